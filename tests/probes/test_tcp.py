"""One address or several are dialled: who is asked how often, and what is looked at beside."""

from __future__ import annotations

import socket
import time
from collections.abc import Sequence

import pytest

from nocarrier.facts.contrast import Contrast
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.tcp import EarlyWord, TcpAttempt
from nocarrier.machines import Dial, Dialled, Patience
from nocarrier.machines.local import Local
from nocarrier.model.evidence import Case, Evidence, Facts, Where
from nocarrier.model.prose import say
from nocarrier.probes import Options, Scene
from nocarrier.probes.tcp import ASKED_AT, LONGEST_WAIT, ONE_PORT_ONLY, WITNESSES_AT, look
from nocarrier.readings.target import parse_target
from tests.own_address import HOST


class Scripted(Local):
    """Answers dials as a test says, and keeps what was asked."""

    def __init__(self, *answers: Dialled, witness: Dialled | None = None) -> None:
        super().__init__()
        self.answers, self.witness = list(answers), witness or Dialled(stage="socket", left=True)
        self.asked: list[Dial] = []
        self.patience: Patience | None = None

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        self.asked, self.patience = list(dials), patience
        left = Dialled(stage="socket", left=True)
        answers = iter(self.answers)
        return tuple(self.witness if dial.witness else next(answers, left) for dial in dials)


SILENT = Dialled(stage="connect", expired=True, took_ms=3150.0, local_address="10.0.0.1", local_port=40000)
LEFT = Dialled(stage="connect", left=True, took_ms=120.0)


def scene(
    machine: Local, target: str = "tcp://192.0.2.1:8080", *addresses: str, source: str = "", source_port: int = 0
) -> Scene:
    options = Options(source=source, source_port=source_port)
    parsed = parse_target(target)
    lookup = Lookup(name=parsed.host, addresses=addresses or (parsed.host,), literal=not addresses)
    seen = Evidence(id="e1", probe="lookup", where=Where.CLIENT, took_ms=0.0, summary=say("found"), facts=lookup)
    case = Case(target=parsed, evidence=(seen,))
    return Scene(case, options, machine, None, time.monotonic() + options.timeout)


def looked(made: Scene) -> list[Facts]:
    return [observation.facts for observation in look(made, made.client, Where.CLIENT)]


def attempts(made: Scene) -> list[TcpAttempt]:
    return [facts for facts in looked(made) if isinstance(facts, TcpAttempt)]


def test_an_answer_to_the_first_packet_is_all_there_is() -> None:
    with socket.create_server((HOST, 0)) as listener:
        made = scene(Local(), f"tcp://{HOST}:{listener.getsockname()[1]}")
        (facts,) = looked(made)
    assert isinstance(facts, TcpAttempt)
    assert (facts.connected, facts.asked) == (True, 1)
    assert made.contrasts == []


def test_a_lost_packet_is_no_silence() -> None:
    (facts,) = attempts(scene(Scripted(LEFT, LEFT, Dialled(stage="exchange", took_ms=1.0, local_port=40002))))
    assert (facts.connected, facts.expired, facts.asked, facts.local_port) == (True, False, 3, 40002)


def test_silence_on_one_port_of_a_host_that_lives() -> None:
    with socket.create_server((HOST, 0), backlog=0) as listener:
        held = [socket.socket() for _ in range(4)]
        for each in held:
            each.setblocking(False)
            each.connect_ex(listener.getsockname())
        made = scene(Local(), f"tcp://{HOST}:{listener.getsockname()[1]}")
        started = time.monotonic()
        (facts,) = attempts(made)
        for each in held:
            each.close()
    assert time.monotonic() - started < 2.0
    assert (facts.expired, facts.asked) == (True, len(ASKED_AT))
    (contrast,) = made.contrasts
    assert contrast.again == "silent"
    assert {"reset"} == {other.how for other in contrast.others if other.port == 61612}
    assert 0 < contrast.round_trip_ms < 500


