"""Caddy's Caddyfile: its text → blocks, and the way a request takes through them.

A site is its addresses and a block; directives inside are taken not in the order of the text but in Caddy's own
(``caddyhttp/httpcaddyfile/directives.go``), of one kind the longer path first. ``handle`` and its like exclude each
other. ``reverse_proxy`` passes an upgrade by itself, unless a ``header_up`` takes it away again or HTTP/2 alone is spoken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from nocarrier.facts.front import Backend, Place, Way
from nocarrier.model.record import replace
from nocarrier.readings.directives import MOST_DEPTH, MOST_DIRECTIVES, Directive
from nocarrier.readings.matching import Request, matches

ORDER = ("abort", "error", "redir", "handle", "handle_path", "route", "respond", "reverse_proxy", "php_fastcgi",
         "file_server")  # fmt: skip
_TOKEN = re.compile(r'"((?:\\.|[^"\\])*)"|`([^`]*)`|(\S+)')


def parse(text: str, file: str = "") -> tuple[Directive, ...]:
    """The sites (and snippets) of a file; the first word of a site's line is its name, the others its arguments."""
    lines = iter([(number, words) for number, line in enumerate(text.splitlines()[:MOST_DIRECTIVES], 1)
                  if (words := _words(line))])  # fmt: skip
    found = _block(lines, file, 0)
    snippets = {one.name[1:-1]: one.block or () for one in found if re.fullmatch(r"\(.+\)", one.name)}
    return tuple(_imported(one, snippets, 0) for one in found if not one.name.startswith("("))


def _words(line: str) -> list[str]:
    found: list[str] = []
    for match in _TOKEN.finditer(line[:4096]):
        word = next(part for part in match.groups() if part is not None)
        if word.startswith("#") and match[3]:
            break
        found.append(word)
    return found


def _block(lines: Iterator[tuple[int, list[str]]], file: str, depth: int) -> tuple[Directive, ...]:
    found: list[Directive] = []
    addresses: list[str] = []
    for number, words in lines:
        if words == ["}"]:
            break
        opened = words[-1] == "{"
        if not opened and depth == 0 and words[-1].endswith(","):
            addresses += [word.rstrip(",") for word in words]
            continue
        if opened and depth >= MOST_DEPTH:
            break
        names = [
            *addresses,
            *(word.rstrip(",") if depth == 0 else word for word in (words[:-1] if opened else words)),
        ]
        addresses = []
        block = _block(lines, file, depth + 1) if opened else None
        found.append(Directive(names[0] if names else "", tuple(names[1:]), block, file, number))
    # A file of one site may do without braces: the first line is its address, the rest its directives.
    if depth == 0 and found and found[0].block is None and found[0].name not in ("import",):
        first, *rest = found
        return (replace(first, block=tuple(rest)),)
    return tuple(found)


def _imported(one: Directive, snippets: dict[str, tuple[Directive, ...]], depth: int) -> Directive:
    inside: list[Directive] = []
    for inner in one.block or ():
        if inner.name == "import" and inner.args and depth < MOST_DEPTH:
            inside += [_imported(each, snippets, depth + 1) for each in snippets.get(inner.args[0], ())]
        else:
            inside.append(_imported(inner, snippets, depth + 1) if inner.block is not None else inner)
    return replace(one, block=tuple(inside)) if one.block is not None else one


def way(tree: Sequence[Directive], request: Request) -> Way | None:
    """Where the request goes; None where no site is served there."""
    sites = [one for one in tree if one.name and one.block is not None and _serves(one, request)]
    if not sites:
        return None
    addresses = [(one, _host(address)) for one in sites for address in (one.name, *one.args)]
    chosen = next((one for one, host in addresses if host and _fits(host, request.host)), None)
    open_to_all = next((one for one, host in addresses if not host), None)
    names = tuple(dict.fromkeys(host for _, host in addresses if host and "*" not in host))[:16]
    site = chosen or open_to_all
    if site is None:
        # Caddy answers with an empty 200 where no site has the name.
        return Way(site=sites[0].place, names=names, status=200, answering=sites[0].place)
    usual = Way(site=site.place, named=chosen is not None, names=names)
    return _inside(site.block or (), _matchers(site), usual, request, request.target, 0)


def _serves(site: Directive, request: Request) -> bool:
    return any(_port(address) in (0, request.port) for address in (site.name, *site.args))


def _parts(address: str) -> tuple[str, str, str]:
    scheme, found, rest = address.rpartition("://")
    authority = (rest if found else address).partition("/")[0]
    host, _, port = authority.rpartition(":") if ":" in authority.rpartition("]")[2] else (authority, "", "")
    return scheme, host, port


def _port(address: str) -> int:
    scheme, _, port = _parts(address)
    if port.isdigit():
        return int(port)
    return {"http": 80, "https": 443}.get(scheme, 443)


def _host(address: str) -> str:
    return _parts(address)[1].strip("[]").lower()


def _fits(host: str, name: str) -> bool:
    return host == name or ("*" in host and fnmatchcase(name, host) and host.count(".") == name.count("."))


def _matchers(site: Directive) -> dict[str, Directive]:
    return {one.name: one for one in site.block or () if one.name.startswith("@")}


