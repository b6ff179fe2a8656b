"""Clients of MySQL and MariaDB: their C library and what is made of it, PHP, Connector/J, Node."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.common import TEXTS
from nocarrier.readings.messages.errnos import KIND, named, step_of
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase
from nocarrier.readings.messages.placed import POLLED, Place, port, said
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, WORDS, ErrorClass, Reading

STEMS = (
    "er_not_supported_auth_mode", "through socket", "connect to server on", "connect to local server", "sqlstate", "mysql", "mariadb",
    "too many connections", "has exceeded the 'max_", "error 1040 (", "error 1044 (", "error 1045 (", "error 1049 (", "error 1130 (", "error 1698 (", "error 2026 (", "last packet successfully received",
)  # fmt: skip

MYSQL = "mysql"

TOO_MANY: dict[str, str | int] = {"mysql": 1040}
SAID = (
    Phrase(
        "server on 'localhost' ([errno 2] no such file", "refused", "tcp", "mysql", {"errno": "ENOENT"}, MEANT + 1
    ),
    Phrase("doesn't permit requested plugin", "rejected", "service", MYSQL, worth=MEANT),
    Phrase("packet during handshake phase", "protocol-mismatch", "service", MYSQL, worth=MEANT),
    Phrase("but the server doesn't have this capability", "rejected", "service", MYSQL, worth=MEANT),
    Phrase("protocol mismatch. server version = ", "protocol-mismatch", "service", MYSQL, worth=MEANT),
    Phrase("can't open named pipe to host", "unknown", "tcp", MYSQL, worth=OPAQUE),
    Phrase("can't wait for named pipe to host", "unknown", "tcp", MYSQL, worth=OPAQUE),
    # Connector/J, go-sql-driver
    Phrase("server identity verification failed", "tls-failed", "tls", MYSQL, worth=MEANT),
    Phrase("does not support required protocol 41+", "protocol-mismatch", "service", MYSQL, worth=MEANT),
    Phrase("this user requires clear text authentication", "rejected", "service", MYSQL, worth=MEANT),
    Phrase("this user requires mysql native password", "rejected", "service", MYSQL, worth=MEANT),
    Phrase("this user requires old password", "rejected", "service", MYSQL, worth=MEANT),
    Phrase("commands out of sync. ", "protocol-mismatch", "service", MYSQL, worth=MEANT),
    Phrase("er_not_supported_auth_mode", "rejected", "service", MYSQL, {"mysql": 1251}, MEANT),
    Phrase(".sock' (2)", "refused", "tcp", MYSQL, {"errno": "ENOENT"}, MEANT),
    Phrase("socket '' (111)", "refused", "tcp", MYSQL, {"errno": "ECONNREFUSED"}, MEANT),
    Phrase(".sock' (111)", "refused", "tcp", MYSQL, {"errno": "ECONNREFUSED"}, MEANT),
    Phrase("is not allowed to connect to this", "rejected", "service", MYSQL, {"mysql": 1130}, MEANT),
    Phrase("access denied for user '", "rejected", "service", MYSQL, {"mysql": 1045}, MEANT),
    Phrase("too many connections", "rejected", "service", MYSQL, TOO_MANY, MEANT),
    Phrase("#2002 - no such file or directory", "refused", "tcp", MYSQL, {"errno": "ENOENT"}, MEANT),
    Phrase("server's socket is not correctly configured)", "unknown", "", MYSQL, worth=OPAQUE, open=POLLED),
    Phrase("[2002] no such file or directory", "refused", "tcp", MYSQL, {"errno": "ENOENT"}, MEANT),
    Phrase("/2002): no such file or directory", "refused", "tcp", MYSQL, {"errno": "ENOENT"}, MEANT),
    Phrase("/2002): connection refused", "refused", "tcp", MYSQL, {"errno": "ECONNREFUSED"}, MEANT),
    Phrase("#2002 - no such file or directory", "refused", "tcp", MYSQL, {"errno": "ENOENT"}, MEANT),
    Phrase("#2002 - connection refused", "refused", "tcp", MYSQL, {"errno": "ECONNREFUSED"}, MEANT),
    Phrase("has exceeded the 'max_", "rejected", "service", MYSQL, {"mysql": 1226}, MEANT),
    Phrase("authentication method unknown to the client", "rejected", "service", MYSQL, {"mysql": 2054}, MEANT),
    Phrase("unknown mysql server host", "name-not-resolved", "name", MYSQL, {"mysql": 2005}, MEANT),
    Phrase("is blocked because of many connection errors", "rejected", "service", MYSQL, {"mysql": 1129}, MEANT),
    Phrase("' (timed out)", "timed-out", "tcp", MYSQL, worth=MEANT),
    Phrase("during query (timed out)", "timed-out", "service", MYSQL, {"mysql": 2013}, MEANT),
    Phrase("during query ([errno 110]", "timed-out", "service", MYSQL, {"mysql": 2013}, MEANT),
    Phrase("da der zielcomput (trying", "refused", "tcp", MYSQL, {"errno": "WSAECONNREFUSED"}, MEANT),
    Phrase("lost connection to mysql server", "closed", "service", MYSQL, {"mysql": 2013}),
    Phrase("lost connection to server", "closed", "service", MYSQL, {"mysql": 2013}),
    Phrase("mysql server has gone away", "closed", "service", MYSQL, {"mysql": 2006}, MEANT),
    Phrase("server has gone away", "closed", "service", MYSQL, {"mysql": 2006}),
    Phrase("got an error reading communication packets", "closed", "service", MYSQL, {"mysql": 1158}),
    Phrase("got timeout reading communication packets", "timed-out", "service", MYSQL, {"mysql": 1159}, MEANT),
    Phrase("got an error writing communication packets", "closed", "service", MYSQL, {"mysql": 1160}),
    Phrase("bad handshake", "protocol-mismatch", "service", MYSQL),
    Phrase("packet sequence number wrong", "protocol-mismatch", "service", MYSQL, worth=MEANT),
    Phrase("mysqli_sql_exception: no such file or directory", "refused", "tcp", MYSQL, {"errno": "ENOENT"}, MEANT),
    Phrase("mysqli_sql_exception: permission denied", "permission-denied", "", MYSQL, {"errno": "EACCES"}, MEANT),
    Phrase("[2002] permission denied", "permission-denied", "", MYSQL, {"errno": "EACCES"}, MEANT),
    Phrase(
        "mysqli_sql_exception: operation not permitted", "permission-denied", "", MYSQL, {"errno": "EPERM"}, MEANT
    ),
    Phrase("[2002] operation not permitted", "permission-denied", "", MYSQL, {"errno": "EPERM"}, MEANT),
    Phrase("unknown server host '", "name-not-resolved", "name", MYSQL, {"mysql": 2005}, MEANT),
    Phrase("can't create tcp/ip socket (97)", "address-unavailable", "tcp", MYSQL, {"errno": "EAFNOSUPPORT"}, MEANT),
    Phrase("can't create tcp/ip socket (13)", "permission-denied", "tcp", MYSQL, {"errno": "EACCES"}, MEANT),
    Phrase("can't create tcp/ip socket (24)", "resource-limit", "tcp", MYSQL, {"errno": "EMFILE"}, MEANT),
    Phrase("packets out of order", "protocol-mismatch", "service", MYSQL),
    Phrase("malformed communication packet", "protocol-mismatch", "service", MYSQL),
    Phrase("communications link failure", "unknown", "", MYSQL, worth=OPAQUE, open=POLLED),
    Phrase("public key retrieval is not allowed", "rejected", "service", MYSQL, worth=MEANT),
    Phrase("client does not support authentication protocol", "rejected", "service", MYSQL, {"mysql": 1251}, MEANT),
    Phrase("caching_sha2_password", "rejected", "service", MYSQL, {"mysql": 2059}, WORDS),
    Phrase("before connection was unexpectedly lost", "closed", "service", MYSQL, worth=MEANT),
    Phrase("could not create connection to database server", "unknown", "", MYSQL, worth=OPAQUE, open=POLLED),
)

_ERRNO = pattern(r"(?i)system error: (\d{1,5})\b|server (?:on|through socket) '[^']{1,260}'\s?\((\d{1,5})\b")
_AT = pattern(
    r"(?i)can't connect to (?:local |mysql |mariadb )*server (?:on|through socket) '((?=[0-9a-f]*:[0-9a-f]*:)[0-9a-f:]{2,39}(?=')|[^':]{1,253})(?::(\d{1,5}))?'\s*\(?\[?(?:errno )?(\d{1,5})?"
)
_CODE = pattern(
    r"\bERROR (20\d\d|1\d{3}) \((?:\w{5}\))?|\((20\d\d|10\d\d|11\d\d), ['\"]|\[(20\d\d)\]|SQLSTATE\[\w{5}\] \[(1\d{3})\]|\berror connecting to master\b.{1,400}?\bError_code: (?:MY-00)?(2005|10\d\d|11\d\d)\b"
)
_REPLY = pattern(r"(?i)\b4[25]1[ -]|\(4[25]1, |\bfrom your ip\b|\b(?:e?smtp|ftp|imap|pop3|ssh)\b")
"Servers of mail, files and logins have too many connections as well."
_HOST = pattern(r"(?i)unknown (?:mysql )?server host '([^']{1,253})'")
_KINDS: dict[int, ErrorClass] = {
    2002: "refused", 2003: "refused", 2005: "name-not-resolved", 2006: "closed", 2013: "closed", 2026: "tls-failed",
    1040: "rejected", 1044: "rejected", 1045: "rejected", 1049: "rejected", 1129: "rejected", 1130: "rejected", 1203: "rejected", 1226: "rejected", 1698: "rejected",
}  # fmt: skip
_STEPS = {2002: "tcp", 2003: "tcp", 2005: "name", 2026: "tls"}
_QUIET = pattern(
    r"last packet successfully received from the server was (?:\d{2,3},\d{3}|\d{1,3},\d{3},[\d,]{3,12}|\d{5,12}) milliseconds ago"
)
"Connector/J's own measure of how long a connection had been quiet when it proved dead; a fresh one says a few milliseconds."


def read(line: str) -> Iterator[Reading]:
    """Sentences, codes and places."""
    replied = _REPLY.search(line) is not None
    for one in said(SAID, line, _place(line)):
        if not (replied and one.code == TOO_MANY):
            yield one
    yield from _code(line)
    quiet = _QUIET.search(line)
    if quiet is not None:
        yield Reading(kind="unknown", worth=MEANT, client=MYSQL, step="hold", open=POLLED, at=quiet.start())


def _code(line: str) -> Iterator[Reading]:
    """An error of the client library (2xxx); the errno behind it says more. MariaDB's 115 is what it was doing (EINPROGRESS), and tells of no failure."""
    found, behind = _CODE.search(line), _ERRNO.search(line)
    lower = line.lower()
    own = found is not None and found[0].endswith(")")  # its command line's form, with the state behind the number
    if (found or behind) is None or not (
        own or "mysql" in lower or "mariadb" in lower or "server " in line or "sqlstate[" in lower
    ):
        return
    symbol = named(int(behind[1] or behind[2])) if behind is not None else ""
    if behind is not None and symbol:
        code: dict[str, str | int] = {"errno": symbol}
        step = "service" if "lost connection" in lower else step_of(symbol)
        yield Reading(
            kind=KIND[symbol], worth=CODE, client=MYSQL, step=step, code=code, scheme=MYSQL, at=behind.start()
        )
    if found is None:
        return
    number = int(next(group for group in found.groups() if group))
    kind = _KINDS.get(number)
    if kind is not None and not any(words in lower for words, _ in TEXTS):  # the system's words say more
        step = _STEPS.get(number, "service")
        opaque = not symbol and kind == "refused"  # 2002 and 2003 are numbers for every failure to connect
        yield Reading(
            kind="unknown" if opaque else kind, worth=OPAQUE if opaque else WORDS, client=MYSQL, step=step, code={"mysql": number}, scheme=MYSQL,
            at=found.start(), open=NOT_TOLD if opaque else None,
        )  # fmt: skip


def _place(line: str) -> Place | None:
    at = _AT.search(line)
    if at is not None:
        return Place("unix", at[1]) if at[1].startswith("/") else Place(MYSQL, at[1], port(at[2]))
    host = _HOST.search(line)
    return None if host is None else Place(MYSQL, host[1])
