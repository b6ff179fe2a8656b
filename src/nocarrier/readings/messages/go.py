"""Go: what net, crypto/tls and net/http print, and the programs that add nothing to it."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.services import DEFAULT_PORT, EPHEMERAL
from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.common import told_at
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, WORDS, Reading
from nocarrier.readings.messages.statuses import of_upgrade

STEMS = (
    "dial tcp", "dial udp", "listen tcp :", "listen tcp4 :", "listen tcp6 :", "listen udp :", "invalid websocket response", "dial unix", "i/o timeout", "no such host", "context deadline exceeded", "server gave http response",
    "malformed http", "unexpected eof", "tls: ", "x509: ", 'get "http', ": eof", ", eof", "=eof", "\"eof", "dial:eof", "connect error", "failed to get reader: ", "read udp ", "write udp ", "read tcp ", "write tcp ",
)  # fmt: skip

SAID = (
    Phrase(": unknown port", "unknown", "target", "go", worth=OPAQUE),
    Phrase("dial tcp: no suitable address found", "name-not-resolved", "name", "go", worth=MEANT),
    Phrase("servname not supported for ai_socktype", "name-not-resolved", "name", "", {"errno": "EAI_SERVICE"}, MEANT),
    Phrase("ssl client failed to connect with: eof", "closed", "tls", "beats", worth=MEANT),
    Phrase("tls: handshake message of length ", "tls-failed", "tls", "go", worth=MEANT),
    Phrase("listen tcp: address ", "unknown", "target", "go", worth=OPAQUE, open=NOT_TOLD),
    Phrase("http: server closed idle connection", "closed", "hold", "go", worth=MEANT),
    Phrase("frame header looked like an http/1.1 header", "protocol-mismatch", "http", "go", worth=MEANT),
    Phrase("redis: connection pool timeout", "resource-limit", "service", "go-redis", worth=MEANT),
    Phrase("driver: bad connection", "closed", "service", "go", worth=MEANT),
    Phrase("closing bad idle connection", "closed", "service", "go", worth=OPAQUE),
    Phrase("pq: ssl is not enabled on the server", "tls-failed", "tls", "go", worth=MEANT),
    Phrase("timeout: no recent network activity", "timed-out", "", "go", worth=MEANT),
    Phrase("timeout: handshake did not complete in time", "timed-out", "tls", "go", worth=MEANT),
    Phrase("websocket: close sent", "closed", "websocket", "go", worth=MEANT),
    Phrase("i/o deadline reached", "timed-out", "", "go", worth=MEANT),
    # HTTP/2: a stream that the other end reset, with its reason between
    Phrase("; received from peer", "reset", "http", "go", worth=MEANT),
    Phrase("; protocol_error; received from peer", "protocol-mismatch", "http", "go", worth=MEANT + 1),
    Phrase("socket: too many open files", "resource-limit", "", "go", {"errno": "EMFILE"}, MEANT + 1),
    Phrase(": keepalive timeout", "timed-out", "", "go"),
    Phrase("dns requests failed", "name-not-resolved", "name", "clash"),
    Phrase("dns resolve failed", "name-not-resolved", "name", "clash"),
    Phrase("lead thread didn't get connection", "unknown", "tcp", "consul", worth=OPAQUE, open=NOT_TOLD),
    Phrase("no known consul servers", "unknown", "", "consul", worth=OPAQUE, open=NOT_TOLD),
    Phrase("manager: no servers available", "unknown", "", "consul", worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to get conn: ", "unknown", "tcp", "consul", worth=OPAQUE, open=NOT_TOLD),
    Phrase("(cause: invalid typ", "protocol-mismatch", "service", "tendermint", worth=MEANT),
    Phrase("inbound peer rejected", "rejected", "service", "tendermint"),
    Phrase("peer is on a different network", "rejected", "service", "tendermint", worth=MEANT),
    Phrase("getaddrinfow: ", "name-not-resolved", "name", "go", worth=WORDS),
    Phrase("no such host", "name-not-resolved", "name", "go", {"errno": "EAI_NONAME"}),
    Phrase("status = statuspolicyviolation", "rejected", "websocket", "go", {"close_code": 1008}, CODE),
    Phrase("status = statusinternalerror", "closed", "websocket", "go", {"close_code": 1011}, CODE),
    Phrase("server misbehaving", "name-not-resolved", "name", "go"),
    Phrase("use of closed network connection", "closed", "", "go", worth=OPAQUE),
    Phrase("external resolution failed", "name-not-resolved", "name", "docker", worth=MEANT),
    Phrase("i/o timeout", "timed-out", "", "go"),
    Phrase("context deadline exceeded", "timed-out", "", "go"),
    Phrase("context canceled", "unknown", "", "go", worth=OPAQUE, open=NOT_TOLD),
    Phrase("; internal_error", "reset", "http", "go", worth=WORDS),
    Phrase("client.timeout exceeded while awaiting headers", "timed-out", "", "go", worth=MEANT),
    Phrase("tls handshake timeout", "timed-out", "tls", "go", worth=MEANT),
    Phrase("server gave http response to https client", "protocol-mismatch", "tls", "go", worth=MEANT),
    Phrase("first record does not look like a tls handshake", "protocol-mismatch", "tls", "go", worth=MEANT),
    Phrase("malformed http response", "protocol-mismatch", "http", "go", worth=MEANT),
    Phrase("malformed http status code", "protocol-mismatch", "http", "go", worth=MEANT),
    Phrase("net/http: request canceled", "unknown", "http", "go", worth=OPAQUE),
    Phrase("request canceled while waiting for connection", "timed-out", "tcp", "go", worth=MEANT),
    Phrase("x509: ", "tls-failed", "tls", "go", worth=MEANT),
    Phrase("remote error: tls:", "tls-failed", "tls", "go", worth=MEANT),
    Phrase("connect: no such file or directory", "refused", "tcp", "go", {"errno": "ENOENT"}),
    Phrase("connect: permission denied", "permission-denied", "tcp", "go", {"errno": "EACCES"}),
    Phrase("connect: operation not permitted", "permission-denied", "tcp", "go", {"errno": "EPERM"}),
    Phrase("connect: connection refused", "refused", "tcp", "go", {"errno": "ECONNREFUSED"}),
    Phrase("connection refused (os error ", "refused", "tcp", "rust", {"errno": "ECONNREFUSED"}),
)  # fmt: skip

_DIAL = pattern(
    r"\bdial (tcp[46]?|udp[46]?|unix) (?:(?:\S{1,64})->)?(\[[^\]]{2,64}\]|/[^\s:]{1,107}|[\w.-]{0,253})(?::(\d{1,5}))?(?::|$)"
)
_READ = pattern(
    r"\b(?:read|write) (tcp|udp)[46]? (\[[^\]\s]{2,64}\]|[\w.-]{1,253}):(\d{1,5})->(\[[^\]\s]{2,64}\]|[\w.-]{1,253}):(\d{1,5}): (?:read|write|i/o)"
)
_LOOKUP = pattern(
    r"\blookup (?!(?:failure|error)\b)([\w.-]{1,253})(?: on (\[?[0-9A-Fa-fx.:]{2,45}\]?):(?:53|x{1,3}))? ?:"
    r"|\bdial (?:tcp|udp)[46]?: lookup ([\w.-]{1,253}) on [0-9A-Fa-f.:\]]{2,45}$"
)
_LISTEN = pattern(r"\blisten (?:tcp|udp)[46]? :(\d{1,5}): bind: ")
"At every address of the machine."
_NO_HOST = pattern(r"(?i)\bno such host[ -]?(?:groups?|templates?|entry|port|aggregate|key)\b")
"What an inventory or a monitoring does not have, and no resolver was asked for."
_TUNNEL = pattern(
    r"(?:Get|Post|Put|Head|Patch|Delete|Options) \"?https://[^\s\"]{1,1024}\"?: (?:Forbidden|Bad Gateway|Bad Request|Not Found|Method Not Allowed|"
    r"Service Unavailable|Gateway Timeout|Proxy Authentication Required|Internal Server Error)$"
)
"net/http says no more than the proxy's words where it refuses the tunnel."
_EOF = pattern(
    r"(?i:\b(?:Get|Post|Put|Head|Patch|Delete|Options) \\?\"?https?://[^\s\"]{1,1024}\"?|\b(?:relay|tcp|tls|quic|wss?|ssh|socks5h?|ldaps?|amqps?|nats|mqtts?|redis)://[^\s\"]{1,1024}|handshake error from \S{1,64}|websocket\.Dial \S{1,1024}"
    r"|\bpackets\.go:\d{1,4}|\bidle connection|\b(?:failed|failure|error|err|dial|dialing|connect|connecting|connection closed|conn|read|handshake|login|peer|server|transport|desc|exceeded|caused by))"
    r"(?:: ?|, |=)\\?\"?(?:unexpected )?EOF(?=\\?\"|[\s,;)}\]]|$)|\b[a-z]{2,20}\.[A-Z][A-Za-z]{1,30}: EOF$|\bconnect to [^:\n]{1,60}: EOF$"
)
"What a read says whose peer ended the connection, behind what was being done; io.EOF has no other words."
_OF_DATA = pattern(
    r"(?i)(?<![/\w.-])(?:syntax|pars(?:e|ing)|unmarshal|decod|json|yaml|xml|gzip|zlib|archive|file\b|stdin|token)"
)
"An end that text or data came to, and no connection."
_UPGRADED = pattern(r"\binvalid websocket response from ([\w.-]{1,253}):(\d{1,5}): HTTP/[\d.]{1,3} (\d{3})\b")
_ASKED = pattern(
    r"(?i)\b(?:Get|Post|Put|Head|Patch|Delete|Options) \\?\"?(https?)://([\w.-]{1,253})(?::(\d{1,5}))?[/\\\":]"
)
"What was asked for through a proxy."
_HALF = pattern(r"([\w.-]{1,253}):(\d{1,5}) connect error(?:$|:)")
"Clash, before it had reasons."


def read(line: str) -> Iterator[Reading]:
    """Sentences, with the place that the net package puts beside them."""
    host, port, scheme, through = _place(line)
    looked_up = _LOOKUP.search(line) is not None
    other = _NO_HOST.search(line) is not None
    for one in phrases(SAID, line):
        if not one.step and one.kind == "timed-out" and "dial tcp" in line:
            one = replace(one, step="tcp")  # it waited for headers in so far as it waited for the connection
        if looked_up and one.kind not in ("name-not-resolved", "resource-limit"):
            continue  # said of the name server
        if other and one.kind == "name-not-resolved":
            continue
        yield replace(one, host=host, port=port, scheme=scheme, through=through)
    if looked_up:
        name = Reading(kind="name-not-resolved", worth=MEANT, client="go", step="name", host=host, port=port)
        yield replace(name, through=through)
    tunnel = _TUNNEL.search(line)
    if tunnel is not None:
        yield Reading(kind="proxy", worth=MEANT + 1, client="go", step="proxy", at=tunnel.start())
    ended = _EOF.search(line)
    if ended is not None and _OF_DATA.search(line) is None:
        yield Reading(kind="closed", worth=SENTENCE, client="go", at=ended.start())
    upgraded = _UPGRADED.search(line)
    if upgraded is not None:
        kind, step = of_upgrade(int(upgraded[3]))
        yield Reading(
            kind=kind, worth=MEANT + 1, client="go", step=step, code={"http_status": int(upgraded[3])},
            host=upgraded[1], port=min(int(upgraded[2]), 65535), at=upgraded.start(),
        )  # fmt: skip
    half = _HALF.search(line)
    if half is not None:
        yield Reading(
            kind="unknown", worth=OPAQUE, client="clash", step="tcp", open=NOT_TOLD, host=half[1], port=min(int(half[2]), 65535), at=half.start(),
        )  # fmt: skip
    if host:
        yield Reading(kind="unknown", worth=OPAQUE, host=host, port=port, scheme=scheme, through=through)
    listened = _LISTEN.search(line)
    if listened is not None:
        yield Reading(
            kind="unknown", worth=OPAQUE, client="go", port=min(int(listened[1]), 65535), at=listened.start()
        )
    connect = line.find(": connect: ")
    if connect >= 0 and "dial " in line[:connect]:  # whatever a gateway answers for it
        yield from told_at(line, connect + len(": connect"), MEANT, client="go")


def _place(line: str) -> tuple[str, int, str, str]:
    """Host, port, scheme, and the proxy that was dialled in their place."""
    dial, lookup = _DIAL.search(line), _LOOKUP.search(line)
    if lookup is not None:
        name = lookup[1] or lookup[3]
        port = int(dial[3]) if dial is not None and dial[3] and dial[2] == name else 0
        return name, port, "", ""
    if dial is not None and dial[2]:
        if dial[1] == "unix":
            return dial[2], 0, "unix", ""
        through = f"{dial[2]}:{dial[3]}" if "proxyconnect" in line else ""
        if through and (asked := _ASKED.search(line)) is not None:
            return asked[2], min(int(asked[3] or DEFAULT_PORT[asked[1]] or 0), 65535), asked[1], through
        return dial[2].strip("[]"), min(int(dial[3] or 0), 65535), _over(dial[1]), through
    spoken = _READ.search(line)
    if spoken is None:
        return "", 0, "", ""
    near, far = int(spoken[3]), int(spoken[5])
    served = far >= EPHEMERAL > near  # a server's own words of who dialled it
    host, port = (spoken[2], near) if served else (spoken[4], far)
    return host.strip("[]"), min(port, 65535), _over(spoken[1]), ""


def _over(network: str) -> str:
    """The scheme that a network of Go's is asked in: nothing is known of what was spoken over TCP."""
    return "udp" if network.startswith("udp") else ""
