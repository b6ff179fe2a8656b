"""NO_PROXY, as each family of clients reads it.

Everybody agrees that it is a list, that ``*`` alone means everything, and that ``shop.example`` excludes that very
name. On everything else they differ, and a list that one client honours is passed over by the next:

                      curl      requests   Go         Node's fetch   proxy-from-env
    between entries   ,         ,          ,          , or blanks    , or blanks
    shop.example      and below and below¹ and below  and below      that name only
    .shop.example     and below and below  below only and below      any such end
    *.shop.example    –         –          below only and below      any such end
    name:port         –         yes²       yes        yes            yes
    10.0.0.0/8        yes       IPv4       yes        –              –

¹ any name that ends so, dot or not.  ² as an end of ``host:port``.
Read from curl's lib/noproxy.c, requests' utils.py (`should_bypass_proxies`) with Python's urllib.request
(`proxy_bypass_environment`), golang.org/x/net/http/httpproxy, undici's env-http-proxy-agent.js, and proxy-from-env.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nocarrier.readings.target import is_address, is_ipv4

LONGEST = 1 << 14
Rule = Callable[[str, str, int], bool]
"Whether an entry (lower case) excludes this host (a lower-case name or an address, without brackets) and port."


def excluded(reader: str, value: str, host: str, port: int) -> str:
    """The entry of ``value`` that keeps ``host:port`` from the proxy for this reader; empty where none does."""
    value, host = value[:LONGEST], host.lower().strip("[]")
    if value.strip() == "*":
        return "*"
    split, rule = READERS[reader]
    bare = host.removesuffix(".") if len(host) > 1 else host
    return next((entry for entry in split(value) if rule(entry.lower(), bare, port)), "")


def _by_commas(value: str) -> Iterator[str]:
    return (entry.strip() for entry in value.split(",") if entry.strip())


def _by_commas_or_blanks(value: str) -> Iterator[str]:
    return iter(value.replace(",", " ").split())


def _as_curl_splits(value: str) -> Iterator[str]:
    """Blanks may stand around an entry; a second word without a comma before it ends the list."""
    for part in value.split(","):
        words = part.split()
        yield from words[:1]
        if len(words) > 1:
            return


def _curl(entry: str, host: str, port: int) -> bool:
    if is_address(host):
        return _in_network(entry, host)
    return _and_below(entry.removesuffix(".").removeprefix("."), host)


def _requests(entry: str, host: str, port: int) -> bool:
    if is_ipv4(host):
        return _in_network(entry, host) or entry in (host, f"{host}:{port}")
    both = f"{host}:{port}"
    if host.endswith(entry) or both.endswith(entry):
        return True
    name = entry.lstrip(".")
    return _and_below(name, host) or _and_below(name, both)


def _go(entry: str, host: str, port: int) -> bool:
    if entry == "*":
        return True
    if "/" in entry:
        return is_address(host) and _in_network(entry, host)
    name, wanted = _with_port(entry)
    if not name or wanted not in (0, port):
        return False
    if is_address(name):
        return is_address(host) and _in_network(name, host)
    name = name.removeprefix("*") if name.startswith("*.") else name
    return host.endswith(name) if name.startswith(".") else _and_below(name, host)


def _undici(entry: str, host: str, port: int) -> bool:
    name, wanted = _with_port(entry)
    if wanted not in (0, port):
        return False
    return _and_below(name.removeprefix("*").removeprefix(".").removesuffix("."), host)


def _from_env(entry: str, host: str, port: int) -> bool:
    if entry == "*":
        return True
    name, colon, digits = entry.rpartition(":")
    if not (colon and name and digits.isascii() and digits.isdigit()):
        name, digits = entry, ""
    if digits and int(digits[:6]) != port:
        return False
    return host.endswith(name.removeprefix("*")) if name[0] in ".*" else host == name


READERS: dict[str, tuple[Callable[[str], Iterator[str]], Rule]] = {
    "curl": (_as_curl_splits, _curl),
    "requests": (_by_commas, _requests),
    "websockets": (_by_commas, lambda entry, host, port: _urllib(entry, host, port)),
    "go": (_by_commas, _go),
    "undici": (_by_commas_or_blanks, _undici),
    "proxy-from-env": (_by_commas_or_blanks, _from_env),
}
"Reader → how it takes the list apart, and what an entry means to it."


def _urllib(entry: str, host: str, port: int) -> bool:
    name = entry.lstrip(".")
    return _and_below(name, host) or _and_below(name, f"{host}:{port}")


def _and_below(name: str, host: str) -> bool:
    return bool(name) and (host == name or host.endswith(f".{name}"))


def _with_port(entry: str) -> tuple[str, int]:
    """The entry without the port that it names (0: none), brackets taken off."""
    if entry.startswith("["):
        host, closed, rest = entry[1:].partition("]")
        digits = rest[1:] if closed and rest.startswith(":") else ""
    elif entry.count(":") == 1:
        host, _, digits = entry.partition(":")
    else:
        return entry, 0
    return (host, int(digits[:6])) if digits.isascii() and digits.isdigit() else (host, 0 if not digits else -1)


def _in_network(entry: str, host: str) -> bool:
    """Whether an address, or a network in CIDR notation, holds this address."""
    from ipaddress import ip_address, ip_network

    try:
        return ip_address(host.partition("%")[0]) in ip_network(entry, strict=False)
    except ValueError:
        return False
