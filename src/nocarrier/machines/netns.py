"""A named network namespace, entered the way ``ip netns exec`` enters it (ip-netns(8))."""

from __future__ import annotations

import contextlib
import errno as errnos
import os
import sys

from nocarrier.machines import MachineUnreachable, needed
from nocarrier.machines.entered import Entered
from nocarrier.model.prose import say

NAMED = "/run/netns"
FILES = "/etc/netns"


def open_netns(where: str, name: str) -> Entered:
    """The namespace /run/netns/``name``, or the one at an absolute path such as ``/proc/812/ns/net``.

    Files in /etc/netns/``name`` stand in for those of /etc, and /sys is the namespace's.
    Raises `MachineUnreachable`.
    """
    if sys.platform != "linux":
        raise MachineUnreachable(say("this system has no network namespaces"))
    path = name if name.startswith("/") else f"{NAMED}/{name}"
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise unreachable(name, error) from error
    try:
        return Entered(where, lambda: _enter(descriptor, f"{FILES}/{name}"))
    except OSError as error:
        raise unreachable(name, error) from error
    finally:
        os.close(descriptor)


def _enter(descriptor: int, files: str) -> None:
    from nocarrier.machines import namespaces

    namespaces.join(descriptor, namespaces.CLONE_NEWNET)
    namespaces.own_mounts()
    namespaces.mount_sysfs()
    for name in os.listdir(files) if os.path.isdir(files) else ():
        with contextlib.suppress(OSError):  # as ip-netns(8): what has no counterpart in /etc is not shown
            namespaces.bind(f"{files}/{name}", f"/etc/{name}")


def unreachable(name: str, error: OSError) -> MachineUnreachable:
    """One sentence on why the namespace cannot be entered."""
    if error.errno in (errnos.ENOENT, errnos.ENOTDIR):
        return MachineUnreachable(say("there is no network namespace {name} on this machine", name=name))
    if error.errno == errnos.EINVAL:
        return MachineUnreachable(say("{name} is not a network namespace", name=name))
    if error.errno in (errnos.EPERM, errnos.EACCES):
        return MachineUnreachable(
            say("entering the network namespace {name} is not permitted", name=name), needed("CAP_SYS_ADMIN")
        )
    return MachineUnreachable(
        say("the network namespace {name} cannot be entered: {why}", name=name, why=str(error.strerror))
    )
