"""A sentence keeps its values apart from its words until it is told."""

from __future__ import annotations

from nocarrier.locale import translator
from nocarrier.model.prose import say


def test_values_are_filled_in() -> None:
    assert say("{count} of {what}", count=3, what=say("{n} ports", n=8)).render() == "3 of 8 ports"


def test_what_a_value_holds_is_no_template() -> None:
    assert say("{name} says no", name="{port}").render() == "{port} says no"


def test_values_that_are_prose_are_translated() -> None:
    german = translator("de")
    assert say("Do this {place}", place=say("on {host}", host="db1")).render(german) == "Zu tun auf db1"


def test_numbers_have_the_decimal_mark_of_the_language() -> None:
    waited = say("no answer from {there} in {seconds} s", there="10.0.0.5:80", seconds=3.5)
    assert waited.render() == "no answer from 10.0.0.5:80 in 3.5 s"
    assert waited.render(translator("de")) == "keine Antwort von 10.0.0.5:80 in 3,5 s"
