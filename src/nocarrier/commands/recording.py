"""Makes recordings of a diagnosis, and lets a diagnosis run again on one.

``python -m nocarrier.commands.recording TARGET …`` is ``nocarrier TARGET …`` on machines that keep what they
answer; it prints that instead of a report. The lab runs it in the client's place.
"""

from __future__ import annotations

import sys

import msgspec

from nocarrier.commands.diagnose import asked, read
from nocarrier.diagnosis.asking import find_out, open_place
from nocarrier.diagnosis.assemble import report as assemble
from nocarrier.diagnosis.run import Finding, misdialled
from nocarrier.machines import Machine, MachineUnreachable
from nocarrier.machines.recorded import Recorded, Recorder, Recording, Side
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.record import Record
from nocarrier.model.report import Report
from nocarrier.readings.target import BadTarget, parse_target

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace

    from nocarrier.lab import Lab

NEVER_ASKED = Side(where="local://", calls=())
PATIENCE = 60.0


class Seen(Record, kw_only=True):
    """What one run saw: the sides in the order in which they were opened (the client's first), and its report."""

    sides: tuple[Side, ...]
    report: Report


class NotAsExpected(Exception):
    """A run is not worth keeping; the text says what it did."""


def record(lab: Lab, *, both_ends: bool) -> Recording:
    """Record the diagnosis of a standing scenario. Raises `NotAsExpected`."""
    from nocarrier.lab import scenarios

    expected = lab.expected(both_ends=both_ends)
    assert expected is not None
    ran = lab.run("client", lab.command(both_ends=both_ends, module=__name__), timeout=PATIENCE)
    if ran.status:
        raise NotAsExpected(f"the run ended with status {ran.status}: {ran.err.decode(errors='replace').strip()}")
    seen = msgspec.json.decode(ran.out, type=Seen)
    if shortfall := scenarios.shortfall(seen.report, expected):
        raise NotAsExpected(shortfall)
    client, *server = seen.sides or (NEVER_ASKED,)
    recording = Recording(
        scenario=lab.scenario.name,
        target=lab.scenario.target,
        arguments=lab.arguments(both_ends=both_ends),
        expected=expected,
        client=client,
        server=server[0] if server else None,
    )
    if shortfall := scenarios.shortfall(assemble(replay(recording)), expected):
        raise NotAsExpected(f"run again on its own recording, {shortfall}")
    return recording


def replay(recording: Recording) -> Finding:
    """Diagnose again, with today's code, on what was recorded."""

    sides = [recording.client, recording.server]

    def opening(where: str | None, timeout: float) -> Machine:
        side = sides.pop(0) if sides else None  # the client's is always opened first, wherever it is
        if side is None:
            raise MachineUnreachable("not in the recording")
        return Recorded(side)

    return _found(read([recording.target, *recording.arguments]), opening)


def main(arguments: list[str]) -> None:
    """Diagnose as ``nocarrier`` would, and print what was seen."""
    made: list[Recorder] = []

    def opening(where: str | None, timeout: float) -> Machine:
        made.append(Recorder(open_place(where, timeout)))
        return made[-1]

    report = assemble(_found(read(arguments), opening))
    seen = Seen(sides=tuple(recorder.side() for recorder in made), report=report)
    sys.stdout.buffer.write(msgspec.json.encode(seen))


def _found(words: SimpleNamespace, opening: Callable[[str | None, float], Machine]) -> Finding:
    try:
        target = parse_target(words.target, words.port)
    except BadTarget as error:
        if error.target is None:
            raise
        return misdialled(error.target, error.sentence)
    return find_out(target, **asked(words), opening=opening)


if __name__ == "__main__":
    main(sys.argv[1:])
