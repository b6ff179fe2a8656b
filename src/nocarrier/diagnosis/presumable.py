"""What may be so of a target after it was dialled: causes that presume more are not loaded (`Cause.presumes`).

Where a refusal was a plain RST and a packet filter has no rule, the causes of rules are ruled out by that alone
(docs/decisions/0034). Nothing of this is loaded where all is well.
"""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.diagnosis.catalogue import presuming
from nocarrier.diagnosis.rank import Cleared
from nocarrier.diagnosis.unseen import BEHIND, weight
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.packet_fate import PacketFate
from nocarrier.facts.private import is_loopback, means_only_near
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.udp import UdpAttempt
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Cause, Presumption, RuledOut, Symptom
from nocarrier.model.prose import Prose, say


def presumable(case: Case) -> frozenset[Presumption]:
    """What is known of the target by now that some causes presume."""
    if case.target.transport == "unix":
        return frozenset({"unix"})
    lookup = case.seen(Lookup)
    dialled: list[TcpAttempt | UdpAttempt] = [seen.facts for seen in case.every(TcpAttempt)]
    dialled += [seen.facts for seen in case.every(UdpAttempt)]
    addresses = [attempt.address for attempt in dialled]
    loopback = [is_loopback(address) for address in addresses]
    untold = says_only_reset(dialled) and _far_from_sight(case)
    known: dict[Presumption, bool] = {
        "network": True,
        "name": lookup is None or not lookup.facts.literal,
        "loopback": any(loopback) or not dialled,
        "elsewhere": case.server_named or not all(loopback) or not dialled,
        "proxied": any(
            seen.probe == "proxy_attempt" or (seen.probe == "proxies" and seen.facts.chosen.malformed)
            for seen in case.evidence
        ),
        "anywhere": lookup is None or not lookup.facts.literal or not all(map(means_only_near, addresses)),
        "client-filter": _no_rule(case, dialled, Where.CLIENT) is None,
        "path-filter": not untold,
        "astray": _may_be_astray(case),
        "server-filter": not untold and _no_rule(case, dialled, Where.SERVER) is None,
    }
    return frozenset(what for what, holds in known.items() if holds)


def _may_be_astray(case: Case) -> bool:
    """Nobody answers there; or who answers has another name, or what the user says of the server may be against it."""
    answer = case.seen(Exchange)
    if answer is None or not answer.facts.connected or answer.facts.errno:
        return True
    tls = answer.facts.tls
    of_others = tls is not None and tls.of_others
    unexpected = bool(case.expected_addresses) and answer.facts.address not in case.expected_addresses
    return of_others or case.server_named or unexpected


def _no_rule(case: Case, dialled: Sequence[TcpAttempt | UdpAttempt], where: Where) -> Evidence[Any] | None:
    """What says that no rule of this side's packet filter refused: every address sent a RST, and there is no rule."""
    fates = tuple(case.every(PacketFate, where))
    unruled = bool(fates) and all(seen.facts.whole and not seen.facts.passages for seen in fates)
    return fates[0] if unruled and says_only_reset(dialled) else None


def says_only_reset(dialled: Sequence[TcpAttempt | UdpAttempt]) -> bool:
    """Every address was refused, and no message said by whom."""
    return bool(dialled) and all(attempt.reset for attempt in dialled)


def _far_from_sight(case: Case) -> bool:
    """The server's side cannot be looked at: none was named, and the routes lead to other machines."""
    routes = [seen.facts.is_here for seen in case.every(Route)]
    return not case.server_named and bool(routes) and not any(routes)


def with_those_of_no_rule(
    case: Case, symptom: Symptom, asked: Sequence[Cause], cleared: Sequence[Cleared]
) -> tuple[Cleared, ...]:
    """With the causes that were not loaded, for they are about rules and there are none; the usual suspects first."""
    known = {cause.slug for cause in asked}
    found = list(cleared)
    sides: tuple[tuple[Where, Presumption, Prose], ...] = (
        (Where.CLIENT, "client-filter", say("the client's packet filter has no rule")),
        (Where.SERVER, "server-filter", say("the server's packet filter has no rule")),
    )
    for where, filter_of, why in sides:
        seen = _no_rule(case, [seen.facts for seen in case.every(TcpAttempt)], where)
        if seen is not None:
            out = RuledOut((seen,), why)
            found += [Cleared(slug, out) for slug in presuming(symptom, filter_of) if slug not in known]
    usual = BEHIND.get(symptom.value, {})
    return tuple(sorted(found, key=lambda one: (-weight(one.slug, usual), one.slug)))
