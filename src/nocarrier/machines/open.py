"""From ``ssh://db1`` and its like to the machine it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from nocarrier.machines import Machine
from nocarrier.model.prose import Prose, say

FORMS = "local://, netns://NAME, pid://N, podman://NAME, docker://NAME, ssh://[user@]host[:port]"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+@:-]{0,254}")
"What container engines and ip-netns(8) take as a name, and what can be no option of a program."
SSH = re.compile(
    r"(?:(?P<user>[A-Za-z0-9_][^\s@:/\\'\"`$;&|<>()]{0,63})@)?"
    r"(?P<host>\[[0-9A-Fa-f:.]+(?:%[\w.-]+)?\]|[A-Za-z0-9_][A-Za-z0-9_.-]{0,252})"
    r"(?::(?P<port>[0-9]{1,5}))?"
)
"No part can be an option of ssh, or anything but a word to a shell."

Opener = Callable[[float], Machine]
"Enters the machine, which may take that many seconds. Raises `MachineUnreachable`."


class BadPlace(ValueError):
    """The text names no machine; ``sentence`` says what it should have been."""

    def __init__(self, sentence: Prose) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def open_machine(where: str, deadline_s: float) -> Machine:
    """The machine that ``where`` names, entered; ``deadline_s`` bounds how long entering may take.

    Raises `BadPlace` where the form is wrong, and `MachineUnreachable` where the machine cannot be looked at.
    """
    return understood(where)(deadline_s)


def understood(where: str) -> Opener:
    """What enters the machine that ``where`` names. Raises `BadPlace`; nothing is tried yet."""
    kind, mark, rest = where.partition("://")
    reader = _READERS.get(kind)
    if not mark or reader is None:
        raise BadPlace(say("{where} names no machine: {known} are known", where=_shown(where), known=FORMS))
    return reader(where, rest if kind == "netns" else rest.rstrip("/"))


def _local(where: str, rest: str) -> Opener:
    if rest:
        raise BadPlace(say("local:// is this machine and takes no name: {where}", where=_shown(where)))

    def enter(_: float) -> Machine:
        from nocarrier.machines.local import Local

        return Local(where)

    return enter


def _netns(where: str, rest: str) -> Opener:
    if not (rest.startswith("/") and rest.isprintable()):
        _check_name(where, rest)

    def enter(_: float) -> Machine:
        from nocarrier.machines.netns import open_netns

        return open_netns(where, rest)

    return enter


def _pid(where: str, rest: str) -> Opener:
    # Seven digits are the most that Linux hands out (include/linux/threads.h, PID_MAX_LIMIT).
    if not re.fullmatch(r"0*[1-9][0-9]{0,6}", rest):
        raise BadPlace(say("{where} names no process; it takes a number, as in pid://812", where=_shown(where)))

    def enter(_: float) -> Machine:
        from nocarrier.machines.pid import open_pid

        return open_pid(where, int(rest))

    return enter


def _container(where: str, rest: str) -> Opener:
    _check_name(where, rest)

    def enter(deadline_s: float) -> Machine:
        from nocarrier.machines.container import open_container

        return open_container(where, where.partition("://")[0], rest, deadline_s)

    return enter


def over_ssh(where: str, login: Sequence[str]) -> Opener:
    """What enters a place of ssh's with the options that somebody logs in there with. Raises `BadPlace`."""
    return _ssh(where, where.removeprefix("ssh://").rstrip("/"), login)


def _ssh(where: str, rest: str, login: Sequence[str] = ()) -> Opener:
    parts = SSH.fullmatch(rest)
    port = int(parts["port"]) if parts and parts["port"] else None
    if parts is None or (port is not None and not 0 < port < 65536):
        raise BadPlace(
            say("{where} names no machine for ssh; it takes ssh://[user@]host[:port]", where=_shown(where))
        )
    host, user = parts["host"].strip("[]"), parts["user"] or ""

    def enter(deadline_s: float) -> Machine:
        from nocarrier.machines.ssh import open_ssh

        return open_ssh(where, host, user, port, deadline_s, login)

    return enter


def _check_name(where: str, name: str) -> None:
    if not NAME.fullmatch(name):
        raise BadPlace(say("{where} has no name that can be one", where=_shown(where)))


def _shown(where: str) -> str:
    """What the user wrote, safe to print and short."""
    return repr(where if len(where) <= 80 else where[:77] + "...")


_READERS: dict[str, Callable[[str, str], Opener]] = {
    "local": _local,
    "netns": _netns,
    "pid": _pid,
    "podman": _container,
    "docker": _container,
    "ssh": _ssh,
}
