"""Who answered the client's own request? Read from the answer that it got; nothing is asked again."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.intermediaries import WORDS
from nocarrier.facts.testimony import Testimony
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.wire.testimony import retry_after, witnesses

AFTER = (Exchange,)


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, where the answer was one of HTTP."""
    exchange = scene.case.seen(Exchange)
    reply = exchange.facts.http if exchange is not None else None
    if exchange is None or reply is None:
        return
    headers = reply.headers.items()
    facts = Testimony(
        address=exchange.facts.address,
        port=exchange.facts.port,
        status=reply.status,
        reason=reply.reason,
        witnesses=witnesses(reply.status, headers, reply.body),
        retry_after=retry_after(headers),
    )
    yield Observation(facts, summary(facts))


def summary(facts: Testimony) -> Prose:
    """Who says what, in a line."""
    speaker, front = facts.speaker, facts.front
    if speaker is not None and speaker.says and speaker.label:
        return say(
            "{status}, in the words of {who}: {words}",
            status=facts.status,
            who=speaker.label,
            words=WORDS[speaker.says],
        )
    if speaker is not None and speaker.says:
        return say("{status}, in whose words: {words}", status=facts.status, words=WORDS[speaker.says])
    if speaker is not None and speaker.label:
        return say("{status}, from {who} itself", status=facts.status, who=speaker.label)
    if front is not None:
        return say("{status}, through {who}", status=facts.status, who=front.label)
    named = facts.witnesses[0].label if facts.witnesses else ""
    if named:
        return say("{status}, from {who}", status=facts.status, who=named)
    return say("{status}; nothing in the answer says whose it is", status=facts.status)
