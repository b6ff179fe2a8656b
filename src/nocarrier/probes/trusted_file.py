"""Does the client's environment name a file of trusted authorities, and what is in it?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.trusted_file import NAMED_BY, TrustedFile
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene

LONGEST = 1 << 20
"Bytes of it that are read; a system's whole list has 220 KB."
BEGINS = "-----BEGIN CERTIFICATE-----", "-----BEGIN TRUSTED CERTIFICATE-----"
"PEM's lines (openssl-x509(1)); a file of another form holds nothing for OpenSSL."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation where the variable is set."""
    path = dict(machine.environment(frozenset({NAMED_BY}))).get(NAMED_BY, "")
    if not path:
        return
    read = machine.read(path, LONGEST)
    facts = TrustedFile(path=path, count=sum(map(read.text.count, BEGINS)), errno=read.errno)
    yield Observation(facts, summary(facts))


def summary(facts: TrustedFile) -> Prose:
    """What the variable names, in a line."""
    if facts.errno:
        return say("{variable} names {path}, which cannot be read ({errno})",
                   variable=NAMED_BY, path=facts.path, errno=facts.errno)  # fmt: skip
    return say("{variable} names {path}, in which {count} certificates stand",
               variable=NAMED_BY, path=facts.path, count=facts.count)  # fmt: skip
