"""How a machine is told to trust a certificate, by its distribution: where the file goes, and what reads it in.

Debian and Alpine: update-ca-certificates(8); Fedora and its kin: update-ca-trust(8); SUSE: update-ca-certificates(8) with
another folder; Arch: update-ca-trust(8) of p11-kit. A client that brings its own list (Java, Firefox, Node.js) reads none of them.
"""

from __future__ import annotations

from nocarrier.facts.system import System
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Need, on_client
from nocarrier.model.record import Record

TRUST: tuple[Need, ...] = on_client(System)
"What `trust_store` reads."


class TrustStore(Record):
    """``file`` is where the certificate goes, as PEM; ``update`` the command that makes it count."""

    file: str
    update: str


_DEBIAN = TrustStore("/usr/local/share/ca-certificates/nocarrier-trusted.crt", "update-ca-certificates")
_STORES = {
    "debian": _DEBIAN,
    "alpine": _DEBIAN,
    "rhel": TrustStore("/etc/pki/ca-trust/source/anchors/nocarrier-trusted.pem", "update-ca-trust"),
    "suse": TrustStore("/etc/pki/trust/anchors/nocarrier-trusted.pem", "update-ca-certificates"),
    "arch": TrustStore("/etc/ca-certificates/trust-source/anchors/nocarrier-trusted.crt", "update-ca-trust"),
}


def trust_store(case: Case) -> TrustStore | None:
    """The client's; None where it is not known how that system is told."""
    system = case.seen(System)
    return _STORES.get(system.facts.family) if system is not None else None
