"""What kind of word an option or an argument takes: its metavar says it, and every completion is made from this."""

from __future__ import annotations

from nocarrier.causes._titles import TITLES
from nocarrier.commands._table import Argument, Option
from nocarrier.commands._words import PLACES
from nocarrier.facts.edges import PROVIDERS
from nocarrier.model.record import Record


class Kind(Record, kw_only=True):
    """``words`` are known when the script is made; where none of them fits, the program is asked for those ``asked``;
    ``native``: files, directories or a command, which shells know better."""

    words: tuple[str, ...] = ()
    asked: str = ""
    native: str = ""


NOTHING = Kind()
_FILES = Kind(native="files")
_KINDS = {
    "TARGET": Kind(asked="targets"),
    "WHERE": Kind(words=PLACES, asked="places"),
    "SLUG": Kind(words=tuple(TITLES)),
    "SLUG[/NAME]": Kind(words=tuple(TITLES), asked="scenarios"),
    "PROVIDER": Kind(words=tuple(each.slug for each in PROVIDERS)),
    "FILE": _FILES,
    "PLACE": _FILES,
    "TEXT": _FILES,
    "DIRECTORY": Kind(native="directories"),
    "COMMAND": Kind(native="command"),
}


def kind(taken: Option | Argument) -> Kind:
    """What may stand there; `NOTHING` where only the user knows it (a number, an address)."""
    return Kind(words=taken.choices) if taken.choices else _KINDS.get(taken.metavar, NOTHING)
