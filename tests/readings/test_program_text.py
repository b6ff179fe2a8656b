"""The one line of a running program's text that says where it listens, and all that only looks like one."""

from __future__ import annotations

import pytest

from nocarrier.facts.programs import kind_of
from nocarrier.readings.program_text import find_in_program

SCRIPTS = {"python": "/srv/main.py", "node": "/srv/main.js", "php": "/srv/main.php"}


def place(slug: str, port: int, text: str, **others: str) -> str:
    """``main.py:3``: where it is said to listen on 127.0.0.1; empty where nothing is named. ``others`` stand beside."""
    kind, script = kind_of(slug), SCRIPTS[slug]
    assert kind is not None
    ending = script.rpartition(".")[2]
    beside = {f"/srv/{name}.{ending}": other for name, other in others.items()}
    found = find_in_program(kind, script, {script: text, **beside}, "127.0.0.1", port)
    return f"{found.file.rpartition('/')[2]}:{found.line}" if found else ""


FROM_SETTINGS = "import json, socket\nc = json.load(open('conf.json'))\ns.bind((c['host'], c['port']))\n"
BOUND = "s.bind(('127.0.0.1', 2345))\n"


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        # Another port, as a number or by a name; a name that the text gives no number, or two.
        ("python", "s.bind(('127.0.0.1', 9999))\n"),
        ("python", "PORT = 9999\ns.bind(('127.0.0.1', PORT))\n"),
        ("python", "s.bind(('127.0.0.1', PORT))\n"),
        ("python", "PORT = 2345\nport = 9999\ns.bind(('127.0.0.1', PORT))\n"),
        ("python", "app.run(port=9999)\n"),
        ("python", "app.run(debug=True)\n"),
        ("node", "server.listen(9999, '127.0.0.1')\n"),
        ("node", "server.listen(port, '127.0.0.1')\n"),
        # The address of something else that is named like a host.
        ("python", "DB_HOST = '127.0.0.1'\nPORT = 2345\n"),
        ("python", "HOST = '127.0.0.1'\n\nPORT = 2345\n"),
        ("python", "db = dict(\n    host='127.0.0.1',\n    port=5432,\n)\nport = 2345\n"),
        ("node", "const db = pool({ host: '127.0.0.1' })\nconst port = 2345\nserver.listen(port, settings.host)\n"),
        # Where a client goes to.
        ("python", "probe.connect(('127.0.0.1', 2345))\n"),
        ("python", "socket.create_connection(('127.0.0.1', 2345))\n"),
        ("python", "multiprocessing.connection.Client(('127.0.0.1', 2345))\n"),
        ("node", "const health = () => net.connect({ host: '127.0.0.1', port: 2345 })\n"),
        ("php", "$c = stream_socket_client('tcp://127.0.0.1:2345');\n"),
        ("php", "$c = new AsyncTcpConnection('ws://127.0.0.1:2345');\n"),
        # What is no code.
        ("python", "s.bind(address)  # was ('127.0.0.1', 2345)\n"),
        ("python", '"""Example:\n    app.run(host="127.0.0.1", port=2345)\n"""\n'),
        ("python", '"""As in app.run(host="127.0.0.1", port=2345)."""\n'),
        ("node", "/*\n server.listen(2345, '127.0.0.1')\n*/\n"),
        ("node", "server.listen(settings) // server.listen(2345, '127.0.0.1')\n"),
        # Two that may be meant.
        ("python", BOUND + BOUND),
        ("python", "PORT = 2345\na.bind(('127.0.0.1', PORT))\nb.bind(('127.0.0.1', PORT))\n"),
    ],
)
def test_what_is_not_surely_it_is_not_named(slug: str, text: str) -> None:
    assert place(slug, 2345, text) == ""


@pytest.mark.parametrize(
    ("slug", "text", "line"),
    [
        ("python", FROM_SETTINGS + BOUND, 4),
        ("python", "parser.add_argument('--port', default=2345)\ns.bind(('127.0.0.1', args.port))\n", 2),
        ("python", "PORT = int(os.environ.get('PORT', 2345))\ns.bind(('127.0.0.1', PORT))\n", 2),
        ("python", "port: int = 2345\ns.bind(('127.0.0.1', port))\n", 2),
        ("python", "uvicorn.run(\n    app,\n    host='127.0.0.1',\n    port=2345,\n)\n", 3),
        ("python", "WEB_HOST = '127.0.0.1'\nDB_HOST = '127.0.0.1'\nWEB_PORT = 2345\nDB_PORT = 5432\n", 1),
        ("python", "PORT = 2345\napp.run(debug=True, port=PORT)\n", 2),
        ("node", "const { port = 2345 } = process.env\nserver.listen(port, '127.0.0.1')\n", 2),
        ("node", "db({ host: '127.0.0.1', port: 5432 })\nserver.listen({ port: 2345, host: '127.0.0.1' })\n", 2),
        ("php", "foreach (glob('/srv/*/a.php') as $one) {}\n$s = new Server('127.0.0.1', 2345);\n", 2),
        ("php", "define('HOST', '127.0.0.1');\ndefine('PORT', 2345);\n", 1),
    ],
)
def test_the_line_that_surely_is_it(slug: str, text: str, line: int) -> None:
    assert place(slug, 2345, text) == f"{SCRIPTS[slug].rpartition('/')[2]}:{line}"


def test_a_text_that_only_stands_beside_the_script_is_not_the_programs() -> None:
    assert place("python", 2345, FROM_SETTINGS, other_tool=BOUND) == ""
    assert place("node", 2345, "require('./settings').start()\n", other="server.listen(2345, '127.0.0.1')\n") == ""
    assert place("php", 2345, "<?php\nrequire 'a.php';\n", other="new Server('127.0.0.1', 2345);\n") == ""


def test_what_the_script_loads_is_the_programs_too() -> None:
    assert place("python", 2345, "from web import serve\n", web="import low\n", low=BOUND) == "low.py:1"
    assert place("node", 2345, "import web from './web.js'\n", web="s.listen(2345, '127.0.0.1')\n") == "web.js:1"
    assert (
        place("php", 2345, "require_once __DIR__ . '/web.php';\n", web="new S('127.0.0.1', 2345);\n") == "web.php:1"
    )


def test_what_runs_only_as_the_script_does_not_run_where_it_is_loaded() -> None:
    as_script = f"if __name__ == '__main__':\n    {BOUND}"
    assert place("python", 2345, as_script) == "main.py:2"
    assert place("python", 2345, "import web\n", web=as_script) == ""


def test_two_texts_that_both_bind_it_name_none() -> None:
    assert place("python", 2345, "import web\n" + BOUND, web=BOUND) == ""


def test_a_script_that_cannot_be_read_names_nothing() -> None:
    kind = kind_of("python")
    assert kind is not None
    assert find_in_program(kind, "/srv/main.py", {"/srv/web.py": BOUND}, "127.0.0.1", 2345) is None
