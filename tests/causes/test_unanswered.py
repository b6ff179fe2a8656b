"""What is made of a connection after which nothing came, and how sure that is."""

from __future__ import annotations

from typing import Any

import pytest

from nocarrier.causes.protocol import (
    server_crashes_on_request,
    websocket_needs_credentials,
    websocket_origin_rejected,
)
from nocarrier.causes.server import connection_limited, process_hung, server_out_of_files
from nocarrier.facts.acceptance import Acceptance
from nocarrier.facts.exchange import Exchange, HttpReply, TurnedAway
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.process_state import ProcessState
from nocarrier.facts.upgrades import Upgrades
from nocarrier.model.evidence import Where
from nocarrier.model.judgement import Certainty, Found, Judgement, RuledOut, Silent
from tests.causes.cases import made, seen

SILENT = {"protocol": "http", "asked": True, "expired": True, "waited_ms": 3000.0}
HUNG_UP = {"protocol": "http", "asked": True, "closed": True}
LEFT = {
    "made": True, "found": True, "held_ms": 1500.0, "waiting": 3, "before": 2, "backlog": 50, "holders": (2,),
    "open_files": 900, "most_files": 90000,
}  # fmt: skip
IDLE = {"pid": 2, "state": "S", "wchan": "hrtimer_nanosleep", "open": 9, "soft": 1024}


def judged(
    cause: Any, answer: dict[str, Any], acceptance: dict[str, Any] | None = None, *processes: dict[str, Any]
) -> Judgement:
    extra = [seen(Exchange(address="10.20.0.5", port=8080, **answer))]
    if acceptance is not None:
        extra.append(seen(Acceptance(address="10.20.0.5", port=8080, **acceptance), Where.SERVER))
    extra += [seen(ProcessState(name="app", **process), Where.SERVER) for process in processes]
    judgement: Judgement = cause.judge(made({"10.20.0.5": ""}, [], extra=extra, target="http://10.20.0.5:8080"))
    return judgement


def certainty(judgement: Judgement) -> str:
    return judgement.certainty.name.lower() if isinstance(judgement, Found) else type(judgement).__name__


@pytest.mark.parametrize(
    ("acceptance", "processes", "said"),
    [
        (None, (), "possible"),
        (LEFT, (), "likely"),
        (LEFT, ({**IDLE, "state": "T"},), "proven"),
        ({**LEFT, "taken": 1}, ({**IDLE, "state": "T"}, {**IDLE, "pid": 1, "state": "S"}), "likely"),
        ({**LEFT, "holders": (1, 2)}, ({**IDLE, "state": "T", "parent": 1}, {**IDLE, "pid": 1}), "proven"),
        ({**LEFT, "holders": (2, 3)}, ({**IDLE, "state": "T"},), "likely"),
        (LEFT, (IDLE,), "proven"),
        (LEFT, ({**IDLE, "state": "R"},), "likely"),
        (LEFT, ({**IDLE, "open": None},), "likely"),
        (LEFT, ({**IDLE, "wchan": "inet_csk_accept"},), "likely"),
        (LEFT, ({**IDLE, "open": 1024},), "RuledOut"),
        # It serves somebody, or has taken one of ours: it may be one that takes one after another.
        ({**LEFT, "taken": 1}, (IDLE,), "likely"),
        ({**LEFT, "waiting": 2}, (IDLE,), "likely"),
        ({**LEFT, "before": 3}, (IDLE,), "likely"),
        ({**LEFT, "most_files": 900}, (IDLE,), "likely"),
        ({**LEFT, "accepted": True, "sent": 90, "unread": 90}, (IDLE,), "likely"),
        ({**LEFT, "accepted": True, "sent": 90}, (IDLE,), "possible"),
        ({**LEFT, "accepted": True, "sent": 90, "answered": True}, (IDLE,), "RuledOut"),
        ({**LEFT, "found": False}, (), "possible"),
        # Our own attempts have filled the queue: which one it is, is known by the address only.
        ({**LEFT, "made": False, "found": False, "waiting": 2, "backlog": 1}, ({**IDLE, "state": "T"},), "proven"),
    ],
)
def test_a_program_that_hangs(
    acceptance: dict[str, Any] | None, processes: tuple[dict[str, Any], ...], said: str
) -> None:
    assert certainty(judged(process_hung, SILENT, acceptance, *processes)) == said


