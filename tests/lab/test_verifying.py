"""Fixes are carried out as printed, where they say, and only what then connects counts as mended."""

from __future__ import annotations

import sys

import pytest

from nocarrier import lab
from nocarrier.lab.verifying import CannotVerify, verify
from nocarrier.model.prose import Prose
from nocarrier.model.record import replace
from nocarrier.model.report import Report, ReportedFix, Verdict
from nocarrier.model.scenario import Scenario, client, http_server, router, server

pytestmark = pytest.mark.lab

REFUSED = Scenario(
    name="refused",
    hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8081),))),
    target="tcp://10.20.0.5:8080",
)
SERVE = f"{sys.executable} -m http.server 8080"


def mended(scenario: Scenario, fix: ReportedFix) -> tuple[bool, list[str]]:
    told: list[Prose] = []
    with lab.build(scenario) as standing:
        report = standing.diagnose(both_ends=False).report
        return verify(standing, _with(report, fix), told.append, both_ends=False), [str(line) for line in told]


def _with(report: Report, fix: ReportedFix) -> Report:
    verdict = Verdict(cause="some-cause", certainty="possible", summary="It is down.", because=("e1",), fixes=(fix,))
    return replace(report, verdict=verdict)


@pytest.mark.parametrize("command", [SERVE, f"{SERVE} &\n"])
def test_a_server_that_the_fix_starts_is_left_running(command: str) -> None:
    fix = ReportedFix(where="server", text="Start it.", commands=(command,))
    assert mended(REFUSED, fix)[0]


def test_a_fix_that_mends_nothing_is_not_taken_for_one() -> None:
    right, told = mended(REFUSED, ReportedFix(where="server", text="Hope.", commands=("true",)))
    assert not right
    assert told[-1].startswith("still: ")


def test_a_fix_that_fails_is_told_with_its_status() -> None:
    right, told = mended(REFUSED, ReportedFix(where="server", text="Fail.", commands=("exit 7", SERVE)))
    assert not right
    assert told[-1] == "the fix ended with status 7"


def test_dialling_elsewhere_counts_where_it_connects() -> None:
    there = ReportedFix(where="client", text="Dial 8081.", commands=("nocarrier tcp://10.20.0.5:8081",))
    nowhere = ReportedFix(where="client", text="Dial 8082.", commands=("nocarrier tcp://10.20.0.5:8082",))
    assert mended(REFUSED, there)[0]
    assert not mended(REFUSED, nowhere)[0]


def test_what_a_fix_sets_in_the_client_s_shell_holds_for_the_dial() -> None:
    limited = replace(
        REFUSED,
        target="tcp://10.20.0.5:8080",
        client_command=("env", "PYTHONHOME=/nowhere"),
    )
    with lab.build(limited) as standing:
        broken = standing.diagnose(both_ends=False)
        assert broken.status != 0
        assert not broken.out
        assert standing.diagnose(both_ends=False, shell='unset PYTHONHOME; exec "$@"').report.outcome == "failed"


def test_a_fix_for_the_network_is_carried_out_on_the_router() -> None:
    closed = replace(
        REFUSED,
        hosts=(client(), router(forwards=False), server(daemons=(http_server("0.0.0.0", 8080),))),
        arguments=("--timeout", "3"),
    )
    fix = ReportedFix(where="network", text="Forward.", commands=("echo 1 > /proc/sys/net/ipv4/ip_forward",))
    assert mended(closed, fix)[0]


def test_a_text_without_commands_cannot_be_carried_out() -> None:
    with pytest.raises(CannotVerify, match="text"):
        mended(REFUSED, ReportedFix(where="server", text="Edit the file.", config="listen 8080;"))


def test_a_client_s_fix_that_fails_is_told() -> None:
    fix = ReportedFix(where="client", text="Fail.", commands=("echo so sorry >&2; exit 7",))
    right, told = mended(REFUSED, fix)
    assert not right
    assert told[-1] == "so sorry"


def test_a_client_s_fix_may_take_a_moment_to_work() -> None:
    hosts = (
        client(commands=(("ip", "route", "del", "default"),)),
        router(),
        server(daemons=(http_server("0.0.0.0", 8080),)),
    )
    unroutable = replace(REFUSED, hosts=hosts)
    fix = ReportedFix(
        where="client", text="Route.", commands=("(sleep 0.7; ip route add default via 10.10.0.1) & echo no report",)
    )
    assert mended(unroutable, fix)[0]
