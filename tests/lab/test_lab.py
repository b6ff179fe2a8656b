"""Real namespaces: what stands, what runs in it, and that nothing is left when it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from nocarrier import lab
from nocarrier.lab import kernel
from nocarrier.model.record import replace
from nocarrier.model.scenario import Daemon, Host, Scenario, client, http_server, router, server

pytestmark = pytest.mark.lab

CONNECT = "import socket; socket.create_connection(({0!r}, {1}), 2)"
MARK = "nocarrier-test-mark"
WENT_AWAY = "import os, time; os.fork() and os._exit(0); os.setsid(); time.sleep(1000)"


def usual(**changes: object) -> Scenario:
    made = Scenario(
        name="usual",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="tcp://10.20.0.5:8080",
    )
    return replace(made, **changes)


def connects(standing: lab.Lab, address: str, port: int, host: str = "client") -> bool:
    return standing.run(host, (sys.executable, "-c", CONNECT.format(address, port))).status == 0


def test_the_client_reaches_the_server_through_the_router() -> None:
    with lab.build(usual()) as standing:
        assert connects(standing, "10.20.0.5", 8080)
        assert not connects(standing, "10.20.0.5", 8081)


def test_ipv6_is_usable_at_once() -> None:
    hosts = (client(), router(), server(daemons=(http_server("::", 8080),)))
    with lab.build(usual(hosts=hosts)) as standing:
        assert connects(standing, "fd20::5", 8080)


def test_three_hosts_in_one_network_reach_each_other() -> None:
    hosts = tuple(
        Host(name=name, addresses=(f"10.0.0.{at}/24", f"fd00::{at}/64"), daemons=(http_server("::", 80),))
        for at, name in enumerate(("client", "b", "c"), 1)
    )
    with lab.build(usual(hosts=hosts)) as standing:
        for host, address in (("client", "10.0.0.2"), ("client", "fd00::3"), ("b", "10.0.0.3"), ("c", "fd00::1")):
            assert connects(standing, address, 80, host)


def test_each_host_has_files_of_its_own_that_commands_may_change() -> None:
    before = Path("/etc/hosts").read_bytes()
    hosts = (client(files={"hosts": "10.20.0.5 shop\n"}), router(), server())
    with lab.build(usual(hosts=hosts)) as standing:
        assert standing.run("client", ("cat", "/etc/hosts")).text == "10.20.0.5 shop\n"
        assert "shop" not in standing.run("server", ("cat", "/etc/hosts")).text
        assert standing.run("client", ("sed", "-i", "s/shop/shed/", "/etc/hosts")).status == 0
        assert standing.run("server", ("cat", "/etc/netns/client/hosts")).text == "10.20.0.5 shed\n"
    assert Path("/etc/hosts").read_bytes() == before


def test_sysctls_and_commands_are_carried_out_on_their_host_only() -> None:
    hosts = (
        client(sysctls={"net.ipv4.ip_local_port_range": "40000 40009"}, commands=(("touch", "/etc/mark"),)),
        router(),
        server(),
    )
    read = ("cat", "/proc/sys/net/ipv4/ip_local_port_range")
    with lab.build(usual(hosts=hosts)) as standing:
        assert standing.run("client", read).text.split() == ["40000", "40009"]
        assert standing.run("server", read).text.split() != ["40000", "40009"]
        assert standing.run("client", ("test", "-e", "/etc/mark")).status == 0
        assert standing.run("server", ("test", "-e", "/etc/mark")).status == 1
    assert not Path("/etc/mark").exists()


def test_a_setting_of_the_whole_machine_is_refused() -> None:
    hosts = (client(sysctls={"fs.nr_open": "1048576"}), router(), server())
    with pytest.raises(lab.LabFailed, match="whole machine"), lab.build(usual(hosts=hosts)):
        pass


def test_nothing_but_the_lab_is_seen_from_inside() -> None:
    with lab.build(usual()) as standing:
        assert sorted(standing.run("client", ("ls", "/run/netns")).text.split()) == ["client", "router", "server"]
        assert sorted(standing.run("client", ("ls", "/sys/class/net")).text.split()) == ["eth0", "lo"]


def test_a_daemon_that_ends_is_reported_with_its_last_words() -> None:
    daemon = Daemon(argv=("{python}", "-c", "raise SystemExit('no such chart')"), ready="tcp:80")
    with (
        pytest.raises(lab.LabFailed, match=r"on server ended with status 1\n  no such chart"),
        lab.build(usual(hosts=(client(), server(gateways=(), daemons=(daemon,))))),
    ):
        pass


def test_a_daemon_has_its_files_in_a_directory_of_its_own() -> None:
    script = (
        "import socket, pathlib; s = socket.create_server(('', int(pathlib.Path('port').read_text()))); s.accept()"
    )
    daemon = Daemon(argv=("{python}", "{dir}/serve.py"), files={"serve.py": script, "port": "81"}, ready="tcp:81")
    with lab.build(usual(hosts=(client(), router(), server(daemons=(daemon,))))) as standing:
        assert connects(standing, "10.20.0.5", 81)


def test_a_missing_program_is_named_by_its_package() -> None:
    daemon = Daemon(argv=("no-such-daemon",), ready="tcp:80", package="no-such-package")
    with (
        pytest.raises(lab.ProgramsMissing, match="no-such-package") as missing,
        lab.build(usual(hosts=(client(daemons=(daemon,)),))),
    ):
        pass
    assert missing.value.packages == ("no-such-package",)


def test_a_command_that_does_not_end_is_killed_with_its_children() -> None:
    with lab.build(usual()) as standing:
        with pytest.raises(TimeoutError):
            standing.run("client", ("sh", "-c", "sleep 1000 & sleep 1000"), timeout=0.2)
        time.sleep(0.05)
        assert "sleep" not in standing.run("client", ("sh", "-c", "cat /proc/[0-9]*/comm")).text


def test_what_cannot_be_started_says_why() -> None:
    with lab.build(usual()) as standing, pytest.raises(FileNotFoundError):
        standing.run("client", ("/no/such/program",))


def test_everything_is_gone_when_the_block_ends() -> None:
    with lab.build(usual(hosts=(client(), router(), _marked_server()))):
        assert len(_marked()) == 2
    assert not _marked()


def test_everything_is_gone_when_the_block_raises() -> None:
    with pytest.raises(KeyboardInterrupt), lab.build(usual(hosts=(client(), router(), _marked_server()))):
        raise KeyboardInterrupt
    assert not _marked()


HOLD = f"""
    import sys, time
    from nocarrier import lab
    from nocarrier.model.scenario import *
    hold = Daemon(argv=("{{python}}", "-c", "{WENT_AWAY}", "{MARK}"), ready="exit")
    scenario = Scenario(name="held", hosts=(client(), router(), server(daemons=(hold,))), target="tcp://10.20.0.5:1")
    with lab.build(scenario):
        print("standing", flush=True)
        time.sleep(1000)
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_outlives_a_lab_that_is_killed(number: signal.Signals) -> None:
    with _held() as held:
        assert _marked()
        held.send_signal(number)
        held.wait(10)
    _until(lambda: not _marked())


