"""How long a silent target takes, beside other tools; and how often loss alone makes an open port look silent.

    .venv/bin/python benchmarks/silence.py time [ROUNDS]
    .venv/bin/python benchmarks/silence.py loss SHARE RUNS [SEED]

Both in namespaces that the lab makes, as root or in a user namespace. ``time`` runs whole processes in turn, in a
fresh lab for each round, for what a host does not answer is answered out of the neighbour table the next time; it
prints medians in seconds, and of nocarrier also what it said. ``loss`` runs the diagnosis of an open port in one
process, on a router that loses that share of the packets each way. Peers come from Debian's packages nmap, curl and
tcptraceroute; what is not there is left out.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import time
from collections import Counter

from nocarrier.lab import build
from nocarrier.model.scenario import Scenario, client, http_server, lossy_router, router, server

PORT = 8080
DROPS = "table inet f {{ chain in {{ type filter hook input priority 0; {rules} }}\n}}\n"
SERVES = (http_server("0.0.0.0", PORT),)
BUDGETS = {
    "port dropped, live host": (0.6, "10.20.0.5", DROPS.format(rules=f"tcp dport {PORT} drop;")),
    "whole host drops": (2.1, "10.20.0.5", DROPS.format(rules="iifname != lo drop;")),
    "absent, on the link": (2.0, "10.10.0.99", ""),
    "absent, behind a router": (3.4, "10.20.0.99", ""),
}
"Seconds for the last word, the address that is dialled, and the server's rules."
PEERS = {
    "nmap -Pn": ("nmap", "-Pn", "-n", "-p", str(PORT)),
    "curl": ("curl", "-s", "--connect-timeout", "5"),
    "tcptraceroute": ("tcptraceroute", "-n", "-q", "1", "-w", "1", "-m", "4"),
}


def main() -> None:
    """Measure what was asked for."""
    what, *words = sys.argv[1:] or ["time"]
    if what == "time":
        _times(int(words[0]) if words else 5)
    elif what == "loss":
        _loss(float(words[0]), int(words[1]), int(words[2]) if len(words) > 2 else 1)
    elif what == "dial":
        _dial(words[0], int(words[1]))
    else:
        raise SystemExit(__doc__)


def _times(rounds: int) -> None:
    print(f"{'':26} {'budget':>7} {'nocarrier':>10} {'both ends':>10}", *(f"{name:>14}" for name in PEERS))
    for name, (budget, address, rules) in BUDGETS.items():
        took: dict[str, list[float]] = {}
        said: Counter[str] = Counter()
        for _ in range(rounds):
            _one_round(address, rules, took, said)
        medians = [f"{statistics.median(took[peer]):>14.2f}" if peer in took else f"{'-':>14}" for peer in PEERS]
        ours = f"{statistics.median(took['alone']):>10.2f} {statistics.median(took['both ends']):>10.2f}"
        print(
            f"{name:26} {budget:>7} {ours}", *medians, "  ", ", ".join(f"{words} ×{n}" for words, n in said.items())
        )


def _one_round(address: str, rules: str, took: dict[str, list[float]], said: Counter[str]) -> None:
    """Each command in a lab of its own."""
    hosts = (client(), router(), server(nft=rules, daemons=SERVES))
    scenario = Scenario(name="silence", hosts=hosts, target=f"tcp://{address}:{PORT}")
    for side in ("alone", "both ends"):
        with build(scenario) as lab:
            started = time.perf_counter()
            done = lab.diagnose(both_ends=side == "both ends")
            took.setdefault(side, []).append(time.perf_counter() - started)
            verdict = done.report.verdict
            said[f"{side}: {verdict.cause} {verdict.certainty}" if verdict else f"{side}: nothing"] += 1
    for name, command in PEERS.items():
        if shutil.which(command[0]) is None:
            continue
        where = {"curl": (f"http://{address}:{PORT}",), "tcptraceroute": (address, str(PORT))}.get(name, (address,))
        with build(scenario) as lab:
            started = time.perf_counter()
            lab.run("client", (*command, *where), timeout=30.0)
            took.setdefault(name, []).append(time.perf_counter() - started)


def _loss(share: float, runs: int, seed: int) -> None:
    scenario = Scenario(
        name="loss",
        hosts=(client(), lossy_router(share, share, seed=seed), server(daemons=SERVES)),
        target=f"tcp://10.20.0.5:{PORT}",
    )
    with build(scenario) as lab:
        command = (sys.executable, __file__, "dial", scenario.target, str(runs))
        done = lab.run("client", command, timeout=60.0 + 2.0 * runs)
    if done.status:
        sys.stderr.buffer.write(done.err)
        raise SystemExit(1)
    counted = json.loads(done.text)
    print(
        f"{share:.0%} lost each way, {runs} runs, seed {seed}:",
        ", ".join(f"{n} {word}" for word, n in counted.items()),
    )


def _dial(target: str, runs: int) -> None:
    """On the client's side: what the symptom was, how often, and how long the first look took at most."""
    from nocarrier.diagnosis.asking import find_out

    seen: Counter[str] = Counter()
    for _ in range(runs):
        seen[find_out(target, family=4).ending.symptom.value] += 1
    print(json.dumps(seen))


if __name__ == "__main__":
    main()
