"""What a certificate says of whom it is for, who signed it, and from when until when it is good (RFC 5280, section 4.1).

Only what an error about it needs; whether it holds is OpenSSL's to say. Bytes of a stranger: whatever they are, nothing
is raised, and what cannot be read is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.facts.addresses import unpacked
from nocarrier.facts.exchange import Certificate
from nocarrier.model.record import Record
from nocarrier.model.target import looks_like_address

MOST_NAMES = 24
"That are kept."
LONGEST = 120
"Letters of a name that are kept."
INTEGER, OBJECT, SEQUENCE, SET = 0x02, 0x06, 0x30, 0x31
UTC_TIME, GENERALIZED_TIME = 0x17, 0x18
VERSION, EXTENSIONS = 0xA0, 0xA3
"Tags (ITU-T X.690); the last two are of a TBSCertificate's fields."
DNS_NAME, URI, IP_ADDRESS = 0x82, 0x86, 0x87
"GeneralName (RFC 5280, section 4.2.1.6)."
COMMON_NAME, ORGANISATION = b"\x55\x04\x03", b"\x55\x04\x0a"
ALTERNATIVE_NAME = b"\x55\x1d\x11"
AUTHORITY_INFORMATION, ITS_ISSUERS = b"\x2b\x06\x01\x05\x05\x07\x01\x01", b"\x2b\x06\x01\x05\x05\x07\x30\x02"
"Where the certificate of its issuer is to be had (RFC 5280, section 4.2.2.1)."


class _Piece(Record):
    """One value: its tag, its content, and both as they stand."""

    tag: int
    content: bytes
    whole: bytes


def decode_certificate(der: bytes) -> Certificate | None:
    """The certificate; None where it is none."""
    fields = _fields(der)
    if not fields:
        return None
    issuer, validity, subject = fields[2], fields[3], fields[4]
    dates = [_date(piece) for piece in _pieces(validity.content)]
    if len(dates) != 2:
        return None
    common = _named(subject)
    extensions = next((piece for piece in fields[5:] if piece.tag == EXTENSIONS), None)
    names = tuple(_alternative_names(extensions)) if extensions is not None else ()
    kept = names[:MOST_NAMES] or ((_no_address(common, "CN"),) if common else ())
    return Certificate(
        subject=common,
        issuer=_named(issuer),
        names=kept,
        not_before=dates[0],
        not_after=dates[1],
        self_issued=subject.whole == issuer.whole,
        issuer_at=_issuer_at(extensions) if extensions is not None else "",
        more=max(len(names) - MOST_NAMES, 0),
    )


def hanging_together(sent: Sequence[bytes]) -> int:
    """How many of these certificates do, from the first on: each is of whom the one before names as its issuer.

    Names are compared byte for byte (RFC 5280, section 7.1 lets issuers rely on that).
    """
    known = [(fields[4].whole, fields[2].whole) for fields in map(_fields, sent) if fields]
    at, passed = known[0] if known else (b"", b""), 0
    while at in known:
        known.remove(at)
        passed += 1
        subject, issuer = at
        at = next((one for one in known if issuer not in (subject, b"") and one[0] == issuer), (b"", b""))
    return passed


def _fields(der: bytes) -> list[_Piece]:
    """serialNumber, signature, issuer, validity, subject, and what follows them; empty where it is no certificate."""
    outer = _first(der)
    inner = _first(outer.content) if outer is not None else None
    if outer is None or inner is None or (outer.tag, inner.tag) != (SEQUENCE, SEQUENCE):
        return []
    fields = [piece for piece in _pieces(inner.content) if piece.tag != VERSION]
    if len(fields) < 5 or fields[0].tag != INTEGER or any(field.tag != SEQUENCE for field in fields[1:5]):
        return []
    return fields


def _first(data: bytes) -> _Piece | None:
    return next(_pieces(data), None)


def _pieces(data: bytes) -> Iterator[_Piece]:
    """The values that stand one behind the other, as far as they are whole."""
    while len(data) >= 2:
        length, start = data[1], 2
        if length & 0x80:
            size = length & 0x7F
            start += size
            if not 1 <= size <= 4 or len(data) < start:
                return
            length = int.from_bytes(data[2:start], "big")
        if len(data) < start + length:
            return
        yield _Piece(data[0], data[start : start + length], data[: start + length])
        data = data[start + length :]


def _named(name: _Piece) -> str:
    """The common name of a distinguished name, else the organisation; empty where it has neither."""
    found: dict[bytes, str] = {}
    for relative in _pieces(name.content):
        for attribute in _pieces(relative.content):
            parts = list(_pieces(attribute.content))
            if len(parts) == 2 and parts[0].tag == OBJECT:
                found.setdefault(parts[0].content, _text(parts[1].content))
    return found.get(COMMON_NAME) or found.get(ORGANISATION, "")


def _text(raw: bytes) -> str:
    text = raw.decode("utf-8", "replace")[:LONGEST]
    return "".join(letter for letter in text if letter.isprintable())


def _date(piece: _Piece) -> str:
    """``2026-11-30 02:15:00`` in UTC; empty where it is no date (section 4.1.2.5)."""
    digits = piece.content.decode("ascii", "replace").removesuffix("Z")
    if piece.tag == UTC_TIME and len(digits) == 12:
        digits = ("19" if digits[:2] >= "50" else "20") + digits
    elif piece.tag != GENERALIZED_TIME:
        return ""
    if len(digits) != 14 or not (digits.isascii() and digits.isdigit()):
        return ""
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]} {digits[8:10]}:{digits[10:12]}:{digits[12:]}"


def _extension(extensions: _Piece, wanted: bytes) -> Iterator[_Piece]:
    """What stands in one of them, value by value; nothing where it is not there."""
    listed = _first(extensions.content)
    for extension in _pieces(listed.content if listed is not None else b""):
        parts = list(_pieces(extension.content))
        if len(parts) >= 2 and parts[0].content == wanted:
            value = _first(parts[-1].content)
            yield from _pieces(value.content if value is not None else b"")
            return


def _alternative_names(extensions: _Piece) -> Iterator[str]:
    for name in _extension(extensions, ALTERNATIVE_NAME):
        if name.tag == DNS_NAME:
            yield _no_address(_text(name.content), "DNS")
        elif name.tag == IP_ADDRESS and len(name.content) in (4, 16):
            yield unpacked(name.content)


def _no_address(name: str, kind: str) -> str:
    """An address that stands in a field for names is good for nobody (RFC 5280, section 4.2.1.6): told with the field."""
    return f"{kind}:{name}" if looks_like_address(name) else name


def _issuer_at(extensions: _Piece) -> str:
    for access in _extension(extensions, AUTHORITY_INFORMATION):
        parts = list(_pieces(access.content))
        if len(parts) == 2 and parts[0].content == ITS_ISSUERS and parts[1].tag == URI:
            return _text(parts[1].content)
    return ""
