"""Addresses of WebSockets in a page's text, as frameworks and people write them; and text of an enemy."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nocarrier.readings.page_sockets import (
    MOST_NAMED,
    Named,
    is_path,
    links_named,
    origins_written,
    paths_written,
    scripts_named,
    sockets_named,
)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ('new WebSocket("ws://"+location.host+"/foo")', Named("/foo")),
        ("const ws = new WebSocket(`${proto}://${location.host}/api/v1/live`);", Named("/api/v1/live")),
        (
            "new WebSocket('wss://chat.example.com:8443/x?room=1', ['a'])",
            Named("/x?room=1", "chat.example.com", 8443),
        ),
        (
            "new WebSocket((location.protocol=='https:'?'wss:':'ws:')+'//'+location.hostname+':8282/');",
            Named("/", "", 8282),
        ),
        ('new WebSocket("ws://10.0.0.1:2345")', Named("/", "10.0.0.1", 2345)),
        ("new WebSocket(base + '/a/b');", Named("/a/b")),
        ('var u="/socket"; new WebSocket(u)', Named("/socket")),
        ("const u = location.origin.replace(/^http/, 'ws') + '/quotes';", Named("/quotes")),
        ('connect({url: "/hubs/prices/live"})', Named("/hubs/prices/live")),
        ("new WebSocket('ws://[fd20::5]:9000/x')", Named("/x", "fd20::5", 9000)),
    ],
)
def test_an_address_is_read_however_it_is_put_together(text: str, first: Named) -> None:
    assert sockets_named(text)[0] == first


@pytest.mark.parametrize(
    "text",
    ["", "a plain page", '<a href="/about">', '"/static/live.js"', "new WebSocket()", 'new WebSocket("//")', "ws://"],
)
def test_nothing_is_read_where_none_is_named(text: str) -> None:
    assert sockets_named(text) == ()


def test_scripts_are_those_of_the_page_itself() -> None:
    page = "<script src='/a/app.js?v=2'></script><script src=main.js></script><script src='https://cdn.example/x.js'>"
    assert scripts_named(page) == ("/a/app.js?v=2", "/main.js")


def test_a_programs_text_has_its_paths_in_strings() -> None:
    text = "fs.readFile('/etc/x'); app.get('/about?x=1');" + "\n" * 300 + "new WebSocketServer({ path: '/k7/in' });"
    assert paths_written(text) == ("/k7/in", "/about")


def test_a_programs_text_has_origins_in_strings() -> None:
    text = (
        "origins=['https://app.kite.example', \"http://10.0.0.1:3000\"], 'https://x.example/path', 'wss://y.example'"
    )
    assert origins_written(text) == ("https://app.kite.example", "http://10.0.0.1:3000")


def test_a_link_header_names_paths() -> None:
    assert links_named('</css/a.css>; rel="preload", </live/ws>; rel="alternate"') == (Named("/live/ws"),)


@settings(deadline=None)
@given(st.text(max_size=3000))
def test_any_text_is_survived_and_only_plain_addresses_come_out(text: str) -> None:
    found = sockets_named(f'new WebSocket("{text}") {text}')
    assert len(found) <= MOST_NAMED
    for named in found:
        assert is_path(named.path)
        assert 0 <= named.port < 65536
    assert all(path.startswith("/") and path.isprintable() for path in scripts_named(f"<script src={text}>"))


@settings(deadline=None)
@given(
    st.sampled_from(["new WebSocket(", "ws://", "'/ws", "`${", "<script src=", '"', "</a>", "ws:\0"]),
    st.integers(1, 20000),
)
def test_repetition_takes_no_more_time_than_it_is_long(piece: str, times: int) -> None:
    sockets_named(piece * times)
    scripts_named(piece * times)
