"""A policy of this system forbids the connection

What it is
----------
The operating system does not let this process connect: a system-call filter (seccomp, systemd's
RestrictAddressFamilies=), a security module (AppArmor, SELinux, Landlock), or a BPF program of its control group.
Other processes of the same machine may connect.

What you see
------------
"Permission denied" (EACCES, WSAEACCES 10013) or "Operation not permitted" (EPERM) at once, or "Address family not
supported by protocol" (EAFNOSUPPORT) where whole families are forbidden.

How it is told apart
--------------------
The kernel has a route to the destination and does not forbid it itself, and no packet left. netfilter does not end a
TCP connect with these errors: it drops the packet, and connect waits. What remains is a policy on the process; which
one, its own entries under /proc tell in part.

What to do
----------
Allow it in that policy, or run the program outside of it.
"""

from __future__ import annotations

from nocarrier.causes.client._ways import route_to
from nocarrier.facts.confinement import Confinement
from nocarrier.facts.ipv6 import Ipv6
from nocarrier.facts.route import Route
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
from nocarrier.model.shell import quoted
from nocarrier.model.target import endpoint


def judge(case: Case) -> Judgement:
    """EACCES or EPERM, and neither a route nor any other machine has said so."""
    attempt = _forbidden(case)
    if attempt is None:
        return Silent()
    if attempt.facts.stage == "bind":
        return _privileged_port(case, attempt)
    route = route_to(case, attempt.facts.address)
    if route is not None and route.facts.errno:
        return RuledOut((route,), say("the route itself is refused ({errno})", errno=route.facts.errno))
    policy = case.seen(Confinement)
    told = tuple(seen for seen in (route, policy) if seen is not None)
    sure = route is not None and policy is not None
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=_summary(attempt.facts, policy.facts if policy else None),
        because=(attempt, *told),
        fixes=_fixes(policy.facts if policy else None),
        decided_by=() if sure else (_ask(),),
    )


def _forbidden(case: Case) -> Evidence[TcpAttempt] | None:
    """The first attempt that the system itself did not permit."""
    switches = case.seen(Ipv6)
    policy = case.seen(Confinement)
    for attempt in case.every(TcpAttempt):
        facts = attempt.facts
        if facts.said is None and facts.errno in ("EACCES", "EPERM"):
            return attempt
        there = facts.family == 4 or (switches is not None and switches.facts.present)
        if facts.errno == "EAFNOSUPPORT" and facts.stage == "socket" and there and policy and policy.facts.seccomp:
            return attempt
    return None


def _privileged_port(case: Case, attempt: Evidence[TcpAttempt]) -> Judgement:
    """Ports below net.ipv4.ip_unprivileged_port_start (1024) need CAP_NET_BIND_SERVICE (capabilities(7))."""
    port = case.source_port
    if not 0 < port < 1024:
        return Silent()
    return Found(
        certainty=Certainty.PROVEN,
        summary=say(
            "The client binds port {port}, and ports below 1024 need privileges it does not have.", port=port
        ),
        because=(attempt,),
        fixes=(
            Fix(
                where="client",
                text=say("Let the client bind a port from 1024, or none; or allow it for everybody on this machine:"),
                commands=(f"sysctl -w net.ipv4.ip_unprivileged_port_start={port}",),
                config=f"net.ipv4.ip_unprivileged_port_start = {port}\n",
            ),
        ),
    )


def _ask() -> Decider:
    return Decider(
        question=say("Does the kernel log a refusal, and by which policy?"),
        command="journalctl -k -g 'DENIED|avc:|audit' -n 20",
    )


def _summary(attempt: TcpAttempt, policy: Confinement | None) -> Prose:
    return say(
        "{policy} does not let the client connect to {there} ({errno}); nothing was sent.",
        policy=_policy(policy),
        there=endpoint(attempt.address, attempt.port),
        errno=attempt.errno,
    )


def _policy(policy: Confinement | None) -> Prose:
    if policy is None:
        return say("A policy of this system")
    if policy.hooks:
        return say("A BPF program of the control group ({hooks})", hooks=", ".join(policy.hooks))
    if policy.seccomp:
        return say("A system-call filter (seccomp)")
    if policy.apparmor:
        return say("The AppArmor profile {profile}", profile=policy.apparmor)
    if policy.selinux_enforcing:
        return say("SELinux (context {label})", label=policy.label)
    return say("A policy of this system (a BPF program of the control group, or a security module)")


def _fixes(policy: Confinement | None) -> tuple[Fix, ...]:
    if policy is None:
        return ()
    if policy.apparmor and not policy.hooks and not policy.seccomp:
        return (
            Fix(
                where="client",
                text=say("See what was denied, and allow it in the profile (or let it only complain for a try):"),
                commands=(
                    f"journalctl -k -g 'apparmor=\"DENIED\".*{policy.apparmor}' -n 5",
                    f"aa-complain {policy.apparmor}",
                ),
                risk=say("In complain mode the profile protects nothing."),
            ),
        )
    if policy.selinux_enforcing and not policy.hooks and not policy.seccomp:
        return (
            Fix(
                where="client",
                text=say("See what was denied; for web servers it is usually this switch:"),
                commands=("ausearch -m AVC -ts recent", "setsebool -P httpd_can_network_connect 1"),
            ),
        )
    if policy.unit:
        return (
            Fix(
                where="client",
                text=say(
                    "See what {unit} is allowed, and allow it in a drop-in (RestrictAddressFamilies=, "
                    "SystemCallFilter=, SocketBindDeny=, IPAddressDeny=):",
                    unit=policy.unit,
                ),
                commands=(
                    f"systemctl show {quoted(policy.unit)} -p RestrictAddressFamilies -p SystemCallFilter -p IPAddressDeny",
                    f"systemctl edit {quoted(policy.unit)}",
                ),
            ),
        )
    if policy.seccomp:
        return (
            Fix(
                where="client",
                text=say(
                    "Start the program without that filter, or with one that allows connect: a container's "
                    "--security-opt seccomp=, a sandbox's network switch."
                ),
            ),
        )
    return (
        Fix(
            where="client",
            text=say("See which BPF programs its control group has, and which security modules are active:"),
            commands=("bpftool cgroup tree", "cat /sys/kernel/security/lsm"),
        ),
    )


PROVEN = Expected(verdict="permission-denied", certainty="proven")


def _filtered(name: str, errno: str, expected: Expected) -> Scenario:
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="tcp://10.20.0.5:8080",
        both_ends=expected,
        client_alone=expected,
        client_command=("{python}", "-m", "nocarrier.lab.forbid", errno),
    )


SCENARIO = _filtered("seccomp-filter", "EPERM", PROVEN)

VARIANTS = (_filtered("seccomp-filter-eacces", "EACCES", PROVEN),)

NEAR_MISSES = (
    Scenario(
        name="a-prohibiting-route",
        hosts=(
            client(commands=(("ip", "route", "add", "prohibit", "10.20.0.5"),), packages=("iproute2",)),
            router(),
            server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="route-forbids", certainty="proven"),
        client_alone=Expected(verdict="route-forbids", certainty="proven"),
    ),
)

CAUSE = Cause(
    slug="permission-denied",
    title=say("A policy of this system forbids the connection"),
    symptoms=frozenset({Symptom.PERMISSION_DENIED, Symptom.ADDRESS_UNAVAILABLE}),
    look_alikes=frozenset({"route-forbids"}),
    needs=on_client(Route, Confinement, Ipv6),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"route-forbids"}),
)
