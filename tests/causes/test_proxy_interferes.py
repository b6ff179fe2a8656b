"""By way of a proxy and without it: where both fail alike, the proxy is not what is in the way."""

from __future__ import annotations

import pytest

from nocarrier.causes.client import proxy_interferes
from nocarrier.facts.exchange import Exchange, TlsHandshake
from nocarrier.facts.proxies import Choice, Proxies, Proxy
from nocarrier.facts.proxy_attempt import ProxyAttempt
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import RuledOut, Silent
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen

PROXY = Proxy(scheme="http", host="10.10.0.1", port=3128)
EXPIRED = TlsHandshake(done=False, end="tls-failed", answered=True, verify_code=10)


def case(through: Exchange, direct: Exchange) -> Case:
    """What came through the proxy, and without it."""
    facts = (
        Proxies(chosen=Choice(reader="", variable="--proxy", proxy=PROXY)),
        ProxyAttempt(proxy=PROXY, way="tunnel", stage="exchange", address="10.10.0.1", exchange=through),
        TcpAttempt(address="10.20.0.5", port=443, connected=True),
        direct,
    )
    evidence = tuple(seen(one, number=number) for number, one in enumerate(facts, 1))
    return Case(target=parse_target("https://shop.example"), evidence=evidence)


def exchange(tls: TlsHandshake, beyond: str = "") -> Exchange:
    return Exchange(address="10.20.0.5", port=443, protocol="http", size=9, tls=tls, beyond=beyond)


@pytest.mark.parametrize(
    ("beyond", "why"),
    [
        ("", "by way of the proxy the target fails as it does without"),
        ("shop.example:443", "the target's answer comes through the proxy"),
    ],
)
def test_who_fails_the_same_without_it_is_the_target(beyond: str, why: str) -> None:
    judged = proxy_interferes.judge(case(exchange(EXPIRED, "shop.example:443"), exchange(EXPIRED, beyond)))
    assert isinstance(judged, RuledOut)
    assert str(judged.why) == why


def test_where_each_way_fails_otherwise_nothing_is_said_of_the_proxy() -> None:
    silent = Exchange(address="10.20.0.5", port=443, protocol="http", expired=True)
    assert isinstance(proxy_interferes.judge(case(exchange(EXPIRED, "shop.example:443"), silent)), Silent)
