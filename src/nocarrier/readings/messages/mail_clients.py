"""Programs that people read and send mail with: Thunderbird, Apple Mail, Outlook's tests, mutt, fetchmail, msmtp, ssmtp, Roundcube, and Exim's log."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.placed import UNTOLD, port
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, ErrorClass, Reading

if TYPE_CHECKING:
    import re

STEMS = (
    "fetchmail: query status=",
    "mail: cannot open ",
    "ssmtp: cannot open ",
    "login to server ",
    "outgoing server (smtp)",
    "smtp server ",
    "has disconnected.",
)

THUNDERBIRD, FETCHMAIL, MSMTP, MUTT, EXIM, OUTLOOK, APPLE, IMAPFLOW = (
    "thunderbird", "fetchmail", "msmtp", "mutt", "exim", "outlook", "apple-mail", "imapflow",
)  # fmt: skip

SAID = (
    Phrase("could not open secure tls connection to", "tls-failed", "tls", "nextcloud", worth=MEANT),
    Phrase("could not connect via ssl to host", "tls-failed", "tls", "offlineimap", worth=MEANT),
    # Thunderbird (composeMsgs.properties, imapMsgs.properties)
    Phrase("could not connect to mail server", "unknown", "", THUNDERBIRD, worth=OPAQUE),
    Phrase("sending of password for user ", "rejected", "service", THUNDERBIRD, worth=MEANT),
    Phrase("sending of username did not succeed", "rejected", "service", THUNDERBIRD, worth=MEANT),
    Phrase("; the connection was refused.", "refused", "tcp", THUNDERBIRD, worth=MEANT),
    Phrase("using starttls since it doesn't advertise that feature", "tls-failed", "tls", THUNDERBIRD, worth=MEANT),
    Phrase("was lost in the middle of the transaction", "closed", "service", THUNDERBIRD, worth=MEANT),
    Phrase("mitten in der transaktion verloren", "closed", "service", THUNDERBIRD, worth=MEANT),
    Phrase("the mail server sent an incorrect greeting", "rejected", "service", THUNDERBIRD),
    Phrase("is not an imap4 mail server", "protocol-mismatch", "service", THUNDERBIRD, worth=MEANT),
    Phrase("does not seem to support encrypted passwords", "rejected", "service", THUNDERBIRD, worth=MEANT),
    Phrase("does not allow plaintext passwords", "rejected", "service", THUNDERBIRD, worth=MEANT),
    Phrase("does not support the selected authentication method", "rejected", "service", THUNDERBIRD, worth=MEANT),
    Phrase("the mail server responded: ", "rejected", "service", THUNDERBIRD),
    Phrase("(smtp) error. the server responded: ", "rejected", "service", THUNDERBIRD),
    Phrase("command did not succeed. the mail server for account", "rejected", "service", THUNDERBIRD),
    Phrase("a communications error occurred", "unknown", "", THUNDERBIRD, worth=OPAQUE),
    Phrase("failed to find the settings for your email account", "unknown", "", THUNDERBIRD, worth=OPAQUE),
    # Apple Mail
    Phrase("cannot connect using ssl", "tls-failed", "tls", APPLE, worth=MEANT),
    Phrase("the connection to the server failed", "unknown", "", APPLE, worth=OPAQUE),
    # Outlook's test of an account
    Phrase("does not support the connection encryption type", "tls-failed", "tls", OUTLOOK, worth=MEANT),
    Phrase("your e-mail server rejected your login", "rejected", "service", OUTLOOK, worth=MEANT),
    # fetchmail
    Phrase("fetchmail: authorization failure", "rejected", "service", FETCHMAIL, worth=MEANT),
    Phrase("server commonname mismatch", "tls-failed", "tls", FETCHMAIL, worth=MEANT),
    Phrase("client/server synchronization error", "protocol-mismatch", "service", FETCHMAIL),
    Phrase("client/server protocol error while fetching", "protocol-mismatch", "service", FETCHMAIL),
    Phrase("socket error while fetching from", "unknown", "", FETCHMAIL, worth=OPAQUE),
    # msmtp
    Phrase("the server does not support tls", "tls-failed", "tls", MSMTP, worth=MEANT),
    Phrase("the server does not support authentication", "rejected", "service", MSMTP, worth=MEANT),
    Phrase("the server sent an invalid reply", "protocol-mismatch", "service", MSMTP, worth=MEANT),
    Phrase("the server sent an empty reply", "closed", "service", MSMTP, worth=MEANT),
    Phrase("cannot get initial ok message from server", "unknown", "service", MSMTP, worth=OPAQUE),
    # mutt, NeoMutt
    Phrase("could not negotiate tls connection", "tls-failed", "tls", MUTT, worth=MEANT),
    Phrase("encrypted connection unavailable", "tls-failed", "tls", MUTT, worth=MEANT),
    Phrase("no authenticators available", "rejected", "service", MUTT, worth=MEANT),
    Phrase("login disabled on this server", "rejected", "service", MUTT, worth=MEANT),
    Phrase("smtp session failed: read error", "closed", "service", MUTT),
    Phrase("smtp session failed: write error", "closed", "service", MUTT),
    Phrase("smtp session failed: unable to open", "unknown", "tcp", MUTT, worth=OPAQUE),
    Phrase("cannot find a usable authentication method", "rejected", "service", MSMTP, worth=MEANT),
    Phrase("cannot use a secure authentication method", "rejected", "service", MSMTP, worth=MEANT),
    # ImapFlow
    Phrase("in required time", "timed-out", "", IMAPFLOW, worth=MEANT),
    Phrase("failed to establish a socket via http proxy", "proxy", "proxy", IMAPFLOW, worth=MEANT),
    Phrase("failed to setup proxy connection", "proxy", "proxy", IMAPFLOW, worth=MEANT),
    # net/smtp of Go, go-mail
    Phrase("server doesn't support auth", "rejected", "service", "go", worth=MEANT),
    Phrase("server does not support smtp auth", "rejected", "service", "go", worth=MEANT),
    # Roundcube
    Phrase("empty startup greeting", "closed", "service", "roundcube", worth=MEANT),
    # Exim
    Phrase("have been failing for a long time", "unknown", "", EXIM, worth=OPAQUE, open=UNTOLD),
    Phrase("retry time not reached for any host", "unknown", "", EXIM, worth=OPAQUE, open=UNTOLD),
    Phrase("retry timeout exceeded", "unknown", "", EXIM, worth=OPAQUE, open=UNTOLD),
    Phrase("closed connection in response to ", "closed", "service", EXIM, worth=MEANT),
)  # fmt: skip

QUERIES: dict[str, tuple[ErrorClass, str]] = {
    "SOCKET": ("unknown", ""), "AUTHFAIL": ("rejected", "service"), "PROTOCOL": ("protocol-mismatch", "service"), "DNS": ("name-not-resolved", "name"),
    "SMTP": ("unknown", "service"), "ERROR": ("unknown", ""), "UNDEFINED": ("unknown", ""),
}  # fmt: skip
"Why fetchmail gave a query up (fetchmail.h), but for what is of its own machine."
_QUERY = pattern(r"fetchmail: Query status=\d{1,2} \((\w{2,12})\)")
_OPENED = pattern(r"(?i)\b(?:s?smtp|sendmail): Cannot open ([\w.-]{1,253}):(\d{1,5})\b")
"ssmtp, which calls itself sendmail as well."
NAMED: tuple[tuple[re.Pattern[str], ErrorClass, str], ...] = (
    (pattern(r"Login to server (\S{1,253}) (?:with username .{1,253} )?failed"), "rejected", "service"),
    (pattern(r"(?:SMTP server|Outgoing server \(SMTP\)) (\S{1,253}) is unknown"), "name-not-resolved", "name"),
    (pattern(r"Server (\S{1,253}) has disconnected\."), "closed", "service"),
)


def read(line: str) -> Iterator[Reading]:
    """Sentences, with the host that they name."""
    yield from phrases(SAID, line)
    query = _QUERY.search(line)
    if query is not None and query[1] in QUERIES:
        kind, step = QUERIES[query[1]]
        worth = OPAQUE if kind == "unknown" else CODE
        yield Reading(kind=kind, worth=worth, client=FETCHMAIL, step=step, at=query.start())
    opened = _OPENED.search(line)
    if opened is not None:
        yield Reading(kind="unknown", worth=OPAQUE, client="ssmtp", host=opened[1], port=port(opened[2]), open=UNTOLD)
    yield from _named(line)


def _named(line: str) -> Iterator[Reading]:
    """Thunderbird's dialogs that have the server's name."""
    for said, kind, step in NAMED:
        found = said.search(line)
        if found is not None:
            yield Reading(kind=kind, worth=MEANT, client=THUNDERBIRD, step=step, host=found[1], at=found.start())
