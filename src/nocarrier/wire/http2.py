"""The first frames of HTTP/2 with prior knowledge (RFC 9113), as far as they tell who is there.

Header blocks are written without Huffman coding and without the dynamic table (RFC 7541): indexed fields of the static
table, and literals. Those of an answer are not decoded; what is looked for in them is looked for in both codings.
"""

from __future__ import annotations

import struct

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
"RFC 9113, section 3.4."
HEADERS, SETTINGS, GOAWAY = 1, 4, 7
"Frame types (RFC 9113, section 6)."
END_STREAM, END_HEADERS = 1, 4

GRPC = (b"application/grpc", bytes.fromhex("1d75d0620d263d4c4d6564"))
"The content type of gRPC, as it is and in the Huffman code of RFC 7541, appendix B, which ends it at a whole byte."
HEALTH = "/grpc.health.v1.Health/Check"
"What gRPC servers offer for this (grpc/doc/health-checking.md); one that does not says so by its grpc-status."


def get(host: str, path: str) -> bytes:
    """The preface, empty settings, and a GET on stream 1."""
    block = b"\x82\x86" + _literal(4, path) + _literal(1, host)
    return PREFACE + _frame(SETTINGS, 0, 0, b"") + _frame(HEADERS, END_STREAM | END_HEADERS, 1, block)


def grpc_health_check(host: str) -> bytes:
    """The same, with the request of gRPC's health check: it reads, and names no service."""
    block = b"\x83\x86" + _literal(4, HEALTH) + _literal(1, host) + _literal(31, "application/grpc")
    block += b"\x40\x02te" + _string("trailers")
    message = b"\x00" * 5  # not compressed, no bytes: an empty HealthCheckRequest
    request = _frame(HEADERS, END_HEADERS, 1, block) + _frame(0, END_STREAM, 1, message)
    return PREFACE + _frame(SETTINGS, 0, 0, b"") + request


def is_http2(data: bytes) -> bool:
    """A server's first frame is SETTINGS on stream 0 (RFC 9113, section 3.4), here of a plausible size; some that are
    greeted otherwise go away at once (section 6.8)."""
    if len(data) < 9 or data[4:9] != bytes(5):
        return False
    length, kind = int.from_bytes(data[:3], "big"), data[3]
    if kind == SETTINGS:
        return length % 6 == 0 and length <= 240
    return kind == GOAWAY and 8 <= length <= 240


def is_grpc(data: bytes) -> bool:
    """Such an answer whose content type is gRPC's."""
    return is_http2(data) and any(mark in data for mark in GRPC)


def answers_a_request(data: bytes) -> bool:
    """Whether the frames hold an answer to the request, and not only a greeting or a farewell."""
    return any(kind == HEADERS for kind in _kinds(data))


def _kinds(data: bytes) -> list[int]:
    """The types of the frames, as far as they are whole; at most 64."""
    kinds: list[int] = []
    while len(data) >= 9 and len(kinds) < 64:
        kinds.append(data[3])
        data = data[9 + int.from_bytes(data[:3], "big") :]
    return kinds


def _literal(index: int, value: str) -> bytes:
    """A literal field with incremental indexing whose name is in the static table (RFC 7541, section 6.2.1)."""
    return bytes((0x40 | index,)) + _string(value)


def _string(value: str) -> bytes:
    """RFC 7541, section 5.2; cut where the length would need a second byte."""
    data = value.encode("ascii", "ignore")[:126]
    return bytes((len(data),)) + data


def _frame(kind: int, flags: int, stream: int, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload))[1:] + bytes((kind, flags)) + struct.pack(">I", stream) + payload
