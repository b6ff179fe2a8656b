"""Answers of a cloud's metadata service → values. Whoever answers there may be anybody: nothing is taken on trust."""

from __future__ import annotations

import re
from ipaddress import ip_address

from nocarrier.facts.cloud_providers import Provider, Role
from nocarrier.facts.exchange import HttpReply

MOST_VALUES = 8
_WORD = r"[A-Za-z0-9][A-Za-z0-9_.:/-]{0,199}"
"Identifiers and names of all these providers; what has other characters is not shown and never reaches a command."
_TOKEN = r"[A-Za-z0-9_=+/.-]{8,1024}"
_ADDRESSES = ("public", "private")
_PATHS = ("zone", "network")
"GCP answers with a path, whose last part is the name: ``projects/12/zones/europe-west1-b``."


def values(role: Role, answer: HttpReply | None) -> tuple[str, ...]:
    """The values of one role, one a line; empty for an error or what is none."""
    if answer is None or answer.status != 200:
        return ()
    lines = [line.strip() for line in answer.body.splitlines()]
    taken = [value for line in lines[: 4 * MOST_VALUES] if (value := _value(role, line))]
    return tuple(dict.fromkeys(taken))[:MOST_VALUES]


def _value(role: Role, line: str) -> str:
    if role in _ADDRESSES:
        try:
            return str(ip_address(line))
        except ValueError:
            return ""
    name = line.rpartition("/")[2] if role in _PATHS else line
    return name if re.fullmatch(_WORD, name) else ""


def token(answer: HttpReply | None) -> str:
    """The token of a session, or empty. It is sent back to the same service and kept nowhere."""
    if answer is None or answer.status != 200:
        return ""
    word = answer.body.strip()
    return word if re.fullmatch(_TOKEN, word) else ""


def recognised(provider: Provider, answer: HttpReply | None) -> bool:
    """Whether this is the provider's answer to the question for the machine's identifier."""
    if answer is None or answer.status != 200:
        return False
    name, _, value = provider.sign.partition(": ")
    if provider.sign and answer.header(name).lower() != value:
        return False
    return re.fullmatch(provider.known_by, answer.body.strip()) is not None
