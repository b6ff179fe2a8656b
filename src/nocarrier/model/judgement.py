"""What a cause makes of a case, and what a cause is."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Facts, Where
from nocarrier.model.prose import Prose
from nocarrier.model.record import Record
from nocarrier.model.scenario import Scenario
from nocarrier.model.symptom import Presumption as Presumption
from nocarrier.model.symptom import Symptom as Symptom


class Certainty(IntEnum):
    """How sure a verdict is; the order is meant."""

    POSSIBLE = 1
    "fits, and so do others that cannot be told apart from here"
    LIKELY = 2
    "fits best; a look-alike is not excluded"
    PROVEN = 3
    "an observation that no other cause of the catalogue explains"


class Fix(Record, kw_only=True):
    """One way to mend it: what to do, and the words to paste.

    ``where`` is the machine on which it is done: ``client``, ``server`` or ``network``. ``commands`` are run
    in order by a shell, as root unless they need none; ``config`` is text for a file that ``text`` names.
    """

    where: str
    text: Prose
    commands: tuple[str, ...] = ()
    config: str = ""
    risk: Prose | None = None


class Decider(Record, kw_only=True):
    """What would decide: the open question and the one command that answers it."""

    question: Prose
    command: str


class Found(Record, kw_only=True):
    """This cause fits. A verdict without evidence cannot be built."""

    certainty: Certainty
    summary: Prose
    because: tuple[Evidence[Any], ...]
    fixes: tuple[Fix, ...] = ()
    decided_by: tuple[Decider, ...] = ()

    def __post_init__(self) -> None:
        if not self.because:
            raise ValueError("a verdict rests on evidence")
        if self.certainty is not Certainty.PROVEN and not self.decided_by:
            raise ValueError("a verdict that is not proven says what would decide")


class RuledOut(Record):
    """This cause cannot be it, and why in half a line."""

    because: tuple[Evidence[Any], ...]
    why: Prose


class Silent(Record):
    """Nothing that was seen speaks for or against this cause."""


Judgement = Found | RuledOut | Silent


class Need(Record):
    """A kind of observation that a rule reads, and on which machine it is to be made."""

    kind: type[Facts]
    where: Where


def on_client(*kinds: type[Facts]) -> tuple[Need, ...]:
    """Observations wanted from the client's side."""
    return tuple(Need(kind, Where.CLIENT) for kind in kinds)


def on_server(*kinds: type[Facts]) -> tuple[Need, ...]:
    """Observations wanted from the server's side, where it may be looked at."""
    return tuple(Need(kind, Where.SERVER) for kind in kinds)


class Cause(Record, kw_only=True):
    """One entry of the catalogue: a module of ``causes/`` ends with it as ``CAUSE``.

    ``symptoms`` says when it is asked at all, ``needs`` what is looked at for it, ``look_alikes`` which causes
    share its symptoms until the decisive observation is made; one side of a pair naming the other is enough.
    ``yields_to`` names its roots: when one of them is found at least as surely, this cause is its consequence
    and is not named.
    """

    slug: str
    title: Prose
    symptoms: frozenset[Symptom]
    look_alikes: frozenset[str]
    needs: tuple[Need, ...]
    judge: Callable[[Case], Judgement]
    scenario: Scenario
    variants: tuple[Scenario, ...] = ()
    "Other ways to bring about the same fault."
    near_misses: tuple[Scenario, ...] = ()
    "Almost this fault, but another or none."
    yields_to: frozenset[str] = frozenset()
    presumes: frozenset[Presumption] = frozenset()
    "Where one of these does not hold it would not be found, and is neither asked nor loaded."
    misdirects: bool = False
    """Found at least likely, it means that another machine was dialled: what was found out about that one is its
    consequence, whatever it is, and is not named unless it is surer."""
    leaves_open: bool = False
    """It says what is broken, and not why: found, however surely, it does not take the place of what explains it."""
    degrades: bool = False
    "It is asked also when another address of the name did connect: a defect that will bite."
