"""What a metadata service says is taken for what it can be, and for nothing else."""

from __future__ import annotations

import pytest

from nocarrier.facts.cloud_providers import AWS, GCP, HETZNER
from nocarrier.facts.exchange import HttpReply
from nocarrier.wire.cloud_metadata import MOST_VALUES, recognised, token, values


def said(body: str, status: int = 200, *headers: str) -> HttpReply:
    return HttpReply(version="1.1", status=status, headers=dict(line.split(": ", 1) for line in headers), body=body)


def test_values_one_a_line() -> None:
    assert values("group", said("sg-01\nsg-02\n")) == ("sg-01", "sg-02")
    assert values("public", said("203.0.113.10")) == ("203.0.113.10",)
    assert values("zone", said("projects/12/zones/europe-west1-b")) == ("europe-west1-b",)


@pytest.mark.parametrize(
    "body",
    ["", "<html>", "$(reboot)", "a b", "x;y", "`id`", "\x1b[31mred", "x" * 300, "-rf", "a'b", 'a"b', "a\tb", "a|b"],
)
def test_what_could_be_read_as_something_else_is_not_taken(body: str) -> None:
    assert values("group", said(body)) == ()
    assert values("public", said(body)) == ()


def test_errors_and_silence_have_no_value() -> None:
    assert values("instance", None) == ()
    assert values("instance", said("i-0a1b2c3d4e5f67890", 401)) == ()


def test_endless_lists_are_bounded() -> None:
    assert len(values("group", said("\n".join(f"sg-{number}" for number in range(5000))))) == MOST_VALUES


def test_a_provider_is_known_by_its_identifier_and_its_sign() -> None:
    assert recognised(AWS, said("i-0a1b2c3d4e5f67890"))
    assert not recognised(AWS, said("12345678"))
    assert recognised(GCP, said("5824915733871244991", 200, "metadata-flavor: google"))
    assert not recognised(GCP, said("5824915733871244991"))
    assert not recognised(HETZNER, said("<html>login</html>"))


def test_a_session_s_word_goes_into_a_header_only_where_it_is_one_word() -> None:
    assert token(said("AQAEAGJd0token==")) == "AQAEAGJd0token=="
    assert token(said("good\r\nX-Evil: yes")) == ""
    assert token(said("AQAEAGJd0token==", 405)) == ""
