"""Opening one port in the packet filter that was seen, in the words of what manages it."""

from __future__ import annotations

import re

from nocarrier.causes._firewall import is_a_ban, nft_chain
from nocarrier.facts.front_ends import of_front_end, zone_of
from nocarrier.facts.packet_fate import FrontEnd, NamedRule
from nocarrier.model.judgement import Fix
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record
from nocarrier.model.shell import quoted
from nocarrier.model.target import endpoint


class Opening(Record):
    """What is to be let through: a port, and (on the way out) only to one address."""

    port: int
    version: int
    address: str = ""


def let_in(rule: NamedRule, manager: FrontEnd, port: int, version: int) -> Fix:
    """On the server: packets to the port come in."""
    opening = Opening(port, version)
    if is_a_ban(rule):
        return _unban(rule)
    if not of_front_end(rule, manager):
        return _by_hand(rule, "server", opening)
    if manager == "firewalld":
        return _denied_by_firewalld(rule, opening) if rule.chain.endswith("_deny") else _firewalld(rule, port)
    if manager == "csf":
        return _denied_by_csf(rule) if rule.chain in CSF_DENIES else _csf(port)
    return _ufw(rule, opening)


def let_itself_in(rule: NamedRule) -> Fix:
    """Where the machine dials itself: over ``lo`` every packet comes in once more, what it answers itself too."""
    command = _accept_before(rule, "iifname lo" if rule.backend == "nft" else "-i lo")
    return Fix(
        where="server",
        text=say("Let this machine reach itself; nobody else comes in over lo:"),
        commands=(command,),
        risk=_lasting(rule),
    )


def let_in_somehow(address: str, port: int) -> Fix:
    """On a server whose rules were not seen: the words of each of the usual front ends."""
    return Fix(
        where="server",
        text=say(
            "On {address}, let port {port} in, with the words of what manages its rules. ufw:"
            " ufw allow {port}/tcp; firewalld: firewall-cmd --add-port={port}/tcp; else in front of the rule"
            " that rejects: iptables -I INPUT -p tcp --dport {port} -j ACCEPT, or nft insert rule inet filter input"
            " tcp dport {port} accept.",
            address=address,
            port=port,
        ),
    )


def let_out(rule: NamedRule, manager: FrontEnd, address: str, port: int) -> Fix:
    """On the client: packets to this address and port go out."""
    opening = Opening(port, 6 if ":" in address else 4, address.partition("%")[0])
    if manager == "ufw" and of_front_end(rule, manager):
        return Fix(
            where="client",
            text=say("Let port {port} of {address} out; ufw keeps it over a restart:", port=port, address=address),
            commands=(f"ufw prepend allow out proto tcp to {opening.address} port {port}",),
        )
    return _by_hand(rule, "client", opening)


def let_back(rule: NamedRule) -> Fix:
    """On the client: answers to its own connections come in, before the rule that drops them."""
    known = "ct state established,related" if rule.backend == "nft" else "-m conntrack --ctstate ESTABLISHED,RELATED"
    command = _accept_before(rule, known)
    return Fix(
        where="client",
        text=say("Let answers to this machine's own connections in:"),
        commands=(command,),
        risk=_lasting(rule),
    )


def spare(rule: NamedRule, address: str, port: int) -> Fix:
    """On the client: what goes to this address and port passes the rule that sends it elsewhere."""
    bare = address.partition("%")[0]
    if rule.backend == "nft":
        chain = nft_chain(rule)
        family = "ip6" if ":" in bare else "ip"
        where = f"{chain} position {rule.handle}"
        command = f"nft insert rule {where} {family} daddr {bare} tcp dport {port} accept"
    else:
        where = f"-I {quoted(rule.chain)} {rule.number}"
        command = f"{_program(rule)} {where} -d {bare} -p tcp --dport {port} -j ACCEPT"
    return Fix(
        where="client",
        text=say("Let what goes to {there} pass, right before the rule:", there=endpoint(bare, port)),
        commands=(command,),
        risk=_lasting(rule),
    )


def _ufw(rule: NamedRule, opening: Opening) -> Fix:
    """What the default policy keeps out is simply allowed; what a rule keeps out, before that rule.

    ``prepend`` leaves an equal rule with another verdict where it is, and ``allow`` then turns it round; where there
    is none, ``prepend`` has done it and ``allow`` finds it done (ufw 0.36, `UFWBackendIptables.set_rule`).
    """
    allow = f"ufw allow {opening.port}/tcp"
    by_user = rule.chain in ("ufw-user-input", "ufw6-user-input")
    return Fix(
        where="server",
        text=say("Let port {port} in; ufw keeps it over a restart:", port=opening.port),
        commands=(f"ufw prepend allow {opening.port}/tcp", allow) if by_user else (allow,),
    )


def _accept_before(rule: NamedRule, selected: str) -> str:
    """Let pass what the rule's back end selects by these words, before the rule; after all others, where it is the policy."""
    if rule.backend == "nft":
        chain = nft_chain(rule)
        before = f"add rule {chain}" if rule.policy else f"insert rule {chain} position {rule.handle}"
        return f"nft {before} {selected} accept"
    where = f"-A {quoted(rule.chain)}" if rule.policy else f"-I {quoted(rule.chain)} {rule.number}"
    return f"{_program(rule)} {where} {selected} -j ACCEPT"


