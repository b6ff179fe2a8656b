"""os-release(5): which distribution this is."""

from __future__ import annotations

from nocarrier.facts.system import System


def decode_os_release(text: str, init: str = "") -> System:
    """The file's assignments, as `System`; lines of another shape are passed over."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        name, mark, value = line.strip().partition("=")
        if mark and name.isidentifier():
            found[name] = _unquoted(value)
    return System(
        distribution=found.get("ID", "").lower(),
        like=tuple(found.get("ID_LIKE", "").lower().split()),
        version=found.get("VERSION_ID", ""),
        title=found.get("PRETTY_NAME", ""),
        init=init,
    )


def _unquoted(value: str) -> str:
    """A value in quotes of the shell, without them; a backslash escapes ``" $ \\ ` `` inside."""
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    for mark in ('"', "$", "`", "\\"):
        value = value.replace(f"\\{mark}", mark)
    return value
