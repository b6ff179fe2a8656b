"""Whole processes, in turn, in one run: nocarrier beside nmap, curl and nc; medians in milliseconds, and the least.

    .venv/bin/python benchmarks/against_peers.py [ROUNDS] [NOCARRIER]

NOCARRIER is an installed command (default: the one beside this interpreter). Across a namespace and over ssh it
needs root; what cannot be run is named. Peers come from Debian's packages nmap, curl and netcat-openbsd.
"""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

import far_side

Command = tuple[str, ...]
BUDGETS = {
    "refused, loopback": 2.0,
    "refused, across a namespace": 2.0,
    "healthy, loopback": 2.0,
    "healthy WebSocket, loopback": 2.0,
}
"How many times nmap's median nocarrier may take."
NAMED_WITHIN = 1000.0
"Milliseconds in which a protocol that is not the wanted one is named."
WEBSOCKETS = """
import asyncio, sys, websockets
async def keep(connection):
    await connection.wait_closed()
async def serve():
    async with websockets.serve(keep, "127.0.0.1", int(sys.argv[1])):
        await asyncio.Future()
asyncio.run(serve())
"""
BEYOND_SSH = 500.0
"Milliseconds that a diagnosis over ssh may take beyond ssh itself."


def main() -> None:
    """Measure and print every group."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    beside = Path(sys.executable).with_name("nocarrier")
    command = sys.argv[2] if len(sys.argv) > 2 else str(beside)
    _start_up(command, rounds)
    _loopback(command, rounds)
    _languages(command, rounds)
    if os.geteuid() == 0:
        _across(command, rounds)
    else:
        print("across a namespace: skipped, needs root")
    _over_ssh(command, rounds)


def _start_up(command: str, rounds: int) -> None:
    python = str(Path(command).resolve().with_name("python"))
    python = python if os.path.exists(python) else sys.executable
    _compare(
        "start-up", {"nocarrier --version": (command, "--version"), "python -c pass": (python, "-c", "pass")}, rounds
    )


def _loopback(command: str, rounds: int) -> None:
    with _listener() as port:
        peers = _peers(command, "127.0.0.1", port)
        peers.pop("curl", None)  # it would wait for an answer that this listener never gives
        _compare("healthy, loopback", peers, rounds)
    _compare("refused, loopback", _peers(command, "127.0.0.1", _closed_port()), rounds)


def _languages(command: str, rounds: int) -> None:
    """A WebSocket that works, and one whose server is plain HTTP; nmap -sV is the peer that names a protocol."""
    with _server(("-c", WEBSOCKETS)) as port:
        peers = {"nocarrier": (command, f"ws://127.0.0.1:{port}/", "--json")}
        peers["nmap"] = ("nmap", "-n", "-Pn", "-sT", "-p", str(port), "127.0.0.1")
        _compare("healthy WebSocket, loopback", peers, rounds)
    with _server(("-m", "http.server", "--bind", "127.0.0.1")) as port:
        for scheme in ("ws", "redis"):
            peers = {"nocarrier": (command, f"{scheme}://127.0.0.1:{port}/", "--json")}
            peers["nmap -sV"] = ("nmap", "-n", "-Pn", "-sT", "-sV", "-p", str(port), "127.0.0.1")
            medians = _compare(f"{scheme} to an HTTP server", peers, min(rounds, 5))
            print(f"  named in {medians['nocarrier']:.0f} ms (budget {NAMED_WITHIN:g})")


@contextmanager
def _server(program: tuple[str, ...]) -> Iterator[int]:
    """A Python program that listens on the port that is its last argument."""
    port = _closed_port()
    process = subprocess.Popen(
        (sys.executable, *program, str(port)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(100):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
                break
            time.sleep(0.05)
        yield port
    finally:
        process.kill()
        process.wait()


def _across(command: str, rounds: int) -> None:
    """In the lab's namespaces: the client's side of a scenario in which nothing listens."""
    from nocarrier.causes.server.server_not_listening import SCENARIO
    from nocarrier.lab import build

    with build(SCENARIO) as lab:
        times: dict[str, list[float]] = {}
        for _ in range(rounds):
            for name, peer in _peers(command, "10.20.0.5", 4711).items():
                started = time.perf_counter()
                lab.run("client", peer)
                times.setdefault(name, []).append((time.perf_counter() - started) * 1e3)
            started = time.perf_counter()
            lab.run("client", (command, "tcp://10.20.0.5:4711", "--json", "--server", lab.place("server")))
            times.setdefault("nocarrier, both ends", []).append((time.perf_counter() - started) * 1e3)
    _print("refused, across a namespace", times)


def _over_ssh(command: str, rounds: int) -> None:
    """Both ends with the server's side over ssh, beside what ssh alone takes to do nothing there."""
    if why := far_side.missing():
        print(f"both ends over ssh: skipped, {why}")
        return
    with far_side.far_side():
        target = f"tcp://127.0.0.1:{_closed_port()}"
        medians = _compare(
            "both ends over ssh",
            {
                "nocarrier, both ends": (command, target, "--json", "--server", "ssh://far"),
                "ssh far true": ("ssh", "far", "true"),
            },
            rounds,
        )
    over = medians["nocarrier, both ends"] - medians["ssh far true"]
    print(f"  beyond the handshake: {over:.0f} ms (budget {BEYOND_SSH:g})")


