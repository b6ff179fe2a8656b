"""A redirect of the handshake, on recordings: where it leads decides what is to be done."""

from __future__ import annotations

from pathlib import Path

from nocarrier.commands.recording import replay
from nocarrier.machines.recorded import load

RECORDINGS = Path(__file__).parents[1] / "recordings" / "redirected"


def test_what_leads_to_itself_is_not_dialled_again() -> None:
    first = replay(load(RECORDINGS / "to-itself" / "client-alone.json")).suspects[0]
    assert first.cause.slug == "redirected"
    assert "goes round in a circle" in str(first.found.summary)
    assert [fix.where for fix in first.found.fixes] == ["server"]
