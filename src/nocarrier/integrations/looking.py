"""What there is to say about a failed connection, out of the midst of somebody else's program: harmless to it.

A diagnosis is bounded in time. It runs in a thread of its own that nobody has to wait for: what does not come in time is
ended, ^C ends it at once, and the program's end is not held up. What goes wrong in it stays in it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from threading import Thread
from types import MethodDescriptorType

from nocarrier.diagnosis.run import silent
from nocarrier.facts.services import TAKES_UP_TLS
from nocarrier.integrations.clients import Tried, Way, explained, tried
from nocarrier.locale import language, translator
from nocarrier.model.annotations import TYPE_CHECKING, TypeVar
from nocarrier.model.explanation import Explained
from nocarrier.model.prose import Prose, Translate, say
from nocarrier.readings.messages.statuses import OF_THE_WAY
from nocarrier.reports.pen import Pen

if TYPE_CHECKING:
    from nocarrier.diagnosis.plan import Progress
    from nocarrier.model.report import Report

T = TypeVar("T")

MOST_TARGETS = 3
"Targets of one exception that are looked into."
NO_DESCRIPTOR = ("EMFILE", "ENFILE")
PROBING = 0.9
"Part of the time for the probes; the rest is for loading what judges, and for the report."
PASSED = say("It connects now: what failed has passed, or the program asked for more than this diagnosis did.")


def failures(exception: BaseException) -> tuple[Tried, ...]:
    """The connections that failed. Words alone count where it is raised for what happened, not for what was wrong."""
    quotes = _quotes(type(exception))
    return tuple(one for one in tried(exception) if not (one.by_text and quotes) and not _answered(one))


def _answered(one: Tried) -> bool:
    """A server that says 404 was connected to, and what it says is about the request alone."""
    status = one.code.get("http_status")
    return one.step == "http" and status is not None and status not in OF_THE_WAY


def _quotes(kind: type[BaseException]) -> bool:
    """An AssertionError, a KeyError, or what `pytest.fail` raises says "Connection refused" of a text that it met."""
    if kind.__module__.startswith("_pytest."):
        return True
    return kind.__module__ == "builtins" and kind is not Exception and not issubclass(kind, (OSError, RuntimeError))


def ways(failed: Sequence[Tried]) -> tuple[Way, ...]:
    """What can be looked into, each once."""
    fit = (one.way for one in failed if not _stands(one))
    return tuple(way for way in dict.fromkeys(fit) if way is not None)[:MOST_TARGETS]


def _stands(one: Tried) -> bool:
    """A diagnosis would find the connection standing, and nothing of what failed: where no descriptor was left, it would
    take one of those that are held back to tell of it; and TLS that a protocol takes up later (STARTTLS) it does not speak."""
    later = one.step == "tls" and one.scheme in TAKES_UP_TLS
    return later or one.code.get("errno") in NO_DESCRIPTOR


def about(failed: Sequence[Tried]) -> tuple[str, ...]:
    """What tells these failures from others: their targets, and where there is none what was said."""
    return tuple(dict.fromkeys(one.target or f"{one.kind} {one.text}" for one in failed))


class Story:
    """What can be said about one exception, in the words of `pen`. It does not hold it: its frames would live for as long.

    ``looked`` are the ways to be looked into, in ``budget`` seconds together; without any, it is what the exception means.
    """

    def __init__(self, exception: BaseException, looked: Sequence[Way], budget: float, pen: Pen) -> None:
        self.errors: tuple[Explained, ...] = explained(exception)
        self.reports: list[Report] = []
        self._looked = looked
        self._budget = budget
        self._pen = pen

    def lines(self, progress: Progress = silent) -> list[str]:
        """The whole of it. Takes as long as the diagnosis does."""
        end = time.monotonic() + self._budget
        told: list[str] = []
        for way in self._looked:
            found = look(way, end - time.monotonic(), self._pen.translate, progress)
            if isinstance(found, Prose):
                return [*told, *([""] if told else []), *self.meaning(), *remark(found, self._pen)]
            self.reports.append(found)
            told += [*([""] if told else []), *reported(found, self._pen)]
        return told or self.meaning()

    def meaning(self) -> list[str]:
        """What the exception says."""
        from nocarrier.reports.explanation import lines

        return lines(self.errors, self._pen)


def reported(report: Report, pen: Pen) -> list[str]:
    """A report's lines, and what it means that nothing fails any more."""
    from nocarrier.reports.terminal import lines

    return [*lines(report, pen), *(remark(PASSED, pen) if report.outcome == "connected" else [])]


