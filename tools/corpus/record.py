"""What one client printed of every symptom, with the truth beside it, as text that a person reviews.

    symptom: refused
    dialled: http://10.20.0.5:81/
    truth: refused at tcp: server-not-listening
    > curl: (7) Failed to connect to 10.20.0.5 port 81 after 0 ms: Couldn't connect to server

Where the text says something else than what was so, ``told: CLASS, why`` follows the truth; where it prints nothing, no
line of it follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from nocarrier.model.record import Record

FOLDER = Path(__file__).parents[2] / "tests" / "readings" / "messages" / "provoked"
_TRUTH = re.compile(r"([a-z-]+)(?: at ([a-z]+))?(?:: (.+))?")


class Provoked(Record, kw_only=True):
    """One meeting of a client with a symptom. ``told`` is empty where the text says what was so."""

    symptom: str
    dialled: str
    kind: str
    step: str = ""
    causes: tuple[str, ...] = ()
    told: str = ""
    why: str = ""
    text: str = ""


def written(heading: Iterable[str], meetings: Iterable[Provoked]) -> str:
    """The text of one client's file."""
    return "".join(f"# {line}\n" for line in heading) + "".join(f"\n{_one(meeting)}" for meeting in meetings)


def _one(met: Provoked) -> str:
    truth = met.kind + (f" at {met.step}" if met.step else "") + (f": {', '.join(met.causes)}" if met.causes else "")
    told = f"told: {met.told}, {met.why}\n" if met.told else ""
    lines = "".join(f"> {line}".rstrip() + "\n" for line in met.text.splitlines())
    return f"symptom: {met.symptom}\ndialled: {met.dialled}\ntruth: {truth}\n{told}{lines}"


def read(text: str) -> Iterator[Provoked]:
    """Every meeting of a file. Raises ValueError for a line that has no place in it."""
    for block in re.split(r"\n\n", text):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if lines:
            yield _read_one(lines)


def _read_one(lines: list[str]) -> Provoked:
    said = "\n".join(line[2:] for line in lines if line.startswith(">"))
    fields = dict(line.split(": ", 1) for line in lines if not line.startswith(">"))
    truth = _TRUTH.fullmatch(fields["truth"])
    if truth is None:
        raise ValueError(f"no truth: {fields['truth']}")
    told, _, why = fields.get("told", "").partition(", ")
    causes = tuple(truth[3].split(", ")) if truth[3] else ()
    return Provoked(
        symptom=fields["symptom"], dialled=fields["dialled"], kind=truth[1], step=truth[2] or "", causes=causes,
        told=told, why=why, text=said,
    )  # fmt: skip
