"""What HTTP's statuses are called (RFC 9110, section 15), where a short text has the words without the number."""

from __future__ import annotations

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.reading import WORDS, Reading
from nocarrier.readings.messages.reasons import STATUS_OF

_PHRASE = pattern(
    r"(?i)\b(bad request|payment required|method not allowed|payload too large|request entity too large|unprocessable entity|internal server error)\b"
    r"|^(?:\w{0,40}Error:? )?(unauthorized|forbidden|not found)[.!]?$"
)
"Those of several words anywhere, the others where nothing else is said."
_OTHERS = ("[vite]", "proxy")
"An overlay that calls its compiler a server, and an answer that is not the server's."


def reason_phrase(line: str) -> Reading | None:
    """The answer that the line names."""
    found = _PHRASE.search(line)
    if found is None or any(piece in line for piece in _OTHERS):
        return None
    status = STATUS_OF[(found[1] or found[2]).lower()]
    return Reading(kind="rejected", worth=WORDS, step="http", code={"http_status": status}, at=found.start())
