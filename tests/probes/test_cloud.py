"""The firmware is read, and only the service that it names is asked; where it says nothing, all are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nocarrier.facts.cloud import Cloud
from nocarrier.facts.interfaces import Interface, Interfaces
from nocarrier.machines import Dial, Dialled
from nocarrier.model.evidence import Where
from nocarrier.probes.cloud import DMI, LINKS, look
from tests.probes.paper import Paper, scene

SAME = dict.fromkeys(LINKS, "net:[4026531840]")
OWN = Interfaces(interfaces=(Interface(name="eth0", up=True, carrier=True, addresses=("10.0.0.4/24",)),))
EC2 = "/latest/meta-data/"
AWS_SAYS = {
    f"GET {EC2}instance-id": "i-0a1b2c3d4e5f67890",
    f"GET {EC2}placement/region": "eu-central-1",
    f"GET {EC2}public-ipv4": "203.0.113.10",
    f"GET {EC2}local-ipv4": "10.0.0.4",
    f"GET {EC2}mac": "02:00:00:00:03:01",
    f"GET {EC2}network/interfaces/macs/02:00:00:00:03:01/security-group-ids": "sg-01\nsg-02",
}


class Cloudy(Paper):
    """A machine on paper with a metadata service: what it answers, and what it was asked."""

    def __init__(self, files: dict[str, str], says: dict[str, str], session: str = "", links: Any = None) -> None:
        super().__init__(files, SAME if links is None else links)
        self.says, self.session = says, session
        self.asked: list[tuple[str, str]] = []

    def dial(self, dials: Sequence[Dial], patience: Any = None) -> tuple[Dialled, ...]:
        return tuple(self._answer(dial) for dial in dials)

    def _answer(self, dial: Dial) -> Dialled:
        if dial.address != "169.254.169.254":
            return Dialled(stage="connect", expired=True)
        lines = dial.send.decode().split("\r\n")
        question = lines[0].removesuffix(" HTTP/1.1")
        if question:
            self.asked.append((dial.address, question))
        body = self.says.get(question, self.says.get("*"))
        if self.session and question == "PUT /latest/api/token":
            body = self.session
        elif self.session and not any(line.endswith(f"token: {self.session}") for line in lines):
            return Dialled(stage="exchange", received=b"HTTP/1.1 401 Unauthorized\r\n\r\n")
        if body is None:
            return Dialled(stage="exchange", received=b"HTTP/1.1 404 Not Found\r\n\r\n")
        return Dialled(stage="exchange", received=b"HTTP/1.1 200 OK\r\n\r\n" + body.encode())


def seen(machine: Paper) -> Cloud:
    (one,) = look(scene(machine, "tcp://203.0.113.10:8080", (OWN,)), machine, Where.SERVER)
    assert isinstance(one.facts, Cloud)
    return one.facts


def test_the_firmware_names_the_cloud_and_its_service_the_rest() -> None:
    facts = seen(Cloudy({f"{DMI}sys_vendor": "Amazon EC2\n"}, AWS_SAYS, session="AQAEAGJd0token=="))
    assert (facts.provider, facts.hardware, facts.sure, facts.own) == ("aws", "Amazon EC2", True, True)
    assert facts.public == ("203.0.113.10",)
    assert facts.told["group"] == ("sg-01", "sg-02")
    assert "mac" not in facts.told


def test_without_an_answer_the_firmware_is_enough() -> None:
    facts = seen(Cloudy({f"{DMI}sys_vendor": "Hetzner\n", f"{DMI}product_name": "vServer\n"}, {}))
    assert (facts.provider, facts.asked, facts.sure) == ("hetzner", "", True)


def test_other_hardware_is_not_asked_about() -> None:
    machine = Cloudy({f"{DMI}sys_vendor": "Dell Inc.\n"}, AWS_SAYS)
    assert seen(machine).provider == ""
    assert machine.asked == []


def test_an_imitation_on_other_hardware_is_not_believed() -> None:
    machine = Cloudy({f"{DMI}sys_vendor": "Amazon EC2"}, {**AWS_SAYS, f"GET {EC2}local-ipv4": "10.99.0.9"})
    assert seen(machine).own is False
    nothing = Cloudy({}, {**AWS_SAYS, f"GET {EC2}local-ipv4": "10.99.0.9", f"GET {EC2}public-ipv4": "198.51.100.1"})
    assert (seen(nothing).provider, seen(nothing).sure) == ("aws", False)


def test_whoever_answers_everything_is_nobody() -> None:
    for body in ("12345678", "<html>login</html>", "ok"):
        assert seen(Cloudy({}, {"*": body})).provider == ""


def test_a_namespace_has_no_firmware_of_its_own() -> None:
    links = dict(zip(LINKS, ("net:[4026531840]", "net:[4026532500]"), strict=True))
    machine = Cloudy({f"{DMI}sys_vendor": "Microsoft"}, AWS_SAYS, session="AQAEAGJd0token==", links=links)
    facts = seen(machine)
    assert (facts.provider, facts.hardware, facts.own) == ("aws", "", True)


def test_ovh_is_an_openstack_that_says_its_name() -> None:
    says = {
        f"GET {EC2}instance-id": "i-00a1b2c3",
        f"GET {EC2}local-hostname": "vps-1a2b.vps.ovh.net",
        f"GET {EC2}local-ipv4": "10.0.0.4",
        f"GET {EC2}security-groups": "default",
    }
    assert seen(Cloudy({f"{DMI}product_name": "OpenStack Nova"}, says)).provider == "ovh"
    del says[f"GET {EC2}local-hostname"]
    assert seen(Cloudy({}, says)).provider == "openstack"
