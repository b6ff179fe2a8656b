"""When one address family counts as broken."""

from __future__ import annotations

import pytest

from nocarrier.facts.families import Families, FamilyResult, broken_family
from nocarrier.facts.tcp import IcmpWord, TcpAttempt

SIX, SIX_TOO, FOUR, FOUR_TOO = "fd20::5", "fd20::6", "10.20.0.5", "10.20.0.6"
NO_ROUTE = IcmpWord(origin="fd10::1", version=6, type=1, code=0)


def tried(address: str, how: str) -> TcpAttempt:
    said = NO_ROUTE if how == "said" else None
    errno = {"refused": "ECONNREFUSED", "said": "ENETUNREACH", "no route": "ENETUNREACH"}.get(how, "")
    return TcpAttempt(
        address=address, port=80, connected=how == "connects", errno=errno, expired=how == "silent", said=said
    )


@pytest.mark.parametrize(
    ("outcomes", "family"),
    [
        ([(SIX, "silent"), (FOUR, "connects")], 6),
        ([(FOUR, "silent"), (SIX, "connects")], 4),
        ([(SIX, "said"), (FOUR, "connects")], 6),
        ([(SIX, "silent"), (SIX_TOO, "said"), (FOUR, "silent"), (FOUR_TOO, "connects")], 6),
        ([(SIX, "silent"), (SIX_TOO, "connects"), (FOUR, "connects")], None),  # one address, not the family
        ([(SIX, "refused"), (FOUR, "connects")], None),  # it came there
        ([(SIX, "no route"), (FOUR, "connects")], None),  # this machine never sent anything
        ([(SIX, "silent"), (FOUR, "silent")], None),
        ([(FOUR, "connects"), (SIX, "silent")], None),  # nobody tries it first
        ([(FOUR, "silent"), (FOUR_TOO, "connects")], None),
        ([], None),
    ],
)
def test_which_family_is_broken(outcomes: list[tuple[str, str]], family: int | None) -> None:
    assert broken_family([tried(*outcome) for outcome in outcomes]) == family


@pytest.mark.parametrize(
    ("begun", "first", "other", "differ"),
    [(5, 0, 5, True), (5, 1, 5, False), (5, 0, 0, False), (2, 0, 2, False)],
)
def test_when_they_differ(begun: int, first: int, other: int, differ: bool) -> None:
    families = Families(
        first=FamilyResult(family=6, addresses=(SIX,), begun=begun, connected=first),
        other=FamilyResult(family=4, addresses=(FOUR,), begun=begun, connected=other),
    )
    assert families.differ is differ
