"""Would the server take the WebSocket handshake in another version, or without the subprotocols that were asked for?

Only where its answer leaves that open: subprotocols were asked for, or the answer is one of those with which a server
turns down a version (RFC 6455, section 4.4), or names versions itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.handshakes import VERSION, WITHOUT, Handshakes, Retried
from nocarrier.facts.services import WRAPPED
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Machine, Step, Talk, Talked, Tls
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Options, Scene
from nocarrier.probes.exchange import planned, read, request

AFTER = (TcpAttempt, Exchange)
WAITS = True
VERSION_FIELD = "Sec-WebSocket-Version"
OLD = "8"
"The last draft that was widely spoken (hybi-10); its handshake differs in the version and in the name of the Origin."
SECONDS = 1.5


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, of the address that the client's own handshake went to."""
    own = scene.case.seen(Exchange)
    if own is None or own.facts.protocol != "websocket" or own.facts.http is None or own.facts.upgraded:
        return
    changed = dict(_changes(own.facts, scene.options))
    if not changed:
        return
    attempt = next(seen.facts for seen in scene.case.every(TcpAttempt) if seen.facts.address == own.facts.address)
    talks = [_talk(scene, attempt, other) for other in changed.values()]
    retried = [
        _outcome(scene, change, other, talked, own.facts)
        for (change, other), talked in zip(changed.items(), machine.converse(talks), strict=True)
    ]
    facts = Handshakes(address=own.facts.address, port=own.facts.port, retried=tuple(retried))
    yield Observation(facts, summary(facts))


def _changes(own: Exchange, options: Options) -> Iterator[tuple[str, Options]]:
    """What is worth changing, and the options with which it is said."""
    if options.subprotocols:
        yield WITHOUT, replace(options, subprotocols=())
    for version in own.other_versions or _to_try(own):
        others = tuple(header for header in options.headers if header[0].lower() != VERSION_FIELD.lower())
        yield VERSION + version, replace(options, headers=(*others, (VERSION_FIELD, version)))


def _to_try(own: Exchange) -> tuple[str, ...]:
    """Where the server names none: the one that everybody speaks, or an older one."""
    if own.http is None or own.http.status not in (400, 426, 501):
        return ()
    return ("13",) if own.version != "13" else (OLD,)


def _talk(scene: Scene, attempt: TcpAttempt, options: Options) -> Talk:
    """The client's own conversation with these options."""
    target = scene.case.target
    tls = Tls(server_name=target.host, alpn=("http/1.1",)) if target.scheme in WRAPPED else None
    head = Step(
        tls=tls, send=request(target, options), until=b"\r\n\r\n", seconds=scene.remaining(SECONDS), expect=b"HTTP/1."
    )
    return replace(planned(scene, attempt), kept=False, steps=(head,))


def _outcome(scene: Scene, change: str, options: Options, talked: Talked, own: Exchange) -> Retried:
    facts = read(scene.case.target, options, talked, address=own.address, port=own.port)
    return Retried(change=change, upgraded=facts.upgraded, status=facts.http.status if facts.http else 0)


def summary(facts: Handshakes) -> Prose:
    """What helped, in a line."""
    there = endpoint(facts.address, facts.port)
    without = facts.made(WITHOUT)
    if without is not None and without.upgraded:
        return say("{there} accepts the same handshake without a subprotocol", there=there)
    if facts.versions:
        return say("{there} accepts the handshake in version {version}", there=there, version=facts.versions[0])
    return say("{there} accepts the handshake neither so nor otherwise", there=there)
