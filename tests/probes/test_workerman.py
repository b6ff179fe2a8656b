"""Masters of Workerman among a machine's listeners, and what their files say."""

from __future__ import annotations

from nocarrier.facts.listeners import Listener, Listeners, Program
from nocarrier.facts.server_program import ServerProgram
from nocarrier.facts.workerman import Workerman
from nocarrier.model.evidence import Where
from nocarrier.probes import server_program, workerman
from tests.probes.paper import Paper, scene
from tests.readings.test_workerman import GATEWAY

TITLE = "WorkerMan: master process  start_file={}"


class Php(Paper):
    """Paper with processes that are called php."""

    def called(self, names: frozenset[str]) -> tuple[int, ...]:
        return (812, 813, 814)


def listened(*listeners: tuple[str, int, Program]) -> Listeners:
    return Listeners(listeners=tuple(Listener(address=a, port=p, program=x) for a, p, x in listeners))


def php(pid: int, command: str, directory: str = "/srv/chat") -> Program:
    return Program(pid=pid, name="php", command=(command,), directory=directory, executable="/usr/bin/php8.2")


def looked(machine: Paper, listeners: Listeners, port: int) -> tuple[Workerman | None, ServerProgram | None]:
    target = f"ws://127.0.0.1:{port}"
    found = [seen.facts for seen in workerman.look(scene(machine, target, [listeners]), machine, Where.SERVER)]
    programs = server_program.look(scene(machine, target, [listeners, *found]), machine, Where.SERVER)
    behind = next((seen.facts for seen in programs), None)
    assert all(isinstance(one, Workerman) for one in found)
    assert behind is None or isinstance(behind, ServerProgram)
    return (found[0] if found else None), behind  # type: ignore[return-value]


PROCESSES = {
    "/proc/812/cmdline": TITLE.format("/srv/chat/start.php") + "\0",
    "/proc/812/status": "PPid:\t1\nUid:\t33\t33\t33\t33\n",
    "/proc/813/cmdline": "WorkerMan: worker process  Chat websocket://0.0.0.0:7272\0",
    "/proc/813/status": "PPid:\t812\nUid:\t1000\t1000\t1000\t1000\n",
    "/etc/passwd": "www-data:x:33:33::/:\nother:x:1000:1000::/:\n",
    "/proc/net/tcp": "  sl\n   0: 0100007F:0B54 0100007F:C350 01 00000000:00000000 00:00000000 00000000 0 0 5 1\n",
}


def test_gateway_worker_with_what_its_workers_join() -> None:
    machine = Php({**GATEWAY, **PROCESSES})
    facts, held = looked(machine, listened(("0.0.0.0", 7272, php(812, TITLE.format("/srv/chat/start.php")))), 7272)
    assert facts is not None
    assert held is not None
    (master,) = facts.masters
    assert (master.product, master.start_file) == ("gatewayworker", "/srv/chat/start.php")
    assert [process.name for process in master.processes] == ["Chat"]
    assert facts.joined == (2900,)
    assert (held.kind, held.user, held.script) == ("gatewayworker", "www-data", "/srv/chat/start.php")
    assert held.binding is not None
    assert (held.binding.file, held.binding.line) == ("/srv/chat/Applications/Chat/start_gateway.php", 3)


def test_a_worker_that_holds_its_own_listener_belongs_to_its_master() -> None:
    """With reusePort the workers listen, and the master is the one that is started again, by its own user."""
    source = "<?php use Workerman\\Worker;\n$w = new Worker('websocket://127.0.0.1:2345');\n$w->reusePort = true;"
    machine = Php({"/srv/chat/start.php": source, **PROCESSES}, {"/proc/812/cwd": "/srv/chat"})
    listeners = listened(("127.0.0.1", 2345, php(813, "WorkerMan: worker process  Chat websocket://127.0.0.1:2345")))
    facts, held = looked(machine, listeners, 2345)
    assert facts is not None
    assert held is not None
    assert (facts.masters[0].pid, facts.masters[0].product) == (812, "workerman")
    assert (held.kind, held.user, held.script) == ("workerman", "www-data", "/srv/chat/start.php")


def test_webman_by_its_settings() -> None:
    files = {
        "/srv/web/start.php": "<?php\nrequire_once __DIR__ . '/vendor/autoload.php';\nsupport\\App::run();",
        "/srv/web/config/process.php": "<?php return ['webman' => [\n'listen' => 'http://127.0.0.1:8787',\n]];",
    }
    facts, held = looked(
        Paper(files), listened(("127.0.0.1", 8787, php(9, TITLE.format("/srv/web/start.php")))), 8787
    )
    assert facts is not None
    assert held is not None
    assert facts.masters[0].product == held.kind == "webman"
    assert held.binding is not None
    assert (held.binding.file, held.binding.line) == ("/srv/web/config/process.php", 2)


def test_other_servers_in_php_are_not_workerman() -> None:
    files = {"/srv/chat/server.php": "<?php $s = stream_socket_server('tcp://127.0.0.1:9000');"}
    for command in (("php", "server.php"), ("swoole_http_server: master",), ("php", "artisan", "octane:start")):
        program = Program(pid=7, name="php", command=command, directory="/srv/chat")
        facts, held = looked(Paper(files), listened(("127.0.0.1", 9000, program)), 9000)
        assert facts is None
        assert held is None or held.kind in ("", "php")


def test_a_start_file_that_another_programs_is() -> None:
    files = {"/srv/chat/start.php": "<?php (new Symfony\\Console())->run();"}
    program = Program(pid=7, name="php", command=("php", "start.php", "start"), directory="/srv/chat")
    assert looked(Paper(files), listened(("0.0.0.0", 80, program)), 80)[0] is None
