"""The programs that write a packet filter's rules for their users: which rules are theirs, and which file they keep them in."""

from __future__ import annotations

import re

from nocarrier.facts.packet_fate import FrontEnd, NamedRule

UFW_CHAINS = r"ufw6?-(?!before-).*"
"Chains in which ufw puts what its user asks for; ``before.rules`` is edited by hand."
FIREWALLD_CHAINS = r"(filter_)?(IN|FWD|FWDI|INPUT|FORWARD)(_.*)?"
CSF_CHAINS = (
    r"LOCALINPUT|(G|CC_)?ALLOW(DYN)?IN|(G|CC_)?DENY(DYN)?(IN)?|CC_(ALLOWF|ALLOWPORTS|ALLOWP|DENYP|DENYPORTS)"
    r"|INVALID|INVDROP|LOGDROPIN|DROPIN|SYNFLOOD|PORTFLOOD|CONNLIMIT|BLOCKDROP|CCDROP|PORTKNOCKING"
)
"The chains that csf.pl of ConfigServer Security & Firewall makes."
ZONE = r"(?:filter_)?(?:IN|FWD|FWDI)_(?P<zone>[A-Za-z0-9_-]+?)(?:_(?:pre|log|deny|allow|post))?"
"firewalld names the chains of a zone after it: ``filter_IN_public_allow`` (nftables), ``IN_public`` (iptables)."


def of_front_end(rule: NamedRule, manager: FrontEnd) -> bool:
    """Whether this front end made the rule, or the policy, that decides.

    Not so for what somebody wrote by hand into a chain of the system (``INPUT``), or into a file that it only loads.
    """
    if manager == "firewalld":
        if rule.table == "firewalld" or rule.policy:
            return True
        return rule.backend != "nft" and _is(FIREWALLD_CHAINS, rule) and "dport" not in rule.text
    if rule.backend == "nft" or manager == "none":
        return False
    return rule.policy or _is(UFW_CHAINS if manager == "ufw" else CSF_CHAINS, rule)


def _is(chains: str, rule: NamedRule) -> bool:
    return re.fullmatch(chains, rule.chain) is not None


def zone_of(rule: NamedRule) -> str:
    """The zone of firewalld whose chain the rule stands in, or empty."""
    named = re.fullmatch(ZONE, rule.chain)
    return named["zone"] if named else ""


def kept_in(rule: NamedRule, manager: FrontEnd) -> str:
    """The file in which the front end keeps what made this rule, or empty where that is not known.

    ufw(8), ufw-framework(8); csf.conf and csf.deny of ConfigServer Security & Firewall. A zone of firewalld that
    nobody changed has no file in /etc (firewalld.zone(5)): there `zone_of` tells.
    """
    if not of_front_end(rule, manager) and not rule.chain.startswith(("ufw-before-", "ufw6-before-")):
        return ""
    if manager == "ufw":
        return _of_ufw(rule)
    if manager == "firewalld":
        return ""
    return "/etc/csf/csf.deny" if rule.chain == "DENYIN" else "/etc/csf/csf.conf"


def _of_ufw(rule: NamedRule) -> str:
    six = "6" if rule.family == "ip6" else ""
    kind = re.match(r"ufw6?-(user|before|after)-", rule.chain)
    return f"/etc/ufw/{kind[1]}{six}.rules" if kind else "/etc/default/ufw"
