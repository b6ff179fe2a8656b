"""Why a machine cannot be looked at is a clause that can be translated."""

from __future__ import annotations

from nocarrier.diagnosis.plan import reason
from nocarrier.machines import CannotLook
from nocarrier.model.prose import say


def test_a_plain_reason_stands_as_it_is() -> None:
    why = CannotLook("there is no {such} thing")
    assert why.reason == str(why) == reason(why).render() == "there is no {such} thing"


def test_a_sentence_is_translated() -> None:
    why = CannotLook(say("{what} is closed", what="it"), "root")
    assert why.reason == "it is closed"
    shouted = reason(why).render(lambda text: text.replace("closed", "CLOSED"))
    assert shouted == "it is CLOSED (needs root)"
