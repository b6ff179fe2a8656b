"""Clients of Oracle's database: the errors of its network layer (ORA-12xxx, TNS-), whoever prints them, and its drivers' own.

The number decides, for the words are in the language of the client. Source: Oracle's Database Error Messages; python-oracledb's
`errors.py` (DPY-) and node-oracledb's (NJS-).
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, ErrorClass, Reading

STEMS = ("ora-0", "ora-1", "ora-2", "tns-1", "tns:", "dpy-", "njs-", "network adapter could not")

ORACLE = "oracle"

SAID = (
    Phrase("tns:no listener", "refused", "service", ORACLE, worth=MEANT),
    Phrase("network adapter could not establish", "unknown", "tcp", ORACLE, worth=OPAQUE, open=NOT_TOLD),
)  # fmt: skip

_NUMBER = pattern(r"\b(?:ORA|TNS|ora|tns)-(\d{5})\b")
_BY_KIND: dict[tuple[ErrorClass, str], tuple[int, ...]] = {
    ("refused", "service"): (12541,),
    ("timed-out", "tcp"): (12170, 12535),
    ("timed-out", "service"): (12606, 12608, 12609),
    ("name-not-resolved", "name"): (12154, 12545, 12533),
    ("unreachable", "route"): (12543,),
    ("address-in-use", "tcp"): (12542,),
    ("closed", "service"): (3113, 3114, 3135, 12153, 12152, 12537, 12547, 12571, 17410, 17800, 28864),
    ("rejected", "service"): (
        18, 20, 1017, 1033, 1034, 1035, 1089, 2391, 12502, 12504, 12505, 12514, 12516, 12518, 12519, 12520, 12521, 12523, 12526, 12527, 12528,
        12564, 12650, 12660, 28000, 28001, 28030,
    ),
    ("tls-failed", "tls"): (28759, 28860, 29024, 29106, 28791, 28868),
    ("protocol-mismatch", "service"): (12566, 12569, 12592, 12599, 12618),
    ("unknown", "tcp"): (12560, 12538, 12557, 17002, 12150),
}  # fmt: skip
_KINDS = {number: fate for fate, numbers in _BY_KIND.items() for number in numbers}
_DRIVER = pattern(r"\b(?:DPY|NJS)-\d{3,4}\b")
_BY_KIND_OF_DRIVERS: dict[tuple[ErrorClass, str], tuple[str, ...]] = {
    ("resource-limit", ""): ("DPY-4005", "NJS-040", "NJS-076"),
    ("name-not-resolved", "name"): ("DPY-4000", "DPY-4027", "NJS-516", "NJS-517", "NJS-520", "NJS-530"),
    ("timed-out", "tcp"): ("NJS-510",),
    ("timed-out", "service"): ("DPY-4024", "NJS-123"),
    ("closed", "service"): ("DPY-1001", "DPY-4011", "NJS-003", "NJS-064", "NJS-065", "NJS-500", "NJS-501", "NJS-521"),
    ("proxy", "proxy"): ("DPY-6004", "NJS-504"),
    ("tls-failed", "tls"): ("DPY-6002", "DPY-6006", "NJS-505", "NJS-506", "NJS-507", "NJS-508"),
    ("protocol-mismatch", "service"): ("DPY-4035", "DPY-5004", "NJS-173", "NJS-509"),
    ("rejected", "service"): (
        "DPY-3010", "DPY-3015", "DPY-6000", "DPY-6001", "DPY-6003", "NJS-116", "NJS-138", "NJS-518", "NJS-519", "NJS-533", "NJS-536",
    ),
    ("unknown", "tcp"): ("DPY-6005", "NJS-503"),
}  # fmt: skip
_KINDS_OF_DRIVERS = {code: fate for fate, codes in _BY_KIND_OF_DRIVERS.items() for code in codes}


def read(line: str) -> Iterator[Reading]:
    """Numbers, and the words for them."""
    yield from phrases(SAID, line)
    for found in _NUMBER.finditer(line):
        yield from _told(found[0].upper(), _KINDS.get(int(found[1])), found.start())
    for found in _DRIVER.finditer(line):
        yield from _told(found[0], _KINDS_OF_DRIVERS.get(found[0]), found.start())


def _told(code: str, fate: tuple[ErrorClass, str] | None, at: int) -> Iterator[Reading]:
    """What the number says, if it is one of a connection's."""
    if fate is not None:
        kind, step = fate
        yield Reading(
            kind=kind, worth=OPAQUE if kind == "unknown" else MEANT, client=ORACLE, step=step, code={"oracle": code},
            open=NOT_TOLD if kind == "unknown" else None, at=at,
        )  # fmt: skip
