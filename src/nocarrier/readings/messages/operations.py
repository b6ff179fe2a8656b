"""What runs programs and stands between them: docker, kubectl, systemd, proxies' own logs."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, SENTENCE, Reading

STEMS = (
    "docker daemon", "bind: address already in use", "port is already allocated", "the connection to the server", "kubectl",
    "crashloopbackoff", "liveness probe", "readiness probe", "connection was refused - did you specify", "stream_socket_server",
    "socks", "proxyconnect", "proxy connect", "cannot assign requested", "eaddrinuse", "already in use", "already be in use", "possible syn flooding", "is already taken", "is already being used",
)  # fmt: skip

SAID = (
    Phrase("failed to allocate tunnel", "rejected", "service", "ngrok", worth=MEANT),
    Phrase("failed to bind udp port", "address-in-use", "", worth=SENTENCE),
    Phrase("check access restrictions in zabbix agent", "rejected", "service", "zabbix", worth=MEANT),
    Phrase("cannot start tls! check certificates", "tls-failed", "tls", "opensips", worth=MEANT),
    Phrase("resolves to private/internal/special-use ip address", "permission-denied", "target", "", worth=MEANT),
    Phrase("conntrack: table full", "resource-limit", "tcp", "kernel", worth=MEANT),
    Phrase("has unexpected version", "protocol-mismatch", "proxy", "", worth=MEANT),
    Phrase("0x02: connection not allowed", "proxy", "proxy", "", {"socks": 2}, MEANT + 1),
    Phrase("0x03: network unreachable", "proxy", "proxy", "", {"socks": 3}, MEANT + 1),
    Phrase("0x04: host unreachable", "proxy", "proxy", "", {"socks": 4}, MEANT + 1),
    Phrase("0x05: connection refused", "proxy", "proxy", "", {"socks": 5}, MEANT + 1),
    Phrase("0x06: ttl expired", "proxy", "proxy", "", {"socks": 6}, MEANT + 1),
    Phrase("bad response from docker engine", "unknown", "http", "docker", worth=OPAQUE, open=NOT_TOLD),
    Phrase("cannot connect to the docker daemon", "unknown", "tcp", "docker", worth=OPAQUE, open=NOT_TOLD),
    Phrase("permission denied while trying to connect to the docker daemon", "permission-denied", "tcp", "docker", worth=MEANT + 1),
    Phrase("http probe failed with statuscode", "rejected", "http", "kubelet", worth=MEANT),
    Phrase("bind: permission denied", "permission-denied", "tcp", "", {"errno": "EACCES"}, MEANT),
    Phrase("port is already allocated", "address-in-use", "tcp", "docker", worth=MEANT),
    Phrase("did you specify the right host or port", "refused", "tcp", "kubectl", worth=MEANT),
    Phrase("unable to connect to the server: net/http: tls handshake timeout", "timed-out", "tls", "kubectl", worth=MEANT),
    Phrase("socks5 connect failed", "proxy", "proxy", "", worth=MEANT),
    Phrase("socks proxy", "proxy", "proxy", "", worth=MEANT),
    Phrase("socks5: ", "proxy", "proxy", "", worth=MEANT),
    Phrase("general socks server failure", "proxy", "proxy", "", worth=MEANT),
    Phrase("proxyconnect tcp", "proxy", "proxy", "go", worth=MEANT + 1),
)  # fmt: skip


_TAKEN = pattern(
    r"(?i)\bport (\d{1,5}) (?:was |is |(?:may|might|could) (?:be )?)?already (?:be )?(?:in use|taken|being used)"
)

_FLOODED = pattern(r"(?i)\bpossible SYN flooding on port (?:\S{1,64}:)?(\d{1,5})\. ")
"The kernel's, of a port that it listens on (net/ipv4/tcp_input.c, tcp_syn_flood_action)."
_DOCKER = pattern(r"Cannot connect to the Docker daemon at unix://(/\S{1,107}?)\.(?:\s|$)")


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
    daemon = _DOCKER.search(line)
    if daemon is not None:
        # Docker's client says so of a socket that is missing, of one that nobody listens on, and of silence.
        yield Reading(
            kind="unknown",
            worth=MEANT + 1,
            client="docker",
            step="tcp",
            scheme="unix",
            host=daemon[1],
            open=NOT_TOLD,
            at=daemon.start(),
        )
    flooded = _FLOODED.search(line)
    if flooded is not None:
        yield Reading(
            kind="resource-limit", worth=MEANT, client="kernel", step="tcp", scheme="tcp", port=min(int(flooded[1]), 65535), at=flooded.start()
        )  # fmt: skip
    taken = _TAKEN.search(line)
    if taken is not None:
        yield Reading(
            kind="address-in-use", worth=SENTENCE, step="tcp", port=min(int(taken[1]), 65535), at=taken.start()
        )
