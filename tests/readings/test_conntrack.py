"""/proc/net/stat/nf_conntrack"""

from __future__ import annotations

import pytest

from nocarrier.readings.conntrack import decode_dropped

NAMES = "entries  clashres found new invalid ignore delete chainlength insert insert_failed drop early_drop\n"


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        (
            f"{NAMES}0003fffe  0 0 0 0 0 0 0 18067 00000000 00000010 00000001\n3fffe  0 0 0 0 0 0 0 1 0 0000000a 0\n",
            26,
        ),
        (NAMES, 0),
        (f"{NAMES}cut off\n", 0),
        ("", 0),
        ("entries found\n1 2\n", 0),
    ],
)
def test_dropped_by_all_processors(text: str, dropped: int) -> None:
    assert decode_dropped(text) == dropped
