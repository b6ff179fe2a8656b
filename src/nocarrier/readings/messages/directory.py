"""LDAP and Kerberos: OpenLDAP's tools, python-ldap, ldap3, JNDI, .NET, Go, MIT's and Java's Kerberos."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.placed import UNTOLD
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, WORDS, ErrorClass, Reading

STEMS = (
    "ldap",
    "kerberos",
    "kinit",
    "krb5",
    "gssapi",
    " kdc ",
    "tls: can't connect",
    "tls: peer cert",
    "tls: hostname",
    "transport endpoint",
    "simple bind failed",
)

LDAP, KERBEROS = "ldap", "kerberos"

SAID = (
    Phrase("can't contact ldap server", "unknown", "", LDAP, worth=OPAQUE, open=UNTOLD),
    Phrase("ldap server is unavailable", "unknown", "", LDAP, worth=OPAQUE, open=UNTOLD),
    Phrase("simple bind failed: ", "unknown", "", LDAP, worth=OPAQUE, open=UNTOLD),
    Phrase("server_down", "unknown", "", LDAP, worth=OPAQUE, open=UNTOLD),
    Phrase("ldapsocketopenerror", "unknown", "tcp", LDAP, worth=OPAQUE, open=UNTOLD),
    Phrase("invalid server address", "name-not-resolved", "name", "ldap3", worth=SENTENCE),
    Phrase("ldap_start_tls: connect error", "tls-failed", "tls", LDAP, worth=MEANT),
    Phrase("unable to start tls", "tls-failed", "tls", LDAP, worth=SENTENCE),
    Phrase("data 52e", "rejected", "service", LDAP, worth=MEANT),
    Phrase("acceptsecuritycontext error", "rejected", "service", LDAP, worth=MEANT),
    Phrase("invalid credentials", "rejected", "service", LDAP, worth=SENTENCE),
    Phrase("invalidcredentials", "rejected", "service", LDAP, worth=SENTENCE),
    Phrase("supplied credential is invalid", "rejected", "service", LDAP, worth=MEANT),
    Phrase("authentication required", "rejected", "service", LDAP, worth=WORDS),
    Phrase("confidentiality required", "rejected", "service", LDAP, worth=MEANT),
    Phrase("a successful bind must be completed", "rejected", "service", LDAP, worth=MEANT),
    Phrase("ldap response read timed out", "timed-out", "service", LDAP, worth=MEANT),
    Phrase("ldap connection has been closed", "closed", "service", LDAP, worth=MEANT),
    Phrase("clock skew too great", "rejected", "service", KERBEROS, worth=MEANT),
    Phrase("preauthentication failed", "rejected", "service", KERBEROS, worth=MEANT),
    Phrase("not found in kerberos database", "rejected", "service", KERBEROS, worth=MEANT),
    Phrase("cannot contact any kdc", "unknown", "", KERBEROS, worth=OPAQUE, open=UNTOLD),
    Phrase("cannot find kdc", "name-not-resolved", "name", KERBEROS, worth=MEANT),
    Phrase("cannot locate kdc", "name-not-resolved", "name", KERBEROS, worth=MEANT),
    Phrase("cannot get kdc for realm", "name-not-resolved", "name", KERBEROS, worth=MEANT),
    Phrase("no valid credentials provided", "rejected", "service", KERBEROS, worth=WORDS),
    Phrase("tls: peer cert untrusted", "tls-failed", "tls", LDAP, worth=MEANT),
    Phrase("tls: hostname does not match", "tls-failed", "tls", LDAP, worth=MEANT),
    Phrase("tls: can't connect", "tls-failed", "tls", LDAP, worth=SENTENCE),
)  # fmt: skip

_RESULT = pattern(r"(?i)ldap[^\n]{0,80}?(?:\((-?\d{1,3})\)|result code (\d{1,3})\b|error (?:code )?\[?(\d{1,3})\b)")
_RESULTS: dict[int, tuple[ErrorClass, str]] = {
    -11: ("tls-failed", "tls"), -5: ("timed-out", ""), 7: ("rejected", "service"), 8: ("rejected", "service"), 13: ("rejected", "service"),
    48: ("rejected", "service"), 49: ("rejected", "service"), 50: ("rejected", "service"), 51: ("rejected", "service"), 52: ("rejected", "service"),
    53: ("rejected", "service"), 85: ("timed-out", ""),
}  # fmt: skip
"Result codes of RFC 4511, and OpenLDAP's own below nought (ldap.h). -1 and 81 say only that there is no connection."


def read(line: str) -> Iterator[Reading]:
    """Sentences and result codes."""
    yield from phrases(SAID, line)
    found = _RESULT.search(line)
    number = 0 if found is None else int(found[1] or found[2] or found[3])
    if found is not None and number in _RESULTS:
        kind, step = _RESULTS[number]
        yield Reading(kind=kind, worth=CODE, client=LDAP, step=step, code={"ldap": number}, at=found.start())
    elif number in (-1, 81):
        yield Reading(kind="unknown", worth=OPAQUE, client=LDAP, code={"ldap": number}, open=UNTOLD)
