"""Orders what was found, and leaves out what only follows from something else. Never raises a certainty."""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.diagnosis.priors import prior
from nocarrier.model.judgement import Cause, Certainty, Found, RuledOut
from nocarrier.model.record import Record


class Suspect(Record):
    """A cause that fits."""

    cause: Cause
    found: Found


class Cleared(Record):
    """A cause that cannot be it, by its slug: some are ruled out without being loaded."""

    slug: str
    ruled_out: RuledOut


def rank(suspects: Sequence[Suspect]) -> tuple[Suspect, ...]:
    """The likeliest first.

    A consequence is dropped where its root is found at least as surely. Once one is proven, what merely fits is
    dropped too: it explains nothing that is not explained, unless the proven one leaves open why.
    """
    surest = {suspect.cause.slug: suspect.found.certainty for suspect in suspects}
    roots = [
        suspect
        for suspect in suspects
        if not any(surest.get(root, 0) >= suspect.found.certainty for root in suspect.cause.yields_to)
    ]
    astray = max((each.found.certainty for each in roots if each.cause.misdirects), default=Certainty.POSSIBLE)
    if astray > Certainty.POSSIBLE:
        roots = [each for each in roots if each.cause.misdirects or each.found.certainty > astray]
    roots.sort(key=lambda suspect: (-suspect.found.certainty, -prior(suspect.cause.slug), suspect.cause.slug))
    proven = [suspect for suspect in roots if suspect.found.certainty is Certainty.PROVEN]
    explained = any(not suspect.cause.leaves_open for suspect in proven)
    return tuple(proven if explained else roots)
