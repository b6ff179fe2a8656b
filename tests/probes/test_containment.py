"""When is a client taken to be in a container? By what its engine lays over its files, and not by a mark alone."""

from __future__ import annotations

import time

import pytest

from nocarrier.facts.containment import Containment
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import FileRead
from nocarrier.machines.local import Local
from nocarrier.model.evidence import Case, Where
from nocarrier.probes import Options, Scene
from nocarrier.probes.containment import look
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen

OVERLAID = "711 690 254:0 /x/hostname /etc/hostname rw,relatime - ext4 /dev/vda rw\n"
ROOT = "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n"


class Pretended(Local):
    """This machine, with some files as a container has them."""

    def __init__(self, files: dict[str, str], where: str = "local://") -> None:
        super().__init__(where)
        self.files = files

    def read(self, path: str, limit: int = 1 << 20) -> FileRead:
        if path in ("/.dockerenv", "/run/.containerenv", "/proc/self/mountinfo", "/etc/hosts"):
            text = self.files.get(path)
            return FileRead(errno="ENOENT") if text is None else FileRead(data=text.encode())
        return super().read(path, limit)


def found(machine: Local, address: str = "127.0.0.1") -> list[Containment]:
    refused = TcpAttempt(address=address, port=9, connected=False, errno="ECONNREFUSED")
    case = Case(target=parse_target(f"tcp://{address}:9"), evidence=(seen(refused),))
    scene = Scene(case, Options(), machine, None, time.monotonic() + 5)
    facts = [observation.facts for observation in look(scene, machine, Where.CLIENT)]
    return [one for one in facts if isinstance(one, Containment)]


@pytest.mark.parametrize(
    ("files", "engine"),
    [
        ({"/.dockerenv": "", "/proc/self/mountinfo": ROOT + OVERLAID}, "docker"),
        ({"/run/.containerenv": "", "/proc/self/mountinfo": ROOT + OVERLAID}, "podman"),
        ({"/.dockerenv": "", "/proc/self/mountinfo": ROOT}, ""),
        ({"/proc/self/mountinfo": ROOT + OVERLAID}, ""),
        ({}, ""),
    ],
)
def test_a_mark_and_a_file_laid_over(files: dict[str, str], engine: str) -> None:
    (facts,) = found(Pretended(files))
    assert (facts.inside, facts.engine) == (bool(engine), engine)


def test_one_that_was_entered_as_a_container_is_one() -> None:
    (facts,) = found(Pretended({}, "podman://web"))
    assert facts.inside


def test_the_hosts_names_are_tried() -> None:
    files = {"/etc/hosts": "127.0.0.9 host.containers.internal # the host\n127.0.0.1 localhost\n"}
    (facts,) = found(Pretended(files, "podman://web"))
    assert ("host.containers.internal", "127.0.0.9", "host") in [
        (place.name, place.address, place.kind) for place in facts.places
    ]
    assert not facts.taking


def test_only_loopback_is_of_interest() -> None:
    assert found(Pretended({}, "podman://web"), "192.0.2.7") == []