def test_two_labs_stand_at_once() -> None:
    with lab.build(usual()) as one, lab.build(usual()) as other:
        one.run("client", ("sh", "-c", "echo one > /etc/mark"))
        assert other.run("client", ("test", "-e", "/etc/mark")).status == 1
        assert connects(one, "10.20.0.5", 8080)
        assert connects(other, "10.20.0.5", 8080)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_an_ordinary_user_has_a_lab_as_well() -> None:
    script = """
        import sys
        from nocarrier import lab
        from nocarrier.model.scenario import *
        hosts = (client(), router(), server(daemons=(http_server("0.0.0.0", 8080),)))
        with lab.build(Scenario(name="usual", hosts=hosts, target="tcp://10.20.0.5:8080")) as standing:
            connect = "import socket; socket.create_connection(('10.20.0.5', 8080), 2)"
            print(standing.run("client", (sys.executable, "-c", connect)).status)
            print(standing.run("client", ("id", "-u")).text)
    """
    ran = _as_nobody(script)
    assert ran.stdout.split() == ["0", "0"], ran.stderr


def test_where_namespaces_are_forbidden_the_confined_scenario_stands_in() -> None:
    ran = _without_namespaces("""
        import os, socket, sys, tempfile
        from nocarrier import lab
        from nocarrier.model.scenario import *
        here = Host(name="client", daemons=(http_server("127.0.0.1", 48080),))
        confined = Scenario(name="small", hosts=(here,), target="tcp://127.0.0.2:48080")
        scenario = Scenario(name="usual", hosts=(client(), server()), target="tcp://10.20.0.5:80", confined=confined)
        with lab.build(scenario) as standing:
            connect = "import socket; socket.create_connection(('127.0.0.1', 48080), 2)"
            print(standing.confined, standing.place("server"))
            print(standing.run("client", (sys.executable, "-c", connect)).status)
        print([name for name in os.listdir(tempfile.gettempdir()) if name.startswith("nocarrier-lab-")])
        try:
            socket.create_connection(("127.0.0.1", 48080), 2)
        except ConnectionRefusedError:
            print("gone")
    """)
    assert ran.stdout.splitlines() == ["True local://", "0", "[]", "gone"], ran.stderr


