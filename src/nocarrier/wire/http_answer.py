"""A short HTTP answer, as bytes that a peer sent until it closed (RFC 9112)."""

from __future__ import annotations

from nocarrier.model.record import Record

MOST_BODY = 1 << 14


class HttpAnswer(Record):
    """The status, the header lines in lower case, and the body as far as it came, at most `MOST_BODY` bytes."""

    status: int
    headers: tuple[str, ...]
    body: bytes


def decode_http_answer(data: bytes) -> HttpAnswer | None:
    """One answer to one request; None for what is no HTTP."""
    head, found, rest = data.partition(b"\r\n\r\n")
    if not found:
        head, found, rest = data.partition(b"\n\n")
    lines = head.decode("latin-1").splitlines()
    words = lines[0].split(" ", 2) if lines else []
    if not found or len(words) < 2 or not words[0].startswith("HTTP/") or not words[1].isdigit():
        return None
    headers = tuple(line.strip().lower() for line in lines[1:])
    chunked = any(line.startswith("transfer-encoding:") and "chunked" in line for line in headers)
    return HttpAnswer(int(words[1][:3]), headers, (_joined(rest) if chunked else rest)[:MOST_BODY])


def _joined(rest: bytes) -> bytes:
    """The chunks of RFC 9112, section 7.1, as far as they are whole."""
    body = b""
    while len(body) < MOST_BODY:
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
