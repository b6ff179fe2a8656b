"""What the causes about languages share: which one the client speaks, which one it heard, and how surely.

The client's own attempt says that it did not work (`Exchange`), a second look in other languages what would have worked
(`Openings`). Both are needed: bytes that only one of them saw may be a whim of the moment.

What was heard says what the port at that address speaks. Whether that is the machine that was meant is another matter:
with an address that was typed it is, with a name only where its address is known to be right, or the server's side has
it. And an answer of HTTP or TLS may come from something in between (a proxy, an edge, a portal): one that owns to that,
or leads to another host, leaves it open. So does a connection that the server, where it was looked at, does not have on
the dialled port: it is sent on.
"""

from __future__ import annotations

from nocarrier.causes._listening import dialled_the_server, elsewhere, look_at_the_server
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.identity import Identity
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.landing import Landing
from nocarrier.facts.listeners import Listener, Listeners
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.openings import Opened, Openings
from nocarrier.facts.services import DEFAULT_PORT, PROTOCOL, SHOWN, WRAPPED
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Certainty, Decider, Need, on_client, on_server
from nocarrier.model.prose import say
from nocarrier.model.record import Record, replace
from nocarrier.model.shell import call
from nocarrier.model.target import endpoint

SPEECH: tuple[Need, ...] = (
    *on_client(Openings, Exchange, Identity, Lookup),
    *on_server(Identity, Interfaces, Landing, Listeners),
)
"What `speech` and `whose` read."

WEB = frozenset({"http", "websocket", "http2", "grpc"})
OVER_HTTP = frozenset({"elasticsearch", "clickhouse", "etcd", "docker"})
"Services that speak HTTP: that it is HTTP does not make them another protocol."
KIN = (frozenset({"smtp", "lmtp"}), frozenset({"http2", "grpc"}))

SCHEMES = {"http": "http", "websocket": "ws", "http2": "h2c", "grpc": "grpc"}
WRAPPED_SCHEMES = {protocol: scheme for scheme, protocol in WRAPPED.items() if protocol != "tls"}


class Speech(Record, kw_only=True):
    """What the client spoke and what it met.

    ``wanted`` is the client's protocol, inside TLS where ``wrapped``; ``heard`` the port's, inside TLS where ``tls``.
    ``heard`` is empty where it is not known, and then ``said`` the beginning of what came. ``sure``: the bytes are
    unmistakable. ``answer`` is the opening that it was heard on.
    """

    exchange: Evidence[Exchange]
    openings: Evidence[Openings]
    wanted: str
    wrapped: bool
    heard: str = ""
    tls: bool = False
    sure: bool = False
    software: str = ""
    said: str = ""
    answer: Opened | None = None

    @property
    def there(self) -> str:
        """``address:port``."""
        return endpoint(self.openings.facts.address, self.openings.facts.port)

    @property
    def because(self) -> tuple[Evidence[Exchange], Evidence[Openings]]:
        """What it rests on."""
        return self.exchange, self.openings

    @property
    def in_between(self) -> bool:
        """Something between client and server may have given this answer: it says so, or leads elsewhere."""
        if self.answer is None or not (self.heard in WEB or self.tls):
            return False
        moved = self.answer.location
        return bool(self.answer.intermediary or (moved and moved != self.openings.facts.address))


def speech(case: Case) -> Speech | None:
    """What was spoken and heard; None where the attempt went well, or nobody looked further."""
    exchange, openings = case.seen(Exchange), case.seen(Openings)
    if exchange is None or openings is None or (exchange.facts.fine and not exchange.facts.doubtful):
        return None
    same = (exchange.facts.address, exchange.facts.port) == (openings.facts.address, openings.facts.port)
    if not same or exchange.facts.turned_away is not None or exchange.facts.unmade:
        return None
    scheme = case.target.scheme
    wrapped = scheme in WRAPPED
    wanted = WRAPPED.get(scheme) or PROTOCOL.get(scheme, "") or (scheme if scheme in ("text", "frame") else "")
    return _heard(Speech(exchange=exchange, openings=openings, wanted=wanted, wrapped=wrapped))


