"""Whether a server's first words say that it takes no more connections, or none from this client.

By the protocol's own code where it has one. Redis, memcached and OpenSSH have none: there it is the fixed beginning of
their sentence (redis src/networking.c, memcached.c, sshd.c: ``drop_connection``).
"""

from __future__ import annotations

from collections.abc import Callable

from nocarrier.facts.exchange import TurnedAway

LIMIT = 512
SQLSTATES = frozenset({"53300"})
"too_many_connections (PostgreSQL, appendix A)."
MYSQL = frozenset({1040, 1129, 1203, 1226})
"ER_CON_COUNT_ERROR, ER_HOST_IS_BLOCKED, ER_TOO_MANY_USER_CONNECTIONS, ER_USER_LIMIT_REACHED (MySQL error reference)."
BEGINNINGS: dict[str, tuple[tuple[bytes, str], ...]] = {
    "redis": ((b"-ERR max number of clients reached", "maxclients"),),
    "memcached": ((b"ERROR Too many open connections", "maxconns"),),
    "ssh": ((b"Exceeded MaxStartups", "MaxStartups"), (b"Not allowed at this time", "PerSourcePenalties")),
}


def turned_away(received: bytes, protocol: str) -> TurnedAway | None:
    """What the server said to turn the client away; None where it said anything else."""
    data = received[:LIMIT]
    reader = _READERS.get(protocol)
    if reader is not None:
        return reader(data)
    for beginning, code in BEGINNINGS.get(protocol, ()):
        if data.startswith(beginning):
            return TurnedAway(protocol=protocol, code=code, text=_printable(data))
    return None


def _postgresql(data: bytes) -> TurnedAway | None:
    """ErrorResponse: ``E``, length, then fields of one letter and a string each; C is the SQLSTATE, M the message."""
    if data[:1] != b"E":
        return None
    fields = {field[:1]: field[1:] for field in data[5:].split(b"\0") if field}
    code = fields.get(b"C", b"").decode("ascii", "replace")
    text = _printable(fields.get(b"M", b""))
    return TurnedAway(protocol="postgresql", code=code, text=text) if code in SQLSTATES else None


def _mysql(data: bytes) -> TurnedAway | None:
    """ERR_Packet in place of the greeting: ``u24 length, u8 0, 0xff, u16 code``, and the message."""
    if len(data) < 7 or data[4] != 0xFF:
        return None
    code = int.from_bytes(data[5:7], "little")
    text = data[7:]
    # '#' and a SQLSTATE stand before it where the capabilities are known already.
    text = text[6:] if text[:1] == b"#" else text
    return TurnedAway(protocol="mysql", code=str(code), text=_printable(text)) if code in MYSQL else None


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
