"""Starts a scenario's daemons and waits, for a bounded time, until each is ready."""

from __future__ import annotations

import os
import sys
import time

from nocarrier.lab.children import NOTHING, Children
from nocarrier.lab.ready import is_ready
from nocarrier.model.scenario import Daemon

PATIENCE = 10.0
"Seconds that a daemon may take to be ready, and a command to end."
LAST_LINES = 8


class NotBuilt(Exception):
    """Part of a scenario could not be brought about; the text says which and why."""


def filled_in(text: str, directory: str) -> str:
    """``{dir}`` and ``{python}`` replaced; other braces mean what the program takes them for."""
    return text.replace("{dir}", directory).replace("{python}", sys.executable)


def start(daemon: Daemon, host: str, directory: str, children: Children, environment: dict[str, str]) -> None:
    """Start a daemon in a directory of its own and wait for it. Raises `NotBuilt`."""
    os.makedirs(directory)
    files = dict(daemon.files)
    if daemon.vendor:
        from nocarrier.lab.php_sources import autoload

        files["vendor/autoload.php"] = autoload(daemon.vendor)
    for name, text in files.items():
        path = os.path.join(directory, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(filled_in(text, directory))
    if daemon.user:
        _hand_over(directory, daemon.user)
    run(
        tuple(filled_in(word, directory) for word in daemon.argv),
        host,
        directory,
        children,
        {**environment, "TMPDIR": directory, "PYTHONUNBUFFERED": "1"},
        until=filled_in(daemon.ready, directory),
        user=daemon.user,
    )


def run(
    argv: tuple[str, ...],
    host: str,
    directory: str,
    children: Children,
    environment: dict[str, str],
    *,
    until: str = "exit",
    user: str = "",
    stdin: str = NOTHING,
) -> None:
    """Run a program on a host until it is ready (see `Daemon.ready`). Raises `NotBuilt` with its last words."""
    log = f"{directory}.log"
    what = f"{' '.join(argv)} on {host}"
    with open(stdin, "rb") as given, open(log, "wb") as said:
        try:
            pid = children.start(
                host, argv, environment, directory, (given.fileno(), said.fileno(), said.fileno()), user=user
            )
        except OSError as error:
            raise NotBuilt(f"{what} could not be started: {error.strerror}") from error
    if not _became_ready(pid, until, host, children):
        ended = children.ended.get(pid)
        fate = f"was not ready ({until}) after {PATIENCE:g} s" if ended is None else f"ended with status {ended}"
        raise NotBuilt(f"{what} {fate}{_last_words(log)}")


def _became_ready(pid: int, until: str, host: str, children: Children) -> bool:
    deadline, pause = time.monotonic() + PATIENCE, 0.001
    while time.monotonic() < deadline:
        children.gather()
        if until == "exit":
            if pid in children.ended:
                return children.ended[pid] == 0
        elif _sees(until, host, children):
            return True
        elif children.ended.get(pid):  # one that ends with 0 has gone into the background
            return False
        time.sleep(pause)
        pause = min(pause * 1.5, 0.02)
    return False


def _sees(until: str, host: str, children: Children) -> bool:
    if children.namespaces is None:
        return is_ready(until)
    with children.namespaces.inside(host):
        return is_ready(until)


def _last_words(log: str) -> str:
    with open(log, encoding="utf-8", errors="replace") as file:
        lines = file.read().strip().splitlines()[-LAST_LINES:]
    return "".join(f"\n  {line}" for line in lines)


def _hand_over(directory: str, user: str) -> None:
    """Give a directory and all in it to the daemon's user. Raises `NotBuilt` where only root could."""
    import pwd

    try:
        owner = pwd.getpwnam(user)
        for place, _, names in os.walk(directory):
            for path in (place, *(os.path.join(place, name) for name in names)):
                os.chown(path, owner.pw_uid, owner.pw_gid)
    except KeyError:
        raise NotBuilt(f"there is no user {user}, as whom a daemon is to run") from None
    except OSError as error:
        raise NotBuilt(f"a daemon is to run as {user}, which takes root: {error.strerror}") from error
