"""The distribution and its init, from files alone."""

from __future__ import annotations

import pytest

from nocarrier.facts.system import System
from nocarrier.machines import CannotLook
from nocarrier.model.evidence import Where
from nocarrier.probes import system
from tests.probes.paper import Paper, scene


def looked(files: dict[str, str]) -> System:
    machine = Paper(files)
    (observation,) = system.look(scene(machine, "tcp://h:1"), machine, Where.SERVER)
    assert isinstance(observation.facts, System)
    return observation.facts


def test_systemd_on_debian() -> None:
    found = looked({"/etc/os-release": "ID=debian\n", "/proc/1/comm": "systemd\n"})
    assert (found.family, found.init) == ("debian", "systemd")


def test_openrc_on_alpine() -> None:
    found = looked(
        {"/usr/lib/os-release": "ID=alpine\n", "/proc/1/comm": "init\n", "/run/openrc/softlevel": "default\n"}
    )
    assert (found.family, found.init) == ("alpine", "openrc")


def test_a_container_has_no_init() -> None:
    assert looked({"/etc/os-release": "ID=debian\n", "/proc/1/comm": "nginx\n"}).init == ""


def test_a_system_that_says_nothing() -> None:
    with pytest.raises(CannotLook):
        looked({})
