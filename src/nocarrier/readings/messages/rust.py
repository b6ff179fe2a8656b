"""Rust: std::io, hyper, reqwest, rustls and native-tls, as `{}` and `{:?}` print them."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.services import DEFAULT_PORT
from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.common import SPEAKS_FOR_ITSELF
from nocarrier.readings.messages.errnos import numbered
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, Reading
from nocarrier.readings.messages.statuses import answered, of_request, of_upgrade

STEMS = (
    "connectionrefused", "timedout", "kind: ", "hyper::", "reqwest", "http(response", "server rejected handshake", "os error -2146", "os { code: ", "dns error", "tcp connect error", "statuscodeerror(", "httpsuriwithouttlssupport", "frame_size_error, library",
)  # fmt: skip

SAID = (
    Phrase("httpsuriwithouttlssupport", "tls-failed", "tls", "tonic", worth=MEANT),
    Phrase("frame_size_error, library", "protocol-mismatch", "http", "hyper", worth=MEANT),
    Phrase("statuscodeerror(ok)", "protocol-mismatch", "websocket", "rust-websocket", {"http_status": 200}, MEANT),
    Phrase("statuscodeerror(", "rejected", "websocket", "rust-websocket"),
    Phrase("pooltimedout", "timed-out", "", "sqlx", worth=MEANT),
    Phrase("pool timed out while waiting for an open connection", "timed-out", "", "sqlx", worth=MEANT),
    Phrase("keepalive(elapsed", "timed-out", "service", "rumqtt", worth=MEANT),
    Phrase("awaitpingresp", "timed-out", "service", "rumqtt", worth=MEANT),
    Phrase("relativeurlwithoutbase", "unknown", "target", "rust", open=NOT_TOLD),
    Phrase("start_send error: connection closed", "closed", "", "rust"),
    Phrase("poll error: connection closed", "closed", "", "rust"),
    Phrase("http error: 200 ok", "protocol-mismatch", "websocket", "rust", {"http_status": 200}, MEANT),
    Phrase("io error: broken pipe (os error 32)", "closed", "", "rust", {"errno": "EPIPE"}, MEANT),
    Phrase("hyper::error(bodywrite, channelclosed)", "closed", "http", "rust", worth=MEANT),
    Phrase("http2 error: connection error detected", "protocol-mismatch", "http", "rust", worth=MEANT),
    Phrase("received corrupt message of type ", "tls-failed", "tls", "rustls", worth=MEANT),
    Phrase("cannot decrypt peer's message", "tls-failed", "tls", "rustls", worth=MEANT),
    Phrase("peer doesn't support any known protocol", "tls-failed", "tls", "rustls", worth=MEANT),
    Phrase("peer sent no certificates", "tls-failed", "tls", "rustls", worth=MEANT),
    Phrase("peer is incompatible: ", "tls-failed", "tls", "rustls", worth=MEANT),
    Phrase("peer misbehaved: ", "tls-failed", "tls", "rustls", worth=MEANT),
    Phrase('key mismatch in "sec-websocket-accept"', "protocol-mismatch", "websocket", "rust", worth=MEANT),
    Phrase("handshakeincomplete", "closed", "websocket", "rust"),
    Phrase("kind: brokenpipe", "closed", "", "rust"),
    Phrase("kind: notconnected", "closed", "", "rust"),
    Phrase("kind: hostunreachable", "unreachable", "tcp", "rust"),
    Phrase("kind: networkunreachable", "unreachable", "route", "rust"),
    Phrase("stream closed because of a broken pipe", "closed", "http", "rust", worth=MEANT),
    Phrase("h2 protocol error: http2 error", "protocol-mismatch", "http", "rust"),
    Phrase("h2 protocol error: error reading a body from connection", "closed", "http", "rust"),
    Phrase("ssl error: received early eof", "closed", "tls", "libgit2", worth=MEANT),
    Phrase("error sending request", "unknown", "", "rust", worth=OPAQUE, open=NOT_TOLD),
    Phrase("kind: connect, ", "unknown", "tcp", "rust", worth=OPAQUE, open=NOT_TOLD),
    Phrase("client error (connect)", "unknown", "tcp", "rust", worth=OPAQUE, open=NOT_TOLD),
    Phrase("error trying to connect", "unknown", "tcp", "rust", worth=OPAQUE, open=NOT_TOLD),
    Phrase("kind: invalidinput", "unknown", "tcp", "rust", worth=OPAQUE, open=NOT_TOLD),
    Phrase("tls support not compiled in", "unknown", "target", "rust", worth=OPAQUE),
    Phrase("io(custom { kind: other", "unknown", "", "rust", worth=OPAQUE, open=NOT_TOLD),
    Phrase("kind: connectionrefused", "refused", "tcp", "rust"),
    Phrase("kind: timedout", "timed-out", "", "rust"),
    Phrase("kind: wouldblock", "timed-out", "", "rust"),
    Phrase("resource temporarily unavailable (os error 11)", "timed-out", "", "rust", worth=MEANT),
    Phrase("tls connection init failed: ", "tls-failed", "tls", "rust"),
    Phrase("httpioerror", "unknown", "", "hyper", worth=OPAQUE, open=NOT_TOLD),
    Phrase("tls connection init failed: connection reset", "reset", "tls", "rust", {"errno": "ECONNRESET"}, MEANT),
    Phrase("tls connection init failed: unexpected end of file", "closed", "tls", "rust", worth=MEANT),
    Phrase("network error: unexpected eof", "closed", "http", "rust"),
    Phrase("wrong number of tokens in status line", "protocol-mismatch", "http", "rust", worth=MEANT),
    Phrase("http version did not start with http/", "protocol-mismatch", "http", "rust", worth=MEANT),
    Phrase("kind: permissiondenied, message", "permission-denied", "", "rust", {"errno": "EACCES"}),
    Phrase("kind: connectionreset", "reset", "", "rust"),
    Phrase("kind: connectionaborted", "closed", "", "rust"),
    Phrase("kind: unexpectedeof", "closed", "", "rust"),
    Phrase("kind: addrinuse", "address-in-use", "tcp", "rust"),
    Phrase("kind: addrnotavailable", "address-unavailable", "tcp", "rust"),
    Phrase("kind(addrnotavailable)", "address-unavailable", "tcp", "rust"),
    Phrase("kind(addrinuse)", "address-in-use", "tcp", "rust"),
    Phrase("kind(timedout)", "timed-out", "", "rust"),
    Phrase("kind(connectionaborted)", "reset", "", "rust"),
    Phrase("failed to lookup address information", "name-not-resolved", "name", "rust"),
    Phrase("connection closed before message completed", "closed", "http", "rust"),
    Phrase("hyper::error(incompletemessage)", "closed", "http", "rust", worth=MEANT),
    Phrase("hyper::error(channelclosed)", "closed", "http", "rust"),
    Phrase("hyper::error(parse(", "protocol-mismatch", "http", "rust", worth=MEANT),
    Phrase("invalid http version parsed", "protocol-mismatch", "http", "rust"),
    Phrase("operation timed out", "timed-out", "", ""),
    Phrase("source: timedout", "timed-out", "", "rust"),
    Phrase("kind: invaliddata, error: ", "tls-failed", "tls", "rust"),
    Phrase("invalid peer certificate", "tls-failed", "tls", "rust", worth=MEANT),
)  # fmt: skip

_URL = pattern(
    r"scheme: \"([a-z]{2,12})\".{1,200}?host: Some\((?:Domain\(\"([\w.-]{1,253})\"\)|Ipv[46]\(([0-9A-Fa-f:.]{2,45})\))\), port: (?:Some\((\d{1,5})\)|None)"
)
"An `Url` of the url crate, printed by `{:?}`."
_UPGRADE = pattern(r"\bHttp\(Response \{ status: (\d{3})\b|\bserver rejected handshake; status code = (\d{3})\b")
"Tungstenite's and soketto's error for what came in place of 101."
_SCHANNEL = pattern(r"\bos error -(2146(?:89[23]|762)\d{3})\)")
"SEC_E_* and CERT_E_* of winerror.h, as signed numbers."
_OS = pattern(r"\bOs \{ code: (\d{2,5})\b")
"An `io::Error` of the system, printed by `{:?}`."
_STATUS = pattern(r"reqwest::Error \{ kind: Status\((\d{3})\)")


def read(line: str) -> Iterator[Reading]:
    """Sentences and variants, with the URL that stands beside them."""
    url = _URL.search(line)
    scheme, host, port = ("", "", 0) if url is None else (url[1], url[2] or url[3], _port(url[1], url[4]))
    for one in phrases(SAID, line):
        yield replace(one, host=host, port=port, scheme=scheme)
    yield from answered(_STATUS.search(line), of_request, MEANT, client="rust", scheme=scheme, host=host, port=port)
    system = _OS.search(line)
    if system is not None and int(system[1]) >= SPEAKS_FOR_ITSELF:
        yield from numbered(system, CODE, client="rust", host=host, port=port, scheme=scheme)
    schannel = _SCHANNEL.search(line)
    if schannel is not None:
        code = f"0x{0x100000000 - int(schannel[1]):08X}"
        yield Reading(
            kind="tls-failed", worth=MEANT, client="rust", step="tls", code={"hresult": code}, at=schannel.start()
        )
    yield from answered(_UPGRADE.search(line), of_upgrade, MEANT, client="rust")
    if host:
        yield Reading(kind="unknown", worth=OPAQUE, host=host, port=port, scheme=scheme)


def _port(scheme: str, written: str | None) -> int:
    return min(int(written or DEFAULT_PORT.get(scheme) or 0), 65535)
