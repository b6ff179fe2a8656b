"""What a PHP expression is worth, as far as a program text alone tells, and where in the files each part of it stands.

Strings, numbers, constants, variables and ``.`` between them; ``__DIR__``, ``__FILE__`` and ``dirname()``; of
``getenv('X') ?: 'y'`` and ``$_ENV['X'] ?? 'y'`` the value that is written there. What else there is has no value here.
"""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.model.record import Record
from nocarrier.readings.php_source import Part, Token

MOST_PIECES = 32
OPENING, CLOSING = frozenset("([{"), frozenset(")]}")


class Piece(Record):
    """Text that a value consists of; ``at`` is where it stands in ``file``, -1 where it is made and stands nowhere."""

    text: str
    file: str = ""
    at: int = -1


Value = tuple[Piece, ...]


def text_of(value: Value | None) -> str:
    """The text of a value; empty where there is none."""
    return "".join(piece.text for piece in value or ())


class Names:
    """What variables and constants hold where a file has been read so far."""

    def __init__(self) -> None:
        self.variables: dict[str, Value | None] = {}
        self.constants: dict[str, Value | None] = {}


def evaluate(expression: Sequence[Token], file: str, names: Names) -> Value | None:
    """The value of an expression, or None where the text does not tell."""
    found: list[Piece] = []
    for term in _split(expression, (".",)):
        value = _term(_fallback(term), file, names)
        if value is None or len(found) + len(value) > MOST_PIECES:
            return None
        found += value
    return tuple(found)


def _fallback(term: Sequence[Token]) -> Sequence[Token]:
    """Of ``a ?: b`` and ``a ?? b`` the last: the environment is not known here, and the file's own value is."""
    return _split(term, ("?:", "??"))[-1]


def _split(expression: Sequence[Token], marks: tuple[str, ...]) -> list[list[Token]]:
    """The parts between marks that stand in no bracket."""
    parts: list[list[Token]] = [[]]
    depth = 0
    for token in expression:
        if token.kind == "mark":
            depth += (token.text in OPENING) - (token.text in CLOSING)
            if depth == 0 and token.text in marks:
                parts.append([])
                continue
        parts[-1].append(token)
    return parts


def _term(term: Sequence[Token], file: str, names: Names) -> Value | None:
    if len(term) > 3 and term[0].text == "(" and term[1].kind == "name" and term[2].text == ")":
        return evaluate(term[3:], file, names)  # a cast: (string) $port
    if len(term) > 2 and term[0].text == "(" and term[-1].text == ")":
        return evaluate(term[1:-1], file, names)
    if len(term) == 3 and term[1].text == "::" and term[2].text.lower() == "class":
        return (Piece(term[0].text),)
    if len(term) == 3 and term[1].text == "::":
        return names.constants.get(term[2].text)
    if len(term) > 3 and term[0].kind == "name" and term[0].text.lower().lstrip("\\") == "dirname":
        inner = text_of(evaluate(_split(term[2:-1], (",",))[0], file, names))
        return (Piece(inner.rpartition("/")[0]),) if inner else None
    if len(term) != 1:
        return None
    return _single(term[0], file, names)


def _single(token: Token, file: str, names: Names) -> Value | None:
    if token.kind == "string":
        return _string(token.parts, file, names)
    if token.kind == "number":
        return (Piece(token.text.replace("_", ""), file, token.at if "_" not in token.text else -1),)
    if token.kind == "variable":
        return names.variables.get(token.text)
    if token.kind == "name":
        magic = {"__DIR__": file.rpartition("/")[0], "__FILE__": file, "DIRECTORY_SEPARATOR": "/", "PHP_EOL": "\n"}
        written = token.text.lstrip("\\")
        return (Piece(magic[written]),) if written in magic else names.constants.get(written.rpartition("\\")[2])
    return None


def _string(parts: Sequence[Part] | None, file: str, names: Names) -> Value | None:
    if parts is None:
        return None
    found: list[Piece] = []
    for part in parts:
        if not part.variable:
            found.append(Piece(part.text, file, part.at))
            continue
        held = names.variables.get(part.variable)
        if held is None:
            return None
        found += held
    return tuple(found)
