"""The program listens on IPv4 and IPv6 was dialled, or the reverse

What it is
----------
The program takes connections on one address family only, and the client dials the other. Most often the name
localhost is tried as ::1 first, while a program that is bound to 127.0.0.1 or 0.0.0.0 listens on IPv4 only; or a
program is bound to [::] with IPV6_V6ONLY set, and IPv4 is dialled.

What you see
------------
"Connection refused" on [::1] or another IPv6 address, while the IPv4 address of the same machine connects, or the
reverse. Clients that try every address of a name work, those that stop at the first do not.

How it is told apart
--------------------
The server's table of listeners shows the port bound in the other family, and for [::] whether it is IPv6 only. From
the client alone one family that is refused and another that connects fits, but a firewall of one family and a name
whose addresses belong to different machines look the same. Where IPv6 alone was dialled, a refusal leaves it possible.

What to do
----------
Dial the family that is listened on (127.0.0.1 in place of localhost), or let the program listen on both: [::] takes
IPv4 too unless IPV6_V6ONLY is set (ipv6(7)).
"""

from __future__ import annotations

from nocarrier.causes._binding import WHAT_HOLDS_IT, dial, listen_everywhere, who
from nocarrier.causes._listening import (
    WHOSE_ADDRESS,
    Meeting,
    Refusal,
    another_row,
    dialled_the_server,
    judged,
    perhaps,
    refusal,
)
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.private import is_loopback
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Cause, Fix, Judgement, Silent, Symptom, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Host, Scenario, client, http_server, router, server


def judge(case: Case) -> Judgement:
    """A reset in one family, and listeners (or from the client alone: a connection) in the other."""
    refused = refusal(case)
    if refused is None:
        return Silent()
    if refused.listeners is None:
        return _from_the_client(case, refused)
    if refused.met not in (Meeting.OTHER_FAMILY, Meeting.UNKNOWN):
        return another_row(refused)
    if dialled_the_server(case, refused.address) is False:
        return Silent()  # an address may have been translated to one of the other family
    return judged(case, refused, _summary(case, refused), _fixes(case, refused))


def _from_the_client(case: Case, refused: Refusal) -> Judgement:
    other = _connected(case, refused)
    if not other:
        return _ipv4_only(case, refused)
    summary = say(
        "{address} refuses on {port} and {other} connects: the program may listen on IPv{family} only.",
        address=refused.address,
        port=refused.port,
        other=other,
        family=_other_family(refused),
    )
    return perhaps(case, refused, summary)


def _ipv4_only(case: Case, refused: Refusal) -> Judgement:
    """IPv6 was dialled and nothing else: a program that listens on 0.0.0.0 refuses it so. One that takes IPv6 alone is rare
    enough to leave it to the server's side."""
    if is_loopback(refused.address) or any(seen.facts.family == 4 for seen in case.every(TcpAttempt)):
        return Silent()
    return perhaps(
        case, refused, say("A program takes connections on {port}, but over IPv4 only.", port=refused.port)
    )


def _connected(case: Case, refused: Refusal) -> str:
    """An address of the other family that took the connection, or empty."""
    attempts = (seen.facts for seen in case.every(TcpAttempt))
    family = _other_family(refused)
    return next((attempt.address for attempt in attempts if attempt.connected and attempt.family == family), "")


def _other_family(refused: Refusal) -> int:
    return 4 if refused.attempt.facts.family == 6 else 6


def _summary(case: Case, refused: Refusal) -> Prose:
    program = who(case, refused.nearest)
    family, other = refused.attempt.facts.family, _other_family(refused)
    if program:
        return say(
            "{program} listens on {there}, that is IPv{other} only, and IPv{family} was dialled: {address}.",
            program=program,
            there=refused.shown,
            other=other,
            family=family,
            address=refused.address,
        )
    return say(
        "The program listens on {there}, that is IPv{other} only, and IPv{family} was dialled: {address}.",
        there=refused.shown,
        other=other,
        family=family,
        address=refused.address,
    )


def _fixes(case: Case, refused: Refusal) -> tuple[Fix, ...]:
    address = _reachable(case, refused)
    bind = listen_everywhere(case, refused.nearest, refused.attempt.facts.family)
    if not address:
        return (bind,)
    return (dial(case, address), bind)


def _reachable(case: Case, refused: Refusal) -> str:
    """The address of the other family at which this client reaches the program, or empty where none is known."""
    if is_loopback(refused.address):
        return "::1" if _other_family(refused) == 6 else "127.0.0.1"
    connected = _connected(case, refused)
    if connected:
        return connected
    single = [listener.bare for listener in refused.here if not (listener.any_address or listener.loopback)]
    if single:
        return single[0]
    interfaces = case.seen(Interfaces, Where.SERVER)
    own = interfaces.facts.addresses if interfaces else ()
    return next((address for address in own if _dialable(address, _other_family(refused))), "")


def _dialable(address: str, family: int) -> bool:
    """An address that another machine can dial: of that family, neither loopback nor link-local (RFC 4291)."""
    return (6 if ":" in address else 4) == family and not is_loopback(address) and not address.startswith("fe80:")


SCENARIO = Scenario(
    name="ipv4-only-dialled-by-ipv6",
    hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
    target="tcp://[fd20::5]:8080",
    both_ends=Expected(verdict="wrong-address-family", certainty="proven"),
    client_alone=Expected(verdict="server-not-listening", certainty="possible"),
)

V6ONLY = """\
import socket, time
listener = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
listener.bind(("::", 8080))
listener.listen(16)
time.sleep(3600)
"""


def _localhost(bind: str) -> Host:
    """A client that is its own server, on whose machine localhost is ::1 first."""
    return client(files={"hosts": "::1 localhost\n127.0.0.1 localhost\n"}, daemons=(http_server(bind, 8080),))


VARIANTS = (
    Scenario(
        name="localhost-is-ipv6-first",
        hosts=(_localhost("127.0.0.1"),),
        target="http://localhost:8080",
        both_ends=Expected(verdict="wrong-address-family", certainty="proven", outcome="degraded"),
        client_alone=Expected(verdict="wrong-address-family", certainty="proven", outcome="degraded"),
        server="client",
    ),
    Scenario(
        name="ipv6-only-dialled-by-ipv4",
        hosts=(
            client(),
            router(),
            server(
                daemons=(Daemon(argv=("{python}", "server.py"), files={"server.py": V6ONLY}, ready="tcp:8080"),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="wrong-address-family", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="both-families-with-one-socket",
        hosts=(client(), router(), server(daemons=(http_server("::", 8080),))),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="loopback-dialled-by-ipv6",
        hosts=(client(), router(), server(daemons=(http_server("127.0.0.1", 8080),))),
        target="tcp://[fd20::5]:8080",
        both_ends=Expected(verdict="listening-on-loopback-only", certainty="proven"),
    ),
)

CAUSE = Cause(
    slug="wrong-address-family",
    title=say("The program listens on IPv4 and IPv6 was dialled, or the reverse"),
    symptoms=frozenset({Symptom.REFUSED}),
    look_alikes=frozenset(
        {"server-not-listening", "wrong-port", "listening-on-loopback-only", "listening-on-other-address"}
    ),
    needs=(*on_server(Listeners), *WHOSE_ADDRESS, *WHAT_HOLDS_IT),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    degrades=True,
)
