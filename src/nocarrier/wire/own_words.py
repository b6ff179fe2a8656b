"""Whether the first bytes that came are any that the client's own protocol allows."""

from __future__ import annotations

from nocarrier.facts.exchange import HttpReply
from nocarrier.wire.first_bytes import Recognised

KIN = {
    "http": frozenset({"http", "websocket", "elasticsearch", "clickhouse", "etcd", "docker"}),
    "smtp": frozenset({"lmtp"}),
}
"Protocols that a client of another one takes as its own."
HTTP2 = frozenset({"http2", "grpc"})
OVER_HTTP = frozenset({"elasticsearch", "clickhouse", "etcd", "docker"})
BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    "redis": (b"+", b"-", b"$", b"*", b":"),
    "ssh": (b"SSH-",),
    "smtp": (b"2", b"4", b"5"),
    "ftp": (b"1", b"2", b"4", b"5"),
    "imap": (b"* ",),
    "pop3": (b"+OK", b"-ERR"),
    "postgresql": (b"R", b"E", b"N", b"S", b"v"),
    "amqp": (b"AMQP", b"\x01"),
    "mqtt": (b"\x20",),
    "memcached": (b"VERSION", b"ERROR", b"SERVER_ERROR", b"CLIENT_ERROR"),
    "vnc": (b"RFB ",),
    "nats": (b"INFO", b"-ERR"),
    "xmpp": (b"<",),
    "rtsp": (b"RTSP/",),
}
"""How an answer of a service begins at least (RESP; RFC 4253, 5321, 959, 9051, 1939; PostgreSQL's messages; AMQP's frames;
MQTT's CONNACK), where it was not recognised. Of services that are not here, anything unknown is taken for theirs."""


def allowed(scheme: str, protocol: str, found: Recognised, http: HttpReply | None, said: bytes) -> bool:
    """Whether a client of ``protocol`` (empty: none in particular) can take this for an answer."""
    if protocol in ("http", "websocket") or protocol in OVER_HTTP:
        # What recognises an HTTPS port by its error page calls that TLS.
        return http is not None and found.protocol != "tls"
    if protocol == "tls":
        return False
    if protocol in HTTP2:
        return found.protocol in HTTP2
    if not protocol:
        return scheme not in ("text", "frame") or not found.sure
    if found.protocol == protocol or found.protocol in KIN.get(protocol, ()):
        return True
    if found.protocol:
        return not found.sure and _begins(protocol, said)
    return _begins(protocol, said)


def _begins(protocol: str, said: bytes) -> bool:
    beginnings = BEGINNINGS.get(protocol)
    return beginnings is None or said.startswith(beginnings)
