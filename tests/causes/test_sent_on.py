"""A rule of the server that sends the connection on: what listens there decides, as far as anybody looked."""

from __future__ import annotations

from typing import Any

import pytest

from nocarrier.causes.path import firewall_rejects_on_path
from nocarrier.causes.server import listening_on_loopback_only, server_not_listening
from nocarrier.diagnosis.judge import judge
from nocarrier.diagnosis.rank import rank
from nocarrier.facts.containers import Container, Containers, Published
from nocarrier.facts.listeners import Listener
from nocarrier.facts.packet_fate import Decision, NamedRule, PacketFate, Passage
from nocarrier.model.evidence import Evidence, Where
from nocarrier.model.judgement import Certainty
from tests.causes.cases import listening, made, seen

CAUSES = [module.CAUSE for module in (firewall_rejects_on_path, listening_on_loopback_only, server_not_listening)]
RULE = NamedRule(backend="nft", family="ip", table="n", chain="p", text="tcp dport 8080 dnat", handle=4)

PUBLISHED = (Published(address="0.0.0.0", host_port=8080, port=80),)


def rule(to: str, doubts: tuple[str, ...] = ()) -> Evidence[Any]:
    moved = Passage(
        hook="prerouting",
        what="syn",
        ends=(Decision(fate="accept"),),
        sent_to=to,
        sent_by=RULE,
        port=8080,
        doubts=doubts,
    )
    return seen(PacketFate(address="10.20.0.5", port=8080, passages=(moved,)), Where.SERVER, 20)


def inside(*bound: str, addresses: tuple[str, ...] = ("172.17.0.2",)) -> Evidence[Any]:
    listeners = tuple(Listener(address=address, port=80) for address in bound)
    box = Container(name="web", engine="docker", addresses=addresses, published=PUBLISHED, listeners=listeners)
    return seen(Containers(containers=(box,)), Where.SERVER, 21)


def first(*extra: Evidence[Any], bound: tuple[str, ...] = ()) -> tuple[str, Certainty]:
    case = made({"10.20.0.5": "ECONNREFUSED"}, listening(*bound), extra=extra)
    found = rank(judge(case, CAUSES)[0])[0]
    return found.cause.slug, found.found.certainty


@pytest.mark.parametrize("bound", [(), ("0.0.0.0",), ("127.0.0.1",)])
def test_the_dialled_port_is_not_what_decides(bound: tuple[str, ...]) -> None:
    assert first(rule(":9080"), bound=bound) == ("server-not-listening", Certainty.PROVEN)


def test_nobody_in_the_container() -> None:
    assert first(rule("172.17.0.2:80"), inside()) == ("server-not-listening", Certainty.PROVEN)


def test_loopback_in_the_container() -> None:
    found = first(rule("172.17.0.2:80"), inside("127.0.0.1"))
    assert found == ("listening-on-loopback-only", Certainty.PROVEN)


def test_a_container_whose_address_is_not_known_is_found_by_its_published_port() -> None:
    found = first(rule("172.17.0.2:80"), inside("127.0.0.1", addresses=()))
    assert found == ("listening-on-loopback-only", Certainty.PROVEN)


def test_another_machine_that_nobody_looked_at() -> None:
    assert first(rule("172.17.0.3:80"), inside()) == ("server-not-listening", Certainty.POSSIBLE)


def test_a_rule_that_only_may_apply_proves_nothing() -> None:
    slug, certainty = first(rule(":9080", doubts=(RULE.text,)))
    assert (slug, certainty) == ("server-not-listening", Certainty.LIKELY)
