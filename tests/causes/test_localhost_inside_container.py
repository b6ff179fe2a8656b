"""localhost in a container: what stands outside of it decides, and what listens inside."""

from __future__ import annotations

from nocarrier.causes.server import localhost_inside_container, server_not_listening
from nocarrier.diagnosis.judge import judge
from nocarrier.diagnosis.rank import rank
from nocarrier.facts.containment import Containment, Place
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Certainty, Found
from tests.causes.cases import listening, made, seen

CAUSES = [localhost_inside_container.CAUSE, server_not_listening.CAUSE]
INSIDE, NOBODY = "localhost-inside-container", "server-not-listening"
HOST = Place(name="host.containers.internal", address="10.88.0.1", kind="host", takes=True)
SIBLING = Place(name="db", address="10.88.0.9", kind="sibling", takes=True)
SHUT = Place(name="10.88.0.1", address="10.88.0.1", kind="host", takes=False)


def case(*places: Place, inside: bool = True, seen_inside: bool = True, bound: tuple[str, ...] = ()) -> Case:
    around = Containment(inside=inside, port=8080, engine="podman", entered="podman://web", places=places)
    listeners = listening(*bound) if seen_inside else None
    return made({"127.0.0.1": "ECONNREFUSED"}, listeners, same_machine=True, extra=[seen(around)])


def verdicts(made: Case) -> dict[str, Certainty]:
    suspects, _ = judge(made, CAUSES)
    return {suspect.cause.slug: suspect.found.certainty for suspect in rank(suspects)}


def test_the_host_takes_it() -> None:
    assert verdicts(case(SHUT, HOST)) == {INSIDE: Certainty.PROVEN}


def test_a_sibling_takes_it() -> None:
    assert verdicts(case(SHUT, SIBLING)) == {INSIDE: Certainty.PROVEN}


def test_a_published_sibling_is_seen_twice() -> None:
    assert verdicts(case(SIBLING, HOST)) == {INSIDE: Certainty.PROVEN}


def test_nobody_outside_takes_it_either() -> None:
    assert verdicts(case(SHUT)) == {NOBODY: Certainty.PROVEN}


def test_in_no_container() -> None:
    assert verdicts(case(HOST, inside=False)) == {NOBODY: Certainty.PROVEN}


def test_something_listens_inside_on_another_address() -> None:
    assert INSIDE not in verdicts(case(HOST, bound=("127.0.0.2",)))


def test_what_is_inside_was_not_seen() -> None:
    assert verdicts(case(HOST, seen_inside=False)).get(INSIDE) is Certainty.LIKELY


def test_proof_rests_on_every_piece() -> None:
    whole = case(HOST)
    found = localhost_inside_container.judge(whole)
    assert isinstance(found, Found)
    for piece in found.because:
        assert verdicts(whole.without(piece)).get(INSIDE) is not Certainty.PROVEN


def test_the_fix_is_the_name_that_the_engine_gives() -> None:
    found = localhost_inside_container.judge(case(HOST))
    assert isinstance(found, Found)
    assert found.fixes[0].commands == ("nocarrier tcp://host.containers.internal:8080 --from podman://web",)
