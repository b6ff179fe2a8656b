"""Resolvers and their tools: dig, host, nslookup, systemd-resolved, unbound, BIND, dnsmasq, CoreDNS."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, SENTENCE, WORDS, ErrorClass, Reading

STEMS = (
    "status: servfail",
    "status: nxdomain",
    "status: refused",
    "server can't find ",
    " not found: ",
    "resolve call failed",
    "gethostbyname(",
)

NAME: ErrorClass = "name-not-resolved"
SAID = (
    Phrase("unable to resolve host ", "name-not-resolved", "name"),
    Phrase("no servers could be reached", NAME, "name", "dig", worth=MEANT),
    Phrase("all attempts to contact name servers or networks failed", NAME, "name", "resolved", worth=MEANT),
    Phrase("no appropriate name servers or networks for name found", NAME, "name", "resolved", worth=MEANT),
    Phrase("nslookup: can't resolve '", NAME, "name", "nslookup", worth=MEANT),
    Phrase("resolve call failed: ", NAME, "name", "resolved"),
    Phrase("dnssec validation failed", NAME, "name", "resolved", worth=MEANT),
    Phrase("connection failure for dns tcp stream: connection timed out", "timed-out", "name", "resolved", worth=MEANT),
    Phrase("connection failure for dns tcp stream: connection refused", "refused", "name", "resolved", worth=MEANT),
    Phrase("domain name not found", NAME, "name", "c-ares", worth=MEANT),
    Phrase("timeout while contacting dns servers", NAME, "name", "c-ares", worth=MEANT),
    Phrase("could not contact dns servers", NAME, "name", "c-ares", worth=MEANT),
    Phrase("dns server returned general failure", NAME, "name", "c-ares", worth=MEANT),
    Phrase("dns server returned answer with no data", NAME, "name", "c-ares", worth=MEANT),
    Phrase("gaiexception: android_getad", NAME, "name", "android"),
    Phrase("getaddrinfo() failed", NAME, "name", worth=WORDS),
    Phrase("getaddrinfo failed", NAME, "name", worth=WORDS),
    Phrase("gethostbyname() failed", NAME, "name", worth=WORDS),
    Phrase("gethostbyname failed", NAME, "name", worth=WORDS),
    Phrase("config error is refused", NAME, "name", "dnsmasq", worth=MEANT),
    Phrase("reply error is servfail", NAME, "name", "dnsmasq", worth=MEANT),
    Phrase("configured stub or forward servers failed", NAME, "name", "unbound", worth=MEANT),
    Phrase("dns request timed out", NAME, "name", "nslookup", worth=MEANT),
    Phrase("can't find server name for address", NAME, "name", "nslookup"),
    Phrase("query failed (servfail) for ", NAME, "name", "bind", worth=MEANT),
    Phrase("error: servfail <", NAME, "name", "unbound", worth=MEANT),
    Phrase("no answer from dns server", NAME, "name", "", worth=MEANT),
)  # fmt: skip

_SYSTEM = pattern(
    r"\b(?:getaddrinfo|gethostbyname)(?:\(\))? failed for '?([\w.-]{1,253})|\bgethostbyname\(([\w.-]{1,253})\) failed"
)
_HOST = pattern(r"^Host (\S{1,253}) not found: \d{1,2}\((\w{3,12})\)")
_NSLOOKUP = pattern(r"server can't find ([^\s:]{1,253}): (\w{3,12})")
_DIG = pattern(r"->>HEADER<<-.{0,40}status: (SERVFAIL|NXDOMAIN|REFUSED)")


def read(line: str) -> Iterator[Reading]:
    """Sentences, and the code of an answer."""
    yield from phrases(SAID, line)
    system = _SYSTEM.search(line)
    if system is not None:
        yield Reading(kind=NAME, worth=SENTENCE, step="name", host=system[1] or system[2], at=system.start())
    asked = _HOST.search(line) or _NSLOOKUP.search(line)
    if asked is not None:
        client = "host" if asked.re is _HOST else "nslookup"
        code: dict[str, str | int] = {"rcode": asked[2].upper()}
        yield Reading(kind=NAME, worth=MEANT, client=client, step="name", code=code, host=asked[1].rstrip("."))
    answered = _DIG.search(line)
    if answered is not None:
        yield Reading(kind=NAME, worth=SENTENCE, client="dig", step="name", code={"rcode": answered[1]})
