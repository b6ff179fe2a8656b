"""The frames of a stack beside an error: they tell which call failed, and whether bare words are about a connection at all."""

from __future__ import annotations

import pytest

from nocarrier.diagnosis.explaining import explained
from nocarrier.readings.messages.frames import MOST, called
from nocarrier.readings.messages.scan import scan
from nocarrier.readings.messages.search import BLOCK

JAVA_CONNECT = "\tat sun.nio.ch.Net.connect0(Native Method)\n\tat sun.nio.ch.SocketChannelImpl.connect(SocketChannelImpl.java:648)\n"
JAVA_BIND = "\tat sun.nio.ch.Net.bind0(Native Method)\n\tat sun.nio.ch.ServerSocketChannelImpl.bind(ServerSocketChannelImpl.java:223)\n"
JAVA_HANDSHAKE = (
    "\tat java.net.SocketInputStream.socketRead0(Native Method)\n\tat sun.security.ssl.SSLSocketImpl.readRecord(SSLSocketImpl.java:927)\n"
    "\tat sun.security.ssl.SSLSocketImpl.startHandshake(SSLSocketImpl.java:1339)\n\tat com.mysql.jdbc.MysqlIO.negotiateSSLConnection(MysqlIO.java:4773)\n"
)
JAVA_QUERY = "\tat java.net.SocketInputStream.socketRead0(Native Method)\n\tat com.mysql.jdbc.MysqlIO.readFully(MysqlIO.java:3037)\n"
JAVA_ACCEPT = "\tat java.net.PlainSocketImpl.socketAccept(Native Method)\n\tat java.net.ServerSocket.implAccept(ServerSocket.java:545)\n"
DOTNET_CONNECT = (
    "   at System.Net.Sockets.Socket.<ConnectAsync>g__WaitForConnect|277_0(AwaitableSocketAsyncEventArgs saea)\n"
    "   at System.Net.Http.HttpConnectionPool.ConnectToTcpHostAsync(String host, Int32 port)\n"
)
DOTNET_BIND = "   at System.Net.Sockets.Socket.DoBind(EndPoint snapshot, SocketAddress address)\n   at System.Net.Sockets.Socket.Bind(EndPoint localEP)\n"
DOTNET_HTTP = "   at System.Net.Http.HttpClient.HandleFailure(Exception e, Boolean telemetryStarted)\n"
PYTHON_CONNECT = 'Traceback (most recent call last):\n  File "/usr/lib/python3/socket.py", line 796, in create_connection\n    sock.connect(sa)\n'
PYTHON_BIND = 'Traceback (most recent call last):\n  File "/app/serve.py", line 3, in <module>\n    listener.bind(("10.0.0.5", 80))\n'
PYTHON_ANSWER = (
    'Traceback (most recent call last):\n  File "/usr/lib/python3/http/client.py", line 277, in _read_status\n    line = self.fp.readline()\n'
    '  File "/usr/lib/python3/socket.py", line 669, in readinto\n    return self._sock.recv_into(b)\n'
)
DART_CONNECT = "#0      _NativeSocket.startConnect (dart:io-patch/socket_patch.dart:681:35)\n"