def _heard(met: Speech) -> Speech:
    """With what the port speaks: by what it was asked, else by what the client's own attempt heard."""
    spoken, inside = met.openings.facts.spoken, met.openings.facts.inside
    if spoken is not None and spoken.protocol == "tls":
        if inside is None:
            return replace(met, tls=True, sure=spoken.sure, answer=spoken)
        return replace(
            met, heard=inside.protocol, tls=True, sure=inside.sure, software=inside.software, answer=inside
        )
    if spoken is not None:
        return replace(met, heard=spoken.protocol, sure=spoken.sure, software=spoken.software, answer=spoken)
    own = met.exchange.facts
    said = next((one.says for one in met.openings.facts.outside if one.size), own.excerpt)
    return replace(met, heard=own.spoke if own.foreign else "", said=said)


def kin(one: str, other: str) -> bool:
    """The same language, or such that a client of one gets along in the other."""
    return one == other or any(one in group and other in group for group in KIN)


def whose(case: Case, met: Speech) -> Certainty:
    """How surely what was heard there is what the server that was meant speaks."""
    address = met.openings.facts.address
    if not met.sure or met.in_between or elsewhere(case, address) or sent_astray(case) is not None:
        return Certainty.LIKELY
    return Certainty.PROVEN if meant(case, address) else Certainty.LIKELY


def meant(case: Case, address: str) -> bool:
    """The address is the one that was meant: it was typed, or is known to be the name's, or the server's own."""
    lookup = case.seen(Lookup)
    if lookup is None or lookup.facts.literal or address in case.expected_addresses:
        return True
    if lookup.facts.name.removesuffix(".") == "localhost":
        return True
    return (
        dialled_the_server(case, address) is True and listener_there(case, case.target.port or 0, address) is not None
    )


def sent_astray(case: Case) -> Evidence[Landing] | None:
    """What says that a connection to the dialled port does not end there on the machine that was looked at."""
    landing = case.seen(Landing, Where.SERVER)
    return landing if landing is not None and landing.facts.astray else None


def listener_there(case: Case, port: int, address: str) -> Listener | None:
    """Who takes the connections to it, where the server's side was looked at, and they come to it."""
    seen = case.seen(Listeners, Where.SERVER)
    if seen is None or sent_astray(case) is not None:
        return None
    return next(iter(seen.facts.taking(address, port)), None)


def url(case: Case, protocol: str, *, tls: bool = False, port: int | None = None) -> str:
    """The target as a URL of another protocol; empty where there is no scheme for it."""
    scheme = WRAPPED_SCHEMES.get(protocol, "") if tls else SCHEMES.get(protocol, protocol)
    if scheme not in DEFAULT_PORT:
        return ""
    path = case.target.path if protocol in WEB or protocol in OVER_HTTP else ""
    return replace(case.target, path=path).at(scheme=scheme, port=port)


def shown(protocol: str) -> str:
    """How it is written."""
    return SHOWN.get(protocol, protocol)


def whose_name(case: Case, met: Speech) -> tuple[Decider, ...]:
    """What decides where it is only likely: who listens there, and whether it is the machine that was meant."""
    if sent_astray(case) is not None:
        return (_comes_in(met),)
    lookup = case.seen(Lookup)
    if lookup is not None and not lookup.facts.literal and met.sure and not met.in_between:
        address = met.openings.facts.address
        question = say("Is {address} the machine that {name} is meant to be?", address=address, name=case.target.host)
        return (Decider(question=question, command=call(case.target.url, "--expect-address", address)),)
    return who_listens(case)


def _comes_in(met: Speech) -> Decider:
    port = met.openings.facts.port
    return Decider(
        question=say("On that machine: do connections for {port} come in, or are they sent on before?", port=port),
        command=f"tcpdump -ni any tcp port {port}",
    )


def who_listens(case: Case) -> tuple[Decider, ...]:
    """What decides what a port speaks: the program that listens there, by name where the server's side was looked at."""
    exchange, port = case.seen(Exchange), case.target.port or 0
    here = exchange is not None and exchange.facts.loopback
    if case.seen(Listeners, Where.SERVER) is None and not here:
        return look_at_the_server(case)
    question = say("What is the program that listens on {port}, and what is it to speak?", port=port)
    return (Decider(question=question, command=f"ss -ltnp 'sport = :{port}'"),)
