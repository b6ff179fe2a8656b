"""Pseudonyms for what tells whose network this is: addresses, names, users, home directories.

The same thing gets the same pseudonym throughout a report. An address keeps its class and its neighbourhood:
``private-a-1`` and ``private-a-2`` are two private addresses of one network (of 24 bits, or 64 in IPv6). Loopback
and wildcard addresses, ``localhost``, and the accounts that every system has stay, for they tell nobody apart.
What the report's vocabulary fixes (slugs, steps, ids, times) is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from nocarrier.model.annotations import Any
from nocarrier.model.record import plain
from nocarrier.model.report import Report

_FREE_TEXT = frozenset(
    {"input", "host", "path", "summary", "text", "commands", "config", "risk", "why", "question", "command", "facts"}
)
"Fields of the report that hold words of the case; all others hold its vocabulary."

_NAMED_IN_FACTS = frozenset({"canonical", "host", "hostname", "hostnames", "aliases", "names", "search", "domain"})
_USER_IN_FACTS = frozenset({"user", "owner", "username", "login"})

_SYSTEM_USERS = frozenset({
    "root", "nobody", "daemon", "bin", "sys", "www-data", "nginx", "apache", "http", "mysql", "postgres", "redis",
    "mongodb", "mongod", "sshd", "git", "ubuntu", "debian", "ec2-user", "admin", "user", "systemd-network",
    "systemd-resolve", "dnsmasq", "unbound", "haproxy", "caddy", "tomcat", "node",
})  # fmt: skip
_PUBLIC_NAMES = frozenset({"localhost", "localhost.localdomain", "host.docker.internal", "ip6-localhost"})
_FILES = frozenset({
    "conf", "cnf", "cfg", "ini", "json", "yml", "yaml", "toml", "xml", "php", "py", "js", "mjs", "ts", "rb", "go",
    "java", "jar", "war", "sh", "pl", "c", "h", "so", "log", "sock", "socket", "service", "target", "timer", "slice",
    "scope", "mount", "d", "rules", "list", "pem", "crt", "key", "txt", "html", "htm", "env", "lock", "pid", "db",
    "md", "server", "app", "wsgi", "asgi", "exe", "bin", "lua", "erl", "ex", "rs", "cpp", "cc", "gz", "zip",
})  # fmt: skip
"What follows a dot in the names of files, units and modules."

_V4 = re.compile(r"(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)")
_V6 = re.compile(r"(?<![\w:.])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:(?<=:)(?:\d{1,3}\.){3}\d{1,3})?(?![\w:])")
_MAC = re.compile(r"(?<![\w:])(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}(?![\w:])")
_HOME = re.compile(r"(?<![\w.])/(?:home|Users)/([^/\s:'\"]+)")
_USER_AT = re.compile(r"(?:(?<=://)|(?<![\w./-]))([\w.-]+)(?=(?::\*{3})?@[\w\[-])")
_HOST_IN_URL = re.compile(r"(?<=://)(?:[^\s/@]*@)?([A-Za-z0-9_][\w.-]*)")
_DOTTED = re.compile(
    r"(?<![\w./@-])(?:[A-Za-z0-9_](?:[\w-]*[A-Za-z0-9])?\.)+([A-Za-z][A-Za-z0-9-]*[A-Za-z0-9])(?![\w-]|\s*=)"
)

_SYSCTL = re.compile(r"(?:net\.(?:core|ipv4|ipv6|netfilter|unix)|kernel|vm|fs)\.")


def redacted(report: Report) -> Report:
    """The report with pseudonyms."""
    return redacted_together((report,))[0]


def redacted_together(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports with pseudonyms that mean the same in all of them."""
    told: list[dict[str, Any]] = [plain(report) for report in reports]
    pseudonyms = Pseudonyms()
    for text in _texts(told):
        pseudonyms.learn(text)
    for report in reports:
        pseudonyms.learn_host(report.target.host)
    for name, value in _facts(told):
        if name in _NAMED_IN_FACTS:
            pseudonyms.learn_host(value)
        elif name in _USER_IN_FACTS:
            pseudonyms.learn_user(value)
    import msgspec

    return tuple(msgspec.convert(_changed(one, pseudonyms.apply), Report) for one in told)


