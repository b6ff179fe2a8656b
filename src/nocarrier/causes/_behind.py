"""What is behind a packet filter that keeps a client out: opened, it may yet lead to nobody."""

from __future__ import annotations

from nocarrier.causes._listening import Meeting, dialled_the_server, meeting, server_listeners
from nocarrier.facts.packet_fate import PacketFate
from nocarrier.model.evidence import Case
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import endpoint


def and_behind_it(case: Case, summary: Prose, rules: PacketFate) -> Prose:
    """The same sentence, and a second one where the server's listeners would refuse what the filter let in."""
    listeners = server_listeners(case)
    sent_on = any(passage.sent_to for passage in rules.passages)
    if listeners is None or sent_on or not dialled_the_server(case, rules.address):
        return summary
    met = meeting(listeners.facts, rules.address, rules.port)
    if met is Meeting.NOBODY:
        return say("{fault} Behind it no program listens on {port}.", fault=summary, port=rules.port)
    if met in (Meeting.TAKEN, Meeting.UNKNOWN):
        return summary
    there = ", ".join(endpoint(one.bound, one.port) for one in listeners.facts.on(rules.port))
    return say(
        "{fault} Behind it a program listens on {there} only, and not on {address}.",
        fault=summary,
        there=there,
        address=rules.address,
    )
