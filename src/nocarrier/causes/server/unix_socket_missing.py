"""No program listens on the unix socket

What it is
----------
The socket's file is not at that path: the server does not run, or has its socket elsewhere. Or the file is there and
is a leftover: the program that made it ended without removing it, and nobody listens behind it.

What you see
------------
"No such file or directory" (ENOENT) where the file is missing; "Connection refused" (ECONNREFUSED) where it is stale
or is no socket.

How it is told apart
--------------------
The path is followed directory by directory to the first part that is not there. A file that is a socket and refuses
has no listener, wherever it may have been: the kernel finds a listener by the file itself.

What to do
----------
Start the server, or dial the path where it does listen. A leftover may stay: servers replace it, or are told to. What is
no socket is in the way of one: a directory may come of a container whose mount was missing.
"""

from __future__ import annotations

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
    RuledOut,
    Silent,
    Symptom,
    on_client,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client
from nocarrier.model.shell import call, quoted

ERRORS = {"ENOENT", "ECONNREFUSED", "ENOTSOCK", "ENOTDIR"}

KINDS = {
    "directory": say("a directory"), "file": say("an ordinary file"), "fifo": say("a named pipe (fifo)"), "other": say("something else"),
}  # fmt: skip
"What stands where a socket belongs."

SERVERS = (
    ("docker.sock", "docker"), ("containerd.sock", "containerd"), ("podman.sock", "podman.socket"),
    ("mysqld.sock", "mysql"), ("mysql.sock", "mysql"), ("mariadb", "mariadb"), (".s.PGSQL.", "postgresql"),
    ("redis", "redis-server"), ("memcached", "memcached"), ("libvirt-sock", "libvirtd"),
    ("system_bus_socket", "dbus"), ("supervisor.sock", "supervisor"), ("clamd", "clamav-daemon"),
)  # fmt: skip
"What a socket's path tells of its server: part of the path, and the unit on Debian."


def judge(case: Case) -> Judgement:
    """The path leads nowhere, or to a file behind which nobody listens."""
    attempt = case.seen(UnixAttempt)
    if attempt is None or attempt.facts.errno not in ERRORS:
        return Silent()
    way = case.seen(UnixPath)
    if way is None:
        place = quoted(attempt.facts.path)
        return Found(
            certainty=Certainty.LIKELY,
            summary=say("No program listens on {path}.", path=attempt.facts.path),
            because=(attempt,),
            decided_by=(
                Decider(
                    question=say("Is the file there, and does a program listen on it?"),
                    command=f"ls -l {place}; ss -xlp src {place}",
                ),
            ),
        )
    if way.facts.denying() is not None:
        return RuledOut((way,), say("the way to it is closed"))
    return Found(
        certainty=Certainty.PROVEN,
        summary=_summary(way.facts),
        because=(attempt, way),
        fixes=_fixes(way.facts),
    )


def _summary(way: UnixPath) -> Prose:
    if way.path.startswith("@"):
        return say("No program of this machine listens on the abstract name {path}.", path=way.path)
    if way.typed and way.missing:
        return say(
            "{typed} does not begin with a slash, so it begins in the working directory, and {path} does not exist.",
            typed=way.typed,
            path=way.path,
        )
    if way.missing and way.missing != way.path:
        return say("{path} cannot be there: {missing} does not exist.", path=way.path, missing=way.missing)
    if way.missing:
        return say("{path} does not exist: no program has its socket there.", path=way.path)
    if way.last is not None and way.last.kind != "socket":
        return say("{path} is there, but it is {kind} and no socket.", path=way.path, kind=KINDS[way.last.kind])
    if way.bound:
        return say("A program has {path} and does not listen on it.", path=way.path)
    return say("{path} is a leftover: the program that made it has ended, and nobody listens on it.", path=way.path)


