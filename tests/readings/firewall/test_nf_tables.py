"""Whether the kernel holds any nftables table, from its own bytes (captured on Linux 6)."""

from __future__ import annotations

import struct

from nocarrier.readings.nf_tables import says_no_table, tables_request

NONE = bytes.fromhex("1400000003000200010000006116000000000000")
"A dump of nothing: NLMSG_DONE and no error."
REFUSED = struct.pack("=IHHIIi", 20, 2, 0, 1, 0, -1)
"NLMSG_ERROR with -EPERM."
ONE_TABLE = struct.pack("=IHHII", 28, 0xA00, 2, 1, 0) + bytes.fromhex("020000000600010066000000")


def test_the_request_is_a_dump_of_every_family() -> None:
    assert tables_request() == struct.pack("=IHHII", 20, 0xA01, 0x301, 1, 0) + bytes(4)


def test_only_an_empty_dump_says_that_there_is_none() -> None:
    assert says_no_table(NONE)
    assert not says_no_table(REFUSED)
    assert not says_no_table(ONE_TABLE + NONE)
    assert not says_no_table(ONE_TABLE)
    assert not says_no_table(b"")
    assert not says_no_table(NONE[:16])


def test_a_dump_that_broke_off_says_nothing() -> None:
    assert not says_no_table(struct.pack("=IHHIIi", 20, 3, 2, 1, 0, -4))
