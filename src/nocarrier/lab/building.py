"""Builds a scenario, or says in a sentence why it cannot be built here."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from collections.abc import Iterator

from nocarrier.lab import keeper, messages
from nocarrier.lab.lab import CLIENT, Lab
from nocarrier.lab.packages import missing, search_path
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Scenario

BUILDING_PATIENCE = 60.0
"Seconds for a whole scenario; each daemon and command has a limit of its own."
STANDARD_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
PROXIES = frozenset({"http_proxy", "https_proxy", "all_proxy", "ftp_proxy", "no_proxy"})


class LabFailed(Exception):
    """The scenario could not be built; ``sentence`` says why."""

    def __init__(self, sentence: Prose) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class LabForbidden(LabFailed):
    """The kernel allows no namespaces here, and the scenario has no confined form."""


class ProgramsMissing(LabFailed):
    """Programs are missing; ``packages`` are the Debian packages that hold them."""

    def __init__(self, name: str, packages: tuple[str, ...]) -> None:
        held = ", ".join(packages)
        super().__init__(
            say("{name} needs these Debian packages, which are not here: {packages}", name=name, packages=held)
        )
        self.packages = packages


@contextlib.contextmanager
def build(scenario: Scenario, *, bare: bool = False) -> Iterator[Lab]:
    """Bring a scenario about; everything is gone again when the block ends, however it ends.

    ``bare``: with an environment that holds nothing of the user's, fit to be recorded.

    Raises `ProgramsMissing`, `LabForbidden`, or `LabFailed` with what went wrong. The lab ends, too, with the
    thread that built it.
    """
    if not sys.platform.startswith("linux"):
        raise LabForbidden(say("the lab is made of Linux network namespaces, and this is no Linux"))
    try:
        with _standing(scenario, confined=False, bare=bare) as lab:
            yield lab
            return
    except _Forbidden as refused:
        reason = str(refused)
    if scenario.confined is None:
        raise LabForbidden(
            say(
                "{name} needs network namespaces, and this kernel does not allow them here ({reason})",
                name=scenario.name,
                reason=reason,
            )
        )
    with _standing(scenario.confined, confined=True, bare=bare) as lab:
        yield lab


class _Forbidden(Exception):
    """The kernel refused namespaces."""


@contextlib.contextmanager
def _standing(scenario: Scenario, *, confined: bool, bare: bool = False) -> Iterator[Lab]:
    if all(host.name != CLIENT for host in scenario.hosts):
        raise LabFailed(say("{name} has no host called {host}", name=scenario.name, host=CLIENT))
    if packages := missing(scenario):
        raise ProgramsMissing(scenario.name, packages)
    if not confined:
        import pyroute2  # noqa: F401  # 0.2 s, here once rather than in the keeper of every lab of a test run
    environment = _bare() if bare else _environment()
    pid, line = keeper.start(scenario, environment, confined=confined)
    try:
        line.settimeout(BUILDING_PATIENCE)
        match _first_news(line):
            case messages.Failed(reason=reason, forbidden=True) if not confined:
                raise _Forbidden(reason)
            case messages.Failed(reason=reason):
                raise LabFailed(_not_built(scenario, reason))
            case messages.Built(programs=programs):
                environment["PATH"] = f"{programs}{os.pathsep}{environment['PATH']}"
                yield Lab(scenario, line, environment, confined=confined)
            case _:
                raise LabFailed(_not_built(scenario, "the keeper ended without a word"))
    finally:
        keeper.stop(pid, line)


def _not_built(scenario: Scenario, reason: str) -> Prose:
    return say("{name} could not be built: {reason}", name=scenario.name, reason=reason)


def _first_news(line: socket.socket) -> messages.News | None:
    try:
        return messages.receive_news(line)
    except TimeoutError:
        return messages.Failed(reason=f"it took more than {BUILDING_PATIENCE:g} s")


def _environment() -> dict[str, str]:
    """The user's environment, without the proxies of the network that the lab is not in; its targets are no history.

    Programs of the lab find this very package, wherever it was started from.
    """
    kept = {name: value for name, value in os.environ.items() if name.lower() not in PROXIES}
    own = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    paths = os.pathsep.join(filter(None, (own, os.environ.get("PYTHONPATH", ""))))
    return {**kept, "PATH": search_path(), "PYTHONPATH": paths, "NOCARRIER_HISTORY": "0"}


def _bare() -> dict[str, str]:
    """Enough to run programs and this one."""
    needed = {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
    return {**needed, "PATH": STANDARD_PATH, "HOME": "/root", "LANG": "C.UTF-8", "NOCARRIER_HISTORY": "0"}
