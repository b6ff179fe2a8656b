"""What is read of clients that no reader knows (``tools/strangers.py``): it only gets better."""

from __future__ import annotations

from collections import Counter

from tools.strangers import Labelled, labelled, outcome, outcomes

RIGHT, WRONG = 0.68, 0.035
"""Parts of all labelled messages. What was added on 29 November are sentences that nothing had read before: of them most need
their reader."""


def test_most_are_read_right_and_few_wrong_without_a_reader_of_their_client() -> None:
    counts = Counter(came for _, came in outcomes(labelled()))
    total = sum(counts.values())
    assert counts["right"] > RIGHT * total
    assert counts["wrong"] < WRONG * total


def test_the_readers_are_all_there_again() -> None:
    known = Labelled("test", "refused", "ORA-12541: TNS:no listener")
    assert outcomes([known])[0][1] != "right"
    assert outcome(known) == "right"
