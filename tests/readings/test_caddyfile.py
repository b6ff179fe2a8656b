"""Caddyfiles: sites, matchers, and where a request goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.front import Way
from nocarrier.readings.caddyfile import parse, way
from nocarrier.readings.matching import Request

TYPICAL = """\
{
    admin off
}
(quiet) {
    header_up -Upgrade
}
http://chat.example,
http://*.chat.example {
    @ws {
        path /live/*
        header Connection *pgrade*
    }
    reverse_proxy @ws localhost:7000
    handle_path /api/* {
        reverse_proxy h:3000 {
            import quiet
        }
    }
    handle /down {
        respond "later" 503
    }
    redir /old /new
    reverse_proxy unix//run/app.sock
}
:8080 {
    reverse_proxy {
        to 10.0.0.2:1 10.0.0.3:2
        transport http {
            versions h2c
        }
    }
}
"""


def go(target: str, host: str = "chat.example", port: int = 80, text: str = TYPICAL) -> Way:
    request = Request(address="10.0.0.1", port=port, named=host, target=target, upgrade="websocket")
    found = way(parse(text, "Caddyfile"), request)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("target", "host", "port", "path", "upgrade"),
    [
        ("/live/1", "localhost", 7000, "/live/1", "passed"),
        ("/api/x", "h", 3000, "/x", "stripped"),
        ("/other", "/run/app.sock", 0, "/other", "passed"),
    ],
)
def test_back_ends(target: str, host: str, port: int, path: str, upgrade: str) -> None:
    found = go(target)
    (backend,) = found.backends
    assert (backend.host, backend.port, backend.path, found.upgrade) == (host, port, path, upgrade)


def test_answers_of_its_own() -> None:
    assert go("/down").status == 503
    assert go("/old").status == 302
    assert go("/", host="a.chat.example").named


def test_a_name_that_no_site_has() -> None:
    found = go("/", host="10.0.0.1")
    assert (found.named, found.status, found.names) == (False, 200, ("chat.example",))


def test_only_http2_to_the_back_end() -> None:
    found = go("/", port=8080)
    assert [one.port for one in found.backends] == [1, 2]
    assert found.upgrade == "stripped"


def test_a_file_without_braces() -> None:
    found = go("/", host="x", port=2015, text="http://:2015\nreverse_proxy :9000\n")
    assert [(one.host, one.port) for one in found.backends] == [("localhost", 9000)]


words = st.sampled_from([
    ":80 {\n", "}\n", "(a) {\n", "import a\n", "reverse_proxy ", ":1", "@m ", "handle /x* {\n", "handle_path ", "/", "\n", '"', "`",
    "respond 200\n", "{\n", "header_up ", "to :2\n", ",\n", "path /x\n", "unix//a\n",
])  # fmt: skip


@given(st.lists(words, max_size=50).map("".join) | st.text(max_size=200))
def test_nothing_breaks_it(text: str) -> None:
    way(parse(text), Request(address="10.0.0.1", port=80, named="x", target="/x"))
