"""Small command-line clients: wget, nc, ncat, telnet, ping, aria2, ApacheBench, proxychains, BusyBox, ftp, yarn, bundler."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, ErrorClass, Reading

STEMS = (
    "wget: ", "no data received.", "benchmarking ", " (?) : ", "unable to resolve host address", "failed: connection", "nc: ",
    "ncat: ", "telnet:", "<--denied", "<--timeout", "<--socket error", "unknown host", "name does not resolve", "bad port", "bad address",
    *(f"/{over}{blanks}{state}" for over in ("tcp", "udp") for blanks in (" ", "  ", "   ") for state in ("closed", "filtered")), "waiting for reply from ",
)  # fmt: skip

SAID = (
    Phrase(" packet filtered", "unreachable", "route", "ping", worth=MEANT),
    Phrase("ssl_cert critical: cannot resolve", "name-not-resolved", "name", "check_ssl_cert", worth=MEANT + 1),
    Phrase("errorcode=2 timeout", "timed-out", "", "aria2", {"aria2": 2}, MEANT),
    Phrase("errorcode=2 uri=", "timed-out", "", "aria2", {"aria2": 2}, MEANT),
    Phrase("errorcode=2 network problem", "timed-out", "", "aria2", {"aria2": 2}, MEANT),
    Phrase("errorcode=3 uri=", "rejected", "http", "aria2", {"aria2": 3}, MEANT),
    Phrase("errorcode=6 uri=", "unknown", "", "aria2", {"aria2": 6}, OPAQUE),
    Phrase("errorcode=24 uri=", "rejected", "http", "aria2", {"aria2": 24}, MEANT),
    Phrase("errorcode=19 ", "name-not-resolved", "name", "aria2", {"aria2": 19}, MEANT),
    Phrase("got eof from the server", "closed", "http", "aria2", worth=MEANT),
    Phrase("ssl/tls handshake failure: ", "tls-failed", "tls", "aria2", worth=MEANT),
    Phrase("proxy connection failed", "proxy", "proxy", "aria2", worth=MEANT + 1),
    Phrase("the timeout specified has expired", "timed-out", "", "apr", worth=MEANT),
    Phrase("<--denied", "proxy", "proxy", "proxychains", worth=MEANT),
    Phrase("<--timeout", "timed-out", "proxy", "proxychains", worth=MEANT),
    Phrase("<--socket error or timeout", "proxy", "proxy", "proxychains", worth=MEANT),
    Phrase("!!!need more proxies", "proxy", "proxy", "proxychains", worth=MEANT),
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
    Phrase("unable to establish ssl connection", "tls-failed", "tls", "wget"),
    Phrase("the certificate of '", "tls-failed", "tls", "wget"),
    Phrase("read error (connection timed out) in headers", "timed-out", "http", "wget", worth=MEANT + 1),
    Phrase(
        "read error (connection reset by peer) in headers",
        "reset",
        "http",
        "wget",
        {"errno": "ECONNRESET"},
        MEANT + 1,
    ),
    Phrase("read error (success) in headers", "closed", "http", "wget", worth=MEANT),
    Phrase("error getting response: ", "unknown", "http", "wget", worth=OPAQUE),
    Phrase("unable to resolve host address", "name-not-resolved", "name", "wget"),
    Phrase("ncat: timeout", "timed-out", "tcp", "ncat"),
    Phrase("bad address '", "name-not-resolved", "name", "busybox"),
    Phrase("name does not resolve", "name-not-resolved", "name", "", {"errno": "EAI_NONAME"}),
    Phrase("unknown host", "name-not-resolved", "name", ""),
    Phrase("telnet: could not resolve", "name-not-resolved", "name", "telnet"),
    Phrase("forward host lookup failed", "name-not-resolved", "name", "nc"),
    Phrase("530 login", "rejected", "service", "ftp"),
    Phrase("530 user", "rejected", "service", "ftp"),
    Phrase("530 not logged in", "rejected", "service", "ftp"),
    Phrase("esockettimedout", "timed-out", "", "yarn", {"node": "ESOCKETTIMEDOUT"}, CODE),
    Phrase("trouble with your network connection", "unknown", "", "yarn", worth=OPAQUE),
    Phrase("could not reach host", "unknown", "", "bundler", worth=OPAQUE),
    Phrase("connection refused by user", "rejected", "", ""),
    Phrase("ping: transmit failed", "unknown", "", "ping", worth=OPAQUE),
    Phrase("destination host unreachable", "unreachable", "route", "ping"),
    Phrase("destination net unreachable", "unreachable", "route", "ping"),
    Phrase("destination port unreachable", "refused", "tcp", ""),
    Phrase("100% packet loss", "timed-out", "", "ping", worth=MEANT),
)

_NMAP = pattern(r"^(\d{1,5})/(tcp|udp)\s{1,9}(closed|filtered|open\|filtered)\b")
"A line of nmap's table of ports."
NMAP: dict[str, tuple[ErrorClass, str]] = {"closed": ("refused", "tcp"), "filtered": ("timed-out", "tcp")}
_NTP = pattern(r"Timed out waiting for reply from ([0-9A-Fa-f:.]{2,45}?):(\d{1,5}) \(")
"systemd-timesyncd's."
_WGET = pattern(r"Connecting to ([\w.-]{1,253})(?: \([^)]{1,253}\))?(?:\|[^|]{1,64}\|)?:(\d{1,5})")
_WGET_ABROAD = pattern(r"([\w.-]{1,253})(?: \([\w.-]{1,253}\))?\|[0-9A-Fa-f:.]{2,45}\|:(\d{1,5})")
"The same in any language."
_NOTHING = pattern(r"^No data received\.$")
"All that ``wget -nv`` says."
_BUNDLER = pattern(r"(?i)\bcould not reach host ([\w.-]{1,253}\w)")
_NETCAT = pattern(
    r"^(?:\(UNKNOWN\)|([\w.-]{1,253})) \[([0-9A-Fa-f:.]{2,45})\] (\d{1,5}) \([\w?-]{1,32}\) : (.{1,80})"
)
"The traditional netcat: name, address, port, what became of it."
_LOOKED_UP = pattern(r"([\w.:-]{1,253}): forward host lookup failed: ")
_NCAT = pattern(r"^Ncat: (Permission denied|Operation not permitted)\.")
_BENCH = pattern(r"Benchmarking ([\w.:-]{1,253}) \(be patient\)")
_NAME = pattern(
    r"(?i)(?:unable to resolve host address|forward host lookup failed: |telnet: could not resolve|bad address|unknown host:?) (?!name['’]?$)['‘\"]?([\w.-]{1,253})"
)


def read(line: str) -> Iterator[Reading]:
    """Sentences, and the places in them."""
    place = _WGET.search(line) or _WGET_ABROAD.search(line)
    name = _NAME.search(line) or _LOOKED_UP.search(line)
    for one in phrases(SAID, line):
        only = _BUNDLER.search(line) if one.client == "bundler" else None
        yield _with(one, place, name) if only is None else replace(one, host=only[1])
    if place is not None:
        host, port = place[1].strip("[]'\""), int(place[2])
        yield Reading(kind="unknown", worth=OPAQUE, client="wget", host=host, port=port, at=place.start())
    if _NOTHING.search(line) is not None:
        yield Reading(kind="closed", worth=SENTENCE, client="wget", step="http")
    bench = _BENCH.search(line)
    if bench is not None:
        yield Reading(kind="unknown", worth=OPAQUE, client="ab", host=bench[1], at=bench.start())
    scanned = _NMAP.search(line)
    if scanned is not None and scanned[3] in NMAP:
        kind, step = NMAP[scanned[3]]
        scheme = "udp" if scanned[2] == "udp" else ""
        yield Reading(
            kind=kind, worth=MEANT, client="nmap", step=step, scheme=scheme, port=min(int(scanned[1]), 65535)
        )
    ntp = _NTP.search(line)
    if ntp is not None:
        yield Reading(
            kind="timed-out", worth=MEANT + 1, client="timesyncd", scheme="udp", host=ntp[1], port=min(int(ntp[2]), 65535), at=ntp.start(),
        )  # fmt: skip
    yield from _netcats(line)


def _netcats(line: str) -> Iterator[Reading]:
    """The traditional one, and nmap's."""
    netcat = _NETCAT.search(line)
    if netcat is not None:
        denied = netcat[4].startswith(("Permission denied", "Operation not permitted"))
        yield Reading(
            kind="permission-denied" if denied else "unknown", worth=SENTENCE if denied else OPAQUE, client="nc",
            host=netcat[1] or netcat[2], port=min(int(netcat[3]), 65535), at=netcat.start(),
        )  # fmt: skip
    if _NCAT.search(line) is not None:
        yield Reading(kind="permission-denied", worth=SENTENCE, client="ncat")


def _with(one: Reading, place: re.Match[str] | None, name: re.Match[str] | None) -> Reading:
    """With the place that stands in the sentence."""
    if place is not None and int(place[2]) < 65536:
        return replace(one, host=place[1].strip("[]'\""), port=int(place[2]))
    if name is not None and one.kind == "name-not-resolved":
        return replace(one, host=name[1].rstrip("."))
    return one
