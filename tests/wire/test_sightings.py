"""Which packets are ours: by number, by announced size, by ports; through every translation that leaves one of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nocarrier.model.record import replace
from nocarrier.wire.packets import ACK, RST, SYN, Datagram, IcmpError, Ports, Segment
from nocarrier.wire.sightings import Passing, Sent, Witness

SENT = (Sent(8080, 40000, 901), Sent(61612, 40001, 902), Sent(8080, 40002, 903))
CLIENT, SERVER, NAT = "10.10.0.7", "10.20.0.5", "203.0.113.9"


def syn(number: int, source: str = CLIENT, local: int = 40000, port: int = 8080, size: int = 901) -> Segment:
    return Segment(Ports(source, local, SERVER, port, number), 63, SYN, 0, size)


def back(opening: Segment, flags: int, off: int = 1) -> Segment:
    ends = Ports(*opening.ends.back, 999)
    return Segment(ends, 64, flags, (opening.ends.number + off) & 0xFFFFFFFF, 1460)


def witnessed(
    *passings: tuple[str, Segment | Datagram | IcmpError], numbers: dict[int, int] | None = None
) -> Witness:
    witness = Witness(SENT, numbers)
    witness.see(Passing("eth0", "out" if way == "out" else "in", packet) for way, packet in passings)
    return witness


def kinds(witness: Witness) -> list[tuple[str, str, int, int]]:
    return [(one.kind, one.way, one.port, one.attempts) for one in witness.sightings()]


def test_openings_and_answers_are_counted_by_attempt() -> None:
    first, third = syn(0xFFFFFFFF), syn(7, local=40002, size=903)
    seen = witnessed(
        ("in", first),
        ("in", first),
        ("out", back(first, SYN | ACK)),
        ("in", third),
        ("out", back(third, SYN | ACK)),
    )
    assert kinds(seen) == [("opening", "in", 8080, 2), ("answer", "out", 8080, 2)]
    assert seen.doubtful == 0


def test_each_mark_alone_is_enough() -> None:
    translated = syn(5, source=NAT, local=1, size=1)
    assert kinds(witnessed(("in", translated), numbers={5: 2})) == [("opening", "in", 8080, 1)]
    assert kinds(witnessed(("in", replace(translated, announced=902)))) == [("opening", "in", 61612, 1)]
    assert kinds(witnessed(("in", syn(5, source=NAT, size=1)))) == [("opening", "in", 8080, 1)]


def test_the_port_that_an_opening_was_for_is_told_however_it_was_translated() -> None:
    """Only the segment size was left as it was: the port was changed on the way."""
    (seen,) = witnessed(("in", syn(5, source=NAT, local=1, port=9090, size=901))).sightings()
    assert (seen.port, seen.target_port) == (8080, 9090)


def test_without_any_mark_it_is_in_doubt_unless_it_announces_more() -> None:
    stranger = syn(5, source=NAT, local=1, size=0)
    assert witnessed(("in", stranger)).doubtful == 1
    assert witnessed(("in", replace(stranger, announced=1460))).doubtful == 0
    assert witnessed(("out", stranger)).doubtful == 0
    assert not witnessed(("in", stranger)).sightings()


def test_a_reset_from_the_client_s_own_kernel_is_no_refusal() -> None:
    opening = syn(5)
    own = Segment(opening.ends, 64, RST, 0)
    assert kinds(witnessed(("out", opening), ("out", own))) == [("opening", "out", 8080, 1)]


def test_refusals_with_and_without_an_acknowledgement() -> None:
    opening = syn(5)
    assert ("refusal", "in", 8080, 1) in kinds(witnessed(("out", opening), ("in", back(opening, RST | ACK))))
    assert ("refusal", "in", 8080, 1) in kinds(witnessed(("out", opening), ("in", back(opening, RST, off=9))))


def test_what_acknowledges_something_else_answers_something_else() -> None:
    opening = syn(5)
    assert kinds(witnessed(("out", opening), ("in", back(opening, SYN | ACK, off=2)))) == [
        ("opening", "out", 8080, 1)
    ]


def test_icmp_about_an_opening_by_its_ends_or_its_number() -> None:
    opening = syn(5)
    error = IcmpError("10.10.0.1", CLIENT, 64, 4, 3, 13, opening.ends)
    other = replace(error, about=replace(opening.ends, source=NAT, source_port=1))
    nobody = replace(error, about=None)
    seen = witnessed(("out", opening), ("in", error), ("in", other), ("in", nobody))
    assert kinds(seen) == [("opening", "out", 8080, 1), ("icmp", "in", 8080, 1)]
    said = seen.sightings()[1].said
    assert said is not None
    assert (said.origin, said.type, said.code) == ("10.10.0.1", 3, 13)


def test_datagrams_by_their_ports() -> None:
    asked = Datagram(Ports(CLIENT, 40000, SERVER, 8080), 64)
    seen = witnessed(
        ("out", asked),
        ("in", replace(asked, ends=Ports(*asked.ends.back))),
        ("in", Datagram(Ports("a", 1, "b", 2), 1)),
    )
    assert kinds(seen) == [("opening", "out", 8080, 1), ("answer", "in", 8080, 1)]


packets = st.builds(
    Segment,
    st.builds(Ports, st.sampled_from([CLIENT, SERVER]), st.sampled_from([8080, 40000, 40002]),
              st.sampled_from([CLIENT, SERVER]), st.sampled_from([8080, 40000, 40002]), st.integers(0, 3)),
    st.just(64), st.integers(0, 63), st.integers(0, 4), st.sampled_from([0, 901, 903, 1460]),
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(["in", "out"]), packets), max_size=30))
def test_never_more_attempts_than_were_made_and_no_answer_without_an_opening(
    passings: list[tuple[str, Segment]],
) -> None:
    found = kinds(witnessed(*passings))
    made = {8080: 2, 61612: 1}
    assert all(attempts <= made[port] for _, _, port, attempts in found)
    opened = {port for kind, _, port, _ in found if kind == "opening"}
    assert all(port in opened for _, _, port, _ in found)
