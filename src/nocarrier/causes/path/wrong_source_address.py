"""The client sends from an address to which no answer finds its way

What it is
----------
The client's machine has several addresses, and its route (or the program, by binding) chooses one that the far side
cannot answer: an address of a VPN, of a container network or of another uplink, to which no route leads there.

What you see
------------
"Connection timed out", for every port of the target. From the machine's other address, or from other machines on the
same link, it connects.

How it is told apart
--------------------
The same connection is begun again from each of the machine's addresses at the same moment: from another one it is made,
from the chosen one it is not, and no other port answers that one either. A filter that lets only certain addresses in
looks the same from the client, so it is likely only where the chosen one is not of the network that the packets leave
by. The server's side decides: the packets arrived there with this source, and that machine has no way back to it, or
its answers never come.

What to do
----------
Let the route prescribe the address that is answered, or let the program bind it; or give the far side a route back.
"""

from __future__ import annotations

from nocarrier.causes._arrival import WATCHED, Ends, ends
from nocarrier.causes._firewall import fate, kept_here
from nocarrier.causes._listening import WHOSE_ADDRESS
from nocarrier.causes._silence import (
    AROUND_SILENCE,
    answered_elsewhere,
    contrast,
    look_for_its_packets,
    route_to,
    silent,
    usual_source,
)
from nocarrier.facts.arrival import Arrival
from nocarrier.facts.packet_fate import WAY_IN, PacketFate
from nocarrier.facts.private import is_loopback
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    Symptom,
    on_client,
    on_server,
)
from nocarrier.model.prose import say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import call, joined


def judge(case: Case) -> Judgement:
    """Another own address is answered where the chosen one is not."""
    kept = _kept_by_its_source(case)
    if kept is not None:
        return kept
    attempt = silent(case)
    if attempt is None or not isinstance(attempt.facts, TcpAttempt):
        return Silent()
    address, source = attempt.facts.address, attempt.facts.local_address
    others = contrast(case, address)
    if others is not None and others.facts.answering:
        return RuledOut((others,), say("{address} answers {source} on other ports", address=address, source=source))
    sources = answered_elsewhere(case, address)
    if sources is None:
        return Silent()
    stopped = _stopped(case, address)
    if stopped is not None:
        return RuledOut((stopped,), say("a rule stops the packets from {source}", source=source))
    seen = ends(case, address)
    if seen.came_back is not None:
        return RuledOut((seen.came_back,), say("the answers to {source} do come back", source=source))
    route, right = route_to(case, address), sources.facts.answered[0]
    unanswered = _unanswered(seen, source)
    unusual = usual_source(case, attempt) is None
    certainty = Certainty.LIKELY if unusual else Certainty.POSSIBLE
    if unusual and unanswered:
        certainty = Certainty.PROVEN
    return Found(
        certainty=certainty,
        summary=say(
            "Packets to {address} leave from {chosen}, and no answer finds its way there; from {right}, another address"
            " of this machine, it connects.",
            address=address,
            chosen=source,
            right=right.address,
        ),
        because=(attempt, sources, *unanswered),
        fixes=_fixes(case, route.facts if route is not None else None, source, right.address),
        decided_by=() if certainty is Certainty.PROVEN else look_for_its_packets(case, attempt),
    )


def _kept_by_its_source(case: Case) -> Found | None:
    """A loopback address was bound, and the target is another machine (RFC 1122, section 3.2.1.3: no such packet leaves, and
    the kernel says EINVAL; RFC 4291, section 2.5.3: none is answered)."""
    tried = (seen for seen in case.every(TcpAttempt) if seen.facts.errno == "EINVAL" or seen.facts.expired)
    attempt = next(tried, None)
    if attempt is None or not is_loopback(case.source) or is_loopback(attempt.facts.address):
        return None
    return Found(
        certainty=Certainty.PROVEN,
        summary=say(
            "The client binds {source}, which means every machine itself: nothing that leaves it so for {address} is"
            " answered.",
            source=case.source,
            address=attempt.facts.address,
        ),
        because=(attempt,),
        fixes=(
            Fix(
                where="client",
                text=say("Bind an address that other machines can answer, or none:"),
                commands=(call(case.target.url),),
            ),
        ),
    )


def _unanswered(seen: Ends, source: str) -> tuple[Evidence[Arrival], ...]:
    """What shows that the packets arrived with this source, and that the far side cannot answer it; none where not."""
    if seen.arrived is None:
        return ()
    opening, reverse = seen.arrived.facts.first("opening", "in"), seen.arrived.facts.reverse
    if opening is None or opening.source != source:
        return ()
    if reverse is not None and (reverse.errno or reverse.gateway_absent or reverse.refused):
        return (seen.arrived,)
    lost = seen.client is not None and seen.client.facts.none("in")
    return (seen.arrived, seen.client) if seen.replied is not None and seen.client is not None and lost else ()


