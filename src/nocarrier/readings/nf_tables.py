"""nfnetlink for nf_tables: the one question whether there is any table.

Source: include/uapi/linux/netfilter/nfnetlink.h, nf_tables.h. A message's type is the subsystem in its upper byte and
the kind of message in the lower; its payload begins with ``nfgenmsg``: ``u8 family, version; be16 resource``.
"""

from __future__ import annotations

import struct

from nocarrier.readings.rtnetlink import DUMP, message, messages

NETLINK_NETFILTER = 12
NFNL_SUBSYS_NFTABLES = 10
NFT_MSG_GETTABLE = 1
NLMSG_DONE = 3
ANY_FAMILY = bytes(4)
"An ``nfgenmsg`` of AF_UNSPEC: tables of every family."


def tables_request() -> bytes:
    """All tables of this network namespace. Needs CAP_NET_ADMIN there; without it the answer is an error."""
    return message(NFNL_SUBSYS_NFTABLES << 8 | NFT_MSG_GETTABLE, DUMP, ANY_FAMILY)


def says_no_table(answer: bytes) -> bool:
    """The dump came to its end, without an error, and held nothing."""
    parts = tuple(messages(answer))
    return len(parts) == 1 and parts[0][0] == NLMSG_DONE and struct.unpack_from("=i", parts[0][1] + bytes(4))[0] == 0
