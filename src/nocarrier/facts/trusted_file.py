"""The file of trusted authorities that the client's environment names in place of the system's own."""

from __future__ import annotations

from nocarrier.model.evidence import Facts

NAMED_BY = "SSL_CERT_FILE"
"OpenSSL's variable (SSL_CTX_set_default_verify_paths(3)); Go, curl and others read it, too."


class TrustedFile(Facts, kw_only=True):
    """``count`` certificates stand in the file ``path``; ``errno`` says why it could not be read."""

    path: str
    count: int = 0
    errno: str = ""

    @property
    def idle(self) -> bool:
        """Nobody is trusted by it."""
        return bool(self.errno) or not self.count