def _inside(
    lines: Sequence[Directive], matchers: dict[str, Directive], usual: Way, request: Request, target: str, depth: int
) -> Way:
    whole = True
    for line in sorted((one for one in lines if one.name in ORDER), key=_rank):
        path, takes = _takes(line, matchers, request, target)
        if takes is None:
            whole = False
        if not takes or depth > MOST_DEPTH:
            continue
        if line.name in ("handle", "handle_path", "route"):
            inner = target
            if line.name == "handle_path" and path:
                inner = "/" + target[len(path.rstrip("*")) :].lstrip("/")
            within = {**matchers, **_matchers(line)}
            return _inside(line.block or (), within, replace(usual, location=line.place), request, inner, depth + 1)
        if line.name == "reverse_proxy":
            return _handed_on(line, usual, request, target, whole)
        status = _status(line)
        return (
            replace(usual, status=status, answering=line.place, whole=whole)
            if status
            else replace(usual, whole=False)
        )
    return replace(usual, whole=whole)


def _rank(line: Directive) -> tuple[int, int]:
    kind = "handle" if line.name == "handle_path" else line.name
    path = line.args[0] if line.args and line.args[0].startswith("/") else ""
    return ORDER.index(kind), -len(path)


def _takes(line: Directive, matchers: dict[str, Directive], request: Request, target: str) -> tuple[str, bool | None]:
    """The path that it is for, and whether it takes the request; None where its matcher is not understood."""
    first = line.args[0] if line.args else "*"
    path = target.partition("?")[0]
    if first.startswith("/"):
        return first, _path_fits(first, path)
    if first.startswith("@"):
        matcher = matchers.get(first)
        return "", None if matcher is None else _matches(matcher, request, path)
    return "", True


def _path_fits(pattern: str, path: str) -> bool:
    return fnmatchcase(path.lower(), pattern.lower())


def _matches(matcher: Directive, request: Request, path: str) -> bool | None:
    """All tests of a named matcher."""
    tests = list(matcher.block or ())
    if matcher.args:
        tests.append(Directive(matcher.args[0], matcher.args[1:]))
    results = [_test(test, request, path) for test in tests]
    return False if False in results else None if None in results else True


def _test(test: Directive, request: Request, path: str) -> bool | None:
    if test.name == "path":
        return any(_path_fits(pattern, path) for pattern in test.args)
    if test.name == "path_regexp":
        return bool(test.args) and matches(test.args[-1], path) is not None
    if test.name == "host":
        return any(_fits(host.lower(), request.host) for host in test.args)
    if test.name == "header" and len(test.args) > 1:
        values = {
            "connection": "Upgrade" if request.upgrade else "",
            "upgrade": request.upgrade,
            "host": request.named,
        }
        value = values.get(test.args[0].lower())
        return None if value is None else fnmatchcase(value.lower(), test.args[1].lower())
    return None


def _status(line: Directive) -> int:
    numbers = [int(word) for word in line.args if word.isascii() and word.isdigit() and len(word) == 3]
    if line.name == "abort":
        return 444
    return numbers[-1] if numbers else {"respond": 200, "redir": 302, "error": 500}.get(line.name, 0)


def _handed_on(line: Directive, usual: Way, request: Request, target: str, whole: bool) -> Way:
    words = [word for word in line.args if not word.startswith(("/", "@")) and word != "*"]
    for one in line.block or ():
        words += one.args if one.name == "to" else ()
    named = next((one.args[1] for one in line.all("header_up") if one.args[:1] and one.args[0].lower() == "host"
                  and len(one.args) > 1), "")  # fmt: skip
    against = tuple(_against(line))
    backends = tuple(_backend(word, target, named, request, line.place) for word in words)
    return replace(
        usual,
        proxy=line.place,
        backends=backends,
        upgrade="stripped" if against else "passed",
        lacking=("whole",) if against else (),
        against=against,
        whole=whole and all("{" not in word for word in words),
    )


def _against(line: Directive) -> Iterator[Place]:
    """Lines that take the upgrade away."""
    for one in line.all("header_up"):
        name = one.args[0].lower() if one.args else ""
        removed = name.lstrip("-") in ("upgrade", "connection") and name.startswith("-")
        changed = name in ("upgrade", "connection") and len(one.args) > 1 and "pgrade" not in one.args[1]
        if removed or (changed and "websocket" not in one.args[1].lower()):
            yield one.place
    for transport in line.all("transport"):
        for versions in transport.all("versions"):
            if "1.1" not in versions.args:
                yield versions.place


def _backend(word: str, target: str, named: str, request: Request, place: Place) -> Backend:
    if word.startswith("unix/"):
        return Backend(host=word[5:], path=target, named=request.named, place=place)
    scheme, host, port = _parts(word)
    speaks = "https" if scheme == "https" else "h2c" if scheme == "h2c" else "http"
    authority = f"{host}:{port}" if port else host
    filled = named.replace("{upstream_hostport}", authority).replace(
        "{http.reverse_proxy.upstream.hostport}", authority
    )
    return Backend(
        host=host.strip("[]") or "localhost",
        port=int(port) if port.isdigit() else 443 if speaks == "https" else 80,
        speaks=speaks,
        path=target,
        named=filled if filled and "{" not in filled else request.named,
        place=place,
    )
