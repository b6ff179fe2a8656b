"""What the causes about packet filters share: who said no, and whether that is a filter's word.

Who owns a refusal, by the machine that sent it (``TcpAttempt.said.origin``) and by the rules that could be read:

    origin                            owner
    the client itself                 firewall-blocks-outgoing
    the dialled address               server-firewall-rejects
    any other                         firewall-rejects-on-path
    nobody (a RST), and a rule of …   that machine's cause: only rules tell a filter's RST from a closed port's
"""

from __future__ import annotations

from nocarrier.causes._arrival import leads_there
from nocarrier.causes._both_ends import with_the_server
from nocarrier.causes._listening import dialled_the_server, stayed_here
from nocarrier.facts.front_ends import kept_in, zone_of
from nocarrier.facts.identity import Identity
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.leaving import Leaving
from nocarrier.facts.packet_fate import WAY_OUT, Decision, FrontEnd, NamedRule, PacketFate
from nocarrier.facts.tcp import IcmpWord, TcpAttempt
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Decider
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record
from nocarrier.model.shell import joined

FILTERED = frozenset({
    (4, 3, 2), (4, 3, 3), (4, 3, 9), (4, 3, 10), (4, 3, 13),
    (6, 1, 1), (6, 1, 4), (6, 1, 5), (6, 1, 6),
})  # fmt: skip
"""(IP version, ICMP type, code) that only a filter says of a SYN. A closed TCP port answers with a RST, never with port
unreachable (RFC 9293, section 3.10.7.1); "prohibited" is a policy by its name (RFC 1812, section 5.2.7.1; RFC 4443,
section 3.1). The other codes are also what a router says that has no route or finds nobody at home."""

AT_ONCE = 1000.0
"""Milliseconds. A machine says "host unreachable" of a neighbour that is absent after three unanswered questions, about
3 s (net/core/neighbour.c, mcast_solicit × retrans_time); what comes sooner was not found out so."""


class Refused(Record):
    """One address that was refused: by whom, and what for."""

    attempt: Evidence[TcpAttempt]
    said: IcmpWord | None

    @property
    def address(self) -> str:
        """The address that was dialled."""
        return self.attempt.facts.address

    @property
    def port(self) -> int:
        """The port that was dialled."""
        return self.attempt.facts.port

    @property
    def icmp(self) -> tuple[int, int] | None:
        """What the ICMP message said; None for a RST."""
        return (self.said.type, self.said.code) if self.said else None

    @property
    def by_a_filter(self) -> bool:
        """The words alone tell that a packet filter spoke."""
        return self.said is not None and (self.said.version, self.said.type, self.said.code) in FILTERED

    @property
    def at_once(self) -> bool:
        """Sooner than a machine can find out that a neighbour is absent."""
        return self.attempt.facts.waited_ms < AT_ONCE


def refused(case: Case) -> tuple[Refused, ...]:
    """Every address that somebody said no to."""
    return tuple(
        Refused(seen, seen.facts.said)
        for seen in case.every(TcpAttempt)
        if not seen.facts.connected and (seen.facts.said is not None or seen.facts.reset)
    )


def silent(case: Case) -> tuple[Evidence[TcpAttempt], ...]:
    """Every address from which nothing came back."""
    return tuple(seen for seen in case.every(TcpAttempt) if seen.facts.expired)


def able(facts: PacketFate, hooks: tuple[str, ...], one: Refused) -> Decision | None:
    """The rule on this way that certainly, or alone of all, can have sent the answer that came.

    A closed port sends the same RST as a rule: for a RST only a rule that certainly catches the packet counts.
    """
    if one.icmp is not None:
        return facts.rejecting(hooks, one.icmp)
    stop = facts.stops(hooks)
    return stop if stop is not None and stop.answers(None) else None


def fate(case: Case, where: Where, address: str) -> Evidence[PacketFate] | None:
    """What that machine's packet filter does with packets to the address, where it could be read."""
    if where is Where.SERVER:
        own = dialled_the_server(case, address)
        # An address that is not its own may be translated on the way to one that is.
        if own is None or (not own and leads_there(case, address) is None):
            return None
    # The newest: it may have been walked again, for the source that the packets were seen to come from.
    found = [seen for seen in case.every(PacketFate, where) if seen.facts.address == address]
    return found[-1] if found else None


def kept_here(case: Case, address: str) -> Evidence[Any] | None:
    """What says that packets to the address never leave the client's machine: its rules, or its counters."""
    rules = fate(case, Where.CLIENT, address)
    if rules is not None and rules.facts.stops(WAY_OUT) is not None:
        return rules
    return next((seen for seen in case.every(Leaving) if seen.facts.address == address and seen.facts.kept), None)


def from_the_client(case: Case, one: Refused) -> bool:
    """The message came from the client's own machine, about a packet for another one."""
    if one.said is None or stayed_here(case, one.address):
        return False
    own = case.seen(Interfaces)
    return one.said.origin == one.attempt.facts.local_address or bool(own and own.facts.has(one.said.origin))


def from_the_server(case: Case, one: Refused) -> bool:
    """The message came from the machine that was dialled, under the dialled address or another of its own."""
    if one.said is None:
        return False
    if one.said.origin == one.address:
        return True
    own = case.seen(Interfaces, Where.SERVER)
    return bool(own and dialled_the_server(case, one.address) and own.facts.has(one.said.origin))


def owner_known(case: Case, address: str) -> tuple[Evidence[Any], ...]:
    """What says that the server's machine is the one that was dialled."""
    owner: tuple[Evidence[Any] | None, ...]
    if stayed_here(case, address):
        owner = (case.seen(Identity), case.seen(Identity, Where.SERVER))
    elif dialled_the_server(case, address):
        owner = (case.seen(Interfaces, Where.SERVER),)
    else:
        # An address that is translated on the way is nobody's own; that its packets come in there tells whose it is.
        owner = (leads_there(case, address),)
    return tuple(seen for seen in owner if seen is not None)


def is_a_ban(rule: NamedRule) -> bool:
    """A list of single clients that a program keeps by itself (fail2ban, sshguard, cPHulk): connection-limited, not a
    rule about the port."""
    named = (rule.chain, rule.table)
    return any(name.startswith("f2b-") or name in ("sshguard", "cphulk") for name in named)


def for_everybody(facts: PacketFate, decision: Decision) -> bool:
    """The rule stands for all such packets: it is no limit that was hit and no ban of this client."""
    rule = decision.rule
    return rule is not None and not is_a_ban(rule) and not facts.doubted(rule)


def place(rule: NamedRule, manager: FrontEnd = "none") -> str | Prose:
    """``ip filter ufw-user-input, kept in /etc/ufw/user.rules``; the chain alone where its owner is not known."""
    chain = f"{rule.family} {rule.table} {rule.chain}"
    zone = zone_of(rule) if manager == "firewalld" else ""
    if zone:
        return say("{chain}, zone {zone} of firewalld", chain=chain, zone=zone)
    file = kept_in(rule, manager)
    return say("{chain}, kept in {file}", chain=chain, file=file) if file else chain


def nft_chain(rule: NamedRule) -> str:
    """Its chain as a shell hands it to nft. Names of tables and chains are the administrator's, of any characters."""
    return joined((rule.family, rule.table, rule.chain))


def same_with_the_server(case: Case, address: str) -> Decider:
    """The same diagnosis, with a look at the rules of the server."""
    question = say("Which rule of the packet filter on {address} answers?", address=address)
    return with_the_server(case, question, address=address, user="root")
