r"""Names and addresses as configurations, patterns, URLs and data write them: with characters escaped.

A dot is ``\.`` in the patterns of sed (POSIX, section 9.3), ``\\.`` where these stand in a string, ``[.]`` for who reads badly, ``%2E`` in a URL
(RFC 3986, section 2.1) and ``%252E`` in one within it, ``\x2e`` in the name of a unit (systemd-escape(1)), ``\u002e`` in JSON (RFC 8259, section 7).
What may be escaped in so many ways is matched escaped or not, read without, and cut where it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Edit = tuple[int, int, str]
"From where to where of a plain text, and what stands there instead."

_CODES = {".": "2[Ee]", "_": "5[Ff]", "-": "2[Dd]", ":": "3[Aa]"}


def escaped(characters: str) -> str:
    """A pattern of one of these characters, in any spelling but its own."""
    codes = "|".join(_CODES[character] for character in characters)
    return rf"(?:\\{{1,4}}[{characters}]|\[[{characters}]\]|%(?:25){{0,3}}(?:{codes})|\\{{1,2}}(?:x|u00)(?:{codes}))"


LETTER = (
    r"(?:%[CDcd][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]|%[Ee][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f]){2}"
    r"|\\{1,2}u(?!00[0-7])(?!20)[0-9A-Fa-f]{4})"
)
"A letter that is not ASCII, in a URL (UTF-8) or in JSON. ``\\u20…`` are marks, of which no name is made."
_ATOM = re.compile(rf"{escaped('._:-')}|{LETTER}|.", re.DOTALL)
_ESCAPES = frozenset("\\%[")
_WINDOWS_PATH = re.compile(r"\b[A-Za-z]:\\|\\Users\\|(?<!\S)\\\\\w")
_ESCAPED_MARK = re.compile(r"\\{1,4}([^\w\s\\])|\[([.:])\]|\\{1,2}(?:x|u00)([0-9A-Fa-f]{2})|\\{1,2}u([0-9A-Fa-f]{4})")
_ESCAPED_LETTER = re.compile(r"\\{1,4}[A-Za-z0]")
"A line's end in data, the bound of a word in a pattern: no letter of a name."
_MOST_ROUNDS = 3
"URLs within URLs that are looked into."


class Spelt:
    """A piece of text and how it reads: ``plain``. The ``seams`` are places in it where a mark was escaped."""

    def __init__(self, raw: str) -> None:
        self._atoms: Sequence[str] = raw
        self.plain, self.seams = raw, frozenset[int]()
        if not _ESCAPES.isdisjoint(raw):
            self._atoms = _ATOM.findall(raw)
            self.plain = "".join(map(_read, self._atoms))
            self.seams = frozenset(
                at for at, atom in enumerate(self._atoms) if len(atom) > 1 and not self.plain[at].isalnum()
            )

    def edited(self, edits: Iterable[Edit]) -> str:
        """The text as it was written, apart from what is another after the edits."""
        told, at = "", 0
        for start, end, new in sorted(edits):
            if new != self.plain[start:end]:
                told += "".join(self._atoms[at:start]) + new
                at = end
        return told + "".join(self._atoms[at:])


def _read(atom: str) -> str:
    """The one character that is written so."""
    if len(atom) == 1:
        return atom
    if atom[0] == "[" or atom[-1] in _CODES:
        return atom.strip("[]\\")
    if atom.count("%") > 1:
        return bytes.fromhex(atom.replace("%", "")).decode("utf-8", "replace")[0]
    return chr(int(atom[-4:], 16)) if "u" in atom else chr(int(atom[-2:], 16))


def readings(text: str) -> tuple[str, ...]:
    """The text, and what it reads like without its escapes, where it has some."""
    if _ESCAPES.isdisjoint(text):
        return (text,)
    return tuple(dict.fromkeys((text, _without_escapes(text))))


def _without_escapes(text: str) -> str:
    from urllib.parse import unquote

    for _ in range(_MOST_ROUNDS):
        text = unquote(text)
    if _WINDOWS_PATH.search(text):
        return text
    return _ESCAPED_LETTER.sub(" ", _ESCAPED_MARK.sub(_mark, text))


def _mark(found: re.Match[str]) -> str:
    return found[1] or found[2] or chr(int(found[3] or found[4], 16))
