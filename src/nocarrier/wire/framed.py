"""Binary protocols, by answers that carry what was asked, or whose frame leaves no doubt.

A reader looks at the first bytes of a server and at what had been said to it, and gives the protocol's word, the
server's name for itself, and whether the bytes are unmistakable; None where they are not its protocol's.
"""

from __future__ import annotations

import struct

from nocarrier.wire.openings import (
    ANONYMOUS_BIND,
    DNS_QUERY,
    KAFKA_VERSIONS,
    MONGO_REQUEST,
    MQTT_CONNECT,
    POSTGRESQL_STARTUP,
    SOCKS4_REQUEST,
    SOCKS5_METHODS,
    SSL_REQUEST,
)

Read = tuple[str, bytes, bool]


def mysql(data: bytes, asked: bytes) -> Read | None:
    """Protocol::Handshake, version 10, or an error in its place: ``u24 length, u8 0, payload``."""
    if len(data) < 7 or data[3] != 0 or not 5 <= int.from_bytes(data[:3], "little") < 1024:
        return None
    if data[4] == 10:
        version, ended, _ = data[5:].partition(b"\0")
        # MariaDB puts 5.5.5- before its own number, for clients that take 10 for older than 5.
        return ("mysql", version.removeprefix(b"5.5.5-"), True) if ended and version[:1].isdigit() else None
    # 0xff, u16 error code from 1000 up (here: host not allowed, blocked, too many connections), text
    error = data[4] == 0xFF and 1000 <= int.from_bytes(data[5:7], "little") < 5000
    return ("mysql", b"", len(data) >= 16) if error else None


def mysql_x(data: bytes, asked: bytes) -> Read | None:
    """X Protocol of MySQL (port 33060) greets with a notice, ServerHello: ``u32 length, type 11, type 5``."""
    return ("mysqlx", b"", True) if data[:8] == bytes.fromhex("050000000b08051a") else None


def postgresql(data: bytes, asked: bytes) -> Read | None:
    """One byte to an SSLRequest; to a startup message a request for authentication, or an error: length, fields."""
    if asked == SSL_REQUEST and data in (b"S", b"N"):
        return "postgresql", b"", False
    if (asked != SSL_REQUEST and asked[4:8] != POSTGRESQL_STARTUP[4:8]) or len(data) < 9:
        return None
    length = int.from_bytes(data[1:5], "big")
    if data[:1] == b"R" and 8 <= length <= 512:
        return "postgresql", b"", True
    # ErrorResponse: fields of a letter and a string each, the severity first
    return ("postgresql", b"", True) if data[:1] == b"E" and data[5:6] == b"S" and b"\0" in data[5:] else None


def mongodb(data: bytes, asked: bytes) -> Read | None:
    """A header whose ``responseTo`` is the number of our request, with OP_REPLY or OP_MSG."""
    if len(data) < 16:
        return None
    _, _, answers, code = struct.unpack_from("<iiii", data)
    return ("mongodb", b"", True) if answers == MONGO_REQUEST and code in (1, 2013) else None


def kafka(data: bytes, asked: bytes) -> Read | None:
    """A length, and the correlation id of the request."""
    well = asked == KAFKA_VERSIONS and len(data) >= 10 and data[4:8] == KAFKA_VERSIONS[8:12]
    return ("kafka", b"", True) if well else None


def amqp(data: bytes, asked: bytes) -> Read | None:
    """AMQP 0-9-1, section 4.2.3: a method frame on channel 0, Connection.Start (10, 10); or the version it speaks."""
    if data[:3] == b"\x01\x00\x00" and data[7:11] == b"\x00\x0a\x00\x0a":
        return "amqp", b"", True
    return ("amqp", b"", True) if data[:4] == b"AMQP" and len(data) >= 8 and data[4] <= 3 else None


def mqtt(data: bytes, asked: bytes) -> Read | None:
    """CONNACK of MQTT 3.1.1 (section 3.2): a return code from 0 to 5."""
    well = asked == MQTT_CONNECT and data[:2] == b"\x20\x02" and len(data) == 4 and data[2] <= 1 and data[3] <= 5
    return ("mqtt", b"", True) if well else None


def cassandra(data: bytes, asked: bytes) -> Read | None:
    """A response frame of version 3 to 5: ERROR or SUPPORTED (native protocol, section 2)."""
    well = len(data) >= 9 and data[0] in (0x83, 0x84, 0x85) and data[4] in (0, 6) and data[5:7] == b"\0\0"
    return ("cassandra", b"", True) if well else None


def ldap(data: bytes, asked: bytes) -> Read | None:
    """A bind response to our message, or a notice of disconnection (RFC 4511, sections 4.2.2 and 4.4.1)."""
    if asked == ANONYMOUS_BIND and data[:1] == b"\x30" and b"\x02\x01\x01\x61" in data[:10]:
        return "ldap", b"", True
    notice = data[:1] == b"\x30" and b"1.3.6.1.4.1.1466.20036" in data
    return ("ldap", b"", True) if notice else None


def rdp(data: bytes, asked: bytes) -> Read | None:
    """X.224 connection confirm in a TPKT of just this size (RFC 1006, section 6; X.224, section 13.4)."""
    well = data[:2] == b"\x03\x00" and data[5:6] == b"\xd0" and int.from_bytes(data[2:4], "big") == len(data)
    return ("rdp", b"", True) if well else None


def dns(data: bytes, asked: bytes) -> Read | None:
    """A length, the number of our query, and QR set (RFC 1035, section 4.1.1)."""
    well = asked == DNS_QUERY and len(data) >= 14 and data[2:4] == DNS_QUERY[2:4] and data[4] & 0x80
    return ("dns", b"", True) if well else None


def socks5(data: bytes, asked: bytes) -> Read | None:
    """Two bytes: the version, and one of the methods offered, or that none will do (RFC 1928, section 3)."""
    if len(data) != 2 or data[0] != 5:
        return None
    if asked == SOCKS5_METHODS and data[1] in (0, 1, 2, 0xFF):
        return "socks5", b"", True
    return ("socks5", b"", False) if data[1] == 0xFF else None


def socks4(data: bytes, asked: bytes) -> Read | None:
    """Eight bytes: 0, and a code from 90 to 93."""
    well = asked == SOCKS4_REQUEST and len(data) == 8 and data[0] == 0 and 90 <= data[1] <= 93
    return ("socks4", b"", True) if well else None


def telnet(data: bytes, asked: bytes) -> Read | None:
    """RFC 854: IAC WILL/WONT/DO/DONT and an option; one of them may be chance."""
    commands = 0
    while data[3 * commands : 3 * commands + 1] == b"\xff" and len(data) >= 3 * commands + 3:
        if not 0xFB <= data[3 * commands + 1] <= 0xFE:
            break
        commands += 1
    return ("telnet", b"", commands > 1) if commands else None


READERS = (
    mysql, mysql_x, postgresql, mongodb, kafka, amqp, mqtt, cassandra, ldap, rdp, dns, socks5, socks4, telnet,
)  # fmt: skip
