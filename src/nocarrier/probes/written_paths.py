"""Does a path or an origin that stands in the text of the server's program make it take the client's WebSocket?

It is asked only where no path was found from outside. The program's own script and what stands beside it and in its working
directory are read, bounded; nothing is run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.server_program import ServerProgram
from nocarrier.facts.upgrades import Tried, Upgrades
from nocarrier.facts.written_paths import WrittenPaths
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.probes._variations import Ask, Asker
from nocarrier.readings.page_sockets import origins_written, paths_written

AFTER = (Exchange, Upgrades, ServerProgram, Listeners)
SOURCES = (".py", ".js", ".mjs", ".cjs", ".ts", ".php", ".rb", ".go")
FOLDERS = ("src", "app", "lib", "server", "routes", "api", "ws", "config")
"Where programs keep more of their text, below their directory."
MOST_FILES, LONGEST_FILE = 24, 1 << 16
AT_ONCE, CONNECT, ANSWER = 6, 1.0, 0.6
"Connections at a time; seconds to connect, and for an answer: an upgrade comes at once."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, where the handshake failed and no other path was found."""
    exchange, upgrades = scene.case.seen(Exchange), scene.case.seen(Upgrades)
    if exchange is None or upgrades is None or not upgrades.facts.websocket:
        return
    if exchange.facts.upgraded or any(tried.upgraded for tried in upgrades.facts.tries):
        return
    texts = _texts(scene, machine)
    asker = Asker(scene.case.target, scene.options, exchange.facts)
    known = {tried.path for tried in upgrades.facts.of("path", "page", "again")}
    paths = {path: file for file, text in texts.items() for path in paths_written(text) if path not in known}
    origins = {origin: file for file, text in texts.items() for origin in origins_written(text)}
    asks = [asker.upgrade("origin", origin=origin) for origin in list(origins)[:AT_ONCE]]
    asks += [asker.upgrade("path", path=path) for path in list(paths)[: 4 * AT_ONCE]]
    tries: list[Tried] = []
    for at in range(0, len(asks), AT_ONCE):
        if any(tried.upgraded for tried in tries):
            break
        tries += _asked(scene, asker, asks[at : at + AT_ONCE])
    taken = next((tried for tried in tries if tried.upgraded), None)
    if taken is not None and taken.change == "origin":
        tries += _asked(scene, asker, [asker.upgrade("origin", origin=taken.origin)])  # chance makes none twice
    file = ""
    if taken is not None:
        file = paths[taken.path] if taken.change == "path" else origins[taken.origin or ""]
    facts = WrittenPaths(files=tuple(texts), tries=tuple(tries), file=file)
    yield Observation(facts, _summary(facts))


def _asked(scene: Scene, asker: Asker, asks: Sequence[Ask]) -> list[Tried]:
    """Some of them at once."""
    talks = [asker.talk(ask, scene.options.source, scene.remaining(CONNECT), scene.remaining(ANSWER)) for ask in asks]
    return [asker.read(ask, got) for ask, got in zip(asks, scene.client.converse(talks), strict=True)]


def _texts(scene: Scene, machine: Machine) -> dict[str, str]:
    """Path → text of what the program is made of, as far as it can be read."""
    seen = scene.case.seen(Listeners, Where.SERVER)
    port = scene.case.target.port or 0
    programs = [found.program for found in (seen.facts.on(port) if seen is not None else ()) if found.program]
    scripts = [held.facts.script for held in scene.case.every(ServerProgram, Where.SERVER) if held.facts.script]
    directories = [script.rpartition("/")[0] for script in scripts]
    directories += [program.directory for program in programs if program.directory not in ("", "/")]
    files = dict.fromkeys(scripts)
    for directory in dict.fromkeys(directories):
        for place in (directory, *(f"{directory}/{folder}" for folder in FOLDERS)):
            files |= dict.fromkeys(f"{place}/{name}" for name in machine.listdir(place) if name.endswith(SOURCES))
    paths = list(files)[:MOST_FILES]
    machine.prefetch(paths, [])
    read = {path: machine.read(path, LONGEST_FILE) for path in paths}
    return {path: got.text for path, got in read.items() if not got.errno}


def _summary(facts: WrittenPaths) -> Prose:
    taken = facts.taken
    if facts.allowed is not None:
        return say(
            "{file} names {origin}, and with that Origin the same request is upgraded",
            file=facts.file,
            origin=facts.allowed.origin or "",
        )
    if taken is None:
        return say("none of {count} paths and origins in its program's text is upgraded", count=len(facts.tries))
    return say("{file} names {path}, which is upgraded", file=facts.file, path=taken.path)
