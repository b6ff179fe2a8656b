"""The interface that leads there is down

What it is
----------
The network interface over which the destination is reached is switched off, or has no carrier: no cable, no wireless
network, the other end of a virtual cable gone, the VPN program behind a tunnel ended. A link that is switched off
takes its routes with it.

What you see
------------
"Network is unreachable" (ENETUNREACH) or "No route to host" (EHOSTUNREACH) at once; with a carrier that is missing
while the link is switched on, silence or "No route to host" after three seconds.

How it is told apart
--------------------
The link's own state is read: switched on or off by the administrator, carrier or none. It is the root where its
network holds the destination, where the route leads over it, or where no other link is up at all. Where others are
up and only the route is missing, it may be no-route instead.

What to do
----------
Switch the link on; where it is on and has no carrier, look at its other end. Routes that were set by hand have to be
added again; a network manager does so by itself.
"""

from __future__ import annotations

from nocarrier.causes.client._ways import LOOPBACK, down_link, is_down, lost, route_to
from nocarrier.facts.interfaces import Interface, Interfaces
from nocarrier.facts.private import is_loopback
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.uplink import Uplink
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Decider,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    Symptom,
    on_client,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import quoted

KINDS_OF_FORBIDDING = {"EINVAL", "EHOSTUNREACH", "EACCES"}
"The kernel's look-up says these for a route that forbids, never for a link that is down."


def judge(case: Case) -> Judgement:
    """The route leads over a link that is down, or there is none and a link that is down is in the way."""
    links = case.seen(Interfaces)
    if links is None:
        return Silent()
    over = _over_a_dead_link(case, links)
    if over is not None:
        return over
    found = lost(case)
    if found is None or found[1].facts.errno in KINDS_OF_FORBIDDING:
        return Silent()
    attempt, route = found
    asleep = down_link(links.facts, attempt.facts.address)
    if asleep is None:
        return RuledOut((links,), say("no link that could lead there is down"))
    link, sure = asleep
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=_summary(link, attempt.facts.address),
        because=(attempt, route, links),
        fixes=_fixes(link, case.seen(Uplink)),
        decided_by=() if sure else (_ask(link),),
    )


def _over_a_dead_link(case: Case, links: Evidence[Interfaces]) -> Judgement | None:
    """Silence, or nobody at the next hop, and the route's own link has no carrier. None where that is not it."""
    attempts = tuple(case.every(TcpAttempt))
    for attempt in attempts:
        route = route_to(case, attempt.facts.address)
        if route is None or route.facts.errno or not _unanswered(attempt.facts):
            continue
        # With loopback off, packets to the machine itself go to the default route, if there is one.
        itself = route.facts.is_here or is_loopback(attempt.facts.address)
        name = LOOPBACK if itself else route.facts.device
        link = next((link for link in links.facts.interfaces if link.name == name), None)
        if link is not None and is_down(link):
            return Found(
                certainty=Certainty.PROVEN if len(attempts) == 1 else Certainty.LIKELY,
                summary=_summary(link, attempt.facts.address),
                because=(attempt, route, links),
                fixes=_fixes(link, case.seen(Uplink)),
                decided_by=() if len(attempts) == 1 else (_ask(link),),
            )
    return None


