"""Any byte is an answer; without one, how the connection ended is the symptom. Real sockets, on loopback."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import pytest

from nocarrier import diagnose
from nocarrier.facts.first_answer import FirstAnswer
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dialled, Patience
from nocarrier.model.evidence import Evidence, Where
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.model.report import Report
from nocarrier.probes import first_answer
from nocarrier.probes.first_answer import answer, awaited
from nocarrier.probes.tcp import Dial
from nocarrier.readings.target import parse_target
from tests.probes.peers import Behaviour, closes, hung, listens, resets, says, serving
from tests.probes.test_tcp import Scripted, scene


def dialled(scheme: str, port: int) -> Report:
    return diagnose(f"{scheme}://127.0.0.1:{port}", timeout=1.5)


@pytest.mark.parametrize(
    ("scheme", "behaviour", "outcome", "symptom", "step"),
    [
        ("http", says(b"HTTP/1.1 500 No\r\n\r\n"), "connected", "none", None),
        ("http", listens, "failed", "no-answer", "http"),
        ("ws", listens, "failed", "no-answer", "websocket"),
        ("https", listens, "failed", "no-answer", "tls"),
        ("redis", listens, "failed", "no-answer", "service"),
        ("ssh", says(b"SSH-2.0-x\r\n"), "connected", "none", None),
        ("ssh", listens, "failed", "no-answer", "service"),
        ("imap", resets, "failed", "reset", "service"),
        ("mysql", closes, "failed", "closed", "service"),
        ("tcp", listens, "connected", "none", None),
        ("tcp", resets, "failed", "reset", "tcp"),
        ("tcp", closes, "failed", "closed", "tcp"),
        ("irc", listens, "connected", "none", None),  # it may greet, and it may wait for the client
    ],
)
def test_what_the_peer_does_is_the_symptom(
    monkeypatch: pytest.MonkeyPatch,
    scheme: str,
    behaviour: Behaviour,
    outcome: str,
    symptom: str,
    step: str | None,
) -> None:
    # The peer is a thread of a loaded machine: it may need longer to hang up than a server does.
    monkeypatch.setattr(first_answer, "HANGING_UP", 0.3)
    monkeypatch.setattr(first_answer, "LONGEST_HANGING_UP", 0.3)
    with serving(behaviour) as port:
        report = dialled(scheme, port)
    assert (report.outcome, report.symptom, report.failed_step) == (outcome, symptom, step)


def test_a_listener_that_takes_one_connection_only_has_worked() -> None:
    with serving(listens, most=1) as port:
        assert dialled("tcp", port).outcome == "connected"


def test_the_report_says_how_long_was_waited() -> None:
    with hung() as port:
        report = dialled("http", port)
    step = next(step for step in report.steps if step.step == "http")
    assert (step.status, step.summary) == ("failed", "no byte came back in 1.0 s after a first message of HTTP")
    assert next(step for step in report.steps if step.step == "tcp").status == "ok"


def test_what_is_said_first_asks_for_a_session_and_a_whole_flight() -> None:
    _, hello = awaited(parse_target("https://shop.example"))
    assert struct.pack(">HHHHH", 51, 38, 36, 29, 32) in hello  # a key share of x25519
    protocol, startup = awaited(parse_target("postgresql://db.example"))
    assert (protocol, struct.unpack_from(">iHH", startup)) == ("postgresql", (len(startup), 3, 0))
    assert awaited(parse_target("tcp://db.example:5432")) == ("", b"")


def test_bytes_before_a_reset_are_an_answer() -> None:
    facts = _answer(Dialled(stage="exchange", received=b"-ERR", errno="ECONNRESET"))
    assert facts.fine
    assert not facts.hung_up


def test_a_second_connection_that_is_not_made() -> None:
    assert not _answer(Dialled(stage="connect", expired=True)).fine
    assert _answer(Dialled(stage="connect", errno="ECONNREFUSED")).fine


def test_packets_lost_at_random_are_tried_again() -> None:
    attempt = TcpAttempt(address="192.0.2.1", port=8080, connected=True, waited_ms=2.0)
    lost = Dialled(stage="connect", expired=True, took_ms=250.0)
    for tries, connects in ((2, True), (first_answer.TRIES - 1, True), (first_answer.TRIES, False)):
        made = scene(Fickle([*[lost] * tries, Dialled(stage="exchange", expired=True)]))
        seen = Evidence(id="e2", probe="tcp", where=Where.CLIENT, took_ms=0.0, summary=say("seen"), facts=attempt)
        made.case = replace(made.case, evidence=(*made.case.evidence, seen))
        (observation,) = first_answer.look(made, made.client, Where.CLIENT)
        assert isinstance(observation.facts, FirstAnswer)
        assert observation.facts.connected is connects


class Fickle(Scripted):
    """One answer for each call."""

    def __init__(self, script: list[Dialled]) -> None:
        super().__init__()
        self.script = script

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        return (self.script.pop(0),)


def _answer(dialled: Dialled) -> FirstAnswer:
    dial = Dial(transport="tcp", address="10.0.0.1", port=6379, timeout=1.0, receive=1024, receive_for=1.0)
    return answer(parse_target("redis://10.0.0.1"), dial, dialled, 3.0)
