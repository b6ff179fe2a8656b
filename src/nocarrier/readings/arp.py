"""/proc/net/arp: the neighbours of every link, over IPv4 (proc(5); net/ipv4/arp.c: arp_format_neigh_entry)."""

from __future__ import annotations

from nocarrier.model.record import Record

COMPLETE = 0x2
"ATF_COM (include/uapi/linux/if_arp.h): its link address is known."


class ArpEntry(Record):
    """One neighbour; ``hardware`` is empty where it did not answer, or not yet."""

    address: str
    hardware: str
    device: str


def decode_arp(text: str) -> tuple[ArpEntry, ...]:
    """``IP address, HW type, Flags, HW address, Mask, Device`` under a line of titles."""
    found = []
    for line in text.splitlines()[1:]:
        words = line.split()
        if len(words) == 6 and words[2].startswith("0x"):
            try:
                flags = int(words[2], 16)
            except ValueError:
                continue
            found.append(ArpEntry(words[0], words[3].lower() if flags & COMPLETE else "", words[5]))
    return tuple(found)
