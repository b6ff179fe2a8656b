"""What the host tells that was dialled: this machine, one of the own network, a public one, or none."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.diagnosis.hint import (
    DYNAMIC,
    FOR_EVERYBODY,
    HTTPS,
    LOCAL_PROXIES,
    OWN,
    PUBLIC_PORTS,
    WEB,
    Hint,
    is_literal,
)
from nocarrier.diagnosis.hints_of_form import SCHEMES, misshape
from nocarrier.diagnosis.surroundings import (
    fetching,
    in_a_browser,
    in_a_container,
    of_a_store,
    on_a_device,
    on_windows,
    rented,
)
from nocarrier.facts.private import private_block
from nocarrier.facts.services import DEFAULT_PORT
from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.model.target import WILDCARDS
from nocarrier.readings.messages.reading import Reading

STORES = frozenset({
    "postgresql", "postgres", "mysql", "mariadb", "redis", "mongodb", "amqp", "kafka", "elasticsearch", "memcached", "zookeeper",
})  # fmt: skip
"Services that a developer runs in a container beside the program that dials them."
ANSWERED = frozenset({"protocol-mismatch", "rejected", "tls-failed", "closed", "reset"})
"Classes of error before which something was reached."
ACTIVEMQ = frozenset({61613, 61614, 61616})
"Up there all the same: STOMP, STOMP over WebSocket and OpenWire."
SWAPPED = "172.0.0.1"
"What is typed for 127.0.0.1 oftener than anything else."
_ADVERTISED = pattern(r"\b[Cc]onnection to node \d{1,10} \(")
"Kafka's client numbers the nodes below zero that it was given, and the others as the cluster does that named them."


def of_loopback(reading: Reading, text: str) -> Iterator[Hint]:
    host = reading.host
    if _ADVERTISED.search(text) is not None:
        why = say("the broker itself named this address to its client (advertised.listeners)")
        yield Hint("listening-on-other-address", 1.5, why, leads=True)
        yield Hint("localhost-inside-container", 1.4, leads=True)
    if reading.kind == "refused" and reading.port in LOCAL_PROXIES and not reading.through:
        why = say(
            "port {port} is where a local proxy listens, and the client was told to go through it", port=reading.port
        )
        yield Hint("proxy-interferes", 1, why, leads=True)
    if reading.kind == "refused" and reading.port >= DYNAMIC and reading.port not in ACTIVEMQ:
        why = say(
            "port {port} is one that local proxies and other helpers are given while they run", port=reading.port
        )
        yield Hint("proxy-interferes", 25, why)
    if host == "::1" and reading.kind == "refused" and "upstream" in text:
        why = say("{host} was dialled, and many servers listen on 127.0.0.1 only", host=host)
        yield Hint("wrong-address-family", 1, why, leads=True)
    for cause in ("server-firewall-rejects", "server-firewall-drops", "host-down", "wrong-host", "listening-on-loopback-only",
                  "security-group-blocks", "firewall-drops-on-path", "proxy-interferes"):  # fmt: skip
        yield Hint(cause, 0.2)
    if "http_status" not in reading.code:  # only what listens answers, for what is behind it
        yield Hint("gateway-has-no-backend", 0.2)
    for cause in ("private-address-unreachable", "address-family-broken"):
        yield Hint(cause, 0)
    if reading.kind == "unknown":
        yield Hint("name-not-found", 0)
    yield Hint("wrong-port", 0.85)
    browser = in_a_browser(text)
    if browser:
        for cause in ("localhost-inside-container", "wrong-address-family"):  # it tries both families
            yield Hint(cause, 0.2)
        published = say("a browser reaches a program in a container by its published port only")
        yield Hint("container-port-not-published", 1.6 if reading.kind == "refused" else 20, published)
    elif on_a_device(text):
        yield Hint(
            "localhost-inside-container", 3, say("on a phone or an emulator, {host} is that device itself", host=host)
        )
    elif in_a_container(text):
        yield Hint("localhost-inside-container", 4, say("in a container, {host} is the container itself", host=host))
    elif on_windows(text):
        yield Hint("localhost-inside-container", 0.3)
    else:
        yield Hint(
            "localhost-inside-container",
            1,
            say("if the client runs in a container, {host} is that container", host=host),
        )
    if host.lower() == "localhost" and reading.client == "curl":
        yield Hint("wrong-address-family", 0.5, say("curl tries both families"))
        published = say("what runs in a container is reached at {host} only by a port that is published", host=host)
        yield Hint("container-port-not-published", 1.3, published)
    elif host.lower() == "localhost" and "::1" in text and "127.0.0.1" in text:
        yield Hint("wrong-address-family", 0.2)  # both were tried, and both said so
    elif host.lower() == "localhost" and not browser:
        yield Hint(
            "wrong-address-family",
            1.6 if reading.kind == "unknown" else 2.6,
            say("{host} may be ::1 while the server listens on 127.0.0.1, or the reverse", host=host),
        )
    elif host == "127.0.0.1" and reading.kind == "refused" and reading.client == "node":
        yield Hint("wrong-address-family", 2.2, say("servers that Node starts on localhost often listen on ::1 only"))
    elif ":" in host:
        yield Hint(
            "wrong-address-family", 4, say("{host} was dialled, and many servers listen on 127.0.0.1 only", host=host)
        )
    if reading.kind in ("closed", "reset") and reading.step in ("", "http") and "upstream" not in text:
        yield from _of_a_published_port(text)


def _of_a_published_port(text: str) -> Iterator[Hint]:
    """What takes a connection and ends it, without the program behind having seen it."""
    why = say(
        "a container engine takes connections for a published port even where the program inside listens on its own loopback only, or on another port"
    )
    yield Hint("listening-on-loopback-only", 3, why, leads=True)
    if "curl" in text.lower():
        yield Hint("wrong-port", 2.9, why, leads=True)


def _may_be_published(text: str) -> bool:
    """Whether the text speaks of containers, or of this machine, where such ports are dialled most."""
    return "127.0.0.1" in text or "localhost" in text or in_a_container(text)


_MQTT = pattern(r"(?i)\bmqtt|mosquitto")


def of_no_host(reading: Reading, text: str) -> Iterator[Hint]:
    if reading.kind == "address-unavailable" and in_a_container(text) and "bind" not in text.lower():
        why = say("{host} is tried as ::1 last, which a container mostly does not have", host="localhost")
        yield Hint("localhost-inside-container", 1, why, leads=True)
    if reading.kind == "refused" and (reading.scheme in STORES or of_a_store(text)):
        yield Hint("localhost-inside-container", 1.2)
    if reading.kind == "refused" and on_windows(text):
        yield Hint("localhost-inside-container", 0.3)
        yield Hint("proxy-interferes", 4)
    if (
        reading.kind == "reset"
        and reading.step != "tls"
        and "recv failure" in text.lower()
        and _may_be_published(text)
    ):
        yield from _of_a_published_port(text)
    if reading.kind in ("unknown", "refused") and not reading.code.get("sqlstate") and _MQTT.search(text) is not None:
        why = say("Mosquitto listens on its own loopback only unless it is told otherwise, since version 2")
        yield Hint("listening-on-loopback-only", 1.15 if reading.kind == "refused" else 22, why)
        yield Hint("wrong-port", 0.8)
    if fetching(text):
        yield from _of_fetching(reading)


def of_host(reading: Reading, host: str, text: str) -> Iterator[Hint]:
    yield Hint("localhost-inside-container", 0)
    if host == GATEWAY_NAME and reading.kind in ("unknown", "refused"):
        yield from _of_the_host_of_a_container(reading)
    if host == SWAPPED:
        why = say("{host} is 127.0.0.1 with two digits swapped, and belongs to somebody", host=host)
        yield Hint("wrong-host", 2, why, leads=True)
    shape = misshape(host)
    reached = reading.kind in ANSWERED and host not in SCHEMES
    if shape is not None and not reached and not _listened(reading, host):
        yield Hint("target-malformed", 3, shape, leads=True)
    block = private_block(host)
    if block:
        told = say("{host} is private ({block})", host=reading.host, block=block)
        if reading.kind in ("timed-out", "unreachable"):
            yield Hint("private-address-unreachable", 2.2, told)
            yield Hint("firewall-drops-on-path", 0.7)
        proxied = reading.kind == "timed-out" and reading.port in LOCAL_PROXIES | {8080} and "upstream" not in text
        yield Hint("proxy-interferes", 2.4 if proxied else 0.5)
        yield Hint("security-group-blocks", 0.3 if block == "192.168.0.0/16" else 0.85)
    elif is_literal(host):
        yield Hint("private-address-unreachable", 0)
        if reading.port in PUBLIC_PORTS and fetching(text):
            yield from _of_fetching(reading)
        else:
            yield from _of_a_public_address(reading)
        if ":" in host and reading.kind in ("timed-out", "unreachable", "unknown"):
            why = say("an IPv6 address: a program that tries IPv6 first fails where its way is broken")
            yield Hint("address-family-broken", 1, why, leads=True)
    else:
        yield Hint("private-address-unreachable", 0.3)
        if "." not in host:
            yield from _of_short_name(reading, host)
        elif reading.kind == "timed-out" and reading.scheme in WEB and reading.port not in EVERY_EDGE:
            yield Hint(
                "cdn-in-front",
                9,
                say("an edge in front of {host} may not forward port {port}", host=reading.host, port=reading.port),
            )
        elif rented(host):
            yield Hint("security-group-blocks", 2.5, say("{host} is a rented machine of a cloud", host=reading.host))
        elif fetching(f"{host}\n{text}") and reading.port in PUBLIC_PORTS:
            yield from _of_fetching(reading)
        elif reading.kind == "timed-out" and reading.port == 443 and not host.endswith(OWN):
            yield Hint("proxy-interferes", 2.2, FOR_EVERYBODY)
            yield Hint("firewall-drops-on-path", 1.4)
        elif reading.kind == "refused" and (reading.port or DEFAULT_PORT.get(reading.scheme)) == HTTPS:
            why = say(
                "port {port} of a public name is seldom closed: a proxy, a filter or a wrong answer to the name comes before it",
                port=HTTPS,
            )
            yield Hint("proxy-interferes", 5, why)
            yield Hint("wrong-port", 0.3)
            yield Hint("listening-on-loopback-only", 0.5)
            yield Hint("container-port-not-published", 0.4)
            yield Hint("firewall-rejects-on-path", 5)


EVERY_EDGE = frozenset({0, 80, 443, 8080, 8443})
"Ports that every edge forwards."
GATEWAY_NAME = "host.docker.internal"


def _of_the_host_of_a_container(reading: Reading) -> Iterator[Hint]:
    """Its name there, which Docker Desktop gives, and Docker on Linux only when it is told to (``--add-host``)."""
    why = say(
        "{host} is the machine that the container runs on, whose programs often listen on its loopback only",
        host=reading.host,
    )
    yield Hint("listening-on-loopback-only", 2, why, leads=True)
    yield Hint("server-not-listening", 1.9, leads=True)
    if reading.kind == "unknown":
        unknown = say(
            "Docker on Linux gives {host} only to a container that asks for it (--add-host)", host=reading.host
        )
        yield Hint("name-not-found", 1.8, unknown, leads=True)


def _of_a_public_address(reading: Reading) -> Iterator[Hint]:
    """No name stands beside it: what is at 443 is mostly there for everybody, at other ports it is somebody's own."""
    if reading.port == HTTPS and reading.kind == "unreachable":
        yield Hint("firewall-rejects-on-path", 2.4, FOR_EVERYBODY)
        yield Hint("host-down", 0.6)
    if reading.port != HTTPS or reading.kind not in ("timed-out", "refused"):
        yield Hint("proxy-interferes", 0.4)
        return
    yield Hint("proxy-interferes", 2.4 if reading.kind == "timed-out" else 5, FOR_EVERYBODY)
    yield Hint("firewall-drops-on-path", 1.2)
    yield Hint("firewall-rejects-on-path", 12, FOR_EVERYBODY)


