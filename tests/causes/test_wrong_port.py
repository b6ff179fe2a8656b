"""Which port was meant, and how surely: the rows of what can be known from each side."""

from __future__ import annotations

import pytest

from nocarrier.causes.server import (
    listening_on_loopback_only,
    listening_on_other_address,
    server_not_listening,
    wrong_port,
)
from nocarrier.diagnosis.judge import judge
from nocarrier.diagnosis.rank import rank
from nocarrier.facts.exchange import Exchange, HttpReply
from nocarrier.facts.listeners import Listener, Program
from nocarrier.facts.neighbourhood import Neighbourhood, Spoken, is_near, is_slip, slips
from nocarrier.facts.port_mentions import PortMentions
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.upgrades import Upgrades
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Certainty, Found, Judgement
from nocarrier.readings.target import parse_target
from tests.causes.cases import made, seen

CAUSES = [wrong_port.CAUSE, server_not_listening.CAUSE]
WRONG, NOBODY = "wrong-port", "server-not-listening"
PROVEN, LIKELY, POSSIBLE = Certainty.PROVEN, Certainty.LIKELY, Certainty.POSSIBLE


def case(
    target: str,
    heard: dict[int, str],
    running: dict[int, str] | None = None,
    named_in: tuple[str, ...] = (),
    bound: str = "0.0.0.0",
) -> Case:
    """``heard``: open port → protocol recognised there; ``running``: port → program, where the server was seen."""
    parsed = parse_target(target)
    from nocarrier.facts.services import PROTOCOL, implied_scheme

    wanted = PROTOCOL.get(implied_scheme(parsed.scheme, parsed.port or 0), "")
    around = Neighbourhood(
        address="10.20.0.5",
        tried=tuple(heard),
        open=tuple(heard),
        speaking=tuple(port for port, protocol in heard.items() if wanted and protocol == wanted),
        spoken=tuple(Spoken(port=port, protocol=said, said=bool(said)) for port, said in heard.items()),
    )
    extra = [seen(around)]
    if running is not None:
        extra.append(seen(PortMentions(port=parsed.port or 0, files=named_in), Where.SERVER))
    listeners = None
    if running is not None:
        listeners = [
            Listener(address=bound, port=port, program=Program(pid=40 + at, name=name))
            for at, (port, name) in enumerate(running.items())
        ]
    whole = made({"10.20.0.5": "ECONNREFUSED"}, listeners, extra=extra, target=target)
    attempt = TcpAttempt(address="10.20.0.5", port=parsed.port or 0, connected=False, errno="ECONNREFUSED")
    evidence = tuple(
        seen(attempt, item.where, int(item.id[1:])) if type(item.facts) is TcpAttempt else item
        for item in whole.evidence
    )
    return Case(target=parsed, evidence=evidence, server_named=running is not None)


def test_another_port_that_speaks_it_leaves_open_how_this_one_is_listened_on() -> None:
    listening = [listening_on_loopback_only.CAUSE, listening_on_other_address.CAUSE]
    suspects, _ = judge(case("redis://10.20.0.5:6380", {6379: "redis"}), [*CAUSES, *listening])
    assert {suspect.cause.slug: suspect.found.certainty for suspect in rank(suspects)} == {
        WRONG: LIKELY, NOBODY: POSSIBLE, "listening-on-loopback-only": POSSIBLE, "listening-on-other-address": POSSIBLE,
    }  # fmt: skip


def verdicts(made: Case) -> dict[str, Certainty]:
    suspects, _ = judge(made, CAUSES)
    return {suspect.cause.slug: suspect.found.certainty for suspect in rank(suspects)}


