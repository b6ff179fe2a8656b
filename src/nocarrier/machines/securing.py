"""The client's side of TLS between two buffers: bytes go in, bytes come out, and nobody waits (`ssl.MemoryBIO`).

A far machine that has Python gets the text of this file (machines/far_python.py): it needs nothing beyond Python 3.7,
and is only loaded where TLS is spoken, for OpenSSL takes as long as a healthy connection.
"""

from __future__ import annotations

import ssl
import time

from nocarrier.machines import Tls, TlsSeen

KEPT = 2048
"Bytes of the peer's answer to the ClientHello that are kept as they were."
LONGEST_HANDSHAKE = 1 << 17
"Bytes after which a handshake has no sensible end any more: chains of certificates are 2 to 10 KiB long."
RECORD = 1 << 14
ALERTS = ("SSLV3_ALERT_", "TLSV1_ALERT_", "TLSV13_ALERT_", "TLSV1_", "TLSV13_")
"What stands in OpenSSL's symbols before the name of an alert that the peer sent (include/openssl/sslerr.h)."


class Secured:
    """One side of one connection. ``failed`` is how it ended: ``closed`` or ``tls-failed``, or empty."""

    def __init__(self, tls: Tls) -> None:
        self.failed = ""
        self.distrusted = False
        self.certificates: tuple[bytes, ...] = ()
        self._done = False
        self._began = time.perf_counter()
        self._took = 0.0
        self._in, self._out = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._came = b""
        self._fed = 0
        self._verify_code, self._verify_error = 0, ""
        self._alert = self._reason = ""
        self._object: ssl.SSLObject | None = None
        try:
            context = _context(tls)
            self._object = context.wrap_bio(self._in, self._out, server_hostname=tls.server_name or None)
        except ValueError:  # a name that cannot be one, as ssl sees it
            self._fail("tls-failed", "BAD_SERVER_NAME")
        except ssl.SSLError as error:
            self._broke(error)

    def feed(self, raw: bytes) -> None:
        """What the peer sent; empty: it sends no more."""
        if not raw:
            self._in.write_eof()
            return
        self._in.write(raw)
        if not self._done:
            self._fed += len(raw)
            self._came = (self._came + raw)[:KEPT]

    def outgoing(self) -> bytes:
        """What is to be sent to the peer now."""
        return self._out.read()

    def shake(self) -> bool:
        """Whether the handshake is done. Where it cannot be any more, ``failed`` says so."""
        if self._object is None:
            return False
        try:
            self._object.do_handshake()
        except ssl.SSLWantReadError:
            if self._fed > LONGEST_HANDSHAKE:
                self._fail("tls-failed", "TOO_LONG_A_HANDSHAKE")
            return False
        except (ssl.SSLError, OSError, ValueError) as error:
            self._broke(error)
            return False
        self._done = True
        self._took = time.perf_counter() - self._began
        self.certificates = _chain(self._object)
        return True

    def sealed(self, said: bytes) -> bytes:
        """These bytes as the peer is sent them."""
        assert self._object is not None
        try:
            while said:
                said = said[self._object.write(said) :]
        except (ssl.SSLError, OSError) as error:
            self._broke(error)
        return self.outgoing()

    def opened(self, most: int) -> bytes | None:
        """What can be read, at most so many bytes; None: nothing yet; empty: no more (``failed``)."""
        assert self._object is not None
        if self.failed:
            return b""
        try:
            came = self._object.read(max(1, min(most, RECORD)))
        except ssl.SSLWantReadError:
            return None
        except (ssl.SSLError, OSError) as error:
            self._broke(error)
            return b""
        if not came:
            self._fail("closed")
        return came

    def seen(self) -> TlsSeen:
        """What came of it."""
        done, object_ = self._done, self._object
        cipher = object_.cipher() if done and object_ is not None else None
        return TlsSeen(
            done=done,
            version=(object_.version() or "") if done and object_ is not None else "",
            cipher=cipher[0] if cipher else "",
            alpn=(object_.selected_alpn_protocol() or "") if done and object_ is not None else "",
            certificates=self.certificates,
            verify_code=self._verify_code,
            verify_error=self._verify_error,
            alert=self._alert,
            reason=self._reason,
            received=self._came,
            took_ms=round((self._took or time.perf_counter() - self._began) * 1e3, 3),
        )

    def _broke(self, error: Exception) -> None:
        """Something went wrong: what, as OpenSSL calls it."""
        reason = str(getattr(error, "reason", None) or "")
        if isinstance(error, ssl.SSLCertVerificationError):
            self.distrusted = True
            # They came before they were found wanting.
            self.certificates = _chain(self._object) if self._object is not None else ()
            self._verify_code, self._verify_error = error.verify_code, error.verify_message
        if isinstance(error, (ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLSyscallError)):
            if isinstance(error, ssl.SSLZeroReturnError) and not self._done:
                self._alert = "close_notify"
            self._fail("closed", reason)
            return
        prefix = next((one for one in ALERTS if reason.startswith(one)), "")
        self._alert = reason[len(prefix) :].lower() if prefix else ""
        self._fail("tls-failed", reason or type(error).__name__)

    def _fail(self, how: str, reason: str = "") -> None:
        self.failed, self._reason = how, reason


def _context(tls: Tls) -> ssl.SSLContext:
    context = ssl.create_default_context() if tls.verify else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if not (tls.verify and tls.server_name):
        context.check_hostname = False
    if not tls.verify:
        context.verify_mode = ssl.CERT_NONE
    if tls.alpn:
        context.set_alpn_protocols(list(tls.alpn))
    return context


def _chain(connection: ssl.SSLObject) -> tuple[bytes, ...]:
    """The peer's certificates in DER: all where Python tells them (3.10 does without saying so, 3.13 says so)."""
    whole = getattr(connection, "get_unverified_chain", None)
    if whole is not None:
        return tuple(whole())
    inner = getattr(getattr(connection, "_sslobj", None), "get_unverified_chain", None)
    if inner is not None:
        encoding = 2  # ENCODING_DER, Modules/_ssl/cert.c
        return tuple(one.public_bytes(encoding) for one in inner() or ())
    try:
        own = connection.getpeercert(binary_form=True)
    except ValueError:  # not before the handshake is done
        own = None
    return (own,) if own else ()
