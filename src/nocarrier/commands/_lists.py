"""Fetching a list that a provider of edges publishes, and keeping it.

What comes is bounded in size and time, is held against what such a list must be, and takes the old one's place in one step
(rename(2)) or not at all.
"""

from __future__ import annotations

import os
import time
from functools import cache

from nocarrier.facts.edges import Provider
from nocarrier.model.prose import Prose, say
from nocarrier.probes._edge_ranges import folder, newest
from nocarrier.readings.edge_ranges import encode_ranges
from nocarrier.readings.published_ranges import MOST_BYTES, BadList, decode_published

WAIT, LONGEST = 15.0, 60.0
"Seconds without a byte, and for a whole list."
CHUNK = 1 << 16


class CannotFetch(Exception):
    """The list was not had, or is not kept; ``sentence`` says why."""

    def __init__(self, sentence: Prose) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def refresh(one: Provider, place: str = "") -> int:
    """Fetch the provider's lists, or the one at ``place``, and keep them; how many ranges they have.

    Raises `CannotFetch`.
    """
    lists = ((place, form) for _, form in one.lists[:1]) if place else one.lists
    wanted = tuple(lists)
    if not wanted:
        raise CannotFetch(say("{provider} publishes no list that could be fetched", provider=one.label))
    prefixes = tuple(prefix for address, form in wanted for prefix in _decoded(address, form))
    before = newest(one.slug)
    if before is not None and 2 * len(set(prefixes)) < before[0].count:
        raise CannotFetch(
            say(
                "{provider}'s list has {count} ranges where {before} were known: it is not kept",
                provider=one.label,
                count=len(set(prefixes)),
                before=before[0].count,
            )
        )
    _keep(
        one,
        encode_ranges(prefixes, " ".join(address for address, _ in wanted), time.strftime("%Y-%m-%d", time.gmtime())),
    )
    return len(set(prefixes))


def _decoded(address: str, form: str) -> tuple[str, ...]:
    try:
        return decode_published(form, _fetched(address))
    except BadList as why:
        raise CannotFetch(say("{address} holds another thing: {why}", address=address, why=str(why))) from None
    except (OSError, ValueError) as why:
        reason = getattr(why, "reason", None) or getattr(why, "strerror", None) or str(why) or type(why).__name__
        raise CannotFetch(say("{address} cannot be read: {why}", address=address, why=str(reason))) from None


@cache
def _fetched(address: str) -> bytes:
    """The whole of it, once: two providers may be in one list. Raises OSError, or ValueError for what is no such address."""
    if "://" not in address:
        with open(address, "rb") as file:
            return file.read(MOST_BYTES + 1)
    from http.client import HTTPException
    from urllib.request import Request, build_opener

    if not address.startswith(("https://", "http://")):
        raise ValueError("only http, https and files are fetched")
    deadline, body = time.monotonic() + LONGEST, b""
    try:
        with build_opener().open(Request(address, headers={"User-Agent": "nocarrier"}), timeout=WAIT) as answer:
            while len(body) <= MOST_BYTES and (chunk := answer.read1(CHUNK)):
                body += chunk
                if time.monotonic() > deadline:
                    raise TimeoutError("it takes too long")
    except HTTPException as why:
        raise ValueError(f"no HTTP answer ({type(why).__name__})") from None
    return body


def _keep(one: Provider, text: str) -> None:
    """In the user's folder, whole or not at all."""
    place = os.path.join(folder(), f"{one.slug}.txt")
    beside = f"{place}.{os.getpid()}"
    try:
        os.makedirs(folder(), exist_ok=True)
        with open(beside, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, place)
    except OSError as why:
        raise CannotFetch(say("{path} cannot be written: {why}", path=place, why=why.strerror or str(why))) from None
