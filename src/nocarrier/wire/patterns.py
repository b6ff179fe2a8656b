"""The beginnings by which a text protocol's server is known, as data: one line a pattern, the first that fits counts.

What needs a calculation, binary frames and HTTP, is read in `wire.framed`, `wire.http_answers` and `wire.tls_record`.
"""

from __future__ import annotations

from nocarrier.model.record import Record
from nocarrier.wire.openings import MEMCACHED_VERSION


class Pattern(Record):
    """``starts``: one of these beginnings; ``holds``: and one of these within the first lines, in any case.

    ``asked``: only in answer to just these bytes. ``name`` is where the server's name for itself begins in the first
    line, -1 where it has none. ``sure``: no other protocol's server says this.
    """

    protocol: str
    starts: tuple[bytes, ...]
    holds: tuple[bytes, ...] = ()
    asked: bytes = b""
    name: int = -1
    sure: bool = True


REDIS_ERRORS = (
    b"-NOAUTH", b"-DENIED Redis", b"-NOPERM", b"-LOADING", b"-MISCONF", b"-MASTERDOWN", b"-ERR unknown comm",
    b"-ERR Protocol error", b"-ERR wrong number of arguments for 'get' command", b"-ERR max number of clients",
)  # fmt: skip
"Errors of redis src/server.c and src/networking.c."

PATTERNS: tuple[Pattern, ...] = (
    # RFC 4253, section 4.2: SSH-2.0-software; 1.99 speaks both versions (section 5.1).
    Pattern("ssh", (b"SSH-2.0-",), name=8),
    Pattern("ssh", (b"SSH-1.",), name=9),
    # 220 opens SMTP (RFC 5321, section 4.2) and FTP (RFC 959, section 5.4), 421 and 554 turn away; the words tell which.
    Pattern("lmtp", (b"220",), (b" lmtp",), name=4),
    Pattern("smtp", (b"220", b"421", b"554"), (b"smtp",), name=4),
    Pattern("ftp", (b"220", b"421", b"530"), (b"ftp", b"filezilla"), name=4),
    Pattern("", (b"220 ", b"220-"), name=4, sure=False),
    # RFC 9051, section 7.1
    Pattern("imap", (b"* OK", b"* PREAUTH", b"* BYE"), (b"imap", b"capability"), name=5),
    Pattern("imap", (b"* OK", b"* PREAUTH", b"* BYE"), name=5, sure=False),
    # RFC 1939, section 4; "<number.clock@host>" is the challenge of APOP (section 7).
    Pattern("pop3", (b"+OK",), (b"pop", b"@", b" ready"), name=4),
    Pattern("pop3", (b"+OK",), name=4, sure=False),
    Pattern("sieve", (b'"IMPLEMENTATION" ',), name=16),  # RFC 5804, section 1.8
    Pattern("nntp", (b"200 ", b"201 ", b"400 ", b"502 "), (b"nntp", b"innd", b"usenet", b"news"), name=4),  # RFC 3977
    Pattern("vnc", (b"RFB 00",), name=0),  # RFC 6143, section 7.1.1
    Pattern("nats", (b"INFO {",), (b'"server_id"', b'"max_payload"')),
    Pattern("nats", (b"-ERR 'Unknown Protocol Operation'", b"-ERR 'Authorization Violation'")),
    Pattern("irc", (b"NOTICE AUTH", b"NOTICE * :***")),
    Pattern("irc", (b":",), (b" notice ",)),
    Pattern("irc", (b"ERROR :Closing Link",)),
    Pattern("rsync", (b"@RSYNCD: ",), name=9),
    Pattern("svn", (b"( success ( ",)),
    Pattern("asterisk", (b"Asterisk Call Manager/",), name=0),
    Pattern("tarantool", (b"Tarantool ",), (b"(binary)", b"(lua console)"), name=0),
    Pattern("varnish", (b"107 59 ", b"200 205 ")),  # varnish-cli(7): CLIS_AUTH, CLIS_OK
    Pattern("teamspeak", (b"TS3\n",)),
    Pattern("redis", (b"+PONG\r\n", *REDIS_ERRORS)),
    Pattern("memcached", (b"VERSION ",), asked=MEMCACHED_VERSION, name=8),
    Pattern("memcached", (b"ERROR\r\nERROR\r\n", b"ERROR Too many open connections"), sure=False),
    Pattern("beanstalkd", (b"UNKNOWN_COMMAND\r\n",)),
    Pattern("zookeeper", (b"imok", b"ruok is not executed")),
    Pattern("clickhouse", (b"Port ",), (b"is for clickhouse-client program",)),
    Pattern("elasticsearch", (b"This is not a HTTP port", b"This is not an HTTP port")),
    Pattern("mongodb", (b"It looks like you are trying to access MongoDB over HTTP",)),
    # GatewayWorker src/Register.php: what it answers to a line that is no JSON of its own.
    Pattern("gatewayworker", (b"Bad request for Register service.",)),
    Pattern("rtsp", (b"RTSP/1.", b"RTSP/2."), name=-1),
    Pattern("sip", (b"SIP/2.0 ",)),
    Pattern("xmpp", (b"<?xml", b"<stream:"), (b"<stream:stream", b"http://etherx.jabber.org/streams")),
    Pattern("stomp", (b"ERROR\n", b"CONNECTED\n"), (b"message:", b"version:", b"content-type:")),
)  # fmt: skip


def fitting(data: bytes, asked: bytes) -> Pattern | None:
    """The first pattern that these bytes fit, said to a client that had said ``asked``."""
    lowered = data[:512].lower()
    for pattern in PATTERNS:
        if not data.startswith(pattern.starts) or (pattern.asked and pattern.asked != asked):
            continue
        if not pattern.holds or any(word in lowered for word in pattern.holds):
            return pattern
    return None
