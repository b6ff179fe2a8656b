"""What a proxy variable, an option or a setting holds → the proxy that is meant.

There is no standard for it; what is read here is what curl, Python's requests, Go and Node's libraries agree on:
``[scheme://][user[:password]@]host[:port][/]``, where a missing scheme is ``http``.
"""

from __future__ import annotations

from urllib.parse import unquote

from nocarrier.facts.proxies import Proxy
from nocarrier.model.record import Record
from nocarrier.readings.target import is_address, is_ipv6

LONGEST = 2048
DEFAULT_PORT = {
    "http": 80, "https": 443, "socks4": 1080, "socks4a": 1080, "socks5": 1080, "socks5h": 1080,
}  # fmt: skip
"""Scheme → the port where none is written, as Go (httpproxy, `portMap`) and Python's libraries have it. curl takes 1080
for every proxy but an https one (CURLOPT_PROXY(3))."""
ALIAS = {"socks": "socks5", "": "http"}
"``socks://`` is what GNOME and Python's `getproxies` write; curl reads it as SOCKS4, the others as SOCKS5."


class ProxyUrl(Record, kw_only=True):
    """A proxy, with what it must never be shown with. Nothing of this is evidence: `Proxy` is."""

    proxy: Proxy
    user: str = ""
    password: str = ""


class BadProxy(ValueError):
    """The text names no proxy."""


def parse_proxy(text: str) -> ProxyUrl:
    """One proxy. Raises `BadProxy`."""
    text = text.strip()
    if not text or len(text) > LONGEST or any(ord(letter) < 33 or ord(letter) == 127 for letter in text):
        raise BadProxy
    scheme, found, rest = text.partition("://")
    if not found:
        scheme, rest = "", text
    scheme = ALIAS.get(scheme.lower(), scheme.lower())
    if scheme not in DEFAULT_PORT:
        raise BadProxy
    authority = rest.partition("/")[0].partition("?")[0].partition("#")[0]
    account, at, place = authority.rpartition("@")
    user, _, password = account.partition(":")
    host, port = _place(place, DEFAULT_PORT[scheme])
    proxy = Proxy(scheme=scheme, host=host, port=port, credentials=bool(at and account))
    return ProxyUrl(proxy=proxy, user=unquote(user), password=unquote(password))


def _place(place: str, usual: int) -> tuple[str, int]:
    """``host``, ``host:port``, ``[IPv6]:port``."""
    if place.startswith("["):
        host, closed, rest = place[1:].partition("]")
        if not closed or not is_ipv6(host) or (rest and not rest.startswith(":")):
            raise BadProxy
        return host.lower(), _port(rest[1:], usual)
    host, _, port = place.partition(":")
    if not host or ":" in port or not _is_host(host):
        raise BadProxy
    return host.lower(), _port(port, usual)


def _is_host(text: str) -> bool:
    if is_address(text):
        return True
    return len(text) <= 253 and all(letter.isalnum() or letter in "-._" for letter in text) and ".." not in text


def _port(text: str, usual: int) -> int:
    if not text:
        return usual
    if not (text.isascii() and text.isdigit() and 0 < int(text[:6]) < 65536):
        raise BadProxy
    return int(text)
