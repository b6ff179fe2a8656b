"""Does somebody answer in place of every server?

A portal takes whatever is sent to any address, or lets its nameserver give every name its own address. So two things are
asked that no server can answer: an address that nobody has, and a name that cannot exist. Whoever answers them with the
same page stands in the way of everything. Without a portal these packets go nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.exchange import Exchange, HttpReply
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.portal import LOGIN_REQUIRED, REDIRECTS, Control, Portal
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Machine, Step, Talk
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.probes import Observation, Scene
from nocarrier.readings.redirects import authority_of, leads_away, page_of
from nocarrier.wire.http_reply import decode_http_reply
from nocarrier.wire.requests import host_header, http_request

AFTER = (Exchange, Lookup, TcpAttempt)
WAITS = True
NOBODYS_ADDRESS = {4: "192.0.2.1", 6: "2001:db8::1"}
NOBODYS_NAME = "portal-check.nocarrier.invalid"
HTTP = 80
LEAST, MOST = 0.06, 0.6
"Seconds for an answer: four round trips of the target, which is farther away than what stands in front of it."
ANNOUNCED = "/run/systemd/netif/links"
"Where systemd-networkd writes down what the network told it of each link (CAPTIVE_PORTAL, RFC 8910)."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation where the target's answer may be a portal's; else nothing."""
    exchange = scene.case.seen(Exchange)
    if exchange is None or not suspicious(exchange.facts, scene.case.target.host):
        return
    http = exchange.facts.http
    location = http.header("location") if http is not None and http.status in REDIRECTS else ""
    facts = Portal(
        controls=_asked(scene, machine, exchange.facts.address, exchange.facts.port, sent_on=bool(location)),
        login=page_of(location) if authority_of(location) else "",
        announced=_announced(machine),
    )
    yield Observation(facts, summary(facts))


def suspicious(exchange: Exchange, host: str) -> bool:
    """What came may be a portal's: sent elsewhere, told to log in, a page in place of another protocol, or TLS that is
    not the server's."""
    http = exchange.http
    if http is not None:
        if http.status == LOGIN_REQUIRED or (exchange.foreign and http.status == 200):
            return True
        return http.status in REDIRECTS and leads_away(http.header("location"), host)
    return exchange.tls is not None and not exchange.tls.done


def _asked(scene: Scene, machine: Machine, address: str, port: int, *, sent_on: bool) -> tuple[Control, ...]:
    """``sent_on``: the target's answer leads elsewhere. Else nobody waits for a nameserver."""
    round_trip = min(
        (one.facts.waited_ms for one in scene.case.every(TcpAttempt) if one.facts.connected), default=0.0
    )
    wait = scene.remaining(min(MOST, max(LEAST, 4 * round_trip / 1e3)))
    nobody = NOBODYS_ADDRESS[6 if ":" in address else 4]
    controls = [Control(kind="address", name=nobody, address=nobody, port=one) for one in dict.fromkeys((port, HTTP))]
    lookup = scene.case.seen(Lookup)
    if lookup is not None and not lookup.facts.literal and sent_on:
        named = machine.resolve(NOBODYS_NAME, scene.remaining(MOST)).addresses
        controls += [Control(kind="name", name=NOBODYS_NAME, address=named[0], port=HTTP)] if named else []
    talked = machine.converse([_talk(one, wait) for one in controls])
    replies = [decode_http_reply(one.heard[0].received) if one.heard else None for one in talked]
    return tuple(_with(one, reply) for one, reply in zip(controls, replies, strict=True))


def _talk(control: Control, wait: float) -> Talk:
    asked = http_request(host_header(control.name, control.port, "http"), "/")
    return Talk(
        address=control.address,
        port=control.port,
        timeout=wait,
        steps=(Step(send=asked, until=b"\r\n\r\n", most=4096, seconds=max(wait, 0.5), expect=b"HTTP/1."),),
    )


def _with(control: Control, reply: HttpReply | None) -> Control:
    if reply is None:
        return control
    location = reply.header("location") if reply.status in REDIRECTS else ""
    return replace(control, status=reply.status, leads_to=authority_of(location))


def _announced(machine: Machine) -> str:
    for link in machine.listdir(ANNOUNCED)[:32]:
        for line in machine.read(f"{ANNOUNCED}/{link}", 1 << 14).text.splitlines():
            name, _, value = line.partition("=")
            if name == "CAPTIVE_PORTAL" and value:
                return page_of(value)
    return ""


def summary(facts: Portal) -> Prose:
    """Who answered what nobody can."""
    control = facts.answered
    if control is not None and control.leads_to:
        return say("{name}, which nobody has, leads to {host}, too", name=control.name, host=control.leads_to)
    if control is not None:
        return say("{name}, which nobody has, answers: log in", name=control.name)
    return say("nobody answers in place of {name}", name=facts.controls[0].name if facts.controls else "?")
