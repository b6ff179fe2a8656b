"""Tests of `nocarrier run` as a whole process: the command is untouched, and what it could not reach is found out."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

RUN = [sys.executable, "-m", "nocarrier", "run"]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="what it tells of connects is Linux'")


def run(*words: str, **how: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*RUN, *words], **{"capture_output": True, "timeout": 60, **how})  # type: ignore[call-overload,no-any-return]


def python(program: str) -> list[str]:
    return ["--", sys.executable, "-c", program]


@pytest.fixture
def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


@pytest.fixture(autouse=True)
def _nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No process of a run outlives its test."""
    mark = f"nocarrier_test={uuid.uuid4()}"
    monkeypatch.setenv(*mark.split("="))
    yield
    until = time.monotonic() + 10
    while (left := _marked(mark.encode())) and time.monotonic() < until:
        time.sleep(0.05)
    assert not left


def _marked(mark: bytes) -> list[bytes]:
    """The command lines of runs that were started with this in their environment."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (process / "cmdline").read_bytes()
            if b"nocarrier\0run" in words and mark in (process / "environ").read_bytes():
                found.append(words)
    return found


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["true"], 0),
        (["false"], 1),
        (["--", "sh", "-c", "exit 250"], 250),
        (["no-such-program-here"], 127),
        (["/etc"], 126),
        (["/etc/passwd"], 126),
        (["--", "sh", "-c", "kill -TERM $$"], -signal.SIGTERM),
        (["--", "sh", "-c", "kill -SEGV $$"], -signal.SIGSEGV),
        (["--", "sh", "-c", "kill -KILL $$"], -signal.SIGKILL),
    ],
)
def test_it_ends_as_the_command_ended(words: list[str], status: int) -> None:
    assert run(*words).returncode == status


def test_what_cannot_be_started_is_one_sentence() -> None:
    assert run("no-such-program-here").stderr == b"nocarrier: no-such-program-here: No such file or directory\n"


def test_a_script_without_an_interpreter_is_run_as_shells_do(tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text("echo $0 $1\n")
    script.chmod(0o755)
    assert run(str(script), "one").stdout.decode() == f"{script} one\n"


def test_without_a_command_the_call_is_wrong() -> None:
    ran = run("--quiet")
    assert ran.returncode == 2
    assert b"COMMAND" in ran.stderr


def test_options_after_the_command_are_the_command_s() -> None:
    assert run("-q", "echo", "--json", "-v").stdout == b"--json -v\n"


def test_bytes_pass_as_they_are_each_in_its_stream() -> None:
    everything = "bytes(range(256)) * 5000"
    program = f"import os; os.write(1, {everything}); os.write(2, ({everything})[::-1])"
    ran = run(*python(program))
    assert ran.stdout == bytes(range(256)) * 5000
    assert ran.stderr == (bytes(range(256)) * 5000)[::-1]


def test_two_names_of_one_pipe_keep_their_order() -> None:
    program = "import os\nfor at in range(500): os.write(1 + at % 2, b'%d ' % at)"
    ran = run(*python(program), capture_output=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert ran.stdout.split() == [b"%d" % at for at in range(500)]


def test_output_comes_as_it_is_written() -> None:
    process = subprocess.Popen(
        [*RUN, "--", "sh", "-c", "echo first; read line; echo $line"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stdout.readline() == b"first\n"
    process.stdin.write(b"second\n")
    process.stdin.flush()
    assert process.stdout.readline() == b"second\n"
    process.communicate(timeout=20)


def test_standard_input_is_left_to_the_command() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"untouched")
    run("true", stdin=reading)
    assert os.read(reading, 100) == b"untouched"
    os.close(reading)
    os.close(writing)


KINDS = "import os, stat; print(*(stat.S_IFMT(os.fstat(n).st_mode) for n in (0, 1, 2)), os.isatty(1), flush=True)"


def test_pipes_stay_pipes_and_sockets_sockets() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ran = run(
            *python(KINDS), stdin=subprocess.DEVNULL, capture_output=False, stdout=subprocess.PIPE, stderr=theirs
        )
    assert ran.stdout.split()[1:] == [b"%d" % stat.S_IFIFO, b"%d" % stat.S_IFSOCK, b"False"]


@LINUX
def test_a_file_is_written_to_by_the_command_itself(tmp_path: Path) -> None:
    with open(tmp_path / "log", "ab") as log:
        log.write(b"before\n")
        log.flush()
        run("readlink", "/proc/self/fd/1", capture_output=False, stdout=log)
    assert (tmp_path / "log").read_text() == f"before\n{tmp_path}/log\n"


def test_what_stands_in_a_file_is_read(tmp_path: Path, closed_port: int) -> None:
    with open(tmp_path / "log", "wb") as log:
        ran = run(
            "-q", "--", "sh", "-c", f"echo 'connect ECONNREFUSED 127.0.0.1:{closed_port}'; exit 1",
            capture_output=False, stdout=log, stderr=subprocess.PIPE,
        )  # fmt: skip
    assert b"server-not-listening" in ran.stderr


def test_a_reader_that_goes_away_ends_the_command_as_it_would() -> None:
    process = subprocess.Popen([*RUN, "yes"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.wait(20) == -signal.SIGPIPE


def test_children_that_live_on_hold_nobody_up_and_are_still_heard() -> None:
    program = "(sleep 1; echo late) & echo early"
    process = subprocess.Popen([*RUN, "--", "sh", "-c", program], stdout=subprocess.PIPE)
    assert process.wait(20) == 0
    assert process.stdout is not None
    assert process.stdout.read() == b"early\nlate\n"
    process.stdout.close()


def test_a_signal_to_us_is_the_command_s() -> None:
    program = "trap 'echo told; exit 5' USR1; echo ready; while :; do sleep 0.05; done"
    process = subprocess.Popen([*RUN, "--", "sh", "-c", program], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    process.send_signal(signal.SIGUSR1)
    assert process.communicate(timeout=20)[0] == b"told\n"
    assert process.returncode == 5


@LINUX
@pytest.mark.parametrize("name", ["WINCH", "TSTP", "TTIN", "TTOU", "URG", "PIPE"])
def test_nor_does_one_stay_with_us_that_usually_means_the_terminal(name: str) -> None:
    """SIGWINCH lets web servers end gracefully; who sends it to us means the command."""
    program = (
        f"import signal; signal.signal(signal.SIG{name}, lambda *_: exit(9)); print('ready', flush=True); input()"
    )
    process = subprocess.Popen([*RUN, *python(program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    process.send_signal(signal.Signals[f"SIG{name}"])
    try:
        assert process.wait(20) == 9
    finally:
        process.kill()
        process.communicate()


@LINUX
def test_a_terminal_that_goes_away_ends_the_command_of_a_session_s_leader() -> None:
    """The kernel tells the leader alone, and that is us."""
    leader, master = pty.fork()
    if not leader:
        os.execv(
            sys.executable, [*RUN, "--", "sh", "-c", "trap 'exit 7' HUP; echo ready; while :; do sleep 0.05; done"]
        )
    told = b""
    while b"ready" not in told:
        told += os.read(master, 100)
    os.close(master)
    assert os.waitstatus_to_exitcode(os.waitpid(leader, 0)[1]) == 7


def test_children_whose_end_is_ignored_are_waited_for_all_the_same() -> None:
    """A parent may leave SIGCHLD ignored, and that is inherited: by the command, too."""
    program = (
        "import signal, os, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
    )
    told = "import signal; raise SystemExit(5 if signal.getsignal(signal.SIGCHLD) == signal.SIG_IGN else 6)"
    ran = subprocess.run([sys.executable, "-c", program, *RUN, *python(told)], timeout=60, check=False)
    assert ran.returncode == 5


def test_a_key_of_the_terminal_is_not_doubled(tmp_path: Path) -> None:
    """A signal to the group reaches the command by itself, and ends nothing that the command does not end."""
    program = "trap 'echo told' INT; echo ready; sleep 0.5; sleep 0.5; echo after"
    process = subprocess.Popen([*RUN, "--", "sh", "-c", program], stdout=subprocess.PIPE, start_new_session=True)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    os.killpg(process.pid, signal.SIGINT)
    out, _ = process.communicate(timeout=20)
    assert out.endswith(b"after\n")
    assert process.returncode == 0


@pytest.mark.parametrize(
    "ours", [(), ("--lang", "de"), ("--lang=de", "--quie")], ids=["plain", "German", "by argparse"]
)
def test_the_environment_is_as_it_was(tmp_path: Path, ours: tuple[str, ...]) -> None:
    given = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), "ODD": "a=b\nc"}
    plain = subprocess.run(["env", "-0"], env=given, capture_output=True, check=True)
    assert sorted(run(*ours, "env", "-0", env=given).stdout.split(b"\0")) == sorted(plain.stdout.split(b"\0"))


@LINUX
def test_signals_and_descriptors_are_handed_down() -> None:
    reading, writing = os.pipe()
    ran = run(
        "--", "bash", "-c", f"echo over >&{writing}; grep -E 'Sig(Ign|Blk)' /proc/self/status", pass_fds=[writing]
    )
    os.close(writing)
    assert os.read(reading, 10) == b"over\n"
    os.close(reading)
    # What is ignored here, by whoever started the tests, a command that is run plainly ignores too.
    plain = subprocess.run(["grep", "-E", "Sig(Ign|Blk)", "/proc/self/status"], capture_output=True, check=True)
    assert ran.stdout == plain.stdout


@pytest.mark.parametrize("whom", ["caller", "companion"])
@LINUX
def test_the_command_outlives_us(tmp_path: Path, closed_port: int, whom: str) -> None:
    """Killed as hard as can be, neither of our processes takes a connect or the command with it."""
    program = f"""