ALONE = [
    ("redis://10.20.0.5:6378", {6379: "redis"}, {WRONG: LIKELY, NOBODY: POSSIBLE}),
    ("redis://10.20.0.5:4000", {6379: "redis"}, {WRONG: LIKELY, NOBODY: POSSIBLE}),
    ("redis://10.20.0.5:7001", {7002: "http"}, {NOBODY: POSSIBLE}),
    ("redis://10.20.0.5:7001", {7002: ""}, {WRONG: POSSIBLE, NOBODY: POSSIBLE}),
    ("redis://10.20.0.5:7001", {9300: ""}, {NOBODY: POSSIBLE}),
    ("http://10.20.0.5:8081", {8080: "http"}, {WRONG: LIKELY, NOBODY: POSSIBLE}),
    ("http://10.20.0.5:9123", {80: "http"}, {NOBODY: POSSIBLE}),
    ("http://10.20.0.5", {8080: "http"}, {WRONG: POSSIBLE, NOBODY: POSSIBLE}),
    ("http://10.20.0.5:8442", {8443: "tls"}, {NOBODY: POSSIBLE}),
    ("ws://10.20.0.5:2346", {2345: "websocket"}, {WRONG: LIKELY, NOBODY: POSSIBLE}),
    ("ws://10.20.0.5:2346", {2345: "http"}, {WRONG: POSSIBLE, NOBODY: POSSIBLE}),
    ("websocket://10.20.0.5:2346", {2345: "", 2347: "websocket"}, {WRONG: LIKELY, NOBODY: POSSIBLE}),
    ("tcp://10.20.0.5:4001", {4002: ""}, {WRONG: POSSIBLE, NOBODY: POSSIBLE}),
    ("tcp://10.20.0.5:4001", {9002: ""}, {NOBODY: POSSIBLE}),
    ("tcp://10.20.0.5:23", {22: "ssh"}, {NOBODY: POSSIBLE}),
    ("tcp://10.20.0.5:6379", {6380: "redis"}, {WRONG: POSSIBLE, NOBODY: POSSIBLE}),
]


@pytest.mark.parametrize(("target", "heard", "expected"), ALONE)
def test_from_the_client_alone(target: str, heard: dict[int, str], expected: dict[str, Certainty]) -> None:
    assert verdicts(case(target, heard)) == expected


BOTH = [
    # One Redis, and nobody meant another: the port that was dialled is no place where a second one is put.
    ("redis://10.20.0.5:7931", {7391: "redis"}, {7391: "redis-server"}, {WRONG: PROVEN}),
    ("redis://10.20.0.5", {7777: "redis"}, {7777: "redis-server"}, {WRONG: PROVEN}),
    ("redis://10.20.0.5:6380", {6379: "redis"}, {6379: "redis-server"}, {WRONG: LIKELY, NOBODY: POSSIBLE}),
    ("redis://10.20.0.5:7932", {7931: "redis"}, {7931: "redis-server"}, {WRONG: LIKELY, NOBODY: POSSIBLE}),
    ("redis://10.20.0.5:4000", {7: "redis", 9: "redis"}, {7: "redis-server", 9: "redis-server"},
     {WRONG: LIKELY, NOBODY: POSSIBLE}),
    # Its cluster bus is a listener of the same program, and does not speak Redis.
    ("redis://10.20.0.5:4000", {6379: "redis", 16379: ""}, {6379: "redis-server", 16379: "redis-server"},
     {WRONG: PROVEN}),
    ("redis://10.20.0.5:4000", {}, {6379: "redis-server"}, {WRONG: LIKELY, NOBODY: POSSIBLE}),
    ("redis://10.20.0.5:7001", {7002: "http"}, {7002: "node"}, {NOBODY: PROVEN}),
    # Of web servers a machine may have several, and one of them may be down.
    ("http://10.20.0.5:4971", {4791: "http"}, {4791: "python3"}, {WRONG: LIKELY, NOBODY: POSSIBLE}),
    ("http://10.20.0.5:5001", {5010: "http"}, {5010: "python3"}, {WRONG: LIKELY, NOBODY: POSSIBLE}),
    ("http://10.20.0.5:3001", {3000: "http"}, {3000: "node"}, {WRONG: LIKELY, NOBODY: POSSIBLE}),
    # 443 is 8443 without its first digit; both are where something usually listens.
    ("https://10.20.0.5:8443", {443: "tls"}, {443: "nginx"}, {WRONG: LIKELY, NOBODY: POSSIBLE}),
    ("http://10.20.0.5:9123", {80: "http"}, {80: "nginx"}, {NOBODY: PROVEN}),
    ("http://10.20.0.5", {8080: "http"}, {8080: "java"}, {WRONG: LIKELY, NOBODY: POSSIBLE}),
    ("http://10.20.0.5", {8080: "http", 8081: "http"}, {8080: "java", 8081: "node"},
     {NOBODY: LIKELY, WRONG: POSSIBLE}),
    ("tcp://10.20.0.5:4001", {4002: ""}, {4002: "server"}, {WRONG: LIKELY, NOBODY: POSSIBLE}),
    ("tcp://10.20.0.5:4001", {4002: "", 4003: ""}, {4002: "a", 4003: "b"}, {NOBODY: LIKELY, WRONG: POSSIBLE}),
    ("tcp://10.20.0.5:4001", {}, {22: "sshd"}, {NOBODY: PROVEN}),
]  # fmt: skip


