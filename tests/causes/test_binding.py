"""Fixes that let a program listen everywhere: for each way in which it was started, the words to paste."""

from __future__ import annotations

import shlex

import pytest

from nocarrier.causes._binding import listen_everywhere, sed, who
from nocarrier.facts.listeners import Listener, Program
from nocarrier.facts.server_program import Binding, ServerProgram
from nocarrier.facts.system import System
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Fix
from nocarrier.model.secrets import without_secrets
from tests.causes.cases import listening, made, seen

DEBIAN = System(distribution="debian", init="systemd")
CONTAINER = System(distribution="debian")
ALPINE = System(distribution="alpine", init="openrc")
EDIT = "sed -i '87s|127\\.0\\.0\\.1 -::1|0.0.0.0|' /etc/redis/redis.conf"
REDIS_LINE = Binding(file="/etc/redis/redis.conf", line=87, text="bind 127.0.0.1 -::1", start=5, end=19)


def program(
    name: str = "python3", *command: str, executable: str = "/usr/bin/python3", container: str = ""
) -> Program:
    return Program(
        pid=812, name=name, command=command, directory="/srv/my app", executable=executable, container=container
    )


def fixed(held: ServerProgram, running: Program, system: System = CONTAINER, family: int = 4) -> Fix:
    case, listener = case_of(held, running, system)
    return listen_everywhere(case, listener, family)


def case_of(held: ServerProgram, running: Program, system: System = CONTAINER) -> tuple[Case, Listener]:
    listeners = listening("127.0.0.1", program=running)
    extra = (seen(held, Where.SERVER), seen(system, Where.SERVER))
    return made({"10.20.0.5": "ECONNREFUSED"}, listeners, extra=extra), listeners[0]


def test_a_unit_with_a_file_is_edited_and_restarted() -> None:
    held = ServerProgram(pid=812, kind="redis", unit="redis-server.service", binding=REDIS_LINE)
    fix = fixed(held, program("redis-server"), DEBIAN)
    assert fix.commands == (EDIT, "systemctl restart redis-server.service")
    assert fix.config == "bind 0.0.0.0"
    assert str(fix.text) == "In /etc/redis/redis.conf, line 87:"
    assert "protected" not in str(fix.text)
    assert fix.risk is not None
    assert "requirepass" in str(fix.risk)


def test_openrc_restarts_by_the_services_name() -> None:
    held = ServerProgram(pid=812, kind="redis", binding=REDIS_LINE)
    fix = fixed(held, program("redis-server", executable="/usr/bin/redis-server"), ALPINE)
    assert fix.commands == (EDIT, "rc-service redis restart")


def test_a_hidden_command_line_is_changed_live() -> None:
    fix = fixed(ServerProgram(pid=812, kind="redis"), program("redis-server"))
    assert fix.commands == ("redis-cli -h 127.0.0.1 -p 8080 CONFIG SET bind 0.0.0.0",)
    both = fixed(ServerProgram(pid=812, kind="redis"), program("redis-server"), family=6)
    assert both.commands == ("redis-cli -h 127.0.0.1 -p 8080 CONFIG SET bind '* -::*'",)


def test_an_argument_is_replaced_and_the_command_started_again_where_it_was() -> None:
    command = ("python3", "-m", "http.server", "--bind", "127.0.0.1", "8080")
    held = ServerProgram(
        pid=812, kind="http-server", command=command, binding=Binding(argument=4, text="127.0.0.1", end=9)
    )
    fix = fixed(held, program("python3", *command))
    assert fix.commands == (
        "kill 812; while [ -e /proc/812/exe ]; do sleep 0.1; done",
        "{ cd '/srv/my app' && nohup python3 -m http.server --bind 0.0.0.0 8080; } >/dev/null 2>&1 </dev/null &",
    )
    assert str(fix.text) == "Start Python's http.server with --bind 0.0.0.0:"


def test_a_secret_argument_is_taken_from_the_process_before_it_ends() -> None:
    command = (
        "python3",
        "app.py",
        "--db=postgres://alice:hunter2@db/x",
        "--password",
        "hunter2",
        "--bind",
        "127.0.0.1",
    )
    held = ServerProgram(
        pid=812, kind="http-server", command=command, binding=Binding(argument=6, text="127.0.0.1", end=9)
    )
    fix = fixed(held, program("python3", *command))
    assert fix.commands == (
        "argument2=$(tr '\\0' '\\n' </proc/812/cmdline | sed -n 3p)",
        "argument4=$(tr '\\0' '\\n' </proc/812/cmdline | sed -n 5p)",
        "kill 812; while [ -e /proc/812/exe ]; do sleep 0.1; done",
        '{ cd \'/srv/my app\' && nohup python3 app.py "$argument2" --password "$argument4" --bind 0.0.0.0; } >/dev/null 2>&1 </dev/null &',
    )
    assert tuple(map(without_secrets, fix.commands)) == fix.commands


