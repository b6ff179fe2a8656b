"""Descriptors that are held back, so that there are some left to say that there are none left.

Where a process may open no file more (EMFILE), not even a module can be loaded that would tell of it. What is held is this
very file, which tells at the end whether the numbers still are ours: a program that closed all it did not know, as daemons
do, may have been given them since. `os` is taken where it is loaded, as it is in every program but those of ``python -S``.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MANY = 2
"Loading needs one at a time."

_held: list[int] = []


def hold() -> None:
    """Hold them back; nothing, where they are, or there are none to be had."""
    os: Any = sys.modules.get("os")
    while os is not None and len(_held) < MANY:
        try:
            _held.append(os.open(__file__, os.O_RDONLY))  # not inherited (PEP 446)
        except OSError:
            return


def give_up() -> None:
    """Close those that are still ours."""
    os: Any = sys.modules.get("os")
    while os is not None and _held:
        number = _held.pop()
        try:
            if os.path.samestat(os.fstat(number), os.stat(__file__)):
                os.close(number)
        except OSError:
            continue
