"""The answer to one HTTP/1 request, as far as its bytes came (RFC 9112)."""

from __future__ import annotations

from nocarrier.facts.exchange import HttpReply
from nocarrier.model.secrets import HIDDEN, names_a_secret

MOST_HEADERS, LONGEST_VALUE = 64, 1024
MOST_BODY = 2048
NO_BODY = frozenset({101, 204, 304})
"Answers without a body, whatever their head says."
LAST = 1024
"Bytes at the end of a body in which its last chunk stands, with the fields behind it."
SECRETS = frozenset({"set-cookie", "set-cookie2", "cookie", "authorization", "proxy-authorization"})
"Header fields whose values are never kept."


def decode_http_reply(data: bytes, *, closed: bool = False, most_body: int = MOST_BODY) -> HttpReply | None:
    """One answer; None for what is no HTTP/1. ``closed``: no more will come.

    Interim answers before it are passed over; 101 is none, for it is the last that HTTP says (RFC 9110, 15.2).
    """
    while True:
        head, found, rest = _parted(data)
        reply = _status_line(head.split(b"\n", 1)[0])
        if reply is None:
            return None
        version, status, reason = reply
        if not (found and 100 <= status < 200 and status != 101 and rest):
            break
        data = rest
    headers = _headers(head)
    chunked = "chunked" in headers.get("transfer-encoding", "").lower()
    length = headers.get("content-length", "")
    return HttpReply(
        version=version,
        status=status,
        reason=reason,
        headers=headers,
        body=_text((_joined(rest) if chunked else rest)[:most_body]),
        whole=found,
        cut=closed and (not found or _unfinished(status, rest, length, chunked=chunked)),
    )


def _unfinished(status: int, rest: bytes, length: str, *, chunked: bool) -> bool:
    """Whether the body lacks something of what its head promises (RFC 9112, section 6.3)."""
    if status in NO_BODY:
        return False
    if chunked:
        sizes = (line.partition(b";")[0].strip() for line in rest[-LAST:].splitlines())
        return not any(size and not size.strip(b"0") for size in sizes)
    return length.isdigit() and len(rest) < int(length[:12])


def _parted(data: bytes) -> tuple[bytes, bool, bytes]:
    """Head and body; a lone LF ends a line, too (RFC 9112, section 2.2)."""
    ends = [(at, len(mark)) for mark in (b"\r\n\r\n", b"\n\n") if (at := data.find(mark)) >= 0]
    if not ends:
        return data, False, b""
    at, length = min(ends)
    return data[:at], True, data[at + length :]


def _status_line(line: bytes) -> tuple[str, int, str] | None:
    """Version, status and reason (RFC 9112, section 4); the reason may be missing altogether."""
    words = line.decode("latin-1").strip().split(" ", 2)
    if len(words) < 2 or not words[0].startswith("HTTP/") or not (words[1].isdigit() and len(words[1]) == 3):
        return None
    version = words[0][5:]
    if not (len(version) == 3 and version[0].isdigit() and version[1] == "." and version[2].isdigit()):
        return None
    return version, int(words[1]), _text(words[2].encode("latin-1") if len(words) > 2 else b"")[:80]


def _headers(head: bytes) -> dict[str, str]:
    """Names in lower case; fields of one name joined as RFC 9110, section 5.3, allows."""
    headers: dict[str, str] = {}
    for line in head.decode("latin-1").splitlines()[1 : MOST_HEADERS + 1]:
        name, found, value = line.partition(":")
        name = _text(name.strip().lower().encode("latin-1"))[:80]
        if not found or not name:
            continue
        value = (
            HIDDEN
            if name in SECRETS or names_a_secret(name)
            else _text(value.strip()[:LONGEST_VALUE].encode("latin-1"))
        )
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _text(raw: bytes) -> str:
    """Text without control characters but line ends and tabs."""
    return "".join(letter for letter in raw.decode("utf-8", "replace") if letter.isprintable() or letter in "\n\t")


def _joined(rest: bytes) -> bytes:
    """The chunks of RFC 9112, section 7.1, as far as they came."""
    body = b""
    while len(body) < 1 << 14:
        size, found, rest = rest.partition(b"\r\n")
        try:
            length = int(size.partition(b";")[0].strip() or b"0", 16)
        except ValueError:
            break
        if not found or length <= 0:
            break
        body += rest[:length]
        rest = rest[length + 2 :]
    return body
