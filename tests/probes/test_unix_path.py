"""The way to a unix socket: from the root on, or from where the client stands."""

from __future__ import annotations

import pytest

from nocarrier.causes.server import unix_socket_missing
from nocarrier.facts.unix_path import UnixPath
from nocarrier.facts.unix_socket import UnixAttempt
from nocarrier.machines import Ran
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Found
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.probes import unix_path
from nocarrier.readings.target import parse_target
from tests.probes.paper import Paper, scene

TABLE = "Num RefCount Protocol Flags Type St Inode Path\n0: 00000002 00000000 00010000 0001 01 812 /run/shop/a.sock\n"
HERE = {"/proc/self/cwd": "/srv"}


class Shop(Paper):
    """A machine with one socket, and a client that stands in /srv."""

    def run(self, command: tuple[str, ...], *, stdin: bytes = b"", timeout: float = 3.0) -> Ran:
        lines = {
            "/": "drwxr-xr-x 1 0 0 1 Jan 1 00:00 /",
            "/run": "drwxr-xr-x 1 0 0 1 Jan 1 00:00 /run",
            "/run/shop": "drwxr-xr-x 1 0 0 1 Jan 1 00:00 /run/shop",
            "/run/shop/a.sock": "srwxrwxrwx 1 0 0 0 Jan 1 00:00 /run/shop/a.sock",
            "/run/shop/dir.sock": "drwxr-xr-x 1 0 0 1 Jan 1 00:00 /run/shop/dir.sock",
            "/run/shop/fifo.sock": "prw-r--r-- 1 0 0 1 Jan 1 00:00 /run/shop/fifo.sock",
            "/srv": "drwxr-xr-x 1 0 0 1 Jan 1 00:00 /srv",
        }
        return Ran(status=0, out="\n".join(lines[path] for path in command[3:] if path in lines).encode())


def looked(target: str) -> UnixPath:
    machine = Shop({"/proc/net/unix": TABLE}, HERE)
    (seen,) = unix_path.look(scene(machine, target), machine, Where.CLIENT)
    assert isinstance(seen.facts, UnixPath)
    return seen.facts


def test_a_path_from_the_root() -> None:
    found = looked("unix:///run/shop/a.sock")
    assert (found.path, found.typed, found.listening, found.missing) == ("/run/shop/a.sock", "", True, "")


@pytest.mark.parametrize("typed", ["run/shop/a.sock", "./run/shop/a.sock"])
def test_a_path_without_a_slash_begins_where_the_client_stands(typed: str) -> None:
    found = looked(f"unix://{typed}")
    assert (found.path, found.typed, found.missing) == ("/srv/run/shop/a.sock", typed, "/srv/run")
    assert found.nearby == ("/run/shop/a.sock",)


def test_what_begins_elsewhere_is_no_leftover() -> None:
    target = parse_target("unix://run/shop/a.sock")
    attempt = UnixAttempt(path=target.path, connected=False, errno="ENOENT", expired=False)
    evidence = tuple(
        Evidence(id=f"e{at}", probe="test", where=Where.CLIENT, took_ms=0.0, summary=say("seen"), facts=facts)
        for at, facts in enumerate((attempt, looked("unix://run/shop/a.sock")), 1)
    )
    judgement = unix_socket_missing.judge(Case(target=target, evidence=evidence))
    assert isinstance(judgement, Found)
    assert str(judgement.summary) == (
        "run/shop/a.sock does not begin with a slash, so it begins in the working directory, and /srv/run/shop/a.sock"
        " does not exist."
    )
    assert judgement.fixes[0].commands == ("nocarrier unix:///run/shop/a.sock",)


@pytest.mark.parametrize(
    ("path", "what", "first"),
    [
        ("/run/shop/dir.sock", "a directory", "rmdir /run/shop/dir.sock"),
        ("/run/shop/fifo.sock", "a named pipe (fifo)", "ls -l /run/shop/fifo.sock"),
    ],
)
def test_what_is_in_the_way_of_a_socket_is_named_and_moved_first(path: str, what: str, first: str) -> None:
    target = parse_target(f"unix://{path}")
    attempt = UnixAttempt(path=path, connected=False, errno="ECONNREFUSED", expired=False)
    # No other name is listened on here.
    way = replace(looked(f"unix://{path}"), nearby=())
    evidence = tuple(
        Evidence(id=f"e{at}", probe="test", where=Where.CLIENT, took_ms=0.0, summary=say("seen"), facts=facts)
        for at, facts in enumerate((attempt, way), 1)
    )
    judgement = unix_socket_missing.judge(Case(target=target, evidence=evidence))
    assert isinstance(judgement, Found)
    assert str(judgement.summary) == f"{path} is there, but it is {what} and no socket."
    assert judgement.fixes[0].commands[0] == first
    assert "container" in str(judgement.fixes[0].text) or "EADDRINUSE" in str(judgement.fixes[0].text)
