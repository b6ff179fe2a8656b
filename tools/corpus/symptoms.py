"""What goes wrong, and the truth of each: class and step as a diagnosis would name them, and the cause.

Every symptom is real: the ports stand for what `stage` puts there. Where two things can be told apart only by another
client or a longer wait, there are two symptoms.
"""

from __future__ import annotations

from nocarrier.model.record import NOTHING, Record
from nocarrier.readings.messages.reading import ErrorClass

SERVER = "10.20.0.5"
NOBODY, DROPPED, PROHIBITED, RESET_BY_RULE = 81, 82, 83, 84
CLOSES, RESETS, SILENT = 2101, 2102, 2103
HTTP, HTTPS, EXPIRED, SELF_SIGNED, WRONG_NAME, OLD_TLS, CLIENT_CERTIFICATE = 2110, 2111, 2112, 2113, 2114, 2115, 2116
SSH, REDIS, MYSQL, POSTGRESQL, SMTP, ECHO = 2120, 2121, 2122, 2123, 2124, 2125
WEBSOCKET, WRONG_ACCEPT, NO_UPGRADE, DROPS_AFTER, CLOSES_1008, CLOSES_1011 = 2130, 2131, 2132, 2133, 2134, 2135
HAPROXY = 2140
PROXY, PROXY_407, PROXY_403, PROXY_502 = 3128, 3129, 3130, 3131
TAKEN = 8080

WEB, SOCKETS, SECURE = ("http",), ("ws",), ("https", "wss", "tls")
SERVICES = (
    "redis",
    "postgresql",
    "mysql",
    "mongodb",
    "amqp",
    "mqtt",
    "kafka",
    "ssh",
    "smtp",
    "grpc",
    "ldap",
    "memcached",
    "ftp",
    "nats",
    "rsync",
)
"Schemes of clients that speak neither HTTP nor WebSocket."

SHORT, LONG = 2, 12
"Seconds that a client is given: less than the kernel's own patience in the lab (3 s), and more."


class Symptom(Record, kw_only=True):
    """One thing that goes wrong.

    ``dial`` is where the client is sent, ``schemes`` which clients meet it (none: all that dial), ``host`` on which machine
    of the lab they run. ``deny`` is a system call and the errno that it fails with (`denied`). ``step`` is empty where it
    depends on the client. ``causes`` are slugs of the catalogue, one of which must be among the first three; a client's file
    may name others.
    """

    slug: str
    dial: str
    kind: ErrorClass
    step: str = ""
    causes: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    host: str = "client"
    seconds: int = SHORT
    deny: str = ""
    environment: dict[str, str] = NOTHING


def _status(number: int, kind: ErrorClass, *causes: str, path: str = "") -> tuple[Symptom, Symptom]:
    """A status as the answer to a WebSocket handshake, and to a request, of which it is always a rejection."""
    dial = f"{SERVER}:{HTTP}{path or f'/{number}'}"
    handshake = Symptom(slug=f"ws-{number}", dial=dial, kind=kind, step="websocket", causes=causes, schemes=SOCKETS)
    general = tuple(cause for cause in causes if not cause.startswith(("websocket", "proxy-strips")))
    request = Symptom(slug=f"http-{number}", dial=dial, kind="rejected", step="http", causes=general, schemes=WEB)
    return handshake, request


