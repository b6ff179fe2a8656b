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
    Phrase("dpy-6005", "unknown", "tcp", ORACLE, {"oracle": "DPY-6005"}, OPAQUE, NOT_TOLD),
    Phrase("dpy-6001", "rejected", "service", ORACLE, {"oracle": "DPY-6001"}, MEANT),
    Phrase("dpy-6003", "rejected", "service", ORACLE, {"oracle": "DPY-6003"}, MEANT),
    Phrase("dpy-6000", "rejected", "service", ORACLE, {"oracle": "DPY-6000"}, MEANT),
    Phrase("dpy-4011", "closed", "service", ORACLE, {"oracle": "DPY-4011"}, MEANT),
    Phrase("dpy-4024", "timed-out", "service", ORACLE, {"oracle": "DPY-4024"}, MEANT),
    Phrase("njs-503", "unknown", "tcp", ORACLE, {"oracle": "NJS-503"}, OPAQUE, NOT_TOLD),
    Phrase("njs-500", "closed", "service", ORACLE, {"oracle": "NJS-500"}, MEANT),
    Phrase("njs-510", "timed-out", "tcp", ORACLE, {"oracle": "NJS-510"}, MEANT),
    Phrase("njs-517", "rejected", "service", ORACLE, {"oracle": "NJS-517"}, MEANT),
    Phrase("njs-518", "rejected", "service", ORACLE, {"oracle": "NJS-518"}, MEANT),
    Phrase("njs-501", "tls-failed", "tls", ORACLE, {"oracle": "NJS-501"}, MEANT),
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
        18, 20, 1017, 1033, 1034, 1035, 1089, 2391, 12502, 12505, 12514, 12516, 12518, 12519, 12520, 12521, 12523, 12526, 12527, 12528,
        12564, 12650, 12660, 28000, 28001, 28030,
    ),
    ("tls-failed", "tls"): (28759, 28860, 29024, 29106, 28791, 28868),
    ("protocol-mismatch", "service"): (12566, 12569, 12592, 12599, 12618),
    ("unknown", "tcp"): (12560, 12538, 12557, 17002, 12150),
}  # fmt: skip
_KINDS = {number: fate for fate, numbers in _BY_KIND.items() for number in numbers}


def read(line: str) -> Iterator[Reading]:
    """Numbers, and the words for them."""
    yield from phrases(SAID, line)
    for found in _NUMBER.finditer(line):
        fate = _KINDS.get(int(found[1]))
        if fate is not None:
            kind, step = fate
            yield Reading(
                kind=kind, worth=OPAQUE if kind == "unknown" else MEANT, client=ORACLE, step=step, code={"oracle": found[0].upper()},
                open=NOT_TOLD if kind == "unknown" else None, at=found.start(),
            )  # fmt: skip
