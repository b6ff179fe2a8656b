"""What a client says first in each protocol: harmless, and enough to be answered in it.

Two kinds of protocol: in some the server greets (SSH, SMTP, FTP, IMAP, POP3, MySQL, VNC, NATS, IRC, telnet), in the
others the client speaks first and the server answers. What is said here logs in nowhere, names no data and changes
nothing; an answer to it is read by `wire.first_bytes`.
"""

from __future__ import annotations

import struct
from collections.abc import Callable

GREETING = frozenset({"ssh", "smtp", "ftp", "imap", "pop3", "mysql", "vnc", "nats"})
"Protocols in which the server must speak first. Those of telnet and IRC may, and some of them wait."


def question(protocol: str, host: str, path: str = "") -> bytes:
    """What a client of this protocol says first; empty where the server greets, or nothing is known."""
    ask = _QUESTIONS.get(protocol)
    if ask is None:
        return b""
    return ask(_plain(host) or "localhost", _plain(path) if path.startswith("/") else "/")


def opening(protocol: str, host: str, path: str = "", user: str = "") -> bytes:
    """What a client that means it says first: like `question`, but as far as an answer shows a server at work.

    To PostgreSQL that is the start of a session of this ``user`` (it tells whether there is a place for one, and whether
    this client is let in); in TLS a key share, so that the answer is the whole flight of the server.
    """
    if protocol == "postgresql":
        return _session(user, _plain(path)[1:]) if user else POSTGRESQL_STARTUP
    if protocol == "tls":
        return _tls(_plain(host) or "localhost", "", share=True)
    return question(protocol, host, path)


def _plain(text: str) -> str:
    """Nothing in a request line or header may end it, and nothing in it is secret: a query is left out."""
    return "".join(letter for letter in text.partition("?")[0] if "!" <= letter <= "~")[:512]


def _http(host: str, path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: nocarrier\r\nConnection: close\r\n\r\n".encode()


def _websocket(host: str, path: str) -> bytes:
    """RFC 6455, section 4.1. The key is the example of section 1.3: its answer is looked at elsewhere."""
    return (
        f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: nocarrier\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    ).encode()


def _tls(host: str, path: str, *, share: bool = False) -> bytes:
    from nocarrier.wire.client_hello import client_hello

    return client_hello(host, share=share)


def _http2(host: str, path: str) -> bytes:
    from nocarrier.wire.http2 import get

    return get(host, path)


def _grpc(host: str, path: str) -> bytes:
    from nocarrier.wire.http2 import grpc_health_check

    return grpc_health_check(host)


def _mongodb(host: str, path: str) -> bytes:
    """The ``hello`` command in an OP_MSG (MongoDB wire protocol, opcode 2013)."""
    document = b"\x10hello\x00\x01\x00\x00\x00\x02$db\x00\x06\x00\x00\x00admin\x00\x00"
    body = b"\x00" * 4 + b"\x00" + struct.pack("<i", len(document) + 4) + document
    return struct.pack("<iiii", 16 + len(body), MONGO_REQUEST, 0, 2013) + body


MONGO_REQUEST = 0x6E6F6361

_KAFKA = struct.pack(">hhih", 18, 0, 0x6E6F6361, -1)
"ApiVersions, version 0, without a client id (Kafka protocol guide, request header v1)."
KAFKA_VERSIONS = struct.pack(">i", len(_KAFKA)) + _KAFKA

ANONYMOUS_BIND = bytes.fromhex("300c020101600702010304008000")
"LDAP bind, version 3, empty name and password (RFC 4511, section 4.2)."

MQTT_CONNECT = bytes.fromhex("100c00044d5154540402003c0000")
"CONNECT of MQTT 3.1.1 with an empty client id and a clean session (section 3.1)."

NOBODY = "nocarrier"
"The user of a session whose user is not known: hardly anywhere is one called so."


def _session(user: str, database: str) -> bytes:
    """StartupMessage; without a database that of the user's name is meant (libpq)."""
    named = (("user", user), ("database", database or user), ("application_name", "nocarrier"))
    # A zero ends a value, so none has one.
    words = b"".join(f"{word}\0".encode() for pair in named for word in (pair[0], pair[1].replace("\0", "")))
    return struct.pack(">ii", 9 + len(words), POSTGRESQL_3) + words + b"\0"


POSTGRESQL_3 = 3 << 16
POSTGRESQL_STARTUP = _session(NOBODY, "")
"PostgreSQL protocol 3.0, StartupMessage, of a user and database that hardly exist: answered with R or E."

SSL_REQUEST = struct.pack(">ii", 8, 80877103)
"PostgreSQL protocol, SSLRequest: answered with one byte, before any login."

RDP_REQUEST = bytes.fromhex("030000130ee000000000000100080003000000")
"X.224 connection request with a negotiation request (MS-RDPBCGR, section 2.2.1.1)."

SOCKS5_METHODS = bytes.fromhex("0503000201")
"""Version, and the methods none, password and GSSAPI (RFC 1928, section 3). Three of them, so that no answer to it is
its own beginning, which an echo would be."""

SOCKS4_REQUEST = bytes.fromhex("047f00000000000000")
"A request with a command that there is not, of nobody for nowhere: it is refused, and nothing is dialled."

DNS_QUERY = bytes.fromhex("00116e6f010000010000000000000000020001")
"Who serves the root? (RFC 1035, section 4.1.1; over TCP behind its length, section 4.2.2)"

REDIS_PING = b"*1\r\n$4\r\nPING\r\n"
MEMCACHED_VERSION = b"version\r\n"


def _fixed(request: bytes) -> Callable[[str, str], bytes]:
    return lambda host, path: request


_QUESTIONS: dict[str, Callable[[str, str], bytes]] = {
    "http": _http,
    "http2": _http2,
    "grpc": _grpc,
    "websocket": _websocket,
    "tls": _tls,
    "elasticsearch": lambda host, path: _http(host, "/"),
    "clickhouse": lambda host, path: _http(host, "/ping"),
    "etcd": lambda host, path: _http(host, "/version"),
    "docker": lambda host, path: _http(host, "/_ping"),
    "redis": _fixed(REDIS_PING),
    "postgresql": _fixed(SSL_REQUEST),
    "mongodb": _mongodb,
    "amqp": _fixed(b"AMQP\x00\x00\x09\x01"),
    "mqtt": _fixed(MQTT_CONNECT),
    "memcached": _fixed(MEMCACHED_VERSION),
    "kafka": _fixed(KAFKA_VERSIONS),
    "cassandra": _fixed(b"\x04\x00\x00\x00\x05\x00\x00\x00\x00"),
    "zookeeper": _fixed(b"ruok"),
    "ldap": _fixed(ANONYMOUS_BIND),
    "rdp": _fixed(RDP_REQUEST),
    "dns": _fixed(DNS_QUERY),
    "socks5": _fixed(SOCKS5_METHODS),
    "socks4": _fixed(SOCKS4_REQUEST),
    "rtsp": _fixed(b"OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n"),
    "xmpp": lambda host, path: (
        f"<?xml version='1.0'?><stream:stream to='{host.replace(chr(39), '')}' xmlns='jabber:client' "
        "xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>"
    ).encode(),
}
