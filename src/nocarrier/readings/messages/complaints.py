"""What any program may say of a connection in its own English: a verb or noun for what became of it, and near it, whom it befell.

``the connection to X was unexpectedly closed by the remote side``, ``ERR_CONNECTION_LOST``, ``SocketTimeoutException`` and
``could not look up the host`` are read by the same table (`fates`). What is only supposed (``if the connection is
lost``), done in good order (``closed gracefully``) or said not to be so is no complaint.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nocarrier.model.pattern import pattern
from nocarrier.model.record import Record
from nocarrier.readings.messages.fates import EVERYWHERE, USUAL, Fate, Table
from nocarrier.readings.messages.reading import ErrorClass
from nocarrier.readings.messages.vocabulary import of
from nocarrier.readings.messages.words import BREAK, texts, words

FEW = 2
"Words of a line that says nothing else."
SHORT = 8
"Words of a line in which a timeout is what it is about."
LATE = frozenset({"timedout", "timeouted", "timesout"})
"What alone is told of a connection, in a line of few words."
FAR = 12
"Words of a sentence, to either side, that are looked at."
NEAR = 5
"Words between a no and what it denies."


class Complaint(Record):
    """One thing that befell a connection; ``at`` is where in the line the word for it stands."""

    kind: ErrorClass
    step: str
    weight: int
    at: int


Told = tuple[ErrorClass, str, int]
DENIES = of("DENIES")
FAILS = of("FAILS")
DIAL = of("DIAL")
IN_PEACE = of("IN_PEACE")
SUCCESS = of("success successful successfully properly cleanly")
NOT = of("NOT")
NO_TIMEOUT = of("NO_TIMEOUT")
OCCURS = of("OCCURS")
SAYS = of("SAYS")
PASSED = of("PASSED")
RESOLVERS = of("RESOLVERS")
SETTING = of("SETTING")
SUPPOSES = of("SUPPOSES")
TIMED = of("TIMED")
ANYBODY = of("LINE DIAL PEER REQUEST SPAN RESOLVERS TLS")
"Whose timeout is one of a connection."
_LASTED = pattern(r"\A \(\d{1,6}(?:\.\d{1,6})? ?(?:ms|s|secs?|seconds)\)")
"How long was waited, behind the word (``Timeout (12s) waiting for privilege escalation prompt``)."
IDLE = " .!)]}\"'"
"What stands behind the last word of a line and says nothing."
OVER = of("exceeded expired elapsed reached encountered")


def complaints(line: str, table: Table = EVERYWHERE) -> list[Complaint]:
    """All that the line tells, in the order of its words; of them those that weigh most."""
    said = words(line)
    bare = texts(said)
    found: list[Complaint] = []
    for at, (word, start, end) in enumerate(said):
        if _is_setting(line, end):
            continue
        told = _late(bare, at, line[:start], line[end:]) if word == "timeout" else _fate(table, bare, at)
        if told is not None and not (line[end : end + 1] == "(" and line[start - 1 : start] == "_"):
            kind, step, weight = told
            found.append(Complaint(kind, step, weight, start))
    most = max((one.weight for one in found), default=0)
    return [one for one in found if one.weight == most]


def _is_setting(line: str, end: int) -> bool:
    """Whether it is a part of a setting's name that is switched off or without a value (``sslInvalidHostNamesAllowed=false``)."""
    while end < len(line) and line[end].isalnum():
        end += 1
    return line[end : end + 1] == "=" and line[end + 1 : end + 6].startswith(("false", "null", "none", "None", "0"))


def _fate(table: Table, texts: Sequence[str], at: int) -> Told | None:
    """What the word there tells, and of whom."""
    for fate in table.fates(texts[at]):
        if _befell(fate, texts, at):
            return fate.kind, fate.step, fate.weight
    return None


