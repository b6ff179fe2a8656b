"""Starts programs on hosts and gathers their ends: what the keeper does all day."""

from __future__ import annotations

import contextlib
import os
import signal

from nocarrier.lab import kernel
from nocarrier.lab.hosts import Namespaces

NOTHING = "/dev/null"


class Children:
    """The programs that run on the lab's hosts; ``ended`` holds pid → exit status (negative: a signal)."""

    def __init__(self, namespaces: Namespaces | None) -> None:
        self.namespaces = namespaces
        self.ended: dict[int, int] = {}

    def start(
        self,
        host: str,
        argv: tuple[str, ...],
        environment: dict[str, str],
        directory: str,
        descriptors: tuple[int, int, int],
        *,
        session: bool = True,
        user: str = "",
    ) -> int:
        """Run a program on a host; its pid. Raises OSError where it could not be started."""
        told, tell = os.pipe()
        pid = os.fork()
        if not pid:
            try:
                self._become(host, directory, descriptors, session=session, user=user)
                os.execvpe(argv[0], argv, environment)
            except OSError as error:
                os.write(tell, str(error.errno or 1).encode())
            except KeyError:
                os.write(tell, b"2")  # no such user: ENOENT
            finally:
                os._exit(127)
        os.close(tell)
        with os.fdopen(told, "rb") as pipe:
            failed = pipe.read()
        if not failed:
            return pid
        os.waitpid(pid, 0)
        raise OSError(int(failed), os.strerror(int(failed)))

    def gather(self) -> list[int]:
        """Note every program that has ended by now (orphans of others included); their pids."""
        found = []
        with contextlib.suppress(ChildProcessError):
            while True:
                pid, status = os.waitpid(-1, os.WNOHANG)
                if not pid:
                    break
                self.ended[pid] = os.waitstatus_to_exitcode(status)
                found.append(pid)
        return found

    def _become(
        self, host: str, directory: str, descriptors: tuple[int, int, int], *, session: bool, user: str
    ) -> None:
        """Everything between fork(2) and exec(2)."""
        for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGPIPE, signal.SIGCHLD):
            signal.signal(ignored, signal.SIG_DFL)
        if session:
            os.setsid()
        # Copied out of the way first: a descriptor may itself be 0, 1 or 2.
        aside = [os.dup(number) for number in descriptors]
        for place, number in enumerate(aside):
            os.dup2(number, place)
        if self.namespaces is not None:
            self.namespaces.settle(host)
        os.chdir(directory)
        if user:
            _become_user(user)
        kernel.die_with_parent()


def _become_user(name: str) -> None:
    """Drop to an ordinary user. Raises KeyError for an unknown one, OSError without the privilege."""
    import pwd

    known = pwd.getpwnam(name)
    os.initgroups(name, known.pw_gid)
    os.setgid(known.pw_gid)
    os.setuid(known.pw_uid)
