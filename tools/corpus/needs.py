"""What clients need, whether it is here, and how it is brought: programs are the developer's, packages go to a home of their own.

The home is ``$CORPUS_HOME`` (default ``~/.cache/nocarrier-corpus``): ``venv`` for Python's distributions, ``node`` for Node's
packages, ``locales`` for languages, ``build`` for what is compiled.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

HOME = Path(os.environ.get("CORPUS_HOME") or Path.home() / ".cache" / "nocarrier-corpus")
PYTHON, NODE, LOCALES, BUILD = HOME / "venv/bin/python", HOME / "node", HOME / "locales", HOME / "build"


def missing(needs: Iterable[str]) -> list[str]:
    """Those that are not here."""
    return [need for need in needs if not _is_here(*need.split(":", 1))]


def _is_here(kind: str, name: str) -> bool:
    match kind:
        case "program":
            return shutil.which(name) is not None
        case "python":
            return bool(list(HOME.glob(f"venv/lib/python3*/site-packages/{name.replace('-', '_')}-*.dist-info")))
        case "node":
            return (NODE / "node_modules" / name).is_dir()
        case "file":
            return any(Path("/").glob(name.removeprefix("/")))
    raise ValueError(f"{kind}: nothing that a client can need")


def install(needs: Iterable[str]) -> None:
    """Bring the packages of Python and Node into the home. Raises subprocess.CalledProcessError where one cannot be had."""
    lacking = missing(needs)
    distributions = [need[7:] for need in lacking if need.startswith("python:")]
    packages = [need[5:] for need in lacking if need.startswith("node:")]
    if distributions:
        if not PYTHON.exists():
            subprocess.run([sys.executable, "-m", "venv", PYTHON.parents[1]], check=True)
        subprocess.run([PYTHON, "-m", "pip", "install", "-q", *distributions], check=True)
    if packages:
        NODE.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", *packages], cwd=NODE, check=True
        )


def locale(name: str) -> bool:
    """Compile a language's locale into the home (localedef(1)), once; False where this machine has no source of it."""
    target = LOCALES / name
    if not target.exists():
        LOCALES.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["localedef", "-i", name.partition(".")[0], "-f", "UTF-8", target], capture_output=True, check=False
        )
    return target.exists()
