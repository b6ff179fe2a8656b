"""TLS: Python's ssl, and pyOpenSSL. The reason is OpenSSL's own name for it, the number that of X509_verify_cert_error(3)."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.integrations.clients.looking import at, plain_text, whole
from nocarrier.readings.messages.reading import CODE, MEANT, ErrorClass, Reading

ENDED = ("UNEXPECTED_EOF_WHILE_READING",)
"Reasons of OpenSSL for a connection that was closed, not for a handshake that failed."


def _read(exception: BaseException) -> Iterator[Reading]:
    reason = plain_text(at(exception, "reason"))
    code: dict[str, str | int] = {"openssl": reason} if reason else {}
    if number := whole(at(exception, "verify_code")):
        code["verify_code"] = number
    if code:
        kind: ErrorClass = "closed" if reason in ENDED else "tls-failed"
        yield Reading(kind=kind, worth=MEANT if reason else CODE, step="tls", code=code)


CLIENT = Client(
    classes={
        "ssl.SSLCertVerificationError": Meaning("tls-failed", "tls", MEANT),
        "ssl.SSLEOFError": Meaning("closed", "tls"),
        "ssl.SSLZeroReturnError": Meaning("closed", "tls"),
        "ssl.SSLError": Meaning("tls-failed", "tls"),
        "OpenSSL.SSL.Error": Meaning("tls-failed", "tls"),
        "OpenSSL.SSL.SysCallError": Meaning("closed", "tls"),
    },
    frames={"ssl:SSLSocket.do_handshake": Frame(step="tls")},
    read=_read,
)
