"""Windows: HRESULTs, and the errors of WinINet and WinHTTP, as installers, Windows Update, winget and PowerShell print them.

Sources: winerror.h (an HRESULT of the facility WIN32, ``0x8007`` and sixteen bits, is an error of Win32, of Winsock (10000 and
more) or of WinINet (12000 and more)); wininet.h and winhttp.h.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.prose import say
from nocarrier.readings.messages.errnos import KIND, WINSOCK, step_of
from nocarrier.readings.messages.reading import CODE, OPAQUE, ErrorClass, Reading

STEMS = (
    "0x8007",
    "winhttp",
    "wininet",
    "-21470",
    "internetopenurl",
    "error_internet",
    "error_winhttp",
    "winsock error",
)

WIN32: dict[int, tuple[ErrorClass, str]] = {
    53: ("unreachable", "name"), 64: ("closed", ""), 121: ("timed-out", ""), 1225: ("refused", "tcp"),
    1231: ("unreachable", "route"), 1232: ("unreachable", "route"), 1460: ("timed-out", ""),
    12002: ("timed-out", ""), 12007: ("name-not-resolved", "name"), 12015: ("rejected", "service"),
    12029: ("unknown", "tcp"), 12030: ("closed", ""), 12031: ("reset", ""), 12037: ("tls-failed", "tls"),
    12038: ("tls-failed", "tls"), 12044: ("tls-failed", "tls"), 12045: ("tls-failed", "tls"), 12057: ("tls-failed", "tls"),
    12152: ("protocol-mismatch", "http"), 12157: ("tls-failed", "tls"), 12163: ("unreachable", "route"),
    12164: ("unreachable", "tcp"), 12167: ("proxy", "proxy"), 12175: ("tls-failed", "tls"), 12178: ("proxy", "proxy"),
    12180: ("proxy", "proxy"), 12185: ("tls-failed", "tls"), 12186: ("tls-failed", "tls"),
}  # fmt: skip
"Number → class and step. 12029 is ``CANNOT_CONNECT``: refused, silent and unreachable places alike."
CANNOT_CONNECT = 12029
NOT_TOLD = say("Windows says the same of a place that refuses, keeps silent or cannot be reached.")

_HRESULT = re.compile(r"(?i)\b0x8007([0-9a-f]{4})\b")
_SIGNED = re.compile(r"(?<!\d)-(21470\d{5})\b")
_NUMBER = re.compile(r"(?i)(?:winhttp|wininet|internetopenurl|winsock)[^\n]{0,60}?\b(1[02]\d\d\d)\b")


def read(line: str) -> Iterator[Reading]:
    """Every number, by whichever way it is written."""
    for match in _HRESULT.finditer(line):
        yield from _of(int(match[1], 16), {"hresult": f"0x8007{match[1].upper()}"}, match.start())
    for match in _SIGNED.finditer(line):
        bits = 0x100000000 - int(match[1])
        if bits >> 16 == 0x8007:
            yield from _of(bits & 0xFFFF, {"hresult": f"0x{bits:08X}"}, match.start())
    for match in _NUMBER.finditer(line):
        yield from _of(int(match[1]), {"winhttp": int(match[1])}, match.start())


def _of(number: int, code: dict[str, str | int], at: int) -> Iterator[Reading]:
    if number in WINSOCK:
        symbol = WINSOCK[number]
        yield Reading(
            kind=KIND[symbol],
            worth=CODE,
            client="windows",
            step=step_of(symbol),
            code={**code, "errno": symbol},
            at=at,
        )
    elif number in WIN32:
        kind, step = WIN32[number]
        told = NOT_TOLD if number == CANNOT_CONNECT else None
        yield Reading(
            kind=kind, worth=OPAQUE if told else CODE, client="windows", step=step, code=code, open=told, at=at
        )
