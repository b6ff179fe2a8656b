"""dnspython: what its resolver raises is about the name that was asked for, not about a server that was dialled."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.integrations.clients.client import Client, Frame
from nocarrier.integrations.clients.looking import at, names, text
from nocarrier.readings.messages.reading import MEANT, Reading

RCODES = {
    "dns.resolver.NXDOMAIN": "NXDOMAIN",
    "dns.resolver.NoAnswer": "NODATA",
    "dns.resolver.NoNameservers": "SERVFAIL",
    "dns.resolver.YXDOMAIN": "YXDOMAIN",
    "dns.resolver.LifetimeTimeout": "TIMEOUT",
    "dns.exception.Timeout": "TIMEOUT",
}
"Exception → the response code (RFC 1035, section 4.1.1; NODATA: RFC 2308), or what came in its place."


def _read(exception: BaseException) -> Iterator[Reading]:
    """The name that did not become an address, and what the resolver answered."""
    code = next((RCODES[name] for name in names(exception) if name in RCODES), "")
    if code:
        ways = ("kwargs.qnames.0", "kwargs.request.question.0.name", "kwargs.response.question.0.name")
        asked = next(filter(None, (text(at(exception, way)) for way in ways)), "")
        yield Reading(
            kind="name-not-resolved", worth=MEANT, step="name", code={"dns": code}, host=asked.rstrip(".")[:253]
        )


CLIENT = Client(
    name="dnspython",
    read=_read,
    frames={
        "dns.resolver:Resolver.resolve": Frame(name="qname", step="name"),
        "dns.asyncresolver:Resolver.resolve": Frame(name="qname", step="name"),
    },
)
