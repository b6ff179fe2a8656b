"""Which way a request goes through nginx, by its configuration: server block, location, back end, headers passed.

The server block is found by the address and port that the connection came to, then by the name: exact, the longest
``*.name``, the longest ``name.*``, the first expression, the default (ngx_http_core_module, server_name). The location:
``=``, else the longest prefix unless it is ``^~`` and an expression matches (location). ``proxy_set_header`` counts as
a whole level: a block that has one inherits none (ngx_http_proxy_module).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nocarrier.facts.front import Backend, Limit, Place, Way
from nocarrier.model.record import Record, replace
from nocarrier.readings.directives import Directive, named, walk
from nocarrier.readings.matching import Request, matches, substituted

PASSES = {
    "proxy_pass": "",
    "fastcgi_pass": "fastcgi",
    "uwsgi_pass": "uwsgi",
    "scgi_pass": "scgi",
    "grpc_pass": "grpc",
}
HEADERS = ("upgrade", "connection")
MOST_JUMPS, MOST_NAMES = 4, 16
LIMITS = ("limit_req", "limit_conn")


def way(tree: Sequence[Directive], request: Request) -> Way | None:
    """Where the request goes; None where no server block listens there."""
    http = next(iter(named(tree, "http")), None)
    if http is None:
        return None
    servers = _listening(http, request)
    if not servers:
        return None
    site, by_name = _named(servers, request.host)
    names = tuple(dict.fromkeys(name for server in servers for name in _names(server) if _is_name(name)))
    lines = [line for server in servers for line in server.all("server_name") if any(map(_is_name, line.args))]
    top = Way(
        site=site.place,
        named=by_name,
        names=names[:MOST_NAMES],
        named_at=tuple(line.place for line in lines[:MOST_NAMES]),
        error_log=_log_file(named(tree, "error_log")),
    )
    return _inside(_Levels(http, site), request, top)


class _Levels:
    """The blocks around one place, the innermost last: where a directive is looked for."""

    def __init__(self, *blocks: Directive) -> None:
        self.blocks = blocks

    def within(self, block: Directive) -> _Levels:
        return _Levels(*self.blocks, block)

    @property
    def http(self) -> Directive:
        return self.blocks[0]

    @property
    def site(self) -> Directive:
        return self.blocks[1]

    @property
    def here(self) -> Directive:
        return self.blocks[-1]

    def nearest(self, name: str) -> Directive | None:
        """The directive that counts here, of a kind that is inherited."""
        return next((found for block in reversed(self.blocks) if (found := block.last(name)) is not None), None)

    def level(self, name: str) -> list[Directive]:
        """All of this name on the innermost level that has one."""
        return next((found for block in reversed(self.blocks) if (found := block.all(name))), [])


def _listening(http: Directive, request: Request) -> list[Directive]:
    """The server blocks that share the address and port; the default one first."""
    groups: dict[bool, list[tuple[bool, Directive]]] = {True: [], False: []}
    for server in http.all("server"):
        for listen in server.all("listen") or [Directive("listen", ("80",))]:
            if not listen.args:
                continue
            address, port = _endpoint(listen.args[0])
            default = any(word in ("default_server", "default") for word in listen.args[1:])
            if port == request.port and _takes(address, request.address):
                groups[address == request.address].append((default, server))
    found = groups[True] or groups[False]
    return list(dict.fromkeys(server for _, server in sorted(found, key=lambda pair: not pair[0])))


def _endpoint(text: str) -> tuple[str, int]:
    """``address:port`` of a ``listen``; the address is empty for all."""
    if text.startswith("unix:"):
        return text, 0
    host, _, port = text.rpartition(":") if not text.endswith("]") else (text, "", "80")
    if not host and not text.startswith(":"):
        host, port = ("", text) if text.isdigit() else (text, "80")
    host = host.strip("[]")
    return ("" if host in ("*", "0.0.0.0", "::") else {"localhost": "127.0.0.1"}.get(host, host)), _number(port)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _takes(bound: str, address: str) -> bool:
    return bound in ("", address) or not address


def _names(server: Directive) -> list[str]:
    return [name.lower() for one in server.all("server_name") for name in one.args]


def _is_name(name: str) -> bool:
    return bool(name) and name[0] not in "~_*." and not name.endswith("*") and "$" not in name


def _named(servers: Sequence[Directive], host: str) -> tuple[Directive, bool]:
    """The server block for a host name, and whether it is one by that name."""
    best: tuple[tuple[int, int], Directive] | None = None
    for server in servers:
        for name in _names(server):
            rank = _rank(name, host)
            if rank is not None and (best is None or rank > best[0]):
                best = (rank, server)
    return (best[1], True) if best else (servers[0], False)


def _rank(name: str, host: str) -> tuple[int, int] | None:
    """How well a server name fits: more is better."""
    if name == host or (name.startswith(".") and host == name[1:]):
        return (4, 0)
    if name.startswith(("*.", ".")) and host.endswith("." + name.lstrip("*.")):
        return (3, len(name))
    if name.endswith(".*") and host.startswith(name[:-1]):
        return (2, len(name))
    if name.startswith("~") and matches(name[1:], host, ignore_case=True):
        return (1, 0)
    return None


def _inside(levels: _Levels, request: Request, top: Way) -> Way:
    """From the server block on inward."""
    site = levels.site
    usual = replace(top, error_log=_error_log(levels, top), limits=_limits(levels, request))
    answered = _answers_itself(site, request)
    if answered is not None:
        return replace(usual, status=answered[0], answering=answered[1])
    turned = _rewritten(site, request)
    if turned.status:
        return replace(usual, status=turned.status, answering=turned.place)
    request = turned.request
    path = request.path
    for _ in range(MOST_JUMPS):
        location = _location(levels, path)
        if location is None:
            return usual
        after = _at(location, request, path, usual)
        if isinstance(after, Way):
            return after
        request, path = after
    return replace(usual, whole=False)


class _Turned(Record):
    """A request as the ``rewrite`` lines of a block leave it, with the flag of the last one that applied."""

    request: Request
    flag: str = ""
    status: int = 0
    place: Place | None = None


def _rewritten(block: Directive, request: Request) -> _Turned:
    """``rewrite EXPRESSION REPLACEMENT [FLAG]``, in order (ngx_http_rewrite_module)."""
    flag = ""
    for line in block.all("rewrite"):
        found = matches(line.args[0], request.path) if len(line.args) > 1 else None
        if found is None:
            continue
        flag = line.args[2] if len(line.args) > 2 else "none"
        if flag in ("redirect", "permanent") or line.args[1].startswith(("http://", "https://")):
            return _Turned(request, flag, 301 if flag == "permanent" else 302, line.place)
        target = substituted(line.args[1], found)
        query = request.target.partition("?")[2]
        kept = f"{'&' if '?' in target else '?'}{query}" if query and not target.endswith("?") else ""
        request = replace(request, target=target.rstrip("?") + kept)
        if flag in ("break", "last"):
            break
    return _Turned(request, flag)


def _at(levels: _Levels, request: Request, path: str, usual: Way) -> Way | tuple[Request, str]:
    """What the location does: the way's end, or the request and the path (or name) at which it is looked for again."""
    here = levels.here
    usual = replace(usual, location=here.place, limits=_limits(levels, request), error_log=_error_log(levels, usual))
    answered = _answers_itself(here, request)
    if answered is not None:
        return replace(usual, status=answered[0], answering=answered[1])
    turned = _rewritten(here, request)
    if turned.status:
        return replace(usual, status=turned.status, answering=turned.place)
    if turned.flag in ("last", "none"):
        return turned.request, turned.request.path
    inside = next(
        (one for one in here.all("if") if _holds(one.args, request) and named(one.block or (), *PASSES)), None
    )
    levels = levels.within(inside) if inside is not None else levels
    handed = next((one for name in PASSES for one in levels.here.all(name)), None)
    if handed is not None and handed.args:
        return _handed_on(levels, turned.request, "" if turned.flag else path, usual, handed)
    tried = here.first("try_files")
    if tried is not None and tried.args:
        last = tried.args[-1]
        return (turned.request, last) if last.startswith("@") else replace(usual, whole=False)
    nested = any(named(one.block or (), *PASSES) for one in here.block or () if one.name in ("if", "limit_except"))
    return replace(usual, whole=not nested)


