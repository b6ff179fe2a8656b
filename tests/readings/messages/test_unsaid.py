"""A short text that somebody asks about: that it failed is known, and nothing of how."""

from __future__ import annotations

import pytest

from nocarrier.readings.messages.asked import SHORT, asked_about
from nocarrier.readings.messages.scan import scan

OPAQUE = (
    "sdk: request for url went unsuccessful, server unavailable",
    "conn 0-0-1: error: Io(Kind(Other))",
    "Socket error",
)
NOTHING = (
    "Connected to the server, 0 errors",
    "client connected without error",
    "TypeError: undefined is not a function",
    "Error: Cannot find module 'socket.io-client'",
    "fatal: not a git repository (or any of the parent directories): .git",
    "npm ERR! missing script: start",
    "If the connection fails, restart the server.",
    "Segmentation fault (core dumped)",
    "error: pathspec 'server' did not match any file(s) known to git",
    "server.max_errors: 3",
    "environments where a connection cannot be validated",
)


@pytest.mark.parametrize("line", OPAQUE)
def test_that_it_failed_is_told_and_that_nothing_says_how(line: str) -> None:
    (told,) = asked_about([f"Loading configuration\n{line}\nretry in 5 s\n".encode()])
    assert (told.reading.kind, told.lines, told.first) == ("unknown", (line,), 2)
    assert told.reading.open is not None


@pytest.mark.parametrize("line", NOTHING)
def test_what_speaks_of_no_connection_that_failed_is_no_error(line: str) -> None:
    assert asked_about([line.encode()]) == ()


def test_what_a_reader_knows_is_told_as_ever() -> None:
    text = b"tunnel setup failure\nconnect: Connection refused\n"
    assert [one.reading for one in asked_about([text])] == [one.reading for one in scan([text])]


def test_the_lines_above_name_the_place() -> None:
    (told,) = asked_about([b"Connecting to mqtt://broker.example:1883 ...\n", b"tunnel setup failure\n"])
    assert (told.reading.host, told.reading.port) == ("broker.example", 1883)


def test_in_a_log_nobody_asks_about_each_line() -> None:
    line = b"tunnel setup failure\n"
    assert asked_about([line, b"all is well\n" * SHORT]) == ()
    assert asked_about([line * SHORT]) == ()
    assert asked_about([]) == ()


def test_a_regular_expression_is_no_message() -> None:
    assert asked_about([rb"^server error: (?:connection|socket) failed$"]) == ()


@pytest.mark.parametrize("line", ["error 12 at https://files.example/a.zip", "unable to ping host"])
def test_an_address_or_a_second_word_of_networks_is_enough(line: str) -> None:
    assert [told.reading.kind for told in asked_about([line.encode()])] == ["unknown"]


def test_a_setting_is_no_failure() -> None:
    assert asked_about([b"request fail_timeout=10s"]) == ()


def test_a_word_that_a_terminal_broke_is_read() -> None:
    wide = b"Get https://files.example/v2/: dial tcp 192.0.2.7:443: connect: connection ref"
    (told,) = asked_about([b"pulling\n", wide + b"   \n", b"   used\n"])
    assert (told.reading.kind, told.first, len(told.lines)) == ("refused", 2, 2)
    assert asked_about([b"connection ref\nused\n"]) == ()


def test_what_a_line_says_by_itself_is_not_taken_for_broken() -> None:
    line = b"Firefox can't establish a connection to the server at ws://localhost:8888/api/kernels/1/channels. default.js:57:58"
    (told,) = asked_about([line + b"\nConnection lost, reconnecting in 1 second\n"])
    assert told.reading.kind == "unknown"


def test_a_line_that_a_terminal_broke_between_words_is_read() -> None:
    wide = b"Get https://files.example/v2/: dial tcp 192.0.2.7:443: the kernel said: Connection"
    (told,) = asked_about([wide + b"\nrefused\n"])
    assert (told.reading.kind, told.first) == ("refused", 1)


def test_of_lines_that_say_as_much_the_first_is_told() -> None:
    (told,) = asked_about([b"tunnel setup failure\nSocket error\n"])
    assert told.first == 1


def test_that_it_failed_comes_before_what_any_app_says() -> None:
    (told,) = asked_about([b"Please check your internet.\nthe hub is down\n"])
    assert told.first == 2


def test_the_next_line_of_a_log_is_no_rest_of_the_one_before() -> None:
    text = (
        b"Zigbee2MQTT:debug 2023-12-03 10:09:11: MQTT SSL/TLS: Path to client certificate = /etc/ssl/mqtt-client.crt\n"
        b"Zigbee2MQTT:error 2023-12-03 10:09:11: MQTT failed to connect, exiting...\n"
    )
    assert {told.reading.kind for told in asked_about([text])} == {"unknown"}
