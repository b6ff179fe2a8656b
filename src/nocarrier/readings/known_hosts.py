"""ssh's ``known_hosts`` → the names in it (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT)."""

from __future__ import annotations

from nocarrier.readings.target import is_address


def decode_known_hosts(text: str) -> tuple[str, ...]:
    """Names that are neither hashed, nor patterns, nor addresses; lower case, each once. Never raises."""
    found: dict[str, None] = {}
    for line in text.split("\n"):
        fields = line.split()
        if not fields or fields[0].startswith(("#", "|", "@")):
            continue
        for host in fields[0].lower().split(","):
            bare = host[1:].partition("]")[0] if host.startswith("[") else host
            if bare and not any(mark in bare for mark in "*?!|%") and not is_address(bare):
                found[bare] = None
    return tuple(found)
