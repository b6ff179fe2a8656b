"""Where the text comes from that `nocarrier explain` reads: words, files, or standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from errno import EISDIR

from nocarrier.model.prose import Translate, say

CHUNK = 1 << 18
LONGEST_NAME = 4096
"Bytes of a path (PATH_MAX)."


def text(words: Sequence[str], translate: Translate) -> Iterable[bytes]:
    """Standard input where no word is given or it is ``-``, files where all words name some, else the words themselves.

    Raises NoText or OSError where what is there cannot be read.
    """
    if list(words) in ([], ["-"]):
        return _as_utf8(_standard_input(translate))
    if len(words) == 1 and _exists(words[0]) and os.path.isdir(words[0]):
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), words[0])
    if all(_exists(word) and not os.path.isdir(word) for word in words):
        return _files(words)
    return [" ".join(words).encode("utf-8", "surrogateescape")]


def seems_a_file(words: Sequence[str]) -> bool:
    """Whether this was meant to name a file, though none is there."""
    return len(words) == 1 and " " not in words[0] and ("/" in words[0] or words[0].endswith((".log", ".txt", ".gz")))


def _exists(word: str) -> bool:
    """An error message is rarely the name of something."""
    return 0 < len(word) < LONGEST_NAME and "\0" not in word and "\n" not in word and os.path.exists(word)


def _standard_input(translate: Translate) -> Iterator[bytes]:
    if os.isatty(0):
        sentence = say("Paste the message here, then press Enter and Ctrl-D; Ctrl-C gives up.")
        sys.stderr.write(sentence.render(translate) + "\n")
        sys.stderr.flush()
    return _pieces(0)


def _files(names: Sequence[str]) -> Iterator[bytes]:
    """One after the other, the last line of each ended."""
    for name in names:
        yield from _as_utf8(_pieces_of(name))
        yield b"\n"


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
