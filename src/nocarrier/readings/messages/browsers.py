"""Browsers: Chromium's ``net::ERR_*`` (net/base/net_error_list.h), Firefox's ``NS_ERROR_*``, ``SEC_ERROR_*`` and
``SSL_ERROR_*`` (xpcom/base/ErrorList.py, NSS), pages in place of the one that was wanted; and what they say of WebSockets."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, ErrorClass, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    "err_", "net_error", "ns_error", "sec_error", "ssl_error", "pki", "pr_connect_reset", "pr_end_of_file",
    "websocket", "can’t establish a connection", "can't establish a connection", "did not succeed", "cors request",
    "failed to load resource", "get http", "post http", "put http", "patch http", "delete http", "head http", "options http", "[http/", "eventsource's response has a status",
)  # fmt: skip

CHROMIUM: dict[str, tuple[ErrorClass, str]] = {
    "CONNECTION_REFUSED": ("refused", "tcp"),
    "CONNECTION_TIMED_OUT": ("timed-out", "tcp"),
    "TIMED_OUT": ("timed-out", ""),
    "CONNECTION_RESET": ("reset", ""),
    "CONNECTION_CLOSED": ("closed", ""),
    "CONNECTION_ABORTED": ("closed", ""),
    "EMPTY_RESPONSE": ("closed", "http"),
    "CONNECTION_FAILED": ("unknown", "tcp"),
    "NAME_NOT_RESOLVED": ("name-not-resolved", "name"),
    "NAME_RESOLUTION_FAILED": ("name-not-resolved", "name"),
    "ICANN_NAME_COLLISION": ("name-not-resolved", "name"),
    "ADDRESS_UNREACHABLE": ("unreachable", "route"),
    "NETWORK_UNREACHABLE": ("unreachable", "route"),
    "INTERNET_DISCONNECTED": ("unreachable", "route"),
    "ADDRESS_INVALID": ("address-unavailable", "target"),
    "ADDRESS_IN_USE": ("address-in-use", "tcp"),
    "NETWORK_ACCESS_DENIED": ("permission-denied", "tcp"),
    "UNSAFE_PORT": ("permission-denied", "target"),
    "BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS": ("permission-denied", "tcp"),
    "BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS": ("permission-denied", "tcp"),
    "INSUFFICIENT_RESOURCES": ("resource-limit", ""),
    "NO_BUFFER_SPACE": ("resource-limit", ""),
    "BLOCKED_IN_INCOGNITO_BY_ADMINISTRATOR": ("permission-denied", "target"),
    "SOCKET_NOT_CONNECTED": ("closed", ""),
    "NETWORK_CHANGED": ("closed", ""),
    "UNEXPECTED_PROXY_AUTH": ("proxy", "proxy"),
    "PROXY_HTTP_1_1_REQUIRED": ("proxy", "proxy"),
    "PAC_SCRIPT_FAILED": ("proxy", "proxy"),
    "CERTIFICATE_TRANSPARENCY_REQUIRED": ("tls-failed", "tls"),
    "HTTP2_INADEQUATE_TRANSPORT_SECURITY": ("tls-failed", "tls"),
    "QUIC_HANDSHAKE_FAILED": ("tls-failed", "tls"),
    "WS_PROTOCOL_ERROR": ("protocol-mismatch", "websocket"),
    "WS_UPGRADE": ("protocol-mismatch", "websocket"),
    "HTTP2_PING_FAILED": ("closed", "http"),
    "HTTP2_SERVER_REFUSED_STREAM": ("rejected", "http"),
    "HTTP_1_1_REQUIRED": ("rejected", "http"),
    "TEMPORARILY_THROTTLED": ("rejected", "http"),
    "INVALID_AUTH_CREDENTIALS": ("rejected", "http"),
    "INSECURE_RESPONSE": ("tls-failed", "tls"),
    "INVALID_URL": ("unknown", "target"),
    "DNS_NO_MATCHING_SUPPORTED_ALPN": ("protocol-mismatch", "name"),
    "INVALID_HTTP_RESPONSE": ("protocol-mismatch", "http"),
    "INVALID_RESPONSE": ("protocol-mismatch", "http"),
    "HTTP2_PROTOCOL_ERROR": ("protocol-mismatch", "http"),
    "SPDY_PROTOCOL_ERROR": ("protocol-mismatch", "http"),
    "QUIC_PROTOCOL_ERROR": ("protocol-mismatch", "http"),
    "DISALLOWED_URL_SCHEME": ("protocol-mismatch", "target"),
    "INCOMPLETE_CHUNKED_ENCODING": ("closed", "http"),
    "CONTENT_LENGTH_MISMATCH": ("closed", "http"),
    "RESPONSE_HEADERS_TRUNCATED": ("closed", "http"),
    "TOO_MANY_REDIRECTS": ("rejected", "http"),
    "HTTP_RESPONSE_CODE_FAILURE": ("rejected", "http"),
    "TUNNEL_CONNECTION_FAILED": ("proxy", "proxy"),
    "PROXY_CONNECTION_FAILED": ("proxy", "proxy"),
    "SOCKS_CONNECTION_FAILED": ("proxy", "proxy"),
    "SOCKS_CONNECTION_HOST_UNREACHABLE": ("proxy", "proxy"),
    "MANDATORY_PROXY_CONFIGURATION_FAILED": ("proxy", "proxy"),
    "PROXY_CERTIFICATE_INVALID": ("proxy", "proxy"),
    "PROXY_AUTH_UNSUPPORTED": ("proxy", "proxy"),
    "PROXY_AUTH_REQUESTED": ("proxy", "proxy"),
    "NO_SUPPORTED_PROXIES": ("proxy", "proxy"),
}
NUMBERS: dict[int, str] = {
    -7: "TIMED_OUT", -15: "SOCKET_NOT_CONNECTED", -21: "NETWORK_CHANGED", -100: "CONNECTION_CLOSED", -101: "CONNECTION_RESET", -102: "CONNECTION_REFUSED", -103: "CONNECTION_ABORTED",
    -104: "CONNECTION_FAILED", -105: "NAME_NOT_RESOLVED", -106: "INTERNET_DISCONNECTED", -107: "SSL_PROTOCOL_ERROR", -109: "ADDRESS_UNREACHABLE", -110: "SSL_CLIENT_AUTH_CERT_NEEDED",
    -111: "TUNNEL_CONNECTION_FAILED", -113: "SSL_VERSION_OR_CIPHER_MISMATCH", -117: "BAD_SSL_CLIENT_AUTH_CERT", -118: "CONNECTION_TIMED_OUT", -120: "SOCKS_CONNECTION_FAILED",
    -121: "SOCKS_CONNECTION_HOST_UNREACHABLE", -130: "PROXY_CONNECTION_FAILED", -137: "NAME_RESOLUTION_FAILED", -138: "NETWORK_ACCESS_DENIED", -150: "SSL_PINNED_KEY_NOT_IN_CERT_CHAIN",
    -200: "CERT_COMMON_NAME_INVALID", -201: "CERT_DATE_INVALID", -202: "CERT_AUTHORITY_INVALID", -203: "CERT_CONTAINS_ERRORS", -206: "CERT_REVOKED", -207: "CERT_INVALID",
    -208: "CERT_WEAK_SIGNATURE_ALGORITHM", -213: "CERT_VALIDITY_TOO_LONG", -324: "EMPTY_RESPONSE", -803: "DNS_TIMED_OUT",
}  # fmt: skip
"Their numbers, as its own log has them."
FIREFOX: dict[str, tuple[ErrorClass, str]] = {
    "NS_ERROR_CONNECTION_REFUSED": ("refused", "tcp"),
    "NS_ERROR_NET_TIMEOUT": ("timed-out", ""),
    "NS_ERROR_NET_TIMEOUT_EXTERNAL": ("timed-out", ""),
    "NS_ERROR_NET_RESET": ("reset", ""),
    "NS_ERROR_NET_INTERRUPT": ("closed", ""),
    "NS_ERROR_NET_PARTIAL_TRANSFER": ("closed", "http"),
    "NS_ERROR_NET_EMPTY_RESPONSE": ("closed", "http"),
    "NS_ERROR_UNKNOWN_HOST": ("name-not-resolved", "name"),
    "NS_ERROR_OFFLINE": ("unreachable", "route"),
    "NS_ERROR_PORT_ACCESS_NOT_ALLOWED": ("permission-denied", "target"),
    "NS_ERROR_UNKNOWN_PROXY_HOST": ("proxy", "proxy"),
    "NS_ERROR_PROXY_CONNECTION_REFUSED": ("proxy", "proxy"),
    "NS_ERROR_PROXY_AUTHENTICATION_FAILED": ("proxy", "proxy"),
    "NS_ERROR_PROXY_BAD_GATEWAY": ("proxy", "proxy"),
    "NS_ERROR_WEBSOCKET_CONNECTION_REFUSED": ("rejected", "websocket"),
    "NS_ERROR_PARSING_HTTP_STATUS_LINE": ("protocol-mismatch", "http"),
    "NS_ERROR_NET_HTTP2_SENT_GOAWAY": ("closed", "http"),
    "NS_ERROR_NET_INADEQUATE_SECURITY": ("tls-failed", "tls"),
    "PR_CONNECT_RESET_ERROR": ("reset", "tls"),
    "PR_END_OF_FILE_ERROR": ("closed", "tls"),
    "SSL_ERROR_RX_RECORD_TOO_LONG": ("protocol-mismatch", "tls"),
}
OPENSSL = frozenset(
    {"SSL_ERROR_SYSCALL", "SSL_ERROR_ZERO_RETURN", "SSL_ERROR_SSL", "SSL_ERROR_WANT_READ", "SSL_ERROR_WANT_WRITE"}
)
"Names of the same form that SSL_get_error(3) gives."

RISKS = (
    "potential security risk ahead", "potential security issue", "potential security threat", "mögliches sicherheitsrisiko", "mögliches sicherheitsproblem",
    "risque probable de sécurité", "problème potentiel de sécurité", "riesgo potencial de seguridad", "problema potencial de seguridad", "rischio per la sicurezza",
    "potencial risco de segurança", "вероятная угроза безопасности", "вероятную угрозу безопасности", "潜在的安全风险", "潜在的安全问题", "潜在的なセキュリティリスク",
    "zagrożenie bezpieczeństwa", "olası güvenlik riski", "보안 위험 가능성",
)  # fmt: skip
"Firefox' page of a certificate that it does not take, and of a host that wants TLS always (HSTS)."

NO_REASON = say(
    "The browser keeps the reason from the page: its developer tools or this program's own attempt tell it."
)

SAID = (
    *(Phrase(words, "tls-failed", "tls", "firefox", worth=MEANT) for words in RISKS),
    Phrase("'upgrade' header is missing", "protocol-mismatch", "websocket", "chrome"),
    Phrase("'connection' header is missing", "protocol-mismatch", "websocket", "chrome"),
    Phrase("'connection' header value must contain 'upgrade'", "protocol-mismatch", "websocket", "chrome"),
    Phrase("'sec-websocket-accept' header", "protocol-mismatch", "websocket", "chrome"),
    Phrase(
        "'sec-websocket-protocol' header must not appear more than once",
        "protocol-mismatch",
        "websocket",
        "chrome",
        worth=MEANT,
    ),
    Phrase(
        "sent non-empty 'sec-websocket-protocol' header but no",
        "protocol-mismatch",
        "websocket",
        "chrome",
        {"websocket": "subprotocol"},
        MEANT + 1,
    ),
    Phrase("'sec-websocket-protocol' header", "rejected", "websocket", "chrome", {"websocket": "subprotocol"}, MEANT),
    Phrase("http authentication failed", "rejected", "websocket", "chrome", {"http_status": 401}),
    Phrase("websocket opening handshake timed out", "timed-out", "", "chrome"),
    Phrase("access to this address is not allowed", "permission-denied", "target", "", worth=MEANT),
    Phrase("invalid status line", "protocol-mismatch", "websocket", "chrome"),
    Phrase("websocket opening handshake was cancelled", "closed", "websocket", worth=OPAQUE, open=NO_REASON),
    Phrase("websocket opening handshake was canceled", "closed", "websocket", "chrome", worth=OPAQUE, open=NO_REASON),
    Phrase("websocket is closed before the connection is established", "closed", "websocket", "", worth=OPAQUE),
    Phrase("can’t establish a connection to the server at", "unknown", "", "firefox", worth=OPAQUE, open=NO_REASON),
    Phrase("can't establish a connection to the server at", "unknown", "", "firefox", worth=OPAQUE, open=NO_REASON),
    Phrase("firefox 无法建立到", "unknown", "", "firefox", worth=OPAQUE, open=NO_REASON),
    Phrase("firefox kann keine verbindung zu", "unknown", "", "firefox", worth=OPAQUE, open=NO_REASON),
    Phrase("firefox ne peut établir de connexion", "unknown", "", "firefox", worth=OPAQUE, open=NO_REASON),
    Phrase("firefox no puede establecer una conexión", "unknown", "", "firefox", worth=OPAQUE, open=NO_REASON),
    Phrase("firefox не может установить соединение", "unknown", "", "firefox", worth=OPAQUE, open=NO_REASON),
    Phrase("firefox não conseguiu estabelecer", "unknown", "", "firefox", worth=OPAQUE, open=NO_REASON),
    Phrase("firefox non può stabilire una connessione", "unknown", "", "firefox", worth=OPAQUE, open=NO_REASON),
    Phrase("firefox nie może nawiązać połączenia", "unknown", "", "firefox", worth=OPAQUE, open=NO_REASON),
    Phrase("firefox が サーバー", "unknown", "", "firefox", worth=OPAQUE, open=NO_REASON),
    Phrase("unterbrochen, während die seite geladen wurde", "closed", "", "firefox"),
    Phrase("interrompue pendant le chargement de la page", "closed", "", "firefox"),
    Phrase("载入页面时与", "closed", "", "firefox"),
    Phrase("an unknown network error occurred", "unknown", "", "chrome", worth=OPAQUE, open=NO_REASON),
    Phrase("resulted in a network error response", "unknown", "", "chrome", worth=OPAQUE, open=NO_REASON),
    Phrase("corrupted content error", "protocol-mismatch", "http", "firefox", worth=MEANT),
    Phrase("an error in the data transmission was detected", "protocol-mismatch", "http", "firefox", worth=MEANT),
    Phrase("network protocol violation that cannot be repaired", "protocol-mismatch", "http", "firefox", worth=MEANT),
    Phrase("can’t establish a secure connection", "tls-failed", "tls", "safari"),
    Phrase("can't establish a secure connection", "tls-failed", "tls", "safari"),
    Phrase("connexion sécurisée avec le serveur", "tls-failed", "tls", "safari"),
    Phrase("建立安全连接", "tls-failed", "tls", "safari"),
    Phrase("dns_probe_", "name-not-resolved", "name", "chrome", worth=CODE),
    Phrase("[object progressevent]", "unknown", "http", "browser", worth=OPAQUE, open=NO_REASON),
    Phrase("eventsource failed", "unknown", "http", "browser", worth=OPAQUE, open=NO_REASON),
    Phrase("typeerror: cancelled", "unknown", "", "safari", worth=OPAQUE, open=NO_REASON),
    Phrase("an ssl certificate error occurred", "tls-failed", "tls", "chrome"),
    Phrase("typeerror: load failed", "unknown", "", "safari", worth=OPAQUE, open=NO_REASON),
    Phrase("the connection to the server was unsuccessful", "unknown", "", "cordova", worth=OPAQUE, open=NO_REASON),
    Phrase("on 'workerglobalscope': the script at", "unknown", "", "chrome", worth=OPAQUE, open=NO_REASON),
    Phrase("an unknown error occurred when fetching", "unknown", "", "chrome", worth=OPAQUE, open=NO_REASON),
    Phrase("chunkloaderror: loading", "unknown", "", "", worth=OPAQUE, open=NO_REASON),
    Phrase('that is not "text/event-stream"', "protocol-mismatch", "http", "chrome", worth=MEANT),
    Phrase("failed: invalid frame header", "protocol-mismatch", "websocket", "chrome", worth=MEANT),
    Phrase("one or more reserved bits are on", "protocol-mismatch", "websocket", "chrome", worth=MEANT),
    Phrase("could not decode a text frame as utf-8", "protocol-mismatch", "websocket", "chrome", worth=MEANT),
    Phrase("unrecognized frame opcode", "protocol-mismatch", "websocket", "chrome", worth=MEANT),
    Phrase("a server must not mask any frames", "protocol-mismatch", "websocket", "chrome", worth=MEANT),
    Phrase("received unexpected continuation frame", "protocol-mismatch", "websocket", "chrome", worth=MEANT),
    Phrase("already in closing or closed state", "closed", "websocket", "chrome"),
    Phrase("cors request did not succeed", "unknown", "", "firefox", worth=OPAQUE, open=NO_REASON),
    Phrase("refused to connect", "refused", "tcp", "chrome"),
    Phrase("took too long to respond", "timed-out", "tcp", "chrome"),
    Phrase("server ip address could not be found", "name-not-resolved", "name", "chrome"),
    Phrase("unexpectedly closed the connection", "closed", "", "chrome"),
    Phrase("sent an invalid response", "protocol-mismatch", "", "chrome"),
    Phrase("send any data", "closed", "http", "chrome", worth=2),
    Phrase("your connection is not private", "tls-failed", "tls", "chrome"),
    Phrase("can’t find the server at", "name-not-resolved", "name", "firefox"),
    Phrase("can't find the server at", "name-not-resolved", "name", "firefox"),
    Phrase("is taking too long to respond", "timed-out", "tcp", "firefox"),
    Phrase("secure connection failed", "tls-failed", "tls", "firefox"),
    Phrase("was reset while the page was loading", "reset", "", "firefox", worth=MEANT),
    Phrase("unexpectedly dropped the connection", "closed", "", "safari"),
    Phrase("can’t connect to the server", "unknown", "", "safari", worth=OPAQUE, open=NO_REASON),
    Phrase("was interrupted while the page was loading", "closed", "", "firefox"),
)

BEGINNINGS: tuple[tuple[tuple[str, ...], ErrorClass, str], ...] = (
    (("SSL_", "CERT_", "BAD_SSL_", "TLS", "ECH_"), "tls-failed", "tls"),
    (("DNS_",), "name-not-resolved", "name"),
    (("CLEARTEXT_",), "permission-denied", "target"),
    (("BLOCKED_BY_",), "permission-denied", "target"),
    (("PROXY_", "SOCKS_", "PAC_"), "proxy", "proxy"),
)
"What names of Chromium's that the table does not have begin with."
OF_FILES = ("FILE_", "UPLOAD_", "CACHE_", "INVALID_HANDLE", "NOT_IMPLEMENTED")
"And these are of what lies on this machine."
_CHROMIUM = pattern(r"\b(net::)?ERR_([A-Z][A-Z0-9_]{3,60})(?=Understand|\b)")
_NUMBERED = pattern(r"\bnet_error (-\d{1,3})\b")
_FIREFOX = pattern(r"\b((?:NS|SEC|SSL|MOZILLA_PKIX|PR)_[A-Z0-9_]*ERROR[A-Z0-9_]*|PR_CONNECT_RESET_ERROR)\b")
_PAGE = pattern(
    r"(?i)([\w.-]{1,253})(?:[’']s)? (?:refused to connect|took too long to|unexpectedly closed|sent an invalid|didn[’']t send|server IP address)|"
    r"server at ([\w.-]{1,253}) is taking too long|find the server at ([\w.-]{1,253})"
    r"|occurred during a connection to ([\w.-]{1,253}?)\.? |([\w.-]{1,253}) uses an invalid security certificate"
)
"The page that a browser shows in place of the one that was wanted."
_REQUEST = pattern(
    r"\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) ?https?://\S{1,1024} (?:net::ERR_(?:ABORTED|FAILED) )?([45]\d\d)(?: \(|$)|\bnet::ERR_(?:ABORTED|FAILED) ([45]\d\d)\b|\[HTTP/[\d.]{1,3} ([45]\d\d) [^\]\n]{0,40}\d{1,7} ?ms\]"
)
"A request in the list of a browser's console: Chromium's, Firefox'."
_NOTHING = pattern(r"\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) https?://\S{1,1024} 0 \(\)")
"No status came, and Chromium of old says nothing of why."
_EVENTS = pattern(r"(?i)eventsource's response has a status (\d{3}) that is not 200")
_EMPTY = pattern(r"(?i)websocket connection to '([^']{1,512})' failed:?\s*$")


def read(line: str) -> Iterator[Reading]:
    """The codes of the line, and the sentences."""
    yield from answered(_REQUEST.search(line), of_request, CODE, client="browser")
    nothing = _NOTHING.search(line)
    if nothing is not None:
        yield Reading(kind="unknown", worth=OPAQUE, client="browser", open=NO_REASON, at=nothing.start())
    page = _PAGE.search(line)
    host = "" if page is None else next(filter(None, page.groups())).rstrip(".")
    for match in _CHROMIUM.finditer(line):
        known = _chromium(match[2], whole=bool(match[1]))
        if known is not None:
            code: dict[str, str | int] = {"chrome": f"ERR_{match[2]}"}
            yield Reading(kind=known[0], worth=CODE, client="chrome", step=known[1], code=code, at=match.start())
    for match in _NUMBERED.finditer(line):
        name = NUMBERS.get(int(match[1]), "")
        known = _chromium(name, whole=True) if name else None
        if known is not None:
            code = {"chrome": f"ERR_{name}"}
            yield Reading(kind=known[0], worth=CODE, client="chrome", step=known[1], code=code, at=match.start())
    for match in _FIREFOX.finditer(line):
        if match[1] in OPENSSL:
            continue
        kind, step = FIREFOX.get(match[1]) or (
            ("tls-failed", "tls") if not match[1].startswith("NS_") else ("unknown", "")
        )
        yield Reading(
            kind=kind, worth=OPAQUE if kind == "unknown" else CODE, client="firefox", step=step, code={"firefox": match[1]},
            at=match.start(), host=host if page is not None and page[4] else "",
        )  # fmt: skip
    for one in phrases(SAID, line):
        if (host and "." in host) or host == "localhost":
            yield replace(one, host=host)
            continue
        yield one
    events = _EVENTS.search(line)
    if events is not None:
        code = {"http_status": int(events[1])}
        yield Reading(kind="rejected", worth=MEANT, client="chrome", step="http", code=code, at=events.start())
    silent = _EMPTY.search(line)
    if silent is not None:
        yield Reading(kind="unknown", worth=OPAQUE, client="browser", open=NO_REASON, at=silent.start())


def _chromium(name: str, *, whole: bool) -> tuple[ErrorClass, str] | None:
    """What a name means; with ``net::`` before it the ``whole`` of it is Chromium's, else other programs may have one like it."""
    if name in CHROMIUM:
        return CHROMIUM[name]
    for beginnings, kind, step in BEGINNINGS:
        if name.startswith(beginnings):
            return kind, step
    if whole and name.startswith(("HTTP2_", "QUIC_", "SPDY_")):  # Node's begin so, too
        return "protocol-mismatch", "http"
    if name.startswith(OF_FILES):
        return None
    if whole or name in ("FAILED", "ABORTED", "NETWORK_IO_SUSPENDED", "UNEXPECTED"):
        return "unknown", ""
    return None
