"""Chat: IRC servers and bots, XMPP, Matrix."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, WORDS, ErrorClass, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    "closing link",
    "sasl",
    "xmpp",
    "stream error",
    "stream:error",
    "stanza",
    "m_",
    "jabber",
    "irc",
    "matrixerror: ",
)

IRC, XMPP, MATRIX = "irc", "xmpp", "matrix"

SAID = (
    Phrase("has exceeded one of its resource limits", "rejected", "service", "matrix", worth=MEANT),
    Phrase("sasl authentication failed", "rejected", "service", IRC, worth=MEANT),
    Phrase("sasl auth failed", "rejected", "service", IRC, worth=MEANT),
    Phrase("sasl authentication rejected", "rejected", "service", IRC, worth=MEANT),
    Phrase("sasl authentication aborted", "rejected", "service", IRC, worth=MEANT),
    Phrase("need to identify via sasl", "rejected", "service", IRC, worth=MEANT),
    Phrase("does not support sasl", "rejected", "service", IRC),
    Phrase("registration timeout", "timed-out", "service", IRC, worth=MEANT),
    Phrase("ping timeout: ", "timed-out", "hold", IRC),
    Phrase("proxy fails to establish connection", "proxy", "proxy", IRC, worth=MEANT),
    Phrase("proxy traversal failed", "proxy", "proxy", IRC, worth=MEANT),
    Phrase("failed to lookup proxy", "proxy", "proxy", IRC, worth=MEANT),
    Phrase("xmpp stream error: host-unknown", "rejected", "service", XMPP, worth=MEANT),
    Phrase("host-unknown", "rejected", "service", XMPP, worth=WORDS),
    Phrase("strophe connfail", "unknown", "service", XMPP, worth=OPAQUE),
    Phrase("not-authorized", "rejected", "service", XMPP, worth=WORDS),
    Phrase("waiting for server connection", "unknown", "", "rocket.chat", worth=OPAQUE),
    Phrase("no valid server found at the url", "unknown", "", "rocket.chat", worth=OPAQUE),
    Phrase("找不到有效的服务器", "unknown", "", "rocket.chat", worth=OPAQUE),
    Phrase("mattermost unreachable", "unknown", "", "mattermost", worth=OPAQUE),
    Phrase("see-other-host", "rejected", "service", XMPP, worth=WORDS),
    Phrase("remote-server-not-found", "name-not-resolved", "name", XMPP, worth=MEANT),
    Phrase("remote-server-timeout", "timed-out", "tcp", XMPP, worth=MEANT),
    Phrase("system-shutdown", "closed", "service", XMPP, worth=WORDS),
    Phrase("m_unknown_token", "rejected", "service", MATRIX, worth=MEANT),
    Phrase("m_missing_token", "rejected", "service", MATRIX, worth=MEANT),
    Phrase("m_forbidden", "rejected", "service", MATRIX, worth=MEANT),
    Phrase("m_limit_exceeded", "rejected", "service", MATRIX, worth=MEANT),
    Phrase("failed to connect to any server", "unknown", "tcp", MATRIX, worth=SENTENCE),
)  # fmt: skip

_MATRIX = pattern(r"\bMatrixError: \[([45]\d\d)\]")
"matrix-js-sdk: the status in brackets."
_CLOSING = pattern(r"(?i)\bclosing link:? ([^\n]{0,200})")
"The last word of an IRC server (RFC 2812, section 3.7.4), with its reason in brackets."
_LATE = ("timeout", "timed out")
_LOST = ("quit", "closed", "broken pipe", "reset", "eof", "exited")


def read(line: str) -> Iterator[Reading]:
    """Sentences, and why a link was closed."""
    yield from phrases(SAID, line)
    yield from answered(_MATRIX.search(line), of_request, CODE, client=MATRIX)
    closing = _CLOSING.search(line)
    if closing is not None:
        reason = closing[1].lower()
        kind: ErrorClass = "rejected"
        if not reason.strip() or any(word in reason for word in _LOST):
            kind = "closed"
        elif any(word in reason for word in _LATE):
            kind = "timed-out"
        yield Reading(kind=kind, worth=CODE, client=IRC, step="service", at=closing.start())
