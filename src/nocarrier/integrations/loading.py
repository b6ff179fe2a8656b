"""Do something to a module as soon as the program itself loads it, and load nothing for it.

`threading` and asyncio are what the hook changes, and loading them costs a program that needs neither milliseconds. So
a finder (PEP 302, `sys.meta_path`) stands before the others: it finds no module itself, but has the loader of those that
are waited for tell when they are there. Every other module costs one look into a small dictionary.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType
    from typing import Any

    Do = Callable[[ModuleType], None]

_waiting: dict[str, Do] = {}


def when_loaded(name: str, do: Do) -> None:
    """Call ``do`` with the module of this name: now, where it is loaded, else when it is. One a name: the last."""
    module = sys.modules.get(name)
    if module is not None:
        do(module)
        return
    _waiting[name] = do
    if _FINDER not in sys.meta_path:
        sys.meta_path.insert(0, _FINDER)


def forget(name: str) -> None:
    """Wait for this module no longer. The finder stays: taking it out could make another thread's import skip one."""
    _waiting.pop(name, None)


class _Finder:
    """Lets the others find, and puts `_Loader` before the loader of what is waited for."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        do = _waiting.pop(name, None) if name in _waiting else None
        if do is None:
            return None
        for finder in sys.meta_path:
            spec = finder.find_spec(name, path, target) if finder is not self else None
            if spec is not None:
                if hasattr(spec.loader, "exec_module"):
                    telling: Any = _Loader(spec.loader, do)
                    spec.loader = telling
                return spec
        return None


class _Loader:
    """The real loader, for one module; afterwards nothing in that module tells that it was not alone."""

    def __init__(self, real: Any, do: Do) -> None:
        self._real = real
        self._do = do

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        created: ModuleType | None = self._real.create_module(spec)
        return created

    def exec_module(self, module: ModuleType) -> None:
        module.__loader__ = self._real
        if module.__spec__ is not None:
            module.__spec__.loader = self._real
        self._real.exec_module(module)
        try:
            self._do(module)
        except Exception:
            return  # the program's import goes before whatever is wrong here


_FINDER: Any = _Finder()
