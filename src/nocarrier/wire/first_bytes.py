"""What does a port speak? Recognised from the first bytes it sends, of itself or in answer to one harmless request.

Two kinds of protocol: in some the server greets (SSH, SMTP, FTP, IMAP, POP3, MySQL, VNC, NATS, IRC, telnet), in the
others the client speaks first and the server answers. `question` is what such a client says first; it logs in
nowhere, names no data and changes nothing. `recognise` reads whatever came back: it never raises, looks at a bounded
prefix, and calls unknown what it does not know. What comes back is exactly what was sent proves nothing: an echo.
"""

from __future__ import annotations

import struct
from collections.abc import Callable

import msgspec

LIMIT = 1024
"Bytes that are looked at."


class Recognised(msgspec.Struct, frozen=True):
    """A word of `facts.services.PROTOCOL` (or one that is in no scheme), and what the program calls itself."""

    protocol: str
    software: str = ""


def question(protocol: str, host: str, path: str = "") -> bytes:
    """What a client of this protocol says first; empty where the server greets, or nothing is known."""
    ask = _QUESTIONS.get(protocol)
    if ask is None:
        return b""
    return ask(_plain(host) or "localhost", _plain(path) if path.startswith("/") else "/")


GREETING = frozenset({"ssh", "smtp", "ftp", "imap", "pop3", "mysql", "vnc", "nats"})
"Protocols in which the server must speak first. Those of telnet and IRC may, and some of them wait."


def opening(protocol: str, host: str, path: str = "") -> bytes:
    """What a client that means it says first: like `question`, but as far as an answer shows a server at work.

    To PostgreSQL that is the start of a session (it tells whether there is a place for one); in TLS a key share, so
    that the answer is the whole flight of the server.
    """
    if protocol == "postgresql":
        return _POSTGRESQL_STARTUP
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
    """A ClientHello (RFC 8446, section 4.1.2; RFC 5246, section 7.4.1.2) that servers from TLS 1.0 to 1.3 answer.

    Without a key share (``share``) a server of TLS 1.3 answers with a HelloRetryRequest only.
    """
    suites = (
        0x1301,
        0x1302,
        0x1303,
        0xC02B,
        0xC02F,
        0xC02C,
        0xC030,
        0xCCA9,
        0xCCA8,
        0xC013,
        0xC014,
        0x9C,
        0x2F,
        0x35,
    )
    name = host.encode("ascii")
    extensions = b"".join((
        b"" if _is_literal(host) else _extension(0, struct.pack(">HBH", len(name) + 3, 0, len(name)) + name),
        _extension(10, _listed(2, (29, 23, 24))),  # supported_groups
        _extension(11, b"\x01\x00"),  # ec_point_formats
        _extension(13, _listed(2, (0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601, 0x0201))),
        _extension(43, _listed(1, (0x0304, 0x0303, 0x0302, 0x0301))),  # supported_versions
        _extension(51, _KEY_SHARE if share else b"\x00\x00"),  # key_share, or an empty one
    ))  # fmt: skip
    body = b"\x03\x03" + bytes(range(32)) + b"\x00" + _listed(2, suites) + b"\x01\x00"
    body += struct.pack(">H", len(extensions)) + extensions
    hello = b"\x01" + len(body).to_bytes(3, "big") + body
    return b"\x16\x03\x01" + struct.pack(">H", len(hello)) + hello


def _is_literal(host: str) -> bool:
    """RFC 6066, section 3: literal addresses are not permitted in a server name."""
    return ":" in host or host.replace(".", "").isdigit()


def _extension(kind: int, data: bytes) -> bytes:
    return struct.pack(">HH", kind, len(data)) + data


def _listed(width: int, numbers: tuple[int, ...]) -> bytes:
    """16-bit numbers behind their length in bytes, itself ``width`` bytes wide."""
    data = b"".join(struct.pack(">H", number) for number in numbers)
    return len(data).to_bytes(width, "big") + data


