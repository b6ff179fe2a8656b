"""This machine's kernel, and the files of another root directory."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence

from nocarrier.machines import Dial, Dialled, FileRead, Patience, Talk, Talked, inside
from nocarrier.machines.connecting import errno_name
from nocarrier.machines.local import Local
from nocarrier.model.annotations import TypeVar
from nocarrier.model.record import replace

Asked = TypeVar("Asked", Dial, Talk)


class Rooted(Local):
    """`Local`, with the files of another root directory. /proc and /sys stay those of the calling thread."""

    def __init__(self, where: str, root: int) -> None:
        super().__init__(where)
        self._root = root

    @property
    def root(self) -> str:
        """A path of that root directory, good while this machine is open."""
        return f"/proc/self/fd/{self._root}"

    def read(self, path: str, limit: int = 1 << 20) -> FileRead:
        """See `Machine.read`."""
        if _of_the_kernel(path):
            return super().read(path, limit)
        try:
            with inside.opened(self.root, path) as file:
                return super().read(inside.name_of(file), limit)
        except OSError as error:
            return FileRead(errno=errno_name(error.errno))
        except ValueError:
            return FileRead(errno="EINVAL")

    def listdir(self, path: str) -> tuple[str, ...]:
        """See `Machine.listdir`."""
        if _of_the_kernel(path):
            return super().listdir(path)
        try:
            with inside.opened(self.root, path) as directory:
                return super().listdir(inside.name_of(directory))
        except (OSError, ValueError):
            return ()

    def readlink(self, path: str) -> str:
        """See `Machine.readlink`."""
        if _of_the_kernel(path):
            return super().readlink(path)
        try:
            with inside.opened(self.root, path, follow=False) as link:
                return os.readlink("", dir_fd=link)
        except (OSError, ValueError):
            return ""

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        """See `Machine.dial`. The path of a unix socket is one of that root."""
        with contextlib.ExitStack() as held:
            here = [self._rooted(dial, held) for dial in dials]
            outcomes = iter(super().dial([dial for dial in here if not isinstance(dial, str)], patience))
            return tuple(
                Dialled(stage="connect", errno=one) if isinstance(one, str) else next(outcomes) for one in here
            )

    def converse(self, talks: Sequence[Talk]) -> tuple[Talked, ...]:
        """See `Machine.converse`. The path of a unix socket is one of that root."""
        with contextlib.ExitStack() as held:
            here = [self._rooted(talk, held) for talk in talks]
            outcomes = iter(super().converse([talk for talk in here if not isinstance(talk, str)]))
            return tuple(
                Talked(stage="connect", errno=one) if isinstance(one, str) else next(outcomes) for one in here
            )

    def _rooted(self, asked: Asked, held: contextlib.ExitStack) -> Asked | str:
        """The same with a path that is good here, or the errno for which there is none."""
        if asked.transport != "unix" or asked.address.startswith("@"):
            return asked
        try:
            file = held.enter_context(inside.opened(self.root, asked.address))
        except OSError as error:
            return errno_name(error.errno)
        except ValueError:
            return "EINVAL"
        return replace(asked, address=inside.name_of(file))

    def close(self) -> None:
        """Let go of that root and of commands that still run."""
        super().close()
        if self._root >= 0:
            os.close(self._root)
            self._root = -1


def _of_the_kernel(path: str) -> bool:
    return path.startswith(("/proc/", "/sys/")) or path in ("/proc", "/sys")
