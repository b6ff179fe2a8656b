"""Words that any program may print: symbols and numbers of errors, and the C library's texts for them."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.errnos import ANYWHERE, GAI, KIND, LINUX, named, of_symbol
from nocarrier.readings.messages.reading import CODE, WORDS, Reading

STEMS = (
    "econn", "etimedout", "ehost", "enet", "eaddr", "epipe", "eacces", "eperm", "emfile", "enfile", "enobufs", "enotfound",
    "eai_", "eshutdown", "errno", "winerror", "os error", "wsa", "socket error", "(os ",
    "connection refused", "timed out", "no route to host", "is unreachable", "assign requested address", "address not available", "no file descriptors available", "name has no usable address",
    "address already in use", "address in use", "reset by peer", "broken pipe", "name or service not known", "name resolution",
    "nodename nor servname", "no address associated", "too many open files", "out of file descriptors", "host is down", "network is down",
    "no buffer space", "address family not supported", "address family for hostname", "software caused connection abort", "permission denied", "operation not permitted", "unix:/", "socket /", "socket to '/", 'socket to "/', "socket '/", ".sock", ".s.pgsql.",
)  # fmt: skip

TEXTS: tuple[tuple[str, str], ...] = (
    ("connection refused", "ECONNREFUSED"),
    ("connection timed out", "ETIMEDOUT"),
    ("operation timed out", "ETIMEDOUT"),
    ("no route to host", "EHOSTUNREACH"),
    ("network is unreachable", "ENETUNREACH"),
    ("host is unreachable", "EHOSTUNREACH"),
    ("host is down", "EHOSTDOWN"),
    ("network is down", "ENETDOWN"),
    ("cannot assign requested address", "EADDRNOTAVAIL"),
    ("can't assign requested address", "EADDRNOTAVAIL"),
    ("address not available", "EADDRNOTAVAIL"),
    ("no file descriptors available", "EMFILE"),
    ("name has no usable address", "EAI_NODATA"),
    ("address already in use", "EADDRINUSE"),
    ("address in use", "EADDRINUSE"),
    ("connection reset by peer", "ECONNRESET"),
    ("software caused connection abort", "ECONNABORTED"),
    ("broken pipe", "EPIPE"),
    ("name or service not known", "EAI_NONAME"),
    ("nodename nor servname provided", "EAI_NONAME"),
    ("temporary failure in name resolution", "EAI_AGAIN"),
    ("no address associated with hostname", "EAI_NODATA"),
    ("too many open files in system", "ENFILE"),
    ("too many open files", "EMFILE"),
    ("accept failed: out of file descriptors", "EMFILE"),
    ("no buffer space available", "ENOBUFS"),
    ("address family for hostname not supported", "EAI_ADDRFAMILY"),
    ("address family not supported", "EAFNOSUPPORT"),
    ("permission denied", "EACCES"),
    ("operation not permitted", "EPERM"),
)
"The texts of strerror(3) and gai_strerror(3), glibc's, musl's and BSD's, in lower case; the longer one before what it holds."


def told_at(line: str, at: int, worth: int, *, client: str = "", host: str = "", port: int = 0) -> Iterator[Reading]:
    """The error whose text stands there, behind a colon."""
    rest = line[at : at + 64].removeprefix(": ").lower()
    symbol = next((symbol for words, symbol in TEXTS if rest.startswith(words)), "")
    if symbol:
        yield of_symbol(symbol, worth, client=client, host=host, port=port, at=at)


_SYMBOL = pattern(r"\b(?:WSA|SE_)?(E(?:AI_)?[A-Z]{4,16})\b")
_NUMBER = pattern(
    r"(?i)(?:\[?\berrno\b[\]:= ]{0,3}|\bos error |\bwinerror |\bsocket error[:# ]{1,3}|\berror code[: ]{1,2}|SocketException \()(-?\d{1,5})\b"
)
SPEAKS_FOR_ITSELF = 40
"Numbers from here on mean one error in all that is printed; smaller ones count beside the words for them."
_SMALL = {
    1: ("not permitted",), 2: ("name", "resol"), 8: ("name", "resol"), 12: ("memory",), 13: ("denied", "access"), 23: ("open files",),
    24: ("open files",), 32: ("pipe",),
}  # fmt: skip
_DIALS = pattern(
    r"(?i)connect|socket|\bdial|\bbind|\blisten|sendto|\b(?:write|read) (?:tcp|udp)|upstream|/dev/tcp/|://[^)\s]{1,1024}\): failed to open stream"
)
"What a line holds in which it is a connection that was denied, and no file."
_WAYS_TO_LOG_IN = pattern(r"(?i)permission denied \((?:publickey|password|keyboard|gssapi|hostbased|none)")
"An SSH server's no to a login, behind which it names the ways that are left; it has the words of EACCES."
_BEFORE = pattern(
    r"(?:^|[\s'\"(])([A-Za-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){1,8})(?<!Exception)(?<!Error)(?<!error)(?: \d{1,5})?['\")]?: $"
)
"A name with a dot in it, right before what the resolver said of it."
_UNIX = pattern(
    r"\b(?:unix:(?://)?|(?:to|on) (?:[Uu]nix )?(?:domain )?socket:? ['\"]?|[Cc]onnect socket to ['\"])(/[^\s:'\"),]{1,107})"
)
_SOCKET_FILE = pattern(
    r"(?<!remove ')(?<!access ')(?<!stat ')(?<!unlink ')(?<![\w.])(/[^\s:'\"),]{1,100}(?:\.sock(?:et)?|\.s\.PGSQL\.\d{1,5}))\b"
)
"A file of which its name says that it is a socket."
_ABOUT = (
    "connect",
    "transport",
    "socket",
    "dial",
    "bind",
    "listen",
    "resolv",
    "getaddrinfo",
    "tcp",
    "http",
    "sendto",
    "recvfrom",
)
_PLACE = pattern(r"(?i)\b(?:host|port)\b")
"What a line that speaks of a connection holds; files are denied and pipes broken for other reasons."


def speaks_of_connections(line: str) -> bool:
    """Whether a line is about a connection, and not about a file."""
    lower = line.lower()
    return any(word in lower for word in _ABOUT) or _PLACE.search(line) is not None


def is_of_a_connection(symbol: str, line: str) -> bool:
    """Whether the words for an error are about a connection in this line: for some that takes more than the words."""
    if symbol not in ANYWHERE or (symbol == "EPIPE" and "java.io.IOException: " in line):
        return True
    if KIND[symbol] == "permission-denied":
        return _DIALS.search(line) is not None and _WAYS_TO_LOG_IN.search(line) is None
    return speaks_of_connections(line)


def named_before(symbol: str, line: str, at: int) -> str:
    """The name right before the resolver's words that stand at ``at``; empty where there is none, or the words are others."""
    found = _BEFORE.search(line[max(0, at - 280) : at]) if symbol.startswith("EAI_") else None
    return found[1] if found is not None else ""