def _unanswered(attempt: TcpAttempt) -> bool:
    return attempt.expired or attempt.errno in ("ETIMEDOUT", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH")


def _ask(link: Interface) -> Decider:
    return Decider(
        question=say("Does it connect once {link} is up?", link=link.name),
        command=f"ip -d link show {quoted(link.name)}",
    )


def _summary(link: Interface, address: str) -> Prose:
    own = ", ".join(own for own in link.addresses if not own.startswith("fe80:"))
    shown = say("{link} ({own})", link=link.name, own=own) if own else say("{link}", link=link.name)
    if link.up:
        return say(
            "{link} is switched on but has no carrier, so nothing can leave toward {address}.",
            link=shown,
            address=address,
        )
    return say("{link} is switched off, and with it the way to {address}.", link=shown, address=address)


def _fixes(link: Interface, uplink: Evidence[Uplink] | None) -> tuple[Fix, ...]:
    if link.up:
        return (
            Fix(
                where="client",
                text=say(
                    "Look at the other end of {link}: the cable and the switch's port, the wireless network, the "
                    "program or namespace behind a virtual link.",
                    link=link.name,
                ),
                commands=(f"ip -d link show {quoted(link.name)}",),
            ),
        )
    switch_on = Fix(
        where="client",
        text=say("Switch it on:"),
        commands=(f"ip link set {quoted(link.name)} up",),
        risk=say(
            "Routes through a gateway on it, the default route too, went with it and do not come back by themselves, nor do"
            " its IPv6 addresses."
        ),
    )
    manager = uplink.facts.manager if uplink else ""
    command = BY_MANAGER.get(manager, "").replace("LINK", quoted(link.name))
    if not command:
        return (switch_on,)
    again = Fix(
        where="client",
        text=say("Or let {manager} do it, which also sets its addresses and routes again:", manager=manager),
        commands=(command,),
    )
    return (switch_on, again)


BY_MANAGER = {
    "NetworkManager": "nmcli device connect LINK",
    "systemd-networkd": "networkctl up LINK && networkctl reconfigure LINK",
    "ifupdown": "ifup --force LINK",
}
"How each network manager brings a link up with all that belongs to it."

PROVEN = Expected(verdict="interface-down", certainty="proven")
ON_THE_LINK = router(daemons=(http_server("::", 8080),))


def _done_to_client(name: str, target: str, *commands: str, router_does: tuple[str, ...] = ()) -> Scenario:
    return Scenario(
        name=name,
        hosts=(
            router(
                daemons=(http_server("::", 8080),), commands=tuple(tuple(command.split()) for command in router_does)
            ),
            server(daemons=(http_server("::", 8080),)),
            client(commands=tuple(tuple(command.split()) for command in commands), packages=("iproute2",)),
        ),
        target=target,
        both_ends=None,
        client_alone=PROVEN,
    )


SCENARIO = _done_to_client("switched-off", "tcp://10.10.0.1:8080", "ip link set eth0 down")

VARIANTS = (
    _done_to_client("switched-off-and-off-link", "tcp://10.20.0.5:8080", "ip link set eth0 down"),
    _done_to_client("switched-off-ipv6", "tcp://[fd20::5]:8080", "ip link set eth0 down"),
    _done_to_client("no-carrier", "tcp://10.20.0.5:8080", "true", router_does=("ip link set eth0 down",)),
    _done_to_client("loopback-off", "tcp://127.0.0.1:8080", "ip link set lo down"),
)

NEAR_MISSES = (
    Scenario(
        name="another-link-is-down",
        hosts=(
            client(
                commands=(
                    ("ip", "link", "add", "spare0", "type", "veth", "peer", "name", "spare1"),
                    ("ip", "address", "add", "192.168.77.1/24", "dev", "spare0"),
                ),
                packages=("iproute2",),
            ),
            router(),
            server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="another-link-is-down-and-no-route",
        hosts=(
            client(
                gateways=(),
                commands=(
                    ("ip", "link", "add", "spare0", "type", "veth", "peer", "name", "spare1"),
                    ("ip", "address", "add", "192.168.77.1/24", "dev", "spare0"),
                ),
                packages=("iproute2",),
            ),
            router(),
            server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="no-route"),
        client_alone=Expected(verdict="no-route"),
    ),
)

CAUSE = Cause(
    slug="interface-down",
    title=say("The interface that leads there is down"),
    symptoms=frozenset({Symptom.UNREACHABLE, Symptom.TIMED_OUT, Symptom.ADDRESS_UNAVAILABLE}),
    look_alikes=frozenset({"no-route", "route-forbids"}),
    needs=on_client(Route, Interfaces, Uplink),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
