"""The bad line: as many packets are lost, and as late, as was asked for."""

from __future__ import annotations

import pytest

from nocarrier.lab import build, packages
from nocarrier.lab.lossy import BACK, THERE, Line
from nocarrier.model.scenario import Host, Scenario, client, http_server, lossy_router, server

DIALS = 100
DIALLING = f"""
import socket, time
for address in ("10.20.0.5", "fd20::5"):
    lost, took = 0, []
    for _ in range({DIALS}):
        with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as one:
            one.settimeout(0.2)
            began = time.monotonic()
            try:
                one.connect((address, 8080))
                took.append(time.monotonic() - began)
            except TimeoutError:
                lost += 1
    print(lost, min(took))
"""


def lost(line: Line, way: int, packets: int = 4000) -> list[int]:
    return [number for number in range(packets) if not line.enter(way, number, 0.0)]


def test_each_way_loses_its_own_share() -> None:
    line = Line((0.2, 0.05), 0.0, seed=7)
    assert len(lost(line, THERE)) == pytest.approx(800, abs=110)  # four standard deviations
    assert len(lost(line, BACK)) == pytest.approx(200, abs=60)


def test_the_same_seed_loses_the_same_packets() -> None:
    first = lost(Line((0.2, 0.2), 0.0, seed=7), THERE)
    # What goes the other way in between changes nothing.
    line = Line((0.2, 0.2), 0.0, seed=7)
    mixed = [number for number in range(4000) if [line.enter(BACK, number, 0.0), line.enter(THERE, number, 0.0)][1]]
    assert sorted({*range(4000)} - {*mixed}) == first
    assert lost(Line((0.2, 0.2), 0.0, seed=8), THERE) != first


def test_what_is_not_lost_is_late() -> None:
    line = Line((0.0, 0.0), 0.5, seed=1)
    assert line.quiet_for(10.0) is None
    assert line.enter(THERE, 1, 10.0)
    assert line.enter(BACK, 2, 10.25)
    assert line.quiet_for(10.25) == 0.25
    assert line.leaving(10.49) == []
    assert line.leaving(10.5) == [(THERE, 1)]
    assert line.leaving(11.0) == [(BACK, 2)]
    assert line.quiet_for(11.0) is None


def outcome(line: Host) -> list[tuple[int, float]]:
    """Of dials at the server's IPv4 and at its IPv6 address: how many were lost, and the shortest one's seconds."""
    scenario = Scenario(
        name="bad-line",
        hosts=(client(), line, server(daemons=(http_server("::", 8080),))),
        target="tcp://10.20.0.5:8080",
    )
    if missing := packages.missing(scenario):
        pytest.skip(f"missing here: {' '.join(missing)}")
    with build(scenario) as lab:
        if lab.confined:
            pytest.skip("no network namespaces here")
        dialled = lab.run("client", ("python3", "-c", DIALLING), timeout=120)
        assert dialled.status == 0, dialled.err.decode()
        found = [each.split() for each in dialled.text.splitlines()]
        return [(int(failed), float(took)) for failed, took in found]


@pytest.mark.lab
def test_connections_fail_in_both_families_as_the_shares_say() -> None:
    # A dial of 0.2 s is one SYN: it fails where that or the answer is lost, 1 - 0.9 * 0.9 of them.
    for failed, _ in outcome(lossy_router(0.1, 0.1, seed=3)):
        assert failed == pytest.approx(0.19 * DIALS, abs=16)  # four standard deviations


@pytest.mark.lab
def test_a_line_that_loses_nothing_only_delays() -> None:
    for failed, took in outcome(lossy_router(0.0, 0.0, delay=0.02)):
        assert failed == 0
        assert 0.04 <= took < 0.15
