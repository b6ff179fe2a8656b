"""The package's own modules are found where they must be, and are the same as those of a search."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import nocarrier

SOURCE = Path(nocarrier.__file__).parent
TELL = """
import sys
from nocarrier.finding import OwnModules, install
install()
import nocarrier.wire.http2 as module, nocarrier.causes as package
from importlib.resources import files
print(any(isinstance(one, OwnModules) for one in sys.meta_path), type(module.__loader__).__name__)
print(module.__file__, module.__name__, module.__package__, module.__spec__.origin)
print(list(package.__path__), package.__spec__.submodule_search_locations)
print(bool(package.__loader__.get_source(package.__name__)), files("nocarrier.locale").joinpath("__init__.py").is_file())
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package in a place of its own, compiled."""
    shutil.copytree(SOURCE, tmp_path / "nocarrier", ignore=shutil.ignore_patterns("__pycache__"))
    run(tmp_path, "-m", "compileall", "-q", str(tmp_path / "nocarrier"))
    return tmp_path


def run(place: Path, *words: str, **more: str) -> str:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment = {**inherited, "PYTHONPATH": str(place), **more}
    ran = subprocess.run([sys.executable, *words], env=environment, capture_output=True, text=True, cwd=place)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_a_module_is_what_a_search_would_have_found(copy: Path) -> None:
    quick = run(copy, "-c", TELL).splitlines()
    searched = run(copy, "-c", TELL.replace("install()\n", "", 1)).splitlines()
    assert quick[0] == "True _Loader"
    assert searched[0] == "False SourceFileLoader"
    assert quick[1:] == searched[1:]
    assert str(copy / "nocarrier" / "wire" / "http2.py") in quick[1]


def test_a_source_that_changed_counts(copy: Path) -> None:
    file = copy / "nocarrier" / "wire" / "http2.py"
    file.write_text(file.read_text() + "\nCHANGED = 'yes'\n")
    assert run(copy, "-c", f"{TELL}\nprint(module.CHANGED)").endswith("yes\n")


def test_a_damaged_compiled_file_is_not_believed(copy: Path) -> None:
    for compiled in (copy / "nocarrier" / "wire" / "__pycache__").glob("http2.*"):
        compiled.write_bytes(b"nonsense")
    assert run(copy, "-c", TELL).startswith("True")


@pytest.mark.parametrize("how", [("-O",), ("-B", "-X", "pycache_prefix=elsewhere")], ids=["optimised", "elsewhere"])
def test_what_is_not_as_usual_is_left_to_the_search(copy: Path, how: tuple[str, ...]) -> None:
    assert run(copy, *how, "-c", TELL).startswith("False SourceFileLoader")


def test_without_compiled_files_it_works(copy: Path) -> None:
    for folder in (copy / "nocarrier").rglob("__pycache__"):
        shutil.rmtree(folder)
    assert run(copy, "-B", "-m", "nocarrier", "--version").startswith("nocarrier ")
    assert "refused" in run(copy, "-B", "-m", "nocarrier", "causes", "server-not-listening")


def test_nothing_else_is_found() -> None:
    from nocarrier.finding import OwnModules

    assert OwnModules.find_spec("json") is None
    assert OwnModules.find_spec("nocarrier") is None
    assert OwnModules.find_spec("nocarrier.no.such.module") is None
    assert OwnModules.find_spec("nocarriers.wire") is None
