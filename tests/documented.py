"""The examples of a page of docs/: read from its Markdown, run in one session, held against what the page says comes out.

A page is true where its examples are. For whoever writes one:

- ``console``: each ``$ command`` (continued by lines with ``> ``, as a shell does) is run, and what it prints, standard error
  included, is what stands below it. ``…`` stands for the rest of a line, alone on a line for any number of lines. Durations,
  process numbers and times of day are held equal. An exit code is shown with ``$ echo $?``.
- ``sh``: each line is run (``\\`` at its end continues it); it may end with 0 or, where a connection fails, 1.
- ``python``: run as a program; with ``>>>`` in it, as a doctest.
- ``json`` and ``toml`` must be such.

The blocks of a page are one session of bash: what one leaves behind is there for the next. It stands in an empty folder and home, and
in a network of its own with nothing but loopback, so that any port may be listened on; what still runs at its end is ended.

In a comment directly above a block, which no reader sees:

- ``<!-- output -->``: the block is what the example before it prints;
- ``<!-- file: NAME -->``: it is a file that stands there from the beginning;
- ``<!-- not run: REASON -->``: it cannot be run here; the tests name and count it;
- ``<!-- needs: NAME, … -->``: programs, Python modules or entry points (``pytest11:nocarrier``) without which it is not run.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

RUN = ("console", "sh", "python")
MARK = "\x1e"
"Around the exit code after each command: a letter that no program of ours prints."
LONGEST = 100
"Seconds for a page."

_BLOCK = re.compile(
    r"(?:^<!-- *(?P<note>[^\n]*?) *-->\n)?^```(?P<language>[\w-]*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)
_VARIES = (
    (re.compile(r" *(?<![\d.,])\d+(?:[.,]\d+)? (?:ms|s)\b"), " TIME"),
    (re.compile(r"\bpid \d+"), "pid N"),
    (re.compile(r"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?Z?"), "WHEN"),
)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, the line of its fence, and what the comment above it says."""

    language: str
    text: str
    line: int
    note: str = ""

    def noted(self, name: str) -> str | None:
        """What the comment says after ``name:``; None where it says another thing."""
        said, mark, value = self.note.partition(":")
        return value.strip() if said == name and mark else None

    @property
    def kept_from_running(self) -> str:
        """Why this example is not run here; empty where it is."""
        if self.language not in RUN or self.noted("file"):
            return ""
        missing = [name for name in (self.noted("needs") or "").replace(",", " ").split() if not _there(name)]
        return self.noted("not run") or (f"missing here: {' '.join(missing)}" if missing else "")

    @property
    def runs(self) -> bool:
        """It is an example that is run here."""
        return (
            self.language in RUN and self.note != "output" and not self.noted("file") and not self.kept_from_running
        )


@dataclass(frozen=True)
class Step:
    """One command of the session; ``printed`` is what the page says of its output, None where it says nothing."""

    command: str
    line: int
    printed: str | None = None
    codes: frozenset[int] = frozenset(range(126))


def blocks(text: str) -> list[Block]:
    """Every fenced block of a page, in order."""
    return [
        Block(found["language"], found["text"], text.count("\n", 0, found.start("language")) + 1, found["note"] or "")
        for found in _BLOCK.finditer(text)
    ]


def steps(page: list[Block]) -> list[Step]:
    """The commands of a page's session."""
    found: list[Step] = []
    for number, block in enumerate(page):
        if block.runs:
            after = page[number + 1] if number + 1 < len(page) else None
            found += _steps(block, after.text if after is not None and after.note == "output" else None)
    return found


def _steps(block: Block, printed: str | None) -> Iterator[Step]:
    if block.language == "console":
        yield from _console(block)
    elif block.language == "sh":
        for line, command in _lines(block):
            yield Step(command, line, codes=frozenset((0, 1)))
    else:
        session = ">>> " in block.text
        flags = "-m doctest -o ELLIPSIS -o NORMALIZE_WHITESPACE" if session else ""
        file = f"line_{block.line}.{'txt' if session else 'py'}"  # doctest imports what is called *.py
        # The text is long for an argument, and a traceback is to show its lines.
        yield Step(
            f"cat >{file} <<'END_OF_EXAMPLE'\n{block.text}END_OF_EXAMPLE\npython {flags} {file}",
            block.line,
            printed,
            frozenset((0,)),
        )


def _console(block: Block) -> Iterator[Step]:
    command: list[str] = []
    printed: list[str] = []
    began = block.line
    for number, line in enumerate(block.text.splitlines(), block.line + 1):
        if line.startswith("$ "):
            if command:
                yield Step("\n".join(command), began, "\n".join(printed))
            command, printed, began = [line[2:]], [], number
        elif line.startswith("> ") and not printed:
            command.append(line[2:])
        else:
            printed.append(line)
    if command:
        yield Step("\n".join(command), began, "\n".join(printed))


def _lines(block: Block) -> Iterator[tuple[int, str]]:
    joined = ""
    for number, line in enumerate(block.text.splitlines(), block.line + 1):
        joined += line
        if joined.endswith("\\"):
            joined += "\n"
        elif joined.strip() and not joined.lstrip().startswith("#"):
            yield number, joined
            joined = ""
        else:
            joined = ""


