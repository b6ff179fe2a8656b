"""Python: socket and asyncio, urllib3 and requests, httpx, aiohttp, websockets, and clients on top of them."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.services import DEFAULT_PORT
from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SUPPOSED, WORDS, Reading

STEMS = (
    "connectionpool", "max retries exceeded", "connect call failed", "cannot connect to host", "connecttimeout",
    "read timed out", "timeouterror", "socket.timeout", "gaierror", "connectionrefusederror", "connectionreseterror",
    "remotedisconnected", "remote end closed", "connection aborted", "server disconnected", "serverdisconnected",
    "connection attempts failed", "httpx.", "httpcore.", "badstatusline", "socket.error: [errno 2]", "failed to resolve", "nameresolution",
    "illegal status line", "eoferror", "login timeout expired", "urlopen error", "proxyerror", "wrong_version_number", "certificate_verify_failed",
    "max retries exceeded", "permissionerror", "filenotfounderror", "brokenpipeerror", "ssh protocol banner", "unable to connect to port", "incomplete read", "incompleteread", "connecterror", "timed out", "unix socket ",
)  # fmt: skip

IN_CAUSE = say("httpx tried every address and keeps the reasons in the exception's __cause__.")
SAID = (
    Phrase("port must be 0-65535", "unknown", "target", "python", worth=OPAQUE),
    Phrase("af_unix path too long", "unknown", "target", "python", worth=OPAQUE),
    Phrase("connectionrefusederror", "refused", "tcp", "python"),
    Phrase("connectionreseterror", "reset", "", "python"),
    Phrase("ssl handshake is taking longer than", "timed-out", "tls", "python", worth=MEANT),
    Phrase("the handshake operation timed out", "timed-out", "tls", "python", worth=MEANT),
    Phrase("unexpected connection_lost() call", "closed", "service", "asyncpg", worth=MEANT),
    Phrase("connectionabortederror", "closed", "", "python"),
    Phrase("brokenpipeerror", "closed", "", "python"),
    Phrase("failed: timeout", "timed-out", "", "python", worth=MEANT),
    Phrase("connecttimeouterror", "timed-out", "tcp", "urllib3", worth=MEANT),
    Phrase("connect timeout=", "timed-out", "tcp", "urllib3", worth=MEANT),
    Phrase("httpx.connecttimeout", "timed-out", "tcp", "httpx"),
    Phrase("httpcore.connecttimeout", "timed-out", "tcp", "httpx"),
    Phrase("httpx.readtimeout", "timed-out", "http", "httpx"),
    Phrase("read timed out", "timed-out", "http", "urllib3"),
    Phrase("connectiontimeouterror", "timed-out", "tcp", "aiohttp"),
    Phrase("connection timeout to host", "timed-out", "tcp", "aiohttp", worth=MEANT),
    Phrase("socket.timeout", "timed-out", "", "python"),
    Phrase("asyncio.exceptions.timeouterror", "timed-out", "", "python"),
    Phrase("timeouterror", "timed-out", "", "python"),
    Phrase("failed to resolve '", "name-not-resolved", "name", "urllib3", worth=MEANT),
    Phrase("failed to resolve host '", "name-not-resolved", "name", "psycopg", worth=MEANT),
    Phrase("nameresolutionerror", "name-not-resolved", "name", "urllib3", worth=MEANT),
    Phrase("socket.herror", "name-not-resolved", "name", "python", worth=MEANT),
    Phrase("out of system resource", "resource-limit", "tcp", "asyncio"),
    Phrase("getaddrinfo failed", "name-not-resolved", "name"),
    Phrase("gaierror(-", "name-not-resolved", "name", "python"),
    Phrase("socket.gaierror", "name-not-resolved", "name", "python"),
    Phrase("clientconnectordnserror", "name-not-resolved", "name", "aiohttp", worth=MEANT),
    Phrase("remote end closed connection without response", "closed", "http", "urllib3", worth=MEANT),
    Phrase("server disconnected without sending a response", "closed", "http", "httpx", worth=MEANT),
    Phrase("serverdisconnectederror", "closed", "http", "aiohttp"),
    Phrase("server disconnected", "closed", "http", "", worth=WORDS),
    Phrase("incompleteread", "closed", "http", "python"),
    Phrase(" bytes read on a total of ", "closed", "", "python"),
    Phrase("[errno 0] error", "unknown", "", "python", worth=OPAQUE),
    Phrase("badstatusline(\"''\"", "closed", "http", "python", worth=MEANT),
    Phrase("badstatusline'>: '')", "closed", "http", "python", worth=MEANT),
    Phrase("badstatusline: ''", "closed", "http", "python", worth=MEANT),
    Phrase("badstatusline", "protocol-mismatch", "http", "python"),
    Phrase("illegal status line", "protocol-mismatch", "http", "httpx"),
    Phrase("bad http message", "protocol-mismatch", "http", "aiohttp"),
    Phrase("expected http/, rtsp/ or ice/", "protocol-mismatch", "http", "aiohttp", worth=MEANT),
    Phrase("wrong_version_number", "protocol-mismatch", "tls", "", {"openssl": "WRONG_VERSION_NUMBER"}, MEANT),
    Phrase("certificate_verify_failed", "tls-failed", "tls", "", {"openssl": "CERTIFICATE_VERIFY_FAILED"}, MEANT),
    Phrase("unexpected connection_lost() call", "closed", "service", "asyncpg"),
    Phrase("rejected ssl upgrade", "tls-failed", "tls", "asyncpg", worth=MEANT),
    Phrase("tls/ssl connection has been closed (eof)", "closed", "tls", "python", worth=MEANT),
    Phrase("ssleoferror", "tls-failed", "tls", "python", worth=MEANT),
    Phrase("sslzeroreturnerror", "closed", "tls", "python", worth=MEANT),
    Phrase("sslsyscallerror", "closed", "tls", "python", worth=MEANT),
    Phrase("sslcertverificationerror", "tls-failed", "tls", "python"),
    Phrase("caused by sslerror(", "tls-failed", "tls", "urllib3"),
    Phrase("httpcore.proxyerror", "proxy", "proxy", "httpx", worth=MEANT + 1),
    Phrase("client.linetoolong", "protocol-mismatch", "http", "python"),
    Phrase("httpx.proxyerror", "proxy", "proxy", "httpx", worth=MEANT + 1),
    Phrase("generalproxyerror", "proxy", "proxy", "pysocks", worth=MEANT + 1),
    Phrase("cannot connect to proxy", "proxy", "proxy", "urllib3", worth=MEANT + 1),
    Phrase("unable to connect to proxy", "proxy", "proxy", "urllib3", worth=MEANT + 1),
    Phrase("tunnel connection failed", "proxy", "proxy", "python", worth=MEANT + 1),
    Phrase("missing dependencies for socks support", "proxy", "proxy", "requests", worth=MEANT + 1),
    Phrase("authenticationexception: authentication failed.", "rejected", "service", "paramiko", worth=MEANT),
    Phrase("connection unexpectedly closed", "closed", "", "python"),
    Phrase("error reading ssh protocol banner", "unknown", "service", "paramiko", worth=OPAQUE),
    Phrase("connection to broker lost", "closed", "service", "celery"),
    Phrase("timeout fetching ", "timed-out", "", "home-assistant", worth=WORDS),
    Phrase("error.timedout", "timed-out", "", "python"),
    Phrase("connection in use: (", "address-in-use", "tcp", "gunicorn", {"errno": "EADDRINUSE"}, MEANT),
    Phrase("that port is already in use", "address-in-use", "tcp", "django", worth=MEANT),
    Phrase("all connection attempts failed", "unknown", "tcp", "httpx", worth=OPAQUE, open=IN_CAUSE),
    Phrase("unable to connect to port", "unknown", "tcp", "paramiko", worth=OPAQUE,
           open=say("paramiko tried every address and keeps the reasons in the exception's errors.")),
)  # fmt: skip

_POOL = pattern(
    r"\b(?:SOCKS)?(HTTPS?)ConnectionPool\(host='([^']{1,253})', port=(\d{1,5})\)|\b(HTTPS?)Connection\(host='([^']{1,253})', port=(\d{1,5})\)"
)
_ASKED = pattern(r"\bMax retries exceeded with url: (https?)://([\w.-]{1,253})(?::(\d{1,5}))?")
"A whole URL stands there where a proxy was dialled in place of its server."
_ENDED = pattern(r"^\s{0,40}(?:raise )?EOFError(?:\(\))?:?\s{0,4}$")
"Of anything that ended, a connection or what somebody types."
_LOGIN = pattern(r"(?i)^(?:[\w.]{1,80}: )?login timeout expired$")
"asyncssh's own words, and all that it says; SQL Server's driver ends with them what it says of something else."
_CALL = pattern(r"(?i)connect call failed \('([^']{1,64})', (\d{1,5})")
_AIOHTTP = pattern(r"(?i)can ?not connect to (?:host )?(\[?[\w.:-]{1,253}?\]?):(\d{1,5}) (?:ssl:\S+ )?\[")
_DENIED = pattern(
    r"PermissionError: \[Errno (?:1|13)\] (?:Operation not permitted|Permission denied)$|"
    r"Cannot connect to host [^\[]{1,300}\[(?:Operation not permitted|Permission denied)\]"
)
"""Of a file Python names it; of connect(2) and bind(2) nothing follows."""
_MISSING = pattern(
    r"(?:FileNotFoundError|socket\.error): \[Errno 2\] No such file or directory$|aborted\.', FileNotFoundError\(2, 'No such file|unix socket \S{1,260} ssl:\S{1,20} \[No such file|error: <class '(?:FileNotFoundError|socket\.error)'>, \[Errno 2\] No such file or directory: file: "
)
"As with `_DENIED`: of a file the name would follow; this is connect(2) to a socket that is not there."
_POOLED = pattern(r"FileNotFoundError\(2, 'No such file or directory'\)\)': /")
FILE_MISSING = say(
    "A file that the client needs before it connects is missing; of a socket no path of a request would follow."
)
_LATE = pattern(r"^(?:<urlopen error |(?i:error: ))?(?i:timed out)>?$")
"All that a time-out of a socket says."
_TUNNEL = pattern(r"contrib\.socks\.SOCKS\w{1,30} object at \S{1,40} Failed to establish a new connection")
"urllib3 through SOCKS: what could not be connected to is the proxy, or the proxy says so of the target."
_PORT_ON = pattern(r"(?i)unable to connect to port (\d{1,5}) on ([\w.:-]{1,253})")
_WAITED = pattern(r"\bConnection to ([\w.:-]{1,253}) timed out\. \(connect timeout=")
_RESOLVE = pattern(r"(?i)failed to resolve (?:host )?'([^':]{1,253})(?::\d{1,5})?'")
CALLED = say("asyncio says only that the call failed; a refusal is the most usual reason.")


def read(line: str) -> Iterator[Reading]:
    """Exceptions as they print themselves, with the target that their text holds."""
    found = list(phrases(SAID, line))
    place = _place(line)
    for one in found:
        yield _at(one, place)
    if "max retries exceeded with url" in line.lower() and place is None:
        yield Reading(kind="unknown", worth=OPAQUE, client="urllib3")
    if place is not None and not found:
        yield _at(
            Reading(kind="unknown", worth=OPAQUE, client="urllib3" if "max retries" in line.lower() else ""), place
        )
    call = _CALL.search(line)
    if call is not None:
        # an errno beside it says what it was; without one nothing does
        told = Reading(
            kind="unknown", worth=OPAQUE, client="python", step="tcp", host=call[1], port=int(call[2]), open=CALLED
        )
        yield _at(told, place)
    tunnel = _TUNNEL.search(line)
    if tunnel is not None:
        yield _at(Reading(kind="proxy", worth=MEANT + 1, client="urllib3", step="proxy", at=tunnel.start()), place)
    pooled = _POOLED.search(line)
    if pooled is not None:
        yield Reading(kind="unknown", worth=CODE, client="python", open=FILE_MISSING, at=pooled.start())
    elif (missing := _MISSING.search(line)) is not None:
        yield Reading(
            kind="refused", worth=CODE, client="python", step="tcp", code={"errno": "ENOENT"}, scheme="unix", at=missing.start()
        )  # fmt: skip
    if _ENDED.search(line) is not None:
        yield Reading(kind="closed", worth=SUPPOSED, client="python")
    if _LOGIN.search(line) is not None:
        yield Reading(kind="timed-out", worth=MEANT, client="asyncssh", step="service")
    if _LATE.search(line) is not None:
        yield Reading(kind="timed-out", worth=WORDS, client="python")
    denied = _DENIED.search(line)
    if denied is not None:
        symbol = "EPERM" if "not permitted" in denied[0].lower() else "EACCES"
        yield _at(
            Reading(kind="permission-denied", worth=CODE, client="python", code={"errno": symbol}, at=denied.start()),
            place,
        )


Place = tuple[str, str, int, str]


def _place(line: str) -> Place | None:
    """Scheme, host and port, and the proxy that was dialled in their place."""
    pool = _POOL.search(line)
    if pool is not None:
        scheme, host, port = (pool[1] or pool[4]).lower(), pool[2] or pool[5], int(pool[3] or pool[6])
        if (asked := _ASKED.search(line)) is not None:
            return asked[1], asked[2], int(asked[3] or DEFAULT_PORT[asked[1]] or 0), f"{host}:{port}"
        return scheme, host, port, ""
    aiohttp = _AIOHTTP.search(line)
    if aiohttp is not None:
        return "", aiohttp[1].strip("[]"), int(aiohttp[2]), ""
    port_on = _PORT_ON.search(line)
    if port_on is not None:
        return "ssh", port_on[2], int(port_on[1]), ""
    resolve = _RESOLVE.search(line) or _WAITED.search(line)
    return ("", resolve[1], 0, "") if resolve is not None else None


def _at(reading: Reading, place: Place | None) -> Reading:
    if place is None:
        return reading
    scheme, host, port, through = place
    return replace(reading, scheme=scheme, host=host, port=port if port < 65536 else 0, through=through)
