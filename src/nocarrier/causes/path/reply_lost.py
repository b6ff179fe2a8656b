"""The server's answer is lost on its way back

What it is
----------
The client's packet arrives at the server, and the answer never comes back: it leaves by a way on which something
swallows it, or there is no way at all from the server to the client. Or the two ways differ, and a machine that checks
the source of what comes in (rp_filter) throws away what came in on an unexpected link.

What you see
------------
"Connection timed out", while the program runs and no packet filter of either machine drops anything. It often works
from some networks and not from others, or began with a second network card, a VPN, or a new default route.

How it is told apart
--------------------
Both ends are watched while the client dials. The packet comes in at the server's card. If the answer goes out there
and never comes in at the client's card, it is lost between them. If no answer goes out, the server's routes tell: its
rp_filter counted a packet as spoofed and its route to the client leads out on another link; or it has no route there;
or none for packets from that port (a routing rule by ``sport``); or nobody answers for the gateway of that route. If the answer does come in at the client's card, on another link than
the one its own packets leave by, and the client's rp_filter counted it, that is where it ends.

What to do
----------
Give the server a route back that leads where the packets came from. Where two ways are meant, let rp_filter accept any
source that there is a route to (2, "loose"). Where a device between the two swallows the answer, only its owner can
mend it.
"""

from __future__ import annotations

from nocarrier.causes._arrival import WATCHED, Ends, ends
from nocarrier.causes._attempts import Attempt
from nocarrier.causes._firewall import fate
from nocarrier.causes._listening import WHOSE_ADDRESS
from nocarrier.causes._silence import AROUND_SILENCE, SILENCE, silent, usual_source
from nocarrier.facts.arrival import Arrival, Reverse, Sighting
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.packet_fate import WAY_IN, WAY_OUT, PacketFate
from nocarrier.facts.routing_table import PolicyRule, TableRoute
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Decider,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    on_client,
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.scenario import Expected, Host, Scenario, client, http_server, router, server
from nocarrier.model.shell import quoted
from nocarrier.model.target import endpoint


def judge(case: Case) -> Judgement:
    """The packets arrive, and no answer reaches the program that waits for it."""
    attempt = silent(case)
    if attempt is None:
        return Silent()
    seen = ends(case, attempt.facts.address)
    if seen.missing is not None:
        return RuledOut((seen.missing,), say("the packets do not even arrive at the server"))
    if seen.arrived is None:
        return _from_here(attempt, seen)
    if seen.came_back is not None:
        return _at_the_client(attempt, seen.came_back)
    if seen.replied is not None:
        return _between(case, attempt, seen)
    return _at_the_server(case, attempt, seen.arrived)


def _from_here(attempt: Attempt, seen: Ends) -> Judgement:
    """The server could not be watched: only what the client itself throws away can be told."""
    return Silent() if seen.came_back is None else _at_the_client(attempt, seen.came_back)


def _at_the_client(attempt: Attempt, client_side: Evidence[Arrival]) -> Judgement:
    """The answer reaches the client's card, and its rp_filter is what stops it, or not."""
    reverse = client_side.facts.reverse
    if reverse is None or not reverse.refused or client_side.facts.got_through:
        return RuledOut((client_side,), say("the answer does reach the client"))
    return Found(
        certainty=Certainty.PROVEN,
        summary=say(
            "The server's answer comes in on {device}, while this machine sends to {source} {way}: its rp_filter takes"
            " the answer for forged and throws it away.",
            device=reverse.device,
            source=reverse.source,
            way=_way(reverse),
        ),
        because=(attempt, client_side),
        fixes=(_loosen("client", reverse),),
    )


def _at_the_server(case: Case, attempt: Attempt, server_side: Evidence[Arrival]) -> Judgement:
    """The server sends no answer at all: do its routes say why?"""
    reverse = server_side.facts.reverse
    if reverse is None or not server_side.facts.none("out"):
        return Silent()
    because: tuple[Evidence[Any], ...] = (attempt, server_side)
    if reverse.refused:
        return Found(
            certainty=Certainty.PROVEN,
            summary=say(
                "Packets from {source} come in at the server on {device}, while its way back leads {way}: its rp_filter"
                " takes them for forged and throws them away.",
                source=reverse.source,
                device=reverse.device,
                way=_way(reverse),
            ),
            because=because,
            fixes=(*_route_back(reverse), _loosen("server", reverse))
            if reverse.errno
            else (_loosen("server", reverse), *_route_back(reverse)),
        )
    if not reverse.errno and not reverse.gateway_absent:
        return Silent()
    if reverse.by_port:
        return _no_way_from_the_port(attempt, server_side, reverse)
    rules = fate(case, Where.SERVER, attempt.facts.address)
    sure = rules is not None and rules.facts.passes(WAY_IN) and rules.facts.passes(WAY_OUT, "answer")
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=_no_way(reverse),
        because=(*because, rules) if rules is not None else because,
        fixes=_restore(reverse),
        decided_by=() if sure else (_rules_there(attempt),),
    )


