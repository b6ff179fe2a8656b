"""The walk through a ruleset against the kernel; many more cases: ``python -m tests.lab.kernel_walk``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

pytestmark = [pytest.mark.lab, pytest.mark.slow]

CASES = 600
TOOLS = ("ip", "nft", "iptables-restore", "iptables-legacy-restore", "ip6tables-legacy-restore")


@pytest.mark.skipif(os.geteuid() != 0, reason="makes network namespaces with rulesets of every kind: root only")
@pytest.mark.skipif(any(shutil.which(tool) is None for tool in TOOLS), reason="needs nftables and iptables")
def test_the_walk_agrees_with_the_kernel_and_names_the_rule_that_counted() -> None:
    """Random rulesets, real packets; the rule that is said to stop one is the one whose counter rose."""
    ran = subprocess.run(
        (sys.executable, "-m", "tests.lab.kernel_walk", str(CASES), "7"),
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-8000:]
    figures = json.loads(ran.stdout)
    assert figures["cases"] >= CASES
    assert figures["decided"] > 0.7 * CASES, "most fates are to be certain"
    ends = figures["ends"]
    for end in ("syn input drop", "syn forward drop", "syn output reject", "answer output drop", "answer input drop"):
        assert ends.get(end, 0) > 3, f"the rulesets must bring about: {end}"
