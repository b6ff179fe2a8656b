"""What the peer says, or does in place of saying anything, is the symptom. Real sockets, on loopback."""

from __future__ import annotations

import contextlib
import socket
import struct
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier import diagnose
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Heard, Talk, Talked, TlsSeen
from nocarrier.model.evidence import Evidence, Where
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.model.report import Report
from nocarrier.probes import Options, exchange
from nocarrier.probes.exchange import opened, planned, read, steps
from nocarrier.readings.target import parse_target
from tests.own_address import HOST
from tests.probes.peers import Behaviour, closes, hung, listens, resets, says, serving
from tests.probes.test_tcp import Scripted, scene


def dialled(scheme: str, port: int) -> Report:
    return diagnose(f"{scheme}://{HOST}:{port}", timeout=1.5)


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
    monkeypatch.setattr(exchange, "HANGING_UP", 0.3)
    monkeypatch.setattr(exchange, "LONGEST_HANGING_UP", 0.3)
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


@pytest.mark.parametrize(
    ("target", "said", "symptom", "step"),
    [
        ("ws", b"HTTP/1.1 200 OK\r\n\r\nhello", "protocol-mismatch", "websocket"),
        ("ws", b"HTTP/1.1 404 Not Found\r\n\r\n", "protocol-mismatch", "websocket"),
        ("ws", b"HTTP/1.1 426 Upgrade Required\r\n\r\n", "protocol-mismatch", "websocket"),
        ("ws", b"HTTP/1.1 101 Yes\r\nUpgrade: websocket\r\n\r\n", "protocol-mismatch", "websocket"),
        ("ws", b"HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\n", "rejected", "websocket"),
        ("ws", b"HTTP/1.1 401 Who\r\n\r\n", "rejected", "websocket"),
        ("websocket", b"HTTP/1.1 503 Later\r\n\r\n", "rejected", "websocket"),
        ("ws", b"SSH-2.0-x\r\n", "protocol-mismatch", "websocket"),
        ("ws", b"HTTP/1.1 200 O", "closed", "websocket"),
        ("http", b"HTTP/1.0 404 Not Found\r\n\r\n", "none", None),
        ("http", b"HTTP/1.1 401 Who\r\n\r\n", "none", None),
        ("http", b"HTTP/1.1 403 No\r\n\r\n", "none", None),  # no cause is found, so it is the application's own
        ("http", b"HTTP/1.1 302 Found\r\nLocation: /login\r\n\r\n", "none", None),
        ("http", b"HTTP/1.1 502 Bad Gateway\r\n\r\n", "rejected", "http"),
        ("http", b"HTTP/1.1 407 Who\r\n\r\n", "rejected", "proxy"),
        ("http", b"HTTP/1.1 426 Upgrade Required\r\nUpgrade: websocket\r\n\r\n", "protocol-mismatch", "http"),
        ("http", b"+OK ready\r\n", "protocol-mismatch", "http"),
        ("http", b"\x15\x03\x01\x00\x02\x02\x46", "protocol-mismatch", "http"),
        ("redis", b"+PONG\r\n", "none", None),
        ("redis", b"-ERR odd\r\n", "none", None),
        ("redis", b"what?\n", "protocol-mismatch", "service"),
        ("redis", b"HTTP/1.1 400 Bad Request\r\n\r\n", "protocol-mismatch", "service"),
        ("elasticsearch", b"HTTP/1.1 401 Unauthorized\r\n\r\n", "none", None),
        ("ssh", b"220 ready ESMTP\r\n", "protocol-mismatch", "service"),
        ("tcp", b"SSH-2.0-x\r\n", "none", None),
        ("text", b"welcome\n", "none", None),
        ("frame", b"HTTP/1.1 400 Bad Request\r\n\r\n", "protocol-mismatch", "service"),
        ("https", b"HTTP/1.1 400 Bad Request\r\n\r\n", "tls-failed", "tls"),
        ("wss", b"\x15\x03\x01\x00\x02\x02\x28", "tls-failed", "tls"),
        ("tls", b"SSH-2.0-x\r\n", "tls-failed", "tls"),
        ("rediss", b"-ERR unknown command\r\n", "tls-failed", "tls"),
    ],
)
def test_what_the_peer_says_is_the_symptom(
    monkeypatch: pytest.MonkeyPatch, target: str, said: bytes, symptom: str, step: str | None
) -> None:
    monkeypatch.setattr(exchange, "LONGEST_HANGING_UP", 0.3)
    monkeypatch.setattr(exchange, "HANGING_UP", 0.3)
    with serving(answers(said)) as port:
        report = dialled(target, port)
    assert (report.symptom, report.failed_step) == (symptom, step)


