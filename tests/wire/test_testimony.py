"""Real answers of real programs (versions in the comments), and what is none of theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts import testimony as facts
from nocarrier.facts.intermediaries import TABLE, WORDS
from nocarrier.facts.testimony import Witness
from nocarrier.wire.testimony import LONGEST_TEXT, MOST_WITNESSES, PROXY_STATUS, retry_after, witnesses

NGINX = """<html>\r\n<head><title>{0}</title></head>\r\n<body>\r\n<center><h1>{0}</h1></center>\r\n<hr><center>{1}</center>\r
</body>\r\n</html>\r\n"""
APACHE_503 = """<h1>Service Unavailable</h1>
<p>The server is temporarily unable to service your
request due to maintenance downtime or capacity
problems. Please try again later.</p>"""
APACHE_502 = """<h1>Proxy Error</h1>
<p>The proxy server received an invalid\r
response from an upstream server.<br />\r
The proxy server could not handle the request<p>Reason: <strong>Error reading from remote server</strong></p></p>"""
HAPROXY = "<html><body><h1>{}</h1>\n{}\n</body></html>\n"
WEBSOCKETS = (
    "Failed to open a WebSocket connection: invalid Connection header: close.\n\n"
    "You cannot access a WebSocket server directly with a browser. You need a WebSocket client.\n"
)

ANSWERS = [
    # nginx 1.22.1
    (502, {"Server": "nginx/1.22.1"}, NGINX.format("502 Bad Gateway", "nginx/1.22.1"), "nginx", "backend-failing"),
    (504, {"Server": "nginx"}, NGINX.format("504 Gateway Time-out", "nginx"), "nginx", "backend-silent"),
    (403, {"Server": "nginx/1.22.1"}, NGINX.format("403 Forbidden", "nginx/1.22.1"), "nginx", ""),
    (502, {"Server": "openresty"}, NGINX.format("502 Bad Gateway", "openresty/1.21.4.1"), "openresty", "backend-failing"),
    # Apache 2.4.71
    (503, {"Server": "Apache/2.4.71 (Debian)"}, APACHE_503, "apache", "backend-failing"),
    (502, {"Server": "Apache/2.4.71 (Debian)"}, APACHE_502, "apache", "backend-broken"),
    # HAProxy 2.6.12
    (503, {}, HAPROXY.format("503 Service Unavailable", "No server is available to handle this request."), "haproxy",
     "backend-missing"),
    (504, {}, HAPROXY.format("504 Gateway Time-out", "The server didn't respond in time."), "haproxy", "backend-silent"),
    (429, {}, HAPROXY.format("429 Too Many Requests", "You have sent too many requests in a given amount of time."),
     "haproxy", "rate-limited"),
    # Caddy 2.6.2, Squid 5.7
    (502, {"Server": "Caddy"}, "", "caddy", "backend-failing"),
    (503, {"Server": "squid/5.7", "X-Squid-Error": "ERR_CONNECT_FAIL 111", "Via": "1.1 vm (squid/5.7)"}, "", "squid",
     "backend-refused"),
    # Envoy, Traefik, ALB and the edges: by their documentation and sources
    (503, {"Server": "envoy"}, "upstream connect error or disconnect/reset before headers. reset reason: connection "
     "failure, transport failure reason: delayed connect error: 111", "envoy", "backend-refused"),
    (503, {"Server": "envoy"}, "no healthy upstream", "envoy", "backend-missing"),
    (503, {}, "no available server\n", "traefik", "backend-missing"),
    (503, {"Server": "awselb/2.0"}, "<center><h1>503 Service Temporarily Unavailable</h1></center>", "alb",
     "backend-missing"),
    (521, {"Server": "cloudflare", "CF-RAY": "8a-FRA"}, "", "cloudflare", "backend-refused"),
    (502, {"X-Cache": "Error from cloudfront", "Via": "1.1 x.cloudfront.net (CloudFront)"},
     "<P>CloudFront wasn't able to connect to the origin.", "cloudfront", "backend-refused"),
    (503, {"Via": "1.1 varnish (Varnish/7.1)"}, "<h1>Error 503 Backend fetch failed</h1>", "varnish",
     "backend-failing"),
    # applications
    (400, {}, "<title>DisallowedHost\n          at /</title>", "django", "host-unknown"),
    (403, {}, 'Blocked request. This host ("shop.test") is not allowed.', "vite", "host-unknown"),
    (426, {"Server": "nginx"}, WEBSOCKETS, "python-websockets", "upgrade-missing"),
    (400, {}, '{"code":3,"message":"Bad request"}', "socket-io", "upgrade-missing"),
    (403, {}, "Invalid Host header", "webpack-dev-server", "host-unknown"),
    (400, {}, "Invalid host header", "starlette", "host-unknown"),
    (426, {}, "Upgrade Required", "application", "upgrade-missing"),
    (505, {"Server": "nginx"}, "", "application", "version-changed"),
]  # fmt: skip


def read(status: int, headers: dict[str, str], body: str) -> facts.Testimony:
    found = witnesses(status, headers.items(), body)
    return facts.Testimony(address="10.0.0.1", port=80, status=status, witnesses=found)


@pytest.mark.parametrize(("status", "headers", "body", "product", "says"), ANSWERS)
def test_who_speaks(status: int, headers: dict[str, str], body: str, product: str, says: str) -> None:
    speaker = read(status, headers, body).speaker
    assert speaker is not None
    assert (speaker.product, speaker.says) == (product, says)


def test_one_that_passed_an_answer_on_is_not_its_speaker() -> None:
    seen = read(426, {"Server": "nginx/1.22.1"}, WEBSOCKETS)
    assert seen.front is not None
    assert (seen.front.product, seen.front.own) == ("nginx", False)
    assert seen.speaker is not None
    assert seen.speaker.role == "application"


def test_proxy_status_is_in_the_order_of_the_way_back() -> None:
    value = 'r34.example.net; error=http_request_error, ExampleCDN; error=connection_timeout; details="a, b; c"'
    said = witnesses(504, [("Proxy-Status", value)], "")
    assert [(one.label, one.says, one.text) for one in said] == [
        ("ExampleCDN", "backend-silent", "a, b; c"),
        ("r34.example.net", "", "http_request_error"),
    ]


def test_what_no_table_knows_is_named_by_via() -> None:
    said = witnesses(200, [("Via", "1.1 vegur, HTTP/1.1 proxy.corp (Zscaler/6.2)")], "hello")
    assert [one.label for one in said] == ["vegur", "Zscaler/6.2"]


@pytest.mark.parametrize(
    ("status", "headers", "body"),
    [
        (200, {"Server": "gunicorn"}, "hello"),
        (426, {"Upgrade": "TLS/1.2, HTTP/1.1"}, "Upgrade Required"),
        (426, {"Sec-WebSocket-Version": "8"}, ""),
        (400, {}, "websocket upgrade refused: origin not allowed"),
        (503, {"Server": "nginx"}, "down for maintenance"),
    ],
)
def test_what_says_nothing(status: int, headers: dict[str, str], body: str) -> None:
    assert read(status, headers, body).speaker is None


def test_the_words_are_known() -> None:
    said = {mark.says for entry in TABLE for mark in entry.marks if mark.says} | set(PROXY_STATUS.values())
    assert said <= set(WORDS)
    assert all(mark.text == mark.text.lower() for entry in TABLE for mark in entry.marks)


@pytest.mark.parametrize(
    ("value", "seconds"), [("120", 120.0), (" 3 ", 3.0), ("soon", None), ("²", None), ("", None)]
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after([("Retry-After", value)]) == seconds


headers = st.lists(
    st.tuples(
        st.sampled_from(["server", "via", "proxy-status", "x-cache", "cf-ray", "retry-after", "upgrade"]) | st.text(),
        st.text() | st.sampled_from(['a;b="c', ",,;=", "1.1", '"\\']),
    ),
    max_size=6,
)


@given(st.integers(0, 999), headers, st.text(max_size=300))
def test_nothing_breaks_it(status: int, said: list[tuple[str, str]], body: str) -> None:
    found: tuple[Witness, ...] = witnesses(status, said, body)
    assert len(found) <= MOST_WITNESSES
    assert all(one.text.isprintable() and len(one.text) <= LONGEST_TEXT for one in found)
    assert all(one.label.isprintable() for one in found)
    retry_after(said)
