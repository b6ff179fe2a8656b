"""The one-file program, on a Python that has nothing but its own library: an empty environment, and of that not even (``-I -S``)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import venv
import zipapp
from collections.abc import Iterator
from glob import glob
from importlib.machinery import EXTENSION_SUFFIXES
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from zipfile import ZipFile

import pytest
from tools.single_file import COMPILED, INTERPRETER, build

from nocarrier.version import __version__
from tests.documented import isolated

EMPTY = Path(mkdtemp(prefix="nocarrier-bare-"))
BARE = (str(EMPTY / "bin" / "python"), "-I", "-S")


@pytest.fixture(scope="module", autouse=True)
def bare() -> Iterator[None]:
    """What the program starts (the lab's hosts) finds nothing installed either."""
    venv.create(EMPTY, with_pip=False, symlinks=True)
    yield
    shutil.rmtree(EMPTY)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("dist") / "nocarrier.pyz"
    build(file, fetch=False)
    return file


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def environment(home: Path, **more: str) -> dict[str, str]:
    return {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "NOCARRIER_HISTORY": "0", **more}


def call(program: Path, home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*BARE, str(program), *words],
        env=environment(home, **more),
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


def test_this_python_is_bare() -> None:
    for module in ("msgspec", "dns", "pyroute2", "ahocorasick", "nocarrier"):
        for options in (BARE[1:], ()):
            command = [BARE[0], *options, "-c", f"import {module}"]
            assert subprocess.run(command, env=environment(EMPTY), capture_output=True).returncode == 1


CALLS = {
    ("--version",): (0, f"nocarrier {__version__}"),
    ("--help",): (0, "Commands, each with --help:"),
    ("tcp://127.0.0.1:1",): (1, "server-not-listening · proven"),
    ("tcp://127.0.0.1:1", "--lang", "de"): (1, "kein Programm"),
    ("explain", "connect ECONNREFUSED 127.0.0.1:5001"): (0, "server-not-listening"),
    ("causes",): (0, "listening-on-loopback-only"),
    ("causes", "wrong-port", "--lang", "de"): (0, "Was es ist"),
    ("lab", "list"): (0, "listening-on-loopback-only"),
    ("edges",): (0, "Cloudflare"),
    ("schema",): (0, "nocarrier.report/1"),
    ("completion", "bash"): (0, "complete -F _nocarrier nocarrier"),
    ("man",): (0, ".TH NOCARRIER 1"),
    ("gopher://x:1",): (2, ""),
}


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_every_command_runs(words: tuple[str, ...], program: Path, home: Path) -> None:
    code, said = CALLS[words]
    ran = call(program, home, *words)
    assert ran.returncode == code, ran.stderr
    assert said in ran.stdout
    assert (ran.stderr == "") == (code < 2)


def test_a_report_is_saved_and_told_again(program: Path, home: Path, tmp_path: Path) -> None:
    saved = call(program, home, "tcp://127.0.0.1:1", "--json", "--redact").stdout
    assert json.loads(saved)["verdict"]["cause"] == "server-not-listening"
    (tmp_path / "report.json").write_text(saved)
    assert "server-not-listening" in call(program, home, "report", str(tmp_path / "report.json")).stdout


@pytest.mark.lab
def test_the_lab_s_own_processes_find_it(program: Path, home: Path) -> None:
    if not isolated():
        pytest.skip("no network namespaces here")
    ran = call(program, home, "lab", "run", "listening-on-loopback-only", "--json")
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["verdict"]["cause"] == "listening-on-loopback-only"


def test_many_first_calls_at_once_unpack_it_once(program: Path, tmp_path: Path) -> None:
    command = [*BARE, str(program), "--version"]
    running = [subprocess.Popen(command, env=environment(tmp_path), stdout=subprocess.PIPE) for _ in range(3)]
    assert {process.communicate(timeout=60)[0] for process in running} == {f"nocarrier {__version__}\n".encode()}
    (kept,) = (tmp_path / ".cache" / "nocarrier").iterdir()
    assert kept.stat().st_mode & 0o077 == 0
    compiled = list(kept.rglob("*.so"))
    assert len(compiled) == len(COMPILED)


def test_it_is_compiled_once_where_python_may_not_write_beside_the_sources(program: Path, tmp_path: Path) -> None:
    command = [BARE[0], "-B", "-I", "-S", str(program), "tcp://127.0.0.1:1"]
    for _ in range(2):
        assert subprocess.run(command, env=environment(tmp_path), capture_output=True).returncode == 1
    (kept,) = (tmp_path / ".cache" / "nocarrier").iterdir()
    assert list((kept / "compiled").rglob("run.*.pyc"))
    assert not list((kept / "nocarrier").rglob("*.pyc"))


def test_of_many_compiled_modules_it_takes_its_own(program: Path, tmp_path: Path) -> None:
    """As ``just single-file`` carries them for other Pythons, systems and machines."""
    carried = BytesIO(ZipFile(program).read("carried.zip"))
    strange = ("cpython-399-x86_64-linux-gnu.so", "cpython-311-darwin.so@nothing", "cp311-win_amd64.pyd")
    with ZipFile(carried, "a") as packed:
        for ending in strange:
            packed.writestr(f"msgspec/_core.{ending}", b"of another")
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "carried.zip").write_bytes(carried.getvalue())
    (folder / "__main__.py").write_bytes(ZipFile(program).read("__main__.py"))
    zipapp.create_archive(folder, tmp_path / "many.pyz", interpreter=INTERPRETER)
    assert call(tmp_path / "many.pyz", tmp_path, "lab", "list").returncode == 0
    (kept,) = (tmp_path / ".cache" / "nocarrier").iterdir()
    assert [file.name.partition(".")[2] for file in (kept / "msgspec").glob("_core.*") if file.suffix != ".pyi"] == [
        EXTENSION_SUFFIXES[0].removeprefix(".")
    ]


