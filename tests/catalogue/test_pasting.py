"""Commands are ready to paste: whatever a name, a path or a header holds, a shell takes it for a word and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from nocarrier.diagnosis.unexplained import closer_look
from nocarrier.model.judgement import Found
from nocarrier.model.record import Record, fields, replace
from nocarrier.readings.target import is_address
from tests.catalogue.test_recordings import every_recording, finding_at

HOSTILE = "$(id)'$(id)';&?*"
"Has a command carried out where it stands in no quotes, and where it stands in some that it can end."

SPELT_OUT = frozenset({
    "inet", "ip", "ip6", "filter", "nat", "podman", "docker", "aws", "http", "https", "socks5h", "http_proxy",
    "https_proxy", "all_proxy", "upgrade", "version",
})  # fmt: skip
"Words of which there are a few: a reading, which knows them all, lets no others through. Addresses are none either."


@every_recording
def test_what_was_seen_stays_a_word(path: Path) -> None:
    """The path of the target is made hostile, and in turn each text that stands in a command, or a part of which does."""
    finding = finding_at(path)
    case = replace(finding.case, target=replace(finding.case.target, path=f"/{HOSTILE}"))
    said = [decider.command for decider in closer_look(case)]
    for suspect in finding.suspects:
        said += _commands(suspect.cause.judge(case))
        commands = _commands(suspect.found)
        for text in {each for each in _texts(finding.case) if _is_free(each) and _stands_in(each, commands)}:
            changed = _mapped(finding.case, lambda one, text=text: _hostile(one, text))
            said += _commands(suspect.cause.judge(changed))
    assert [command for command in said if _live(command)] == []


@pytest.mark.parametrize("command", [f"ls {HOSTILE}", f"sed 's|{HOSTILE}||' x", 'ls "$(id)"', "ls $(id)"])
def test_what_is_not_quoted_would_be_seen(command: str) -> None:
    assert _live(command)


def _commands(judgement: object) -> list[str]:
    if not isinstance(judgement, Found):
        return []
    fixed = [command for fix in judgement.fixes for command in fix.commands]
    return [*fixed, *(decider.command for decider in judgement.decided_by)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record):
        for name in fields(value):
            yield from _texts(getattr(value, name))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, tuple | list | frozenset):
        for inner in value:
            yield from _texts(inner)


def _is_free(text: str) -> bool:
    """Somebody may have chosen it."""
    return not (text in SPELT_OUT or text.isdigit() or is_address(text.partition("/")[0]))


def _stands_in(text: str, commands: list[str]) -> bool:
    return any(len(part) > 1 and part in command for part in text.split("/") for command in commands)


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Record):
        return replace(value, **{name: _mapped(getattr(value, name), change) for name in fields(value)})
    if isinstance(value, dict):
        return {key: _mapped(inner, change) for key, inner in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return type(value)(_mapped(inner, change) for inner in value)
    return value


def _hostile(one: str, text: str) -> str:
    return "/".join(f"{part}{HOSTILE}" if part else "" for part in one.split("/")) if one == text else one


def _live(command: str) -> bool:
    """Whether a shell would carry out what the hostile text says: its ``$(`` stands outside of single quotes."""
    quote, skipped = "", False
    for at, letter in enumerate(command):
        if skipped:
            skipped = False
        elif quote == "'":
            quote = "" if letter == "'" else quote
        elif letter == "\\":
            skipped = True
        elif letter == quote:
            quote = ""
        elif letter in "'\"" and not quote:
            quote = letter
        elif command.startswith("$(id)", at):
            return True
    return False
