"""Clients of mail servers: SMTP, IMAP, POP."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.errnos import of_symbol
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.placed import UNTOLD, port
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, WORDS, Reading

_CODES = (
    "421",
    "450",
    "451",
    "452",
    "454",
    "530",
    "534",
    "535",
    "538",
    "550",
    "551",
    "552",
    "553",
    "554",
    "571",
)
STEMS = (
    "no such file or directory",
    "smtp", "imap", "outlook", "postfix", "sendmail", "dovecot", "mailer", "responsecode: ", "got code ", "invalid login: ",
    "server response was: ", " no login", " no authenticate", " no [", *(f"{code}{between}{code[0]}." for code in _CODES for between in (" ", "-")),
)  # fmt: skip

SMTP = "smtp"

SAID = (
    Phrase("could not connect to smtp host", "unknown", "", SMTP, worth=OPAQUE, open=UNTOLD),
    Phrase("smtp connect() failed", "unknown", "", SMTP, worth=OPAQUE, open=UNTOLD),
    Phrase("connection could not be established with host", "unknown", "", SMTP, worth=OPAQUE, open=UNTOLD),
    Phrase("unable to connect to the smtp server", "unknown", "", SMTP, worth=OPAQUE, open=UNTOLD),
    Phrase("got bad greeting from smtp host", "closed", "service", SMTP, worth=MEANT),
    Phrase("smtp 4xx error: transient error", "rejected", "service", "lettre", worth=MEANT),
    Phrase("smtp 5xx error: permanent error", "rejected", "service", "lettre", worth=MEANT),
    Phrase("smtpserverdisconnected", "closed", "service", SMTP),
    Phrase("535 5.7", "rejected", "service", SMTP),
    Phrase("smtpauthenticationerror", "rejected", "service", SMTP, worth=MEANT),
    Phrase("invalid greeting from server:", "rejected", "service", "nodemailer", worth=MEANT),
    Phrase("maximum number of connections from user+ip exceeded", "rejected", "service", "dovecot", worth=MEANT + 1),
    Phrase("greeting never received", "timed-out", "service", "nodemailer", worth=MEANT),
    Phrase(
        "the smtp server requires a secure connection or the client was not authenticated",
        "rejected",
        "service",
        SMTP,
        worth=MEANT,
    ),
    Phrase("0x800ccc0d", "name-not-resolved", "name", "outlook", {"hresult": "0x800CCC0D"}, MEANT),
    Phrase("0x800ccc0e", "unknown", "tcp", "outlook", {"hresult": "0x800CCC0E"}, OPAQUE, UNTOLD),
    Phrase("0x800ccc0f", "closed", "service", "outlook", {"hresult": "0x800CCC0F"}, MEANT),
    Phrase("0x800ccc15", "unknown", "tcp", "outlook", {"hresult": "0x800CCC15"}, OPAQUE, UNTOLD),
    Phrase("0x800ccc18", "rejected", "service", "outlook", {"hresult": "0x800CCC18"}, MEANT),
    Phrase("0x800ccc19", "timed-out", "service", "outlook", {"hresult": "0x800CCC19"}, MEANT),
    Phrase("0x800ccc1a", "tls-failed", "tls", "outlook", {"hresult": "0x800CCC1A"}, MEANT),
    Phrase("0x800ccc6", "rejected", "service", "outlook", {"hresult": "0x800CCC6x"}, MEANT),
    Phrase("0x800ccc7", "rejected", "service", "outlook", {"hresult": "0x800CCC7x"}, MEANT),
    Phrase("0x800ccc9", "rejected", "service", "outlook", {"hresult": "0x800CCC9x"}, MEANT),
    Phrase("0x8004210a", "timed-out", "service", "outlook", {"hresult": "0x8004210A"}, MEANT),
    Phrase("0x80042108", "unknown", "tcp", "outlook", {"hresult": "0x80042108"}, OPAQUE, UNTOLD),
    Phrase("0x80042109", "unknown", "tcp", "outlook", {"hresult": "0x80042109"}, OPAQUE, UNTOLD),
    Phrase("is refusing smtp connections", "unknown", "tcp", SMTP, worth=OPAQUE, open=UNTOLD),
    Phrase("refused to talk to me: ", "rejected", "service", "postfix", worth=MEANT),
    Phrase("while receiving the initial server greeting", "closed", "service", "postfix", worth=SENTENCE),
    Phrase("while sending end of data", "closed", "service", "postfix", worth=OPAQUE),
    Phrase("while receiving the initial server greeting", "closed", "service", "postfix", worth=OPAQUE),
    Phrase("while performing the ehlo handshake", "closed", "service", "postfix", worth=OPAQUE),
    Phrase("while performing the helo handshake", "closed", "service", "postfix", worth=OPAQUE),
    Phrase("timed out while receiving the initial server greeting", "timed-out", "service", "postfix", worth=MEANT),
    Phrase("while performing the ehlo handshake", "closed", "service", "postfix", worth=SENTENCE),
    Phrase("name service error for name=", "name-not-resolved", "name", "postfix", worth=MEANT + 1),
    Phrase("tls is required, but was not offered", "tls-failed", "tls", "postfix", worth=MEANT),
    Phrase("cannot start tls: ", "tls-failed", "tls", "postfix", worth=MEANT),
    Phrase("server certificate not trusted", "tls-failed", "tls", "postfix", worth=MEANT),
    Phrase("server certificate not verified", "tls-failed", "tls", "postfix", worth=MEANT),
    Phrase("authenticationfailedexception", "rejected", "service", "javamail", worth=SENTENCE),
    Phrase("smtpsenderrefused", "rejected", "service", SMTP, worth=SENTENCE),
    Phrase("smtprecipientsrefused", "rejected", "service", SMTP, worth=SENTENCE),
    Phrase("mta: ... timeout for [", "timed-out", "", "opensmtpd", worth=MEANT),
    Phrase("smtpdataerror", "rejected", "service", SMTP, worth=SENTENCE),
    Phrase("smtpheloerror", "rejected", "service", SMTP, worth=SENTENCE),
    Phrase("but got an empty response", "closed", "service", SMTP, worth=MEANT),
    Phrase('but got code "", with message', "closed", "service", SMTP, worth=MEANT),
    Phrase("starttls extension not supported", "tls-failed", "tls", SMTP, worth=MEANT),
    Phrase("must issue a starttls", "rejected", "service", SMTP, worth=MEANT),
    Phrase("smtp auth extension not supported", "rejected", "service", SMTP, worth=MEANT),
    Phrase("please log in via your web browser", "rejected", "service", "", worth=MEANT),
    Phrase("application-specific password required", "rejected", "service", "", worth=MEANT),
    Phrase("username and password not accepted", "rejected", "service", "", worth=MEANT),
    Phrase("imap4.abort: ", "closed", "service", "imaplib", worth=WORDS),
    Phrase("authenticationfailed]", "rejected", "service", "imap", worth=MEANT),
    Phrase("error authenticating", "rejected", "service", "", worth=WORDS),
    Phrase("imap-login: disconnected: inactivity", "timed-out", "hold", "dovecot", worth=MEANT),
    Phrase("auth failed, ", "rejected", "service", "dovecot", worth=SENTENCE),
    Phrase("too many login attempts", "rejected", "service", "", worth=MEANT),
    Phrase("relay access denied", "rejected", "service", SMTP, worth=MEANT),
    Phrase("relaying denied", "rejected", "service", SMTP, worth=MEANT),
    Phrase("(auth failed, ", "rejected", "service", "dovecot", worth=MEANT),
    Phrase("disconnected (disallowed plaintext auth", "rejected", "service", "dovecot", worth=MEANT),
    Phrase("): disconnected for inactivity", "timed-out", "hold", "dovecot", worth=MEANT),
    Phrase("but got empty code", "closed", "service", SMTP, worth=MEANT),
    Phrase("please enable imap access", "rejected", "service", "imap", worth=MEANT),
    Phrase("-login: disconnected (", "closed", "service", "dovecot"),
    Phrase("-login: aborted login", "closed", "service", "dovecot"),
    Phrase("client has quit the connection", "closed", "service", "dovecot"),
)

_JAVA = pattern(r"(?i)to SMTP host: ([\w.-]{1,253}), (?:port: )?(\d{1,5})(?:[,;] response: (-1))?")
"JavaMail's -1 is the end of the connection in place of a greeting."
_REPLY = pattern(r"(?<![\d.])(4[2-5]\d|5[357]\d)[ -]{1,2}#?([45]\.\d{1,3}\.\d{1,3})\b")
"A reply of a mail server with its enhanced status (RFC 3463); 50x says only that what was sent is no SMTP."
_QUOTED = pattern(
    r"(?i)(?:smtp\w*(?:error|refused|exception)[:(\[ ]{1,3}\(?|got code \"?|invalid login: |responsecode: |server response was: |response:? )(4[2-5]\d|5[0357]\d)\b"
)
'A reply as a library quotes it: ``SMTPConnectError: (421, …``, ``got code "535"``, ``Invalid login: 535``.'


_LOCAL = pattern(
    r"(?i)\bconnect to (?:transport )?(?:[\w.-]{1,253}\[(/[^\]\s]{1,107})\]|(private/[\w.-]{1,64})): no such file or directory"
)
"Postfix' of a unix socket; one below its own queue has no slash in front."
_TAGGED = pattern(r"(?:^|[\s:<>*])[A-Za-z]{0,8}\d{0,10}\.?\d{1,10} NO (?:LOGIN|AUTHENTICATE|\[[A-Z]{4,24}\])")
"IMAP's no to the command of this tag (RFC 3501, section 7.1.2)."


_NAME = pattern(r"\bName service error for name=([\w.-]{1,253})")


def read(line: str) -> Iterator[Reading]:
    """Sentences and places."""
    name = _NAME.search(line)
    for one in phrases(SAID, line):
        yield one if name is None or one.step != "name" else replace(one, host=name[1])
    reply = _REPLY.search(line) or _QUOTED.search(line)
    if reply is not None and "proxy-reject: " not in line and "proxy-reject: " not in line:
        code: dict[str, str | int] = {"reply": int(reply[1])}
        yield Reading(kind="rejected", worth=CODE, client=SMTP, step="service", code=code, at=reply.start())
    local = _LOCAL.search(line)
    if local is not None:
        yield of_symbol(
            "ENOENT", SENTENCE, client="postfix", scheme="unix", host=local[1] or local[2], at=local.start()
        )
    refused = _TAGGED.search(line)
    if refused is not None:
        yield Reading(kind="rejected", worth=SENTENCE, client="imap", step="service", at=refused.start())
    at = _JAVA.search(line)
    if at is not None:
        ended = at[3] is not None
        yield Reading(
            kind="closed" if ended else "unknown", worth=MEANT if ended else OPAQUE, client=SMTP, scheme=SMTP, host=at[1],
            port=port(at[2]), step="service" if ended else "", at=at.start(),
        )  # fmt: skip
