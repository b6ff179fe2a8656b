"""HAProxy's configuration: its text → sections, and the way a request takes through them.

A section begins with its keyword and a name, its lines follow until the next one (configuration manual, section 4).
``defaults`` count for the sections behind them. A request takes the first ``use_backend`` whose condition holds, else
``default_backend``. HAProxy passes an upgrade by itself (section 1.3.1); only a rule that takes the header away strips it.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from nocarrier.facts.front import Backend, Limit, Place, Way
from nocarrier.model.record import replace
from nocarrier.readings.directives import MOST_DIRECTIVES, Directive
from nocarrier.readings.matching import Request, matches

SECTIONS = frozenset({
    "global", "defaults", "frontend", "backend", "listen", "resolvers", "peers", "mailers", "userlist", "cache",
    "program", "http-errors", "ring", "fcgi-app", "log-forward", "crt-store",
})  # fmt: skip
RATES = ("req_rate", "conn_rate", "conn_cur", "req_cnt", "gpc0_rate")


def parse(text: str, file: str = "") -> tuple[Directive, ...]:
    """The sections, each a directive with its lines inside."""
    found: list[Directive] = []
    lines: list[Directive] = []
    for number, line in enumerate(text.splitlines()[:MOST_DIRECTIVES], 1):
        words = _words(line)
        if not words:
            continue
        if words[0] in SECTIONS:
            lines = []
            found.append(Directive(words[0], tuple(words[1:]), (), file, number))
        elif found:
            lines.append(Directive(words[0], tuple(words[1:]), None, file, number))
            found[-1] = replace(found[-1], block=tuple(lines))
    return tuple(found)


def _words(line: str) -> list[str]:
    """Section 2.2 of the manual: white space separates, quotes and ``\\`` protect, ``#`` begins a comment."""
    try:
        return shlex.split(line[:4096], comments=True)
    except ValueError:
        return line.partition("#")[0].split()


def way(tree: Sequence[Directive], request: Request) -> Way | None:
    """Where the request goes; None where no section is bound there."""
    for at, section in enumerate(tree):
        if section.name in ("frontend", "listen") and any(_bound(line, request) for line in section.all("bind")):
            return _through(tree, at, section, request)
    return None


def _bound(line: Directive, request: Request) -> bool:
    """``bind address:port[,address:port] …``; a range of ports is ``from-to``."""
    for place in (line.args[0] if line.args else "").split(","):
        host, _, port = place.rpartition(":")
        first, _, last = port.partition("-")
        host = host.removeprefix("ipv4@").removeprefix("ipv6@").strip("[]")
        if not first.isdigit() or not (last or first).isdigit():
            continue
        if int(first) <= request.port <= int(last or first) and host in ("", "*", "0.0.0.0", "::", request.address):
            return True
    return False


def _through(tree: Sequence[Directive], at: int, section: Directive, request: Request) -> Way:
    usual = Way(site=section.place, named=True)
    lines = (*_defaults(tree, at), *(section.block or ()))
    acls = _acls(lines)
    if _mode(lines) != "http":
        return _to(tree, section, lines, replace(usual, upgrade="passed"), request, "tcp")
    answered = _answers(lines, acls, request)
    if answered is not None:
        return replace(usual, status=answered[0], answering=answered[1])
    usual = replace(usual, limits=tuple(_limits(lines)))
    return _to(tree, section, lines, usual, request, "http", acls)


def _defaults(tree: Sequence[Directive], at: int) -> tuple[Directive, ...]:
    """The lines of the last ``defaults`` before a section."""
    for section in reversed(tree[:at]):
        if section.name == "defaults":
            return section.block or ()
    return ()


def _mode(lines: Sequence[Directive]) -> str:
    found = [line.args[0] for line in lines if line.name == "mode" and line.args]
    return found[-1] if found else "tcp"


