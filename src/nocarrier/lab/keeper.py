"""The process that a lab lives in: it makes the namespaces, starts everything in them, and ends them by ending.

Three processes, each the child of the one before:

    the lab        whoever called `build`: the command line, a test
     └─ the guard  enters new user, mount, host name, network and PID namespaces, forks once, waits
         └─ the keeper   process 1 of the new PID namespace; daemons and commands are its children

Why three. unshare(CLONE_NEWPID) changes nothing for the caller, only for its next child (pid_namespaces(7)), so
the process that asks for the namespace cannot be its first. When process 1 ends, the kernel kills everything
else in the namespace, daemons that went into the background included, and does not let wait(2) return before
that is done (zap_pid_ns_processes, kernel/pid_namespace.c). So the guard, waiting for the keeper, knows when
all is gone; and the lab, waiting for the guard, too.

How it ends, whatever happens. In order: the lab tells the guard (SIGTERM), which kills the keeper. The lab
dies, however: the kernel kills the guard and then the keeper (PR_SET_PDEATHSIG), and the keeper sees the end of
its control line besides. Namespaces, links and the tmpfs that holds all files have no other holders, and vanish
with the processes. That is why nothing is ever left to sweep up.

Privileges. Root may make the namespaces as it is. Anybody else enters a user namespace in which they are root,
first (user_namespaces(7)); there they have every capability over what the lab makes and none over the machine.

The keeper's own network namespace is the *wire*: cables are made and switches stay there, so not even for a
moment is an interface made in the machine's own network.

Without namespaces (*confined*) the same keeper runs the daemons of a scenario on the machine's loopback
interface; the guard adopts and kills what the keeper leaves, then removes the directory (see `sweeping`).
"""

from __future__ import annotations

import contextlib
import errno
import os
import select
import shlex
import signal
import socket
import sys
from typing import NoReturn

from nocarrier.lab import daemons, kernel, links, messages, sweeping, topology
from nocarrier.lab.children import Children
from nocarrier.lab.hosts import ROOT, Namespaces, set_sysctl
from nocarrier.model.scenario import Host, Scenario

REFUSED = {errno.EPERM, errno.EACCES, errno.ENOSPC, errno.EUSERS}
"""What kernels say where namespaces are not allowed: to this user, by a security module, by a limit of 0."""
NOT_BUILT_IN = {errno.EINVAL, errno.ENOSYS}
"""What unshare(2) says of a kind of namespace that the kernel does not have."""
LACKING = {errno.EROFS, errno.ENODEV, errno.EOPNOTSUPP}
"""A container's read-only /proc/sys, no overlayfs, no veth: namespaces are of no use then."""


def start(scenario: Scenario, environment: dict[str, str], *, confined: bool) -> tuple[int, socket.socket]:
    """Start a guard and its keeper, which builds the scenario at once; the guard's pid and the control line."""
    near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        far.close()
        return pid, near
    try:
        near.close()
        _guard(scenario, environment, far, confined=confined)
    except BaseException as error:
        with contextlib.suppress(OSError):
            messages.send(far, messages.Failed(reason=f"the lab's keeper broke: {error!r}"))
    os._exit(1)


