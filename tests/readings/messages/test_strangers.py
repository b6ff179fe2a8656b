"""What is read of clients that no reader knows (``tools/strangers.py``): it only gets better."""

from __future__ import annotations

from collections import Counter

from tools.strangers import Labelled, labelled, outcome, outcomes

RIGHT, WRONG = 0.72, 0.035
"""Parts of the messages of clients that were there before the general readers, and of all labelled messages. What comes to
``trackers.txt`` is mostly what nothing had read."""


def test_most_are_read_right_and_few_wrong_without_a_reader_of_their_client() -> None:
    came = list(outcomes(labelled()))
    settled = Counter(result for one, result in came if one.source != "trackers")
    assert settled["right"] > RIGHT * settled.total()
    assert sum(result == "wrong" for _, result in came) < WRONG * len(came)


def test_the_readers_are_all_there_again() -> None:
    known = Labelled("test", "refused", "ORA-12541: TNS:no listener")
    assert outcomes([known])[0][1] != "right"
    assert outcome(known) == "right"
