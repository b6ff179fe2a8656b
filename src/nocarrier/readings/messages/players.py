"""Players of video in web pages: hls.js, video.js, Shaka, flv.js and mpegts.js, JW Player."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = ("network.bad_http_status", "cannot load m3u8: ", "manifestloaderror", "levelloaderror", "fragloaderror", "keyloaderror")  # fmt: skip

HLS, FLV, SHAKA, VIDEOJS = "hls.js", "flv.js", "shaka", "video.js"
UNSAID = say("The browser keeps the reason from the player; its console, or the server's log, has it.")

SAID = (
    Phrase("manifestloadtimeout", "timed-out", "http", HLS, worth=MEANT),
    Phrase("levelloadtimeout", "timed-out", "http", HLS, worth=MEANT),
    Phrase("fragloadtimeout", "timed-out", "http", HLS, worth=MEANT),
    Phrase("manifestloaderror", "unknown", "http", HLS, worth=OPAQUE, open=UNSAID),
    Phrase("levelloaderror", "unknown", "http", HLS, worth=OPAQUE, open=UNSAID),
    Phrase("fragloaderror", "unknown", "http", HLS, worth=OPAQUE, open=UNSAID),
    Phrase("network.timeout (", "timed-out", "http", SHAKA, worth=MEANT),
    Phrase("network.http_error (", "unknown", "http", SHAKA, worth=OPAQUE, open=UNSAID),
    Phrase("category: 1, code: 1001", "rejected", "http", SHAKA, worth=MEANT),
    Phrase("category: 1, code: 1002", "unknown", "http", SHAKA, worth=OPAQUE, open=UNSAID),
    Phrase("category: 1, code: 1003", "timed-out", "http", SHAKA, worth=MEANT),
    Phrase("httpstatuscodeinvalid", "rejected", "http", FLV, worth=MEANT),
    Phrase("networkerror: connectingtimeout", "timed-out", "", FLV, worth=MEANT),
    Phrase("unrecoverableearlyeof", "closed", "http", FLV, worth=MEANT),
    Phrase("media_err_network", "unknown", "", VIDEOJS, worth=OPAQUE, open=UNSAID),
    Phrase("the media could not be loaded, either because", "unknown", "", VIDEOJS, worth=OPAQUE, open=UNSAID),
    Phrase("crossdomain access denied", "permission-denied", "http", "jwplayer", worth=MEANT),
)  # fmt: skip

_STATUS = pattern(
    r"(?i)\bnetwork\.bad_http_status \([^,\n]{1,1024}, ?([45]\d\d)\b|\bcannot load m3u8: ([45]\d\d)\b|"
    r"(?:manifest|level|frag|key)loaderror\b.{0,300}?\bcode['\"]?: ?([45]\d\d)\b"
)
"What the server answered, where the player tells it."


def read(line: str) -> Iterator[Reading]:
    """The errors' names, and statuses."""
    yield from phrases(SAID, line)
    yield from answered(_STATUS.search(line), of_request, CODE)
