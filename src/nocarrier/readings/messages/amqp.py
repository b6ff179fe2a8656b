"""RabbitMQ, its own log, and clients of AMQP."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.placed import POLLED, port
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = (
    "amqp", "rabbitmq", "while expecting 0xce", "failed: timeout", "login refused: ",
)  # fmt: skip

AMQP = "amqp"

SAID = (
    Phrase("frame size exceeds frame max", "protocol-mismatch", "service", "amqplib", worth=MEANT),
    Phrase("failed to negotiate connection parameters", "rejected", "service", "rabbitmq", worth=MEANT + 1),
    Phrase("no compatible authentication mechanism found", "rejected", "service", AMQP, worth=MEANT),
    Phrase("invalid amqp protocol header", "protocol-mismatch", "service", "rabbitmq", worth=MEANT),
    Phrase("amqp protocol version mismatch", "protocol-mismatch", "service", "rabbitmq", worth=MEANT),
    Phrase("alreadyclosedexception: already closed", "closed", "service", "rabbitmq"),
    Phrase("initiated by peer, code=403", "rejected", "service", "rabbitmq", worth=MEANT),
    Phrase("initiated by peer, code=530", "rejected", "service", "rabbitmq", worth=MEANT),
    Phrase("initiated by peer, code=320", "closed", "service", "rabbitmq", worth=MEANT),
    Phrase("initiated by peer, code=541", "closed", "service", "rabbitmq", worth=MEANT),
    # amqp091-go
    Phrase('exception (403) reason: "', "rejected", "service", AMQP, worth=MEANT),
    Phrase('exception (530) reason: "', "rejected", "service", AMQP, worth=MEANT),
    Phrase('exception (320) reason: "', "closed", "service", AMQP, worth=MEANT),
    Phrase('exception (501) reason: "eof"', "closed", "service", AMQP, worth=MEANT),
    Phrase('exception (501) reason: "', "protocol-mismatch", "service", AMQP),
    Phrase('exception (504) reason: "', "closed", "service", AMQP, worth=MEANT),
    Phrase("amqp:connection:forced", "closed", "service", AMQP, worth=MEANT),
    Phrase("amqp:link:detach-forced", "closed", "service", AMQP, worth=MEANT),
    Phrase("amqp:unauthorized-access", "rejected", "service", AMQP, worth=MEANT),
    Phrase("amqp:connection:framing-error", "protocol-mismatch", "service", AMQP, worth=MEANT),
    # a channel that the broker closes because what was asked for is not there, or otherwise
    Phrase("not_found - no ", "rejected", "service", AMQP, worth=MEANT),
    Phrase("precondition_failed - ", "rejected", "service", AMQP, worth=MEANT),
    Phrase("resource_locked - ", "rejected", "service", AMQP, worth=MEANT),
    Phrase("channel_error - ", "closed", "service", AMQP),
    Phrase("unexpected_frame - ", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("access_refused", "rejected", "service", AMQP, worth=MEANT),
    Phrase("not_allowed - ", "rejected", "service", AMQP, worth=MEANT),
    Phrase("not_found - no ", "rejected", "service", AMQP, {"amqp": 404}, MEANT),
    Phrase("channel exception not_found", "rejected", "service", AMQP, {"amqp": 404}, MEANT),
    Phrase("resource_locked - ", "rejected", "service", AMQP, {"amqp": 405}, MEANT),
    Phrase("precondition_failed - ", "rejected", "service", AMQP, {"amqp": 406}, MEANT),
    Phrase("amqp version mismatch", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("stream connection lost: error(104", "reset", "service", AMQP, {"errno": "ECONNRESET"}, MEANT + 1),
    Phrase("incompatibleprotocolerror", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("socket closed abruptly during opening handshake", "closed", "service", AMQP, worth=MEANT),
    Phrase("{bad_header,<<22,3,", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("detected_unexpected_tls_header", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("tls client detected on non-tls", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("{bad_header,", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("request detected on amqp port", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("client did not start with amqp protocol header", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("{handshake_timeout,", "timed-out", "service", AMQP, worth=MEANT),
    Phrase("expected connection.start", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("amqpconnectionerror", "unknown", "", AMQP, worth=OPAQUE, open=POLLED),
    Phrase("timeout during amqp handshake", "timed-out", "service", AMQP, worth=MEANT),
    Phrase(
        'incompatibleprotocolerror: streamlosterror: ("stream connection lost: connectionreseterror',
        "reset",
        "service",
        AMQP,
        worth=MEANT + 1,
    ),
    Phrase("exceeds maxframesize", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("transport indicated eof", "closed", "service", AMQP),
    Phrase("attempted to send frame when closed", "closed", "service", "pika", worth=MEANT),
    Phrase("none of the specified endpoints were reachable", "unknown", "tcp", "rabbitmq", worth=OPAQUE),
    Phrase("login refused: ", "rejected", "service", AMQP, worth=MEANT),
    Phrase("can only connect via localhost", "rejected", "service", AMQP, worth=MEANT),
    Phrase("{heartbeat_timeout,", "timed-out", "hold", AMQP, worth=MEANT),
    Phrase("missed heartbeats from client", "timed-out", "hold", AMQP, worth=MEANT),
    Phrase("missed server heartbeat", "timed-out", "hold", AMQP, worth=MEANT),
    Phrase("missed heartbeats from rabbitmq", "timed-out", "hold", AMQP, worth=MEANT),
    Phrase("client unexpectedly closed tcp connection", "closed", "service", AMQP, worth=MEANT),
    Phrase("connection_closed_abruptly", "closed", "service", AMQP, worth=MEANT),
    Phrase("connection_closed_with_no_data_received", "closed", "service", AMQP, worth=MEANT),
    Phrase("connection_closed_unexpectedly", "closed", "service", AMQP, worth=MEANT),
    Phrase("connection-forced", "closed", "service", AMQP),
    Phrase("connection_forced", "closed", "service", AMQP),
    Phrase("broker forced connection closure", "closed", "service", AMQP),
    Phrase("connection limit (", "rejected", "service", AMQP, worth=MEANT),
    Phrase("access to vhost", "rejected", "service", AMQP, worth=MEANT),
    Phrase("possibleauthenticationfailureexception", "rejected", "service", AMQP, worth=MEANT),
    Phrase("probableauthenticationerror", "rejected", "service", AMQP, worth=MEANT),
    Phrase("authenticationfailureexception", "rejected", "service", AMQP, worth=MEANT),
    Phrase("probableaccessdeniederror", "rejected", "service", AMQP, worth=MEANT),
    Phrase("connectionclosedbybroker", "closed", "service", AMQP),
    Phrase("read empty data, calling disconnect", "closed", "service", AMQP, worth=MEANT),
    Phrase("is not supported: (-1, 'eof')", "closed", "service", AMQP, worth=MEANT),
    Phrase("unexpected protocol header", "protocol-mismatch", "service", AMQP),
    Phrase("failed to negotiate connection parameters", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("invalid amqp data", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("invalid frame type", "protocol-mismatch", "service", AMQP),
    Phrase("amqp: frame_error", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("brokerunreachableexception", "unknown", "tcp", AMQP, worth=OPAQUE, open=POLLED),
    Phrase("opening socket: unknown error", "unknown", "tcp", AMQP, worth=OPAQUE),
)

_OTHER = pattern(r"(?i)\breceived 0x[0-9a-f]{2} while expecting 0xce\b")
"py-amqp's: the octet that ends each frame of AMQP was another one."
_LATE = pattern(r"Connection to (\[?[\w.:-]{1,253}?\]?):(\d{1,5}) failed: timeout")
"pika's."


def read(line: str) -> Iterator[Reading]:
    """Sentences, and the place of a time-out."""
    yield from phrases(SAID, line)
    other = _OTHER.search(line)
    if other is not None:
        yield Reading(kind="protocol-mismatch", worth=MEANT, client=AMQP, step="service", at=other.start())
    late = _LATE.search(line)
    if late is not None:
        yield Reading(
            kind="timed-out", worth=MEANT, client=AMQP, host=late[1].strip("[]"), port=port(late[2]), at=late.start()
        )
