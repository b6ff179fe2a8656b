"""/proc/net/tcp and /proc/net/tcp6 (proc(5), net/ipv4/tcp_ipv4.c: tcp4_seq_show).

Addresses are hexadecimal, each 32-bit word in the machine's byte order; every machine this has been seen on is
little-endian, and so is what is read here.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.addresses import unpacked
from nocarrier.readings.inet_diag import DiagSocket


def decode_proc_net_tcp(text: str) -> Iterator[DiagSocket]:
    """Every socket of the table; lines of another shape are passed over."""
    for line in text.splitlines()[1:]:
        fields = line.split()
        if len(fields) < 10:
            continue
        try:
            source, source_port = _endpoint(fields[1])
            destination, destination_port = _endpoint(fields[2])
            sent, _, received = fields[4].partition(":")
            yield DiagSocket(
                state=int(fields[3], 16),
                source=source,
                source_port=source_port,
                destination=destination,
                destination_port=destination_port,
                inode=int(fields[9]),
                queued=int(received, 16),
                backlog=int(sent, 16),
                v6only=None,
            )
        except ValueError:
            continue


def _endpoint(text: str) -> tuple[str, int]:
    address, _, port = text.partition(":")
    raw = bytes.fromhex(address)
    words = b"".join(raw[at : at + 4][::-1] for at in range(0, len(raw), 4))
    if len(words) not in (4, 16):
        raise ValueError(text)
    return unpacked(words), int(port, 16)