_CONTAINER_ID = pattern(r"(?=[a-f]*\d)[0-9a-f]{12}")
"The name that a container has for itself, and that servers in it (Kafka) tell their clients."


def _of_short_name(reading: Reading, host: str) -> Iterator[Hint]:
    """A name without a dot: of a compose file, of the own network, or of a hosts file."""
    if reading.kind == "name-not-resolved":
        why = say(
            "a short name such as {host} exists only in its own network: that of a compose file, of a cluster, or a hosts file",
            host=reading.host,
        )
        yield Hint("name-not-found", 1.1, why)
    elif reading.kind == "unknown":
        yield Hint("name-not-found", 13)
        yield Hint("server-firewall-drops", 0.3)
    if _CONTAINER_ID.fullmatch(host) and reading.kind in ("unknown", "name-not-resolved", "timed-out"):
        why = say(
            "{host} looks like the id of a container, by which only its own network knows it", host=reading.host
        )
        yield Hint("name-not-found", 2, why, leads=True)
    for cause in ("security-group-blocks", "proxy-interferes"):
        yield Hint(cause, 0.3)


FILTERED = {"refused": 6.0, "reset": 4.0}
"What filters of whole countries do to connections that they bar, they do with an RST."


def _of_fetching(reading: Reading) -> Iterator[Hint]:
    why = FOR_EVERYBODY
    if reading.kind in ("timed-out", "refused", "reset", "closed", "unreachable", "name-not-resolved"):
        yield Hint("proxy-interferes", 4, why)
    yield Hint("firewall-drops-on-path", 2)
    yield Hint("firewall-rejects-on-path", FILTERED.get(reading.kind, 2))
    if reading.kind == "refused":
        yield Hint("server-firewall-rejects", 0.3)
    yield Hint("address-family-broken", 2.5)
    for cause in ("server-firewall-drops", "security-group-blocks", "server-not-listening", "host-down", "wrong-port",
                  "listening-on-loopback-only", "container-port-not-published"):  # fmt: skip
        yield Hint(cause, 0.4)


OF_LISTENERS = frozenset({"address-in-use", "permission-denied", "resource-limit"})
"What befalls a socket that is to listen, where the address is no one's to dial."


def _listened(reading: Reading, host: str) -> bool:
    """A server was to listen at all addresses of the machine, and nobody was dialled."""
    return host in WILDCARDS and (reading.kind in OF_LISTENERS or reading.call == "bind")
