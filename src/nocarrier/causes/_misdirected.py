"""What the causes of a connection that went to the wrong machine share: how one knows that it did.

Three things can tell, the surest first: what the user says the address should be, the addresses of the machine
that was looked at as the server, and an address in its place that does take the connection. An address that the
server does not have may still lead to it (NAT, a forwarded port), so that alone never proves anything.
"""

from __future__ import annotations

from nocarrier.causes._arrival import leads_there
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.identity import Identity, same_machine
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.other_addresses import OtherAddresses
from nocarrier.facts.private import is_loopback
from nocarrier.facts.resolver_config import ResolverConfig
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Certainty, Decider, Need, RuledOut, Symptom, on_client, on_server
from nocarrier.model.prose import say
from nocarrier.model.record import Record, replace
from nocarrier.model.shell import call

SYMPTOMS = frozenset({Symptom.REFUSED, Symptom.TIMED_OUT, Symptom.UNREACHABLE, Symptom.RESET})
"What a connection to a wrong machine can come to."
ANSWERED = frozenset({
    Symptom.TLS_FAILED, Symptom.PROTOCOL_MISMATCH, Symptom.REJECTED, Symptom.CLOSED, Symptom.NO_ANSWER,
})  # fmt: skip
"What it can come to where the wrong machine takes the connection (`someone_there`)."

WHOSE: tuple[Need, ...] = (
    *on_client(Identity, Interfaces, OtherAddresses, Exchange),
    *on_server(Identity, Interfaces, Listeners),
)
"What `by_server` reads."


class Clue(Record):
    """Why the dialled address is the wrong one, how sure that is, and the right ones as far as they are known."""

    certainty: Certainty
    right: tuple[str, ...]
    because: tuple[Evidence[Any], ...]


def resolved(case: Case) -> Evidence[Lookup] | None:
    """The look-up of a name that has addresses."""
    lookup = case.seen(Lookup)
    return lookup if lookup is not None and not lookup.facts.literal and lookup.facts.addresses else None


def someone_there(case: Case) -> bool:
    """A machine takes the connection, and does not end it with a reset. Then one in front of the server may have the
    name's address as well as a wrong one: only what the user says of the address decides."""
    exchange = case.seen(Exchange)
    return exchange is not None and exchange.facts.connected and not exchange.facts.errno


def doubted(clue: Clue, case: Case) -> Clue:
    """As sure as it may be where somebody is there."""
    if case.expected_addresses or not someone_there(case):
        return clue
    return replace(clue, certainty=Certainty.POSSIBLE)


def in_question(case: Case, lookup: Lookup) -> str:
    """The first address that was not seen to connect, or the first one where all did."""
    connected = {seen.facts.address for seen in case.every(TcpAttempt) if seen.facts.connected}
    return next((address for address in lookup.addresses if address not in connected), lookup.addresses[0])


def unexpected(case: Case, lookup: Lookup) -> tuple[str, ...]:
    """The addresses that the name has and is not meant to have."""
    expected = {_compressed(address) for address in case.expected_addresses}
    return tuple(address for address in lookup.addresses if _compressed(address) not in expected)


def by_server(case: Case, lookup: Evidence[Lookup]) -> Clue | RuledOut | None:
    """What the addresses of the server's machine say; None where the user named no server, or they are not known."""
    server = case.seen(Interfaces, Where.SERVER)
    if not case.server_named or server is None:
        return None
    from nocarrier.causes._cloud import cloud_machine

    address = in_question(case, lookup.facts)
    own = same_machine(case) if is_loopback(address) else server.facts.has(address)
    if own is None:
        return None
    if own:
        return RuledOut((server,), say("{address} is the server's own", address=address))
    cloud, arrived = cloud_machine(case), leads_there(case, address)
    if cloud is not None and address in cloud.facts.public:
        return RuledOut((cloud,), say("the cloud translates {address} to the server's own", address=address))
    if arrived is not None:
        return RuledOut((arrived,), say("what is sent to {address} arrives at the server", address=address))
    other = case.seen(OtherAddresses)
    right = other.facts.connecting("server") if other is not None else ()
    if other is not None and right:
        certainty, attempt = _with_the_servers_own(case, address, right[0])
        return Clue(certainty, right, (lookup, server, other, *attempt))
    return Clue(_without(case), right, (lookup, server))