def test_an_argument_is_added_where_there_is_none() -> None:
    command = ("/srv/venv/bin/python", "/srv/venv/bin/uvicorn", "app:app")
    fix = fixed(ServerProgram(pid=812, kind="uvicorn", command=command), program("uvicorn", *command))
    assert "nohup /srv/venv/bin/python /srv/venv/bin/uvicorn app:app --host 0.0.0.0; }" in fix.commands[1]


def test_it_is_started_as_the_user_that_it_runs_as() -> None:
    command = ("php", "-S", "127.0.0.1:8080")
    binding = Binding(argument=2, text="127.0.0.1:8080", end=14, form="{endpoint}")
    held = ServerProgram(pid=812, kind="php-built-in", command=command, user="www-data", binding=binding)
    fix = fixed(held, program("php", *command, executable="/usr/bin/php8.2"))
    assert "nohup runuser -u www-data -- php -S 0.0.0.0:8080; }" in fix.commands[1]


def test_an_executable_that_other_shells_do_not_find_is_named_by_its_path() -> None:
    command = ("node", "a.js")
    binding = Binding(file="/srv/a.js", line=1, text="listen(8080, '127.0.0.1')", start=14, end=23)
    held = ServerProgram(pid=812, kind="node", command=command, binding=binding)
    fix = fixed(held, program("node", *command, executable="/root/.nvm/versions/node/v20/bin/node"))
    assert fix.commands[0] == "sed -i '1s|127\\.0\\.0\\.1|0.0.0.0|' /srv/a.js"
    assert "nohup /root/.nvm/versions/node/v20/bin/node a.js; }" in fix.commands[2]


def test_a_units_command_line_is_changed_by_a_drop_in() -> None:
    command = ("/usr/bin/python3", "/usr/bin/gunicorn", "-b", "127.0.0.1:8080", "app")
    held = ServerProgram(
        pid=812,
        kind="gunicorn",
        command=command,
        unit="app.service",
        unit_command="/usr/bin/gunicorn -b 127.0.0.1:8080 app",
        binding=Binding(argument=3, text="127.0.0.1:8080", end=14, form="{endpoint}"),
    )
    fix = fixed(held, program("gunicorn", *command), DEBIAN)
    assert fix.commands == (
        "mkdir -p /etc/systemd/system/app.service.d && printf '%s\\n' '[Service]' ExecStart= "
        "'ExecStart=/usr/bin/gunicorn -b 0.0.0.0:8080 app' >/etc/systemd/system/app.service.d/listen.conf",
        "systemctl daemon-reload",
        "systemctl restart app.service",
    )


def test_a_unit_that_starts_it_through_a_script_is_opened_for_editing() -> None:
    command = ("/usr/bin/python3", "/usr/bin/gunicorn", "-b", "127.0.0.1:8080", "app")
    held = ServerProgram(
        pid=812,
        kind="gunicorn",
        command=command,
        unit="app.service",
        unit_command="/srv/start.sh",
        binding=Binding(argument=3, text="127.0.0.1:8080", end=14, form="{endpoint}"),
    )
    fix = fixed(held, program("gunicorn", *command), DEBIAN)
    assert fix.commands == ("systemctl edit --full app.service", "systemctl restart app.service")


def test_workerman_restarts_itself() -> None:
    text = "$w = new Worker('websocket://127.0.0.1:8080');"
    at = text.index("127")
    binding = Binding(file="/srv/start.php", line=9, text=text, start=at, end=at + 14, form="{endpoint}")
    held = ServerProgram(pid=812, kind="workerman", script="/srv/start.php", binding=binding)
    fix = fixed(held, program("php", executable="/usr/bin/php8.2"))
    assert fix.commands == (
        "sed -i '9s|127\\.0\\.0\\.1:8080|0.0.0.0:8080|' /srv/start.php",
        "cd '/srv/my app' && php /srv/start.php restart -d",
    )
    assert fix.config == "$w = new Worker('websocket://0.0.0.0:8080');"


def test_postgresql_restarts_by_pg_ctl_as_its_user() -> None:
    command = ("/usr/lib/postgresql/15/bin/postgres", "-D", "/data")
    text = "#listen_addresses = 'localhost'"
    binding = Binding(
        file="/data/postgresql.conf", line=60, text=text, end=len(text), form="listen_addresses = '{address}'"
    )
    held = ServerProgram(pid=812, kind="postgresql", command=command, user="postgres", binding=binding)
    fix = fixed(held, program("postgres", *command, executable="/usr/lib/postgresql/15/bin/postgres"))
    assert fix.config == "listen_addresses = '*'"
    assert fix.commands[1] == "runuser -u postgres -- /usr/lib/postgresql/15/bin/pg_ctl -D /data restart"


