"""Dart and Flutter: dart:io, package:http, Dio."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.record import replace
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = (
    "os error: ",
)  # fmt: skip

SAID = (
    Phrase("failed host lookup: ", "name-not-resolved", "name", "dart", worth=MEANT),
)  # fmt: skip

_NAME = re.compile(r"host lookup: '([\w.-]{1,253})'")
_PLACE = re.compile(r"\bOS Error: .{0,200}?, address = ([\w.:-]{1,253}), port = (\d{1,5})")
GIVEN_OUT = 32768
"Of a refused connection Dart prints the client's own port; those from here on are given to clients."


def read(line: str) -> Iterator[Reading]:
    """Sentences and places."""
    host, port = _place(line)
    for one in phrases(SAID, line):
        yield replace(one, host=host, port=port)
    if host:
        yield Reading(kind="unknown", worth=OPAQUE, host=host, port=port)


def _place(line: str) -> tuple[str, int]:
    name, place = _NAME.search(line), _PLACE.search(line)
    if name is not None:
        return name[1], 0
    if place is None:
        return "", 0
    return place[1], int(place[2]) if int(place[2]) < GIVEN_OUT else 0