import pathlib, socket, time
def tried():
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", {closed_port}))
pathlib.Path("begun").touch()
while not pathlib.Path("killed").exists(): time.sleep(0.02)
pathlib.Path("told").write_text(str([tried() for _ in range(5)]))
"""
    process = subprocess.Popen([*RUN, *python(program)], cwd=tmp_path, stdout=subprocess.DEVNULL)
    _await(tmp_path / "begun")
    children = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True, check=True)
    os.kill(process.pid if whom == "caller" else min(map(int, children.stdout.split())), signal.SIGKILL)
    (tmp_path / "killed").touch()
    _await(tmp_path / "told")
    process.wait(20)
    time.sleep(0.1)
    assert (tmp_path / "told").read_text() == "[111, 111, 111, 111, 111]"


def _await(path: Path) -> None:
    until = time.monotonic() + 20
    while not path.exists():
        assert time.monotonic() < until, path
        time.sleep(0.02)


@pytest.mark.parametrize(
    "program",
    [
        "exit 0",
        "echo all is well; exit 2",
        "echo 3 failed, 12 passed; exit 1",
        "echo 'TimeoutError: timed out'; exit 1",
        "curl -sv http://localhost:$PORT/ -o /dev/null",
    ],
)
def test_silent_where_no_connection_failed(program: str) -> None:
    """A name whose first address refuses and whose second one answers has connected."""
    server = (
        "import http.server, sys; s = http.server.HTTPServer(('127.0.0.1', 0), http.server.SimpleHTTPRequestHandler)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", f"{server}; print(s.server_port, flush=True); s.serve_forever()"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stdout is not None
    port = process.stdout.readline().decode().strip()
    try:
        ran = run("--", "sh", "-c", program, env={**os.environ, "PORT": port})
    finally:
        process.kill()
        process.communicate()
    assert not re.search("^[✗✓]", ran.stderr.decode(), re.MULTILINE), ran.stderr.decode()


CLIENTS = {
    "curl": "curl -s http://127.0.0.1:{port}/",
    "curl in a script of several": "sh -c 'true; (curl http://127.0.0.1:{port}/); exit 3'",
    "wget": "wget -q http://127.0.0.1:{port}/",
    "ssh": "ssh -o BatchMode=yes -p {port} 127.0.0.1",
    "redis-cli": "redis-cli -p {port} ping",
    "psql": "psql -h 127.0.0.1 -p {port} -c select",
    "node": "node -e 'require(`net`).connect({port})'",
    "php": "php -r 'exit(stream_socket_client(\"tcp://127.0.0.1:{port}\")?0:1);'",
    "busybox": "busybox wget http://127.0.0.1:{port}/",
    "bash": "bash -c 'exec 3<>/dev/tcp/127.0.0.1/{port}'",
    "pytest": sys.executable + " -m pytest -q -p no:cacheprovider -p no:nocarrier test_it.py",
}


@pytest.mark.parametrize("client", CLIENTS)
def test_what_clients_tried_is_found_out(client: str, closed_port: int, tmp_path: Path) -> None:
    words = CLIENTS[client].format(port=closed_port)
    if shutil.which(words.split()[0]) is None:
        pytest.skip(f"{words.split()[0]} is not installed")
    (tmp_path / "test_it.py").write_text(
        f"import urllib.request\ndef test_it(): urllib.request.urlopen('http://127.0.0.1:{closed_port}')\n"
    )
    alone = subprocess.run(["sh", "-c", words], capture_output=True, cwd=tmp_path, check=False)
    ran = subprocess.run(
        [*RUN, "-q", "--", "sh", "-c", f"exec {words}"], capture_output=True, cwd=tmp_path, check=False
    )
    assert ran.returncode == alone.returncode
    (line,) = [line for line in ran.stderr.decode().splitlines() if "✗" in line]
    assert f":{closed_port}  connection refused" in line
    assert "server-not-listening" in line


def test_the_report_is_the_one_of_the_target(closed_port: int) -> None:
    program = f"echo 'connect ECONNREFUSED 127.0.0.1:{closed_port}' >&2; exit 7"
    ran = run("--", "sh", "-c", program)
    own, _, report = ran.stderr.decode().partition("\n\n")
    alone = subprocess.run([*RUN[:-1], f"tcp://127.0.0.1:{closed_port}"], capture_output=True, text=True, check=False)
    assert ran.returncode == 7
    assert own == f"connect ECONNREFUSED 127.0.0.1:{closed_port}"
    assert report.splitlines()[:4] == alone.stdout.splitlines()[:4]


def test_files_and_languages(closed_port: int, tmp_path: Path) -> None:
    ran = run(
        "--json", str(tmp_path / "a.json"), "--html", str(tmp_path / "a.html"), "--lang", "de", "-q",
        "--", "sh", "-c", f"echo connect ECONNREFUSED 127.0.0.1:{closed_port}; exit 1",
    )  # fmt: skip
    (report,) = json.loads((tmp_path / "a.json").read_text())
    assert report["verdict"]["cause"] == "server-not-listening"
    assert "server-not-listening" in (tmp_path / "a.html").read_text()
    assert "Verbindung abgelehnt" in ran.stderr.decode()
    assert run("--json", str(tmp_path / "b.json"), "true").returncode == 0
    assert json.loads((tmp_path / "b.json").read_text()) == []


def test_three_are_looked_at_and_the_others_named() -> None:
    lines = "; ".join(f"echo {'say ' * port} connect ECONNREFUSED 127.0.0.1:{port}" for port in (11, 12, 13, 14, 15))
    ran = run("-q", "--", "sh", "-c", f"{lines}; exit 1").stderr.decode()
    assert ran.count("✗") == 3
    assert "tcp://127.0.0.1:14, tcp://127.0.0.1:15" in ran


def test_what_the_output_names_is_hostile() -> None:
    text = "curl: (7) Failed to connect to \x1b]0;x\x07\u202e" + "a" * 5000 + " port 80: Connection refused"
    ran = run(*python(f"import sys; sys.stdout.write({text!r}); sys.exit(7)"), stdin=subprocess.DEVNULL)
    assert ran.returncode == 7
    assert b"\x1b]" not in ran.stderr
    assert b"Traceback" not in ran.stderr


def sees_everything() -> bool:
    """Whether connects can be seen here without changing anything for the command."""
    ran = run(*python("import socket; socket.socket().connect_ex(('127.0.0.1', 9)); raise SystemExit(1)"), "-q")
    return b"127.0.0.1:9" in ran.stderr


@pytest.fixture
def _every_connect_is_seen() -> None:
    if sys.platform != "linux" or not sees_everything():
        pytest.skip("this kernel does not let connects be seen without CAP_SYS_ADMIN")


@pytest.mark.usefixtures("_every_connect_is_seen")
def test_an_error_without_a_target_is_that_of_the_connect(closed_port: int) -> None:
    program = f"import socket, threading\nsocket.create_connection(('127.0.0.1', {closed_port}))"
    ran = run("-q", *python(program))
    assert f"tcp://127.0.0.1:{closed_port}  connection refused" in ran.stderr.decode()


@pytest.mark.usefixtures("_every_connect_is_seen")
def test_an_address_has_the_name_of_the_words(closed_port: int) -> None:
    ran = run("-q", *python("import socket, sys; socket.create_connection(('localhost', int(sys.argv[1][17:])))"),
              f"http://localhost:{closed_port}")  # fmt: skip
    assert f"http://localhost:{closed_port}  connection refused" in ran.stderr.decode()


@pytest.mark.usefixtures("_every_connect_is_seen")
def test_the_environment_is_that_of_whoever_dialled(closed_port: int) -> None:
    words = f"unset http_proxy; http_proxy=http://127.0.0.1:{closed_port} curl -s http://shop.example/; exit 7"
    ran = run("-q", "--", "sh", "-c", words)
    assert "http://shop.example:80" in ran.stderr.decode()
    assert "proxy-interferes" in ran.stderr.decode()


@pytest.mark.usefixtures("_every_connect_is_seen")
@pytest.mark.lab
def test_the_network_is_that_of_whoever_dialled() -> None:
    """A namespace without a name, gone by the time that it is looked at."""
    program = "import socket; socket.create_connection(('127.0.0.1', 4711))"
    ran = run("-q", "--", "unshare", "-n", sys.executable, "-c", program)
    assert "tcp://127.0.0.1:4711" in ran.stderr.decode()
    assert "interface-down" in ran.stderr.decode()


def test_who_holds_a_port_that_the_command_wants() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        ran = run("-q", "--", "sh", "-c", f"echo 'bind: Address already in use: 127.0.0.1:{port}'; exit 1")
    assert f"127.0.0.1:{port} is held by" in ran.stderr.decode()
    assert "connected" not in ran.stderr.decode()


def test_a_port_that_nobody_can_dial(tmp_path: Path) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    ran = run("-q", "--json", str(tmp_path / "a.json"), "--", "curl", "-sS", "http://127.0.0.1:99999/")
    assert ran.returncode == 3
    (report,) = json.loads((tmp_path / "a.json").read_text())
    assert report["verdict"]["cause"] == "target-malformed"
    assert report["target"]["port"] is None


def test_a_unix_socket_in_place_of_the_url_s_host(closed_port: int) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    ran = run("-q", "--", "curl", "-s", "--unix-socket", "/nonexistent/a.sock", f"http://127.0.0.1:{closed_port}/")
    assert "unix:///nonexistent/a.sock  no such file or directory" in ran.stderr.decode()
    assert "unix-socket-missing" in ran.stderr.decode()


def test_an_address_that_curl_cannot_bind(closed_port: int) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    ran = run("-q", "--", "curl", "-sS", "--interface", "192.0.2.9", f"http://127.0.0.1:{closed_port}/")
    assert "source-address-not-local" in ran.stderr.decode()


@pytest.mark.usefixtures("_every_connect_is_seen")
def test_another_reason_that_the_command_gives_is_not_gainsaid(closed_port: int) -> None:
    tried = f"import socket, sys; socket.socket().connect_ex(('127.0.0.1', {closed_port}))"
    ran = run("-q", *python(f"{tried}; sys.exit('lint failed: 3 errors')"))
    assert "does not say that it failed for this" in ran.stderr.decode()
    assert "does not say" not in run("-q", *python(f"{tried}; sys.exit(1)")).stderr.decode()


@pytest.mark.usefixtures("_every_connect_is_seen")
def test_a_loop_in_vain_is_what_whoever_interrupts_it_waited_for(closed_port: int) -> None:
    text = f"curl: (7) Failed to connect to 127.0.0.1 port {closed_port} after 0 ms: Connection refused"
    program = f"""
