"""Start files of Workerman, GatewayWorker and webman, in the ways in which people write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nocarrier.facts.server_program import Binding
from nocarrier.facts.workerman import Listening
from nocarrier.readings.workerman import Reading, read
from nocarrier.readings.workerman_title import Title, title, untitled

START = "/srv/chat/start.php"
USE = "<?php\nuse Workerman\\Worker;\n"


def whole(texts: dict[str, str], start: str = START) -> Reading:
    """Everything read at once, as the probe does in rounds."""
    patterns = read(start, texts, {}).patterns
    return read(start, texts, {pattern: sorted(path for path in texts if path != start) for pattern in patterns})


def only(source: str) -> Listening:
    (found,) = whole({START: source}).listening
    return found


def changed(place: Binding | None, address: str = "0.0.0.0", port: int = 2345) -> tuple[str, int, str]:
    assert place is not None
    return place.file, place.line, place.rewritten(address, port)


@pytest.mark.parametrize(
    ("source", "line", "text"),
    [
        (f"{USE}$w = new Worker('websocket://127.0.0.1:2345');", 3, "$w = new Worker('websocket://0.0.0.0:2345');"),
        (f'{USE}\n$w = new Worker( "websocket://127.0.0.1:2345/" , [] );', 4,
         '$w = new Worker( "websocket://0.0.0.0:2345/" , [] );'),
        ("<?php $w = new \\Workerman\\Worker('websocket://localhost:2345');", 1,
         "<?php $w = new \\Workerman\\Worker('websocket://0.0.0.0:2345');"),
        ("<?php use Workerman\\Worker as W; new W('websocket://127.0.0.1:2345');", 1,
         "<?php use Workerman\\Worker as W; new W('websocket://0.0.0.0:2345');"),
        ("<?php use Workerman\\{Timer, Worker}; new Worker('websocket://127.0.0.1:2345');", 1,
         "<?php use Workerman\\{Timer, Worker}; new Worker('websocket://0.0.0.0:2345');"),
        (f"{USE}const HOST = '127.0.0.1';\nnew Worker('websocket://' . HOST . ':2345');", 3,
         "const HOST = '0.0.0.0';"),
        (f"{USE}define('AT', '127.0.0.1:2345');\nnew Worker('websocket://' . AT);", 3, "define('AT', '0.0.0.0:2345');"),
        (f'{USE}$host = "127.0.0.1"; // here\n$port = 2345;\nnew Worker("websocket://$host:{{$port}}");', 3,
         '$host = "0.0.0.0"; // here'),
        (f"{USE}$at = getenv('AT') ?: 'websocket://127.0.0.1:2345';\nnew Worker($at);", 3,
         "$at = getenv('AT') ?: 'websocket://0.0.0.0:2345';"),
        (f"{USE}// new Worker('websocket://127.0.0.1:1');\nnew Worker('websocket://127.0.0.1:' . (int) 2345);", 4,
         "new Worker('websocket://0.0.0.0:' . (int) 2345);"),
        (f"{USE}class Chat extends Worker {{}}\nnew Chat('websocket://127.0.0.1:2345');", 4,
         "new Chat('websocket://0.0.0.0:2345');"),
        (f"{USE}class Conf {{ const PORT = 2345; }}\nnew Worker('websocket://127.0.0.1:' . Conf::PORT);", 4,
         "new Worker('websocket://0.0.0.0:' . Conf::PORT);"),
    ],
)  # fmt: skip
def test_the_place_to_change(source: str, line: int, text: str) -> None:
    found = only(source)
    assert (found.role, found.scheme, found.port, found.ssl) == ("worker", "websocket", 2345, False)
    assert changed(found.place) == (START, line, text)


def test_an_ipv6_address_keeps_its_brackets() -> None:
    found = only(f"{USE}$h = '127.0.0.1';\nnew Worker('websocket://' . $h . ':2345');")
    assert changed(found.place, "::") == (START, 3, "$h = '[::]';")
    assert only(f"{USE}new Worker('text://[::1]:5000');").address == "[::1]"


def test_the_port_has_a_place_of_its_own() -> None:
    found = only(f"{USE}define('PORT', 2345);\n$w = new Worker('websocket://0.0.0.0:' . PORT);")
    assert changed(found.port_place, port=9000) == (START, 3, "define('PORT', 9000);")


def test_a_protocol_may_be_given_to_a_plain_worker() -> None:
    source = f"{USE}$w = new Worker('tcp://0.0.0.0:2345');\n$w->protocol = 'Workerman\\Protocols\\Websocket';"
    assert only(source).scheme == "websocket"
    assert only(source.replace("'Workerman\\Protocols\\Websocket'", "Websocket::class")).scheme == "websocket"
    assert only(source.replace("Websocket", "Mine")).scheme == "tcp"


def test_the_scheme_has_a_place_of_its_own() -> None:
    found = only(f"{USE}$w = new Worker('http://0.0.0.0:8080');\n$w->transport = 'ssl';\n$w->name = 'web';")
    assert found.scheme_place is not None
    assert found.scheme_place.text[found.scheme_place.start : found.scheme_place.end] == "http"
    assert (found.ssl, found.name, found.variable) == (True, "web", "w")
    assert found.ssl_place is not None
    assert found.ssl_place.line == 4


@pytest.mark.parametrize(
    "source",
    [
        "<?php new Worker('websocket://127.0.0.1:2345');",
        "<?php namespace App; use Other\\Worker; new Worker('websocket://127.0.0.1:2345');",
        "<?php namespace App; new Worker('websocket://127.0.0.1:2345');",
        f"{USE}use Workerman\\Connection\\AsyncTcpConnection; new AsyncTcpConnection('ws://127.0.0.1:2345');",
        "<?php $s = new Swoole\\WebSocket\\Server('127.0.0.1', 9501);",
        "<?php $s = stream_socket_server('tcp://127.0.0.1:9000');",
        f"{USE}$worker = new Worker();",
        f"{USE}new Worker('udp://127.0.0.1:2345');",
        f"{USE}echo \"new Worker('websocket://127.0.0.1:2345')\";",
    ],
)
def test_what_is_no_listening_worker(source: str) -> None:
    assert whole({START: source}).listening == ()


def test_an_address_that_the_text_does_not_tell() -> None:
    found = only(f"{USE}foreach ($ports as $port) {{ $w = new Worker(address($port)); }}")
    assert (found.port, found.place, found.line) == (0, None, 3)


GATEWAY = {
    START: "<?php\nforeach(glob(__DIR__.'/Applications/*/start*.php') as $f) { require_once $f; }\nWorker::runAll();",
    "/srv/chat/Applications/Chat/start_register.php": (
        "<?php use \\GatewayWorker\\Register;\n$r = new Register('text://127.0.0.1:1238');"
    ),
    "/srv/chat/Applications/Chat/start_gateway.php": (
        "<?php\nuse \\GatewayWorker\\Gateway;\n$g = new Gateway(\"Websocket://0.0.0.0:7272\");\n$g->name = 'Chat';\n"
        "$g->count = 4;\n$g->lanIp = '127.0.0.1';\n$g->startPort = 2900;\n$g->registerAddress = '127.0.0.1:1236';\n"
    ),
    "/srv/chat/Applications/Chat/start_businessworker.php": (
        "<?php use GatewayWorker\\BusinessWorker;\n$w = new BusinessWorker();\n$w->registerAddress = '10.0.0.9:1238';"
    ),
}


def test_gateway_worker_in_its_own_files() -> None:
    reading = whole(GATEWAY)
    roles = {found.role: found for found in reading.listening}
    assert set(roles) == {"gateway", "register", "business"}
    gateway = roles["gateway"]
    assert (gateway.scheme, gateway.port, gateway.line, gateway.constructor) == ("websocket", 7272, 3, "Gateway")
    assert (gateway.start_port, gateway.count, gateway.lan_ip) == (2900, 4, "127.0.0.1")
    assert gateway.registers == ("127.0.0.1:1236",)
    assert roles["business"].registers == ("10.0.0.9:1238",)
    place = gateway.register_place
    assert place is not None
    assert place.rewritten("127.0.0.1:1238", 0) == "$g->registerAddress = '127.0.0.1:1238';"
    assert roles["register"].port == 1238


def test_files_are_wanted_until_they_are_there() -> None:
    texts = {START: "<?php require __DIR__ . '/../conf/at.php'; require 'vendor/autoload.php'; require $x;"}
    assert read(START, texts, {}).files == ("/srv/conf/at.php",)
    texts["/srv/conf/at.php"] = "<?php define('AT', 'text://127.0.0.1:5000'); new \\Workerman\\Worker(AT);"
    reading = read(START, texts, {})
    assert reading.files == ()
    assert [(found.file, found.port) for found in reading.listening] == [("/srv/conf/at.php", 5000)]


def test_files_that_include_each_other_end() -> None:
    texts = {START: "<?php require 'b.php';", "/srv/chat/b.php": "<?php require 'start.php';"}
    assert read(START, texts, {}).listening == ()


def test_webman_is_known_by_its_start_and_its_settings() -> None:
    assert read("/srv/web/start.php", {"/srv/web/start.php": "<?php support\\App::run();"}, {}).webman
    source = "<?php\nreturn ['webman' => [\n 'listen' => 'http://127.0.0.1:8787', 'count' => 2],\n 'x' => ['listen' => '']];"
    (found,) = read("/srv/web/config/process.php", {"/srv/web/config/process.php": source}, {}).listening
    assert (found.role, found.scheme, found.port, found.line) == ("process", "http", 8787, 3)
    assert changed(found.place, port=8787)[2] == " 'listen' => 'http://0.0.0.0:8787', 'count' => 2],"


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (("WorkerMan: master process  start_file=/srv/a b/start.php",), Title(start_file="/srv/a b/start.php")),
        (("WorkerMan: worker process  Your App websocket://0.0.0.0:7272",),
         Title(name="Your App", socket="websocket://0.0.0.0:7272")),
        (("WorkerMan: worker process  Chat none",), Title(name="Chat", socket="none")),
        (("php", "start.php", "start"), None),
        (("php-fpm: master process (/etc/php/8.2/fpm/php-fpm.conf)",), None),
        (("swoole_http_server: master",), None),
        ((), None),
    ],
)  # fmt: skip
def test_titles(command: tuple[str, ...], expected: Title | None) -> None:
    assert title(command) == expected


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (("/usr/bin/php8.2", "-d", "x=1", "start.php", "start", "-d"), "start.php"),
        (("php", "artisan", "octane:start"), ""),
        (("php", "server.php"), ""),
        (("python3", "start.php", "start"), ""),
        ((), ""),
    ],
)
def test_a_start_file_without_a_title(command: tuple[str, ...], expected: str) -> None:
    assert untitled(command) == expected


PIECES = st.lists(
    st.sampled_from(
        ["new Worker(", "'websocket://127.0.0.1:80'", '"text://$h:1"', "$w", "=", "->", "transport", "'ssl'", ";", "(", ")",
         "[", "]", "{", "}", ".", "use Workerman\\Worker;", "class A extends Worker", "define(", "const X", "glob(",
         "require", "__DIR__", ",", "::", "?:", "dirname(", "'listen'", "=>", "namespace", "<?php", "?>", "'"]
    ),
    max_size=60,
)  # fmt: skip


@settings(deadline=None)
@given(PIECES)
def test_no_text_breaks_it(pieces: list[str]) -> None:
    texts = {"/a/process.php": "<?php " + " ".join(pieces)}
    for found in read("/a/process.php", texts, {}).listening:
        for place in (found.place, found.scheme_place, found.ssl_place, found.register_place):
            assert place is None or texts[place.file].split("\n")[place.line - 1].rstrip("\r") == place.text
