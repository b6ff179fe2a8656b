"""The hosting panel's firewall keeps the port closed

What it is
----------
A hosting panel runs on the server and manages its packet filter: Plesk, cPanel or DirectAdmin with ConfigServer
Security & Firewall (csf), aaPanel/BT, 1Panel, CyberPanel. The port was never opened in the panel, or closed there.

What you see
------------
"Connection timed out", where the panel's rules drop; "Connection refused" or "No route to host", where they reject.
Sites on 80 and 443 and the panel itself are reached.

How it is told apart
--------------------
From outside it is a firewall like any other. On the server the files of the panel tell that it is installed, and the
rules, walked for this very packet, end in one that the panel makes: in a chain of its own, in a chain of ufw,
firewalld or csf that it manages, or in the script that it loads. A rule that somebody wrote by hand beside it is the
server's own firewall, and the panel does not know of it.

What to do
----------
Open the port in the panel, or with its own command. A rule that is set behind the panel's back is gone as soon as it
writes its rules again.
"""

from __future__ import annotations

from nocarrier.causes import _silence
from nocarrier.causes._arrival import WATCHED, kept_away
from nocarrier.causes._counted import Weighed, weighed
from nocarrier.causes._firewall import (
    able,
    fate,
    from_the_server,
    kept_here,
    owner_known,
    place,
    refused,
)
from nocarrier.causes._firewall_fixes import let_in
from nocarrier.causes._listening import WHOSE_ADDRESS
from nocarrier.causes._silence import look_for_its_packets
from nocarrier.facts.front_ends import of_front_end
from nocarrier.facts.leaving import Leaving
from nocarrier.facts.packet_fate import WAY_IN, NamedRule, PacketFate
from nocarrier.facts.panel import FoundPanel, Panel
from nocarrier.facts.rule_counters import RuleCounters
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
from nocarrier.model.scenario import Expected, Host, Scenario, client, http_server, router, server


def judge(case: Case) -> Judgement:
    """A panel is found on the server, and the rule that decides there is one of its own."""
    panels = case.seen(Panel, Where.SERVER)
    if panels is None:
        return Silent()
    if not panels.facts.found:
        return RuledOut((panels,), say("no hosting panel is installed"))
    quiet = _silence.silent(case)
    if quiet is not None:
        missing = kept_away(case, quiet.facts.address)
        if missing is not None:
            return RuledOut((missing,), say("the packets never arrive at its network card"))
        rules = fate(case, Where.SERVER, quiet.facts.address)
        stop = rules.facts.stops(WAY_IN) if rules is not None else None
        found = weighed(case, Where.SERVER, rules, stop, WAY_IN) if rules is not None else None
        return _judge(case, quiet, rules, found if found and found.decision.fate == "drop" else None, panels)
    for one in refused(case):
        rules = fate(case, Where.SERVER, one.address)
        if rules is not None and (one.said is None or from_the_server(case, one)):
            found = weighed(case, Where.SERVER, rules, able(rules.facts, WAY_IN, one), WAY_IN)
            answering = found if found is not None and found.decision.answers(one.icmp) else None
            return _judge(case, one.attempt, rules, answering, panels)
    return Silent()


def _judge(
    case: Case,
    attempt: Evidence[Any],
    rules: Evidence[PacketFate] | None,
    stop: Weighed | None,
    panels: Evidence[Panel],
) -> Judgement:
    address, port = attempt.facts.address, attempt.facts.port
    if rules is None or kept_here(case, address) is not None:
        return Silent()
    if stop is None:
        cleared = say("no rule of its packet filter stops tcp/{port}", port=port)
        return RuledOut((rules,), cleared) if rules.facts.passes(WAY_IN) else Silent()
    panel = next((one for one in panels.facts.found if one.made(stop.rule, rules.facts.front_end)), None)
    if panel is None:
        labels = ", ".join(one.product.label for one in panels.facts.found)
        return RuledOut((rules, panels), say("the rule that decides is none of {panels}", panels=labels))
    if stop.still:
        return RuledOut(stop.because, say("the counter of its rule stood still while packets were sent"))
    facts, sure = rules.facts, stop.certainty is Certainty.PROVEN
    return Found(
        certainty=stop.certainty,
        summary=say(
            "The firewall of {panel} on {address} keeps tcp/{port} closed: {rule} ({place}).",
            panel=panel.product.label,
            address=address,
            port=port,
            rule=stop.rule.text,
            place=place(stop.rule, facts.front_end),
        ),
        because=(attempt, *stop.because, panels, *owner_known(case, address)),
        fixes=_fixes(panel, stop.rule, facts, facts.port_at(stop.decision), 6 if ":" in address else 4),
        decided_by=() if sure else look_for_its_packets(case, attempt),
    )


