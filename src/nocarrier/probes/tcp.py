"""Does each address of the target take a connection on its port, and if not, who says what?

An answer may need a round trip of any length, and one lost packet is no silence. So the same question is put several
times, from sockets of their own (other source ports take other ways, and other chances), beside the first one, which
goes on waiting; then it is asked whether anybody lives there at all (`contrast`). How long silence is listened to
depends on what is heard meanwhile (`docs/decisions/0011-early-and-final-word.md`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Event, Thread

from nocarrier.facts.lookup import Lookup
from nocarrier.facts.tcp import EarlyWord, TcpAttempt
from nocarrier.machines import Dial, Dialled, Machine, Patience
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene, icmp_word
from nocarrier.probes.contrast import heard, unheard, witnesses

AFTER = (Lookup,)
MOST_ADDRESSES = 16
MOST_WITNESSED = 4
"Addresses around which is looked, where there are many."
ASKED_AT = (0.0, 0.08, 0.1, 0.12, 0.14, 0.16, 0.18)
"""Seconds at which a SYN is sent. At 20 % random loss each way all seven get lost in 0.36⁷ = 0.08 % of the runs, at 5 %
in 0.0975⁷ < 0.0001 %. All of them leave before the first packet to another port does: a host's ICMP messages are limited
to six at once (net/ipv4/icmp.c, icmp_ratelimit), and those about the port in question come first."""
WITNESSES_AT = 0.22
"Seconds: hardly any host that answers at all is further away, so that of few healthy ones other ports are tried."
ROUND_TRIPS, AT_LEAST = 4.0, 0.1
"How long each SYN is given once a host is known to live: so many of its round trips, and no fewer seconds than these."
ONE_PORT_ONLY = 1.2
"The same where only one source port may be used: the kernel repeats its SYN after 1 s (RFC 6298)."
LONGEST_WAIT = 3.15
"""Seconds: a router's host-unreachable comes at about 3.05 s, and a failed neighbour at 3.07 s
(`docs/architecture.md`, When silence is an answer)."""
UNWITNESSED_WAIT = 1.3
"Seconds for addresses around which is not looked."
LISTENED = 1.0
"Seconds after which nothing heard of a port is silence, also where the question was answered by somebody then."
EARLY = 1.9
"Seconds after which the first word on silence is said, though it may yet turn out otherwise."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """All addresses at once; one observation each, in the order in which a client tries them."""
    lookup = scene.case.seen(Lookup, where)
    port = scene.case.target.port
    if lookup is None or port is None:
        return
    addresses = lookup.facts.addresses[:MOST_ADDRESSES]
    asked = [_asked(scene, address, port, number) for number, address in enumerate(addresses, 1)]
    dials = [dial for each in asked for dial in each]
    outcomes = iter(_listened(scene, machine, addresses, dials))
    for each in asked:
        got = [next(outcomes) for _ in each]
        facts, telling = _attempted(each, got)
        yield Observation(facts, summary(facts), telling.took_ms)
        if unheard(facts):
            yield from _around(scene, facts, each, got)


def _asked(scene: Scene, address: str, port: int, number: int) -> tuple[Dial, ...]:
    """The dials of one address: those that ask, and behind them those that look around."""
    # Something must be left of the whole diagnosis to find out why.
    longest = min(LONGEST_WAIT if number <= MOST_WITNESSED else UNWITNESSED_WAIT, scene.remaining() * 0.6)
    source, source_port = _source(scene, address)
    askers = [
        Dial(
            transport="tcp",
            address=address,
            port=port,
            timeout=max(longest - after, 0.1),
            source=source,
            source_port=source_port,
            after=after,
            question=number,
            keep=True,
        )
        for after in ASKED_AT[: 1 if source_port else None]
    ]
    around = witnesses(scene, address, port, longest, WITNESSES_AT, number) if number <= MOST_WITNESSED else ()
    return (*askers, *around)


def _source(scene: Scene, address: str) -> tuple[str, int]:
    """The source address and port are bound where one was asked for and it is of this family."""
    source = scene.options.source
    return (source, scene.options.source_port) if source and (":" in source) == (":" in address) else ("", 0)


def _listened(scene: Scene, machine: Machine, addresses: Sequence[str], dials: Sequence[Dial]) -> tuple[Dialled, ...]:
    """Dial, and while nothing is heard let others do in another thread what they may do meanwhile."""
    patience = Patience(
        round_trips=ROUND_TRIPS, at_least=ONE_PORT_ONLY if any(dial.source_port for dial in dials) else AT_LEAST
    )
    over = Event()

    def meanwhile() -> None:
        if not over.wait(ASKED_AT[1]):
            scene.meanwhile(patience, addresses, over)

    helper = Thread(target=meanwhile, name="meanwhile", daemon=True)
    helper.start()
    try:
        return machine.dial(dials, patience)
    finally:
        over.set()
        helper.join()
        scene.round_trip = patience.round_trip


def _attempted(dials: Sequence[Dial], got: Sequence[Dialled]) -> tuple[TcpAttempt, Dialled]:
    """The facts of one address: of the socket that was answered, or of the first where none was."""
    asking = [at for at, dial in enumerate(dials) if not dial.witness]
    told = [at for at in asking if not (got[at].left or got[at].expired)]
    best = min(told, key=lambda at: not got[at].connected) if told else asking[0]
    begun = sum(not got[at].left or got[at].took_ms > 0 for at in asking)
    earlier = asking.index(best) if got[best].connected else 0
    return attempt(dials[best], got[best], max(begun, 1), earlier), got[best]


def _around(scene: Scene, facts: TcpAttempt, dials: Sequence[Dial], got: Sequence[Dialled]) -> Iterator[Observation]:
    """What was heard of the host apart from that, kept for the probe whose question it is; and what could be said early."""
    pairs = [
        (dial, outcome)
        for dial, outcome in zip(dials, got, strict=True)
        if dial.witness and (not outcome.left or outcome.took_ms >= LISTENED * 1e3)
    ]
    if not pairs:
        return
    contrast = heard(facts.address, "silent", pairs)
    scene.contrasts.append(contrast)
    if contrast.round_trip_ms:
        scene.round_trip = contrast.round_trip_ms / 1e3
    if contrast.silent and facts.waited_ms >= EARLY * 1e3:
        early = EarlyWord(address=facts.address, port=facts.port, after_ms=EARLY * 1e3, others=len(contrast.others))
        yield Observation(early, early_summary(early), EARLY * 1e3)


def attempt(dial: Dial, dialled: Dialled, asked: int = 1, passed_over: int = 0) -> TcpAttempt:
    """The facts of one dialled address; ``asked`` sockets had sent a SYN by the end, ``passed_over`` of them before it."""
    return TcpAttempt(
        address=dial.address,
        port=dial.port,
        connected=dialled.connected,
        stage=dialled.stage,
        errno=dialled.errno if not dialled.connected else "",
        expired=dialled.expired and not dialled.connected,
        waited_ms=dialled.took_ms,
        local_address=dialled.local_address,
        local_port=dialled.local_port,
        said=icmp_word(dialled),
        asked=asked,
        passed_over=passed_over,
    )


def summary(facts: TcpAttempt) -> Prose:
    """What happened, in a line."""
    there = endpoint(facts.address, facts.port)
    if facts.passed_over:
        return say(
            "{there} takes connections; {count} attempts before had no answer", there=there, count=facts.passed_over
        )
    if facts.connected:
        return say("{there} takes connections", there=there)
    if facts.said is not None:
        return say(
            "ICMP type {type} code {code} from {origin}",
            type=facts.said.type,
            code=facts.said.code,
            origin=facts.said.origin,
        )
    if facts.reset:
        return say("RST from {there}, no ICMP message", there=there)
    if facts.expired and facts.asked > 1:
        return say(
            "no answer from {there} to any of {count} attempts in {seconds} s",
            there=there,
            count=facts.asked,
            seconds=round(facts.waited_ms / 1e3, 1),
        )
    if facts.expired:
        return say("no answer from {there} in {seconds} s", there=there, seconds=round(facts.waited_ms / 1e3, 1))
    return say("{there}: {errno} at {stage}", there=there, errno=facts.errno, stage=facts.stage)


def early_summary(facts: EarlyWord) -> Prose:
    """What was known by then."""
    return say(
        "nothing heard of {address} on any of {count} ports: what is sent there is dropped, or no machine is there",
        address=facts.address,
        count=facts.others + 1,
    )