def _mongodb(host: str, path: str) -> bytes:
    """The ``hello`` command in an OP_MSG (MongoDB wire protocol, opcode 2013)."""
    document = b"\x10hello\x00\x01\x00\x00\x00\x02$db\x00\x06\x00\x00\x00admin\x00\x00"
    body = b"\x00" * 4 + b"\x00" + struct.pack("<i", len(document) + 4) + document
    return struct.pack("<iiii", 16 + len(body), MONGO_REQUEST, 0, 2013) + body


MONGO_REQUEST = 0x6E6F6361

_KAFKA_VERSIONS = struct.pack(">hhih", 18, 0, 0x6E6F6361, -1)
"ApiVersions, version 0, without a client id (Kafka protocol guide, request header v1)."

_ANONYMOUS_BIND = bytes.fromhex("300c020101600702010304008000")
"LDAP bind, version 3, empty name and password (RFC 4511, section 4.2)."

_MQTT_CONNECT = bytes.fromhex("100c00044d5154540402003c0000")
"CONNECT of MQTT 3.1.1 with an empty client id and a clean session (section 3.1)."

_KEY_SHARE = struct.pack(">HHH", 36, 29, 32) + b"\x09" + bytes(31)
"""One of x25519 (RFC 8446, section 4.2.8): the base point (RFC 7748, section 4.1), whose secret is 1 and no secret.
Nothing is ever sent under it."""

_POSTGRESQL_SESSION = b"user\0nocarrier\0database\0nocarrier\0application_name\0nocarrier\0\0"
_POSTGRESQL_STARTUP = struct.pack(">ii", 8 + len(_POSTGRESQL_SESSION), 3 << 16) + _POSTGRESQL_SESSION
"PostgreSQL protocol 3.0, StartupMessage, of a user and database that hardly exist: answered with R or E."

_SSL_REQUEST = struct.pack(">ii", 8, 80877103)
"PostgreSQL protocol, SSLRequest: answered with one byte, before any login."

_RDP_REQUEST = bytes.fromhex("030000130ee000000000000100080003000000")
"X.224 connection request with a negotiation request (MS-RDPBCGR, section 2.2.1.1)."


def _fixed(request: bytes) -> Callable[[str, str], bytes]:
    return lambda host, path: request


_QUESTIONS: dict[str, Callable[[str, str], bytes]] = {
    "http": _http,
    "websocket": _websocket,
    "tls": _tls,
    "elasticsearch": lambda host, path: _http(host, "/"),
    "clickhouse": lambda host, path: _http(host, "/ping"),
    "etcd": lambda host, path: _http(host, "/version"),
    "docker": lambda host, path: _http(host, "/_ping"),
    "redis": _fixed(b"*1\r\n$4\r\nPING\r\n"),
    "postgresql": _fixed(_SSL_REQUEST),
    "mongodb": _mongodb,
    "amqp": _fixed(b"AMQP\x00\x00\x09\x01"),
    "mqtt": _fixed(_MQTT_CONNECT),
    "memcached": _fixed(b"version\r\n"),
    "kafka": _fixed(struct.pack(">i", len(_KAFKA_VERSIONS)) + _KAFKA_VERSIONS),
    "cassandra": _fixed(b"\x04\x00\x00\x00\x05\x00\x00\x00\x00"),
    "zookeeper": _fixed(b"ruok"),
    "ldap": _fixed(_ANONYMOUS_BIND),
    "rdp": _fixed(_RDP_REQUEST),
    "rtsp": _fixed(b"OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n"),
    "xmpp": lambda host, path: (
        f"<?xml version='1.0'?><stream:stream to='{host.replace(chr(39), '')}' xmlns='jabber:client' "
        "xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>"
    ).encode(),
}


def recognise(received: bytes, asked: bytes = b"") -> Recognised:
    """The protocol of the first bytes a server sent; ``asked`` is what had been sent to it, or empty."""
    data = received[:LIMIT]
    if not data or asked.startswith(data) or (len(asked) > 8 and data.startswith(asked)):
        return Recognised("")
    for reader in _READERS:
        found = reader(data, asked)
        if found is not None:
            return found
    return Recognised("")


