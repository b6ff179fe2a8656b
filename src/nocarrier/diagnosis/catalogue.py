"""The catalogue: every module of ``causes/`` that has a ``CAUSE``, found by walking the package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from os import listdir

from nocarrier import causes as package
from nocarrier.causes._asked import ASKED
from nocarrier.model.judgement import Cause, Presumption, Symptom


@cache
def causes() -> tuple[Cause, ...]:
    """Every cause, by slug. Imports the whole catalogue."""
    return _loaded(_places())


def asked_for(symptom: Symptom, known: frozenset[Presumption] | None = None) -> tuple[Cause, ...]:
    """The causes of one symptom, by slug, that presume no more than is ``known`` (None: whatever they presume).

    The others are not loaded: most of the catalogue, half a millisecond each. One of which ``causes/_asked.py`` does
    not know is loaded to find out.
    """
    places = []
    for place in _places():
        symptoms, presumed = ASKED.get(place, ((symptom.value,), ()))
        if symptom.value in symptoms and (known is None or known.issuperset(presumed)):
            places.append(place)
    found = (cause for cause in _loaded(places) if symptom in cause.symptoms)
    return tuple(cause for cause in found if known is None or cause.presumes <= known)


def presuming(symptom: Symptom, what: Presumption) -> Iterator[str]:
    """The slugs of the causes of a symptom that presume this. None is loaded."""
    for place, (symptoms, presumed) in ASKED.items():
        if symptom.value in symptoms and what in presumed:
            yield place.rpartition("/")[2].replace("_", "-")


def place(cause: Cause) -> str:
    """``family/module``: where a cause stands."""
    return "/".join(cause.judge.__module__.split(".")[-2:])


def _loaded(places: Iterable[str]) -> tuple[Cause, ...]:
    found = [import_module(f"{package.__name__}.{place.replace('/', '.')}").CAUSE for place in places]
    return tuple(sorted(found, key=lambda cause: cause.slug))


def _places() -> Iterator[str]:
    """``family/module`` of every cause there is."""
    for folder in package.__path__:
        for family in _names(folder):
            for module in _names(f"{folder}/{family}"):
                yield f"{family}/{module.removesuffix('.py')}"


def _names(folder: str) -> list[str]:
    """The public packages or modules in a folder. `pkgutil` would do, and costs 8 ms: it imports inspect."""
    names = sorted(name for name in listdir(folder) if not name.startswith(("_", ".")))
    return [name for name in names if name.endswith(".py") or "." not in name]


def cause(slug: str) -> Cause | None:
    """One cause by its slug, which is the name of its file: nothing else is loaded."""
    called = slug.replace("-", "_")
    places = [place for place in _places() if place.partition("/")[2] == called and "_" not in slug]
    return next(iter(_loaded(places)), None)


def look_alikes(cause: Cause) -> frozenset[str]:
    """Slugs of the causes that look like this one. The relation is symmetric; either side may have named it."""
    return cause.look_alikes | {other.slug for other in causes() if cause.slug in other.look_alikes}


def page(cause: Cause) -> str:
    """A cause's page: the docstring of its module."""
    return import_module(cause.judge.__module__).__doc__ or ""


def family(cause: Cause) -> str:
    """The family (folder) a cause stands in: ``name``, ``client``, ``path``, ``server`` …"""
    return cause.judge.__module__.split(".")[-2]
