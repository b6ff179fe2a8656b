"""Which program belongs on a port where nothing listens, and why it is not there."""

from __future__ import annotations

from nocarrier.facts.listeners import Listener, Listeners, Program
from nocarrier.facts.port_mentions import PortMentions
from nocarrier.facts.stopped_programs import Stopped, StoppedPrograms
from nocarrier.facts.system import System
from nocarrier.model.evidence import Facts, Where
from nocarrier.probes import stopped_programs
from nocarrier.probes.stopped_programs import PROPERTIES
from tests.probes.paper import Paper, scene

SYSTEMD = System(distribution="debian", init="systemd")
NO_INIT = System(distribution="debian")
CONF = "/etc/redis/redis.conf"
LS = ("ls", "-d", "/usr/bin/redis-server", "/usr/bin/valkey-server", "/usr/local/bin/redis-server")
FAILED = """\
Id=redis-server.service
LoadState=loaded
ActiveState=failed
SubState=failed
UnitFileState=enabled
Result=exit-code
ExecMainStatus=1
NRestarts=5
"""


def show(*units: str) -> tuple[str, ...]:
    return ("systemctl", "show", "-p", PROPERTIES, *units)


def looked(
    machine: Paper, target: str, system: System, files: tuple[str, ...] = (), listeners: tuple[Listener, ...] = ()
) -> tuple[Stopped, ...]:
    port = int(target.rpartition(":")[2])
    seen: list[Facts] = [Listeners(listeners=listeners), PortMentions(port=port, files=files), system]
    observations = list(stopped_programs.look(scene(machine, target, seen), machine, Where.SERVER))
    assert len(observations) <= 1
    for observation in observations:
        assert isinstance(observation.facts, StoppedPrograms)
        return observation.facts.programs
    return ()


def test_a_unit_that_failed() -> None:
    machine = Paper({CONF: "port 6400\n"}, outputs={show("redis-server.service"): FAILED})
    (found,) = looked(machine, "tcp://h:6400", SYSTEMD, (CONF,))
    assert (found.kind, found.config, found.unit) == ("redis", CONF, "redis-server.service")
    assert (found.failed, found.crashing, found.status, found.restarts) == (True, False, 1, 5)


def test_a_unit_of_the_usual_program_that_was_not_started() -> None:
    shown = "Id=redis-server.service\nLoadState=loaded\nActiveState=inactive\nSubState=dead\nUnitFileState=disabled\n"
    (found,) = looked(Paper({}, outputs={show("redis-server.service"): shown}), "redis://h:6379", SYSTEMD)
    assert (found.config, found.active, found.enabled, found.failed) == ("", "inactive", "disabled", False)


def test_a_unit_of_the_administrators_that_names_the_port_comes_with_the_others() -> None:
    own = "/etc/systemd/system/shop.service"
    shown = (
        "Id=shop.service\nLoadState=loaded\nActiveState=activating\nSubState=auto-restart\nResult=exit-code\n"
        "ExecMainStatus=203\nNRestarts=41\n"
    )
    machine = Paper({own: "ExecStart=/opt/shop --port 4711\n"}, outputs={show("shop.service"): shown})
    (found,) = looked(machine, "tcp://h:4711", SYSTEMD, (own,))
    assert (found.kind, found.unit, found.crashing, found.restarts) == ("", "shop.service", True, 41)


def test_what_failed_comes_before_what_was_only_not_started() -> None:
    own = "/etc/systemd/system/shop.service.d/port.conf"
    shown = f"Id=shop.service\nLoadState=loaded\nActiveState=inactive\n\n{FAILED}"
    machine = Paper({CONF: "port 6400\n"}, outputs={show("shop.service", "redis-server.service"): shown})
    found = looked(machine, "tcp://h:6400", SYSTEMD, (own, CONF))
    assert [one.unit for one in found] == ["redis-server.service", "shop.service"]


def test_units_that_run_or_do_not_exist_are_not_named() -> None:
    for state in ("LoadState=not-found\nActiveState=inactive\n", "LoadState=loaded\nActiveState=active\n"):
        machine = Paper({}, outputs={show("redis-server.service"): f"Id=redis-server.service\n{state}"})
        assert looked(machine, "redis://h:6379", SYSTEMD) == ()


def test_without_systemd_an_installed_program() -> None:
    machine = Paper({CONF: "port 6400\n"}, outputs={LS: "/usr/bin/redis-server\n"})
    (found,) = looked(machine, "tcp://h:6400", NO_INIT, (CONF,))
    assert (found.kind, found.binary, found.config, found.unit) == ("redis", "/usr/bin/redis-server", CONF, "")


def test_a_program_without_its_data_was_never_set_up() -> None:
    ls = (
        "ls",
        "-d",
        "/usr/sbin/mariadbd",
        "/usr/bin/mariadbd",
        "/usr/sbin/mysqld",
        "/usr/libexec/mysqld",
        "/var/lib/mysql",
    )
    there = "/usr/sbin/mariadbd\n/usr/sbin/mysqld\n"
    for listed, unready in ((there, True), (f"{there}/var/lib/mysql\n", False)):
        (found,) = looked(Paper({}, outputs={ls: listed}), "mysql://h:3306", NO_INIT)
        assert (found.binary, found.unready) == ("/usr/sbin/mariadbd", unready)


def test_a_file_that_names_the_number_in_another_sense_is_not_meant() -> None:
    machine = Paper({CONF: "maxclients 6400\n"}, outputs={LS: "/usr/bin/redis-server\n"})
    assert looked(machine, "tcp://h:6400", NO_INIT, (CONF,)) == ()


def test_a_program_that_runs_on_another_port_is_not_stopped() -> None:
    running = Program(pid=8, name="redis-server", command=("redis-server *:6380",))
    machine = Paper({}, outputs={LS: "/usr/bin/redis-server\n"})
    assert (
        looked(
            machine, "redis://h:6379", NO_INIT, listeners=(Listener(address="0.0.0.0", port=6380, program=running),)
        )
        == ()
    )


def test_where_somebody_listens_nothing_is_looked_for() -> None:
    machine = Paper({}, outputs={LS: "/usr/bin/redis-server\n"})
    assert looked(machine, "redis://h:6379", NO_INIT, listeners=(Listener(address="127.0.0.1", port=6379),)) == ()


def test_nothing_known_of_the_port_is_nothing_seen() -> None:
    assert looked(Paper({}), "tcp://h:4711", SYSTEMD) == ()
    assert looked(Paper({}), "tcp://h:4711", NO_INIT) == ()
