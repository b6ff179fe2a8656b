"""Starts a command in this process' place, as far as that can be had without being it, and waits for its end.

It is given what we were given: environment, descriptors, directory, terminal, process group, signal mask. What Python
has changed of that when it started (SIGPIPE, a locale in the environment) is put back. What a terminal sends goes to the
whole group, so to the command itself; what is sent to us alone is passed on to it. Where it stops, we stop, so that
the shell sees its job stop, and where a signal ended it, that signal ends us.
"""

from __future__ import annotations

import errno
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from nocarrier.machines.running.ended import NOT_FOUND, NOT_RUNNABLE, Ended
from nocarrier.model.annotations import NoReturn

FROM_THE_KERNEL = 0x80
"``si_code`` of what a terminal's keys send (SI_KERNEL, include/uapi/asm-generic/siginfo.h)."
JOB_CONTROL = (signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU)
ASKING_US_TO_END = (signal.SIGTERM, signal.SIGHUP)
OUR_OWN_FAULT = (signal.SIGSEGV, signal.SIGBUS, signal.SIGFPE, signal.SIGILL, signal.SIGABRT, signal.SIGTRAP)
NEVER_MEANT = (*JOB_CONTROL, signal.SIGWINCH, signal.SIGPIPE, signal.SIGURG)
"Where nobody can say who sent them, these are not passed on: the command gets them by itself, or they are ours."
UNKNOWN, KERNEL = -1, -2
"Who sent a signal, where that is no process. 0 is one of another container (pid_namespaces(7))."
UNTOUCHED = {signal.SIGKILL, signal.SIGSTOP, *OUR_OWN_FAULT}


class Command:
    """One command. ``resized`` is called when the terminal may have another size."""

    def __init__(self, words: Sequence[str], environment: dict[bytes, bytes]) -> None:
        self._words = [os.fsencode(word) for word in words]
        self._environment = environment
        self._before: set[int] = set()
        self._watched = signal.valid_signals() - UNTOUCHED
        # Of children whose end is ignored, and that may be inherited (signal(7)), no end is told: waitpid(2), NOTES.
        self._ignores_children = signal.signal(signal.SIGCHLD, signal.SIG_DFL) == signal.SIG_IGN
        self.process = 0

    def start(self, given: Sequence[tuple[int, int]], prepare: Callable[[], None]) -> Ended | None:
        """Begin. ``given`` is which descriptor it has under which number. None, or why it could not be started.

        ``prepare`` is called in the new process right before the program takes its place.
        """
        reading, writing = os.pipe()
        self._before = {int(number) for number in signal.pthread_sigmask(signal.SIG_BLOCK, self._watched)}
        self.process = os.fork()
        if not self.process:
            self._become(given, prepare, writing)
        os.close(writing)
        with os.fdopen(reading, "rb") as told:
            failed = told.read()
        if not failed:
            return None
        os.waitpid(self.process, 0)
        return _not_started(int(failed))

    def _become(self, given: Sequence[tuple[int, int]], prepare: Callable[[], None], writing: int) -> NoReturn:
        """In the child: everything that is left of us goes."""
        number = errno.ENOEXEC
        try:
            for descriptor, wanted in given:
                os.dup2(descriptor, wanted)
            self._put_signals_back()
            prepare()
            signal.pthread_sigmask(signal.SIG_SETMASK, self._before)
            number = _execute(self._words, self._environment)
        finally:
            os.write(writing, str(number).encode())
            os._exit(NOT_FOUND)

    def take_our_place(self) -> Ended:
        """Be run in our very process, of which nothing is left then; or why it could not be started."""
        self._put_signals_back()
        return _not_started(_execute(self._words, self._environment))

    def _put_signals_back(self) -> None:
        for usual in (signal.SIGPIPE, getattr(signal, "SIGXFSZ", signal.SIGPIPE)):
            signal.signal(usual, signal.SIG_DFL)
        if self._ignores_children:
            signal.signal(signal.SIGCHLD, signal.SIG_IGN)

    def wait(self, resized: Callable[[], None], companion: int) -> Ended:
        """Until it ended; everything that happens to us meanwhile happens to it, and the other way round."""
        its_own = {self.process, companion, os.getpid()}
        while True:
            number, sender = _next_signal(self._watched)
            if number == signal.SIGCHLD:
                ended = self._look()
                if ended is not None:
                    return ended
                continue
            if number in (signal.SIGWINCH, signal.SIGCONT):
                resized()
            if sender not in its_own and self._is_to_hear(number, sender):
                self._pass_on(number)

    def _is_to_hear(self, number: int, sender: int) -> bool:
        """Whether this came to us and not to the command, too."""
        if number == signal.SIGCONT:  # a shell continues the whole job
            return _stopped(self.process)
        if sender == KERNEL:  # of a terminal that is gone the kernel tells the leader of its session alone
            return number == signal.SIGHUP and os.getsid(0) == os.getpid()
        return sender != UNKNOWN or number not in NEVER_MEANT

    def _look(self) -> Ended | None:
        """What became of our children. Where we are a container's first process, every orphan in it is ours too."""
        while True:
            found, status = os.waitpid(-1, os.WNOHANG | os.WUNTRACED)
            if not found:
                return None
            if found != self.process:
                continue
            if not os.WIFSTOPPED(status):
                return Ended(0, os.WTERMSIG(status)) if os.WIFSIGNALED(status) else Ended(os.WEXITSTATUS(status))
            if os.WSTOPSIG(status) in JOB_CONTROL:
                self._stop_too(os.WSTOPSIG(status))

    def _stop_too(self, number: int) -> None:
        """Stop as the command did. The kernel lets an orphaned group not stop, and it did not stop the command then."""
        os.kill(os.getpid(), number)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {number})
        signal.pthread_sigmask(signal.SIG_BLOCK, {number})

    def _pass_on(self, number: int) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(self.process, number)

    @property
    def before(self) -> frozenset[int]:
        """The signals that were blocked before the command was started; since then, nearly all are."""
        return frozenset(self._before)