def _greeting(data: bytes, asked: bytes) -> Recognised | None:
    """Protocols whose servers open with a line of their own."""
    first = data.split(b"\n", 1)[0]
    if data.startswith(b"SSH-"):
        return Recognised("ssh", printable(first[8:]))  # RFC 4253, section 4.2: SSH-2.0-software
    if data.startswith(b"220"):  # RFC 5321, section 3.1; RFC 959, section 5.4: the same code for both
        upper = data.upper()
        if b"SMTP" in upper:
            return Recognised("smtp", printable(first[4:]))
        return Recognised("ftp" if b"FTP" in upper else "", printable(first[4:]))
    if data.startswith((b"* OK", b"* PREAUTH", b"* BYE")):  # RFC 9051, section 7.1
        return Recognised("imap", printable(first[5:]))
    if data.startswith(b"+OK"):  # RFC 1939, section 4
        return Recognised("pop3", printable(first[4:]))
    if data.startswith(b"RFB 00"):  # RFC 6143, section 7.1.1
        return Recognised("vnc", printable(first))
    if data.startswith(b"INFO {"):
        return Recognised("nats")
    if data[:1] == b"\xff" and len(data) >= 3 and 0xFB <= data[1] <= 0xFE:  # RFC 854: IAC WILL/WONT/DO/DONT
        return Recognised("telnet")
    if data.startswith(b"NOTICE AUTH") or (data[:1] == b":" and b" NOTICE " in first):
        return Recognised("irc")
    return None


def _redis(data: bytes, asked: bytes) -> Recognised | None:
    errors = (
        b"-NOAUTH",
        b"-DENIED Redis",
        b"-NOPERM",
        b"-LOADING",
        b"-MISCONF",
        b"-MASTERDOWN",
        b"-ERR unknown comm",
    )
    return Recognised("redis") if data.startswith((b"+PONG", *errors)) else None


def _mysql(data: bytes, asked: bytes) -> Recognised | None:
    """Protocol::Handshake, version 10, or an error in its place: ``u24 length, u8 0, payload``."""
    if len(data) < 7 or data[3] != 0 or not 5 <= int.from_bytes(data[:3], "little") < 1024:
        return None
    if data[4] == 10:
        return Recognised("mysql", printable(data[5:].split(b"\0", 1)[0]))
    # 0xff, u16 error code from 1000 up (here: host not allowed, blocked, too many connections), text
    return Recognised("mysql") if data[4] == 0xFF and 1000 <= int.from_bytes(data[5:7], "little") < 5000 else None


def _postgresql(data: bytes, asked: bytes) -> Recognised | None:
    if asked != _SSL_REQUEST:
        return None
    if data in (b"S", b"N"):
        return Recognised("postgresql")
    # ErrorResponse: 'E', int32 length, fields that begin with 'S'
    return Recognised("postgresql") if data[:1] == b"E" and data[5:6] == b"S" else None


def _tls_record(data: bytes, asked: bytes) -> Recognised | None:
    """A ServerHello in a handshake record, or an alert (RFC 8446, sections 5.1 and 6)."""
    if len(data) < 6 or data[1] != 3 or data[2] > 4:
        return None
    if data[0] == 0x16 and data[5] == 2:
        return Recognised("tls")
    return Recognised("tls") if data[0] == 0x15 and data[3:5] == b"\x00\x02" and data[5] in (1, 2) else None


_PLAIN_TO_TLS = (
    b"The plain HTTP request was sent to HTTPS port",  # nginx
    b"speaking plain HTTP to an SSL-enabled server port",  # Apache
    b"Client sent an HTTP request to an HTTPS server",  # Go
)


