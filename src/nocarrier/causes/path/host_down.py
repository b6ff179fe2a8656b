"""Nothing lives at the address

What it is
----------
No machine answers for the address: it is switched off, it has another address now, or its cable or virtual network is
not connected.

What you see
------------
"No route to host" (EHOSTUNREACH) after about three seconds, or "Connection timed out" where no router says so.

How it is told apart
--------------------
On the client's own link the kernel asks for the hardware address (ARP, neighbour solicitation) three times, and
nobody answers, while the link is up. With ARP that is proof. Over IPv6 the question is an ICMPv6 packet, which the
host's own packet filter may swallow, so there it is likely. Behind a router the same shows as
an ICMP message "host unreachable" from it, which comes after those three seconds; one that comes at once was made by
a rule or a route. It may still be the next router that is gone and not the host. Where nothing is said at all, a
filter that swallows everything looks the same; but a host whose own filter does it mostly says of a packet whose options
are wrong that it came (RFC 792, parameter problem), for that is looked at before the filter is asked.

What to do
----------
Start the machine, or dial the address that it has now. Where the machine runs and its link is down, bring that up. On the link, look whether its cable, port and virtual network
are the client's.
"""

from __future__ import annotations

from nocarrier.causes._arrival import NOT_THERE, WATCHED, finds_nobody
from nocarrier.causes._attempts import Attempt, attempts
from nocarrier.causes._path_lab import far_router, near_router
from nocarrier.causes._silence import (
    AROUND_SILENCE,
    SILENCE,
    answered_elsewhere,
    contrast,
    heard_of,
    look_for_its_packets,
    neighbour_toward,
    owned_by_the_server,
    route_to,
    silent,
    unreachable,
)
from nocarrier.facts.interfaces import Interface, Interfaces
from nocarrier.facts.neighbour import Neighbour
from nocarrier.facts.tcp import IcmpWord
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Cause, Certainty, Decider, Fix, Found, Judgement, RuledOut, Silent, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import quoted

NO_WAY = ((4, 3, 0), (6, 1, 0))
"Network unreachable, no route to destination: the same places."
ASKING_MS = 1000.0
"""A router that asks on its link answers after its third question, about 3 s later (RFC 4861, section 7.2.2: three
times one second); a rule or a route answers at once."""


def judge(case: Case) -> Judgement:
    """From the nearest witness outward: the own link, a router, silence."""
    unplugged = _unplugged(case)
    if unplugged is not None:
        return unplugged
    for seen in attempts(case):
        neighbour = neighbour_toward(case, seen.facts.address)
        if neighbour is not None and neighbour.facts.missing:
            # A router that is gone is gone, however well the server behind it is.
            living = owned_by_the_server(case, seen.facts.address) if neighbour.facts.on_link else None
            return living or _missing(case, seen, neighbour)
    stopped = unreachable(case)
    if stopped is not None and stopped[1] is not None:
        return _said(case, stopped[0], stopped[1])
    attempt = silent(case)
    return Silent() if attempt is None else _sent_to_nobody(case, attempt) or _unheard(case, attempt)


def _sent_to_nobody(case: Case, attempt: Attempt) -> Judgement | None:
    """Other ports of the server are reached, and of this one a router says that it finds nobody."""
    seen = finds_nobody(case, attempt.facts.address)
    if seen is None:
        return None
    words: dict[str, str | int | float | Prose] = {"port": attempt.facts.port, "address": attempt.facts.address}
    where = say("Where does the router before {address} send {port} on to?", **words)
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "A router finds nobody for what is sent to {port} of {address}, though that machine runs: it sends this port on"
            " to another one, which is not there.",
            **words,
        ),
        because=(attempt, seen),
        fixes=(
            Fix(
                where="network",
                text=say(
                    "Correct where the router sends {port} of {address} on to (port forwarding, DNAT).", **words
                ),
            ),
        ),
        decided_by=(Decider(question=where, command=f"nft list ruleset | grep -nw {attempt.facts.port}"),),
    )


