"""The picture draws what was seen, and a ``?`` for what was not."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from nocarrier.model.report import ReportedEvidence
from nocarrier.reports.pen import Pen
from nocarrier.reports.picture import drawn
from tests.reports.examples import BOTH_ENDS, ROUTE, report


def attempt(**facts: Any) -> ReportedEvidence:
    usual = {"address": "10.20.0.5", "port": 2345, "local_address": "10.10.0.7", "said": None}
    return ReportedEvidence(id="e2", probe="tcp", where="client", took_ms=1, summary="", facts={**usual, **facts})


def said(origin: str) -> dict[str, Any]:
    return {"origin": origin, "version": 4, "type": 3, "code": 13, "local": False}


@pytest.mark.parametrize(
    ("changes", "picture"),
    [
        ({"evidence": (ROUTE, attempt())}, "you 10.10.0.7 ─→ 10.10.0.1 ─→ 10.20.0.5 ─✗ :2345"),
        ({"evidence": ()}, "you ─→ 10.20.0.5 ─✗ :2345"),
        (
            {"symptom": "timed-out", "evidence": (ROUTE, attempt())},
            "you 10.10.0.7 ─→ 10.10.0.1 ─→ ? ─✗ 10.20.0.5:2345",
        ),
        (
            {"symptom": "unreachable", "evidence": (ROUTE, attempt(said=said("10.15.0.1")))},
            "you 10.10.0.7 ─→ 10.10.0.1 ─→ 10.15.0.1 ─✗ 10.20.0.5:2345",
        ),
        (
            {"evidence": (ROUTE, attempt(said=said("10.10.0.1")))},
            "you 10.10.0.7 ─→ 10.10.0.1 ─✗ 10.20.0.5:2345",
        ),
        ({"evidence": (ROUTE, attempt(said=said("10.10.0.7")))}, "you 10.10.0.7 ─✗ 10.20.0.5:2345"),
        (
            {"evidence": (ROUTE, attempt(said=said("10.20.0.5")))},
            "you 10.10.0.7 ─→ 10.10.0.1 ─→ 10.20.0.5 ─✗ :2345",
        ),
        ({"symptom": "address-unavailable", "evidence": (attempt(local_address=""),)}, "you ─✗ 10.20.0.5:2345"),
        (
            {"symptom": "address-unavailable", "evidence": (attempt(local_address="0.0.0.0"),)},
            "you ─✗ 10.20.0.5:2345",
        ),
        ({"failed_step": "route", "symptom": "unreachable"}, "you ─✗ 10.20.0.5:2345"),
        (
            {"failed_step": "websocket", "symptom": "protocol-mismatch", "evidence": (ROUTE, attempt())},
            "you 10.10.0.7 ─→ 10.10.0.1 ─→ 10.20.0.5:2345 ─✗ WebSocket",
        ),
    ],
)
def test_where_it_breaks(changes: dict[str, Any], picture: str) -> None:
    assert drawn(report(**changes), Pen(width=100)) == [picture]


@pytest.mark.parametrize("step", [None, "target"])
def test_no_picture_where_nothing_broke_on_the_way(step: str | None) -> None:
    assert drawn(report(failed_step=step), Pen()) == []


def test_unix_socket() -> None:
    target = msgspec.structs.replace(BOTH_ENDS.target, scheme="unix", host="", port=None, path="/run/app.sock")
    assert drawn(report(target=target), Pen()) == ["you ─✗ /run/app.sock"]


def test_the_attempt_that_the_verdict_rests_on_is_drawn() -> None:
    first = msgspec.structs.replace(attempt(address="10.20.0.4"), id="e9")
    drawing = report(verdict=BOTH_ENDS.verdict, evidence=(first, attempt()))
    assert drawn(drawing, Pen()) == ["you 10.10.0.7 ─→ 10.20.0.5 ─✗ :2345"]


def test_who_waits_beyond() -> None:
    assert drawn(BOTH_ENDS, Pen(width=100))[0].endswith("─✗ :2345        127.0.0.1:2345 ← php")
    assert drawn(BOTH_ENDS, Pen(width=60))[-1] == "    127.0.0.1:2345 ← php"
