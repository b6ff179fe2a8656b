"""A host of the lab on which firewalld really runs, with the message bus it needs."""

from __future__ import annotations

from nocarrier.model.scenario import Daemon, Host, http_server, server

BUS = Daemon(
    argv=("dbus-daemon", "--system", "--nofork", "--nopidfile"),
    ready="unix:/run/dbus/system_bus_socket",
    package="dbus",
)
FIREWALLD = Daemon(
    argv=("firewalld", "--nofork", "--nopid"),
    ready="unix:/run/dbus/system_bus_socket",
    package="firewalld",
)
LOADED = Daemon(
    argv=("sh", "-c", "until firewall-cmd --quiet --state; do sleep 0.2; done"), ready="exit", package="sh"
)
"firewall-cmd(1): ``--state`` says ``running`` once its rules stand."


def managed_by_firewalld(zone: str, *offline: str, backend: str = "nftables") -> Host:
    """The usual server with a program on 8080, and this default zone.

    ``offline`` are arguments of ``firewall-offline-cmd``, each one call, before firewalld starts.
    """
    return server(
        files={"firewalld/firewalld.conf": f"DefaultZone={zone}\nFirewallBackend={backend}\n"},
        commands=(("mkdir", "-p", "/run/dbus"), *(("firewall-offline-cmd", argument) for argument in offline)),
        packages=("firewalld", "dbus"),
        daemons=(BUS, FIREWALLD, LOADED, http_server("0.0.0.0", 8080)),
    )
