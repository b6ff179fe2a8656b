"""The ranges of all providers: those that came with the program, or newer ones that the user had fetched.

They are this program's own knowledge and no observation, so they are read here and not through a machine.
"""

from __future__ import annotations

import os
from functools import cache
from os.path import dirname, expanduser, join

from nocarrier.facts.edges import PROVIDERS
from nocarrier.readings.edge_ranges import BadRanges, Ranges, decode_ranges

SHIPPED = join(dirname(dirname(__file__)), "facts", "edge_ranges")


def folder() -> str:
    """Where the user's own are kept (XDG Base Directory Specification; the local application data on Windows)."""
    base = os.environ.get("XDG_DATA_HOME") or os.environ.get("LOCALAPPDATA")
    return join(base or expanduser("~/.local/share"), "nocarrier", "edges")


def newest(slug: str) -> tuple[Ranges, bool] | None:
    """The ranges of one provider, and whether they are the user's own; None where there are none at all."""
    read = ((_read(place, slug), own) for place, own in ((SHIPPED, False), (folder(), True)))
    found = [(ranges, own) for ranges, own in read if ranges is not None]
    return max(found, key=lambda one: one[0].as_of, default=None)


@cache
def known() -> tuple[tuple[str, Ranges], ...]:
    """Every provider that has ranges. Read once."""
    found = ((one.slug, newest(one.slug)) for one in PROVIDERS)
    return tuple((slug, ranges[0]) for slug, ranges in found if ranges is not None)


def _read(place: str, slug: str) -> Ranges | None:
    """A file that is not there, or is damaged, holds no ranges."""
    try:
        with open(join(place, f"{slug}.txt"), encoding="utf-8") as file:
            return decode_ranges(file.read())
    except (OSError, BadRanges, UnicodeDecodeError):
        return None
