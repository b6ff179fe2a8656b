"""What a server says in whatever protocol when it turns a client away over who it is: words for logins, passwords, rights.

Programs of all kinds repeat such words, so it takes a line that speaks of a connection, of a service or of an error as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.common import speaks_of_connections
from nocarrier.readings.messages.reading import WORDS, Reading

_WHOM = (
    "login",
    "logon",
    "authentication",
    "authorization",
    "authorisation",
    "auth",
    "credentials",
    "password",
    "handshake authentication",
)
_HOW = ("failed", "failure", "refused", "denied", "rejected", "required", "error", "violation")
_BAD = ("invalid", "bad", "incorrect", "wrong", "unknown")
_WHAT = (
    "credentials",
    "password",
    "username",
    "user name",
    "user/password",
    "login",
    "auth token",
    "authentication",
    "access token",
    "api key",
)

STEMS = (
    *(f"{whom} {how}" for whom in _WHOM for how in _HOW),
    *(f"{whom} was {how}" for whom in _WHOM for how in ("refused", "rejected", "denied")),
    *(f"{bad} {what}" for bad in _BAD for what in _WHAT),
    "not authorized", "not authorised", "unauthorized", "failed to authenticate", "unable to authenticate", "could not authenticate",
    "couldn't authenticate", "cannot authenticate", "not authenticated", "authenticationexception", "authenticationerror", "authfailed", "autherror",
    "login incorrect", "logon failure", "requires authentication", "not permitted to connect", "not allowed to connect", "account is disabled",
    "account has been locked", "badcredentials", "connection not allowed", "server access denied",
)  # fmt: skip

_OF_DOMAINS = "(authenticator: "
"Certbot's word for how it shows that a domain is its own."
_OPTION = "reject_unauthorized"
"Of Node's environment, which says that certificates are not checked, and not that anybody was refused."
_ABOUT = pattern(
    r"(?i)\bserver|broker|database|\bdb\b|sql|mongo|redis|mqtt|amqp|smtp|imap|ldap|\bftp|\bssh|\bvpn|\bsip\b|\brtsp|\brtmp|\bvnc|\brdp|\bapi error|client|session|\b40[13]\b|[a-z](?:Error|Exception)\b|^\s*(?:error|fatal)\b"
)


def read(line: str) -> Iterator[Reading]:
    """A server's no."""
    lower = line.lower().replace(_OPTION, "")
    found = () if _OF_DOMAINS in line else [at for stem in STEMS if (at := lower.find(stem)) >= 0]
    if found and (speaks_of_connections(line) or _ABOUT.search(line)):
        yield Reading(kind="rejected", worth=WORDS, step="service", at=min(found))
