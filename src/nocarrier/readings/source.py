"""What ``--source`` takes: an address to bind, and a local port where the client program uses a fixed one."""

from __future__ import annotations

from nocarrier.readings.target import is_address


def parse_source(text: str) -> tuple[str, int]:
    """``IP``, ``IPv4:PORT`` or ``[IPv6]:PORT`` → the address and the port (0: any).

    Raises ValueError with one sentence.
    """
    if not text or is_address(text):
        return text, 0
    address, mark, digits = text.rpartition(":")
    if address.startswith("[") and address.endswith("]"):
        address = address[1:-1]
    elif ":" in address:
        mark = ""
    if not mark or not is_address(address):
        raise ValueError(f"{text[:80]!r} is no IP address")
    if not (digits.isascii() and digits.isdigit() and 0 < int(digits[:6]) < 65536):
        raise ValueError(f"{digits[:20]!r} is no port: 1 to 65535 are")
    return address, int(digits)
