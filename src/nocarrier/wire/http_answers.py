"""Which of the protocols in HTTP's clothes a server speaks, by its answer to any request."""

from __future__ import annotations

PLAIN_TO_TLS = (
    b"The plain HTTP request was sent to HTTPS port",  # nginx
    b"speaking plain HTTP to an SSL-enabled server port",  # Apache
    b"Client sent an HTTP request to an HTTPS server",  # Go
)

WEBSOCKET_ONLY = (
    b"websocket: the client is not using the websocket protocol",  # gorilla/websocket, server.go: Upgrade
    b'Can "Upgrade" only to "WebSocket"',  # Tornado, Spring
    b"You need a WebSocket client",  # python websockets
    b"WebSocket upgrade is expected",  # actix-web
    b"WebSocket protocol violation",  # coder/websocket, accept.go
    b"expected a websocket",
)
"What servers say that take nothing but an upgrade here, in the body of a 4xx."

WORKERMAN_PAGE = b"<h1>WebSocket</h1>"
"The body that Workerman's websocket:// answers a plain request with (Protocols/Websocket.php), whatever its status."


def http_protocol(data: bytes) -> tuple[str, bytes]:
    """The protocol and the ``Server`` header of an answer that begins with a status line (RFC 9112, section 4)."""
    if any(words in data for words in PLAIN_TO_TLS):
        return "tls", b""
    if b"MongoDB over HTTP" in data:
        return "mongodb", b""
    head, _, body = data.partition(b"\r\n\r\n")
    status, headers = head[9:12], headers_of(head)
    software = headers.get(b"server", b"")
    if _upgrades_only(status, headers, body):
        return "websocket", software
    return _service(headers, data), software


def status_of(data: bytes) -> int:
    """The status of an answer of HTTP/1; 0 where it is none."""
    line = data[:64].split(b"\r\n", 1)[0].split(b" ")
    well = len(line) >= 2 and data.startswith(b"HTTP/1.") and len(line[1]) == 3 and line[1].isdigit()
    return int(line[1]) if well else 0


def headers_of(head: bytes) -> dict[bytes, bytes]:
    """The header lines behind a status line, their names in lower case."""
    pairs = (line.partition(b":") for line in head.split(b"\r\n")[1:])
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _upgrades_only(status: bytes, headers: dict[bytes, bytes], body: bytes) -> bool:
    """426 (RFC 9110, section 15.5.22) names what it wants; RFC 6455, section 4.2.2 names the version."""
    upgrades = b"websocket" in headers.get(b"upgrade", b"").lower()
    if (upgrades and status in (b"101", b"426", b"400")) or b"sec-websocket-version" in headers:
        return True
    if headers.get(b"server", b"").lower().startswith(b"workerman") and WORKERMAN_PAGE in body:
        return True
    return status[:1] == b"4" and any(words in body for words in WEBSOCKET_ONLY)


def _service(headers: dict[bytes, bytes], data: bytes) -> str:
    """Services that speak HTTP."""
    if headers.get(b"x-elastic-product") or b'"cluster_name"' in data:
        return "elasticsearch"
    if any(name.startswith(b"x-clickhouse-") for name in headers):
        return "clickhouse"
    if b'"etcdserver"' in data:
        return "etcd"
    return "docker" if headers.get(b"server", b"").startswith(b"Docker/") else "http"


IN_BETWEEN = (b"via", b"proxy-status", b"proxy-authenticate", b"x-squid-error", b"cf-ray", b"x-amz-cf-id", b"x-cache")
"Headers that only something between client and server sets (RFC 9110, section 7.6.3; RFC 9209; the others by habit)."


def in_between(headers: dict[bytes, bytes]) -> str:
    """The first of them, or empty."""
    return next((name.decode("ascii") for name in IN_BETWEEN if name in headers), "")


def redirected_to(headers: dict[bytes, bytes]) -> str:
    """The host of an absolute ``Location``; empty where there is none."""
    _, found, rest = headers.get(b"location", b"")[:512].partition(b"://")
    host = rest.partition(b"/")[0].partition(b":")[0] if found else b""
    return "".join(letter for letter in host.decode("ascii", "ignore") if letter.isalnum() or letter in ".-")