@pytest.mark.parametrize(("target", "heard", "running", "expected"), BOTH)
def test_from_both_ends(
    target: str, heard: dict[int, str], running: dict[int, str], expected: dict[str, Certainty]
) -> None:
    assert verdicts(case(target, heard, running)) == expected


def test_a_port_that_the_configuration_names_is_no_slip() -> None:
    files = ("/etc/redis/second.conf",)
    redis = case("redis://10.20.0.5:7931", {7391: "redis"}, {7391: "redis-server"}, files)
    assert verdicts(redis) == {WRONG: LIKELY, NOBODY: POSSIBLE}
    web = case("http://10.20.0.5:3001", {3000: "http"}, {3000: "node"}, files)
    assert verdicts(web) == {NOBODY: LIKELY, WRONG: POSSIBLE}


def test_a_listener_that_does_not_take_the_address_is_not_meant() -> None:
    bound = case("redis://10.20.0.5:7931", {}, {7391: "redis-server"}, bound="127.0.0.1")
    assert verdicts(bound) == {NOBODY: PROVEN}


def test_proof_rests_on_every_piece_of_it() -> None:
    whole = case("redis://10.20.0.5:7931", {7391: "redis"}, {7391: "redis-server"})
    found = wrong_port.judge(whole)
    assert isinstance(found, Found)
    assert found.certainty is PROVEN
    assert {type(item.facts).__name__ for item in found.because} == {
        "TcpAttempt", "Listeners", "Interfaces", "Neighbourhood", "PortMentions",
    }  # fmt: skip
    for piece in found.because:
        assert verdicts(whole.without(piece)).get(WRONG) is not PROVEN


def test_the_fix_is_the_target_on_that_port() -> None:
    found = wrong_port.judge(case("ws://10.20.0.5:2346/chat", {2345: "websocket"}))
    assert isinstance(found, Found)
    assert found.fixes[0].commands == ("nocarrier ws://10.20.0.5:2345/chat",)


def test_slips_of_a_digit() -> None:
    assert {2354, 3245, 22345, 23455, 345, 245, 234} <= set(slips(2345)) | set(slips(234))
    assert is_slip(4971, 4791)
    assert not is_slip(8080, 8081)
    assert all(0 < port < 65536 for port in (*slips(65535), *slips(1), *slips(10)))
    assert is_near(8080, 8083)
    assert not is_near(8080, 8084)
    assert not is_near(8080, 8080)


def answered(status: int, body: str) -> Judgement:
    """A WebSocket's port answers its handshake so, while the next port takes it."""
    http = HttpReply(version="1.1", status=status, reason="", headers={}, body=body)
    exchange = Exchange(address="10.20.0.5", port=2346, protocol="websocket", size=9, http=http, foreign=True)
    upgrades = Upgrades(address="10.20.0.5", port=2346, path="/")
    around = Neighbourhood(address="10.20.0.5", tried=(2345,), open=(2345,), speaking=(2345,))
    evidence = tuple(seen(facts, number=at) for at, facts in enumerate((exchange, upgrades, around), 1))
    return wrong_port.judge(Case(target=parse_target("ws://10.20.0.5:2346"), evidence=evidence))


@pytest.mark.parametrize(
    ("status", "body", "sure"),
    [
        (404, "not here", LIKELY),
        (400, "Subprotocol required", POSSIBLE),
        (400, 'Can "Upgrade" only to "WebSocket".', POSSIBLE),
        (403, "no", None),
        (301, "", None),
        (421, "", None),
    ],
)
def test_a_door_that_says_why_it_stays_shut_may_be_the_right_one(
    status: int, body: str, sure: Certainty | None
) -> None:
    judgement = answered(status, body)
    assert (judgement.certainty if isinstance(judgement, Found) else None) is sure
