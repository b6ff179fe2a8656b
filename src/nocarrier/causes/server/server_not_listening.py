"""No program listens on the port

What it is
----------
The machine is up and reachable, but no program on it takes connections on this port. Its kernel answers every
attempt with a TCP reset at once.

What you see
------------
The client prints "Connection refused" (ECONNREFUSED, WSAECONNREFUSED 10061) within one round trip.

How it is told apart
--------------------
A reset without any ICMP message comes from the host itself, or from a firewall that imitates it. Only the server's
own table of listeners decides: nothing on the port there, on any address. Where a rule of the server sends the
connection on (DNAT, REDIRECT, a published port), what listens there decides instead. From the client alone a program that is
bound to another address, one that listens on another port, and a firewall that resets look exactly the same.

What to do
----------
Start the program that should listen, and look at why it does not run: its unit's state and its last words. If it
runs and listens elsewhere, dial that port instead.
"""

from __future__ import annotations

from nocarrier.causes._containers import shut_in
from nocarrier.causes._listening import (
    Meeting,
    Refusal,
    another_row,
    judged,
    look_at_the_server,
    moved_on_the_way,
    perhaps,
    refusal,
    reset,
    server_listeners,
)
from nocarrier.causes._other_port import OTHER_PORTS, OtherPort, other_port
from nocarrier.causes._sent_on import SentOn, dial_it_there, sent_on
from nocarrier.causes._starting import WHAT_BELONGS_THERE, belonging, start, why_not
from nocarrier.causes._workerman_if_any import WORKERMAN, listen_there
from nocarrier.causes._workerman_lab import ANSWERING, workerman
from nocarrier.facts.containers import Containers
from nocarrier.facts.stopped_programs import Stopped
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent, Symptom, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.scenario import Expected, Host, Scenario, client, http_server, router, server
from nocarrier.model.shell import quoted


def judge(case: Case) -> Judgement:
    """A reset, and nothing on the port."""
    refused = refusal(case)
    if refused is None:
        return _moved_to_nobody(case)
    address, port = refused.address, refused.port
    held = shut_in(case, refused)
    if held is not None:
        return RuledOut(
            (held.seen,), say("the container {name} listens on {port}", name=held.container.name, port=held.port)
        )
    moved = sent_on(case, refused)
    if moved is not None:
        return _where_it_is_sent(case, refused, moved)
    if refused.listeners is None:
        return perhaps(
            case,
            refused,
            say("{address} is up, and says that no program takes connections on {port}.", address=address, port=port),
        )
    if refused.met is not Meeting.NOBODY:
        return another_row(refused)
    stopped = belonging(case)
    other = other_port(case, refused)
    if other is not None and other.certainty is Certainty.PROVEN:
        return RuledOut(other.because, say("the service listens on {port} instead", port=other.port))
    move = listen_there(case)
    begin = start(case, stopped, port)
    # Where it is not known what belongs there, a line that is known says more than where to look.
    fixes = (begin,) if move is None else (begin, move) if stopped is not None else (move, begin)
    judgement = judged(case, refused, _summary(refused, stopped), fixes)
    return judgement if other is None else _beside(case, judgement, other)


def _moved_to_nobody(case: Case) -> Judgement:
    """A device on the way sends it on to another port of the server, and there nobody takes it."""
    attempt, listeners = reset(case), server_listeners(case)
    arrived = moved_on_the_way(case, attempt) if attempt is not None else None
    moved = arrived.facts.moved if arrived is not None else None
    if attempt is None or listeners is None or arrived is None or moved is None:
        return Silent()
    there, address, port = moved.target_port, attempt.facts.address, attempt.facts.port
    if listeners.facts.perhaps_taking(moved.target, there):
        return RuledOut((arrived, listeners), say("{port} is listened on", port=there))
    words: dict[str, str | int | float | Prose] = {"port": port, "address": address, "there": there}
    return Found(
        certainty=Certainty.PROVEN,
        summary=say(
            "What is sent to {port} of {address} comes in there for port {there}: a device on the way sends it on, and no"
            " program takes connections on {there}.",
            **words,
        ),
        because=(attempt, arrived, listeners),
        fixes=(
            Fix(
                where="network",
                text=say(
                    "Ask whoever runs the device in between to send {port} of {address} on to the port on which the"
                    " program listens, or to let it through as it is.",
                    **words,
                ),
            ),
            Fix(
                where="server",
                text=say("Start the program that is to listen on {there}; this shows who does:", **words),
                commands=(f"ss -ltnp 'sport = :{there}'",),
            ),
        ),
    )


def _where_it_is_sent(case: Case, refused: Refusal, moved: SentOn) -> Judgement:
    """The listeners of the dialled port are never asked: a rule of the server sends the connection on."""
    if moved.listeners:
        return RuledOut(moved.because, say("{there} is listened on", there=moved.there))
    known = moved.listeners is not None
    return Found(
        certainty=Certainty.PROVEN if known else Certainty.POSSIBLE,
        summary=_sent_to_nobody(refused, moved),
        because=(refused.attempt, *moved.because),
        fixes=_start_there(moved),
        decided_by=() if known else dial_it_there(case, moved),
    )


