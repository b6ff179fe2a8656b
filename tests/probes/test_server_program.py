"""What is found out about the program behind a port, from what a machine has in its files."""

from __future__ import annotations

from nocarrier.facts.listeners import Listener, Listeners, Program
from nocarrier.facts.server_program import ServerProgram
from nocarrier.model.evidence import Where
from nocarrier.probes import server_program
from tests.probes.paper import Paper, scene

SHOW = ("systemctl", "show", "-p", "MainPID,FragmentPath")


def looked(
    machine: Paper, program: Program | None, port: int = 6379, address: str = "127.0.0.1"
) -> list[ServerProgram]:
    listeners = Listeners(listeners=(Listener(address=address, port=port, program=program),))
    seen = server_program.look(scene(machine, f"tcp://10.0.0.1:{port}", [listeners]), machine, Where.SERVER)
    return [observation.facts for observation in seen if isinstance(observation.facts, ServerProgram)]


def redis(unit: str = "redis-server.service") -> Program:
    return Program(
        pid=812,
        name="redis-server",
        command=("/usr/bin/redis-server 127.0.0.1:6379",),
        executable="/usr/bin/redis-server",
        unit=unit,
    )


REDIS_FILES = {
    "/etc/redis/redis.conf": "port 6379\nbind 127.0.0.1 -::1\n",
    "/proc/812/status": "Name:\tredis-server\nPPid:\t1\nUid:\t107\t107\t107\t107\n",
    "/etc/passwd": "root:x:0:0:::\nredis:x:107:114::/var/lib/redis:/usr/sbin/nologin\n",
}


def test_a_unit_of_the_distribution_has_its_usual_file() -> None:
    shown = {(*SHOW, "redis-server.service"): "MainPID=812\nFragmentPath=/lib/systemd/system/redis-server.service\n"}
    (found,) = looked(Paper(REDIS_FILES, outputs=shown), redis())
    assert (found.kind, found.unit, found.user) == ("redis", "redis-server.service", "redis")
    assert found.binding is not None
    assert (found.binding.file, found.binding.line) == ("/etc/redis/redis.conf", 2)


def test_a_hidden_command_line_may_name_another_file() -> None:
    """Started by hand, its title hides which file it read; the distribution's is not to be edited for it."""
    (found,) = looked(Paper(REDIS_FILES), redis(unit=""))
    assert (found.binding, found.command, found.unit) == (None, (), "")


def test_the_control_group_of_a_session_is_not_the_programs_unit() -> None:
    shown = {(*SHOW, "ssh.service"): "MainPID=600\nFragmentPath=/lib/systemd/system/ssh.service\n"}
    (found,) = looked(Paper(REDIS_FILES, outputs=shown), redis(unit="ssh.service"))
    assert found.unit == ""


def test_a_unit_whose_main_process_is_the_parent() -> None:
    files = {
        "/proc/812/status": "PPid:\t700\nUid:\t0\t0\t0\t0\n",
        "/etc/systemd/system/app.service": "[Service]\nExecStart=/usr/bin/npm start -- --host 127.0.0.1\n",
    }
    shown = {(*SHOW, "app.service"): "MainPID=700\nFragmentPath=/etc/systemd/system/app.service\n"}
    node = Program(pid=812, name="node", command=("node", "server.js"), directory="/srv/app", unit="app.service")
    (found,) = looked(Paper(files, outputs=shown), node, 3000)
    assert (found.unit, found.unit_command) == ("app.service", "/usr/bin/npm start -- --host 127.0.0.1")
    assert found.user == ""


def test_the_file_behind_a_symbolic_link_is_named() -> None:
    files = {"/etc/nginx/sites-available/app": "server {\n  listen 127.0.0.1:8080;\n}\n"}
    links = {"/etc/nginx/sites-enabled/app": "../sites-available/app"}
    nginx = Program(pid=812, name="nginx", command=("nginx: master process /usr/sbin/nginx",))
    (found,) = looked(Paper(files, links), nginx, 8080)
    assert found.binding is not None
    assert (found.binding.file, found.binding.line) == ("/etc/nginx/sites-available/app", 2)
    assert found.command == ("/usr/sbin/nginx",)


def test_a_file_that_the_command_line_names_is_its_own_whatever_port_it_names() -> None:
    files = {"/data/postgresql.conf": "#listen_addresses = 'localhost'\n#port = 5432\n"}
    postgres = Program(pid=812, name="postgres", command=("postgres", "-D", "/data", "-p", "5555"))
    (found,) = looked(Paper(files), postgres, 5555)
    assert found.binding is not None
    assert (found.binding.file, found.binding.line) == ("/data/postgresql.conf", 1)


