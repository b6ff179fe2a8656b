"""Words of a command that somebody pastes: to a POSIX shell each is what it is here, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterable

_PLAIN = str.maketrans("", "", "_@%+=:,./-")
"Words that a shell takes as they are have letters, digits and these (`shlex.quote`, which is loaded for the others only)."


def quoted(word: str) -> str:
    """The word as a shell takes it (POSIX, Shell Command Language, section 2.2)."""
    if word.isascii() and word.translate(_PLAIN).isalnum():
        return word
    from shlex import quote

    return quote(word)


def joined(words: Iterable[str]) -> str:
    """The command that these words make."""
    return " ".join(map(quoted, words))


def call(*words: str) -> str:
    """The command that calls this program with these words."""
    return joined(("nocarrier", *words))
