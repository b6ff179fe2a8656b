"""The lab fills a table of tracked connections."""

from __future__ import annotations

import pytest

from nocarrier.lab import build
from nocarrier.lab.full_table import PORTS, pattern
from nocarrier.model.scenario import Daemon, Scenario, client

COUNT = "/proc/sys/net/netfilter/nf_conntrack_count"
MOST = "/proc/sys/net/netfilter/nf_conntrack_max"


def test_each_port_stands_in_the_pattern_once_each_way() -> None:
    for port in PORTS:
        assert pattern().count(port.to_bytes(2, "big")) == 2


@pytest.mark.lab
def test_so_many_entries_are_left_free() -> None:
    filler = Daemon(argv=("{python}", "-m", "nocarrier.lab.full_table", "ready", "1000"), ready="unix:ready")
    scenario = Scenario(name="full", hosts=(client(daemons=(filler,)),), target="tcp://127.0.0.1:1")
    with build(scenario) as lab:
        if lab.confined:
            pytest.skip("no network namespaces here")
        count, most = (int(lab.run("client", ("cat", path)).text) for path in (COUNT, MOST))
        assert most - 1000 <= count < most - 990