def test_where_nothing_can_be_kept_it_runs_and_leaves_nothing(program: Path, tmp_path: Path) -> None:
    for number, home in enumerate(("/proc/none", "/dev/null")):
        place = tmp_path / str(number)
        place.mkdir()
        ran = call(program, Path(home), "tcp://127.0.0.1:1", TMPDIR=str(place), XDG_RUNTIME_DIR="/proc/none")
        assert (ran.returncode, ran.stderr) == (1, "")
        assert list(place.iterdir()) == []


def test_a_folder_that_others_may_write_is_not_run_from(program: Path, tmp_path: Path) -> None:
    folder = tmp_path / ".cache" / "nocarrier"
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    ran = call(program, tmp_path, "--version", TMPDIR=str(tmp_path))
    assert ran.stdout == f"nocarrier {__version__}\n"
    assert list(folder.iterdir()) == []


OTHERS = [
    python
    for places in ("/usr/bin/python[23].*[0-9]", "/usr/local/bin/python[23].*[0-9]", "~/.pyenv/versions/*/bin/python")
    for python in sorted(glob(os.path.expanduser(places)))
]


@pytest.mark.parametrize("python", OTHERS or [""])
def test_other_pythons(python: str, program: Path, tmp_path: Path) -> None:
    """Without their own msgspec, which a full build carries, they can all but the lab and saved reports; old ones say so."""
    if not python:
        pytest.skip("no other Python here")
    asked = subprocess.run(
        [python, "-c", "import sys; print(sys.version_info >= (3, 11))"], capture_output=True, text=True
    )
    command = [python, "-S", str(program), "tcp://127.0.0.1:1"]
    ran = subprocess.run(command, env=environment(tmp_path), capture_output=True, text=True, timeout=60)
    if asked.stdout == "True\n":
        assert (ran.returncode, ran.stderr) == (1, "")
        assert "server-not-listening · proven" in ran.stdout
    else:
        assert (ran.returncode, ran.stderr) == (3, "nocarrier: Python 3.11 or newer is needed\n")


def test_without_compiled_modules_a_long_log_says_the_same(program: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("all is well\n" * 2000 + "connect ECONNREFUSED 127.0.0.1:5001\n" + "all is well\n" * 40000)
    told = [call(program, tmp_path, "explain", str(log))]
    for compiled in (tmp_path / ".cache").rglob("*.so"):
        compiled.unlink()
    told.append(call(program, tmp_path, "explain", str(log)))
    assert told[0].stdout == told[1].stdout
    assert "127.0.0.1:5001" in told[0].stdout


def test_a_module_that_is_missing_is_a_sentence(program: Path, tmp_path: Path) -> None:
    call(program, tmp_path, "--version")
    for compiled in (tmp_path / ".cache").rglob("*.so"):
        compiled.unlink()
    ran = call(program, tmp_path, "lab", "list")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr.startswith("nocarrier: the module msgspec._core")
    assert call(program, tmp_path, "tcp://127.0.0.1:1").returncode == 1