def _http_answer(data: bytes, asked: bytes) -> Recognised | None:
    """HTTP/1 (RFC 9112, section 4), and the services that speak it; HTTP/2 by its SETTINGS (RFC 9113, 6.5)."""
    if len(data) >= 9 and data[3:9] == b"\x04\x00\x00\x00\x00\x00":
        return Recognised("http2")
    if data[:15].lower().startswith((b"<!doctype html", b"<html")):
        return Recognised("http")  # HTTP/0.9: an error page without a status line
    if not data.startswith(b"HTTP/1."):
        return None
    if any(words in data for words in _PLAIN_TO_TLS):
        return Recognised("tls")
    if b"MongoDB over HTTP" in data:
        return Recognised("mongodb")
    head = data.split(b"\r\n\r\n", 1)[0]
    status, headers = head[9:12], _headers(head)
    software = printable(headers.get(b"server", b""))
    upgrades = b"websocket" in headers.get(b"upgrade", b"").lower()
    # 426 (RFC 9110, section 15.5.22) names what it wants; RFC 6455, section 4.2.2 names the version.
    if (upgrades and status in (b"101", b"426", b"400")) or b"sec-websocket-version" in headers:
        return Recognised("websocket", software)
    return Recognised(_http_service(headers, data), software)


def _headers(head: bytes) -> dict[bytes, bytes]:
    pairs = (line.partition(b":") for line in head.split(b"\r\n")[1:])
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _http_service(headers: dict[bytes, bytes], data: bytes) -> str:
    if headers.get(b"x-elastic-product") or b'"cluster_name"' in data:
        return "elasticsearch"
    if any(name.startswith(b"x-clickhouse-") for name in headers):
        return "clickhouse"
    if b'"etcdserver"' in data:
        return "etcd"
    return "docker" if headers.get(b"server", b"").startswith(b"Docker/") else "http"


def _framed(data: bytes, asked: bytes) -> Recognised | None:
    """Answers that carry what was asked, or whose frame leaves no doubt."""
    if len(data) >= 16 and struct.unpack_from("<i", data, 8)[0] == MONGO_REQUEST:
        return Recognised("mongodb")
    if len(data) >= 8 and asked.endswith(_KAFKA_VERSIONS) and data[4:8] == b"noca":
        return Recognised("kafka")
    # AMQP 0-9-1, section 4.2.3: a method frame on channel 0, Connection.Start (10, 10); or the version it speaks.
    if (data[:3] == b"\x01\x00\x00" and data[7:11] == b"\x00\x0a\x00\x0a") or (
        data[:4] == b"AMQP" and len(data) >= 8
    ):
        return Recognised("amqp")
    if asked == _MQTT_CONNECT and data[:2] == b"\x20\x02" and len(data) == 4 and data[3] <= 5:
        return Recognised("mqtt")
    if len(data) >= 9 and data[0] in (0x83, 0x84) and data[4] in (0, 6):  # ERROR or SUPPORTED
        return Recognised("cassandra")
    if asked == _ANONYMOUS_BIND and data[:1] == b"\x30" and b"\x02\x01\x01\x61" in data[:10]:
        return Recognised("ldap")
    if data[:2] == b"\x03\x00" and data[5:6] == b"\xd0":  # X.224 connection confirm in a TPKT
        return Recognised("rdp")
    return None


def _lines(data: bytes, asked: bytes) -> Recognised | None:
    """Protocols of text lines that answer."""
    if data.startswith(b"VERSION ") and asked == b"version\r\n":
        return Recognised("memcached", printable(data[8:].split(b"\r", 1)[0]))
    if data.startswith((b"imok", b"ruok is not executed")):
        return Recognised("zookeeper")
    if data.startswith(b"RTSP/1."):
        return Recognised("rtsp")
    return Recognised("xmpp") if b"<stream:stream" in data[:512] else None


_READERS = (_greeting, _redis, _mysql, _postgresql, _tls_record, _http_answer, _framed, _lines)


def printable(raw: bytes) -> str:
    """What a peer calls itself: ASCII without control characters, at most 60 letters."""
    return "".join(letter for letter in raw[:200].decode("ascii", "replace") if " " <= letter <= "~").strip()[:60]
