"""Does the target answer this machine at another of its own addresses than the one that the route chose?

Asked only where nothing was heard on any port: a host that answers on some port can answer that source.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.contrast import Contrast
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.neighbour import Neighbour
from nocarrier.facts.route import Route
from nocarrier.facts.sources import Sources, SourceTried
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Machine
from nocarrier.model.evidence import Case, Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene

AFTER = (TcpAttempt, Interfaces, Route, Neighbour, Contrast)
WAIT = 0.6
TIMES, MOST = 3, 6
"Connections from each address, and how many addresses are tried."
LOCAL_ONLY = ("127.", "169.254.", "::1", "fe80:")


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """All sources at once, for the first address that kept silent; nothing where this machine has only one."""
    case = scene.case
    attempt = next((seen.facts for seen in case.every(TcpAttempt) if _unheard(scene, seen.facts)), None)
    if attempt is None:
        return
    chosen = _chosen(scene, attempt)
    others = _others(case, attempt, chosen)[:MOST]
    if not others:
        return
    sources = [(chosen, _device(case, chosen)), *others]
    wait = scene.remaining(WAIT)
    got = machine.dial(
        [
            Dial(transport="tcp", address=attempt.address, port=attempt.port, timeout=wait, source=source)
            for source, _ in sources
            for _ in range(TIMES)
        ]
    )
    tried = [
        SourceTried(
            address=source,
            device=device,
            begun=TIMES,
            connected=sum(one.connected for one in got[at * TIMES : (at + 1) * TIMES]),
        )
        for at, (source, device) in enumerate(sources)
    ]
    facts = Sources(address=attempt.address, port=attempt.port, chosen=tried[0], others=tuple(tried[1:]))
    yield Observation(facts, summary(facts))


def _unheard(scene: Scene, attempt: TcpAttempt) -> bool:
    """Nothing came back, on no port, though packets are handed to somebody."""
    case = scene.case
    if not attempt.expired or attempt.said is not None or not _chosen(scene, attempt):
        return False
    heard = any(seen.facts.address == attempt.address and not seen.facts.silent for seen in case.every(Contrast))
    missing = any(seen.facts.address == attempt.address and seen.facts.missing for seen in case.every(Neighbour))
    here = any(seen.facts.address == attempt.address and seen.facts.is_here for seen in case.every(Route))
    return not (heard or missing or here)


def _chosen(scene: Scene, attempt: TcpAttempt) -> str:
    """The address that the packets leave from: the one bound, the socket's, or the route's; empty where none is known."""
    if bound := scene.source_toward(attempt.address):
        return bound
    if attempt.local_address not in ("", "0.0.0.0", "::"):
        return attempt.local_address
    return next((seen.facts.source for seen in scene.case.every(Route) if seen.facts.address == attempt.address), "")


def _others(case: Case, attempt: TcpAttempt, chosen: str) -> list[tuple[str, str]]:
    """Pairs (address, link) of the same family on links that work, the chosen source's apart."""
    links = case.seen(Interfaces)
    return [
        (own.partition("/")[0], link.name)
        for link in (links.facts.interfaces if links is not None else ())
        if link.up and link.carrier
        for own in link.addresses
        if (":" in own) == (attempt.family == 6)
        and own.partition("/")[0] != chosen
        and not own.startswith(LOCAL_ONLY)
    ]


def _device(case: Case, address: str) -> str:
    links = case.seen(Interfaces)
    interfaces = links.facts.interfaces if links is not None else ()
    return next((link.name for link in interfaces for own in link.addresses if own.startswith(f"{address}/")), "")


def summary(facts: Sources) -> Prose:
    """Which sources are answered, in a line."""
    if facts.answered:
        return say(
            "from {sources} it connects, from {chosen} it does not",
            sources=", ".join(each.address for each in facts.answered),
            chosen=facts.chosen.address,
        )
    return say("no other source address connects either ({count} tried)", count=len(facts.others))