def _firewalld(rule: NamedRule, port: int) -> Fix:
    """In the zone in whose chain the rule stands; else in the default one."""
    zone = _zone(rule)
    return Fix(
        where="server",
        text=say("Let port {port} in, now and after the next start of firewalld:", port=port),
        commands=(
            f"firewall-cmd{zone} --add-port={port}/tcp",
            f"firewall-cmd --permanent{zone} --add-port={port}/tcp",
        ),
    )


def _zone(rule: NamedRule) -> str:
    zone = zone_of(rule)
    return f" --zone={quoted(zone)}" if zone else ""


def _denied_by_firewalld(rule: NamedRule, opening: Opening) -> Fix:
    """A rich rule that denies comes before every port that is opened: it has to go itself.

    How it was written (family, source, log) does not stand in the rule that it became, so firewalld is asked.
    """
    way = f"firewall-cmd{_zone(rule)}"
    return Fix(
        where="server",
        text=say(
            "A rich rule of firewalld denies {port}, before any port that is opened. The first command lists them;"
            " take that one out with --remove-rich-rule, with and without --permanent. The second lets {port} through"
            " until firewalld loads its rules again:",
            port=opening.port,
        ),
        commands=(
            f"{way} --list-rich-rules",
            _nft(rule, opening) if rule.backend == "nft" else _iptables(rule, opening),
        ),
    )


CSF_DENIES = ("DENYIN", "GDENYIN")
"Chains of csf.deny, of what lfd has banned, and of the deny list that several servers share."


def _denied_by_csf(rule: NamedRule) -> Fix:
    """An address, or a network, that csf denies: by hand, or because lfd banned it, for good or for a while."""
    source = re.search(r"-s ([0-9A-Fa-f.:/]+)", rule.text)
    address = source[1].removesuffix("/32").removesuffix("/128") if source else ""
    return Fix(
        where="server",
        text=say(
            "csf denies {address}; take it from its lists, the lasting one and that of bans for a while:",
            address=address,
        )
        if address
        else say("Find the entry in /etc/csf/csf.deny, take it out, and load the rules again:"),
        commands=(f"csf -dr {address}", f"csf -tr {address}") if address else ("csf -r",),
    )


def _csf(port: int) -> Fix:
    return Fix(
        where="server",
        text=say("Add port {port} to TCP_IN and TCP6_IN of csf, and load its rules again:", port=port),
        commands=(f'sed -i -E \'/^TCP6?_IN *= *"/s/"$/,{port}"/\' /etc/csf/csf.conf', "csf -r"),
    )


def _unban(rule: NamedRule) -> Fix:
    jail = rule.chain.removeprefix("f2b-")
    return Fix(
        where="server",
        text=say("fail2ban has banned this client; its list and the word that ends a ban:"),
        commands=(f"fail2ban-client status {jail}",) if re.fullmatch(r"[A-Za-z0-9_-]+", jail) else (),
    )


def _by_hand(rule: NamedRule, where: str, opening: Opening) -> Fix:
    commands = (_nft(rule, opening),) if rule.backend == "nft" else (_iptables(rule, opening),)
    return Fix(where=where, text=_text(rule, opening), commands=commands, risk=_lasting(rule))


def _text(rule: NamedRule, opening: Opening) -> Prose:
    if not rule.policy and _about_one_port(rule, opening.port):
        return say("Take out the rule, which is about port {port} only:", port=opening.port)
    if rule.policy:
        return say("Let port {port} through before the chain's policy drops it:", port=opening.port)
    return say("Let port {port} through right before that rule:", port=opening.port)


def _lasting(rule: NamedRule) -> Prose:
    if rule.backend == "nft":
        return say(
            "This lasts until the ruleset is loaded again; to keep it, change the file it is loaded from as well"
            " (/etc/nftables.conf on Debian, /etc/sysconfig/nftables.conf on Fedora)."
        )
    return say(
        "This lasts until the next start; to keep it, save the rules where they are loaded from"
        " (netfilter-persistent save on Debian, service iptables save on Red Hat)."
    )


def _nft(rule: NamedRule, opening: Opening) -> str:
    to = f"{'ip6' if opening.version == 6 else 'ip'} daddr {opening.address} " if opening.address else ""
    if not rule.policy and _about_one_port(rule, opening.port):
        return f"nft delete rule {nft_chain(rule)} handle {rule.handle}"
    return _accept_before(rule, f"{to}tcp dport {opening.port}")


def _iptables(rule: NamedRule, opening: Opening) -> str:
    to = f"-d {opening.address} " if opening.address else ""
    if not rule.policy and _about_one_port(rule, opening.port):
        return f"{_program(rule)} -D {quoted(rule.chain)} {rule.number}"
    return _accept_before(rule, f"{to}-p tcp --dport {opening.port}")


def _program(rule: NamedRule) -> str:
    """The command of its family and back end, with the table where it is not the usual one."""
    legacy = "-legacy" if rule.backend == "iptables-legacy" else ""
    table = "" if rule.table == "filter" else f" -t {quoted(rule.table)}"
    return f"{'ip6tables' if rule.family == 'ip6' else 'iptables'}{legacy}{table}"


def _about_one_port(rule: NamedRule, port: int) -> bool:
    """Whether the rule names this port and no other: then it is the whole fault, and taking it out mends it."""
    return bool(re.search(rf"(?:dport|--dport) {port}(?![\d:,-])", rule.text)) and rule.text.count("dport") == 1