def _proxied(
    slug: str, port: int, cause: str, *, schemes: tuple[str, ...] = ("proxied",), host: str = "10.10.0.1"
) -> Symptom:
    url = f"http://{host}:{port}"
    names = ("http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
    return Symptom(
        slug=slug, dial=f"shop.example:{HTTPS}", kind="proxy", step="proxy", causes=(cause,), schemes=schemes,
        environment=dict.fromkeys(names, url),
    )  # fmt: skip


SYMPTOMS: tuple[Symptom, ...] = (
    Symptom(slug="refused", dial=f"{SERVER}:{NOBODY}", kind="refused", step="tcp", causes=("server-not-listening",)),
    Symptom(slug="refused-name", dial=f"shop.example:{NOBODY}", kind="refused", step="tcp", causes=("server-not-listening",)),
    Symptom(slug="refused-ipv6", dial=f"[fd20::5]:{NOBODY}", kind="refused", step="tcp", causes=("server-not-listening",)),
    Symptom(slug="refused-localhost", dial=f"localhost:{NOBODY}", kind="refused", step="tcp", causes=("server-not-listening",)),
    Symptom(slug="dropped", dial=f"{SERVER}:{DROPPED}", kind="timed-out", step="tcp", causes=("server-firewall-drops",)),
    Symptom(slug="dropped-long", dial=f"{SERVER}:{DROPPED}", kind="timed-out", step="tcp", causes=("server-firewall-drops",), seconds=LONG),
    Symptom(slug="prohibited", dial=f"{SERVER}:{PROHIBITED}", kind="unreachable", causes=("server-firewall-rejects", "firewall-rejects-on-path")),
    Symptom(slug="reset-by-rule", dial=f"{SERVER}:{RESET_BY_RULE}", kind="refused", step="tcp"),
    Symptom(slug="no-route", dial=f"{SERVER}:{HTTP}", kind="unreachable", causes=("no-route",), host="island"),
    Symptom(slug="host-down", dial="10.10.0.99:8080", kind="unreachable", causes=("host-down",), seconds=LONG, host="island"),
    Symptom(slug="route-prohibits", dial="10.20.0.66:8080", kind="permission-denied", causes=("route-forbids", "permission-denied", "firewall-blocks-outgoing")),
    Symptom(slug="name-not-found", dial="nope.example:8080", kind="name-not-resolved", step="name", causes=("name-not-found",)),
    Symptom(slug="name-empty", dial="empty.example:8080", kind="name-not-resolved", step="name", causes=("name-has-no-address", "name-not-found")),
    Symptom(slug="name-fails", dial="broken.example:8080", kind="name-not-resolved", step="name", causes=("resolver-failing", "resolver-unreachable")),
    Symptom(slug="resolver-silent", dial="shop.example:8080", kind="name-not-resolved", step="name", causes=("resolver-unreachable", "resolver-failing"), host="mute", seconds=LONG),
    Symptom(slug="closed-at-once", dial=f"{SERVER}:{CLOSES}", kind="closed", causes=("server-closes-at-once", "server-out-of-files", "connection-limited")),
    Symptom(slug="reset-at-once", dial=f"{SERVER}:{RESETS}", kind="reset", causes=("server-closes-at-once", "server-out-of-files", "connection-limited")),
    Symptom(slug="silent", dial=f"{SERVER}:{SILENT}", kind="timed-out", causes=("process-hung",)),
    Symptom(slug="family-disabled", dial=f"[::1]:{NOBODY}", kind="address-unavailable", causes=("address-family-disabled",), host="island"),
    Symptom(slug="ports-exhausted", dial=f"{SERVER}:{HTTP}", kind="address-unavailable", causes=("ephemeral-ports-exhausted", "time-wait-exhaustion"), host="full"),
    Symptom(slug="socket-limit", dial=f"{SERVER}:{HTTP}", kind="resource-limit", causes=("too-many-open-files",), deny="socket:EMFILE"),
    Symptom(slug="forbidden", dial=f"{SERVER}:{HTTP}", kind="permission-denied", causes=("permission-denied", "firewall-blocks-outgoing", "route-forbids"), deny="connect:EPERM"),
    *(
        Symptom(slug=f"http-from-{name}", dial=f"{SERVER}:{port}", kind="protocol-mismatch", causes=("server-speaks-other-protocol", "wrong-port"), schemes=WEB)
        for name, port in (("ssh", SSH), ("mysql", MYSQL), ("smtp", SMTP), ("echo", ECHO))
    ),
    Symptom(slug="http-from-redis", dial=f"{SERVER}:{REDIS}", kind="closed", schemes=WEB),
    Symptom(slug="http-from-https", dial=f"{SERVER}:{HTTPS}", kind="protocol-mismatch", step="http", causes=("plaintext-to-tls-port",), schemes=WEB),
    Symptom(slug="http-from-websocket", dial=f"{SERVER}:{WEBSOCKET}", kind="protocol-mismatch", causes=("http-to-websocket-server",), schemes=WEB),
    Symptom(slug="http-from-haproxy", dial=f"{SERVER}:{HAPROXY}", kind="rejected", step="http", causes=("gateway-has-no-backend",), schemes=WEB, seconds=LONG),
    *_status(400, "protocol-mismatch", "websocket-to-http-server", "websocket-wrong-path", "proxy-strips-upgrade"),
    *_status(401, "rejected", "websocket-needs-credentials"),
    *_status(403, "rejected", "websocket-origin-rejected"),
    *_status(404, "protocol-mismatch", "websocket-wrong-path", "websocket-to-http-server"),
    *_status(429, "rejected", "rate-limited"),
    *_status(500, "rejected"),
    *_status(502, "rejected", "gateway-has-no-backend", path="/proxied"),
    *_status(503, "rejected", "gateway-has-no-backend"),
    *_status(504, "rejected", "gateway-has-no-backend"),
    Symptom(slug="ws-200", dial=f"{SERVER}:{HTTP}", kind="protocol-mismatch", step="websocket", causes=("websocket-to-http-server", "websocket-wrong-path", "proxy-strips-upgrade"), schemes=SOCKETS),
    Symptom(slug="ws-301", dial=f"{SERVER}:{HTTP}/301", kind="rejected", step="websocket", causes=("redirected",), schemes=SOCKETS),
    *(
        Symptom(slug=f"ws-from-{name}", dial=f"{SERVER}:{port}", kind="protocol-mismatch", causes=("server-speaks-other-protocol", "wrong-port"), schemes=SOCKETS)
        for name, port in (("ssh", SSH), ("mysql", MYSQL), ("echo", ECHO))
    ),
    Symptom(slug="ws-from-redis", dial=f"{SERVER}:{REDIS}", kind="closed", schemes=SOCKETS),
    Symptom(slug="ws-from-https", dial=f"{SERVER}:{HTTPS}", kind="protocol-mismatch", step="websocket", causes=("plaintext-to-tls-port",), schemes=SOCKETS),
    Symptom(slug="ws-wrong-accept", dial=f"{SERVER}:{WRONG_ACCEPT}", kind="protocol-mismatch", step="websocket", causes=("websocket-handshake-broken",), schemes=SOCKETS),
    Symptom(slug="ws-no-upgrade-header", dial=f"{SERVER}:{NO_UPGRADE}", kind="protocol-mismatch", step="websocket", causes=("websocket-handshake-broken",), schemes=SOCKETS),
    Symptom(slug="ws-dropped-after", dial=f"{SERVER}:{DROPS_AFTER}", kind="closed", schemes=SOCKETS),
    Symptom(slug="ws-close-1008", dial=f"{SERVER}:{CLOSES_1008}", kind="rejected", step="websocket", schemes=SOCKETS),
    Symptom(slug="ws-close-1011", dial=f"{SERVER}:{CLOSES_1011}", kind="closed", step="websocket", schemes=SOCKETS),
    Symptom(slug="tls-from-http", dial=f"shop.example:{HTTP}", kind="protocol-mismatch", step="tls", causes=("tls-to-plaintext-port",), schemes=SECURE),
    Symptom(slug="tls-from-ssh", dial=f"shop.example:{SSH}", kind="protocol-mismatch", step="tls", causes=("tls-to-plaintext-port", "server-speaks-other-protocol"), schemes=SECURE),
    Symptom(slug="tls-closed", dial=f"shop.example:{CLOSES}", kind="closed", schemes=SECURE),
    Symptom(slug="tls-reset", dial=f"shop.example:{RESETS}", kind="reset", schemes=SECURE),
    Symptom(slug="tls-silent", dial=f"shop.example:{SILENT}", kind="timed-out", schemes=SECURE),
    Symptom(slug="certificate-expired", dial=f"shop.example:{EXPIRED}", kind="tls-failed", step="tls", causes=("certificate-expired",), schemes=SECURE),
    Symptom(slug="certificate-self-signed", dial=f"shop.example:{SELF_SIGNED}", kind="tls-failed", step="tls", causes=("certificate-self-signed",), schemes=SECURE),
    Symptom(slug="certificate-wrong-name", dial=f"shop.example:{WRONG_NAME}", kind="tls-failed", step="tls", causes=("certificate-name-mismatch",), schemes=SECURE),
    Symptom(slug="tls-too-old", dial=f"shop.example:{OLD_TLS}", kind="tls-failed", step="tls", causes=("tls-version-unsupported",), schemes=SECURE),
    *(
        Symptom(slug=f"service-from-{name}", dial=f"{SERVER}:{port}", kind="protocol-mismatch", causes=("server-speaks-other-protocol", "wrong-port"), schemes=SERVICES)
        for name, port in (("http", HTTP), ("greeting", SMTP))
    ),
    _proxied("proxy-refused", PROXY, "proxy-interferes"),
    _proxied("proxy-407", PROXY_407, "proxy-requires-auth"),
    _proxied("proxy-403", PROXY_403, "proxy-interferes"),
    _proxied("proxy-502", PROXY_502, "proxy-interferes"),
    _proxied("proxy-name", PROXY, "proxy-interferes", host="proxy.nope.example"),
    Symptom(slug="socket-missing", dial="/run/shop/nothing.sock", kind="refused", step="tcp", causes=("unix-socket-missing",), schemes=("unix",)),
    Symptom(slug="socket-stale", dial="/run/shop/stale.sock", kind="refused", step="tcp", causes=("unix-socket-missing",), schemes=("unix",)),
    Symptom(slug="socket-forbidden", dial="/run/shop/stale.sock", kind="permission-denied", causes=("unix-socket-permission", "permission-denied"), schemes=("unix",), deny="connect:EACCES"),
    Symptom(slug="address-in-use", dial=f"0.0.0.0:{TAKEN}", kind="address-in-use", causes=("address-in-use",), schemes=("listen",)),
    Symptom(slug="address-not-ours", dial="10.99.0.1:8081", kind="address-unavailable", causes=("source-address-not-local", "address-family-disabled"), schemes=("listen",)),
    Symptom(slug="listen-forbidden", dial="0.0.0.0:8081", kind="permission-denied", schemes=("listen",), deny="bind:EACCES"),
)  # fmt: skip
"All of them."

ALONE = frozenset(("unix", "listen"))
"Schemes of which a client meets its own symptoms only."


def met(schemes: tuple[str, ...]) -> list[tuple[Symptom, str]]:
    """The symptoms that a client of these schemes meets, each with the scheme that it speaks there."""
    dialled = [scheme for scheme in schemes if scheme not in (*ALONE, "proxied")]
    found = []
    for symptom in SYMPTOMS:
        if symptom.schemes == ("proxied",):
            fit = [scheme for scheme in dialled if scheme in ("https", "wss")] if "proxied" in schemes else []
        else:
            fit = [scheme for scheme in schemes if scheme in symptom.schemes] if symptom.schemes else dialled
        found += [(symptom, fit[0])] if fit else []
    return found
