"""The system's words in other languages, each found in a line as a program prints it."""

from __future__ import annotations

import pytest

from nocarrier.readings.messages.errnos import ANYWHERE, KIND
from nocarrier.readings.messages.native import SOCKETS, TEXTS
from nocarrier.readings.messages.scan import scan


@pytest.mark.parametrize(("words", "symbol"), TEXTS, ids=[words for words, _ in TEXTS])
def test_every_text_is_found_however_its_first_letter_is_written(words: str, symbol: str) -> None:
    for text in (words, words[0].upper() + words[1:]):
        doing = "connect to socket '/run/a.sock'" if symbol == "ENOENT" else "connect"
        (told,) = scan([f"{doing}: {text}\n".encode()])
        assert told.reading.kind == KIND[symbol]


def test_files_are_no_connections_in_any_language() -> None:
    lines = [words for words, symbol in TEXTS if symbol in ANYWHERE and words not in SOCKETS]
    assert lines
    assert not scan([f"tar: {words}\n".encode() for words in lines])


def test_a_socket_that_does_not_exist_is_one_in_any_language() -> None:
    words = (
        "Verbindung zum Server auf Socket »/run/.s.PGSQL.5432« fehlgeschlagen: Datei oder Verzeichnis nicht gefunden"
    )
    (told,) = scan([words.encode()])
    error = told.reading
    assert (error.kind, error.scheme, error.host) == ("refused", "unix", "/run/.s.PGSQL.5432")


def test_who_closed_the_connection_is_no_host_that_is_down() -> None:
    assert "unreachable" not in [told.reading.kind for told in scan(["远程主机关闭了连接".encode()])]
