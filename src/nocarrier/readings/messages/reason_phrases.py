"""What HTTP's statuses are called (RFC 9110, section 15), where a short text has the words without the number."""

from __future__ import annotations

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.reading import WORDS, Reading

STATUSES = {
    "bad request": 400, "unauthorized": 401, "payment required": 402, "forbidden": 403, "not found": 404, "method not allowed": 405,
    "payload too large": 413, "request entity too large": 413, "unprocessable entity": 422, "internal server error": 500,
}  # fmt: skip
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
    status = STATUSES[(found[1] or found[2]).lower()]
    return Reading(kind="rejected", worth=WORDS, step="http", code={"http_status": status}, at=found.start())
