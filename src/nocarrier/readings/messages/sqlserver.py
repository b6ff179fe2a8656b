"""Clients of SQL Server: .NET's SqlClient, ODBC, JDBC, in the languages in which they speak."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages._sqlserver_words import COMMON, WAITED
from nocarrier.readings.messages._sqlserver_words import WORDS as OTHERS
from nocarrier.readings.messages.errnos import named, of_symbol
from nocarrier.readings.messages.phrases import Phrase, owned
from nocarrier.readings.messages.placed import UNTOLD
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, ErrorClass, Reading

STEMS = (
    "pre-login handshake", "(provider: ", "provider: error code 0x",
)  # fmt: skip

SQLSERVER = "sqlserver"

SAID = (
    Phrase("provider: ssl provider, error", "tls-failed", "tls", SQLSERVER, worth=MEANT),
    Phrase("ssl provider: ", "tls-failed", "tls", SQLSERVER, worth=OPAQUE),
    Phrase("issued by an authority that is not trusted", "tls-failed", "tls", SQLSERVER, worth=MEANT),
    Phrase("host is unavailable or does not exist", "unknown", "tcp", "freetds"),
    Phrase("server is unavailable or does not exist", "unknown", "tcp", "freetds", worth=OPAQUE),
    Phrase("error occurred during the pre-login handshake", "unknown", "service", SQLSERVER, worth=OPAQUE),
    Phrase("wait operation timed out", "timed-out", "", SQLSERVER, worth=MEANT + 1),
    Phrase("error locating server/instance", "unknown", "name", SQLSERVER, worth=OPAQUE, open=UNTOLD),
    Phrase("the server was not found or was not accessible", "unknown", "tcp", SQLSERVER, worth=OPAQUE),
    Phrase("connection timeout expired", "timed-out", "", SQLSERVER, worth=SENTENCE),
    Phrase("code: 104 message: [microsoft]", "reset", "", SQLSERVER, {"errno": "ECONNRESET"}, MEANT),
    Phrase("login timeout expired", "timed-out", "", SQLSERVER, worth=SENTENCE),
    Phrase("prior to obtaining a connection from the pool", "resource-limit", "", SQLSERVER, worth=MEANT),
    Phrase(
        "prior to completion of the operation or the server is not responding",
        "timed-out",
        "",
        SQLSERVER,
        worth=MEANT,
    ),
    Phrase("error: 18456", "rejected", "service", SQLSERVER, {"sqlserver": 18456}, MEANT),
    Phrase("login failed. the login is from an untrusted domain", "rejected", "service", SQLSERVER, worth=MEANT),
    Phrase("requested by the login. the login failed", "rejected", "service", SQLSERVER, {"sqlserver": 4060}, MEANT),
    Phrase("is not allowed to access the server", "rejected", "service", SQLSERVER, {"sqlserver": 40615}, MEANT),
    Phrase(
        "is not currently available.  please retry the connection",
        "rejected",
        "service",
        SQLSERVER,
        {"sqlserver": 40613},
        MEANT,
    ),
    Phrase("attempted to connect to does not support encryption", "tls-failed", "tls", SQLSERVER, worth=MEANT),
    Phrase("encryption not supported on", "tls-failed", "tls", SQLSERVER, worth=MEANT),
    Phrase("establish a secure connection to sql server", "tls-failed", "tls", SQLSERVER, worth=SENTENCE),
    Phrase("received an unexpected pre-login response", "protocol-mismatch", "service", SQLSERVER, worth=MEANT),
    Phrase("connection is broken and recovery is not possible", "closed", "service", SQLSERVER, worth=MEANT),
    Phrase("packet type 4, prelogin response", "protocol-mismatch", "service", SQLSERVER, worth=MEANT),
    Phrase("dbprocess is dead", "closed", "service", "freetds", worth=MEANT),
    Phrase("stream processing out of sync", "protocol-mismatch", "service", "freetds", worth=MEANT),
    Phrase("server name not found in configuration files", "name-not-resolved", "name", "freetds", worth=MEANT),
    Phrase("server does not support encryption", "tls-failed", "tls", SQLSERVER, worth=MEANT),
    Phrase("failed to get response from sql server", "timed-out", "service", SQLSERVER, worth=MEANT),
    Phrase("sql server did not return a response", "closed", "service", SQLSERVER, worth=MEANT),
    Phrase("sql server returned an incomplete response", "closed", "service", SQLSERVER, worth=MEANT),
    Phrase("during connection initialization process before login", "unknown", "service", SQLSERVER, worth=OPAQUE),
    Phrase("error occurred during the login process", "unknown", "service", SQLSERVER, worth=OPAQUE),
    Phrase("a transport-level error has occurred", "unknown", "service", SQLSERVER, worth=OPAQUE),
    Phrase("could not open a connection to sql server", "unknown", "tcp", SQLSERVER, worth=OPAQUE, open=UNTOLD),
    Phrase("client unable to establish connection", "unknown", "", SQLSERVER, worth=OPAQUE, open=UNTOLD),
    Phrase("the tcp/ip connection to the host", "unknown", "tcp", SQLSERVER, worth=OPAQUE, open=UNTOLD),
    *(Phrase(words, "timed-out", "", worth=MEANT + 1) for words in WAITED),
    *(Phrase(words, "timed-out", "", worth=SENTENCE) for words in COMMON),
    *(
        Phrase(words, kind, step, SQLSERVER, worth=OPAQUE if kind == "unknown" else SENTENCE)
        for kind, step, several in OTHERS
        for words in several
    ),
)

_NAMED = pattern(r"(?i)sql|provider")
_SNI = pattern(r"\(provider: [^(),]{1,60}, error: (\d{1,2}) -")
"(provider: TCP Provider, error: 0 - …): the number is the same in every language."
_SNI_KINDS: dict[int, tuple[ErrorClass, str]] = {
    2: ("closed", ""), 11: ("timed-out", ""), 17: ("name-not-resolved", "name"), 18: ("closed", ""), 19: ("closed", ""), 20: ("closed", ""),
    21: ("tls-failed", "tls"), 31: ("tls-failed", "tls"),
}  # fmt: skip
_HEX = pattern(r"(?i)Provider: Error code 0x([0-9a-f]{1,4})\b")
"ODBC's, of Windows and of Linux alike; 0x102 is a wait that timed out."


def read(line: str) -> Iterator[Reading]:
    """Sentences and numbers; words that others say, too, are its own where the line names it."""
    yield from owned(SAID, line, SQLSERVER, _NAMED)
    number = _SNI.search(line)
    if number is not None and int(number[1]) in _SNI_KINDS:
        kind, step = _SNI_KINDS[int(number[1])]
        yield Reading(
            kind=kind, worth=CODE, client=SQLSERVER, step=step, code={"sni": int(number[1])}, at=number.start()
        )
    bits = _HEX.search(line)
    symbol = "" if bits is None else "ETIMEDOUT" if bits[1] == "102" else named(int(bits[1], 16))
    if bits is not None and symbol:
        yield of_symbol(symbol, CODE, client=SQLSERVER, at=bits.start())
