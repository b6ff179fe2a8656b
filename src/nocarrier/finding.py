"""How this package's modules are found where it runs as a program: where they must be, in place of a search.

The import system asks every finder, lists folders, and looks at a module's file four times; a diagnosis loads some
hundred and thirty modules, and a tenth of a short one went into that. Here one look says whether the file is there, and
one whether the compiled one is of it. Whatever is not as usual (no compiled file, an old one, `-O`, a prefix for compiled
files) is left to the import system, and nothing else than this package's modules is found here.
"""

from __future__ import annotations

import os
import sys

# As importlib.machinery has them, which loads importlib and warnings too.
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import SourceFileLoader
from marshal import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType, ModuleType

PACKAGE = __name__.partition(".")[0]
FOLDER = os.path.dirname(__file__)
HEADER = 16
"Bytes before the code in a compiled file (PEP 552): magic number, flags, and the source's time and size."
BY_TIME = bytes(4)
"The flags of a file that is checked by the time and size of its source."


class OwnModules:
    """A finder for `sys.meta_path` (importlib.abc.MetaPathFinder)."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module of this name in this package's folder; None where it is no such one."""
        package, dot, rest = name.partition(".")
        if package != PACKAGE or not dot:
            return None
        place = f"{FOLDER}/{rest.replace('.', '/')}"
        for file, is_package in ((f"{place}.py", False), (f"{place}/__init__.py", True)):
            try:
                seen = os.stat(file)
            except OSError:
                continue
            spec = ModuleSpec(name, _Loader(name, file, seen), origin=file, is_package=is_package)
            spec.has_location = True
            spec.cached = _compiled(file)  # else it is worked out, by a function that thinks of more cases
            if spec.submodule_search_locations is not None:
                spec.submodule_search_locations.append(place)
            return spec
        return None


class _Loader(SourceFileLoader):
    """Takes the compiled file where it is of the source that was just looked at."""

    def __init__(self, name: str, file: str, seen: os.stat_result) -> None:
        super().__init__(name, file)
        self._seen = seen

    def get_code(self, fullname: str) -> CodeType | None:
        """See importlib.abc.InspectLoader. Raises ImportError where there is no such source."""
        compiled = _read(_compiled(self.path))
        if compiled[:HEADER] != _MAGIC + BY_TIME + _number(int(self._seen.st_mtime)) + _number(self._seen.st_size):
            return super().get_code(fullname)
        code: CodeType = loads(memoryview(compiled)[HEADER:])
        return code


def _number(value: int) -> bytes:
    return (value & 0xFFFFFFFF).to_bytes(4, "little")


def _compiled(file: str) -> str:
    folder, _, name = file.rpartition("/")
    return f"{folder}/__pycache__/{name[:-3]}{_SUFFIX}"


def _read(path: str) -> bytes:
    """The whole file; empty where it cannot be read."""
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    except OSError:
        return b""
    try:
        return os.read(file, os.fstat(file).st_size)
    finally:
        os.close(file)


_OWN = (__spec__.cached if __spec__ is not None else None) or ""
"This module's own compiled file."
_MAGIC = _read(_OWN)[:4]
"The magic number of this Python's compiled files, as that one has it."
_SUFFIX = f".{sys.implementation.cache_tag}.pyc"


def install() -> None:
    """Find this package's modules so from now on, in this process."""
    if _MAGIC and _compiled(__file__) == _OWN:
        sys.meta_path.insert(0, OwnModules())