def test_in_a_container_the_line_is_edited_and_the_container_is_named() -> None:
    held = ServerProgram(pid=812, kind="redis", binding=REDIS_LINE)
    fix = fixed(held, program("redis-server", container="0123456789abcdef" * 4))
    assert fix.commands == (EDIT,)
    assert str(fix.text) == "In /etc/redis/redis.conf, line 87, and then restart container 0123456789ab:"


def test_a_published_port_is_published_again() -> None:
    command = ("/usr/bin/docker-proxy", "-proto", "tcp", "-host-ip", "127.0.0.1", "-host-port", "8080",
               "-container-ip", "172.17.0.2", "-container-port", "80")  # fmt: skip
    fix = fixed(ServerProgram(pid=812, kind="docker-proxy"), program("docker-proxy", *command))
    assert (fix.commands, fix.config) == ((), "-p 8080:80")


def test_an_unknown_program_gets_words_and_no_commands() -> None:
    fix = fixed(ServerProgram(pid=812, command=("/opt/x",)), program("x", "/opt/x"))
    assert fix.commands == ()
    assert str(fix.text) == "Bind x to 0.0.0.0:8080 in place of 127.0.0.1, and restart it."


def test_a_program_that_cannot_be_seen_gets_words_too() -> None:
    listeners = listening("127.0.0.1")
    fix = listen_everywhere(made({"10.20.0.5": "ECONNREFUSED"}, listeners), listeners[0], 6)
    assert str(fix.text) == (
        "Bind the program to [::]:8080 in place of 127.0.0.1, and restart it. Root sees which one it is:"
    )
    assert fix.commands == ("sudo ss -ltnp 'sport = :8080'",)


SCRIPT = ("python3", "chat.py")


def bound_by_a_socket(bound: str, family: int, *, v6only: bool | None = None) -> Fix:
    """The fix for a program that hands the address to a socket which is of one family already."""
    text = f"s.bind(('{bound}', 8080))"
    binding = Binding(file="/srv/chat.py", line=3, text=text, start=9, end=9 + len(bound), own_family=True)
    held = ServerProgram(pid=812, kind="python", command=SCRIPT, binding=binding)
    running = program("python3", *SCRIPT)
    listener = listening(bound, v6only=v6only, program=running)[0]
    extra = (seen(held, Where.SERVER), seen(CONTAINER, Where.SERVER))
    return listen_everywhere(made({"10.20.0.5": "ECONNREFUSED"}, [listener], extra=extra), listener, family)


def test_a_socket_of_both_families_stays_one() -> None:
    """0.0.0.0 is no address of a socket of IPv6 (EAI_ADDRFAMILY), and would leave the clients of IPv6 outside."""
    fix = bound_by_a_socket("fd20::5", 4, v6only=False)
    assert fix.config == "s.bind(('::', 8080))"
    assert fix.commands[0] == "sed -i '3s|fd20::5|::|' /srv/chat.py"


@pytest.mark.parametrize(
    ("bound", "v6only", "family", "there"),
    [("0.0.0.0", None, 6, "[::]:8080"), ("::", True, 4, "0.0.0.0:8080"), ("fd20::5", None, 4, "0.0.0.0:8080")],
)
def test_a_line_is_not_changed_to_what_its_socket_does_not_take(
    bound: str, v6only: bool | None, family: int, there: str
) -> None:
    fix = bound_by_a_socket(bound, family, v6only=v6only)
    assert (fix.commands, fix.config) == ((), "")
    other = 6 if family == 4 else 4
    assert str(fix.text) == (
        f"In /srv/chat.py, line 3, bind a socket of IPv{family} to {there}: the one there now is of IPv{other}."
    )


def test_who_it_is() -> None:
    held = ServerProgram(pid=812, kind="workerman", binding=Binding(file="/srv/start.php", line=9))
    case, listener = case_of(held, program("php"))
    assert who(case, listener) == "php (pid 812, Workerman, start.php:9)"
    case, listener = case_of(ServerProgram(pid=812, kind="nginx"), program("nginx"))
    assert who(case, listener) == "nginx (pid 812)"
    assert who(case, listening("127.0.0.1")[0]) == ""


@pytest.mark.parametrize(
    "text", ["a|b 127.0.0.1 \\ & [x]*", "listen '127.0.0.1' \"q\" $HOME `id`", "127.0.0.1 twice 127.0.0.1"]
)
def test_sed_makes_exactly_the_new_line(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    import subprocess

    file = tmp_path_factory.mktemp("sed") / "with space"
    file.write_text(f"first 127.0.0.1\n{text}\nlast 127.0.0.1\n")
    at = text.rindex("127.0.0.1")
    binding = Binding(file=str(file), line=2, text=text, start=at, end=at + 9)
    new = binding.rewritten("a|&\\b", 80)
    command = sed(binding, new)
    assert shlex.split(command)[-1] == str(file)
    subprocess.run(command, shell=True, check=True)
    assert file.read_text() == f"first 127.0.0.1\n{new}\nlast 127.0.0.1\n"
