"""The report as the contract's JSON."""

from __future__ import annotations

import json

from nocarrier.model.record import plain
from nocarrier.model.report import Report


def encode(report: Report) -> str:
    """Indented JSON, ending with a newline."""
    return json.dumps(plain(report), indent=2, ensure_ascii=False) + "\n"
