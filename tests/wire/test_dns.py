"""Questions to nameservers, and every kind of answer to them."""

from __future__ import annotations

import dns.edns
import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.dns import DnsAnswer
from nocarrier.wire.dns import BadDns, decode_answer, decode_stream, encode_query, encode_stream

QUESTION = DnsAnswer(server="10.0.0.2", transport="udp", name="shop.example.", kind="A")


def response(*records: str, rcode: int = 0, authority: str = "", flags: int = 0, ede: int = 0) -> bytes:
    """An answer to `QUESTION` with these records in presentation format."""
    query = dns.message.from_wire(encode_query(QUESTION.name, QUESTION.kind))
    answer = dns.message.make_response(query)
    answer.set_rcode(dns.rcode.Rcode(rcode))
    answer.flags |= dns.flags.Flag(flags)
    for record in records:
        name, ttl, kind, value = record.split()
        answer.answer.append(dns.rrset.from_text(name, int(ttl), "IN", kind, value))
    if authority:
        answer.authority.append(dns.rrset.from_text(authority, 60, "IN", "SOA", "ns. admin. 1 2 3 4 5"))
    if ede:
        answer.use_edns(0, options=[dns.edns.EDEOption(ede)])
    return answer.to_wire()


def test_an_address() -> None:
    answer = decode_answer(QUESTION, response("shop.example. 60 A 10.20.0.5", flags=dns.flags.AA))
    assert (answer.rcode, answer.addresses, answer.ttl, answer.authoritative) == ("NOERROR", ("10.20.0.5",), 60, True)
    assert not answer.no_data


def test_aliases_are_followed_and_the_shortest_ttl_counts() -> None:
    answer = decode_answer(
        QUESTION,
        response("shop.example. 30 CNAME lb.example.", "lb.example. 300 A 10.20.0.5", "x.example. 1 A 10.0.0.1"),
    )
    assert (answer.chain, answer.addresses, answer.ttl) == (("lb.example.",), ("10.20.0.5",), 30)


def test_aliases_in_a_circle_end() -> None:
    answer = decode_answer(
        QUESTION, response("shop.example. 30 CNAME b.example.", "b.example. 30 CNAME shop.example.")
    )
    assert answer.addresses == ()
    assert len(answer.chain) <= 16


def test_no_such_name_tells_its_zone() -> None:
    answer = decode_answer(QUESTION, response(rcode=3, authority="example."))
    assert (answer.rcode, answer.zone, answer.no_data) == ("NXDOMAIN", "example.", False)


def test_no_data() -> None:
    assert decode_answer(QUESTION, response(authority="example.")).no_data


def test_a_cut_answer_is_not_no_data() -> None:
    answer = decode_answer(QUESTION, response(flags=dns.flags.TC))
    assert answer.truncated
    assert not answer.no_data


def test_failure_with_its_reason() -> None:
    answer = decode_answer(QUESTION, response(rcode=2, ede=6))
    assert (answer.rcode, answer.extended) == ("SERVFAIL", (6,))


def test_an_answer_to_another_question_is_none() -> None:
    other = DnsAnswer(server="10.0.0.2", transport="udp", name="other.example.", kind="A")
    with pytest.raises(BadDns):
        decode_answer(other, response("shop.example. 60 A 10.20.0.5"))


def test_a_question_is_no_answer() -> None:
    with pytest.raises(BadDns):
        decode_answer(QUESTION, encode_query(QUESTION.name, QUESTION.kind))


def test_checking_disabled_is_asked_for() -> None:
    assert dns.message.from_wire(encode_query("a.", "A", checking_disabled=True)).flags & dns.flags.CD


@pytest.mark.parametrize("name", ["a..b.", "x" * 64 + ".example.", ".".join(["label"] * 60) + "."])
def test_what_is_no_name_is_not_asked(name: str) -> None:
    with pytest.raises(BadDns):
        encode_query(name, "A")


@given(st.binary(max_size=300))
def test_any_bytes_are_an_answer_or_bad(data: bytes) -> None:
    try:
        assert decode_answer(QUESTION, data).rcode
    except BadDns as error:
        assert isinstance(error, ValueError)


@given(st.integers(0, 400), st.binary(min_size=1, max_size=20))
def test_a_damaged_answer_is_an_answer_or_bad(at: int, damage: bytes) -> None:
    whole = response("shop.example. 60 A 10.20.0.5", authority="example.", ede=6)
    data = whole[:at] + damage + whole[at + len(damage) :]
    try:
        assert decode_answer(QUESTION, data).rcode
    except BadDns as error:
        assert isinstance(error, ValueError)


@given(st.text(max_size=80))
def test_any_name_is_asked_or_bad(name: str) -> None:
    try:
        assert len(encode_query(name, "AAAA")) > 12
    except BadDns as error:
        assert isinstance(error, ValueError)


@given(st.binary(min_size=1, max_size=100), st.binary(max_size=20))
def test_the_stream_gives_back_its_first_message(message: bytes, rest: bytes) -> None:
    assert decode_stream(encode_stream(message) + rest) == message


@given(st.binary(min_size=1, max_size=100), st.integers(0, 101))
def test_a_cut_stream_is_bad(message: bytes, length: int) -> None:
    cut = encode_stream(message)[: min(length, len(message) + 1)]
    with pytest.raises(BadDns):
        decode_stream(cut)