def _stopped(case: Case, address: str) -> Evidence[Any] | None:
    """A rule of either end's that stops the packet."""
    own = kept_here(case, address)
    rules = fate(case, Where.SERVER, address)
    theirs = rules if rules is not None and rules.facts.stops(WAY_IN) is not None else None
    return own or theirs


def _fixes(case: Case, route: Route | None, chosen: str, right: str) -> tuple[Fix, ...]:
    if case.source:
        return (_bind(case, chosen, right),)
    if route is None or not route.prefix or route.kind != "unicast":
        return (_bind(case, chosen, right),)
    return (_prescribe(route, right), _bind(case, chosen, right))


def _prescribe(route: Route, right: str) -> Fix:
    family = "-6 " if ":" in right else ""
    words = [route.prefix]
    words += ["via", route.gateway] if route.gateway else []
    words += ["dev", route.device, "src", right]
    words += ["metric", str(route.metric)] if route.metric else []
    words += ["table", route.table] if route.table != "main" else []
    return Fix(
        where="client",
        text=say("Let the route prescribe {right}:", right=right),
        commands=(f"ip {family}route replace {joined(words)}",),
        risk=say(
            "It lasts until the network is configured anew; write it into the configuration that sets the route."
        ),
    )


def _bind(case: Case, chosen: str, right: str) -> Fix:
    return Fix(
        where="client",
        text=say("Let the program bind {right} in place of {chosen}; this dials so:", right=right, chosen=chosen),
        commands=(call(case.target.url, "--source", right),),
    )


_PREFER = ("ip", "route", "replace", "default", "via", "10.10.0.1", "src", "192.168.77.7")
_TWO = ("10.10.0.7/24", "192.168.77.7/32", "fd10::7/64")
_MINE = Expected(verdict="wrong-source-address", certainty="likely")
_PROVEN = Expected(verdict="wrong-source-address", certainty="proven")
_SERVED = server(daemons=(http_server("0.0.0.0", 8080),))

SCENARIO = Scenario(
    name="the-route-prescribes-it",
    hosts=(client(addresses=_TWO, commands=(_PREFER,)), router(), _SERVED),
    target="tcp://10.20.0.5:8080",
    both_ends=_PROVEN,
    client_alone=_MINE,
)

VARIANTS = (
    Scenario(
        name="the-program-binds-it",
        hosts=(client(addresses=_TWO), router(), _SERVED),
        target="tcp://10.20.0.5:8080",
        arguments=("--source", "192.168.77.7"),
        client_alone=_MINE,
    ),
    Scenario(
        name="over-ipv6",
        hosts=(
            client(
                addresses=("10.10.0.7/24", "fd10::7/64", "fd77::7/128"),
                commands=(("ip", "-6", "route", "replace", "default", "via", "fd10::1", "src", "fd77::7"),),
            ),
            router(),
            server(daemons=(http_server("::", 8080),)),
        ),
        target="tcp://[fd20::5]:8080",
        client_alone=_MINE,
    ),
    Scenario(
        name="the-server-has-no-way-back",
        hosts=(
            client(addresses=_TWO, commands=(_PREFER,)),
            router(),
            server(
                gateways=(),
                commands=(("ip", "route", "add", "10.10.0.0/24", "via", "10.20.0.1"),),
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=_PROVEN,
        client_alone=_MINE,
    ),
)


_TWO_ON_THE_LINK = ("10.10.0.7/24", "10.10.0.8/24", "fd10::7/64")


def _filtered(name: str, rule: str, both: str, alone: Expected) -> Scenario:
    """Two addresses, both of which have a way back, and a rule of the server's."""
    return Scenario(
        name=name,
        hosts=(
            client(addresses=_TWO_ON_THE_LINK),
            router(),
            server(
                nft="table inet f { chain in { type filter hook input priority 0; " + rule + "; }\n}\n",
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="server-firewall-drops", certainty=both),
        client_alone=alone,
    )


NEAR_MISSES = (
    _filtered(
        "the-server-lets-one-address-in",
        "ip saddr 10.10.0.7 drop",
        "proven",
        Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
    _filtered(
        "the-port-is-dropped-for-one-address",
        "ip saddr 10.10.0.7 tcp dport 8080 drop",
        "proven",
        Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
    _filtered(
        "everything-is-dropped-for-both",
        "ip saddr 10.10.0.0/24 drop",
        "proven",
        Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
    Scenario(
        name="both-addresses-are-answered",
        hosts=(client(addresses=_TWO_ON_THE_LINK), router(), _SERVED),
        target="tcp://10.20.0.5:8080",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="wrong-source-address",
    title=say("The client sends from an address to which no answer finds its way"),
    symptoms=frozenset({Symptom.TIMED_OUT, Symptom.UNREACHABLE}),
    look_alikes=frozenset(
        {"server-firewall-drops", "firewall-drops-on-path", "host-down", "firewall-blocks-replies"}
    ),
    needs=(*AROUND_SILENCE, *WHOSE_ADDRESS, *WATCHED, *on_client(PacketFate), *on_server(PacketFate)),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
