"""Where the server's own rules send a connection on to (DNAT, REDIRECT), when the one it was dialled for is not it.

sent on to a port of the machine itself     its own listeners on that port decide
to a container whose listeners are seen     those decide
to another machine                          whatever runs there decides, and nobody has looked
"""

from __future__ import annotations

from nocarrier.causes._listening import Refusal, dialled_the_server, server_listeners
from nocarrier.facts.containers import Container, Containers
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.listeners import Listener
from nocarrier.facts.packet_fate import NamedRule, PacketFate
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Decider
from nocarrier.model.prose import say
from nocarrier.model.record import Record
from nocarrier.model.shell import call
from nocarrier.model.target import endpoint, ssh_place


class SentOn(Record):
    """The rule, where it sends to (``address`` empty: the machine itself), and who listens on that port there."""

    because: tuple[Evidence[Any], ...]
    rule: NamedRule
    address: str
    port: int
    listeners: tuple[Listener, ...] | None
    "On that port; None where nobody looked."
    container: Container | None = None

    @property
    def there(self) -> str:
        """``172.17.0.2:80``, or ``8081`` on the machine itself."""
        return endpoint(self.address, self.port) if self.address else str(self.port)


def sent_on(case: Case, refused: Refusal) -> SentOn | None:
    """Where rules of the server, which owns the dialled address, certainly send this connection; None: nowhere."""
    fates = (seen for seen in case.every(PacketFate, Where.SERVER) if seen.facts.address == refused.address)
    for seen in fates:
        for passage in seen.facts.passages:
            address, _, port = passage.sent_to.rpartition(":")
            known = passage.what == "syn" and passage.sent_by is not None and not passage.doubts
            if known and port.isdigit() and address != "?" and dialled_the_server(case, refused.address):
                assert passage.sent_by is not None
                return _met(case, seen, passage.sent_by, address, int(port), refused.port)
    return None


def _met(case: Case, seen: Evidence[PacketFate], rule: NamedRule, address: str, port: int, dialled: int) -> SentOn:
    own, interfaces = server_listeners(case), case.seen(Interfaces, Where.SERVER)
    if own is not None and interfaces is not None and (not address or interfaces.facts.has(address)):
        return SentOn((seen, own, interfaces), rule, "", port, own.facts.on(port))
    for held in case.every(Containers, Where.SERVER):
        for container in held.facts.containers:
            if container.listeners is not None and _leads_to(container, address, port, dialled):
                return SentOn((seen, held), rule, address, port, container.on(port), container)
    return SentOn((seen,), rule, address, port, None)


def _leads_to(container: Container, address: str, port: int, dialled: int) -> bool:
    """By its address, or, where its engine does not tell that, by the port that it publishes."""
    published = any(one.host_port == dialled and one.port == port for one in container.published)
    return address in container.addresses or (published and not container.addresses)


def dial_it_there(case: Case, moved: SentOn) -> tuple[Decider, ...]:
    """Who takes it where it is sent to is seen from the server's machine."""
    place = ssh_place(case.target.scoped_host or moved.address)
    return (
        Decider(
            question=say("Does a program at {there} take connections from that machine?", there=moved.there),
            command=call(f"tcp://{moved.there}", "--from", place),
        ),
    )