def malformed(page: list[Block]) -> list[str]:
    """What is wrong with the form of a page's blocks."""
    wrong = []
    for block in page:
        if block.note and not re.fullmatch(r"output|(?:file|not run|needs): *\S.*", block.note):
            wrong.append(f"line {block.line}: no such note: {block.note}")
        if (
            block.language in ("", "text")
            and block.note != "output"
            and re.search(r"^\$ |^nocarrier ", block.text, re.MULTILINE)
        ):
            wrong.append(f"line {block.line}: commands stand in a block of console or sh")
        if block.language == "console" and not block.text.startswith("$ "):
            wrong.append(f"line {block.line}: console begins with a command")
        try:
            if block.language == "json":
                json.loads(block.text)
            elif block.language == "toml":
                tomllib.loads(block.text)
        except ValueError as error:
            wrong.append(f"line {block.line}: {error}")
    return wrong


def isolated() -> list[str]:
    """The command before a session's: a network, processes and a /proc of its own. Empty where the kernel allows none."""
    words = ["unshare", "--net", "--mount", "--mount-proc", "--pid", "--fork", "--kill-child"]
    words += ["--map-root-user"] if os.geteuid() else []
    if shutil.which("unshare") and subprocess.run([*words, "true"], capture_output=True).returncode == 0:
        return words
    return []


def wrong(page: list[Block], folder: Path) -> list[str]:
    """Run the examples of a page in ``folder``, which is empty; returns what did not come out as the page says."""
    run = steps(page)
    _furnish(page, folder)
    script = "ip link set lo up\nexec 9>&1 </dev/null\n" + "".join(
        f"{step.command}\n__code=$?; printf '\\n{MARK}%d{MARK}\\n' $__code >&9; (exit $__code)\n" for step in run
    )
    (folder / "session").write_text(script, encoding="utf-8")
    work = folder / "work"
    with (folder / "printed").open("wb") as printed:
        process = subprocess.Popen(
            [*isolated(), "bash", str(folder / "session")],
            cwd=work, env=_environment(folder), stdin=subprocess.DEVNULL, stdout=printed, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            process.wait(LONGEST)
        except subprocess.TimeoutExpired:
            return [f"it takes longer than {LONGEST} s, after: {_tail(folder)}"]
        finally:
            process.kill()
            process.wait()
    told = (folder / "printed").read_text(encoding="utf-8", errors="replace")
    parts = re.split(f"\n{MARK}(\\d+){MARK}\n", told)
    outcomes = list(zip(parts[0::2], parts[1::2], strict=False))
    found = [
        text for step, (out, code) in zip(run, outcomes, strict=False) if (text := _judged(step, out, int(code)))
    ]
    if len(outcomes) < len(run):
        found.append(
            f"line {run[len(outcomes)].line}: the session ended with {run[len(outcomes)].command}\n{parts[-1]}"
        )
    return found


def _tail(folder: Path) -> str:
    return (folder / "printed").read_text(encoding="utf-8", errors="replace")[-2000:]


def _judged(step: Step, out: str, code: int) -> str:
    if code not in step.codes:
        return f"line {step.line}: exit code {code} of: {step.command}\n{out}"
    if step.printed is None or matches(step.printed, out):
        return ""
    return f"line {step.line}: {step.command}\n--- the page says\n{step.printed}\n--- it prints\n{out}"


def matches(expected: str, actual: str) -> bool:
    """Whether the output is what the page shows, but for what differs from run to run and what ``…`` stands for."""
    pattern = ""
    for line in _steady(expected).split("\n"):
        pattern += r"(?:[^\n]*\n)*?" if line == "…" else "[^\n]*".join(map(re.escape, line.split("…"))) + "\n"
    return re.fullmatch(pattern, _steady(actual) + "\n") is not None


def _steady(text: str) -> str:
    text = "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
    for pattern, word in _VARIES:
        text = pattern.sub(word, text)
    return text


def _furnish(page: list[Block], folder: Path) -> None:
    """The folder of the session with the page's files, a home, and the programs under the names that a reader types."""
    for name in ("work", "home", "bin"):
        (folder / name).mkdir()
    python = shlex.quote(sys.executable)
    modules = {"python": "", "python3": "", "nocarrier": "-m nocarrier", "pytest": "-m pytest -p no:cacheprovider"}
    for name, words in modules.items():
        program = folder / "bin" / name
        program.write_text(f'#!/bin/sh\nexec {python} {words} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    for block in page:
        if name := block.noted("file"):
            file = folder / "work" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in ("PYTHONPATH", "TMPDIR", "USER", "LOGNAME")}
    path = os.pathsep.join((str(folder / "bin"), os.environ.get("PATH", os.defpath)))
    more = {"PATH": path, "HOME": str(folder / "home"), "LC_ALL": "C.UTF-8", "COLUMNS": "80", "TERM": "xterm"}
    return kept | more | {"PYTHONDONTWRITEBYTECODE": "1"}


def _there(name: str) -> bool:
    group, mark, entry = name.partition(":")
    if mark:
        return bool(entry_points(group=group, name=entry))
    return shutil.which(name) is not None or find_spec(name) is not None
