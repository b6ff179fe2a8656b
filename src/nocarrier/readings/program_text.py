"""Where the text of a program that runs says which address it listens on.

A person edits the line that is named here, so it has to be the one: a line of a text that this program surely loads,
of code and not of a comment, that is no client's, that gives the very address and port that are bound, and is alone in
that. Whether a line is reached when the program runs cannot be read; two that could be meant are therefore none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from nocarrier.facts.programs.kind import Kind, Line
from nocarrier.facts.server_program import Binding
from nocarrier.readings.binding import match, placed

COMMENT = re.compile(r"(?:^|\s)(?:#|//|/\*|\*|<!--)|'''|\"\"\"")
"The beginning of a comment in any of the languages; what stands behind it on a line is no code."
CLIENT = re.compile(r"(?i)connect|client|dial\b|fsockopen|urlopen")
"What a call is named that goes to an address instead of listening there."
FENCE = re.compile(r"'''|\"\"\"|(?:^|(?<=\s))/\*|\*/")
"What begins or ends a text of several lines that is no code."
NUMBER = re.compile(r"(?<![\w.])\d{2,5}(?![\w.])")

Code = Mapping[str, Mapping[int, str]]
"Of each file its lines that are code, by their number."


def find_in_program(kind: Kind, script: str, texts: Mapping[str, str], bound: str, port: int) -> Binding | None:
    """The one line of the script and of what it loads that binds this; None where none does or it is not clear which."""
    if script not in texts:
        return None
    code = _loaded(kind, script, texts)
    found = [
        (rule, placed(rule, file, number, line, at))
        for file, lines in code.items()
        for number, line in lines.items()
        for rule, at in _binds(kind, (file, number), code, bound, port)
    ]
    candidates = [binding for rule, binding in found if not rule.weak] or [binding for _, binding in found]
    return candidates[0] if len(candidates) == 1 else None


def _loaded(kind: Kind, script: str, texts: Mapping[str, str]) -> Code:
    """The script, and what it names where it loads others, and they in turn: of these what runs when they are loaded."""
    code = {script: _code(texts[script])}
    waiting = [script] if kind.loads else []
    while waiting:
        lines = code[waiting.pop()].values()
        for file in texts:
            stem = re.escape(file.rpartition("/")[2].rpartition(".")[0])
            names_it = re.compile(kind.loads.replace("{stem}", stem))
            if file not in code and any(names_it.search(line) for line in lines):
                code[file] = _code(_as_loaded(kind, texts[file]))
                waiting.append(file)
    return code


def _as_loaded(kind: Kind, text: str) -> str:
    """A text without the part that runs only where it is the script."""
    found = re.search(kind.as_script, text, re.MULTILINE) if kind.as_script else None
    return text[: found.start()] if found else text


def _code(text: str) -> dict[int, str]:
    """Number → line, without those that stand in a comment or a text of several lines."""
    code: dict[int, str] = {}
    end = ""
    for number, line in enumerate(text.splitlines(), 1):
        if not end:
            code[number] = line
        for mark in FENCE.findall(line):
            if end:
                end = "" if mark == end else end
            elif mark != "*/":
                end = "*/" if mark == "/*" else mark
    return code


def _binds(
    kind: Kind, place: tuple[str, int], code: Code, bound: str, port: int
) -> Iterator[tuple[Line, re.Match[str]]]:
    """The first rule by which a line binds this address and port, if one does."""
    file, number = place
    line = code[file][number]
    for rule in kind.lines:
        found = match(rule, line, bound, port)
        if found is None or COMMENT.search(line[: found.start()]) or CLIENT.search(line[: found.start("v")]):
            continue
        if "{port}" in rule.pattern or _means(rule, found, port, place, code):
            yield rule, found
            return


def _means(rule: Line, found: re.Match[str], port: int, place: tuple[str, int], code: Code) -> bool:
    """Whether a line that does not give the port as a number means this one."""
    if rule.ports:
        return port in rule.ports
    groups = found.groupdict()
    if "p" in groups:
        name = groups["p"].rpartition(".")[2]
        everywhere = [line for lines in code.values() for line in lines.values()]
        return name == str(port) or set(_numbers(name, everywhere)) == {str(port)}
    return set(_numbers(f"{groups['of']}port", _beside(*place, code))) == {str(port)}


def _beside(file: str, number: int, code: Code) -> Iterator[str]:
    """The lines around one that are indented as it is, to the next empty line or one that is indented less."""
    lines = code[file]
    depth = _depth(lines[number])
    for step in (-1, 1):
        at = number + step
        while at in lines and lines[at].strip() and _depth(lines[at]) >= depth:
            if _depth(lines[at]) == depth:
                yield lines[at]
            at += step


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _numbers(name: str, lines: Iterable[str]) -> Iterator[str]:
    """The numbers that a name is given: ``PORT = 9000``, ``port: 9000``, ``"--port", default=9000``."""
    given = re.compile(rf"(?i)\b{re.escape(name)}\b(?:['\"]\s*,|['\"]?[^=\n,;()]*?(?<![=!<>])[:=](?!=))(.*)")
    for line in lines:
        said = given.search(line)
        number = NUMBER.search(said[1]) if said else None
        if number:
            yield number[0]
