"""`ConnectionFilter`: log records about a connection failure say what it means."""

from __future__ import annotations

import logging
import sys
import time

from nocarrier.integrations.hook import BUDGET, LEAVING, check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from nocarrier.integrations.hook import Mode

AGAIN_AFTER = 3600.0
"Seconds after which the same target is spoken of again."
MOST_TARGETS = 1024
_UNSAID = float("-inf")


class ConnectionFilter(logging.Filter):
    """Keeps every record, and adds to one that carries a connection failure what nocarrier says about it.

    A record carries an exception in ``exc_info``, as its message (``log.error(error)``), or among its arguments
    (``log.warning("failed: %s", error)``). The text
    is added to ``stack_info``, which every formatter writes below the traceback; the message, by which records are grouped
    elsewhere, stays as it is. The attribute ``nocarrier`` holds the same for machines: ``errors``
    as in ``nocarrier.explanation/1``, and ``reports``.

    A target is spoken of once in ``again_after`` seconds. ``mode`` is ``"explain"``, which sends nothing and
    takes milliseconds, or ``"diagnose"``, for which the call that logs waits up to ``budget`` seconds. ``NOCARRIER`` in the
    environment goes before it. Attach it to handlers: a filter of a logger does not see what is logged below it
    (`logging`). Raises ValueError for another mode, and for a budget that is not above 0.
    """

    def __init__(self, *, mode: Mode = "explain", budget: float = BUDGET, again_after: float = AGAIN_AFTER) -> None:
        super().__init__()
        check(mode, budget)
        self._mode = mode
        self._budget = budget
        self._again_after = again_after
        self._said: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true."""
        exception = _carried(record)
        if exception is not None and not isinstance(exception, LEAVING) and not hasattr(record, "nocarrier"):
            try:
                self._add(record, exception)
            except Exception:
                return True
        return True

    def _add(self, record: logging.LogRecord, exception: BaseException) -> None:
        from nocarrier.integrations.screening import may_be_connection

        if not may_be_connection(exception):
            return
        from nocarrier.integrations.looking import Story, about, failures, plain_pen, ways
        from nocarrier.integrations.telling import chosen
        from nocarrier.model.record import plain
        from nocarrier.reports.explanation import as_json

        mode = chosen(self._mode)
        failed = failures(exception) if mode != "off" else ()
        if not failed or not self._due(about(failed)):
            return
        pen = plain_pen()
        story = Story(exception, ways(failed) if mode == "diagnose" else (), self._budget, pen)
        text = "\n".join(["nocarrier:", *story.lines()])
        record.stack_info = f"{record.stack_info}\n{text}" if record.stack_info else text
        record.nocarrier = {
            "errors": as_json(story.errors, pen)["errors"],
            "reports": [plain(report) for report in story.reports],
        }

    def _due(self, about: tuple[str, ...]) -> bool:
        now = time.monotonic()
        if all(now - self._said.get(one, _UNSAID) < self._again_after for one in about):
            return False
        if len(self._said) >= MOST_TARGETS:
            self._said.clear()
        self._said.update(dict.fromkeys(about, now))
        return True


def _carried(record: logging.LogRecord) -> BaseException | None:
    """The exception of a record. ``exc_info`` may be what a program made up, and is looked at with care."""
    held: Any = record.exc_info
    if held:
        exception = held[1] if isinstance(held, tuple) and len(held) == 3 else sys.exc_info()[1]
        return exception if isinstance(exception, BaseException) else None
    arguments = record.args.values() if isinstance(record.args, dict) else record.args or ()
    return next((one for one in (record.msg, *arguments) if isinstance(one, BaseException)), None)
