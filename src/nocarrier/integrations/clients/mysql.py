"""MySQL and MariaDB: PyMySQL, mysqlclient (``MySQLdb``), aiomysql. The first argument of an exception is the number of
the client's or server's error reference; the text names the host, the frames the port."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.integrations.clients.client import Client, Frame
from nocarrier.integrations.clients.looking import at, whole
from nocarrier.readings.messages.reading import MEANT, OPAQUE, SENTENCE, ErrorClass, Reading

NUMBERS: dict[int, tuple[ErrorClass, int]] = {
    2002: ("unknown", OPAQUE),  # CR_CONNECTION_ERROR; the system's error stands in the text
    2003: ("unknown", OPAQUE),  # CR_CONN_HOST_ERROR
    2005: ("name-not-resolved", SENTENCE),  # CR_UNKNOWN_HOST
    2006: ("closed", SENTENCE),  # CR_SERVER_GONE_ERROR
    2013: ("closed", SENTENCE),  # CR_SERVER_LOST
    2026: ("tls-failed", SENTENCE),  # CR_SSL_CONNECTION_ERROR
    2055: ("closed", SENTENCE),  # CR_SERVER_LOST_EXTENDED
    1040: ("rejected", MEANT),  # ER_CON_COUNT_ERROR
    1042: ("rejected", MEANT),  # ER_BAD_HOST_ERROR
    1043: ("protocol-mismatch", MEANT),  # ER_HANDSHAKE_ERROR
    1044: ("rejected", MEANT),  # ER_DBACCESS_DENIED_ERROR
    1045: ("rejected", MEANT),  # ER_ACCESS_DENIED_ERROR
    1049: ("rejected", MEANT),  # ER_BAD_DB_ERROR
    1129: ("rejected", MEANT),  # ER_HOST_IS_BLOCKED
    1130: ("rejected", MEANT),  # ER_HOST_NOT_PRIVILEGED
    1203: ("rejected", MEANT),  # ER_TOO_MANY_USER_CONNECTIONS
}
"Error number → what the client met, and how much that is worth."


def _read(exception: BaseException) -> Iterator[Reading]:
    number = whole(at(exception, "args.0")) if isinstance(at(exception, "args.0"), int) else 0
    kind, worth = NUMBERS.get(number, ("unknown", 0))
    if worth:
        step = "name" if kind == "name-not-resolved" else "tls" if kind == "tls-failed" else "service"
        yield Reading(
            kind=kind, worth=worth, client="mysql", step="" if worth == OPAQUE else step, code={"mysql": number}
        )


_CONNECTION = Frame(host="self.host", port="self.port", path="self.unix_socket")

CLIENT = Client(
    name="mysql",
    scheme="mysql",
    beneath=("original_exception",),
    frames={
        "pymysql.connections:Connection.connect": _CONNECTION,
        "pymysql.connections:Connection._read_bytes": _CONNECTION,
        "MySQLdb.connections:Connection.__init__": Frame(
            host="kwargs2.host", port="kwargs2.port", path="kwargs2.unix_socket"
        ),
        "aiomysql.connection:Connection._connect": Frame(
            host="self._host", port="self._port", path="self._unix_socket"
        ),
    },
    read=_read,
)