def remark(sentence: Prose, pen: Pen) -> list[str]:
    """A sentence below what was said."""
    from nocarrier.reports.layout import wrapped

    return ["", *wrapped(pen.prose(sentence), pen.width, "  ")]


def look(way: Way, seconds: float, translate: Translate, progress: Progress = silent) -> Report | Prose:
    """The report on what was dialled after so many seconds at most; in a sentence why there is none."""
    if not genuine():
        return REPLACED
    from nocarrier.diagnosis import asking
    from nocarrier.diagnosis.assemble import report as assembled

    cancellation = asking.Cancellation()
    probing = max(0.1, seconds * PROBING)

    def work() -> Report:
        found = asking.find_out(
            way.target,
            timeout=probing,
            proxy=way.proxy,
            source=way.source,
            progress=progress,
            cancellation=cancellation,
        )
        return assembled(found, translate)

    try:
        report = within(seconds, work)
    finally:
        cancellation.cancel()
    if report is None:
        return say(
            "A diagnosis was not to be had in {seconds} s; this is what the exception itself says.",
            seconds=round(max(0.0, seconds), 1),
        )
    return OURSELVES if own_silence(report) else report


REPLACED = say("Not looked into, for something has put other sockets in the place of Python's in this process.")
OURSELVES = say(
    "The server is this very process, which may stand still while it is looked at: that it does not answer now says nothing."
)
SILENT = ("timed-out", "no-answer", "dropped")


def own_silence(report: Report) -> bool:
    """Whether what kept silent is this process: an event loop serves nobody while the hook or the test run has the thread."""
    return report.symptom in SILENT and any(
        listener["port"] == report.target.port and (listener["program"] or {}).get("pid") == os.getpid()
        for seen in report.evidence
        if seen.probe == "listeners"
        for listener in seen.facts["listeners"]
    )


def genuine() -> bool:
    """Whether sockets here lead to the world. Tests put others in their place (pytest-socket, mocks of ``connect``), and
    what these say must not become evidence; gevent's and eventlet's do lead there."""
    import socket

    used = (socket.socket, socket.getaddrinfo, *(getattr(socket.socket, name, None) for name in _DIALLING))
    return all(isinstance(one, MethodDescriptorType) or _home(one) in _GENUINE for one in used)


def _home(used: object) -> str:
    """The package in which it was made."""
    module = getattr(used, "__module__", None)
    return module.partition(".")[0] if isinstance(module, str) else ""


_DIALLING = ("connect", "connect_ex", "sendto", "recv")
_GENUINE = ("socket", "_socket", "gevent", "eventlet")


def within(seconds: float, work: Callable[[], T]) -> T | None:
    """What ``work`` gives within so many seconds; None where it gives nothing, fails, or no thread can be had."""
    results: list[T] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException:
            return  # whoever asked learns it from there being no result

    thread = Thread(target=run, name="nocarrier", daemon=True)
    try:
        thread.start()
    except (RuntimeError, MemoryError):
        return None
    thread.join(max(0.0, seconds))
    return results[0] if results else None


def plain_pen() -> Pen:
    """For texts that are read elsewhere: neither colour nor the terminal's width."""
    return Pen(translate=translator(language()))
