"""Clients and brokers of MQTT: mosquitto, paho, MQTT.js, EMQX, and what speaks it at home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, Reading

STEMS = (
    "mqtt", "connack", "connection refuse",
)  # fmt: skip

MQTT = "mqtt"

SAID = (
    Phrase("mqttconnectreturncode.notauthorized", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("mqttconnectreturncode.badusernameorpassword", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("invalid header flag bits", "protocol-mismatch", "service", "mqtt", worth=MEANT),
    Phrase("connack timeout", "timed-out", "service", "mqtt", worth=MEANT),
    Phrase("connack", "rejected", "service", "mqtt"),
    Phrase("connection refused: not authori", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("connection refused: bad user name", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("socket error on client", "closed", "service", "mqtt", worth=2),
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
)

_TURNED_AWAY = re.compile(
    r"(?i)(?:connection refuse|connack|mqtt)[^\n]{0,60}?(?:reason code|return code|result code|\brc)[ :=]{0,3}([1-5])\b"
)
"Return codes of CONNACK (MQTT 3.1.1, section 3.2.2.3)."


def read(line: str) -> Iterator[Reading]:
    """Sentences and return codes."""
    yield from phrases(SAID, line)
    found = _TURNED_AWAY.search(line)
    if found is not None:
        code: dict[str, str | int] = {"mqtt": int(found[1])}
        yield Reading(kind="rejected", worth=MEANT, client=MQTT, step="service", code=code, at=found.start())
