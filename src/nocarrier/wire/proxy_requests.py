"""What a client of HTTP says to a proxy, and what it is told about credentials (RFC 9110, sections 9.3.6 and 11.7)."""

from __future__ import annotations

from base64 import b64encode

MOST_CHALLENGES = 8
SCHEMES = frozenset({"basic", "digest", "negotiate", "ntlm", "bearer", "kerberos", "scram-sha-256", "hoba", "mutual"})
"Authentication schemes (IANA's registry, and what Microsoft's proxies add): other words are parameters of one."


def connect_request(authority: str, user: str = "", password: str = "") -> bytes:
    """Ask for a tunnel to ``host:port``."""
    lines = [f"CONNECT {authority} HTTP/1.1", f"Host: {authority}", "User-Agent: nocarrier"]
    return "\r\n".join([*lines, *_credentials(user, password), "", ""]).encode("utf-8", "replace")


def through_a_proxy(request: bytes, origin: str, user: str = "", password: str = "") -> bytes:
    """The same request in absolute form (RFC 9112, section 3.2.2); ``origin`` is ``http://host:port``."""
    line, _, rest = request.partition(b"\r\n")
    method, _, target = line.partition(b" ")
    head = [method + b" " + origin.encode("ascii", "replace") + target]
    return b"\r\n".join([*head, *(one.encode() for one in _credentials(user, password)), rest])


def _credentials(user: str, password: str) -> tuple[str, ...]:
    """Basic (RFC 7617), the one scheme for which a URL holds enough."""
    if not user and not password:
        return ()
    return (f"Proxy-Authorization: Basic {b64encode(f'{user}:{password}'.encode()).decode()}",)


def challenges(field: str) -> tuple[str, ...]:
    """The schemes of a Proxy-Authenticate field, each with its realm: ``Basic realm="squid"``."""
    found: list[str] = []
    for part in _parts(field[:2048]):
        word, _, rest = part.partition(" ")
        if word.lower() in SCHEMES:
            found.append(word)
            part = rest
        name, mark, value = part.strip().partition("=")
        if found and mark and name.strip().lower() == "realm":
            found[-1] += f" realm={_shown(value)}"
    return tuple(found[:MOST_CHALLENGES])


def _parts(field: str) -> list[str]:
    """What stands between commas that are in no quoted string."""
    parts, quoted = [""], False
    for letter in field:
        quoted ^= letter == '"'
        if letter == "," and not quoted:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts if part.strip()]


def _shown(value: str) -> str:
    return "".join(letter for letter in value.strip() if letter.isprintable())[:60]
