"""A short text that complains of anything near a connection, in words that no table puts together: it is said to be opaque."""

from __future__ import annotations

import pytest

from nocarrier.readings.messages.asked import SHORT, asked_about
from nocarrier.readings.messages.reading import OPAQUE

COMPLAINTS = (
    "Unable to get printer status",
    "Error: unknown peer",
    "[E 00:00:23,422] [online] No Dedicated Server Found",
    "01-08 19:29:04:665 5100 unknown: QIODevice::read (QNetworkReplyHttpImpl): device not open",
    "Error POSTing login information: null",
    "serverconnection: server connection not OK",
    "서버연결이 안된다고뜹니다",
    "无法连上服务器",
    "サーバーに繋がらない",
    "не подключается к серверу",
    "nie łączy z serwerem",
    "no conecta al servidor",
    "ne se connecte pas au serveur",
    "verbindet nicht mit dem Server",
    "sem conexão com o servidor",
    "sunucuya bağlanmıyor",
    "non si connette al server",
    "Немає з'єднання з сервером",
    "לא ניתן להתחבר לשרת",
    "Une erreur s'est produite.",
    "Something went wrong",
)
BEGUN = (
    "Starting connection to server, please wait...",
    "TCP: Connect to ip  192.0.2.92:1883\nTCP:Reconect to: 192.0.2.92:1883\nTCP: Reconnect to 192.0.2.92:1883",
    "[openHAB2] Waiting for openHAB host (http://192.0.2.26) to come online...",
)
NOTHING = (
    "Error: pathspec 'server' did not match any file(s) known to git",
    "error: cannot borrow `client` as mutable",
    "KeyError: 'server'",
    "The server did not have to be restarted",
    '{"error": null, "server": "ready"}',
    "debug1: Connecting to host [192.0.2.5] port 22.",
    "When the host cannot be resolved, the resolver of the system is asked again.",
    "Connecting to 192.0.2.1:80\nconnected, waiting for work",
    "Server gestartet, keine Fehler, verbunden",
    "连接服务器成功，无异常",
    "disk error: no space left",
)


@pytest.mark.parametrize("line", COMPLAINTS)
def test_that_something_failed_is_an_answer(line: str) -> None:
    (told,) = asked_about([f"all is well so far\n{line}\n".encode()])
    assert (told.reading.kind, told.reading.worth, told.first) == ("unknown", OPAQUE, 2)
    assert told.reading.open is not None


@pytest.mark.parametrize("text", BEGUN)
def test_what_begins_and_never_ends_is_an_answer_too(text: str) -> None:
    (told,) = asked_about([text.encode()])
    assert (told.reading.kind, told.first) == ("unknown", 1)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_about_something_else_or_went_well_is_none(text: str) -> None:
    assert asked_about([text.encode()]) == ()


def test_the_lines_above_name_the_place() -> None:
    (told,) = asked_about([b"GET http://printer.example:8080/status\nUnable to get printer status\n"])
    assert (told.reading.host, told.reading.port) == ("printer.example", 8080)


def test_in_a_log_nobody_asks_about_each_line() -> None:
    assert asked_about([b"Unable to get printer status\n" * SHORT]) == ()