SHOWN = [
    ("java.net.BindException: Cannot assign requested address\n" + JAVA_CONNECT, "address-unavailable", "tcp", "ephemeral-ports-exhausted"),
    ("java.net.BindException: Cannot assign requested address\n" + JAVA_BIND, "address-unavailable", "tcp", "source-address-not-local"),
    ("java.net.SocketTimeoutException: Read timed out\n" + JAVA_HANDSHAKE, "timed-out", "tls", "proxy-interferes"),
    ("java.net.SocketTimeoutException: Read timed out\n" + JAVA_QUERY, "timed-out", "service", "process-hung"),
    ("java.net.SocketException: Connection reset\n" + JAVA_HANDSHAKE, "reset", "tls", "proxy-interferes"),
    ("java.io.EOFException\n" + JAVA_QUERY, "closed", "service", "server-closes-at-once"),
    ("java.net.SocketException: Permission denied\n" + JAVA_BIND, "permission-denied", "tcp", "permission-denied"),
    ("System.Net.Sockets.SocketException (99): Cannot assign requested address\n" + DOTNET_CONNECT, "address-unavailable", "tcp", "ephemeral-ports-exhausted"),
    ("System.Net.Sockets.SocketException (99): Cannot assign requested address\n" + DOTNET_BIND, "address-unavailable", "tcp", "source-address-not-local"),
    ("System.Threading.Tasks.TaskCanceledException: A task was canceled.\n" + DOTNET_HTTP, "timed-out", None, "server-firewall-drops"),
    ("Error: socket hang up\n    at TLSSocket.onConnectEnd (node:_tls_wrap:1727:19)\n", "closed", "tls", "proxy-interferes"),
    (PYTHON_CONNECT + "socket.timeout: timed out\n", "timed-out", "tcp", "server-firewall-drops"),
    (PYTHON_ANSWER + "socket.timeout: timed out\n", "timed-out", "http", "process-hung"),
    (PYTHON_CONNECT + "OSError: [Errno 99] Cannot assign requested address\n", "address-unavailable", "tcp", "ephemeral-ports-exhausted"),
    (PYTHON_BIND + "OSError: [Errno 99] Cannot assign requested address\n", "address-unavailable", "tcp", "source-address-not-local"),
    (PYTHON_CONNECT + "PermissionError: [Errno 1] Operation not permitted\n", "permission-denied", "tcp", "firewall-blocks-outgoing"),
    ("SocketException: OS Error: Operation not permitted, errno = 1\n" + DART_CONNECT, "permission-denied", "tcp", "firewall-blocks-outgoing"),
    ("TimeoutError: timed out\n    at GetAddrInfoReqWrap.onlookup (node:dns:1:1)\n", "name-not-resolved", "name", "resolver-unreachable"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "step", "cause"), SHOWN)
@pytest.mark.parametrize("before", ["", "web-1  | "])
def test_the_frames_tell_which_call_failed(text: str, kind: str, step: str | None, cause: str, before: str) -> None:
    (error,) = explained(scan(["".join(before + line for line in text.splitlines(keepends=True)).encode()]))
    assert (error.kind, error.step, error.causes[0].cause) == (kind, step, cause)


@pytest.mark.parametrize(
    "text",
    [
        "java.io.EOFException\n\tat java.io.DataInputStream.readInt(DataInputStream.java:392)\n\tat app.Cache.load(Cache.java:9)\n",
        "System.Threading.Tasks.TaskCanceledException: A task was canceled.\n   at App.Worker.Run(CancellationToken token)\n",
        "java.io.EOFException\n",
        # a server that is shut down closes the socket that waits for clients
        "java.net.SocketException: Socket closed\n" + JAVA_ACCEPT,
    ],
)
def test_without_frames_of_a_connection_bare_words_tell_nothing(text: str) -> None:
    assert scan([text.encode()]) == ()


def test_the_frame_nearest_to_the_error_decides() -> None:
    assert called(b"", (JAVA_CONNECT + JAVA_HANDSHAKE).encode()) == "connect"
    assert called(b"", b"all is well\n" + JAVA_CONNECT.encode()) == ""
    assert called(b"", b"\tat app.Far.away(Far.java:1)\n" * MOST + JAVA_CONNECT.encode()) == ""


def test_frames_beyond_the_end_of_a_block_are_not_seen() -> None:
    error = b"java.net.SocketTimeoutException: Read timed out\n"
    padding = b"x" * (BLOCK - len(error) - 1) + b"\n"
    (one,) = scan([padding + error + JAVA_HANDSHAKE.encode()])
    assert one.reading.call == ""
