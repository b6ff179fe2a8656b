"""Reads a well-formed call without argparse, whose loading costs as much as a healthy connection (8 ms).

The options are defined once, by calls of ``add_argument`` that `Reader` takes as an ArgumentParser does. It reads only
what can be read in one way: options written out in full, values that do not look like options, other words that stand
together. Everything else (help, mistakes, abbreviations) it leaves to argparse.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace

from nocarrier.locale import LANGUAGES
from nocarrier.model.annotations import TYPE_CHECKING, Any
from nocarrier.model.prose import Translate
from nocarrier.model.record import Record

if TYPE_CHECKING:
    from argparse import ArgumentParser


class _Option(Record):
    dest: str
    action: str
    const: object
    convert: Callable[[str], object]
    choices: Sequence[str] | None
    group: int


class _Group:
    """Options of which a call may have one."""

    def __init__(self, reader: Reader, number: int) -> None:
        self._reader = reader
        self._number = number

    def add_argument(self, *names: str, **how: Any) -> None:
        """See `Reader.add_argument`."""
        self._reader.add_argument(*names, group=self._number, **how)


class Reader:
    """The part of argparse.ArgumentParser with which options are defined, and `read`."""

    def __init__(self) -> None:
        self._options: dict[str, _Option] = {}
        self._defaults: dict[str, Any] = {}
        self._places: list[str] = []
        self._many = False
        self._groups = 0

    def add_mutually_exclusive_group(self) -> _Group:
        """As in argparse."""
        self._groups += 1
        return _Group(self, self._groups)

    def add_argument(
        self,
        *names: str,
        action: str = "store",
        dest: str = "",
        default: object = None,
        const: object = None,
        type: Callable[[str], object] = str,  # noqa: A002 — argparse's name for it
        choices: Sequence[str] | None = None,
        group: int = 0,
        nargs: str = "",
        **_: object,
    ) -> None:
        """As in argparse, for the actions store, store_true, store_const and append.

        Words without an option: one that takes one or more, or one that takes one and others that may take one.
        """
        if not names[0].startswith("-"):
            self._places.append(names[0])
            self._many = nargs in ("+", "*")
            self._defaults[names[0]] = default
            return
        dest = dest or max(names, key=len).lstrip("-").replace("-", "_")
        if action == "store_true":
            const, default = True, False
        self._defaults.setdefault(dest, default)
        for name in names:
            self._options[name] = _Option(dest, action, const, type, choices, group)

    def takes_value(self, name: str) -> bool:
        """Whether the word after this option, which may be abbreviated, belongs to it."""
        option = self._options.get(name) or self._abbreviated(name)
        return option is not None and option.action in ("store", "append")

    def _abbreviated(self, name: str) -> _Option | None:
        """What argparse takes a part of a name for, where there is no choice."""
        meant = [
            option for whole, option in self._options.items() if name.startswith("--") and whole.startswith(name)
        ]
        return meant[0] if len(meant) == 1 else None

    def read(self, arguments: Sequence[str]) -> SimpleNamespace | None:
        """The words of a call by their names, or None where argparse has to look."""
        values = {name: list(value) if isinstance(value, list) else value for name, value in self._defaults.items()}
        chosen: dict[int, _Option] = {}
        placed: list[str] = []
        ended = False
        words = iter(arguments)
        for word in words:
            if not word.startswith("-"):
                if ended:
                    return None
                placed.append(word)
                continue
            ended = bool(placed)
            name, mark, value = word.partition("=") if word.startswith("--") else (word, "", "")
            option = self._options.get(name)
            if option is None or (option.group and chosen.setdefault(option.group, option) is not option):
                return None
            if option.action in ("store_true", "store_const"):
                if mark:
                    return None
                values[option.dest] = option.const
            elif not _put(option, value if mark else next(words, "-"), values):
                return None
        if not placed or (not self._many and len(placed) > len(self._places)):
            return None
        values |= {self._places[0]: placed} if self._many else dict(zip(self._places, placed, strict=False))
        return SimpleNamespace(**values)


def _put(option: _Option, text: str, values: dict[str, Any]) -> bool:
    """Take the value of an option; False where it is none that is plain to read."""
    if text.startswith("-") or (option.choices is not None and text not in option.choices):
        return False
    try:
        value = option.convert(text)
    except ValueError:
        return False
    if option.action == "append":
        values[option.dest].append(value)
    else:
        values[option.dest] = value
    return True


def add_length(made: ArgumentParser | Reader, _: Translate) -> None:
    """How much of a report is told."""
    length = made.add_mutually_exclusive_group()
    length.add_argument(
        "-v", "--verbose", action="store_true", help=_("every step with its time, and nothing left out")
    )
    length.add_argument("-q", "--quiet", action="store_true", help=_("one line"))


def add_annotations(made: ArgumentParser | Reader, _: Translate) -> None:
    """What a report leaves in the log of a CI job, and whether it names names."""
    made.add_argument(
        "--annotations",
        choices=("github", "gitlab"),
        help=_("for the log of a CI job: an annotation (github), a section that can be folded (gitlab)"),
    )
    made.add_argument("--redact", action="store_true", help=_("pseudonyms for addresses, names and users"))


def add_language(made: ArgumentParser | Reader, _: Translate) -> None:
    """In which language it speaks."""
    made.add_argument("--lang", choices=LANGUAGES, help=_("the language of the prose; by default the locale's"))
