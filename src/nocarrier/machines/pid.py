"""The network and the files that a process sees.

A container, a service with a private /tmp, a program started by ``ip netns exec``: each may see another network,
other files, or both. Network and /proc are looked at from a thread in that process' network namespace; its files
through its root directory. None of its programs is run: what asks about the network (``ip``, ``nft``) is this
machine's own program in that network, for programs of a container are not to be trusted with our rights.
"""

from __future__ import annotations

import contextlib
import errno as errnos
import os
import sys
from collections.abc import Callable

from nocarrier.machines import CannotLook, FileRead, MachineUnreachable, Ran, needed
from nocarrier.machines.contained import Contained
from nocarrier.machines.entered import Entered
from nocarrier.machines.local import Local
from nocarrier.machines.rooted import Rooted
from nocarrier.model.prose import say

Runner = Callable[[tuple[str, ...], bytes, float], Ran]

OF_THE_NETWORK = frozenset((
    "arp", "bridge", "conntrack", "ethtool", "getent", "id", "ip", "ip6tables", "ip6tables-legacy",
    "ip6tables-legacy-save", "ip6tables-nft", "ip6tables-nft-save", "ip6tables-save", "ipset", "iptables",
    "iptables-legacy", "iptables-legacy-save", "iptables-nft", "iptables-nft-save", "iptables-save", "nft",
    "ping", "ping6", "ss", "sysctl", "tc",
))  # fmt: skip
"Programs whose answer depends on the network namespace they run in, and not on the files around them."

RESOLVING = {
    "hosts": b"",
    "resolv.conf": b"",
    # Without this file musl and Go read /etc/hosts first and then ask DNS.
    "nsswitch.conf": b"hosts: files dns\n",
    "host.conf": b"",
    "gai.conf": b"",
}
"What getaddrinfo(3) reads in /etc, and what it is to find where a container has no such file."


class Neighbour(Local, Contained):
    """This very machine, with one of its processes pointed out by ``pid``."""

    def __init__(self, where: str, pid: int) -> None:
        super().__init__(where)
        self.pid = pid

    def environment(self, names: frozenset[str]) -> tuple[tuple[str, str], ...]:
        """See `Machine.environment`: what that process was started with."""
        return _started_with(self.read(f"/proc/{self.pid}/environ"), names, self.pid)


class Inmate(Entered, Contained):
    """What process ``pid`` sees, where that is not what we see.

    ``own_programs``: its programs are those of this machine. Otherwise ``runner`` runs them, where there is one.
    """

    def __init__(
        self,
        where: str,
        pid: int,
        enter: Callable[[], None],
        near: Rooted,
        own_programs: bool,
        runner: Runner | None,
    ) -> None:
        super().__init__(where, enter, near)
        self.pid = pid
        self._own_programs = own_programs
        self._runner = runner

    def run(self, command: tuple[str, ...], *, stdin: bytes = b"", timeout: float = 3.0) -> Ran:
        """See `Machine.run`. A program of another root is left to the runner; without one that is EPERM."""
        if self._own_programs or command[0] in OF_THE_NETWORK:
            return super().run(command, stdin=stdin, timeout=timeout)
        if self._runner is None:
            return Ran(errno="EPERM")
        return self._runner(command, stdin, timeout)

    def environment(self, names: frozenset[str]) -> tuple[tuple[str, str], ...]:
        """See `Machine.environment`: what that process was started with."""
        return _started_with(self.read(f"/proc/{self.pid}/environ"), names, self.pid)

    def close(self) -> None:
        """Let go of both machines."""
        super().close()
        self.close_host()


def open_pid(where: str, pid: int, runner: Runner | None = None) -> Neighbour | Inmate:
    """What process ``pid`` sees. ``runner`` runs programs of its file system, where there is a way to.

    Raises `MachineUnreachable`.
    """
    if sys.platform != "linux":
        raise MachineUnreachable(say("this system has no network namespaces"))
    try:
        other_net, other_mounts, other_root = _differences(pid)
        if not (other_net or other_mounts or other_root):
            return Neighbour(where, pid)
        return _enter_with(where, pid, other_net, other_root, runner)
    except OSError as error:
        raise _unreachable(pid, error) from error


