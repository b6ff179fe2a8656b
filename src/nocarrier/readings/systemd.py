"""What systemctl(1) prints, and what unit files say (systemd.syntax(7))."""

from __future__ import annotations

import re


def decode_show(text: str) -> tuple[dict[str, str], ...]:
    """``systemctl show``: the properties of each unit; units are separated by an empty line."""
    units: list[dict[str, str]] = []
    for block in text.split("\n\n"):
        pairs = (line.partition("=") for line in block.splitlines())
        properties = {name: value for name, mark, value in pairs if mark}
        if properties:
            units.append(properties)
    return tuple(units)


def exec_start(text: str) -> str:
    """The command of a unit file's only ExecStart, without its prefixes; empty where there is none, or several."""
    joined = re.sub(r"\s*\\\n\s*", " ", text)  # a continued line
    lines = [line.strip() for line in joined.splitlines()]
    commands = [line.partition("=")[2].strip() for line in lines if line.partition("=")[0].strip() == "ExecStart"]
    return commands[0].lstrip("-@:+!") if len(commands) == 1 else ""
