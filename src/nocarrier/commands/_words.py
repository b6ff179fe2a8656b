"""The words that a shell completes and only this machine knows: targets, places, containers, namespaces, scenarios.

A shell waits for them while a person types: nothing is loaded that is not needed, nothing waits longer than `LONGEST`, and
every file is read up to `MOST_BYTES`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from nocarrier.commands._history import remembered

LONGEST = 1.0
"Seconds that podman or docker may take."
MOST_BYTES = 1 << 20
DEEPEST = 16
"Files that include one another, as OpenSSH allows (readconf.c, READCONF_MAX_DEPTH)."
NAMESPACES = "/run/netns"
PLACES = ("ssh://", "netns://", "podman://", "docker://", "pid://", "local://")


def words(kind: str, begun: str) -> Iterator[str]:
    """The words of a kind that begin with what is typed, likeliest first, each once."""
    found = KINDS.get(kind, _none)(begun)
    return iter(dict.fromkeys(word for word in found if word.startswith(begun) and word.isprintable()))


def targets(begun: str) -> Iterator[str]:
    """What was diagnosed before; then every known host, with the scheme that is typed or as ``host:`` before a port."""
    yield from remembered()
    scheme, mark, _ = begun.partition("://")
    if mark and scheme != "unix":
        yield from (f"{scheme}://{host}" for host in hosts())
    elif not mark:
        from nocarrier.facts.services import DEFAULT_PORT

        yield from (f"{host}:" for host in hosts())
        # All of them only once one is begun: there are fifty.
        yield from (f"{each}://" for each in DEFAULT_PORT if begun or each in ("tcp", "http", "https", "ws", "wss"))


def places(begun: str) -> Iterator[str]:
    """The forms of a place, and once one is chosen the names that it takes."""
    form, mark, _ = begun.partition("://")
    if not mark:
        yield from PLACES
        return
    match form:
        case "ssh":
            user, at, _ = begun.removeprefix("ssh://").rpartition("@")
            yield from (f"ssh://{user}{at}{host}" for host in (*ssh_hosts(), *_known_hosts()))
        case "netns":
            yield from (f"netns://{name}" for name in _namespaces())
        case "podman" | "docker":
            yield from (f"{form}://{name}" for name in _containers(form))


def hosts() -> Iterator[str]:
    """Names of hosts from ssh's configuration, the hosts file, and the keys that ssh knows (hashed ones are none)."""
    yield from ssh_hosts()
    yield from _hosts_file()
    yield from _known_hosts()


def ssh_hosts(first: str = "~/.ssh/config") -> Iterator[str]:
    """Names of ``Host`` lines, of included files too, as ssh_config(5) places them."""
    from nocarrier.readings.ssh_config import decode_ssh_config

    home = os.path.expanduser("~/.ssh")
    left = [(os.path.expanduser(first), home, 0), ("/etc/ssh/ssh_config", "/etc/ssh", 0)]
    read: set[str] = set()
    while left:
        path, folder, depth = left.pop(0)
        if path in read or len(read) > 200:
            continue
        read.add(path)
        config = decode_ssh_config(_text(path))
        yield from (name for name in config.hosts if not set(name) & set(" \t/"))
        if depth < DEEPEST and config.includes:
            from glob import glob

            for pattern in config.includes:
                matching = glob(os.path.join(folder, os.path.expanduser(pattern)))
                left += [(each, folder, depth + 1) for each in sorted(matching)]


def scenarios(begun: str) -> Iterator[str]:
    """Scenarios of the lab: causes, and once there is a slash after one, what else it has."""
    from nocarrier.causes._titles import TITLES

    slug, mark, _ = begun.partition("/")
    if not mark:
        yield from TITLES
    elif slug in TITLES:
        from nocarrier.diagnosis.catalogue import cause

        # As nocarrier.lab.scenarios names them, without loading the lab.
        if (found := cause(slug)) is not None:
            yield slug
            yield from (f"{slug}/{scenario.name}" for scenario in (*found.variants, *found.near_misses))


def _hosts_file() -> Iterator[str]:
    from nocarrier.readings.hosts import decode_hosts

    yield from (name for entry in decode_hosts(_text("/etc/hosts")) for name in entry.names)


def _known_hosts() -> Iterator[str]:
    from nocarrier.readings.known_hosts import decode_known_hosts

    for path in ("~/.ssh/known_hosts", "/etc/ssh/ssh_known_hosts"):
        yield from decode_known_hosts(_text(os.path.expanduser(path)))


def _namespaces() -> Iterable[str]:
    try:
        return sorted(os.listdir(NAMESPACES))
    except OSError:
        return ()


def _containers(program: str) -> list[str]:
    """The names of those that run."""
    import subprocess

    command = (program, "ps", "--format", "{{.Names}}")
    try:
        ran = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=LONGEST)
    except (OSError, subprocess.TimeoutExpired):
        return []
    return ran.stdout[:MOST_BYTES].decode("utf-8", "replace").split()


def _text(path: str) -> str:
    """A file's beginning; nothing where it cannot be read, or is none (a fifo would wait)."""
    try:
        if not os.path.isfile(path):
            return ""
        with open(path, "rb") as file:
            return file.read(MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""


def _none(begun: str) -> Iterable[str]:
    return ()


KINDS: dict[str, Callable[[str], Iterable[str]]] = {"targets": targets, "places": places, "scenarios": scenarios}