def _sent_to_nobody(refused: Refusal, moved: SentOn) -> Prose:
    from nocarrier.causes._firewall import place

    if moved.container is not None:
        return say(
            "{address} sends what comes for {port} on to {there}, the container {name}, where no program listens on "
            "that port: {rule} ({place}).",
            address=refused.address,
            port=refused.port,
            there=moved.there,
            name=moved.container.name,
            rule=moved.rule.text,
            place=place(moved.rule),
        )
    return say(
        "{address} sends what comes for {port} on to {there}, where no program takes it: {rule} ({place}).",
        address=refused.address,
        port=refused.port,
        there=moved.there,
        rule=moved.rule.text,
        place=place(moved.rule),
    )


def _start_there(moved: SentOn) -> tuple[Fix, ...]:
    rest = say("Start the program that should listen on {there}, or correct the rule:", there=moved.there)
    if moved.container is not None:
        container = moved.container
        return (
            Fix(
                where="server",
                text=say(
                    "See what runs in {name} and where it listens; it should listen on {port} of all addresses:",
                    name=container.name,
                    port=moved.port,
                ),
                commands=(
                    f"{container.engine} logs --tail 20 {quoted(container.name)}",
                    f"{container.engine} port {quoted(container.name)}",
                ),
            ),
        )
    from nocarrier.causes._firewall import nft_chain

    rule = moved.rule
    listing = f"nft -a list chain {nft_chain(rule)}"
    if rule.backend != "nft":
        listing = f"{'iptables' if rule.family == 'ip' else 'ip6tables'} -t {rule.table} -nvL {quoted(rule.chain)} --line-numbers"
    return (Fix(where="server", text=rest, commands=(listing,)),)


def _beside(case: Case, judgement: Judgement, other: OtherPort) -> Judgement:
    """No surer than the other reading leaves it: that another port was meant."""
    assert isinstance(judgement, Found)
    return replace(
        judgement,
        certainty=Certainty.POSSIBLE if other.certainty is Certainty.LIKELY else Certainty.LIKELY,
        decided_by=look_at_the_server(case),
    )


def _summary(refused: Refusal, stopped: Stopped | None) -> Prose:
    if stopped is None:
        return say("No program listens on port {port} of {address}.", port=refused.port, address=refused.address)
    return say(
        "No program listens on port {port} of {address}: {why}.",
        port=refused.port,
        address=refused.address,
        why=why_not(stopped),
    )


_WORKER = f"$worker = new Worker('websocket://0.0.0.0:2345');\n{ANSWERING}"

SCENARIO = Scenario(
    name="nothing-runs",
    hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 9999),))),
    target="tcp://10.20.0.5:4711",
    both_ends=Expected(verdict="server-not-listening", certainty="proven"),
    client_alone=Expected(verdict="server-not-listening", certainty="possible"),
)

_TO_NOBODY = """\
table ip n {{
  chain p {{
    type nat hook prerouting priority -100
    tcp dport 8080 {to}
  }}
}}
"""

VARIANTS = (
    Scenario(
        name="workerman-far-off",
        hosts=(client(), router(), server(daemons=(workerman(4, _WORKER, 2345),))),
        target="ws://10.20.0.5:9501/chat",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
    ),
    Scenario(
        name="set-up-and-not-started",
        hosts=(
            client(),
            router(),
            server(
                files={"redis/redis.conf": "port 7399\nbind 0.0.0.0\nprotected-mode no\ndir /tmp\n"},
                packages=("redis-server",),
            ),
        ),
        target="redis://10.20.0.5:7399",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    Scenario(
        name="redirected-to-nobody",
        hosts=(
            client(),
            router(),
            server(nft=_TO_NOBODY.format(to="redirect to :9080"), daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    Scenario(
        name="sent-on-to-nobody",
        hosts=(
            client(),
            router(),
            server(
                addresses=("10.20.0.5/24", "fd20::5/64", "172.17.0.1/24"),
                forwards=True,
                nft=_TO_NOBODY.format(to="dnat to 172.17.0.2:80"),
            ),
            Host(name="inner", addresses=("172.17.0.2/24",), gateways=("172.17.0.1",)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="server-not-listening", certainty="possible"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="another-machine-was-looked-at",
        hosts=(client(), router(), server(daemons=(http_server("127.0.0.1", 4711),))),
        target="tcp://10.20.0.5:4711",
        server="router",
        both_ends=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    Scenario(
        name="it-listens",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 4711),))),
        target="tcp://10.20.0.5:4711",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="redirected-to-a-listener",
        hosts=(
            client(),
            router(),
            server(nft=_TO_NOBODY.format(to="redirect to :9080"), daemons=(http_server("0.0.0.0", 9080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="server-not-listening",
    title=say("No program listens on the port"),
    symptoms=frozenset({Symptom.REFUSED}),
    look_alikes=frozenset(
        {
            "container-port-not-published",
            "localhost-inside-container",
            "listening-on-loopback-only",
            "wrong-port",
            "listening-on-other-address",
            "wrong-address-family",
            "server-firewall-rejects",
            "firewall-rejects-on-path",
            "firewall-blocks-outgoing",
            "hosts-file-override",
            "dns-wrong-address",
            "search-domain-surprise",
            "wrong-host",
        }
    ),
    needs=(*OTHER_PORTS, *WHAT_BELONGS_THERE, *on_server(Containers), *WORKERMAN),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"localhost-inside-container"}),
)
