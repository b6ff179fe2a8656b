"""What to look at where no cause of the catalogue explains what was seen."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.causes._both_ends import is_here, with_the_server
from nocarrier.facts.exchange import Exchange
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Decider
from nocarrier.model.prose import say
from nocarrier.model.shell import joined
from nocarrier.model.target import looks_like_address


def closer_look(case: Case) -> Iterator[Decider]:
    """Commands that show more than this program does."""
    seen = case.seen(Exchange)
    if seen is not None and seen.facts.tls is not None and not seen.facts.tls.done and not seen.facts.tls.plain:
        name, there = seen.facts.tls.server_name, seen.facts.there
        # A literal address is no server name (RFC 6066, section 3).
        names = ("-verify_ip", name) if looks_like_address(name) else ("-servername", name, "-verify_hostname", name)
        asked = joined(("openssl", "s_client", "-connect", there, *names, "-verify_return_error", "-showcerts"))
        yield Decider(
            question=say("Which certificates does it show, and how does the handshake go?"),
            command=f"{asked} </dev/null",
        )
    seen_there = case.server_named or is_here(case.target.host)
    if not seen_there and case.target.transport == "tcp" and case.target.misshapen is None:
        yield with_the_server(case, say("What is seen on the server's side?"), user="root")
