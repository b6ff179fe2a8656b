"""Another own address is answered: what that says, and what it does not."""

from __future__ import annotations

import pytest

from nocarrier.causes.client import route_forbids
from nocarrier.causes.path import firewall_drops_on_path, host_down, private_address_unreachable, wrong_source_address
from nocarrier.causes.server import server_firewall_drops
from nocarrier.diagnosis.judge import judge
from nocarrier.diagnosis.rank import rank
from nocarrier.facts.arrival import Arrival, Kind, Reverse, Sighting, Way
from nocarrier.facts.contrast import Contrast, How, OtherPort
from nocarrier.facts.interfaces import Interface, Interfaces
from nocarrier.facts.route import Route
from nocarrier.facts.sources import Sources, SourceTried
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Facts, Where
from nocarrier.model.judgement import Certainty, Found, Silent
from nocarrier.model.record import replace
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen

SERVER, CHOSEN, RIGHT = "10.20.0.5", "192.168.77.7", "10.10.0.7"
CAUSES = [
    module.CAUSE
    for module in (
        host_down,
        private_address_unreachable,
        firewall_drops_on_path,
        server_firewall_drops,
        wrong_source_address,
    )
]
MINE = "wrong-source-address"
QUIET = TcpAttempt(address=SERVER, port=8080, connected=False, expired=True, local_address=CHOSEN, waited_ms=3500)
ROUTE = Route(
    address=SERVER, kind="unicast", device="eth0", gateway="10.10.0.1", source=CHOSEN, by_default=True,
    prefix="default", preferred=CHOSEN,
)  # fmt: skip


def around(how: How) -> Contrast:
    return Contrast(address=SERVER, again="silent", others=(OtherPort(port=22, transport="tcp", how=how),))


def tried(chosen: int = 0, other: int = 3) -> Sources:
    return Sources(
        address=SERVER,
        port=8080,
        chosen=SourceTried(address=CHOSEN, device="lo", begun=3, connected=chosen),
        others=(SourceTried(address=RIGHT, device="eth0", begun=3, connected=other),),
    )


def case(*facts: Facts, source: str = "") -> Case:
    evidence = tuple(seen(fact, number=number) for number, fact in enumerate(facts, 1))
    return Case(target=parse_target(f"tcp://{SERVER}:8080"), evidence=evidence, source=source)


def verdicts(made: Case) -> dict[str, Certainty]:
    suspects, _ = judge(made, CAUSES)
    return {suspect.cause.slug: suspect.found.certainty for suspect in rank(suspects)}


def commands(made: Case) -> list[str]:
    found = wrong_source_address.judge(made)
    assert isinstance(found, Found)
    return [command for fix in found.fixes for command in fix.commands]


def test_another_source_is_answered() -> None:
    assert verdicts(case(QUIET, ROUTE, around("silent"), tried())) == {
        MINE: Certainty.LIKELY,
        "server-firewall-drops": Certainty.POSSIBLE,
        "firewall-drops-on-path": Certainty.POSSIBLE,
    }


def test_what_speaks_against_it() -> None:
    assert MINE not in verdicts(case(QUIET, ROUTE, around("silent"), tried(chosen=1)))
    assert MINE not in verdicts(case(QUIET, ROUTE, around("silent"), tried(other=0)))
    assert MINE not in verdicts(case(QUIET, ROUTE, around("reset"), tried()))
    assert MINE not in verdicts(case(QUIET, ROUTE, around("silent")))


def test_the_route_is_replaced_as_it_stands() -> None:
    assert commands(case(QUIET, ROUTE, around("silent"), tried()))[0] == (
        f"ip route replace default via 10.10.0.1 dev eth0 src {RIGHT}"
    )
    other = replace(ROUTE, prefix="10.20.0.0/16", metric=100, table="77")
    assert commands(case(QUIET, other, around("silent"), tried()))[0] == (
        f"ip route replace 10.20.0.0/16 via 10.10.0.1 dev eth0 src {RIGHT} metric 100 table 77"
    )


