"""Nothing secret leaves."""

from __future__ import annotations

import pytest

from nocarrier.model.secrets import without_secret_arguments, without_secrets


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
        ("https://shop.example/?token=hunter2&x=1", "https://shop.example/?token=***&x=1"),
    ],
)
def test_secrets_are_hidden(text: str, clean: str) -> None:
    assert without_secrets(text) == clean


@pytest.mark.parametrize(
    "text", ["ssh://root@db1:22", "the password is wrong", "keyspace 1 on 6379", "key-value store"]
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert without_secrets(text) == text


def test_a_secret_behind_its_option_is_hidden() -> None:
    arguments = ["redis-server", "--requirepass", "hunter2", "--port", "6379"]
    assert without_secret_arguments(arguments) == ["redis-server", "--requirepass", "***", "--port", "6379"]
