"""What a text tells of the way to its target: a proxy, an address that a name should not lead to, an edge in front."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.diagnosis.hint import HTTPS, LOCAL_PROXIES, OWN, Hint, is_literal, is_loopback
from nocarrier.diagnosis.surroundings import fetching
from nocarrier.facts.private import is_loopback as loopback_address
from nocarrier.facts.private import private_block
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.prose import say
from nocarrier.model.target import WILDCARDS
from nocarrier.readings.messages.reading import Reading

if TYPE_CHECKING:
    from nocarrier.facts.edges import Provider

PROXY_PORTS = frozenset({1080, 1087, 3128, 7890, 7897, 8000, 8080, 8087, 8118, 8888, 9090, 10808, 10809, 20171})
"Where HTTP and SOCKS proxies usually listen, and the local tools that offer one."


def of_detour(reading: Reading, text: str) -> Iterator[Hint]:
    """One place was asked for and another dialled: a proxy stands between."""
    asked = _asked(text)
    near = is_loopback(reading.host) or bool(private_block(reading.host)) or reading.host.isdigit()
    if not asked or reading.host.lower() in asked or "upstream" in text or not _may_be_a_proxy(reading, asked[0]):
        return
    elsewhere = is_literal(reading.host) and reading.port in LOCAL_PROXIES | {8080}
    if (near or elsewhere) and not any(is_loopback(host) or is_literal(host) for host in asked):
        why = say(
            "{asked} was asked for, and {host} dialled: a proxy",
            asked=asked[0],
            host=f"{reading.host}:{reading.port}",
        )
        yield Hint("proxy-interferes", 2, why, leads=True)


def _may_be_a_proxy(reading: Reading, asked: str) -> bool:
    """By its port; or what is there for everybody was asked for, and a machine of the own network dialled."""
    own = bool(private_block(reading.host))
    return reading.port in PROXY_PORTS or (own and reading.port not in (0, 80, HTTPS) and fetching(asked))


def _asked(text: str) -> list[str]:
    """The hosts of the web addresses that the text names."""
    if "://" not in text:
        return []
    found = re.findall(r"(?i)\bhttps?://(?:[^\s/@'\"]{1,200}@)?([\w.-]{1,253})", text)
    return [host.lower() for host in found if host != MANUAL]


MANUAL = "nodejs.org"
"Where what explains Node's codes is: named beside them, and not asked."
AT_HOME = (
    r"\b((?!localhost)[\w-]{1,63}\.[\w.-]{1,190}[a-zA-Z](?=/|\"? \()|(?<=host \")(?!localhost)[\w-]{1,63}(?=\" \())(?:/|\"? \()"
    r"(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|0\.0\.0\.0|0:0:0:0:0:0:0:1|::1)\b"
)
"A name, and the address of this machine that it led to, as Java and libpq print them."
FILTERED = ("10.10.34.34", "10.10.34.35", "10.10.34.36")


def of_answer(reading: Reading, text: str) -> Iterator[Hint]:
    """The address that a name led to stands beside it."""
    near = "/127." in text or "(127." in text or "/0" in text or "(::1" in text
    at_home = re.search(AT_HOME, text) if near else None
    if at_home is not None and not at_home[1].endswith((".local", ".localhost", ".localdomain", ".test")):
        yield from _of_a_name_led_home(at_home[1], at_home[2])
    elif reading.host.startswith(FILTERED):
        why = say("{host} is what the filters of Iran answer for names that they bar", host=reading.host)
        yield Hint("dns-wrong-address", 2, why, leads=True)
    elif _led_home(reading) and reading.kind != "resource-limit" and (name := _name_asked(text)):
        yield from _of_a_name_led_home(name, reading.host)
    elif reading.host.startswith(("198.18.", "198.19.")):
        why = say(
            "{host} is of a block that nothing is in (RFC 2544): local proxy tools answer with it", host=reading.host
        )
        yield Hint("dns-fake-address", 2, why, leads=True)


def _of_a_name_led_home(name: str, address: str) -> Iterator[Hint]:
    why = say("{name} led to {address}, which is this machine", name=name, address=address)
    yield Hint("hosts-file-override", 1.6, why, leads=True)
    yield Hint("dns-wrong-address", 1.5, why, leads=True)
    yield Hint("dns-fake-address", 1.4, why, leads=True)


def _led_home(reading: Reading) -> bool:
    """This machine was dialled, at a port where no local proxy listens."""
    web = reading.port in (0, 80, HTTPS)
    return not reading.through and (reading.host in WILDCARDS or (web and loopback_address(reading.host)))


def _name_asked(text: str) -> str:
    """The name in the first web address of the text, if it is one of the internet."""
    asked = next(iter(_asked(text)), "")
    return "" if not asked or is_literal(asked) or "." not in asked or asked.endswith(OWN) else asked


TUNNELS = 7844
"Where Cloudflare takes the tunnels of `cloudflared`, at addresses of its edge."


def of_edge(reading: Reading) -> Iterator[Hint]:
    """The host is an edge by its name or its published range, and it does not forward the port."""
    if not reading.host or not reading.port or reading.kind not in ("refused", "timed-out"):
        return
    if is_loopback(reading.host) or private_block(reading.host):
        return  # no edge; the ranges need not be loaded
    provider = _by_range(reading.host) if is_literal(reading.host) else _by_name(reading.host)
    if provider is not None and reading.port not in provider.forwarded and reading.port != TUNNELS:
        yield Hint(
            "cdn-in-front",
            1.5,
            say("{host} is an edge of {provider}", host=reading.host, provider=provider.label),
            leads=True,
        )


def _by_range(address: str) -> Provider | None:
    from nocarrier.probes.edge import recognised

    edge = recognised(address, ())
    return None if edge is None else edge.provider


def _by_name(name: str) -> Provider | None:
    from nocarrier.facts.edges import by_name

    return by_name(name)
