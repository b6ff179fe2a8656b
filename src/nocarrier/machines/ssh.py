"""A machine reached with OpenSSH's own client: its configuration, agent, jump hosts and known hosts are obeyed.

Nothing is asked of the user meanwhile: a host key that is not known, or a login that wants a password, is a failure
with one sentence. Host keys are checked as strictly as the user's own configuration has it, never less.
"""

from __future__ import annotations

import math
import re

from nocarrier.machines import MachineUnreachable
from nocarrier.machines.far import Far
from nocarrier.machines.session import Session, SessionOver

OPTIONS = {
    "BatchMode": "yes",
    "ClearAllForwardings": "yes",
    "LogLevel": "ERROR",
    "PermitLocalCommand": "no",
    "RemoteCommand": "none",
}
"See ssh_config(5). A user's forwardings and remote command are meant for logins by hand."

# ssh tells its failures apart in words only: its exit status is 255 for all of them (ssh(1), EXIT STATUS).
# It has no translations.
REASONS = (
    (
        rb"REMOTE HOST IDENTIFICATION HAS CHANGED",
        "the host key of {host} is another than the one known here; {login} says more",
    ),
    (
        rb"Host key verification failed",
        "the host key of {host} is not known here; {login} shows it and asks whether to trust it",
    ),
    (
        rb"Permission denied|Too many authentication failures",
        "{host} does not let us in without a password; {login} has to work with a key first",
    ),
    (rb"Could not resolve hostname", "ssh finds no address for {host}"),
    (rb"Connection refused", "nothing takes ssh connections at {host}{port}"),
    (rb"timed out", "{host}{port} does not answer ssh in time"),
    (rb"No route to host|Network is unreachable", "there is no way to {host}{port} for ssh"),
)


def open_ssh(where: str, host: str, user: str, port: int | None, deadline_s: float) -> Far:
    """``host`` is a name, an address, or an alias of ssh_config(5). Raises `MachineUnreachable`."""
    options = [word for name, value in OPTIONS.items() for word in ("-o", f"{name}={value}")]
    options += ["-o", f"ConnectTimeout={max(1, math.ceil(deadline_s))}"]
    command = ["ssh", "-T", "-a", "-x", *options, *_login(user, port), "--", host, "exec sh -s"]
    try:
        return Far(where, Session(command, host, deadline_s))
    except FileNotFoundError as error:
        raise MachineUnreachable("ssh is not installed here", "openssh-client") from error
    except OSError as error:
        raise MachineUnreachable(f"ssh cannot be started: {error.strerror}") from error
    except SessionOver as over:
        raise MachineUnreachable(_why(over, host, user, port)) from over


def _login(user: str, port: int | None) -> list[str]:
    return [*(["-p", str(port)] if port else []), *(["-l", user] if user else [])]


def _why(over: SessionOver, host: str, user: str, port: int | None) -> str:
    """One clause, from what ssh left behind."""
    login = " ".join(["`ssh", *_login(user, port), f"{host}`"])
    values = {"host": host, "login": login, "port": f" port {port}" if port else ""}
    for pattern, sentence in REASONS:
        if over.status == 255 and re.search(pattern, over.err):
            return sentence.format_map(values)
    said = _last_line(over.err)
    if over.status is None:
        return over.reason
    if over.status == 255:
        return f"ssh to {host} failed: {said or 'without a word'}"
    return f"{host} lets us in but runs no sh for us: {said or f'exit status {over.status}'}"


def _last_line(said: bytes) -> str:
    """The last line that says anything, short and without control characters: it may be the far side's."""
    text = said.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return "".join(letter for letter in text if letter.isprintable())[:200]
