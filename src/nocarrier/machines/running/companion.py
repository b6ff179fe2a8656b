"""The process beside a command that carries its output on and watches its connects.

It is a process of its own because it has to outlive both: the command's children may write and connect long after the
command itself ended, and the caller may be killed at any moment. It is in no job of the shell, takes no signal of the
terminal, and ends by itself once nobody is left to write or to connect.

The caller talks to it over a socket: ``w``: the terminal's size may have changed; ``e``: the command has failed, ``s``: it has
succeeded. The answer to that is one line of JSON, with descriptors of the namespaces it names, as soon as what was written until then has been
carried on.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import sys
import time
from contextlib import suppress
from threading import Thread

from nocarrier.machines.running.relay import Carrier
from nocarrier.machines.running.streams import Relay
from nocarrier.machines.running.watching import Watch

SETTLED = 0.03
"Seconds of quiet after which what was written to a terminal has come out of it: the kernel passes it on by and by."
PATIENCE = 1.0
"Seconds that the end waits for output to be carried on; a reader that does not read is not waited for."
LOOK_AT_SIZE = 0.25
READY, RESIZED, FAILED, SUCCEEDED = b"r", b"w", b"e", b"s"


def accompany(relays: list[tuple[Relay, int]], caller: socket.socket, watch: Watch) -> None:
    """Do all that until it is over. Each relay comes with the pipe that is told what it carries. Never returns."""
    try:
        _leave_the_job()
        _keep_only({caller.fileno(), *watch.descriptors, *_descriptors(relays)})
        _Companion(relays, caller, watch).work()
    finally:
        os._exit(0)


def _leave_the_job() -> None:
    os.setpgid(0, 0)
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM, signal.SIGTSTP, signal.SIGTTIN):
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # what it writes is of the job in the foreground
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    os.chdir("/")


def _descriptors(relays: list[tuple[Relay, int]]) -> set[int]:
    return {number for relay, tap in relays for number in (relay.outer, relay.sink, tap)}


def _keep_only(wanted: set[int]) -> None:
    """Hold nothing open that a reader or writer elsewhere waits to see closed."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(nothing, number)
    last = 2
    for number in (*sorted(wanted), 1 << 20):
        os.closerange(last + 1, min(number, _most()))
        last = number


def _most() -> int:
    return os.sysconf("SC_OPEN_MAX") if sys.platform == "linux" else 1 << 14


class _Companion:
    def __init__(self, relays: list[tuple[Relay, int]], caller: socket.socket, watch: Watch) -> None:
        self._carriers = [Carrier(relay, tap) for relay, tap in relays]
        self._sinks = [relay.sink for relay, _ in relays if relay.kind == "terminal"]
        self._caller = caller
        self._watch = watch
        self._threads = [Thread(target=carrier.carry, daemon=True) for carrier in self._carriers]

    def work(self) -> None:
        self._watch.start()
        for thread in self._threads:
            thread.start()
        with suppress(Exception):  # whatever goes wrong with the telling, the carrying goes on
            self._caller.sendall(READY)
            self._obey()
        self._caller.close()
        for carrier in self._carriers:
            carrier.close_tap()
        while any(thread.is_alive() for thread in self._threads):
            self._follow_size()
            time.sleep(LOOK_AT_SIZE)
        self._watch.wait()

    def _obey(self) -> None:
        """What the caller asks, until it has nothing more to ask. Raises OSError where it is gone."""
        while True:
            asked = RESIZED
            if select.select([self._caller], [], [], LOOK_AT_SIZE if self._sinks else None)[0]:
                asked = self._caller.recv(1)
            if not asked:
                return
            if asked in (FAILED, SUCCEEDED):
                self._tell(asked == FAILED)
                return
            self._follow_size()

    def _follow_size(self) -> None:
        """What reads its size from where it writes is told of a new one, once that can be read there."""
        for carrier, sink in zip([one for one in self._carriers if one.on_terminal], self._sinks, strict=True):
            if carrier.resize():
                with suppress(OSError):  # it is not our controlling terminal
                    os.killpg(os.tcgetpgrp(sink), signal.SIGWINCH)

    def _tell(self, failed: bool) -> None:
        self._settle()
        for carrier in self._carriers:
            carrier.close_tap()
        told, descriptors = self._watch.told(patiently=failed)
        socket.send_fds(self._caller, [json.dumps(told).encode() + b"\n"], descriptors)

    def _settle(self) -> None:
        """Wait until all is carried on that was written by now."""
        until = time.monotonic() + PATIENCE
        for carrier in self._carriers:
            _await(carrier, until)


def _await(carrier: Carrier, until: float) -> None:
    """Until it has carried what waits now, or it is quiet; children of the command may go on writing for ever."""
    waiting, carried = carrier.waiting()
    goal = waiting + carried
    came_through = False  # what was under way at the beginning stands in no number
    quiet_since = time.monotonic()
    while not carrier.over and (now := time.monotonic()) < until:
        waiting, so_far = carrier.waiting()
        idle = carrier.idle
        came_through = came_through or idle
        if waiting or so_far != carried or not idle:
            carried, quiet_since = so_far, now
            if came_through and carried >= goal and not carrier.on_terminal:
                return
        elif now - quiet_since >= (SETTLED if carrier.on_terminal else 0):
            return
        time.sleep(0.001)
