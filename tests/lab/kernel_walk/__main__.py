"""Compare the walk with the kernel on many cases, as root: ``python -m tests.lab.kernel_walk [CASES] [SEED]``.

Prints the figures as JSON, and each disagreement with its ruleset; exits with 1 where there is one. A case is one
connection's packets (SYN and SYN-ACK, at every hook) through one ruleset. The same seed makes the same cases.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter

from nocarrier.facts.ruleset import Ruleset
from nocarrier.machines.local import Local
from nocarrier.probes._packet_filter import read_filter
from tests.lab.kernel_walk import rulesets
from tests.lab.kernel_walk.box import Box
from tests.lab.kernel_walk.comparing import Outcome, compare
from tests.lab.kernel_walk.counters import Nft, Place, legacy_counters
from tests.lab.kernel_walk.trips import Seen, Traveller, Trip, planned, walked

TRIPS = 10
"Connections for each ruleset."
MODES = ("nft", "nft", "nft", "iptables", "iptables-legacy", "both", "nft+legacy")
PATIENCE = 0.06
"Seconds after which what disagrees is looked at once more: softirqs may have been late."


class Run:
    """One run over many rulesets."""

    def __init__(self, seed: str) -> None:
        self.tally: Counter[str] = Counter()
        self.stops: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.refused = 0
        self._seed = seed
        self._box = Box()
        self._traveller = Traveller(self._box)
        self._nft = Nft()
        self._port = 20000
        _run("ipset", "restore", text=rulesets.SETS)

    def ruleset(self, at: int) -> None:
        """Load the ruleset of this number and send packets through it."""
        seed = f"{self._seed} {at}"
        chance = random.Random(seed)
        mode = chance.choice(MODES)
        text = self._load(mode, seed)
        if not text:
            self.refused += 1
            return
        ruleset = read_filter(Local()).ruleset
        legacy = "legacy" in mode or mode == "both"
        for _ in range(TRIPS):
            self._case(ruleset, chance, legacy, f"# {mode} {seed}\n{text}")
        if legacy:
            self._flush_legacy()

    def _load(self, mode: str, seed: str) -> str:
        """What was loaded, or nothing where it was refused."""
        text = rulesets.nft(seed) if "nft" in mode else "flush ruleset\n" + rulesets.MARKERS
        if self._nft.load(text):
            return ""
        for tool in {"iptables": ("tables",), "iptables-legacy": ("tables-legacy",), "both": ("tables", "tables-legacy"),
                     "nft+legacy": ("tables-legacy",)}.get(mode, ()):  # fmt: skip
            for version, prefix in ((4, "ip"), (6, "ip6")):
                dump = rulesets.iptables(seed + tool, version)
                if _run(f"{prefix}{tool}-restore", text=dump):
                    self._flush_legacy()
                    return ""
                text += f"# {prefix}{tool}\n{dump}"
        return text

    def _flush_legacy(self) -> None:
        for prefix in ("ip", "ip6"):
            for table in ("filter", "nat", "mangle", "raw"):
                _run(f"{prefix}tables-legacy", "-t", table, "-F")
                _run(f"{prefix}tables-legacy", "-t", table, "-X")
            empty = "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\nCOMMIT\n"
            _run(f"{prefix}tables-legacy-restore", text=empty)

    def _case(self, ruleset: Ruleset, chance: random.Random, legacy: bool, text: str) -> None:
        """One trip; what disagrees is sent again, for other packets of the box (its own ICMP, for one) count too."""
        trip = planned(chance, (4, 4, 6), self._next_port())
        outcome, words = self._sent(ruleset, trip, legacy)
        if outcome.what == "wrong":
            outcome, words = self._sent(ruleset, trip._replace(sport=self._next_port()), legacy)
        self.tally[outcome.what] += 1
        self.stops[outcome.stop] += 1
        if outcome.what == "wrong":
            self.wrong.append(f"{text}\n{words}")

    def _next_port(self) -> int:
        self._port = self._port + 1 if self._port < 29999 else 20000
        return self._port

    def _sent(self, ruleset: Ruleset, trip: Trip, legacy: bool) -> tuple[Outcome, str]:
        passages = walked(ruleset, trip)
        before = self._counters(legacy, trip.version)
        self._traveller.depart(trip)
        for wait in (0.0, 0.002, PATIENCE):
            near, far = self._traveller.seen(wait)
            after = self._counters(legacy, trip.version)
            risen = {at: count - before.get(at, 0) for at, count in after.items() if count != before.get(at, 0)}
            seen = Seen(near, far, risen, self._traveller.connected())
            outcome = compare(trip.sport, passages, seen, ruleset)
            if outcome.what != "wrong":
                break
        self._traveller.arrive(trip)
        return outcome, f"{trip}\n{outcome.why}\n{seen}\n" + "\n".join(map(str, passages))

    def _counters(self, legacy: bool, version: int) -> dict[Place, int]:
        found = self._nft.counters()
        return found | legacy_counters(version) if legacy else found


def _run(*command: str, text: str = "") -> int:
    return subprocess.run(
        command, input=text, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    ).returncode


def main() -> int:
    """Run until there are enough cases."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = sys.argv[2] if len(sys.argv) > 2 else "1"
    with tempfile.NamedTemporaryFile() as lock:
        os.environ["XTABLES_LOCKFILE"] = lock.name
        run = Run(seed)
        started = time.monotonic()
        at = 0
        while sum(run.tally.values()) < cases:
            at += 1
            run.ruleset(at)
        for one in run.wrong[:20]:
            sys.stderr.write(f"{one}\n\n")
        figures = {"cases": sum(run.tally.values()), "rulesets": at - run.refused, "refused": run.refused, **run.tally,
                   "seconds": round(time.monotonic() - started, 1), "ends": dict(run.stops.most_common())}  # fmt: skip
        sys.stdout.write(json.dumps(figures) + "\n")
    return 1 if run.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
