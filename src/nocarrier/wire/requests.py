"""The requests of HTTP/1.1 that are sent to see what comes of them (RFC 9112)."""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.model.target import bracketed

AGENT = "nocarrier"
DEFAULT_PORTS = {"http": 80, "ws": 80, "websocket": 80, "https": 443, "wss": 443}
LONGEST_PATH = 4096

Header = tuple[str, str]


def host_header(host: str, port: int | None, scheme: str) -> str:
    """The value of Host: the port stands in it unless it is the scheme's own (RFC 9110, section 7.2)."""
    name = bracketed(host)
    return name if port is None or port == DEFAULT_PORTS.get(scheme) else f"{name}:{port}"


def http_request(
    host: str, path: str, *, method: str = "GET", headers: Sequence[Header] = (), close: bool = True
) -> bytes:
    """``host`` is the value of Host; what the user gave in ``headers`` takes the place of what stands here."""
    own = [("Host", host), ("User-Agent", AGENT), ("Accept", "*/*")]
    if close:
        own.append(("Connection", "close"))
    return composed(method, path, own, headers)


def composed(method: str, path: str, own: Sequence[Header], given: Sequence[Header]) -> bytes:
    """Request line and fields; a field of ``given`` replaces those of the same name."""
    replaced = {name.lower() for name, _ in given}
    fields = [*(one for one in own if one[0].lower() not in replaced), *given]
    lines = [f"{method} {request_target(path)} HTTP/1.1", *(f"{name}: {value}" for name, value in fields)]
    return "\r\n".join([*(_one_line(line) for line in lines), "", ""]).encode("utf-8", "replace")


def request_target(path: str) -> str:
    """Path and query as a request line has them (RFC 9112, section 3.2.1): what may not stand there is escaped."""
    path = path[:LONGEST_PATH]
    path = path if path.startswith("/") else f"/{path}"
    return "".join(
        letter if "!" <= letter <= "~" else "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))
        for letter in path
    )


def _one_line(text: str) -> str:
    """No value may end its line and begin another field."""
    return "".join(letter for letter in text if letter not in "\r\n\0")
