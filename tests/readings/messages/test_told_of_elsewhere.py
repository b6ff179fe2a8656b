"""Texts in which errors are only named, counted and not found, or not of a connection; and beside each kind the connection that failed."""

from __future__ import annotations

import pytest

from nocarrier.readings.messages.asked import asked_about
from nocarrier.readings.messages.counted import uncounted
from nocarrier.readings.messages.named import unnamed

LOG = b"INFO app request done in 12ms\n" * 400
NOTHING = (
    "Nov 30 06:00:00 web systemd[1]: app.service: start operation timed out. Terminating.\nNov 30 06:00:00 web systemd[1]: app.service: Failed with result 'timeout'.",
    "/usr/bin/ld: net.o: in function `dial':\nnet.c:(.text+0x1f): undefined reference to `SSL_connect'\ncollect2: error: ld returned 1 exit status",
    "src/main/java/a/Net.java:[111,10] cannot find symbol\n  symbol:   class ConnectException",
    "Net.java:111: error: cannot find symbol\n    throw new ConnectionRefusedException();",
    "-    except ConnectionRefusedError:\n+    except (ConnectionRefusedError, TimeoutError):",
    'diff --git a/n.py b/n.py\n--- a/n.py\n+++ b/n.py\n@@ -1,3 +1,3 @@\n-    raise Timeout("connection timed out")\n+    raise Timeout("connection refused")',
    '@@ -1,2 +1,2 @@\n-msg = "connection refused"\n+msg = "connection reset by peer"',
    "ECONNREFUSED 111 Connection refused\nETIMEDOUT 110 Connection timed out",
    "[INFO] Running com.example.ConnectionRefusedTest\n[INFO] Tests run: 11, Failures: 0, Errors: 0, Skipped: 0",
    "  raises Errno::ECONNREFUSED\n\n2 examples, 0 failures",
    'Expected: "ECONNREFUSED"\nReceived: undefined',
    '    Expected: "ECONNREFUSED"\n    Received: undefined',
    "--- FAIL: TestDialTimeout (0.10s)\n    net_test.go:111: got nil, want timeout error",
    "Chain INPUT (policy ACCEPT)\n pkts bytes target     prot opt in     out     source               destination         \n    0     0 REJECT     tcp  --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:25 reject-with icmp-port-unreachable",
    "livenessProbe:\n  httpGet:\n    port: 8080\n  failureThreshold: 3",
    'connect(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("10.0.0.1")}, 16) = -1 EINPROGRESS (Operation now in progress)\ngetsockopt(3, SOL_SOCKET, SO_ERROR, [0], [4]) = 0',
    "npm ERR! code ELIFECYCLE\nnpm ERR! errno 110\nnpm ERR! app@1.0.0 test: `node t.js`\nnpm ERR! Exit status 110",
    "hint: Updates were rejected because the remote contains work that you do not\nhint: have locally.",
    "To https://github.com/x/y.git\n ! [rejected]        main -> main (fetch first)\nerror: failed to push some refs to 'https://github.com/x/y.git'\nhint: Updates were rejected because the remote contains work that you do not\nhint: have locally.",
    "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\nBrokenPipeError: [Errno 32] Broken pipe",
    "       ECONNREFUSED\n              A connect() on a stream socket found no one listening on the remote address.",
)
FAILED = (
    ("refused", "✗ node: the connection was refused, 127.0.0.1:5001 (ECONNREFUSED)"),
    ("refused", "0 of 3 backends reachable: connect ECONNREFUSED 10.0.0.5:80"),
    ("timed-out", "curl: (28) Operation timed out after 0 milliseconds with 0 out of 0 bytes received"),
    ("timed-out", "keine Antwort: Zeitüberschreitung der Verbindung"),
    ("refused", "Merge pull request failed: connect ECONNREFUSED 10.0.0.5:443"),
    ("rejected", "Error from server (NotFound): the server could not find the requested resource"),
    ("refused", "E       ConnectionRefusedError: [Errno 111] Connection refused"),
    (
        "refused",
        "FAILED tests/test_net.py::test_connection_timeout - ConnectionRefusedError: [Errno 111] Connection refused",
    ),
    ("refused", "main.c:111: error: connect to 10.0.0.5:80: Connection refused"),
    ("refused", "src/net/client.go:104: dial tcp 10.0.0.5:80: connect: connection refused"),
    ("refused", "main.go:111:10: dial tcp 10.0.0.5:80: connect: connection refused"),
    ("timed-out", "connection refused: 0, connection timed out: 3"),
    ("refused", "connection refused: 3, connection timed out: 0"),
    ("timed-out", "10 requests, 0 errors, 2 timed out"),
    ("refused", "worker 0 connection refused"),
    ("timed-out", "attempt 0 timed out"),
    ("refused", "connection refused attempts: 0"),
    ("refused", "ERROR connect: connection refused (retries left: 0)"),
    ("refused", '{"level":"error","msg":"dial tcp 10.0.0.5:80: connect: connection refused","attempt":0,"errors":0}'),
    ("refused", 'Received: "ECONNREFUSED"'),
    ("refused", 'Expected: 200\nReceived: "connect ECONNREFUSED 127.0.0.1:80"'),
    ("refused", "AssertionError: assert 'ok' in 'Connection refused'"),
    ("refused", "net_test.go:111: got dial tcp 127.0.0.1:80: connect: connection refused, want nil"),
    ("refused", "net_test.go:111: want nil, got dial tcp 127.0.0.1:80: connect: connection refused"),
    ("refused", "error: could not download https://a.example/x: connection refused"),
    ("refused", "src/main.rs:10:5: Error: tcp connect error: Connection refused (os error 111)"),
    ("closed", "Connection to 10.0.0.5 closed by remote host."),
    ("closed", '"msg": "Failed to connect to the host via ssh: Shared connection to 10.10.10.3 closed.\\r'),
    ("timed-out", "Nov 30 06:00:00 web app[111]: fetch https://a.example: Operation timed out"),
    (
        "timed-out",
        "Nov 30 06:00:00 web systemd-timesyncd[111]: Timed out waiting for reply from 185.125.190.56:123 (ntp.ubuntu.com).",
    ),
    ("refused", "Nov 30 06:00:00 web systemd[1]: app.service: connect: Connection refused"),
    (
        "address-in-use",
        "Nov 30 06:00:00 web systemd[1]: app.socket: Failed to listen on sockets: Address already in use",
    ),
    (
        "refused",
        "fatal: unable to access 'https://git.example/x.git/': Failed to connect to git.example port 443: Connection refused",
    ),
    (
        "closed",
        "fatal: the remote end hung up unexpectedly\nerror: failed to push some refs to 'https://github.com/x/y.git'",
    ),
    ("refused", "3a4f1c2 dial tcp 10.0.0.5:80: connect: connection refused"),
    ("refused", "[worker 3a4f1c2] connection refused"),
    ("refused", "- dial tcp 10.0.0.5:80: connect: connection refused"),
    ("refused", "+ curl http://10.0.0.5/\ncurl: (7) Failed to connect to 10.0.0.5 port 80: Connection refused"),
    ("refused", "- Connection refused (10.0.0.5:80)"),
    ("refused", "ECONNREFUSED"),
    ("refused", "   ECONNREFUSED"),
    ("refused", "ERROR=ECONNREFUSED"),
    ("refused", "code: ECONNREFUSED, syscall: connect"),
    ("refused", "  code: 'ECONNREFUSED',\n  errno: -111,"),
    ("resource-limit", "accept4: too many open files"),
    ("resource-limit", "OSError: [Errno 24] Too many open files"),
    ("resource-limit", "nginx: accept4() failed (24: Too many open files)"),
    ("refused", "npm ERR! errno ECONNREFUSED"),
    (
        "refused",
        "npm ERR! network request to https://registry.npmjs.org/x failed, reason: connect ECONNREFUSED 10.0.0.1:443",
    ),
    ("closed", "write tcp 10.0.0.5:80: Broken pipe"),
    ("closed", "BrokenPipeError: [Errno 32] Broken pipe"),
    ("rejected", "Error from server (Forbidden): pods is forbidden"),
    ("timed-out", "Error from server (Timeout): the server was unable to return a response"),
    ("timed-out", "error: timed out waiting for the condition on pods/nginx connecting to server"),
    ("tls-failed", "x509: certificate signed by unknown authority"),
    ("tls-failed", "SSL certificate problem: self signed certificate"),
    ("tls-failed", "CA certificate is self signed: verification of db.example:3306 failed"),
    ("timed-out", "Verbindung zu db:5432: Zeitüberschreitung nach 30 s"),
    ("refused", "Verbindung zu db:5432 abgelehnt (Versuch 0)"),
    ("unreachable", "* connect to 10.10.0.99 port 8080 failed: Keine Route zum Zielrechner"),
    ("refused", "Fixed IP 10.0.0.5: connection refused"),
    ("refused", "Error: fix the config: connect ECONNREFUSED 10.0.0.5:80"),
    ("refused", "getsockopt(3, SOL_SOCKET, SO_ERROR, [ECONNREFUSED], [4]) = 0"),
    (
        "refused",
        'connect(3, {sa_family=AF_INET, sin_port=htons(5432), sin_addr=inet_addr("10.0.0.9")}, 16) = -1 ECONNREFUSED (Connection refused)',
    ),
    ("refused", "WARN  no retries left: connection refused"),
    ("refused", "no errors so far, then connect to 10.0.0.5:80: connection refused"),
    ("name-not-resolved", "error: undefined host: could not resolve host db.example"),
    ("refused", 'psql: error: connection to server at "127.0.0.1", port 5432 failed: Connection refused'),
    ("refused", "TypeError: fetch failed: connect ECONNREFUSED 127.0.0.1:3000"),
    ("refused", "src/net.test.ts:10:5: error: connect ECONNREFUSED 127.0.0.1:3000"),
    ("refused", "--retry 3 http://10.0.0.5 connection refused"),
    (
        "refused",
        'ERROR:  could not connect to server "foreign": connection to server at "10.0.0.5", port 5432 failed: Connection refused',
    ),
    ("refused", "panic: test timed out after 10m0s: dial tcp 127.0.0.1:80: connect: connection refused"),
    ("refused", "*** FAIL test_connect: [Errno 111] Connection refused"),
    ("refused", "ok 1 - starts\nnot ok 2 - connects: connect ECONNREFUSED 127.0.0.1:80"),
    ("timed-out", "TestDial: read tcp 10.0.0.1:50000->10.0.0.5:80: i/o timeout"),
)
COUNTED = (
    ("connection refused: 0, connection timed out: 3", ", connection timed out: 3"),
    ("Errors: 0 Timeouts: 2", "Timeouts: 2"),
    ("fehlgeschlagen: Keine Route zum Zielrechner", "fehlgeschlagen: Keine Route zum Zielrechner"),
    ("connection refused, attempt: 0", "connection refused, attempt: 0"),
    ("connection refused connIndex=0", "connection refused connIndex=0"),
    ("request failed: 0", "request failed: 0"),
    ("TLS connection error: 0, rc -2", "TLS connection error: 0, rc -2"),
    ("dial tcp 10.0.0.5:0: connection refused", "dial tcp 10.0.0.5:0: connection refused"),
)
NAMED = (
    ("FAILED tests/a.py::test_refused - ConnectionResetError", "FAILED - ConnectionResetError"),
    ("expected: <ECONNREFUSED> but was: <ETIMEDOUT>", "but was: <ETIMEDOUT>"),
    ("connect to https://tests.example/timeout failed", "connect to https://tests.example/timeout failed"),
    ("unix:/tmp/test/refused.sock: connection refused", "unix:/tmp/test/refused.sock: connection refused"),
)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_failed(text: str) -> None:
    assert asked_about([text.encode()]) == ()
    assert asked_about([LOG + text.encode() + b"\n"]) == ()


