"""How a machine is told to trust a certificate, by its distribution: where the file goes, and what reads it in.

Debian and Alpine: update-ca-certificates(8); Fedora and its kin: update-ca-trust(8); SUSE: update-ca-certificates(8) with
another folder; Arch: update-ca-trust(8) of p11-kit. A client that brings its own list (Java, Firefox, Node.js) reads none of them.
Where the environment names a file (SSL_CERT_FILE), it is that one which counts.
"""

from __future__ import annotations

from nocarrier.facts.system import System
from nocarrier.facts.trusted_file import NAMED_BY, TrustedFile
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Fix, Need, on_client
from nocarrier.model.prose import say
from nocarrier.model.record import Record
from nocarrier.model.shell import quoted

TRUST: tuple[Need, ...] = on_client(System, TrustedFile)
"What is read."


class TrustStore(Record):
    """``file`` is where the certificate goes, as PEM; ``update`` the command that makes it count, where one is needed."""

    file: str
    update: str = ""

    def with_it(self, shown: str) -> str:
        """The command that takes over what another one writes: into a file of its own, or behind what is in this one."""
        if not self.update:
            return f"{shown} >>{quoted(self.file)}"
        return f"{shown} >{self.file} && {self.update}"


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
    named = case.seen(TrustedFile)
    if named is not None and not named.facts.idle:
        return TrustStore(named.facts.path)
    system = case.seen(System)
    return _STORES.get(system.facts.family) if system is not None else None


def idle_file(case: Case) -> tuple[Evidence[TrustedFile], ...]:
    """The file that the environment names, where nobody is trusted by it."""
    named = case.seen(TrustedFile)
    return (named,) if named is not None and named.facts.idle else ()


def name_another(case: Case) -> tuple[Fix, ...]:
    """Without the variable the client reads the system's own list."""
    return tuple(
        Fix(
            where="client",
            text=say(
                "Correct {variable}, which names {path}: no certificate is read from there. Or take it out where it is set:"
                " then the system's own list counts.",
                variable=NAMED_BY,
                path=seen.facts.path,
            ),
        )
        for seen in idle_file(case)
    )
