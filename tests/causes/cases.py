"""Cases put together by hand: what was dialled, and what the server's machine looks like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nocarrier.facts.identity import Identity
from nocarrier.facts.interfaces import Interface, Interfaces
from nocarrier.facts.listeners import Listener, Listeners, Program
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Evidence, Facts, Where
from nocarrier.model.prose import say
from nocarrier.readings.target import is_address, parse_target

SERVER_ADDRESSES = ("127.0.0.1/8", "::1/128", "10.20.0.5/24", "10.20.0.6/24", "fd20::5/64")


def seen(facts: Facts, where: Where = Where.CLIENT, number: int = 0) -> Evidence[Any]:
    """One piece of evidence."""
    return Evidence(id=f"e{number}", probe="test", where=where, took_ms=0.1, summary=say("seen"), facts=facts)


def attempts(**outcomes: str) -> tuple[TcpAttempt, ...]:
    """``{"10.20.0.5": "ECONNREFUSED", "fd20::5": ""}``; an empty outcome is a connection."""
    return tuple(
        TcpAttempt(address=address, port=8080, connected=not errno, errno=errno)
        for address, errno in outcomes.items()
    )


def listening(*bound: str, v6only: bool | None = False, program: Program | None = None) -> tuple[Listener, ...]:
    """Listeners on port 8080 of these addresses, all of one program."""
    return tuple(
        Listener(address=address, port=8080, v6only=v6only if ":" in address else None, program=program)
        for address in bound
    )


def made(
    outcomes: dict[str, str],
    listeners: Sequence[Listener] | None = None,
    *,
    same_machine: bool = False,
    own: Sequence[str] | None = SERVER_ADDRESSES,
    extra: Sequence[Evidence[Any]] = (),
    target: str = "",
) -> Case:
    """A case on port 8080: what the attempts came to, and the server's listeners (None: nobody looked)."""
    first = next(iter(outcomes))
    text = target or f"tcp://[{first}]:8080".replace("[", "" if ":" not in first else "[").replace(
        "]", "" if ":" not in first else "]"
    )
    parsed = parse_target(text)
    evidence = [seen(Lookup(name=parsed.host, addresses=tuple(outcomes), literal=is_address(parsed.host)))]
    evidence += [seen(attempt) for attempt in attempts(**outcomes)]
    local = same_machine or all(address.startswith("127.") or address == "::1" for address in outcomes)
    evidence += [seen(Route(address=address, kind="local" if local else "unicast")) for address in outcomes]
    if listeners is not None:
        evidence.append(seen(Listeners(listeners=tuple(listeners), programs_seen=True), Where.SERVER))
        evidence.append(seen(Identity(boot="b", namespace="client" if not same_machine else "server")))
        evidence.append(seen(Identity(boot="b", namespace="server"), Where.SERVER))
        if own is not None:
            link = Interface(name="eth0", up=True, carrier=True, addresses=tuple(own))
            evidence.append(seen(Interfaces(interfaces=(link,)), Where.SERVER))
    numbered = [seen(item.facts, item.where, number) for number, item in enumerate((*evidence, *extra), 1)]
    return Case(target=parsed, evidence=tuple(numbered), server_named=listeners is not None and not same_machine)
