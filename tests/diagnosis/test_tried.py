"""Tests of which connection a command is taken to have tried."""

from __future__ import annotations

import pytest

from nocarrier.diagnosis.explaining import explained
from nocarrier.diagnosis.tried import Found, failures, tried
from nocarrier.machines.running.connects import Connect, Seen
from nocarrier.readings.command_line import called
from nocarrier.readings.messages.scan import scan

REFUSED = "ConnectionRefusedError: [Errno 111] Connection refused"


def found(
    command: str,
    text: str = "",
    *connects: Connect,
    every: bool = True,
    code: int = 1,
    names: dict[str, str] | None = None,
    lookup: Connect | None = None,
) -> Found:
    errors = explained(scan([text.encode()]))
    known = names or {}
    return tried(
        errors,
        Seen(connects=connects, every=every, heard=True, lookup=lookup),
        called(command.split()),
        code,
        lambda name, address: known.get(name) == address,
    )


def targets(*words: object, **how: object) -> list[str]:
    return [one.text for one in found(*words, **how).targets]  # type: ignore[arg-type]


def failed(address: str, port: int, **more: object) -> Connect:
    return Connect(address=address, port=port, made=False, **more)  # type: ignore[arg-type]


def made(address: str, port: int) -> Connect:
    return Connect(address=address, port=port, made=True)


@pytest.mark.parametrize(
    ("command", "text", "target"),
    [
        ("node x.js", "Error: connect ECONNREFUSED 127.0.0.1:5001", "tcp://127.0.0.1:5001"),
        ("node x.js", "Error: connect ECONNREFUSED 10.0.0.1:443", "https://10.0.0.1:443"),
        ("curl http://shop:81/a", "curl: (7) Failed to connect to shop port 81: Connection refused", "http://shop:81"),
        ("curl https://shop/", "curl: (6) Could not resolve host: shop", "https://shop:443"),
        ("./app", "dial tcp: lookup db.internal: no such host", "http://db.internal:80"),
        ("ssh -p 2222 db", "ssh: connect to host db port 2222: Connection refused", "ssh://db:2222"),
        ("redis-cli -h cache -p 6380", "Could not connect to Redis at cache:6380: Connection refused", "redis://cache:6380"),
        ("psql -h db -p 5433", "psql: error: could not connect to server: Connection refused", "postgresql://db:5433"),
        ("docker ps", "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?", "unix:///var/run/docker.sock"),
        ("mysql", "ERROR 2002 (HY000): Can't connect to local MySQL server through socket '/run/mysqld/mysqld.sock' (2)", "unix:///run/mysqld/mysqld.sock"),
        ("bash -c x</dev/tcp/10.0.0.9/99", "bash: connect: Connection refused", "tcp://10.0.0.9:99"),
    ],
)  # fmt: skip
def test_from_the_output_and_the_words(command: str, text: str, target: str) -> None:
    assert targets(command, text) == [target]


def test_an_error_without_a_place_is_that_of_the_last_connect_that_failed() -> None:
    seen = (failed("10.0.0.1", 1), made("10.0.0.2", 2), failed("10.0.0.3", 3), made("10.0.0.4", 4))
    assert targets("./app", REFUSED, *seen) == ["tcp://10.0.0.3:3"]


def test_what_is_only_overheard_counts_where_there_is_no_choice() -> None:
    one, other = failed("10.0.0.1", 1, certain=False), failed("10.0.0.2", 2, certain=False)
    assert targets("./app", REFUSED, one, every=False) == ["tcp://10.0.0.1:1"]
    assert found("./app", REFUSED, one, every=False).targets[0].overheard
    assert not found("./app 10.0.0.1:1", REFUSED, one, every=False).targets[0].overheard
    both = found("./app", REFUSED, one, other, every=False)
    assert not both.targets
    assert len(both.unplaced) == 1
    assert targets("./app", REFUSED, one, failed("10.0.0.3", 3), other, every=False) == ["tcp://10.0.0.3:3"]


