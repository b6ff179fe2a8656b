"""``/proc/net/stat/nf_conntrack``: what each processor counted (net/netfilter/nf_conntrack_standalone.c)."""

from __future__ import annotations


def decode_dropped(text: str) -> int:
    """Packets for which no entry could be made, of all processors: a line of names, then hexadecimal numbers."""
    names, *rows = [line.split() for line in text.splitlines()] or [[]]
    if "drop" not in names:
        return 0
    at = names.index("drop")
    return sum(int(row[at], 16) for row in rows if len(row) == len(names))
