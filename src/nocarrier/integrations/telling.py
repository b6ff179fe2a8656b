"""Write below a traceback what there is to say about a connection that failed."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from nocarrier.diagnosis.run import silent
from nocarrier.integrations.hook import MODES
from nocarrier.integrations.looking import Story, about, failures, ways
from nocarrier.locale import language, translator
from nocarrier.model.annotations import TYPE_CHECKING, TextIO
from nocarrier.reports.pen import Pen, pen_for

if TYPE_CHECKING:
    from nocarrier.diagnosis.plan import Progress

ONCE_IN = 60.0
"Seconds within which what threads, tasks and loops repeat about one target is said once."
MOST_KNOWN = 256
_NEVER = float("-inf")

_told: dict[str, float] = {}
"When each was spoken of (`time.monotonic`)."
_shown: dict[int, tuple[str, ...]] = {}
"The identity of exceptions that were spoken of → what about: one that `watch` has told of may go on to the hook."


def tell(exception: BaseException, *, mode: str, budget: float, again: bool, beside: bool = False) -> None:
    """Say on standard error what the failure of a connection means; nothing where ``exception`` is no such failure.

    ``again``: also about a target that was spoken of just now, unless that was about this very exception. ``beside``: do not
    wait for the diagnosis; the end of the program does, for as long as the diagnosis may take.
    """
    stream, mode = sys.stderr, chosen(mode)
    if mode == "off" or not _writable(stream):
        return
    failed = failures(exception)
    if not failed or not _due(exception, about(failed), again):
        return
    pen = _pen(stream)
    looked = ways(failed) if mode == "diagnose" else ()
    story = Story(exception, looked, budget, pen)
    if beside and looked:
        _beside(lambda: _write(story, stream, pen), budget)
    else:
        _write(story, stream, pen)


def chosen(mode: str) -> str:
    """What the environment says goes before what the program does, if it says one of the modes."""
    wished = os.environ.get("NOCARRIER", "")
    return wished if wished in MODES else mode


def _writable(stream: TextIO | None) -> bool:
    return stream is not None and not getattr(stream, "closed", False)


def _due(exception: BaseException, what: tuple[str, ...], again: bool) -> bool:
    """Whether it is to be said now; if so, that is noted."""
    if again and _shown.pop(id(exception), ()) == what:
        return False
    now = time.monotonic()
    if not again and all(now - _told.get(one, _NEVER) < ONCE_IN for one in what):
        return False
    for known in (_told, _shown):
        if len(known) > MOST_KNOWN:
            known.clear()
    _told.update(dict.fromkeys(what, now))
    _shown[id(exception)] = what
    return True


def _write(story: Story, stream: TextIO, pen: Pen) -> None:
    with _following(stream, pen) as progress:
        lines = story.lines(progress)
    stream.write("\n".join(["", pen.bold("nocarrier:"), *lines, ""]))
    stream.flush()


def _following(stream: TextIO, pen: Pen) -> AbstractContextManager[Progress]:
    """A terminal shows what is waited for."""
    if not hasattr(stream, "isatty") or not stream.isatty():
        return nullcontext(silent)
    from nocarrier.reports.progress import Waiting

    return Waiting(stream, pen, os.environ.get("TERM", ""))


def _pen(stream: TextIO) -> Pen:
    translate = translator(language())
    try:
        return pen_for(stream, translate)
    except Exception:
        return Pen(ascii=True, translate=translate)  # a stream of the program's own, which lacks what files have


def _beside(work: Callable[[], None], budget: float) -> None:
    """In a thread, for which the interpreter waits before it ends: at most as long as it may take."""
    import atexit
    from threading import Thread

    def run() -> None:
        try:
            work()
        except BaseException:
            return  # nobody is left to tell

    def wait() -> None:
        try:
            thread.join(budget)
        except KeyboardInterrupt:
            return

    thread = Thread(target=run, name="nocarrier", daemon=True)
    thread.start()
    atexit.register(wait)
