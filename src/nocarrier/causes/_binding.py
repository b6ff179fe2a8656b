"""The fix that lets a program listen on another address."""

from __future__ import annotations

from nocarrier.facts.listeners import Listener
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Fix
from nocarrier.model.prose import say
from nocarrier.model.target import endpoint


def wildcard_for(address: str) -> str:
    """The address that stands for every address of the family: ``0.0.0.0``, or ``::``."""
    return "::" if ":" in address else "0.0.0.0"


def bind_to(case: Case, listener: Listener, address: str) -> Fix:
    """Let the program behind this listener listen on ``address`` in place of where it does."""
    return Fix(
        where="server",
        text=say(
            "Bind the program to {there} in place of {bound}, and restart it.",
            there=endpoint(address, listener.port),
            bound=listener.address,
        ),
        risk=say("Then it answers on every address of that machine; a firewall decides who may."),
    )
