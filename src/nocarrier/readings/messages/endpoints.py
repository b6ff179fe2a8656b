"""Where a line of text says whom it dialled: URLs, ``host:port``, ``host port 80``, bracketed IPv6 addresses.

What a program prints for a place in a source file looks the same (``app.js:120``, ``net.go:42``, a browser's ``app.js?626b:13``), and is left out.
So is a single word with a number behind it, ``node:4711``, ``main:1``, ``postgres:16``, unless something says that it is a place: what stands before
it, a port that servers are known by, or that it is all there is, an argument of a command.
"""

from __future__ import annotations

import re

from nocarrier.facts.services import DEFAULT_PORT, HIGH, NFS, SQL_SERVER, USUAL_PORTS
from nocarrier.model.pattern import pattern
from nocarrier.model.record import Record, replace
from nocarrier.model.target import looks_like_address

LONGEST = 4096
"Characters of a line that are looked at."


class Endpoint(Record):
    """A place that was dialled, as far as the text tells; ``at`` is where it stands in the line."""

    host: str
    port: int = 0
    scheme: str = ""
    at: int = 0


_PORT = tuple(f":{digit}" for digit in "0123456789")
_NAME = r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?"
_URL = pattern(
    rf"\b([a-z][a-z0-9+.-]{{1,24}})://(?:[^\s/'\"<>]{{0,256}}@|[^\s/@:'\"<>]{{0,64}}:(?!\d{{1,5}}[/?#])[^\s@'\"<>]{{1,256}}@)?(\[[0-9A-Fa-f:.%\w]{{2,64}}\]|{_NAME})?(?::(\d{{1,5}}))?",
    re.I,
)
_PAIR = pattern(
    rf"(?<![\w./@:?-])(?:(\[[0-9A-Fa-f:.%]{{2,64}}\])|((?:\d{{1,3}}\.){{3}}\d{{1,3}})|({_NAME})):(\d{{1,5}})(?![\w-]|:\w|\.\d)",
    holding=_PORT,
)
_BARE6 = pattern(
    r"(?<![\w:.])((?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4})(?<![^:]:):(\d{2,5})(?!\w|:[\w:])", holding=_PORT
)
_JAVA = pattern(
    rf"(?<![\w./@:-])({_NAME})?/((?:\d{{1,3}}\.){{3}}\d{{1,3}}|\[[0-9A-Fa-f:.]{{2,64}}\]|<unresolved>)(?::(\d{{1,5}})\b(?!\.)| \(port (\d{{1,5}})\))"
)
"Java's InetSocketAddress: the name as it was asked for, a stroke, the address or that it has none."
_WGET = pattern(rf"({_NAME})(?: \([\w.-]{{1,253}}\))?\|[0-9A-Fa-f:.]{{2,45}}\|:(\d{{1,5}})")
"As wget names a server in every language."
_ANSIBLE = pattern(rf"(?:\bfatal: \[|^)({_NAME})(?:\]:| \|) UNREACHABLE!")
"The host that Ansible logs in to, mostly by SSH."
_BY_WINRM = pattern(r"(?i)\b(?:ntlm|kerberos|credssp|winrm)\b")
_ARROW = pattern(
    r"(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9A-Fa-f:.]{2,64}\]):(?:3[3-9]|[4-6]\d)\d{3} -> (\d{1,3}(?:\.\d{1,3}){3}|\[[0-9A-Fa-f:.]{2,64}\]):(\d{1,5})\b"
)
"From a client's port, one that the kernel gave it, to a server's."
_POSTFIX = pattern(rf"\b({_NAME})\[[0-9A-Fa-f.:]{{3,45}}\]:(\d{{1,5}})\b")
"As Postfix names a server."
_DSN = pattern(rf"\b(mysql|pgsql):host=({_NAME}|[0-9A-Fa-f:]{{2,45}})(?:;port=(\d{{1,5}}))?(?![\w.])")
"The name of a data source, as PDO has it; PHP's traces cut it short."
_WORDS = pattern(
    rf"(?<!source\.)(?<!client\.)\b(?:host|to|for|server|server at|server on|address|hostname|addr|ip)(?:['\"]? ?[=:] ?| )['\"(]{{0,2}}(\[?[0-9A-Fa-f:]{{3,64}}\]?|{_NAME})['\")]{{0,2}}"
    r"[,;:]?\s{0,3}(?:\([^()\s]{1,64}\)[,;]?\s)?(?:on\s|at\s)?\(?(?:TCP\s)?(?:['\"](?:[a-z]{2,20}\.)?)?\bport['\"]?[ =:]{1,3}['\"]?(\d{1,5})",
    re.I,
)
_REFERRED = pattern(
    r"(?i)(?:\bsee|visit|documentation|docs|more|information|more at|whitelist|troubleshooting|guide"
    r"|\b(?:issue|bug|it|report|reported|(?:this|the|an) error) (?:on|at|here|to))[: (<\"']{1,3}$"
)
"Behind this stands where one can read about the error."
_OF_CLIENT = pattern(
    r"(?i)(?:\b(?:client:?|(?:handshake error|request|connection|packet|HTTP/[\d.]{1,3}\") from|haproxy\[\d{1,7}\]:)|, server:| - Local) [\"'<(]?$"
)
"Behind this stands the client that dialled, and its own port; or the address that the gateway itself listens at."
_ACCESS = pattern(
    r" - [a-z]id:\d| - \S{1,60} (?:\[|WebSocket|\")|(?: - \"?| )(?:GET|POST|PUT|HEAD|DELETE|PATCH|OPTIONS|WebSocket) /| \[\d\d/[A-Z][a-z]{2}/\d{4}:"
)
"Before this stands who asked, in a line of an access log."
_OF_PAGE = pattern(
    r"(?i)(?:\b|_)(?:origin(?: not allowed)?|referr?er)(?:['\"]? ?[:=] ?| )\[?[\"'<]?$|\bpage at [\"'‘]?$|\" [1-5]\d\d (?:\d{1,12}|-) \"$|[(; ]\+$"
)
"And behind this the page that asks; in an access log the one that the visitor came from, or that tells of a crawler."
TELLING = frozenset(
    port
    for port in (
        *DEFAULT_PORT.values(),
        *(port for ports in USUAL_PORTS.values() for port in ports),
        *HIGH,
        SQL_SERVER,
    )
    if port and port > 1023 and port % 1000
)
"Ports that servers are known by. A small or a round number is as often a line, a count or some milliseconds."
_SAYS_SO = pattern(
    r"(?i)(?:\b(?:to|via|hosts?|servers?|server (?:at|on)|target|peer|brokers?|endpoints?|upstream|backend|proxy|addr(?:ess(?:es)?)?|remote|url|uri|tcp|udp|dns|dial(?:l?ing)?|trying|reach(?:ing)?|connect(?:ing)?|resolve|lookup"
    r"|(?:connect\w{0,4}|dial\w{0,5}|talk(?:ing)?|log(?:ging)? in) to(?: [\w.-]{1,20}){1,2}|EHOSTUNREACH|ENOTFOUND|E[A-Z]{5,12}|EAI_[A-Z]{4,8})['\"]?[ :=]{1,3}[\[(<]{0,2}['\"]?|[@$]|//\S{0,30}|->)$"
)
"Behind this stands a place."
_MAY_SAY_SO = pattern(r"(?i)(?:\b(?:at|on|for|from|with|of|against) ['\"(\[]{0,2}|[^\s|:\]>] ?\(|[^\s(] ['\"])$")
"And behind this one whose number a port may be."
_OF_PROGRAM = pattern(
    r"(?i)(?:\b(?:caller|image|thread|logger|module|file|func(?:tion)?|partition|(?:docker|podman) (?:run|pull)(?: \S{1,20}){0,3})['\"]?[ :=]{1,2}['\"]?|(?:^|[|>] ?|^\[[^\]]{1,40}\] ?)\(|\[[CDEIVW]\]\[)$"
)
"But this names an image, a part of a program, or a process: ``(node:4711)`` before what it says."
COUNTED = frozenset({
    "uid", "gid", "job", "task", "request", "req", "conn", "connection", "session", "stream", "channel", "worker", "goroutine", "shard", "partition", "offset", "seq",
    "index", "row", "char", "col", "column", "timeout", "duration", "elapsed", "took", "latency", "delay", "interval", "after", "ttl", "statuscode",
})  # fmt: skip
"What is numbered or measured so often that its number is a port only behind a word for a place."
SMALLEST = 80
"A port below it is named together with a word for a place."
BEFORE = 40
"Characters before a place that are looked at."
_ABOUT_IT = pattern(
    r"(?i)/\S{0,100}?(?:troubleshoot|libcurl-errors|sslcerts)|(?<=github\.com)/[\w.-]{1,39}/[\w.-]{1,100}/(?:wiki|issues)\b|/errors#"
)
"And so leads a path."
_IN_SCRIPT = pattern(
    r"/[^\s'\"<>]{0,1024}?\.(?:[cm]?[jt]sx?|vue|svelte|html?|php)(?:\?[^\s'\"<>:]{0,256})?:\d{1,7}:\d{1,7}\b"
)
"A line and a column of a script, as a browser's stack names them."
_STRACE = pattern(
    r"\bsin6?_port=htons\((\d{1,5})\), .{0,60}?(?:inet_addr\(|inet_pton\(AF_INET6, )\"([0-9A-Fa-f:.]{2,45})\""
)
"A socket's address as strace decodes it: port, address."
_BIND = pattern(
    r"(?<![\w.:])((?:\d{1,3}\.){3}\d{1,3}|[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]{1,40})#(\d{1,5})\b",
    holding=tuple(f"#{digit}" for digit in "0123456789"),
)
"A name server as BIND's programs have it (dig, nslookup, host, named)."
_EXPORT = pattern(rf"\bmount\.nfs4?: .{{1,80}}? (\[[0-9A-Fa-f:]{{2,45}}\]|{_NAME}):/")
"An export of NFS, in what mount.nfs(8) says of it."
_LIBPQ = pattern(
    rf"[\"«»„“「] ?({_NAME}|[0-9A-Fa-f:]{{2,45}}) ?[\"«»“”」] ?\([0-9A-Fa-f:.]{{2,45}}\)[^\d\n]{{1,60}}?(\d{{2,5}})(?!\d)",
    holding=tuple(f"{quote}{blank}(" for quote in '"«»“”」' for blank in ("", " ")),
)
"How libpq names a server in any language: the name in its quotes, the address, a word for the port."
_BASH = pattern(rf"/dev/(?:tcp|udp)/({_NAME}|[0-9A-Fa-f:]{{2,45}})/(\d{{1,5}})\b")
"Bash's own way to dial."
_TUPLE = pattern(rf"(?:\('|\(\(\"|\{{\")([0-9A-Fa-f:]{{2,45}}|{_NAME})['\"], ?(\d{{1,5}})[,)}}]")
"Python's address of a socket, ``('10.0.0.5', 80)``, and Erlang's, ``{\"shop.example\", 9093}``."
_APT = pattern(r"\[IP: ([0-9A-Fa-f:.]{2,45}) (\d{1,5})\]")
"apt's address, after the URL or ``host:port`` that it belongs to."
_SOURCE = pattern(
    r"\.(?:js|mjs|cjs|ts|jsx|tsx|py|go|rs|rb|php|java|kt|scala|cs|c|cc|cpp|h|lua|pl|ex|exs|erl|swift|vue|log|html?|json|ya?ml)$",
    re.I,
)


