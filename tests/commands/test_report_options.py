"""The options that say how a report is told, on a connection that is refused here."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nocarrier.commands.diagnose import main
from nocarrier.reports.progress import Waiting


@pytest.fixture
def refused() -> Iterator[str]:
    """A target where nothing listens: the port is bound for as long as the test lasts."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield f"tcp://127.0.0.1:{held.getsockname()[1]}"


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


def test_the_first_line_answers(refused: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([refused]) == 1
    out = capsys.readouterr().out
    assert out.splitlines()[0].endswith(f"{refused}  connection refused")
    assert "server-not-listening" in out
    assert "\x1b" not in out


@pytest.mark.parametrize(("options", "followed"), [([], True), (["--redact"], False)])
def test_no_wait_is_explained_with_what_is_redacted(
    refused: str,
    options: list[str],
    followed: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(Waiting, "__call__", lambda waiting, text: told.append(text.render(str)))
    main([refused, *options])
    assert bool(told) == followed


def test_quiet_is_one_line(refused: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([refused, "-q"]) == 1
    assert capsys.readouterr().out.count("\n") == 1


def test_verbose_shows_the_steps(refused: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([refused])
    short = capsys.readouterr().out
    main([refused, "-v"])
    assert "Steps" in capsys.readouterr().out
    assert "Steps" not in short


def test_german(refused: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([refused, "--lang", "de"]) == 1
    assert capsys.readouterr().out.splitlines()[0].endswith("  Verbindung abgelehnt")


def test_the_locale_s_language(
    refused: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    main([refused])
    assert "Verbindung abgelehnt" in capsys.readouterr().out


def test_slugs_and_certainty_do_not_change_in_json(refused: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([refused, "--json"])
    english = json.loads(capsys.readouterr().out)
    main([refused, "--json", "--lang", "de"])
    german = json.loads(capsys.readouterr().out)
    for field in ("cause", "certainty"):
        assert english["verdict"][field] == german["verdict"][field]
    assert english["verdict"]["summary"] != german["verdict"]["summary"]


def test_help_is_german_too(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    import gettext

    monkeypatch.setitem(os.environ, "LANGUAGE", "")
    try:
        with pytest.raises(SystemExit):
            main(["--lang", "de", "--help"])
    finally:
        gettext.textdomain("messages")
    out = capsys.readouterr().out
    assert out.startswith("Aufruf: nocarrier")
    assert "diese Hilfe" in out


def test_redacted(refused: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "C")
    assert main(["tcp://no-such-name.invalid:80", "--redact", "--json"]) == 1
    assert "no-such-name" not in capsys.readouterr().out


def test_page(refused: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    assert main([refused, "--html", str(file)]) == 1
    assert refused in file.read_text(encoding="utf-8")
    assert capsys.readouterr().out.splitlines()[0].endswith("connection refused")


def test_a_page_that_cannot_be_written(refused: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([refused, "--html", "/no/such/folder/report.html"]) == 3
    told = capsys.readouterr()
    assert told.out.splitlines()[0].endswith("connection refused")
    assert told.err == "nocarrier: No such file or directory: /no/such/folder/report.html\n"
