"""Numbers of Winsock's errors beside a word for failing, whoever prints them: ``connect failed (10061)``, ``WSAGetLastError() = 10054``."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.errnos import WINSOCK, numbered
from nocarrier.readings.messages.reading import CODE, Reading

STEMS = tuple(map(str, WINSOCK))

_ANY = "|".join(STEMS)
_FAILED = pattern(r"(?i)err(?:or|no)?\b|fail|unable|could not|couldn't|can['’]t|cannot|lasterror|winsock|socket")
_BESIDE = pattern(
    rf"(?i)(?:(?<![a-z])err(?:or|no)?|fail(?:ed|ure)|error_?code|lasterror|winsock|\bsocket|\breturned)(?:\(\)|\s?(?:code|number|no\.|with|error|occurred|is\b)){{0,4}}"
    rf"[\s:=#-]{{0,4}}[\[(]{{0,2}}({_ANY})\b(?![.:]\d)(?!\W{{1,3}}unknown)"
    rf"|(?:connect|socket|\bbind|\bsend|\brecv|\bread|\bwrite).{{0,80}}\bcode[\s:=]{{1,3}}({_ANY})\b"
)
_BRACKETED = pattern(
    rf"(?i)(?!(?<=\w)\[\d{{5}}\]:|\[\d{{5}}\]\s{{1,3}}(?:LOG|ERROR|FATAL|WARNING|PANIC|DETAIL|HINT|STATEMENT|NOTICE|INFO|DEBUG):)[\[(](?:code |error )?({_ANY})[\])](?!\W{{0,2}}unknown)"
)
"""A process' number in syslog is none (``sshd[10061]:``, RFC 3164, section 5.3), nor in PostgreSQL's log (``[10061] ERROR:``). Discord has an ``Unknown User (10013)`` of its own."""


def read(line: str) -> Iterator[Reading]:
    """The number, where something failed."""
    beside = _BESIDE.search(line)
    if beside is None and _FAILED.search(line) is not None:
        beside = _BRACKETED.search(line)
    yield from numbered(beside, CODE)
