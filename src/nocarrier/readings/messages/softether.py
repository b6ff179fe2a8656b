"""SoftEther VPN: what stands beside its ``Error code``, in its windows, its log and ``vpncmd``."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, Reading

STEMS = ()

SOFTETHER = "softether"
SAID = (
    Phrase(
        "client which is non-softether vpn software has connected", "protocol-mismatch", "", SOFTETHER, worth=MEANT
    ),
    Phrase("specified virtual hub does not exist on the server", "rejected", "service", SOFTETHER, worth=MEANT),
    Phrase("specified virtual hub is currently stopped", "rejected", "service", SOFTETHER, worth=MEANT),
    Phrase("error occurred on the proxy server", "proxy", "proxy", SOFTETHER, worth=MEANT),
    Phrase("authentication failed on the proxy server", "proxy", "proxy", SOFTETHER, worth=MEANT + 1),
    Phrase("a license error occurred on the vpn server", "rejected", "service", SOFTETHER, worth=MEANT),
    Phrase("was blank so the connection from remote is prohibited", "rejected", "service", SOFTETHER, worth=MEANT),
    Phrase("trust the certificate provided by the destination server", "tls-failed", "tls", SOFTETHER, worth=MEANT),
    Phrase("client and server version is different", "protocol-mismatch", "service", SOFTETHER, worth=MEANT),
    Phrase("client clock and the server clock are not synchronized", "rejected", "service", SOFTETHER, worth=MEANT),
    Phrase("connection licenses on the destination vpn server", "rejected", "service", SOFTETHER, worth=MEANT),
    Phrase("destination vpn server is not receiving the connection", "rejected", "service", SOFTETHER, worth=MEANT),
    Phrase("software license violation", "rejected", "service", SOFTETHER, worth=MEANT + 1),
    Phrase("vpn connection to vpn server is refused at", "rejected", "service", SOFTETHER, worth=MEANT + 1),
    Phrase("enforced the vpn session to disconnect", "closed", "service", SOFTETHER, worth=MEANT),
    Phrase("find the tls version that is supported by both sides", "tls-failed", "tls", SOFTETHER, worth=MEANT),
)


def read(line: str) -> Iterator[Reading]:
    """The sentences of its table of errors (``strtable_en.stb``)."""
    yield from phrases(SAID, line)
