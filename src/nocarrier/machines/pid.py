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
from collections.abc import Callable, Sequence

import msgspec

from nocarrier.machines import Dial, Dialled, FileRead, MachineUnreachable, Ran, needed
from nocarrier.machines.contained import Contained
from nocarrier.machines.dialling import errno_name
from nocarrier.machines.entered import Entered
from nocarrier.machines.local import Local
from nocarrier.model.prose import say

Runner = Callable[[tuple[str, ...], bytes, float], Ran]

OF_THE_NETWORK = frozenset(
    {
        "arp",
        "bridge",
        "conntrack",
        "ethtool",
        "getent",
        "id",
        "ip",
        "ip6tables",
        "ip6tables-legacy-save",
        "ip6tables-nft-save",
        "ip6tables-save",
        "ipset",
        "iptables",
        "iptables-legacy-save",
        "iptables-nft-save",
        "iptables-save",
        "nft",
        "ping",
        "ping6",
        "ss",
        "sysctl",
        "tc",
    }
)
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


class Inmate(Entered, Contained):
    """What process ``pid`` sees, where that is not what we see.

    ``own_programs``: its programs are those of this machine. Otherwise ``runner`` runs them, where there is one.
    """

    def __init__(
        self,
        where: str,
        pid: int,
        enter: Callable[[], None],
        near: _Rooted,
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


def _enter_with(where: str, pid: int, other_net: bool, other_root: bool, runner: Runner | None) -> Inmate:
    root = os.open(f"/proc/{pid}/root", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    network = os.open(f"/proc/{pid}/ns/net", os.O_RDONLY | os.O_CLOEXEC) if other_net else -1
    near = _Rooted(where, root)
    try:
        return Inmate(
            where, pid, lambda: _enter(network, near.root if other_root else ""), near, not other_root, runner
        )
    except BaseException:
        near.close()
        raise
    finally:
        if network >= 0:
            os.close(network)


def _enter(network: int, root: str) -> None:
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


class _Rooted(Local):
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
        from nocarrier.machines import inside

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
        from nocarrier.machines import inside

        if _of_the_kernel(path):
            return super().listdir(path)
        try:
            with inside.opened(self.root, path) as directory:
                return super().listdir(inside.name_of(directory))
        except (OSError, ValueError):
            return ()

    def readlink(self, path: str) -> str:
        """See `Machine.readlink`."""
        from nocarrier.machines import inside

        if _of_the_kernel(path):
            return super().readlink(path)
        try:
            with inside.opened(self.root, path, follow=False) as link:
                return os.readlink("", dir_fd=link)
        except (OSError, ValueError):
            return ""

    def dial(self, dials: Sequence[Dial]) -> tuple[Dialled, ...]:
        """See `Machine.dial`. The path of a unix socket is one of that root."""
        with contextlib.ExitStack() as held:
            here = [self._rooted(dial, held) for dial in dials]
            outcomes = iter(super().dial([dial for dial in here if isinstance(dial, Dial)]))
            return tuple(next(outcomes) if isinstance(dial, Dial) else dial for dial in here)

    def _rooted(self, dial: Dial, held: contextlib.ExitStack) -> Dial | Dialled:
        """The same dial with a path that is good here, or why there is none."""
        from nocarrier.machines import inside

        if dial.transport != "unix" or dial.address.startswith("@"):
            return dial
        try:
            file = held.enter_context(inside.opened(self.root, dial.address))
        except OSError as error:
            return Dialled(stage="connect", errno=errno_name(error.errno))
        except ValueError:
            return Dialled(stage="connect", errno="EINVAL")
        return msgspec.structs.replace(dial, address=inside.name_of(file))

    def close(self) -> None:
        """Let go of that root and of commands that still run."""
        super().close()
        if self._root >= 0:
            os.close(self._root)
            self._root = -1


def _of_the_kernel(path: str) -> bool:
    return path.startswith(("/proc/", "/sys/")) or path in ("/proc", "/sys")


def _unreachable(pid: int, error: OSError) -> MachineUnreachable:
    """One sentence on why the process cannot be looked into."""
    if error.errno in (errnos.ENOENT, errnos.ESRCH):
        return MachineUnreachable(say("there is no process {pid} on this machine", pid=pid))
    if error.errno in (errnos.EPERM, errnos.EACCES):
        return MachineUnreachable(
            say("looking at what process {pid} sees is not permitted", pid=pid), needed("CAP_SYS_PTRACE")
        )
    return MachineUnreachable(say("process {pid} cannot be looked into: {why}", pid=pid, why=str(error.strerror)))
