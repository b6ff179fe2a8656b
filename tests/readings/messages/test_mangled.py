"""Short texts that came out of shape on their way."""

from __future__ import annotations

import pytest

from nocarrier.readings.messages.asked import asked_about

CURLED = (
    ("Can’t connect to local MySQL server through socket ‘/var/run/mysqld/mysqld.sock’ (2)", "refused"),
    ("could not translate host name “db” to address: Name or service not known", "name-not-resolved"),
    ("Can’t connect to the server: code=502", "rejected"),
    ("Get »https://registry.example/v2/«: EOF", "closed"),
)


@pytest.mark.parametrize(("line", "kind"), CURLED)
def test_curled_quotes_hide_no_error(line: str, kind: str) -> None:
    (told,) = asked_about([f"I get this\n{line}\n".encode()])
    assert (told.reading.kind, told.lines) == (kind, (line,))


def test_a_text_without_an_error_stays_one() -> None:
    assert asked_about(["We’re “done” here.".encode()]) == ()


def test_a_line_that_a_terminal_broke_is_one() -> None:
    line = "2024-05-06 12:00:01 the shop's worker could not reach its store: connect ECONNREF"
    (told,) = asked_about([f"{line}\nUSED 10.0.0.5:6379\n".encode()])
    assert (told.reading.kind, told.reading.host, told.reading.port) == ("refused", "10.0.0.5", 6379)
