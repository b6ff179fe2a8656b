"""Another own address is answered: what that says, and what it does not."""

from __future__ import annotations

from msgspec.structs import replace

from nocarrier.causes.path import firewall_drops_on_path, host_down, private_address_unreachable, wrong_source_address
from nocarrier.causes.server import server_firewall_drops
from nocarrier.diagnosis.judge import judge
from nocarrier.diagnosis.rank import rank
from nocarrier.facts.contrast import Contrast, How, OtherPort
from nocarrier.facts.route import Route
from nocarrier.facts.sources import Sources, SourceTried
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Facts
from nocarrier.model.judgement import Certainty, Found
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
