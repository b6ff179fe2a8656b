"""Which files lie on the way to the unix socket, may the client go there, and does anybody listen?"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename, dirname, join, normpath

from nocarrier.facts.unix_path import UnixPath
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.probes.process_limits import pid_of
from nocarrier.readings.unix_sockets import (
    UnixSocket,
    decode_identity,
    decode_ls,
    decode_memberships,
    decode_names,
    decode_proc_net_unix,
)

TABLE, PASSWD, GROUP = "/proc/net/unix", "/etc/passwd", "/etc/group"
WORKING_DIRECTORY = "/proc/self/cwd"
"Where a path that does not begin with a slash begins (path_resolution(7))."
FILES = (TABLE, PASSWD, GROUP)
MOST_LINKS = 40
"Symbolic links that are followed, as the kernel does (path_resolution(7))."
NEARBY = 5


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """The way, the table of sockets, and who the client is."""
    if scene.case.target.transport != "unix":
        return
    typed = scene.case.target.path
    path = typed if typed.startswith(("/", "@")) else normpath(join(machine.readlink(WORKING_DIRECTORY), typed))
    table = machine.read(TABLE, 8 << 20)
    sockets = list(decode_proc_net_unix(table.text))
    here = [found for found in sockets if found.path in (path, typed)]
    way = [] if path.startswith("@") else walked(machine, path)
    groups = machine.read(GROUP).text
    users = decode_names(machine.read(PASSWD).text)
    listed = decode_ls(_listed(machine, way), users, decode_names(groups))
    identity = decode_identity(machine.read(f"/proc/{pid_of(machine) or 'self'}/status", 1 << 14).text)
    # A directory that may not be searched hides what lies behind it, which then is not missing.
    parts = tuple(listed[step] for step in way if step in listed)
    gone = "" if not listed else next((step for step in way if step not in listed), "")
    user = users.get(identity.uid, "") if identity else ""
    facts = UnixPath(
        path=path,
        typed=typed if typed != path else "",
        parts=parts,
        missing=gone,
        listening=None if table.errno else any(found.listening for found in here),
        bound=None if table.errno else bool(here),
        nearby=nearby(path, sockets),
        uid=identity.uid if identity else -1,
        gids=identity.gids if identity else (),
        user=user,
        overrides=identity.overrides if identity else False,
        groups_of_user=decode_memberships(groups, user),
    )
    yield Observation(facts, summary(facts))


def walked(machine: Machine, path: str) -> list[str]:
    """Every directory that is gone through, and the file at the end, symbolic links followed."""
    way: list[str] = ["/"]
    ahead = [step for step in path.split("/") if step]
    links = 0
    while ahead:
        step = join(way[-1], ahead.pop(0))
        there = machine.readlink(step) if links < MOST_LINKS else ""
        if there:
            links += 1
            target = normpath(join(way[-1], there))
            ahead = [*(part for part in target.split("/") if part), *ahead]
            way.append("/")
        else:
            way.append(normpath(step))
    return list(dict.fromkeys(way))


def _listed(machine: Machine, way: list[str]) -> str:
    return machine.run(("ls", "-ldn", "--", *way)).text if way else ""


def nearby(path: str, sockets: list[UnixSocket]) -> tuple[str, ...]:
    """Paths that are listened on: of the same name first, then the similar ones of the same directory."""
    from difflib import SequenceMatcher

    name, place = basename(path), dirname(path)

    def likeness(other: str) -> float:
        same = 1.0 if basename(other) == name else 0.0
        return same + (0.3 if dirname(other) == place else 0.0) + SequenceMatcher(None, path, other).ratio()

    others = {found.path for found in sockets if found.listening and found.path != path}
    close = [
        other
        for other in others
        if basename(other) == name or (dirname(other) == place and likeness(other) > 1.0) or other == f"@{path}"
    ]
    return tuple(sorted(close, key=lambda other: (-likeness(other), other))[:NEARBY])


def summary(facts: UnixPath) -> Prose:
    """What is on the way, in a line."""
    denying = facts.denying()
    if denying is not None:
        return say(
            "{path} is {mode}, {owner}:{group}",
            path=denying.path,
            mode=format(denying.mode, "04o"),
            owner=denying.owner or denying.uid,
            group=denying.group or denying.gid,
        )
    if facts.missing:
        return say("{path} is not there", path=facts.missing)
    if facts.last is not None and facts.last.kind != "socket":
        return say("{path} is no socket", path=facts.path)
    if facts.listening is False:
        return say("no program listens on {path}", path=facts.path)
    return say("{path} is a socket", path=facts.path)
