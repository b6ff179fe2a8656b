"""The line of a framework's settings that lists the host names which it serves.

Nothing here understands these languages: one pattern a framework, on a line that is no comment. Where a file has it
several times the last one counts, as in a program that runs from top to bottom.
"""

from __future__ import annotations

import re

from nocarrier.facts.front import Place
from nocarrier.model.record import Record

LONGEST_LINE = 400


class Found(Record):
    """The line, the framework whose it is, and whether a name can be put into the list on it."""

    product: str
    place: Place
    whole: bool


PATTERNS: tuple[tuple[str, str, str], ...] = (
    ("django", ".py", r"^\s*ALLOWED_HOSTS\s*\+?=\s*(?P<list>.*)$"),
    ("vite", ".js .ts .mjs .mts .cjs", r"\ballowedHosts\s*:\s*(?P<list>.*)$"),
    ("rails", ".rb", r"^\s*config\.hosts\s*(?:<<|=|\+=)\s*(?P<list>.*)$"),
    ("starlette", ".py", r"\ballowed_hosts\s*=\s*(?P<list>.*)$"),
)
"Framework, endings of the files it is in, and the line with what follows the list's name."
_WHOLE = re.compile(r"^\[\s*(?:(['\"])[^'\"\[\]]*\1\s*,?\s*)*\]")


def find_host_list(text: str, file: str) -> Found | None:
    """The line in one file; None where there is none."""
    found = None
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST_LINE or line.lstrip().startswith(("#", "//", "*")):
            continue
        for product, endings, pattern in PATTERNS:
            match = re.search(pattern, line) if file.endswith(tuple(endings.split())) else None
            if match is not None:
                place = Place(file=file, line=number, text=line.strip()[:200])
                found = Found(product, place, _WHOLE.match(match["list"]) is not None)
                break
    return found
