"""IPv6 is switched off on this machine

What it is
----------
The destination is an IPv6 address, and the client's machine has IPv6 switched off: by the kernel's command line, by
net.ipv6.conf.*.disable_ipv6, or in a container that was given none. Dialling "localhost" or [::1] is how it is met
most often.

What you see
------------
"Cannot assign requested address" (EADDRNOTAVAIL) for ::1, "Network is unreachable" (ENETUNREACH) for others, or
"Address family not supported by protocol" (EAFNOSUPPORT, WSAEAFNOSUPPORT 10047), always at once.

How it is told apart
--------------------
The kernel's switches are read: IPv6 is off on the link that would be used, and no address of the family is there.
EADDRNOTAVAIL also comes from a full range of local ports; then the switches are on and the ports are counted. Where
IPv6 is on and there is only no way to the destination it is no-route.

What to do
----------
Dial the IPv4 address of the same host, or switch IPv6 on and give the link its addresses back.
"""

from __future__ import annotations

from nocarrier.causes.client._ways import LOOPBACK, unsent
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.ipv6 import Ipv6
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.private import is_loopback
from nocarrier.facts.tcp import TcpAttempt
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
from nocarrier.model.shell import call, quoted

ERRORS = {"EADDRNOTAVAIL", "ENETUNREACH", "EAFNOSUPPORT", "EACCES"}


def judge(case: Case) -> Judgement:
    """Only IPv6 was dialled, it ended inside this machine, and IPv6 is off where it would have left."""
    attempt = _attempt(case)
    if attempt is None:
        return Silent()
    switches = case.seen(Ipv6)
    if switches is None:
        return _unseen(attempt)
    loopback = is_loopback(attempt.facts.address)
    links = case.seen(Interfaces)
    if not _off(switches.facts, links.facts if links else None, loopback):
        return RuledOut((switches,), say("IPv6 is switched on"))
    told = (links,) if links is not None and switches.facts.present else ()
    sure = bool(told) or not switches.facts.present
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=_summary(switches.facts, attempt.facts.address),
        because=(attempt, switches, *told),
        fixes=_fixes(case, attempt, switches.facts, loopback=loopback),
        decided_by=() if sure else (_ask(),),
    )


def _attempt(case: Case) -> Evidence[TcpAttempt] | None:
    """The first attempt, where only IPv6 was dialled and nothing of it left this machine.

    Where ::1 is gone from loopback it is sent by the default route, if there is one, and nobody answers.
    """
    attempts = tuple(case.every(TcpAttempt))
    if any(seen.facts.family == 4 for seen in attempts):
        return None
    astray = [seen for seen in attempts if seen.facts.expired and is_loopback(seen.facts.address)]
    return next((seen for seen in (*astray, *unsent(case)) if seen.facts.expired or seen.facts.errno in ERRORS), None)


def _unseen(attempt: Evidence[TcpAttempt]) -> Judgement:
    """Without the kernel's switches: two of the errors have other reasons."""
    if attempt.facts.errno not in ("EAFNOSUPPORT", "EADDRNOTAVAIL") or attempt.facts.stage == "bind":
        return Silent()
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=say("IPv6 may be switched off on this machine."),
        because=(attempt,),
        decided_by=(_ask(),),
    )


def _ask() -> Decider:
    return Decider(
        question=say("Is IPv6 switched on, and does a link have an IPv6 address?"),
        command="sysctl net.ipv6.conf.all.disable_ipv6; ip -6 address",
    )


def _off(switches: Ipv6, links: Interfaces | None, loopback: bool) -> bool:
    """Whether IPv6 is off on every link over which it could leave."""
    if not switches.present:
        return True
    if loopback:
        return LOOPBACK in switches.off
    if links is None:
        return switches.all_off
    names = [link.name for link in links.interfaces if link.name != LOOPBACK and link.up]
    has_addresses = any(
        ":" in own and not own.startswith("fe80:")
        for link in links.interfaces
        if link.name not in (LOOPBACK, *switches.off)
        for own in link.addresses
    )
    # A link on which it is on, but that has only its link-local address, leads nowhere by itself.
    return bool(names) and any(name in switches.off for name in names) and not has_addresses


