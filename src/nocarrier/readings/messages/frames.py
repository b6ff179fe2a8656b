"""Which call it was that failed, from the frames of a stack beside an error whose own words leave that open.

``Cannot assign requested address`` is one thing of a connect and another of a bind, ``Read timed out`` one of a TLS
handshake and another of a query, and a bare ``EOFException`` may be about anything: the frames tell. The frame nearest to
the error that names a call decides, for what lies farther out only says who wanted it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.quoted import PREFIX
from nocarrier.readings.messages.reading import SUPPOSED, WORDS, Call, ErrorClass, Reading

MOST = 32
"Frames that are looked at."

Row = tuple[Call, tuple[str, ...]]
"A call, and pieces of the frames that are it. Of two calls in one frame the one that stands first counts."
PROTOCOLS: frozenset[Call] = frozenset({"http", "websocket", "service"})
"""Clients of these dial, greet and ask, and their own time runs out over all of it: their frames tell the step only where
one nearer to the error reads or writes."""

JAVA: tuple[Row, ...] = (
    ("lookup", ("InetAddress.getAllByName", "AddressImpl.lookup", "android_getaddrinfo")),
    ("accept", (".socketAccept", "ServerSocket.accept", "ServerSocketChannelImpl.accept", "ServerSocket.implAccept")),
    ("bind", ("Net.bind", ".socketBind", "SocketImpl.bind", "ServerSocket.bind", "IoBridge.bind", "SocketChannelImpl.bind")),
    ("tunnel", ("readSocksReply", "Socks5ProxyHandler", "createTunnel", "doTunneling(", "SocksSocketImpl.authenticate")),
    ("connect", ("Net.connect", "Net.pollConnect", ".socketConnect", "SocketImpl.connect", "IoBridge.connect", "SocketChannelImpl.checkConnect",
        "SocketChannelImpl.finishConnect", "SocketChannelImpl.connect", "NioSocketImpl.timedFinishConnect", "Socket.finishConnect", "Linux.connect(",
        "Socket.doConnect", "NioSocketChannel.doConnect", ".connectSocket(")),
    ("handshake", ("SSLSocketImpl.startHandshake", "performInitialHandshake", "readHandshakeRecord", ".connectTls(", "SSL_do_handshake",
        "SslHandler.handshake", "FileDescriptorSocket.startHandshake", "EngineSocket.startHandshake", "SSLSocketImpl.waitForClose")),
    ("io", ("socketRead0", "SocketInputStream.read", "SocketOutputStream.", "SocketDispatcher.", "NioSocketImpl.read", "NioSocketImpl.write", "SocketChannelImpl.read",
        "SocketChannelImpl.write", "IoBridge.recv", "IoBridge.send", "BufferedInputStream.", "DataInputStream.", "okio.", "AppInputStream.read", "SSL_read", "SSL_write")),
    ("service", ("com.mysql.", "org.mariadb.", "org.postgresql.", "oracle.net.", "sqlserver.jdbc.", "redis.clients.", "io.lettuce.", "com.rabbitmq.",
        "org.apache.kafka.", "kafka.", "org.apache.zookeeper.", "com.mongodb.", "com.datastax.", "org.apache.thrift.", "com.sun.mail.", "com.jcraft.jsch.",
        "org.apache.hadoop.ipc.", "org.apache.hadoop.hbase.", "net.schmizz.sshj.", "hudson.remoting.", "org.jenkinsci.remoting.", "com.trilead.ssh2.", "org.apache.commons.net.", "org.eclipse.paho.", "org.redisson.")),
    ("websocket", ("okhttp3.internal.ws.", "org.java_websocket.", "org.eclipse.jetty.websocket.", "org.glassfish.tyrus.", "TooTallNate")),
    ("http", ("HttpURLConnection", "okhttp3.internal.http", "okhttp3.internal.connection", "org.apache.http.", "org.apache.hc.", "org.apache.commons.httpclient.",
        "jdk.internal.net.http.", "reactor.netty.http.", "com.android.okhttp.", "com.squareup.okhttp.", "com.android.volley.")),
)  # fmt: skip
DOTNET: tuple[Row, ...] = (
    ("lookup", ("System.Net.Dns.", "NameResolutionPal.")),
    ("accept", ("Socket.Accept", "Socket.EndAccept", "TcpListener.Accept")),
    ("bind", ("Socket.DoBind(", "Socket.Bind(", "TcpListener.Start(", "Socket.DoListen", "HttpListener.")),
    ("tunnel", ("EstablishProxyTunnel", "SocksHelper.")),
    ("connect", ("Socket.DoConnect(", "Socket.Connect(", "Socket.InternalConnect", "Socket.EndConnect(", "Socket.<ConnectAsync>", "ConnectToTcpHostAsync",
        "TcpClient.Connect", "TcpClient.EndConnect", "HttpConnectionPool.ConnectAsync", "ConnectHelper.ConnectAsync", "SNITCPHandle.Connect")),
    ("handshake", ("ForceAuthentication", "ReceiveHandshakeFrame", "SslStream.StartReceiveBlob", "SslStream.ReceiveBlob", "EstablishSslConnection", "SslStream.ProcessAuthentication",
        "SslState.PartialFrameCallback", "SslState.StartReceiveBlob", "SslStream.AuthenticateAsClient")),
    ("io", ("NetworkStream.", "Socket.Receive", "Socket.Send", "SslStream.Read", "SslStream.Write", "HttpConnection.FillAsync", "HttpConnection.SendAsync")),
    ("websocket", ("System.Net.WebSockets.",)),
    ("service", ("Npgsql.", "MySql.Data.", "MySqlConnector.", "StackExchange.Redis.", "RabbitMQ.Client.", "MongoDB.Driver.", "SqlClient.", "MailKit.", "System.Net.Mail.",
        "Confluent.Kafka.", "Renci.SshNet.", "MQTTnet.")),
    ("http", ("System.Net.Http.", "System.Net.HttpWebRequest.", "System.Net.WebClient.", "System.Net.ConnectStream.")),
)  # fmt: skip
NODE: tuple[Row, ...] = (
    ("lookup", ("GetAddrInfoReqWrap", "QueryReqWrap")),
    ("bind", ("setupListenHandle", "listenInCluster")),
    ("connect", ("TCPConnectWrap.", "PipeConnectWrap.", "internalConnect")),
    ("handshake", ("onConnectEnd",)),
    ("io", ("onStreamRead", "WriteWrap.")),
)
DART: tuple[Row, ...] = (
    ("lookup", ("NativeSocket.lookup", "InternetAddress.lookup")),
    ("bind", ("NativeSocket.bind", "ServerSocket.bind")),
    (
        "connect",
        ("NativeSocket.startConnect", "NativeSocket.connect", "RawSocket.startConnect", "Socket._startConnect"),
    ),
    ("handshake", ("SecureFilterImpl._handshake", "RawSecureSocket._secureHandshake", "SecureFilterImpl.handshake")),
    ("http", ("HttpParser.", "HttpClientConnection", "IOClient.send")),
)
OTHERS: tuple[Row, ...] = (  # Ruby, PHP, Go, Rust
    ("lookup", ("net.(*Resolver).", "to_socket_addrs")),
    ("bind", ("net.(*ListenConfig).", "TcpListener::bind", "stream_socket_server(")),
    ("connect", ("net.(*Dialer).", "TcpStream::connect", "stream_socket_client(", "fsockopen(", "`tcp'", "'Socket.tcp'", "`connect_nonblock", "`connect_internal'")),
    ("handshake", ("tls.(*Conn).Handshake", "`ssl_socket_connect'", "stream_socket_enable_crypto(")),
    ("io", ("`rbuf_fill'",)),
)  # fmt: skip
BELOW = (*JAVA, *DOTNET, *NODE, *DART, *OTHERS)
"Families whose frames stand below an error, the innermost first."
PYTHON: tuple[Row, ...] = (
    ("lookup", ("in getaddrinfo", "gethostbyname", "socket.getaddrinfo(")),
    ("accept", ("in accept", ".accept()")),
    ("bind", ("in server_bind", ".bind(", "in create_server")),
    ("tunnel", ("in _tunnel", "_tunnel()", "socks.py", "in _negotiate_SOCKS")),
    ("connect", ("in create_connection", "in sock_connect", "in _sock_connect", "in open_connection", "in _new_conn", "in create_unix_connection", "in connect_tcp",
        "in _connect\n", "socket.connect(", "sock.connect(", "s.connect((", "in _wrap_create_connection", "open_connection(")),
    ("handshake", ("in do_handshake", "do_handshake()", "in wrap_socket", "in ssl_wrap_socket", "in start_tls")),
    ("io", ("recv_into(", ".recv(", "in readinto", "self._sslobj.read(", "self._sslobj.write(", ".sendall(")),
    ("websocket", ("/websockets/", "/websocket/", "/client_ws.py")),
    ("service", ("/pymysql/", "/redis/", "/pymongo/", "/kafka/", "/pika/", "smtplib.py", "ftplib.py", "imaplib.py", "poplib.py", "/paramiko/", "/amqp/", "/ldap3/",
        "/mysql/", "/asyncpg/", "/aiomysql/", "/paho/", "/elasticsearch/")),
    ("http", ("http/client.py", "/urllib3/", "/requests/", "/httpcore/", "/httpx/", "/aiohttp/", "urllib/request.py", "/tornado/")),
)  # fmt: skip
"Its frames stand above an error, the innermost last, each with its line of source."

STEPS: dict[Call, str] = {
    "lookup": "name", "connect": "tcp", "bind": "tcp", "tunnel": "proxy", "handshake": "tls", "http": "http", "websocket": "websocket",
    "service": "service",
}  # fmt: skip
"The step of the contract that a call belongs to."
OPEN: frozenset[ErrorClass] = frozenset(
    {"timed-out", "closed", "reset", "unknown", "permission-denied", "address-unavailable"}
)
"Classes of error that may come at more than one step."

_FRAME = pattern(PREFIX + r"(?:\s|at |in |from |#\d|\d{1,3}: |File \"|\.{3} |$|(?i:stack ?trace))")
"A frame, or what goes on with one: its line of source, the inner exception of .NET, a heading."
_RAISED = pattern(PREFIX + r"\s*(?:Traceback \(|$)")
"The beginning of Python's frames."


_YES = pattern(r"\s{0,9}2(?!20)\d\d[ -]")
"A server's yes where it was to greet: its replies are out of step with what it is told, and nothing was refused."


def settled(reading: Reading, above: bytes, below: bytes) -> Reading | None:
    """The error with the step that its frames show, where its words leave that open; None where they are of no connection."""
    if reading.client == "nodemailer" and reading.kind == "rejected" and _YES.match(below[:16].decode("latin-1")):
        return replace(reading, kind="protocol-mismatch")
    if reading.kind not in OPEN:
        return reading
    call = called(above, below)
    if call == "accept" and reading.kind in ("closed", "unknown"):
        return None  # a server that is shut down closes the socket that waits in accept()
    if reading.worth == SUPPOSED and call not in ("", "io"):  # files are read as well
        reading = replace(reading, worth=WORDS)
    if call == "lookup" and reading.kind in ("timed-out", "unknown"):
        reading = replace(reading, kind="name-not-resolved")
    return replace(reading, call=call, step=_step(reading.step, call)) if call else reading


def _step(said: str, call: Call) -> str:
    """What the message says of the step counts more; but most clients over HTTP say `http` of all that they waited for."""
    return STEPS.get(call, said) if said in ("", "http") else said


def called(above: bytes, below: bytes) -> Call:
    """The call that the frames around an error name; empty where they name none, or there are no frames."""
    return _first(BELOW, _below(below)) or _first(PYTHON, _above(above))


def _first(rows: Iterable[Row], frames: Iterable[str]) -> Call:
    """The first call that the frames name, from the innermost outwards."""
    listed = list(frames)
    text = "\n".join(listed)
    there = [(call, piece) for call, pieces in rows for piece in pieces if piece in text]
    read = False
    for frame in listed if there else ():
        call: Call = next((call for call, piece in there if piece in frame), "")
        read = read or call == "io"
        if call in PROTOCOLS:
            return call if read else "client"
        if call and call != "io":
            return call
    return "io" if read else ""


def _below(lines: bytes) -> Iterator[str]:
    """The frames right below an error."""
    for line in lines.decode("utf-8", "replace").splitlines()[:MOST]:
        if _FRAME.match(line) is None:
            return
        yield line


def _above(lines: bytes) -> Iterator[str]:
    """Python's frames right above an error, the innermost first."""
    if b'File "' not in lines:
        return
    for line in reversed(lines.decode("utf-8", "replace").splitlines()):
        if _RAISED.match(line) is not None:
            return
        yield f"{line}\n"
