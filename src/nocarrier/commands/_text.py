"""Where the text comes from that `nocarrier explain` reads: words, files, or standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence

from nocarrier.commands._streams import complain
from nocarrier.model.pattern import pattern
from nocarrier.model.prose import Translate, say
from nocarrier.readings.messages.reading import NoText

CHUNK = 1 << 18
LONGEST_NAME = 4096
"Bytes of a path (PATH_MAX)."
STANDARD_INPUT = "-"
_NAMED_LIKE_A_FILE = pattern(
    r"[\w@+~=./-]*\.(?:log|txt|out|err|json|gz|xz|bz2|zst|zip)(?:\.\d{1,3})?|(?:\.{0,2}/|~/)[\w@+~=./-]+"
)
"Of a word that is no file: a missing one is not to be read as a message, whatever its name says (``ECONNREFUSED.txt``)."


class Files:
    """The text of files, one after the other; one that cannot be read is told, and leaves the others."""

    def __init__(self, names: Sequence[str], translate: Translate) -> None:
        self._names = names
        self._translate = translate
        self.whole = True
        "So far every one could be read."

    def __iter__(self) -> Iterator[bytes]:
        for name in self._names:
            try:
                yield from _as_utf8(_pieces(0) if name == STANDARD_INPUT else _pieces_of(name))
            except NoText as unread:
                why = unread.why.render(self._translate)
                self._complain(f"{name}: {why}" if len(self._names) > 1 else why)
            except OSError as unread:
                self._complain(f"{unread.strerror or unread}: {name}")
            yield b"\n"  # the last line of each is ended

    def _complain(self, sentence: str) -> None:
        complain(sentence)
        self.whole = False


class Words:
    """The text that the words of the call make."""

    whole = True

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    def __iter__(self) -> Iterator[bytes]:
        yield " ".join(self._words).encode("utf-8", "surrogateescape")


def texts(words: Sequence[str], translate: Translate) -> Iterator[Files | Words]:
    """What the words may stand for, likeliest first: standard input where there are none, files, or the text itself.

    A name that nothing tells from a word of a message is that of a file where one has it and the words say nothing else.
    """
    if list(words) in ([], [STANDARD_INPUT]):
        _invite(translate)
        yield Files([STANDARD_INPUT], translate)
    elif all(_exists(word) or _is_named_like_a_file(word) for word in words):
        yield Files(words, translate)
    else:
        yield Words(words)
        if any(map(_exists, words)):
            yield Files(words, translate)


def _exists(word: str) -> bool:
    """An error message is rarely the name of something."""
    usable = 0 < len(word) < LONGEST_NAME and "\0" not in word and "\n" not in word
    return usable and (word == STANDARD_INPUT or os.path.exists(word))


def _is_named_like_a_file(word: str) -> bool:
    # A message has blanks, and then nothing is compiled for it.
    return " " not in word and _NAMED_LIKE_A_FILE.fullmatch(word) is not None


def _invite(translate: Translate) -> None:
    if os.isatty(0):
        sentence = say("Paste the message here, then press Enter and Ctrl-D; Ctrl-C gives up.")
        sys.stderr.write(sentence.render(translate) + "\n")
        sys.stderr.flush()


def _pieces_of(name: str) -> Iterator[bytes]:
    number = os.open(name, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        yield from _pieces(number)
    finally:
        os.close(number)


def _pieces(number: int) -> Iterator[bytes]:
    while piece := os.read(number, CHUNK):
        yield piece


def _as_utf8(pieces: Iterator[bytes]) -> Iterable[bytes]:
    from nocarrier.readings.messages.encoded import as_utf8

    return as_utf8(pieces)
