"""What the extraction of messages finds, and what it refuses."""

from __future__ import annotations

import ast

import pytest
from tools.messages import NotLiteral, _called, placeholders


def found(code: str) -> list[str]:
    return list(_called(ast.parse(code), "here.py"))


def test_finds_messages_wherever_they_stand() -> None:
    assert found('say("one", x=say("two" " three")); pen.say("four"); _("five"); other("six")') == [
        "one",
        "four",
        "five",
        "two three",
    ]


@pytest.mark.parametrize("code", ['say(f"{x}")', "say(text)", 'say("a" if b else "c")'])
def test_refuses_what_no_catalogue_can_hold(code: str) -> None:
    with pytest.raises(NotLiteral, match=r"^here\.py:1: "):
        found(code)


def test_placeholders() -> None:
    assert placeholders("{port} of {address:>9} {{}}") == {"port:", "address:>9"}
