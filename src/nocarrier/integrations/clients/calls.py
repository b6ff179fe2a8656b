"""Which call of a socket it was that failed, where the program made it itself.

``Permission denied`` is said of files as well, and ``Cannot assign requested address`` of a connect and of a bind alike. The
innermost frame of the traceback stands at the call that raised it, and its code has the name of the method: neither a
variable nor a line of source is read for it.
"""

from __future__ import annotations

from nocarrier.integrations.clients.frames import passed
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.readings.messages.reading import Call

if TYPE_CHECKING:
    from types import TracebackType

METHODS: dict[str, Call] = {"bind": "bind", "connect": "connect"}
LOADS = ("LOAD_METHOD", "LOAD_ATTR")
"Of CPython 3.11, and from 3.12 on."


def failed_call(exception: BaseException) -> Call:
    """The call of a socket at which it was raised; empty where it was another one."""
    *_, innermost = (None, *passed(exception))
    return _called(innermost) if innermost is not None else ""


def _called(link: TracebackType) -> Call:
    """The method that the frame had loaded for the call that it stands at: both begin at the same place of the source."""
    code = link.tb_frame.f_code
    if not any(name in METHODS for name in code.co_names):
        return ""
    from dis import get_instructions  # takes milliseconds to load

    found: dict[tuple[int | None, int | None], Call] = {}
    for one in get_instructions(code):
        place = one.positions and (one.positions.lineno, one.positions.col_offset)
        if place and one.opname in LOADS:
            found[place] = METHODS.get(one.argval, "")
        if one.offset >= link.tb_lasti:
            return found.get(place, "") if place else ""
    return ""
