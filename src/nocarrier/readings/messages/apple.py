"""Apple's frameworks, and what is built on them: Foundation, CFNetwork, Network.framework, Alamofire, Starscream."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.errnos import BSD, of_symbol
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, ErrorClass, Reading

STEMS = (
    "tic tcp conn failed", "tic read status", "tic ssl trust error",
    "errordomainposix", "nsposixerrordomain", "posixerrorcode", "nsurlerror", "kcferror", "kcfstreamerror", "nsosstatuserrordomain",
    "so_error [", "policydenied", "failed to connect ", "load failed", "sslhandshake", "osstatus error", "trust evaluation failed", "error -65", "error code:-1", "error code: -1",
)  # fmt: skip

TLS: tuple[ErrorClass, str] = ("tls-failed", "tls")
URL: dict[int, tuple[ErrorClass, str]] = {
    -1000: ("unknown", "target"), -1001: ("timed-out", ""), -1002: ("unknown", "target"), -1003: ("name-not-resolved", "name"),
    -1004: ("refused", "tcp"), -1005: ("closed", ""), -1006: ("name-not-resolved", "name"), -1007: ("rejected", "http"),
    -1008: ("rejected", "http"), -1009: ("unreachable", "route"), -1010: ("rejected", "http"), -1011: ("rejected", "http"),
    -1012: ("rejected", "http"), -1013: ("rejected", "http"), -1014: ("closed", "http"), -1017: ("protocol-mismatch", "http"),
    -1018: ("unreachable", "route"), -1019: ("unreachable", "route"), -1020: ("permission-denied", "route"),
    -1022: ("permission-denied", "target"),
}  # fmt: skip
"NSURLError.h."
NETWORK: dict[int, tuple[ErrorClass, str]] = {
    1: ("name-not-resolved", "name"), 2: ("name-not-resolved", "name"), 302: ("closed", "http"), 303: ("protocol-mismatch", "http"),
    304: ("rejected", "http"), 306: ("proxy", "proxy"), 307: ("proxy", "proxy"), 308: ("proxy", "proxy"), 309: ("proxy", "proxy"),
    310: ("proxy", "proxy"), 311: ("proxy", "proxy"), **dict.fromkeys(range(100, 125), ("proxy", "proxy")),
}  # fmt: skip
"CFNetworkErrors.h, beside the codes of `URL`."
LOOKUP: dict[int, ErrorClass] = {-65570: "permission-denied", -65555: "permission-denied", -65569: "closed"}
"dns_sd.h: what is not a lookup that failed. A policy forbids when the user did not allow the local network."

POSIX_DOMAIN, SSL_DOMAIN, NAME_DOMAIN = 1, 3, 12
"CFStreamErrorDomain."
SMALL = {13: "EACCES", 1: "EPERM", 24: "EMFILE", 32: "EPIPE"}
"Numbers that all systems share."
EPROTO = 100
"Of macOS and iOS: what CFNetwork says of an HTTP/2 server that does not keep to it, and of a WebSocket that answers otherwise."

ENDED = frozenset({-9805, -9806, -9816})
"SecureTransport.h: errSSLClosedGraceful, errSSLClosedAbort and errSSLClosedNoNotify."

SAID = (
    Phrase("httpclient: uncleanshutdown", "closed", "", "swift-nio"),
    Phrase("sslerror.uncleanshutdown", "closed", "", "swift-nio"),
    Phrase("niosslerror error 12", "closed", "", "swift-nio"),
    Phrase("channelerror.inappropriateoperationforstate", "unknown", "", "swift-nio"),
    Phrase("app transport security has blocked", "permission-denied", "target", "apple", worth=MEANT),
    Phrase("a server with the specified hostname could not be found", "name-not-resolved", "name", "apple"),
    Phrase("could not connect to the server", "unknown", "tcp", "apple", worth=OPAQUE),
    Phrase("the network connection was lost", "closed", "", "apple"),
    Phrase("internet connection appears to be offline", "unreachable", "route", "apple"),
    Phrase("似乎已断开与互联网的连接", "unreachable", "route", "apple"),
    Phrase("未能连接到服务器", "refused", "tcp", "apple"),
    Phrase("网络连接已中断", "closed", "", "apple"),
    Phrase("未能找到使用指定主机名的服务器", "name-not-resolved", "name", "apple"),
    Phrase("an ssl error has occurred", "tls-failed", "tls", "apple"),
    Phrase("the certificate for this server is invalid", "tls-failed", "tls", "apple"),
    Phrase("a tls error caused the secure connection to fail", "tls-failed", "tls", "apple", worth=MEANT),
    Phrase("requires the use of a secure connection", "permission-denied", "target", "apple", worth=MEANT),
    Phrase("can only be created with ws or wss schemes", "unknown", "target", "apple", worth=MEANT),
    Phrase("unsatisfied (no network route", "unreachable", "route", "apple", worth=MEANT),
    Phrase("local network prohibited", "permission-denied", "tcp", "apple", worth=MEANT),
    Phrase("posixerrorcode: connection refused", "refused", "tcp", "apple", {"errno": "ECONNREFUSED"}, MEANT),
    Phrase("starscream.httpupgradeerror error 0", "protocol-mismatch", "websocket", "starscream", worth=MEANT),
    Phrase("message: \"\", code: 1011)", "closed", "websocket", "starscream", {"close_code": 1011}, MEANT + 1),
    Phrase("errortype.protocolerror, message:", "protocol-mismatch", "websocket", "starscream", worth=MEANT),
    Phrase("error socketengine: error", "unknown", "", "socket.io-client-swift", worth=OPAQUE),
    Phrase("error socketmanager: error", "unknown", "", "socket.io-client-swift", worth=OPAQUE),
    Phrase("nosuchrecord", "name-not-resolved", "name", "apple"),
    Phrase("unacceptablestatuscode", "rejected", "http", "apple"),
    Phrase("there was a bad response from the server", "rejected", "http", "apple"),
)  # fmt: skip

_CODE = pattern(
    r"(NSURLErrorDomain|[kK]CFErrorDomainCFNetwork|NSOSStatusErrorDomain)[\"'”]?[^\d-]{0,40}(-?\d{1,20})\b"
    r"|\b[eE]rror [cC]ode: ?(-\d{4})\b|finished with error (?:- code )?\[?(-\d{4})\b|(?:kCFStreamErrorDomainSSL, |SSLHandshake failed \(|Trust evaluation failed\(|OSStatus error )(-98\d\d)\b"
)
_ERRNO = pattern(
    r"(?:NSPOSIXErrorDomain|kNWErrorDomainPOSIX)\D{0,40}(\d{1,9})\b|SO_ERROR \[(\d{1,3}):|POSIXErrorCode\(rawValue: (\d{1,3})\)"
)
_STREAM_CODE = pattern(r"_kCFStreamErrorCodeKey[\"']?\s?[=:]\s?(?:\(\w{1,8}\))?[\"']?(-?\d{1,6})\b")
_STREAM_DOMAIN = pattern(r"_kCFStreamErrorDomainKey[\"']?\s?[=:]\s?(?:\(\w{1,8}\))?[\"']?(\d{1,2})\b")
_PAIR = pattern(
    r"(?:failed to connect |encountered error\(|error code: -\d{4} \[|TIC [\w ]{4,20} \[[\w:]{3,40}\]: )(\d{1,2}):(-?\d{1,6})\b"
)
"A domain of CFStream, and the code in it."
_LOOKUP = pattern(
    r"\b(?:DNSServiceErrorCode\D{0,20}|kNWErrorDomainDNS\D{0,40}|error )(-655[3-7]\d)\b|^(-655[3-7]\d)(?:$|:)"
)
_STATUS = pattern(r"unacceptableStatusCode\(code: (\d{3})\)|\bnotAnUpgrade\((\d{3})\)")
_OTHERS = pattern(r"(?i)could not connect to the server[.,!]? (?!error |userinfo|nsurl)[a-z]{2}")
"Of what goes on behind these words Apple has written none."
WRAPPED = 1 << 63
"Codes from here on are negative ones that were printed without a sign."


def read(line: str) -> Iterator[Reading]:
    """Codes with their domains, and the sentences."""
    for match in _CODE.finditer(line):
        code = int(match[2] or match[3] or match[4] or match[5])
        kind, step = meant(
            code - 2 * WRAPPED if code >= WRAPPED else code, network=(match[1] or "")[1:] == "CFErrorDomainCFNetwork"
        )
        yield Reading(kind=kind, worth=CODE, client="apple", step=step, code={"nsurl": code}, at=match.start())
    for match in _ERRNO.finditer(line):
        yield from _of_system(int(match[1] or match[2] or match[3]), CODE, match.start())
    yield from _streams(line)
    looked_up = _LOOKUP.search(line)
    if looked_up is not None:
        code = int(looked_up[1] or looked_up[2])
        kind = LOOKUP.get(code, "name-not-resolved")
        yield Reading(kind=kind, worth=CODE, client="apple", step="name", code={"dns_sd": code}, at=looked_up.start())
    others = _OTHERS.search(line) is not None
    yield from (one for one in phrases(SAID, line) if not (others and one.kind == "refused" and not one.code))


def meant(code: int, *, network: bool = False) -> tuple[ErrorClass, str]:
    """What a code of NSURLError.h, SecureTransport.h or CFNetworkErrors.h says."""
    if code in ENDED:
        return "closed", "tls"
    if -1299 <= code <= -1200 or -9899 <= code <= -9800:
        return TLS
    return URL.get(code) or (NETWORK.get(code) if network else None) or ("unknown", "")


def _streams(line: str) -> Iterator[Reading]:
    """What the stream below a request met, which says more than the request's own code."""
    code, domain = _STREAM_CODE.search(line), _STREAM_DOMAIN.search(line)
    if code is not None and (domain is not None or int(code[1]) > 0):
        yield from _of_stream(POSIX_DOMAIN if domain is None else int(domain[1]), int(code[1]), code.start())
    for match in _PAIR.finditer(line):
        yield from _of_stream(int(match[1]), int(match[2]), match.start())


def _of_stream(domain: int, code: int, at: int) -> Iterator[Reading]:
    if domain == POSIX_DOMAIN:
        yield from _of_system(code, MEANT, at)
    elif domain == SSL_DOMAIN:
        yield Reading(kind="tls-failed", worth=MEANT, client="apple", step="tls", code={"osstatus": code}, at=at)
    elif domain == NAME_DOMAIN:
        yield Reading(
            kind="name-not-resolved", worth=MEANT, client="apple", step="name", code={"errno": "EAI_NONAME"}, at=at
        )


def _of_system(number: int, worth: int, at: int) -> Iterator[Reading]:
    symbol = SMALL.get(number) or BSD.get(number, "")
    if number == EPROTO:
        yield Reading(kind="protocol-mismatch", worth=worth, client="apple", code={"errno": "EPROTO"}, at=at)
    elif not symbol:
        yield Reading(kind="unknown", worth=OPAQUE, client="apple", code={"errno": number}, at=at)
    else:
        yield of_symbol(symbol, worth, client="apple", at=at)
