"""Tests of what the words of a command say."""

from __future__ import annotations

import pytest

from nocarrier.readings.command_line import called, hints, ssh_login, ssh_words


def places(command: str) -> list[tuple[str, int, str]]:
    return [(place.host, place.port, place.scheme) for place in called(command.split()).places]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("curl -s http://localhost:5001/x", [("localhost", 5001, "http")]),
        ("redis-cli -h a -p 6380", [("a", 6380, "redis")]),
        ("redis-cli -p 6380", [("127.0.0.1", 6380, "redis")]),
        ("psql --host=db", [("db", 5432, "postgresql")]),
        ("mysql -h db -p1234 -P 3307", [("db", 3307, "mysql")]),
        ("nc -z db 22", [("db", 22, "")]),
        ("sh -c curl${IFS}http://b:2/;x", [("b", 2, "http")]),
        ("docker pull alpine:3", []),
        ("./app", []),
        ("chown user:1000 file", []),
    ],
)
def test_places(command: str, expected: list[tuple[str, int, str]]) -> None:
    assert places(command) == expected


@pytest.mark.parametrize(
    ("command", "program", "inside"),
    [
        ("env -i -u C A=b curl x", "curl", ""),
        ("sudo -u bob timeout -k 3 5 nice -n 4 psql", "psql", ""),
        ("ip netns exec red curl x", "curl", "netns://red"),
        ("sudo ip netns exec red env A=b curl x", "curl", "netns://red"),
        ("nsenter -t 812 -n curl x", "curl", "pid://812"),
        ("docker exec -it -e A=b web redis-cli", "redis-cli", "docker://web"),
        ("podman container exec web redis-cli", "redis-cli", "podman://web"),
        ("docker run --rm --name w -p 1:2 alpine wget x", "wget", "docker://w"),
        ("docker run --rm --network host alpine wget x", "docker", ""),
        ("podman --runtime runc run --ulimit nofile=9:9 --name w alpine wget x", "wget", "podman://w"),
        ("docker run alpine", "alpine", ""),
        ("ssh -p 2222 me@far curl x", "curl", "ssh://me@far:2222"),
        ("ssh far", "ssh", ""),
        ("ssh far -p 2222 -l me curl x", "curl", "ssh://me@far:2222"),
        ("ssh far -- curl x", "curl", "ssh://far"),
        ("timeout 5", "timeout", ""),
        ("ip", "ip", ""),
    ],
)
def test_what_runs_where(command: str, program: str, inside: str) -> None:
    found = called(command.split())
    assert (found.program, found.inside) == (program, inside)


def test_variables_that_env_gives() -> None:
    found = called(["env", "-i", "A=b=c", "curl"])
    assert (found.assigned, found.cleared) == ({"A": "b=c"}, True)


def test_errors_of_the_engine_and_of_ssh_themselves_are_from_here() -> None:
    assert called(["docker", "exec", "web", "curl"], 125).inside == ""
    assert called(["ssh", "far", "curl"], 255).inside == ""


def test_options_and_destination_of_ssh() -> None:
    assert ssh_words(["ssh", "-p", "22", "-oBatchMode=yes", "me@far", "ls", "-l"]) == (
        "-p",
        "22",
        "-oBatchMode=yes",
        "me@far",
    )
    assert ssh_words(["ssh", "-V"]) == ()


def test_places_of_the_environment() -> None:
    found = hints({"DATABASE_URL": "postgresql://me:secret@db/shop", "http_proxy": "http://p:1", "EDITOR": "vi"})
    assert [(place.host, place.port, place.scheme) for place in found] == [("db", 5432, "postgresql")]


def test_only_the_destination_of_ssh_is_dialled_from_here() -> None:
    words = "ssh -L 127.0.0.1:5010:x.example:1 -W 127.0.0.1:80 ssh://me@box.example:2222 curl http://a.example/"
    found = called(words.split(), 255)
    assert [(place.host, place.port) for place in found.places] == [("box.example", 2222)]


def test_how_ssh_got_in() -> None:
    words = ["ssh", "-F", "cfg", "-vNp", "22", "-oUser=me", "-i", "key", "-L", "1:a:2", "-4", "box", "-J", "jump"]
    assert ssh_login(words) == ("-F", "cfg", "-oUser=me", "-i", "key", "-4", "-J", "jump")
    assert ssh_login(words, "F") == ("-F", "cfg")
    assert called(["ssh", "-i", "key", "box", "curl", "x"]).login == ("-i", "key")