def _fixes(panel: FoundPanel, rule: NamedRule, facts: PacketFate, port: int, version: int) -> tuple[Fix, ...]:
    """The panel's own command where it has one, else that of the front end it manages; and where one clicks."""
    product = panel.product
    if product.slug == "plesk":
        return (_plesk(panel, port),)
    command = let_in(rule, facts.front_end, port, version)
    click = say("In {panel}: {page}, {port}/tcp.", panel=product.label, page=product.page, port=port)
    forgotten = say(
        "{panel} writes its rules again by itself; what is not set in it may be gone then.", panel=product.label
    )
    return (
        Fix(
            where="server",
            text=say("{click} On the command line: {command}", click=click, command=command.text),
            commands=command.commands,
            risk=command.risk if of_front_end(rule, facts.front_end) else forgotten,
        ),
    )


def _plesk(panel: FoundPanel, port: int) -> Fix:
    """``plesk ext firewall``: a rule is set, applied, and confirmed from a connection made after that."""
    return Fix(
        where="server",
        text=say(
            "In {panel}: {page}, {port}/tcp incoming, then Apply Changes. Or in a shell, the last command in a second"
            " session:",
            panel=panel.product.label,
            page=panel.product.page,
            port=port,
        ),
        commands=(
            f'plesk ext firewall --set-rule -name "tcp {port}" -direction input -action allow -ports {port}/tcp',
            "plesk ext firewall --apply",
            "plesk ext firewall --confirm",
        ),
        risk=say("Without --confirm within 60 seconds the rules go back to what they were."),
    )


_MARK_OF_BT = {"init.d/bt": "#!/bin/bash\n# chkconfig: 2345 55 25\n### BEGIN INIT INFO\n# Provides: bt\n"}
_MARK_OF_1PANEL = {"systemd/system/1panel-core.service": "[Unit]\nDescription=1Panel\n"}
_MARK_OF_CPANEL = {"systemd/system/cpanel.service": "[Unit]\nDescription=cPanel services\n"}

_PROVEN = Expected(verdict="panel-firewall-blocks", certainty="proven")
_ALONE = Expected(verdict="server-firewall-drops", certainty="possible")
_UFW = (
    ("ufw", "default", "deny", "incoming"),
    *(("ufw", "allow", f"{port}/tcp") for port in (20, 21, 22, 80, 443, 8888)),
    ("ufw", "--force", "enable"),
)


def _behind_a_panel(
    name: str,
    files: dict[str, str],
    commands: tuple[tuple[str, ...], ...],
    package: str = "iptables",
    both_ends: Expected = _PROVEN,
    alone: Expected | None = None,
    **more: object,
) -> Scenario:
    """A program on 8080 of a machine that has these files of a panel and what these commands set up."""
    managed: Host = server(
        files=files,
        commands=commands,
        packages=(package,),
        daemons=(http_server("0.0.0.0", 8080),),
        **more,
    )
    return Scenario(
        name=name,
        hosts=(client(), router(), managed),
        target="tcp://10.20.0.5:8080",
        both_ends=both_ends,
        client_alone=alone,
    )


def _chains(*names: str) -> tuple[tuple[str, ...], ...]:
    return tuple(("iptables", "-N", name) for name in names)


def _in(chain: str, *rule: str) -> tuple[str, ...]:
    return ("iptables", "-A", chain, *rule)


_NEW = ("-p", "tcp", "-m", "conntrack", "--ctstate", "NEW", "-m", "tcp")
_CSF = (
    *_chains("ALLOWIN", "DENYIN", "LOCALINPUT", "INVALID", "INVDROP", "LOGDROPIN"),
    _in("INPUT", "!", "-i", "lo", "-j", "LOCALINPUT"),
    _in("INPUT", "-i", "lo", "-j", "ACCEPT"),
    _in("INPUT", "!", "-i", "lo", "-p", "tcp", "-j", "INVALID"),
    _in("INPUT", "!", "-i", "lo", "-m", "conntrack", "--ctstate", "RELATED,ESTABLISHED", "-j", "ACCEPT"),
    *(_in("INPUT", "!", "-i", "lo", *_NEW, "--dport", port, "-j", "ACCEPT") for port in ("22", "80", "443", "2087")),
    _in(
        "INPUT", "!", "-i", "lo", "-p", "icmp", "--icmp-type", "8", "-m", "limit", "--limit", "1/sec", "-j", "ACCEPT"
    ),
    _in("INPUT", "!", "-i", "lo", "-j", "LOGDROPIN"),
    _in("LOCALINPUT", "!", "-i", "lo", "-j", "ALLOWIN"),
    _in("LOCALINPUT", "!", "-i", "lo", "-j", "DENYIN"),
    _in("INVALID", "-m", "conntrack", "--ctstate", "INVALID", "-j", "INVDROP"),
    _in("INVALID", "-p", "tcp", "-m", "tcp", "--tcp-flags", "SYN,FIN", "SYN,FIN", "-j", "INVDROP"),
    _in("INVDROP", "-j", "DROP"),
    _in("LOGDROPIN", "-p", "tcp", "-m", "tcp", "--dport", "23", "-j", "DROP"),
    _in("LOGDROPIN", "-j", "DROP"),
    ("iptables", "-P", "INPUT", "DROP"),
)
"The chains of csf.pl, in its order; logging is left out, for network namespaces have no kernel log."
_CSF_FILES = {
    "csf/csf.conf": 'TESTING = "0"\nTCP_IN = "20,21,22,25,53,80,110,143,443,465,587,993,995,2087"\nTCP6_IN = "22,80,443"\n',
    "csf/csf.deny": "# ips to block\n",
}

