"""HAProxy: sections, conditions, and where a request goes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.front import Way
from nocarrier.readings.haproxy_cfg import parse, way
from nocarrier.readings.matching import Request

TYPICAL = """\
global
    maxconn 2000
defaults
    mode http
    timeout connect 5s
frontend web
    bind *:80,:8080
    bind [::]:81 v6only
    acl is_ws hdr(Upgrade) -i websocket
    acl known hdr(host) -i chat.example www.chat.example
    http-request deny deny_status 421 if !known
    http-request del-header Upgrade if { path_beg /old }
    stick-table type ip size 1m expire 10s store http_req_rate(10s)
    http-request deny deny_status 429 if { sc_http_req_rate(0) gt 20 }
    use_backend rooms if is_ws { path_beg /rooms }
    use_backend odd if { nbsrv(odd) gt 1 }
    default_backend app
backend app
    http-request set-header Host inner.example
    server a 127.0.0.1:3000 check
    server b 127.0.0.1:3001 backup
backend rooms
    server r unix@/run/rooms.sock
listen raw
    mode tcp
    bind 10.0.0.1:9000-9002
    server s 10.0.0.9:2345
"""


def go(target: str = "/", host: str = "chat.example", port: int = 80) -> Way:
    found = way(
        parse(TYPICAL, "h.cfg"),
        Request(address="10.0.0.1", port=port, named=host, target=target, upgrade="websocket"),
    )
    assert found is not None
    return found


def test_a_condition_that_holds_chooses() -> None:
    found = go("/rooms/1")
    assert [one.host for one in found.backends] == ["/run/rooms.sock"]
    assert found.whole


def test_the_default_behind_one_that_is_not_understood() -> None:
    found = go("/x")
    assert [(one.host, one.port, one.ready) for one in found.backends] == [
        ("127.0.0.1", 3000, True),
        ("127.0.0.1", 3001, False),
    ]
    assert found.backends[0].named == "inner.example"
    assert not found.whole


def test_a_rule_answers_an_unknown_name() -> None:
    found = go(host="other.example")
    assert found.status == 421
    assert found.answering is not None
    assert found.answering.line == 11


def test_a_header_taken_away() -> None:
    found = go("/old")
    assert found.upgrade == "stripped"
    assert [place.line for place in found.against] == [12]


def test_a_rate_is_no_answer_but_a_limit() -> None:
    (limit,) = go("/x").limits
    assert (limit.status, limit.place.line) == (429, 14)
    assert limit.rate is not None
    assert limit.rate.line == 13


def test_bytes_as_they_are() -> None:
    found = go(port=9001)
    assert [(one.host, one.port, one.speaks) for one in found.backends] == [("10.0.0.9", 2345, "tcp")]
    assert found.upgrade == "passed"


def test_nobody_is_bound_there() -> None:
    assert way(parse(TYPICAL), Request(address="10.0.0.1", port=82, named="x")) is None


words = st.sampled_from([
    "frontend f\n", "backend b\n", "listen l\n", "defaults\n", "bind :80\n", "acl a ", "{", "}", "!", "if ", "unless ", "or ",
    "use_backend b ", "default_backend b\n", "server s :80\n", "server s x:y\n", "http-request deny ", "'", '"', "hdr(host) ",
    "path_reg ((((", "-m ", "reg ", "\n", "mode http\n",
])  # fmt: skip


@given(st.lists(words, max_size=50).map("".join) | st.text(max_size=200))
def test_nothing_breaks_it(text: str) -> None:
    way(parse(text), Request(address="10.0.0.1", port=80, named="x", target="/a"))