def test_what_is_sent_when() -> None:
    machine = Scripted(SILENT)
    looked(scene(machine))
    asked = [dial for dial in machine.asked if not dial.witness]
    assert [(dial.port, dial.after) for dial in asked] == [(8080, after) for after in ASKED_AT]
    beside = [dial for dial in machine.asked if dial.witness]
    assert {dial.after for dial in beside} == {WITNESSES_AT}
    assert max(ASKED_AT) < WITNESSES_AT  # a rejection of ours comes before those of other ports
    assert {dial.transport for dial in beside} == {"tcp", "udp", "ping"}
    assert {dial.question for dial in machine.asked} == {1}
    assert max(dial.after + dial.timeout for dial in asked) == pytest.approx(LONGEST_WAIT)


def test_a_program_that_binds_one_port_asks_once_and_waits_for_the_repetition() -> None:
    machine = Scripted(SILENT)
    looked(scene(machine, source="192.0.2.9", source_port=5000))
    assert [(dial.source, dial.source_port) for dial in machine.asked if not dial.witness] == [("192.0.2.9", 5000)]
    assert machine.patience is not None
    assert machine.patience.at_least == ONE_PORT_ONLY


def test_the_early_word_is_there_where_nothing_was_heard_for_long() -> None:
    gone = Dialled(stage="connect", expired=True, took_ms=2900.0)
    early = [facts for facts in looked(scene(Scripted(*[SILENT] * 6, witness=gone))) if isinstance(facts, EarlyWord)]
    assert [(word.address, word.after_ms) for word in early] == [("192.0.2.1", 1900.0)]


def test_no_early_word_where_a_host_answers_elsewhere_or_the_wait_was_short() -> None:
    open_ = Dialled(stage="exchange", took_ms=2.0)
    gone = Dialled(stage="connect", expired=True, took_ms=100.0)
    short = Dialled(stage="connect", expired=True, took_ms=1570.0)
    for machine in (Scripted(*[SILENT] * 6, witness=open_), Scripted(*[short] * 6, witness=gone)):
        assert not [facts for facts in looked(scene(machine)) if isinstance(facts, EarlyWord)]


def test_a_word_after_seconds_says_that_the_other_ports_were_silent() -> None:
    said = Dialled(stage="connect", errno="EHOSTUNREACH", took_ms=3066.0)
    unheard = Dialled(stage="connect", left=True, took_ms=2840.0)
    made = scene(Scripted(said, witness=unheard))
    (facts,) = attempts(made)
    assert facts.errno == "EHOSTUNREACH"
    assert [contrast.silent for contrast in made.contrasts] == [True]


def test_a_word_at_once_says_nothing_of_other_ports() -> None:
    made = scene(Scripted(Dialled(stage="connect", errno="EHOSTUNREACH", took_ms=0.4)))
    looked(made)
    assert made.contrasts == []


def test_each_address_is_a_question_of_its_own_and_few_are_looked_around_at() -> None:
    addresses = tuple(f"192.0.2.{number}" for number in range(1, 7))
    machine = Scripted(SILENT)
    looked(scene(machine, "tcp://many.example:8080", *addresses))
    asked = {dial.question: dial.address for dial in machine.asked}
    assert asked == dict(enumerate(addresses, 1))
    assert {dial.address for dial in machine.asked if dial.witness} == set(addresses[:4])


def test_others_use_the_wait_and_are_waited_for() -> None:
    class Slow(Scripted):
        def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
            time.sleep(0.3)
            return super().dial(dials, patience)

    told: list[str] = []
    made = scene(Slow(SILENT))

    def meanwhile(patience: Patience, addresses: Sequence[str], over: object) -> None:
        time.sleep(0.4)
        told.extend(addresses)

    made.meanwhile = meanwhile
    looked(made)
    assert told == ["192.0.2.1"]


def test_nothing_is_done_meanwhile_where_an_answer_comes_at_once() -> None:
    made = scene(Scripted(Dialled(stage="exchange")))
    made.meanwhile = lambda patience, addresses, over: pytest.fail("there was no while")
    assert attempts(made)[0].connected


def test_a_contrast_that_was_heard_already_is_told_by_its_probe() -> None:
    from nocarrier.probes import contrast

    made = scene(Scripted())
    heard = Contrast(address="192.0.2.1", again="silent", others=())
    made.contrasts.append(heard)
    assert [seen.facts for seen in contrast.look(made, made.client, Where.CLIENT)] == [heard]