@contextmanager
def reachable(before: frozenset[int]) -> Iterator[None]:
    """While the block lasts, signals do to us what they usually do; what came for the command until then is forgotten.

    Who asks us to end is obeyed as ^C is, for the end of the command is still to be told.
    """
    if hasattr(signal, "sigtimedwait"):
        watched = signal.valid_signals() - UNTOUCHED
        while signal.sigpending() & watched and signal.sigtimedwait(watched, 0) is not None:
            continue
    for number in ASKING_US_TO_END:
        if signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)
    mask = signal.pthread_sigmask(signal.SIG_SETMASK, before)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def end_like(ended: Ended) -> int:
    """End by the signal that ended the command, as whoever waits for us expects; else, its exit status."""
    if ended.signal:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
        with suppress(OSError, ValueError):
            signal.signal(ended.signal, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {ended.signal})
        os.kill(os.getpid(), ended.signal)
    return ended.code


def first_environment() -> dict[bytes, bytes]:
    """The environment that we were started with: Python puts a locale into its own (PEP 538)."""
    with suppress(OSError), open("/proc/self/environ", "rb") as file:
        pairs = (entry.partition(b"=") for entry in file.read().split(b"\0"))
        return {name: value for name, mark, value in pairs if mark and name}
    return dict(os.environb)


def _execute(words: list[bytes], environment: dict[bytes, bytes]) -> int:
    """Let the program take this process' place, as execvp(3) does: the error where it cannot."""
    failed = errno.ENOENT
    for place in _places(words[0], environment):
        try:
            os.execve(place, words, environment)
        except OSError as error:
            found = error.errno or errno.ENOENT
        if found == errno.ENOEXEC:  # a script that names no interpreter
            with suppress(OSError):
                os.execve(b"/bin/sh", [b"/bin/sh", place, *words[1:]], environment)
            return found
        if found not in (errno.ENOENT, errno.ENOTDIR):
            failed = found
            if found != errno.EACCES:
                break
    return failed


def _places(name: bytes, environment: dict[bytes, bytes]) -> list[bytes]:
    if b"/" in name:
        return [name]
    path = environment.get(b"PATH", os.fsencode(os.defpath))
    return [os.path.join(folder or b".", name) for folder in path.split(b":")] if name else []


def _not_started(number: int) -> Ended:
    return Ended(NOT_FOUND if number in (errno.ENOENT, errno.ENOTDIR) else NOT_RUNNABLE, 0, os.strerror(number))


def _next_signal(watched: set[signal.Signals]) -> tuple[int, int]:
    """The next of them, and the process that sent it: `KERNEL` for a key of the terminal, too."""
    if sys.platform == "darwin":
        return signal.sigwait(watched), UNKNOWN
    told = signal.sigwaitinfo(watched)
    return told.si_signo, KERNEL if told.si_code == FROM_THE_KERNEL else told.si_pid


def _stopped(process: int) -> bool:
    with suppress(OSError), open(f"/proc/{process}/stat", "rb") as file:
        return file.read().rpartition(b") ")[2][:1] == b"T"
    return True
