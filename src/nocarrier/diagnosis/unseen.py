"""How usual each cause is behind a class of error as long as nothing has been looked at: the order in a text's
explanation, and of what a diagnosis has ruled out.

`priors` weighs causes once their rule has seen what it speaks up for; a wrong port weighs much there, since it was seen
open. Here nothing is seen. The numbers are weights, not probabilities, and only their order matters; they come of some
four hundred threads of public issue trackers that say what it was in the end (`tests/readings/messages/trackers.txt`).
A cause that is not listed for a class keeps the order of `priors`, after those that are.
"""

from __future__ import annotations

from nocarrier.diagnosis.priors import prior
from nocarrier.model.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from nocarrier.readings.messages.reading import Reading

Situation = str
"""A class of error, or a part of one where the step that failed tells more: a time-out after the connection stood, one of
the TLS handshake, an end of it, a no that the service's own protocol said, and one in place of a WebSocket handshake."""

LEFT = 0.05
"What is left of the prior of a cause that is not listed."

ENDED = "SSL_ERROR_SYSCALL"
"What OpenSSL says of a handshake that ended with no word of the other side."

BEHIND: dict[Situation, dict[str, int]] = {
    "refused": {
        "server-not-listening": 80, "wrong-port": 60, "localhost-inside-container": 55, "listening-on-loopback-only": 45,
        "container-port-not-published": 40, "server-firewall-rejects": 25, "wrong-address-family": 24,
        "unix-socket-missing": 20, "dns-wrong-address": 15, "proxy-interferes": 12, "wrong-host": 10,
        "firewall-rejects-on-path": 6,
    },
    "timed-out": {
        "server-firewall-drops": 60, "firewall-drops-on-path": 52, "security-group-blocks": 50, "host-down": 40,
        "private-address-unreachable": 30, "proxy-interferes": 25, "process-hung": 12, "address-family-broken": 12,
        "dns-wrong-address": 10, "packet-loss": 10, "panel-firewall-blocks": 9, "cdn-in-front": 5,
    },
    "no-answer": {
        "process-hung": 60, "packet-loss": 30, "proxy-interferes": 28, "path-mtu-blackhole": 25, "firewall-drops-on-path": 24,
        "gateway-has-no-backend": 12, "server-out-of-files": 10, "connection-limited": 10,
    },
    "service-silent": {
        "process-hung": 50, "server-speaks-other-protocol": 46, "plaintext-to-tls-port": 42, "packet-loss": 20,
        "connection-limited": 18, "server-out-of-files": 16, "proxy-interferes": 12, "wrong-port": 11,
    },
    "tls-silent": {
        "proxy-interferes": 50, "firewall-drops-on-path": 45, "path-mtu-blackhole": 42, "packet-loss": 40,
        "tls-to-plaintext-port": 30, "process-hung": 20,
    },
    "unreachable": {
        "no-route": 60, "host-down": 50, "server-firewall-rejects": 42, "interface-down": 40, "address-family-broken": 30,
        "private-address-unreachable": 30, "firewall-rejects-on-path": 25, "route-forbids": 10, "permission-denied": 8,
    },
    "address-unavailable": {
        "source-address-not-local": 50, "address-family-disabled": 45, "time-wait-exhaustion": 40,
        "ephemeral-ports-exhausted": 38,
    },
    "address-in-use": {"address-in-use": 90},
    "name-not-resolved": {
        "name-not-found": 60, "resolver-unreachable": 50, "target-malformed": 20, "resolver-failing": 19,
        "name-has-no-address": 12, "proxy-interferes": 10,
    },
    "reset": {
        "server-closes-at-once": 50, "idle-timeout": 37, "proxy-interferes": 36, "plaintext-to-tls-port": 35, "server-crashes-on-request": 34,
        "tls-to-plaintext-port": 20, "connection-limited": 16, "firewall-rejects-on-path": 15,
        "server-speaks-other-protocol": 12, "wrong-port": 8,
    },
    "closed": {
        "server-closes-at-once": 50, "idle-timeout": 40, "server-crashes-on-request": 36, "proxy-interferes": 25,
        "tls-to-plaintext-port": 18, "plaintext-to-tls-port": 17, "server-speaks-other-protocol": 14,
        "connection-limited": 12, "wrong-port": 8,
    },
    "tls-ended": {
        "proxy-interferes": 50, "server-closes-at-once": 45, "tls-version-unsupported": 40, "tls-to-plaintext-port": 36,
        "server-refuses-client": 20, "tls-client-certificate-required": 18, "server-crashes-on-request": 12,
    },
    "tls-failed": {
        "tls-to-plaintext-port": 50, "tls-version-unsupported": 40, "certificate-untrusted-ca": 38, "tls-intercepted": 30,
        "tls-cipher-unsupported": 28, "proxy-interferes": 25, "server-speaks-other-protocol": 12,
    },
    "not-tls": {
        "tls-to-plaintext-port": 60, "proxy-interferes": 30, "server-speaks-other-protocol": 28, "wrong-port": 20,
        "tls-version-unsupported": 12, "plaintext-to-tls-port": 8,
    },
    "protocol-mismatch": {
        "server-speaks-other-protocol": 60, "plaintext-to-tls-port": 40, "wrong-port": 35, "http-version-mismatch": 25,
        "websocket-to-http-server": 20, "http-to-websocket-server": 15, "proxy-interferes": 10,
    },
    "rejected": {
        "server-refuses-client": 42, "gateway-has-no-backend": 40, "rate-limited": 18, "host-header-rejected": 17, "wrong-host": 16,
        "redirected": 10, "proxy-interferes": 9, "captive-portal": 8,
    },
    "service-rejected": {"server-refuses-client": 80, "connection-limited": 25, "wrong-host": 8, "wrong-port": 5},
    "websocket-rejected": {
        "websocket-to-http-server": 50, "proxy-strips-upgrade": 46, "websocket-wrong-path": 44, "engine-io-expected": 20,
        "websocket-needs-credentials": 18, "websocket-origin-rejected": 17, "redirected": 10, "wrong-port": 8,
    },
    "proxy": {"proxy-interferes": 90, "proxy-requires-auth": 40, "name-not-found": 10},
    "permission-denied": {
        "permission-denied": 60, "firewall-blocks-outgoing": 40, "unix-socket-permission": 30, "address-in-use": 10,
    },
    "unknown": {
        "server-not-listening": 50, "server-firewall-drops": 40, "wrong-port": 38, "localhost-inside-container": 35,
        "wrong-address-family": 20, "certificate-self-signed": 30,
        "certificate-untrusted-ca": 28, "tls-to-plaintext-port": 25, "proxy-interferes": 15, "websocket-to-http-server": 10,
        "proxy-strips-upgrade": 12, "name-not-found": 3, "container-port-not-published": 2,
    },
    "resource-limit": {
        "too-many-open-files": 80, "server-out-of-files": 30, "ephemeral-ports-exhausted": 20, "connection-limited": 15, "accept-queue-full": 5,
    },
}  # fmt: skip


def situation(reading: Reading) -> Situation:
    """What stands in `BEHIND` for this error."""
    if reading.kind == "timed-out":
        if reading.step == "service":
            return "service-silent"
        if reading.step in ("http", "websocket", "hold"):
            return "no-answer"
        return "tls-silent" if reading.step == "tls" else "timed-out"
    if reading.step == "tls" and (reading.kind in ("closed", "reset") or reading.code.get("openssl") == ENDED):
        return "tls-ended"
    if reading.kind in ("rejected", "protocol-mismatch") and reading.step == "websocket":
        return "websocket-rejected"
    if reading.kind == "protocol-mismatch" and reading.step == "tls":
        return "not-tls"
    return "service-rejected" if reading.kind == "rejected" and reading.step == "service" else reading.kind


def weight(slug: str, usual: dict[str, int]) -> float:
    """Of one cause among those of a situation."""
    return usual.get(slug) or prior(slug) * LEFT