class Pseudonyms:
    """Who is called what; numbered in the order in which they are met."""

    def __init__(self) -> None:
        self._addresses: dict[IPv4Address | IPv6Address, str] = {}
        self._networks: dict[str, str] = {}
        self._members: dict[str, int] = {}
        self._hardware: dict[str, str] = {}
        self._hosts: dict[str, str] = {}
        self._users: dict[str, str] = {}

    def learn(self, text: str) -> None:
        """Note the names of machines and users in a text."""
        for found in _HOME.finditer(text):
            self.learn_user(found[1])
        for found in _USER_AT.finditer(text):
            self.learn_user(found[1])
        for found in _HOST_IN_URL.finditer(text):
            self.learn_host(found[1])
        for found in _DOTTED.finditer(text):
            if found[1].lower() not in _FILES and not _SYSCTL.match(found[0] + "."):
                self.learn_host(found[0])

    def learn_host(self, name: str) -> None:
        """Note one name of a machine. Addresses and well-known names are none."""
        name = name.rstrip(".").lower()
        if not name or name in _PUBLIC_NAMES or name in self._hosts or _address(name) is not None:
            return
        if re.fullmatch(r"[\w.-]+", name):
            self._hosts[name] = f"host-{len(self._hosts) + 1}"

    def learn_user(self, name: str) -> None:
        """Note one account, unless every system has it."""
        if name and name not in _SYSTEM_USERS and name not in self._users:
            self._users[name] = f"user-{len(self._users) + 1}"

    def apply(self, text: str) -> str:
        """The text with pseudonyms in place of all that was learnt, and of every address."""
        text = _MAC.sub(lambda found: self._of_hardware(found[0]), text)
        text = _V4.sub(lambda found: self._of_address(found[0]), text)
        text = _V6.sub(lambda found: self._of_address(found[0]), text)
        text = _HOME.sub(lambda found: found[0].replace(found[1], self._users.get(found[1], found[1])), text)
        text = self._named(text, self._hosts, str.lower)
        return self._named(text, self._users, str)

    @staticmethod
    def _named(text: str, names: dict[str, str], fold: Callable[[str], str]) -> str:
        if not names:
            return text
        longest_first = sorted(names, key=len, reverse=True)
        pattern = "|".join(map(re.escape, longest_first))
        flags = re.IGNORECASE if fold is str.lower else re.NOFLAG
        whole = re.compile(rf"(?<![\w.-])(?:{pattern})(?![\w-]|\.\w)", flags)
        return whole.sub(lambda found: names[fold(found[0])], text)

    def _of_hardware(self, text: str) -> str:
        return self._hardware.setdefault(text.lower(), f"mac-{len(self._hardware) + 1}")

    def _of_address(self, text: str) -> str:
        address = _address(text)
        if address is None or address.is_loopback or address.is_unspecified or address.is_multicast:
            return text
        if address not in self._addresses:
            network = str(ip_network((address, 24 if address.version == 4 else 64), strict=False))
            if network not in self._networks:
                self._networks[network] = f"{_kind(address)}-{_letters(len(self._networks))}"
            self._members[network] = self._members.get(network, 0) + 1
            self._addresses[address] = f"{self._networks[network]}-{self._members[network]}"
        return self._addresses[address]


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None


def _kind(address: IPv4Address | IPv6Address) -> str:
    if address in _SHARED:
        return "shared"
    kind = "linklocal" if address.is_link_local else "private" if address.is_private else "public"
    return kind if address.version == 4 else f"{kind}6"


_SHARED = ip_network("100.64.0.0/10")
"What providers translate addresses from (RFC 6598)."


def _letters(number: int) -> str:
    """0 → ``a``, 25 → ``z``, 26 → ``aa``."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _texts(value: Any, free: bool = False) -> Iterator[str]:
    """Every string that holds words of the case."""
    if isinstance(value, str):
        if free:
            yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, free or name in _FREE_TEXT)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner, free)


def _facts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """The strings inside facts with the name of the field that holds them."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for inner_name, inner in value.items():
            yield from _facts(inner, inner_name)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _facts(inner, name)


def _changed(value: Any, change: Callable[[str], str], free: bool = False) -> Any:
    if isinstance(value, str):
        return change(value) if free else value
    if isinstance(value, dict):
        return {
            (change(name) if free and not name.isidentifier() else name): _changed(
                inner, change, free or name in _FREE_TEXT
            )
            for name, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [_changed(inner, change, free) for inner in value]
    return value
