"""The pages of docs/ are true: their examples are run, and print what the page shows (how: tests/documented.py)."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from nocarrier.commands import COMMANDS, diagnose
from nocarrier.readings.target import parse_target
from tests.documented import blocks, isolated, malformed, matches, steps, wrong

DOCS = Path(__file__).parent.parent / "docs"
PAGES = {page.stem: blocks(page.read_text(encoding="utf-8")) for page in sorted(DOCS.glob("*.md"))}
NOT_RUN = [
    f"docs/{name}.md:{block.line}: {block.kept_from_running}"
    for name, page in PAGES.items()
    for block in page
    if block.kept_from_running
]


@pytest.mark.parametrize("name", PAGES)
def test_its_blocks_are_of_a_form_that_is_known(name: str) -> None:
    assert malformed(PAGES[name]) == []


@pytest.mark.lab
@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if steps(page)])
def test_its_examples_print_what_the_page_shows(name: str, tmp_path: Path) -> None:
    if not isolated():
        pytest.skip("no network namespaces here, and examples are to reach nobody")
    found = wrong(PAGES[name], tmp_path)
    assert not found, "\n\n".join((f"docs/{name}.md", *found))


def test_examples_that_are_not_run_are_named() -> None:
    if NOT_RUN:
        pytest.skip(f"{len(NOT_RUN)} examples: {'; '.join(NOT_RUN)}")


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (DOCS / f"{name}.md").read_text(encoding="utf-8")):
        assert (DOCS / link).exists(), link


@pytest.mark.parametrize(
    "name", [name for name, page in PAGES.items() if any(block.language == "yaml" for block in page)]
)
def test_calls_in_settings_of_ci_services_are_right(name: str) -> None:
    """They cannot be run here; their words are taken as they stand."""
    texts = [block.text for block in PAGES[name] if block.language == "yaml"]
    calls = [
        shlex.split(call) for text in texts for call in re.findall(r"(?:run: |- )nocarrier (.*)$", text, re.MULTILINE)
    ]
    assert calls
    for whole in calls:
        words = [word for word in whole if not word.startswith(">")]  # what a shell takes from them
        if words[0] in COMMANDS:
            module = import_module(f"nocarrier.commands.{words[0]}")
            assert module.read(words[1:]) if hasattr(module, "read") else module.parser(str).parse_args(words[1:])
        else:
            read = diagnose.read(words)
            parse_target(read.target, read.port)


SHOWN = """
```console
$ echo one; echo two >&2
one
two
$ printf '%s took 12 ms\\n' x
x took 900 ms
$ (exit 3)
$ echo $?
3
$ seq 9
1
…
9
```
<!-- file: it.py -->
```python
print("hello")
```
```console
$ python it.py
hel…
$ python -c 'import urllib.request as r; r.urlopen("http://192.0.2.1")' 2>&1 | tail -1
urllib.error.URLError: <urlopen error [Errno 101] Network is unreachable>
```
```python
print(open("it.py").read())
```
<!-- output -->
```text
print("hello")
```
"""


def test_a_true_page_passes(tmp_path: Path) -> None:
    if not isolated():
        pytest.skip("no network namespaces here")
    assert malformed(blocks(SHOWN)) == []
    assert len(steps(blocks(SHOWN))) == 8
    assert wrong(blocks(SHOWN), tmp_path) == []


@pytest.mark.parametrize(
    ("true", "false"), [("one\n", "once\n"), ("3\n", "4\n"), ("9\n", "8\n"), ("hel…", "hell"), ("echo one", "exit")]
)
def test_a_page_that_is_not_is_found_out(true: str, false: str, tmp_path: Path) -> None:
    if not isolated():
        pytest.skip("no network namespaces here")
    page = SHOWN.replace(true, false, 1)
    assert page != SHOWN
    assert wrong(blocks(page), tmp_path)


def test_what_differs_from_run_to_run_is_held_equal() -> None:
    assert matches("server  it listens      0.1 ms", "server  it listens   1,25 s")
    assert matches("at 2026-11-28T20:31:44.000Z pid 2", "at 2027-01-01T00:00:00Z pid 4711")
    assert not matches("port 80", "port 81")
    assert not matches("one", "one\ntwo")