def stop(pid: int, line: socket.socket) -> None:
    """End a keeper and everything in it; returns when all of it is gone."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, 0)
    line.close()


def _guard(scenario: Scenario, environment: dict[str, str], line: socket.socket, *, confined: bool) -> NoReturn:
    """The process in between: makes the namespaces, forks the keeper, waits for its end."""
    told_to_end = False
    keeper = 0

    def end(*_: object) -> None:
        nonlocal told_to_end
        told_to_end = True
        if keeper:
            os.kill(keeper, signal.SIGKILL)

    # ^C goes to the whole foreground group; what it ends here is for the lab to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, end)
    if not confined:
        try:
            _enter_namespaces()
        except OSError as error:
            messages.send(
                line, messages.Failed(reason=str(error.strerror), forbidden=error.errno in REFUSED | NOT_BUILT_IN)
            )
            os._exit(1)
    # After the namespaces: a change of credentials clears it (prctl(2)).
    kernel.die_with_parent()
    with sweeping.directory() if confined else contextlib.nullcontext(ROOT) as directory:
        keeper = os.fork()
        if not keeper:
            _keep(scenario, environment, line, directory, confined=confined)
        line.close()
        if told_to_end:
            os.kill(keeper, signal.SIGKILL)
        os.waitpid(keeper, 0)
        if confined:
            sweeping.end_orphans()
    os._exit(0)


def _enter_namespaces() -> None:
    """New mount, host name, network and PID namespaces for this process and its next child; as root or as anybody."""
    kinds = kernel.NEW_MOUNTS | kernel.NEW_HOSTNAME | kernel.NEW_NETWORK | kernel.NEW_PIDS
    user, group = os.geteuid(), os.getegid()
    try:
        kernel.unshare(kinds)
    except PermissionError:
        kernel.unshare(kinds | kernel.NEW_USERS)
        # A process may map its own ids once it has given up setgroups(2): user_namespaces(7).
        for name, text in (("setgroups", "deny"), ("uid_map", f"0 {user} 1"), ("gid_map", f"0 {group} 1")):
            with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
                file.write(text)
    kernel.mount("none", "/", flags=kernel.MS_REC | kernel.MS_PRIVATE)


def _keep(
    scenario: Scenario, environment: dict[str, str], line: socket.socket, directory: str, *, confined: bool
) -> NoReturn:
    """Build, then serve until the lab is gone."""
    try:
        kernel.die_with_parent()
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        try:
            children = Children(None if confined else _make(scenario))
            _populate(scenario, environment, directory, children)
        except _Unusable as error:
            messages.send(line, messages.Failed(reason=str(error), forbidden=True))
        except (daemons.NotBuilt, OSError, ValueError) as error:
            messages.send(line, messages.Failed(reason=str(error)))
        else:
            messages.send(line, messages.Built(programs=_own_program(directory)))
            _serve(line, children)
    except BaseException as error:
        with contextlib.suppress(OSError):
            messages.send(line, messages.Failed(reason=f"the lab's keeper broke: {error!r}"))
    os._exit(0)


class _Unusable(Exception):
    """There are namespaces, but not all that hosts are made of."""


def _own_program(directory: str) -> str:
    """A directory with ``nocarrier`` in it: this very one, whether it is installed or not."""
    programs = f"{directory}/bin"
    os.makedirs(programs)
    path = f"{programs}/nocarrier"
    with open(path, "w", encoding="utf-8") as file:
        file.write(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m nocarrier "$@"\n')
    os.chmod(path, 0o755)
    return programs


def _make(scenario: Scenario) -> Namespaces:
    """The hosts and the links between them."""
    with contextlib.suppress(OSError):  # forbidden where /proc is partly hidden; the old one serves, with more in it
        kernel.mount("proc", "/proc", "proc")
    plan = topology.plan(scenario.hosts)
    namespaces = Namespaces()
    try:
        namespaces.make(scenario.hosts)
        links.lay(plan, scenario.hosts, namespaces.networks, namespaces.inside)
    except OSError as error:
        if error.errno in REFUSED | LACKING:
            raise _Unusable(str(error)) from error
        raise
    return namespaces


def _populate(scenario: Scenario, environment: dict[str, str], directory: str, children: Children) -> None:
    """Settings, rulesets, commands and daemons, host by host."""
    for host in scenario.hosts:
        _configure(host, environment, f"{directory}/{host.name}", children)
    for host in scenario.hosts:
        for number, daemon in enumerate(host.daemons):
            daemons.start(daemon, host.name, f"{directory}/{host.name}/daemon{number}", children, environment)


def _configure(host: Host, environment: dict[str, str], directory: str, children: Children) -> None:
    if children.namespaces is None:
        if host.sysctls or host.nft or host.files or host.commands:
            raise ValueError(f"{host.name} would change the machine itself")
    else:
        with children.namespaces.inside(host.name):
            for name, value in host.sysctls.items():
                set_sysctl(name, value)
    os.makedirs(directory)
    if host.nft:
        with open(f"{directory}/ruleset.nft", "w", encoding="utf-8") as file:
            file.write(host.nft)
    ruleset = (("nft", "-f", "{dir}/ruleset.nft"),) if host.nft else ()
    for command in (*ruleset, *host.commands):
        argv = tuple(daemons.filled_in(word, directory) for word in command)
        daemons.run(argv, host.name, directory, children, environment)


def _serve(line: socket.socket, children: Children) -> None:
    """Carry out orders and report ends, until the line is closed."""
    woken, wake = os.pipe()
    os.set_blocking(woken, False)
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    reported: set[int] = set()
    children.gather()
    watched = [line.fileno(), woken]
    while True:
        readable, _, _ = select.select(watched, [], [])
        if woken in readable:
            with contextlib.suppress(BlockingIOError):
                os.read(woken, 4096)
            for pid in reported.intersection(children.gather()):
                messages.send(line, messages.Ended(pid=pid, status=children.ended[pid]))
        if line.fileno() in readable:
            received = messages.receive_order(line)
            if received is None:
                return
            _obey(line, children, *received, reported)


def _obey(
    line: socket.socket, children: Children, order: messages.Order, descriptors: list[int], reported: set[int]
) -> None:
    if isinstance(order, messages.Run):
        _start(line, children, order, descriptors, reported)
        return
    with contextlib.suppress(ProcessLookupError):
        (os.killpg if order.session else os.kill)(order.pid, order.number)


def _start(
    line: socket.socket, children: Children, order: messages.Run, descriptors: list[int], reported: set[int]
) -> None:
    given, out, err = descriptors
    try:
        pid = children.start(
            order.host, order.argv, order.environment, order.directory, (given, out, err), session=order.session
        )
    except OSError as error:
        messages.send(line, messages.NotStarted(errno=error.errno or errno.EIO))
    else:
        reported.add(pid)
        messages.send(line, messages.Started(pid=pid))
    finally:
        for number in descriptors:
            os.close(number)