def test_an_address_has_the_name_that_leads_to_it() -> None:
    words = "./app postgresql://db:5432/shop"
    assert targets(words, REFUSED, failed("10.0.0.1", 5432), names={"db": "10.0.0.1"}) == ["postgresql://db:5432"]
    assert targets(words, REFUSED, failed("10.0.0.7", 5432), names={"db": "10.0.0.1"}) == [
        "postgresql://10.0.0.7:5432"
    ]
    text = "connect ECONNREFUSED 10.0.0.1:5432"
    assert targets(words, text, names={"db": "10.0.0.1"}) == ["postgresql://db:5432"]


def test_an_address_that_failed_before_another_one_worked_is_no_failure() -> None:
    assert failures([failed("::1", 80), made("127.0.0.1", 80)]) == []
    assert failures([failed("::1", 80), made("127.0.0.1", 81)]) == [failed("::1", 80)]


def test_what_fails_silently_leaves_no_doubt_or_is_not_told() -> None:
    assert targets("./app", "", made("10.0.0.1", 1), failed("10.0.0.2", 2)) == ["tcp://10.0.0.2:2"]
    assert targets("./suite", "", failed("10.0.0.2", 2), made("10.0.0.1", 1)) == []
    assert targets("./app", "", failed("10.0.0.2", 2, certain=False), every=False) == []
    assert targets("./app http://10.0.0.2:2", "", failed("10.0.0.2", 2, certain=False), every=False) == [
        "http://10.0.0.2:2"
    ]
    waiting = Connect(address="10.0.0.3", port=3, pending=True)
    assert targets("./app", "", waiting, every=False) == ["tcp://10.0.0.3:3"]
    assert targets("wget -q http://shop/", code=4) == ["http://shop:80"]
    assert targets("wget -q http://shop/", code=8) == []


def test_a_proxy_that_failed_is_that_of_the_target() -> None:
    through = failed("127.0.0.1", 3128, environment={"http_proxy": "http://127.0.0.1:3128"})
    text = "curl: (7) Failed to connect to 127.0.0.1 port 3128: Connection refused"
    (one,) = found("curl http://shop/", text, through).targets
    assert (one.text, one.connect) == ("http://shop:80", through)
    assert targets("curl http://shop/", "", through) == ["http://shop:80"]


def test_each_place_once_by_what_says_most() -> None:
    text = "connect ECONNREFUSED 10.0.0.1:6379\nnpm noise\nCould not connect to Redis at 10.0.0.1:6379: Connection refused"
    assert targets("./app", text) == ["redis://10.0.0.1:6379"]


def test_a_command_that_succeeded_may_have_shown_a_log() -> None:
    text = "connect ECONNREFUSED 10.0.0.1:99"
    assert targets("cat app.log", text, code=0) == []
    assert targets("./show", text, made("10.0.0.1", 98), code=0) == []
    assert targets("./show", text, failed("10.0.0.1", 99), code=0) == ["tcp://10.0.0.1:99"]
    assert targets("./show", text, failed("10.0.0.1", 0, certain=False), code=0, every=False) == ["tcp://10.0.0.1:99"]
    assert targets("docker exec web show", text, code=0) == ["tcp://10.0.0.1:99"]


def test_what_a_connect_bears_out_comes_first() -> None:
    text = "connect ECONNREFUSED 10.0.0.1:99\nconnect ECONNREFUSED 10.0.0.2:98"
    assert targets("./app", text, failed("10.0.0.2", 98)) == ["tcp://10.0.0.2:98", "tcp://10.0.0.1:99"]


def test_a_name_that_leads_nowhere_was_asked_for_somewhere() -> None:
    lookup = Connect(address="10.0.0.53", port=53, namespace=1, environment={})
    (one,) = found("./app", "getaddrinfo ENOTFOUND db.example", lookup=lookup).targets
    assert (one.host, one.port, one.connect) == ("db.example", 80, lookup)
    (one,) = found("curl -s http://db.example:81/", "curl: (6)", lookup=lookup).targets
    assert (one.host, one.port, one.connect) == ("db.example", 81, lookup)
