"""A container that holds the program: how its port is shut, how surely, and what opens it."""

from __future__ import annotations

import pytest

from nocarrier.causes.server import (
    container_port_not_published,
    listening_on_loopback_only,
    server_not_listening,
    wrong_port,
)
from nocarrier.diagnosis.judge import judge
from nocarrier.diagnosis.rank import rank
from nocarrier.facts.containers import Container, Containers, Published
from nocarrier.facts.listeners import Listener
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Certainty, Fix, Found
from tests.causes.cases import listening, made, seen

CAUSES = [
    module.CAUSE
    for module in (container_port_not_published, listening_on_loopback_only, server_not_listening, wrong_port)
]
SHUT, NOBODY, LOOPBACK = "container-port-not-published", "server-not-listening", "listening-on-loopback-only"
PROVEN, LIKELY = Certainty.PROVEN, Certainty.LIKELY
RUN = ("podman", "run", "-d", "--name", "web", "lab/busybox", "httpd", "-f", "-p", "8080")


def container(
    name: str = "web",
    port: int = 8080,
    bound: str = "::",
    published: tuple[Published, ...] = (),
    made_by: tuple[str, ...] = RUN,
    **rest: object,
) -> Container:
    return Container(
        name=name,
        engine="podman",
        image="localhost/lab/busybox:latest",
        addresses=("10.88.0.3",),
        listeners=(Listener(address=bound, port=port),),
        published=published,
        made_by=made_by,
        **rest,  # type: ignore[arg-type]
    )


def case(*containers: Container, bound: tuple[str, ...] = (), own: tuple[str, ...] | None = None) -> Case:
    extra = [seen(Containers(containers=containers), Where.SERVER)]
    changes = {} if own is None else {"own": own}
    return made({"10.20.0.5": "ECONNREFUSED"}, listening(*bound), extra=extra, **changes)  # type: ignore[arg-type]


def verdicts(made: Case) -> dict[str, Certainty]:
    suspects, _ = judge(made, CAUSES)
    return {suspect.cause.slug: suspect.found.certainty for suspect in rank(suspects)}


def publish(address: str, host_port: int = 8080) -> tuple[Published, ...]:
    return (Published(address=address, host_port=host_port, port=8080),)


def fixes(made: Case) -> tuple[Fix, ...]:
    found = container_port_not_published.judge(made)
    assert isinstance(found, Found)
    return found.fixes


def test_not_published() -> None:
    assert verdicts(case(container())) == {SHUT: PROVEN}


def test_published_to_loopback_is_the_root_of_the_proxy_that_listens_there() -> None:
    assert verdicts(case(container(published=publish("127.0.0.1")), bound=("127.0.0.1",))) == {SHUT: PROVEN}
    # Without the userland proxy nothing listens at all.
    assert verdicts(case(container(published=publish("127.0.0.1")))) == {SHUT: PROVEN}


def test_published_to_the_dialled_address_is_open() -> None:
    assert verdicts(case(container(published=publish("10.20.0.5")))) == {NOBODY: PROVEN}


def test_published_elsewhere_may_be_meant_so() -> None:
    made = case(container(published=publish("0.0.0.0", 18080)))
    assert verdicts(made) == {SHUT: LIKELY}
    assert [fix.where for fix in fixes(made)] == ["server", "client"]
    assert fixes(made)[1].commands == ("nocarrier tcp://10.20.0.5:18080",)


@pytest.mark.parametrize(
    "one",
    [
        container(port=9000),
        container(bound="127.0.0.1"),
        container(shares_network=True),
        Container(name="unseen", engine="docker"),
    ],
)
def test_a_container_that_does_not_listen_there(one: Container) -> None:
    assert verdicts(case(one)) == {NOBODY: PROVEN}


def test_two_that_listen_there() -> None:
    assert verdicts(case(container("a"), container("b"))) == {SHUT: LIKELY}


def test_the_dialled_address_is_not_the_servers() -> None:
    assert verdicts(case(container(), own=("10.20.0.99/24",))) == {SHUT: LIKELY}


def test_the_servers_side_is_the_container_itself() -> None:
    extra = [seen(Containers(containers=(container(), container("b")), only="web"), Where.SERVER)]
    inside = made(
        {"10.20.0.5": "ECONNREFUSED"}, listening("::", v6only=False), extra=extra, own=("127.0.0.1/8", "10.88.0.3/16")
    )
    assert verdicts(inside) == {SHUT: LIKELY}


def test_proof_rests_on_every_piece() -> None:
    whole = case(container())
    found = container_port_not_published.judge(whole)
    assert isinstance(found, Found)
    for piece in found.because:
        assert verdicts(whole.without(piece)).get(SHUT) is not PROVEN


def test_the_programs_own_words_are_left_alone() -> None:
    (fix,) = fixes(case(container()))
    assert fix.commands == (
        "podman rm -f web",
        "podman run -p 8080:8080 -d --name web lab/busybox httpd -f -p 8080",
    )


def test_the_narrow_mapping_is_replaced() -> None:
    command = ("podman", "run", "-p", "127.0.0.1:8080:8080", "--publish=9:9", "-d", "lab/busybox:latest", "httpd")
    (fix,) = fixes(case(container(published=publish("127.0.0.1"), made_by=command)))
    assert fix.commands[1] == "podman run -p 8080:8080 --publish=9:9 -d lab/busybox:latest httpd"


def test_an_unknown_command_is_made_from_what_is_known() -> None:
    (fix,) = fixes(case(container(made_by=())))
    assert fix.commands[1] == "podman run -d --name web -p 8080:8080 localhost/lab/busybox:latest"


def test_compose() -> None:
    (fix,) = fixes(case(container(compose="api", compose_files="/srv/shop/compose.yaml")))
    assert fix.config == 'services:\n  api:\n    ports:\n      - "8080:8080"'
    assert fix.commands == ("podman compose -f /srv/shop/compose.yaml up -d api",)
