"""What was sent in place of an answer: a page where JSON was asked for, and an error that is told in JSON.

Whoever sends a page is not who was asked: another server, a gateway with its error page, a proxy, a login page. Parsers of JSON
complain of its first ``<``.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, SENTENCE, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    '"error":{"code":', '"error": {"code":', '\\"error\\":{\\"code\\":', "'error': {'code':", "\"code\":4", "\"code\":5", '"code": 4',
    '"code": 5', '"status":4', '"status":5', '"status": 4', '"status": 5', '"statuscode":4', '"statuscode":5', '"statuscode": 4',
    '"statuscode": 5',
)  # fmt: skip


def _page(words: str, client: str, worth: int = SENTENCE) -> Phrase:
    return Phrase(words, "protocol-mismatch", "http", client, worth=worth)


SAID = (
    _page("invalid json response body at http", "node-fetch", MEANT),
    _page("unexpected token < in json", "node"),
    _page("unexpected token '<', \"", "node"),
    _page("unrecognized token '<'", "safari"),
    _page("json.parse: unexpected character at line 1 column 1", "firefox"),
    _page("registry error parsing json", "npm"),
    _page("serverparseerror: ", "apollo"),
    _page("invalid character '<' looking for beginning of value", "go"),
    _page("unexpected character ('<' (code 60))", "java"),
    _page("parsing value: <.", "dotnet"),
    _page("'<' is an invalid start of a value", "dotnet"),
    _page("unexpected token at '<", "ruby"),
    _page("lexer error, string = '<", "perl"),
    _page('at character offset 0 (before "<', "perl"),
    _page("html instead of json", ""),
)

_TOLD = pattern(
    r"(?i)(?:\"|\\\"|')error(?:\"|\\\"|'): ?\{(?:\"|\\\"|')code(?:\"|\\\"|'): ?([45]\d\d)\b|"
    r"\"(?:code|status|status_?code)\": ?([45]\d\d), ?\"(?:error|message|msg|reason|title|detail)|"
    r"\"(?:error|message|msg|reason|title|detail)\": ?\"[^\"\n]{1,200}\", ?\"(?:code|status|status_?code)\": ?([45]\d\d)\b",
)
"Many a server repeats the status in the body that says why: Spring, Nest, Google's APIs, gateways before nodes that speak JSON-RPC."


def read(line: str) -> Iterator[Reading]:
    """The sentences, and the status within a body."""
    yield from phrases(SAID, line)
    yield from answered(_TOLD.search(line), of_request, CODE)