def _differences(pid: int) -> tuple[bool, bool, bool]:
    """Whether its network namespace, its mounts, its root directory are others than ours. Raises OSError."""
    os.stat(f"/proc/{pid}")  # ENOENT tells a missing process from one we may not look at
    net, mounts = (
        os.readlink(f"/proc/{pid}/ns/{kind}") != os.readlink(f"/proc/self/ns/{kind}") for kind in ("net", "mnt")
    )
    return net, mounts, not os.path.samestat(os.stat(f"/proc/{pid}/root"), os.stat("/"))


def _started_with(environ: FileRead, names: frozenset[str], pid: int) -> tuple[tuple[str, str], ...]:
    """The variables of proc_pid_environ(5). What the process has changed of them since shows nowhere."""
    if environ.errno:
        raise CannotLook(say("the environment of process {pid} cannot be read", pid=pid), needed("CAP_SYS_PTRACE"))
    pairs = (entry.partition("=") for entry in environ.text.split("\0"))
    return tuple(sorted((name, value) for name, mark, value in pairs if mark and name in names))


def _enter_with(where: str, pid: int, other_net: bool, other_root: bool, runner: Runner | None) -> Inmate:
    root = os.open(f"/proc/{pid}/root", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    network = os.open(f"/proc/{pid}/ns/net", os.O_RDONLY | os.O_CLOEXEC) if other_net else -1
    near = Rooted(where, root)
    try:
        return Inmate(
            where, pid, lambda: enter(network, near.root if other_root else ""), near, not other_root, runner
        )
    except BaseException:
        near.close()
        raise
    finally:
        if network >= 0:
            os.close(network)


def enter(network: int, root: str) -> None:
    """Stand in that network, with the /sys of it and the resolver's files of that root."""
    from nocarrier.machines import namespaces

    if network >= 0:
        namespaces.join(network, namespaces.CLONE_NEWNET)
    elif not root:
        return  # only mounts differ, and those are looked at through the process' root
    namespaces.own_mounts()
    if network >= 0:
        namespaces.mount_sysfs()
    if root:
        _show_resolver_files(root)


def _show_resolver_files(root: str) -> None:
    """Let getaddrinfo(3) find the files of ``root`` in /etc.

    Copies, for a file of another mount namespace cannot be mounted in ours (fs/namespace.c, check_mnt).
    """
    for name, default in RESOLVING.items():
        with contextlib.suppress(OSError):  # there is no such file on this machine to put it over
            _show(_content(root, f"/etc/{name}", default), f"/etc/{name}")


def _content(root: str, path: str, default: bytes) -> bytes:
    from nocarrier.machines import inside

    try:
        with inside.opened(root, path) as file:
            found = Local().read(inside.name_of(file))
    except OSError:
        return default
    return default if found.errno else found.data


def _show(content: bytes, path: str) -> None:
    """Let a file hold this for the threads in there. Raises OSError."""
    from tempfile import NamedTemporaryFile

    from nocarrier.machines import namespaces

    with NamedTemporaryFile(buffering=0) as file:  # what is mounted stays when its name goes
        file.write(content)
        namespaces.bind(file.name, path)


def _unreachable(pid: int, error: OSError) -> MachineUnreachable:
    """One sentence on why the process cannot be looked into."""
    if error.errno in (errnos.ENOENT, errnos.ESRCH):
        return MachineUnreachable(say("there is no process {pid} on this machine", pid=pid))
    if error.errno in (errnos.EPERM, errnos.EACCES):
        return MachineUnreachable(
            say("looking at what process {pid} sees is not permitted", pid=pid), needed("CAP_SYS_PTRACE")
        )
    return MachineUnreachable(say("process {pid} cannot be looked into: {why}", pid=pid, why=str(error.strerror)))
