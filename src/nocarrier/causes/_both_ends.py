"""The command that most often decides: the same diagnosis, with a look at the server's side."""

from __future__ import annotations

from nocarrier.facts.private import is_loopback
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Decider
from nocarrier.model.prose import Prose
from nocarrier.model.shell import call
from nocarrier.model.target import ssh_place

LONGER = "30"
"Seconds in which everything can be looked at."


def is_here(host: str) -> bool:
    """Its server's side is this machine, by its form: there is nobody to log in to."""
    return is_loopback(host) or host == "localhost"


def with_the_server(case: Case, question: Prose, *, address: str = "", user: str = "") -> Decider:
    """The target once more, its machine entered over ssh; ``address`` is that machine where the target names none. The
    server's side of loopback is here, and what it lacked was time."""
    if is_here(case.target.host or address):
        return Decider(question=question, command=call(case.target.url, "--timeout", LONGER))
    place = ssh_place(case.target.scoped_host or address, user)
    return Decider(question=question, command=call(case.target.url, "--server", place))
