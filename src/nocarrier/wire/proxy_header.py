"""The header by which a proxy tells the server behind it who the client is (HAProxy, doc/proxy-protocol.txt)."""

from __future__ import annotations

import struct
from ipaddress import ip_address

SIGNATURE = b"\r\n\r\n\0\r\nQUIT\n"
"The first twelve bytes of version 2 (section 2.2)."


def version_1(source: str, source_port: int, destination: str, port: int) -> bytes:
    """One line (section 2.1)."""
    family = "TCP6" if ":" in source else "TCP4"
    return f"PROXY {family} {source} {destination} {source_port} {port}\r\n".encode("ascii")


def version_2(source: str, source_port: int, destination: str, port: int) -> bytes:
    """A binary block: version 2, command PROXY, TCP over IPv4 or IPv6, addresses and ports (section 2.2)."""
    family = 0x21 if ":" in source else 0x11
    block = ip_address(source).packed + ip_address(destination).packed + struct.pack(">HH", source_port, port)
    return SIGNATURE + struct.pack(">BBH", 0x21, family, len(block)) + block
