"""ffmpeg and librtmp, and what opens its streams through them: OBS, OpenCV, GStreamer, VLC; beside what servers of streams answer (`media`)."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.errnos import named, of_symbol
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, Reading

STEMS = (
    "error number -",
    ": end of file",
    ": invalid data found when processing input",
)

FFMPEG, RTMP, GST = "ffmpeg", "librtmp", "gstreamer"
SAID = (
    Phrase("rtmp_readpacket, failed to read rtmp packet header", "closed", "service", RTMP, worth=MEANT),
    Phrase("rtmp_connect1, handshake failed", "closed", "service", RTMP, worth=MEANT),
    Phrase("problem accessing the dns", "name-not-resolved", "name", RTMP, worth=MEANT),
    Phrase("rtmp_connect0, failed to connect socket", "unknown", "tcp", RTMP, worth=OPAQUE, open=NOT_TOLD),
    Phrase("could not open input \"rtmp://", "unknown", "", FFMPEG, worth=OPAQUE, open=NOT_TOLD),
    Phrase("could not open input \"rtsp://", "unknown", "", FFMPEG, worth=OPAQUE, open=NOT_TOLD),
    Phrase("could not open input \"http", "unknown", "", FFMPEG, worth=OPAQUE, open=NOT_TOLD),
    Phrase("error opening input: i/o error", "unknown", "", FFMPEG, worth=OPAQUE, open=NOT_TOLD),
    Phrase("error opening input: input/output error", "unknown", "", FFMPEG, worth=OPAQUE, open=NOT_TOLD),
    Phrase("server returned 5xx server error reply", "rejected", "http", FFMPEG, worth=MEANT),
    Phrase("server returned 4xx client error", "rejected", "http", FFMPEG, worth=MEANT),
    Phrase("failed to resolve hostname", "name-not-resolved", "name", FFMPEG, worth=MEANT),
    Phrase("failed to connect. (generic error)", "unknown", "tcp", GST, worth=OPAQUE, open=NOT_TOLD),
    Phrase("could not receive message. (timeout while waiting for server response)", "timed-out", "service", GST, worth=MEANT),
)  # fmt: skip

_ENDED = pattern(
    r"^(?:\[[^\]\n]{1,40}\] )?((?:rtmps?|rtsps?|https?|tcp|tls|srt|udp)://\S{1,1024}): (End of file|Invalid data found when processing input)"
)
"What became of a stream that it opened."
_NUMBER = pattern(r"\bError number -(\d{2,5}) occurred")
"AVERROR(errno), which Windows' builds have no words for."
WINDOWS_CRT = {
    138: "ETIMEDOUT",
    107: "ECONNREFUSED",
    108: "ECONNRESET",
    110: "EHOSTUNREACH",
    118: "ENETUNREACH",
    101: "EADDRNOTAVAIL",
}
"errno.h of Microsoft's C runtime, from 100 on."


def read(line: str) -> Iterator[Reading]:
    """The sentences, and numbers."""
    yield from phrases(SAID, line)
    ended = _ENDED.search(line)
    if ended is not None:
        closed = ended[2].startswith("End")
        yield Reading(kind="closed" if closed else "protocol-mismatch", worth=SENTENCE, client=FFMPEG, step="service")
    number = _NUMBER.search(line)
    symbol = "" if number is None else WINDOWS_CRT.get(int(number[1])) or named(int(number[1]))
    if number is not None and symbol:
        yield of_symbol(symbol, CODE, client=FFMPEG, at=number.start())
