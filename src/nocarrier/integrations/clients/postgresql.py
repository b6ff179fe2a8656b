"""PostgreSQL: psycopg 3 and 2 (their texts are libpq's, which name the target) and asyncpg (whose frames do).

The SQLSTATE is that of PostgreSQL's appendix A: of its classes only those are read that are about connecting.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.integrations.clients.looking import at, plain_text
from nocarrier.readings.messages.reading import MEANT, OPAQUE, ErrorClass, Reading

STATES: dict[str, ErrorClass] = {
    "08": "closed",
    "28": "rejected",
    "3D": "rejected",
    "53300": "rejected",
    "57P01": "closed",
    "57P02": "closed",
    "57P03": "rejected",
}
"SQLSTATE, or the class that it begins with → what the client met."


def _read(exception: BaseException) -> Iterator[Reading]:
    state = plain_text(at(exception, "sqlstate")) or plain_text(at(exception, "pgcode"))
    kind = STATES.get(state) or STATES.get(state[:2])
    if kind is not None:
        yield Reading(kind=kind, worth=MEANT, client="", step="service", code={"sqlstate": state[:5]})


_ATTEMPT = Frame(host="attempt.host", port="attempt.port", literal="params.hostaddr", file=".s.PGSQL.{port}")
_RESOLVING = Frame(host="params.host", port="params.port")
_ADDRESS = Frame(host="addr.0", port="addr.1", path="addr")

CLIENT = Client(
    name="postgresql",
    scheme="postgresql",
    classes={
        "psycopg.errors.ConnectionTimeout": Meaning("timed-out", "", MEANT),
        "psycopg_pool.PoolTimeout": None,
        "psycopg_pool.TooManyRequests": None,
        "asyncpg.exceptions._base.InterfaceError": None,
        "asyncpg.exceptions.ConnectionDoesNotExistError": Meaning("closed", "service"),
        "asyncpg.exceptions.PostgresConnectionError": Meaning("unknown", worth=OPAQUE),
    },
    frames={
        "psycopg.connection:Connection.connect": _ATTEMPT,
        "psycopg.connection_async:AsyncConnection.connect": _ATTEMPT,
        "psycopg._conninfo_attempts:conninfo_attempts": _RESOLVING,
        "psycopg._conninfo_attempts_async:conninfo_attempts_async": _RESOLVING,
        "asyncpg.connect_utils:_connect_addr": _ADDRESS,
        "asyncpg.connect_utils:__connect_addr": _ADDRESS,
    },
    read=_read,
)