def _unplugged(case: Case) -> Found | None:
    """The server's machine runs, and the link that has the address is down."""
    server = case.seen(Interfaces, Where.SERVER)
    stopped = unreachable(case)
    attempt = silent(case) or (stopped[0] if stopped else None)
    if server is None or attempt is None or not case.server_named or server.facts.answers_at(attempt.facts.address):
        return None
    address = attempt.facts.address
    link = next(iter(server.facts.links_with(address)), None)
    if link is None:
        return None
    said, neighbour = attempt.facts.said, neighbour_toward(case, address)
    asked = said is not None and _asked_for_it(attempt, said)
    missing = neighbour is not None and neighbour.facts.on_link and neighbour.facts.missing
    # A link without carrier may be one of two that lead there, or another machine has the same address here.
    sure = asked or missing
    # Nobody's answer on the client's own link is proof by itself; then it does not rest on the server's word as well.
    told = neighbour if neighbour is not None and missing else server
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=say(
            "The machine that has {address} runs, and {device}, its link with that address, is switched off.",
            address=address,
            device=link.name,
        )
        if not link.up
        else say(
            "The machine that has {address} runs, and {device}, its link with that address, has no carrier.",
            address=address,
            device=link.name,
        ),
        because=(attempt, told),
        fixes=(_plug_in(link),),
        decided_by=() if sure else look_for_its_packets(case, attempt),
    )


def _plug_in(link: Interface) -> Fix:
    if not link.up:
        text = say("Switch {device} on again:", device=link.name)
        return Fix(where="server", text=text, commands=(f"ip link set {quoted(link.name)} up",))
    text = say("Put the cable of {device} in, or connect its virtual network; this shows it:", device=link.name)
    return Fix(where="server", text=text, commands=(f"ip -br link show {quoted(link.name)}",))


def _missing_over_ipv6(case: Case, attempt: Attempt, neighbour: Evidence[Neighbour]) -> Judgement:
    hop, device = neighbour.facts.next_hop, neighbour.facts.device
    return Found(
        certainty=Certainty.LIKELY,
        summary=say("No machine answers for {hop} on {device}, the client's own link.", hop=hop, device=device),
        because=(attempt, neighbour),
        fixes=(_find(hop, device),),
        decided_by=look_for_its_packets(case, attempt),
    )


def _missing(case: Case, attempt: Attempt, neighbour: Evidence[Neighbour]) -> Judgement:
    """Nobody answers on the client's own link."""
    hop, device = neighbour.facts.next_hop, neighbour.facts.device
    if neighbour.facts.on_link:
        if attempt.facts.family == 6:
            return _missing_over_ipv6(case, attempt, neighbour)
        return Found(
            certainty=Certainty.PROVEN,
            summary=say("No machine answers for {hop} on {device}, the client's own link.", hop=hop, device=device),
            because=(attempt, neighbour),
            fixes=(_find(hop, device),),
        )
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "The router {hop} does not answer on {device}, so nothing behind it is reached.", hop=hop, device=device
        ),
        because=(attempt, neighbour),
        fixes=(_find(hop, device),),
        decided_by=(
            Decider(
                question=say("Does the router {hop} answer now?", hop=hop),
                command=f"ping -c 3 {hop}; ip neigh show {hop}",
            ),
        ),
    )


def _find(hop: str, device: str) -> Fix:
    return Fix(
        where="network",
        text=say("Start the machine that has {hop}, or find out which address it has now; then ask again:", hop=hop),
        commands=(f"ip neigh flush to {hop} dev {quoted(device)}", f"ping -c 3 {hop}"),
    )


def _said(case: Case, attempt: Attempt, said: IcmpWord) -> Judgement:
    """A router says host unreachable (RFC 792: 3/1; RFC 4443: 1/3), or that it knows no way."""
    address, code = attempt.facts.address, (said.version, said.type, said.code)
    not_a_router = (address.partition("%")[0], attempt.facts.local_address)
    if said.local or code not in (*NOT_THERE, *NO_WAY) or said.origin in not_a_router:
        return Silent()
    asked = _asked_for_it(attempt, said)
    return Found(
        certainty=Certainty.LIKELY if asked else Certainty.POSSIBLE,
        summary=say("The router {origin} asked for {address} on its link and got no answer.", **_names(said, address))
        if asked
        else say("The router {origin} says at once that {address} is not to be reached.", **_names(said, address)),
        because=(attempt,),
        fixes=(_find_the_host(case, address, said),),
        decided_by=_on_the_router(said.origin, address),
    )


