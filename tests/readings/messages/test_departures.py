"""Tests of what a server says of a client that went."""

from __future__ import annotations

import pytest

from nocarrier.diagnosis.explaining import explained
from nocarrier.model.explanation import Explained
from nocarrier.readings.messages.scan import scan

NGINX = '2026/11/30 06:00:00 [info] 7#7: *1 {}, client: 203.0.113.9, server: shop.example, request: "GET / HTTP/1.1", upstream: "http://10.0.0.5:8080/"'
OF_CLIENTS = (
    NGINX.format("epoll_wait() reported that client prematurely closed connection, so upstream connection is closed too while sending request to upstream"),
    NGINX.format("writev() failed (32: Broken pipe) while sending to client"),
    "closing AMQP connection <0.111.0> (10.0.0.9:50111 -> 10.0.0.5:5672):\nclient unexpectedly closed TCP connection",
    "2026-11-30 06:00:00 UTC [111] LOG:  could not receive data from client: Connection reset by peer",
    "Nov 30 06:00:00 web sshd[111]: Connection closed by invalid user admin 203.0.113.9 port 50111 [preauth]",
    "110 [Note] Aborted connection 110 to db: 'app' user: 'app' host: '10.0.0.9' (Got an error reading communication packets)",
    "write tcp 127.0.0.1:8080->127.0.0.1:50122: write: broken pipe",
    "org.apache.catalina.connector.ClientAbortException: java.io.IOException: Broken pipe",
)  # fmt: skip
OF_SERVERS = (
    NGINX.format("recv() failed (104: Connection reset by peer) while reading response header from upstream"),
    "could not receive data from server: Connection reset by peer",
    "Connection closed by 10.0.0.5 port 22",
    "write tcp 127.0.0.1:50122->127.0.0.1:8080: write: broken pipe",
)


def explain(text: str) -> Explained:
    (one,) = explained(scan([text.encode()]))
    return one


@pytest.mark.parametrize("text", OF_CLIENTS)
def test_who_went_was_the_client_and_no_server_is_blamed_for_it(text: str) -> None:
    error = explain(text)
    assert error.kind in ("closed", "reset")
    named = {fitting.cause for fitting in error.causes}
    assert not named & {"server-closes-at-once", "server-crashes-on-request", "listening-on-loopback-only"}
    assert "A server says this of its client" in str(error.cannot_tell)
    assert not error.next


@pytest.mark.parametrize("text", OF_SERVERS)
def test_what_a_client_says_of_its_server_stays_so(text: str) -> None:
    error = explain(text)
    assert error.causes[0].cause in ("server-closes-at-once", "listening-on-loopback-only", "connection-limited")
    assert "A server says this of its client" not in str(error.cannot_tell)


def test_what_a_gateway_dialled_for_a_client_that_went_is_no_target() -> None:
    assert explain(OF_CLIENTS[0]).target is None


def test_a_client_that_kept_silent_is_behind_no_firewall() -> None:
    named = [
        one.cause
        for one in explain(
            NGINX.format("client timed out (110: Connection timed out) while waiting for request")
        ).causes
    ]
    assert named == ["idle-timeout", "packet-loss", "server-speaks-other-protocol"]


def test_a_client_that_went_and_a_server_that_did_are_two_errors() -> None:
    went = NGINX.format("upstream prematurely closed connection while reading response header from upstream")
    told = scan([f"{OF_CLIENTS[0]}\n{went}\n".encode()])
    assert [one.reading.by_client for one in told] == [True, False]


def test_it_is_linear_in_what_hostile_lines_hold() -> None:
    assert scan([(b"client " * 200_000) + b"\nread tcp " + b"1:1->" * 200_000]) == ()
