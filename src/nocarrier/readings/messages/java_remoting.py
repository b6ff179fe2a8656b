"""Java's clients of other machines and of registries: JSch, sshj, Dubbo, RocketMQ, Nacos, Apollo, Seata; Ktor's own exceptions."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS: tuple[str, ...] = ()

JSCH, DUBBO, ROCKETMQ, NACOS, APOLLO, KTOR = "jsch", "dubbo", "rocketmq", "nacos", "apollo", "ktor"
SAID = (
    Phrase("jschexception: auth fail", "rejected", "service", JSCH, worth=MEANT),
    Phrase("jschexception: auth cancel", "rejected", "service", JSCH, worth=MEANT),
    Phrase("jschexception: algorithm negotiation fail", "protocol-mismatch", "service", JSCH, worth=MEANT),
    Phrase("jschexception: unknownhostkey", "rejected", "service", JSCH, worth=MEANT),
    Phrase("jschexception: reject hostkey", "rejected", "service", JSCH, worth=MEANT),
    Phrase("jschexception: hostkey has been changed", "rejected", "service", JSCH, worth=MEANT),
    Phrase("jschexception: invalid server's version string", "protocol-mismatch", "service", JSCH, worth=MEANT),
    Phrase("jschexception: timeout: socket is not established", "timed-out", "tcp", JSCH, worth=MEANT),
    Phrase("end of io stream read", "closed", "service", JSCH, worth=MEANT),
    Phrase("jschexception: session is down", "closed", "service", JSCH, worth=MEANT),
    Phrase("jschexception: connection is closed by foreign host", "closed", "service", JSCH, worth=MEANT),
    Phrase("rpcexception: no provider available", "unknown", "", DUBBO, worth=OPAQUE, open=NOT_TOLD),
    Phrase("rpcexception: failed to invoke", "unknown", "", DUBBO, worth=OPAQUE, open=NOT_TOLD),
    Phrase("no route info of this topic", "unknown", "", ROCKETMQ, worth=OPAQUE, open=NOT_TOLD),
    Phrase("maximum number of tolerable server reconnection errors", "unknown", "tcp", NACOS, worth=OPAQUE, open=NOT_TOLD),
    Phrase("load apollo config failed", "unknown", "", APOLLO, worth=OPAQUE, open=NOT_TOLD),
    Phrase("get config services failed from", "unknown", "", APOLLO, worth=OPAQUE, open=NOT_TOLD),
    Phrase("can not connect to services-server", "unknown", "tcp", "seata", worth=OPAQUE, open=NOT_TOLD),
    Phrase("no available service found in cluster", "unknown", "", "seata", worth=OPAQUE, open=NOT_TOLD),
    Phrase("fail to run receive pipeline", "unknown", "", KTOR, worth=OPAQUE, open=NOT_TOLD),
    Phrase("non-jrmp server at", "protocol-mismatch", "service", "rmi", worth=MEANT),
    Phrase("closedsendchannelexception", "closed", "websocket", KTOR),
    Phrase("channelwriteexception: cannot write to a channel", "closed", "", KTOR),
    Phrase("closedreceivechannelexception", "closed", "websocket", KTOR),
)  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
