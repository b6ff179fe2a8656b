"""Qt: the names of QAbstractSocket's and QNetworkReply's errors, and the sentences of its socket engine and of QWebSocket."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, ErrorClass, Reading

STEMS = (
    "qnetworkreply", "qabstractsocket", "refusederror", "closederror", "notfounderror", "sslhandshakefailed", "error transferring ",
    "sockettimeout", "qwebsocket",
)  # fmt: skip

NAMES: dict[str, tuple[ErrorClass, str]] = {
    "ConnectionRefused": ("refused", "tcp"), "RemoteHostClosed": ("closed", ""), "HostNotFound": ("name-not-resolved", "name"),
    "Timeout": ("timed-out", ""), "SocketTimeout": ("timed-out", ""), "SslHandshakeFailed": ("tls-failed", "tls"),
    "SslInternal": ("tls-failed", "tls"), "SslInvalidUserData": ("tls-failed", "tls"), "SocketAccess": ("permission-denied", ""),
    "SocketResource": ("resource-limit", ""), "AddressInUse": ("address-in-use", "tcp"),
    "SocketAddressNotAvailable": ("address-unavailable", "tcp"), "TemporaryNetworkFailure": ("unreachable", "route"),
    "NetworkSessionFailed": ("unreachable", "route"), "InsecureRedirect": ("rejected", "http"), "TooManyRedirects": ("rejected", "http"),
    "ProxyConnectionRefused": ("proxy", "proxy"), "ProxyConnectionClosed": ("proxy", "proxy"), "ProxyNotFound": ("proxy", "proxy"),
    "ProxyConnectionTimeout": ("proxy", "proxy"), "ProxyTimeout": ("proxy", "proxy"), "ProxyProtocol": ("proxy", "proxy"),
    "ProxyAuthenticationRequired": ("proxy", "proxy"), "UnknownProxy": ("proxy", "proxy"), "AuthenticationRequired": ("rejected", "http"),
    "ContentAccessDenied": ("rejected", "http"), "ContentNotFound": ("rejected", "http"), "ContentOperationNotPermitted": ("rejected", "http"),
    "ServiceUnavailable": ("rejected", "http"), "InternalServer": ("rejected", "http"), "UnknownServer": ("rejected", "http"),
    "ProtocolFailure": ("protocol-mismatch", "http"), "UnknownNetwork": ("unknown", ""), "Network": ("unknown", ""),
}  # fmt: skip
"QAbstractSocket::SocketError and QNetworkReply::NetworkError, without their last word."
SOCKET = (
    "ConnectionRefused", "RemoteHostClosed", "HostNotFound", "SocketAccess", "SocketResource", "SocketTimeout", "", "Network",
    "AddressInUse", "SocketAddressNotAvailable", "", "", "ProxyAuthenticationRequired", "SslHandshakeFailed", "",
    "ProxyConnectionRefused", "ProxyConnectionClosed", "ProxyConnectionTimeout", "ProxyNotFound", "ProxyProtocol", "", "SslInternal",
    "SslInvalidUserData", "",
)  # fmt: skip
"QAbstractSocket::SocketError by its number."

SAID = (
    # QHttpSocketEngine, QSocks5SocketEngine
    *(Phrase(words, "proxy", "proxy", "qt", worth=MEANT + 1) for words in (
        "proxy server not found", "proxy requires authentication", "proxy denied connection", "proxy server connection refused",
        "error communicating with http proxy", "proxy connection closed prematurely", "general socksv5 server failure",
        "connection not allowed by socksv5 server", "socks version 5 protocol error", "socksv5 command not supported",
    )),
    Phrase("the address is not available", "address-unavailable", "tcp", "qt"),
    Phrase("the address is protected", "permission-denied", "tcp", "qt"),
    Phrase("unable to init ssl context", "tls-failed", "tls", "qt", worth=MEANT),
    Phrase("insecure redirect", "rejected", "http", "qt"),
    Phrase("invalid statusline in response", "protocol-mismatch", "websocket", "qt", worth=MEANT),
    Phrase("accept-key received from server", "protocol-mismatch", "websocket", "qt", worth=MEANT),
    Phrase("incompatible version of openssl", "tls-failed", "tls", "qt", worth=MEANT),
    Phrase("qt.tlsbackend.ossl: failed to load", "tls-failed", "tls", "qt", worth=MEANT),
    Phrase("no functional tls backend was found", "tls-failed", "tls", "qt", worth=MEANT),
    Phrase("no tls backend is available", "tls-failed", "tls", "qt", worth=MEANT),
    Phrase("tls initialization failed", "tls-failed", "tls", "qt", worth=MEANT),
    Phrase("network access is disabled", "unreachable", "route", "qt"),
    Phrase('2 "connection closed"', "closed", "http", "qt", worth=MEANT),
    Phrase("the remote host closed the connection", "closed", "", "qt"),
    Phrase("the tls/ssl connection has been closed", "closed", "tls", "qt", worth=MEANT),
    Phrase("socket operation timed out", "timed-out", "", "qt"),
    Phrase("network operation timed out", "timed-out", "", "qt"),
    Phrase("qwebsocketprivate::processhandshake: invalid statusline", "protocol-mismatch", "websocket", "qt", worth=MEANT),
    Phrase("qwebsocketprivate::processhandshake: connection closed while reading header", "closed", "websocket", "qt", worth=MEANT),
    Phrase("error creating ssl context", "tls-failed", "tls", "qt", worth=MEANT),
    Phrase("the host name did not match any of the valid hosts", "tls-failed", "tls", "qt", worth=MEANT),
    Phrase("the issuer certificate of a locally looked up certificate could not be found", "tls-failed", "tls", "qt", worth=MEANT),
    Phrase("the root ca certificate is not trusted for this purpose", "tls-failed", "tls", "qt", worth=MEANT),
    Phrase("no certificates could be verified", "tls-failed", "tls", "qt", worth=MEANT),
)  # fmt: skip

_NAME = pattern(
    r"\bQ(?:NetworkReply|AbstractSocket)::([A-Z][A-Za-z]{3,40}?)(?:Error)?\b|\b([A-Z][A-Za-z]{3,40})Error\b"
)
_NUMBER = pattern(r"QAbstractSocket::SocketError\((\d{1,2})\)")
_OF_QT = pattern(r"QAbstractSocket|QNetworkReply|QSslSocket|QWebSocket")
_REPLIED = pattern(
    r"Error transferring (https?)://([^/\s:]{1,253})(?::(\d{1,5}))?\S{0,1024} - server replied: (.{0,80})"
)


def read(line: str) -> Iterator[Reading]:
    """Names and numbers of errors, and the sentences."""
    if _OF_QT.search(line):
        for match in _NAME.finditer(line):
            yield from _named(match[1] or match[2], match.start())
    numbered = _NUMBER.search(line)
    if numbered is not None and int(numbered[1]) < len(SOCKET):
        yield from _named(SOCKET[int(numbered[1])], numbered.start())
    replied = _REPLIED.search(line)
    if replied is not None:
        yield Reading(
            kind="rejected", worth=SENTENCE, client="qt", step="http", scheme=replied[1], host=replied[2],
            port=min(int(replied[3] or 0), 65535), at=replied.start(),
        )  # fmt: skip
    yield from phrases(SAID, line)


def _named(name: str, at: int) -> Iterator[Reading]:
    known = NAMES.get(name)
    if known is None:
        return
    kind, step = known
    opaque = kind == "unknown"
    yield Reading(
        kind=kind, worth=OPAQUE if opaque else CODE, client="qt", step=step, code={"qt": f"{name}Error"},
        open=NOT_TOLD if opaque else None, at=at,
    )  # fmt: skip