def _with_the_servers_own(case: Case, address: str, right: str) -> tuple[Certainty, tuple[Evidence[TcpAttempt], ...]]:
    """The server's own address connects from here. Is the dialled one nobody's way to it?

    A reset, or a router's word that nobody lives there, comes from where the address leads; silence and a firewall's
    word may come from a filter in front of the very same server.
    """
    attempt = next((seen for seen in case.every(TcpAttempt) if seen.facts.address == address), None)
    if attempt is None or (_is_here(case, address) and _on_link(case, right)):
        # This machine's own address, and a server next to it: as with a container whose port is not published.
        return Certainty.LIKELY, ()
    nobody_there = attempt.facts.errno == "EHOSTUNREACH" and (
        attempt.facts.said is None or (attempt.facts.said.type, attempt.facts.said.code) in ((3, 1), (1, 3))
    )
    if attempt.facts.reset or nobody_there:
        return Certainty.PROVEN, (attempt,)
    return Certainty.LIKELY, (attempt,)


def _without(case: Case) -> Certainty:
    """The server's own address was not seen to connect: then a forwarded port is the simpler explanation."""
    from nocarrier.causes._cloud import cloud_machine

    listeners = case.seen(Listeners, Where.SERVER)
    port = case.target.port
    cloud = cloud_machine(case)
    if cloud is not None and not cloud.facts.public:
        return Certainty.POSSIBLE  # it does not tell which public address it translates to this machine's
    if listeners is None or port is None:
        return Certainty.LIKELY
    reachable = any(not listener.loopback for listener in listeners.facts.on(port))
    return Certainty.LIKELY if reachable else Certainty.POSSIBLE


def comes_back(case: Case, lookup: Lookup) -> bool:
    """A name that is not this machine's own leads to this machine itself, and nobody said that it is the server."""
    config = case.seen(ResolverConfig)
    hostname = config.facts.hostname.lower() if config is not None else ""
    name = lookup.name.removesuffix(".")
    own = name == "localhost" or name.endswith(".localhost") or name in (hostname, hostname.partition(".")[0])
    named = case.server_named or bool(case.expected_addresses)
    return not own and not named and not _welcome(case) and _is_here(case, in_question(case, lookup))


def _welcome(case: Case) -> bool:
    """A program here takes the connection, and does not say that it has another name: the line is meant to lead to it."""
    exchange = case.seen(Exchange)
    if exchange is None or not exchange.facts.connected:
        return False
    return exchange.facts.tls is None or not exchange.facts.tls.of_others


def _is_here(case: Case, address: str) -> bool:
    return is_loopback(address) or any(
        seen.facts.address == address and seen.facts.is_here for seen in case.every(Route)
    )


def _on_link(case: Case, address: str) -> bool:
    """Whether the client has an address in the same network."""
    from ipaddress import ip_address, ip_interface

    client = case.seen(Interfaces)
    links = client.facts.interfaces if client is not None else ()
    wanted = ip_address(address.partition("%")[0])
    return any(wanted in ip_interface(own).network for link in links for own in link.addresses if "%" not in own)


def _compressed(address: str) -> str:
    """The one form of an address (RFC 5952), so that two spellings are equal."""
    if ":" not in address:
        return address
    from ipaddress import IPv6Address

    bare, percent, zone = address.partition("%")
    return f"{IPv6Address(bare)}{percent}{zone}"


def what_decides(case: Case) -> tuple[Decider, ...]:
    """Who knows the right address: the nameserver, the server itself, or the user."""
    from nocarrier.causes._names import ask_directly

    name, url = case.target.host, case.target.url
    expectation = Decider(
        question=say("Is that the address that {name} is meant to have?", name=name),
        command=call(url, "--expect-address", "ADDRESS"),
    )
    if case.server_named:
        return (expectation, *ask_directly(case))
    return (
        Decider(
            question=say("Does that address belong to the server?"),
            command=call(url, "--server", "ssh://SERVER"),
        ),
        expectation,
    )