@pytest.mark.parametrize(("kind", "text"), FAILED)
def test_what_looks_alike_and_failed_is_told(kind: str, text: str) -> None:
    assert kind in [told.reading.kind for told in asked_about([text.encode()])]
    assert kind in [told.reading.kind for told in asked_about([LOG + text.encode() + b"\n"])]


@pytest.mark.parametrize(("line", "left"), COUNTED)
def test_what_was_counted_and_not_found_is_left_out(line: str, left: str) -> None:
    assert len(uncounted(line)) == len(line)
    assert " ".join(uncounted(line).split()) == left


@pytest.mark.parametrize(("line", "left"), NAMED)
def test_what_is_only_named_is_left_out(line: str, left: str) -> None:
    assert len(unnamed(line)) == len(line)
    assert " ".join(unnamed(line).split()) == left


def test_counters_of_a_load_test_that_found_nothing() -> None:
    assert asked_about([b"Socket errors: connect 0, read 0, write 0, timeout 0"]) == ()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("curl: (28) Operation timed out after 5001 milliseconds with 0 out of 0 bytes received", "timed-out"),
        ("dial tcp redis.rs:6379: connect: connection refused", "refused"),
        ("error_code=0 dial tcp 10.0.0.1:80: connect: connection refused", "refused"),
    ],
)
def test_what_only_looks_like_a_counter_or_a_file_is_read(line: str, kind: str) -> None:
    assert [one.reading.kind for one in asked_about([line.encode()])] == [kind]
