"""subprocess: a command that failed, and what it printed of it, where that was kept."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client
from nocarrier.integrations.clients.looking import LONGEST, at
from nocarrier.model.annotations import Any


def _says(exception: Any) -> str:
    """The end of what it wrote to standard error; its own text is the command."""
    held = at(exception, "stderr")
    if isinstance(held, bytes):
        held = held[-LONGEST:].decode("utf-8", "replace")
    return held[-LONGEST:] if isinstance(held, str) else ""


CLIENT = Client(
    says=_says,
)