def socket_file(line: str) -> str:
    """The path of the unix socket that a line names, by its words or by the file's own name; empty where it names none."""
    lower = line.lower()
    named = _unix(line, lower)
    if named:
        return named
    file = _SOCKET_FILE.search(line) if ".s" in lower else None
    return "" if file is None else file[1]


def _unix(line: str, lower: str) -> str:
    named = _UNIX.search(line) if "/" in line and ("unix:" in lower or "socket" in lower) else None
    return "" if named is None else named[1]


def read(line: str) -> Iterator[Reading]:
    """Every symbol, number and text of the line."""
    about = speaks_of_connections(line)
    lower = line.lower()
    unix = _unix(line, lower)
    for match in _SYMBOL.finditer(line):
        symbol = match[1]
        if symbol in KIND and (about or symbol not in ANYWHERE):
            yield _reading(symbol, CODE, match.start(), unix)
    for match in _NUMBER.finditer(line) if "err" in lower or "socketexception" in lower else ():
        number = int(match[1])
        if number < 0 and match[0].lower().startswith("errno: "):
            number = -number  # libuv's, as Node prints it: the system's number negated
        if 0 < number < SPEAKS_FOR_ITSELF and not any(word in lower for word in _SMALL.get(number, ())):
            continue  # h_errno, exit codes and many others are numbers of this size
        if number < 10000 and match[0].lower().startswith("winerror"):
            continue  # a number of Win32, which `windows` reads, and no errno
        symbol = GAI.get(number, "") if number < 0 or "nodename" in lower else named(number)
        if symbol and (about or symbol not in ANYWHERE):
            yield _reading(symbol, CODE, match.start(), unix)
    missing = lower.find("no such file or directory")
    file = socket_file(line) if missing >= 0 else ""
    if file:
        yield _reading("ENOENT", WORDS, missing, file)
    for text, symbol in TEXTS:
        at = lower.find(text)
        if at >= 0 and is_of_a_connection(symbol, line):
            yield _reading(symbol, WORDS, at, unix or named_before(symbol, line, at))
            break


def _reading(symbol: str, worth: int, at: int, unix: str) -> Reading:
    """An error of a unix socket is one of its place; what else the line names is who was served."""
    scheme = "unix" if unix.startswith("/") else ""
    return of_symbol(symbol, worth, scheme=scheme, host=unix, at=at)


assert set(LINUX.values()) <= set(KIND)
