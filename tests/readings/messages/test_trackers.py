"""Messages of real clients from threads of public issue trackers, with what it was in the end (``trackers.txt``),
and those that others labelled (``judged.txt``).

A block begins with ``## class | causes | host | port | tracker``. The causes, any of which was it, are known from the thread
and stand among the first three; those behind a ``!`` do not, and nothing in the text could tell them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nocarrier.diagnosis.explaining import explained, title
from nocarrier.model.explanation import Explained
from nocarrier.readings.messages.asked import asked_about
from nocarrier.readings.target import parse_target

Case = tuple[str, str, str, str, str]
MOST_UNTOLD = 0.06
"The part of the known causes that may stand behind a ``!``."


def cases() -> Iterator[Case]:
    for name in ("trackers.txt", "judged.txt"):
        text = Path(__file__).with_name(name).read_text(encoding="utf-8")
        for block in text.split("\n## ")[1:]:
            head, _, message = block.partition("\n")
            kind, causes, host, port = (field.strip() for field in head.split("|")[:4])
            yield kind, causes, host, port, message.rstrip("\n")


CASES = list(cases())
NAMES = [f"{number}-{case[0]}" for number, case in enumerate(CASES)]


PROGRAMS = {
    "address-in-use": ("ss",),
    "address-unavailable": ("nocarrier", "ip"),
    "permission-denied": ("nocarrier", "sysctl"),
}
"Class → what decides: of what was bound on this machine, and was no connection, its own tables."


def explain(message: str) -> Explained:
    return explained(asked_about([message.encode()]))[0]


@pytest.mark.parametrize(("kind", "causes", "host", "port", "message"), CASES, ids=NAMES)
def test_it_is_read_as_what_it_was(kind: str, causes: str, host: str, port: str, message: str) -> None:
    error = explain(message)
    assert error.kind == kind
    if host or port:
        assert error.target is not None
        assert (error.target.host or "", error.target.port or 0) == (host, int(port or 0))
    if causes:
        told = bool({fitting.cause for fitting in error.causes[:3]} & set(causes.removeprefix("!").split("/")))
        assert told is not causes.startswith("!"), [fitting.cause for fitting in error.causes]


@pytest.mark.parametrize(("kind", "causes", "host", "port", "message"), CASES, ids=NAMES)
def test_what_is_named_can_be_asked_for(kind: str, causes: str, host: str, port: str, message: str) -> None:
    error = explain(message)
    for one in error.next:
        program, target, *_ = one.command.replace("'", "").split()
        assert program in PROGRAMS.get(kind, ("nocarrier",))
        if program == "nocarrier":
            parse_target(target)
    for fitting in error.causes:
        assert str(title(fitting.cause))
        assert str(fitting.why)


def test_few_causes_are_out_of_reach() -> None:
    known = [case for case in CASES if case[1]]
    untold = [case for case in known if case[1].startswith("!")]
    assert len(untold) <= MOST_UNTOLD * len(known)
