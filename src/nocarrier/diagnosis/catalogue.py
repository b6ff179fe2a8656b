"""The catalogue: every module of ``causes/`` that has a ``CAUSE``, found by walking the package."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from nocarrier import causes as package
from nocarrier.model.judgement import Cause


@cache
def causes() -> tuple[Cause, ...]:
    """Every cause, by slug. Imports the whole catalogue: only after something failed."""
    found: list[Cause] = []
    for family in iter_modules(package.__path__, f"{package.__name__}."):
        if family.ispkg:
            parent = import_module(family.name)
            for module in iter_modules(parent.__path__, f"{family.name}."):
                if not module.name.rpartition(".")[2].startswith("_"):
                    found.append(import_module(module.name).CAUSE)
    return tuple(sorted(found, key=lambda cause: cause.slug))


def cause(slug: str) -> Cause | None:
    """One cause by its slug."""
    return next((found for found in causes() if found.slug == slug), None)


def page(cause: Cause) -> str:
    """A cause's page: the docstring of its module."""
    return import_module(cause.judge.__module__).__doc__ or ""


def family(cause: Cause) -> str:
    """The family (folder) a cause stands in: ``name``, ``client``, ``path``, ``server`` …"""
    return cause.judge.__module__.split(".")[-2]
