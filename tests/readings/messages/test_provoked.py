"""What real clients printed of real faults (`just corpus`), read back: each against the truth that it was made from."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.corpus.judging import amiss, misread, provoked
from tools.corpus.record import FOLDER, read, written

CLIENTS, MISREAD = provoked(), misread()
FILES = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("client", sorted(CLIENTS))
def test_what_was_printed_is_read_as_what_was_so(client: str) -> None:
    wrong = {met.symptom: told for met in CLIENTS[client] if (told := amiss(met))}
    known = MISREAD.get(client, set())
    assert not {symptom: told for symptom, told in wrong.items() if symptom not in known}
    assert not known - set(wrong), "these are read right now: `just corpus --misread` takes them out of misread.txt"


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_a_file_is_as_it_is_written(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    heading = [line[2:] for line in text.splitlines() if line.startswith("# ")]
    assert written(heading, read(text)) == text


def test_there_are_enough_of_them_to_mean_something() -> None:
    right = sum(map(len, CLIENTS.values())) - sum(map(len, MISREAD.values()))
    assert len(FILES) > 100
    assert right > 3500
