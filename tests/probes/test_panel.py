"""Panels are known by files that only they have."""

from __future__ import annotations

from nocarrier.facts.panel import Panel
from nocarrier.machines import FileRead
from nocarrier.model.evidence import Where
from nocarrier.probes.panel import look
from tests.probes.paper import Paper, scene

SCRIPT = "/usr/local/psa/var/modules/firewall/firewall-active.sh"


def found(machine: Paper) -> Panel:
    (seen,) = look(scene(machine, "tcp://10.20.0.5:8080"), machine, Where.SERVER)
    assert isinstance(seen.facts, Panel)
    return seen.facts


def test_none() -> None:
    assert found(Paper({"/etc/passwd": ""})).found == ()


def test_plesk_with_the_rules_of_its_script() -> None:
    machine = Paper({"/etc/psa/psa.conf": "x", SCRIPT: "/sbin/iptables -A INPUT -j DROP\n"})
    (plesk,) = found(machine).found
    assert (plesk.slug, plesk.told_by, plesk.script) == ("plesk", "/etc/psa/psa.conf", SCRIPT)
    assert plesk.rules == ("ip -A INPUT -j DROP",)


def test_two_panels_on_one_machine() -> None:
    machine = Paper({"/etc/init.d/bt": "", "/etc/systemd/system/1panel.service": ""})
    assert [one.slug for one in found(machine).found] == ["bt", "1panel"]


def test_a_file_that_may_not_be_read_is_there_all_the_same() -> None:
    class Closed(Paper):
        def read(self, path: str, limit: int = 1 << 20) -> FileRead:
            return FileRead(errno="EACCES") if path.startswith("/www/server/panel/") else super().read(path, limit)

    (panel,) = found(Closed({})).found
    assert panel.slug == "bt"
