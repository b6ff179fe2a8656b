"""Is a dialled address that of an edge: of a content delivery network, an accelerator, the router of a hosting platform?

By the published range that holds it, and by the names that the target is an alias of. Where one of them says so, the
address itself is asked: edges sign their answers to plain HTTP. Where neither does, nothing is sent anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.dns import Dns
from nocarrier.facts.edge import Edge
from nocarrier.facts.edges import Provider, by_name, provider
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.private import private_block
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.probes import Observation, Scene

AFTER = (Lookup, TcpAttempt, Dns)
WAITS = True
PORT = 80
"Plain HTTP is answered there by every edge, were it with a redirect or a refusal."
CONNECT, ANSWER, SETTLE = 1.0, 1.0, 0.05
"Seconds."
MOST_BYTES = 8192
NOWHERE = ("0.", "127.", "198.18.", "198.19.")
"Beginnings of addresses that no edge has: this machine, and those that tunnels make up (RFC 2544)."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation for the first address that failed, or else that was dialled, if it is an edge's."""
    tried = [seen.facts for seen in scene.case.every(TcpAttempt)]
    names = tuple(_names(scene))
    for attempt in sorted(tried, key=lambda one: one.connected):
        found = recognised(attempt.address, names)
        if found is not None:
            facts = _asked(scene, machine, found)
            yield Observation(facts, summary(facts))
            return


def recognised(address: str, names: tuple[str, ...]) -> Edge | None:
    """The edge that this is by its range or by one of the names; None where neither says so."""
    if private_block(address) or address == "::1" or address.startswith(NOWHERE):
        return None
    from nocarrier.probes._edge_ranges import known

    ranges = {slug: (prefix, found.as_of) for slug, found in known() if (prefix := found.find(address))}
    name, one = next(((name, one) for name in names if (one := by_name(name))), ("", None))
    slug = one.slug if one is not None else next(iter(ranges), "")
    if not slug:
        return None
    prefix, as_of = ranges.get(slug, ("", ""))
    return Edge(address=address, slug=slug, prefix=prefix, as_of=as_of, name=name.rstrip("."))


def _names(scene: Scene) -> Iterator[str]:
    """The target's own name, and those that it is an alias of (CNAME), the nearest first."""
    lookup, dns = scene.case.seen(Lookup), scene.case.seen(Dns)
    if lookup is None or lookup.facts.literal:
        return
    yield scene.case.target.host
    if dns is not None:
        yield from (name for answer in dns.facts.answers for name in answer.chain)
    yield lookup.facts.canonical


def _asked(scene: Scene, machine: Machine, edge: Edge) -> Edge:
    """The same with the header by which the address itself says what it is, where it does."""
    from nocarrier.wire.first_bytes import printable
    from nocarrier.wire.http_reply import decode_http_reply

    dial = Dial(
        transport="tcp",
        address=edge.address,
        port=PORT,
        timeout=scene.for_an_answer(0.3, CONNECT),
        source=scene.source_toward(edge.address),
        send=_request(scene.case.target.host),
        receive=MOST_BYTES,
        receive_for=scene.remaining(ANSWER),
        settle=SETTLE,
    )
    (got,) = machine.dial((dial,))
    reply = decode_http_reply(got.received)
    if reply is None:
        return edge
    word = _word(edge.provider, {name: value.lower() for name, value in reply.headers.items()})
    return replace(edge, word=printable(word.encode("latin-1", "replace")), asked=PORT) if word else edge


def _word(one: Provider, headers: dict[str, str]) -> str:
    """The first header of this provider's among those that came."""
    for name, value in one.words:
        if headers.get(name, "").startswith(value) and name in headers:
            return f"{name}: {headers[name]}"
    return ""


def _request(host: str) -> bytes:
    """RFC 9110, section 9.3.2. The name tells an edge whose server is meant."""
    named = f"[{host}]" if ":" in host else host
    return f"HEAD / HTTP/1.1\r\nHost: {named}\r\nUser-Agent: nocarrier\r\nConnection: close\r\n\r\n".encode()


def summary(facts: Edge) -> Prose:
    """What it is and how that is known, in a line."""
    one = provider(facts.slug)
    label = one.label if one is not None else facts.slug
    known = [
        say("its published range {prefix} of {date}", prefix=facts.prefix, date=facts.as_of)
        if facts.prefix
        else None,
        say("the name {name}", name=facts.name) if facts.name else None,
        say("its own answer on port {port} ({word})", port=facts.asked, word=facts.word) if facts.word else None,
    ]
    signs = [sign for sign in known if sign is not None]
    joined = signs[0]
    for sign in signs[1:]:
        joined = say("{one}, {other}", one=joined, other=sign)
    return say("{address} is an edge of {provider}: {signs}", address=facts.address, provider=label, signs=joined)
