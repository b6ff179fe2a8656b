"""``podman inspect`` and ``docker inspect``: one JSON array of the same shape, read only as far as it matters.

The environment of a container is full of secrets: it is not read, and its values are taken out of the command.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from nocarrier.facts.containers import Container, Published
from nocarrier.model.annotations import Any

ENGINES = ("podman", "docker")
ENVIRONMENT = frozenset({"-e", "--env"})


def decode_engines(raw: bytes) -> tuple[Container, ...]:
    """What several engines say, each behind a line ``== NAME``.

    ``docker`` may be podman by another name: what was seen is not seen twice.
    """
    found: dict[int | str, Container] = {}
    for part in (b"\n" + raw).split(b"\n== "):
        name, _, inspected = part.partition(b"\n")
        engine = name.decode("ascii", "replace").strip()
        if engine in ENGINES:
            for one in decode_inspected(inspected, engine):
                found.setdefault(one.pid or one.name, one)
    return tuple(found.values())


def decode_inspected(raw: bytes, engine: str) -> tuple[Container, ...]:
    """Every running container of the array; what is no such array holds none."""
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        return ()
    items = found if isinstance(found, list) else []
    return tuple(
        _container(item, engine) for item in items if isinstance(item, dict) and _at(item, "State", "Running") is True
    )


def _at(item: Any, *keys: str) -> Any:
    """What stands at a path of keys, or None."""
    for key in keys:
        item = item.get(key) if isinstance(item, dict) else None
    return item


def _text(item: Any, *keys: str) -> str:
    found = _at(item, *keys)
    return found if isinstance(found, str) else ""


def _container(item: dict[str, Any], engine: str) -> Container:
    labels = _at(item, "Config", "Labels")
    made_by = _at(item, "Config", "CreateCommand")
    pid = _at(item, "State", "Pid")
    mode = _text(item, "HostConfig", "NetworkMode")
    return Container(
        name=_text(item, "Name").removeprefix("/"),
        engine=engine,
        image=_text(item, "ImageName") or _text(item, "Config", "Image"),
        pid=pid if isinstance(pid, int) else 0,
        shares_network=mode == "host" or mode.startswith("container:"),
        addresses=tuple(dict.fromkeys(_addresses(item))),
        published=tuple(_published(_at(item, "NetworkSettings", "Ports"))),
        made_by=_without_environment(made_by if isinstance(made_by, list) else []),
        compose=_label(labels, "com.docker.compose.service"),
        compose_files=_label(labels, "com.docker.compose.project.config_files"),
    )


def _label(labels: Any, name: str) -> str:
    return _text(labels, name) if isinstance(labels, dict) else ""


def _addresses(item: dict[str, Any]) -> Iterator[str]:
    networks = _at(item, "NetworkSettings", "Networks")
    for place in (_at(item, "NetworkSettings"), *(networks.values() if isinstance(networks, dict) else ())):
        yield from (found for key in ("IPAddress", "GlobalIPv6Address") if (found := _text(place, key)))


def _published(ports: Any) -> Iterator[Published]:
    """``{"8080/tcp": [{"HostIp": "127.0.0.1", "HostPort": "18080"}]}``; null for one that is only exposed."""
    for name, places in ports.items() if isinstance(ports, dict) else ():
        port, _, transport = name.partition("/")
        for place in places if isinstance(places, list) else ():
            host_port = _text(place, "HostPort")
            if port.isdigit() and host_port.isdigit():
                yield Published(
                    address=_text(place, "HostIp") or "0.0.0.0",
                    host_port=int(host_port),
                    port=int(port),
                    transport=transport or "tcp",
                )


def _without_environment(command: list[Any]) -> tuple[str, ...]:
    """The command; of ``-e NAME=value`` only the name, which makes the engine take it from its own environment."""
    kept: list[str] = []
    for word in command:
        if not isinstance(word, str):
            return ()
        option, assigned, _ = word.partition("=")
        if kept and kept[-1] in ENVIRONMENT:
            word = word.partition("=")[0]
        elif option == "--env" and assigned:
            word = "--env=" + word.split("=")[1]
        kept.append(word)
    return tuple(kept)
