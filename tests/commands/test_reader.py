"""The quick reading of a call says what argparse says, or nothing."""

from __future__ import annotations

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.commands._reader import Reader
from nocarrier.commands.diagnose import define, parser

WORDS = (
    "tcp://a:1", "host", "80", "", "-", "--", "-v", "-q", "-4", "-6", "-h", "--json", "--verbose", "--server",
    "--server=ssh://b", "--from", "netns://x", "--timeout", "3", "--timeout=x", "--timeout=", "--expect-address",
    "10.0.0.1", "--lang", "de", "--lang=xx", "--source", "--redact", "--html", "--js", "-vq", "--json=1", "-4=1",
    "--no-proxy", "-1", "--header", "A: b", "--origin=http://a", "--subprotocol",
)  # fmt: skip


def quickly(words: list[str]) -> dict[str, object] | None:
    reader = Reader()
    define(reader, str)
    found = reader.read(words)
    return None if found is None else vars(found)


@given(st.lists(st.sampled_from(WORDS), max_size=7))
def test_it_never_differs_from_argparse(words: list[str]) -> None:
    quick = quickly(words)
    if quick is None:
        return
    with contextlib.redirect_stderr(io.StringIO()):
        assert vars(parser().parse_args(words)) == quick


@pytest.mark.parametrize(
    "call",
    [
        "tcp://127.0.0.1:80 --json",
        "host 80 -v --server ssh://b --from=netns://x",
        "--timeout 2.5 -4 host:80 --expect-address 10.0.0.1 --expect-address 10.0.0.2 --source 10.0.0.7:5000",
        "-q -6 host:80 --redact --html a.html --lang de --no-proxy",
    ],
)
def test_usual_calls_need_no_argparse(call: str) -> None:
    assert quickly(call.split()) == vars(parser().parse_args(call.split()))


@pytest.mark.parametrize("call", ["", "--help", "host 80 -v -q", "host --json 80", "host --timeout", "host --ver"])
def test_the_rest_is_left_to_it(call: str) -> None:
    assert quickly(call.split()) is None
