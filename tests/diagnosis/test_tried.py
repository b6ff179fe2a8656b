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
    spoke: bool = False,
) -> Found:
    errors = explained(scan([text.encode()]))
    known = names or {}
    return tried(
        errors,
        Seen(connects=connects, every=every, heard=True, lookup=lookup),
        called(command.split()),
        code,
        lambda name, address: known.get(name) == address,
        spoke=spoke,
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
    both = [failed("10.0.0.2", port, certain=False) for port in (2, 3)]
    assert targets("sh -c 'get http://10.0.0.2:2; get http://10.0.0.2:3; exit 1'", "", *both, every=False) == [
        "http://10.0.0.2:3",
        "http://10.0.0.2:2",
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


CURL = "curl: (7) Failed to connect to shop.example port 8081 after 0 ms: Couldn't connect to server"


def test_what_curl_dials_in_place_of_its_url() -> None:
    text = "curl: (7) Failed to connect to 127.0.0.1 port 5999 after 0 ms: Couldn't connect to server"
    assert targets("curl --unix-socket /run/a.sock http://127.0.0.1:5999/", text) == ["unix:///run/a.sock"]
    assert targets("curl -s --unix-socket /run/a.sock http://x/", "curl: (7)") == ["unix:///run/a.sock"]
    assert targets("curl --abstract-unix-socket bus http://127.0.0.1:5999/", text) == []


def test_an_address_that_a_name_does_not_lead_to_is_what_was_dialled() -> None:
    words, dialled = "curl --resolve shop.example:8081:10.0.0.2 http://shop.example:8081/", failed("10.0.0.2", 8081)
    assert targets(words, CURL, dialled) == ["http://10.0.0.2:8081"]
    assert targets(words, CURL, dialled, names={"shop.example": "10.0.0.2"}) == ["http://shop.example:8081"]
    assert targets(words, CURL, dialled, every=False) == ["http://shop.example:8081"]
    assert targets(words, CURL, failed("10.0.0.2", 8081, namespace=0)) == ["http://shop.example:8081"]
    assert targets(words.replace("http:", "https:"), CURL, dialled) == ["tcp://10.0.0.2:8081"]
    # Of two places on one port it is the one that failed.
    assert targets(words, CURL, dialled, made("10.0.0.3", 8081)) == ["http://10.0.0.2:8081"]


def test_the_proxy_of_curl_s_own_words_is_that_of_the_target() -> None:
    text = "curl: (7) Failed to connect to 10.0.0.2 port 1080 after 0 ms: Couldn't connect to server"
    assert targets("curl -x 10.0.0.2:1080 http://shop/", text, failed("10.0.0.2", 1080)) == ["http://shop:80"]


def test_what_the_far_machine_of_ssh_was_to_dial_is_looked_at_from_there() -> None:
    text = "channel 0: open failed: connect failed: Connection refused\nstdio forwarding failed"
    (one,) = found("ssh -F cfg -W 127.0.0.1:5010 box", text, made("10.0.0.2", 22), code=255).targets
    assert (one.text, one.inside, one.login) == ("tcp://127.0.0.1:5010", "ssh://box", ("-F", "cfg"))
    assert targets("ssh -J box me@127.0.0.1", text, made("10.0.0.2", 22), code=255) == []


def test_a_port_that_the_command_wants_itself_is_no_target() -> None:
    text = "bind [127.0.0.1]:5010: Address already in use"
    seen = found("ssh -L 127.0.0.1:5010:x:1 box", text, made("10.0.0.2", 22), code=255)
    assert not seen.targets
    assert [error.target.port for error in seen.taken if error.target] == [5010]
    text = "Error: listen EADDRINUSE: address already in use :::3000"
    assert [error.text for error in found("node x.js", text).taken] == [text]


def test_an_address_that_cannot_be_bound_is_no_refusal() -> None:
    text = "curl: (45) bind failed with errno 99: Cannot assign requested address"
    assert targets("curl --interface 10.9.9.9 http://10.0.0.2:81/", text) == ["http://10.0.0.2:81"]
    assert targets("sh -c x=http://10.0.0.2:81/", text) == []
    assert targets("node x.js", "Error: listen EADDRNOTAVAIL: address not available 10.9.9.9:80") == []
    assert targets("node x.js", "Error: listen EACCES: permission denied 10.0.0.2:80") == []


def test_what_occurred_several_times_is_of_several_connects() -> None:
    dialled = [failed("10.0.0.1", port) for port in (1, 2, 3)]
    assert targets("./app", "\n".join([REFUSED] * 2), *dialled) == ["tcp://10.0.0.1:3", "tcp://10.0.0.1:2"]


def test_of_several_silent_failures_each_is_told() -> None:
    dialled = [failed("10.0.0.1", port) for port in (1, 2)]
    assert targets("./app", "", *dialled) == ["tcp://10.0.0.1:2", "tcp://10.0.0.1:1"]
    assert targets("./app", "", *dialled, made("10.0.0.1", 3)) == []


def test_a_command_that_gives_another_reason_is_not_said_to_have_failed_for_this() -> None:
    (one,) = found(
        "./lint", "lint failed: 3 errors", failed("10.0.0.1", 1), failed("10.0.0.1", 2), spoke=True
    ).targets
    assert (one.text, one.unsaid) == ("tcp://10.0.0.1:2", True)
    assert not found("./lint", "", failed("10.0.0.1", 2)).targets[0].unsaid
    waiting = Connect(address="10.0.0.3", port=3, pending=True)
    assert not found("./lint", "KeyboardInterrupt", waiting, spoke=True).targets[0].unsaid


def test_what_fails_after_the_connect_is_of_the_only_one() -> None:
    text = "ConnectionResetError: [Errno 104] Connection reset by peer"
    assert targets("./app", text, made("10.0.0.1", 1)) == ["tcp://10.0.0.1:1"]
    assert targets("./app", text, made("10.0.0.1", 1), made("10.0.0.1", 2)) == []
    assert targets("./app", REFUSED, made("10.0.0.1", 1)) == []


def test_a_port_that_the_kernel_no_longer_knows_stands_in_the_words() -> None:
    """A connect that blocked and failed leaves the socket without it."""
    dialled = failed("10.0.0.1", 0, certain=False)
    assert targets("python3 a.py 10.0.0.1 5071", REFUSED, dialled, every=False) == ["tcp://10.0.0.1:5071"]
    assert targets("python3 a.py 10.0.0.2 5071", REFUSED, dialled, every=False) == []
    assert targets("python3 a.py 10.0.0.1 99999", REFUSED, dialled, every=False) == []
    assert targets("python3 a.py 10.0.0.1 5071 10.0.0.1 5072", REFUSED, dialled, every=False) == []
    assert targets("python3 a.py 10.0.0.1 5071", REFUSED, every=False) == []
