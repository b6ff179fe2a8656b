"""What to look at where nothing explains what was seen."""

from __future__ import annotations

import pytest

from nocarrier.diagnosis.unexplained import closer_look
from nocarrier.facts.exchange import Exchange, TlsHandshake
from nocarrier.model.evidence import Case
from nocarrier.readings.target import parse_target
from tests.causes.cases import made, seen


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


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("shop.example", "-servername shop.example -verify_hostname shop.example"),
        ("10.20.0.5", "-verify_ip 10.20.0.5"),
    ],
)
def test_the_handshake_is_shown_with_the_check_of_the_name(name: str, asked: str) -> None:
    broken = Exchange(address="10.20.0.5", port=443, tls=TlsHandshake(done=False, server_name=name, verify_code=23))
    case = Case(target=parse_target(f"https://{name}"), evidence=(seen(broken),))
    assert f"10.20.0.5:443 {asked} -verify_return_error" in next(closer_look(case)).command
