"""What to look at where no cause of the catalogue explains what was seen."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.causes._both_ends import is_here, with_the_server
from nocarrier.facts.exchange import Exchange
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Decider
from nocarrier.model.prose import say
from nocarrier.model.target import endpoint


def closer_look(case: Case) -> Iterator[Decider]:
    """Commands that show more than this program does."""
    seen = case.seen(Exchange)
    if seen is not None and seen.facts.tls is not None and not seen.facts.tls.done and not seen.facts.tls.plain:
        name, there = seen.facts.tls.server_name, endpoint(seen.facts.address, seen.facts.port)
        # A literal address is no server name (RFC 6066, section 3).
        named = "" if ":" in name or name.replace(".", "").isdigit() else f" -servername {name}"
        yield Decider(
            question=say("Which certificates does it show, and how does the handshake go?"),
            command=f"openssl s_client -connect {there}{named} -showcerts </dev/null",
        )
    seen_there = case.server_named or is_here(case.target.host)
    if not seen_there and case.target.transport == "tcp" and case.target.misshapen is None:
        yield with_the_server(case, say("What is seen on the server's side?"), user="root")
