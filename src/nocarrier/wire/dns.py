"""Questions to and answers from a nameserver (RFC 1035, EDNS: RFC 6891), by dnspython.

dnspython takes 60 ms to import, so this is done by the functions: it is paid only once a name has failed.
"""

from __future__ import annotations

from nocarrier.facts.dns import DnsAnswer
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.record import replace

if TYPE_CHECKING:
    from dns.message import Message, QueryMessage

LARGEST_DATAGRAM = 1232
"Bytes; fits every path unfragmented (DNS flag day 2020)."
MOST_ADDRESSES = 32
MOST_LINKS = 16
"CNAMEs that are followed in one answer."


class BadDns(ValueError):
    """The bytes are no answer to that question."""


def number_of(name: str, kind: str) -> int:
    """The number (ID) of a question: the same for the same one, so that a recorded answer fits when it is put again.

    What keeps a stranger from answering is the socket's own random port and its connection to the server.
    """
    from zlib import crc32

    return crc32(f"{name} {kind}".encode()) & 0xFFFF


def encode_query(name: str, kind: str, *, checking_disabled: bool = False) -> bytes:
    """A recursive question for ``kind`` (``A``, ``AAAA``) of the full name. Raises `BadDns` where it is no name."""
    import dns.exception
    import dns.flags
    import dns.message

    try:
        query = dns.message.make_query(name, kind, use_edns=0, payload=LARGEST_DATAGRAM)
        query.id = number_of(name, kind)
        if checking_disabled:
            query.flags |= dns.flags.CD
        return query.to_wire()
    except (dns.exception.DNSException, UnicodeError, ValueError) as error:
        raise BadDns(str(error)) from error


def encode_stream(message: bytes) -> bytes:
    """The message as it stands in a TCP stream (RFC 1035, section 4.2.2)."""
    return len(message).to_bytes(2, "big") + message


def decode_stream(received: bytes) -> bytes:
    """The first message of a TCP stream. Raises `BadDns` where it is not complete."""
    length = int.from_bytes(received[:2], "big")
    if len(received) < 2 + length or not length:
        raise BadDns("the stream ended within a message")
    return received[2 : 2 + length]


def decode_answer(question: DnsAnswer, received: bytes) -> DnsAnswer:
    """``question`` with what the answer says. Raises `BadDns` for anything that is no answer to it."""
    import dns.exception
    import dns.flags
    import dns.message

    try:
        message = dns.message.from_wire(received, ignore_trailing=True)
        if not isinstance(message, dns.message.QueryMessage) or not message.flags & dns.flags.QR:
            raise BadDns("no answer to a query")
        if message.id != number_of(question.name, question.kind) or not _asks(message, question):
            raise BadDns("an answer to another question")
        return _understood(question, message)
    except BadDns:
        raise
    except Exception as error:  # the decoder of hostile bytes: whatever it trips over, they are no answer
        raise BadDns(str(error)) from error


def _asks(message: Message, question: DnsAnswer) -> bool:
    """Whether the answer repeats the question; some servers leave it out of a failure."""
    import dns.name
    import dns.rdatatype

    if not message.question:
        return message.rcode() != 0
    asked = message.question[0]
    kind = dns.rdatatype.from_text(question.kind)
    return asked.name == dns.name.from_text(question.name) and asked.rdtype == kind


def _understood(question: DnsAnswer, message: QueryMessage) -> DnsAnswer:
    import dns.flags
    import dns.rcode

    chain, addresses, ttl = _followed(question, message)
    return replace(
        question,
        rcode=dns.rcode.to_text(message.rcode()),
        addresses=addresses[:MOST_ADDRESSES],
        chain=chain,
        ttl=ttl,
        authoritative=bool(message.flags & dns.flags.AA),
        truncated=bool(message.flags & dns.flags.TC),
        zone=_zone(message),
        extended=_extended(message),
    )


def _followed(question: DnsAnswer, message: Message) -> tuple[tuple[str, ...], tuple[str, ...], int | None]:
    """Follow CNAMEs through the answer section: the names passed, the addresses at their end, the shortest TTL."""
    import dns.name
    import dns.rdatatype

    kind = dns.rdatatype.from_text(question.kind)
    at = dns.name.from_text(question.name)
    chain: list[str] = []
    ttls: list[int] = []
    while len(chain) <= MOST_LINKS:
        records = next((each for each in message.answer if each.name == at and each.rdtype == kind), None)
        if records is not None:
            return tuple(chain), tuple(rdata.address for rdata in records), min([*ttls, records.ttl])
        alias = next((each for each in message.answer if each.name == at and each.rdtype == 5), None)  # CNAME
        if alias is None or not len(alias):
            break
        ttls.append(alias.ttl)
        at = alias[0].target
        chain.append(at.to_text().lower())
    return tuple(chain[:MOST_LINKS]), (), min(ttls, default=None)


def _zone(message: Message) -> str:
    import dns.rdatatype

    return next((each.name.to_text().lower() for each in message.authority if each.rdtype == dns.rdatatype.SOA), "")


def _extended(message: Message) -> tuple[int, ...]:
    import dns.edns

    return tuple(int(option.code) for option in message.options if isinstance(option, dns.edns.EDEOption))[:8]
