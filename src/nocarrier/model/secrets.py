"""Secrets never enter a report: the one place that takes them out of any text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Pattern

HIDDEN = "***"
WORDS = ("pass", "secret", "token", "key", "auth", "cookie", "@")
"Text that holds none of these holds no secret: most of it, so that the patterns are rarely compiled (7 ms)."

_NAMES = "(?:password|passwd|passphrase|requirepass|masterauth|secret|token|api[_-]?key|private[_-]?key)"


def without_secrets(text: str) -> str:
    """The text with passwords, tokens, cookies and authorization values replaced by ``***``."""
    lower = text.lower()
    if not any(word in lower for word in WORDS):
        return text
    for pattern, replacement in _patterns():
        text = pattern.sub(replacement, text)
    return text


def without_secret_arguments(arguments: list[str]) -> list[str]:
    """The arguments of a command, where a secret may stand alone behind the option that names it."""
    clean: list[str] = []
    for argument in arguments:
        pair = f"{clean[-1]} {argument}" if clean and clean[-1].startswith("-") and "=" not in clean[-1] else ""
        hidden = pair and without_secrets(pair) != pair and without_secrets(argument) == argument
        clean.append(HIDDEN if hidden else without_secrets(argument))
    return clean


@cache
def _patterns() -> tuple[tuple[Pattern[str], str], ...]:
    import re

    return (
        # scheme://user:password@host (RFC 3986, section 3.2.1)
        (re.compile(r"(\w+://[^\s/@:]*):[^\s/@]+@"), rf"\1:{HIDDEN}@"),
        # PGPASSWORD=x, requirepass: x, "api_key": "x"
        (re.compile(rf"(?i)([\w-]*{_NAMES}[\w-]*['\"]?\s*[=:]\s*)(['\"]?)[^\s'\"&;,]+"), rf"\1\2{HIDDEN}"),
        # --password x, --requirepass x
        (re.compile(rf"(?i)(--?[\w-]*{_NAMES}[\w-]*\s+)[^\s-]\S*"), rf"\1{HIDDEN}"),
        (re.compile(r"(?i)((?:proxy-)?authorization\s*:\s*\w+\s+)\S+"), rf"\1{HIDDEN}"),
        (re.compile(r"(?i)((?:set-)?cookie\s*:\s*)[^\r\n]+"), rf"\1{HIDDEN}"),
    )
