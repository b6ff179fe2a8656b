"""Which packets belong to attempts of ours, and what they are: from what a tap kept to facts.

On the way an address, a port, even a sequence number may be rewritten. So an opening is known by any one of three
marks: its initial sequence number, where the client's own links were watched too; the odd segment size that it
announces, which no NAT touches; its pair of ports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from nocarrier.facts.arrival import Kind, Sighting, Way
from nocarrier.facts.tcp import IcmpWord
from nocarrier.model.record import Record
from nocarrier.wire.packets import ACK, RST, SYN, Datagram, Decoded, IcmpError, Segment


class Sent(Record):
    """One attempt: the port it was for, the port it came from, the segment size it announced (0: none)."""

    port: int
    local_port: int
    segment: int = 0


class Passing(Record):
    """One packet on a link."""

    device: str
    way: Way
    packet: Decoded
    sender: bytes = b""
    "The link address that it came in from."


class Witness:
    """One machine's view. ``numbers`` are the initial sequence numbers that the client's links showed, if any."""

    def __init__(self, sent: Sequence[Sent], numbers: Mapping[int, int] | None = None) -> None:
        self._sent = sent
        self._numbers = dict(numbers or {})
        self._of_flow: dict[tuple[str, int, str, int], int] = {}
        self._found: dict[tuple[object, ...], set[int]] = {}
        self._sightings: dict[tuple[object, ...], Sighting] = {}
        self.doubtful = 0
        "Openings for a port of ours that may be one of ours with every mark rewritten."

    @property
    def numbers(self) -> dict[int, int]:
        """Initial sequence number → which attempt it is."""
        return dict(self._numbers)

    def sightings(self) -> tuple[Sighting, ...]:
        """All that was seen, in the order in which it first was."""
        from nocarrier.model.record import replace

        return tuple(replace(sighting, attempts=len(self._found[key])) for key, sighting in self._sightings.items())

    def see(self, passings: Iterable[Passing]) -> None:
        """More packets, in the order in which they passed."""
        for passing in passings:
            packet = passing.packet
            if isinstance(packet, Segment):
                self._see_segment(passing, packet)
            elif isinstance(packet, Datagram):
                self._see_datagram(passing, packet)
            else:
                self._see_error(passing, packet)

    def _see_segment(self, passing: Passing, segment: Segment) -> None:
        if segment.has(SYN) and not segment.flags & (ACK | RST):
            self._see_opening(passing, segment)
            return
        which = self._of_flow.get(segment.ends.back)
        if which is None or self._answers_another(segment, which):
            return
        if segment.has(RST):
            self._keep(which, "refusal", passing, segment)
        elif segment.has(SYN | ACK):
            self._keep(which, "answer", passing, segment)

    def _see_opening(self, passing: Passing, segment: Segment) -> None:
        which = self._whose(segment)
        if which is None:
            # A box that rewrites all three marks may lower the segment size, and never raises it.
            ours = {sent.port for sent in self._sent}
            largest = max((sent.segment for sent in self._sent), default=0)
            self.doubtful += passing.way == "in" and segment.ends.target_port in ours and segment.announced <= largest
            return
        self._numbers[segment.ends.number] = which
        self._of_flow[segment.ends.flow] = which
        self._keep(which, "opening", passing, segment)

    def _whose(self, segment: Segment) -> int | None:
        number = self._numbers.get(segment.ends.number)
        if number is not None:
            return number
        ends = segment.ends
        for which, sent in enumerate(self._sent):
            if sent.segment and sent.segment == segment.announced:
                return which
            if (sent.local_port, sent.port) == (ends.source_port, ends.target_port):
                return which
        return None

    def _answers_another(self, segment: Segment, which: int) -> bool:
        """It acknowledges something that was never sent: no answer to this opening (RFC 9293, section 3.10.7.3)."""
        if not segment.has(ACK):
            return not segment.has(RST)
        return self._numbers.get((segment.acknowledged - 1) & 0xFFFFFFFF) != which

    def _see_datagram(self, passing: Passing, datagram: Datagram) -> None:
        ends = datagram.ends
        for which, sent in enumerate(self._sent):
            if (sent.local_port, sent.port) == (ends.source_port, ends.target_port):
                self._of_flow[ends.flow] = which
                self._keep(which, "opening", passing, datagram)
                return
        which_answered = self._of_flow.get(ends.back)
        if which_answered is not None:
            self._keep(which_answered, "answer", passing, datagram)

    def _see_error(self, passing: Passing, error: IcmpError) -> None:
        if error.about is None:
            return
        which = self._of_flow.get(error.about.flow)
        if which is None and error.about.number:
            which = self._numbers.get(error.about.number)
        if which is not None:
            said = IcmpWord(origin=error.source, version=error.version, type=error.type, code=error.code)
            self._keep(which, "icmp", passing, error, said)

    def _keep(self, which: int, kind: Kind, passing: Passing, packet: Decoded, said: IcmpWord | None = None) -> None:
        source, target, target_port = (
            (packet.source, packet.target, 0)
            if isinstance(packet, IcmpError)
            else (packet.ends.source, packet.ends.target, packet.ends.target_port)
        )
        sighting = Sighting(
            kind=kind,
            way=passing.way,
            device=passing.device,
            port=self._sent[which].port,
            attempts=0,
            source=source,
            target=target,
            ttl=packet.ttl,
            target_port=target_port if kind == "opening" else 0,
            sender=passing.sender.hex(":"),
            said=said,
        )
        key = (kind, passing.way, passing.device, sighting.port, source, target, sighting.target_port, packet.ttl,
               passing.sender, said)  # fmt: skip
        self._sightings.setdefault(key, sighting)
        self._found.setdefault(key, set()).add(which)
