"""Windows: HRESULTs, and the errors of WinINet, WinHTTP, Schannel and the system, as installers, Windows Update, winget and PowerShell print them.

Sources: winerror.h (an HRESULT of the facility WIN32, ``0x8007`` and sixteen bits, is an error of Win32, of Winsock (10000 and
more) or of WinINet (12000 and more); those of SSPI and of certificates); wininet.h and winhttp.h; wuerror.h. The number is the same
in every language.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.errnos import KIND, WINSOCK, step_of
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SUPPOSED, ErrorClass, Reading

STEMS = (
    "0x8007", "80072", "0x8009", "0x800b0", "0x8019", "0x8024", "0x000027", "winhttp", "wininet", "-21470", "-21467", "-21468", "2147942", "2147952", "2147954", "internetopenurl", "error_internet",
    "error_winhttp", "winsock", "system error ", "sec_e_", "winerror ", "win32exception (", "cert_e_", "crypt_e_", "tcptestsucceeded",
)  # fmt: skip

NOT_TOLD = say("Windows says the same of a place that refuses, keeps silent or cannot be reached.")
SAID = (
    Phrase("normal olarak her yuva adresi", "address-in-use", "tcp", "", {"errno": "WSAEADDRINUSE"}, MEANT),
    Phrase("error occurred while creating a tls client credential", "tls-failed", "tls", "schannel", worth=MEANT + 1),
    Phrase("error occurred while creating an ssl client credential", "tls-failed", "tls", "schannel", worth=MEANT + 1),
    Phrase("software on your host terminated an established connection", "reset", "", "", {"errno": "WSAECONNABORTED"}, MEANT),
    Phrase("target machine has actively", "refused", "tcp", "", {"errno": "WSAECONNREFUSED"}, MEANT),
    Phrase("warning: tcp connect to (", "unknown", "tcp", "powershell", worth=OPAQUE, open=NOT_TOLD),
    Phrase("warning: tcp connect to ", "unknown", "tcp", "powershell", worth=OPAQUE, open=NOT_TOLD),
    Phrase("tcptestsucceeded        : false", "unknown", "tcp", "powershell", worth=OPAQUE, open=NOT_TOLD),
    Phrase("tcptestsucceeded : false", "unknown", "tcp", "powershell", worth=OPAQUE, open=NOT_TOLD),
    Phrase("warning: name resolution of ", "name-not-resolved", "name", "powershell", worth=MEANT),
    Phrase("rpc server is unavailable", "unknown", "tcp", "windows", worth=OPAQUE, open=NOT_TOLD),
    Phrase("the network path was not found", "unreachable", "name", "windows"),
    Phrase("specified network name is no longer available", "closed", "", "windows"),
    Phrase("信号灯超时时间已到", "timed-out", "", "windows", worth=MEANT),
    Phrase("指定的网络名不再可用", "closed", "", "windows", worth=MEANT),
    Phrase("attempted on a nonexistent network connection", "closed", "", "windows"),
    Phrase("semaphore timeout period has expired", "timed-out", "", "windows"),
    Phrase("remote computer refused the network connection", "refused", "tcp", "windows"),
    Phrase("network location cannot be reached", "unreachable", "route", "windows"),
)  # fmt: skip

Fate = tuple[ErrorClass, str]
"Class and step."
TLS: Fate = ("tls-failed", "tls")
NO: Fate = ("rejected", "service")
WIN32: dict[int, Fate] = {
    53: ("unreachable", "name"), 64: ("closed", ""), 67: NO, 86: NO, 121: ("timed-out", ""), 1219: NO, 1225: ("refused", "tcp"),
    1231: ("unreachable", "route"), 1232: ("unreachable", "route"), 1236: ("closed", ""), 1272: NO, 1326: NO, 1331: NO, 1460: ("timed-out", ""),
    1722: ("unknown", "tcp"), 8250: ("unknown", "tcp"),
    12002: ("timed-out", ""), 12007: ("name-not-resolved", "name"), 12015: NO,
    12029: ("unknown", "tcp"), 12030: ("closed", ""), 12031: ("reset", ""), 12037: TLS, 12038: TLS, 12044: TLS, 12045: TLS, 12055: TLS,
    12057: TLS, 12150: ("protocol-mismatch", "http"), 12152: ("protocol-mismatch", "http"), 12157: TLS, 12163: ("unreachable", "route"),
    12164: ("unreachable", "tcp"), 12167: ("proxy", "proxy"), 12169: TLS, 12170: TLS, 12175: TLS, 12178: ("proxy", "proxy"),
    12179: TLS, 12180: ("proxy", "proxy"), 12185: TLS, 12186: TLS,
}  # fmt: skip
"""Number → class and step. 12029 is ``CANNOT_CONNECT``: refused, silent and unreachable places alike; 1722 is the RPC server and 8250
the domain controller that are not there."""
SECURITY: dict[int, Fate] = {
    0x8009030C: NO, 0x8009030E: NO, 0x80090311: NO, 0x80090324: NO, 0x80090322: TLS, 0x80090308: TLS, 0x8009030D: TLS, 0x80090318: TLS,
    0x80090325: TLS, 0x80090326: TLS, 0x80090327: TLS, 0x80090328: TLS, 0x80090330: TLS, 0x80090331: TLS, 0x80090349: TLS, 0x8009035D: TLS,
    0x80090367: TLS, 0x80092010: TLS, 0x80092012: TLS, 0x80092013: TLS, 0x80096004: TLS, 0x800B0101: TLS, 0x800B0109: TLS, 0x800B010A: TLS,
    0x800B010C: TLS, 0x800B010E: TLS, 0x800B010F: TLS, 0x800B0112: TLS,
}  # fmt: skip
"SSPI's (0x8009 03xx: of a logon, or of Schannel's handshake) and those of certificates (0x8009 2xxx, 0x800B 01xx)."
UPDATE: dict[int, Fate] = {
    0x8024402C: ("name-not-resolved", "name"), 0x8024401C: ("timed-out", "http"), 0x80244010: ("unknown", ""), 0x8024401B: ("proxy", "proxy"),
    0x80244016: ("rejected", "http"), 0x80244017: ("rejected", "http"), 0x80244018: ("rejected", "http"), 0x80244019: ("rejected", "http"),
    0x8024401F: ("rejected", "http"), 0x80244021: ("rejected", "http"), 0x80244022: ("rejected", "http"), 0x80244023: ("rejected", "http"),
    0x80240438: ("unknown", "tcp"), 0x8024500B: ("unknown", "tcp"), 0x8024500C: ("unknown", "tcp"),
}  # fmt: skip
"Windows Update's own."

_NUMBERED = pattern(r"(?i)\b(?:winerror |win32exception \()(\d{1,5})\b")
"As Python and .NET write it; no errno."
DENIED = 5
_HRESULT = pattern(r"(?i)\b(?:0x)?(80(?:07|09|0b|19|24)[0-9a-f]{4})\b")
_SIGNED = pattern(r"(?<!\d)-(21[34]\d{7})\b")
_UNSIGNED = pattern(r"(?<![\d.-])(21479[45]\d{4})(?![\d.])")
"Of the facility of Win32, whose errors and Winsock's it carries (0x80070000 and up)."
_NUMBER = pattern(
    r"(?i)(?:(?:winhttp|wininet|internetopenurl|winsock)[^\n]{0,60}?\b(1[02]\d\d\d)\b|\bsystem error (\d{1,5}) has occurred|0x0000[0-9a-f]{4}/(1[01]\d{3})\b)"
)
"""By its name, as `net use` says it, and as libpq writes it beside the hexadecimal number."""


def read(line: str) -> Iterator[Reading]:
    """Sentences, and every number, by whichever way it is written."""
    yield from phrases(SAID, line)
    for match in _HRESULT.finditer(line):
        yield from _of_hresult(int(match[1], 16), match.start())
    for match in _SIGNED.finditer(line):
        yield from _of_hresult(0x100000000 - int(match[1]), match.start())
    for match in _UNSIGNED.finditer(line):
        yield from _of_hresult(int(match[1]), match.start())
    for match in _NUMBERED.finditer(line):
        if int(match[1]) == DENIED:
            yield _denied(match.start())
        yield from _of_win32(int(match[1]), {"win32": int(match[1])}, match.start())
    for match in _NUMBER.finditer(line):
        number = int(next(group for group in match.groups() if group))
        yield from _of_win32(number, {"winhttp" if number >= 12000 else "win32": number}, match.start())


def _denied(at: int) -> Reading:
    """Of a file or a process as often as of a pipe or a server."""
    return Reading(kind="permission-denied", worth=SUPPOSED, client="windows", code={"win32": DENIED}, at=at)


def _of_hresult(bits: int, at: int) -> Iterator[Reading]:
    code: dict[str, str | int] = {"hresult": f"0x{bits:08X}"}
    facility, number = bits >> 16, bits & 0xFFFF
    if facility == 0x8007:
        yield from _of_win32(number, code, at)
    elif facility == 0x8019 and 400 <= number < 600:
        yield _reading(("rejected", "http"), {**code, "http_status": number}, at)
    elif (fate := SECURITY.get(bits) or UPDATE.get(bits)) is not None:
        yield _reading(fate, code, at)


def _of_win32(number: int, code: dict[str, str | int], at: int) -> Iterator[Reading]:
    if number in WINSOCK:
        symbol = WINSOCK[number]
        yield _reading((KIND[symbol], step_of(symbol)), {**code, "errno": symbol}, at)
    elif number in WIN32:
        yield _reading(WIN32[number], code, at)


def _reading(fate: Fate, code: dict[str, str | int], at: int) -> Reading:
    kind, step = fate
    opaque = kind == "unknown"
    return Reading(
        kind=kind,
        worth=OPAQUE if opaque else CODE,
        client="windows",
        step=step,
        code=code,
        open=NOT_TOLD if opaque else None,
        at=at,
    )