def _to(
    tree: Sequence[Directive],
    section: Directive,
    lines: Sequence[Directive],
    usual: Way,
    request: Request,
    mode: str,
    acls: dict[str, list[tuple[str, ...]]] | None = None,
) -> Way:
    """The back end section that takes the request, and its servers."""
    own = section.all("server")
    chosen, whole = _chosen(lines, acls or {}, request)
    name = chosen.args[0] if chosen is not None else ""
    found = next(
        (at for at, one in enumerate(tree) if one.name in ("backend", "listen") and one.args[:1] == (name,)), -1
    )
    if found < 0:
        if not own:
            return replace(usual, proxy=chosen.place if chosen is not None else None, whole=whole and chosen is None)
        behind, of_backend = section, lines
    else:
        behind, of_backend = tree[found], (*_defaults(tree, found), *(tree[found].block or ()))
    rules = [] if mode == "tcp" else [*lines, *(behind.block or ())]
    against = tuple(line.place for line in rules if _takes_away(line))
    return replace(
        usual,
        location=behind.place,
        proxy=next((one.place for one in behind.all("server")), None),
        backends=tuple(_server(one, of_backend, request, mode) for one in behind.all("server") if len(one.args) > 1),
        upgrade="stripped" if against else "passed",
        lacking=("whole",) if against else (),
        against=against,
        whole=whole,
    )


def _chosen(
    lines: Sequence[Directive], acls: dict[str, list[tuple[str, ...]]], request: Request
) -> tuple[Directive | None, bool]:
    """The line that names the back end, and whether every condition before it was understood."""
    whole = True
    for line in lines:
        if line.name == "use_backend" and line.args:
            holds = _holds(line.args[1:], acls, request)
            if holds:
                return line, whole
            whole = whole and holds is not None
    usual = [line for line in lines if line.name == "default_backend" and line.args]
    return (usual[-1] if usual else None), whole


def _server(line: Directive, lines: Sequence[Directive], request: Request, mode: str) -> Backend:
    """``server name address[:port] [options]``; a port is missing where the client's own is used."""
    address = line.args[1].removeprefix("ipv4@").removeprefix("ipv6@")
    named = next((one.args[2] for one in lines if _sets_host(one)), "")
    usual = Backend(
        host=address.removeprefix("unix@"),
        speaks="tcp" if mode == "tcp" else "https" if "ssl" in line.args[2:] else "http",
        path=request.target,
        named=named or request.named,
        place=line.place,
        ready="backup" not in line.args and "disabled" not in line.args,
    )
    if usual.unix:
        return usual
    host, _, port = address.rpartition(":") if ":" in address.rpartition("]")[2] else (address, "", "")
    return replace(usual, host=host.strip("[]"), port=int(port) if port.isdigit() else request.port)


def _sets_host(line: Directive) -> bool:
    """``http-request set-header Host name``, a name and no expression."""
    words = line.args
    return (
        line.name == "http-request"
        and len(words) > 2
        and (words[0], words[1].lower()) == ("set-header", "host")
        and "%" not in words[2]
    )


def _takes_away(line: Directive) -> bool:
    """``http-request del-header Upgrade``, and what older versions call it."""
    words = [word.lower() for word in line.args[:2]]
    if line.name == "http-request" and words[:1] == ["del-header"]:
        return words[1:] in (["upgrade"], ["connection"])
    return line.name in ("reqdel", "reqidel") and "upgrade" in " ".join(line.args).lower()


def _answers(
    lines: Sequence[Directive], acls: dict[str, list[tuple[str, ...]]], request: Request
) -> tuple[int, Place] | None:
    """A rule that answers this request itself."""
    for line in lines:
        if line.name != "http-request" or line.args[:1] not in (
            ("deny",),
            ("return",),
            ("reject",),
            ("silent-drop",),
        ):
            continue
        words = list(line.args)
        at = next((at for at, word in enumerate(words) if word in ("if", "unless")), len(words))
        if at < len(words) and not _holds(words[at:], acls, request):
            continue
        status = next((words[at + 1] for at, word in enumerate(words[:-1]) if word in ("deny_status", "status")), "")
        usual = {"deny": 403, "return": 200}.get(words[0], 444)
        return (int(status) if status.isdigit() else usual), line.place
    return None


def _limits(lines: Sequence[Directive]) -> Iterator[Limit]:
    """Rules that deny by a rate that a table counts."""
    table = next((line.place for line in lines if line.name == "stick-table"), None)
    counting = {line.args[0] for line in lines if line.name == "acl" and _counts(line.args)}
    for line in lines:
        refuses = line.name == "http-request" and line.args[:1] in (("deny",), ("tarpit",), ("return",), ("reject",))
        if refuses and (_counts(line.args) or counting & set(line.args)):
            words = zip(line.args, line.args[1:], strict=False)
            status = next((value for name, value in words if name == "deny_status"), "403")
            yield Limit(place=line.place, rate=table, status=int(status) if status.isdigit() else 403)