def _late(texts: Sequence[str], at: int, front: str, behind: str) -> Told | None:
    """What a timeout is where it is one that passed, and no setting."""
    before, after = _sentence(texts, at)
    if (lasted := _LASTED.match(behind)) is not None:
        behind, after = behind[lasted.end() :], after[1:]
    near = {*before, *after}
    is_reason = front.endswith((": ", "(")) and not DENIES.isdisjoint(before)
    is_all = not behind.strip(IDLE) and (is_reason or not SAYS.isdisjoint(before[-3:]))
    over = not OVER.isdisjoint(after[:5])
    if behind.lstrip().startswith(("=", "..")) or (behind.strip(": ")[:1].isdigit() and not over):
        return None
    bare = not TIMED.isdisjoint(before[-1:]) and SETTING.isdisjoint(after[:1])
    told = (
        over
        or (_is_cause(before) and not {*DENIES, *FAILS}.isdisjoint(before))
        or not PASSED.isdisjoint(after[:1])
        or (bare and (len(texts) <= SHORT or not near.isdisjoint(FAILS)))
        or is_reason
        or is_all
        or (_is_end(before) and not DENIES.isdisjoint(before))
    )
    if not told or not near.isdisjoint(NO_TIMEOUT) or not SUPPOSES.isdisjoint(before):
        return None
    if (
        near.isdisjoint(ANYBODY)
        and after[:1] not in (["error"], ["exception"], ["of"], ["resolving"])
        and not is_all
        and not (is_reason and over)
    ):
        return None
    return ("timed-out", "", USUAL) if RESOLVERS.isdisjoint(near) else ("name-not-resolved", "name", USUAL)


def _is_end(before: Sequence[str]) -> bool:
    """Whether it is the end of a time that was waited (``not acknowledged within the timeout``)."""
    said = [word for word in before[-3:] if word not in ("a", "the")]
    return said[-1:] in (["after"], ["within"])


def _is_cause(before: Sequence[str]) -> bool:
    """Whether what comes is what something failed because of (``could not reconnect due to a timeout``)."""
    said = [word for word in before if word not in ("a", "the")]
    return said[-2:] in (["due", "to"], ["because", "of"], ["caused", "by"])


def _befell(fate: Fate, texts: Sequence[str], at: int) -> bool:
    """Whether it tells of this one: of somebody near, beside the right words, and not as what might be."""
    before, after = _sentence(texts, at)
    around = {*_last(before, fate.before), *after[: fate.after]}
    near = {*_last(before, max(fate.before, NEAR)), *after[: max(fate.after, NEAR)]}
    alone = len(texts) <= FEW and texts[at] in LATE
    if fate.who and fate.who.isdisjoint(around) and not alone:
        return False
    if not fate.unless.isdisjoint(near) or (fate.beside and fate.beside.isdisjoint({*near, texts[at]})):
        return False
    if _is_supposed(before) or (fate.kind == "closed" and _in_peace(before, near)):
        return False
    if fate.denied:
        return not DENIES.isdisjoint(_last(before, NEAR)) or not FAILS.isdisjoint(after[:NEAR])
    return not _is_denied(before) or not NOT.isdisjoint(fate.who)


def _is_denied(before: Sequence[str]) -> bool:
    """Whether it is said not to have come about; what could not connect did so because of what comes (``could not connect: timed out``)."""
    return not NOT.isdisjoint(_last(before, 1 if before and before[-1] in DIAL else 2))


def _in_peace(before: Sequence[str], near: Collection[str]) -> bool:
    """Whether it was done in good order; what failed to be done successfully was not."""
    peace = IN_PEACE.intersection(near)
    return bool(peace) and (FAILS.isdisjoint(before) or not peace <= SUCCESS)


def _is_supposed(before: Sequence[str]) -> bool:
    """Whether what comes might be, and is not said to be so: ``if``, ``should``, ``when`` that follows no error."""
    if not SUPPOSES.isdisjoint(before):
        return True
    return any(word == "when" and OCCURS.isdisjoint(before[at - 1 : at]) for at, word in enumerate(before))


def _last(texts: Sequence[str], number: int) -> Sequence[str]:
    return texts[-number:] if number else ()


def _sentence(texts: Sequence[str], at: int) -> tuple[Sequence[str], Sequence[str]]:
    """What stands before and after a word in its sentence."""
    before, after = texts[max(0, at - FAR) : at], texts[at + 1 : at + 1 + FAR]
    ends = [place for place, word in enumerate(before) if word == BREAK]
    if ends:
        before = before[ends[-1] + 1 :]
    if BREAK in after:
        after = after[: after.index(BREAK)]
    return before, after
