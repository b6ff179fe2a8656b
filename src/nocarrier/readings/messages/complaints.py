"""What any program may say of a connection in its own English: a verb or noun for what became of it, and near it, whom it befell.

``the connection to X was unexpectedly closed by the remote side``, ``ERR_CONNECTION_LOST``, ``SocketTimeoutException`` and
``could not look up the host`` are read by the same table (`vocabulary`). What is only supposed (``if the connection is
lost``), done in good order (``closed gracefully``) or said not to be so is no complaint.
"""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.model.record import Record
from nocarrier.readings.messages.reading import ErrorClass
from nocarrier.readings.messages.vocabulary import (
    DENIES,
    DIAL,
    FAILS,
    FATES,
    IN_PEACE,
    LINE,
    NO_TIMEOUT,
    PASSED,
    PEER,
    REQUEST,
    RESOLVERS,
    SETTING,
    SPAN,
    SUPPOSES,
    TIMED,
    Fate,
)
from nocarrier.readings.messages.words import BREAK, words

FEW = 2
"Words of a line that says nothing else."
NEAR = 5
"Words between a no and what it denies."


class Complaint(Record):
    """One thing that befell a connection; ``at`` is where in the line the word for it stands."""

    kind: ErrorClass
    step: str
    weight: int
    at: int


Told = tuple[ErrorClass, str, int]
OF_WORD: dict[str, list[Fate]] = {}
"Word → the fates that it may tell of."
for _one in FATES:
    for _word in _one.words:
        OF_WORD.setdefault(_word, []).append(_one)


def complaints(line: str) -> list[Complaint]:
    """All that the line tells, in the order of its words; of them those that weigh most."""
    said = words(line)
    texts = [word for word, _, _ in said]
    found: list[Complaint] = []
    for at, (word, start, end) in enumerate(said):
        behind = line[end : end + 4]
        told = _late(texts, at, behind, line[:start].endswith(": ")) if word == "timeout" else _fate(texts, at)
        if told is not None and not _is_none(behind):
            kind, step, weight = told
            found.append(Complaint(kind, step, weight, start))
    most = max((one.weight for one in found), default=0)
    return [one for one in found if one.weight == most]


def _is_none(behind: str) -> bool:
    """Whether it is a count, and there were none: ``timed out: 0``."""
    return behind[:1] in (":", "=") and behind.strip(':= "')[:1] == "0"


def _fate(texts: Sequence[str], at: int) -> Told | None:
    """What the word there tells, and of whom."""
    for fate in OF_WORD.get(texts[at], ()):
        if _befell(fate, texts, at):
            return fate.kind, fate.step, fate.weight
    return None


def _late(texts: Sequence[str], at: int, behind: str, alone: bool) -> Told | None:
    """What a timeout is where it is one that passed, and no setting. Alone behind a colon (``failed to connect: timeout``) it is the reason."""
    before, after = _sentence(texts, at)
    near = {*before, *after}
    over = not {"exceeded", "expired", "elapsed", "reached"}.isdisjoint(after[:5])
    if behind.startswith(("=", "..")) or (behind.strip(": ")[:1].isdigit() and not over):
        return None
    told = (
        over
        or not PASSED.isdisjoint(after[:1])
        or (not TIMED.isdisjoint(before[-1:]) and SETTING.isdisjoint(after[:1]))
        or (alone and not FAILS.isdisjoint(before))
    )
    if not told or not near.isdisjoint(NO_TIMEOUT) or not SUPPOSES.isdisjoint(before):
        return None
    if (
        near.isdisjoint(LINE | DIAL | PEER | REQUEST | SPAN)
        and after[:1] not in (["error"], ["exception"])
        and after[:1] != ["of"]
    ):
        return None
    return ("timed-out", "", 4) if RESOLVERS.isdisjoint(near) else ("name-not-resolved", "name", 4)


def _befell(fate: Fate, texts: Sequence[str], at: int) -> bool:
    before, after = _sentence(texts, at)
    near = {*before[-max(fate.before, NEAR) :], *after[: max(fate.after, NEAR)]}
    around = (*(before[-fate.before :] if fate.before else ()), *after[: fate.after])
    if fate.who and fate.who.isdisjoint(around) and (len(texts) > FEW or fate.kind != "timed-out"):
        return False
    if fate.unless.intersection(near) or (fate.beside and fate.beside.isdisjoint({*near, texts[at]})):
        return False
    if (
        (fate.kind == "closed" and IN_PEACE.intersection(near))
        or SUPPOSES.intersection(before)
        or (before and before[0] == "when")
    ):
        return False
    if fate.denied:
        return not DENIES.isdisjoint(before[-NEAR:]) or not FAILS.isdisjoint(after[:NEAR])
    return not {"not", "never", "no", "didn't", "wasn't"}.intersection(before[-2:])


def _sentence(texts: Sequence[str], at: int) -> tuple[Sequence[str], Sequence[str]]:
    """What stands before and after a word in its sentence."""
    before = texts[max(0, at - 12) : at]
    after = texts[at + 1 : at + 13]
    for back in range(len(before) - 1, -1, -1):
        if before[back] == BREAK:
            before = before[back + 1 :]
            break
    if BREAK in after:
        after = after[: after.index(BREAK)]
    return before, after
