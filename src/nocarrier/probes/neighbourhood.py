"""Does the service answer on another port of the same address: a near one, or a usual one of its scheme?

It is asked where the target's port is closed, and where something answers on it that is not what was meant.
First every candidate is dialled at once, and the open ones are given a moment to greet, for there are servers that
punish a client which speaks first. Those that keep silent are then asked, on a socket of their own, the one harmless
thing that a client of the target's scheme would say. Both rounds are bounded in time and bytes by `Machine.dial`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.neighbourhood import Neighbourhood, Spoken, slips
from nocarrier.facts.services import PROTOCOL, SHOWN, USUAL_PORTS, implied_scheme
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Dialled, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.probes import Observation, Scene
from nocarrier.wire import FIRST_BYTES

AFTER = (TcpAttempt, Exchange, Listeners)
WAIT, SHORTEST_WAIT = 0.5, 0.12
"Seconds to connect, at most and at least."
GREETING = 0.3
"Seconds in which servers that speak first have spoken."
SETTLE = 0.05
"Seconds of quiet after first bytes: a greeting comes in one piece."
ANSWER = 0.7
"Seconds for the answer to a question."
MOST_LISTENERS = 32
MOST_REJECTED = 3
"""Guesses where an ICMP message refused the target's port. Whoever sent it sends six at once and then one a second
(net/ipv4/icmp.c, icmp_ratelimit): more guesses would be silent, and so would the next diagnosis be at first."""


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation: which candidates are open, and what they speak."""
    attempts = [seen.facts for seen in scene.case.every(TcpAttempt)]
    refused = next((attempt for attempt in attempts if attempt.refused), None) or _misunderstood(scene, attempts)
    if refused is None:
        return
    scheme = implied_scheme(scene.case.target.scheme, refused.port)
    listened = _listened(scene, refused)
    guessed = candidates(refused.port, scheme)[: MOST_REJECTED if refused.said else None]
    tried = tuple(port for port in dict.fromkeys((*guessed, *listened)) if port != refused.port)
    greeting = GREETING if PROTOCOL.get(scheme) else 0.0
    dials = {port: _dial(scene, refused, port, greeting) for port in tried}
    opened = {port: got for port, got in _dialled(machine, dials).items() if got.connected}
    facts = Neighbourhood(
        address=refused.address,
        tried=tried,
        open=tuple(opened),
        spoken=tuple(_spoken(scene, machine, scheme, {port: dials[port] for port in opened}, opened)),
    )
    wanted = PROTOCOL.get(scheme, "")
    speaking = tuple(spoken.port for spoken in facts.spoken if wanted and spoken.protocol == wanted)
    facts = replace(facts, speaking=speaking)
    yield Observation(facts, summary(facts))


def _misunderstood(scene: Scene, attempts: Sequence[TcpAttempt]) -> TcpAttempt | None:
    """The attempt that was taken, where what answered is not what the target's scheme promises."""
    seen = scene.case.seen(Exchange)
    wanted = PROTOCOL.get(scene.case.target.scheme, "")
    if seen is None or not seen.facts.connected or wanted in ("", "tls", "http"):
        return None
    facts = seen.facts
    other = bool(facts.spoke) and facts.spoke != wanted
    if not (other if wanted != "websocket" else other or (facts.http is not None and not facts.upgraded)):
        return None
    return next((one for one in attempts if one.connected and one.address == facts.address), None)


def _dial(scene: Scene, refused: TcpAttempt, port: int, greeting: float) -> Dial:
    """Connect, and listen for a greeting: where no protocol is meant, what an open port speaks decides nothing."""
    source = scene.options.source
    # The host answers within a round trip, as it did on the target's port; what is silent here is filtered.
    wait = min(WAIT, max(5 * refused.waited_ms / 1e3, SHORTEST_WAIT))
    return Dial(
        transport="tcp",
        address=refused.address,
        port=port,
        timeout=scene.remaining(wait),
        source=source if source and (":" in source) == (":" in refused.address) else "",
        receive=FIRST_BYTES if greeting else 0,
        receive_for=scene.remaining(greeting) if greeting else 0.0,
        settle=SETTLE,
    )


def _dialled(machine: Machine, dials: dict[int, Dial]) -> dict[int, Dialled]:
    return dict(zip(dials, machine.dial(tuple(dials.values())), strict=True)) if dials else {}


def _spoken(
    scene: Scene, machine: Machine, scheme: str, dials: dict[int, Dial], greeted: dict[int, Dialled]
) -> Iterable[Spoken]:
    """What every open port speaks: its greeting, or else its answer."""
    wanted = PROTOCOL.get(scheme, "")
    if not dials or not wanted:
        yield from (Spoken(port=port) for port in dials)  # nothing was asked, and nothing waited for
        return
    from nocarrier.wire.first_bytes import recognise
    from nocarrier.wire.openings import question

    target = scene.case.target
    asked = question(wanted, target.host, target.path)
    # One that answered and hung up has no more to say.
    silent = {
        port: replace(dial, send=asked, receive_for=scene.remaining(ANSWER))
        for port, dial in dials.items()
        if asked and not greeted[port].received
    }
    answers = _dialled(machine, silent)
    for port in dials:
        received = greeted[port].received or (answers[port].received if port in answers else b"")
        found = recognise(received, asked if port in answers else b"")
        yield Spoken(port=port, protocol=found.protocol, said=bool(received), software=found.software)


def _listened(scene: Scene, refused: TcpAttempt) -> tuple[int, ...]:
    """Where the server's side says that somebody takes connections to this address."""
    listeners = scene.case.seen(Listeners, Where.SERVER)
    if listeners is None:
        return ()
    taking = (found.port for found in listeners.facts.listeners if found.takes(refused.address) is not False)
    return tuple(dict.fromkeys(taking))[:MOST_LISTENERS]


def candidates(port: int, scheme: str) -> tuple[int, ...]:
    """Ports that are mistaken for this one: near numbers, slips of a digit, and the usual ones of the scheme."""
    near = [port + step for distance in range(1, 4) for step in (-distance, distance)]
    found = [*near, *slips(port), *USUAL_PORTS.get(scheme, ())]
    return tuple(dict.fromkeys(number for number in found if 0 < number < 65536 and number != port))


def summary(facts: Neighbourhood) -> Prose:
    """What was found, in a line."""
    if not facts.open:
        return say("none of {count} likely ports takes connections", count=len(facts.tried))
    shown = ", ".join(f"{spoken.port} ({SHOWN.get(spoken.protocol, spoken.protocol)})" if spoken.protocol else str(spoken.port)
                      for spoken in facts.spoken)  # fmt: skip
    return say("{ports} take connections, of {count} ports tried", ports=shown, count=len(facts.tried))
