"""The system's words for an error in the language of whoever ran the program: glibc's, and Windows'."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages import _os_words, _winsock_words
from nocarrier.readings.messages.common import is_of_a_connection, named_before, socket_file
from nocarrier.readings.messages.errnos import WINSOCK, of_symbol
from nocarrier.readings.messages.reading import WORDS, Reading

SOCKETS = tuple(words for listed in _winsock_words.WORDS.values() for words in listed)
"Windows' sentences speak of sockets themselves; the C library's are about files as well."
TEXTS = (
    *_os_words.WORDS,
    *((words, WINSOCK[number]) for number, listed in _winsock_words.WORDS.items() for words in listed),
)
"Words in lower case and the symbol they stand for; the longer before what it holds."


_PLAIN = tuple((words.replace("\u00a0", " "), symbol) for words, symbol in TEXTS)
"With blanks where a translator kept two words on a line, as a line that is read has them (`scan.clean`)."
_OF_SOCKETS = frozenset(words.replace("\u00a0", " ") for words in SOCKETS)
COMBINING_DOT = "\u0307"
"What is left of the dot where the Turkish capital I with one (U+0130) is lowered."


def stem(words: str) -> str:
    """The part that stays as it is where only ASCII is lowered: without a first word that may begin with another capital."""
    steady = words[0] == words[0].title() or (words[0].isascii() and words[1:2] != COMBINING_DOT)
    return words if steady else words[words.index(" ") :]


STEMS = tuple(dict.fromkeys(stem(words) for words, _ in TEXTS))


def read(line: str) -> Iterator[Reading]:
    """The first text that the line holds."""
    lower = line.lower()
    for words, symbol in _PLAIN:
        at = lower.find(words)
        if at >= 0 and symbol == "ENOENT":
            file = socket_file(line)
            if file:
                yield of_symbol(symbol, WORDS, scheme="unix", host=file, at=at)
                return
        elif at >= 0 and (words in _OF_SOCKETS or is_of_a_connection(symbol, line)):
            yield of_symbol(symbol, WORDS, host=named_before(symbol, line, at), at=at)
            return
