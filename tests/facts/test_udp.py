"""Who says that a UDP port is closed, and that a system which does not tell is believed."""

from __future__ import annotations

import pytest

from nocarrier.facts.tcp import IcmpWord
from nocarrier.facts.udp import UdpAttempt


def attempt(said: IcmpWord | None, errno: str = "ECONNREFUSED") -> UdpAttempt:
    return UdpAttempt(address="10.20.0.5", port=9, asked=False, answered=False, errno=errno, said=said)


@pytest.mark.parametrize(
    ("origin", "code", "is_reset"), [("10.20.0.5", 3, True), ("10.10.0.1", 3, False), ("10.20.0.5", 13, False)]
)
def test_port_unreachable_counts_from_the_host_itself(origin: str, code: int, is_reset: bool) -> None:
    assert attempt(IcmpWord(version=4, type=3, code=code, origin=origin)).reset is is_reset


def test_without_an_error_queue_the_error_counts() -> None:
    assert attempt(None).reset
    assert not attempt(None, errno="").reset