def _no_way_from_the_port(attempt: Attempt, server_side: Evidence[Arrival], reverse: Reverse) -> Judgement:
    """Policy routing: other packets have a way to the client."""
    port = attempt.facts.port
    listing = f"{_ip(reverse.source)} rule list"
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "The server gets the packets of {source} and cannot answer them: a routing rule of its own leaves packets from"
            " port {port} no way there ({errno}).",
            source=reverse.source,
            port=port,
            errno=reverse.errno,
        ),
        because=(attempt, server_side),
        fixes=(
            Fix(
                where="server",
                text=say(
                    "Take away the routing rule that goes by port {port} (sport), or give its table a route to {source}:",
                    port=port,
                    source=reverse.source,
                ),
                commands=(listing,),
                risk=_risk(),
            ),
        ),
        decided_by=(
            Decider(
                question=say("Which routing rule concerns packets from port {port}?", port=port),
                command=f"{listing} | grep -w sport",
            ),
        ),
    )


def _between(case: Case, attempt: Attempt, seen: Ends) -> Judgement:
    """The answer left the server, and was not seen at the client."""
    assert seen.replied is not None
    reply = seen.reply
    assert reply is not None
    reverse = seen.replied.facts.reverse
    lost = seen.client is not None and seen.client.facts.none("in")
    usual = usual_source(case, attempt)
    sure = lost and usual is not None and reply.kind == "answer"
    because = [attempt, seen.replied, *((seen.client,) if seen.client is not None else ()), *(usual or ())]
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=_lost(attempt, seen.replied.facts, reply, reverse),
        because=tuple(because),
        fixes=_mend(attempt, reply, reverse),
        decided_by=() if sure else (_follow(attempt, reply),),
    )


def _lost(attempt: Attempt, facts: Arrival, reply: Sighting, reverse: Reverse | None) -> Prose:
    came = facts.first("opening", "in")
    values: dict[str, str | int | float | Prose] = {
        "there": endpoint(attempt.facts.address, attempt.facts.port),
        "source": reply.target,
        "out": reply.device,
        "device": came.device if came is not None else reply.device,
    }
    if came is not None and came.device != reply.device:
        return say(
            "{there} gets the packets of {source} on {device} and answers on {out}; the answer never comes back.",
            **values,
        )
    if reverse is not None and _elsewhere(reverse):
        return say(
            "{there} answers {source} through {gateway}, though the packets come in from {router}; the answer never"
            " comes back.",
            **values,
            gateway=reverse.gateway,
            router=reverse.router,
        )
    return say("{there} answers {source} on {out}, and the answer is lost on its way back.", **values)


def _elsewhere(reverse: Reverse) -> bool:
    """Answers go to another neighbour than the one that the packets came from."""
    return bool(reverse.router) and (reverse.gateway or reverse.source) != reverse.router


def _way(reverse: Reverse) -> Prose:
    """Where the way back leads."""
    if reverse.errno:
        return say("nowhere ({errno})", errno=reverse.errno)
    if reverse.gateway:
        return say("out on {device}, via {gateway}", device=reverse.back, gateway=reverse.gateway)
    return say("out on {device}", device=reverse.back)


def _no_way(reverse: Reverse) -> Prose:
    """Why the server cannot answer."""
    culprit = _culprit(reverse)
    if isinstance(culprit, TableRoute):
        return say(
            "The server gets the packets of {source} and cannot answer them: a route of its own makes {route} {kind}.",
            source=reverse.source,
            route=culprit.prefix,
            kind=culprit.kind,
        )
    if isinstance(culprit, PolicyRule):
        return say(
            "The server gets the packets of {source} and cannot answer them: its routing rule {priority} makes that"
            " address {kind}.",
            source=reverse.source,
            priority=culprit.priority,
            kind=culprit.action,
        )
    if reverse.errno:
        return say(
            "The server gets the packets of {source} on {device} and cannot answer them: it has no route there ({errno}).",
            source=reverse.source,
            device=reverse.device,
            errno=reverse.errno,
        )
    return say(
        "The server gets the packets of {source} and cannot answer them: its way back leads to {gateway} on {device}, and"
        " nobody answers for that address there.",
        source=reverse.source,
        gateway=reverse.gateway,
        device=reverse.back,
    )


