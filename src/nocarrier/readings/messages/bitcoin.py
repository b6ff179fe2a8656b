"""Nodes of blockchains and their clients: bitcoin-cli and Bitcoin Core's own log, and what was built on it."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, ErrorClass, Reading

STEMS = ("could not connect to the server ", "couldn't connect to server: ")

BITCOIN = "bitcoin"
SAID = (
    Phrase("socks5() connect to ", "proxy", "proxy", "bitcoin", worth=OPAQUE),
    Phrase("incorrect rpcuser or rpcpassword", "rejected", "service", BITCOIN, worth=MEANT),
    Phrase("authorization failed: incorrect rpc", "rejected", "service", BITCOIN, worth=MEANT),
    Phrase("is probably already running.", "address-in-use", "tcp", BITCOIN, worth=MEANT),
    Phrase("timeout downloading block ", "timed-out", "service", BITCOIN, worth=MEANT),
    Phrase("proxy error: general failure", "proxy", "proxy", BITCOIN),
    Phrase(" connected to self, disconnecting", "closed", "service", BITCOIN),
    Phrase("rpc response error ", "rejected", "service", "solana"),
    Phrase("error code: -28", "rejected", "service", BITCOIN),  # it warms up
    Phrase(": -28: ", "rejected", "service", BITCOIN),
    Phrase("no rpc credentials", "rejected", "service", BITCOIN),
    Phrase("couldn't connect to server: ", "unknown", "tcp", BITCOIN, worth=OPAQUE, open=NOT_TOLD),
    Phrase("to a peer speaking protocol version", "protocol-mismatch", "service", "bitcoinj", worth=MEANT),
    Phrase("ping timeout: ", "timed-out", "service", BITCOIN),
    Phrase("socket no message in first ", "timed-out", "service", BITCOIN, worth=MEANT),
    Phrase("socket receive timeout: ", "timed-out", "service", BITCOIN, worth=MEANT),
    Phrase("socket sending timeout: ", "timed-out", "service", BITCOIN, worth=MEANT),
)  # fmt: skip

_CLIENT = pattern(
    r"[Cc]ould not connect to the server ([\w.-]{1,253}):(\d{1,5})(?: \(error code (\d) - \"(timeout|EOF|error while reading)[^\"]{0,40}\")?"
)
"bitcoin-cli; behind it stands what libevent met, if that tells (src/bitcoin-cli.cpp)."
MET: dict[str, ErrorClass] = {"timeout": "timed-out", "EOF": "closed", "error while reading": "reset"}


def read(line: str) -> Iterator[Reading]:
    """The client's sentence with its place, and the log's."""
    yield from phrases(SAID, line)
    told = _CLIENT.search(line)
    if told is not None:
        kind = MET.get(told[4] or "", "unknown")
        yield Reading(
            kind=kind, worth=MEANT, client=BITCOIN, step="tcp" if kind == "unknown" else "", host=told[1], port=min(int(told[2]), 65535),
            open=NOT_TOLD if kind == "unknown" else None, at=told.start(),
        )  # fmt: skip
