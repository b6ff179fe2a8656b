"""The client may not open the unix socket

What it is
----------
The socket's file or a directory above it does not admit the user that the client runs as. A directory must allow to
be searched (x), the socket to be written (w).

What you see
------------
"Permission denied" (EACCES) at once, while root or the server's own user connects.

How it is told apart
--------------------
The permissions of every directory on the way and of the socket are compared with the client's user and groups, in
the kernel's order: owner, group, others. The first that denies is named. Where none does, a security module or an
access control list has denied it.

What to do
----------
Give the user the group of the socket, or let the server make its socket with the group or mode that is meant. A new
group holds for new logins only.
"""

from __future__ import annotations

from nocarrier.causes.server.unix_socket_missing import dialled, listener
from nocarrier.facts.unix_path import PathPart, UnixPath
from nocarrier.facts.unix_socket import UnixAttempt
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Decider,
    Fix,
    Found,
    Judgement,
    Silent,
    Symptom,
    on_client,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.scenario import Daemon, Expected, Scenario
from nocarrier.model.shell import quoted


def judge(case: Case) -> Judgement:
    """EACCES, and the permissions that deny it."""
    attempt = case.seen(UnixAttempt)
    if attempt is None or attempt.facts.errno != "EACCES":
        return Silent()
    way = case.seen(UnixPath)
    denying = way.facts.denying() if way is not None else None
    if way is None or denying is None or denying.acl:
        told = () if way is None else (way,)
        return Found(
            certainty=Certainty.LIKELY,
            summary=_undecided(attempt.facts.path, denying),
            because=(attempt, *told),
            decided_by=(_ask(attempt.facts.path),),
        )
    return Found(
        certainty=Certainty.PROVEN,
        summary=_summary(way.facts, denying),
        because=(attempt, way),
        fixes=_fixes(way.facts, denying),
    )


def _ask(path: str) -> Decider:
    place = quoted(path)
    return Decider(
        question=say("Do an access control list, SELinux or AppArmor deny it?"),
        command=f"namei -l {place}; getfacl -p {place}; journalctl -k -g 'DENIED|avc:' -n 5",
    )


def _undecided(path: str, denying: PathPart | None) -> Prose:
    if denying is not None:
        return say("The permissions or the access control list of {path} keep the client out.", path=denying.path)
    return say(
        "The client may not open {path}, though no permission on the way denies it: an access control list or a "
        "security module does.",
        path=path,
    )


def _summary(way: UnixPath, part: PathPart) -> Prose:
    values = {
        "user": way.user or str(way.uid),
        "path": part.path,
        "mode": format(part.mode, "04o"),
        "owner": part.owner or str(part.uid),
        "group": part.group or str(part.gid),
    }
    if part.kind == "directory":
        return say("{user} may not search the directory {path} ({mode}, {owner}:{group}).", **values)
    return say("{user} may not write to the socket {path} ({mode}, {owner}:{group}).", **values)


def _fixes(way: UnixPath, part: PathPart) -> tuple[Fix, ...]:
    letter = "x" if part.kind == "directory" else "w"
    whose, _ = way.class_of(part)
    if whose == "o" and part.mode >> 3 & part.wanted and part.group and part.gid:
        return (_join(way, part.group),)
    return (
        Fix(
            where="client",
            text=say("Admit the client; for good, in the settings of the program that makes it:"),
            commands=(f"chmod {whose}+{letter} {quoted(part.path)}",),
            risk=say("Everybody of that class may connect then.") if whose != "u" else None,
        ),
    )


def _join(way: UnixPath, group: str) -> Fix:
    if group in way.groups_of_user:
        return Fix(
            where="client",
            text=say(
                "{user} is in the group {group}, but not in this session: log in again, or:",
                user=way.user,
                group=group,
            ),
            commands=(f"newgrp {quoted(group)}",),
        )
    user = way.user or str(way.uid)
    return Fix(
        where="client",
        text=say("Give {user} the group {group}, and log in again (a service: restart it):", user=user, group=group),
        commands=(f"usermod -aG {quoted(group)} {quoted(user)}",),
        risk=say("The group docker is as good as root.") if group == "docker" else None,
    )


PROVEN = Expected(verdict="unix-socket-permission", certainty="proven")
UNPRIVILEGED = (
    "setpriv",
    "--bounding-set=-dac_override,-dac_read_search",
    "--inh-caps=-dac_override,-dac_read_search",
)
"Runs a command without the right to pass over permissions: in a lab without root there is no other user."


def _closed(name: str, mode: str, path: str, expected: Expected) -> Scenario:
    close = Daemon(argv=("chmod", mode, path), ready="exit")
    made = dialled(name, expected, "/run/shop/app.sock", listener("/run/shop/app.sock"), close)
    return replace(made, client_command=UNPRIVILEGED)


SCENARIO = _closed("directory-not-searchable", "0600", "/run/shop", PROVEN)

VARIANTS = (_closed("socket-not-writable", "0400", "/run/shop/app.sock", PROVEN),)

NEAR_MISSES = (_closed("just-enough", "0300", "/run/shop", Expected(verdict="", outcome="connected")),)

CAUSE = Cause(
    slug="unix-socket-permission",
    title=say("The client may not open the unix socket"),
    symptoms=frozenset({Symptom.PERMISSION_DENIED}),
    look_alikes=frozenset({"unix-socket-missing"}),
    needs=on_client(UnixPath),
    presumes=frozenset({"unix"}),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
