"""Whom a program was dialling, from the lines around an error that does not say it itself.

curl says ``* Trying 10.20.0.5:82...``, wget ``Connecting to shop.example|10.20.0.5|:81...``, a browser's list of requests the
URL on a line of its own, and a traceback quotes the call with the URL in it. Only such lines count: what else stands near an
error may be about anybody. An object that is printed a member a line has its address below its code.
"""

from __future__ import annotations

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.endpoints import Endpoint, endpoints
from nocarrier.readings.messages.quoted import bare

LINES = 8
"Lines above an error, or members of an object below one, that are looked at."

_DIALS = pattern(
    r"(?i)(?:\b(?:trying|connecting to|connect(?:ing)? (?:to )?host|connection to:|dialing|dialling|opening connection to|fetching|requesting|navigating to|amqp connection)\b"
    r"|\bUNREACHABLE! => |\blooking in indexes: |\burl[ :=(]|\b(?:get|post|put|head|delete|patch|options)[ |\"]{1,4}[a-z]+://|^\s*wss?://\S+\s*$|^\s*https?://\S+\s*$"
    r"|^(?:\S{0,60}[$#%>] )(?:sudo )?(?:curl|wget|http|https|websocat|wscat|ssh|git|docker|psql|mysql|mongo|mongosh|redis-cli|openssl|npm|pip3?|python3?|node|php|telnet|nc|ncat) )"
)
_CONNECTED = pattern(r"(?i)\bconnected to\b")
"A line that says this tells whom an error is about that came later, over the connection that stood."
_CALLS = pattern(r"\w\(.{0,200}?(?:[\"'`][a-z][a-z0-9+.-]{1,24}://|\(['\"][\w.:-]{1,253}['\"], ?\d{1,5}\))")
"A call, as a traceback quotes it, with a URL in it, or with an address of Python's."
_SUCCEEDED = pattern(
    r"(?i)\b(?:connected|succeeded|successful(?:ly)?|established|done|finished|listening|200(?: ok)?)\b"
)
"What dialled before such a line got through."
_ANSWERED = pattern(
    r"(?i)://\S{1,1024}[^\r\n]{0,200}?[\s\"(=>\[:]([1-5]\d\d)(?=[\s,;)\]\"]|$)(?! ?(?:ms|s|sec|seconds|[kmg]?i?b|bytes)\b)|^[^:]{0,40}\b([1-5]\d\d) (?:get|post|put|head|delete|patch) "
    r"|(?:\.\.\.|…|[:>=\]-])\s?(?:ok|okay|success|✓|✔)[.!]?\s*$"
)
"Its request was answered, with this status; or it came through."
_SEAM = pattern(r"During handling of the above|The above exception was")
"What stands above it failed otherwise."

_TRIED = pattern(
    r"\bconnect to \S{1,253} port \d{1,5} (?:from \S{1,253} port \d{1,5} )?failed: |\bconnection to server at \""
)
"What curl and libpq say of one address of a name, before they try the next."
_REACHED = pattern(
    r"\bConnected to \S{1,253} \(([0-9A-Fa-f:.]{2,45})\) port (\d{1,5})"
    r"|\bconnection to server at \"[^\"]{1,253}\" \(([0-9A-Fa-f:.]{2,45})\), port (\d{1,5}) failed: FATAL"
)
"What curl and libpq say of an address that took the connection."
_GAVE_UP = pattern(r"^curl: \(\d|\bFailed to connect to |\bClosing connection")
"And what curl says where none did: what comes then is of another request."
_SERVICE = pattern(r"([\w.-]{1,60}) {0,20}\| |[A-Z][a-z]{2} [ \d]\d [\d:]{8} \S{1,64} (\S{1,64}): ")
"Before every line of a service's in the log of several, as docker compose writes it, or syslog."
_MEMBER = pattern(r"['\"]?(?:errno|code|syscall)['\"]?: ")
_PLACE = pattern(r"(?i)['\"]?(?:remote)?(address|port)['\"]?: ?['\"]?([\w.:%-]{1,64})['\"]?,?$")
"Members of an error that is printed as an object, and those that name its place."
_LISTED = pattern(r"\s*(?:Computer|Remote)(Name|Address|Port) {1,20}: (\S{1,253})\s*$")
"The place in a list of PowerShell's."
_REQUEST = pattern(r"(?:config: \{ ?)?['\"]?url['\"]?: ['\"][a-z][a-z0-9+.-]{1,24}://")
"What was asked for, as a member of axios' error, or of the request that it holds."
_ALONE = pattern(r"(?:path: [\"'])?[a-z][a-z0-9+.-]{1,24}://\S+$")
"A URL on a line of its own, as Firefox has it below its words, or as the member that Bun prints."


