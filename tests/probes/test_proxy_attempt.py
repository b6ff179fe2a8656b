"""Going through a proxy, against peers that are none, or worse. Real sockets, on loopback; bytes nobody should send."""

from __future__ import annotations

import socket
import time
from collections.abc import Sequence
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier import diagnose
from nocarrier.facts.proxies import Choice, Proxies
from nocarrier.facts.proxy_attempt import Outcome, ProxyAttempt
from nocarrier.machines import Heard, Talk, Talked
from nocarrier.machines.local import Local
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.prose import say
from nocarrier.probes import Options, Scene, proxy_attempt
from nocarrier.readings.proxy_url import parse_proxy
from nocarrier.readings.target import parse_target
from tests.own_address import HOST
from tests.probes.peers import Behaviour, closes, resets, says, serving

GRANTED = b"HTTP/1.1 200 Connection established\r\n\r\n"


class Answering(Local):
    """A machine on which whoever is dialled says these bytes at each step, as far as the script goes on."""

    def __init__(self, *words: bytes) -> None:
        super().__init__("paper://")
        self.words = words

    def converse(self, talks: Sequence[Talk]) -> tuple[Talked, ...]:
        return tuple(Talked(stage="exchange", heard=tuple(self._heard(talk))) for talk in talks)

    def _heard(self, talk: Talk) -> list[Heard]:
        heard = []
        for step, said in zip(talk.steps, self.words, strict=False):
            met = said.startswith(step.expect)
            heard.append(Heard(received=said, end="enough" if met and said else "unmet" if said else "closed"))
            if not met:
                break
        return heard


def test_what_comes_through_a_tunnel_is_the_targets() -> None:
    turned_down = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
    through = attempted(Answering(GRANTED, turned_down), f"http://{HOST}:3128").exchange
    assert through is not None
    assert (through.address, through.there) == (HOST, "10.0.0.9:8080")


def attempted(machine: Local, proxy: str, target: str = "ws://10.0.0.9:8080/chat") -> ProxyAttempt:
    chosen = Choice(reader="", variable="--proxy", proxy=parse_proxy(proxy).proxy)
    seen = Evidence(
        id="e1", probe="proxies", where=Where.CLIENT, took_ms=0.0, summary=say("seen"), facts=Proxies(chosen=chosen)
    )
    case = Case(target=parse_target(target), evidence=(seen,))
    scene = Scene(case, Options(proxy=proxy), machine, None, time.monotonic() + 5)
    (observation,) = proxy_attempt.look(scene, machine, Where.CLIENT)
    assert isinstance(observation.facts, ProxyAttempt)
    return observation.facts


@pytest.mark.parametrize(
    ("proxy", "words", "outcome"),
    [
        ("http://127.0.0.1:1", [b"HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=x\r\n\r\n"], "login"),
        ("http://127.0.0.1:1", [b"HTTP/1.1 407 No\r\n\r\n"], "login"),
        ("http://127.0.0.1:1", [b"HTTP/1.1 403 No\r\n\r\n"], "forbidden"),
        ("http://127.0.0.1:1", [b"HTTP/1.1 503 No\r\n\r\n"], "target"),
        ("http://127.0.0.1:1", [b"HTTP/1.1 405 No\r\n\r\n"], "no-proxy"),
        ("http://127.0.0.1:1", [b"HTTP/1.1 500 No\r\n\r\n"], "failed"),
        ("http://127.0.0.1:1", [b"SSH-2.0-x\r\n"], "no-proxy"),
        ("http://127.0.0.1:1", [b""], "silent"),
        ("http://127.0.0.1:1", [GRANTED, b"HTTP/1.1 404 No\r\n\r\n"], "answered"),
        ("http://127.0.0.1:1", [b"HTTP/1.0 200 OK\r\n\r\n", b"HTTP/1.1 404 No\r\n\r\n"], "answered"),
        ("socks5h://127.0.0.1:1", [b"\x05\xff"], "login"),
        ("socks5h://127.0.0.1:1", [b"\x05\x00", b"\x05\x02\0\1\0\0\0\0\0\0"], "forbidden"),
        ("socks5h://127.0.0.1:1", [b"\x05\x00", b"\x05\x05\0\1\0\0\0\0\0\0"], "target"),
        ("socks5h://127.0.0.1:1", [b"\x05\x00", b"\x05\x07\0\1\0\0\0\0\0\0"], "failed"),
        ("socks5h://127.0.0.1:1", [b"HTTP/1.1 400 Bad\r\n\r\n"], "no-proxy"),
        ("socks5h://me:x@127.0.0.1:1", [b"\x05\x02", b"\x01\x01"], "login"),
        ("socks5h://me:x@127.0.0.1:1", [b"\x05\x02", b"\x01\x00", b"\x05\x04\0\1\0\0\0\0\0\0"], "target"),
        ("socks4://127.0.0.1:1", [b"\x00\x5b\0\0\0\0\0\0"], "failed"),
        ("socks4://127.0.0.1:1", [b"\x00\x5a\0\0\0\0\0\0", b"HTTP/1.1 404 No\r\n\r\n"], "answered"),
    ],
)
def test_every_stage_has_its_word(proxy: str, words: list[bytes], outcome: str) -> None:
    assert attempted(Answering(*words), proxy).outcome == outcome


@given(
    st.lists(st.one_of(st.binary(max_size=200), st.sampled_from([b"\x05\x00", GRANTED])), max_size=4),
    st.sampled_from(["http", "socks4", "socks4a", "socks5", "socks5h"]),
    st.sampled_from(["", "me:secretpassword@"]),
    st.sampled_from(["http://10.0.0.9/", "ws://shop.example:8080", "https://[fd00::9]:8443/x"]),
)
def test_no_bytes_break_it_and_no_password_comes_out(words: list[bytes], scheme: str, user: str, target: str) -> None:
    if scheme in ("socks4", "socks5"):
        target = "http://10.0.0.9/"
    facts = attempted(Answering(*words), f"{scheme}://{user}127.0.0.1:1", target)
    assert facts.outcome in get_args(Outcome) or facts.outcome
    assert "secretpassword" not in repr(facts)
    assert str(proxy_attempt.summary(facts))


def endless(connection: socket.socket) -> None:
    try:
        while True:
            connection.sendall(b"HTTP/1.1 200 x\r\nx: " + b"y" * 65536)
    except OSError:
        return


@pytest.mark.parametrize("behaviour", [closes, resets, endless, says(b"\0" * 5000), says(b"HTTP/1.1 200 OK\r\n")])
@pytest.mark.parametrize("scheme", ["http", "socks5h", "socks4a", "https"])
def test_a_hostile_proxy_ends_the_diagnosis_in_time(behaviour: Behaviour, scheme: str) -> None:
    with serving(behaviour) as port, serving(says(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) as target:
        started = time.monotonic()
        report = diagnose(f"http://{HOST}:{target}", timeout=2.0, proxy=f"{scheme}://me:secretpassword@{HOST}:{port}")
    assert time.monotonic() - started < 6.0
    assert "secretpassword" not in repr(report)
    assert report.outcome == "failed" or scheme == "http"