def test_a_usual_file_of_another_port_is_another_programs() -> None:
    files = {"/etc/my.cnf": "[mysqld]\nport = 3306\nbind-address = 127.0.0.1\n"}
    (found,) = looked(Paper(files), Program(pid=812, name="mysqld", command=("mysqld", "--port=3307")), 3307)
    assert found.binding is None


def test_workerman_by_its_title_and_the_start_file() -> None:
    files = {"/srv/chat/start.php": "<?php\n$w = new Worker('websocket://127.0.0.1:2345');\n"}
    php = Program(pid=812, name="php", command=("WorkerMan: master process  start_file=/srv/chat/start.php",))
    (found,) = looked(Paper(files), php, 2345)
    assert (found.kind, found.script) == ("workerman", "/srv/chat/start.php")
    assert found.binding is not None
    assert (found.binding.file, found.binding.line) == ("/srv/chat/start.php", 2)


def test_gateway_worker_has_its_address_in_another_file() -> None:
    gateway = "/srv/chat/Applications/Chat/start_gateway.php"
    files = {"/srv/chat/start.php": "<?php\n", gateway: "<?php\n\n$g = new Gateway('websocket://127.0.0.1:7272');\n"}
    php = Program(pid=812, name="php", command=("WorkerMan: master process  start_file=/srv/chat/start.php",))
    (found,) = looked(Paper(files), php, 7272)
    assert found.binding is not None
    assert (found.binding.file, found.binding.line) == (gateway, 3)


def test_a_command_line_has_the_last_word() -> None:
    files = {"/srv/gunicorn.conf.py": "bind = '127.0.0.1:8000'\n"}
    command = ("python3", "/usr/bin/gunicorn", "-b", "127.0.0.1:8000", "app")
    gunicorn = Program(pid=812, name="gunicorn", command=command, directory="/srv")
    (found,) = looked(Paper(files), gunicorn, 8000)
    assert found.binding is not None
    assert (found.binding.file, found.binding.argument) == ("", 3)


def test_program_text_beside_the_script_is_searched_too() -> None:
    files = {"/srv/main.py": "import web\n", "/srv/web.py": "web.run(host='127.0.0.1', port=5000)\n"}
    program = Program(pid=812, name="python3", command=("python3", "main.py"), directory="/srv")
    (found,) = looked(Paper(files), program, 5000)
    assert found.binding is not None
    assert found.binding.file == "/srv/web.py"


def test_program_text_that_only_stands_beside_the_script_is_not_named() -> None:
    """Another tool of the same directory, with an address of its own."""
    files = {
        "/srv/main.py": "s.bind((c['host'], c['port']))\n",
        "/srv/other_tool.py": "s.bind(('127.0.0.1', 5000))\n",
    }
    program = Program(pid=812, name="python3", command=("python3", "main.py"), directory="/srv")
    (found,) = looked(Paper(files), program, 5000)
    assert found.binding is None


def test_what_a_linked_script_loads_stands_beside_what_it_points_at() -> None:
    files = {
        "/srv/app/main.py": "import web\n",
        "/srv/app/web.py": "web.run(host='127.0.0.1', port=5000)\n",
        "/usr/bin/web.py": "web.run(host='127.0.0.1', port=5000)\n",
    }
    program = Program(pid=812, name="python3", command=("python3", "/usr/bin/start.py"), directory="/")
    (found,) = looked(Paper(files, {"/usr/bin/start.py": "/srv/app/main.py"}), program, 5000)
    assert found.binding is not None
    assert found.binding.file == "/srv/app/web.py"


def test_an_unknown_program_is_noted_with_its_command() -> None:
    program = Program(pid=812, name="x", command=("/opt/x", "--y"))
    (found,) = looked(Paper({}), program)
    assert (found.kind, found.binding, found.known, found.command) == ("", None, None, ("/opt/x", "--y"))


def test_a_program_that_cannot_be_seen_yields_nothing() -> None:
    assert looked(Paper({}), None) == []


def test_paths_with_any_name() -> None:
    machine = Paper({"/etc/postgresql/15/main/postgresql.conf": "", "/etc/postgresql/16/main/postgresql.conf": ""})
    assert server_program.expand(machine, "/etc/postgresql/*/main/postgresql.conf") == [
        "/etc/postgresql/15/main/postgresql.conf",
        "/etc/postgresql/16/main/postgresql.conf",
    ]
    assert server_program.expand(machine, "/etc/none/*.conf") == []
