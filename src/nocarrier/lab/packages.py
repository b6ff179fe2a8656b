"""Which of the programs that a scenario needs are missing here, by the Debian packages that hold them."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec

from nocarrier.lab.php_sources import SOURCES, found
from nocarrier.model.scenario import Host, Scenario

PROGRAMS = {
    "apache2": "apache2",
    "busybox-static": "busybox",
    "conntrack": "conntrack",
    "dbus": "dbus-daemon",
    "dnsmasq-base": "dnsmasq",
    "fail2ban": "fail2ban-server",
    "iproute2": "ip",
    "iptables": "iptables",
    "mariadb-server-core": "mariadbd",
    "nginx-light": "nginx",
    "node-ws": "wscat",
    "nftables": "nft",
    "nodejs": "node",
    "openssh-client": "ssh",
    "openssh-server": "sshd",
    "php-cli": "php",
    "podman": "podman",
    "postgresql": "pg_ctlcluster",
    "procps": "sysctl",
    "redis-server": "redis-server",
    "util-linux": "setpriv",
}
"""Package → a program that only it brings, where that is not called like the package."""

MODULES = {"python3-socketio": "socketio", "python3-uvicorn": "uvicorn", "python3-websockets": "websockets"}
"""Package → the Python module that it brings. It must be importable by the interpreter that runs nocarrier (``{python}``
of a daemon): there the extra ``dev`` brings the same from PyPI."""


def search_path() -> str:
    """The user's PATH with the administrator's directories, which an ordinary user's often lacks."""
    path = os.environ.get("PATH", os.defpath).split(os.pathsep)
    return os.pathsep.join(
        [*path, *(place for place in ("/usr/local/sbin", "/usr/sbin", "/sbin") if place not in path)]
    )


def missing(scenario: Scenario) -> tuple[str, ...]:
    """The packages to install before the scenario can be brought about, in the order in which it names them.

    A library that is no package is named with the variable that says where it stands: ``workerman-5 ($WORKERMAN_SRC)``.
    """
    elsewhere = {*MODULES, *SOURCES}
    needed = {package: PROGRAMS.get(package, package) for package in scenario.packages if package not in elsewhere}
    for host in scenario.hosts:
        needed |= _commands(host)
    modules = [package for package in scenario.packages if package in MODULES and find_spec(MODULES[package]) is None]
    sources = [
        f"{package} (${SOURCES[package].variable})"
        for package in scenario.packages
        if package in SOURCES and not found(package)
    ]
    return (*(package for package, program in needed.items() if not _is_here(program)), *modules, *sources)


def _commands(host: Host) -> dict[str, str]:
    """Package → program for what the host runs; a program of unknown package stands for itself."""
    packages = {program: package for package, program in PROGRAMS.items()}
    programs = [command[0] for command in host.commands]
    return {
        **{packages.get(program, program): program for program in programs},
        **{daemon.package or packages.get(daemon.argv[0], daemon.argv[0]): daemon.argv[0] for daemon in host.daemons},
    }


def _is_here(program: str) -> bool:
    return "{" in program or shutil.which(program, path=search_path()) is not None
