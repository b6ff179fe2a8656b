"""Node: its own errors, undici and fetch, axios, http-proxy, npm, socket.io."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, WORDS, ErrorClass, Reading

STEMS = (
    "errno", "error: aborted", "write epipe", "error: network error", "xmlhttprequest error",
    "socket hung up", "cert_signature_failure", "cert_untrusted", "cert_rejected", "cert_revoked", "cert_chain_too_long",
    "unable_to_get_crl", "unable_to_decrypt_cert", "err_stream_premature_close", "err_socket_connection_timeout",
    "getaddrinfo ", "querya", "querysrv", "querytxt", "querymx", "queryns", "queryptr", "querycname", "querysoa", "queryany", "socket hang up", "und_err", "hpe_", "fetch failed", "econn", "etimedout", "eproto ", "eproto'", "epipe",
    "network socket disconnected", "timeout of ", "other side closed", "parse error: expected http", "npm err", "npm error",
    "depth_zero_self_signed", "self_signed_cert", "unable_to_", "cert_has_expired", "cert_not_yet", "err_tls",
    "err_socks", "request to http", "timeout awaiting", "error: timeout", "connect enoent", "connect eacces", "connect eperm", "error: timed out", "by abortsignal", "read enotconn", "write enotconn", "shutdown enotconn",
)  # fmt: skip

MUTE = say(
    "Where Node tried several addresses its error has no words: the reasons stand in error.errors or error.cause."
)

SAID = (
    Phrase("error: request aborted", "closed", "", "axios", worth=MEANT),
    Phrase("econnaborted request aborted", "closed", "", "axios", worth=MEANT),
    Phrase("maximum number of redirects exceeded", "rejected", "http", "axios", worth=MEANT),
    Phrase("maximum redirect reached at:", "rejected", "http", "node-fetch", worth=MEANT),
    Phrase("err_too_many_redirects", "rejected", "http", "got", worth=CODE),
    Phrase("redirect count exceeded", "rejected", "http", "undici", worth=MEANT),
    Phrase("connect enotconn", "unknown", "tcp", "node", {"errno": "ENOTCONN"}, MEANT),
    Phrase("read enotconn", "closed", "", "node", {"errno": "ENOTCONN"}, CODE),
    Phrase("write enotconn", "closed", "", "node", {"errno": "ENOTCONN"}, CODE),
    Phrase("shutdown enotconn", "closed", "", "node", {"errno": "ENOTCONN"}, CODE),
    Phrase("write epipe", "closed", "", "node", {"errno": "EPIPE"}, CODE),
    Phrase(
        "error: network error",
        "unknown",
        "",
        "axios",
        worth=OPAQUE,
        open=say("The browser keeps the reason from the page."),
    ),
    Phrase(
        "xmlhttprequest error",
        "unknown",
        "",
        "",
        worth=OPAQUE,
        open=say("The browser keeps the reason from the page."),
    ),
    Phrase(
        "client network socket disconnected before secure tls connection was established",
        "closed",
        "tls",
        "node",
        worth=MEANT,
    ),
    Phrase("tunneling socket could not be established", "proxy", "proxy", "node", worth=MEANT + 1),
    Phrase("socket hang up", "closed", "", "node", {"errno": "ECONNRESET"}, MEANT),
    Phrase("socket hung up", "closed", "", "node", worth=MEANT),
    Phrase("cert_signature_failure", "tls-failed", "tls", "node", {"node": "CERT_SIGNATURE_FAILURE"}, CODE),
    Phrase("cert_untrusted", "tls-failed", "tls", "node", {"node": "CERT_UNTRUSTED"}, CODE),
    Phrase("cert_rejected", "tls-failed", "tls", "node", {"node": "CERT_REJECTED"}, CODE),
    Phrase("cert_revoked", "tls-failed", "tls", "node", {"node": "CERT_REVOKED"}, CODE),
    Phrase("cert_chain_too_long", "tls-failed", "tls", "node", {"node": "CERT_CHAIN_TOO_LONG"}, CODE),
    Phrase("unable_to_get_crl", "tls-failed", "tls", "node", {"node": "UNABLE_TO_GET_CRL"}, CODE),
    Phrase("unable_to_decrypt_cert", "tls-failed", "tls", "node", {"node": "UNABLE_TO_DECRYPT_CERT_SIGNATURE"}, CODE),
    Phrase("err_stream_premature_close", "closed", "", "node", {"node": "ERR_STREAM_PREMATURE_CLOSE"}, CODE),
    Phrase(
        "err_socket_connection_timeout", "timed-out", "tcp", "node", {"node": "ERR_SOCKET_CONNECTION_TIMEOUT"}, CODE
    ),
    Phrase("other side closed", "closed", "", "undici", {"node": "UND_ERR_SOCKET"}, MEANT),
    Phrase("und_err_connect_timeout", "timed-out", "tcp", "undici", {"node": "UND_ERR_CONNECT_TIMEOUT"}, CODE),
    Phrase("und_err_headers_timeout", "timed-out", "http", "undici", {"node": "UND_ERR_HEADERS_TIMEOUT"}, CODE),
    Phrase("und_err_body_timeout", "timed-out", "http", "undici", {"node": "UND_ERR_BODY_TIMEOUT"}, CODE),
    Phrase("und_err_socket", "closed", "", "undici", {"node": "UND_ERR_SOCKET"}, CODE),
    Phrase("cause]: error: bad port", "permission-denied", "target", "undici", worth=MEANT),
    Phrase("does not match the http/1.1 protocol", "protocol-mismatch", "http", "undici", worth=MEANT),
    Phrase("hpe_", "protocol-mismatch", "http", "node", {"node": "HPE_INVALID"}, CODE),
    Phrase("parse error: expected http", "protocol-mismatch", "http", "node", {"node": "HPE_INVALID_CONSTANT"}, CODE),
    Phrase("depth_zero_self_signed_cert", "tls-failed", "tls", "node", {"node": "DEPTH_ZERO_SELF_SIGNED_CERT"}, CODE),
    Phrase("self_signed_cert_in_chain", "tls-failed", "tls", "node", {"node": "SELF_SIGNED_CERT_IN_CHAIN"}, CODE),
    Phrase(
        "unable_to_verify_leaf_signature",
        "tls-failed",
        "tls",
        "node",
        {"node": "UNABLE_TO_VERIFY_LEAF_SIGNATURE"},
        CODE,
    ),
    Phrase(
        "unable_to_get_issuer_cert", "tls-failed", "tls", "node", {"node": "UNABLE_TO_GET_ISSUER_CERT_LOCALLY"}, CODE
    ),
    Phrase("cert_has_expired", "tls-failed", "tls", "node", {"node": "CERT_HAS_EXPIRED"}, CODE),
    Phrase("cert_not_yet_valid", "tls-failed", "tls", "node", {"node": "CERT_NOT_YET_VALID"}, CODE),
    Phrase(
        "err_tls_cert_altname_invalid", "tls-failed", "tls", "node", {"node": "ERR_TLS_CERT_ALTNAME_INVALID"}, CODE
    ),
    Phrase("eproto ", "tls-failed", "tls", "node", {"errno": "EPROTO"}, CODE),
    Phrase("eproto'", "tls-failed", "tls", "node", {"errno": "EPROTO"}, OPAQUE),
    Phrase("aborterror: the operation was aborted", "timed-out", "", "node", worth=WORDS),
    Phrase("timed out while waiting for handshake", "timed-out", "service", "ssh2", worth=MEANT),
    Phrase("timeout by abortsignal", "timed-out", "", "node", worth=MEANT),
    Phrase("the operation was aborted due to timeout", "timed-out", "", "node", worth=MEANT),
    Phrase(
        "aggregateerror",
        "unknown",
        "tcp",
        "node",
        worth=OPAQUE,
        open=say("Node tried every address of the name and keeps the reasons in the error's errors."),
    ),
    Phrase("err_http2_error", "protocol-mismatch", "http", "node", {"node": "ERR_HTTP2_ERROR"}, CODE),
    Phrase("nghttp2_refused_stream", "rejected", "http", "node", {"http2": "REFUSED_STREAM"}, MEANT),
    Phrase("stream closed with error code nghttp2_", "closed", "http", "node", worth=CODE),
    Phrase("session closed with error code", "closed", "http", "node", worth=CODE),
    Phrase("streams cannot be created after receiving a goaway", "closed", "http", "node", worth=CODE),
    Phrase("err_stream_destroyed", "closed", "", "node", {"node": "ERR_STREAM_DESTROYED"}, CODE),
    Phrase("err_socket_closed", "closed", "", "node", {"node": "ERR_SOCKET_CLOSED"}, CODE),
    Phrase("error: request timed out", "timed-out", "", "node"),
    Phrase("timeout awaiting 'connect'", "timed-out", "tcp", "got", worth=MEANT),
    Phrase("timeout awaiting 'request'", "timed-out", "", "got", worth=MEANT),
    Phrase(
        "unknown error http failure response",
        "unknown",
        "",
        "angular",
        worth=OPAQUE,
        open=say("The browser keeps the reason from the page."),
    ),
    Phrase(
        "0 unknown error",
        "unknown",
        "",
        "angular",
        worth=OPAQUE,
        open=say("The browser keeps the reason from the page."),
    ),
    Phrase("network timeout at:", "timed-out", "", "node-fetch", worth=MEANT),
    Phrase(
        "fetch failed",
        "unknown",
        "",
        "node",
        worth=OPAQUE,
        open=say("fetch keeps the reason in error.cause: print that."),
    ),
    Phrase(
        "network error", "unknown", "", "axios", worth=OPAQUE, open=say("axios in a browser is not told the reason.")
    ),
)

_RESOLVE = pattern(
    r"\b(?:getaddrinfo|query(?:A|Aaaa|Srv|Txt|Any|Mx|Ns|Ptr|Cname|Soa)?) (E[A-Z_]+(?:again)?) ([^\s,;'\"\\]{1,253}?(?:,\d{2,5}\b)?)(?:(?: \2)?:(\d{1,5}))?(?=[\s,;'\")\\]|$)"
)
_CONNECT = pattern(r"\bconnect (E[A-Z]+) (?:\[?([0-9A-Fa-f:.]{2,45}?|[\w.-]{1,253}?)\]?):(\d{1,5})(?![\d:])")
_PIPE = pattern(r"\bconnect (E[A-Z]+) (/[^\s:]{1,107}|\\\\[.?]\\pipe\\\S{1,200})")
_OBJECT = pattern(r"\baddress['\"]?: ?['\"]([0-9A-Fa-f:.%\w-]{2,64})['\"], ?['\"]?port['\"]?: ?(\d{1,5})\b")
"An error printed as an object, or as JSON, on one line."
_ALONE = pattern(r"(?i)^(?:\[?[\w.]{1,40}\]? )?\[?(?:\w{0,40}Error|error): \[?(?:timeout|timed out)\]?$")
"All that is said: of a client whose user set a limit."
_LIBUV = pattern(r"\berrno['\"]?: ?-(\d{1,4})\b")
"The system's number negated, or one of libuv's own where the system has none (include/uv/errno.h): of Windows, and of names."
LIBUV: dict[int, str] = {
    3001: "EAI_AGAIN", 3004: "EAI_FAIL", 3007: "EAI_NODATA", 3008: "ENOTFOUND", 4060: "ENOBUFS", 4061: "ENFILE", 4062: "ENETUNREACH",
    4063: "ENETDOWN", 4066: "EMFILE", 4073: "EHOSTUNREACH", 4077: "ECONNRESET", 4078: "ECONNREFUSED", 4079: "ECONNABORTED",
    4090: "EADDRNOTAVAIL", 4091: "EADDRINUSE", 4031: "EHOSTDOWN", 4039: "ETIMEDOUT", 4042: "ESHUTDOWN", 4053: "ENOTCONN",
}  # fmt: skip
_NO_PATH = pattern(r"\bconnect ENOENT (?!\S{0,300}[/\\])\S")
"Node takes a host that is given in place of a port for the path of a socket (net.connect)."
_ABORTED = pattern(r"\bError: aborted$")
"The other end went away in the middle of a message."
_REASONLESS = pattern(r"(?i)\brequest to https?://[^\s'\"]{1,2048} failed(?:, reason: ?)?$")
"node-fetch where the error has no words of its own, as that of several addresses has."
_FORWARDED = pattern(
    r"(?i)\brequest \S{1,1024}(?: from \S{1,256})? to ([a-z]{2,5}):/{1,2} ?([\w.-]{1,253})(?:: ?(\d{1,5}))?/? [(\[](E[A-Z]{3,20})[)\]]"
)
"http-proxy-middleware: whom it forwards to, and how that failed."
_AXIOS = pattern(r"(?i)\btimeout of \d+ ?ms exceeded")


def read(line: str) -> Iterator[Reading]:
    """System errors as Node words them, and the sentences of its clients."""
    from nocarrier.readings.messages.common import SPEAKS_FOR_ITSELF
    from nocarrier.readings.messages.errnos import ANYWHERE, KIND, named, of_symbol

    for match in _RESOLVE.finditer(line) if "getaddrinfo" in line or "query" in line else ():
        yield Reading(
            kind=_of_lookup(match[1]),
            worth=MEANT,
            client="node",
            step="name",
            code={"errno": match[1]},
            host=match[2].rstrip("."),
            port=min(int(match[3] or 0), 65535),
            at=match.start(),
        )
    for match in _CONNECT.finditer(line):
        if match[1] in KIND:
            yield of_symbol(
                match[1],
                CODE,
                client="node",
                host=match[2],
                port=int(match[3]) if int(match[3]) < 65536 else 0,
                at=match.start(),
            )
    for match in _PIPE.finditer(line) if "/" in line or "\\" in line else ():
        kind = KIND.get(match[1], "refused")
        yield Reading(
            kind=kind,
            worth=MEANT,
            client="node",
            step="tcp",
            code={"errno": match[1]},
            scheme="unix",
            host=match[2],
            at=match.start(),
        )
    for match in _LIBUV.finditer(line) if "errno" in line else ():
        number = int(match[1])
        symbol = LIBUV.get(number) or (named(number) if number >= SPEAKS_FOR_ITSELF else "")
        if symbol and symbol not in ANYWHERE:
            yield of_symbol(symbol, CODE, client="node", at=match.start())
    place = _OBJECT.search(line) if "address" in line else None
    if place is not None:
        port = min(int(place[2]), 65535)
        yield Reading(kind="unknown", worth=OPAQUE, client="node", host=place[1], port=port, at=place.start())
    alone = _ALONE.search(line) if "ime" in line else None
    if alone is not None:
        yield Reading(kind="timed-out", worth=SENTENCE, at=alone.start())
    no_path = _NO_PATH.search(line)
    if no_path is not None:
        yield Reading(kind="unknown", worth=WORDS, client="node", step="target", at=no_path.start())
    aborted = _ABORTED.search(line)
    if aborted is not None:
        yield Reading(kind="closed", worth=SENTENCE, client="node", step="http", at=aborted.start())
    forwarded = _FORWARDED.search(line) if "proxy" in line else None
    if forwarded is not None and forwarded[4] in KIND:
        yield of_symbol(
            forwarded[4], MEANT, client="http-proxy", host=forwarded[2], port=min(int(forwarded[3] or 0), 65535),
            scheme=forwarded[1].lower(), at=forwarded.start(),
        )  # fmt: skip
    mute = _REASONLESS.search(line.rstrip()) if "equest to " in line else None
    if mute is not None:
        yield Reading(kind="unknown", worth=OPAQUE, client="node-fetch", open=MUTE, at=mute.start())
    late = _AXIOS.search(line) if "exceeded" in line.lower() else None
    if late is not None:
        yield Reading(kind="timed-out", worth=MEANT, client="axios", code={"errno": "ECONNABORTED"}, at=late.start())
    yield from phrases(SAID, line)


def _of_lookup(symbol: str) -> ErrorClass:
    """What a failed look-up means: of the name server a symbol says what it says of a target elsewhere, but for the machine's own lack."""
    from nocarrier.readings.messages.errnos import KIND

    kind = KIND.get(symbol, "name-not-resolved")
    return kind if kind in ("resource-limit", "permission-denied") else "name-not-resolved"
