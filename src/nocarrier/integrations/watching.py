"""``with nocarrier.watch():`` what is said about a connection failure that leaves the block."""

from __future__ import annotations

from contextlib import suppress

from nocarrier.integrations.hook import BUDGET, LEAVING, check
from nocarrier.integrations.spare import give_up, hold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

    from nocarrier.integrations.hook import Mode


class watch:  # noqa: N801 — used as a word of the language, like `contextlib.suppress`
    """A block; a connection failure that leaves it is explained on standard error, and goes on as it is.

    ``mode`` and ``budget`` are as those of `nocarrier.install`. It is the same exception object, with the same traceback,
    arguments and notes. One target is spoken of once a minute, however often the block is entered. In a coroutine say
    ``async with``: the diagnosis then does not hold up the event loop. ^C during the diagnosis ends it, and
    goes on as ^C. Raises ValueError for another mode, and for a budget that is not above 0.
    """

    def __init__(self, *, mode: Mode = "diagnose", budget: float = BUDGET) -> None:
        check(mode, budget)
        self._mode = mode
        self._budget = budget
        hold()

    def __enter__(self) -> watch:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exception: BaseException | None, trace: TracebackType | None
    ) -> None:
        if exception is not None and not isinstance(exception, LEAVING):
            self._tell(exception)

    async def __aenter__(self) -> watch:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exception: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(exception, Exception) and not isinstance(exception, LEAVING):
            from asyncio import to_thread

            with suppress(RuntimeError):  # the loop's threads are gone already
                await to_thread(self._tell, exception)

    def _tell(self, exception: BaseException) -> None:
        give_up()
        try:
            from nocarrier.integrations.screening import may_be_connection

            if not may_be_connection(exception):
                return
            from nocarrier.integrations.telling import tell

            tell(exception, mode=self._mode, budget=self._budget, again=False)
        except Exception:
            return
        finally:
            hold()
