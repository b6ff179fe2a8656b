"""PHP program text as tokens: what is code, what is a string or a comment, and where it stands.

Only as much of the language (PHP manual, "Basic syntax", "Strings") as settings need: text outside ``<?php … ?>`` and
comments are left out, strings are decoded where what stands in the file is what they mean, and what this does not
understand is one token of its own. It never raises, and every character is looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.record import Record

LONGEST = 1 << 16
"Characters of a file that are looked at."

_CODE = re.compile(r"<\?(?:php\b|=)?", re.IGNORECASE)
_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<comment>(?:\#(?!\[)|//)(?:[^\r\n?]|\?(?!>))* | /\*.*?(?:\*/|\Z))
    | (?P<close>\?>)
    | (?P<single>b?'(?:[^'\\]|\\.)*+(?:'|\\?\Z))
    | (?P<double>b?"(?:[^"\\]|\\.)*+(?:"|\\?\Z))
    | (?P<heredoc><<<[ \t]*(?P<quote>['"]?)(?P<label>[A-Za-z_]\w*)(?P=quote)\r?\n)
    | (?P<variable>\$[A-Za-z_]\w*)
    | (?P<number>\d[\d_]*(?:\.\d+)?)
    | (?P<name>\\?[A-Za-z_]\w*(?:\\[A-Za-z_]\w*)*)
    | (?P<mark>::|->|\?->|=>|\?\?=?|\?:|===?|!==?|\.=|[-+*/%&|^<>]=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_INSIDE = re.compile(r"\\.|\{\$(?P<braced>[A-Za-z_]\w*)\}|\$(?P<bare>[A-Za-z_]\w*)(?!\[|->)|\{\$|\$\{|\$[A-Za-z_]")


class Part(Record):
    """A piece of a string: text as it stands in the file from ``at`` on (-1: written otherwise), or a variable's name."""

    text: str
    at: int = -1
    variable: str = ""


class Token(Record):
    """``kind`` is ``string``, ``variable`` (without ``$``), ``name``, ``number`` or ``mark``; ``at`` its offset.

    ``parts`` are those of a string, in order; None where it holds what is not understood (an escape, a call).
    """

    kind: str
    text: str
    at: int
    parts: tuple[Part, ...] | None = None


def tokens(source: str) -> Iterator[Token]:
    """The code of a file, without space and comments."""
    source = source[:LONGEST]
    at = 0
    while (opened := _CODE.search(source, at)) is not None:
        at = opened.end()
        while at < len(source):
            found = _TOKEN.match(source, at)
            if found is None:
                return
            at = found.end()
            kind = found.lastgroup or ""
            if kind == "close":
                break
            if found["heredoc"] is not None:
                at = _after_heredoc(source, at, found["label"])
                yield Token("string", "", found.start())
            elif kind not in ("space", "comment"):
                yield _token(kind, found[0], found.start())


def _after_heredoc(source: str, at: int, label: str) -> int:
    """Where a text ends that ends with its label on a line of its own; the label may be indented since PHP 7.3."""
    closing = re.compile(rf"^[ \t]*{label}\b", re.MULTILINE).search(source, at)
    return closing.end() if closing else len(source)


def _token(kind: str, text: str, at: int) -> Token:
    if kind in ("single", "double"):
        skip = 2 if text[0] == "b" else 1
        if len(text) == skip or text[-1] != text[skip - 1]:
            return Token("string", "", at)  # nothing closes it: no PHP ever ran this
        inner = text[skip:-1]
        parts = _plain(inner, at + skip) if kind == "single" else _interpolated(inner, at + skip)
        return Token("string", "", at, parts)
    return Token(kind, text[1:] if kind == "variable" else text, at)


def _plain(inner: str, at: int) -> tuple[Part, ...]:
    """In single quotes only ``\\'`` and ``\\\\`` mean something else than they are; text with a backslash has no place."""
    if "\\" not in inner:
        return (Part(inner, at),)
    return (Part(re.sub(r"\\([\\'])", r"\1", inner)),)


def _interpolated(inner: str, at: int) -> tuple[Part, ...] | None:
    """In double quotes variables stand for their values: ``$name`` and ``{$name}``; more is not understood."""
    found: list[Part] = []
    done = 0
    for mark in _INSIDE.finditer(inner):
        name = mark["braced"] or mark["bare"]
        if name is None:
            return None
        if mark.start() > done:
            found.append(Part(inner[done : mark.start()], at + done))
        found.append(Part("", variable=name))
        done = mark.end()
    if done < len(inner) or not found:
        found.append(Part(inner[done:], at + done))
    return tuple(found)
