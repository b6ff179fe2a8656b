"""The pieces by which a pattern is not compiled for a text that it cannot match."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from tools.pieces import MOST, often, patterns, pieces

from nocarrier.model._pieces import PIECES
from nocarrier.model.pattern import SEPARATOR

MESSAGES = Path(__file__).parents[1] / "readings" / "messages"


@pytest.mark.parametrize(
    ("expression", "held"),
    [
        (r"(?i)\bRefused by (\w+)", {"refused by "}),
        (r"\w+ has (?:quite )?expired", {"expired"}),
        (r"(?:certificate|altname) is bad", {"certificate is bad", "altname is bad"}),
        (r"(?:certificate \d+|altname \w+)", {"certificate ", "altname "}),
        (r"(?:certificate|\w+)", set()),
        (r"(?:certificate)?", set()),
        (r"(?:pgbouncer ){2,3}\d", {"pgbouncer "}),
        (r"(?=\S+pgbouncer)\S+", {"pgbouncer"}),
        (r"(?!pgbouncer)\w+", set()),
        (r"\w(?<=pgbouncer)!", {"pgbouncer"}),
        (r"\w:\d", {f":{digit}" for digit in range(10)}),
        (r"at [45]\d\d\b", {"at 4", "at 5"}),
        (r"[Pp]gbouncer", {"pgbouncer"}),
        (r"[a-z]gbouncer", {"gbouncer"}),
        (r"\d[^x]\w", set()),
        (r"(?i)straße nach pgbouncer", {"e nach pgbouncer"}),
        (r"连接失败", {"连接失败"}),
    ],
)
def test_what_must_stand_in_a_match_is_read_off_the_expression(expression: str, held: set[str]) -> None:
    assert pieces(expression) == held


def test_which_of_several_is_taken_does_not_hang_on_the_order_of_a_set() -> None:
    ports = [":110", ":143", ":21", ":25", ":389", ":587", ":80"]
    for seed in range(50):
        Random(seed).shuffle(ports)
        assert often(ports) == often(["ssl://"])


def test_of_several_the_one_is_taken_that_tells_most() -> None:
    assert pieces(r"error: \w+ (?:pgbouncer|haproxy)") == {" pgbouncer", " haproxy"}
    assert pieces(r"connection refused \d") == {f"connection refused {digit}" for digit in range(10)}


def test_in_every_match_stands_one_of_its_pieces() -> None:
    dice = Random(7)
    lines = [
        line for name in ("trackers.txt", "judged.txt") for line in (MESSAGES / name).read_text("utf-8").splitlines()
    ]
    chosen = [(line, line.lower()) for line in dice.sample(lines, 1500)]
    checked = 0
    for text, flags in patterns():
        if text not in PIECES:
            continue
        held = PIECES[text].split(SEPARATOR)
        assert 0 < len(held) <= MOST
        expression = re.compile(text, flags | (re.ASCII if text.isascii() else 0))
        for line, lower in chosen:
            if expression.search(line):
                checked += 1
                assert any(piece in lower for piece in held), (text, line)
    assert checked > 1000
