"""From ``ssh://db1`` and its like to the machine it names."""

from __future__ import annotations

import re

from nocarrier.machines import Machine

FORMS = "local://, netns://NAME, pid://N, podman://NAME, docker://NAME or ssh://[user@]host[:port]"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+@:-]{0,254}")
"What container engines and ip-netns(8) take as a name, and what can be no option of a program."

SSH = re.compile(
    r"(?:(?P<user>[A-Za-z0-9_][^\s@:/\\'\"`$;&|<>()]{0,63})@)?"
    r"(?P<host>\[[0-9A-Fa-f:.]+(?:%[\w.-]+)?\]|[A-Za-z0-9_][A-Za-z0-9_.-]{0,252})"
    r"(?::(?P<port>[0-9]{1,5}))?"
)
"No part can be an option of ssh, or anything but a word to a shell."


def open_machine(where: str, deadline_s: float) -> Machine:
    """The machine that ``where`` names, entered; ``deadline_s`` bounds how long entering may take.

    Raises ValueError with one sentence where the form is wrong, and `MachineUnreachable` with one sentence where
    the machine cannot be looked at.
    """
    kind, mark, rest = where.partition("://")
    opener = _OPENERS.get(kind)
    if not mark or opener is None:
        raise ValueError(f"{_shown(where)} names no machine; it takes {FORMS}")
    return opener(where, rest.rstrip("/") if kind != "netns" else rest, deadline_s)


def _local(where: str, rest: str, deadline_s: float) -> Machine:
    from nocarrier.machines.local import Local

    if rest:
        raise ValueError(f"local:// is this machine and takes no name, so {_shown(where)} means nothing")
    return Local(where)


def _netns(where: str, rest: str, deadline_s: float) -> Machine:
    from nocarrier.machines.netns import open_netns

    if not (rest.startswith("/") and "\0" not in rest):
        _check_name(where, rest, "network namespace")
    return open_netns(where, rest)


def _pid(where: str, rest: str, deadline_s: float) -> Machine:
    from nocarrier.machines.pid import open_pid

    # Seven digits are the most that Linux hands out (include/linux/threads.h, PID_MAX_LIMIT).
    if not re.fullmatch(r"0*[1-9][0-9]{0,6}", rest):
        raise ValueError(f"{_shown(where)} names no process; it takes a number, as in pid://812")
    return open_pid(where, int(rest))


def _container(where: str, rest: str, deadline_s: float) -> Machine:
    from nocarrier.machines.container import open_container

    _check_name(where, rest, "container")
    return open_container(where, where.partition("://")[0], rest, deadline_s)


def _ssh(where: str, rest: str, deadline_s: float) -> Machine:
    from nocarrier.machines.ssh import open_ssh

    parts = SSH.fullmatch(rest)
    port = int(parts["port"]) if parts and parts["port"] else None
    if parts is None or (port is not None and not 0 < port < 65536):
        raise ValueError(f"{_shown(where)} names no machine for ssh; it takes ssh://[user@]host[:port]")
    return open_ssh(where, parts["host"].strip("[]"), parts["user"] or "", port, deadline_s)


def _check_name(where: str, name: str, what: str) -> None:
    if not NAME.fullmatch(name):
        raise ValueError(f"{_shown(where)} names no {what}")


def _shown(where: str) -> str:
    """What the user wrote, safe to print and short."""
    return repr(where if len(where) <= 80 else where[:77] + "...")


_OPENERS = {
    "local": _local,
    "netns": _netns,
    "pid": _pid,
    "podman": _container,
    "docker": _container,
    "ssh": _ssh,
}
