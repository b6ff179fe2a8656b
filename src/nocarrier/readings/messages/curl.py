"""curl, and what prints the exit codes of libcurl: git, yum, dnf, zypper, pacman, flatpak, acme.sh, R, PHP."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, WORDS, ErrorClass, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    "curl: (", "couldn't connect", "could not resolve", "couldn't resolve", "failed to connect to", "failed connect to", "libcurl", "curle_",
    "curl error", "curl_err", "curl err", "curl returned", "curl code", "curl 3", "curl 4", "curl 5", "curl#", "rpc failed", "while fetching ", "empty reply from server", "received http/0.9", "ssl connect error",
    "recv failure", "send failure", "openssl ssl_connect", "connection closed gracefully", "timed out", "timeout was reached", "operation timed out after ",
    "operation too slow", "unable to connect to", "cannot initiate the connection", "curl_easy_", "curlexception", " curl (", "curl exit", "curl failed with ", "http fetch error ", "curl: error downloading",
)  # fmt: skip

CURL: dict[int, tuple[ErrorClass, str]] = {
    1: ("protocol-mismatch", "target"), 3: ("unknown", "target"), 5: ("proxy", "proxy"), 6: ("name-not-resolved", "name"), 7: ("unknown", "tcp"),
    8: ("protocol-mismatch", "service"), 9: ("rejected", "service"), 16: ("protocol-mismatch", "http"), 18: ("closed", "http"),
    22: ("rejected", "http"),
    28: ("timed-out", ""), 35: ("tls-failed", "tls"), 45: ("address-unavailable", "tcp"), 47: ("rejected", "http"),
    51: ("tls-failed", "tls"), 52: ("closed", "http"), 53: ("tls-failed", "tls"), 54: ("tls-failed", "tls"), 55: ("closed", ""),
    56: ("reset", ""), 58: ("tls-failed", "tls"), 59: ("tls-failed", "tls"), 60: ("tls-failed", "tls"), 64: ("tls-failed", "tls"),
    66: ("tls-failed", "tls"), 67: ("rejected", "service"), 77: ("tls-failed", "tls"), 80: ("tls-failed", "tls"), 82: ("tls-failed", "tls"),
    83: ("tls-failed", "tls"), 90: ("tls-failed", "tls"), 91: ("tls-failed", "tls"), 92: ("protocol-mismatch", "http"),
    95: ("protocol-mismatch", "http"), 96: ("tls-failed", "tls"), 97: ("proxy", "proxy"), 98: ("tls-failed", "tls"),
}  # fmt: skip
"Exit codes of curl (curl(1), EXIT CODES). 7 stands for every failure to connect."
ANSWERS = 300
"From here on it is a status that an app prints in place of an exit code."
ITS_OWN = frozenset({2, 4, 23, 26, 27, 37, 43, 48})
"What failed is on its own machine: its making, a file, a pipe, memory, an option. It says nothing of a connection."
VAGUE = frozenset({7, 35, 56, 55, 22, 18, 92})
"Codes beside which the words say more."

ONE_TEXT = say(
    "curl 7.86 and later print the same for every failure to connect, a refusal being by far the most usual; with -v it says which."
)

SAID = (
    Phrase("empty reply from server", "closed", "http", "curl"),
    Phrase("received http/0.9 when not allowed", "protocol-mismatch", "http", "curl", worth=MEANT),
    Phrase("recv failure: connection reset by peer", "reset", "", "curl", {"errno": "ECONNRESET"}),
    Phrase("recv failure: connection was reset", "reset", "", "curl", {"errno": "ECONNRESET"}),
    Phrase("couldn't connect to server", "unknown", "tcp", "curl", worth=OPAQUE, open=ONE_TEXT),
    Phrase("could not connect to server", "unknown", "tcp", worth=OPAQUE, open=ONE_TEXT),
    Phrase("; operation now in progress", "timed-out", "tcp", "curl", worth=MEANT),
    Phrase("could not resolve host", "name-not-resolved", "name", "curl"),
    Phrase("couldn't resolve host", "name-not-resolved", "name", "curl"),
    Phrase("could not resolve proxy", "proxy", "proxy", "curl", worth=MEANT + 1),
    Phrase("couldn't resolve proxy", "proxy", "proxy", "curl", worth=MEANT + 1),
    Phrase("timeout was reached", "timed-out", "", "curl"),
    Phrase("operation too slow. less than ", "timed-out", "http", "curl", worth=MEANT),
    Phrase("resolving timed out after", "name-not-resolved", "name", "curl", worth=MEANT),
    Phrase("ssl connection timeout", "timed-out", "tls", "curl", worth=MEANT),
    Phrase("ssl connect error", "tls-failed", "tls", "curl", worth=OPAQUE),
    Phrase("ssl certificate problem", "tls-failed", "tls", "curl"),
    Phrase("unknown ssl protocol", "tls-failed", "tls", "curl", worth=MEANT),
    Phrase("problem with the ssl ca cert", "tls-failed", "tls", "curl"),
    Phrase("problem with the local ssl certificate", "tls-failed", "tls", "curl", worth=MEANT),
    Phrase("ssl peer certificate or ssh remote key was not ok", "tls-failed", "tls", "curl", worth=MEANT),
    Phrase("peer certificate cannot be authenticated", "tls-failed", "tls", "curl", worth=MEANT),
    Phrase("error setting certificate ", "tls-failed", "tls", "curl", worth=MEANT),
    Phrase("transfer closed with outstanding ", "closed", "http", "curl", worth=MEANT),
    Phrase("bytes remaining to read", "closed", "http", "curl"),
    Phrase("was not closed cleanly: cancel", "closed", "http", "curl"),
    Phrase("was not closed cleanly: internal_error", "closed", "http", "curl"),
    Phrase("was not closed cleanly: refused_stream", "closed", "http", "curl"),
    Phrase("was not closed cleanly before end of", "closed", "http", "curl"),
    Phrase("error in the http2 framing layer", "protocol-mismatch", "http", "curl", worth=MEANT),
    Phrase("unsupported http version in response", "protocol-mismatch", "http", "curl", worth=MEANT),
    Phrase("unsupported http/1 subversion in response", "protocol-mismatch", "http", "curl", worth=MEANT),
    Phrase("libcurl is built without the https-proxy support", "proxy", "proxy", "curl", worth=MEANT + 1),
    Phrase("proxy connect aborted", "proxy", "proxy", "curl", worth=MEANT + 1),
    Phrase("response code 407 from proxy", "proxy", "proxy", "curl", {"http_status": 407}, MEANT + 1),
    Phrase("from proxy after connect", "proxy", "proxy", "curl", worth=MEANT + 1),
    Phrase("connect tunnel failed", "proxy", "proxy", "curl", worth=MEANT + 1),
    Phrase("can't complete socks", "proxy", "proxy", "curl", worth=MEANT + 1),
    Phrase("proxy connect timeout", "proxy", "proxy", "curl", worth=MEANT + 1),
    Phrase("getaddrinfo() thread failed to start", "resource-limit", "name", "curl", worth=MEANT + 1),
    Phrase("too old connection (", "closed", "http", "curl"),
)  # fmt: skip

_CODE = pattern(
    r"\bcurl: ?\((\d{1,3})\)|(?i:\b(?:lib)?curl[ _](?:error|err(?:no)?|returned|code)(?: (?:code|number|no\.?))?)\W{1,4}(\d{1,3})\b|(?i:\bcurl) (\d{3}) (?i:error)\b|\bcurl#(\d{1,3})\b|\bRPC failed; .{0,40}?\bcurl (\d{1,3})\b|"
    r"\bexit(?: code|ed with)?:? (?:code )?(\d{1,2})\b.{0,20}curl|\bWhile fetching \S{1,1024}: \[(\d{1,2})\]|"
    r"libcurl-errors\.html for error code: (\d{1,3})|(?i:\bcurl (?:exit(?:ed)?|failed)(?: with)?(?: exit)?(?: code| status)?:?) (\d{1,3})\b|\bcurl \((\d{1,3})\) |\bHTTP fetch error (\d{1,2})\b|\bcurl: error downloading .{1,1200}: error code (\d{1,2})\b"
)
_SLOW = pattern(r"(?i)\bport \d{1,5} after \d{5,7} ms: couldn't connect")
"Ten seconds and more: a refusal or an unreachable network is told sooner, by any system."
_SOON = pattern(r"(?i)\bport \d{1,5} after \d{1,3} ms(?:: couldn't connect|$)")
"Less than a second is the time of a refusal; in more than one the system repeated its SYN, and nobody knows what it came to."
_NO_ANSWER = pattern(
    r"(?i)\boperation timed out after \d{1,9} milliseconds with -?\d{1,12} (?:out of -?\d{1,12} )?bytes received"
)
"The connection stood: of one that never came curl says that the *connection* timed out."
_FAILED = pattern(r"(?i)(?:failed to connect to|connect to) (\S{1,253}) port (\d{1,5})")
_OLD = pattern(r"Failed connect to ([\w.-]{1,253}):(\d{1,5}); ")
_GREETED = pattern(r"\bGot a [45]\d\d ftp-server response when 220 was expected")
"The server spoke FTP, and said no in place of its greeting."
_SIX = pattern(r"(?i)failed to connect to ([0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}): ")
"An IPv6 address alone, as curl before 7.32 says it."
_NAME = pattern(
    r"(?i)(?:could not resolve host(?:name)?:?|couldn't resolve host(?! name \()(?: name for \w{1,9}://)?) ?['‘\"]?([\w.-]{1,253})"
)
OF_SSH = pattern(r"(?i)\bcould not resolve hostname [^\s:]{1,253}: ")
"OpenSSH's sentence; libcurl's has no name."
_PROXY = pattern(r"(?i)\bcould(?: not|n't) resolve proxy(?: name)?:? ['‘\"]?([\w.-]{1,253})")
NAMELESS = frozenset({"name", "host"})


def read(line: str) -> Iterator[Reading]:
    """The exit code, the sentence, and the place in it."""
    code = _CODE.search(line)
    if code is not None:
        number = int(next(group for group in code.groups() if group))
        if number >= ANSWERS:
            yield from answered(code, _of_answer, CODE)
            return
        if number in ITS_OWN:
            return
        kind, step = CURL.get(number, ("unknown", ""))
        worth = OPAQUE if number in VAGUE or kind == "unknown" else CODE
        yield Reading(kind=kind, worth=worth, client="curl", step=step, code={"curl": number}, at=code.start())
    slow = _SLOW.search(line)
    if slow is not None:
        yield Reading(kind="timed-out", worth=MEANT, client="curl", step="tcp", at=slow.start())
    soon = _SOON.search(line)
    if soon is not None:
        yield Reading(kind="refused", worth=WORDS, client="curl", step="tcp", at=soon.start(), open=ONE_TEXT)
    silent = _NO_ANSWER.search(line)
    if silent is not None:
        yield Reading(kind="timed-out", worth=MEANT, client="curl", step="http", at=silent.start())
    greeted = _GREETED.search(line)
    if greeted is not None:
        yield Reading(kind="rejected", worth=MEANT, client="curl", step="service", at=greeted.start())
    place = _FAILED.search(line) or _OLD.search(line)
    name = _NAME.search(line)
    for one in phrases(SAID, line) if OF_SSH.search(line) is None else ():
        if one.open is ONE_TEXT and place is None and code is None and "curl" not in line.lower():
            # Other programs say so as well, and mean nothing more by it; cargo's ``[7]`` is any failure to.
            one = replace(one, client="", open=None)
        yield replace(one, through=_through(line)) if one.kind == "proxy" else _with(one, place, name)
    six = _SIX.search(line)
    if six is not None:
        yield Reading(kind="unknown", worth=OPAQUE, client="curl", host=six[1], at=six.start())
    if place is not None:
        host, port = place[1].strip("[]'\""), int(place[2])
        yield Reading(kind="unknown", worth=OPAQUE, host=host, port=port if port < 65536 else 0, at=place.start())


def _of_answer(status: int) -> tuple[ErrorClass, str] | None:
    """As `of_request`; a place elsewhere is a failure of a program that does not follow it."""
    return ("rejected", "http") if status < 400 else of_request(status)


def _with(one: Reading, place: re.Match[str] | None, name: re.Match[str] | None) -> Reading:
    """With the place that stands in the sentence."""
    if place is not None and int(place[2]) < 65536:
        return replace(one, host=place[1].strip("[]'\""), port=int(place[2]))
    if name is not None and one.kind == "name-not-resolved" and name[1].lower() not in NAMELESS:
        return replace(one, host=name[1].rstrip("."))
    return one


def _through(line: str) -> str:
    """The proxy whose name did not become an address."""
    named = _PROXY.search(line)
    return "" if named is None or named[1].lower() in NAMELESS else named[1].rstrip(".")
