"""Clients and brokers of MQTT: mosquitto, paho, MQTT.js, EMQX, and what speaks it at home."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import POLLED, Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, ErrorClass, Reading

STEMS = (
    "connect failed to ",
    "mqtt", "mqt: ", "connack", "refused error", "reason code", "result code", "return code", "rc=", "rc:", " rc ", "mosquitto",
    "disconnection rc", "disconnected rc", "on_disconnect",
)  # fmt: skip

MQTT = "mqtt"

SAID = (
    Phrase("failed! (error: 0x00 0x05", "rejected", "service", "mqtt", {"mqtt": 5}, MEANT),
    Phrase("failed! (error: 0x00 0x04", "rejected", "service", "mqtt", {"mqtt": 4}, MEANT),
    Phrase("mqtt : tls error code: ", "tls-failed", "tls", "espeasy", worth=MEANT + 1),
    Phrase("pingresp not received", "timed-out", "hold", "paho", worth=MEANT),
    Phrase("broker unavailable (3)", "rejected", "service", "paho", worth=MEANT),
    Phrase("too many publishes in progress", "resource-limit", "", "paho", worth=MEANT),
    Phrase("mqttclient_failure", "unknown", "", "paho", worth=OPAQUE),
    Phrase("amqjs0007e socket error", "unknown", "websocket", "paho", worth=OPAQUE),
    Phrase("tcp/tls connect failure", "unknown", "", "mqtt", open=POLLED),
    Phrase("mqttconnectreturncode.notauthorized", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("mqttconnectreturncode.badusernameorpassword", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("invalid header flag bits", "protocol-mismatch", "service", "mqtt", worth=MEANT),
    Phrase("connack timeout", "timed-out", "service", "mqtt", worth=MEANT),
    Phrase("connack", "rejected", "service", "mqtt"),
    Phrase("connection refused: not authori", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("connection refused: bad user name", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("socket error on client", "unknown", "service", "mqtt", worth=OPAQUE),
    Phrase("disconnected due to protocol error", "protocol-mismatch", "service", "mqtt", worth=MEANT),
    Phrase("disconnected, not authori", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("connection refused: identifier rejected", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("unable to connect (lookup error", "name-not-resolved", "name", "mosquitto", worth=MEANT),
    Phrase(
        "a network protocol error occurred when communicating with the broker",
        "protocol-mismatch",
        "service",
        "mosquitto",
        worth=MEANT,
    ),
    Phrase("error: the connection was lost.", "closed", "", "mosquitto"),
    Phrase("connection refused: broker unavailable", "rejected", "service", MQTT, worth=MEANT),
    Phrase("connection refused: server unavailable", "rejected", "service", MQTT, worth=MEANT),
    Phrase("connection refused: unacceptable protocol version", "protocol-mismatch", "service", MQTT, worth=MEANT),
    Phrase("error: the connection was refused.", "rejected", "service", "mosquitto"),
    Phrase("(the connection was refused.)", "rejected", "service", "mosquitto"),
    Phrase("error: lookup error.", "name-not-resolved", "name", "mosquitto", worth=MEANT),
    Phrase("no ping_resp, disconnected", "timed-out", "hold", "esp-mqtt", worth=MEANT),
    Phrase("exceeded timeout, disconnecting", "timed-out", "hold", "mosquitto", worth=MEANT),
    Phrase("has exceeded timeout", "timed-out", "hold", "mosquitto", worth=MEANT),
    Phrase("connection error: connection refused: ", "rejected", "service", "mosquitto", worth=MEANT),
    Phrase("connection error: not authori", "rejected", "service", "mosquitto", worth=MEANT),
    Phrase("connection error: bad user", "rejected", "service", "mosquitto", worth=MEANT),
    Phrase("error: keepalive timeout", "timed-out", "hold", MQTT, worth=2),
    Phrase("the transport encryption key is invalid", "rejected", "service", "esphome", worth=MEANT),
    Phrase("couldn't resolve ip address", "name-not-resolved", "name", "esphome", worth=MEANT),
    Phrase("tcp_disconnected", "closed", "", "esp-mqtt", worth=MEANT),
    Phrase("mqtt_connection_timeout", "timed-out", "service", MQTT, worth=MEANT),
    Phrase("mqtt_connection_lost", "closed", "service", MQTT, worth=MEANT),
    Phrase("mqtt_connect_failed", "unknown", "tcp", MQTT, worth=OPAQUE),
    Phrase("mqtt_connect_unauthorized", "rejected", "service", MQTT, worth=MEANT),
    Phrase("mqtt_connect_bad_credentials", "rejected", "service", MQTT, worth=MEANT),
    Phrase("bad socket read/write on client", "unknown", "service", "mosquitto", worth=OPAQUE),
    Phrase("closed its connection", "closed", "service", "mosquitto"),
    Phrase("disconnected due to malformed packet", "protocol-mismatch", "service", MQTT, worth=MEANT),
)

_TURNED_AWAY = pattern(
    r"(?i)(?:connection refuse|connack|mqtt|(?<!dis)connected with|connection failed|failed to connect|connect failed)[^\n]{0,60}?(?:reason code|return code|result code|\brc|failed \(error|refused error)[ :=]{0,3}(?:0x0?)?([1-5])\b"
)
"Return codes of CONNACK (MQTT 3.1.1, section 3.2.2.3)."
_LOST = pattern(
    r"(?i)(?:mqtt[^\n]{0,60}?disconnect\w*[^\n]{0,160}?(?:\brc|reason|code)|disconnect(?:ed|ion|_cb)?[^\n]{0,20}?(?:\brc|result code))[ :=]{0,3}7\b"
)
"Paho's own MQTT_ERR_CONN_LOST."
_ARDUINO = pattern(r"(?i)\b(?:rc|state|status)[ :=]{1,4}-([1-4])\b(?! (?:tenant\w{0,2}=\S{0,64} )?error=)")
_ARDUINO_KINDS: dict[int, ErrorClass] = {1: "closed", 2: "unknown", 3: "closed", 4: "timed-out"}
"""The states of PubSubClient, which most small devices speak MQTT with: negative ones are its own, of the connection (4: no
CONNACK came in time; 2: no connection, for whatever reason)."""


def read(line: str) -> Iterator[Reading]:
    """Sentences and return codes."""
    yield from phrases(SAID, line)
    found = _TURNED_AWAY.search(line)
    if found is not None:
        code: dict[str, str | int] = {"mqtt": int(found[1])}
        yield Reading(kind="rejected", worth=MEANT, client=MQTT, step="service", code=code, at=found.start())
    lost = _LOST.search(line)
    if lost is not None:
        yield Reading(kind="closed", worth=CODE, client=MQTT, step="service", code={"paho": 7}, at=lost.start())
    state = _ARDUINO.search(line)
    if state is not None:
        kind = _ARDUINO_KINDS[int(state[1])]
        yield Reading(
            kind=kind, worth=OPAQUE if kind == "unknown" else CODE, client=MQTT, step="tcp" if kind == "unknown" else "service",
            code={"pubsubclient": -int(state[1])}, at=state.start(),
        )  # fmt: skip
