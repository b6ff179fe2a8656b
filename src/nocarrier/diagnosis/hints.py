"""What a text names beside the error, and which causes that speaks for or against."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.facts.private import private_block
from nocarrier.facts.services import DEFAULT_PORT, USUAL_PORTS
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record
from nocarrier.readings.messages.reading import Reading

CONTAINED = re.compile(
    r"^[a-z0-9][a-z0-9_.-]{0,62}(?:[-_]\d+)?\s+\| |\bdocker\b|\bcontainer\b|\bkubelet\b|\bpod/|/app/|\[pod", re.I
)
"A prefix of docker compose, words of containers, and the folder in which most images keep their program."
EPHEMERAL = 32768
"Ports from here on are given out to clients (net.ipv4.ip_local_port_range); a server seldom has one."


class Hint(Record):
    """The weight of a cause is taken so many ``times``, because of what stands in the text (``why``, where it is more)."""

    cause: str
    times: float
    why: Prose | None = None


def is_loopback(host: str) -> bool:
    """By its form."""
    return host.lower() in ("localhost", "::1", "ip6-localhost") or host.startswith("127.")


def hints(reading: Reading, text: str) -> Iterator[Hint]:
    """All that this text gives."""
    if reading.through:
        yield Hint("proxy-interferes", 20, say("the text names a proxy, {proxy}", proxy=reading.through))
    yield from _of_host(reading, text)
    yield from _of_edge(reading)
    yield from _of_port(reading)
    symbol = reading.code.get("errno")
    if symbol == "EADDRINUSE":
        yield Hint("address-in-use", 50, say("the local address and port are taken (EADDRINUSE)"))
    if symbol in ("EMFILE", "ENFILE"):
        yield Hint("too-many-open-files", 20, say("no descriptor was left ({symbol})", symbol=str(symbol)))
    if symbol == "EAFNOSUPPORT":
        yield Hint("address-family-disabled", 20, say("the address family is switched off here (EAFNOSUPPORT)"))
    if symbol in ("EAI_AGAIN", "ESERVFAIL"):
        yield Hint(
            "resolver-unreachable", 12, say("the resolver did not answer, or failed ({symbol})", symbol=str(symbol))
        )
        yield Hint(
            "resolver-failing", 8, say("the resolver did not answer, or failed ({symbol})", symbol=str(symbol))
        )
        yield Hint("name-not-found", 0.5)  # another code is printed for a name that does not exist
    if symbol in ("EAI_NONAME", "ENOTFOUND"):
        yield Hint("name-not-found", 10, say("the name does not exist ({symbol})", symbol=str(symbol)))
    if symbol in ("EAI_NODATA", "EAI_ADDRFAMILY", "ENODATA"):
        yield Hint(
            "name-has-no-address", 12, say("the name exists without such an address ({symbol})", symbol=str(symbol))
        )


def _of_host(reading: Reading, text: str) -> Iterator[Hint]:
    host = reading.host.lower()
    if not host:
        return
    if is_loopback(host):
        if CONTAINED.search(text):
            yield Hint(
                "localhost-inside-container",
                4,
                say("in a container, {host} is the container itself", host=reading.host),
            )
        for cause in ("server-firewall-rejects", "server-firewall-drops", "host-down", "wrong-host"):
            yield Hint(cause, 0.2)
        if host in ("localhost", "::1"):
            yield Hint(
                "wrong-address-family",
                1.4,
                say("{host} may be ::1 while the server listens on 127.0.0.1, or the reverse", host=reading.host),
            )
        return
    if host in ("none", "null", "undefined", "nil") or "://" in host or host.startswith(("your", "example")):
        yield Hint("target-malformed", 20, say("{host} is no host", host=reading.host))
    elif host in ("0.0.0.0", "::"):
        yield Hint(
            "target-malformed", 5, say("{host} is an address to listen on, not one to dial", host=reading.host)
        )
    elif reading.kind in ("timed-out", "unreachable"):
        block = private_block(host)
        if block:
            yield Hint(
                "private-address-unreachable", 1.3, say("{host} is private ({block})", host=reading.host, block=block)
            )
        elif host.replace(".", "").isdigit() or ":" in host:
            yield Hint("private-address-unreachable", 0)


def _of_edge(reading: Reading) -> Iterator[Hint]:
    """The host is an edge by its name or its published range, and it does not forward the port."""
    if not reading.host or not reading.port or reading.kind not in ("refused", "timed-out"):
        return
    if is_loopback(reading.host) or private_block(reading.host):
        return  # no edge; the ranges need not be loaded
    from nocarrier.probes.edge import recognised
    from nocarrier.readings.edge_ranges import numbered

    is_address = numbered(reading.host)[0] != 0
    edge = recognised(reading.host if is_address else "", () if is_address else (reading.host,))
    if edge is not None and reading.port not in edge.provider.forwarded:
        yield Hint(
            "cdn-in-front",
            20,
            say("{host} is an edge of {provider}", host=reading.host, provider=edge.provider.label),
        )


def _of_port(reading: Reading) -> Iterator[Hint]:
    port = reading.port
    if not port or reading.kind not in ("refused", "timed-out", "protocol-mismatch"):
        return
    usual = {DEFAULT_PORT.get(reading.scheme), *USUAL_PORTS.get(reading.scheme, ())}
    others = [name for name, number in DEFAULT_PORT.items() if number == port and name != reading.scheme]
    if reading.scheme not in ("", "tcp") and port not in usual and others:
        yield Hint("wrong-port", 1.5, say("port {port} is usually {other}", port=port, other=others[0]))
    elif port >= EPHEMERAL:
        yield Hint("wrong-port", 1.2, say("port {port} is one that clients are given, seldom a server's", port=port))
