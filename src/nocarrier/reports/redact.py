"""Pseudonyms for what tells whose network this is: addresses, names of machines, containers and users.

The same thing gets the same pseudonym throughout, in facts, sentences, commands and paths, and in all reports that are
told together. An address keeps its kind and its neighbourhood: ``private-a-1`` and ``private-a-2`` are two private addresses of
one network (of 24 bits, or 64 in IPv6), whatever way they are written. What tells nobody apart stays: loopback and wildcard
addresses, ``localhost``, the accounts that every system has, words such as ``server``, ``eth0``. What the report's vocabulary
fixes (slugs, steps, ids, times) is not looked at.

First everything is read, and what is named where a name belongs (`reports.telling`) is learnt; then every word of every
text is looked up. So a name that only one fact holds is found in every sentence, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain

from nocarrier import locale
from nocarrier.model.annotations import Any
from nocarrier.model.record import plain
from nocarrier.model.report import Report
from nocarrier.reports.pseudonyms import Pseudonyms
from nocarrier.reports.telling import learn, programs

_FREE_TEXT = frozenset(
    {"input", "host", "path", "summary", "text", "commands", "config", "risk", "why", "question", "command", "facts"}
)
"Fields of the report that hold words of the case; all others hold its vocabulary."


def redacted(report: Report) -> Report:
    """The report with pseudonyms."""
    return redacted_together((report,))[0]


def redacted_together(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports with pseudonyms that mean the same in all of them."""
    import msgspec

    told: list[dict[str, Any]] = [plain(report) for report in reports]
    texts = [_texts(report) for report in told]
    pseudonyms = Pseudonyms(_vocabulary(), frozenset(chain.from_iterable(map(programs, told))))
    for text in chain.from_iterable(texts):
        pseudonyms.avoid(text)
        pseudonyms.learn_addresses(text)
    for report, free in zip(told, texts, strict=True):
        learn(report, free, pseudonyms)
    return tuple(msgspec.convert(_changed(report, pseudonyms), Report) for report in told)


@cache
def _vocabulary() -> frozenset[str]:
    return locale.vocabulary()


def _texts(value: Any, free: bool = False) -> list[str]:
    """Every string that holds words of the case."""
    if isinstance(value, str):
        return [value] if free else []
    if isinstance(value, dict):
        return [text for name, inner in value.items() for text in _texts(inner, free or name in _FREE_TEXT)] + (
            [name for name in value if not name.isidentifier()] if free else []
        )
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner, free)]
    return []


def _changed(value: Any, pseudonyms: Pseudonyms, free: bool = False) -> Any:
    if isinstance(value, str):
        return pseudonyms.apply(value) if free else value
    if isinstance(value, dict):
        return {
            (pseudonyms.apply_to_field(name) if free else name): _changed(
                inner, pseudonyms, free or name in _FREE_TEXT
            )
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [_changed(inner, pseudonyms, free) for inner in value]
    return value
