"""The errors of a text that somebody asks about: what the readers know of it (`scan`), and in a short one more than they know.

In a log of a program nobody asks about each of its lines. What only short texts need is loaded for them alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nocarrier.readings.messages.gathering import Told
from nocarrier.readings.messages.scan import scan

SHORT = 4096
"Bytes of a text that somebody pastes to ask about it."


def asked_about(chunks: Iterable[bytes]) -> tuple[Told, ...]:
    """The errors of a text; of a short one that holds none which is known, what its words may mean to one who asks."""
    begun = _Begun(chunks)
    told = scan(begun)
    if not begun.text or any(one.reading.kind != "unknown" for one in told):
        return told
    from nocarrier.readings.messages.anyway import anyway
    from nocarrier.readings.messages.mangled import straightened, unbroken, unspaced
    from nocarrier.readings.messages.spelled import spelled
    from nocarrier.readings.messages.unsaid import unsaid

    return (
        unbroken(begun.text)
        or straightened(begun.text)
        or spelled(begun.text)
        or told
        or unspaced(begun.text)
        or unsaid(begun.text)
        or anyway(begun.text)
    )


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
