"""Tests of finding the errors in the output of any program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from importlib import import_module
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nocarrier.readings.messages import common
from nocarrier.readings.messages import scan as engine
from nocarrier.readings.messages.alike import MOST_SETS, MOST_SPENT
from nocarrier.readings.messages.asked import asked_about
from nocarrier.readings.messages.gathering import MOST_ERRORS, MOST_LINES
from nocarrier.readings.messages.matching import READERS, STEMS
from nocarrier.readings.messages.phrases import WEAK
from nocarrier.readings.messages.scan import scan
from nocarrier.readings.messages.search import BLOCK, LONGEST_LINE, OVERLAP, candidates

NODE = b"""Error: connect ECONNREFUSED 127.0.0.1:5001
    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16) {
  errno: -111,
  code: 'ECONNREFUSED',
  syscall: 'connect',
  address: '127.0.0.1',
  port: 5001
}
"""


DICE, LETTERS = Random(6), b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def told(text: bytes) -> list[tuple[str, str, int]]:
    return [(one.reading.kind, one.reading.host, one.reading.port) for one in scan([text])]


def test_what_one_error_prints_over_several_lines_is_one_error() -> None:
    assert told(NODE) == [("refused", "127.0.0.1", 5001)]
    assert told(b"noise\n" * 50 + NODE + b"more noise\n" + NODE) == [("refused", "127.0.0.1", 5001)]


@pytest.mark.parametrize(
    "members",
    [
        b"{\n  errno: -111,\n  code: 'ECONNREFUSED',\n  address: '::1',\n  port: 5001\n}\n",
        b"api-1  | {\napi-1  |   code: 'ECONNREFUSED',\napi-1  |   address: '::1',\napi-1  |   port: 5001\napi-1  | }\n",
        b'{\n  "code": "ECONNREFUSED",\n  "address": "::1",\n  "port": 5001,\n  "command": "CONN"\n}\n',
    ],
)
def test_an_object_has_its_address_below_its_code(members: bytes) -> None:
    assert told(b"fetch failed\n" + members) == [("refused", "::1", 5001)]


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        (b"http: TLS handshake error from 10.0.0.5:48212: EOF", "", 0),
        (
            b"[proxy_http:error] [client 10.0.0.7:55123] AH01102: error reading status line from remote server localhost:8443",
            "localhost",
            8443,
        ),
        (
            b"closing AMQP connection <0.6.0> (10.0.0.4:51234 -> 10.0.0.9:5672):\nclient unexpectedly closed TCP connection",
            "10.0.0.9",
            5672,
        ),
        (b"Broken pipe, while writing to socket (10.1.0.4:8123 -> 10.1.0.5:38182)", "10.1.0.4", 8123),
        (b"Request origin not allowed: http://localhost:3001", "", 0),
        (
            b"$ curl https://shop.example/\ncurl: (60) SSL certificate problem: certificate has expired",
            "shop.example",
            443,
        ),
        (b'web1 | UNREACHABLE! => {\n  "msg": "Failed to connect to the host via ssh."\n}', "web1", 0),
        (b'ConnectionRefused: Unable to connect.\n path: "http://localhost:8000/api"', "localhost", 8000),
        (b"Connection refused\nat PDO->__construct('mysql:host=10.0.0.9;port=3307', 'u')", "10.0.0.9", 3307),
        (b"Connection refused\n#0 index.php(4): PDO->__construct('mysql:host=127....', 'u')", "", 0),
        (
            b"shop.example (shop.example)|10.20.0.5|:81 ... \xe5\xa4\xb1\xe6\x95\x97: \xe6\x8e\xa5\xe7\xb6\x9a\xe3\x82\x92\xe6\x8b\x92\xe5\x90\xa6\xe3\x81\x95\xe3\x82\x8c\xe3\x81\xbe\xe3\x81\x97\xe3\x81\x9f",
            "shop.example",
            81,
        ),
        (
            b'Get "https://shop.example/v2/": proxyconnect tcp: dial tcp 127.0.0.1:3129: connect: connection refused',
            "shop.example",
            443,
        ),
        (b"ERROR c.e.Sync:88 - Connection refused", "", 0),
        (b"sshd[12]: Connection reset by 203.0.113.5 port 51234 [preauth]", "", 0),
        (
            b'connect() failed (111: Connection refused) while connecting to upstream, client: 172.18.0.1, server: 0.0.0.0:3306, upstream: "10.0.0.9:3307"',
            "10.0.0.9",
            3307,
        ),
        (b"connect to mx.example.net[198.51.100.25]:25: Connection timed out", "mx.example.net", 25),
        (b'host not found in upstream "app:8000" in /etc/nginx/conf.d/default.conf:2', "app", 8000),
        (
            b"SocketException: Connection refused (OS Error: Connection refused, errno = 111), address = 10.0.2.2, port = 45678",
            "10.0.2.2",
            0,
        ),
        (b"Connection refused generic:111", "", 0),
        (
            b'connect(3, {sa_family=AF_INET, sin_port=htons(5432), sin_addr=inet_addr("10.0.0.9")}, 16) = -1 ECONNREFUSED (Connection refused)',
            "10.0.0.9",
            5432,
        ),
        (
            b'connect(3, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::9", &sin6_addr), sin6_scope_id=0}, 28) = -1 ECONNREFUSED (Connection refused)',
            "2001:db8::9",
            80,
        ),
        (b";; communications error to ::1#53: connection refused", "::1", 53),
        (b"mount.nfs: Connection refused for shop:/export on /mnt", "shop", 2049),
        (
            "psql: Fehler: Verbindung zum Server auf »db1« (10.0.0.9), Port 5433 fehlgeschlagen: Verbindungsaufbau abgelehnt".encode(),
            "db1",
            5433,
        ),
        ('psql: 错误: 连接到"db1" (10.0.0.9)上的服务器，端口5433失败：拒绝连接'.encode(), "db1", 5433),
        (
            b'{"message":"connection refused","source.address":"10.0.0.7","source.port":33333,"destination.ip":"10.0.0.8","destination.port":9200}',
            "10.0.0.8",
            9200,
        ),
        (
            b"SocketError: other side closed {\n  code: 'UND_ERR_SOCKET',\n  socket: {\n    localAddress: '127.0.0.1',\n    localPort: 51234,\n    remoteAddress: '10.0.0.9',\n    remotePort: 3000\n",
            "10.0.0.9",
            3000,
        ),
        (b"postgresql://u:S3C@RET@db:5432/x connection refused", "db", 5432),
        (b"mysql://u:a/b@db:3306/x connection refused", "db", 3306),
        (b"http://db:8080/a@b connection refused", "db", 8080),
        (
            b"INFO fetching https://api.example/v1\nINFO got 200\nERROR redis ping: [Errno 111] Connection refused",
            "",
            0,
        ),
        (
            b"web-1     | connecting to https://api.example/v1\nworker-1  | ConnectionRefusedError: [Errno 111] Connection refused",
            "",
            0,
        ),
        (b"INFO connected to postgresql://db:5432/shop\nERROR mailer: Connection timed out", "", 0),
        (
            b"* Connected to db.example (10.0.0.9) port 8080\n* noise\ncurl: (52) Empty reply from server",
            "db.example",
            8080,
        ),
        (
            b'  socket.create_connection(("10.0.0.9", 6379))\nConnectionRefusedError: [Errno 111] Connection refused',
            "10.0.0.9",
            6379,
        ),
        (
            b'httpx.get("https://api.example/v1")\nDuring handling of the above exception, another exception occurred:\nConnectionRefusedError: [Errno 111] Connection refused',
            "",
            0,
        ),
        (
            b"* connect to ::1 port 80 failed: Connection refused\n* connect to 127.0.0.1 port 80 failed: Connection refused",
            "localhost",
            80,
        ),
        (
            b'haproxy[812]: 203.0.113.9:50122 [30/Nov/2026:01:00:01.123] fe be/<NOSRV> 0/-1/-1/-1/0 503 217 - - SC-- "GET / HTTP/1.1"',
            "",
            0,
        ),
        (b"read tcp 10.0.0.2:8080->10.0.0.9:50122: read: connection reset by peer", "10.0.0.2", 8080),
        (b"read tcp 10.0.0.2:43122->10.0.0.9:5432: read: connection reset by peer", "10.0.0.9", 5432),
        (b"java.net.SocketException: Connection reset (/203.0.113.9:50122)", "", 0),
        (b"Error: read ECONNRESET 10.0.0.9:50051", "10.0.0.9", 50051),
        (b"HTTPConnectionPool(host=&#x27;billing&#x27;, port=8000): [Errno 111] Connection refused", "billing", 8000),
        (
            b"ComputerName     : db.example\nRemoteAddress    : 10.0.0.4\nRemotePort       : 1433\nSourceAddress    : 10.0.0.9\nPingSucceeded    : True\nTcpTestSucceeded : False\n",
            "db.example",
            1433,
        ),
        (b"SignalR: webSockets timed out when trying to connect. jquery.signalR-2.0.0.min.js?ver=1.0:8", "", 0),
    ],
)
def test_the_target_is_whom_the_client_meant(text: bytes, host: str, port: int) -> None:
    assert [place for _, *place in told(text)][:1] == [[host, port]]


def test_what_stands_behind_an_object_is_none_of_its_members() -> None:
    assert told(b"{\n  code: 'ECONNREFUSED'\n}\naddress: '::1',\nport: 5001\n") == [("refused", "", 0)]
    assert told(b"{\n  code: 'ECONNREFUSED',\n  address: '::1',\n  port: 99999\n}\n") == [("refused", "::1", 0)]
    assert told(b"connection refused\naddress: '::1',\nport: 5001\n") == [("refused", "", 0)]


def test_different_errors_and_different_targets_stay_apart() -> None:
    lines = (
        b"connect to 10.0.0.1 port 80 failed: Connection refused\n"
        b"connect to 10.0.0.2 port 80 failed: Connection refused\n"
        b"connect to 10.0.0.2 port 80 failed: Connection timed out\n"
    )
    assert told(lines) == [("refused", "10.0.0.1", 80), ("refused", "10.0.0.2", 80), ("timed-out", "10.0.0.2", 80)]


def test_errors_with_different_codes_are_different_errors() -> None:
    assert (
        len(told(b"ERROR 1045 (28000): Access denied for user 'a'@'b'\nERROR 1040 (HY000): Too many connections\n"))
        == 2
    )
    nginx = b'connect() failed (111: Connection refused) while connecting to upstream, upstream: "http://127.0.0.1:3000/a"\n'
    unix = b"connect() to unix:/run/php.sock failed (2: No such file or directory) while connecting to upstream\n"
    assert [host for _, host, _ in told(nginx + unix)] == ["127.0.0.1", "/run/php.sock"]
    upstream = b'no live upstreams while connecting to upstream, upstream: "http://backend/a", host: "shop.example"\n'
    assert len(told(upstream + b"bind() to 0.0.0.0:80 failed (98: Address already in use)\n")) == 2


def test_of_one_failure_there_is_one_error() -> None:
    written = b"Error: write EPROTO 140:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:\n  errno: -71,\n  code: 'EPROTO',\n"
    assert [kind for kind, *_ in told(written)] == ["protocol-mismatch"]
    answer = b"< HTTP/1.1 502 Bad Gateway\n< Server: nginx\n" + b"< X: y\n" * 9 + b"<title>502 Bad Gateway</title>\n"
    assert [kind for kind, *_ in told(answer)] == ["rejected"]
    # The head has its place from the line above, and the body from none.
    dialled = b"* Connected to shop.example (10.0.0.9) port 80\n"
    assert told(dialled + answer) == [("rejected", "shop.example", 80)]


def test_what_comes_behind_many_of_one_class_is_told() -> None:
    refused = b"".join(b"dial tcp 10.0.0.%d:80: connect: connection refused\n" % number for number in range(100))
    errors = scan([refused + b"curl: (60) SSL certificate problem: certificate has expired\n"])
    assert [one.reading.kind for one in errors].count("refused") == MOST_ERRORS
    assert errors[-1].reading.kind == "tls-failed"
    assert [one.more for one in errors].count(True) == 1


def test_an_error_before_a_carriage_return_is_found() -> None:
    assert told(b"Error: connect ECONNREFUSED 10.0.0.5:5432\r- waiting") == [("refused", "10.0.0.5", 5432)]


def test_a_number_of_chromiums_is_none_of_mbedtls() -> None:
    (one,) = scan([b"ssl_client_socket_impl.cc:949] handshake failed; returned -1, SSL error code 1, net_error -202"])
    assert (one.reading.client, one.reading.code) == ("chrome", {"chrome": "ERR_CERT_AUTHORITY_INVALID"})


def test_what_nmap_calls_closed_refused() -> None:
    assert told(b"5432/tcp closed   postgresql\n6379/tcp filtered redis\n") == [
        ("refused", "", 5432),
        ("timed-out", "", 6379),
    ]


def test_colours_and_what_a_progress_bar_left_are_no_part_of_it() -> None:
    text = b"\x1b[2K 10%\r 50%\r\x1b[31mdial tcp 10.0.0.1:80: connect: connection refused\x1b[0m\r\n"
    (one,) = scan([text])
    assert one.lines == ("dial tcp 10.0.0.1:80: connect: connection refused",)
    assert (one.reading.host, one.reading.port) == ("10.0.0.1", 80)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (b"connect ECONNREFUSED 127.0.0.1:5001", False),
        (b"dial tcp 127.0.0.1:5001: connect: connection refused", False),
        (b"connect ECONNREFUSED", True),
        (b"the connection to 127.0.0.1:5001 was refused", True),
    ],
)
def test_anybodys_words_are_looked_at_only_where_a_code_leaves_something_open(
    monkeypatch: pytest.MonkeyPatch, line: bytes, asked: bool
) -> None:
    names: list[str] = []
    original = engine._reader
    monkeypatch.setattr(engine, "_reader", lambda name: names.append(name) or original(name))
    (one,) = scan([line])
    assert one.reading.kind == "refused"
    assert (engine.ANYBODY in names) is asked


def test_files_and_sources_are_no_connection() -> None:
    assert not told(b"open('/etc/shadow'): [Errno 13] Permission denied\ncp: Broken pipe\n")
    assert told(b"app.js:120 Error: connect ECONNREFUSED\n") == [("refused", "", 0)]
    assert told(b"12:30:01 connect: connection refused\n") == [("refused", "", 0)]


def test_however_it_is_cut_into_pieces_the_same_is_found() -> None:
    whole = told(NODE * 3)
    for size in (1, 7, 64):
        pieces = [(NODE * 3)[at : at + size] for at in range(0, len(NODE) * 3, size)]
        assert [(one.reading.kind, one.reading.host, one.reading.port) for one in scan(pieces)] == whole


def test_of_lines_that_are_alike_few_are_read_and_all_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[str] = []
    original = engine.read
    monkeypatch.setattr(engine, "read", lambda line, names: reads.append(line) or original(line, names))
    lines = [
        b"12:00:%02d request %x dial tcp 10.0.0.1:80: connection refused\n" % (at % 60, at) for at in range(9000)
    ]
    (one,) = scan(lines)
    assert one.times > 8900
    assert len(reads) < 300


def test_another_target_or_code_is_found_among_a_million_lines_that_are_alike() -> None:
    alike = [b"12:00:%02d [%d] connect ECONNREFUSED 10.0.0.1:80\n" % (at % 60, at) for at in range(3000)]
    alike += [b"12:00:%02d [%d] request failed with status code 200\n" % (at % 60, at) for at in range(3000)]
    alike[2000] = b"12:00:01 [7] connect ECONNREFUSED 10.0.0.2:80\n"
    alike[5000] = b"12:00:01 [7] request failed with status code 502\n"
    assert told(b"".join(alike)) == [("refused", "10.0.0.1", 80), ("refused", "10.0.0.2", 80), ("rejected", "", 0)]


def test_words_that_differ_in_letters_of_identifiers_only_are_told_apart() -> None:
    text = (
        b"http: connection reused by 10.0.0.1:80 timeout\n" * 9 + b"http: connection refused by 10.0.0.1:80 timeout\n"
    )
    assert told(text) == [("refused", "10.0.0.1", 80)]


@settings(deadline=None)  # the readers are loaded when they are first needed
@given(st.lists(st.binary(max_size=300), max_size=8))
def test_any_bytes_are_read_without_harm(pieces: list[bytes]) -> None:
    for one in scan(pieces):
        assert one.lines


@settings(deadline=None)
@given(st.lists(st.sampled_from([*STEMS, ":", "1", " ", "\n", "(", "["])))
def test_any_text_of_stems_is_read_without_harm(words: list[str]) -> None:
    scan(["".join(words).encode()])


@pytest.mark.parametrize(
    "line",
    [
        "user login: authentication failed for bob",
        "warning: end of file reached while parsing config",
        "Database upgrade required, run migrate",
        "tests/test_foo.py::test_bar FAILED: timeout",
        "no data received. skipping row",
        "reading https://example.com/docs: EOF",
        "Unsupported protocol version in file header",
        "The certificate of completion has been sent",
        '10.0.0.1 - - [10/Oct/2023:13:55:36 +0000] "GET /docs/econnrefused HTTP/1.1" 200 2326 "-" "Mozilla"',
        'upstream_connection_refused_total{host="a"} 0',
        "INFO 0 errors, 0 timeouts, 0 connections refused",
        "=== RUN   TestDial/connection_reset_by_peer",
        'DEBUG config: {"retry_on": ["ECONNREFUSED", "ETIMEDOUT"]}',
        "        ssl_handshake_timeout=ssl_handshake_timeout,",
        "Verify return code: 0 (ok)",
        "* Couldn't find host 127.0.0.1 in the (nil) file; using defaults",
        "# HELP connection_timeouts_total Connections that timed out.",
    ],
)
def test_words_that_stand_in_any_log_are_no_errors_of_a_connection(line: str) -> None:
    assert not told(line.encode())


def test_every_phrase_is_found_without_another_word_beside_it() -> None:
    for name in sorted({name for names in READERS for name in names}):
        module = import_module(f"nocarrier.readings.messages.{name}")
        for phrase in getattr(module, "SAID", ()):
            names = [one for stem, held in zip(STEMS, READERS, strict=True) if stem in phrase.words for one in held]
            assert name in names or phrase.words in WEAK, phrase.words


HOSTILE = {
    "lines that are all different": lambda: (
        b"connect ECONNREFUSED %s\n" % bytes(DICE.choices(LETTERS, k=20)) for _ in range(9000)
    ),
    "one line without an end": lambda: (b'{"a":"timed out connect \\"' * 40 for _ in range(500)),
    "quotes in quotes": lambda: [b"Caused by: " * 20000 + b"('[\"{" * 20000 + b"connection refused"],
    "zeros": lambda: [b"\0" * (1 << 20) + b"connection refused\0" * 999],
    "no UTF-8": lambda: [bytes(DICE.choices(range(256), k=1 << 18)) + b"\xff\xfe connection refused \xc3"],
    "words that are all new": lambda: (
        b" ".join(bytes(DICE.choices(LETTERS, k=9)) for _ in range(3000)) for _ in range(5)
    ),
    "every stem in every line": lambda: [(" ".join(STEMS).encode() + b"\n") * 9],
    "other stems in each line": lambda: (" ".join(DICE.sample(STEMS, 3)).encode() + b"\n" for _ in range(9000)),
    "colours": lambda: [b"\x1b[31m" * 100000 + b"connection refused" + b"\x1b]0;" * 1000],
    "digits, dots and colons": lambda: [(b"1.1.1.1:" * 500 + b" connection refused " + b":" * 3000 + b"\n") * 99],
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_of_a_hostile_text_a_bounded_part_is_read(
    text: Callable[[], Iterable[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[int] = []
    original = engine.read
    monkeypatch.setattr(engine, "read", lambda line, names: reads.append(len(line)) or original(line, names))
    errors = scan(text())
    assert len(reads) <= MOST_SPENT + MOST_SETS
    assert max(reads, default=0) <= LONGEST_LINE
    assert max(Counter(one.reading.kind for one in errors).values(), default=0) <= MOST_ERRORS
    assert all(len(one.lines) <= MOST_LINES for one in errors)


@settings(deadline=None)
@given(st.lists(st.sampled_from(STEMS), min_size=1, max_size=5), st.text(max_size=20))
def test_a_stem_is_found_wherever_it_stands(stems: list[str], between: str) -> None:
    text = f" {between} ".join(stems).replace("\n", " ").encode("utf-8", "replace")
    held = {stem.decode() for _, stood, _, _ in candidates([b"\n" + text + b"\n"]) for stem, _ in stood}
    assert held.issuperset(stems)


def test_an_error_deep_in_one_long_line_is_found_with_its_place() -> None:
    line = (
        b'{"level":"info"},' * 50000 + b'{"msg":"connect ECONNREFUSED 10.0.0.7:99"},' + b'{"level":"info"},' * 50000
    )
    assert told(line) == [("refused", "10.0.0.7", 99)]


def test_an_error_at_the_end_of_a_block_is_found() -> None:
    for size in (*range(BLOCK - 40, BLOCK + 3, 3), BLOCK - OVERLAP, BLOCK - OVERLAP // 2 - 9, BLOCK - OVERLAP // 2):
        assert told(b"x" * size + b" connect ECONNREFUSED 10.0.0.7:99") == [("refused", "10.0.0.7", 99)]


@pytest.mark.parametrize("above", ["- name: DB_PASSWORD\n  value: ", "password: >-\n  "])
def test_a_secret_that_the_line_above_names_is_not_told_on(above: str) -> None:
    (told,) = scan([f"{above}hunter2 connection refused\n".encode()])
    assert told.lines[0].endswith("*** connection refused")


def test_what_was_asked_of_a_server_and_what_it_could_not_reach_itself_are_two_errors() -> None:
    asked = '10.0.0.9 - - [30/Nov/2026:06:00:01 +0000] "GET /a HTTP/1.1" 502 157 "-" "curl"\n'
    told_of = scan([f"{asked}ERROR worker could not connect: timed out\n".encode()])
    assert [one.reading.kind for one in told_of] == ["rejected", "timed-out"]


def test_what_the_server_does_not_have_has_a_number_each() -> None:
    lines = ("the database system is starting up", 'database "x" does not exist', 'role "bob" does not exist')
    told_of = scan(["".join(f"FATAL:  {line}\n" for line in lines).encode()])
    assert [one.reading.code["sqlstate"] for one in told_of] == ["57P03", "3D000", "28000"]


def test_the_last_words_of_scp_are_of_what_ssh_said() -> None:
    refused = b"ssh: connect to host 10.0.0.5 port 22: Connection refused\nlost connection\n"
    assert [one.reading.kind for one in scan([refused])] == ["refused"]
    assert [one.reading.kind for one in scan([b"lost connection\n"])] == ["closed"]


@pytest.mark.parametrize(
    "text", ["Error: No such host group: web", "curl: (23) Failure writing output to destination"]
)
def test_what_is_no_name_and_no_connection_is_none(text: str) -> None:
    assert asked_about([text.encode()]) == ()


def test_the_ways_to_log_in_that_a_server_leaves_are_no_errno() -> None:
    assert not list(common.read("connect via ssh: root@db: Permission denied (publickey,password)."))
    kinds = {one.kind for one in common.read("connect: Permission denied (os error 13)")}
    assert kinds == {"permission-denied"}
