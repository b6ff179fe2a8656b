"""Dialling and resolving on a far machine with the Python that is there (3.7 or newer), nothing installed.

It gets the very text of the modules that do it here (dialling.py, conversing.py, resolving.py, and what they import),
and stand-ins for the records.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from nocarrier.machines import CannotLook, Dial, Dialled, Patience, Ran, Resolved, Talk, Talked
from nocarrier.model.annotations import TYPE_CHECKING, TypeVar
from nocarrier.model.prose import say
from nocarrier.model.record import replace

if TYPE_CHECKING:
    from nocarrier.machines.far import Far

T = TypeVar("T")

SLACK = 2.0
"Seconds for Python to start over there, and to be done."

PROGRAM = """
import base64, json, sys, types

class Record:
    def __init__(self, **fields):
        self.__dict__.update(fields)

def plain(value):
    if isinstance(value, Record):
        return {name: plain(field) for name, field in value.__dict__.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value

records = types.ModuleType("nocarrier.machines")
for name in (
    "Captured", "Dial", "Dialled", "Heard", "Packet", "Patience", "Queued", "Resolved", "Step", "Talk", "Talked", "Tap",
    "Tls", "TlsSeen",
):
    setattr(records, name, Record)
sys.modules.update({"nocarrier": types.ModuleType("nocarrier"), "nocarrier.machines": records})
for name, source in %(sources)r:
    sent = sys.modules[name] = types.ModuleType(name)
    exec(compile(source, name, "exec"), sent.__dict__)
names = sent.__dict__
asked = json.loads(%(asked)r)
%(task)s
json.dump(plain(answer), sys.stdout)
"""

DIAL = """
dials, patience = asked
for dial in dials:
    dial["send"] = base64.b64decode(dial["send"])
answer = names["carry_out"]([Record(**dial) for dial in dials], patience and Record(**patience))
"""

CONVERSE = """
def talk(fields):
    steps = []
    for step in fields["steps"]:
        for name in ("send", "until", "expect", "unless"):
            step[name] = base64.b64decode(step[name])
        step["tls"] = step["tls"] and Record(**step["tls"])
        steps.append(Record(**step))
    fields["steps"] = tuple(steps)
    return Record(**fields)

answer = names["carry_out_talks"]([talk(fields) for fields in asked])
"""

RESOLVE = """
answer = names["resolved"](asked)
"""


def dial(far: Far, dials: Sequence[Dial], patience: Patience | None) -> tuple[Dialled, ...]:
    """See `Machine.dial`. Raises CannotLook where there is no Python, or none that answers sensibly."""
    longest = max((dial.after + dial.timeout + dial.receive_for for dial in dials), default=0.0)
    ran = _run(far, ("connecting", "dialling"), DIAL, (tuple(dials), vars(patience) if patience else None), longest)
    outcomes = decoded(far, ran, tuple[Dialled, ...])
    if len(outcomes) != len(dials):
        raise CannotLook(say("the Python of {where} did not do what it was asked", where=far.where))
    return tuple(
        replace(outcome, received=outcome.received[: dial.receive])
        for dial, outcome in zip(dials, outcomes, strict=True)
    )


def converse(far: Far, talks: Sequence[Talk]) -> tuple[Talked, ...]:
    """See `Machine.converse`. Raises CannotLook as `dial` does."""
    # Twice: a certificate that does not hold is fetched over a second connection.
    longest = 2 * max((talk.timeout + sum(step.seconds for step in talk.steps) for talk in talks), default=0.0)
    secured = ("securing",) if any(step.tls for talk in talks for step in talk.steps) else ()
    ran = _run(far, ("connecting", *secured, "conversing"), CONVERSE, tuple(talks), longest)
    outcomes = decoded(far, ran, tuple[Talked, ...])
    if len(outcomes) != len(talks):
        raise CannotLook(say("the Python of {where} did not do what it was asked", where=far.where))
    return tuple(_bounded(talk, outcome) for talk, outcome in zip(talks, outcomes, strict=True))


def _bounded(talk: Talk, outcome: Talked) -> Talked:
    """No more than was asked for, whatever the far side says."""
    heard = tuple(
        replace(came, received=came.received[: step.most])
        for step, came in zip(talk.steps, outcome.heard, strict=False)
    )
    return replace(outcome, heard=heard)


def resolve(far: Far, name: str, timeout: float) -> Resolved:
    """See `Machine.resolve`. Without Python getent(1) is asked, which cannot say why a name is not found."""
    ran = far.run(("python3", "-I", "-"), stdin=program(["resolving"], RESOLVE, name), timeout=timeout + SLACK)
    if ran.errno or ran.status > 0:
        return _resolve_by_getent(far, name, timeout)
    if ran.expired:
        return Resolved(error="EAI_TIMEOUT", took_ms=timeout * 1e3)
    return decoded(far, ran, Resolved)


def _resolve_by_getent(far: Far, name: str, timeout: float) -> Resolved:
    ran = far.run(("getent", "ahosts", "--", name), timeout=timeout)
    if ran.expired:
        return Resolved(error="EAI_TIMEOUT", took_ms=timeout * 1e3)
    if ran.status != 0:
        raise CannotLook(
            say("why {name} is not found cannot be asked on {where}", name=name, where=far.where), "python3"
        )
    rows = [row.split() for row in ran.text.splitlines() if row.split()]
    canonical = next((row[2] for row in rows if len(row) > 2), "")
    return Resolved(addresses=tuple(dict.fromkeys(row[0] for row in rows)), canonical=canonical)


def _run(far: Far, modules: Sequence[str], task: str, asked: object, timeout: float) -> Ran:
    ran = far.run(("python3", "-I", "-"), stdin=program(modules, task, asked), timeout=timeout + SLACK)
    if ran.errno or ran.status > 0:
        raise CannotLook(say("nothing on {where} can dial and see who answers", where=far.where), "python3")
    return ran


def program(modules: Sequence[str], task: str, asked: object) -> bytes:
    """A program that has the text of modules of this package, and does ``task`` with ``asked`` and the last of them."""
    from pkgutil import get_data

    sources = [
        (f"nocarrier.machines.{name}", (get_data("nocarrier.machines", f"{name}.py") or b"").decode())
        for name in modules
    ]
    return (PROGRAM % {"sources": sources, "asked": msgspec.json.encode(asked).decode(), "task": task}).encode()


def decoded(far: Far, ran: Ran, kind: type[T]) -> T:
    """What such a program printed. Raises CannotLook where that is something else."""
    try:
        return msgspec.json.decode(ran.out, type=kind)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise CannotLook(say("the Python of {where} did not do what it was asked", where=far.where)) from error
