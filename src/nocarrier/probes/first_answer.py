"""Does the peer take the connection, and answer?

One more connection to the first address that took one, over which the first message of the target's protocol goes, or
on which the server's greeting is waited for. Any byte is an answer. A target without a protocol (``tcp``) promises no
byte; there only a peer that hangs up at once is noticed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from nocarrier.facts.first_answer import FirstAnswer, TurnedAway
from nocarrier.facts.services import PROTOCOL, SHOWN
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Dialled, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import Target, endpoint
from nocarrier.probes import Observation, Scene

AFTER = (TcpAttempt,)
PATIENCE = 3.0
"Seconds for the first byte."
TRIES, TRY, ROUND_TRIPS = 7, 0.25, 4.0
"""How often the connection is tried, and the seconds for each, or round trips where that is more: it was made a moment
ago, so what is lost now is lost at random, and the next packet has another chance (`probes/tcp.py`)."""
LONGER = {"smtp": 6.5}
"""Mail servers let clients wait before they greet, to tell those that do not: postscreen_greet_wait is 6 s (postconf(5)),
sendmail's greet_pause 5 s."""
SETTLE = 0.001
"Seconds after the first bytes for more of them: what a server says on being asked comes in one piece."
HANGING_UP, LONGEST_HANGING_UP = 0.004, 0.02
"Seconds, over two round trips, in which a peer that hangs up at once has done it; and the most that is waited."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, of the address that a client would use."""
    attempt = next((seen.facts for seen in scene.case.every(TcpAttempt) if seen.facts.connected), None)
    if attempt is None:
        return
    dial = planned(scene, attempt)
    facts = _tried(scene.case.target, machine, dial)
    if facts.hung_up:
        # A listener that takes one connection only (``nc -l``) resets what came just before it closed.
        facts = _tried(scene.case.target, machine, dial)
    yield Observation(facts, summary(facts))


def _tried(target: Target, machine: Machine, dial: Dial) -> FirstAnswer:
    for _ in range(TRIES):
        started = time.perf_counter()
        (dialled,) = machine.dial([dial])
        if dialled.connected or not dialled.expired:
            break
    lasted = (time.perf_counter() - started) * 1e3 - dialled.took_ms
    return answer(target, dial, dialled, lasted)


def awaited(target: Target) -> tuple[str, bytes]:
    """The protocol whose first bytes are due, and what is said to have them; both empty where none are due."""
    protocol = PROTOCOL.get(target.scheme, "")
    if not protocol:
        return "", b""
    from nocarrier.wire.openings import GREETING, opening

    said = opening(protocol, target.host, target.path)
    return (protocol, said) if said or protocol in GREETING else ("", b"")


def planned(scene: Scene, attempt: TcpAttempt) -> Dial:
    """The connection on which the answer is waited for."""
    protocol, said = awaited(scene.case.target)
    # Something must be left of the whole diagnosis to find out why nothing came.
    longest = scene.remaining() * 0.65
    hanging_up = min(HANGING_UP + 2 * attempt.waited_ms / 1e3, LONGEST_HANGING_UP)
    source = scene.options.source
    bound = bool(source) and (":" in source) == (":" in attempt.address)
    return Dial(
        transport="tcp",
        address=attempt.address,
        port=attempt.port,
        timeout=min(PATIENCE, longest, max(TRY, ROUND_TRIPS * attempt.waited_ms / 1e3)),
        source=source if bound else "",
        source_port=scene.options.source_port if bound else 0,
        send=said,
        receive=1024,
        receive_for=min(LONGER.get(protocol, PATIENCE), longest) if protocol else hanging_up,
        settle=SETTLE,
    )


def answer(target: Target, dial: Dial, dialled: Dialled, lasted: float) -> FirstAnswer:
    """The facts of one connection; ``lasted`` is how long it stood, in milliseconds."""
    protocol, said = awaited(target)
    expired = dialled.expired and not dialled.received
    waits = dial.receive_for if dialled.connected else dial.timeout * TRIES
    return FirstAnswer(
        address=dial.address,
        port=dial.port,
        protocol=protocol,
        asked=bool(said),
        connected=dialled.connected,
        errno=dialled.errno if not dialled.received else "",
        expired=expired,
        closed=dialled.closed and not dialled.received,
        waited_ms=round(waits * 1e3 if expired else max(lasted, 0.0), 1),
        size=len(dialled.received),
        turned_away=_turned_away(dialled.received, protocol),
        local_address=dialled.local_address,
        local_port=dialled.local_port,
    )


def _turned_away(received: bytes, protocol: str) -> TurnedAway | None:
    if not received or not protocol:
        return None
    from nocarrier.wire.turned_away import turned_away

    return turned_away(received, protocol)


def summary(facts: FirstAnswer) -> Prose:
    """What came, in a line."""
    there = endpoint(facts.address, facts.port)
    if not facts.connected:
        return say(
            "a second connection to {there} is not made: {errno}", there=there, errno=facts.errno or "ETIMEDOUT"
        )
    if facts.errno:
        return say("{there} takes the connection and resets it, without a word", there=there)
    if facts.closed:
        return say("{there} takes the connection and closes it, without a word", there=there)
    if facts.silent:
        protocol = SHOWN.get(facts.protocol, facts.protocol)
        seconds = round(facts.waited_ms / 1e3, 1)
        if facts.asked:
            return say(
                "no byte came back in {seconds} s after a first message of {protocol}",
                seconds=seconds,
                protocol=protocol,
            )
        return say("no greeting of {protocol} in {seconds} s", seconds=seconds, protocol=protocol)
    if facts.turned_away is not None:
        return say("{there} says: {text}", there=there, text=facts.turned_away.text or facts.turned_away.code)
    if facts.size:
        return say("{there} answers", there=there)
    return say("{there} keeps the connection", there=there)
