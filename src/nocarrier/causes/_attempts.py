"""The attempts of a case, whatever their transport."""

from __future__ import annotations

from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.udp import UdpAttempt
from nocarrier.model.evidence import Case, Evidence

Attempt = Evidence[TcpAttempt] | Evidence[UdpAttempt]


def attempts(case: Case) -> tuple[Attempt, ...]:
    """Every attempt, in the order in which they were made; a target has one transport."""
    return (*case.every(TcpAttempt), *case.every(UdpAttempt))
