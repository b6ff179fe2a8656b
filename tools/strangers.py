"""How messages are read of clients that no reader knows: every labelled one, with all readers of clients switched off.

What is left are the system's words and numbers (`common`, `native`), what stands between programs (`operations`) and the
grammar of anybody's English (`generic`, and of proxies `detours`). So a text counts as one of a client that nobody has met. Wrong is worse than silent, and to
know that something failed, but not how, is neither.

    just strangers            the figures, by where the messages come from
    just strangers wrong      and the texts that are read as what they were not (or: silent, unknown)
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nocarrier.diagnosis.explaining import explained
from nocarrier.readings.messages import scan
from tools.corpus.judging import provoked
from tools.corpus.record import FOLDER

GENERAL = ("common", "detours", "generic", "native", "operations")
"The readers that know no client."
SHOWN = 200
"Characters of a text that are shown."


class Labelled(NamedTuple):
    """A message, where it comes from, and the class that is right for it."""

    source: str
    kind: str
    text: str


def labelled() -> Iterator[Labelled]:
    """Those of issue trackers, of single lines, and of clients in the lab."""
    for block in (FOLDER.parent / "trackers.txt").read_text(encoding="utf-8").split("\n## ")[1:]:
        head, _, text = block.partition("\n")
        yield Labelled("trackers", head.split("|")[0].strip(), text)
    for line in (FOLDER.parent / "messages.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, _, _, text = line.split("|", 3)
            yield Labelled("messages", kind, text)
    for met in (met for meetings in provoked().values() for met in meetings):
        yield Labelled("provoked", met.told or met.kind, met.text)


def outcome(one: Labelled) -> str:
    """``right``, ``silent``, ``unknown`` (that it failed, not how) or ``wrong``."""
    errors = explained(scan.scan([one.text.encode()]))
    told = errors[0].kind if errors else "silent"
    if told == one.kind or (one.kind == "unknown" and told == "silent"):
        return "right"
    return told if told in ("silent", "unknown") else "wrong"


def outcomes(messages: Iterable[Labelled]) -> list[tuple[Labelled, str]]:
    """What the general readers alone make of them."""
    with_all = scan.read
    scan.read = lambda line, names: with_all(line, [name for name in names if name in GENERAL])
    try:
        return [(one, outcome(one)) for one in messages]
    finally:
        scan.read = with_all


def main(shown: Iterable[str]) -> None:
    """Print the figures, and the texts with one of the outcomes that are to be shown."""
    counts: dict[str, Counter[str]] = {}
    for one, came in outcomes(labelled()):
        counts.setdefault(one.source, Counter())[came] += 1
        if came in shown:
            sys.stdout.write(f"{came} {one.kind} {one.text[:SHOWN]!r}\n")
    for source, count in (*counts.items(), ("all", sum(counts.values(), Counter()))):
        total = sum(count.values())
        parts = " ".join(f"{name} {100 * often / total:.1f} %" for name, often in count.most_common())
        sys.stdout.write(f"{source} {total} {parts}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
