"""The messages of the program: found in its source, merged into the catalogues, compiled.

``python -m tools.messages`` does all three (``just messages``) and says what is left to translate.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from nocarrier.locale import LANGUAGES, catalogue
from nocarrier.reports.page import parsed

SOURCE = Path(__file__).parents[1] / "src" / "nocarrier"
NAMES = ("say", "_")
"Functions whose first argument is a message."

ARGPARSE = (
    "usage: ",
    "positional arguments",
    "options",
    "show this help message and exit",
    "the following arguments are required: %s",
    "unrecognized arguments: %s",
    "expected one argument",
    "expected at least one argument",
    "not allowed with argument %s",
    "ignored explicit argument %r",
    "invalid %(type)s value: %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "ambiguous option: %(option)s could match %(matches)s",
    "argument %(argument_name)s: %(message)s",
    "%(prog)s: error: %(message)s\n",
)
"The words of argparse that a user of ours can meet."

HEADER = "# The messages of nocarrier: `just messages` writes them, only the translations are edited."
EPOCH = datetime(2026, 11, 24, tzinfo=UTC)
"The catalogues carry no date of their own: what has not changed is written as it was."


class NotLiteral(Exception):
    """A message that is put together at run time, and so can be in no catalogue."""


def messages() -> dict[str, set[str]]:
    """Every message with the files it stands in. Raises `NotLiteral` with the place of one that is not literal."""
    found = {message: {"argparse"} for message in ARGPARSE}
    for file in sorted(SOURCE.rglob("*.py")):
        name = str(file.relative_to(SOURCE.parents[1]))
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for message in (*_called(tree, name), *_page(tree, file)):
            found.setdefault(message, set()).add(name)
    return found


def _called(tree: ast.Module, name: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and _function(node.func) in NAMES:
            first = node.args[0]
            if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
                raise NotLiteral(f"{name}:{first.lineno}: this message is no literal string")
            yield first.value


def _function(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _page(tree: ast.Module, file: Path) -> Iterator[str]:
    family, cause = file.parent, file.stem
    if family.parent.name == "causes" and not cause.startswith("_"):
        yield from parsed(ast.get_docstring(tree) or "").messages()


def placeholders(text: str) -> set[str]:
    """The names in ``{braces}`` with their formats, and those of the % operator."""
    named = {f"{name}:{form}" for _, name, form, _ in Formatter().parse(text) if name is not None}
    return named | {found[0] for found in re.finditer(r"%(?:\(\w+\))?[srd]", text)}


def translations(language: str) -> Catalog:
    """A language's catalogue as it is edited; empty where there is none yet."""
    path = Path(catalogue(language, "po"))
    if not path.exists():
        return Catalog(locale=language, domain="nocarrier")
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="nocarrier")


def merged(language: str, found: dict[str, set[str]]) -> Catalog:
    """The catalogue with exactly the messages that were found; what was translated stays."""
    old = translations(language)
    new = Catalog(locale=language, project="nocarrier", version="1", fuzzy=False, header_comment=HEADER)
    new.creation_date = new.revision_date = EPOCH
    new.last_translator = new.language_team = new.msgid_bugs_address = "the authors of nocarrier"
    for message in sorted(found, key=lambda message: (min(found[message]), message)):
        known = old.get(message)
        places = [(place, 0) for place in sorted(found[message])]
        new.add(message, known.string if known else "", locations=places)
    return new


def untranslated(catalog: Catalog) -> list[str]:
    """The messages that have no translation."""
    return [str(message.id) for message in catalog if message.id and not message.string]


def write(language: str) -> list[str]:
    """Merge and compile one language; returns what is left to translate."""
    catalog = merged(language, messages())
    po, mo = Path(catalogue(language, "po")), Path(catalogue(language))
    po.parent.mkdir(parents=True, exist_ok=True)
    with po.open("wb") as file:
        write_po(file, catalog, width=100, include_lineno=False)
    with mo.open("wb") as file:
        write_mo(file, catalog)
    return untranslated(catalog)


def main() -> int:
    """Write every catalogue; the exit code is 1 where something is not translated."""
    left = 0
    for language in LANGUAGES:
        if language != "en":
            rest = write(language)
            left += len(rest)
            sys.stdout.write("".join(f"{language}: not translated: {message}\n" for message in rest))
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
