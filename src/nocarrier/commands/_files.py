"""Files that a call asks for beside what it prints; ``-`` is standard output."""

from __future__ import annotations

import os
from collections.abc import Iterable

from nocarrier.commands._streams import complain, document
from nocarrier.model.prose import Prose, say
from nocarrier.reports.plain import plain

STANDARD_OUTPUT = "-"


def unusable(options: dict[str, str | None], read: Iterable[str] = (), printed: bool = False) -> Prose | None:
    """Why files cannot be written as asked for: option → name. None where they can, as far as the call tells.

    ``read`` are those that are read, ``printed`` says that a document is printed already.
    """
    named = {option: name for option, name in options.items() if name is not None}
    for option, name in named.items():
        if not name:
            return say("{option} takes the name of a file, and here it is empty", option=option)
        if any(_same(name, other) for other in read):
            return say("{option} would overwrite what is read: {file}", option=option, file=name)
    if list(named.values()).count(STANDARD_OUTPUT) + printed > 1:
        return say("standard output takes one document: write the others to files")
    return None


def _same(name: str, other: str) -> bool:
    try:
        return STANDARD_OUTPUT not in (name, other) and os.path.samefile(name, other)
    except OSError:
        return False


def written(name: str, text: str) -> bool:
    """Write a file. Where that fails it is said, with its name: what was found out is told all the same."""
    if name == STANDARD_OUTPUT:
        document(text)
        return True
    try:
        with open(name, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        complain(f"{error.strerror or error}: {plain(name, 300)}")
        return False
    return True