NO_LINE = b"C28000\0Mno pg_hba.conf entry\0RClientAuthentication\0\0"
NOT_LET_IN = b"E" + struct.pack(">i", 4 + len(NO_LINE)) + NO_LINE


@pytest.mark.parametrize(
    ("login", "scheme", "said", "outcome", "told"),
    [
        ("", "redis", b"-DENIED Redis is running in protected mode.\r\n", "failed", "says: -DENIED"),
        ("", "redis", b"-NOAUTH Authentication required.\r\n", "connected", "wants a login first; none was tried"),
        (
            ":pw@",
            "redis",
            b"-NOAUTH Authentication required.\r\n",
            "connected",
            "wants a login first; none was tried",
        ),
        (":pw@", "redis", b"+PONG\r\n", "connected", "password was not tried"),
        ("", "redis", b"+PONG\r\n", "connected", ""),
        ("app:pw@", "http", b"HTTP/1.1 200 OK\r\n\r\n", "connected", "password was not tried"),
        (
            "",
            "postgresql",
            NOT_LET_IN,
            "connected",
            "lets no user called nocarrier in from here; no other user was tried",
        ),
        ("app@", "postgresql", NOT_LET_IN, "failed", "says: no pg_hba.conf entry"),
    ],
)
def test_what_was_not_tried_is_not_claimed(login: str, scheme: str, said: bytes, outcome: str, told: str) -> None:
    with serving(answers(said)) as port:
        report = diagnose(f"{scheme}://{login}{HOST}:{port}", timeout=1.5)
    step = report.steps[-1] if outcome == "connected" else next(one for one in report.steps if one.status == "failed")
    assert (report.outcome, step.status) == (
        outcome,
        "failed" if outcome == "failed" else "warning" if told else "ok",
    )
    assert told in step.summary


class InTls(Scripted):
    """PostgreSQL that lets nobody in without TLS; what comes of the handshake is ``tls``."""

    def __init__(self, inside: bytes, tls: TlsSeen | None = None) -> None:
        super().__init__()
        self.inside, self.tls = inside, tls
        self.counts: list[int] = []

    def converse(self, talks: Sequence[Talk]) -> tuple[Talked, ...]:
        (talk,) = talks
        wrapped = len(talk.steps) > 1
        self.counts.append(len(talk.steps))
        said = (b"S", self.inside) if wrapped else (NOT_LET_IN,)
        heard = tuple(Heard(received=one, end="quiet", first_ms=1.0, took_ms=1.0) for one in said)
        return (
            Talked(
                stage="exchange", errno="", expired=False, took_ms=1.0, heard=heard, tls=self.tls if wrapped else None
            ),
        )


def asked_in_tls(server: InTls) -> Exchange:
    looking = scene(server, "postgresql://app@db.example")
    attempt = TcpAttempt(address="192.0.2.1", port=5432, connected=True)
    seen = Evidence(id="e1", probe="tcp", where=Where.CLIENT, took_ms=1.0, summary=say("seen"), facts=attempt)
    looking.case = replace(looking.case, evidence=(seen,))
    (found,) = exchange.look(looking, looking.client, Where.CLIENT)
    assert isinstance(found.facts, Exchange)
    return found.facts


