"""What to look at where nothing explains what was seen."""

from __future__ import annotations

import pytest

from nocarrier.diagnosis.unexplained import closer_look
from tests.causes.cases import made


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("tcp://10.20.0.5:8080", ["nocarrier tcp://10.20.0.5:8080 --server ssh://root@10.20.0.5"]),
        ("tcp://127.0.0.1:8080", []),
        ("tcp://localhost:8080", []),
    ],
)
def test_nobody_logs_in_to_loopback(target: str, said: list[str]) -> None:
    assert [decider.command for decider in closer_look(made({"10.20.0.5": ""}, target=target))] == said