def _location(levels: _Levels, path: str) -> _Levels | None:
    """The location that takes a path; ``@name`` is one by its name."""
    inside = levels.here.all("location")
    if path.startswith("@"):
        return next((levels.within(one) for one in inside if one.args == (path,)), None)
    best: Directive | None = None
    for one in inside:
        modifier, pattern = _pattern(one)
        if modifier == "=" and pattern == path:
            return levels.within(one)
        if modifier in ("", "^~") and path.startswith(pattern):
            best = one if best is None or len(pattern) > len(_pattern(best)[1]) else best
    deeper = _location(levels.within(best), path) if best is not None else None
    if deeper is not None:
        return deeper
    if best is None or _pattern(best)[0] != "^~":
        for one in inside:
            modifier, pattern = _pattern(one)
            if modifier in ("~", "~*") and matches(pattern, path, ignore_case=modifier == "~*"):
                within = levels.within(one)
                return _location(within, path) or within
    return levels.within(best) if best is not None else None


def _pattern(location: Directive) -> tuple[str, str]:
    if len(location.args) > 1:
        return location.args[0], location.args[1]
    only = location.args[0] if location.args else "/"
    for modifier in ("^~", "~*", "~", "="):
        if only.startswith(modifier):
            return modifier, only[len(modifier) :]
    return ("@", only) if only.startswith("@") else ("", only)


