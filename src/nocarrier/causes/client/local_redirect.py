"""A rule on the client's own machine sends the connection elsewhere

What it is
----------
The packet filter of the client's machine changes where the connection goes (REDIRECT, DNAT) or hands it to a program
there (TPROXY): proxy and VPN software, a service mesh, a forgotten experiment. The program that dials sees nothing of it.

What you see
------------
Whatever is at the other place answers: "Connection refused" where nobody listens there any more, an answer in another
protocol, a connection that is closed at once, a time-out. The same target answers from another machine.

How it is told apart
--------------------
The rules of the output hook, walked for this very packet, name the one that catches it and where it sends it. Where
nobody listens on the port that it is redirected to, that rule alone explains the refusal. Where somebody does, the
server's side tells whether the target itself would have taken the connection.

What to do
----------
Exempt the destination right before the rule, or take the rule out. A program that made the rule makes it again: stop
it, or exclude the destination in its settings.
"""

from __future__ import annotations

from nocarrier.causes._both_ends import with_the_server
from nocarrier.causes._firewall import place
from nocarrier.causes._firewall_fixes import spare
from nocarrier.causes._listening import server_listeners, stayed_here
from nocarrier.causes._symptoms import NOT_CONNECTED, NOT_UNDERSTOOD
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.redirection import Redirection
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
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
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import quoted
from nocarrier.model.target import endpoint


def judge(case: Case) -> Judgement:
    """A rule of the client's own machine catches the packet, and what it met is not the target."""
    seen = [one for one in case.every(Redirection) if not stayed_here(case, one.facts.address)]
    sent = next((one for one in seen if one.facts.rule is not None), None)
    if sent is None:
        known = next((one for one in seen if one.facts.whole), None)
        return RuledOut((known,), say("no rule here sends it elsewhere")) if known else Silent()
    attempt = next((one for one in case.every(TcpAttempt) if one.facts.address == sent.facts.address), None)
    if attempt is None:
        return Silent()
    certainty, beside = _certainty(case, sent.facts, attempt.facts)
    return Found(
        certainty=certainty,
        summary=_summary(sent.facts),
        because=(attempt, sent, *beside),
        fixes=_fixes(sent.facts),
        decided_by=() if certainty is Certainty.PROVEN else _deciders(case, sent.facts),
    )


def _certainty(case: Case, sent: Redirection, attempt: TcpAttempt) -> tuple[Certainty, tuple[Evidence[Any], ...]]:
    """What was met is elsewhere for certain; whether the target would have answered, only the server's side knows."""
    if not sent.certain or sent.of_a_cluster:
        return Certainty.POSSIBLE, ()
    met_nobody = attempt.reset if sent.kind == "redirect" else attempt.expired
    if sent.nobody_there and met_nobody:
        return Certainty.PROVEN, ()
    taking = _server_would_take_it(case, sent)
    return (Certainty.PROVEN, taking) if taking else (Certainty.LIKELY, ())


def _server_would_take_it(case: Case, sent: Redirection) -> tuple[Evidence[Any], ...]:
    """The dialled address is the server's own, and a program takes what is sent to the port there."""
    listeners, own = server_listeners(case), case.seen(Interfaces, Where.SERVER)
    if listeners is None or own is None or not own.facts.has(sent.address):
        return ()
    if sent.to_address and own.facts.has(sent.to_address):
        return ()
    return (listeners, own) if listeners.facts.taking(sent.address, sent.port) else ()


def _summary(sent: Redirection) -> Prose:
    there, rule = endpoint(sent.address, sent.port), sent.rule
    assert rule is not None
    if not sent.stays:
        return say(
            "This machine's own packet filter sends {there} to {to}: a rule in {place}.",
            there=there,
            to=sent.there,
            place=place(rule),
        )
    if sent.nobody_there:
        return say(
            "This machine's own packet filter keeps what goes to {there} here, for port {port}, where nobody listens: a"
            " rule in {place}.",
            there=there,
            port=sent.there,
            place=place(rule),
        )
    return say(
        "This machine's own packet filter keeps what goes to {there} here, and gives it to {program} on port {port}: a"
        " rule in {place}.",
        there=there,
        program=_program(sent),
        port=sent.there,
        place=place(rule),
    )


def _program(sent: Redirection) -> str | Prose:
    program = next((one.program for one in sent.listeners or () if one.program is not None), None)
    return f"{program.name} (pid {program.pid})" if program else say("a program")


def _fixes(sent: Redirection) -> tuple[Fix, ...]:
    assert sent.rule is not None
    fixes = [_past_the_mark(sent) if sent.mark else spare(sent.rule, sent.address, sent.port)]
    program = next((one.program for one in sent.listeners or () if one.program is not None), None)
    if program is not None:
        unit = program.unit
        fixes.append(
            Fix(
                where="client",
                text=say(
                    "Or exclude {address} in the settings of {program}, which takes these connections, or stop it:",
                    address=sent.address,
                    program=program.name,
                ),
                commands=(f"systemctl stop {quoted(unit)}",) if unit else (f"kill {program.pid}",),
            )
        )
    return tuple(fixes)


