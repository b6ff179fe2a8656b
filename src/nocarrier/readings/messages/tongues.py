"""How a language says that a connection failed: what each reader of one (`german`, `chinese`, …) is made of.

Programs that are translated say the same few things in as many ways, so a language is a handful of patterns: two roots near
each other, a connection and a refusal, and not whole sentences. The system's own sentences for a code say more and are
heard first (`native`); where a pattern tells no more than that something failed, that is opaque.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nocarrier.readings.messages import native
from nocarrier.readings.messages.reading import CODE, OPAQUE, WORDS, ErrorClass, Reading

Pattern = tuple[ErrorClass, str]
"What the client met, and the words for it: an expression that is searched in lower case."
STEPS: dict[ErrorClass, str] = {
    "refused": "tcp", "name-not-resolved": "name", "tls-failed": "tls", "rejected": "service", "proxy": "proxy", "unreachable": "route",
    "address-in-use": "tcp",
}  # fmt: skip
_NAMED = re.compile(r"(?<=\w)\.(?=\w)")
"A dot inside a name, which does not end a sentence."
STATUS = re.compile(r"\((4\d\d|5\d\d)\)")
".NET puts the status into the middle of its sentence in every language."


def compiled(patterns: Sequence[Pattern]) -> tuple[tuple[ErrorClass, re.Pattern[str]], ...]:
    """The patterns, ready."""
    return tuple((kind, re.compile(words)) for kind, words in patterns)


def told(patterns: Sequence[tuple[ErrorClass, re.Pattern[str]]], line: str) -> Iterator[Reading]:
    """What of this language stands in the line, where the system's own sentence does not."""
    if next(native.read(line), None) is not None:
        return
    lower = _NAMED.sub("_", line.lower())
    for kind, pattern in patterns:
        found = pattern.search(lower)
        if found is None:
            continue
        status = (found if pattern.groups else STATUS.search(line, found.start())) if kind == "rejected" else None
        yield Reading(
            kind=kind,
            worth=CODE if status else OPAQUE if kind == "unknown" else WORDS,
            step="http" if status else STEPS.get(kind, ""),
            code={} if status is None else {"http_status": int(status[1])},
            at=found.start(),
        )
