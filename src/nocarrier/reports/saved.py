"""Saved reports, read back: one as ``--json`` prints it, a list of them, or one after the other (a line each, or not).

What is read was written by somebody: its size, its depth and its form are held against what a report is before anything
is made of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from nocarrier.model.annotations import Any, NoReturn
from nocarrier.model.prose import Prose, say
from nocarrier.model.report import Report

MOST_BYTES = 1 << 24
"Bytes of one file: some eight hundred reports; read, they take up to thirty times that."
DEEPEST = 40
"Levels of a report; those of our own probes have nine."
SCHEMA = "nocarrier.report/1"
_BLANKS = " \t\r\n\x1e"
"What may stand between JSON texts (RFC 8259, section 2; RFC 7464 puts a record separator there)."


class BadReport(Exception):
    """What was read is no report; ``sentence`` says why."""

    def __init__(self, sentence: Prose) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def reports(data: bytes) -> tuple[Report, ...]:
    """The reports in a file's bytes, in their order. Raises `BadReport`."""
    if len(data) > MOST_BYTES:
        raise BadReport(say("it is larger than {size} MiB", size=MOST_BYTES >> 20))
    found = tuple(_report(value) for value in _values(_text(data)))
    if not found:
        raise BadReport(say("there is no report in it"))
    return found


def _text(data: bytes) -> str:
    """JSON is UTF-8; PowerShell's ``>`` writes UTF-16."""
    try:
        return data.decode(json.detect_encoding(data))
    except UnicodeDecodeError:
        raise BadReport(say("it is no text in UTF-8")) from None


def _values(text: str) -> Iterator[Any]:
    """The values one after the other; those of a list one by one."""
    decoder = json.JSONDecoder(parse_constant=_no_number)
    at = _after_blanks(text, 0)
    while at < len(text):
        try:
            value, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            raise BadReport(_unreadable(text, error)) from None
        except RecursionError:
            raise BadReport(say("it is nested too deeply")) from None
        except ValueError:
            raise BadReport(say("it holds a number that is none")) from None
        yield from value if isinstance(value, list) else (value,)
        at = _after_blanks(text, end)


def _after_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    return at


def _no_number(word: str) -> NoReturn:
    """NaN and infinities, which JSON does not know (RFC 8259, section 6)."""
    raise ValueError(word)


def _unreadable(text: str, error: json.JSONDecodeError) -> Prose:
    rest = text[error.pos :].rstrip()
    in_a_word = any(word.startswith(rest) for word in ("true", "false", "null", "-", ".", "e+", "e-", "E+", "E-"))
    if in_a_word or error.msg.startswith("Unterminated") or (error.msg.startswith("Invalid \\") and len(rest) < 6):
        return say("it is cut off: its JSON does not end")
    return say("it is no JSON (line {line}, column {column})", line=error.lineno, column=error.colno)


def _report(value: Any) -> Report:
    schema = value.get("schema") if isinstance(value, dict) else None
    if not isinstance(schema, str) or not schema.startswith("nocarrier."):
        raise BadReport(say("it is no report of nocarrier"))
    if schema != SCHEMA:
        raise BadReport(say("it is {schema}, and what can be read is {known}", schema=schema[:60], known=SCHEMA))
    if _deeper(value, DEEPEST):
        raise BadReport(say("it is nested too deeply"))
    import msgspec

    try:
        return msgspec.convert(value, Report)
    except (msgspec.ValidationError, OverflowError) as error:
        raise BadReport(say("it does not have the form of a report ({why})", why=str(error)[:300])) from None


def _deeper(value: Any, most: int) -> bool:
    """Whether it has more levels than ``most``; told without recursion, for it may have very many."""
    level = [value]
    for _ in range(most):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True
