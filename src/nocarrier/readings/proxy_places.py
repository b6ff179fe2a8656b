"""Text in which a machine keeps its proxies → where they are set. No value is handed on as it stands: it may hold a
password."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.facts.proxies import Proxy
from nocarrier.facts.proxy_sources import Desktop, Setting
from nocarrier.readings.proxy_url import BadProxy, parse_proxy

MOST_SETTINGS, MOST_EXCEPTIONS, LONGEST_LINE = 32, 32, 4096

_NAME = r"(?:[A-Za-z]{2,6}_proxy|[A-Z]{2,6}_PROXY)"
_SHELL = re.compile(rf"^\s*(?:export\s+|declare\s+-x\s+|setenv\s+|set\s+-gx\s+)?({_NAME})(?:=|\s+)(\S.*|)$")
"Shells (sh, csh, fish), /etc/environment (environment(5)) and environment.d(5)."
_UNIT = re.compile(r"^\s*Environment\s*=\s*(.*)$")
"systemd.exec(5): one or several assignments, each perhaps quoted."
_ASSIGNED = re.compile(rf"[\"']?({_NAME})=([^\"'\s]*)")


def decode_settings(file: str, text: str) -> tuple[Setting, ...]:
    """The lines of a shell's start file, an environment file, or a unit that set a variable about proxies."""
    found = (one for number, line in enumerate(text.splitlines(), 1) for one in _of_line(file, number, line))
    return tuple(one for one, _ in zip(found, range(MOST_SETTINGS), strict=False))


def _of_line(file: str, number: int, line: str) -> Iterator[Setting]:
    line = line[:LONGEST_LINE]
    unit = _UNIT.match(line)
    if unit:
        for name, value in _ASSIGNED.findall(unit[1]):
            yield Setting(name=name, file=file, line=number, proxy=proxy_or_none(value))
        return
    # Several assignments on one line: export http_proxy=… https_proxy=…
    several = _ASSIGNED.findall(line) if re.match(r"\s*export\s", line) else []
    if len(several) > 1:
        for name, value in several:
            yield Setting(name=name, file=file, line=number, proxy=proxy_or_none(value))
        return
    shell = _SHELL.match(line)
    if shell:
        value = shell[2].split(" #")[0].split(";")[0].strip().strip("\"'")
        yield Setting(name=shell[1], file=file, line=number, proxy=proxy_or_none(value))


def proxy_or_none(value: str) -> Proxy | None:
    """The proxy that a value names, without its user."""
    try:
        return parse_proxy(value).proxy
    except BadProxy:
        return None


def decode_gsettings(text: str) -> Desktop | None:
    """``gsettings list-recursively org.gnome.system.proxy``; None where no proxy is set."""
    values = {}
    for line in text.splitlines()[:200]:
        words = line.split(" ", 2)
        if len(words) == 3 and words[0].startswith("org.gnome.system.proxy"):
            values[words[0].removeprefix("org.gnome.system.proxy").strip(".") + "/" + words[1]] = words[2].strip()
    mode = values.get("/mode", "").strip("'")
    if mode == "auto":
        return Desktop(of="GNOME", pac=_shown(values.get("/autoconfig-url", "").strip("'")))
    if mode != "manual":
        return None
    named = []
    for scheme, spoken in (("http", "http"), ("https", "http"), ("socks", "socks5h")):
        host, port = values.get(f"{scheme}/host", "").strip("'"), values.get(f"{scheme}/port", "")
        if host and port.isdigit():
            named.append(proxy_or_none(f"{spoken}://{host}:{port}"))
    return Desktop(
        of="GNOME",
        proxies=_each_once(named),
        exceptions=_listed(re.findall(r"'([^']*)'", values.get("/ignore-hosts", ""))),
    )


def decode_scutil(text: str) -> Desktop | None:
    """``scutil --proxy`` of macOS; None where no proxy is set."""
    values = dict(re.findall(r"^\s*(\w+) : (\S+)\s*$", text[: 1 << 16], re.MULTILINE))
    pac = values.get("ProxyAutoConfigURLString", "") if values.get("ProxyAutoConfigEnable") == "1" else ""
    named = []
    for kind, spoken in (("HTTP", "http"), ("HTTPS", "http"), ("SOCKS", "socks5h")):
        if values.get(f"{kind}Enable") == "1" and f"{kind}Proxy" in values:
            named.append(proxy_or_none(f"{spoken}://{values[f'{kind}Proxy']}:{values.get(f'{kind}Port', '')}"))
    proxies = _each_once(named)
    if not pac and not proxies:
        return None
    exceptions = re.findall(r"^\s*\d+ : (\S+)\s*$", text[: 1 << 16], re.MULTILINE)
    return Desktop(of="macOS", pac=_shown(pac), proxies=proxies, exceptions=_listed(exceptions))


def decode_internet_settings(text: str) -> Desktop | None:
    r"""``reg query "HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings"``; None where no proxy is set."""
    values = dict(re.findall(r"^\s+(\w+)\s+REG_\w+\s+(.*?)\s*$", text[: 1 << 16], re.MULTILINE))
    pac = values.get("AutoConfigURL", "")
    named = []
    if values.get("ProxyEnable", "").endswith("1"):
        for part in values.get("ProxyServer", "").split(";"):
            scheme, mark, place = part.rpartition("=")
            spoken = "socks5h" if mark and scheme.strip() == "socks" else "http"
            named.append(proxy_or_none(place if "://" in place else f"{spoken}://{place}"))
    proxies = _each_once(named)
    if not pac and not proxies:
        return None
    exceptions = [one for one in values.get("ProxyOverride", "").split(";") if one]
    return Desktop(of="Windows", pac=_shown(pac), proxies=proxies, exceptions=_listed(exceptions))


def _each_once(named: list[Proxy | None]) -> tuple[Proxy, ...]:
    return tuple(dict.fromkeys(one for one in named if one is not None))


def _listed(names: list[str]) -> tuple[str, ...]:
    return tuple(_shown(name) for name in names[:MOST_EXCEPTIONS])


def _shown(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())[:300]
