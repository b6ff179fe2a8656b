"""The report as the contract's JSON."""

from __future__ import annotations

import json

from nocarrier.model.record import plain
from nocarrier.model.report import Report


def encode(report: Report) -> str:
    """Indented JSON, ending with a newline. Lone surrogates, which no encoding can write, are escaped."""
    text = json.dumps(plain(report), indent=2, ensure_ascii=False) + "\n"
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
