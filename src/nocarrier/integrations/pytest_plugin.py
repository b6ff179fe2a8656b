"""pytest: a test that fails because a connection failed says why.

pytest loads this module in every run of every project where nocarrier is installed, so it loads nothing but pytest: all
else is loaded when a test has failed, and what it costs a run without failures is three function calls a test. Hook
wrappers are written in the old way (``hookwrapper``), which every pytest takes that runs on the Pythons we know.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress

import pytest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from nocarrier.integrations.run_ledger import Ledger
    from nocarrier.model.report import Report

MODES = ("off", "explain", "diagnose")
BUDGET = 10.0
"Seconds that a run may spend on diagnoses, by default."
SECTION = "nocarrier"
"How the title of every section begins."


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("nocarrier", "why connections fail")
    group.addoption(
        "--nocarrier",
        choices=MODES,
        help="what is done where a test fails because a connection failed: look into the connection (diagnose, the "
        "default), say what the exception means (explain), or nothing (off)",
    )
    group.addoption(
        "--nocarrier-budget",
        type=float,
        metavar="SECONDS",
        help=f"how long all diagnoses of a run may take together; by default {BUDGET:g}",
    )
    parser.addini("nocarrier", "as --nocarrier")
    parser.addini("nocarrier_budget", "as --nocarrier-budget")


def pytest_configure(config: pytest.Config) -> None:
    mode, budget = _mode(config), _budget(config)
    if mode != "off":
        config.pluginmanager.register(Reporting(config, mode, budget), "nocarrier-reporting")


def _mode(config: pytest.Config) -> str:
    """The command line goes before the environment, that before the file."""
    mode = config.getoption("nocarrier") or os.environ.get("NOCARRIER") or config.getini("nocarrier") or "diagnose"
    if mode not in MODES:
        raise pytest.UsageError(f"nocarrier is one of {', '.join(MODES)}, not {mode!r}")
    return str(mode)


def _budget(config: pytest.Config) -> float:
    given = config.getoption("nocarrier_budget")
    written = config.getini("nocarrier_budget")
    try:
        budget = float(given if given is not None else written or BUDGET)
    except ValueError:
        budget = -1.0
    if not 0 <= budget < float("inf"):
        raise pytest.UsageError(f"nocarrier_budget is in seconds, not {written!r}")
    return budget


class Reporting:
    """Registered where the plugin is on; one in every process of a run."""

    def __init__(self, config: pytest.Config, mode: str, budget: float) -> None:
        self._config = config
        self._mode = mode
        self._budget = budget
        given = getattr(config, "workerinput", {}).get("nocarrier")
        self._run: str = given or os.urandom(16).hex()
        self._owner = given is None
        self._for_junit = self._owner and bool(config.getoption("xmlpath", None))

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """A worker of pytest-xdist on this machine learns which folder is the run's."""
        if node.gateway.spec.popen:
            node.workerinput["nocarrier"] = self._run

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: Any) -> Iterator[None]:
        """The fixtures still stand now: what is looked at is what the test saw."""
        outcome: Any = yield
        # unittest's plugin puts its exception into ``call`` meanwhile, and an expected failure is no failure any more.
        if call.excinfo is None or outcome.excinfo is not None:
            return
        try:
            self._add(item.nodeid, call.excinfo.value, outcome.get_result())
        except KeyboardInterrupt as interrupt:
            outcome.force_exception(interrupt)

    def pytest_exception_interact(self, node: Any, call: Any, report: Any) -> None:
        """A module that cannot be collected because it connects while it is loaded."""
        if isinstance(report, pytest.CollectReport):
            self._add(node.nodeid, call.excinfo.value, report)

    def _add(self, test: str, exception: BaseException, report: Any) -> None:
        """Nothing that happens here may change how the test ended; only ^C goes on."""
        if report.outcome != "failed":
            return
        try:
            from nocarrier.integrations.screening import may_be_connection

            if not may_be_connection(exception):
                return
            from nocarrier.integrations.pytest_sections import add

            with self._captured(report):
                add(report, test, exception, self._mode, self._ledger())
        except KeyboardInterrupt:
            raise
        except BaseException:
            return

    @contextmanager
    def _captured(self, report: Any) -> Iterator[None]:
        """What the servers of a test print while they are looked into is captured as that of the test itself; pytest
        captures nothing between the phases of one."""
        capture: Any = self._config.pluginmanager.getplugin("capturemanager")
        if capture is None or not capture.is_globally_capturing() or self._config.getoption("capture") == "no":
            yield
            return
        capture.resume_global_capture()
        try:
            yield
        finally:
            capture.suspend_global_capture(in_=False)
            for name, text in zip(("stdout", "stderr"), capture.read_global_capture(), strict=True):
                if text:
                    report.sections.append((f"Captured {name} while nocarrier looked", text))

    def _complete(self, report: Any) -> None:
        """In the process that the workers of pytest-xdist report to, more is known than the worker knew."""
        if self._owner and getattr(report, "nocarrier_open", None):
            from nocarrier.integrations.pytest_sections import complete

            with suppress(OSError):
                complete(report, self._ledger())

    def _ledger(self) -> Ledger:
        from nocarrier.integrations.run_ledger import Ledger

        return Ledger(self._folder(), self._budget)

    def _folder(self) -> str:
        from tempfile import gettempdir

        return os.path.join(gettempdir(), f"nocarrier-{self._run}")

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_logreport(self, report: Any) -> Iterator[None]:
        """JUnit's XML holds no sections but those of captured output: while it is written, ours stand in the failure."""
        self._complete(report)
        shown = [section for section in report.sections if section[0].startswith(SECTION)] if self._for_junit else []
        longrepr = report.longrepr
        if not shown or not hasattr(longrepr, "addsection"):
            yield
            return
        before = list(longrepr.sections)
        for title, text in shown:
            longrepr.addsection(title, text, "-")
        yield
        longrepr.sections[:] = before

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_terminal_summary(self, terminalreporter: Any) -> Iterator[None]:
        """Each target in a line, with the number of tests: also where tracebacks and sections are not shown. The sections
        themselves are shown within."""
        reports = [report for kind in ("failed", "error") for report in terminalreporter.stats.get(kind, [])]
        for report in reports:
            self._complete(report)
        yield
        if any(hasattr(report, "nocarrier") for report in reports):
            from nocarrier.integrations.pytest_sections import summary

            terminalreporter.section("nocarrier")
            for line in summary(reports):
                terminalreporter.write_line(line)

    def pytest_unconfigure(self) -> None:
        if self._owner and os.path.isdir(self._folder()):
            self._ledger().clear()


@pytest.fixture(scope="session")
def reachable() -> Callable[..., Report]:
    """A function that fails the test unless a target can be connected to, with the reason as its message.

    ``reachable("tcp://127.0.0.1:5432")``; ``skip=True`` skips the test in place of failing it, ``within=30.0`` goes on trying
    for as many seconds while a server starts. ``timeout``, ``server``, ``source``, ``proxy``, ``headers`` and their like are as
    `nocarrier.diagnose` takes them; what it returns is the report.
    """
    from nocarrier.integrations.pytest_sections import reachable as check

    return check