def _culprit(reverse: Reverse) -> TableRoute | PolicyRule | None:
    return reverse.table.forbidding(reverse.errno) if reverse.table is not None else None


def _restore(reverse: Reverse) -> tuple[Fix, ...]:
    """Take away what forbids the way back, or make one."""
    culprit = _culprit(reverse)
    if isinstance(culprit, TableRoute):
        return (
            Fix(
                where="server",
                text=say("Remove the route, and stop what adds it:"),
                commands=(f"{_ip(reverse.source)} route del {culprit.words}",),
                risk=_risk(),
            ),
        )
    if isinstance(culprit, PolicyRule):
        return (
            Fix(
                where="server",
                text=say("Remove the rule, and stop what adds it:"),
                commands=(f"{_ip(reverse.source)} rule del {culprit.action} priority {culprit.priority}",),
                risk=_risk(),
            ),
        )
    return _route_back(reverse) or (_some_route_back(reverse),)


def _risk() -> Prose:
    return say("Somebody or something added it: a ban, a VPN's kill switch, a routing daemon.")


def _route_back(reverse: Reverse) -> tuple[Fix, ...]:
    """A route to the client by the way that its packets came; none where that neighbour is not known."""
    if not reverse.router:
        return ()
    via = f" via {reverse.router}" if reverse.router != reverse.source else ""
    command = f"{_ip(reverse.source)} route replace {reverse.source}{via} dev {quoted(reverse.device)}"
    return (
        Fix(
            where="server",
            text=say(
                "Send what goes to {source} back where it came from; for its whole network, write that in place of the"
                " address:",
                source=reverse.source,
            ),
            commands=(command,),
            risk=say("Gone after a restart: add it to the network configuration to keep it."),
        ),
    )


def _some_route_back(reverse: Reverse) -> Fix:
    return Fix(
        where="server",
        text=say(
            "Give the server a route to {source} through the router on {device} from which its packets come:",
            source=reverse.source,
            device=reverse.device,
        ),
        commands=(
            f"{_ip(reverse.source)} route get {reverse.source}",
            f"{_ip(reverse.source)} neigh show dev {quoted(reverse.device)}",
        ),
    )


def _loosen(where: str, reverse: Reverse) -> Fix:
    name = f"net.ipv4.conf.{reverse.device.replace('.', '/')}.rp_filter"
    return Fix(
        where=where,
        text=say(
            "Let {device} take packets from any source that there is a route to; to keep it, put the line into"
            " /etc/sysctl.d/90-rp-filter.conf:",
            device=reverse.device,
        ),
        commands=(f"sysctl -w {quoted(f'{name}=2')}",),
        config=f"{name} = 2\n",
        risk=say("Forged sources are then no longer told by the link that they come in on."),
    )


def _mend(attempt: Attempt, reply: Sighting, reverse: Reverse | None) -> tuple[Fix, ...]:
    """The way back made the same as the way there, where it is another; else its owner is asked."""
    ask = Fix(
        where="network",
        text=say(
            "Ask whoever runs the network between to let the answers of {there} to {client} pass. This shows, on each"
            " router of the way back, how far they come:",
            there=endpoint(reply.source, attempt.facts.port),
            client=reply.target,
        ),
        commands=(_watch(attempt, reply),),
    )
    if reverse is not None and (reverse.crossed or _elsewhere(reverse)):
        return (*_route_back(reverse), ask)
    return (ask,)


def _watch(attempt: Attempt, reply: Sighting) -> str:
    return f"timeout 10 tcpdump -ni any 'src host {reply.source} and src port {attempt.facts.port}'"


def _follow(attempt: Attempt, reply: Sighting) -> Decider:
    return Decider(
        question=say("Does the answer come in at the client while it tries?"), command=_watch(attempt, reply)
    )


def _rules_there(attempt: Attempt) -> Decider:
    return Decider(
        question=say("Does a rule of the server's packet filter drop them as well?"),
        command=f"sudo nft list ruleset | grep -nE 'drop|{attempt.facts.port}'",
    )


def _ip(address: str) -> str:
    return "ip -6" if ":" in address else "ip"


_PROVEN = Expected(verdict="reply-lost", certainty="proven")
_TWO_LINKS = ("10.20.0.5/24", "10.30.0.5/24", "fd20::5/64")
_FORKED = ("10.10.0.1/24", "10.20.0.1/24", "10.30.0.1/24", "fd10::1/64", "fd20::1/64")
"A router in front of both links of the server."
STRICT = {"net.ipv4.conf.all.rp_filter": "1", "net.ipv4.conf.default.rp_filter": "1"}


