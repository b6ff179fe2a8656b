"""The text of Apache's configuration → directives (httpd, server/config.c: ap_cfg_getline, ap_getword_conf).

A line is a directive, ``\\`` at its end goes on with the next one; ``<Section …>`` opens a block. Names are written in
any case, here in lower case. ``IfModule`` and its like are not blocks of their own: `effective` leaves what holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from nocarrier.model.record import replace
from nocarrier.readings.directives import MOST_DEPTH, MOST_DIRECTIVES, Directive, walk

_WORD = re.compile(r'"((?:\\.|[^"\\])*)"|\'((?:\\.|[^\'\\])*)\'|(\S+)')
CONDITIONS = ("ifmodule", "ifdefine", "ifversion", "iffile")


def parse(text: str, file: str = "") -> tuple[Directive, ...]:
    """The directives of one file, sections with what is inside of them."""
    return _block(iter(tuple(_lines(text))), file, 0, "")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    begun, number = "", 0
    for at, line in enumerate(text.splitlines()[:MOST_DIRECTIVES], 1):
        number = number if begun else at
        line = begun + line.strip()
        if line.endswith("\\"):
            begun = line[:-1] + " "
            continue
        begun = ""
        if line and not line.startswith("#"):
            yield number, line[:8192]


def _block(lines: Iterator[tuple[int, str]], file: str, depth: int, until: str) -> tuple[Directive, ...]:
    found: list[Directive] = []
    for number, line in lines:
        if line.startswith("</"):
            if line[2:].rstrip("> ").lower() == until:
                break
            continue
        opened = line.startswith("<")
        words = _words(line.strip("<>") if opened else line)
        if not words:
            continue
        name = words[0].lower()
        block = None
        if opened:
            if depth >= MOST_DEPTH:
                break
            block = _block(lines, file, depth + 1, name)
        found.append(Directive(name, tuple(words[1:]), block, file, number, line.strip("<>") if opened else line))
    return tuple(found)


def _words(line: str) -> list[str]:
    return [next(part for part in found if part is not None) for found in
            ((match[1], match[2], match[3]) for match in _WORD.finditer(line))]  # fmt: skip


def effective(tree: Sequence[Directive], variables: Mapping[str, str]) -> tuple[Directive, ...]:
    """The directives that count: conditions resolved, ``${NAME}`` filled in."""
    defined = dict(variables)
    for one in walk(tree):
        if one.name == "define" and one.args:
            defined[one.args[0]] = one.args[1] if len(one.args) > 1 else ""
    modules = {one.args[0] for one in walk(tree) if one.name == "loadmodule" and one.args}
    return tuple(_resolved(tree, defined, modules))


def _resolved(tree: Iterable[Directive], defined: Mapping[str, str], modules: set[str]) -> Iterator[Directive]:
    for one in tree:
        args = tuple(_filled(word, defined) for word in one.args)
        block = one.block
        if one.name in CONDITIONS:
            if _holds(one.name, args, defined, modules):
                yield from _resolved(block or (), defined, modules)
        elif block is None:
            yield replace(one, args=args)
        else:
            yield replace(one, args=args, block=tuple(_resolved(block, defined, modules)))


def _filled(word: str, defined: Mapping[str, str]) -> str:
    return re.sub(r"\$\{(\w+)\}", lambda found: defined.get(found[1], found[0]), word) if "${" in word else word


def _holds(name: str, args: Sequence[str], defined: Mapping[str, str], modules: set[str]) -> bool:
    wanted = args[0] if args else ""
    plain = wanted.lstrip("!")
    if name == "ifdefine":
        return (plain in defined) is not wanted.startswith("!")
    if name == "ifmodule":
        identifier = f"{plain.removeprefix('mod_').removesuffix('.c')}_module" if plain.endswith(".c") else plain
        return (identifier in modules) is not wanted.startswith("!")
    return True


def environment(text: str) -> dict[str, str]:
    """Debian's ``envvars``, a shell script: what it exports as plain words. ``$SUFFIX`` is empty but for further instances."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        match = re.match(r"\s*(?:export\s+)?(\w+)=(\S*)\s*$", line)
        if match:
            found[match[1]] = match[2].strip("'\"").replace("$SUFFIX", "")
    return found
