"""Symbols and numbers of errors: errno of the systems, Winsock's, and those of getaddrinfo(3).

Sources: Linux include/uapi/asm-generic/errno.h; BSD sys/errno.h (macOS and FreeBSD share the numbers that stand here);
Windows winerror.h; glibc, BSD and Windows netdb/ws2tcpip.h.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.readings.messages.reading import ErrorClass, Reading

if TYPE_CHECKING:
    import re

KIND: dict[str, ErrorClass] = {
    "ECONNREFUSED": "refused",
    "ETIMEDOUT": "timed-out",
    "EHOSTUNREACH": "unreachable", "ENETUNREACH": "unreachable", "EHOSTDOWN": "unreachable", "ENETDOWN": "unreachable",
    "EADDRNOTAVAIL": "address-unavailable", "EAFNOSUPPORT": "address-unavailable",
    "EADDRINUSE": "address-in-use",
    "ECONNRESET": "reset",
    "EPIPE": "closed", "ECONNABORTED": "reset", "ENOTCONN": "closed", "ESHUTDOWN": "closed",
    "ENOENT": "refused",
    "EACCES": "permission-denied", "EACCESS": "permission-denied", "EPERM": "permission-denied",
    "EMFILE": "resource-limit", "ENFILE": "resource-limit", "ENOBUFS": "resource-limit", "ENOMEM": "resource-limit",
    "ENOTFOUND": "name-not-resolved", "EAI_NONAME": "name-not-resolved", "EAI_AGAIN": "name-not-resolved",
    "EAI_NODATA": "name-not-resolved", "EAI_FAIL": "name-not-resolved", "EAI_ADDRFAMILY": "name-not-resolved",
    "ENODATA": "name-not-resolved", "ESERVFAIL": "name-not-resolved",
}  # fmt: skip
"Symbol → what the client met. ``ENOTFOUND``, ``ENODATA`` and ``ESERVFAIL`` are c-ares', as Node prints them."

ANYWHERE = frozenset({"ENOENT", "EACCES", "EACCESS", "EPERM", "EPIPE", "ENOMEM", "ENODATA", "EAFNOSUPPORT"})
"Symbols that stand in messages about files as well: they count where the line speaks of a connection."

LINUX: dict[int, str] = {
    1: "EPERM", 12: "ENOMEM", 13: "EACCES", 23: "ENFILE", 24: "EMFILE", 32: "EPIPE", 97: "EAFNOSUPPORT", 98: "EADDRINUSE",
    99: "EADDRNOTAVAIL", 100: "ENETDOWN", 101: "ENETUNREACH", 103: "ECONNABORTED", 104: "ECONNRESET", 105: "ENOBUFS",
    107: "ENOTCONN", 108: "ESHUTDOWN", 110: "ETIMEDOUT", 111: "ECONNREFUSED", 112: "EHOSTDOWN", 113: "EHOSTUNREACH",
}  # fmt: skip
BSD: dict[int, str] = {
    47: "EAFNOSUPPORT", 48: "EADDRINUSE", 49: "EADDRNOTAVAIL", 50: "ENETDOWN", 51: "ENETUNREACH", 53: "ECONNABORTED",
    54: "ECONNRESET", 55: "ENOBUFS", 57: "ENOTCONN", 58: "ESHUTDOWN", 60: "ETIMEDOUT", 61: "ECONNREFUSED", 64: "EHOSTDOWN",
    65: "EHOSTUNREACH",
}  # fmt: skip
WINSOCK: dict[int, str] = {
    10013: "EACCES", 10024: "EMFILE", 10047: "EAFNOSUPPORT", 10048: "EADDRINUSE", 10049: "EADDRNOTAVAIL",
    10050: "ENETDOWN", 10051: "ENETUNREACH", 10053: "ECONNABORTED", 10054: "ECONNRESET", 10055: "ENOBUFS",
    10057: "ENOTCONN", 10058: "ESHUTDOWN", 10060: "ETIMEDOUT", 10061: "ECONNREFUSED", 10064: "EHOSTDOWN", 10065: "EHOSTUNREACH",
    11001: "EAI_NONAME", 11002: "EAI_AGAIN", 11003: "EAI_FAIL", 11004: "EAI_NODATA",
}  # fmt: skip
GAI: dict[int, str] = {
    -2: "EAI_NONAME", -3: "EAI_AGAIN", -4: "EAI_FAIL", -5: "EAI_NODATA", -9: "EAI_ADDRFAMILY", 8: "EAI_NONAME",
    2: "EAI_AGAIN",
}  # fmt: skip
"What getaddrinfo(3) returns: glibc's are negative; 8 and 2 are BSD's."


def named(number: int) -> str:
    """The symbol of an errno or a Winsock error by its number alone; empty where no system means a connection by it.

    The numbers of Linux and of the BSDs do not overlap where they stand for failures to connect.
    """
    return WINSOCK.get(number) or LINUX.get(number) or BSD.get(number) or ""


def step_of(symbol: str) -> str:
    """The step of the contract at which such an error comes; empty where that depends."""
    if symbol.startswith("EAI_") or symbol in ("ENOTFOUND", "ENODATA", "ESERVFAIL"):
        return "name"
    if symbol in ("ENETUNREACH", "ENETDOWN"):
        return "route"
    return "" if KIND.get(symbol) in ("reset", "closed", "permission-denied", "resource-limit") else "tcp"


def of_symbol(
    symbol: str, worth: int, *, client: str = "", scheme: str = "", host: str = "", port: int = 0, at: int = 0
) -> Reading:
    """What a symbol of `KIND` says, with what else the line tells."""
    return Reading(
        kind=KIND[symbol], worth=worth, client=client, step=step_of(symbol), code={"errno": symbol}, scheme=scheme,
        host=host, port=port, at=at,
    )  # fmt: skip


def numbered(
    found: re.Match[str] | None, worth: int, *,
    client: str = "", scheme: str = "", host: str = "", port: int = 0,
) -> Iterator[Reading]:  # fmt: skip
    """What an error says whose number stands in one of the groups of a match; nothing where none was found or it is of no connection."""
    if found is None:
        return
    symbol = named(int(next(group for group in found.groups() if group)))
    if symbol:
        yield of_symbol(symbol, worth, client=client, scheme=scheme, host=host, port=port, at=found.start())
