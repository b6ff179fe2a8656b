"""Saved reports are read back as they were, and what is none is told in one sentence."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nocarrier.reports.json import encode
from nocarrier.reports.saved import MOST_BYTES, BadReport, reports
from tests.reports.examples import BOTH_ENDS, EVERY, HEALTHY

ONE = encode(BOTH_ENDS)
LINE = json.dumps(json.loads(ONE))


def wrong(data: bytes) -> str:
    with pytest.raises(BadReport) as caught:
        reports(data)
    return str(caught.value)


@pytest.mark.parametrize("name", [name for name in EVERY if name != "hostile"])
def test_what_was_saved_is_read_back(name: str) -> None:
    assert reports(encode(EVERY[name]).encode()) == (EVERY[name],)


def test_lone_surrogates_survive_the_way_to_a_file() -> None:
    assert reports(encode(EVERY["hostile"]).encode()) == (EVERY["hostile"],)


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE}{encode(HEALTHY)}",
        f"{LINE}\n{encode(HEALTHY)}",
        f"[{ONE}, {encode(HEALTHY)}]\n",
        f"\x1e{LINE}\n\x1e{encode(HEALTHY)}",
    ],
    ids=["one after the other", "a line each", "a list", "RFC 7464"],
)
def test_several(text: str) -> None:
    assert reports(text.encode()) == (BOTH_ENDS, HEALTHY)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_as_windows_writes_it(encoding: str) -> None:
    assert reports(ONE.encode(encoding)) == (BOTH_ENDS,)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "there is no report in it"),
        (b"[]", "there is no report in it"),
        (b" \n", "there is no report in it"),
        (b"\x7fELF\x02\x01\x01\xff", "it is no text in UTF-8"),
        (b"\xff\xfe\x00\xd8", "it is no text in UTF-8"),
        (b"connection refused", "it is no JSON (line 1, column 1)"),
        (b'{"schema": NaN}', "it holds a number that is none"),
        (b'{"schema": ' + b"9" * 5000 + b"}", "it holds a number that is none"),
        (b"[" * 200_000, "it is nested too deeply"),
        (b"{}", "it is no report of nocarrier"),
        (b"17", "it is no report of nocarrier"),
        (b'{"schema": "other/1"}', "it is no report of nocarrier"),
        (
            b'{"schema": "nocarrier.explanation/1"}',
            "it is nocarrier.explanation/1, and what can be read is nocarrier.report/1",
        ),
        (b'{"schema": "nocarrier.report/2"}', "it is nocarrier.report/2, and what can be read is nocarrier.report/1"),
        (b" " * (MOST_BYTES + 1), "it is larger than 16 MiB"),
    ],
)
def test_what_is_no_report(data: bytes, told: str) -> None:
    assert wrong(data) == told


def test_a_report_that_is_cut_off() -> None:
    assert wrong(ONE.encode()[:-3]) == "it is cut off: its JSON does not end"
    assert wrong(f"{LINE}\n{LINE[:500]}".encode()) == "it is cut off: its JSON does not end"


@pytest.mark.parametrize(
    "text", [ONE.rstrip(), LINE, encode(EVERY["hostile"]).rstrip()], ids=["one", "line", "hostile"]
)
def test_no_beginning_of_a_report_is_one(text: str) -> None:
    for length in range(1, len(text)):
        assert wrong(text[:length].encode()) == "it is cut off: its JSON does not end", text[:length][-40:]


@pytest.mark.parametrize(
    ("field", "value"), [("outcome", "fine"), ("duration_ms", -1), ("evidence", [{}]), ("verdict", {"cause": "<b>"})]
)
def test_a_report_of_another_form(field: str, value: object) -> None:
    broken = json.dumps({**json.loads(ONE), field: value})
    assert wrong(broken.encode()).startswith("it does not have the form of a report (")


def test_facts_that_are_nested_too_deeply() -> None:
    told = json.loads(ONE)
    told["evidence"][0]["facts"] = json.loads('{"a":' * 300 + "1" + "}" * 300)
    assert wrong(json.dumps(told).encode()) == "it is nested too deeply"


@settings(max_examples=300)
@given(
    st.binary(max_size=200) | st.recursive(st.none() | st.floats() | st.text(), st.lists).map(repr).map(str.encode)
)
def test_whatever_it_is_there_is_a_sentence(data: bytes) -> None:
    assert wrong(data)
