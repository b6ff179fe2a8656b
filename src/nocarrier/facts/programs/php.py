"""Servers written in PHP."""

from __future__ import annotations

from nocarrier.facts.programs.kind import Flag, Kind, Line, host_named
from nocarrier.model.annotations import Any

# Workerman: new Worker('websocket://127.0.0.1:2345'); GatewayWorker: new Gateway("websocket://127.0.0.1:8282").
# webman keeps the same address in an array: 'listen' => 'http://0.0.0.0:8787'.
WORKERMAN_LINES = (
    Line(pattern=r"new\s+\\?(?:\w+\\)*\w+\(\s*['\"]\w+://(?P<v>[^'\"/]*:{port})/?['\"]", form="{endpoint}"),
    Line(pattern=r"['\"](?:listen|address)['\"]\s*=>\s*['\"]\w+://(?P<v>[^'\"/]*:{port})/?['\"]", form="{endpoint}"),
    Line(pattern=r"['\"]\w+://(?P<v>(?:{bound}):{port})/?['\"]", form="{endpoint}", weak=True),
)

LOADS = r"\b(?:require|include)(?:_once)?\b.*\b{stem}\.php\b"

NEVER = (r"(?!)",)
"Matches no command line."

_WORKERMAN: dict[str, Any] = {
    "lines": WORKERMAN_LINES,
    "files": (
        "{script_dir}/Applications/*/start*.php",
        "{script_dir}/config/*.php",
        "{script_dir}/app/*.php",
    ),
    "source": (".php",),
    "loads": LOADS,
    "titled": r"^(?i:workerman): ()",
    "restart": "{interpreter} {script} restart -d",
    "restart_there": True,
}
"""What is the same in all of them. A changed address takes effect with ``restart``: ``reload`` only ends the worker
processes, and the master keeps its listening sockets."""

KINDS = (
    Kind(
        slug="workerman",
        label="Workerman",
        # The master's title is "WorkerMan: master process  start_file=/srv/chat/start.php".
        marks=(r"^(?i:workerman): ",),
        schemes=frozenset({"websocket", "text", "frame"}),
        ports=(2345, 2346),
        **_WORKERMAN,
    ),
    # Both run on Workerman, and their processes call themselves so: what they are stands in their program text.
    Kind(slug="gatewayworker", label="GatewayWorker", marks=NEVER, ports=(7272, 8282), **_WORKERMAN),
    Kind(slug="webman", label="webman", marks=NEVER, ports=(8787,), **_WORKERMAN),
    Kind(
        slug="php-built-in",
        label="PHP",
        names=frozenset({"php"}),
        marks=(r"\s-S\s*\S+:\d+",),
        flag=Flag(names=("-S",), form="{endpoint}"),
        every6="::",
    ),
    Kind(
        slug="php-fpm",
        label="PHP-FPM",
        names=frozenset({"php-fpm"}),
        lines=(Line(pattern=r"^\s*listen\s*=\s*(?P<v>(?:\S+:)?{port})\s*$", form="{endpoint}"),),
        files=("/etc/php/*/fpm/pool.d/*.conf", "/etc/php-fpm.d/*.conf"),
        titled=r"^php-fpm: ()",
        units={"rhel": "php-fpm"},
    ),
    Kind(
        slug="php",
        label="PHP",
        names=frozenset({"php"}),
        lines=(
            *WORKERMAN_LINES,
            # stream_socket_server('tcp://127.0.0.1:9000') is among those; Swoole: new Server('127.0.0.1', 9501).
            Line(pattern=r"\(\s*['\"](?P<v>[\w.:]+)['\"]\s*,\s*{port}\b", own_family=True),
            host_named(own_family=True),
        ),
        source=(".php",),
        loads=LOADS,
    ),
)