def test_postgresql_is_asked_inside_tls_too_before_it_counts_as_a_no() -> None:
    """A line of pg_hba.conf may be for those only (hostssl)."""
    server = InTls(b"R\0\0\0\x17\0\0\0\x0aSCRAM-SHA-256\0\0")
    assert asked_in_tls(server).fine
    assert server.counts == [1, 2]


def test_a_handshake_that_fails_does_not_hide_what_was_said_in_plain() -> None:
    alert = b"\x15\x03\x03\0\x02\x02\x46"
    assert asked_in_tls(InTls(b"", TlsSeen(received=alert))).forbidden


def answers(said: bytes) -> Behaviour:
    """Says it once the client has said something, and hangs up."""

    def answer(connection: socket.socket) -> None:
        with contextlib.suppress(OSError):  # the client ends with a reset
            connection.recv(1 << 16)
            connection.sendall(said)
            connection.shutdown(socket.SHUT_WR)
            connection.recv(1 << 16)

    return answer


def test_the_connection_of_the_attempt_is_gone_on_with() -> None:
    peers: list[object] = []

    def count(connection: socket.socket) -> None:
        peers.append(connection.getpeername())
        answers(b"HTTP/1.1 204 None\r\n\r\n")(connection)

    with serving(count) as port:
        assert dialled("http", port).outcome == "connected"
    assert len(peers) == 1


def test_another_connection_is_dialled_with_a_session_and_a_whole_flight() -> None:
    attempt = TcpAttempt(address="192.0.2.1", port=443, connected=True)
    hello = opened(scene(Scripted(), "https://shop.example"), attempt).send
    assert struct.pack(">HHHHH", 51, 38, 36, 29, 32) in hello  # a key share of x25519
    for target, user, database in (
        ("postgresql://db.example", b"nocarrier", b"nocarrier"),
        ("postgresql://app@db.example", b"app", b"app"),
        ("postgresql://a%00p:x@db.example/shop?sslmode=disable", b"ap", b"shop"),
    ):
        startup = opened(scene(Scripted(), target), attempt).send
        assert struct.unpack_from(">iHH", startup) == (len(startup), 3, 0)
        assert startup[8:].startswith(b"user\0" + user + b"\0database\0" + database + b"\0")
    assert opened(scene(Scripted(), "tcp://db.example:5432"), attempt).send == b""


def test_the_handshake_says_what_was_asked_for() -> None:
    options = Options(origin="https://a.example", headers=(("Cookie", "sid=1"),), subprotocols=("mqtt",))
    (first, _) = steps(parse_target("wss://chat.example/x?token=1"), options)
    lines = first.send.decode().split("\r\n")
    assert lines[0] == "GET /x?token=1 HTTP/1.1"
    wanted = {"Host: chat.example", "Origin: https://a.example", "Cookie: sid=1", "Sec-WebSocket-Protocol: mqtt"}
    assert wanted <= set(lines)
    assert first.tls is not None
    assert (first.tls.server_name, first.tls.verify) == ("chat.example", True)


def test_nothing_that_is_secret_is_kept() -> None:
    options = Options(headers=(("Authorization", "Bearer abcdef"),))
    target = parse_target("http://a.example")
    said = b"HTTP/1.1 500 No\r\nSet-Cookie: sid=abcdef\r\n\r\n"
    heard = (Heard(received=said, end="closed"),)
    facts = read(target, options, Talked(stage="exchange", heard=heard), address="192.0.2.1", port=80)
    assert "abcdef" not in repr(facts)


