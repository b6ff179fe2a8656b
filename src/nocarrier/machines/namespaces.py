"""The three system calls with which a thread changes where it stands: setns(2), unshare(2), mount(2).

Through ctypes, because `os.setns` and `os.unshare` came with Python 3.12 and mount(2) never did. A namespace is
a property of a thread, not of the process (namespaces(7)); a thread or program started from that thread begins
in its namespaces.
"""

from __future__ import annotations

import contextlib
import ctypes
import os

CLONE_NEWNS = 0x00020000
CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000
MS_BIND, MS_REC, MS_SLAVE = 0x1000, 0x4000, 0x80000


def join(descriptor: int, kind: int) -> None:
    """Enter the namespace that ``descriptor`` refers to. Raises OSError (EPERM without CAP_SYS_ADMIN)."""
    _checked(_libc().setns(descriptor, kind))


def own_mounts() -> None:
    """Give this thread a mount table of its own, which still follows changes of the old one.

    Raises OSError. Slave propagation keeps what is mounted here from reaching anyone else
    (mount_namespaces(7)).
    """
    _checked(_libc().unshare(CLONE_NEWNS))
    _mount("none", "/", MS_REC | MS_SLAVE)


def own_users() -> None:
    """Give this process, which must have no second thread, a user namespace of its own, in which it may mount.

    Its user and group are themselves there, so that files it makes have an owner (user_namespaces(7)). Raises OSError.
    """
    user, group = os.geteuid(), os.getegid()
    _checked(_libc().unshare(CLONE_NEWUSER))
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def bind(source: str, target: str) -> None:
    """Let ``target`` show ``source``. Raises OSError, also where either does not exist."""
    _mount(source, target, MS_BIND)


def mount_sysfs() -> None:
    """Mount a /sys of this thread's network namespace over the old one, control groups kept.

    Which interfaces /sys/class/net lists is decided by the namespace of whoever mounted it
    (net/core/net-sysfs.c). Raises OSError.
    """
    groups = os.open("/sys/fs/cgroup", os.O_PATH) if os.path.isdir("/sys/fs/cgroup") else -1
    try:
        _mount("sysfs", "/sys", 0, kind="sysfs")
        if groups >= 0:
            with contextlib.suppress(OSError):  # a /sys without them is still the right one
                _mount(f"/proc/self/fd/{groups}", "/sys/fs/cgroup", MS_BIND | MS_REC)
    finally:
        if groups >= 0:
            os.close(groups)


def mount_terminals() -> None:
    """Mount an instance of devpts of its own over /dev/pts (Documentation/filesystems/devpts.rst). Raises OSError."""
    _mount("devpts", "/dev/pts", 0, kind="devpts", data="newinstance,ptmxmode=0666,mode=0600")


def _mount(source: str, target: str, flags: int, kind: str = "", data: str = "") -> None:
    arguments = [os.fsencode(text) for text in (source, target, kind)]
    _checked(_libc().mount(*arguments, ctypes.c_ulong(flags), os.fsencode(data) or None))


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int) -> None:
    if result:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
