"""What the scenarios about proxies share: real ones on the router, and a client whose environment names them."""

from __future__ import annotations

from nocarrier.model.record import replace
from nocarrier.model.scenario import Daemon, Expected, Host, Scenario, client, http_server, router, server

SQUID = """
http_port 10.10.0.1:3128
pid_filename none
access_log none
cache_log {dir}/cache.log
cache_store_log none
logfile_rotate 0
netdb_filename none
coredump_dir {dir}
cache deny all
cache_mem 1 MB
memory_pools off
pinger_enable off
icon_directory {dir}
shutdown_lifetime 0 seconds
visible_hostname proxy.example
connect_timeout 2 seconds
max_filedescriptors 1024
workers 1
"""
"""A squid that keeps nothing. ``max_filedescriptors``: where a limit of a million is inherited, squid makes room for as
many before it starts."""

NAMED = "http://10.10.0.1:3128"
"The proxy as a client's environment names it."


def squid(*rules: str, files: dict[str, str] | None = None) -> Daemon:
    """Debian's squid on the router, with these lines of access control."""
    return Daemon(
        argv=("squid", "-N", "-n", "nocarrier", "-f", "{dir}/squid.conf"),
        files={"squid.conf": SQUID + "".join(f"{rule}\n" for rule in rules), **(files or {})},
        ready="tcp:10.10.0.1:3128",
        package="squid",
    )


def microsocks(*options: str) -> Daemon:
    """A small SOCKS5 server on the router."""
    return Daemon(
        argv=("microsocks", "-i", "10.10.0.1", "-p", "1080", *options),
        ready="tcp:10.10.0.1:1080",
        package="microsocks",
    )


def proxied(
    name: str,
    *daemons: Daemon,
    environment: tuple[str, ...] = (f"http_proxy={NAMED}",),
    both_ends: Expected | None = None,
    client_alone: Expected | None = None,
    target: str = "http://10.20.0.5:8080",
    arguments: tuple[str, ...] = (),
    serves: Host | None = None,
    goes: Host | None = None,
    way: Host | None = None,
) -> Scenario:
    """A client whose environment is this, a router with these proxies, and a server that answers on 8080."""
    between = way or router()
    return Scenario(
        name=name,
        hosts=(
            goes or client(),
            replace(between, daemons=(*between.daemons, *daemons)),
            serves or server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target=target,
        arguments=arguments,
        both_ends=both_ends,
        client_alone=client_alone,
        client_command=("env", *environment) if environment else (),
    )
