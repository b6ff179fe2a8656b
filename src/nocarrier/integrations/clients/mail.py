"""The standard library's other clients: smtplib, ftplib, imaplib, poplib."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.integrations.clients.looking import at, text, whole
from nocarrier.readings.messages.reading import MEANT, Reading

ENDED = ("-ERR EOF", "socket error: EOF")
"What poplib and imaplib say where the server closed the connection."


def _read(exception: BaseException) -> Iterator[Reading]:
    """The reply code of SMTP (RFC 5321, section 4.2) with which a server would not have the client; -1 is smtplib's for
    a reply that is none. poplib and imaplib have one class for everything."""
    number = at(exception, "smtp_code")
    if isinstance(number, int) and number == -1:
        yield Reading(kind="protocol-mismatch", worth=MEANT, step="service")
    elif whole(number, 599) >= 400:
        yield Reading(kind="rejected", worth=MEANT, step="service", code={"smtp": whole(number)})
    words = text(exception)
    if any(end in words for end in ENDED):
        yield Reading(kind="closed", worth=MEANT, step="service")
    elif "unexpected response: " in words:
        yield Reading(kind="protocol-mismatch", worth=MEANT, step="service")
    elif words.lstrip("b'").startswith("-ERR "):
        yield Reading(kind="rejected", worth=MEANT, step="service")


_SMTP = Frame(host="host", port="port", scheme="smtp", secure=("self.context",))
_FTP = Frame(host="self.host", port="self.port", scheme="ftp")

CLIENT = Client(
    name="python",
    classes={
        "smtplib.SMTPServerDisconnected": Meaning("closed", "service"),
        "smtplib.SMTPRecipientsRefused": None,
        "smtplib.SMTPDataError": None,
        "smtplib.SMTPSenderRefused": None,
        "ftplib.error_perm": Meaning("rejected", "service"),
        "ftplib.error_temp": Meaning("rejected", "service"),
        "ftplib.error_proto": Meaning("protocol-mismatch", "service", MEANT),
        "imaplib.IMAP4.abort": Meaning("closed", "service"),
        "poplib.error_proto": Meaning("protocol-mismatch", "service", MEANT - 1),
    },
    frames={
        "smtplib:SMTP.__init__": _SMTP,
        "smtplib:SMTP.connect": _SMTP,
        "smtplib:SMTP.getreply": Frame(step="service"),
        "ftplib:FTP.connect": _FTP,
        "ftplib:FTP.getline": Frame(host="self.host", port="self.port", scheme="ftp", step="service"),
        "imaplib:IMAP4.__init__": Frame(host="host", port="port", scheme="imap", secure=("self.ssl_context",)),
        "imaplib:IMAP4.readline": Frame(
            host="self.host", port="self.port", scheme="imap", step="service", secure=("self.ssl_context",)
        ),
        "poplib:POP3.__init__": Frame(host="host", port="port", scheme="pop3", secure=("self.context",)),
        "poplib:POP3._getline": Frame(step="service"),
    },
    read=_read,
)
