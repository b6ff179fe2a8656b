"""How a language says that a connection failed: what each reader of one (`german`, `chinese`, …) is made of.

Programs that are translated say the same few things in as many ways, so a language is a handful of patterns: two roots near
each other, a connection and a refusal, and not whole sentences. The system's own sentences for a code say more and are
heard first (`native`); where a pattern tells no more than that something failed, that is opaque.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.reading import CODE, OPAQUE, WORDS, ErrorClass, Reading

Pattern = tuple[ErrorClass, str]
"What the client met, and the words for it: an expression that is searched in lower case."
STEPS: dict[ErrorClass, str] = {
    "refused": "tcp", "name-not-resolved": "name", "tls-failed": "tls", "rejected": "service", "proxy": "proxy", "unreachable": "route",
    "address-in-use": "tcp",
}  # fmt: skip
_NAMED = pattern(r"(?<=\w)\.(?=\w)", re.UNICODE, holding=(".",))
"A dot inside a name, which does not end a sentence."
PROXY = pattern(r"proxy|proksi|прокси|プロキシ|프록시|代理(?:伺服器|服务器)")
OF_PROXY = frozenset({"refused", "timed-out", "closed", "reset", "name-not-resolved"})
"What is said of a proxy where its name stands in the same sentence."
END = pattern(r"[.;。\n]")
STATUS = pattern(r"\((4\d\d|5\d\d)\)")
".NET puts the status into the middle of its sentence in every language."


def compiled(patterns: Sequence[Pattern]) -> tuple[tuple[ErrorClass, re.Pattern[str]], ...]:
    """The patterns, each compiled when it is first asked for."""
    return tuple((kind, pattern(words, re.UNICODE)) for kind, words in patterns)


def told(patterns: Sequence[tuple[ErrorClass, re.Pattern[str]]], line: str) -> Iterator[Reading]:
    """What of this language stands in the line, where the system's own sentence does not."""
    lower = _NAMED.sub("_", line.lower())
    for kind, words in patterns:
        found = words.search(lower)
        if found is None:
            continue
        if _is_the_systems(line):
            return
        if kind in OF_PROXY and PROXY.search(_sentence(lower, found)) is not None:
            kind = "proxy"
        status = (found if words.groups else STATUS.search(line, found.start())) if kind == "rejected" else None
        yield Reading(
            kind=kind,
            worth=CODE if status else OPAQUE if kind == "unknown" else WORDS,
            step="http" if status else STEPS.get(kind, ""),
            code={} if status is None else {"http_status": int(status[1])},
            at=found.start(),
        )


def _is_the_systems(line: str) -> bool:
    from nocarrier.readings.messages import native

    return next(native.read(line), None) is not None


def _sentence(line: str, found: re.Match[str]) -> str:
    """What the words stand in."""
    before = END.split(line[: found.start()])[-1]
    return before + found[0] + END.split(line[found.end() :], maxsplit=1)[0]
