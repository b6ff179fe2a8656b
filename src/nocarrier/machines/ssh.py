"""A machine reached with OpenSSH's own client: its configuration, agent, jump hosts and known hosts are obeyed.

Nothing is asked of the user meanwhile: a host key that is not known, or a login that wants a password, is a failure
with one sentence. Host keys are checked as strictly as the user's own configuration has it, never less.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from nocarrier.machines import MachineUnreachable
from nocarrier.machines.far import Far
from nocarrier.machines.session import Session, SessionOver
from nocarrier.model.prose import Prose, say

OPTIONS = {
    "BatchMode": "yes",
    "ClearAllForwardings": "yes",
    "LogLevel": "ERROR",
    "PermitLocalCommand": "no",
    "RemoteCommand": "none",
}
"See ssh_config(5). A user's forwardings and remote command are meant for logins by hand."


def open_ssh(where: str, host: str, user: str, port: int | None, deadline_s: float, login: Sequence[str] = ()) -> Far:
    """``host`` is a name, an address, or an alias of ssh_config(5); ``login`` are more options to log in with, which
    count less than our own. Raises `MachineUnreachable`."""
    options = [word for name, value in OPTIONS.items() for word in ("-o", f"{name}={value}")]
    options += ["-o", f"ConnectTimeout={max(1, math.ceil(deadline_s))}"]
    command = ["ssh", "-T", "-a", "-x", *options, *_login(user, port), *login, "--", host, "exec sh -s"]
    try:
        return Far(where, Session(command, host, deadline_s))
    except FileNotFoundError as error:
        raise MachineUnreachable(say("{program} is not installed here", program="ssh"), "openssh-client") from error
    except OSError as error:
        raise MachineUnreachable(
            say("{program} cannot be started here: {why}", program="ssh", why=str(error.strerror))
        ) from error
    except SessionOver as over:
        raise MachineUnreachable(_why(over, host, user, port)) from over


def _login(user: str, port: int | None) -> list[str]:
    return [*(["-p", str(port)] if port else []), *(["-l", user] if user else [])]


def _why(over: SessionOver, host: str, user: str, port: int | None) -> Prose:
    """One clause, from what ssh left behind."""
    if over.status is None:
        return over.sentence
    said = _last_line(over.err)
    if over.status != 255:
        return say("{host} lets us in but runs no sh for us: {said}", host=host, said=said or over.status)
    login = " ".join(["ssh", *_login(user, port), host])
    there = f"{host} port {port}" if port else host
    return _known(over.err, host, login, there) or say("ssh to {host} failed: {said}", host=host, said=said or 255)


def _known(said: bytes, host: str, login: str, there: str) -> Prose | None:
    """The failures that a user can do something about, by ssh's own words.

    Its exit status is 255 for all of them (ssh(1), EXIT STATUS); its words are in no language but English.
    """
    if b"REMOTE HOST IDENTIFICATION HAS CHANGED" in said:
        return say(
            "the host key of {host} is another than the one known here; `{login}` says more", host=host, login=login
        )
    if b"Host key verification failed" in said:
        return say(
            "the host key of {host} is not known here; `{login}` shows it and asks whether to trust it",
            host=host,
            login=login,
        )
    if re.search(rb"Permission denied|Too many authentication failures", said):
        return say(
            "{host} does not let us in without a password; `{login}` has to work with a key first",
            host=host,
            login=login,
        )
    if b"Could not resolve hostname" in said:
        return say("ssh finds no address for {host}", host=host)
    if b"Connection refused" in said:
        return say("nothing takes ssh connections at {there}", there=there)
    if b"timed out" in said:
        return say("{there} does not answer ssh in time", there=there)
    if re.search(rb"No route to host|Network is unreachable", said):
        return say("there is no way to {there} for ssh", there=there)
    return None


def _last_line(said: bytes) -> str:
    """The last line that says anything, short and without control characters: it may be the far side's."""
    text = said.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return "".join(letter for letter in text if letter.isprintable())[:200]
