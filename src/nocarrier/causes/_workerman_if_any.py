"""What Workerman's program text says, for causes that are asked where mostly none runs: then nothing of it is loaded."""

from __future__ import annotations

from nocarrier.facts.listeners import Listeners
from nocarrier.facts.server_program import ServerProgram
from nocarrier.facts.system import System
from nocarrier.facts.workerman import Workerman
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Fix, Need, on_server

if TYPE_CHECKING:
    from nocarrier.causes._workerman import InnerDoor

WORKERMAN: tuple[Need, ...] = on_server(Workerman, Listeners, ServerProgram, System)
"What is read of it."


def listen_there(case: Case) -> Fix | None:
    """See `_workerman.listen_there`."""
    if case.seen(Workerman, Where.SERVER) is None:
        return None
    from nocarrier.causes._workerman import listen_there

    return listen_there(case)


def inner_door(case: Case) -> InnerDoor | None:
    """See `_workerman.inner_door`."""
    if case.seen(Workerman, Where.SERVER) is None:
        return None
    from nocarrier.causes._workerman import inner_door

    return inner_door(case)
