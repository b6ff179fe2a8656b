"""Where does the program on the target's port have its list of host names? Only looked for where a name was refused."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.host_list import HostList
from nocarrier.facts.listeners import Listeners
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import say
from nocarrier.probes import Observation, Scene
from nocarrier.readings.host_list import find_host_list

AFTER = (Listeners, Exchange)
REFUSED = frozenset({400, 403})
MOST_DIRECTORIES, MOST_FILES, DEEPEST = 24, 24, 2
LONGEST_FILE = 1 << 17
"Bytes; settings are smaller."
ELSEWHERE = frozenset(
    {"node_modules", "venv", "env", "site-packages", "static", "media", "migrations", "vendor", "tmp", "log"}
)
"Directories in which no settings are."
NAMED_LIKE = (
    "settings",
    "vite.config",
    "webpack.config",
    "config",
    "application",
    "development",
    "production",
    "main",
    "app",
)
"How files of settings begin."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, of the first such line in the directory that the program runs in."""
    exchange, listeners = scene.case.seen(Exchange), scene.case.seen(Listeners, where)
    reply = exchange.facts.http if exchange is not None else None
    port = scene.case.target.port
    if reply is None or reply.status not in REFUSED or listeners is None or port is None:
        return
    program = next((one.program for one in listeners.facts.on(port) if one.program is not None), None)
    if program is None or len(program.directory) < 2:
        return
    for path in _settings(machine, program.directory):
        found = find_host_list(machine.read(path, LONGEST_FILE).text, path)
        if found is not None:
            facts = HostList(product=found.product, place=found.place, pid=program.pid, whole=found.whole)
            yield Observation(
                facts, say("its host names stand in {place}: {text}", place=found.place.shown, text=found.place.text)
            )
            return


def _settings(machine: Machine, directory: str) -> list[str]:
    """Files that may be settings, those nearest to the directory first."""
    level, listed = [directory.rstrip("/")], 0
    found: list[str] = []
    for _ in range(DEEPEST + 1):
        deeper: list[str] = []
        for place in level:
            listed += 1
            if listed > MOST_DIRECTORIES or len(found) >= MOST_FILES:
                return found[:MOST_FILES]
            for name in machine.listdir(place):
                if name.startswith((".", "_")) or name in ELSEWHERE:
                    continue
                if "." not in name:
                    deeper.append(f"{place}/{name}")
                elif name.startswith(NAMED_LIKE) or place.endswith("settings"):
                    found.append(f"{place}/{name}")
        level = deeper
    return found[:MOST_FILES]