def _find_the_host(case: Case, address: str, said: IcmpWord) -> Fix:
    if owned_by_the_server(case, address) is not None:
        text = say(
            "The machine that has {address} runs: correct the route that {origin} has to it, or where it sends it on to.",
            **_names(said, address),
        )
        return Fix(where="network", text=text)
    text = say("Start the machine that has {address}, or dial the address that it has now.", address=address)
    return Fix(where="network", text=text)


def _on_the_router(origin: str, address: str) -> tuple[Decider, ...]:
    question = say(
        "On the router {origin}: is it the host that does not answer, a route that is missing, or a rule?",
        origin=origin,
    )
    return (
        Decider(question=question, command=f"ip route get {address.partition('%')[0]}; ip neigh show nud failed"),
    )


def _asked_for_it(attempt: Attempt, said: IcmpWord) -> bool:
    """A router says after its time that nobody answered on its link."""
    away = not said.local and said.origin != attempt.facts.address.partition("%")[0]
    code = (said.version, said.type, said.code)
    return away and code in NOT_THERE and attempt.facts.waited_ms >= ASKING_MS


def _names(said: IcmpWord, address: str) -> dict[str, str]:
    return {"origin": said.origin, "address": address}


def _unheard(case: Case, attempt: Attempt) -> Judgement:
    """No word from anybody."""
    address = attempt.facts.address
    route = route_to(case, address)
    if route is not None and route.facts.is_here:
        return RuledOut((route,), say("{address} is this machine itself", address=address))
    others, neighbour = contrast(case, address), neighbour_toward(case, address)
    living = owned_by_the_server(case, address) or heard_of(case, address)
    if living is not None:
        return living
    if neighbour is not None and neighbour.facts.on_link and neighbour.facts.answers:
        return RuledOut((neighbour,), say("{address} answers on the link", address=address))
    elsewhere = answered_elsewhere(case, address)
    if elsewhere is not None:
        return RuledOut((elsewhere,), say("{address} answers another address of this machine", address=address))
    if others is None:
        return Silent()
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=say("No machine lives at {address}: nothing of it is heard on any port.", address=address),
        because=(attempt, others),
        decided_by=(*_ask_the_link(neighbour), *look_for_its_packets(case, attempt)),
    )


def _ask_the_link(neighbour: Evidence[Neighbour] | None) -> tuple[Decider, ...]:
    """Its hardware address is known from before, so the kernel does not ask for it again for some seconds."""
    if neighbour is None or not (neighbour.facts.on_link and neighbour.facts.answered):
        return ()
    hop, device = neighbour.facts.next_hop, neighbour.facts.device
    return (
        Decider(
            question=say("Does {hop} still answer on the link?", hop=hop),
            command=f"ip neigh flush to {hop} dev {quoted(device)}; ping -c 3 {hop}; ip neigh show {hop}",
        ),
    )


TRYING = """\
import contextlib, socket, time

begun, trying, ready = time.monotonic(), *(socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in "12")
while True:
    with contextlib.suppress(OSError):
        trying.sendto(b"there?", ("10.10.0.99", 9))
    time.sleep(0.02)
    if time.monotonic() >= begun + 1.9 and not ready.getsockname()[1]:
        ready.bind(("0.0.0.0", 9))
"""
"""A program that begins again as soon as nobody was found: then the kernel begins again as well. The diagnosis comes in the
third second, so that this happens while it dials."""

SCENARIO = Scenario(
    name="absent-on-the-link",
    hosts=(client(), router()),
    target="tcp://10.10.0.99:8080",
    server="router",
    client_alone=Expected(verdict="host-down", certainty="proven"),
)