NO_HOSTS = frozenset({
    "fd", "port", "system", "code", "errno", "error", "status", "line", "attempt", "retrying", "retry", "attempts", "pid", "unknown", "rc",
    "exit", "id", "tid", "thread", "count", "size", "step",
    "generic", "asio.misc", "asio.ssl", "asio.ssl.stream", "asio.ssl.error", "asio.netdb", "asio.addrinfo", "asio.system", "beast.websocket", "beast.http",
    "boost.beast.websocket", "boost.beast.http", "websocketpp", "websocketpp.processor", "websocketpp.transport",
})  # fmt: skip
"Words behind which a colon and a number stand in many programs' lines, and none of them is a place: the last ones are categories of errors (C++)."


def endpoints(line: str) -> list[Endpoint]:
    """All that the line names, in the order in which they stand there, each once."""
    line = line[:LONGEST]
    found = [
        _of_url(match)
        for match in _URL.finditer(line)
        if not _stands_behind(_REFERRED, line, match.start())
        and not _stands_behind(_OF_PAGE, line, match.start())
        and not _ABOUT_IT.match(line, match.end())
        and not _IN_SCRIPT.match(line, match.end())
    ]
    taken = [match.span() for match in _URL.finditer(line)]
    for match in _JAVA.finditer(line):
        found.append(Endpoint(_bare(match[1] or match[2]), _port(match[3] or match[4]), "", match.start()))
        taken.append(match.span())
    for match in (
        *_ARROW.finditer(line),
        *_WGET.finditer(line),
        *_POSTFIX.finditer(line),
        *_WORDS.finditer(line),
        *_LIBPQ.finditer(line),
        *_TUPLE.finditer(line),
        *_BASH.finditer(line),
    ):
        found.append(Endpoint(_bare(match[1]), _port(match[2]), "", match.start(1)))
        taken.append(match.span())
    for match in _DSN.finditer(line):
        scheme = "postgresql" if match[1] == "pgsql" else match[1]
        found.append(Endpoint(_bare(match[2]), _port(match[3] or ""), scheme, match.start(2)))
        taken.append(match.span())
    for match in _STRACE.finditer(line):
        found.append(Endpoint(match[2], _port(match[1]), "", match.start()))
    for match in _BIND.finditer(line):
        found.append(Endpoint(match[1], _port(match[2]), "udp", match.start()))
    for match in _EXPORT.finditer(line):
        found.append(Endpoint(_bare(match[1]), NFS, "tcp", match.start(1)))
    for match in _ANSIBLE.finditer(line):
        found.append(Endpoint(match[1], 0, "" if _BY_WINRM.search(line) else "ssh", match.start(1)))
    told = list(_APT.finditer(line))
    taken += [match.span() for match in told]
    for match in (*_PAIR.finditer(line), *_BARE6.finditer(line)):
        if any(start <= match.start() < end for start, end in taken):
            continue
        if _stands_behind(_OF_CLIENT, line, match.start()) or _ACCESS.match(line, match.end()):
            continue
        host, port = next(group for group in match.groups() if group), match[match.lastindex or 1]
        if (
            not _SOURCE.search(host)
            and not _is_clock(host, port)
            and int(port) < 65536
            and _is_place(line, match, host)
        ):
            found.append(Endpoint(_bare(host), _port(port), "", match.start()))
            taken.append(match.span())
    if not found:
        found = [Endpoint(match[1], _port(match[2]), "", match.start()) for match in told]
    elif told and not found[-1].port:
        found[-1] = replace(found[-1], port=_port(told[-1][2]))
    distinct = {(one.host, one.port, one.scheme): one for one in reversed(found) if one.host or one.port}
    return sorted(distinct.values(), key=lambda one: one.at)