def _answers_itself(block: Directive, request: Request) -> tuple[int, Place] | None:
    """A ``return`` (or a condition that holds and has one), or a ``deny all``."""
    for one in block.block or ():
        if one.name == "return" and one.args:
            return _number(one.args[0]) or 302, one.place
        if one.name == "if" and one.block is not None and _holds(one.args, request):
            inside = next((inner for inner in one.block if inner.name == "return" and inner.args), None)
            if inside is not None:
                return _number(inside.args[0]) or 302, inside.place
    denied = block.first("deny")
    if denied is not None and denied.args == ("all",) and block.first("allow") is None:
        return 403, denied.place
    return None


def _holds(args: Sequence[str], request: Request) -> bool:
    """Whether a condition on the host or on the upgrade holds; others are taken not to."""
    words = " ".join(args).strip("() ").split(None, 2)
    values = {"$host": request.host, "$http_host": request.named, "$http_upgrade": request.upgrade}
    if not words or words[0] not in values:
        return False
    value = values[words[0]]
    if len(words) == 1:
        return value not in ("", "0")
    if len(words) < 3:
        return False
    sign, wanted = words[1], words[2].strip("'\"")
    if sign.lstrip("!").startswith("~"):
        found = matches(wanted, value, ignore_case="*" in sign)
        return bool(found) is not sign.startswith("!")
    return (value == wanted) is (sign == "=")


def _handed_on(levels: _Levels, request: Request, path: str, usual: Way, handed: Directive) -> Way:
    """The back ends, and whether the upgrade gets there."""
    protocol = PASSES[handed.name]
    backends, whole = _backends(levels, request, path, handed, protocol)
    if protocol:
        return replace(
            usual, proxy=handed.place, backends=backends, whole=whole, upgrade="stripped", lacking=("whole",)
        )
    lacking, against, inherited = _passing(levels)
    return replace(
        usual,
        proxy=handed.place,
        backends=backends,
        whole=whole,
        upgrade="stripped" if lacking else "passed",
        lacking=lacking,
        against=against,
        inherited=inherited,
    )


def _passing(levels: _Levels) -> tuple[tuple[str, ...], tuple[Place, ...], tuple[Place, ...]]:
    """What lacks for an upgrade to pass, the lines that prevent it, and those that would no longer be inherited."""
    headers = levels.level("proxy_set_header")
    set_here = {one.args[0].lower(): one for one in headers if len(one.args) > 1}
    version = levels.nearest("proxy_http_version")
    lacking = [] if version is not None and version.args[:1] == ("1.1",) else ["version"]
    against = [version.place] if version is not None and lacking else []
    for name in HEADERS:
        line = set_here.get(name)
        if line is None or not _passes(levels.http, name, line.args[1]):
            lacking.append(name)
            against += [line.place] if line is not None else []
    own = levels.here.all("proxy_set_header")
    inherited = tuple(one.place for one in headers) if not own else ()
    return tuple(lacking), tuple(against), inherited


def _passes(http: Directive, header: str, value: str) -> bool:
    """Whether a header set to this value has the upgrade in it, when a client asks for one."""
    low = value.lower()
    if not low.startswith("$"):
        return "websocket" in low if header == "upgrade" else "upgrade" in low
    if low in ("$http_upgrade", "$http_connection"):
        return low == f"$http_{header}"
    for one in http.all("map"):
        if len(one.args) == 2 and one.args[1].lower() == low and one.args[0].lower() == "$http_upgrade":
            return any("upgrade" in "".join(line.args).lower() for line in one.block or ())
    return True  # a variable of unknown making is not accused


def _backends(
    levels: _Levels, request: Request, path: str, handed: Directive, protocol: str
) -> tuple[tuple[Backend, ...], bool]:
    """Those that a ``…_pass`` names, itself or through an ``upstream``."""
    url = _expanded(handed.args[0], levels, request)
    if url is None:
        return (), False
    scheme, rest = url.split("://", 1) if "://" in url else (protocol or "http", url)
    authority, at, uri = _split(rest)
    speaks = protocol or scheme
    # What was rewritten goes on whole, whatever the URL has (proxy_pass).
    asked = _mapped(levels, request, path, uri) if at and path else request.target
    host_header = _host_header(levels, request, authority)
    usual = Backend(host="", speaks=speaks, path=asked, named=host_header, place=handed.place)
    group = next((one for one in levels.http.all("upstream") if one.args == (authority,)), None)
    if group is None:
        return (_backend(usual, authority, handed.place),), True
    return tuple(_of_group(usual, one) for one in group.all("server") if one.args), True