def test_a_program_that_binds_is_told_to_bind_otherwise() -> None:
    made = case(QUIET, ROUTE, around("silent"), tried(), source=CHOSEN)
    assert commands(made) == [f"nocarrier tcp://{SERVER}:8080 --source {RIGHT}"]


def packet(kind: Kind, way: Way) -> Sighting:
    opening = kind == "opening"
    return Sighting(
        kind=kind, way=way, device="eth0", port=8080, attempts=5, ttl=63,
        source=CHOSEN if opening else SERVER, target=SERVER if opening else CHOSEN,
    )  # fmt: skip


def watched(*packets: Sighting, reverse: Reverse | None = None) -> Arrival:
    return Arrival(address=SERVER, port=8080, attempts=5, others=0, seen=packets, reverse=reverse)


NO_WAY = Reverse(device="eth0", source=CHOSEN, errno="ENETUNREACH")
SOME_WAY = Reverse(device="eth0", source=CHOSEN, back="eth0", gateway="10.20.0.1")
CAME, ANSWERED, LEFT = packet("opening", "in"), packet("answer", "out"), packet("opening", "out")


def both(server: Arrival, client: Arrival, *links: Interfaces) -> Case:
    made = case(QUIET, ROUTE, around("silent"), tried(), client, *links)
    return replace(made, evidence=(*made.evidence, seen(server, Where.SERVER, 9)), server_named=True)


@pytest.mark.parametrize(
    ("server", "certainty"),
    [
        (watched(CAME, reverse=NO_WAY), Certainty.PROVEN),
        (watched(CAME, ANSWERED, reverse=SOME_WAY), Certainty.PROVEN),
        (watched(CAME, reverse=SOME_WAY), Certainty.LIKELY),  # something else keeps it from answering
        (watched(), Certainty.LIKELY),
    ],
)
def test_both_ends_join(server: Arrival, certainty: Certainty) -> None:
    made = both(server, watched(LEFT))
    found = wrong_source_address.judge(made)
    assert isinstance(found, Found)
    assert found.certainty is certainty
    if certainty is Certainty.PROVEN:
        for piece in found.because:
            after = wrong_source_address.judge(made.without(piece))
            assert not isinstance(after, Found) or after.certainty is not Certainty.PROVEN


def test_answers_that_come_back_found_their_way() -> None:
    back = watched(LEFT, packet("answer", "in"))
    assert MINE not in verdicts(both(watched(CAME, ANSWERED, reverse=SOME_WAY), back))


def test_an_address_of_the_network_that_the_packets_leave_by_is_no_odd_choice() -> None:
    links = Interfaces(
        interfaces=(Interface(name="eth0", up=True, carrier=True, addresses=(f"{CHOSEN}/24", "10.10.0.7/24")),)
    )
    usual = replace(ROUTE, gateway="192.168.77.1")
    assert verdicts(case(QUIET, usual, around("silent"), tried(), links))[MINE] is Certainty.POSSIBLE
    assert verdicts(case(QUIET, ROUTE, around("silent"), tried(), links))[MINE] is Certainty.LIKELY


@pytest.mark.parametrize(
    ("source", "address", "errno"),
    [("127.0.0.1", SERVER, "EINVAL"), ("::1", "fd20::5", ""), ("127.9.9.9", SERVER, "EINVAL")],
)
def test_with_a_loopback_source_nothing_is_answered(source: str, address: str, errno: str) -> None:
    attempt = TcpAttempt(address=address, port=8080, connected=False, errno=errno, expired=not errno)
    lost = Route(address=address, errno="EINVAL") if errno else ROUTE
    made = case(attempt, lost, source=source)
    assert verdicts(made) == {MINE: Certainty.PROVEN}
    assert isinstance(route_forbids.judge(made), Silent)


def test_a_machine_may_dial_itself_from_loopback() -> None:
    attempt = TcpAttempt(address="127.0.0.2", port=8080, connected=False, expired=True)
    assert verdicts(case(attempt, source="127.0.0.1")) == {}
