"""The catalogue: every module of ``causes/`` that has a ``CAUSE``, found by walking the package."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from os import listdir

from nocarrier import causes as package
from nocarrier.model.judgement import Cause


@cache
def causes() -> tuple[Cause, ...]:
    """Every cause, by slug. Imports the whole catalogue: only after something failed."""
    found: list[Cause] = []
    for place in package.__path__:
        for family in _names(place):
            for module in _names(f"{place}/{family}"):
                found.append(import_module(f"{package.__name__}.{family}.{module.removesuffix('.py')}").CAUSE)
    return tuple(sorted(found, key=lambda cause: cause.slug))


def _names(folder: str) -> list[str]:
    """The public packages or modules in a folder. `pkgutil` would do, and costs 8 ms: it imports inspect."""
    names = sorted(name for name in listdir(folder) if not name.startswith(("_", ".")))
    return [name for name in names if name.endswith(".py") or "." not in name]


def cause(slug: str) -> Cause | None:
    """One cause by its slug."""
    return next((found for found in causes() if found.slug == slug), None)


def look_alikes(cause: Cause) -> frozenset[str]:
    """Slugs of the causes that look like this one. The relation is symmetric; either side may have named it."""
    return cause.look_alikes | {other.slug for other in causes() if cause.slug in other.look_alikes}


def page(cause: Cause) -> str:
    """A cause's page: the docstring of its module."""
    return import_module(cause.judge.__module__).__doc__ or ""


def family(cause: Cause) -> str:
    """The family (folder) a cause stands in: ``name``, ``client``, ``path``, ``server`` …"""
    return cause.judge.__module__.split(".")[-2]
