"""The text of nginx' configuration → directives (src/core/ngx_conf_file.c: ngx_conf_read_token).

Words are separated by white space; ``;`` ends a directive, ``{`` opens its block. Within a word ``${`` is a variable and
opens none. Quotes take a whole word; what stands in a ``…_by_lua_block`` is another language, of which only the braces
are counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.record import Record
from nocarrier.readings.directives import MOST_DEPTH, MOST_DIRECTIVES, Directive

LONGEST = 1 << 20


class _Token(Record):
    kind: str
    text: str
    line: int


def parse(text: str, file: str = "") -> tuple[Directive, ...]:
    """The directives of one file. What is not well formed ends where it stops making sense."""
    tokens = _tokens(text[:LONGEST])
    return _block(tokens, file, 0)


def _block(tokens: Iterator[_Token], file: str, depth: int) -> tuple[Directive, ...]:
    found: list[Directive] = []
    words: list[_Token] = []
    for token in tokens:
        if token.kind == "word":
            words.append(token)
            continue
        if token.kind == "}":
            break
        block = None
        if token.kind == "{":
            if depth >= MOST_DEPTH:
                break
            block = _block(tokens, file, depth + 1)
        if words and len(found) < MOST_DIRECTIVES:
            name, *args = (word.text for word in words)
            found.append(Directive(name, tuple(args), block, file, words[0].line))
        words = []
    return tuple(found)


def _tokens(text: str) -> Iterator[_Token]:
    at, line, size = 0, 1, len(text)
    lua = False
    while at < size:
        char = text[at]
        if char == "\n":
            line += 1
            at += 1
        elif char.isspace():
            at += 1
        elif char == "#":
            at = _end_of_line(text, at)
        elif char == "{" and lua:
            end = _closing(text, at)
            yield _Token(";", "", line)
            line += text.count("\n", at, end)
            at, lua = end, False
        elif char in ";{}":
            yield _Token(char, char, line)
            at += 1
        else:
            word, end = _quoted(text, at) if char in "'\"" else _bare(text, at)
            yield _Token("word", word, line)
            lua = word.endswith("_by_lua_block") or lua
            line += text.count("\n", at, end)
            at = end


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _quoted(text: str, at: int) -> tuple[str, int]:
    quote, word = text[at], []
    at += 1
    while at < len(text) and text[at] != quote:
        if text[at] == "\\" and at + 1 < len(text):
            if text[at + 1] not in "\"'\\":
                word.append("\\")
            at += 1
        word.append(text[at])
        at += 1
    return "".join(word), at + 1


def _bare(text: str, at: int) -> tuple[str, int]:
    begin = at
    while at < len(text):
        char = text[at]
        if char == "\\":
            at += 2
            continue
        if char == "$" and text[at + 1 : at + 2] == "{":
            end = text.find("}", at)
            at = len(text) if end < 0 else end + 1
            continue
        if char.isspace() or char in ";{":
            break
        at += 1
    at = max(min(at, len(text)), begin + 1)
    return text[begin:at], at


def _closing(text: str, at: int) -> int:
    """Behind the brace that closes the one at ``at``."""
    depth = 0
    for end in range(at, len(text)):
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        if depth == 0:
            return end + 1
    return len(text)
