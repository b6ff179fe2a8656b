"""gRPC: its statuses, and what its libraries say of a channel that does not come up."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.errnos import KIND, step_of
from nocarrier.readings.messages.phrases import Phrase
from nocarrier.readings.messages.placed import Place, port, said
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, Reading

STEMS = (
    "statuscode.", "unavailable", "protocol negotiation", "receive the preface", "rpc error", "grpc", "failed to connect to all addresses",
)  # fmt: skip

GRPC = "grpc"

SAID = (
    Phrase("received http2 :status header with non-200", "rejected", "http", GRPC, worth=MEANT),
    Phrase("http2exception: frame length: ", "protocol-mismatch", "http", GRPC, worth=MEANT),
    Phrase("unabletoparseframe", "protocol-mismatch", "http", GRPC, worth=MEANT + 1),
    Phrase("grpc: the connection is closing", "closed", "", GRPC, worth=MEANT),
    Phrase("keepalive failed. the connection is likely gone", "timed-out", "hold", GRPC, worth=MEANT),
    Phrase("keepalive ping failed to receive ack", "timed-out", "hold", GRPC, worth=MEANT),
    Phrase("keepalive ping not acked within", "timed-out", "hold", GRPC, worth=MEANT),
    Phrase("stream terminated by rst_stream with error code", "reset", "http", GRPC, worth=MEANT),
    Phrase("got too many pings from the client", "rejected", "http", GRPC, worth=MEANT),
    Phrase("status code received from server: 200 (ok)", "protocol-mismatch", "http", GRPC, worth=MEANT),
    Phrase("code = permissiondenied", "rejected", "service", GRPC, {"grpc": "PERMISSION_DENIED"}, OPAQUE),
    Phrase("code = resourceexhausted", "rejected", "service", GRPC, {"grpc": "RESOURCE_EXHAUSTED"}, OPAQUE),
    Phrase("failed to do connect handshake", "proxy", "proxy", GRPC, worth=MEANT + 1),
    Phrase("14-unavailable", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("domain=io.grpc code=14", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("code=unavailable", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("grpc.statusexception: unavailable", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("end of stream or ioexception", "closed", "", GRPC, worth=MEANT),
    Phrase("channel shutdownnow invoked", "unknown", "", GRPC, worth=OPAQUE),
    Phrase("14 unavailable", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("statusruntimeexception: unavailable", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("while performing protocol negotiation", "closed", "tls", GRPC, {"grpc": "UNAVAILABLE"}, MEANT),
    Phrase("preface from client: unexpected eof", "closed", "http", GRPC, worth=MEANT + 1),
    Phrase("goaway closed buffered stream", "closed", "http", GRPC, worth=MEANT),
    Phrase("http/2 error code: no_error", "closed", "http", GRPC, worth=MEANT),
    Phrase("received goaway", "closed", "http", GRPC),
    Phrase("failed to receive the preface from client", "protocol-mismatch", "http", GRPC, worth=MEANT),
    Phrase("failed to connect to all addresses", "unknown", "tcp", GRPC, worth=OPAQUE),
    Phrase("address lookup failed for", "name-not-resolved", "name", GRPC),
    Phrase('"description":"eof"', "closed", "", GRPC, worth=MEANT),
    Phrase(": socket closed", "closed", "", GRPC),
    Phrase("statuscode.unavailable", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("statuscode.deadline_exceeded", "timed-out", "", GRPC, {"grpc": "DEADLINE_EXCEEDED"}, CODE),
    Phrase("code = deadlineexceeded", "timed-out", "", GRPC, {"grpc": "DEADLINE_EXCEEDED"}, CODE),
    Phrase("statuscode.unauthenticated", "rejected", "service", GRPC, {"grpc": "UNAUTHENTICATED"}, CODE),
    Phrase("statuscode.unimplemented", "rejected", "service", GRPC, {"grpc": "UNIMPLEMENTED"}, CODE),
    Phrase("statuscode.permission_denied", "rejected", "service", GRPC, {"grpc": "PERMISSION_DENIED"}, CODE),
    Phrase("statuscode.resource_exhausted", "rejected", "service", GRPC, {"grpc": "RESOURCE_EXHAUSTED"}, CODE),
    Phrase("code = unauthenticated", "rejected", "service", GRPC, {"grpc": "UNAUTHENTICATED"}, CODE),
    Phrase("code = unavailable", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("domain name not found]", "name-not-resolved", "name", GRPC, {"errno": "ENOTFOUND"}, MEANT),
    Phrase(
        "dns server returned answer with no data]", "name-not-resolved", "name", GRPC, {"errno": "ENODATA"}, MEANT
    ),
    Phrase("dns server returned general failure]", "name-not-resolved", "name", GRPC, {"errno": "ESERVFAIL"}, MEANT),
    Phrase("timeout while contacting dns servers]", "name-not-resolved", "name", GRPC, {"errno": "EAI_AGAIN"}, MEANT),
    Phrase("name resolution failed for target", "name-not-resolved", "name", GRPC, worth=MEANT),
    Phrase("failed parsing http/2", "protocol-mismatch", "http", GRPC, worth=MEANT),
    Phrase("last error: protocol error", "protocol-mismatch", "http", GRPC, worth=MEANT),
    Phrase("4 deadline_exceeded: ", "timed-out", "", GRPC, {"grpc": "DEADLINE_EXCEEDED"}, CODE),
    Phrase("endpoint read failed", "closed", "", GRPC),
    Phrase("transport is closing", "closed", "", GRPC),
    Phrase("grpc: the connection is unavailable", "unknown", "", GRPC, worth=OPAQUE),
    Phrase("14 unavailable: ", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("trying to connect an http1.x server", "protocol-mismatch", "http", GRPC, worth=MEANT),
    Phrase("received http2 header with status", "rejected", "http", GRPC),
    Phrase("error reading server preface", "protocol-mismatch", "http", GRPC),
)

_BEHIND = pattern(
    r"(?:la(?:st|test) (?:connection|balancer) error:|deadline exceeded: connection error:).{0,400}?\b(connection refused|i/o timeout|no such host|no route to host)"
)
"What each attempt came to, while the call waited for one until its time was up."
OF_EACH = {
    "connection refused": "ECONNREFUSED", "i/o timeout": "ETIMEDOUT", "no such host": "EAI_NONAME", "no route to host": "EHOSTUNREACH",
}  # fmt: skip
_NAME = pattern(r"for target dns:(?:/{2,3})?([\w.-]{1,253}?)(?::(\d{1,5}))?(?:\s|$)")
_AT = pattern(r"ipv[46]:(?:%5B)?(\[?[0-9A-Fa-f:.]{2,45}?\]?)(?:%5D)?:(\d{1,5})\b(?!%5D|:\d)")


def read(line: str) -> Iterator[Reading]:
    """Statuses, sentences and places."""
    at = _NAME.search(line) or _AT.search(line)
    behind = _BEHIND.search(line)
    if behind is not None:
        symbol = OF_EACH[behind[1]]
        yield Reading(kind=KIND[symbol], worth=MEANT + 1, client=GRPC, step=step_of(symbol), at=behind.start(1))
    yield from said(SAID, line, None if at is None else Place(GRPC, at[1].strip("[]"), port(at[2])))