def _fixes(way: UnixPath) -> tuple[Fix, ...]:
    elsewhere = tuple(
        Fix(
            where="client",
            text=say("Dial {path}, which a program listens on:", path=path),
            commands=(call(f"unix://{path}"),),
        )
        for path in way.nearby[:2]
    )
    in_the_way = way.last if way.last is not None and way.last.kind != "socket" else None
    return (*elsewhere, _start(way) if in_the_way is None else _make_room(way, in_the_way))


def _make_room(way: UnixPath, there: PathPart) -> Fix:
    """bind(2) makes no socket where a file stands (EADDRINUSE)."""
    if there.kind == "directory":
        return Fix(
            where="client",
            text=say(
                "No program can make its socket where a directory stands. The runtime of a container makes one where what it is"
                " to mount is missing (-v {path}:…): take it away, as long as it is empty, start the program that makes the"
                " socket, and then the container again:",
                path=way.path,
            ),
            commands=(f"rmdir {quoted(there.path)}", *_start(way).commands),
        )
    return Fix(
        where="client",
        text=say(
            "Either {path} is not where the socket is, then dial where a program listens; or what is there has to be moved"
            " away before the program can make its socket (EADDRINUSE):",
            path=way.path,
        ),
        commands=(f"ls -l {quoted(there.path)}", "ss -xlp"),
    )


def _start(way: UnixPath) -> Fix:
    unit = _unit(way.path)
    if not unit:
        return Fix(
            where="client",
            text=say("Start the program that makes {path}, and see where its settings put it:", path=way.path),
            commands=("ss -xlp",),
        )
    return Fix(
        where="client",
        text=say("Start {unit}, and see why it does not run:", unit=unit),
        commands=(f"systemctl start {quoted(unit)}", f"systemctl status {quoted(unit)}"),
    )


def _unit(path: str) -> str:
    """The unit that makes this socket; php-fpm has its version in the name (/run/php/php8.2-fpm.sock)."""
    name = path.rpartition("/")[2]
    if name.startswith("php") and "-fpm" in name:
        return name.partition("-fpm")[0] + "-fpm"
    return next((unit for part, unit in SERVERS if part in path), "")


LISTENER = """\
import os, socket, sys
os.makedirs(os.path.dirname(sys.argv[1]), exist_ok=True)
held = socket.socket(socket.AF_UNIX)
held.bind(sys.argv[1])
if "leave" in sys.argv:
    sys.exit()
held.listen()
while True:
    held.accept()
"""
"A program with a unix socket; told to leave, it ends and leaves its file behind."

PROVEN = Expected(verdict="unix-socket-missing", certainty="proven")


def listener(path: str, *more: str) -> Daemon:
    """A program of the lab that listens on a path."""
    return Daemon(
        argv=("{python}", "{dir}/listener.py", path, *more),
        files={"listener.py": LISTENER},
        ready="exit" if more else f"unix:{path}",
    )


def dialled(name: str, expected: Expected, path: str, *daemons: Daemon, **changes: object) -> Scenario:
    """A client that dials a unix socket of its own machine."""
    return Scenario(
        name=name,
        hosts=(client(daemons=daemons, **changes),),
        target=f"unix://{path}",
        client_alone=expected,
    )


SCENARIO = dialled("another-directory", PROVEN, "/run/app.sock", listener("/run/shop/app.sock"))

VARIANTS = (
    dialled("stale", PROVEN, "/run/shop/app.sock", listener("/run/shop/app.sock", "leave")),
    dialled("not-started", PROVEN, "/run/shop/app.sock"),
    dialled("no-socket", PROVEN, "/etc/hosts"),
)

NEAR_MISSES = (
    dialled(
        "listening", Expected(verdict="", outcome="connected"), "/run/shop/app.sock", listener("/run/shop/app.sock")
    ),
)

CAUSE = Cause(
    slug="unix-socket-missing",
    title=say("No program listens on the unix socket"),
    symptoms=frozenset({Symptom.REFUSED}),
    look_alikes=frozenset({"unix-socket-permission"}),
    needs=on_client(UnixPath),
    presumes=frozenset({"unix"}),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
