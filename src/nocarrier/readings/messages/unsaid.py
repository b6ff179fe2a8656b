"""What a person asks about who hands over a short text, in which no reader knows a word: does it say what became of a connection
(`loose`), or at all that there is none?

``Connect to account server fail!``, ``fatal: unable to access 'https://…'``, ``port bind error``: such a text tells nothing of
how it failed, and that is the answer. In a log of a program nobody asks about each of its lines: there they are no news.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from nocarrier.model.record import replace
from nocarrier.readings.messages.common import TEXTS, is_of_a_connection
from nocarrier.readings.messages.complaints import is_none
from nocarrier.readings.messages.errnos import of_symbol
from nocarrier.readings.messages.gathering import Told
from nocarrier.readings.messages.generic import NO_REASON
from nocarrier.readings.messages.quoted import is_quoted
from nocarrier.readings.messages.reading import OPAQUE, WORDS, Reading
from nocarrier.readings.messages.scan import clean, located, scan
from nocarrier.readings.messages.search import ABOVE
from nocarrier.readings.messages.vocabulary import of
from nocarrier.readings.messages.words import BREAK, URL, words

WIDE = 60
"Bytes of a line that may be as long as a terminal is wide."
SHORT = 4096
"Bytes of a text that somebody pastes to ask about it."

FAILS = of("FAILS")
SAYS_NO = of("cannot can't can’t couldn't unable FAILS")
"Words that say that something was not to be had."
ENDED = SAYS_NO | of(
    "not disconnected lost refused denied unreachable unavailable aborted dropped rejected interrupted impossible"
)
"Words for what became of it."
CONNECTS = of(
    "LINE DIAL connected reconnect reconnecting broker network tunnel handshake offline authenticate authenticating"
)
"Words that speak of connecting, whatever stands beside them."
NETWORKED = CONNECTS | of(
    "server servers host http https request url bind port gateway proxy internet peer endpoint ping remote "
    "pull download downloaded downloading upload uploading uploaded fetch fetching"
)
"Words that speak of it where two of them meet, or an address stands beside them."
ASKED = of("bind server servers request")
"Of these one is enough, right beside the failure."
MOVED = of("download downloading upload uploading sync synchronize synchronizing synchronization")
TAKEN = MOVED | of("fetch fetching")
"Of these one is enough behind it, or right before it: ``failed to upload the chunk``, ``an error has occurred while uploading``, ``download error``."
BETWEEN = 4
"Words that may stand between."
OTHERWISE = of("OTHERWISE")
NEGATED = of("NOT without zero max maximum")
"Right before a failure these say that there was none."


def asked_about(chunks: Iterable[bytes]) -> tuple[Told, ...]:
    """The errors of a text (`scan`); of a short one that holds none which is known, what its words may mean to one who asks."""
    begun = _Begun(chunks)
    told = scan(begun)
    if any(one.reading.kind != "unknown" for one in told):
        return told
    return _unbroken(begun.text) or told or _unspaced(begun.text) or _unsaid(begun.text)


def _unbroken(text: bytes) -> tuple[Told, ...]:
    """What stands across the end of a wide line: a terminal broke it, in a word or beside one."""
    for at, (line, following) in enumerate(pairwise(text.split(b"\n"))):
        front, behind = line.rstrip(), following.strip()
        if len(front) < WIDE or not behind or is_quoted(clean(behind)):
            continue
        for whole in (front + behind, front + b" " + behind):
            for one in scan([whole]):
                if one.reading.kind not in {"unknown", *_kinds(front), *_kinds(behind)}:
                    return (replace(one, lines=(clean(front), clean(behind)), first=at + 1),)
    return ()


def _kinds(line: bytes) -> set[str]:
    return {one.reading.kind for one in scan([line])}


class _Begun:
    """The pieces of a text; the whole of it is kept where it is short."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = chunks
        self.text = b""

    def __iter__(self) -> Iterator[bytes]:
        passed = 0
        for chunk in self._chunks:
            passed += len(chunk)
            self.text = self.text + chunk if passed <= SHORT else b""
            yield chunk


