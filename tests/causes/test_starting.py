"""Why the program that belongs on a port does not listen, and the words that start it."""

from __future__ import annotations

import pytest

from nocarrier.causes._listening import shows_who_listens
from nocarrier.causes.server import server_not_listening
from nocarrier.facts.port_mentions import PortMentions
from nocarrier.facts.stopped_programs import Stopped, StoppedPrograms
from nocarrier.facts.system import System
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.udp import UdpAttempt
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Certainty, Found
from nocarrier.readings.target import parse_target
from tests.causes.cases import made, seen

CONF = "/etc/redis/redis.conf"


def found(stopped: Stopped | None, system: System | None = None, files: tuple[str, ...] = ()) -> Found:
    extra = [seen(PortMentions(port=8080, files=files), Where.SERVER)]
    extra += [seen(StoppedPrograms(port=8080, programs=(stopped,)), Where.SERVER)] if stopped else []
    extra += [seen(system, Where.SERVER)] if system else []
    judgement = server_not_listening.judge(made({"10.20.0.5": "ECONNREFUSED"}, (), extra=extra))
    assert isinstance(judgement, Found)
    assert judgement.certainty is Certainty.PROVEN
    return judgement


def unit(**state: str | int) -> Stopped:
    return Stopped(unit="shop.service", **state)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stopped", "why", "commands"),
    [
        (
            unit(active="failed", result="exit-code", status=1),
            "shop.service failed (exit-code, status 1)",
            ("journalctl -u shop.service -n 20 --no-pager", "systemctl restart shop.service"),
        ),
        (
            unit(active="activating", sub="auto-restart", status=203, restarts=41),
            "shop.service ends again and again (status 203, started 42 times)",
            ("journalctl -u shop.service -n 20 --no-pager", "systemctl restart shop.service"),
        ),
        (
            unit(active="inactive", enabled="masked"),
            "shop.service is masked, so that nothing can start it",
            ("systemctl unmask shop.service && systemctl start shop.service",),
        ),
        (
            unit(active="inactive", enabled="disabled"),
            "shop.service is not started, and is not to be started at boot",
            ("systemctl enable --now shop.service",),
        ),
        (
            unit(active="inactive", enabled="enabled"),
            "shop.service is not started",
            ("systemctl start shop.service",),
        ),
        (
            Stopped(kind="redis", config=CONF, binary="/usr/bin/redis-server"),
            f"Redis is set up for it in {CONF}, and does not run",
            (f"redis-server {CONF} --daemonize yes",),
        ),
        (
            Stopped(kind="redis", binary="/usr/bin/redis-server"),
            "Redis is installed, and does not run",
            ("redis-server --daemonize yes",),
        ),
        (
            Stopped(kind="mysql", binary="/usr/sbin/mariadbd", unready=True),
            "MySQL is installed, and does not run",
            (
                "mariadb-install-db --user=mysql --datadir=/var/lib/mysql",
                "install -d -o mysql /run/mysqld && nohup /usr/sbin/mariadbd --user=mysql >/dev/null 2>&1 &",
            ),
        ),
        (
            Stopped(kind="mysql", binary="/usr/sbin/mysqld"),
            "MySQL is installed, and does not run",
            ("install -d -o mysql /run/mysqld && nohup /usr/sbin/mysqld --user=mysql >/dev/null 2>&1 &",),
        ),
        (
            Stopped(kind="postgresql", binary="/usr/bin/pg_ctlcluster"),
            "PostgreSQL is installed, and does not run",
            ("pg_lsclusters -h | while read -r version name _; do pg_ctlcluster $version $name start; done",),
        ),
        (
            Stopped(kind="mongodb", binary="/usr/bin/mongod"),
            "MongoDB is installed, and does not run",
            ("/usr/bin/mongod",),
        ),
    ],
)
def test_why_and_what_then(stopped: Stopped, why: str, commands: tuple[str, ...]) -> None:
    judgement = found(stopped)
    assert str(judgement.summary) == f"No program listens on port 8080 of 10.20.0.5: {why}."
    assert judgement.fixes[0].commands == commands


def test_openrc_starts_by_the_services_name() -> None:
    alpine = System(distribution="alpine", init="openrc")
    judgement = found(Stopped(kind="redis", binary="/usr/bin/redis-server"), alpine)
    assert judgement.fixes[0].commands == ("rc-service redis start",)


def test_settings_that_name_the_port_are_named() -> None:
    judgement = found(None, files=("/etc/supervisor/conf.d/shop.conf",))
    assert "/etc/supervisor/conf.d/shop.conf" in str(judgement.fixes[0].text)
    assert str(judgement.summary) == "No program listens on port 8080 of 10.20.0.5."


def test_a_udp_socket_is_looked_for_among_those_of_udp() -> None:
    assert shows_who_listens("udp", 53) == "ss -lunp 'sport = :53'"
    assert shows_who_listens("tcp", 53) == "ss -ltnp 'sport = :53'"
    refused = seen(UdpAttempt(address="10.20.0.5", port=8080, asked=True, answered=False, errno="ECONNREFUSED"))
    case = Case(
        target=parse_target("udp://10.20.0.5:8080"),
        evidence=(
            *(one for one in made({"10.20.0.5": ""}, ()).evidence if not isinstance(one.facts, TcpAttempt)),
            refused,
        ),
    )
    judgement = server_not_listening.judge(case)
    assert isinstance(judgement, Found)
    assert judgement.fixes[-1].commands == ("ss -lunp 'sport = :8080'",)
