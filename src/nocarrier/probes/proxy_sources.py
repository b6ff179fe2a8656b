"""Where are this machine's proxies set?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.proxy_sources import Desktop, ProxySources, Setting
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.probes.process_limits import pid_of
from nocarrier.readings.process import decode_cgroup
from nocarrier.readings.proxy_places import (
    decode_gsettings,
    decode_internet_settings,
    decode_scutil,
    decode_settings,
)

SYSTEM = ("/etc/environment", "/etc/profile", "/etc/bash.bashrc", "/etc/zsh/zshenv", "/etc/security/pam_env.conf")
FOLDERS = ("/etc/profile.d", "/etc/environment.d")
OF_A_USER = (
    ".profile",
    ".bash_profile",
    ".bash_login",
    ".bashrc",
    ".zshenv",
    ".zprofile",
    ".zshrc",
    ".pam_environment",
)
UNITS = ("/etc/systemd/system", "/run/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system")
FILES = SYSTEM
GSETTINGS = ("gsettings", "list-recursively", "org.gnome.system.proxy")
SCUTIL = ("scutil", "--proxy")
REGISTRY = ("reg", "query", r"HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings")
DESKTOPS = ((GSETTINGS, decode_gsettings), (SCUTIL, decode_scutil), (REGISTRY, decode_internet_settings))
MOST_FILES, MOST_BYTES = 40, 1 << 17


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation of all that was found; none where nothing was."""
    settings = tuple(_settings(machine))
    desktops = tuple(_desktops(machine))
    if settings or desktops:
        facts = ProxySources(settings=settings, desktops=desktops)
        yield Observation(facts, summary(facts))


def _settings(machine: Machine) -> Iterator[Setting]:
    files = [*SYSTEM, *_in_folders(machine, FOLDERS), *_of_the_user(machine), *_of_the_unit(machine)]
    for file in list(dict.fromkeys(files))[:MOST_FILES]:
        read = machine.read(file, MOST_BYTES)
        if not read.errno:
            yield from decode_settings(file, read.text)


def _in_folders(machine: Machine, folders: tuple[str, ...]) -> Iterator[str]:
    for folder in folders:
        for name in machine.listdir(folder):
            if name.endswith((".sh", ".conf")):
                yield f"{folder}/{name}"


def _of_the_user(machine: Machine) -> Iterator[str]:
    home = dict(machine.environment(frozenset({"HOME"}))).get("HOME", "").rstrip("/")
    if home:
        yield from (f"{home}/{name}" for name in OF_A_USER)
        yield from _in_folders(machine, (f"{home}/.config/environment.d",))


def _of_the_unit(machine: Machine) -> Iterator[str]:
    """The files of the unit to which the process belongs that is looked at (systemd.unit(5), drop-ins after it)."""
    process = pid_of(machine)
    unit = decode_cgroup(machine.read(f"/proc/{process}/cgroup", 1 << 14).text)[0] if process else ""
    if unit:
        yield from (f"{folder}/{unit}" for folder in UNITS)
        yield from _in_folders(machine, tuple(f"{folder}/{unit}.d" for folder in UNITS))


def _desktops(machine: Machine) -> Iterator[Desktop]:
    for command, decode in DESKTOPS:
        ran = machine.run(command)
        found = decode(ran.text) if ran.status == 0 else None
        if found is not None:
            yield found


def summary(facts: ProxySources) -> Prose:
    """The first of either."""
    if facts.settings:
        one = facts.settings[0]
        return say("{file}:{line} sets {name}", file=one.file, line=one.line, name=one.name)
    desktop = facts.desktops[0]
    if desktop.pac:
        return say(
            "the settings of {whose} name {pac}, which decides for each target", whose=desktop.of, pac=desktop.pac
        )
    named = ", ".join(one.url for one in desktop.proxies)
    return say("the settings of {whose} name the proxy {proxy}", whose=desktop.of, proxy=named)
