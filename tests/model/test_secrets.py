"""Nothing secret leaves."""

from __future__ import annotations

import pytest

from nocarrier.model.secrets import without_secret_arguments, without_secrets, without_userinfo


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("redis://app:hunter2@cache:6379", "redis://app:***@cache:6379"),
        ("redis://:hunter2@cache:6379", "redis://:***@cache:6379"),
        ("redis-server --requirepass hunter2 --port 1", "redis-server --requirepass *** --port 1"),
        ("app --password=hunter2 -v", "app --password=*** -v"),
        ("PGPASSWORD=hunter2 psql", "PGPASSWORD=*** psql"),
        ('{"api_key": "hunter2", "port": 1}', '{"api_key": "***", "port": 1}'),
        ("Authorization: Bearer hunter2", "Authorization: Bearer ***"),
        ("Cookie: sid=hunter2; lang=de", "Cookie: ***"),
        ("https://bob:p@ss@shop.example/", "https://bob:***@shop.example/"),
        ("https://ghp_0123456789abcdefABCDEF@git.example/", "https://***@git.example/"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc_-", "***"),
        ("requirepass hunter2", "requirepass ***"),
        ("MYSQL_PWD=hunter2 mysql", "MYSQL_PWD=*** mysql"),
        ("mysql -u root -phunter2 db", "mysql -u root -p*** db"),
        ("redis-cli -h cache -a hunter2 ping", "redis-cli -h cache -a *** ping"),
        ("sshpass -p hunter2 ssh db1", "sshpass -p *** ssh db1"),
        ("curl -s -u bob:hunter2 http://x", "curl -s -u bob:*** http://x"),
        ("https://h/?q=1&pass=hunter2#top", "https://h/?q=1&pass=***#top"),
        ("https://shop.example/?token=hunter2&x=1", "https://shop.example/?token=***&x=1"),
    ],
)
def test_secrets_are_hidden(text: str, clean: str) -> None:
    assert without_secrets(text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "ssh://root@db1:22",
        "the password is wrong",
        "keyspace 1 on 6379",
        "key-value store",
        "mysql -u root -p",
        "until a password is set (requirepass), for",
        "https://root@db1/",
        "mysqld --port 3306 -P 1",
        "cp -p a b",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert without_secrets(text) == text


def test_a_secret_behind_its_option_is_hidden() -> None:
    arguments = ["redis-server", "--requirepass", "hunter2", "--port", "6379"]
    assert without_secret_arguments(arguments) == ["redis-server", "--requirepass", "***", "--port", "6379"]


@pytest.mark.parametrize(
    ("arguments", "clean"),
    [
        (["mysql", "-u", "root", "-phunter2", "db"], ["mysql", "-u", "root", "***", "db"]),
        (["/usr/bin/redis-cli", "-a", "hunter2", "ping"], ["/usr/bin/redis-cli", "-a", "***", "ping"]),
        (["app", "--password", "--verbose"], ["app", "--password", "--verbose"]),
        (["app", "--password=hunter2", "serve"], ["app", "--password=***", "serve"]),
        (["a", "a", "b"], ["a", "a", "b"]),
        ([], []),
    ],
)
def test_what_programs_take_as_a_secret_is_hidden(arguments: list[str], clean: list[str]) -> None:
    assert without_secret_arguments(arguments) == clean


@pytest.mark.parametrize(
    "piece", ["pass", "mysql ", "a@", "eyJa.", "a://b:", "redis-cli -a", "password=", "key-", "curl -u a:"]
)
def test_hostile_text_does_not_hold_it_up(piece: str) -> None:
    from time import monotonic

    started = monotonic()
    without_secrets(piece * (65536 // len(piece)))
    assert monotonic() - started < 10.0


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("connect admin:pw777@db.example:27017", "connect admin:***@db.example:27017"),
        ("mailto:bob@shop.example git@github.com:owner/app", "mailto:bob@shop.example git@github.com:owner/app"),
        ("https://hooks.slack.com/services/T0/B0/Xy", "https://hooks.slack.com/services/***"),
        ("https://discord.com/api/webhooks/123456789/Ab-c", "https://discord.com/api/webhooks/123456789/***"),
        (f"https://api.telegram.org/bot123456:{'a' * 30}/x", "https://api.telegram.org/bot123456:***/x"),
        (
            "https://b.example/k?X-Amz-Credential=AKIA&X-Amz-Signature=00",
            "https://b.example/k?X-Amz-Credential=***&X-Amz-Signature=***",
        ),
        ("wss://h.example/socket.io/?sid=abc&EIO=4", "wss://h.example/socket.io/?sid=***&EIO=4"),
        (
            '{"authorization":"Bearer abc","cookie":"sid=zzz","n":1}',
            '{"authorization":"Bearer ***","cookie":"***","n":1}',
        ),
        (
            "Access denied for user 'root'@'localhost' (using password: YES)",
            "Access denied for user 'root'@'localhost' (using password: YES)",
        ),
    ],
)
def test_what_messages_hold(text: str, clean: str) -> None:
    assert without_secrets(text) == clean


@pytest.mark.parametrize(
    ("place", "bare"),
    [
        ("postgresql://u:pw@db.example/app", "postgresql://db.example/app"),
        ("redis://:p@ss@cache:6379", "redis://cache:6379"),
        ("ss@db.example", "@db.example"),
        ("@10.0.0.9", "@10.0.0.9"),
        ("db.example", "db.example"),
    ],
)
def test_a_place_is_named_without_who_logs_in(place: str, bare: str) -> None:
    assert without_userinfo(place) == bare
