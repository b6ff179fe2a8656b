"""Clients of Ethereum nodes: ethers, web3.js, viem, alloy, Hardhat, Truffle; and CosmJS."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    "code=timeout, version=",
    "code: 'network_error'",
    'code: "network_error"',
    "bad response (",
    "bad status on response",
    "status: ",
    "status=",
)

UNSAID = say("The library says the same of every failure to reach its node.")

SAID = (
    # go-ethereum, Monero's wallet
    Phrase("too many peers", "rejected", "service", "geth", worth=MEANT),
    Phrase("no beacon client seen", "unknown", "", "geth", worth=OPAQUE, open=UNSAID),
    Phrase("but no consensus updates received", "unknown", "", "geth", worth=OPAQUE, open=UNSAID),
    Phrase("daemon either is not started or wrong port", "unknown", "", "monero", worth=OPAQUE, open=UNSAID),
    Phrase("could not detect network", "unknown", "", "ethers", worth=OPAQUE, open=UNSAID),
    Phrase("failed to detect network", "unknown", "", "ethers", worth=OPAQUE, open=UNSAID),
    Phrase("missing response (", "unknown", "http", "ethers", worth=OPAQUE, open=UNSAID),
    Phrase("bad result from backend", "unknown", "http", "ethers", worth=OPAQUE, open=UNSAID),
    Phrase("code: 'network_error'", "unknown", "", "ethers", worth=OPAQUE, open=UNSAID),
    Phrase('code: "network_error"', "unknown", "", "ethers", worth=OPAQUE, open=UNSAID),
    Phrase("code=timeout, version=", "timed-out", "http", "ethers", worth=MEANT),
    Phrase("clientconnectionexception: invalid response received: 4", "rejected", "http", "web3j", worth=MEANT),
    Phrase("clientconnectionexception: invalid response received: 5", "rejected", "http", "web3j", worth=MEANT),
    Phrase("invalid json-rpc response received", "protocol-mismatch", "http", "hardhat", worth=MEANT),
    Phrase("exceeded maximum retry limit (", "rejected", "http", "ethers", worth=MEANT),
    Phrase("invalid json rpc response", "unknown", "http", "web3", worth=OPAQUE, open=UNSAID),
    Phrase("backend connection task has stopped", "closed", "", "alloy", worth=MEANT),
    Phrase("connection not open on send", "closed", "websocket", "web3", worth=MEANT),
    Phrase("couldn't connect to node", "unknown", "", "web3", worth=OPAQUE, open=UNSAID),
    Phrase("reconnect attempts reached", "unknown", "websocket", "web3", worth=OPAQUE, open=UNSAID),
    Phrase(
        "contractfunctionexecutionerror: http request failed", "unknown", "http", "viem", worth=OPAQUE, open=UNSAID
    ),
    Phrase("httprequesterror: http request failed", "unknown", "http", "viem", worth=OPAQUE, open=UNSAID),
    Phrase(
        "websocketrequesterror: websocket request failed", "unknown", "websocket", "viem", worth=OPAQUE, open=UNSAID
    ),
    Phrase("providererror: must be authenticated", "rejected", "http", "infura", worth=MEANT),
    Phrase("providererror: project id ", "rejected", "http", "infura", worth=MEANT),
    Phrase("providererror: invalid project id", "rejected", "http", "infura", worth=MEANT),
    Phrase("could not connect to your ethereum client", "unknown", "", "truffle", worth=OPAQUE, open=UNSAID),
)

_STATUS = pattern(
    r"^\s{0,8}Status: ([45]\d\d)$|\bbad response \(status=([45]\d\d)\b|\bBad status on response: ([45]\d\d)\b"
)
"viem's line below the error, ethers' in brackets, and CosmJS'."


def read(line: str) -> Iterator[Reading]:
    """The sentences, and the status that was answered."""
    yield from phrases(SAID, line)
    yield from answered(_STATUS.search(line), of_request, CODE)
