"""Where a web framework is told which host names it serves."""

from __future__ import annotations

from nocarrier.facts.front import Place
from nocarrier.model.annotations import ClassVar
from nocarrier.model.evidence import Facts


class HostList(Facts, kw_only=True):
    """The line of the program's settings that lists its host names, and the process that reads it.

    ``product`` is the slug of the framework. ``whole``: the list opens and closes on that line, with names in quotes.
    """

    after_connecting: ClassVar[bool] = True

    product: str
    place: Place
    pid: int
    whole: bool = False