def _stands_behind(words: re.Pattern[str], line: str, at: int) -> bool:
    return words.search(line, max(0, at - BEFORE), at) is not None


def _is_place(line: str, match: re.Match[str], host: str) -> bool:
    """Whether ``name:number`` is a place: an address and a name with a dot in it are, and a single word of which something says so."""
    if looks_like_address(host) or host == "localhost" or " " not in line.strip():
        return True
    if _stands_behind(_OF_PROGRAM, line, match.start()):
        return False
    if "." in host or _stands_behind(_SAYS_SO, line, match.start()):
        return True
    if host.lower() in COUNTED:
        return False
    port, again = int(match[match.lastindex or 1]), (f"{host} ", f"{host} (")
    if port in TELLING or line[: match.start()].endswith(again):
        return True
    return port >= SMALLEST and (_stands_behind(_MAY_SAY_SO, line, match.start()) or line[match.end() :][:1] == "/")


def _of_url(match: re.Match[str]) -> Endpoint:
    scheme, port = match[1].lower(), _port(match[3] or "")
    return Endpoint(_bare(match[2] or ""), port or DEFAULT_PORT.get(scheme) or 0, scheme, match.start())


def _bare(host: str) -> str:
    return host.strip("[]").rstrip(".")


def _port(text: str) -> int:
    return int(text) if text and int(text) < 65536 else 0


def _is_clock(host: str, port: str) -> bool:
    """``12:30`` is a time of day, and so is the ``T12:30`` of a timestamp; a lone number is no host."""
    return (
        host.lower() in NO_HOSTS
        or (host.replace(".", "").isdigit() and host.count(".") != 3)
        or _is_class(host)
        or (not host.startswith("[") and _is_date(host))
        or (port == "0" and "." not in host)
        or (len(port) == 2 and host[-3:-2] in ("T", " ", "-") and host[-2:].isdigit())
    )


def _is_date(host: str) -> bool:
    """``2015:11:43`` of an access log's ``04/Dec/2015:11:43:27``: an address without ``::`` has eight groups."""
    return ":" in host and "::" not in host and host.count(":") < 7


def _is_class(host: str) -> bool:
    """``com.zaxxer.hikari.HikariDataSource:347``, or ``c.z.h.HikariDataSource:347`` in a log, is a line of a program of Java's."""
    parts = host.split(".")
    return len(parts) > 1 and parts[-1][:1].isupper() and parts[-1][1:2].islower()
