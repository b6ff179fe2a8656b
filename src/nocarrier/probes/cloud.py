"""Does this machine belong to a cloud, and what does that cloud's metadata service say of it?

The firmware tells first (SMBIOS, /sys/class/dmi/id), without asking anybody. Where it names a cloud, that one's
metadata service is asked; where it names anything else, none is. Only where it says nothing, or says it of a machine
around this one, is every service asked for the machine's identifier, all at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.facts.cloud import Cloud
from nocarrier.facts.cloud_providers import OPENSTACK, OVH, PROVIDERS, Provider, Role, by_hardware
from nocarrier.facts.exchange import HttpReply
from nocarrier.facts.interfaces import Interfaces
from nocarrier.machines import CannotLook, Dial, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.wire.cloud_metadata import recognised, token, values
from nocarrier.wire.http_reply import decode_http_reply

AFTER = (Interfaces,)
WAITS = True
DMI = "/sys/class/dmi/id/"
FIELDS = ("sys_vendor", "product_name", "chassis_asset_tag", "bios_vendor", "board_vendor", "bios_version")
FILES = tuple(DMI + name for name in FIELDS)
LINKS = ("/proc/1/ns/net", "/proc/thread-self/ns/net")
PORT = 80
CONNECT, ANSWER, QUIET = 0.4, 0.8, 0.15
"""Seconds. The service is on the same host or one hop away and answers in a few milliseconds; where it does not exist,
this is what the question costs."""
MOST, MOST_BODY = 1 << 15, 1 << 14
AT_ONCE = 4

Question = tuple[Role, str]


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """The firmware's word, and the metadata service's."""
    looked_at = FIELDS if _whole(machine) else ()
    fields = {name: machine.read(DMI + name, 256).text.strip()[:64] for name in looked_at}
    provider = by_hardware(fields)
    hardware = next((text for text in fields.values() if text and text.isprintable()), "")
    own = scene.case.seen(Interfaces, where)
    if provider is None and hardware:
        yield Observation(Cloud(hardware=hardware), say("no cloud's hardware: {hardware}", hardware=hardware))
        return
    service = _Service(scene, machine)
    try:
        told: dict[Role, tuple[str, ...]] = {}
        provider = provider or service.recognise()
        if provider is not None:
            told = service.ask(provider)
    except CannotLook:
        if provider is None:
            raise
    if provider is OPENSTACK and any(".ovh" in label for label in (*told.get("label", ()), *told.get("name", ()))):
        provider = OVH
    addresses = (*told.get("public", ()), *told.get("private", ()))
    facts = Cloud(
        provider=provider.slug if provider else "",
        hardware=hardware,
        asked=provider.address if provider and told else "",
        told=told,
        own=own is not None and any(own.facts.has(address) for address in addresses),
    )
    yield Observation(facts, summary(facts))


def _whole(machine: Machine) -> bool:
    """Whether its network is that of the whole machine, which is what the firmware and the cloud know.

    A container, or another network namespace, sits behind a machine: its process 1 has another network, or it was
    named as one.
    """
    first, here = (machine.readlink(path) for path in LINKS)
    if first and here:
        return first == here
    return not machine.where.startswith(("netns://", "pid://", "podman://", "docker://"))


class _Service:
    """The metadata services, as one machine reaches them."""

    def __init__(self, scene: Scene, machine: Machine) -> None:
        self._scene = scene
        self._machine = machine
        self._tokens: dict[str, str] = {}

    def recognise(self) -> Provider | None:
        """The provider whose service answers as only it does; None where that is none, or more than one."""
        there = self._taking()
        sessions = [provider for provider in PROVIDERS if provider.token and provider.address in there]
        plain = [provider for provider in PROVIDERS if provider is not OVH and provider.address in there]
        heard = self._hear([*(self._session(one) for one in sessions), *(self._identifier(one) for one in plain)])
        self._tokens = {one.slug: token(answer) for one, answer in zip(sessions, heard, strict=False)}
        answers = dict(zip((one.slug for one in plain), heard[len(sessions) :], strict=True))
        opened = [one for one in sessions if self._tokens[one.slug]]
        answers |= dict(
            zip((one.slug for one in opened), self._hear([self._identifier(one) for one in opened]), strict=True)
        )
        known = [one for one in plain if recognised(one, answers[one.slug])]
        return known[0] if len(known) == 1 else None

    def ask(self, provider: Provider) -> dict[Role, tuple[str, ...]]:
        """Everything that the table wants of the provider's service."""
        if provider.token and provider.slug not in self._tokens:
            self._tokens[provider.slug] = token(self._hear([self._session(provider)])[0])
        told = self._told(provider, provider.paths)
        mac = next(iter(told.pop("mac", ())), "")
        if mac and provider.later:
            told |= self._told(provider, [(role, path.format(mac=mac)) for role, path in provider.later])
        return told

    def _told(self, provider: Provider, questions: Sequence[Question]) -> dict[Role, tuple[str, ...]]:
        heard = self._hear([self._get(provider, path) for _, path in questions])
        told: dict[Role, tuple[str, ...]] = {}
        for (role, _), answer in zip(questions, heard, strict=True):
            if seen := values(role, answer):
                told[role] = (*told.get(role, ()), *seen)
        return told

    def _session(self, provider: Provider) -> Dial:
        """Asks for a session, where the service wants one; a service that wants none answers with an error."""
        assert provider.token is not None
        return self._dial(provider, "PUT", provider.token.path, (provider.token.lifetime, "Content-Length: 0"))

    def _identifier(self, provider: Provider) -> Dial:
        return self._get(provider, provider.paths[0][1])

    def _get(self, provider: Provider, path: str) -> Dial:
        word = self._tokens.get(provider.slug, "")
        session = (f"{provider.token.header}: {word}",) if provider.token and word else ()
        return self._dial(provider, "GET", path, (*provider.headers, *session))

    def _dial(self, provider: Provider, method: str, path: str, headers: Sequence[str]) -> Dial:
        lines = (
            f"{method} {path} HTTP/1.1",
            f"Host: {provider.host or provider.address}",
            "User-Agent: nocarrier",
            "Connection: close",
            *headers,
        )
        return Dial(
            transport="tcp",
            address=provider.address,
            port=PORT,
            timeout=self._scene.remaining(CONNECT),
            send=("\r\n".join(lines) + "\r\n\r\n").encode("ascii"),
            receive=MOST,
            receive_for=self._scene.remaining(ANSWER),
            settle=QUIET,
        )

    def _taking(self) -> frozenset[str]:
        """The services' addresses at which anybody takes connections."""
        addresses = list(dict.fromkeys(provider.address for provider in PROVIDERS))
        wait = self._scene.remaining(CONNECT)
        dials = [Dial(transport="tcp", address=address, port=PORT, timeout=wait) for address in addresses]
        heard = zip(addresses, self._machine.dial(dials), strict=True)
        return frozenset(address for address, dialled in heard if dialled.connected)

    def _hear(self, dials: Sequence[Dial]) -> list[HttpReply | None]:
        """The answers, a few questions at a time: a small server's queue holds no more."""
        heard: list[HttpReply | None] = []
        for at in range(0, len(dials), AT_ONCE):
            some = self._machine.dial(dials[at : at + AT_ONCE])
            heard += [decode_http_reply(dialled.received, most_body=MOST_BODY) for dialled in some]
        return heard


def summary(facts: Cloud) -> Prose:
    """The cloud in a line, and by whose word."""
    if not facts.provider:
        return say("no cloud's metadata service answers")
    label = facts.known.label
    if not facts.asked:
        return say("a machine of {cloud}, by its hardware", cloud=label)
    instance = facts.one("instance")
    if facts.sure:
        return say("{cloud} machine {instance}, by {address}", cloud=label, instance=instance, address=facts.asked)
    return say("{address} answers as {cloud}, about a machine with other addresses", address=facts.asked, cloud=label)