def _summary(switches: Ipv6, address: str) -> Prose:
    if switches.by_boot:
        return say("{address} is IPv6, and this kernel was started with ipv6.disable=1.", address=address)
    if not switches.present:
        return say("{address} is IPv6, and this kernel runs without IPv6.", address=address)
    if switches.all_off:
        return say(
            "{address} is IPv6, which is switched off on this machine (net.ipv6.conf.all.disable_ipv6 = 1).",
            address=address,
        )
    return say(
        "{address} is IPv6, which is switched off on {links} of this machine.",
        address=address,
        links=", ".join(switches.off),
    )


def _fixes(case: Case, attempt: Evidence[TcpAttempt], switches: Ipv6, *, loopback: bool) -> tuple[Fix, ...]:
    on = _switch_on(switches, loopback=loopback)
    if not loopback:
        return (on, Fix(where="client", text=say("Or dial the IPv4 address of the same host.")))
    dial = Fix(
        where="client",
        text=say("Dial this machine by its IPv4 loopback address:"),
        commands=(call(case.target.at(host="127.0.0.1")),),
    )
    listeners = case.seen(Listeners)
    port = attempt.facts.port
    six = listeners is not None and any(listener.family == 6 for listener in listeners.facts.on(port))
    return (on, dial) if six else (dial, on)


def _switch_on(switches: Ipv6, *, loopback: bool) -> Fix:
    if not switches.present:
        return Fix(
            where="client",
            text=say("Or start the kernel with IPv6: take ipv6.disable=1 out of its command line and restart."),
        )
    names = ["all", "default"] if switches.all_off else [LOOPBACK] if loopback else list(switches.off)
    config = "".join(f"net.ipv6.conf.{name}.disable_ipv6 = 0\n" for name in names)
    return Fix(
        where="client",
        text=say("Switch IPv6 on; to keep it, put the lines into /etc/sysctl.d/90-ipv6.conf:"),
        commands=tuple(f"sysctl -w {quoted(f'net.ipv6.conf.{name}.disable_ipv6=0')}" for name in names),
        config=config,
        risk=say("Static IPv6 addresses were lost when it was switched off; the network's set-up gives them again."),
    )


PROVEN = Expected(verdict="address-family-disabled", certainty="proven")
OFF = {"net.ipv6.conf.all.disable_ipv6": "1", "net.ipv6.conf.default.disable_ipv6": "1"}
HERE = http_server("::", 8080)


def _without_ipv6(name: str, target: str, expected: Expected, **changes: object) -> Scenario:
    settings: dict[str, object] = {"sysctls": OFF, "daemons": (HERE,), **changes}
    return Scenario(
        name=name,
        hosts=(router(), server(daemons=(http_server("::", 8080),)), client(**settings)),
        target=target,
        client_alone=expected,
    )


SCENARIO = _without_ipv6("loopback", "tcp://[::1]:8080", PROVEN)

VARIANTS = (
    _without_ipv6("another-machine", "tcp://[fd20::5]:8080", PROVEN),
    _without_ipv6("only-on-loopback", "tcp://[::1]:8080", PROVEN, sysctls={"net.ipv6.conf.lo.disable_ipv6": "1"}),
    _without_ipv6(
        "only-on-the-link", "tcp://[fd20::5]:8080", PROVEN, sysctls={"net.ipv6.conf.eth0.disable_ipv6": "1"}
    ),
    _without_ipv6("listening-on-ipv4", "tcp://[::1]:8080", PROVEN, daemons=(http_server("127.0.0.1", 8080),)),
)

NEAR_MISSES = (
    _without_ipv6("localhost-has-both", "tcp://localhost:8080", Expected(verdict="", outcome="connected")),
    _without_ipv6("ipv4-is-dialled", "tcp://10.20.0.5:8080", Expected(verdict="", outcome="connected")),
)

CAUSE = Cause(
    slug="address-family-disabled",
    title=say("IPv6 is switched off on this machine"),
    symptoms=frozenset(
        {Symptom.ADDRESS_UNAVAILABLE, Symptom.UNREACHABLE, Symptom.PERMISSION_DENIED, Symptom.TIMED_OUT}
    ),
    look_alikes=frozenset(
        {"no-route", "source-address-not-local", "ephemeral-ports-exhausted", "time-wait-exhaustion"}
    ),
    needs=on_client(Ipv6, Interfaces, Listeners),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
