"""Perl's LWP, IO::Socket and Mojolicious; Lua's LuaSocket and OpenResty; R's and Tcl's own words."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    "(connect: timeout)",
    "connect: timeout",
    "bad hostname",
    "no resolver defined",
    "cannot open url",
    "http status was",
)

NO_MORE = say("R says here only that it failed; the warning beside it says why.")
RETRIED = say(
    "The script asks again and again until its time is over: a port that refuses, a name that nobody knows and silence end in the same words."
)
SAID = (
    # shell: Bitnami's wait-for-port, wait-for-it, dockerize
    Phrase("timeout reached before the port went into state", "timed-out", "tcp", "wait-for-port", worth=MEANT, open=RETRIED),
    Phrase("timeout occurred after waiting ", "timed-out", "", "wait-for-it", worth=MEANT, open=RETRIED),
    Phrase("waiting on dependencies to become available", "timed-out", "", "dockerize", worth=MEANT, open=RETRIED),
    # Perl
    Phrase("bad hostname", "name-not-resolved", "name", "perl"),
    Phrase("connect: timeout", "timed-out", "tcp", "perl"),
    Phrase("ssl negotiation failed", "tls-failed", "tls", "perl", worth=MEANT),
    Phrase("inactivity timeout", "timed-out", "http", "perl"),
    Phrase("premature connection close", "closed", "http", "perl"),
    Phrase("which certificate authorities to trust", "tls-failed", "tls", "perl", worth=MEANT),
    Phrase("lwp failed with code", "unknown", "", "perl", worth=OPAQUE),
    Phrase("! failed to download http", "unknown", "", "cpanm", worth=OPAQUE),
    Phrase("! download http", "unknown", "", "cpanm", worth=OPAQUE),
    # Lua
    Phrase("host or service not provided, or not known", "name-not-resolved", "name", "lua", worth=MEANT),
    Phrase("no resolver defined to resolve", "name-not-resolved", "name", "nginx", worth=MEANT),
    Phrase("dns server error: ", "name-not-resolved", "name", "lua", worth=MEANT),
    Phrase("dns client error: ", "name-not-resolved", "name", "lua", worth=MEANT),
    Phrase("failed to parse domain: ", "name-not-resolved", "name", "apisix"),
    Phrase("no healthy etcd endpoint available", "unknown", "", "apisix", worth=OPAQUE),
    Phrase("data on a closed socket", "closed", "", "nginx", worth=OPAQUE),  # after whatever it was
    # R
    Phrase("the server name or address could not be resolved", "name-not-resolved", "name", "windows", worth=MEANT),
    Phrase(" != reported length ", "closed", "http", "r"),
    Phrase("unable to access index for repository", "unknown", "", "r", worth=OPAQUE, open=NO_MORE),
    Phrase("cannot open the connection to '", "unknown", "", "r", worth=OPAQUE, open=NO_MORE),
    Phrase("cannot open url '", "unknown", "", "r", worth=OPAQUE, open=NO_MORE),
)  # fmt: skip

_STATUS = pattern(r"\bHTTP status was '([45]\d\d)\b")
_NAME = pattern(
    r"(?:Bad hostname '|no resolver defined to resolve \"|dns/balancer resolve for ')([\w.-]{1,253})['\"]"
)


def read(line: str) -> Iterator[Reading]:
    """Sentences, and the name that one names."""
    name = _NAME.search(line)
    for one in phrases(SAID, line):
        yield one if name is None or one.kind != "name-not-resolved" else replace(one, host=name[1])
    yield from answered(_STATUS.search(line), of_request, CODE, client="r")
