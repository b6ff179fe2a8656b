"""A terminal to write to, at which nobody sits.

Programs that want keys, and whose standard input is something else, look for the terminal that their standard error is:
less opens it by its name, more reads from it. With nobody there they would wait for ever. So it is to have no name:
ttyname(3) then finds none, and they turn to /dev/tty, where the user is. A terminal without a name is one of an instance of
devpts that is mounted nowhere: it is mounted over /dev/pts in the eyes of one thread, or of a process with a user
namespace of its own, and what was opened there stays when the mount goes.

Where neither is allowed it has a name, and only its writers may open it: who wants keys from it is told that there are none.
"""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from threading import Thread

TIOCSPTLCK, TIOCGPTPEER = 0x40045431, 0x5441
"include/uapi/asm-generic/ioctls.h: all architectures but mips, powerpc, sparc, alpha and parisc, where they are refused."
Ends = tuple[int, int]
"The end that is read, and the one that is written to."


def silent_terminal() -> Ends:
    """Both ends of such a terminal. Raises OSError where there is none to be had."""
    if sys.platform == "linux":
        return _by_a_thread() or _by_a_process() or _with_a_name()
    return _with_a_name()


def _by_a_thread() -> Ends | None:
    """With CAP_SYS_ADMIN: namespaces belong to threads, and this one ends."""
    made: list[Ends] = []

    def work() -> None:
        with suppress(OSError):
            made.append(_opened_in_private())

    thread = Thread(target=work)
    thread.start()
    thread.join()
    return made[0] if made else None


def _by_a_process() -> Ends | None:
    """As an ordinary user, who may do so in a user namespace of his own, where the system lets him have one."""
    ours, theirs = socket.socketpair()
    child = os.fork()
    if not child:
        with suppress(BaseException):
            from nocarrier.machines import namespaces

            namespaces.own_users()
            socket.send_fds(theirs, [b"."], _opened_in_private())
        os._exit(0)
    theirs.close()
    with ours:
        _, descriptors, _, _ = socket.recv_fds(ours, 1, 2)
    os.waitpid(child, 0)
    for descriptor in descriptors:
        os.set_inheritable(descriptor, False)
    return (descriptors[0], descriptors[1]) if len(descriptors) == 2 else None


def _opened_in_private() -> Ends:
    """Raises OSError."""
    import fcntl

    from nocarrier.machines import namespaces

    namespaces.own_mounts()
    namespaces.mount_terminals()
    master = os.open("/dev/pts/ptmx", os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
    fcntl.ioctl(master, TIOCSPTLCK, bytes(4))
    writing = fcntl.ioctl(master, TIOCGPTPEER, os.O_WRONLY | os.O_NOCTTY | os.O_CLOEXEC)
    os.fchmod(writing, 0o200)
    return master, writing


def _with_a_name() -> Ends:
    master, slave = os.openpty()
    try:
        writing = os.open(os.ttyname(slave), os.O_WRONLY | os.O_NOCTTY | os.O_CLOEXEC)
        os.fchmod(slave, 0o200)
    except OSError:
        os.close(master)
        raise
    finally:
        os.close(slave)
    return master, writing
