"""``nocarrier edges``: what is known, and lists fetched from a server on the loopback interface."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from nocarrier.commands import _lists
from nocarrier.commands.edges import main
from nocarrier.facts.edges import PROVIDERS
from nocarrier.probes._edge_ranges import newest

MORE = "\n".join(f"5.{number}.0.0/16" for number in range(40))
ANSWERS = {
    "/list": (200, MORE),
    "/short": (200, "5.1.0.0/16"),
    "/login": (200, "<html>log in</html>"),
    "/gone": (404, MORE),
}


class Lists(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, body = ANSWERS[self.path]
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def lists() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Lists) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    _lists._fetched.cache_clear()
    return tmp_path / "nocarrier" / "edges"


def test_lists_every_provider_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en"]) == 0
    rows = [line.split()[0] for line in capsys.readouterr().out.splitlines() if line.strip()]
    for each in PROVIDERS:
        assert rows.count(each.slug) == 1
    assert main(["--json"]) == 0
    assert [each["provider"] for each in json.loads(capsys.readouterr().out)] == [each.slug for each in PROVIDERS]


def test_a_list_is_fetched_and_used(lists: str, own_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refresh", "cloudflare", "--from", f"{lists}/list", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "Cloudflare: 40 ranges\n"
    ranges, own = newest("cloudflare") or pytest.fail("no ranges")
    assert own
    assert ranges.find("5.39.7.7") == "5.39.0.0/16"
    assert ranges.source == f"{lists}/list"
    assert [path.name for path in own_folder.iterdir()] == ["cloudflare.txt"]
    assert main(["--lang", "en"]) == 0
    assert "(fetched)" in capsys.readouterr().out


def test_a_file_will_do(tmp_path: Path) -> None:
    place = tmp_path / "list.json"
    place.write_text(json.dumps({"addresses": [f"5.{number}.0.0/16" for number in range(30)]}))
    assert main(["refresh", "fastly", "--from", str(place)]) == 0
    ranges, own = newest("fastly") or pytest.fail("no ranges")
    assert (ranges.count, own) == (30, True)


@pytest.mark.parametrize("path", ["/short", "/login", "/gone", "refused", "ftp", "missing", "no-port"])
def test_what_is_no_list_changes_nothing(
    path: str, lists: str, own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = {
        "refused": "http://127.0.0.1:1/list",
        "ftp": "ftp://127.0.0.1/list",
        "missing": "/nowhere/list",
        "no-port": "http://127.0.0.1:x/",
    }
    assert main(["refresh", "cloudflare", "--from", places.get(path, lists + path), "--lang", "en"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("nocarrier: ")
    assert err.count("\n") == 1
    assert not own_folder.exists()
    assert newest("cloudflare") is not None


def test_a_folder_that_cannot_be_is_said(
    lists: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    assert main(["refresh", "cloudflare", "--from", f"{lists}/list", "--lang", "en"]) == 3
    assert "cannot be written: Not a directory" in capsys.readouterr().err


def test_a_damaged_own_list_does_not_hide_the_shipped_one(own_folder: Path) -> None:
    own_folder.mkdir(parents=True)
    (own_folder / "cloudflare.txt").write_text("# as of: 2099-01-01\n300.1.2.3/8\n")
    ranges, own = newest("cloudflare") or pytest.fail("no ranges")
    assert not own
    assert ranges.find("104.16.0.1")


@pytest.mark.parametrize(
    "words", [["refresh", "nope"], ["refresh", "--from", "x"], ["refresh", "fastly", "akamai", "--from", "x"]]
)
def test_wrong_calls(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_provider_that_publishes_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refresh", "keycdn", "--lang", "en"]) == 3
    assert "publishes no list" in capsys.readouterr().err