def _filtering(name: str, strict: str, expected: Expected) -> Scenario:
    """The client's packets come in on one link of the server, and its default route leads out on the other."""
    return Scenario(
        name=name,
        hosts=(
            client(),
            router(addresses=_FORKED),
            server(
                addresses=_TWO_LINKS,
                gateways=("10.30.0.1", "fd20::1"),
                sysctls=dict.fromkeys(STRICT, strict),
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=expected,
    )


def _answering(name: str, rule: str = "", **changes: object) -> Scenario:
    """A server that answers by the usual way, unless told otherwise, and a router with this rule."""
    passing = f"table inet f {{ chain passing {{ type filter hook forward priority 0; {rule}; }}\n}}\n"
    settings: dict[str, object] = {"daemons": (http_server("::", 8080),), **changes}
    return Scenario(
        name=name,
        hosts=(client(), router(nft=passing if rule else ""), server(**settings)),
        target="tcp://10.20.0.5:8080",
        both_ends=_PROVEN,
    )


def _ruling(name: str, port: int, expected: Expected) -> Scenario:
    """A server whose routing rule leaves packets from this port no way."""
    answering = _answering(
        name,
        commands=(
            ("ip", "rule", "add", "sport", str(port), "ipproto", "tcp", "table", "100"),
            ("ip", "route", "add", "unreachable", "default", "table", "100"),
        ),
        packages=("iproute2",),
    )
    return replace(answering, both_ends=expected)


SCENARIO = _answering("answers-are-dropped-on-the-way", "tcp sport 8080 drop")

_BLIND_ROUTER = Host(
    name="other",
    addresses=("10.20.0.2/24",),
    forwards=True,
    nft="table inet f { chain passing { type filter hook forward priority 0; policy drop; }\n}\n",
)
"A second router on the server's network, that lets nothing pass."

VARIANTS = (
    _filtering("rp-filter-of-the-server", "1", _PROVEN),
    _answering(
        "no-route-back",
        gateways=(),
        commands=(("ip", "route", "add", "10.40.0.0/16", "via", "10.20.0.1"),),
        packages=("iproute2",),
    ),
    _answering(
        "blackhole-for-the-client",
        commands=(("ip", "route", "add", "blackhole", "10.10.0.0/16"),),
        packages=("iproute2",),
    ),
    _ruling("no-way-for-packets-of-that-port", 8080, Expected(verdict="reply-lost", certainty="likely")),
    _answering("gateway-that-is-not-there", gateways=("10.20.0.77", "fd20::1")),
    Scenario(
        name="back-through-another-router",
        hosts=(
            client(),
            router(),
            _BLIND_ROUTER,
            server(gateways=("10.20.0.2", "fd20::1"), daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=_PROVEN,
    ),
    Scenario(
        name="rp-filter-of-the-client",
        hosts=(
            client(addresses=("10.10.0.7/24", "10.11.0.7/24", "fd10::7/64"), sysctls=STRICT),
            router(
                addresses=("10.10.0.1/24", "10.11.0.1/24", "10.20.0.1/24", "fd10::1/64", "fd20::1/64"),
                commands=(("ip", "route", "add", "10.10.0.7/32", "via", "10.11.0.7"),),
                packages=("iproute2",),
            ),
            server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=_PROVEN,
        client_alone=_PROVEN,
    ),
    replace(_answering("over-ipv6", "tcp sport 8080 drop"), target="tcp://[fd20::5]:8080"),
)

NEAR_MISSES = (
    _ruling("no-way-for-packets-of-another-port", 8081, Expected(verdict="", outcome="connected")),
    _filtering("two-ways-and-a-loose-check", "2", Expected(verdict="", outcome="connected")),
    Scenario(
        name="dropped-on-the-way-there",
        hosts=(
            client(),
            router(nft="table inet f { chain p { type filter hook forward priority 0; tcp dport 8080 drop; }\n}\n"),
            server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="firewall-drops-on-path", certainty="proven"),
    ),
    Scenario(
        name="the-client-s-own-filter",
        hosts=(
            client(nft="table inet f { chain i { type filter hook input priority 0; tcp sport 8080 drop; }\n}\n"),
            router(),
            server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="firewall-blocks-replies", certainty="proven"),
    ),
)

CAUSE = Cause(
    slug="reply-lost",
    title=say("The server's answer is lost on its way back"),
    symptoms=SILENCE,
    look_alikes=frozenset(
        {"server-firewall-drops", "firewall-drops-on-path", "firewall-blocks-replies", "private-address-unreachable"}
    ),
    needs=(*AROUND_SILENCE, *WHOSE_ADDRESS, *WATCHED, *on_client(Interfaces), *on_server(PacketFate)),
    judge=judge,
    yields_to=frozenset({"wrong-source-address"}),
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
