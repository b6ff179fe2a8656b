"""Whom a text names: what is a place, what only looks like one, and whose it is."""

from __future__ import annotations

import pytest

from nocarrier.diagnosis.explaining import explained
from nocarrier.model.explanation import Explained
from nocarrier.readings.messages.asked import asked_about
from nocarrier.readings.messages.endpoints import endpoints
from nocarrier.readings.messages.scan import scan

NO_PLACES = (
    "(node:4711) UnhandledPromiseRejectionWarning: Error: socket hang up",
    "(node:8080) UnhandledPromiseRejectionWarning: Error: socket hang up",
    "web-1  | (node:4711) UnhandledPromiseRejectionWarning: AxiosError: Request failed with status code 502",
    "(evolution:4711): GLib-GIO-WARNING **: Connection refused",
    "docker run postgres:16 -> psql: connection refused",
    "using image mysql:8 - Connection refused",
    "Step 3/9 : FROM python:3 ... connection timed out",
    'level=error caller=client:111 msg="connection refused"',
    '"level":"error","caller":"server:3306","msg":"connection refused"',
    "ERROR [main:1] c.x.App - Connection refused",
    "[pool-1-thread:12] Connection refused",
    "[W][mqtt:137]: connection refused",
    "Makefile:104: connection refused",
    "entrypoint:12: connection refused",
    "timeout:5000 connection timed out",
    "took:3000 ms connection timed out",
    "job:4711 connection refused",
    "kernel: [worker:5432] connection refused",
    "partition orders:3 connection refused",
    "uid:1000 connection refused",
    "goroutine:55 connection refused",
    "retries exhausted, shard:3, connection refused",
    "Error: timed out at https://cdn.shop.example/static/app.js:1:11104",
    '203.0.113.9 - - [30/Nov/2026:06:00:00 +0000] "GET /x HTTP/1.1" 502 157 "https://www.google.com/" "Mozilla/5.0 (X11; Linux x86_64)"',
    '203.0.113.9 - - [30/Nov/2026:06:00:00 +0000] "GET /x HTTP/1.1" 502 157 "-" "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"',
    '{"status":502,"msg":"connection refused","http_referer":"https://www.google.com/"}',
)
PLACES = (
    ("connect to db:5432 failed: connection refused", "db", 5432),
    ("redis:6379: connection refused", "redis", 6379),
    ("dial tcp web:81: connect: connection refused", "web", 81),
    ("could not connect to worker:4711: connection refused", "worker", 4711),
    ("[redis:6379] Connection refused", "redis", 6379),
    ('level=error addr=client:9191 msg="connection refused"', "client", 9191),
    ("upstream app:9001 connection refused", "app", 9001),
    ("Name or service not known (api:80)", "api", 80),
    ("error: host sent an empty reply [10192] (edge-99:8443): Success: (0) connection refused", "edge-99", 8443),
    ("web:3000", "", 0),
    ("421 Cannot connect to SMTP server mx (mx:26), connect error 10060", "mx", 26),
    ("mount error(113): could not connect to 10.0.0.5Unable to find suitable address.", "10.0.0.5", 0),
    (
        "mount error(110): could not connect to nas.shop.exampleUnable to find suitable address.",
        "nas.shop.example",
        0,
    ),
)
TRACE = '\nERROR Traceback (most recent call last):\n  File "/app/b.py", line 5, in charge\n    s.connect(addr)\nTimeoutError: timed out'
FRAME = "\nError: socket hang up\n    at connResetException (node:internal/errors:720:14)"
OF_OTHERS = (
    "INFO GET https://api.shop.example/v1/x 200 OK" + TRACE,
    "INFO GET https://api.shop.example/v1/x -> 200" + TRACE,
    'HTTP Request: GET https://api.shop.example/v1/x "HTTP/1.1 200 OK"' + TRACE,
    "info: GET https://api.shop.example/v1/x 200 OK" + FRAME,
    "PUT https://s3.example/b/x 204 No Content" + FRAME,
    "GET https://api.shop.example/v1/x 304" + TRACE,
    "GET https://api.shop.example/v1/x status=200 12ms\nERROR: connect ECONNREFUSED",
    "[01:00:01] POST https://pay.example/charge 201 Created 45ms\n[01:00:02] worker: ECONNREFUSED",
    "Connecting to redis:6379... OK" + TRACE,
    "INFO fetching https://api.shop.example/v1\nERROR redis ping failed: [Errno 111] Connection refused",
    "INFO  GET https://a.example/x\nERROR kafka producer: Connection timed out",
    "INFO connecting to redis at cache:6379\nERROR could not get mail: [Errno 111] Connection refused",
)
OF_THE_LINE_ABOVE = (
    ("GET https://a.example/x\nError: connect ECONNREFUSED", "a.example"),
    ("GET https://a.example/x took 250 ms\nError: connect ECONNREFUSED", "a.example"),
    ("INFO connecting to redis at cache:6379\nERROR redis: Connection refused", "cache"),
    ("GET https://es.example/_search\nelasticsearch: Connection refused", "es.example"),
    ("GET https://a.example/x 200\nGET https://b.example/x\nERROR: connect ECONNREFUSED", "b.example"),
    ("GET https://a.example/x 502\nError: Request failed with status code 502", "a.example"),
)
COMMANDS = (
    ("mount error(113): could not connect to 10.0.0.5Unable to find suitable address.", "nocarrier tcp://10.0.0.5:445"),
    ("[  111.104] nfs: server nas.shop.example not responding, timed out", "nocarrier tcp://nas.shop.example:2049"),
    ("MongoServerSelectionError: getaddrinfo EAI_AGAIN mongo", "nocarrier mongodb://mongo"),
    ("ssh: Could not resolve hostname nope.example: Name or service not known", "nocarrier ssh://nope.example"),
    ("SQLSTATE[HY000] [2002] php_network_getaddresses: getaddrinfo for db failed: Name or service not known", "nocarrier mysql://db"),
    ("PDOException: SQLSTATE[HY000] [2002] Connection refused\n#0 /app/x.php(3): PDO->__construct('mysql:host=db;p...', 'u')", "nocarrier mysql://db"),
)  # fmt: skip


