"""The page of the public names, ``docs/api.md``, from their docstrings: written by ``python -m tools.pages``.

What stands in ``nocarrier.__all__`` is public. The source is read for what Python forgets: the order of fields and the text
below each.
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import nocarrier
from nocarrier.model.record import Record

PAGE = Path(__file__).parents[1] / "docs" / "api.md"
NOTE = "<!-- Written by `just pages` from the docstrings of what `nocarrier.__all__` names. -->\n\n"
GROUPS = {
    "Asking": ("diagnose", "diagnose_async", "explain"),
    "What comes back": ("Report", "Explanation", "ExplainedError", "FittingCause"),
    "Where it happens": ("install", "uninstall", "watch", "ConnectionFilter"),
    "The parts of a report": (
        "Tool", "ReportedTarget", "Verdict", "ReportedFix", "Excluded", "NextStep", "ReportedStep", "ReportedEvidence",
    ),
    "Targets": ("Target", "NamedTarget", "parse_target"),
    "Errors": ("BadTarget", "WrongCall", "MachineUnreachable"),
}  # fmt: skip
"Heading → the names below it."


def page() -> str:
    """The whole page. Raises KeyError where a public name is in no group, or in one and not public."""
    grouped = [name for names in GROUPS.values() for name in names]
    if odd := set(grouped) ^ (set(nocarrier.__all__) - {"__version__"}):
        raise KeyError(f"tools/api.py: public and in a group, or neither: {sorted(odd)}")
    parts = [
        "# The library's names",
        "Import them from `nocarrier`; what stands anywhere else may change with any version. How they are used: "
        "[library.md](library.md). `nocarrier.__version__` is the version.",
    ]
    for heading, names in GROUPS.items():
        parts.append(f"## {heading}")
        parts += [part for name in names for part in entry(name, getattr(nocarrier, name))]
    return NOTE + "\n\n".join(parts) + "\n"


def entry(name: str, thing: Any) -> Iterator[str]:
    """One name: how it is written, what it is, and what it has."""
    if not inspect.isclass(thing):
        yield f"### `{name}`"
        yield f"```text\n{signature(name, thing)}\n```"
        yield prose(thing)
        return
    yield f"### `{name}`"
    yield prose(thing)
    if rows := list(fields(thing)):
        yield "\n".join(rows)
    for method, function in members(thing):
        yield f"**`{method}`**: {prose(function)}"


def signature(name: str, function: Any) -> str:
    """As it stands in the source: annotations are kept as they are written, one argument a line."""
    written = node_of(function)
    assert isinstance(written, (ast.FunctionDef, ast.AsyncFunctionDef))
    lines = [_argument(one, default, function.__module__) for one, default in _taken(written)]
    opening = "async def" if isinstance(written, ast.AsyncFunctionDef) else "def"
    returns = f" -> {ast.unparse(written.returns)}" if written.returns else ""
    short = f"{opening} {name}({', '.join(lines)}){returns}"
    if len(short) <= 100:
        return short
    return f"{opening} {name}(\n" + "".join(f"    {line},\n" for line in lines) + f"){returns}"


def _taken(written: ast.FunctionDef | ast.AsyncFunctionDef) -> list[tuple[ast.arg, ast.expr | None]]:
    """Its arguments with their defaults; a bare ``*`` stands before those that are taken by name only."""
    ordered, named = written.args.args, written.args.kwonlyargs
    defaults = [*[None] * (len(ordered) - len(written.args.defaults)), *written.args.defaults]
    taken: list[tuple[ast.arg, ast.expr | None]] = list(zip(ordered, defaults, strict=True))
    if named:
        taken += [(ast.arg("*"), None), *zip(named, written.args.kw_defaults, strict=True)]
    return taken


def _argument(one: ast.arg, default: ast.expr | None, module: str) -> str:
    told = f"{one.arg}: {written_out(one.annotation, module)}" if one.annotation else one.arg
    return f"{told} = {ast.unparse(default)}" if default is not None else told


def aliases(module: str) -> dict[str, str]:
    """The names for types that a module has, its own and those that it imports from another one of ours."""
    found = dict(_own_aliases(module))
    for statement in ast.parse(inspect.getsource(import_module(module))).body:
        if isinstance(statement, ast.ImportFrom) and (statement.module or "").startswith("nocarrier.library"):
            theirs = _own_aliases(statement.module or "")
            found |= {one.name: theirs[one.name] for one in statement.names if one.name in theirs}
    return found


@cache
def _own_aliases(module: str) -> dict[str, str]:
    """The names that a module gives to types, as they are meant: a Literal's words, and what is bounded without bounds."""
    found = {}
    body = ast.parse(inspect.getsource(import_module(module))).body
    checked = [each for one in body if isinstance(one, ast.If) for each in one.body]  # if TYPE_CHECKING
    for statement in (*body, *checked):
        if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Name):
            continue
        value, name = statement.value, statement.targets[0].id
        if isinstance(value, ast.BinOp):
            found[name] = ast.unparse(value)
        elif isinstance(value, ast.Subscript) and ast.unparse(value.value) == "Literal":
            words = value.slice.elts if isinstance(value.slice, ast.Tuple) else [value.slice]
            found[name] = " | ".join(repr(ast.literal_eval(word)) for word in words)
        elif isinstance(value, ast.Subscript) and ast.unparse(value.value) == "Annotated":
            assert isinstance(value.slice, ast.Tuple)
            found[name] = ast.unparse(value.slice.elts[0])
    return found


