"""Machines in factories and cellars: Modbus (pymodbus, libmodbus), OPC UA, Siemens S7 (snap7)."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.placed import UNTOLD
from nocarrier.readings.messages.reading import MEANT, OPAQUE, SENTENCE, Reading

STEMS = (
    "modbus",
    "badtimeout",
    "badconnection",
    "badsecure",
    "badnot",
    "badserver",
    "badcert",
    "badident",
    "baduser",
    "badtcp",
    "badcomm",
    "badtoo",
    "badsession",
    "badsecurity",
    "snap7",
    "tcp : ",
    "opc",
)

MODBUS, OPCUA, S7 = "modbus", "opcua", "snap7"

SAID = (
    Phrase("no response received", "timed-out", "service", MODBUS, worth=MEANT),
    Phrase("no response was received", "timed-out", "service", MODBUS, worth=MEANT),
    Phrase("slave device or server failure", "rejected", "service", MODBUS, worth=MEANT),
    Phrase("gateway target device failed to respond", "rejected", "service", MODBUS, worth=MEANT),
    Phrase("gateway path unavailable", "rejected", "service", MODBUS, worth=MEANT),
    Phrase("gatewaynoresponse", "rejected", "service", MODBUS, worth=MEANT),
    Phrase("client is not connected", "closed", "service", MODBUS, worth=SENTENCE),
    Phrase("not connected[", "closed", "service", MODBUS, worth=SENTENCE),
    Phrase("failed to connect[", "unknown", "tcp", MODBUS, worth=OPAQUE, open=UNTOLD),
    Phrase("badtimeout", "timed-out", "service", OPCUA, worth=MEANT),
    Phrase("badrequesttimeout", "timed-out", "service", OPCUA, worth=MEANT),
    Phrase("badconnectionclosed", "closed", "service", OPCUA, worth=MEANT),
    Phrase("badsecurechannelclosed", "closed", "service", OPCUA, worth=MEANT),
    Phrase("badnotconnected", "closed", "service", OPCUA, worth=MEANT),
    Phrase("badservernotconnected", "unknown", "tcp", OPCUA, worth=OPAQUE, open=UNTOLD),
    Phrase("badcommunicationerror", "unknown", "", OPCUA, worth=OPAQUE, open=UNTOLD),
    Phrase("badconnectionrejected", "rejected", "service", OPCUA, worth=MEANT),
    Phrase("badidentitytoken", "rejected", "service", OPCUA, worth=MEANT),
    Phrase("baduseraccessdenied", "rejected", "service", OPCUA, worth=MEANT),
    Phrase("badtoomanysessions", "rejected", "service", OPCUA, worth=MEANT),
    Phrase("badsessionclosed", "closed", "hold", OPCUA, worth=MEANT),
    Phrase("badsessionidinvalid", "rejected", "service", OPCUA, worth=MEANT),
    Phrase("badsecuritychecksfailed", "tls-failed", "tls", OPCUA, worth=MEANT),
    Phrase("badcertificate", "tls-failed", "tls", OPCUA, worth=MEANT),
    Phrase("badtcpendpointurlinvalid", "rejected", "service", OPCUA, worth=MEANT),
    Phrase("badtcpmessagetypeinvalid", "protocol-mismatch", "service", OPCUA, worth=MEANT),
    Phrase("tcp : unreachable peer", "unreachable", "tcp", S7, worth=MEANT),
    Phrase("tcp : connection timed out", "timed-out", "tcp", S7, worth=MEANT),
    Phrase("cli : job timeout", "timed-out", "service", S7, worth=MEANT),
    Phrase("iso : an error occurred during", "unknown", "service", S7, worth=OPAQUE),
)  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """Sentences and statuses."""
    return phrases(SAID, line)