SERVICES: tuple[tuple[str, ...], ...] = (
    ("redis", "valkey"), ("kafka",), ("mysql", "mariadb", "sqlstate"), ("postgres", "psql", "psycopg", "libpq"), ("mongo",), ("amqp", "rabbit"), ("mqtt", "mosquitto"),
    ("memcache",), ("ldap",), ("smtp", "imap", "pop3", "mail"), ("ssh", "sftp"), ("ftp",), ("nats",), ("cassandra",), ("zookeeper",), ("http", "ws"),
)  # fmt: skip
"Words for a service and what it speaks; the last is a web server's, which anything may be asked of."


def asked_for(below: str) -> Endpoint | None:
    """The place that the next line is about and nothing else; or that a call in the stack below has in its arguments, or a member of the
    error as an object."""
    lines = list(map(bare, below.splitlines()[:LINES]))
    for at, line in enumerate(lines):
        if (
            (not at and _ALONE.match(line))
            or (line.startswith(("at ", "#")) and ":host=" in line)
            or _REQUEST.match(line) is not None
        ):
            return next((place for place in endpoints(line) if place.host), None)
    return None


def reached(said: str, port: int, below: str) -> str:
    """The address that took a connection to this port in one of the lines below that of one that did not; empty where none says so."""
    for line in below.splitlines()[:LINES] if _TRIED.search(said) is not None else ():
        if _GAVE_UP.search(line) is not None:
            return ""
        found = _REACHED.search(line)
        if found is not None and int(found[2] or found[4]) == port:
            return found[1] or found[3]
    return ""


def addressed(line: str, below: str) -> tuple[str, int]:
    """Address and port of the object of which this line is a member, by those below it; empty and 0 where it names none."""
    named: dict[str, str] = {}
    for member in map(bare, below.splitlines()[:LINES] if _MEMBER.match(bare(line)) else ()):
        if member.startswith("}"):
            break
        place = _PLACE.match(member.rstrip())
        if place is not None:
            named[place[1].lower()] = place[2]
    port = named.get("port", "")
    return named.get("address", ""), int(port) if port.isdecimal() and int(port) < 65536 else 0


def dialled(
    above: str, said: str = "", *, client: str = "", stood: bool = False, spoken: bool = False
) -> Endpoint | None:
    """The place that the nearest line above names which says that it dials, or a list of PowerShell's; None where there is none.

    ``said`` is the line of the error itself, and ``client`` who printed it: another service's lines are passed over, in the log of several
    and by what they name. ``stood``: the error is of a connection that had come about; ``spoken``: it came while something was spoken over
    it, behind whatever success, but of a request that was answered.
    """
    listed = {member[1]: member[2] for line in above.splitlines()[-LINES:] if (member := _LISTED.match(line))}
    if "Port" in listed and (host := listed.get("Name") or listed.get("Address")):
        return Endpoint(host, int(listed["Port"]) if listed["Port"].isdecimal() else 0)
    service = _service(said)
    for line in reversed(above.splitlines()[-LINES:]):
        if service and _service(line) not in ("", service):
            continue
        if _DIALS.search(line) or (stood and _CONNECTED.search(line)):
            places = [place for place in endpoints(line) if place.host and (place.port or place.scheme)]
        elif _CALLS.search(line):
            places = [place for place in endpoints(line) if place.host and (place.scheme or place.port)]
        elif _SEAM.match(bare(line)) or (not spoken and _SUCCEEDED.search(line)):
            return None
        else:
            continue
        if not places or _is_of_another(places[-1], line, f"{client} {said}"):
            continue
        if _was_answered(line, spoken=spoken):
            return None
        return None if _SUCCEEDED.search(line) and not stood else places[-1]
    return None


def _was_answered(line: str, *, spoken: bool) -> bool:
    """Whether what this line dialled did its part; an error of what is spoken may be about an answer that says no."""
    answered = _ANSWERED.search(line)
    return answered is not None and not (spoken and (answered[1] or answered[2] or "")[:1] in ("4", "5"))


def _is_of_another(place: Endpoint, line: str, said: str) -> bool:
    """Whether an error names a service, and the line above a place of another one."""
    meant = _services(said) - {len(SERVICES) - 1}
    if not meant:
        return False
    from nocarrier.facts.services import DEFAULT_PORT

    usual = [scheme for scheme, port in DEFAULT_PORT.items() if port and port == place.port]
    known = _services(" ".join((line, place.scheme, *usual)))
    return bool(known) and not meant & known


def _services(text: str) -> set[int]:
    lower = text.lower()
    return {at for at, words in enumerate(SERVICES) if any(word in lower for word in words)}


def _service(line: str) -> str:
    """Whose line this is in a log of several; empty where it does not say so."""
    named = _SERVICE.match(line)
    return "" if named is None else named[1] or named[2]
