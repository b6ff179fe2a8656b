"""What the scenarios about names share: a client that asks a nameserver, and that nameserver."""

from __future__ import annotations

from nocarrier.model.scenario import Daemon, Host, client, http_server, server

HOSTS = "127.0.0.1 localhost\n"
NSSWITCH = "hosts: files dns\n"
SHOP = "--host-record=shop.example,10.20.0.5"
"shop.example is the server."


def asking(*nameservers: str, hosts: str = "", resolv_conf: str = "") -> Host:
    """The usual client, with these nameservers (10.10.0.1, the router, where none is named)."""
    lines = "".join(f"nameserver {address}\n" for address in nameservers or ("10.10.0.1",))
    return client(
        files={"resolv.conf": resolv_conf or lines, "hosts": HOSTS + hosts, "nsswitch.conf": NSSWITCH},
    )


def nameserver(*options: str, address: str = "10.10.0.1", domain: str = "example") -> Daemon:
    """dnsmasq with these options on one address, answering for the whole of ``domain`` and asking nobody else.

    ``--no-daemon`` also keeps it from changing its user, which fails in a lab without root.
    """
    return Daemon(
        argv=(
            "dnsmasq", "--no-daemon", "--no-resolv", "--no-hosts", "--pid-file=",
            "--bind-interfaces", f"--listen-address={address}", f"--local=/{domain}/", *options,
        ),
        ready=f"udp:{address}:53",
        package="dnsmasq-base",
    )  # fmt: skip


def shop(*ports: int) -> Host:
    """The usual server, which takes connections on these ports (8080 where none is named)."""
    return server(daemons=tuple(http_server("0.0.0.0", port) for port in ports or (8080,)))
