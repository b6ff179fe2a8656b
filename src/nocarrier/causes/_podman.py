"""A server of the lab that runs a real container: podman, its store in the lab's memory, an image of one program."""

from __future__ import annotations

from nocarrier.model.record import replace
from nocarrier.model.scenario import Daemon, Host, server

_STORE = """[storage]
driver = "vfs"
graphroot = "/run/nocarrier-lab/containers/store"
runroot = "/run/nocarrier-lab/containers/run"
"""

# The default is crun, which is not everywhere; systemd is not in a lab, and neither are high limits.
_ENGINE = """[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=1000:1000"]
pids_limit = 0
"""

# As podman's own, but what it notes of its addresses stays in the lab.
_BRIDGE = """{"cniVersion": "0.4.0", "name": "podman", "plugins": [
  {"type": "bridge", "bridge": "cni-podman0", "isGateway": true, "ipMasq": true, "hairpinMode": true,
   "ipam": {"type": "host-local", "dataDir": "/run/nocarrier-lab/containers/cni", "routes": [{"dst": "0.0.0.0/0"}],
            "ranges": [[{"subnet": "10.88.0.0/16", "gateway": "10.88.0.1"}]]}},
  {"type": "portmap", "capabilities": {"portMappings": true}}, {"type": "firewall"}, {"type": "tuning"}]}
"""

_CGROUPS = "/nocarrier-lab"
"Where its control groups stand: they are the machine's, and an empty one outlives the lab until the next."

_SWEEP = f"rmdir /sys/fs/cgroup{_CGROUPS}/* 2>/dev/null; true"

_NOTES = "mkdir -p /var/lib/cni && mount -t tmpfs none /var/lib/cni"
"What the network plugins note of every container stays in the lab."

_IMPORT = """mkdir -p /run/nocarrier-lab/containers/root/bin && cd /run/nocarrier-lab/containers &&
cp "$(command -v busybox)" root/bin/busybox && tar -C root -c . | podman import -q - lab/busybox"""


def container_server(*options: str, listens: str = "8080") -> Host:
    """The usual server, with a container ``web``."""
    return containing(server(), *options, listens=listens)


def containing(host: Host, *options: str, listens: str) -> Host:
    """The same host with a container ``web`` whose program listens on ``listens``; ``options`` are podman's."""
    program = ("lab/busybox", "/bin/busybox", "httpd", "-f", "-p", listens)
    run = Daemon(
        argv=(
            "podman",
            "run",
            "-d",
            "--stop-timeout",
            "1",
            "--cgroup-parent",
            _CGROUPS,
            "--name",
            "web",
            *options,
            *program,
        ),
        ready="exit",
        package="podman",
    )
    return replace(
        host,
        forwards=True,
        files={
            **host.files,
            "containers/storage.conf": _STORE,
            "containers/containers.conf": _ENGINE,
            "cni/net.d/87-podman-bridge.conflist": _BRIDGE,
        },
        commands=(
            *host.commands,
            ("mount", "-t", "cgroup2", "none", "/sys/fs/cgroup"),
            ("sh", "-c", _SWEEP),
            ("sh", "-c", _NOTES),
            ("sh", "-c", _IMPORT),
        ),
        packages=(*host.packages, "podman", "runc", "busybox-static"),
        daemons=(*host.daemons, run),
    )
