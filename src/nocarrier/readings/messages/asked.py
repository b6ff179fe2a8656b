"""The errors of a text that somebody asks about: what the readers know of it (`scan`), and in a short one more than they know.

In a log of a program nobody asks about each of its lines. What only short texts need is loaded for them alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nocarrier.model.record import replace
from nocarrier.readings.messages.gathering import Told
from nocarrier.readings.messages.scan import scan

SHORT = 4096
"Bytes of a text that somebody pastes to ask about it."


def asked_about(chunks: Iterable[bytes]) -> tuple[Told, ...]:
    """The errors of a text; of a short one that holds none which is known, what its words may mean to one who asks."""
    begun = _Begun(chunks)
    told = scan(begun)
    if begun.text and all(one.reading.kind == "unknown" for one in told):
        told = _in_a_short_text(told, begun.text)
    if len(told) == 1 and b"\n" in begun.text.strip():
        return (replace(told[0], around=begun.text.decode("utf-8", "replace")),)
    return told


def _in_a_short_text(told: tuple[Told, ...], text: bytes) -> tuple[Told, ...]:
    """What it says where the readers know of nothing, or of no more than that something failed."""
    from nocarrier.readings.messages.mangled import straightened, unbroken
    from nocarrier.readings.messages.quoted import unshown
    from nocarrier.readings.messages.spelled import spelled

    text = unshown(text)
    return unbroken(text) or straightened(text) or spelled(text) or told or _untold(text)


def _untold(text: bytes) -> tuple[Told, ...]:
    """What may be meant by one in which no reader found anything."""
    from nocarrier.readings.messages.anyway import anyway
    from nocarrier.readings.messages.mangled import unspaced
    from nocarrier.readings.messages.unsaid import unsaid

    return unspaced(text) or unsaid(text) or anyway(text)


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