def _split(rest: str) -> tuple[str, bool, str]:
    """The authority of a URL, whether a path follows, and that path."""
    if rest.startswith("unix:"):
        path, found, uri = rest[5:].partition(":")
        return f"unix:{path}", bool(found), uri
    authority, found, uri = rest.partition("/")
    return authority, bool(found), f"/{uri}" if found else ""


def _mapped(levels: _Levels, request: Request, path: str, uri: str) -> str:
    """The part of the path that the location matched, replaced (proxy_pass with a URI)."""
    location = next((one for one in reversed(levels.blocks) if one.name == "location"), levels.here)
    modifier, pattern = _pattern(location)
    if modifier not in ("", "^~", "=") or not path.startswith(pattern):
        return request.target
    return uri + request.target[len(pattern) :]


def _of_group(usual: Backend, server: Directive) -> Backend:
    found = _backend(usual, server.args[0], server.place)
    ready = not any(word in ("down", "backup") for word in server.args[1:])
    return replace(found, ready=ready)


def _backend(usual: Backend, authority: str, place: Place) -> Backend:
    if authority.startswith("unix:"):
        return replace(usual, host=authority[5:].rstrip("/"), place=place)
    host, _, port = authority.rpartition(":") if ":" in authority.rpartition("]")[2] else (authority, "", "")
    default = 443 if usual.speaks == "https" else 80
    return replace(usual, host=host.strip("[]"), port=_number(port) or default, place=place)


def _host_header(levels: _Levels, request: Request, authority: str) -> str:
    """The Host that goes to the back end: ``$proxy_host`` where nothing is said."""
    said = next(
        (one for one in levels.level("proxy_set_header") if one.args[:1] and one.args[0].lower() == "host"), None
    )
    value = said.args[1] if said is not None and len(said.args) > 1 else "$proxy_host"
    return _expanded(value.replace("$proxy_host", authority), levels, request) or authority


def _expanded(text: str, levels: _Levels, request: Request) -> str | None:
    """The text with its variables filled in; None where one is not known."""
    known = {
        "host": request.host,
        "http_host": request.named,
        "server_port": str(request.port),
        "server_name": next(iter(_names(levels.site)), ""),
        "request_uri": request.target,
        "uri": request.path,
        "is_args": "?" if "?" in request.target else "",
        "args": request.target.partition("?")[2],
        "scheme": "https" if request.tls else "http",
    }
    for one in walk(levels.blocks[1:]):
        if one.name == "set" and len(one.args) == 2 and "$" not in one.args[1]:
            known.setdefault(one.args[0].lstrip("$"), one.args[1])
    missing = False

    def value(found: re.Match[str]) -> str:
        nonlocal missing
        name = found[1] or found[2]
        missing = missing or name not in known
        return known.get(name, "")

    filled = re.sub(r"\$(?:\{(\w+)\}|(\w+))", value, text)
    return None if missing else filled


def _limits(levels: _Levels, request: Request) -> tuple[Limit, ...]:
    """The limits on requests and connections that count here, with their zones."""
    found = []
    for name in LIMITS:
        status = levels.nearest(f"{name}_status")
        for one in levels.level(name):
            zone = next((word.removeprefix("zone=") for word in one.args if word.startswith("zone=")), "")
            zone = zone or (one.args[0] if name == "limit_conn" and one.args else "")
            rate = next((line for line in levels.http.all(f"{name}_zone") if _has_zone(line.args, zone)), None)
            number = _number(status.args[0]) if status is not None and status.args else 503
            found.append(Limit(place=one.place, rate=rate.place if rate else None, status=number or 503))
    return tuple(found)


def _has_zone(args: Iterable[str], zone: str) -> bool:
    return any(word.startswith(f"zone={zone}:") for word in args)


def _error_log(levels: _Levels, usual: Way) -> str:
    """The file of the error log here, else of further out."""
    lines = levels.level("error_log")
    return _log_file(lines) if lines else usual.error_log


def _log_file(lines: Sequence[Directive]) -> str:
    """The file that ``error_log`` names: the last of its level; empty where it is none."""
    path = lines[-1].args[0] if lines and lines[-1].args else "/var/log/nginx/error.log" if not lines else ""
    return path if path.startswith("/") and not path.startswith("/dev/") else ""
