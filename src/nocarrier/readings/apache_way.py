"""Which way a request goes through Apache, by its configuration: virtual host, rewrite to a proxy, ProxyPass.

A virtual host is found by address and port, then by ServerName and ServerAlias, else it is the first one there. In it
mod_rewrite speaks first; of ProxyPass the first that matches counts, one in a ``Location`` before those outside. An
upgrade passes to ``ws://``, and to ``http://`` only with ``upgrade=websocket`` (mod_proxy, from 2.4.47).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from nocarrier.facts.front import Backend, Way
from nocarrier.model.record import Record, replace
from nocarrier.readings.directives import Directive, named
from nocarrier.readings.matching import Request, matches, substituted

UPGRADING = frozenset({"websocket", "any"})
PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ajp": 8009, "fcgi": 8000}


def way(tree: Sequence[Directive], request: Request) -> Way | None:
    """Where the request goes; None where it listens nowhere on that port."""
    hosts = [one for one in named(tree, "virtualhost") if _at(one, request)]
    listening = any(
        line.args[0].rpartition(":")[2] == str(request.port) for line in named(tree, "listen") if line.args
    )
    if not hosts and not listening:
        return None
    site, by_name = _named(hosts, request.host)
    inside = tuple(site.block or ()) if site is not None else ()
    lines = (*inside, *(one for one in tree if one.name != "virtualhost"))
    log = next((line.args[0] for line in named(lines, "errorlog") if line.args), "")
    usual = Way(
        site=site.place if site is not None else None,
        named=by_name,
        names=tuple(dict.fromkeys(name for host in hosts for name in _names(host) if "*" not in name))[:16],
        named_at=tuple(line.place for host in hosts for line in host.all("servername"))[:16],
        error_log=log if log.startswith("/") else "",
    )
    return _inside(inside or lines, lines, usual, request)


def _at(host: Directive, request: Request) -> bool:
    for word in host.args:
        address, _, port = word.rpartition(":") if ":" in word.rpartition("]")[2] else (word, "", "*")
        address = address.strip("[]")
        if port in ("*", str(request.port)) and address in ("*", "_default_", "0.0.0.0", "", request.address):
            return True
    return False


def _names(host: Directive) -> list[str]:
    names = [name for line in host.all("servername", "serveralias") for name in line.args]
    return [name.partition("://")[2].lower() or name.partition(":")[0].lower() for name in names]


def _named(hosts: Sequence[Directive], name: str) -> tuple[Directive | None, bool]:
    for host in hosts:
        if any(fnmatchcase(name, pattern) for pattern in _names(host)):
            return host, True
    return (hosts[0] if hosts else None), False


def _inside(rules: Sequence[Directive], lines: Sequence[Directive], usual: Way, request: Request) -> Way:
    rewritten = _rewritten(rules, request)
    if rewritten is not None and rewritten.status:
        return replace(usual, status=rewritten.status, answering=rewritten.line.place)
    sections = [one for one in named(lines, "location", "locationmatch") if _covers(one, request.path)]
    denied = next((line for one in sections for line in one.all("require") if line.args == ("all", "denied")), None)
    if denied is not None:
        return replace(usual, status=403, answering=denied.place)
    handed = rewritten or _passed(sections, lines, request)
    if handed is None:
        moved = next((line for line in named(lines, "redirect") if line.args and _moves(line, request)), None)
        if moved is not None:
            return replace(usual, status=302, answering=moved.place)
        return usual
    return _handed_on(handed, lines, usual, request)


class _Handed(Record):
    """A line that hands the request on: to which URL, with which parameters, or which status it answers."""

    line: Directive
    url: str = ""
    parameters: tuple[str, ...] = ()
    status: int = 0
    section: Directive | None = None


def _moves(line: Directive, request: Request) -> bool:
    paths = [word for word in line.args if word.startswith("/")]
    return bool(paths) and request.path.startswith(paths[0])


def _covers(section: Directive, path: str) -> bool:
    if not section.args:
        return False
    if section.name == "locationmatch" or section.args[0] == "~":
        return matches(section.args[-1], path) is not None
    prefix = section.args[0]
    return path == prefix or path.startswith(prefix if prefix.endswith("/") else f"{prefix}/")


def _passed(sections: Sequence[Directive], lines: Sequence[Directive], request: Request) -> _Handed | None:
    for section in reversed(sections):
        inside = section.last("proxypass")
        if inside is not None and inside.args and section.name == "location" and section.args[0] != "~":
            if inside.args[0] == "!":
                return None
            return _mapped(inside, section.args[0], inside.args[0], inside.args[1:], request, section)
    for line in lines:
        if line.name == "proxypass" and len(line.args) > 1 and request.path.startswith(line.args[0]):
            if line.args[1] == "!":
                return None
            return _mapped(line, line.args[0], line.args[1], line.args[2:], request, None)
        if line.name == "proxypassmatch" and len(line.args) > 1:
            found = matches(line.args[0], request.path)
            if found is not None:
                return None if line.args[1] == "!" else _Handed(line, substituted(line.args[1], found), line.args[2:])
    return None


def _mapped(
    line: Directive, prefix: str, url: str, parameters: tuple[str, ...], request: Request, section: Directive | None
) -> _Handed:
    return _Handed(line, url + request.target[len(prefix) :], parameters, section=section)


def _rewritten(rules: Sequence[Directive], request: Request) -> _Handed | None:
    """The first RewriteRule that applies and ends here: a proxy, or a status."""
    on = any(line.args[:1] and line.args[0].lower() == "on" for line in named(rules, "rewriteengine"))
    conditions: list[Directive] = []
    for line in rules if on else ():
        if line.name == "rewritecond":
            conditions.append(line)
        elif line.name == "rewriterule" and len(line.args) > 1:
            held, conditions = conditions, []
            found = _applies(line, held, request)
            if found is None:
                continue
            flags = [flag.strip() for flag in (line.args[2] if len(line.args) > 2 else "").strip("[]").split(",")]
            status = _status(flags)
            if status:
                return _Handed(line, status=status)
            if "P" in flags or "proxy" in flags:
                return _Handed(line, _filled(substituted(line.args[1], found), request))
    return None


def _status(flags: Sequence[str]) -> int:
    for flag in flags:
        if flag in ("F", "forbidden"):
            return 403
        name, _, value = flag.partition("=")
        if name in ("R", "redirect"):
            return int(value) if value.isdigit() else 302
    return 0


def _applies(line: Directive, conditions: Sequence[Directive], request: Request) -> re.Match[str] | None:
    pattern = line.args[0]
    found = matches(pattern.lstrip("!"), request.path)
    if pattern.startswith("!"):
        found = matches("^", request.path) if found is None else None
    if found is None:
        return None
    result, either = True, False
    for condition in conditions:
        held = _held(condition, request)
        result = (result or held) if either else (result and held)
        either = "OR" in (condition.args[2].upper() if len(condition.args) > 2 else "")
    return found if result else None


def _held(condition: Directive, request: Request) -> bool:
    if len(condition.args) < 2:
        return False
    subject, pattern = _filled(condition.args[0], request), condition.args[1]
    flags = condition.args[2].upper() if len(condition.args) > 2 else ""
    negated, pattern = pattern.startswith("!"), pattern.lstrip("!")
    if pattern.startswith("="):
        left, right = subject, pattern[1:].strip('"')
        held = left.lower() == right.lower() if "NC" in flags else left == right
    else:
        held = matches(pattern, subject, ignore_case="NC" in flags) is not None
    return held is not negated


def _filled(text: str, request: Request) -> str:
    known = {
        "HTTP:UPGRADE": request.upgrade,
        "HTTP:CONNECTION": "Upgrade" if request.upgrade else "",
        "HTTP_HOST": request.named,
        "HTTP:HOST": request.named,
        "REQUEST_URI": request.path,
        "QUERY_STRING": request.target.partition("?")[2],
        "SERVER_PORT": str(request.port),
        "HTTPS": "on" if request.tls else "off",
    }
    return re.sub(r"%\{([\w:-]+)\}", lambda found: known.get(found[1].upper(), ""), text)


def _handed_on(handed: _Handed, lines: Sequence[Directive], usual: Way, request: Request) -> Way:
    scheme, _, rest = handed.url.partition("://")
    authority, slash, path = rest.partition("/")
    keep = next((line.args[0].lower() for line in named(lines, "proxypreservehost") if line.args), "off") == "on"
    members = (
        list(_members(lines, authority))
        if scheme == "balancer"
        else [_Handed(handed.line, handed.url, handed.parameters)]
    )
    backends, passing = [], []
    for member in members:
        backend = _backend(member, request, keep, "/" + path if slash else "/")
        backends.append(backend)
        passing.append(_passes(member))
    stripped = bool(members) and not all(passing)
    return replace(
        usual,
        location=handed.section.place if handed.section is not None else None,
        proxy=handed.line.place,
        backends=tuple(backends),
        upgrade="stripped" if stripped else "passed" if members else "",
        lacking=("whole",) if stripped else (),
        whole=bool(members) and all(backend.port for backend in backends),
    )


def _members(lines: Sequence[Directive], name: str) -> Iterator[_Handed]:
    for section in named(lines, "proxy"):
        if section.args and section.args[0].partition("://")[2].rstrip("/") == name:
            for line in section.all("balancermember"):
                if line.args:
                    yield _Handed(line, line.args[0], line.args[1:])


def _passes(handed: _Handed) -> bool:
    scheme = handed.url.partition("://")[0].lower()
    upgrade = next((word[8:].lower() for word in handed.parameters if word.lower().startswith("upgrade=")), "")
    return scheme in ("ws", "wss") or upgrade in UPGRADING


def _backend(handed: _Handed, request: Request, keep: bool, path: str) -> Backend:
    scheme, _, rest = handed.url.partition("://")
    if handed.url.startswith("unix:"):
        socket, _, _ = handed.url[5:].partition("|")
        return Backend(host=socket, speaks="http", path=path, named=request.named if keep else "localhost",
                       place=handed.line.place, port=1)  # fmt: skip
    authority = rest.partition("/")[0]
    host, _, port = authority.rpartition(":") if ":" in authority.rpartition("]")[2] else (authority, "", "")
    speaks = {"ws": "http", "wss": "https"}.get(scheme.lower(), scheme.lower())
    return Backend(
        host=host.strip("[]"),
        port=int(port) if port.isdigit() and len(port) < 6 else PORTS.get(scheme.lower(), 0),
        speaks=speaks,
        path=path,
        named=request.named if keep else authority,
        place=handed.line.place,
    )