@pytest.mark.parametrize(
    ("answer", "acceptance", "processes", "said"),
    [
        (SILENT, None, (), "possible"),
        (SILENT, LEFT, (), "possible"),
        (SILENT, LEFT, ({**IDLE, "open": 1024},), "proven"),
        (SILENT, LEFT, ({**IDLE, "open": 1024, "state": "T"},), "RuledOut"),
        (SILENT, LEFT, (IDLE,), "RuledOut"),
        (SILENT, {**LEFT, "most_files": 900}, (IDLE,), "likely"),
        (HUNG_UP, {**LEFT, "found": False}, ({**IDLE, "open": 1024},), "proven"),
        (HUNG_UP, {**LEFT, "found": False}, ({**IDLE, "open": 1023},), "likely"),
        (HUNG_UP, {**LEFT, "found": False}, (IDLE,), "RuledOut"),
        ({"protocol": "http", "size": 10}, LEFT, ({**IDLE, "open": 1024},), "Silent"),
    ],
)
def test_a_program_without_files(
    answer: dict[str, Any], acceptance: dict[str, Any] | None, processes: tuple[dict[str, Any], ...], said: str
) -> None:
    assert certainty(judged(server_out_of_files, answer, acceptance, *processes)) == said


def test_one_that_hangs_up_does_not_hang() -> None:
    assert isinstance(judged(process_hung, HUNG_UP, LEFT, IDLE), Silent)


def test_a_limit_is_raised_as_far_as_the_hard_one_allows() -> None:
    for hard, limits in ((None, "65536:"), (1 << 20, "65536:"), (8192, "8192:"), (1024, "65536:65536")):
        found = judged(server_out_of_files, SILENT, LEFT, {**IDLE, "open": 1024, "hard": hard})
        assert isinstance(found, Found)
        assert found.certainty is Certainty.PROVEN
        assert found.fixes[0].commands == (f"prlimit --pid 2 --nofile={limits}",)


def test_who_is_out_of_files_is_named_when_ruled_out() -> None:
    ruled_out = judged(server_out_of_files, SILENT, LEFT, IDLE)
    assert isinstance(ruled_out, RuledOut)
    assert ruled_out.why.render() == "app has 9 of 1024 files open"


@pytest.mark.parametrize(("protocol", "code", "said"), [("redis", "maxclients", "proven"), ("smtp", "421", "likely")])
def test_the_servers_own_word(protocol: str, code: str, said: str) -> None:
    turned = TurnedAway(protocol=protocol, code=code, text="no")
    assert certainty(judged(connection_limited, {"protocol": protocol, "size": 9, "turned_away": turned})) == said


@pytest.mark.parametrize(("programs_seen", "told"), [(False, "without root"), (True, "no time")])
def test_what_is_not_known_of_the_program_is_said_with_its_reason(programs_seen: bool, told: str) -> None:
    extra = [
        seen(Exchange(address="10.20.0.5", port=8080, **SILENT)),
        seen(Acceptance(address="10.20.0.5", port=8080, **LEFT), Where.SERVER),
        seen(Listeners(listeners=(), programs_seen=programs_seen), Where.SERVER),
    ]
    judgement = process_hung.judge(made({"10.20.0.5": ""}, extra=extra, target="http://10.20.0.5:8080"))
    assert isinstance(judgement, Found)
    assert str(judgement.summary).startswith("The program ")
    assert told in str(judgement.summary)
    assert ("root" in str(judgement.decided_by[0].question)) is not programs_seen


@pytest.mark.parametrize(
    ("code", "owners"),
    [
        ("1008", {"websocket-needs-credentials": "likely"}),
        ("4401", {"websocket-needs-credentials": "likely"}),
        ("1000", {"websocket-needs-credentials": "possible"}),
        ("1011", {"server-crashes-on-request": "likely"}),
        ("1013", {"connection-limited": "likely"}),
    ],
)
def test_a_websocket_that_is_closed_as_soon_as_it_is_open_has_one_owner(code: str, owners: dict[str, str]) -> None:
    http = HttpReply(version="1.1", status=101, headers={})
    turned = TurnedAway(protocol="websocket", code=code)
    exchange = Exchange(address="10.20.0.5", port=8080, protocol="websocket", size=9, http=http, turned_away=turned)
    assert not exchange.fine
    assert not exchange.upgraded
    upgrades = Upgrades(address="10.20.0.5", port=8080, path="/")
    case = made({"10.20.0.5": ""}, extra=[seen(exchange), seen(upgrades)], target="ws://10.20.0.5:8080")
    causes = (websocket_needs_credentials, server_crashes_on_request, connection_limited, websocket_origin_rejected)
    judged_ = {cause.CAUSE.slug: cause.judge(case) for cause in causes}
    assert {slug: certainty(one) for slug, one in judged_.items() if isinstance(one, Found)} == owners
