"""A scenario that stands: run commands on its hosts, and the diagnosis on its client."""

from __future__ import annotations

import errno as errnos
import os
import signal
import socket
import sys
import time
from collections.abc import Mapping

import msgspec

from nocarrier.lab import messages
from nocarrier.model.record import Record
from nocarrier.model.report import Report
from nocarrier.model.scenario import Expected, Scenario

CLIENT = "client"
DIAGNOSIS_PATIENCE = 60.0
"Seconds after which a diagnosis is taken to hang; its own limit is 10 by default."


class Finished(Record, kw_only=True):
    """A command that ended; ``status`` is negative for a signal."""

    status: int
    out: bytes
    err: bytes

    @property
    def text(self) -> str:
        """Its standard output as text."""
        return self.out.decode("utf-8", "replace")


class Diagnosed(Record, kw_only=True):
    """What ``nocarrier TARGET --json`` did in the client's namespace."""

    status: int
    out: bytes
    err: bytes

    @property
    def report(self) -> Report:
        """Its report. Raises msgspec.DecodeError where it printed none; ``err`` then says why."""
        return msgspec.json.decode(self.out, type=Report)


class Process:
    """A command that runs on a host."""

    def __init__(self, lab: Lab, pid: int, *, session: bool) -> None:
        self.pid = pid
        self._lab = lab
        self._session = session

    def wait(self, timeout: float) -> int | None:
        """Its exit status (negative for a signal), or None when it still runs after ``timeout`` seconds."""
        return self._lab._await_end(self.pid, timeout)

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send it a signal, and to whatever it has started in its session."""
        self._lab._send(messages.Signal(pid=self.pid, number=number, session=self._session))


class Lab:
    """The hosts of a scenario, with the fault in place. `build` makes it and takes it down."""

    def __init__(
        self, scenario: Scenario, line: socket.socket, environment: dict[str, str], *, confined: bool
    ) -> None:
        self.scenario = scenario
        self.confined = confined
        self.environment = environment
        self._line = line
        self._ended: dict[int, int] = {}

    def place(self, host: str) -> str:
        """How ``--server`` and ``--from`` name a host of this lab: ``netns://server``."""
        return "local://" if self.confined else f"netns://{host}"

    def spawn(
        self,
        host: str,
        argv: tuple[str, ...],
        *,
        stdin: int | None = None,
        stdout: int | None = None,
        stderr: int | None = None,
        environment: Mapping[str, str] | None = None,
        session: bool = True,
    ) -> Process:
        """Start a command on a host, with these descriptors (default: /dev/null).

        ``environment`` is added to the lab's. Without a ``session`` of its own it has the caller's terminal.
        Raises OSError where it cannot be started, ConnectionError where the lab is gone.
        """
        order = messages.Run(
            host=host,
            argv=argv,
            environment={**self.environment, **(environment or {})},
            directory=os.getcwd(),
            session=session,
        )
        nothing = os.open(os.devnull, os.O_RDWR)
        try:
            given, out, err = (nothing if number is None else number for number in (stdin, stdout, stderr))
            self._send(order, (given, out, err))
        finally:
            os.close(nothing)
        while True:
            match self._receive(None):
                case messages.Started(pid=pid):
                    return Process(self, pid, session=session)
                case messages.NotStarted(errno=number):
                    raise OSError(number, os.strerror(number), argv[0])
                case messages.Ended(pid=pid, status=status):
                    self._ended[pid] = status

    def run(
        self,
        host: str,
        argv: tuple[str, ...],
        *,
        stdin: bytes = b"",
        timeout: float = 10.0,
        environment: Mapping[str, str] | None = None,
    ) -> Finished:
        """Run a command on a host to its end. Raises TimeoutError after ``timeout`` seconds (it is killed)."""
        # Files in memory rather than pipes: none can fill up, and a background child holds nothing open.
        given, out, err = files = [os.memfd_create(name) for name in ("in", "out", "err")]
        try:
            os.pwrite(given, stdin, 0)
            process = self.spawn(host, argv, stdin=given, stdout=out, stderr=err, environment=environment)
            try:
                status = process.wait(timeout)
            except BaseException:
                process.kill()
                raise
            if status is None:
                process.kill()
                raise TimeoutError(errnos.ETIMEDOUT, f"no end after {timeout:g} s", " ".join(argv))
            return Finished(status=status, out=_content(out), err=_content(err))
        finally:
            for number in files:
                os.close(number)

    def expected(self, *, both_ends: bool) -> Expected | None:
        """What the scenario expects of a diagnosis from both ends, or from the client alone."""
        return self.scenario.both_ends if both_ends else self.scenario.client_alone

    def arguments(self, *, both_ends: bool) -> tuple[str, ...]:
        """What a user would type after the target."""
        server = ("--server", self.place(self.scenario.server)) if both_ends else ()
        return (*self.scenario.arguments, *server)

    def command(
        self,
        *,
        both_ends: bool,
        target: str = "",
        more: tuple[str, ...] = (),
        shell: str = "",
        module: str = "nocarrier",
    ) -> tuple[str, ...]:
        """The command line a user would type in the client's place, run by this very interpreter.

        ``shell`` is a script that runs it, as ``"$@"``: what it sets first (a limit, a variable) then holds.
        """
        return (
            *(word.replace("{python}", sys.executable) for word in self.scenario.client_command),
            *(("sh", "-ec", shell, "sh") if shell else ()),
            *(sys.executable, "-m", module, target or self.scenario.target),
            *self.arguments(both_ends=both_ends),
            *more,
        )

    def diagnose(
        self, *, both_ends: bool, target: str = "", shell: str = "", more: tuple[str, ...] = ()
    ) -> Diagnosed:
        """Run the diagnosis on the client with ``--json``; see `command`."""
        command = self.command(both_ends=both_ends, target=target, more=("--json", *more), shell=shell)
        ran = self.run(CLIENT, command, timeout=DIAGNOSIS_PATIENCE)
        return Diagnosed(status=ran.status, out=ran.out, err=ran.err)

    def _send(self, message: messages.Order, descriptors: tuple[int, ...] = ()) -> None:
        try:
            messages.send(self._line, message, descriptors)
        except OSError as error:
            raise ConnectionError(error.errno, "the lab is gone") from error

    def _receive(self, timeout: float | None) -> messages.News:
        """The next news of the keeper. Raises TimeoutError, or ConnectionError where it is gone."""
        self._line.settimeout(timeout)
        news = messages.receive_news(self._line)
        if news is None:
            raise ConnectionError(errnos.ECONNRESET, "the lab is gone")
        return news

    def _await_end(self, pid: int, timeout: float) -> int | None:
        deadline = time.monotonic() + timeout
        while pid not in self._ended:
            try:
                news = self._receive(max(0.001, deadline - time.monotonic()))
            except TimeoutError:
                return None
            if isinstance(news, messages.Ended):
                self._ended[news.pid] = news.status
        return self._ended[pid]


def _content(file: int) -> bytes:
    return os.pread(file, os.fstat(file).st_size, 0)