def _past_the_mark(sent: Redirection) -> Fix:
    """What is marked is led back here by a policy rule of the routes: one before it leads it out."""
    bare = sent.address.partition("%")[0]
    return Fix(
        where="client",
        text=say("Route what goes to {address} out before what is marked is led back here:", address=bare),
        commands=(f"ip {'-6 ' if ':' in bare else ''}rule add to {bare} lookup main priority 1",),
        risk=say("This lasts until the next start."),
    )


def _deciders(case: Case, sent: Redirection) -> tuple[Decider, ...]:
    if case.server_named:
        return (
            Decider(
                question=say("Does its counter rise when the target is dialled?"),
                command="sudo nft -a list ruleset; sudo iptables-save -c -t nat",
            ),
        )
    return (with_the_server(case, say("Would the server itself take the connection?")),)


def _redirected(
    name: str, rule: str, *daemons: Daemon, hook: str = "", commands: tuple[tuple[str, ...], ...] = ()
) -> Scenario:
    """A server that listens, and a client whose rules send what goes to it elsewhere."""
    chain = hook or "type nat hook output priority -100"
    return Scenario(
        name=name,
        hosts=(
            client(
                nft=f"table ip proxying {{\nchain out {{\n{chain}\n{rule}\n}}\n}}\n" if rule else "",
                commands=commands,
                packages=("iptables",) if commands else (),
                daemons=daemons,
            ),
            router(),
            server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="http://10.20.0.5:8080",
        both_ends=Expected(verdict="local-redirect", certainty="proven"),
        client_alone=Expected(verdict="local-redirect", certainty="proven"),
    )


SCENARIO = _redirected(
    "to-a-port-that-nobody-holds", "ip daddr 10.20.0.0/16 tcp dport { 80, 8080 } redirect to :12345"
)

_TO_A_DEAD_HOST = (
    ("iptables", "-t", "nat", "-N", "VPN"),
    ("iptables", "-t", "nat", "-A", "OUTPUT", "-p", "tcp", "-j", "VPN"),
    ("iptables", "-t", "nat", "-A", "VPN", "-d", "127.0.0.0/8", "-j", "RETURN"),
    ("iptables", "-t", "nat", "-A", "VPN", "-p", "tcp", "-j", "DNAT", "--to-destination", "10.20.0.1:8443"),
)
_TRANSPARENT = (
    ("iptables", "-t", "mangle", "-A", "OUTPUT", "-p", "tcp", "-d", "10.20.0.0/16", "-j", "MARK", "--set-mark", "0x1"),
    ("iptables", "-t", "mangle", "-A", "PREROUTING", "-i", "lo", "-p", "tcp", "-m", "mark", "--mark", "0x1",
     "-j", "TPROXY", "--on-port", "12345", "--tproxy-mark", "0x1"),
    ("ip", "rule", "add", "fwmark", "0x1", "lookup", "100"),
    ("ip", "route", "add", "local", "default", "dev", "lo", "table", "100"),
)  # fmt: skip

_HANGS_UP = """
import socket
listener = socket.create_server(("0.0.0.0", 12345))
while True:
    listener.accept()[0].close()
"""
_UPSTREAM_GONE = Daemon(argv=("{python}", "transparent.py"), files={"transparent.py": _HANGS_UP}, ready="tcp:12345")
"A transparent proxy whose own way out does not work: it takes every connection and drops it."
_LIKELY = Expected(verdict="local-redirect", certainty="likely")

VARIANTS = (
    replace(_redirected("to-another-machine-by-iptables", "", commands=_TO_A_DEAD_HOST), client_alone=_LIKELY),
    replace(
        _redirected(
            "to-a-proxy-that-hangs-up", "ip daddr 10.20.0.5 tcp dport 8080 redirect to :12345", _UPSTREAM_GONE
        ),
        client_alone=_LIKELY,
    ),
    _redirected("to-a-transparent-proxy-that-is-gone", "", commands=_TRANSPARENT),
)

NEAR_MISSES = (
    Scenario(
        name="a-rule-for-other-users",
        hosts=(
            client(
                nft="table ip proxying {\nchain out {\ntype nat hook output priority -100\n"
                "meta skuid 0 return\ntcp dport 8080 redirect to :12345\n}\n}\n"
            ),
            router(),
            server(),
        ),
        target="http://10.20.0.5:8080",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    Scenario(
        name="a-redirection-that-works",
        hosts=(
            client(
                nft="table ip proxying {\nchain out {\ntype nat hook output priority -100\n"
                "tcp dport 8081 redirect to :12345\n}\n}\n",
                daemons=(http_server("0.0.0.0", 12345),),
            ),
            router(),
            server(),
        ),
        target="http://10.20.0.5:8081",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="local-redirect",
    title=say("A rule on the client's own machine sends the connection elsewhere"),
    symptoms=NOT_CONNECTED | NOT_UNDERSTOOD,
    look_alikes=frozenset({"server-not-listening", "firewall-blocks-outgoing", "host-down", "wrong-host"}),
    needs=(*on_client(Redirection, Route), *on_server(Listeners, Interfaces)),
    judge=judge,
    presumes=frozenset({"client-filter"}),
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    misdirects=True,
)