def written_out(annotation: ast.expr, module: str) -> str:
    """An annotation with the module's own names for types replaced by what they mean."""
    meant = aliases(module)
    return re.sub(r"\w+", lambda word: meant.get(word[0], word[0]), ast.unparse(annotation)).replace("'", '"')


def prose(thing: Any) -> str:
    """The docstring as Markdown: paragraphs on a line each, code in single backquotes."""
    text = inspect.cleandoc(thing.__doc__ or "")
    if not text:
        raise ValueError(f"{thing!r} is public and has no docstring")
    return "\n\n".join(" ".join(block.split()) for block in text.split("\n\n")).replace("``", "`")


def fields(kind: type) -> Iterator[str]:
    """The fields of a record, those of its bases first, each with its type and what stands below it."""
    if not issubclass(kind, Record):
        return
    for base in reversed([each for each in kind.__mro__ if issubclass(each, Record) and each is not Record]):
        body = node_of(base)
        assert isinstance(body, ast.ClassDef)
        for statement, following in zip(body.body, [*body.body[1:], None], strict=True):
            target = statement.target if isinstance(statement, ast.AnnAssign) else None
            if isinstance(target, ast.Name) and not target.id.startswith("_"):
                assert isinstance(statement, ast.AnnAssign)
                yield _field(statement, following, base.__module__)


def _field(statement: ast.AnnAssign, following: ast.stmt | None, module: str) -> str:
    assert isinstance(statement.target, ast.Name)
    told = f"- `{statement.target.id}`: `{written_out(statement.annotation, module)}`"
    if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
        words = " ".join(str(following.value.value).split())
        told += f". {words[0].upper()}{words[1:]}"
    return told.replace("``", "`")


def members(kind: type) -> Iterator[tuple[str, Any]]:
    """Its own public properties and methods, and those of its bases that are no records."""
    for base in kind.__mro__:
        if base is Record or not base.__module__.startswith("nocarrier."):
            return
        for name, member in vars(base).items():
            if isinstance(member, property):
                yield name, member.fget
            elif not name.startswith("_") and (inspect.isfunction(member) or isinstance(member, classmethod)):
                function = member.__func__ if isinstance(member, classmethod) else member
                yield _call(name, function), function


def _call(name: str, function: Any) -> str:
    written = node_of(function)
    assert isinstance(written, (ast.FunctionDef, ast.AsyncFunctionDef))
    told = [
        one.arg if default is None else f"{one.arg}={ast.unparse(default)}" for one, default in _taken(written)[1:]
    ]
    return f"{name}({', '.join(told)})"


def node_of(thing: Any) -> ast.stmt:
    """Its definition in the source."""
    (found,) = ast.parse(textwrap.dedent(inspect.getsource(thing))).body
    return found
