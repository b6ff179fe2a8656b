"""TLS libraries: OpenSSL's reasons (``openssl errstr``), alerts (RFC 8446, section 6), GnuTLS, Schannel, what they say of
certificates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.errnos import named, of_symbol
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, ErrorClass, Reading

STEMS = (
    "http request to an https", "peer shut down incorrectly",
    "sspi",
    "ssl routines", "ssl_error", "sslv3", "tlsv1", "wrong version number", "wrong_version_number", "certificate", "handshake fail",
    "handshake_fail", "unexpected message", "unknown protocol", "http request", "https proxy request", "unrecognized name",
    "unrecognized_name", "gnutls", "sec_e_", "schannel", "alert ", "unsafe legacy renegotiation", "eof occurred in violation",
    "unexpected eof while reading", "packet length too long", "record layer failure", "no protocols available", "dh key too small",
    ":lib(", "system library:", ":errno=", "ssl read: ", "ssl write: ", "ssl_read: ", "ssl_write: ", "ssl_connect: ", "nss error ", "ssl: ", "match '", "match \"", "match either of", "plain http request was sent to https port",
)  # fmt: skip

SAID = (
    Phrase("ssl handshake error: syscallerror", "tls-failed", "tls", worth=MEANT + 1),
    Phrase("crypto_error 0x1", "tls-failed", "tls", "quic", worth=MEANT),
    Phrase("crypto_error (0x1", "tls-failed", "tls", "quic", worth=MEANT + 1),
    Phrase("invalid dnsname", "tls-failed", "tls", "rust", worth=MEANT),
    Phrase("authentication handshake failed: eof", "tls-failed", "tls", "grpc", worth=MEANT + 1),
    Phrase("client didn't provide a certificate", "tls-failed", "tls", "", {"certificate": "client"}, MEANT),
    Phrase("is not within its validity period", "tls-failed", "tls", "", worth=MEANT),
    Phrase("is not within the validity period", "tls-failed", "tls", "", worth=MEANT),
    Phrase("aucun des hôtes valides pour ce certificat", "tls-failed", "tls", "qt", worth=MEANT),
    Phrase("mbedtls_ssl_handshake returned", "tls-failed", "tls", "mbedtls"),
    Phrase("tls handshake eof", "tls-failed", "tls", "rust", worth=MEANT),
    Phrase("sent an http request to an https server", "protocol-mismatch", "http", "go", {"http_status": 400}, MEANT),
    Phrase("failed to connect to wolfssl", "tls-failed", "tls", "wolfssl", worth=MEANT),
    Phrase("ssl peer shut down incorrectly", "tls-failed", "tls", "java", worth=MEANT),
    Phrase(" sspi failed", "tls-failed", "tls", "dotnet"),
    Phrase("appel à sspi", "tls-failed", "tls", "dotnet"),
    Phrase("aufruf von sspi", "tls-failed", "tls", "dotnet"),
    Phrase("wrong version number", "protocol-mismatch", "tls", "", {"openssl": "WRONG_VERSION_NUMBER"}, MEANT),
    Phrase("wrong_version_number", "protocol-mismatch", "tls", "", {"openssl": "WRONG_VERSION_NUMBER"}, MEANT),
    Phrase("packet length too long", "protocol-mismatch", "tls", "", {"openssl": "PACKET_LENGTH_TOO_LONG"}, MEANT),
    Phrase("record layer failure", "protocol-mismatch", "tls", "", {"openssl": "RECORD_LAYER_FAILURE"}, MEANT),
    Phrase("unknown protocol", "protocol-mismatch", "tls", "", {"openssl": "UNKNOWN_PROTOCOL"}),
    Phrase("ssl routines", "tls-failed", "tls", "", worth=SENTENCE - 1),
    Phrase("http request] ", "protocol-mismatch", "tls"),
    Phrase("ssl: https_proxy_request", "protocol-mismatch", "tls", "", {"openssl": "HTTPS_PROXY_REQUEST"}, MEANT),
    Phrase(
        "client_hello:https proxy request", "protocol-mismatch", "tls", "", {"openssl": "HTTPS_PROXY_REQUEST"}, MEANT
    ),
    Phrase(
        "get_record:https proxy request", "protocol-mismatch", "tls", "", {"openssl": "HTTPS_PROXY_REQUEST"}, MEANT
    ),
    Phrase(
        "process_client_hello:unknown protocol", "tls-failed", "tls", "", {"openssl": "UNKNOWN_PROTOCOL"}, MEANT + 1
    ),
    Phrase("request did not begin with tls handshake", "protocol-mismatch", "tls", "sniproxy", worth=MEANT),
    Phrase("ssl: http_request", "protocol-mismatch", "tls", "", {"openssl": "HTTP_REQUEST"}, MEANT),
    Phrase("client_hello:http request", "protocol-mismatch", "tls", "", {"openssl": "HTTP_REQUEST"}, MEANT),
    Phrase("get_record:http request", "protocol-mismatch", "tls", "", {"openssl": "HTTP_REQUEST"}, MEANT),
    Phrase("err bad tls header", "protocol-mismatch", "tls", "dragonfly", worth=MEANT),
    Phrase("certificate verify failed", "tls-failed", "tls", "", {"openssl": "CERTIFICATE_VERIFY_FAILED"}, MEANT),
    Phrase("self signed certificate", "tls-failed", "tls", worth=MEANT),
    Phrase("self-signed certificate", "tls-failed", "tls", worth=MEANT),
    Phrase("unable to get local issuer certificate", "tls-failed", "tls", worth=MEANT),
    Phrase("unable to verify the first certificate", "tls-failed", "tls", worth=MEANT),
    Phrase("certificate has expired", "tls-failed", "tls", worth=MEANT),
    Phrase("certificate is not yet valid", "tls-failed", "tls", worth=MEANT),
    Phrase("hostname/ip does not match certificate", "tls-failed", "tls", "node", worth=MEANT),
    Phrase("hostname mismatch, certificate is not valid", "tls-failed", "tls", worth=MEANT),
    Phrase("no alternative certificate subject name matches", "tls-failed", "tls", "curl", worth=MEANT),
    Phrase("certificate is valid for ", "tls-failed", "tls", "go", worth=MEANT),
    Phrase("certificate signed by unknown authority", "tls-failed", "tls", "go", worth=MEANT),
    Phrase("eof occurred in violation of protocol", "tls-failed", "tls", "", worth=MEANT),
    Phrase("unexpected eof while reading", "closed", "tls", "", {"openssl": "UNEXPECTED_EOF_WHILE_READING"}, MEANT),
    Phrase("ssl_connect: ssl_error_syscall", "tls-failed", "tls", "", {"openssl": "SSL_ERROR_SYSCALL"}, MEANT),
    Phrase("ssl_error_syscall", "closed", "tls", "", {"openssl": "SSL_ERROR_SYSCALL"}, MEANT),
    Phrase("aead_aes_gcm_open:bad decrypt", "tls-failed", "tls", "libressl", worth=MEANT),
    Phrase("ssl_error_zero_return", "closed", "tls", "", {"openssl": "SSL_ERROR_ZERO_RETURN"}, MEANT),
    Phrase(
        "gnutls recv error (-110): the tls connection was non-properly",
        "closed",
        "tls",
        "",
        {"gnutls": "PREMATURE_TERMINATION"},
        MEANT + 1,
    ),
    Phrase(
        "tls connection was non-properly terminated",
        "tls-failed",
        "tls",
        "",
        {"gnutls": "PREMATURE_TERMINATION"},
        MEANT,
    ),
    Phrase("does not match target host name", "tls-failed", "tls", "curl", worth=MEANT),
    Phrase(
        "an unexpected tls packet was received",
        "protocol-mismatch",
        "tls",
        "",
        {"gnutls": "UNEXPECTED_PACKET"},
        MEANT + 1,
    ),
    Phrase("error in the pull function", "tls-failed", "tls", "", {"gnutls": "PULL_ERROR"}),
    Phrase("recv error (-54): error in the pull function", "reset", "", "", {"gnutls": "PULL_ERROR"}, MEANT),
    Phrase("gnutls recv error (-9)", "tls-failed", "tls", "", {"gnutls": "UNEXPECTED_PACKET_LENGTH"}, MEANT + 1),
    Phrase("gnutls recv error (-24)", "tls-failed", "tls", "", {"gnutls": "DECRYPTION_FAILED"}, MEANT + 1),
    Phrase("hostname verification failed", "tls-failed", "tls", worth=MEANT),
    Phrase("ssl connect attempt failed", "tls-failed", "tls"),
    Phrase("unsafe legacy renegotiation disabled", "tls-failed", "tls", worth=MEANT),
    Phrase("dh key too small", "tls-failed", "tls", worth=MEANT),
    Phrase("no protocols available", "tls-failed", "tls", worth=MEANT),
    Phrase("unsupported protocol", "tls-failed", "tls", "", {"openssl": "UNSUPPORTED_PROTOCOL"}),
    Phrase("gnutls_handshake() failed", "tls-failed", "tls", "", worth=MEANT),
    Phrase("unrecognized name", "tls-failed", "tls"),
    Phrase("ssl module is not available", "tls-failed", "tls", "python", worth=MEANT),
    Phrase("ssl module in python is not available", "tls-failed", "tls", "python", worth=MEANT),
    Phrase("gnutls: ", "tls-failed", "tls"),
    Phrase("sec_e_", "tls-failed", "tls", "schannel"),
    Phrase("initializesecuritycontext failed", "tls-failed", "tls", "schannel"),
    Phrase("schannel: failed to receive handshake", "tls-failed", "tls", "schannel"),
    Phrase("schannel: sni or certificate check failed", "tls-failed", "tls", "schannel"),
    Phrase("schannel: server closed", "closed", "tls", "schannel", worth=MEANT),
    Phrase("crypt_e_no_revocation_check", "tls-failed", "tls", "schannel", worth=MEANT),
    Phrase("crypt_e_revocation_offline", "tls-failed", "tls", "schannel", worth=MEANT),
    Phrase("verification error: ", "tls-failed", "tls", "openssl"),
    Phrase("verify return code: ", "unknown", "tls", "openssl", worth=OPAQUE),
    Phrase("certificate verify result", "tls-failed", "tls"),
    Phrase("ssl_error_want_", "unknown", "tls", "", worth=OPAQUE),
    Phrase("a tls fatal alert has been received", "tls-failed", "tls", "", {"gnutls": "FATAL_ALERT_RECEIVED"}, MEANT),
    Phrase(
        "a tls packet with unexpected length was received",
        "tls-failed",
        "tls",
        "",
        {"gnutls": "UNEXPECTED_PACKET_LENGTH"},
        MEANT,
    ),
    Phrase(
        "could not negotiate a supported cipher suite", "tls-failed", "tls", "", {"gnutls": "NO_CIPHER_SUITES"}, MEANT
    ),
    Phrase(
        "no supported cipher suites have been found", "tls-failed", "tls", "", {"gnutls": "NO_CIPHER_SUITES"}, MEANT
    ),
    Phrase(
        "a record packet with illegal version was received",
        "protocol-mismatch",
        "tls",
        "",
        {"gnutls": "RECORD_VERSION"},
        MEANT,
    ),
    Phrase(
        "diffie-hellman prime sent by the server is not acceptable",
        "tls-failed",
        "tls",
        "",
        {"gnutls": "DH_PRIME"},
        MEANT,
    ),
    Phrase("error in the push function", "closed", "tls", "", {"gnutls": "PUSH_ERROR"}),
    Phrase("error in the certificate verification", "tls-failed", "tls", "", {"gnutls": "CERTIFICATE"}, MEANT),
    Phrase(
        "received plaintext http traffic on an https channel",
        "protocol-mismatch",
        "http",
        "elasticsearch",
        worth=MEANT,
    ),
    Phrase("client certificate is required", "tls-failed", "tls", worth=MEANT),
    Phrase("client certificate required", "tls-failed", "tls", worth=MEANT),
    Phrase("tls verification failed", "tls-failed", "tls"),
    Phrase("ssl verification failed", "tls-failed", "tls"),
    Phrase("trust the proxy's certificate", "tls-failed", "tls", "mitmproxy"),
    Phrase("local error: tls: ", "tls-failed", "tls", "go", worth=MEANT),
    Phrase("tls support is not available", "tls-failed", "tls", "glib", worth=MEANT),
    Phrase("doesn't match certificate's altnames", "tls-failed", "tls", "node", worth=MEANT),
    Phrase("gnutls_handshake() warning", "tls-failed", "tls", "", worth=MEANT),
    Phrase("certificate subject name does not match", "tls-failed", "tls", "", worth=MEANT),
    Phrase("gnutls_handshake: ", "tls-failed", "tls", "", worth=MEANT),
    Phrase("could not handshake: ", "tls-failed", "tls", "apt", worth=MEANT),
    Phrase("the certificate is not trusted", "tls-failed", "tls", "", worth=MEANT),
    Phrase("server did not present a certificate", "tls-failed", "tls", "", worth=MEANT),
    Phrase("nss: client certificate not found", "tls-failed", "tls", "nss", worth=MEANT),
    Phrase("ssl peer handshake failed", "tls-failed", "tls", "apple", worth=MEANT),
    Phrase("x509 - certificate verification failed", "tls-failed", "tls", "mbedtls", worth=MEANT),
    Phrase(
        "speaking plain http to an ssl-enabled server port",
        "protocol-mismatch",
        "http",
        "apache",
        {"http_status": 400},
        MEANT + 1,
    ),
    Phrase("plain http request was sent to https port", "protocol-mismatch", "http", "", {"http_status": 400}, MEANT),
)

_ALERT = pattern(
    r"(?i)(?:(?:ssl/?tls |tls |sslv3 |tlsv1(?:\.\d)? )?alert|tlsfatalalert(?:received)?)[ :_-]{1,3}(?:fatal, )?(handshake[ _]?failure|protocol[ _]?version|"
    r"unrecognized[ _]?name|internal[ _]?error|unknown[ _]?ca|bad[ _]?certificate|certificate[ _]?(?:expired|required|unknown|revoked)|"
    r"decode[ _]?error|decrypt[ _]?error|access[ _]?denied|no[ _]?application[ _]?protocol|illegal[ _]?parameter|unexpected[ _]?message|"
    r"close[ _]?notify|insufficient[ _]?security|record[ _]?overflow|bad[ _]?record[ _]?mac|unsupported[ _]?(?:certificate|extension))|"
    r"\balert number (\d{1,3})\b|\balert \(level: fatal, description: ([a-z ]{5,40})\)"
)

_NSS = pattern(r"\bNSS error (-\d{4,5})\b")
NSS: dict[int, tuple[ErrorClass, str]] = {
    -5938: ("closed", "tls"), -5961: ("reset", "tls"), -5981: ("refused", "tcp"), -5990: ("timed-out", ""), -5980: ("unreachable", "route"),
    -5986: ("unreachable", "route"), -5975: ("name-not-resolved", "name"), -12285: ("tls-failed", "tls"),
}  # fmt: skip
"Errors of NSPR that NSS hands on (prerr.h); those of its own are all of TLS."
_UNNAMED = pattern(r"\berror:[01][0-9A-F]{7}:lib\((?:20|SSL)\):|\berror:0A[0-9A-F]{6}:lib\(20\):", re.I)
"OpenSSL without its table of texts."
_SYSTEM = pattern(r"\berror:8000([0-9A-F]{4}):system library:", re.I)
"An error of the system as OpenSSL 3 numbers it: errno or Winsock's, in base 16."
_ERRNO = pattern(
    r"^(?:write|read|connect):errno=(\d{1,5})$|\bSSL[ _](?:read|write|connect): .{0,80}, errno (\d{1,5})\b"
)
"openssl s_client, and curl."
_REASON = pattern(r"\[SSL: ([A-Z0-9_]{4,60})\]")
"Python's ssl: OpenSSL's reason."
_NAMES = pattern(r"(?i)hostname ['\"]?[^'\"\s]{1,253}['\"]? (?:doesn't|does not) match")
_NAMED = pattern(
    r"certificate is not valid for '([\w.-]{1,253})'|target host name '([\w.-]{1,253})'|altnames: \"?Host: ([\w-]{1,63}(?:\.[\w-]{1,63}){0,20})|"
    r"certificate of [‘'`]([\w.-]{1,253})|certificate is valid for [^;]{1,300}, not ([\w.-]{1,253}\w)|[Nn]o name matching ([\w.-]{1,253}) found"
)
"Whom a certificate was to be of."


def read(line: str) -> Iterator[Reading]:
    """Alerts and sentences."""
    match = _ALERT.search(line)
    if match is not None:
        alert = (match[1] or match[2] or match[3]).lower().replace(" ", "_")
        yield Reading(kind="tls-failed", worth=CODE, step="tls", code={"tls_alert": alert}, at=match.start())
    reason = _REASON.search(line)
    if reason is not None:
        yield Reading(kind="tls-failed", worth=SENTENCE, step="tls", code={"openssl": reason[1]}, at=reason.start())
    if _UNNAMED.search(line):
        yield Reading(kind="tls-failed", worth=SENTENCE, step="tls")
    yield from _numbers(line)
    mismatch = _NAMES.search(line)
    if mismatch is not None:
        yield Reading(kind="tls-failed", worth=MEANT, step="tls", code={"certificate": "name"}, at=mismatch.start())
    named = _NAMED.search(line)
    host = next((group for group in named.groups() if group), "") if named is not None else ""
    if host:
        yield Reading(kind="unknown", worth=OPAQUE, host=host)
    for one in phrases(SAID, line):
        yield replace(one, host=host) if one.kind == "tls-failed" else one


def _numbers(line: str) -> Iterator[Reading]:
    """Errors of the layers below, as OpenSSL and NSS hand them on."""
    system = _SYSTEM.search(line)
    told = _ERRNO.search(line)
    number = int(system[1], 16) if system is not None else int(told[1] or told[2]) if told is not None else 0
    symbol = named(number)
    if symbol:
        worth = MEANT + 1  # what SSL_ERROR_SYSCALL stands for
        yield of_symbol(symbol, worth, client="openssl")
    nss = _NSS.search(line)
    if nss is not None:
        kind, step = NSS.get(int(nss[1]), ("tls-failed", "tls"))
        yield Reading(kind=kind, worth=CODE, client="nss", step=step, code={"nss": int(nss[1])}, at=nss.start())
