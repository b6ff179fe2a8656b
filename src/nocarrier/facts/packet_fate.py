"""What becomes of one packet in a machine's packet filter, and which rule decides."""

from __future__ import annotations

from nocarrier.model.annotations import Literal
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

WAY_IN = ("ingress", "prerouting", "input", "forward")
"Hooks that a packet for a machine, or for a container of it, meets there."
WAY_OUT = ("output", "postrouting", "egress")
"Hooks that a machine's own packets meet."

Fate = Literal["accept", "drop", "reject", "unknown"]
FrontEnd = Literal["ufw", "firewalld", "csf", "none"]


class NamedRule(Record, kw_only=True):
    """The rule, or the policy of a chain (``policy``), that decides.

    ``text`` is what its administrator would see: a line of ``nft list ruleset`` or of ``iptables-save``.
    ``handle`` is nft's, ``number`` its place in the chain from 1; both 0 for a policy. ``packets`` is its counter
    when it was read, None where it has none.
    """

    backend: Literal["nft", "iptables", "iptables-legacy"]
    family: str
    table: str
    chain: str
    text: str
    handle: int = 0
    number: int = 0
    policy: bool = False
    packets: int | None = None

    @property
    def place(self) -> tuple[str, str, str, str, int, int]:
        """Where it stands: the same before and after its counter rose, which some texts show."""
        return (self.backend, self.family, self.table, self.chain, self.handle, self.number)


class Decision(Record, kw_only=True):
    """One way the packet's passage can end. ``icmp`` is (type, code) of what a rejection sends, if it is ICMP."""

    fate: Fate
    rule: NamedRule | None = None
    tcp_reset: bool = False
    icmp: tuple[int, int] | None = None

    def answers(self, icmp: tuple[int, int] | None) -> bool:
        """Whether the sender would see just this: an ICMP message, or (None) a RST."""
        return self.fate == "reject" and (self.tcp_reset if icmp is None else self.icmp == icmp)


class Passage(Record, kw_only=True):
    """One packet at one hook.

    ``ends`` are all the ends it can come to; more than one where some test cannot be answered from the packet
    alone, and ``doubts`` are the rules with such tests. ``sent_to`` is where a DNAT or REDIRECT rule sends it.
    ``what``: ``syn``, the first packet of the connection, or ``answer``, the SYN-ACK that comes back. ``port`` is its
    destination port at this hook (0: not known), which is another than the dialled one after a translation.
    """

    hook: str
    what: Literal["syn", "answer"]
    ends: tuple[Decision, ...]
    doubts: tuple[str, ...] = ()
    port: int = 0
    sent_to: str = ""
    sent_by: NamedRule | None = None

    @property
    def certain(self) -> Decision | None:
        """The only end that is possible."""
        return self.ends[0] if len(self.ends) == 1 else None


class PacketFate(Facts, kw_only=True):
    """The fate of the first packet toward one address of the target (and of its answer) on one machine.

    ``whole``: the whole packet filter could be read; without it nothing is known to pass. ``front_end`` is the
    program that manages the rules, where one does. ``source`` is the address from which the client's packets come in,
    where that is not its own.
    """

    address: str
    port: int
    passages: tuple[Passage, ...]
    front_end: FrontEnd = "none"
    whole: bool = True
    source: str = ""

    def ends(self, hooks: tuple[str, ...], what: str = "syn") -> tuple[Decision, ...]:
        """All ends at these hooks."""
        return tuple(end for one in self.passages if one.hook in hooks and one.what == what for end in one.ends)

    def stops(self, hooks: tuple[str, ...], what: str = "syn") -> Decision | None:
        """The drop or rejection that the packet certainly meets at one of these hooks, if it does."""
        for one in self.passages:
            if one.hook in hooks and one.what == what and one.certain and one.certain.fate in ("drop", "reject"):
                return one.certain
        return None

    def rejecting(self, hooks: tuple[str, ...], icmp: tuple[int, int] | None) -> Decision | None:
        """The one rule there that can have sent this answer; None where none can, or more than one."""
        able = [end for end in self.ends(hooks) if end.answers(icmp)]
        return able[0] if len(able) == 1 else None

    def passes(self, hooks: tuple[str, ...], what: str = "syn") -> bool:
        """All that can be read of these hooks certainly lets it through, and all of it can be read."""
        return self.whole and all(end.fate == "accept" for end in self.ends(hooks, what))

    def port_at(self, decision: Decision) -> int:
        """The destination port as the deciding rule sees it."""
        ports = (one.port for one in self.passages if decision in one.ends and one.port)
        return next(ports, self.port)

    def doubted(self, rule: NamedRule) -> bool:
        """Whether the rule holds for some packets and not for others of the same shape: a limit, a ban list."""
        return any(rule.text in one.doubts for one in self.passages)