@given(
    st.binary(max_size=200), st.sampled_from(["ws", "http", "https", "redis", "mysql", "tls", "tcp", "text", "grpc"])
)
def test_nothing_that_is_said_breaks_it(said: bytes, scheme: str) -> None:
    target = parse_target(f"{scheme}://192.0.2.1:80")
    for prefix in (b"", b"HTTP/1.1 101 Yes\r\n", b"HTTP/1.1 200 OK\r\n\r\n"):
        heard = (Heard(received=prefix + said, end="closed"),)
        seen = TlsSeen(done=bool(prefix), received=said)
        talked = Talked(stage="exchange", heard=heard, tls=seen if scheme in ("https", "tls") else None)
        facts = read(target, Options(), talked, address="192.0.2.1", port=80)
        assert exchange.summary(facts).render(str).isprintable()
        assert facts.step


def test_a_head_without_end_is_an_answer() -> None:
    said = b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 2000
    heard = (Heard(received=said[: exchange.MOST_OF_HTTP], end="enough"),)
    talked = Talked(stage="exchange", heard=heard)
    assert read(parse_target("http://a.example"), Options(), talked, address="192.0.2.1", port=80).fine
    short = Talked(stage="exchange", heard=(Heard(received=said[:100], end="expired"),))
    assert read(parse_target("http://a.example"), Options(), short, address="192.0.2.1", port=80).ended == "silent"


def test_a_server_that_misses_the_client_s_certificate_says_so_late() -> None:
    seen = TlsSeen(done=True, version="TLSv1.3", alert="certificate_required", received=b"\x16\x03\x03")
    talked = Talked(stage="exchange", heard=(Heard(end="tls-failed"),), tls=seen)
    facts = read(parse_target("https://a.example"), Options(), talked, address="192.0.2.1", port=443)
    assert (facts.ended, facts.step) == ("tls-failed", "tls")
    assert "certificate_required" in exchange.summary(facts).render(str)


def test_bytes_before_a_reset_are_an_answer() -> None:
    facts = _read(Talked(stage="exchange", errno="ECONNRESET", heard=(Heard(received=b"-ERR", end="reset"),)))
    assert facts.fine
    assert not facts.hung_up


def test_a_second_connection_that_is_not_made() -> None:
    assert not _read(Talked(stage="connect", expired=True)).fine
    assert _read(Talked(stage="connect", errno="ECONNREFUSED")).fine


def test_packets_lost_at_random_are_tried_again() -> None:
    attempt = TcpAttempt(address="192.0.2.1", port=8080, connected=True, waited_ms=2.0)
    lost = Talked(stage="connect", expired=True, took_ms=250.0)
    made = Talked(stage="exchange", heard=(Heard(end="expired"),))
    for tries, connects in ((2, True), (exchange.TRIES - 1, True), (exchange.TRIES, False)):
        looked = scene(Fickle([*[lost] * tries, made]))
        seen = Evidence(id="e2", probe="tcp", where=Where.CLIENT, took_ms=0.0, summary=say("seen"), facts=attempt)
        looked.case = replace(looked.case, evidence=(*looked.case.evidence, seen))
        (observation,) = exchange.look(looked, looked.client, Where.CLIENT)
        assert isinstance(observation.facts, Exchange)
        assert observation.facts.connected is connects


def test_the_way_it_is_planned_is_the_way_it_is_bound() -> None:
    attempt = TcpAttempt(address="192.0.2.1", port=8080, connected=True, waited_ms=2.0)
    talk = planned(scene(Scripted(), source="192.0.2.9", source_port=5000), attempt)
    assert (talk.source, talk.source_port, talk.kept) == ("192.0.2.9", 5000, True)
    other = planned(scene(Scripted(), source="fd00::9"), attempt)
    assert other.source == ""


class Fickle(Scripted):
    """One answer for each call."""

    def __init__(self, script: list[Talked]) -> None:
        super().__init__()
        self.script = script

    def converse(self, talks: Sequence[Talk]) -> tuple[Talked, ...]:
        return (self.script.pop(0),)


def _read(talked: Talked) -> Exchange:
    return read(parse_target("redis://10.0.0.1"), Options(), talked, address="10.0.0.1", port=6379)
