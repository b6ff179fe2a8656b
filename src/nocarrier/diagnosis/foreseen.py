"""Causes of the catalogue that a text can name before any rule finds them: their titles, and the classes of error they are behind.

The catalogue of causes is longer than what the rules of today find. What a message says of a certificate, or a
database of its rules of access, is plain in the text, so it is named there. A cause leaves this table when it gets a file.
"""

from __future__ import annotations

from nocarrier.model.prose import Prose, say
from nocarrier.readings.messages.reading import ErrorClass

FORESEEN: dict[str, tuple[tuple[ErrorClass, ...], Prose]] = {
    "tls-intercepted": (("tls-failed", "closed", "reset"), say("Something on the way, a proxy or an antivirus, answers with a certificate of its own")),
    "clock-wrong": (("tls-failed",), say("This machine's clock is wrong, so that a good certificate looks expired or not valid yet")),
    "idle-timeout": (("closed", "reset"), say("The connection was cut after it had been quiet for a while")),
    "browser-blocks-mixed-content": (("permission-denied",), say("A page that came over HTTPS may not open an unencrypted connection")),
    "browser-csp-blocks": (("permission-denied",), say("The page's Content-Security-Policy does not allow the connection")),
    "browser-private-network": (("permission-denied",), say("The browser does not let a public page reach into a private network")),
}  # fmt: skip
"Slug → the classes of error that it may be behind, and its title."
