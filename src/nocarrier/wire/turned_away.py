"""Whether a server's first words say that it takes no more connections, or none of this client.

By the protocol's own code where it has one. Redis, memcached and OpenSSH have none: there it is the fixed beginning of
their sentence (redis src/networking.c, memcached.c, sshd.c: ``drop_connection``).
"""

from __future__ import annotations

from collections.abc import Callable

from nocarrier.facts.exchange import TurnedAway

LIMIT = 512
TOO_MANY = "53300"
"too_many_connections (PostgreSQL, appendix A)."
NOT_AUTHORIZED, BY_PG_HBA, PG_HBA = "28000", b"ClientAuthentication", b"pg_hba.conf"
"""invalid_authorization_specification, as the function says it that goes through pg_hba.conf (src/backend/libpq/auth.c): no line
of it fits, or one that rejects, and the sentence names the file in every language. A role that there is not has the same code,
from another function; a line that wants the client's certificate has it from this one, in a sentence without the file."""
MYSQL = frozenset({1040, 1129, 1203, 1226})
"ER_CON_COUNT_ERROR, ER_HOST_IS_BLOCKED, ER_TOO_MANY_USER_CONNECTIONS, ER_USER_LIMIT_REACHED (MySQL error reference)."
NOT_PRIVILEGED = 1130
"ER_HOST_NOT_PRIVILEGED: no account may log in from there, whoever it is."
BEGINNINGS: dict[str, tuple[tuple[bytes, str], ...]] = {
    "redis": ((b"-ERR max number of clients reached", "maxclients"), (b"-DENIED ", "protected-mode")),
    "memcached": ((b"ERROR Too many open connections", "maxconns"),),
    "ssh": ((b"Exceeded MaxStartups", "MaxStartups"), (b"Not allowed at this time", "PerSourcePenalties")),
}
FORBIDDING = frozenset({"protected-mode"})
"""Redis says ``-DENIED`` to whoever is not on its own machine, unless its default user has a password
(redis src/networking.c: clientAcceptHandler)."""


def turned_away(received: bytes, protocol: str) -> TurnedAway | None:
    """What the server said to turn the client away; None where it said anything else."""
    data = received[:LIMIT]
    reader = _READERS.get(protocol)
    if reader is not None:
        return reader(data)
    for beginning, code in BEGINNINGS.get(protocol, ()):
        if data.startswith(beginning):
            return TurnedAway(protocol=protocol, code=code, text=_printable(data), forbidden=code in FORBIDDING)
    return None


def wants_a_login(received: bytes, protocol: str) -> bool:
    """It does nothing for whoever has not logged in (redis src/server.c: ``-NOAUTH``)."""
    return protocol == "redis" and received.startswith(b"-NOAUTH ")


def _postgresql(data: bytes) -> TurnedAway | None:
    """ErrorResponse: ``E``, length, then fields of one letter and a string each; C is the SQLSTATE, M the message, R the
    function that said it."""
    if data[:1] != b"E":
        return None
    fields = {field[:1]: field[1:] for field in data[5:].split(b"\0") if field}
    code = fields.get(b"C", b"").decode("ascii", "replace")
    text = _printable(fields.get(b"M", b""))
    forbidden = code == NOT_AUTHORIZED and fields.get(b"R") == BY_PG_HBA and PG_HBA in fields.get(b"M", b"")
    if code != TOO_MANY and not forbidden:
        return None
    return TurnedAway(protocol="postgresql", code=code, text=text, forbidden=forbidden)


def _mysql(data: bytes) -> TurnedAway | None:
    """ERR_Packet in place of the greeting: ``u24 length, u8 0, 0xff, u16 code``, and the message."""
    if len(data) < 7 or data[4] != 0xFF:
        return None
    code = int.from_bytes(data[5:7], "little")
    text = data[7:]
    # '#' and a SQLSTATE stand before it where the capabilities are known already.
    text = text[6:] if text[:1] == b"#" else text
    if code == NOT_PRIVILEGED:
        return TurnedAway(
            protocol="mysql", code=str(code), text=_printable(text), forbidden=True, seen_as=_between_quotes(text)
        )
    return TurnedAway(protocol="mysql", code=str(code), text=_printable(text)) if code in MYSQL else None


def _between_quotes(text: bytes) -> str:
    """The client's address, or the name that the server found for it: it stands so in every language of MySQL's messages."""
    host = text.split(b"'")[1].decode("ascii", "replace") if text.count(b"'") > 1 else ""
    return host if host and all(letter.isalnum() or letter in ".:_-" for letter in host) else ""


def _reply(protocol: str) -> Callable[[bytes], TurnedAway | None]:
    """421 in place of a greeting: "service not available", with which mail and FTP servers limit connections
    (RFC 5321, section 4.2.2; RFC 959, section 4.2.1)."""

    def read(data: bytes) -> TurnedAway | None:
        return TurnedAway(protocol=protocol, code="421", text=_printable(data)) if data[:3] == b"421" else None

    return read


_READERS: dict[str, Callable[[bytes], TurnedAway | None]] = {
    "postgresql": _postgresql,
    "mysql": _mysql,
    "smtp": _reply("smtp"),
    "ftp": _reply("ftp"),
}


def _printable(raw: bytes) -> str:
    """One line without control characters, at most 200 letters."""
    line = raw.decode("utf-8", "replace").splitlines()[:1]
    return "".join(letter for letter in (line[0] if line else "") if letter.isprintable()).strip()[:200]
