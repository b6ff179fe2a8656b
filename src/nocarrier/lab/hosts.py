"""Makes the hosts of a scenario out of namespaces: a network, a host name and a view of the file system for each.

A host's ``/etc`` is the machine's own with a layer over it (overlayfs), where its files are and where whatever
a command changes goes: ``sed -i`` on ``/etc/hosts`` works as on a real machine and touches nothing outside.
That layer is also seen as ``/etc/netns/NAME`` and the network as ``/run/netns/NAME``, which is where
``ip netns exec NAME`` (ip-netns(8)) and ``netns://NAME`` look. The folder of certificates that the machine itself trusts
is each host's own, too. All of it lies on a tmpfs in a private mount
namespace, so it is gone with the last process of the lab; nothing is ever written to a disk.
"""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Iterator

from nocarrier.lab import kernel
from nocarrier.model.scenario import Host

ROOT = "/run/lab"
"Where the lab keeps what it needs, inside its own /run."
NAMESPACES = "/run/netns"
TRUSTED = "/usr/local/share/ca-certificates"
"Where a fix puts a certificate that is to be trusted (update-ca-certificates(8)), which then counts by what lies in /etc."

USUAL_FILES = {
    "hosts": "127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n",
    "resolv.conf": "",
    "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\n",
}
"""What a host has where the scenario gives it nothing else: the machine's own names and resolvers mean nothing."""


class Namespaces:
    """The namespaces of the hosts, held open; the caller's own are the *wire*."""

    def __init__(self) -> None:
        self.wire = os.open("/proc/self/ns/net", os.O_RDONLY)
        self.base = os.open("/proc/self/ns/mnt", os.O_RDONLY)
        self.networks: dict[str, int] = {}
        self.names: dict[str, int] = {}
        self.mounts: dict[str, int] = {}

    def make(self, hosts: tuple[Host, ...]) -> None:
        """All of the hosts, without links yet. Raises OSError where the kernel forbids it."""
        _prepare()
        for host in hosts:
            self._make_network(host)
        # Mount namespaces come second: each is a copy, and must hold every name under /run/netns.
        for host in hosts:
            self._make_mounts(host)

    @contextlib.contextmanager
    def inside(self, name: str) -> Iterator[None]:
        """Stand in a host's network (not in its file system) for a while."""
        kernel.enter(self.networks[name], kernel.NEW_NETWORK)
        try:
            yield
        finally:
            kernel.enter(self.wire, kernel.NEW_NETWORK)

    def settle(self, name: str) -> None:
        """Become a process of the host, for good: its network, its name and its files."""
        kernel.enter(self.networks[name], kernel.NEW_NETWORK)
        kernel.enter(self.names[name], kernel.NEW_HOSTNAME)
        kernel.enter(self.mounts[name], kernel.NEW_MOUNTS)

    def _make_network(self, host: Host) -> None:
        kernel.unshare(kernel.NEW_NETWORK)
        try:
            name = f"{NAMESPACES}/{host.name}"
            os.close(os.open(name, os.O_CREAT | os.O_EXCL, 0o444))
            kernel.mount("/proc/self/ns/net", name, flags=kernel.MS_BIND)
            self.networks[host.name] = os.open("/proc/self/ns/net", os.O_RDONLY)
            kernel.unshare(kernel.NEW_HOSTNAME)
            socket.sethostname(host.name)
            self.names[host.name] = os.open("/proc/self/ns/uts", os.O_RDONLY)
            _be_an_ordinary_machine(forwards=host.forwards)
        finally:
            kernel.enter(self.wire, kernel.NEW_NETWORK)

    def _make_mounts(self, host: Host) -> None:
        layer, work = f"{ROOT}/etc/{host.name}", f"{ROOT}/work/{host.name}"
        os.makedirs(layer)
        os.makedirs(work)
        for name, text in {**USUAL_FILES, "hostname": f"{host.name}\n", **host.files}.items():
            _write(os.path.join(layer, name), text)
        kernel.enter(self.networks[host.name], kernel.NEW_NETWORK)
        kernel.unshare(kernel.NEW_MOUNTS)
        try:
            options = f"lowerdir={ROOT}/below:/etc,upperdir={layer},workdir={work}"
            kernel.mount("overlay", "/etc", "overlay", options=options)
            kernel.mount(f"{ROOT}/etc", "/etc/netns", flags=kernel.MS_BIND)
            if os.path.isdir(TRUSTED):
                kernel.mount("tmpfs", TRUSTED, "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, "mode=755")
            with contextlib.suppress(OSError):  # where mounting it is forbidden, the old view stays
                _show_own_interfaces()
            self.mounts[host.name] = os.open("/proc/self/ns/mnt", os.O_RDONLY)
        finally:
            kernel.enter(self.base, kernel.NEW_MOUNTS)
            kernel.enter(self.wire, kernel.NEW_NETWORK)


def _prepare() -> None:
    """A /run of the lab's own, with the directories that hosts need."""
    kernel.mount("tmpfs", "/run", "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, "mode=755")
    for place in (NAMESPACES, f"{ROOT}/etc", f"{ROOT}/work", f"{ROOT}/below/netns", f"{ROOT}/sys", "/run/lock"):
        os.makedirs(place)


def _show_own_interfaces() -> None:
    """Lay this network's interfaces over /sys, which shows the network of whoever mounted it. The rest stays."""
    kernel.mount("sysfs", f"{ROOT}/sys", "sysfs")
    for place in ("class/net", "devices/virtual/net"):
        kernel.mount(f"{ROOT}/sys/{place}", f"/sys/{place}", flags=kernel.MS_BIND)


def _write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def _be_an_ordinary_machine(*, forwards: bool) -> None:
    """The kernel's own defaults, where a new namespace would inherit what the machine was set to.

    IPv4's ``conf`` is inherited (net.core.devconf_inherit_init_net in Documentation/admin-guide/sysctl/net.rst).
    IPv6 addresses are usable at once: no duplicate address detection, nobody solicited.
    """
    forwarding = str(int(forwards))
    settings = {"ipv4/ip_forward": forwarding, "ipv6/conf/all/forwarding": forwarding}
    for which in ("all", "default"):
        settings |= {f"ipv4/conf/{which}/rp_filter": "0", f"ipv4/conf/{which}/forwarding": forwarding}
        settings |= {f"ipv6/conf/{which}/accept_dad": "0", f"ipv6/conf/{which}/router_solicitations": "0"}
    for name, value in settings.items():
        with contextlib.suppress(FileNotFoundError):  # a kernel without IPv6
            _set(f"/proc/sys/net/{name}", value)


def set_sysctl(name: str, value: str) -> None:
    """Set one of the network's settings (``net.ipv4.tcp_syncookies``) in the namespace where the caller stands.

    Others belong to the whole machine: ValueError. Raises OSError where the kernel refuses.
    """
    if not name.startswith("net."):
        raise ValueError(f"{name} belongs to the whole machine, not to a host of the lab")
    _set("/proc/sys/" + name.replace(".", "/"), value)


def _set(path: str, value: str) -> None:
    with open(path, "w", encoding="ascii") as file:
        file.write(value)
