"""A log as the bytes that are searched: unpacked, and in UTF-8.

Rotated logs are packed, and on Windows ``program > log`` of PowerShell writes UTF-16. Both are known by how they begin
(RFC 1952, section 2.3.1; Unicode, section 23.8). A packed log is unpacked a piece at a time, so it may be of any size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nocarrier.model.prose import say
from nocarrier.readings.messages.reading import NoText

PIECE = 1 << 18
"Bytes that are unpacked at a time."
ENOUGH = 512
"Bytes at the beginning by which an encoding is known that does not say its name."

GZIP = b"\x1f\x8b\x08"
ENCODED = {
    b"\xff\xfe\x00\x00": "utf-32-le", b"\x00\x00\xfe\xff": "utf-32-be", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be",
}  # fmt: skip
"Byte order marks; the longer before what it begins with."
OTHERS = {
    b"BZh": say("It is packed with bzip2; bzcat unpacks it: bzcat FILE | nocarrier explain"),
    b"\xfd7zXZ\x00": say("It is packed with xz; xzcat unpacks it: xzcat FILE | nocarrier explain"),
    b"(\xb5/\xfd": say("It is packed with zstd; zstdcat unpacks it: zstdcat FILE | nocarrier explain"),
    b"PK\x03\x04": say("It is a ZIP archive; unzip unpacks it: unzip -p FILE | nocarrier explain"),
    b"LPKSHHRH": say("It is a journal of systemd; journalctl reads it: journalctl --file FILE | nocarrier explain"),
    b"ElfFile\x00": say(
        "It is an event log of Windows; wevtutil reads it: wevtutil qe FILE /lf /f:text | nocarrier explain"
    ),
}
"How files begin that hold no text, and how to get at it."
DAMAGED = say("What is packed in it with gzip is damaged.")
CUT_SHORT = say("What is packed in it with gzip is cut short: the rest of it is missing.")


def as_utf8(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same text unpacked and in UTF-8; raises NoText."""
    begun, rest = _begun(chunks)
    for beginning, why in OTHERS.items():
        if begun.startswith(beginning):
            raise NoText(why)
    if begun.startswith(GZIP):
        return as_utf8(_unpacked(begun, rest))
    encoding = _encoding(begun)
    return _decoded(encoding, begun, rest) if encoding else _joined(begun, rest)


def _begun(chunks: Iterable[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """So much of the text that it is known what it is, and the rest."""
    rest = iter(chunks)
    begun = b""
    for chunk in rest:
        begun += chunk
        if len(begun) >= ENOUGH:
            break
    return begun, rest


def _joined(begun: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield begun
    yield from rest


def _encoding(begun: bytes) -> str:
    """Its name, where it is not UTF-8 or the like; empty where it is. Of UTF-16 every other byte of most texts is zero."""
    for mark, encoding in ENCODED.items():
        if begun.startswith(mark):
            return encoding
    sample = begun[:ENOUGH]
    if len(sample) < 4 or b"\x00" not in sample:
        return ""
    if sample[1::2].count(0) * 5 > len(sample) * 2 and sample[::2].count(0) * 20 < len(sample):
        return "utf-16-le"
    if sample[::2].count(0) * 5 > len(sample) * 2 and sample[1::2].count(0) * 20 < len(sample):
        return "utf-16-be"
    return ""


def _decoded(encoding: str, begun: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    from codecs import getincrementaldecoder

    decoder = getincrementaldecoder(encoding)("replace")
    for chunk in _joined(begun, rest):
        yield decoder.decode(chunk).encode("utf-8", "replace")
    yield decoder.decode(b"", True).encode("utf-8", "replace")


def _unpacked(begun: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    """Every member of a gzip file, one after the other; what is cut off at the end is read as far as it goes, and then told."""
    import zlib

    left, unpacker, within = begun, zlib.decompressobj(zlib.MAX_WBITS | 16), False
    while left or (left := next(rest, b"")):
        within = True
        try:
            yield unpacker.decompress(left, PIECE)
        except zlib.error as damage:
            raise NoText(DAMAGED) from damage
        left = unpacker.unconsumed_tail
        if unpacker.eof:
            left = unpacker.unused_data
            if left and not left.startswith(GZIP[:1]):
                return
            unpacker, within = zlib.decompressobj(zlib.MAX_WBITS | 16), False
    yield unpacker.flush()
    if within:
        raise NoText(CUT_SHORT)