SCENARIO = _behind_a_panel("bt-with-ufw", _MARK_OF_BT, _UFW, "ufw", alone=_ALONE)

VARIANTS = (
    _behind_a_panel("cpanel-with-csf", {**_MARK_OF_CPANEL, **_CSF_FILES}, _CSF),
    _behind_a_panel(
        "denied-by-csf",
        {**_MARK_OF_CPANEL, **_CSF_FILES, "csf/csf.deny": "10.10.0.7 # lfd: (sshd) failed logins\n"},
        (
            *_CSF,
            _in("INPUT", "!", "-i", "lo", *_NEW, "--dport", "8080", "-j", "ACCEPT"),
            _in("DENYIN", "-s", "10.10.0.7", "!", "-i", "lo", "-j", "DROP"),
        ),
    ),
    _behind_a_panel(
        "1panel-with-its-own-chains",
        _MARK_OF_1PANEL,
        (
            *_chains("1PANEL_BASIC_BEFORE", "1PANEL_BASIC", "1PANEL_BASIC_AFTER"),
            *(_in("INPUT", "-j", name) for name in ("1PANEL_BASIC_BEFORE", "1PANEL_BASIC", "1PANEL_BASIC_AFTER")),
            _in("1PANEL_BASIC_BEFORE", "-i", "lo", "-j", "ACCEPT"),
            _in("1PANEL_BASIC_BEFORE", "-m", "conntrack", "--ctstate", "RELATED,ESTABLISHED", "-j", "ACCEPT"),
            _in("1PANEL_BASIC", "-p", "tcp", "-m", "tcp", "--dport", "22", "-j", "ACCEPT"),
            _in("1PANEL_BASIC_AFTER", "-p", "tcp", "-j", "DROP"),
            _in("1PANEL_BASIC_AFTER", "-p", "udp", "-j", "DROP"),
        ),
    ),
    _behind_a_panel(
        "bt-closed-in-its-port-rules",
        _MARK_OF_BT,
        (
            *_chains("IN_BT", "IN_BT_user_ip", "IN_BT_ip", "IN_BT_user_port"),
            _in("INPUT", "-j", "IN_BT"),
            *(_in("IN_BT", "-j", name) for name in ("IN_BT_user_ip", "IN_BT_ip", "IN_BT_user_port")),
            _in("IN_BT_user_port", "-p", "tcp", "-m", "tcp", "--dport", "8080", "-j", "DROP"),
        ),
    ),
    _behind_a_panel(
        "1panel-rejects-by-ufw",
        _MARK_OF_1PANEL,
        (("ufw", "default", "reject", "incoming"), ("ufw", "allow", "22/tcp"), ("ufw", "--force", "enable")),
        "ufw",
    ),
)

NEAR_MISSES = (
    _behind_a_panel(
        "somebody-else-s-rule",
        _MARK_OF_BT,
        (
            *_UFW,
            ("ufw", "allow", "8080/tcp"),
            ("iptables", "-I", "INPUT", "-p", "tcp", "--dport", "8080", "-j", "DROP"),
        ),
        "ufw",
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
    ),
    _behind_a_panel(
        "a-table-beside-the-panel-s",
        _MARK_OF_1PANEL,
        (("ufw", "allow", "8080/tcp"), ("ufw", "--force", "enable")),
        "ufw",
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
        nft="table inet extra { chain in { type filter hook input priority -10; tcp dport 8080 drop; }\n}\n",
    ),
    _behind_a_panel(
        "csf-without-a-panel",
        _CSF_FILES,
        _CSF,
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
    ),
    _behind_a_panel(
        "opened-in-the-panel",
        _MARK_OF_BT,
        (*_UFW, ("ufw", "allow", "8080/tcp")),
        "ufw",
        both_ends=Expected(verdict="", outcome="connected"),
        alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="panel-firewall-blocks",
    title=say("The hosting panel's firewall keeps the port closed"),
    symptoms=_silence.SILENCE | {Symptom.REFUSED, Symptom.PERMISSION_DENIED},
    look_alikes=frozenset({"server-firewall-drops", "server-firewall-rejects", "firewall-drops-on-path"}),
    needs=(*WHOSE_ADDRESS, *WATCHED, *on_client(PacketFate, Leaving), *on_server(PacketFate, RuleCounters, Panel)),
    judge=judge,
    presumes=frozenset({"server-filter"}),
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
