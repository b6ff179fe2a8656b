"""Answers that come in small segments only, on cases put together by hand."""

from __future__ import annotations

from nocarrier.causes.path.path_mtu_blackhole import judge
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.path_mtu import Attempted, PathMtu
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Certainty, Found, RuledOut, Silent
from tests.causes.cases import made, seen

SERVER = "10.20.0.5"


def case(answered: tuple[int, ...], silent: tuple[int, ...], address: str = SERVER) -> Case:
    silence = Exchange(address=address, port=8080, protocol="http", asked=True, expired=True, waited_ms=3000.0)
    sizes = PathMtu(
        address=address,
        port=8080,
        attempts=tuple(
            Attempted(segment=segment, connected=True, answered=segment in answered)
            for segment in (*answered, *silent)
        ),
    )
    return made({address: ""}, extra=(seen(silence), seen(sizes)))


def test_small_answers_come_and_larger_do_not() -> None:
    found = judge(case((536, 800, 1180), (1300, 1400, 0, 0)))
    assert isinstance(found, Found)
    assert found.certainty is Certainty.PROVEN
    assert "of 1340 bytes" in str(found.summary)
    assert "up to 1220 bytes" in str(found.summary)
    on_server, on_router = found.fixes[-2:]
    assert on_server.commands == ("sysctl -w net.ipv4.tcp_mtu_probing=1",)
    assert on_router.commands[-1].endswith("size gt 1180 tcp option maxseg size set 1180")


def test_of_ipv6_the_headers_are_larger() -> None:
    found = judge(case((1220, 1240), (1300, 0), "fd20::5"))
    assert isinstance(found, Found)
    assert "up to 1300 bytes" in str(found.summary)
    assert "packet-too-big" in str(found.fixes[-1].text)


def test_a_server_that_answers_in_no_size_is_no_matter_of_size() -> None:
    assert isinstance(judge(case((), (536,))), RuledOut)


def test_one_answer_or_a_mixture_proves_nothing() -> None:
    assert isinstance(judge(case((536,), (1300, 1400, 0, 0))), Silent)
    assert isinstance(judge(case((536, 1300), (800, 0))), Silent)
    assert isinstance(judge(case((536, 800, 0), (1400, 1440))), Silent)
    assert isinstance(judge(case((536, 800), (1400, 1440))), Silent), "the system's own size was not silent"
