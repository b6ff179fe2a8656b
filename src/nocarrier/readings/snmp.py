"""``/proc/net/snmp`` and ``/proc/net/snmp6``: the counters of the IP layer (RFC 4293)."""

from __future__ import annotations


def decode_snmp(text: str, group: str = "Ip") -> dict[str, int]:
    """One group of /proc/net/snmp: a line of names and a line of numbers, both after ``Ip:``."""
    rows = [line.split()[1:] for line in text.splitlines() if line.startswith(f"{group}:")]
    if len(rows) != 2:
        return {}
    return {name: int(number) for name, number in zip(*rows, strict=False) if number.lstrip("-").isdigit()}


def decode_snmp6(text: str) -> dict[str, int]:
    """/proc/net/snmp6: a name and a number on each line (``Ip6OutRequests 12``)."""
    pairs = (line.split() for line in text.splitlines())
    return {pair[0]: int(pair[1]) for pair in pairs if len(pair) == 2 and pair[1].isdigit()}
