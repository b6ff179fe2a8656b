"""Clients of mail servers: SMTP, IMAP, POP."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.placed import UNTOLD, port
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = (
    "smtp",
)  # fmt: skip

SMTP = "smtp"

SAID = (
    Phrase("could not connect to smtp host", "unknown", "", SMTP, worth=OPAQUE, open=UNTOLD),
    Phrase("smtp connect() failed", "unknown", "", SMTP, worth=OPAQUE, open=UNTOLD),
    Phrase("connection could not be established with host", "unknown", "", SMTP, worth=OPAQUE, open=UNTOLD),
    Phrase("unable to connect to the smtp server", "unknown", "", SMTP, worth=OPAQUE, open=UNTOLD),
    Phrase("got bad greeting from smtp host", "closed", "service", SMTP, worth=MEANT),
    Phrase("smtpserverdisconnected", "closed", "service", SMTP),
    Phrase("535 5.7", "rejected", "service", SMTP),
    Phrase("smtpauthenticationerror", "rejected", "service", SMTP, worth=MEANT),
    Phrase("greeting never received", "timed-out", "service", "nodemailer", worth=MEANT),
)

_JAVA = re.compile(r"(?i)to SMTP host: ([\w.-]{1,253}), (?:port: )?(\d{1,5})(?:[,;] response: (-1))?")
"JavaMail's -1 is the end of the connection in place of a greeting."


def read(line: str) -> Iterator[Reading]:
    """Sentences and places."""
    yield from phrases(SAID, line)
    at = _JAVA.search(line)
    if at is not None:
        ended = at[3] is not None
        yield Reading(
            kind="closed" if ended else "unknown", worth=MEANT if ended else OPAQUE, client=SMTP, scheme=SMTP, host=at[1],
            port=port(at[2]), step="service" if ended else "", at=at.start(),
        )  # fmt: skip
