"""Lines beside which there is another reading, by a hair: what a reader must not take, and what it must."""

from __future__ import annotations

import pytest

from nocarrier.diagnosis.explaining import explained
from nocarrier.model.explanation import Explained
from nocarrier.readings.messages.scan import scan

TUNNEL = "\tat sun.net.www.protocol.http.HttpURLConnection.doTunneling(HttpURLConnection.java:2205)\n"
BIND = "\tat sun.nio.ch.Net.bind0(Native Method)\n"
HANDSHAKE = "\tat sun.security.ssl.SSLSocketImpl.startHandshake(SSLSocketImpl.java:1339)\n"

SILENT = (
    "2026-11-30 05:00:00 UTC [10054] ERROR:  could not read row",  # PostgreSQL's process number
    "connecting to the proxy at 10.0.0.1",
    "trust store ready, ssl sslInvalidCertificate=false",
    'Os { code: 2, kind: NotFound, message: "No such file or directory" }',
    '2026/11/28 12:00:00 [crit] 7#7: open() "/srv/x" failed (13: Unknown error), upstream: "fastcgi://php"',
)
READ = (
    ("node mosquitto[11001]: Socket error on client <unknown>, disconnecting", "unknown"),  # a process' number
    ("sshd[10061]: error: connect failed", "unknown"),
    ("php: socket_connect failed(10061)", "refused"),
    ("server said [10061] connection failed", "refused"),
    ("Pump says: timeout", "timed-out"),
    ("no shared cipher", "tls-failed"),
    ("以一种访问权限不允许的方式做了一个访问套接字的尝试", "permission-denied"),
)


def first(text: str) -> Explained:
    return explained(scan([text.encode()]))[0]


def causes(text: str) -> list[str]:
    return [fitting.cause for fitting in first(text).causes]


OF_CLIENTS = (
    'INFO:     172.18.0.1:50000 - "GET /health HTTP/1.1" 503 Service Unavailable',
    "2026/11/30 05:00:00 10.0.0.9:41234 GET /api 504 Gateway Timeout",
    '10.0.0.9:41234 [30/Nov/2026:05:00:00.000] http-in be/s1 0/0/-1/-1/3 503 217 - - SC-- 1/1/0/0/3 0/0 "GET / HTTP/1.1"',
    '"GET /x HTTP/1.1" from 127.0.0.1:50444 - 502 Bad Gateway 0B in 3ms',
)


@pytest.mark.parametrize("line", OF_CLIENTS)
def test_who_asked_is_not_whom_an_access_log_is_about(line: str) -> None:
    assert first(line).target is None


@pytest.mark.parametrize("line", SILENT)
def test_no_error(line: str) -> None:
    assert scan([line.encode()]) == ()


@pytest.mark.parametrize(("line", "kind"), READ)
def test_an_error(line: str, kind: str) -> None:
    assert first(line).kind == kind


def test_a_log_of_requests_does_not_come_before_the_log_of_errors_beside_it() -> None:
    requests = '10.0.0.9 - - [28/Nov/2026:12:00:00 +0000] "GET / HTTP/1.1" 502 157 "-" "curl/8.5.0"\n'
    errors = "2026/11/28 12:00:00 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream\n"
    assert first(requests + errors).kind == "refused"


def test_where_an_error_is_written_about_is_no_target() -> None:
    assert first("connect ECONNREFUSED https://github.com/example/app/issues/12").target is None


def test_the_connection_of_kafka_python_has_a_place() -> None:
    error = first("<BrokerConnection node_id=1 host=kafka.example:9092 <connected>>: socket disconnected")
    assert error.client == "kafka"
    assert error.target is not None
    assert (error.kind, error.target.host, error.target.port) == ("closed", "kafka.example", 9092)


def test_what_a_message_says_of_its_step_counts_more_than_frames() -> None:
    assert first("java.net.SocketTimeoutException: connect timed out\n" + HANDSHAKE).step == "tcp"


def test_what_failed_at_a_proxy_is_the_proxy_s() -> None:
    error = first("java.net.SocketTimeoutException: Read timed out\n" + TUNNEL)
    assert (error.step, error.causes[0].cause) == ("proxy", "proxy-interferes")


def test_a_bind_that_was_denied_goes_out_to_nobody() -> None:
    assert causes("java.net.SocketException: Permission denied\n" + BIND)[:2] == [
        "permission-denied",
        "address-in-use",
    ]


def test_a_bind_uses_up_no_local_ports() -> None:
    named = causes(
        "Failed to start connector 10.0.0.5:8080: java.net.BindException: Cannot assign requested address\n" + BIND
    )
    assert named[:2] == ["source-address-not-local", "address-family-disabled"]


def test_the_manual_of_node_is_not_asked() -> None:
    text = "connect ECONNREFUSED 127.0.0.1:8080, see https://nodejs.org/api/errors.html#common-system-errors"
    assert causes(text)[0] == "server-not-listening"


def test_the_edge_takes_its_own_tunnels() -> None:
    assert "cdn-in-front" not in causes("dial tcp 198.41.200.13:7844: i/o timeout")
    assert causes("dial tcp 198.41.200.13:7845: i/o timeout")[0] == "cdn-in-front"


def test_the_id_of_a_container_is_a_name_in_its_own_network_only() -> None:
    assert causes("connect to 3f2a9b8c7d6e:9092 timed out")[0] == "name-not-found"
    assert causes("connect to deadbeefcafe:9092 timed out")[0] != "name-not-found"


def test_the_words_of_a_mail_server_are_no_status_of_http() -> None:
    error = first(
        "NOQUEUE: reject: RCPT from unknown[203.0.113.9]: 554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org; proto=ESMTP"
    )
    assert (error.kind, error.code, error.target) == ("rejected", {"reply": 554}, None)
    assert error.causes[0].cause == "server-refuses-client"
    assert "gateway-has-no-backend" not in [fitting.cause for fitting in error.causes]


@pytest.mark.parametrize("place", ["8080", "0.0.0.0:8080", "[::]:8080"])
def test_the_kernel_says_which_port_is_flooded(place: str) -> None:
    error = first(f"kernel: TCP: request_sock_TCP: Possible SYN flooding on port {place}. Sending cookies.")
    assert error.target is not None
    assert (error.kind, error.target.host, error.target.port) == ("resource-limit", None, 8080)
    assert error.causes[0].cause == "syn-flooded"


def test_the_request_of_axios_names_the_place() -> None:
    error = first(
        "error: Request failed with status code 502\nconfig: { url: 'http://gw:8080/api/x', method: 'get' }\n"
    )
    assert error.target is not None
    assert (error.target.host, error.target.port) == ("gw", 8080)
