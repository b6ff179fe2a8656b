"""A device on the path rejects the connection

What it is
----------
A router or firewall between the client and the server answers the client's first packet with a refusal. The server
never sees it.

What you see
------------
"Connection refused", "No route to host" or "Permission denied", at once, while the program on the server runs and its
own machine lets it be reached.

How it is told apart
--------------------
The ICMP message comes from an address that is neither the client's nor the server's. That the sender stands on the path
is certain once it has let a packet's time to live run out (then it forwards, and is not the end), or once the server's
own addresses are known. A reset in the server's place can be told only with both ends watched: it comes in at the
client's network card, and none went out at the server's. Where the packet did not even come in there, a port that is sent on
to another machine looks the same, unless the reset had fewer hops to go than the server's own answers have.

What to do
----------
Ask whoever runs that device to let the port through; its address is in the message.
"""

from __future__ import annotations

from nocarrier.causes._arrival import WATCHED, Ends, ends, unseen_by_taps
from nocarrier.causes._firewall import (
    Refused,
    fate,
    from_the_client,
    from_the_server,
    owner_known,
    refused,
)
from nocarrier.causes._listening import (
    WHOSE_ADDRESS,
    Meeting,
    dialled_the_server,
    meeting,
    server_listeners,
    stayed_here,
)
from nocarrier.facts.arrival import Arrival, Sighting
from nocarrier.facts.hops import Hops
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.packet_fate import WAY_IN, WAY_OUT, PacketFate
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
    Symptom,
    on_client,
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server


def judge(case: Case) -> Judgement:
    """The first address that neither end refused."""
    judgements = [_judge(case, one) for one in refused(case) if not stayed_here(case, one.address)]
    found = next((one for one in judgements if isinstance(one, Found)), None)
    cleared = next((one for one in judgements if isinstance(one, RuledOut)), None)
    return found or cleared or Silent()


def _judge(case: Case, one: Refused) -> Judgement:
    if one.said is None:
        return _reset_in_its_place(case, one)
    if from_the_client(case, one):
        return RuledOut((one.attempt,), say("this machine itself said no"))
    if from_the_server(case, one):
        return RuledOut((one.attempt,), say("the dialled machine itself said no"))
    if not one.by_a_filter:
        return Silent()
    return _by_a_device(case, one, one.said.origin)


def _by_a_device(case: Case, one: Refused, origin: str) -> Judgement:
    seen = _on_the_way(case, one.address, origin)
    return Found(
        certainty=Certainty.PROVEN if seen else Certainty.LIKELY,
        summary=say(
            "{origin}, a device on the way, rejects tcp/{port} to {address}.",
            origin=origin,
            port=one.port,
            address=one.address,
        ),
        because=(one.attempt, seen) if seen else (one.attempt,),
        fixes=(
            Fix(
                where="network",
                text=say(
                    "Ask whoever runs {origin} to let tcp/{port} to {address} through.",
                    origin=origin,
                    port=one.port,
                    address=one.address,
                ),
            ),
        ),
        decided_by=() if seen else (_trace(one),),
    )


def _on_the_way(case: Case, address: str, origin: str) -> Evidence[Any] | None:
    """What says that this machine is not the server: it forwards packets there, or the server has no such address."""
    if dialled_the_server(case, address):
        return case.seen(Interfaces, Where.SERVER)  # `from_the_server` has found the origin not to be among them
    return next(
        (seen for seen in case.every(Hops) if seen.facts.address == address and seen.facts.forwards(origin)), None
    )


def _trace(one: Refused) -> Decider:
    family = " -6" if ":" in one.address else ""
    return Decider(
        question=say("Does that machine stand on the way to {address}, or is it the server?", address=one.address),
        command=f"traceroute{family} -n -T -p {one.port} {one.address}",
    )


def _reset_in_its_place(case: Case, one: Refused) -> Judgement:
    """A reset, though a program listens there and neither end's rules reject."""
    listeners = server_listeners(case)
    rules = fate(case, Where.SERVER, one.address)
    own = fate(case, Where.CLIENT, one.address)
    if listeners is None or meeting(listeners.facts, one.address, one.port) is not Meeting.TAKEN:
        return Silent()
    if rules is not None and any(passage.sent_to for passage in rules.facts.passages):
        return RuledOut((rules,), say("a rule of {address} sends the connection on itself", address=one.address))
    watched = _seen_at_both_ends(case, one)
    if watched is not None:
        return watched
    if rules is None or not rules.facts.passes(WAY_IN) or (own is not None and not own.facts.passes(WAY_OUT)):
        return Silent()
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "A reset came back in the server's place: on {address} a program takes connections on {port}, and no rule"
            " there rejects them.",
            address=one.address,
            port=one.port,
        ),
        because=(one.attempt, listeners, rules, *owner_known(case, one.address)),
        fixes=(_ask_between(one),),
        decided_by=(_look_for_it(one),),
    )