def _counts(words: Sequence[str]) -> bool:
    return any(rate in word for word in words for rate in RATES)


def _acls(lines: Sequence[Directive]) -> dict[str, list[tuple[str, ...]]]:
    """Name → its tests, any of which will do."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in lines:
        if line.name == "acl" and len(line.args) > 1:
            found.setdefault(line.args[0], []).append(line.args[1:])
    return found


def _holds(words: Sequence[str], acls: dict[str, list[tuple[str, ...]]], request: Request) -> bool | None:
    """Whether ``if …`` or ``unless …`` holds; None where it is not understood. Without one it always does."""
    if not words or words[0] not in ("if", "unless"):
        return True
    found: bool | None = False
    for side in _split(list(words[1:]), ("or", "||")):
        all_of: bool | None = True
        for term in _terms(side):
            one = _term(term, acls, request)
            all_of = False if one is False or all_of is False else None if one is None or all_of is None else True
        found = True if all_of or found else None if all_of is None or found is None else False
    return found if words[0] == "if" or found is None else not found


def _split(words: list[str], at: Sequence[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in words:
        if word in at:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def _terms(words: list[str]) -> Iterator[list[str]]:
    """Names of ACLs, and anonymous ones in braces; ``!`` before one turns it round."""
    at = 0
    while at < len(words):
        negated = ["!"] if words[at] == "!" else []
        at += len(negated)
        if at < len(words) and words[at] in ("{", "!{"):
            end = words.index("}", at) if "}" in words[at:] else len(words)
            yield [*negated, *(["!"] if words[at] == "!{" else []), "{", *words[at + 1 : end]]
            at = end + 1
        elif at < len(words):
            yield [*negated, words[at]]
            at += 1


def _term(term: list[str], acls: dict[str, list[tuple[str, ...]]], request: Request) -> bool | None:
    negated = term[:1] == ["!"]
    words = term[1:] if negated else term
    if words and words[0].startswith("!") and len(words[0]) > 1:
        negated, words = not negated, [words[0][1:], *words[1:]]
    tests = [tuple(words[1:])] if words[:1] == ["{"] else acls.get(words[0], []) if words else []
    results = [_test(test, request) for test in tests]
    found = True if any(results) else None if None in results or not results else False
    return found if found is None else found is not negated


def _test(words: tuple[str, ...], request: Request) -> bool | None:
    """One fetch with its match: ``path_beg -i /ws``, ``hdr(host) -i a b``."""
    if not words:
        return None
    fetch, *rest = words
    ignore = "-i" in rest
    method = next((rest[at + 1] for at, word in enumerate(rest[:-1]) if word == "-m"), "")
    values = [
        word for at, word in enumerate(rest) if word not in ("-i", "--") and "-m" not in rest[max(at - 1, 0) : at + 1]
    ]
    name, _, argument = fetch.partition("(")
    base, _, suffix = name.partition("_")
    if base == "req.hdr" or base == "req.fhdr":
        base = "hdr"
    subject = {"path": request.path, "url": request.target}.get(base)
    if base == "hdr":
        subject = _header(argument.rstrip(")").partition(",")[0].lower(), request)
        if "port_only" in argument:
            return None
    if subject is None:
        return None
    how = method or suffix
    if not values and not how:
        return bool(subject)
    return any(_fits(how, subject, value, ignore) for value in values)


def _header(name: str, request: Request) -> str | None:
    known = {"host": request.named, "upgrade": request.upgrade, "connection": "Upgrade" if request.upgrade else ""}
    return known.get(name)


def _fits(how: str, subject: str, value: str, ignore: bool) -> bool:
    if how in ("reg",):
        return matches(value, subject, ignore_case=ignore) is not None
    if ignore:
        subject, value = subject.lower(), value.lower()
    if how == "beg":
        return subject.startswith(value)
    if how == "end":
        return subject.endswith(value)
    if how in ("sub", "dir", "dom"):
        return value in subject
    return subject == value
