"""Is a dialled address that of an edge: of a content delivery network, an accelerator, the router of a hosting platform?

By the published range that holds it, and by the names that the target is an alias of. Where one of them says so, or where
plain HTTP was seen open beside the dialled port, the address itself is asked: edges sign their answers.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.contrast import Contrast
from nocarrier.facts.dns import Dns
from nocarrier.facts.edge import Edge
from nocarrier.facts.edges import Provider, by_name, by_signature, provider
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.neighbourhood import Neighbourhood
from nocarrier.facts.private import private_block
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.target import bracketed
from nocarrier.probes import Observation, Scene

AFTER = (Lookup, TcpAttempt, Dns, Contrast, Neighbourhood)
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
        if found is not None or _open(scene, attempt.address):
            facts = _asked(scene, machine, attempt.address, found)
            if facts is not None:
                yield Observation(facts, summary(facts))
            return


def recognised(address: str, names: tuple[str, ...]) -> Edge | None:
    """The edge that this is by its range or by one of the names; None where neither says so."""
    if address == "::1" or address.startswith(NOWHERE):
        return None
    ranges = {} if private_block(address) else _ranges(address)
    name, one = next(((name, one) for name in names if (one := by_name(name))), ("", None))
    slug = one.slug if one is not None else next(iter(ranges), "")
    if not slug:
        return None
    prefix, as_of = ranges.get(slug, ("", ""))
    return Edge(address=address, slug=slug, prefix=prefix, as_of=as_of, name=name.rstrip("."))


def _ranges(address: str) -> dict[str, tuple[str, str]]:
    """Provider → its range that holds the address, and the day of that list."""
    from nocarrier.probes._edge_ranges import known

    return {slug: (prefix, found.as_of) for slug, found in known() if (prefix := found.find(address))}


def _open(scene: Scene, address: str) -> bool:
    """Whether the port of plain HTTP was seen to take connections, by those that look around the dialled one."""
    around, near = scene.case.seen(Contrast), scene.case.seen(Neighbourhood)
    return (
        around is not None
        and around.facts.address == address
        and any(other.port == PORT and other.how == "open" for other in around.facts.others)
    ) or (near is not None and near.facts.address == address and PORT in near.facts.open)


def _names(scene: Scene) -> Iterator[str]:
    """The target's own name, and those that it is an alias of (CNAME), the nearest first."""
    lookup, dns = scene.case.seen(Lookup), scene.case.seen(Dns)
    if lookup is None or lookup.facts.literal:
        return
    yield scene.case.target.host
    if dns is not None:
        yield from (name for answer in dns.facts.answers for name in answer.chain)
    yield lookup.facts.canonical


def _asked(scene: Scene, machine: Machine, address: str, edge: Edge | None) -> Edge | None:
    """The same with the header by which the address itself says what it is, where it does.

    Without another sign only the header that names the answering program counts: the others are passed on by a server
    that fetched its answer from an edge.
    """
    from nocarrier.wire.first_bytes import printable

    headers = _headers(scene, machine, address)
    one = edge.provider if edge is not None else by_signature(headers)
    if one is None:
        return None
    word = printable(_word(one, headers).encode("latin-1", "replace"))
    if edge is None:
        return Edge(address=address, slug=one.slug, word=word, asked=PORT)
    return replace(edge, word=word, asked=PORT) if word else edge


def _headers(scene: Scene, machine: Machine, address: str) -> dict[str, str]:
    """Of the answer to one request over plain HTTP; none where it gave no such answer."""
    from nocarrier.wire.http_reply import decode_http_reply

    dial = Dial(
        transport="tcp",
        address=address,
        port=PORT,
        timeout=scene.for_an_answer(0.3, CONNECT),
        source=scene.source_toward(address),
        send=_request(scene.case.target.host),
        receive=MOST_BYTES,
        receive_for=scene.remaining(ANSWER),
        settle=SETTLE,
    )
    (got,) = machine.dial((dial,))
    reply = decode_http_reply(got.received)
    return {name: value.lower() for name, value in reply.headers.items()} if reply is not None else {}


def _word(one: Provider, headers: dict[str, str]) -> str:
    """The first header of this provider's among those that came."""
    for name, value in one.words:
        if headers.get(name, "").startswith(value) and name in headers:
            return f"{name}: {headers[name]}"
    return ""


def _request(host: str) -> bytes:
    """RFC 9110, section 9.3.2. The name tells an edge whose server is meant."""
    named = bracketed(host)
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