def test_where_namespaces_are_forbidden_and_nothing_stands_in_that_is_said() -> None:
    ran = _without_namespaces("""
        from nocarrier import lab
        from nocarrier.model.scenario import *
        try:
            with lab.build(Scenario(name="usual", hosts=(client(), server()), target="tcp://10.20.0.5:80")):
                print("built")
        except lab.LabForbidden as why:
            print(why)
    """)
    assert ran.stdout.startswith("usual needs network namespaces, and this kernel does not allow them"), ran.stderr


def test_a_confined_lab_that_is_killed_ends_its_daemons_and_the_next_one_sweeps(tmp_path: Path) -> None:
    script = f"""
        import time
        from nocarrier.lab.building import _standing
        from nocarrier.model.scenario import *
        hold = Daemon(argv=("{{python}}", "-m", "http.server", "--bind", "127.0.0.1", "48081", "--directory",
                            "/{MARK}/.."), ready="tcp:48081")
        here = Host(name="client", daemons=(hold,))
        with _standing(Scenario(name="small", hosts=(here,), target="tcp://127.0.0.1:48081"), confined=True):
            print("standing", flush=True)
            time.sleep(1000)
    """
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with _held(script, environment) as held:
        assert list(tmp_path.glob("nocarrier-lab-*"))
        held.kill()
        held.wait(10)
    _until(lambda: not _marked())
    assert list(tmp_path.glob("nocarrier-lab-*"))
    sweep = "from nocarrier.lab import sweeping; sweeping.sweep()"
    subprocess.run((sys.executable, "-c", sweep), env=environment, check=True)
    assert not list(tmp_path.glob("nocarrier-lab-*"))


def _marked_server() -> Host:
    hold = Daemon(argv=("{python}", "-c", WENT_AWAY, MARK), ready="exit")
    stay = Daemon(
        argv=("{python}", "-c", "import socket; s = socket.create_server(('', 9)); s.accept()", MARK), ready="tcp:9"
    )
    return server(daemons=(hold, stay))


def _marked() -> list[str]:
    """The processes on this machine that carry the mark, whoever's child they are; not this one's own tests."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if any(word.startswith((MARK.encode(), f"/{MARK}".encode())) for word in words):
            found.append(path.parent.name)
    return found


def _until(condition: object, patience: float = 5.0) -> None:
    deadline = time.monotonic() + patience
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.01)


def _held(script: str = HOLD, environment: dict[str, str] | None = None) -> subprocess.Popen[str]:
    """A process that holds a lab until it is killed."""
    held = subprocess.Popen(
        (sys.executable, "-c", textwrap.dedent(script)), stdout=subprocess.PIPE, text=True, env=environment
    )
    assert held.stdout is not None
    assert held.stdout.readline() == "standing\n"
    return held


def _python(script: str, before: object = None, executable: str = sys.executable) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    return subprocess.run(
        (executable, "-c", textwrap.dedent(script)),
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
        preexec_fn=before,  # type: ignore[arg-type]
    )


def _as_nobody(script: str) -> subprocess.CompletedProcess[str]:
    """Run a script as an ordinary user; skipped where this interpreter is one that only root can reach."""

    def become_nobody() -> None:
        os.setgroups([])
        os.setresgid(65534, 65534, 65534)
        os.setresuid(65534, 65534, 65534)

    for executable in (sys.executable, f"/usr/bin/python3.{sys.version_info.minor}"):
        try:
            probe = subprocess.run(
                (executable, "-c", "import os; os.execv(os.sys.executable, ['python', '-c', ''])"),
                preexec_fn=become_nobody,
                capture_output=True,
            )
        except OSError:
            continue
        if probe.returncode == 0:
            return _python(script, become_nobody, executable)
    pytest.skip("this interpreter is one that only root can reach")


def _without_namespaces(script: str) -> subprocess.CompletedProcess[str]:
    """Run a script where the kernel allows no more namespaces: below one in which their number is limited to 0."""

    def forbid() -> None:
        user, group = os.geteuid(), os.getegid()
        kernel.unshare(kernel.NEW_USERS | kernel.NEW_NETWORK)
        for name, text in (("setgroups", "deny"), ("uid_map", f"0 {user} 1"), ("gid_map", f"0 {group} 1")):
            Path(f"/proc/self/{name}").write_text(text)
        subprocess.run(("ip", "link", "set", "lo", "up"), check=True)
        for kind in ("user", "net", "mnt", "pid"):
            Path(f"/proc/sys/user/max_{kind}_namespaces").write_text("0")

    return _python(script, forbid)