def _unspaced(text: bytes) -> tuple[Told, ...]:
    """The first line that holds the system's words for an error without the spaces between them, or with others."""
    for at, raw in enumerate(text.split(b"\n")):
        line = clean(raw)
        letters = _letters(line)
        for said, symbol in TEXTS if letters else ():
            if _letters(said) in letters and is_of_a_connection(symbol, line) and not is_quoted(line):
                reading = located(of_symbol(symbol, WORDS), line, b"")
                return (Told(reading=reading, lines=(line,), first=at + 1),)
    return ()


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalpha())


def _unsaid(text: bytes) -> tuple[Told, ...]:
    """The first line that tells what became of a connection; else one that says that it failed; else one that an app for
    anybody might have printed."""
    return _first(text, _told) or _first(text, _opaque) or _first(text, _little)


def _first(text: bytes, meant: Callable[[str], Reading | None]) -> tuple[Told, ...]:
    lines = text.split(b"\n")
    for at, raw in enumerate(lines):
        line = clean(raw)
        reading = None if is_quoted(line) else meant(line)
        if reading is not None:
            return (Told(reading=located(reading, line, _joined(lines[:at])), lines=(line,), first=at + 1),)
    return ()


def _told(line: str) -> Reading | None:
    reading = _loosely(line)
    return None if reading is None or reading.kind == "unknown" else reading


def _opaque(line: str) -> Reading | None:
    return Reading(kind="unknown", worth=OPAQUE, open=NO_REASON) if says_that_it_failed(line) else _loosely(line)


def _loosely(line: str) -> Reading | None:
    # Its table is made when a text needs it: few do.
    from nocarrier.readings.messages.loose import loosely

    return loosely(line)


def _little(line: str) -> Reading | None:
    from nocarrier.readings.messages.advice import says_little

    return Reading(kind="unknown", worth=OPAQUE, open=NO_REASON) if says_little(line) else None


def says_that_it_failed(line: str) -> bool:
    """Whether a line, or a sentence of it, has a word for failing beside words that speak of a connection."""
    said = [word for word, start, end in words(line) if word != "to" and not _is_count(line[:start], line[end:])]
    return _says(said) or (BREAK in said and any(map(_says, _sentences(said))))


def _sentences(said: Sequence[str]) -> Iterator[Sequence[str]]:
    begins = 0
    for at, word in enumerate(said):
        if word == BREAK:
            yield said[begins:at]
            begins = at + 1
    yield said[begins:]


def _says(said: Sequence[str]) -> bool:
    texts = set(said)
    if texts.isdisjoint(NETWORKED | MOVED) or not texts.isdisjoint(OTHERWISE) or not _ended(said):
        return False
    networked = texts & NETWORKED
    return (
        not networked.isdisjoint(CONNECTS)
        or URL in texts
        or len(networked) > 1
        or any(_was_not_had(*pair) for pair in pairwise(said))
        or _was_not_moved(said)
    )


def _is_count(before: str, behind: str) -> bool:
    """Whether the word counts what did not occur (``0 errors``, ``"errors": 0``), or is of a setting (``fail_timeout=10s``)."""
    none = before.endswith("0 ") and not before[-3:-2].isdigit()
    return none or is_none(behind[:4]) or behind.startswith("_timeout=")


def _was_not_had(word: str, following: str) -> bool:
    """``server error``, ``cannot bind``."""
    return (word in ASKED and following in SAYS_NO) or (word in SAYS_NO and following in ASKED)


def _was_not_moved(said: Sequence[str]) -> bool:
    """``failed to upload the chunk``."""
    return any(
        (word in SAYS_NO and not TAKEN.isdisjoint(said[at + 1 : at + 2 + BETWEEN]))
        or (word in MOVED and not FAILS.isdisjoint(said[at + 1 : at + 2]))
        for at, word in enumerate(said)
    )


def _ended(said: Sequence[str]) -> bool:
    """Whether something failed: a ``not`` counts right before a word of connecting, other words where none denies them."""
    for at, word in enumerate(said):
        if word == "not" and not CONNECTS.isdisjoint(said[at + 1 : at + 2]):
            return True
        if word != "not" and word in ENDED and NEGATED.isdisjoint(said[max(0, at - 2) : at]):
            return True
    return False


def _joined(lines: Sequence[bytes]) -> bytes:
    return b"\n".join(lines[-ABOVE:])
