"""The picture draws what was seen, and a ``?`` for what was not."""

from __future__ import annotations

from typing import Any

import pytest

from nocarrier.model.record import replace
from nocarrier.model.report import CertaintyWord, ReportedEvidence, Verdict
from nocarrier.reports.pen import Pen
from nocarrier.reports.picture import drawn
from tests.reports.examples import BOTH_ENDS, ROUTE, report


def attempt(**facts: Any) -> ReportedEvidence:
    usual = {"address": "10.20.0.5", "port": 2345, "local_address": "10.10.0.7", "said": None}
    return ReportedEvidence(id="e2", probe="tcp", where="client", took_ms=1, summary="", facts={**usual, **facts})


def through(stage: str) -> ReportedEvidence:
    facts = {"address": "10.10.0.1", "proxy": {"host": "proxy.example", "port": 3128}, "stage": stage}
    return ReportedEvidence(id="e3", probe="proxy_attempt", where="client", took_ms=1, summary="", facts=facts)


def said(origin: str) -> dict[str, Any]:
    return {"origin": origin, "version": 4, "type": 3, "code": 13, "local": False}


def blamed(cause: str, certainty: CertaintyWord = "proven") -> Verdict:
    return Verdict(cause=cause, certainty=certainty, summary="It is that.", because=("e2",))


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
            {"symptom": "timed-out", "verdict": blamed("firewall-blocks-outgoing"), "evidence": (ROUTE, attempt())},
            "you 10.10.0.7 ─✗ 10.20.0.5:2345",
        ),
        (
            {"symptom": "timed-out", "verdict": blamed("firewall-blocks-replies"), "evidence": (ROUTE, attempt())},
            "10.20.0.5:2345 ─→ 10.10.0.1 ─✗ you 10.10.0.7",
        ),
        (
            {
                "symptom": "timed-out",
                "verdict": blamed("firewall-blocks-outgoing", "possible"),
                "evidence": (ROUTE, attempt()),
            },
            "you 10.10.0.7 ─→ 10.10.0.1 ─→ ? ─✗ 10.20.0.5:2345",
        ),
        (
            {"failed_step": "websocket", "symptom": "protocol-mismatch", "evidence": (ROUTE, attempt())},
            "you 10.10.0.7 ─→ 10.10.0.1 ─→ 10.20.0.5:2345 ─✗ WebSocket",
        ),
        (
            {"failed_step": "tls", "symptom": "tls-failed", "evidence": (ROUTE, attempt(), through("exchange"))},
            "you ─→ 10.10.0.1:3128 ─→ 10.20.0.5:2345 ─✗ TLS",
        ),
        (
            {"failed_step": "tls", "symptom": "tls-failed", "evidence": (attempt(), through("connect"))},
            "you 10.10.0.7 ─→ 10.20.0.5:2345 ─✗ TLS",
        ),
    ],
)
def test_where_it_breaks(changes: dict[str, Any], picture: str) -> None:
    assert drawn(report(**changes), Pen(width=100)) == [picture]


def traced(*routers: str, compared: tuple[dict[str, int], ...] = ()) -> ReportedEvidence:
    rows = [router.split() for router in routers]
    own = {"transport": "tcp", "port": 2345, "routers": rows, "reached": 0}
    facts = {"address": "10.20.0.5", "port": 2345, "own": own, "beside": None, "compared": list(compared)}
    return ReportedEvidence(id="e5", probe="hops", where="client", took_ms=1, summary="", facts=facts)


R1, R2 = "10.10.0.1", "10.15.0.2"
AGAIN = {"distance": 2, "own": 0, "own_sent": 3, "beside": 1}


@pytest.mark.parametrize(
    ("hops", "picture"),
    [
        (traced(R1, R2), "you 10.10.0.7 ─→ 10.10.0.1 ─→ 10.15.0.2 ─→ ? ─✗ 10.20.0.5:2345"),
        (traced(R1, compared=(AGAIN,)), "you 10.10.0.7 ─→ 10.10.0.1 ─✗ 10.20.0.5:2345"),
        (traced(R1, compared=({**AGAIN, "beside": 0},)), "you 10.10.0.7 ─→ 10.10.0.1 ─→ ? ─✗ 10.20.0.5:2345"),
        (
            traced(R1, "", f"{R2} 10.15.0.3"),
            "you 10.10.0.7 ─→ 10.10.0.1 ─→ ? ─→ 10.15.0.2|10.15.0.3 ─→ ? ─✗ 10.20.0.5:2345",
        ),
        (
            traced(*"12345678"),
            "you 10.10.0.7 ─→ 1 ─→ 2 ─→ 3 ─→ … ─→ 6 ─→ 7 ─→ 8 ─→ ? ─✗ 10.20.0.5:2345",
        ),
        (traced(), "you 10.10.0.7 ─→ 10.10.0.1 ─→ ? ─✗ 10.20.0.5:2345"),
    ],
)
def test_how_far_packets_were_seen(hops: ReportedEvidence, picture: str) -> None:
    assert drawn(report(symptom="timed-out", evidence=(ROUTE, attempt(), hops)), Pen(width=100)) == [picture]


def test_a_circle_is_drawn_once_round() -> None:
    evidence = (ROUTE, attempt(said=said(R2)), traced(R1, R2, R1, R2, R1, R2))
    drawing = report(symptom="unreachable", evidence=evidence)
    assert drawn(drawing, Pen(width=100)) == [
        "you 10.10.0.7 ─→ 10.10.0.1 ─→ 10.15.0.2 ─→ 10.10.0.1 ─✗ 10.20.0.5:2345"
    ]


def test_the_target_itself_may_say_no_by_icmp() -> None:
    drawing = report(symptom="unreachable", evidence=(ROUTE, attempt(said=said("10.20.0.5"))))
    assert drawn(drawing, Pen(width=100)) == ["you 10.10.0.7 ─→ 10.10.0.1 ─→ 10.20.0.5 ─✗ :2345"]


def test_datagrams_have_a_picture() -> None:
    sent = replace(attempt(), probe="udp")
    drawing = report(symptom="timed-out", evidence=(ROUTE, sent))
    assert drawn(drawing, Pen(width=100)) == ["you 10.10.0.7 ─→ 10.10.0.1 ─→ ? ─✗ 10.20.0.5:2345"]


@pytest.mark.parametrize("step", [None, "target"])
def test_no_picture_where_nothing_broke_on_the_way(step: str | None) -> None:
    assert drawn(report(failed_step=step), Pen()) == []


def test_unix_socket() -> None:
    target = replace(BOTH_ENDS.target, scheme="unix", host="", port=None, path="/run/app.sock")
    assert drawn(report(target=target), Pen()) == ["you ─✗ /run/app.sock"]


def test_the_attempt_that_the_verdict_rests_on_is_drawn() -> None:
    first = replace(attempt(address="10.20.0.4"), id="e9")
    drawing = report(verdict=BOTH_ENDS.verdict, evidence=(first, attempt()))
    assert drawn(drawing, Pen()) == ["you 10.10.0.7 ─→ 10.20.0.5 ─✗ :2345"]


def test_who_waits_beyond() -> None:
    assert drawn(BOTH_ENDS, Pen(width=100))[0].endswith("─✗ :2345        127.0.0.1:2345 ← php")
    assert drawn(BOTH_ENDS, Pen(width=60))[-1] == "    127.0.0.1:2345 ← php"
