"""Command-line tools: curl, wget, nc, telnet, ssh, git, apt, pip, npm, ping."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.readings.messages.errnos import KIND, named, step_of
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, ErrorClass, Reading

STEMS = (
    "remote end hung up",
    "handshake for peer", "mount error(", " not responding", "closed by remote host", "rsync: ",
    "curl: (", "couldn't connect", "could not resolve", "couldn't resolve", "failed to connect to", "libcurl", "curle_",
    "wget: ", "no data received.", "benchmarking ", " (?) : ", "unable to resolve host address", "failed: connection", "nc: ", "ncat: ", "telnet:", "ssh: connect", "kex_exchange",
    "connection closed by", "connection reset by", "banner exchange", "fatal: unable to access", "empty reply from server",
    "overflow reading version string", "<--denied", "<--timeout", "<--socket error",
    "received http/0.9", "temporary failure resolving", "unknown host", "name does not resolve", "bad port", "bad address",
    "permission denied (publickey", "host key verification", "unable to connect to", "cannot initiate the connection",
    "ssl connect error", "ssl routines", "recv failure", "send failure", "openssl ssl_connect", "connection closed gracefully", "timed out",
)  # fmt: skip

CURL: dict[int, tuple[ErrorClass, str]] = {
    1: ("protocol-mismatch", "target"), 3: ("unknown", "target"), 5: ("proxy", "proxy"), 6: ("name-not-resolved", "name"),
    8: ("protocol-mismatch", "service"), 9: ("rejected", "service"), 16: ("protocol-mismatch", "http"), 22: ("rejected", "http"),
    28: ("timed-out", ""), 35: ("tls-failed", "tls"), 45: ("address-unavailable", "tcp"), 47: ("rejected", "http"),
    51: ("tls-failed", "tls"), 52: ("closed", "http"), 53: ("tls-failed", "tls"), 54: ("tls-failed", "tls"), 55: ("closed", ""),
    56: ("reset", ""), 58: ("tls-failed", "tls"), 59: ("tls-failed", "tls"), 60: ("tls-failed", "tls"), 67: ("rejected", "service"),
    77: ("tls-failed", "tls"), 83: ("tls-failed", "tls"), 92: ("protocol-mismatch", "http"), 97: ("proxy", "proxy"),
}  # fmt: skip
"""Exit codes of curl (curl(1), EXIT CODES). 7, which stands for every failure to connect, says no more than the words
beside it, and alone that it was refused or that there is no way."""

ONE_TEXT = say(
    "curl 7.86 and later print the same for every failure to connect, a refusal being by far the most usual; with -v it says which."
)

SAID = (
    Phrase("the remote end hung up", "closed", "service", "git"),
    Phrase("rather than greeting", "protocol-mismatch", "service", "rsync"),
    Phrase("error: timeout in data send/receive (code 30)", "timed-out", "", "rsync", worth=MEANT),
    Phrase("did not see server greeting", "closed", "service", "rsync", worth=MEANT),
    Phrase("errorcode=2 timeout", "timed-out", "", "aria2", {"aria2": 2}, MEANT),
    Phrase("errorcode=19 ", "name-not-resolved", "name", "aria2", {"aria2": 19}, MEANT),
    Phrase("got eof from the server", "closed", "http", "aria2", worth=MEANT),
    Phrase("ssl/tls handshake failure: ", "tls-failed", "tls", "aria2", worth=MEANT),
    Phrase("proxy connection failed", "proxy", "proxy", "aria2", worth=MEANT + 1),
    Phrase("the timeout specified has expired (70007)", "timed-out", "", "apr", worth=MEANT),
    Phrase("<--denied", "proxy", "proxy", "proxychains", worth=MEANT),
    Phrase("<--timeout", "timed-out", "proxy", "proxychains", worth=MEANT),
    Phrase("<--socket error or timeout", "proxy", "proxy", "proxychains", worth=MEANT),
    Phrase("overflow reading version string", "protocol-mismatch", "service", "ssh", worth=MEANT),
    Phrase("empty reply from server", "closed", "http", "curl"),
    Phrase("received http/0.9 when not allowed", "protocol-mismatch", "http", "curl", worth=MEANT),
    Phrase("recv failure: connection reset by peer", "reset", "", "curl", {"errno": "ECONNRESET"}),
    Phrase("awaiting response... no data received", "closed", "http", "wget"),
    Phrase("keine daten empfangen", "closed", "http", "wget"),
    Phrase("没有接收到数据", "closed", "http", "wget"),
    Phrase("データが受信されませんでした", "closed", "http", "wget"),
    Phrase("kann nicht aufgelöst werden", "name-not-resolved", "name", "wget"),
    Phrase("无法解析主机地址", "name-not-resolved", "name", "wget"),
    Phrase("のホストアドレスが解決できません", "name-not-resolved", "name", "wget"),
    Phrase("proxy tunneling failed: ", "proxy", "proxy", "wget", worth=MEANT + 1),
    Phrase("doesn't have a known issuer", "tls-failed", "tls", "wget", worth=MEANT),
    Phrase("the certificate's owner does not match hostname", "tls-failed", "tls", "wget", worth=MEANT),
    Phrase("the certificate of ‘", "tls-failed", "tls", "wget"),
    Phrase("ncat: timeout", "timed-out", "tcp", "ncat"),
    Phrase("unable to establish ssl connection", "tls-failed", "tls", "wget"),
    Phrase("the certificate of '", "tls-failed", "tls", "wget"),
    Phrase("couldn't connect to server", "refused", "tcp", "curl", worth=OPAQUE, open=ONE_TEXT),
    Phrase("could not connect to server", "refused", "tcp", worth=OPAQUE),
    Phrase("could not resolve host", "name-not-resolved", "name", "curl"),
    Phrase("couldn't resolve host", "name-not-resolved", "name", "curl"),
    Phrase("could not resolve proxy", "proxy", "proxy", "curl", worth=MEANT),
    Phrase("unable to resolve host address", "name-not-resolved", "name", "wget"),
    Phrase("bad address '", "name-not-resolved", "name", "busybox"),
    Phrase("temporary failure resolving", "name-not-resolved", "name", "apt", {"errno": "EAI_AGAIN"}),
    Phrase("name does not resolve", "name-not-resolved", "name", "", {"errno": "EAI_NONAME"}),
    Phrase("could not resolve hostname", "name-not-resolved", "name", "ssh"),
    Phrase("unknown host", "name-not-resolved", "name", ""),
    Phrase("telnet: could not resolve", "name-not-resolved", "name", "telnet"),
    Phrase("forward host lookup failed", "name-not-resolved", "name", "nc"),
    Phrase("kex_exchange_identification: connection closed by remote host", "closed", "service", "ssh", worth=MEANT),
    Phrase("kex_exchange_identification: read: connection reset", "reset", "service", "ssh", worth=MEANT),
    Phrase(
        "kex_exchange_identification: banner line contains invalid",
        "protocol-mismatch",
        "service",
        "ssh",
        worth=MEANT,
    ),
    Phrase("connection timed out during banner exchange", "timed-out", "service", "ssh", worth=MEANT),
    Phrase("permission denied (publickey", "rejected", "service", "ssh", worth=MEANT),
    Phrase("permission denied, please try again", "rejected", "service", "ssh", worth=MEANT),
    Phrase("permission denied (password", "rejected", "service", "ssh", worth=MEANT),
    Phrase("permission denied (keyboard", "rejected", "service", "ssh", worth=MEANT),
    Phrase("permission denied (gssapi", "rejected", "service", "ssh", worth=MEANT),
    Phrase(
        "failed to connect to bus: no such file or directory", "refused", "tcp", "systemd", {"errno": "ENOENT"}, MEANT
    ),
    Phrase("tls key negotiation failed to occur", "timed-out", "tls", "openvpn"),
    Phrase("auth_failed", "rejected", "service", "openvpn", worth=MEANT),
    Phrase("cannot resolve host address", "name-not-resolved", "name", "openvpn", worth=MEANT),
    Phrase("530 login", "rejected", "service", "ftp"),
    Phrase("530 user", "rejected", "service", "ftp"),
    Phrase("530 not logged in", "rejected", "service", "ftp"),
    Phrase("too many authentication failures", "rejected", "service", "ssh", worth=MEANT),
    Phrase("no more authentication methods", "rejected", "service", "ssh", worth=MEANT),
    Phrase("access denied by server while mounting", "rejected", "service", "mount", worth=MEANT),
    Phrase("esockettimedout", "timed-out", "", "yarn", {"node": "ESOCKETTIMEDOUT"}, CODE),
    Phrase("trouble with your network connection", "unknown", "", "yarn", worth=OPAQUE),
    Phrase("could not reach host", "unknown", "", "bundler", worth=OPAQUE),
    Phrase("host key verification failed", "rejected", "service", "ssh"),
    Phrase("no matching host key type found", "rejected", "service", "ssh"),
    Phrase("no matching key exchange method found", "rejected", "service", "ssh"),
    Phrase("ssl connect error", "tls-failed", "tls", "curl"),
    Phrase("ssl certificate problem", "tls-failed", "tls", "curl"),
    Phrase("server certificate verification failed", "tls-failed", "tls", "git"),
    Phrase("connection refused by user", "rejected", "", ""),
    Phrase("destination host unreachable", "unreachable", "route", "ping"),
    Phrase("destination port unreachable", "refused", "tcp", ""),
    Phrase("proxy connect aborted", "proxy", "proxy", "curl", worth=MEANT + 1),
    Phrase("response code 407 from proxy", "proxy", "proxy", "curl", {"http_status": 407}, MEANT + 1),
    Phrase("from proxy after connect", "proxy", "proxy", "curl", worth=MEANT + 1),
    Phrase("connect tunnel failed", "proxy", "proxy", "curl", worth=MEANT + 1),
    Phrase("can't complete socks", "proxy", "proxy", "curl", worth=MEANT + 1),
)

_CURL = re.compile(
    r"\bcurl: \((\d{1,3})\)|\bcURL error (\d{1,3})\b|\bexit(?: code|ed with)?:? (?:code )?(\d{1,2})\b.{0,20}curl"
)
_SSH = re.compile(r"ssh: connect to host (\S{1,253}) port (\d{1,5})")
_NEGOTIATED = re.compile(r"[Uu]nable to negotiate with (\S{1,253}) port (\d{1,5})")
_BY = re.compile(
    r"(?i)connection (closed|reset) by (?:authenticating user \S+ |invalid user \S+ )?([0-9a-f.:]{3,45}) port (\d{1,5})"
)
_TIMED_OUT = re.compile(r"(?i)\bconnect(?:ion)? to (\S{1,253}) port (\d{1,5})(?: \(tcp\))? ?:? timed out")
_WGET = re.compile(r"Connecting to ([\w.-]{1,253})(?: \([^)]{1,253}\))?(?:\|[^|]{1,64}\|)?:(\d{1,5})")
_AT = re.compile(
    r"(?i)\b(?:could not reach host|rsync: (?:\[\w{1,12}\] )?failed to connect to|server|connection to) ([0-9A-Fa-f:]{2,45}(?= \()|[\w.-]{1,253}[\w])(?: \([^)]{1,64}\))?(?::|\. Check| not responding| closed by remote host)"
)
_OVER = re.compile(r"(?i)\bconnection to \S{1,253} closed by remote host")
_SILENT = re.compile(r"\b[Tt]imeout, server \S{1,253} not responding")
_PEER = re.compile(r"Handshake for peer \d{1,6} \((\[?[0-9A-Fa-f.:]{2,45}\]?):(\d{1,5})\) did not complete")
_MOUNT = re.compile(r"\bmount error\((\d{1,3})\)")
_NETCAT = re.compile(
    r"^(?:\(UNKNOWN\)|([\w.-]{1,253})) \[([0-9A-Fa-f:.]{2,45})\] (\d{1,5}) \([\w?-]{1,32}\) : (.{1,80})"
)
"The traditional netcat: name, address, port, what became of it."
_LOOKED_UP = re.compile(r"([\w.:-]{1,253}): forward host lookup failed: ")
_NCAT = re.compile(r"^Ncat: (Permission denied|Operation not permitted)\.")
_BENCH = re.compile(r"Benchmarking ([\w.:-]{1,253}) \(be patient\)")
_NOTHING = re.compile(r"^No data received\.$")
"All that ``wget -nv`` says."
_SLOW = re.compile(r"(?i)\bport \d{1,5} after \d{5,7} ms: couldn't connect")
"Ten seconds and more: a refusal or an unreachable network is told sooner, by any system."
_FAILED = re.compile(r"(?i)(?:failed to connect to|connect to) (\S{1,253}) port (\d{1,5})")
_WGET_ABROAD = re.compile(r"([\w.-]{1,253})(?: \([\w.-]{1,253}\))?\|[0-9A-Fa-f:.]{2,45}\|:(\d{1,5})")
"The same in any language."
_RESOLVE = re.compile(
    r"(?i)(?:could not resolve host(?:name)?:?|couldn't resolve host|unable to resolve host address|temporary failure resolving|forward host lookup failed: |telnet: could not resolve|bad address|unknown host:?) (?!name['’]?$)['‘\"]?([\w.-]{1,253})"
)


def read(line: str) -> Iterator[Reading]:
    """Exit codes, sentences, and the places in them."""
    curl = _CURL.search(line)
    if curl is not None:
        number = int(next(group for group in curl.groups() if group))
        kind, step = CURL.get(number, ("refused", "tcp") if number == 7 else ("unknown", ""))
        worth = OPAQUE if number == 7 else SENTENCE - 1 if number in (35, 56, 22) else CODE
        yield Reading(kind=kind, worth=worth, client="curl", step=step, code={"curl": number}, at=curl.start())
    place = (
        _SSH.search(line)
        or _FAILED.search(line)
        or _NEGOTIATED.search(line)
        or _WGET.search(line)
        or _WGET_ABROAD.search(line)
    )
    bench = _BENCH.search(line)
    if bench is not None:
        yield Reading(kind="unknown", worth=OPAQUE, client="ab", host=bench[1], at=bench.start())
    netcat = _NETCAT.search(line)
    if netcat is not None:
        denied = netcat[4].startswith(("Permission denied", "Operation not permitted"))
        yield Reading(
            kind="permission-denied" if denied else "unknown", worth=SENTENCE if denied else OPAQUE, client="nc",
            host=netcat[1] or netcat[2], port=min(int(netcat[3]), 65535), at=netcat.start(),
        )  # fmt: skip
    if _NCAT.search(line) is not None:
        yield Reading(kind="permission-denied", worth=SENTENCE, client="ncat")
    if _NOTHING.search(line) is not None:
        yield Reading(kind="closed", worth=SENTENCE, client="wget", step="http")
    slow = _SLOW.search(line)
    if slow is not None:
        yield Reading(kind="timed-out", worth=MEANT, client="curl", step="tcp", at=slow.start())
    name = _RESOLVE.search(line) or _LOOKED_UP.search(line)
    for one in phrases(SAID, line):
        only = _AT.search(line) if one.client == "bundler" else None
        yield _with(one, place, name) if only is None else replace(one, host=only[1])
    if place is not None:
        yield Reading(
            kind="unknown",
            worth=1,
            client={_FAILED: "", _WGET: "wget", _WGET_ABROAD: "wget"}.get(place.re, "ssh"),
            host=place[1].strip("[]'\""),
            port=int(place[2]),
            at=place.start(),
        )
    late = _TIMED_OUT.search(line)
    if late is not None:
        yield Reading(
            kind="timed-out",
            worth=SENTENCE,
            client="ssh",
            host=late[1],
            port=min(int(late[2]), 65535),
            at=late.start(),
        )
    yield from _sessions(line)
    if "rsync: failed to connect" in line:
        at = _AT.search(line)
        yield Reading(kind="unknown", worth=OPAQUE, client="rsync", host="" if at is None else at[1])
    ended = _BY.search(line)
    if ended is not None:
        kind = "closed" if ended[1].lower() == "closed" else "reset"
        yield Reading(
            kind=kind,
            worth=SENTENCE,
            client="ssh",
            step="service",
            host=ended[2],
            port=int(ended[3]),
            at=ended.start(),
        )


def _sessions(line: str) -> Iterator[Reading]:
    """Of rsync, ssh, WireGuard, mount and bundler, which name only a host, or a number."""
    at = _AT.search(line)
    host = "" if at is None else at[1]
    if _OVER.search(line):
        yield Reading(kind="closed", worth=SENTENCE, client="ssh", step="service", host=host)
    if _SILENT.search(line):
        yield Reading(kind="timed-out", worth=SENTENCE, client="ssh", step="service", host=host)
    peer = _PEER.search(line)
    if peer is not None:
        port = min(int(peer[2]), 65535)
        yield Reading(kind="timed-out", worth=SENTENCE, client="wireguard", host=peer[1].strip("[]"), port=port)
    mounted = _MOUNT.search(line)
    symbol = "" if mounted is None else named(int(mounted[1]))
    if symbol:
        yield Reading(kind=KIND[symbol], worth=CODE, client="mount", step=step_of(symbol), code={"errno": symbol})


def _with(one: Reading, place: re.Match[str] | None, name: re.Match[str] | None) -> Reading:
    if place is not None and int(place[2]) < 65536:
        return replace(one, host=place[1].strip("[]'\""), port=int(place[2]))
    if name is not None and one.kind == "name-not-resolved":
        return replace(one, host=name[1].rstrip("."))
    return one
