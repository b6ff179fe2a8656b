"""Cameras, streams and calls: RTSP (ffmpeg, VLC, GStreamer), RTMP (OBS), SIP (Asterisk, PJSIP, softphones), WebRTC with STUN and TURN."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.errnos import numbered
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.placed import UNTOLD
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, ErrorClass, Reading

STEMS = (
    "rtsp", "rtmp", "sip", "netconnection.connect", "netstream.publish", "ice failed", "ice connection", "iceconnection", "stun ", "turn ",
    "turnserver", "registration", "onregstate: ", "call failed", "server returned 4", "server returned 5",
)  # fmt: skip

SIP, WEBRTC, RTMP = "sip", "webrtc", "rtmp"

SAID = (
    Phrase("netconnection.connect.rejected", "rejected", "service", RTMP, worth=MEANT),
    Phrase("netconnection.connect.failed", "unknown", "tcp", RTMP, worth=OPAQUE, open=UNTOLD),
    Phrase("netconnection.connect.closed", "closed", "service", RTMP, worth=MEANT),
    Phrase("netconnection.connect.invalidapp", "rejected", "service", RTMP, worth=MEANT),
    Phrase("netstream.publish.badname", "rejected", "service", RTMP, worth=MEANT),
    Phrase("netstream.publish.denied", "rejected", "service", RTMP, worth=MEANT),
    Phrase("to confirm you’re not a bot", "rejected", "http", "youtube", worth=MEANT),
    Phrase("to confirm you're not a bot", "rejected", "http", "youtube", worth=MEANT),
    Phrase("could not access the specified channel or stream key", "rejected", "service", "obs", worth=MEANT),
    Phrase("trying again (attempt #", "timed-out", "service", "asterisk", worth=MEANT),
    Phrase("retransmission timeout reached on transmission", "timed-out", "service", "asterisk", worth=MEANT),
    Phrase("on registration attempt to", "unknown", "service", "asterisk", worth=OPAQUE),
    Phrase("no response received from", "timed-out", "service", SIP, worth=MEANT),
    Phrase("is now unreachable!", "unreachable", "service", "asterisk", worth=MEANT),
    Phrase("- wrong password", "rejected", "service", "asterisk", worth=MEANT),
    Phrase("no matching peer found", "rejected", "service", "asterisk", worth=MEANT),
    Phrase("no matching endpoint found", "rejected", "service", "asterisk", worth=MEANT),
    Phrase("client disconnect peer", "closed", "service", RTMP, worth=MEANT),
    Phrase("for exceed connection limits", "rejected", "service", RTMP, worth=MEANT),
    Phrase("generating internal 408", "timed-out", "service", SIP, worth=CODE),
    Phrase("generating internal 503", "unknown", "service", SIP, worth=CODE, open=UNTOLD),
    Phrase("a timeout occurred while trying to connect", "timed-out", "", SIP, worth=MEANT),
    Phrase("pj_eresolve", "name-not-resolved", "name", "pjsip", worth=MEANT),
    Phrase("pj_etimedout", "timed-out", "", "pjsip", worth=MEANT),
    Phrase("pjsip_einvaliduri", "name-not-resolved", "target", "pjsip", worth=MEANT),
    Phrase("ice failed", "unknown", "", WEBRTC, worth=OPAQUE, open=UNTOLD),
    Phrase("ice connection failed", "unknown", "", WEBRTC, worth=OPAQUE, open=UNTOLD),
    Phrase("ice connection state: failed", "unknown", "", WEBRTC, worth=OPAQUE, open=UNTOLD),
    Phrase("iceconnectionstate: failed", "unknown", "", WEBRTC, worth=OPAQUE, open=UNTOLD),
    Phrase("ice connection state changed to failed", "unknown", "", WEBRTC, worth=OPAQUE, open=UNTOLD),
    Phrase("binding request timed out", "timed-out", "service", "stun", worth=MEANT),
    Phrase("allocate request timed out", "timed-out", "service", "turn", worth=MEANT),
    Phrase("allocation timeout", "timed-out", "service", "turn", worth=MEANT),
    Phrase("host lookup received error", "name-not-resolved", "name", "stun", worth=MEANT),
    Phrase("cannot find credentials of user", "rejected", "service", "turn", worth=MEANT),
)  # fmt: skip

_STATUS = pattern(
    r"(?i)\b(?:RTSP/1\.0|SIP/2\.0)[ :]{1,2}([4-6]\d\d)\b|\bmethod [A-Z]{4,12} failed: ([45]\d\d)\b|\bserver returned ([45]\d\d)\b"
    r"|\b(?:sip|registration|register|call failed|invite)\b[^\n]{0,80}?(?:failed|failure|error|response|code|cause|status)[^\n\d]{0,24}([4-6]\d\d)\b"
    r"|\bsip[^\n]{0,40}failed: ?([4-6]\d\d)\b|\bonregstate: ([4-6]\d\d)\b"
)
LATE = frozenset({408, 504})
"Statuses with which SIP's own client tells that nobody answered (RFC 3261, section 21.4.9)."
_SOCKET = pattern(r"(?i)failed to connect socket[.: ]{1,3}(\d{1,5})\b")
"librtmp's, with the system's number."


def read(line: str) -> Iterator[Reading]:
    """Sentences, statuses and numbers."""
    yield from phrases(SAID, line)
    found = _STATUS.search(line)
    if found is not None:
        status = int(next(group for group in found.groups() if group))
        kind: ErrorClass = "timed-out" if status in LATE else "rejected"
        yield Reading(kind=kind, worth=CODE, step="service", code={"http_status": status}, at=found.start())
    yield from numbered(_SOCKET.search(line), CODE, client=RTMP)
