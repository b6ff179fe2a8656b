"""Files below another root directory, as a process sees them whose root it is.

A path like ``/proc/812/root/etc/resolv.conf`` would not do: an absolute symbolic link in it leads out of that root
and into ours. So every component is opened by itself, without following, and links are followed here. Nothing on
the way is trusted: whoever owns the files may change them meanwhile.
"""

from __future__ import annotations

import errno as errnos
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager

LINKS = 40
"How many symbolic links one path may lead through, as in the kernel (include/linux/namei.h, MAXSYMLINKS)."


@contextmanager
def opened(root: str, path: str, *, follow: bool = True) -> Iterator[int]:
    """An O_PATH descriptor of ``path`` below ``root``; ``follow`` is about a link at its end. Raises OSError."""
    way = [os.open(root, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)]
    try:
        _walk(way, path, follow)
        yield way[-1]
    finally:
        for descriptor in way:
            os.close(descriptor)


def name_of(descriptor: int) -> str:
    """A path that names what an O_PATH descriptor refers to, for calls that want a path."""
    return f"/proc/self/fd/{descriptor}"


def _walk(way: list[int], path: str, follow: bool) -> None:
    """Extend ``way``, the descriptors from the root down, until it ends at ``path``."""
    ahead = _parts(path)
    links = 0
    while ahead:
        part = ahead.pop()
        if part == "..":
            if len(way) > 1:  # the root's parent is the root
                os.close(way.pop())
            continue
        way.append(os.open(part, os.O_PATH | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=way[-1]))
        if not stat.S_ISLNK(os.fstat(way[-1]).st_mode) or not (ahead or follow):
            continue
        links += 1
        if links > LINKS:
            raise OSError(errnos.ELOOP, os.strerror(errnos.ELOOP))
        target = os.readlink("", dir_fd=way[-1])
        os.close(way.pop())
        if target.startswith("/"):
            while len(way) > 1:
                os.close(way.pop())
        ahead += _parts(target)


def _parts(path: str) -> list[str]:
    """The components of a path, the last one first."""
    return [part for part in reversed(path.split("/")) if part not in ("", ".")]
