"""What `nocarrier run` costs a command, beside running it plainly and under ``strace -f -e trace=connect``.

    .venv/bin/python benchmarks/run_costs.py [ROUNDS] [NOCARRIER]

Three commands that do one thing and nothing else: connects that are refused, programs that are started one after
the other, and output through a pipe. For each: the command's own CPU time (user and system, of all its processes, in
milliseconds, by wait4(2) of the command itself), which does not depend on what else the machine does, and beside
it how long it took by the clock, which does. The least of all rounds counts. As root every connect is seen; ``never`` is
run with the watch switched off.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CONNECTS, PROGRAMS, MEGABYTES = 5000, 400, 200
MEASURED = """
import os, sys, time
started = time.perf_counter()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, used = os.wait4(child, 0)
took = time.perf_counter() - started
with open(sys.argv[1], "w") as told:
    told.write(f"{(used.ru_utime + used.ru_stime) * 1e3} {took * 1e3}")
"""
"Runs a command and tells its CPU time: between us and it, so that what is ours is not counted with it."
CONNECTING = f"""
import socket
for _ in range({CONNECTS}):
    with socket.socket() as one:
        one.connect_ex(("127.0.0.1", 9))
"""
COMMANDS = {
    f"{CONNECTS} refused connects": [sys.executable, "-S", "-c", CONNECTING],
    f"{PROGRAMS} programs": ["sh", "-c", f"i=0; while [ $i -lt {PROGRAMS} ]; do /bin/true; i=$((i+1)); done"],
    f"{MEGABYTES} MB of output": ["head", "-c", f"{MEGABYTES}000000", "/dev/zero"],
}


def main() -> None:
    """Measure and print every command."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    beside = Path(sys.executable).with_name("nocarrier")
    command = [sys.argv[2]] if len(sys.argv) > 2 else [str(beside)]
    ways = {
        "plainly": [],
        "nocarrier run": [*command, "run"],
        "… --connects never": [*command, "run", "--connects", "never"],
    }
    if shutil.which("strace"):
        ways["strace -f"] = ["strace", "-f", "-qq", "-o", os.devnull, "-e", "trace=connect"]
        ways["strace -f --seccomp-bpf"] = ["strace", "-f", "--seccomp-bpf", *ways["strace -f"][2:]]
    else:
        print("strace is not installed")
    for name, words in COMMANDS.items():
        _compare(name, words, ways, rounds)


def _compare(name: str, words: list[str], ways: dict[str, list[str]], rounds: int) -> None:
    print(f"{name}, the least of {rounds} rounds")
    least: dict[str, tuple[float, float]] = {}
    for _ in range(rounds):
        for way, before in ways.items():
            cpu, took = _measured(before, words)
            known = least.get(way, (cpu, took))
            least[way] = min(cpu, known[0]), min(took, known[1])
    plain = least["plainly"]
    for way, (cpu, took) in least.items():
        print(f"  {way:24} {cpu:8.0f} ms CPU ({cpu / plain[0]:5.2f} ×) {took:8.0f} ms ({took / plain[1]:5.2f} ×)")


def _measured(before: list[str], words: list[str]) -> tuple[float, float]:
    with tempfile.NamedTemporaryFile("r") as told:
        inner = [sys.executable, "-S", "-c", MEASURED, told.name, *words]
        with subprocess.Popen([*before, *inner], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            assert process.stdout is not None
            with open(os.devnull, "wb") as nowhere:
                shutil.copyfileobj(process.stdout, nowhere, 1 << 16)
        cpu, took = told.read().split()
    return float(cpu), float(took)


if __name__ == "__main__":
    main()