def one(text: str) -> Explained:
    (error,) = explained(asked_about([text.encode()]))
    return error


@pytest.mark.parametrize("text", NO_PLACES)
def test_a_word_and_a_number_are_no_place_unless_something_says_so(text: str) -> None:
    assert one(text).target is None


@pytest.mark.parametrize(("text", "host", "port"), PLACES)
def test_what_says_so(text: str, host: str, port: int) -> None:
    named = [error.target for error in explained(asked_about([text.encode()])) if error.target is not None]
    assert [(target.host, target.port or 0) for target in named] == ([(host, port)] if host else [])


@pytest.mark.parametrize("text", OF_OTHERS)
def test_what_was_answered_or_is_another_service_s_did_not_fail(text: str) -> None:
    assert [error.target for error in explained(asked_about([text.encode()]))] == [None]


@pytest.mark.parametrize(("text", "host"), OF_THE_LINE_ABOVE)
def test_what_the_line_above_was_dialling_failed(text: str, host: str) -> None:
    target = one(text).target
    assert target is not None
    assert target.host == host


@pytest.mark.parametrize(("text", "command"), COMMANDS)
def test_a_port_is_the_one_of_the_service_that_is_named(text: str, command: str) -> None:
    assert one(text).next[0].command == command


def test_a_number_that_no_port_has_is_not_replaced_by_another() -> None:
    error = one("connect ECONNREFUSED 10.0.0.1:99999")
    assert error.next == ()
    assert error.causes[0].cause == "target-malformed"


def test_requests_of_visitors_from_everywhere_are_one_error() -> None:
    line = '203.0.113.{0} - - [30/Nov/2026:06:00:00 +0000] "GET /x HTTP/1.1" 502 157 "https://{1}.example/" "Mozilla/5.0"\n'
    names = [chr(ord("g") + number // 10) * 5 + chr(ord("g") + number % 10) * 5 for number in range(100)]
    (told,) = scan(["".join(line.format(number, name) for number, name in enumerate(names)).encode()])
    assert (told.times, len(told.lines)) == (100, 1)


def test_that_certificates_are_not_checked_is_no_failure() -> None:
    warning = "(node:111) Warning: Setting the NODE_TLS_REJECT_UNAUTHORIZED environment variable to '0' makes TLS connections and HTTPS requests insecure by disabling certificate verification."
    assert explained(asked_about([warning.encode()])) == ()


def test_an_argument_of_a_command_says_enough() -> None:
    assert [(place.host, place.port) for place in endpoints("--to=web:3001")] == [("web", 3001)]
    assert endpoints("that web:3001") == []
