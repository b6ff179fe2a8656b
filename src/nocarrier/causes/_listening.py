"""What the causes about listeners share: the attempts in question, and which listener would have taken them."""

from __future__ import annotations

from nocarrier.facts.identity import Identity, same_machine
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.listeners import Listener, Listeners, is_loopback
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Decider, Need, on_client, on_server
from nocarrier.model.prose import say

WHOSE_ADDRESS: tuple[Need, ...] = (*on_client(Identity), *on_server(Identity, Interfaces))
"What `dialled_the_server` reads."


def reset(case: Case) -> Evidence[TcpAttempt] | None:
    """The first address that was refused by a RST, with no ICMP message: a host says that nobody listens."""
    return next((seen for seen in case.every(TcpAttempt) if seen.facts.reset), None)


def server_listeners(case: Case) -> Evidence[Listeners] | None:
    """The listeners of the server's machine, where it was looked at."""
    return case.seen(Listeners, Where.SERVER)


def dialled_the_server(case: Case, address: str) -> bool | None:
    """Whether the dialled address is the server's own; None where its addresses are not known.

    False does not yet say that the wrong machine was dialled: an address may be translated on the way (NAT).
    """
    if is_loopback(address):
        return same_machine(case)
    interfaces = case.seen(Interfaces, Where.SERVER)
    if interfaces is None:
        return None
    return interfaces.facts.has(address)


def bound(listener: Listener) -> str:
    """``php (pid 812) on 127.0.0.1:2345`` in parts that a sentence takes: here the program's name and pid."""
    program = listener.program
    return f"{program.name} (pid {program.pid})" if program else ""


def look_at_the_server(case: Case) -> tuple[Decider, ...]:
    """The command that decides: the same diagnosis, with the server's side."""
    target = case.target
    address = next((seen.facts.address for seen in case.every(TcpAttempt)), target.host)
    return (
        Decider(
            question=say(
                "Does a program listen on {port} on that machine, and on which address?", port=target.port or 0
            ),
            command=f"nocarrier {target.url} --server ssh://{target.host or address}",
        ),
        Decider(
            question=say("Or, on that machine itself: who listens on {port}?", port=target.port or 0),
            command=f"ss -ltnp 'sport = :{target.port}'",
        ),
    )
