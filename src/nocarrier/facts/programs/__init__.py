"""The server programs that users run: how they are known, what binds their address, how they are restarted."""

from __future__ import annotations

from nocarrier.facts.listeners import Program
from nocarrier.facts.programs import containers, databases, java, javascript, messaging, network, php, python, web
from nocarrier.facts.programs.kind import Kind

TABLE: tuple[Kind, ...] = (
    *containers.KINDS,
    *web.KINDS,
    *databases.KINDS,
    *messaging.KINDS,
    *network.KINDS,
    *php.KINDS,
    *python.KINDS,
    *javascript.KINDS,
    *java.KINDS,
)
"The first that matches is meant: frameworks stand before the interpreter that runs them."


def recognise(program: Program) -> Kind | None:
    """The kind of a running program, or None."""
    return next((kind for kind in TABLE if kind.matches(program)), None)


def kind_of(slug: str) -> Kind | None:
    """One kind by its slug."""
    return next((kind for kind in TABLE if kind.slug == slug), None)


def usually_on(scheme: str, port: int) -> tuple[Kind, ...]:
    """Programs that usually serve this scheme, or this port where the scheme says nothing (``tcp``)."""
    return tuple(
        kind for kind in TABLE if scheme in kind.schemes or (port in kind.ports and scheme in ("tcp", "tls"))
    )
