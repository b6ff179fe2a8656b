"""`nocarrier explain` on logs of many kinds, beside grep and ripgrep with as many words, in turn, in one run.

    .venv/bin/python benchmarks/explain_logs.py [MEGABYTES] [NOCARRIER] [KIND…]

CPU time (user and system) and peak memory of each process, the least of ROUNDS; the budget is 20 MB/s and 80 MiB for
100 MB. The peers count the lines that hold any of the words for which nocarrier looks, and know no more of them. NOCARRIER
is an installed command (default: the one beside this interpreter).
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

import logs

from nocarrier.readings.messages import _stems

ROUNDS = 3
MOST_MEMORY = 80
"MiB."
LEAST_SPEED = 20
"MB/s of CPU time."
LINES = (
    "connect ECONNREFUSED 127.0.0.1:5001",
    "curl: (7) Failed to connect to 127.0.0.1 port 5001 after 0 ms: Couldn't connect to server",
    "dial tcp 127.0.0.1:5001: connect: connection refused",
    "ConnectionRefusedError: [Errno 111] Connection refused",
    "WebSocket connection to 'ws://127.0.0.1:8080/' failed: Error during WebSocket handshake: Unexpected response code: 200",
    "ssh: connect to host example.com port 22: Connection timed out",
    'psql: error: connection to server at "127.0.0.1", port 5432 failed: FATAL:  password authentication failed for user "bob"',
    "Unable to connect to the remote server",
    "requests.exceptions.ConnectionError: HTTPConnectionPool(host='localhost', port=8000): Max retries exceeded with url: / (Caused by "
    "NewConnectionError('<urllib3.connection.HTTPConnection object at 0x7f>: Failed to establish a new connection: [Errno 111] Connection refused'))",
)
MOST_OF_LINE = 2.5
"How many times `python -c pass` one line may take."


def main() -> None:
    """Measure and print one line of text, and every kind of log."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    command = sys.argv[2] if len(sys.argv) > 2 else str(Path(sys.executable).with_name("nocarrier"))
    _one_line(command)
    with TemporaryDirectory() as folder:
        words = Path(folder, "words")
        words.write_bytes(b"\n".join(line.rpartition(b"\t")[0] for line in _stems.LINES.splitlines()))
        for kind in sys.argv[3:] or [*logs.KINDS, logs.LINE]:
            log = Path(folder, re.sub(r"\W", "-", kind))
            logs.write(kind, log, megabytes * 10**6)
            _kind(kind, log, megabytes, _commands(command, log, words))
            log.unlink()


def _commands(command: str, log: Path, words: Path) -> dict[str, tuple[str, ...]]:
    every = {
        "nocarrier explain": (command, "explain", str(log)),
        "grep -icF": ("grep", "-icF", "-f", str(words), str(log)),
        "rg -icF": ("rg", "-icF", "-f", str(words), str(log)),
    }
    return {name: peer for name, peer in every.items() if shutil.which(peer[0])}


def _kind(kind: str, log: Path, megabytes: int, commands: dict[str, tuple[str, ...]]) -> None:
    print(kind)
    for name, command in commands.items():
        took, peak = min(_run(command) for _ in range(ROUNDS))
        over = name.startswith("nocarrier") and (megabytes / took < LEAST_SPEED or peak > MOST_MEMORY)
        print(f"  {name:20} {megabytes / took:8.1f} MB/s {peak:6.1f} MiB{'   over the budget' if over else ''}")


def _one_line(command: str) -> None:
    """Each line beside the Python that the command runs on, doing nothing."""
    python = str(Path(command).with_name("python"))
    commands = {"python -c pass": (python, "-c", "pass"), **{line: (command, "explain", line) for line in LINES}}
    times: dict[str, float] = {}
    for _ in range(5 * ROUNDS):
        for name, each in commands.items():
            times[name] = min(_run(each)[0], times.get(name, 1.0))
    print(f"one line, in times of python -c pass (budget {MOST_OF_LINE:g})")
    for name, took in times.items():
        print(f"  {took * 1e3:5.1f} ms {took / times['python -c pass']:.2f}  {name[:100]}")


def _run(command: tuple[str, ...]) -> tuple[float, float]:
    """CPU seconds and peak memory (MiB) of one process. Its output goes to a file: grep that writes to /dev/null stops at the
    first line found."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with open(os.devnull) as nothing, TemporaryFile() as out:
        into = [(os.POSIX_SPAWN_DUP2, given.fileno(), number) for number, given in enumerate((nothing, out, out))]
        process = os.posix_spawnp(command[0], command, environment, file_actions=into)
        _, _, usage = os.wait4(process, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
