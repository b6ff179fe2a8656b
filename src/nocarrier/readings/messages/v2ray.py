"""V2Ray and Xray: reasons are joined by `>`, from what was tried to what it met."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS: tuple[str, ...] = ()

V2RAY = "v2ray"
SAID = (
    Phrase("proxy/vmess/encoding: invalid user", "rejected", "service", V2RAY, worth=MEANT),
    Phrase("proxy|vmess|encoding: invalid user", "rejected", "service", V2RAY, worth=MEANT),
    Phrase("proxy/vless/encoding: invalid request user", "rejected", "service", V2RAY, worth=MEANT),
    Phrase("proxy/vless/encoding: invalid request version", "protocol-mismatch", "service", V2RAY, worth=MEANT),
    Phrase("proxy/trojan: invalid protocol or invalid user", "rejected", "service", V2RAY, worth=MEANT),
    Phrase("not trojan protocol", "protocol-mismatch", "service", V2RAY, worth=MEANT),
    Phrase("couldn't find ip", "name-not-resolved", "name", "clash", worth=MEANT),
    Phrase(": name error", "name-not-resolved", "name", "sing-box", worth=MEANT),
    Phrase("all dns requests failed", "name-not-resolved", "name", "clash", worth=MEANT),
    Phrase("server rejects account", "proxy", "proxy", V2RAY, worth=MEANT),
    Phrase("unknown socks version", "protocol-mismatch", "service", V2RAY, worth=MEANT + 1),
    Phrase("failed to match an user", "rejected", "service", V2RAY, worth=MEANT),
    Phrase("failed to find an available destination", "unknown", "", V2RAY, worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to decode response header", "closed", "service", V2RAY, worth=OPAQUE),
)


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
