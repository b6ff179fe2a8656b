"""Every fault of the catalogue, made for real and diagnosed as any user would, from every side it promises."""

from __future__ import annotations

import fcntl
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

import jsonschema
import msgspec
import pytest

from nocarrier.lab import build, packages, scenarios
from nocarrier.model.report import Report
from nocarrier.model.scenario import Scenario

pytestmark = pytest.mark.lab

SCHEMA = msgspec.json.schema(Report)
EXIT_CODES = {"connected": 0, "degraded": 0, "failed": 1}
MEASURING = ("packet-loss", "accept-queue-full", "conntrack-table-full", "syn-flooded", "reply-lost", "routing-loop")
"Causes that are told by counting what arrives in time: beside them no other fault is made by another worker."

TOLD_BY_ROUTERS = ("routing-loop",)
"Causes that are told by what routers say of many packets to one client."
SPEECHLESS = 7.0
"""Seconds after which a router that has said all it may to one client may say as much again: six words at once, one more a second
(net/ipv4/route.c: XRLIM_BURST_FACTOR; icmp_ratelimit). Nobody diagnoses the same fault twice within them but this test."""


@contextmanager
def in_peace(slug: str) -> Iterator[None]:
    """While the block lasts no scenario is measured in another process, or none at all where this one measures."""
    with open(os.path.join(tempfile.gettempdir(), f"nocarrier-scenarios-{os.getuid()}.lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX if slug in MEASURING else fcntl.LOCK_SH)
        yield


@pytest.mark.parametrize("name", scenarios.everything())
def test_report_says_what_the_scenario_is_for(name: str) -> None:
    scenario: Scenario = scenarios.everything()[name]
    if missing := packages.missing(scenario):
        pytest.skip(f"missing here: {' '.join(missing)}")
    with in_peace(name.partition("/")[0]), build(scenario) as lab:
        if lab.confined:
            pytest.skip("no network namespaces here")
        for both_ends in (True, False):
            expected = lab.expected(both_ends=both_ends)
            if expected is None:
                continue
            if not both_ends and name.partition("/")[0] in TOLD_BY_ROUTERS:
                time.sleep(SPEECHLESS)
            diagnosed = lab.diagnose(both_ends=both_ends)
            assert diagnosed.out, diagnosed.err.decode()
            jsonschema.validate(msgspec.json.decode(diagnosed.out), SCHEMA)
            report = diagnosed.report
            side = "both ends" if both_ends else "the client alone"
            assert scenarios.shortfall(report, expected) == "", f"from {side}"
            assert diagnosed.status == EXIT_CODES[report.outcome]
            assert not [step.summary for step in report.steps if "the probe broke" in step.summary]
            _says_what_would_decide(report)


def _says_what_would_decide(report: Report) -> None:
    """An unproven verdict names what would decide; a proven one needs nothing more."""
    if report.verdict is not None:
        assert bool(report.next) == (report.verdict.certainty != "proven")
