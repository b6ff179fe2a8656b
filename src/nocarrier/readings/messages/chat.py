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
    "stream-error",
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
    Phrase("forbidding insecure connection", "rejected", "service", XMPP, worth=MEANT),
    Phrase("munknowntoken", "rejected", "service", MATRIX, worth=MEANT),
    Phrase("as_token was not accepted", "rejected", "service", MATRIX, worth=MEANT),
    Phrase("m_unknown_token", "rejected", "service", MATRIX, worth=MEANT),
    Phrase("m_missing_token", "rejected", "service", MATRIX, worth=MEANT),
    Phrase("m_forbidden", "rejected", "service", MATRIX, worth=MEANT),
    Phrase("m_limit_exceeded", "rejected", "service", MATRIX, worth=MEANT),
    Phrase("failed to connect to any server", "unknown", "tcp", MATRIX, worth=SENTENCE),
)  # fmt: skip

STREAM: dict[str, ErrorClass] = {
    "bad-format": "protocol-mismatch", "bad-namespace-prefix": "protocol-mismatch", "conflict": "rejected", "connection-timeout": "timed-out",
    "host-gone": "rejected", "improper-addressing": "rejected", "internal-server-error": "rejected", "invalid-from": "rejected",
    "invalid-namespace": "protocol-mismatch", "invalid-xml": "protocol-mismatch", "not-well-formed": "protocol-mismatch",
    "policy-violation": "rejected", "reset": "closed", "resource-constraint": "rejected", "restricted-xml": "protocol-mismatch",
    "unsupported-encoding": "protocol-mismatch", "unsupported-feature": "rejected", "unsupported-version": "protocol-mismatch",
}  # fmt: skip
"Why an XMPP server ends a stream (RFC 6120, section 4.9.3), but for the reasons that have a sentence above."
_STREAM = pattern(
    r"(?i)\bstream[: -]error\b(?:[^<>\n]{0,120}>)?\W{1,6}(conflict|reset|[a-z]{3,12}(?:-[a-z]{2,12}){1,2})\b"
)
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
    ended = _STREAM.search(line)
    if ended is not None and (why := STREAM.get(ended[1].lower())) is not None:
        yield Reading(kind=why, worth=CODE, client=XMPP, step="service", at=ended.start())
    closing = _CLOSING.search(line)
    if closing is not None:
        reason = closing[1].lower()
        kind: ErrorClass = "rejected"
        if not reason.strip() or any(word in reason for word in _LOST):
            kind = "closed"
        elif any(word in reason for word in _LATE):
            kind = "timed-out"
        yield Reading(kind=kind, worth=CODE, client=IRC, step="service", at=closing.start())
