"""What the port tells that was dialled: another protocol's, one that is given to clients, one that providers bar."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.diagnosis.hint import WEB, Hint, is_loopback, of_own_network
from nocarrier.facts.services import DEFAULT_PORT, EPHEMERAL, NFS, USUAL_PORTS
from nocarrier.model.prose import say
from nocarrier.readings.messages.reading import Reading

TRANSPORTS = ("", "tcp", "udp")
"Schemes that do not say what is spoken."
MAIL_PORTS = frozenset({25, 465, 587})
WEB_TOO = frozenset({"elasticsearch", "clickhouse", "etcd", "docker"})
"Services that speak HTTP themselves."


def _of_foreign_port(reading: Reading) -> Iterator[Hint]:
    """The web's protocols were spoken to the port of another one."""
    if reading.scheme not in WEB or reading.kind not in (
        "protocol-mismatch",
        "closed",
        "reset",
        "unknown",
        "tls-failed",
    ):
        return
    for name, number in DEFAULT_PORT.items():
        if number == reading.port and name not in WEB | WEB_TOO and name != "h2c":
            why = say("port {port} is usually {other}", port=reading.port, other=name)
            yield Hint("wrong-port", 5, why, leads=True)
            yield Hint("server-speaks-other-protocol", 4.9, why, leads=True)
            return


OF_A_PAGE = {
    15672: "RabbitMQ Management",
    8161: "ActiveMQ Web Console",
    18083: "EMQX Dashboard",
    8123: "ClickHouse's HTTP interface",
    7474: "Neo4j Browser",
}
"Ports at which a server shows its pages (HTTP), beside the one for its own protocol."
USED = frozenset({NFS, *DEFAULT_PORT.values(), *(port for ports in USUAL_PORTS.values() for port in ports)})


def _shuffled(port: int) -> int:
    """The port that has these digits in another order, as 3306 has those of ``3360``; 0 where none has."""
    digits = sorted(str(port))
    return next(
        (known for known in DEFAULT_PORT.values() if known and known > 1000 and sorted(str(known)) == digits), 0
    )


def of_somebody(host: str) -> bool:
    """A name or an address that is not of the own machine or network."""
    return bool(host) and not is_loopback(host) and not of_own_network(host)


def of_port(reading: Reading) -> Iterator[Hint]:
    port = reading.port
    yield from _of_foreign_port(reading)
    if port == 53 and reading.kind == "timed-out":
        yield Hint("resolver-unreachable", 1.5, say("port {port} is a resolver's", port=53), leads=True)
    if port in MAIL_PORTS and reading.kind == "unreachable":
        yield Hint("firewall-rejects-on-path", 2.2)
    if port in MAIL_PORTS and reading.kind in ("timed-out", "unreachable", "unknown", "refused"):
        why = say("many providers let no mail out on port {port}", port=port)
        yield Hint("firewall-drops-on-path", 3, why)
        yield Hint(
            "firewall-blocks-outgoing", 50 if reading.kind == "refused" and of_somebody(reading.host) else 3, why
        )
    if not port or reading.kind not in ("refused", "timed-out", "protocol-mismatch", "closed", "reset"):
        return
    usual = {DEFAULT_PORT.get(reading.scheme), *USUAL_PORTS.get(reading.scheme, ())}
    others = [name for name, number in DEFAULT_PORT.items() if number == port and name != reading.scheme]
    if (
        port in OF_A_PAGE
        and reading.scheme not in WEB
        and (reading.scheme not in TRANSPORTS or reading.kind != "refused")
    ):
        why = say("port {port} is usually {other}", port=port, other=OF_A_PAGE[port])
        yield Hint("wrong-port", 3, why, leads=True)
        yield Hint("server-speaks-other-protocol", 2.9, why, leads=True)
    elif reading.scheme not in TRANSPORTS and port not in usual and others:
        yield Hint("wrong-port", 1.5, say("port {port} is usually {other}", port=port, other=others[0]))
    elif port not in USED and (meant := _shuffled(port)):
        yield Hint(
            "wrong-port", 1.7, say("{port} has the digits of {meant} in another order", port=port, meant=meant)
        )
    elif port >= EPHEMERAL:
        yield Hint("wrong-port", 1.2, say("port {port} is one that clients are given, seldom a server's", port=port))
