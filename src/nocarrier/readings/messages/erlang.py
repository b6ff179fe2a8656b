"""Erlang and Elixir: inet, httpc, Mint, Ecto."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.record import replace
from nocarrier.readings.messages.errnos import KIND, step_of
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, Reading

STEMS = (
    "{:error, :e", "{error,e", ":econnrefused", ":nxdomain", ":timeout", "tcp connect: e",
)  # fmt: skip

SAID = (
    Phrase(",econnrefused", "refused", "tcp", "erlang", {"errno": "ECONNREFUSED"}, MEANT),
    Phrase(",etimedout", "timed-out", "tcp", "erlang", {"errno": "ETIMEDOUT"}, MEANT),
    Phrase(",nxdomain", "name-not-resolved", "name", "erlang", {"errno": "EAI_NONAME"}, MEANT),
    Phrase("tcp recv: closed", "closed", "", "elixir"),
    Phrase("tcp recv: timeout", "timed-out", "service", "elixir"),
    Phrase("tcp send: closed", "closed", "", "elixir"),
    Phrase("tcp connect: econnrefused", "refused", "tcp", "elixir", {"errno": "ECONNREFUSED"}),
    Phrase("tcp connect: etimedout", "timed-out", "tcp", "elixir", {"errno": "ETIMEDOUT"}),
    Phrase("tcp connect: nxdomain", "name-not-resolved", "name", "elixir", {"errno": "EAI_NONAME"}),
    Phrase(":econnrefused", "refused", "tcp", "elixir", {"errno": "ECONNREFUSED"}),
    Phrase(":nxdomain", "name-not-resolved", "name", "elixir", {"errno": "EAI_NONAME"}, MEANT),
    Phrase(":etimedout", "timed-out", "tcp", "elixir", {"errno": "ETIMEDOUT"}),
    Phrase("{:error, :timeout}", "timed-out", "", "elixir"),
    Phrase("{:error, :closed}", "closed", "", "elixir"),
)  # fmt: skip

_ATOM = re.compile(r"\{:?error, ?:?(e[a-z]{3,14})\}")
"inet:posix()."
_ADDRESS = re.compile(r"to_address,\{\\?\"([^\"\\]{1,253})\\?\",(\d{1,5})\}")
"httpc."


def read(line: str) -> Iterator[Reading]:
    """Atoms and sentences."""
    place = _ADDRESS.search(line)
    host, port = ("", 0) if place is None else (place[1], min(int(place[2]), 65535))
    for one in phrases(SAID, line):
        yield replace(one, host=host, port=port)
    for match in _ATOM.finditer(line):
        symbol = match[1].upper()
        if symbol in KIND:
            yield Reading(
                kind=KIND[symbol], worth=CODE, client="elixir", step=step_of(symbol), code={"errno": symbol}, at=match.start()
            )  # fmt: skip
    if host:
        yield Reading(kind="unknown", worth=OPAQUE, host=host, port=port)
