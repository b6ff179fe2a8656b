"""The report as the contract's JSON."""

from __future__ import annotations

import msgspec

from nocarrier.model.report import Report


def encode(report: Report) -> str:
    """Indented JSON, ending with a newline."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"
