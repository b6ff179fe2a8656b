"""libcurl's texts and names for its own codes, as programs in other languages pass them on: R, Julia, git, Typhoeus, PHP.

Source: curl_easy_strerror(3), libcurl-errors(3). What curl itself prints is read in `tools`.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.curl import OF_SSH
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, ErrorClass, Reading

STEMS = (
    "failed to connect to ",
    "milliseconds with ",
    "curle_",
    "return_code",
    "couldnt_",
    "operation_timedout",
    "ssl_connect_error",
    "got_nothing",
    "recv_error",
)

SAID = (
    Phrase("http response code said error", "rejected", "http", "curl", worth=MEANT),
    Phrase("couldn't resolve proxy name", "proxy", "proxy", "curl"),
    Phrase("could not resolve proxy name", "proxy", "proxy", "curl"),
    Phrase("could not resolve hostname", "name-not-resolved", "name", "curl"),
    Phrase("weird server reply", "protocol-mismatch", "service", "curl"),
    Phrase("error in the http2 framing layer", "protocol-mismatch", "http", "curl"),
    Phrase("transferred a partial file", "closed", "http", "curl"),
    Phrase("timeout was reached", "timed-out", "", "curl"),
    Phrase("server returned nothing (no headers, no data)", "closed", "http", "curl"),
    Phrase("failed sending data to the peer", "closed", "", "curl"),
    Phrase("failure when receiving data from the peer", "reset", "", "curl"),
    Phrase("ssl peer certificate or ssh remote key was not ok", "tls-failed", "tls", "curl"),
    Phrase("peer certificate cannot be authenticated", "tls-failed", "tls", "curl"),
    Phrase("problem with the ssl ca cert", "tls-failed", "tls", "curl"),
    Phrase("failed binding local connection end", "address-unavailable", "tcp", "curl"),
    Phrase("operation too slow. less than", "timed-out", "http", "curl"),
    Phrase("was closed cleanly, but before getting", "closed", "http", "curl"),
    Phrase("stream error in the http/2 framing layer", "protocol-mismatch", "http", "curl"),
    Phrase("unsupported proxy scheme for '", "proxy", "proxy", "curl", worth=MEANT + 1),
    Phrase("unrecoverable error in call to nameserver", "name-not-resolved", "name", "curl"),
)  # fmt: skip

NAMES: dict[str, tuple[ErrorClass, str]] = {
    "couldnt_resolve_proxy": ("proxy", "proxy"), "couldnt_resolve_host": ("name-not-resolved", "name"),
    "couldnt_connect": ("refused", "tcp"), "operation_timedout": ("timed-out", ""), "operation_timeouted": ("timed-out", ""),
    "ssl_connect_error": ("tls-failed", "tls"), "got_nothing": ("closed", "http"), "send_error": ("closed", ""),
    "recv_error": ("reset", ""), "partial_file": ("closed", "http"), "peer_failed_verification": ("tls-failed", "tls"),
    "ssl_cacert": ("tls-failed", "tls"), "http2": ("protocol-mismatch", "http"),
}  # fmt: skip
"CURLE_* without its beginning."
_NAME = pattern(rf"(?i)(?:\bCURLE_|return_code\W{{1,5}})({'|'.join(NAMES)})\b")

_OF_WINDOWS: dict[str, tuple[ErrorClass, str]] = {
    "Bad access": ("permission-denied", "tcp"), "Out of file descriptors": ("resource-limit", ""), "No buffer space": ("resource-limit", ""),
    "Network down": ("unreachable", "route"), "Host down": ("unreachable", "tcp"),
}  # fmt: skip
"lib/strerror.c: its own words for Winsock's errors, those that no other system has."
_DIALLED = pattern(
    rf"\bFailed to connect to \S{{1,260}} port \d{{1,5}}(?: after \d{{1,9}} ms)?: ({'|'.join(_OF_WINDOWS)})\b"
)
_ASKED = pattern(r"(?i)\btimed out after \d{1,9} milliseconds with \d")
"The connection stood, and the server was asked: otherwise it is the connection that timed out."


def read(line: str) -> Iterator[Reading]:
    """Texts and names."""
    if OF_SSH.search(line) is None:
        yield from phrases(SAID, line)
    asked = _ASKED.search(line)
    if asked is not None:
        yield Reading(kind="timed-out", worth=MEANT, client="curl", step="http", at=asked.start())
    dialled = _DIALLED.search(line)
    if dialled is not None:
        kind, step = _OF_WINDOWS[dialled[1]]
        yield Reading(kind=kind, worth=MEANT, client="curl", step=step, at=dialled.start())
    name = _NAME.search(line)
    if name is not None:
        kind, step = NAMES[name[1].lower()]
        worth = OPAQUE if name[1].lower() == "couldnt_connect" else CODE
        yield Reading(kind=kind, worth=worth, client="curl", step=step, at=name.start())
