"""Where a configuration file, a program text or a command line says which address a program listens on.

Nothing here understands these languages: patterns of one line, and among what they find, what names the very
address that is bound. A wrong line in a fix is worse than none, so what is ambiguous is not named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nocarrier.facts.private import is_loopback
from nocarrier.facts.programs.kind import Kind, Line
from nocarrier.facts.server_program import Binding
from nocarrier.model.target import WILDCARDS

LONGEST_LINE = 400
"Characters; what is longer was not written by hand."


def spellings(bound: str) -> tuple[str, ...]:
    """The ways in which a bound address is written in settings."""
    bare = bound.partition("%")[0].removeprefix("::ffff:")
    if bare in WILDCARDS:
        return ("0.0.0.0", "*") if bare == "0.0.0.0" else ("[::]", "::", "*")
    written = (f"[{bare}]", bare) if ":" in bare else (bare,)
    return (*written, "localhost") if is_loopback(bare) else written


def find_in_text(kind: Kind, text: str, file: str, bound: str, port: int) -> Binding | None:
    """The line of a settings file that binds this address and port, or None where none does or it is not clear which."""
    strong: list[Binding] = []
    weak: list[Binding] = []
    for number, line in enumerate(text.splitlines(), 1):
        for rule in kind.lines:
            found = match(rule, line, bound, port)
            if found is not None:
                (weak if rule.weak else strong).append(placed(rule, file, number, line, found))
                break
    if strong:
        return strong[-1]  # in most formats the last one counts; in the others all do
    return weak[0] if len(weak) == 1 else None


def placed(rule: Line, file: str, number: int, line: str, found: re.Match[str]) -> Binding:
    """A rule's match as the place that it is."""
    return Binding(
        file=file,
        line=number,
        text=line,
        start=found.start("v"),
        end=found.end("v"),
        form=rule.form,
        own_family=rule.own_family,
    )


def match(rule: Line, line: str, bound: str, port: int) -> re.Match[str] | None:
    """The rule's match on a line. The value of a rule that is not weak must name what is bound."""
    if len(line) > LONGEST_LINE:
        return None
    if not rule.pattern.startswith("^") and line.lstrip().startswith(("#", "//", "*", "/*", "<!--")):
        return None
    ways = "|".join(re.escape(way) for way in spellings(bound))
    found = re.search(rule.pattern.replace("{port}", str(port)).replace("{bound}", ways), line)
    return found if found and (rule.weak or _names(found["v"], bound, port)) else None


def _names(value: str, bound: str, port: int) -> bool:
    """Whether a setting's value names the bound address. A port alone, or nothing, is every address."""
    alone = value.split()[0] if value.split() else ""
    if alone in ("", str(port)):
        return bound in WILDCARDS
    words = {_without_port(word.strip("'\"[]"), port) for word in re.split(r"[\s,]+", value)}
    ways = {way.strip("[]") for way in spellings(bound)}
    return bool({word.lstrip("-") for word in words} & ways)


def _without_port(word: str, port: int) -> str:
    return word.removesuffix(f":{port}").strip("[]")


def find_in_command(kind: Kind, command: Sequence[str], port: int) -> Binding | None:
    """The argument of a command line that binds the address, or None where none does."""
    for at, argument in enumerate(command if kind.flag else ()):
        for name in kind.flag.names if kind.flag else ():
            following = command[at + 1] if at + 1 < len(command) else "-"
            if argument == name and not following.startswith("-"):
                return _argument(kind, at + 1, following, 0)
            if argument.startswith(f"{name}="):
                return _argument(kind, at, argument, len(name) + 1)
            if len(name) == 2 and argument.startswith(name) and str(port) in argument:
                return _argument(kind, at, argument, 2)
    return None


def _argument(kind: Kind, at: int, text: str, start: int) -> Binding:
    form = kind.flag.form if kind.flag else ""
    return Binding(argument=at, text=text, start=start, end=len(text), form=form)


def original_command(kind: Kind | None, command: Sequence[str]) -> tuple[str, ...]:
    """The arguments it was started with, also out of a title that shows them; empty where a title hides them."""
    found = re.search(kind.titled, " ".join(command)) if kind and kind.titled else None
    if found is None:
        return tuple(command)
    words: list[str] = []
    for word in found[1].split():
        # A title joins the arguments with spaces: what follows an option belongs to it (nginx -g 'daemon off;').
        if len(words) > 1 and not word.startswith("-") and not words[-1].startswith("-"):
            words[-1] += f" {word}"
        else:
            words.append(word)
    return tuple(words)


def named_configs(kind: Kind, command: Sequence[str], directory: str) -> tuple[str, ...]:
    """The configuration files that the command line names, as absolute paths."""
    text = " ".join(command)
    found = ((re.search(pattern, text), template) for pattern, template in kind.config_in)
    named = (template.replace("{0}", match[1].rstrip("/")) for match, template in found if match)
    return tuple(dict.fromkeys(absolute(path, directory) for path in named))


def usual_configs(kind: Kind, directory: str, script: str) -> tuple[str, ...]:
    """Where such a program usually keeps its settings; ``*`` in a path stands for any name."""
    beside = {"{dir}": directory.rstrip("/"), "{script_dir}": script.rpartition("/")[0]}
    usual = kind.files
    for mark, place in beside.items():
        usual = tuple(path.replace(mark, place) for path in usual if place or mark not in path)
    return usual


def speaks_of_port(kind: Kind, texts: Sequence[str], port: int) -> bool:
    """Whether settings are those of a program on this port: they name it, or name none and it is the usual one."""
    if not kind.port_lines or _has_line(kind, texts, str(port)):
        return True
    return bool(kind.ports) and port == kind.ports[0] and not _has_line(kind, texts, r"\d+")


def names_port(kind: Kind, text: str, port: int) -> bool:
    """Whether settings of this kind make it listen on the port."""
    return _has_line(kind, [text], str(port))


def _has_line(kind: Kind, texts: Sequence[str], port: str) -> bool:
    patterns = [pattern.replace("{port}", port) for pattern in kind.port_lines]
    return any(re.search(pattern, text, re.MULTILINE) for pattern in patterns for text in texts)


def script_of(kind: Kind, command: Sequence[str], directory: str) -> str:
    """The program text that an interpreter runs, as an absolute path, or empty.

    Workerman's master process names it in its title: ``WorkerMan: master process  start_file=/srv/start.php``.
    """
    title = re.search(r"start_file=(\S+)", " ".join(command))
    if title:
        return absolute(title[1], directory)
    scripts = (
        argument for argument in command[1:] if argument.endswith(kind.source) and not argument.startswith("-")
    )
    script = next(scripts, "") if kind.source else ""
    return absolute(script, directory) if script else ""


def absolute(path: str, directory: str) -> str:
    """A path as seen from a directory."""
    if path.startswith("/"):
        return path
    return f"{directory.rstrip('/')}/{path.removeprefix('./')}"