def _peers(command: str, address: str, port: int) -> dict[str, Command]:
    wanted = {
        "nocarrier": (command, f"tcp://{address}:{port}", "--json"),
        "nmap": ("nmap", "-n", "-Pn", "-sT", "-p", str(port), address),
        "curl": ("curl", "-s", "-o", "/dev/null", "-m", "3", f"http://{address}:{port}"),
        "nc": ("nc", "-z", "-w", "3", address, str(port)),
    }
    return {name: peer for name, peer in wanted.items() if shutil.which(peer[0])}


def _compare(group: str, commands: dict[str, Command], rounds: int) -> dict[str, float]:
    """Run all commands in turn; prints and returns their medians in milliseconds."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    peaks: dict[str, int] = {}
    for _ in range(rounds):
        for name, command in commands.items():
            took, peak = _run(command)
            times[name].append(took)
            peaks[name] = max(peak, peaks.get(name, 0))
    _print(group, times, peaks)
    return {name: statistics.median(each) for name, each in times.items()}


def _run(command: Command) -> tuple[float, int]:
    """Wall-clock milliseconds and peak memory (KiB) of one process."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return (time.perf_counter() - started) * 1e3, usage.ru_maxrss


def _print(group: str, times: dict[str, list[float]], peaks: dict[str, int] | None = None) -> None:
    medians = {name: statistics.median(each) for name, each in times.items()}
    print(f"{group}")
    for name, median in medians.items():
        peak = f"{peaks[name] / 1024:6.1f} MiB" if peaks and name in peaks else ""
        print(f"  {name:22} {median:8.1f} ms, least {min(times[name]):6.1f} {peak}")
    if group in BUDGETS and "nmap" in medians:
        print(f"  nocarrier / nmap = {medians['nocarrier'] / medians['nmap']:.2f} (budget {BUDGETS[group]:g})")


@contextmanager
def _listener() -> Iterator[int]:
    """A server that takes every connection and keeps it: one that took none would be a fault of its own."""
    taken: list[socket.socket] = []

    def take(server: socket.socket) -> None:
        with suppress(OSError):
            while True:
                taken.append(server.accept()[0])

    with socket.create_server(("127.0.0.1", 0), backlog=512) as server:
        Thread(target=take, args=(server,), daemon=True).start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)
    for connection in taken:
        connection.close()


def _closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


if __name__ == "__main__":
    main()