VARIANTS = (
    Scenario(
        name="another-program-tries-again-and-again",
        hosts=(
            client(
                daemons=(Daemon(argv=("{python}", "try.py"), files={"try.py": TRYING}, ready="udp:9"),),
            ),
            router(),
        ),
        target="tcp://10.10.0.99:8080",
        server="router",
        client_alone=Expected(verdict="host-down", certainty="proven"),
    ),
    Scenario(
        name="absent-on-the-link-over-ipv6",
        hosts=(client(), router()),
        target="tcp://[fd10::99]:8080",
        server="router",
        client_alone=Expected(verdict="host-down", certainty="likely"),
    ),
    Scenario(
        name="absent-behind-two-routers",
        hosts=(client(), near_router(), far_router(), server()),
        target="tcp://10.20.0.99:8080",
        client_alone=Expected(verdict="host-down", certainty="likely"),
    ),
    Scenario(
        name="absent-behind-the-router-over-ipv6",
        hosts=(client(), router(), server()),
        target="tcp://[fd20::99]:8080",
        client_alone=Expected(verdict="host-down", certainty="likely"),
    ),
    Scenario(
        name="its-link-is-switched-off",
        hosts=(
            client(),
            router(),
            server(
                addresses=("10.20.0.5/24", "10.30.0.5/24"),
                gateways=("10.20.0.1",),
                daemons=(http_server("0.0.0.0", 8080),),
                commands=(("ip", "link", "set", "eth0", "down"),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="host-down", certainty="proven"),
    ),
    Scenario(
        name="its-link-next-door-is-switched-off",
        hosts=(
            client(),
            router(),
            server(
                addresses=("10.10.0.5/24", "10.30.0.5/24"),
                gateways=("10.10.0.1",),
                daemons=(http_server("0.0.0.0", 8080),),
                commands=(("ip", "link", "set", "eth0", "down"),),
            ),
        ),
        target="tcp://10.10.0.5:8080",
        both_ends=Expected(verdict="host-down", certainty="proven"),
    ),
    Scenario(
        name="the-gateway-is-gone-and-the-server-is-not",
        hosts=(client(gateways=("10.10.0.77",)), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="host-down", certainty="likely"),
    ),
)

_NEXT_DOOR = server(
    addresses=("10.10.0.5/24", "fd10::5/64"),
    gateways=("10.10.0.1", "fd10::1"),
    nft="table inet f { chain in { type filter hook input priority 0; policy drop; iifname lo accept; }\n}\n",
    daemons=(http_server("::", 8080),),
)

NEAR_MISSES = (
    Scenario(
        name="next-door-and-known-from-before",
        hosts=(
            client(
                commands=(
                    (
                        "ip",
                        "neigh",
                        "replace",
                        "10.10.0.99",
                        "lladdr",
                        "02:00:00:00:00:99",
                        "dev",
                        "eth0",
                        "nud",
                        "stale",
                    ),
                )
            ),
            router(),
        ),
        target="tcp://10.10.0.99:8080",
        server="router",
        client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
    Scenario(
        name="next-door-and-drops-everything",
        hosts=(client(), router(), _NEXT_DOOR),
        target="tcp://10.10.0.5:8080",
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
        client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
    Scenario(
        name="next-door-and-drops-neighbour-solicitations",
        hosts=(client(), router(), _NEXT_DOOR),
        target="tcp://[fd10::5]:8080",
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
        client_alone=Expected(verdict="host-down", certainty="likely"),
    ),
    Scenario(
        name="behind-the-router-and-drops-neighbour-solicitations",
        hosts=(
            client(),
            router(),
            server(
                nft="table ip6 f { chain in { type filter hook input priority 0; policy drop; iifname lo accept; }\n}\n",
                daemons=(http_server("::", 8080),),
            ),
        ),
        target="tcp://[fd20::5]:8080",
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
    ),
    Scenario(
        name="absent-behind-the-router",
        hosts=(client(), router(), server()),
        target="tcp://10.20.0.99:8080",
        client_alone=Expected(verdict="host-down", certainty="likely"),
    ),
    Scenario(
        name="it-drops-everything",
        hosts=(
            client(),
            router(),
            server(
                nft="table inet f { chain in { type filter hook input priority 0; policy drop; iifname lo accept; }\n}\n",
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
)

CAUSE = Cause(
    slug="host-down",
    title=say("Nothing lives at the address"),
    symptoms=SILENCE,
    look_alikes=frozenset({"server-firewall-drops", "firewall-drops-on-path", "private-address-unreachable"}),
    needs=(*AROUND_SILENCE, *WATCHED, *on_server(Interfaces)),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
