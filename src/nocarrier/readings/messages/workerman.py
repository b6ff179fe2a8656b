"""Workerman and GatewayWorker: what walkor's own classes write, in their log and on the terminal.

Sources: Connection/AsyncTcpConnection.php, Connection/TcpConnection.php, Protocols/*.php of Workerman; Gateway.php,
BusinessWorker.php, Register.php, Lib/Gateway.php of GatewayWorker.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, SENTENCE, WORDS, Reading

STEMS = (
    " fail after ", "workerman", "gatewayworker", "registeraddress", "register service", "businessworker", "sendtogateway",
    "sendbuffertoworker fail", "error package. package_length=",
)  # fmt: skip

CLIENT = "gatewayworker"
NOT_READY = say("No BusinessWorker has connected to the Gateway; its own log says whether it runs and what it met.")
SAID = (
    Phrase("masked so close the connection", "protocol-mismatch", "websocket", CLIENT, worth=MEANT + 1),
    Phrase(" and close websocket connection. buffer", "protocol-mismatch", "websocket", "workerman", worth=MEANT),
    Phrase("waiting for register service", "refused", "tcp", CLIENT, worth=MEANT),
    Phrase("bad request for register service", "protocol-mismatch", "service", CLIENT, worth=MEANT),
    Phrase("register service address", "unknown", "tcp", CLIENT, worth=OPAQUE,
           open=say("A GatewayWorker process could not reach its Register service; the line beside it says why.")),
    Phrase("sendbuffertoworker fail. may be the send buffer", "resource-limit", "service", CLIENT, worth=MEANT),
    Phrase("sendbuffertoworker fail", "unknown", "tcp", CLIENT, worth=OPAQUE, open=NOT_READY),
    Phrase("received bad data from register", "protocol-mismatch", "service", CLIENT, worth=MEANT),
    Phrase("getallgatewayaddressesfromregister fail", "unknown", "service", CLIENT, worth=OPAQUE,
           open=say("The Register service did not answer with addresses: it does not run, or what listens there is none.")),
    Phrase("register auth timeout", "timed-out", "service", CLIENT, worth=MEANT),
    Phrase("secret_key does not match", "rejected", "service", CLIENT, worth=MEANT),
    Phrase("gateway: gatewayclient key does not match", "rejected", "service", CLIENT, worth=MEANT),
    Phrase("worker key does not match", "rejected", "service", CLIENT, worth=MEANT),
    Phrase("error 2 client closed", "closed", "service", "workerman", worth=MEANT),
    Phrase("websocket service and can not be accessed via http", "protocol-mismatch", "websocket", "workerman", worth=MEANT),
    Phrase("sec-websocket-key not found", "protocol-mismatch", "websocket", "workerman", worth=MEANT),
    Phrase("ssl handshake fail. ", "tls-failed", "tls", "workerman", worth=MEANT),
    Phrase("send buffer full and drop package", "resource-limit", "service", "workerman", worth=MEANT),
    Phrase("sec-websocket-accept not found", "protocol-mismatch", "websocket", "workerman", worth=WORDS),
)  # fmt: skip

_FAILED = pattern(
    r"\bconnect (\[[0-9A-Fa-f:.]{2,45}\]|[\w.-]{1,253}):(\d{1,5}) fail after (\d{1,6}\.\d{1,9}) seconds"
)
"AsyncTcpConnection says how long it took, and not what it was."
FAILED_OPEN = say(
    "Workerman says the same for every failure to connect; only the time it took tells a refusal from silence."
)
_LENGTH = pattern(r"(?i)error package\. package_length=")
"The first bytes that came, taken for a length: 1195725856 is ``GET ``."


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
    length = _LENGTH.search(line)
    if length is not None:
        yield Reading(kind="protocol-mismatch", worth=SENTENCE, client="workerman", step="service", at=length.start())
    failed = _FAILED.search(line)
    if failed is not None:
        yield Reading(
            kind="refused" if float(failed[3]) < 1 else "timed-out", worth=SENTENCE, client="workerman", step="tcp",
            host=failed[1].strip("[]"), port=min(int(failed[2]), 65535), open=FAILED_OPEN, at=failed.start(),
        )  # fmt: skip
