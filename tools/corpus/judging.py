"""Whether a text is read as what was so: class, step, place, and the cause among the first; and the list of those that are not."""

from __future__ import annotations

import ipaddress
import re

from nocarrier.causes._titles import TITLES
from nocarrier.diagnosis.explaining import explained
from nocarrier.model.explanation import Explained
from nocarrier.model.record import replace
from nocarrier.readings.messages.scan import scan
from tools.corpus.record import FOLDER, Provoked, read

LIST = FOLDER.with_name("misread.txt")
HEADING = "# client: symptoms whose text is not read right yet (test_provoked.py); `just corpus --misread` takes out what is\n"
FIRST = 3
"Among so many causes the true one is."
SAME = {
    "shop.example": ("shop.example", "10.20.0.5"),
    "10.20.0.5": ("10.20.0.5", "shop.example"),
    "localhost": ("localhost", "127.0.0.1", "::1"),
    "": ("0.0.0.0", "::"),
}
"A name of the lab, and the addresses that a client may print in its place."

LOOKS_LIKE = {"silent": {"server-firewall-drops"}, "tls-silent": {"server-firewall-drops"}}
"What silence after the connection cannot be told from by a text that does not say at which step it was."

SAYS_SO = {
    "certificate-expired": re.compile(r"expire", re.I),
    "certificate-self-signed": re.compile(r"self.?signed", re.I),
    "certificate-name-mismatch": re.compile(r"mismatch|alt ?name|host ?name|common.?name|match", re.I),
    "tls-version-unsupported": re.compile(r"version|unsupported.protocol|legacy", re.I),
}
"""What a text has to say before such a cause can be asked of it. A client that brings its own authorities does not know the lab's and
complains of that first, and some say no more than that the certificate did not hold."""


def provoked() -> dict[str, list[Provoked]]:
    """Every meeting at which something was printed, by client."""
    files = sorted(FOLDER.glob("*.txt"))
    return {file.stem: [met for met in read(file.read_text(encoding="utf-8")) if met.text] for file in files}


def misread() -> dict[str, set[str]]:
    """What is listed as not read right yet: client and its symptoms."""
    lines = [line for line in LIST.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return {client: set(symptoms.split()) for client, _, symptoms in (line.partition(": ") for line in lines)}


def shorten() -> int:
    """Take out of the list what is read right now, and what is no more; how many are left."""
    listed, met = misread(), provoked()
    left = {
        client: [one.symptom for one in met.get(client, ()) if one.symptom in symptoms and amiss(one)]
        for client, symptoms in listed.items()
    }
    rows = [f"{client}: {' '.join(symptoms)}\n" for client, symptoms in sorted(left.items()) if symptoms]
    LIST.write_text(HEADING + "".join(rows), encoding="utf-8")
    return sum(map(len, left.values()))


def place(dialled: str) -> tuple[str, int]:
    """Host and port that were dialled; of a socket in the file system its path."""
    scheme, _, rest = dialled.partition("://")
    if scheme == "unix" or rest.startswith("/"):
        return rest, 0
    host, _, port = rest.partition("/")[0].rpartition(":")
    return host.strip("[]"), int(port or 0)


def names(met: Provoked) -> tuple[str, int]:
    """The part of what was dialled that the text names: host and port, empty and 0 where it does not."""
    host, port = place(met.dialled)
    at = re.search(rf"(?<![\w.-]){re.escape(host)}(?![\w.-]*\w)", met.text)
    beside = re.search(rf"(?<![\w.-]){re.escape(host)}['\"\])]*(?::|,? port[ =:]+){port}\b", met.text)
    return host if at else "", port if beside else 0


def amiss(met: Provoked) -> str:
    """What is read of this text that was not so; empty where nothing is."""
    errors = explained(scan([met.text.encode()]))
    kind = met.told or met.kind
    if kind == "unknown":
        return (
            "" if {error.kind for error in errors} <= {"unknown"} else f"a class where none is told: {errors[0].kind}"
        )
    if not errors:
        return "nothing is read"
    first = errors[0]
    if first.kind != kind:
        return f"{first.kind} in place of {kind}"
    if first.step and met.step and not met.told and first.step != met.step:
        return f"step {first.step} in place of {met.step}"
    causes = {cause for cause in met.causes if cause in TITLES}
    if not first.step:
        causes |= LOOKS_LIKE.get(met.symptom, set())
    if any(cause in SAYS_SO and not SAYS_SO[cause].search(met.text) for cause in causes):
        causes |= {"certificate-untrusted-ca"}
    named = [fitting.cause for fitting in first.causes[:FIRST]]
    if causes and not met.told and not causes & set(named):
        return f"causes {named}"
    return "" if "proxy" in (met.kind, first.kind) else _another_place(first, met)


def _short(host: str) -> str:
    """An address in its shortest form, as the lab's are dialled; a name as it is."""
    try:
        return ipaddress.ip_address(host).compressed
    except ValueError:
        return host


def _another_place(error: Explained, met: Provoked) -> str:
    """Nobody else than who was dialled is named, and who was dialled where the lines of the error name them."""
    host, port = place(met.dialled)
    known = SAME.get(host, (host,))
    named = (_short(error.target.host or ""), error.target.port or 0) if error.target is not None else ("", 0)
    if (named[0] and named[0] not in known) or (named[1] and named[1] != port):
        return f"{named[0]}:{named[1]} in place of {host}:{port}"
    there = names(replace(met, text=error.text))
    if (there[0] and not named[0]) or (there[1] and not named[1]):
        return "the place that stands in the text is not read"
    return ""
