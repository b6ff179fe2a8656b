"""What a line only names: a file or a test that is called after an error, and an error that a test expected, or that
a time is set for, and that did not come.

``tests/test_net.py::test_connection_refused``, ``src/errors/connection_refused.py``, ``got nil, want timeout error``: blanks stand in
its place, and the rest of the line is read as ever, for a test fails of connections as well (``Expected: 200, received: ECONNREFUSED``).
"""

from __future__ import annotations

import re

from nocarrier.model.pattern import pattern

_TOKEN = pattern(r"(?<![\w.:/#$-])[\w.:/#$-]{6,300}")
"A path, a dotted or a qualified name."
_FILE = pattern(
    r"[\w./-]{1,200}\.(?:py|rb|[jt]sx?|mjs|go|rs|cc?|cpp|cxx|h|hpp|java|kt|scala|cs|fs|php|swift|exs?|erl|t|lua|pl|sh|md|rst|adoc|feature)(?::\d{1,6}){0,2}:?"
)
"One of source or prose."
_TEST = pattern(
    r"(?:[\w./:$-]{0,200}[.:/#])?(?:tests?::[\w.:/#$-]{1,200}|tests?_\w{1,200}|Test[A-Z]\w{1,200}(?:/\S{1,200})?|\w{0,200}[a-z](?:Tests?|IT|Specs?|TestCase)(?:[.:#]\S{1,200})?):?"
)
_BEFALLS = pattern(
    r"(?i)refus|time[d_-]{0,2}out|reset|unreach|closed|lost|econn|disconnect|denied|reject|resolv|cert|handshake|broken|expired|abort|dns|tls|ssl"
)
"What errors are called."
_EXPECTED = pattern(
    r"\bexpected\s{0,9}: ?.{1,300}?(?=$|[,;]?\s{1,9}(?:but|got|actual|received|found|was)\b)"
    r"|\bDID NOT RAISE .{1,200}|\b[\w.:]{3,120} not raised\b"
    r"|\bexpected (?:test to throw |exception )?[\w.:<>'\" ]{3,160}?(?: to be (?:thrown|raised)|,? but (?:nothing|no exception|none) was (?:raised|thrown))"
    r"|\bassert (?:'[^'\n]{0,200}'|\"[^\"\n]{0,200}\") (?:not )?in\b|(?:'[^'\n]{0,200}'|\"[^\"\n]{0,200}\") not found in\b",
    re.IGNORECASE,
)
_SET = pattern(
    r"\([^()]{0,80}\d ?(?:m?s|sek|min|Sekunden|Minuten|seconds|secondes|segundos|secondi|сек|секунд|秒)\b[^()]{0,20}(?:eingestellt|gesetzt|konfiguriert|configured|configuré|configurado|réglé|impostato|настроено|设置)\)"
)
"How long is waited at most, in brackets."
_WANTED = pattern(r"\bwant(?:ed)?[: ].{1,300}?(?=$|[,;] ?got\b)")
"Go's, in a line that says what it got as well."


def unnamed(line: str) -> str:
    """The line with blanks in place of names of files and tests, and of what was only expected."""
    said = list(line)
    for match in _TOKEN.finditer(line):
        if _BEFALLS.search(match[0]) and (_FILE.fullmatch(match[0]) or _TEST.fullmatch(match[0])):
            said[match.start() : match.end()] = " " * len(match[0])
    for match in (
        *_EXPECTED.finditer(line),
        *_SET.finditer(line),
        *(_WANTED.finditer(line) if "got " in line else ()),
    ):
        said[match.start() : match.end()] = " " * len(match[0])
    return "".join(said)
