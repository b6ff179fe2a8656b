"""What probes name to be fetched ahead from a far machine in one round."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from nocarrier import probes

MODULES = sorted(
    path.stem for path in Path(next(iter(probes.__path__))).glob("*.py") if not path.stem.startswith("_")
)


@pytest.mark.parametrize("name", MODULES)
def test_whole_paths_and_commands(name: str) -> None:
    """A path that is none would be waited for until the whole round is lost."""
    module = import_module(f"nocarrier.probes.{name}")
    for path in (*getattr(module, "FILES", ()), *getattr(module, "LINKS", ())):
        assert path.startswith("/")
    for command in getattr(module, "COMMANDS", ()):
        assert isinstance(command, tuple)
        assert command
