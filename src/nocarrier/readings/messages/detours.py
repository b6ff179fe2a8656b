"""What any program may say of the proxy that it goes through. It weighs more than the code beside it, which is the proxy's."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.reading import MEANT, Reading

STEMS = ("proxy", "socks")
FAILING = ("407", "error", "fail", "refus", "unable", "not ", "n't", "reject", "denied", "timed out", "timeout", "time-out", "require", "problem", "reset", "closed", "invalid", "unexpected", "unsupported", "code", "status", "unknown", "lost", "abort")  # fmt: skip
"A way through a proxy is spoken of by many that have one; with one of these, it did not lead anywhere."

_PROXY = pattern(
    r"(?i)(?<!\$)\bproxy_?error\b(?<!proxy error)|\b(?:connect|connection|reach|resolve|contact)(?:ing)? (?:to |with )?(?:the )?(?:https?|socks\w{0,2})? ?proxy\b(?!\.\w| filter)"
    r"|\bestablish(?:ing)? (?:a |the )?proxy connection|\bproxy (?:authentication (?:required|failed|error)|connect(?:ion)? |tunnel|handshake|refused|rejected|(?:access )?denied)|(?:refused|rejected|denied|closed|aborted) by (?:the )?proxy\b|(?:response|code|error|status|reply)\b.{0,20} from (?:the )?(?:specified )?proxy\b|\bsocks\w{0,2} (?:connection|error|handshake|authentication|response|reply|connect\b)|\b(?:invalid|unsupported|unknown|parse|parsing) (?:the )?proxy (?:url|scheme|protocol|address)|\bproxy error: \"HTTP/|\btunnel(?:ing)? (?:connection|socket|failed)|proxy.{0,40}\b407\b|\b407\b.{0,40}proxy"
)


def read(line: str) -> Iterator[Reading]:
    """A proxy that was not reached, or said no."""
    lower = line.lower()
    if "bad handshake" not in lower and any(word in lower for word in FAILING) and (proxy := _PROXY.search(line)):
        yield Reading(kind="proxy", worth=MEANT + 1, step="proxy", at=proxy.start())
