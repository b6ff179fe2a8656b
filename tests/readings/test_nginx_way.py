"""nginx: text → directives → the way of a request, on configurations as people have them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.front import Way
from nocarrier.readings.directives import Directive, walk, with_included
from nocarrier.readings.matching import Request
from nocarrier.readings.nginx_conf import parse
from nocarrier.readings.nginx_way import way

TYPICAL = """\
user www-data;
events { worker_connections 768; }
http {
  map $http_upgrade $connection_upgrade { default upgrade; '' close; }
  limit_req_zone $binary_remote_addr zone=slow:10m rate=1r/s;
  upstream app { server 127.0.0.1:3000; server 127.0.0.1:3001 backup; }
  log_format main '$remote_addr "$request" { ; }';
  proxy_http_version 1.1;

  server {                      # nobody asked for these
    listen 80 default_server;
    server_name _;
    return 444;
  }
  server {
    listen 80;
    server_name chat.example *.chat.example;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Connection $connection_upgrade;

    location / { root /var/www; try_files $uri @app; }
    location /ws/ { proxy_pass http://app/; }
    location /api {
      proxy_set_header Host $host;
      proxy_pass http://app;
    }
    location = /exact { proxy_pass https://10.0.0.9; }
    location ~ ^/rooms/(\\d+)$ { proxy_pass http://unix:/run/rooms.sock:/room; limit_req zone=slow burst=2; }
    location ^~ /static/ { return 404; }
    location ~ \\.php$ { fastcgi_pass unix:/run/php/fpm.sock; }
    location @app { proxy_pass http://127.0.0.1:4000; proxy_set_header Connection ""; }
    location /var { set $up 127.0.0.1:5000; proxy_pass http://$up; }
  }
}
"""


def go(text: str, target: str, host: str = "chat.example", port: int = 80, address: str = "10.0.0.1") -> Way:
    request = Request(address=address, port=port, named=host, target=target, upgrade="websocket")
    found = way(parse(text, "/etc/nginx/nginx.conf"), request)
    assert found is not None
    return found


def test_a_name_that_nobody_has_goes_to_the_default() -> None:
    found = go(TYPICAL, "/ws/x", host="10.0.0.1")
    assert [place.line for place in found.named_at] == [17]
    assert found.status == 444
    assert not found.named
    assert found.answering is not None
    assert found.answering.line == 13
    assert found.names == ("chat.example",)


def test_upgrade_passes_where_the_server_block_says_so() -> None:
    found = go(TYPICAL, "/ws/room?x=1")
    assert (found.upgrade, found.lacking) == ("passed", ())
    assert [(one.host, one.port, one.path, one.ready) for one in found.backends] == [
        ("127.0.0.1", 3000, "/room?x=1", True),
        ("127.0.0.1", 3001, "/room?x=1", False),
    ]
    assert found.backends[0].named == "app"


def test_a_header_of_its_own_ends_what_is_inherited() -> None:
    found = go(TYPICAL, "/api/x")
    assert (found.upgrade, found.lacking) == ("stripped", ("upgrade", "connection"))
    assert found.inherited == ()
    assert found.backends[0].named == "chat.example"
    assert found.proxy is not None
    assert found.proxy.line == 25


def test_what_prevents_it_is_named() -> None:
    found = go(TYPICAL, "/anything")
    assert found.location is not None
    assert found.location.text == "location @app"
    assert found.lacking == ("upgrade", "connection")
    assert [place.text for place in found.against] == ['proxy_set_header Connection ""']


@pytest.mark.parametrize(
    ("target", "host", "port", "speaks"),
    [
        ("/exact", "10.0.0.9", 443, "https"),
        ("/rooms/12", "/run/rooms.sock", 0, "http"),
        ("/index.php", "/run/php/fpm.sock", 0, "fastcgi"),
        ("/var", "127.0.0.1", 5000, "http"),
    ],
)
def test_back_ends(target: str, host: str, port: int, speaks: str) -> None:
    (backend,) = go(TYPICAL, target).backends
    assert (backend.host, backend.port, backend.speaks) == (host, port, speaks)


def test_a_prefix_may_keep_expressions_away() -> None:
    assert go(TYPICAL, "/static/x.php").status == 404


def test_limits() -> None:
    (limit,) = go(TYPICAL, "/rooms/12").limits
    assert limit.place.text == "limit_req zone=slow burst=2"
    assert limit.rate is not None
    assert limit.rate.line == 5
    assert limit.status == 503


MINIMAL = "http { server { listen 127.0.0.1:81; location / { proxy_pass http://127.0.0.1:9000; } } }"


def test_a_bare_proxy_pass_lacks_all_three() -> None:
    found = go(MINIMAL, "/", port=81, address="127.0.0.1")
    assert found.lacking == ("version", "upgrade", "connection")
    assert found.inherited == ()


def test_another_address_is_another_server() -> None:
    request = Request(address="10.0.0.1", port=81, named="x")
    assert way(parse(MINIMAL), request) is None
    assert way(parse("events {}"), request) is None


def test_a_condition_on_the_host() -> None:
    text = 'http { server { listen 80; if ($host != "a.example") { return 421; } location / { return 204; } } }'
    assert go(text, "/", host="b.example").status == 421
    assert go(text, "/", host="a.example").status == 204


REWRITING = """\
http { server { listen 80;
  rewrite ^/old/(.*)$ /new/$1;
  location /new/ { proxy_pass http://127.0.0.1:1/base/; }
  location /strip/ { rewrite ^/strip/(.*)$ /$1 break; proxy_pass http://127.0.0.1:2; }
  location /again { rewrite ^/again/(\\w+) /new/$1? last; }
  location /moved { rewrite ^ https://other.example/ permanent; }
  location /either { if ($http_upgrade = websocket) { proxy_pass http://127.0.0.1:3; } proxy_pass http://127.0.0.1:4; }
} }
"""


@pytest.mark.parametrize(
    ("target", "port", "path"),
    [
        ("/old/x?a=1", 1, "/base/x?a=1"),
        ("/strip/room?a=1", 2, "/room?a=1"),
        ("/again/y?a=1", 1, "/base/y"),
        ("/either", 3, "/either"),
    ],
)
def test_rewritten(target: str, port: int, path: str) -> None:
    found = go(REWRITING, target)
    assert [(one.port, one.path) for one in found.backends] == [(port, path)]
    assert found.whole


def test_rewritten_to_another_site() -> None:
    assert go(REWRITING, "/moved").status == 301


def test_an_expression_without_end_is_not_tried() -> None:
    text = "http { server { location ~ ^/(a+)+$ { return 500; } location / { return 204; } } }"
    assert go(text, "/" + "a" * 60 + "!").status == 204


def test_files_are_spliced_in() -> None:
    main = parse("http { include sites/*; }", "main")
    site = parse("server { listen 80; return 418; }", "sites/a")

    def included(one: Directive) -> tuple[Directive, ...] | None:
        return site if one.name == "include" else None

    tree = with_included(main, included)
    assert go_tree(tree).status == 418
    assert [one.file for one in walk(tree) if one.name == "return"] == ["sites/a"]

    def itself(one: Directive) -> tuple[Directive, ...] | None:
        return main if one.name == "include" else None

    assert with_included(main, itself)


def go_tree(tree: tuple[Directive, ...]) -> Way:
    found = way(tree, Request(address="", port=80, named="x"))
    assert found is not None
    return found


def test_lua_is_skipped_by_its_braces() -> None:
    text = 'http { server { listen 80; content_by_lua_block { local a = {1, "x;"} -- \'\n } } server { listen 82; } }'
    servers = parse(text)[0].all("server")
    assert [one.args for server in servers for one in server.all("listen")] == [("80",), ("82",)]


words = st.sampled_from([
    "http", "server", "location", "listen", "80", "/", "~", "proxy_pass", "http://$x", "http://a:b", "{", "}", ";", "'",
    '"', "\\", "${", "#", "\n", "upstream", "if", "($host", "=", "map", "return", "try_files", "@a", "[::]:80", "include",
])  # fmt: skip


@given(st.lists(words, max_size=60).map(" ".join) | st.text(max_size=200))
def test_nothing_breaks_it(text: str) -> None:
    tree = parse(text)
    for target in ("/", "/a/b"):
        way(tree, Request(address="10.0.0.1", port=80, named="x.example:80", target=target))


def test_depth_and_size_are_bounded() -> None:
    parse("a{" * 100_000)
    assert len(parse("a;" * 100_000)) <= 20_000