import socket, sys, time
for at in range(3):
    socket.socket().connect_ex(("127.0.0.1", {closed_port}))
    print({text!r}, file=sys.stderr, flush=True)
print("now", flush=True)
time.sleep(30)
"""
    process = subprocess.Popen(
        [*RUN, "-q", *python(program)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"now\n"
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert b"server-not-listening" in err


def test_a_command_that_is_interrupted_is_silent(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*RUN, "--", "sh", "-c", "echo begun; exec sleep 30"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    time.sleep(0.3)  # a shell that is between two commands lives on
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=20)[1] == b""
    assert process.returncode == -signal.SIGINT


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_interrupted_while_it_looks(number: signal.Signals) -> None:
    """^C then ends the looking, and so does who asks us to end; the exit code stays the command's."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        held = [socket.socket() for _ in range(4)]
        for one in held:
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
        program = f"echo curl: '(28) Failed to connect to 127.0.0.1 port {port}: Connection timed out'; exit 28"
        process = subprocess.Popen([*RUN, "--", "sh", "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stdout.readline()
        time.sleep(0.8)
        with suppress(ProcessLookupError):
            process.send_signal(number)
        _, err = process.communicate(timeout=20)
        for one in held:
            one.close()
    assert process.returncode == 28
    assert b"Traceback" not in err


def without_admin() -> list[str]:
    """What runs a command as root without CAP_SYS_ADMIN, as in most containers; nothing where nobody has it anyway."""
    if os.geteuid():
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("setpriv is not installed")
    return ["setpriv", "--bounding-set", "-sys_admin", "--inh-caps", "-sys_admin"]


WITHOUT_A_NAME = "import socket; one = socket.socket(); one.settimeout(9); one.connect(('127.0.0.1', {port}))"


@LINUX
def test_without_privileges_what_failed_is_overheard(closed_port: int) -> None:
    words = python(WITHOUT_A_NAME.format(port=closed_port))
    ran = subprocess.run([*without_admin(), *RUN, "-q", *words], capture_output=True, text=True, check=False)
    assert f"tcp://127.0.0.1:{closed_port}  connection refused" in ran.stderr or "names no target" in ran.stderr


@LINUX
def test_asked_to_always_it_sees_without_privileges(closed_port: int) -> None:
    words = python(WITHOUT_A_NAME.format(port=closed_port).replace("one.settimeout(9); ", ""))
    before = without_admin()
    ran = subprocess.run(
        [*before, *RUN, "-q", "--connects", "always", *words], capture_output=True, text=True, check=False
    )
    if "names no target" in ran.stderr:
        pytest.skip("this kernel knows no notifications that wait")
    assert f"tcp://127.0.0.1:{closed_port}  connection refused" in ran.stderr
    plain, asked = (
        subprocess.run(
            [*before, *RUN, *option, "grep", "NoNewPrivs", "/proc/self/status"], capture_output=True, text=True
        )
        for option in ([], ["--connects", "always"])
    )
    assert (plain.stdout.split()[1], asked.stdout.split()[1]) == ("0", "1")


@LINUX
@pytest.mark.parametrize("when", ["auto", "never"])
def test_a_run_in_a_run(closed_port: int, when: str) -> None:
    ran = run(
        "-q",
        "--connects",
        when,
        "--",
        *RUN,
        "-q",
        "--",
        "sh",
        "-c",
        f"echo ECONNREFUSED 127.0.0.1:{closed_port}; exit 6",
    )
    assert ran.returncode == 6
    assert ran.stdout == f"ECONNREFUSED 127.0.0.1:{closed_port}\n".encode()
    assert 1 <= ran.stderr.decode().count("server-not-listening") <= 2


@LINUX
@pytest.mark.lab
@pytest.mark.parametrize("neighbour", ["ip neighbour add 10.77.0.2 lladdr 02:00:00:00:00:01 dev a0", ""])
def test_what_still_waits_when_the_user_gives_up_is_looked_at(neighbour: str) -> None:
    """A host that never answers, in a network that drops, and one that is not there at all: ^C is not the end of it."""
    if os.geteuid():
        pytest.skip("needs root")
    script = """
ip link set lo up; ip link add a0 type veth peer name b0; ip address add 10.77.0.1/24 dev a0
ip link set a0 up; ip link set b0 up; $NEIGHBOUR
exec "$@"
"""
    program = "import socket; print('now', flush=True); socket.create_connection(('10.77.0.2', 4711))"
    process = subprocess.Popen(
        ["unshare", "-n", "sh", "-c", script, "sh", *RUN, "-q", "--timeout", "3", *python(program)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, env={**os.environ, "NEIGHBOUR": neighbour},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == b"now\n"
    time.sleep(0.6)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == -signal.SIGINT
    assert b"tcp://10.77.0.2:4711" in err


def test_a_report_that_cannot_be_written_changes_no_exit_code(tmp_path: Path) -> None:
    ran = run("--json", str(tmp_path / "none" / "a.json"), "--", "sh", "-c", "exit 5")
    assert ran.returncode == 5
    assert ran.stderr.decode() == f"nocarrier: No such file or directory: {tmp_path}/none/a.json\n"


@LINUX
def test_a_report_that_nobody_can_be_told_changes_no_exit_code(closed_port: int) -> None:
    words = ("-q", "--", "sh", "-c", f"echo connect ECONNREFUSED 127.0.0.1:{closed_port}; exit 7")
    with open("/dev/full", "wb") as full:
        assert run(*words, capture_output=False, stdout=subprocess.DEVNULL, stderr=full).returncode == 7
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb") as nobody_reads:
        assert run(*words, capture_output=False, stdout=subprocess.DEVNULL, stderr=nobody_reads).returncode == 7
        missing = run("no-such-program-here", capture_output=False, stdout=subprocess.DEVNULL, stderr=nobody_reads)
    assert missing.returncode == 127


def test_whatever_fails_in_the_looking_changes_no_exit_code(closed_port: int, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import nocarrier.diagnosis.tried as one; one.tried = None\n")
    path = os.pathsep.join([str(tmp_path), *sys.path])
    text = f"echo connect ECONNREFUSED 127.0.0.1:{closed_port}; exit 7"
    ran = run("-q", "--", "sh", "-c", text, env={**os.environ, "PYTHONPATH": path})
    assert ran.returncode == 7
    assert b"could not be found out: TypeError" in ran.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("--timeout", "0"),
        ("--timeout", "nan"),
        ("--server", "bogus://x"),
        ("--json", "-"),
        ("-4",),
    ],
    ids=" ".join,
)
def test_a_wrong_call_runs_nothing(words: tuple[str, ...], tmp_path: Path) -> None:
    assert run(*words, "--", "touch", "ran", cwd=tmp_path).returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_an_abbreviated_option_has_its_value() -> None:
    assert run("--time", "3", "--", "sh", "-c", "exit 5").returncode == 5


@LINUX
@pytest.mark.parametrize("most", [7, 8, 10, 12])
def test_where_no_descriptors_are_left_for_us_the_command_runs_all_the_same(most: int) -> None:
    program = "import os, resource, sys; resource.setrlimit(resource.RLIMIT_NOFILE, ({most},) * 2); os.execv(sys.argv[1], sys.argv[1:])"
    words = [sys.executable, "-c", program.format(most=most), *RUN, "--", "sh", "-c", "echo here; exit 5"]
    ran = subprocess.run(words, capture_output=True, check=False, timeout=60)
    assert (ran.returncode, ran.stdout) == (5, b"here\n")


def test_a_command_that_was_not_there_leaves_an_empty_list(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[{}]\n")
    assert run("--json", str(tmp_path / "a.json"), "no-such-program-here").returncode == 127
    assert json.loads((tmp_path / "a.json").read_text()) == []


@LINUX
def test_an_empty_environment_stays_empty() -> None:
    program = f"import sys; sys.path[:] = {sys.path!r}; from nocarrier.cli import run; sys.exit(run(sys.argv[1:]))"
    ran = subprocess.run(
        [sys.executable, "-c", program, "run", "--", "/usr/bin/env"], env={}, capture_output=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (0, b"")


@LINUX
@pytest.mark.lab
def test_as_the_first_process_of_a_container_it_leaves_no_dead_behind() -> None:
    """Orphans of the command are children of process 1, which has to wait for them."""
    if os.geteuid():
        pytest.skip("needs root")
    script = "(sleep 0.1 & ) ; (sleep 0.1 &); sleep 0.6; grep -l '^State:.Z' /proc/[0-9]*/status | wc -l"
    ran = subprocess.run(
        ["unshare", "--pid", "--fork", "--mount-proc", *RUN, "--", "sh", "-c", script],
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout.strip()) == (0, b"0")
