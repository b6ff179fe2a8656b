"""Builds ``dist/nocarrier.pyz``: the program with all that it needs in one file, for a Python with nothing installed.

``python -m tools.single_file`` (``just single-file``) packs what is installed here, and fetches through pip the compiled parts of
it for every other Python and system in `PYTHONS` and `PLATFORMS`; with ``--only-this-python`` nothing is fetched.

The archive is the standard library's (zipapp) and holds two files: `tools.unpacking`, and the program as an archive of its own, so that
a call reads a directory of two entries. Why not shiv or pex: docs/decisions/0031.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import zipapp
from collections.abc import Iterator
from importlib import metadata
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
INTO = ROOT / "dist" / "nocarrier.pyz"
CARRIED = ("msgspec", "dnspython", "idna", "pyroute2", "pyahocorasick")
"Distributions, with no dependencies of their own that would be needed."
COMPILED = {"msgspec": "the lab and saved reports do not work", "pyahocorasick": "long logs are read slowly"}
"Of these, what is compiled, and what comes of it where there is none for a Python."
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLATFORMS = (
    "manylinux2014_x86_64",
    "manylinux2014_aarch64",
    "musllinux_1_2_x86_64",
    "musllinux_1_2_aarch64",
    "macosx_11_0_arm64",
    "macosx_11_0_x86_64",
    "win_amd64",
)
MACHINES = {"macosx_11_0_arm64": "arm64", "macosx_11_0_x86_64": "x86_64"}
"Platforms whose compiled modules do not say in their names for which machine they are."
EPOCH = (2026, 11, 28, 0, 0, 0)
"Every file's time: the same sources give the same archive."
INTERPRETER = "/usr/bin/env python3"


def build(into: Path, *, fetch: bool) -> list[str]:
    """Write the archive; returns what could not be fetched."""
    files = dict(_program())
    for name in CARRIED:
        files.update(_installed(name))
    missing: list[str] = []
    if fetch:
        for name, loss in COMPILED.items():
            compiled, without = _fetched(f"{name}=={metadata.version(name)}")
            files |= compiled
            missing += [f"no {name} for Python {each}: there {loss}" for each in without]
    carried = _archive(files)
    with tempfile.TemporaryDirectory() as folder:
        digest = hashlib.sha256(carried).hexdigest()[:16]
        first = (Path(__file__).parent / "unpacking.py").read_text(encoding="utf-8").replace("@DIGEST@", digest)
        Path(folder, "__main__.py").write_text(first, encoding="utf-8")
        Path(folder, "carried.zip").write_bytes(carried)
        into.parent.mkdir(parents=True, exist_ok=True)
        zipapp.create_archive(folder, into, interpreter=INTERPRETER)
        into.chmod(0o755)
    return missing


def _program() -> Iterator[tuple[str, bytes]]:
    """The package's own files, all of them: catalogues of messages, lists and schemas too."""
    for file in sorted((SOURCE / "nocarrier").rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            yield str(file.relative_to(SOURCE)), file.read_bytes()


def _installed(name: str) -> Iterator[tuple[str, bytes]]:
    """The files of a distribution as it is installed here, without scripts and what pip wrote for itself."""
    for file in metadata.files(name) or ():
        if (
            file.suffix != ".pyc"
            and not str(file).startswith("..")
            and file.name not in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json")
        ):
            yield str(file), Path(str(file.locate())).read_bytes()


def _fetched(wanted: str) -> tuple[dict[str, bytes], list[str]]:
    """The compiled modules of the same version for other Pythons and systems; and for which there are none."""
    found: dict[str, bytes] = {}
    missing = []
    for python in PYTHONS:
        for platform in PLATFORMS:
            compiled = dict(_wheel(wanted, python, platform))
            found |= compiled
            if not compiled:
                missing.append(f"{python} on {platform}")
    return found, missing


def _wheel(distribution: str, python: str, platform: str) -> Iterator[tuple[str, bytes]]:
    """The compiled modules of one wheel. Those of macOS are called alike for both of its machines, so ``@`` tells these apart."""
    pip = (sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check")
    wanted = ("--no-deps", "--only-binary=:all:", "--python-version", python, "--platform", platform)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*pip, *wanted, "--dest", folder, distribution], capture_output=True)
        for wheel in Path(folder).glob("*.whl"):
            with ZipFile(wheel) as packed:
                for name in packed.namelist():
                    if name.endswith((".so", ".pyd")):
                        yield f"{name}@{MACHINES[platform]}" if platform in MACHINES else name, packed.read(name)


def _archive(files: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted(files):
            entry = ZipInfo(name, EPOCH)
            entry.external_attr = 0o644 << 16
            entry.compress_type = ZIP_DEFLATED
            packed.writestr(entry, files[name])
    return held.getvalue()


def main() -> int:
    """Build it, and say what it holds. 1: nothing could be fetched."""
    words = argparse.ArgumentParser(description="Build the one-file program.")
    words.add_argument("--only-this-python", action="store_true", help="fetch nothing")
    words.add_argument("--into", type=Path, default=INTO, metavar="FILE")
    chosen = words.parse_args()
    missing = build(chosen.into, fetch=not chosen.only_this_python)
    sys.stdout.write(f"{chosen.into}: {chosen.into.stat().st_size / 1e6:.1f} MB\n")
    sys.stdout.write("".join(f"{each}\n" for each in missing))
    return 1 if len(missing) == len(COMPILED) * len(PYTHONS) * len(PLATFORMS) else 0


if __name__ == "__main__":
    sys.exit(main())
