"""A prompt on a host of a standing lab."""

from __future__ import annotations

import contextlib
import os
import signal
import sys

from nocarrier.lab.lab import Lab
from nocarrier.model.prose import Prose, say


def shell(lab: Lab, host: str) -> int:
    """Give the user's own shell the terminal, on a host; its exit status when it ends."""
    program = os.environ.get("SHELL", "/bin/sh")
    # ^C and ^\\ are for what runs in the shell; this process only waits.
    before = {number: signal.signal(number, signal.SIG_IGN) for number in (signal.SIGINT, signal.SIGQUIT)}
    try:
        process = lab.spawn(host, (program,), stdin=0, stdout=1, stderr=2, session=False)
        while (status := process.wait(3600.0)) is None:
            pass
        return status
    finally:
        _take_the_terminal_back()
        for number, handler in before.items():
            signal.signal(number, handler)


def _take_the_terminal_back() -> None:
    """A shell with job control leaves its own group in the foreground: it cannot see ours, outside its namespace."""
    if not sys.stdin.isatty():
        return
    before = signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # what a process in the background gets for asking
    with contextlib.suppress(OSError):
        os.tcsetpgrp(sys.stdin.fileno(), os.getpgrp())
    signal.signal(signal.SIGTTOU, before)


def ways_in(lab: Lab) -> Prose:
    """How the other hosts are entered from the prompt."""
    if lab.confined:
        return say("Everything is on this machine's loopback interface.")
    others = " ".join(host.name for host in lab.scenario.hosts)
    return say(
        "Other hosts: ip netns exec NAME COMMAND, or nocarrier --from netns://NAME; NAME is one of {names}",
        names=others,
    )