def _seen_at_both_ends(case: Case, one: Refused) -> Judgement | None:
    """Both ends were watched while the client dialled; None where they do not tell who refused."""
    seen = ends(case, one.address)
    if seen.server is None or not dialled_the_server(case, one.address):
        return None
    moved = seen.server.facts.moved
    if moved is not None:
        return RuledOut((seen.server,), say("on the way it is sent on to port {port}", port=moved.target_port))
    if seen.server.facts.count("refusal", "out"):
        return RuledOut((seen.server,), say("the server's machine itself sends the reset"))
    came = seen.client.facts.first("refusal", "in") if seen.client is not None else None
    # One that comes in on lo was made by the client's own filter.
    if seen.client is None or came is None or came.device == "lo" or not seen.server.facts.none("out", "refusal"):
        return None
    there = seen.arrived is not None or (seen.server.facts.others_passed("in") and _nearer(seen.client.facts, came))
    sure = there and not unseen_by_taps(case)
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=_forged(one, seen),
        because=(one.attempt, seen.client, seen.server, *owner_known(case, one.address)),
        fixes=(_ask_between(one),),
        decided_by=() if sure else (_look_for_it(one),),
    )


def _nearer(client: Arrival, came: Sighting) -> bool:
    """The reset had fewer hops to go than what the server itself answers on another port: nothing behind the server's
    last router sent it, so the port is not just sent on to a machine beside the server (initial TTLs are 64, 128, 255)."""
    own = [answer.ttl for answer in client.answers_of_others("in")]
    return bool(own) and came.ttl > max(own)


def _forged(one: Refused, seen: Ends) -> Prose:
    words: dict[str, str | int | float | Prose] = {"port": one.port, "address": one.address}
    if seen.arrived is None:
        return say(
            "A device between the ends resets the connection to tcp/{port} of {address} in the server's place, or sends it"
            " on to a machine that does: the packet never arrives there.",
            **words,
        )
    return say(
        "A device between the ends resets the connection to tcp/{port} of {address} in the server's place: that machine"
        " gets the packet and sends no reset.",
        **words,
    )


def _ask_between(one: Refused) -> Fix:
    return Fix(
        where="network",
        text=say(
            "Ask whoever runs the network between to let tcp/{port} to {address} through.",
            port=one.port,
            address=one.address,
        ),
    )


def _look_for_it(one: Refused) -> Decider:
    return Decider(
        question=say("Does the client's packet reach {address} at all?", address=one.address),
        command=f"tcpdump -ni any 'tcp port {one.port} and tcp[13] & 2 != 0'",
    )


_FORWARD = "table inet filter {{\nchain forward {{\ntype filter hook forward priority 0\n{rule}\n}}\n}}\n"


def _between(
    name: str, rule: str, both: str = "proven", alone: Expected | None = None, six: bool = False
) -> Scenario:
    """A server that listens, behind a router with this rule."""
    mine = "firewall-rejects-on-path"
    return Scenario(
        name=name,
        hosts=(
            client(),
            router(nft=_FORWARD.format(rule=rule)),
            server(daemons=(http_server("::" if six else "0.0.0.0", 8080),)),
        ),
        target="tcp://[fd20::5]:8080" if six else "tcp://10.20.0.5:8080",
        both_ends=Expected(verdict=mine, certainty=both),
        client_alone=alone or Expected(verdict=mine, certainty="proven"),
    )


SCENARIO = _between("reject", "ip daddr 10.20.0.5 tcp dport 8080 reject with icmp admin-prohibited")

VARIANTS = (
    _between("port-unreachable", "tcp dport != 22 reject"),
    _between("over-ipv6", "tcp dport 8080 reject with icmpv6 admin-prohibited", six=True),
    _between(
        "tcp-reset",
        "tcp dport 8080 reject with tcp reset",
        alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
)

_SENT_ON = (
    "table ip forwarding {\nchain in {\ntype nat hook prerouting priority -100\n"
    "ip daddr 10.20.0.5 tcp dport 8080 dnat to 10.20.0.5:9090\n}\n}\n"
)

NEAR_MISSES = (
    Scenario(
        name="sent-on-to-a-closed-port-of-the-server",
        hosts=(client(), router(nft=_SENT_ON), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
    ),
    Scenario(
        name="resets-the-server-s-answer",
        hosts=(
            client(),
            router(
                nft=_FORWARD.format(rule="tcp sport 8080 tcp flags & (syn | ack) == syn | ack reject with tcp reset")
            ),
            server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="reply-lost", certainty="proven"),
    ),
    Scenario(
        name="lets-it-through",
        hosts=(
            client(),
            router(nft=_FORWARD.format(rule="tcp dport 8081 reject with icmp admin-prohibited")),
            server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="firewall-rejects-on-path",
    title=say("A device on the path rejects the connection"),
    symptoms=frozenset({Symptom.REFUSED, Symptom.UNREACHABLE, Symptom.PERMISSION_DENIED}),
    look_alikes=frozenset({"server-firewall-rejects", "firewall-blocks-outgoing", "server-not-listening"}),
    needs=(*WHOSE_ADDRESS, *WATCHED, *on_client(Hops, Interfaces, PacketFate), *on_server(PacketFate, Listeners)),
    presumes=frozenset({"elsewhere", "path-filter"}),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
