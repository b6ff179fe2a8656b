"""`install`: what nocarrier says about a connection that failed stands below the traceback.

Each place where a program's uncaught exceptions arrive is one function in one attribute: `sys.excepthook`,
`threading.excepthook`, ``BaseEventLoop.default_exception_handler`` of asyncio (called where the program has set no
handler of its own), and ``showtraceback`` of a running IPython. Ours stands in its place, calls it first, and then tells.
Nothing but that is done before something fails: the rest of nocarrier is loaded then.
"""

from __future__ import annotations

import sys

from nocarrier.integrations.loading import forget, when_loaded
from nocarrier.integrations.spare import give_up, hold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType
    from typing import Any, Literal

    Mode = Literal["diagnose", "explain", "off"]

BUDGET = 5.0
"Seconds that a diagnosis may take: silence behind a router is told from a dead host after 3.15 s."
MODES = ("diagnose", "explain", "off")
LEAVING = (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError)
"Somebody wants the program to end, or there is no memory to tell anything with."


def install(*, mode: Mode = "diagnose", budget: float = BUDGET) -> None:
    """Add what nocarrier says to every uncaught connection failure of this process, below its traceback.

    ``mode`` is ``"diagnose"`` (look into the connection that failed, for at most ``budget`` seconds) or ``"explain"``
    (what the exception itself means; sends nothing). The variable ``NOCARRIER`` (``off``, ``explain``, ``diagnose``) goes
    before it, so that whoever runs a program can choose. Calling it again changes both. Threads and asyncio are included;
    exceptions, exit codes and the hooks that were there before stay as they are.

    Raises ValueError for another mode, and for a budget that is not above 0.
    """
    check(mode, budget)
    uninstall()
    _links.append(_Link(sys, "excepthook", lambda kind, value, trace: _tell(value, mode, budget)))
    when_loaded("threading", lambda module: _into_threading(module, mode, budget))
    when_loaded("asyncio.base_events", lambda module: _into_asyncio(module, mode, budget))
    _into_ipython(mode, budget)
    hold()


def uninstall() -> None:
    """Take back what `install` did. A hook that another one was put over stays in the chain, and says nothing any more."""
    for name in ("threading", "asyncio.base_events"):
        forget(name)
    while _links:
        _links.pop().undo()
    give_up()


def check(mode: str, budget: float) -> None:
    """Raises ValueError where one of them cannot be meant, TypeError where it is no number."""
    if mode not in MODES:
        raise ValueError(f"mode is one of {', '.join(MODES)}, not {mode!r}")
    if not isinstance(budget, (int, float)):
        raise TypeError(f"budget is a number of seconds, not {budget!r}")
    if not 0 < budget < 3600:
        raise ValueError(f"budget is in seconds, above 0 and below 3600, not {budget!r}")


_links: list[_Link] = []


class _Link:
    """One attribute that holds a function, with ours in its place: it calls the other, then ``after``."""

    def __init__(self, owner: Any, name: str, after: Callable[..., None]) -> None:
        self._owner = owner
        self._name = name
        self._previous: Callable[..., Any] = getattr(owner, name)
        self._was_own = name in vars(owner)
        self._active = True

        def chained(*given: Any, **named: Any) -> Any:
            try:
                return self._previous(*given, **named)
            finally:
                if self._active:
                    after(*given, **named)

        self._chained = chained
        setattr(owner, name, chained)

    def undo(self) -> None:
        self._active = False
        if vars(self._owner).get(self._name) is not self._chained:
            return
        if self._was_own:
            setattr(self._owner, self._name, self._previous)
        else:
            delattr(self._owner, self._name)


def _into_threading(threading: ModuleType, mode: str, budget: float) -> None:
    _links.append(_Link(threading, "excepthook", lambda args: _tell(args.exc_value, mode, budget, again=False)))


def _into_asyncio(base_events: Any, mode: str, budget: float) -> None:
    """A task that nobody awaits must not hold up its loop: the diagnosis goes on beside it."""

    def after(loop: object, context: dict[str, Any]) -> None:
        _tell(context.get("exception"), mode, budget, again=False, beside=True)

    _links.append(_Link(base_events.BaseEventLoop, "default_exception_handler", after))


def _into_ipython(mode: str, budget: float) -> None:
    """The shell that runs this very code, where one does: what fails in it does not reach `sys.excepthook`."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None and hasattr(ipython, "get_ipython") else None
    if shell is None:
        return

    def after(failed: Any = None, *_: Any, **__: Any) -> None:
        _tell(failed[1] if isinstance(failed, tuple) else sys.exc_info()[1], mode, budget)

    _links.append(_Link(shell, "showtraceback", after))


def _tell(
    exception: BaseException | None, mode: str, budget: float, *, again: bool = True, beside: bool = False
) -> None:
    """Whatever happens here, the program ends as it would have ended.

    Not a module is loaded for an interrupt: an ``eval`` in one of them is enough for CPython to forget that it has to end
    by SIGINT (Python/pythonrun.c, ``unhandled_keyboard_interrupt``).
    """
    if exception is None or isinstance(exception, LEAVING):
        return
    give_up()
    try:
        from nocarrier.integrations.screening import may_be_connection

        if not may_be_connection(exception):
            return
        from nocarrier.integrations.telling import tell

        tell(exception, mode=mode, budget=budget, again=again, beside=beside)
    except BaseException:
        return
    finally:
        hold()
