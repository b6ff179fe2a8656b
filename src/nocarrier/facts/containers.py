"""The containers that run on a machine: where their programs listen, and which of their ports are published."""

from __future__ import annotations

from nocarrier.facts.listeners import Listener
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class Published(Record, kw_only=True):
    """One published port: what arrives at the host's ``address`` (a wildcard, mostly) and ``host_port`` goes inside."""

    address: str
    host_port: int
    port: int
    transport: str = "tcp"


class Container(Record, kw_only=True):
    """One running container.

    ``engine`` is ``podman`` or ``docker``. ``shares_network``: it has the host's network, or another container's.
    ``addresses`` are its own. ``listeners`` are those inside, or None where they cannot be seen. ``made_by`` is the
    command that made it, where the engine keeps it, without the values of its environment; ``compose`` is the
    service of a compose file, ``compose_files`` that file (or files).
    """

    name: str
    engine: str
    image: str = ""
    pid: int = 0
    shares_network: bool = False
    addresses: tuple[str, ...] = ()
    published: tuple[Published, ...] = ()
    listeners: tuple[Listener, ...] | None = None
    made_by: tuple[str, ...] = ()
    compose: str = ""
    compose_files: str = ""

    def on(self, port: int) -> tuple[Listener, ...]:
        """The listeners inside on one port."""
        return tuple(found for found in self.listeners or () if found.port == port)

    def publishes(self, port: int, transport: str = "tcp") -> tuple[Published, ...]:
        """How one port of it is published; empty where it is not."""
        return tuple(one for one in self.published if one.port == port and one.transport == transport)


class Containers(Facts, kw_only=True):
    """Every running container that this user's engines tell of.

    ``only``: the server's side is itself this container, and the others are its siblings.
    """

    containers: tuple[Container, ...]
    only: str = ""
