"""The targets that were diagnosed last, for completing them in a shell: a small file of the user's own.

One target a line, the newest last, without user, password and query. Lines are added by single appending writes, which do
not cut into one another; a file that has grown is replaced by a short one in one step (rename(2)). At worst a line that
comes while it is replaced is lost. Whatever fails is ignored: no diagnosis depends on it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping, Sequence

from nocarrier.facts.services import DEFAULT_PORT
from nocarrier.model.target import Target

SWITCH = "NOCARRIER_HISTORY"
"The environment variable that, set to 0, keeps the file from being written and read."
MOST = 100
"Targets that are remembered."
LARGEST = 1 << 14
"Bytes from which on the file is made short again."


def remember(target: Target, environ: Mapping[str, str] = os.environ) -> None:
    """Add a target. Costs an appending write; nothing happens where it cannot be written, or is not the user's."""
    path = place(environ)
    line = shown(target)
    if not path or not line:
        return
    with contextlib.suppress(OSError, ValueError):
        file = _opened(path)
        try:
            os.write(file, line.encode() + b"\n")
            state = os.fstat(file)
        finally:
            os.close(file)
        if state.st_size > LARGEST and _is_own(state):
            _shorten(path)


def remembered(environ: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The targets, the newest first, each once; none where there is no such file."""
    path = place(environ)
    if not path:
        return ()
    try:
        return _distinct(_lines(path))[:MOST]
    except OSError:
        return ()


def place(environ: Mapping[str, str] = os.environ) -> str:
    """The path of the file (XDG Base Directory Specification); empty where it is switched off, or there is no home."""
    if environ.get(SWITCH) == "0":
        return ""
    folder = environ.get("XDG_STATE_HOME", "")
    home = environ.get("HOME", "")
    # A relative path is to be ignored, says the specification.
    if not os.path.isabs(folder):
        folder = os.path.join(home, ".local", "state") if os.path.isabs(home) else ""
    return os.path.join(folder, "nocarrier", "targets") if folder else ""


def shown(target: Target) -> str:
    """The target as it is remembered: what one would type, and nothing secret. Empty for what is no target."""
    if target.misshapen is not None:
        return ""
    address = target.url.partition("?")[0]
    if target.port is not None and target.port == DEFAULT_PORT.get(target.scheme):
        whole = f"{target.scheme}://{target.endpoint}"
        address = whole.removesuffix(f":{target.port}") + address.removeprefix(whole)
    return address if address.isprintable() else ""


def _opened(path: str) -> int:
    """The file for appending, which is made where it is not there yet. Raises OSError where it is not this user's place."""
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        return os.open(path, flags, 0o600)
    except FileNotFoundError:
        _make_folder(os.path.dirname(path))
        return os.open(path, flags, 0o600)


def _make_folder(folder: str) -> None:
    """Make it, for this user alone, but not in a home that is another's: sudo may leave HOME as it was."""
    existing = folder
    while not os.path.isdir(existing):
        existing = os.path.dirname(existing)
    if not _is_own(os.stat(existing)):
        raise PermissionError(existing)
    os.makedirs(folder, mode=0o700, exist_ok=True)


def _is_own(state: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or state.st_uid == os.geteuid()


def _shorten(path: str) -> None:
    """Replace the file by one with nothing in it twice, and no more than `MOST`."""
    kept = _distinct(_lines(path))[:MOST]
    beside = f"{path}.{os.getpid()}"
    file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(file, "".join(f"{line}\n" for line in reversed(kept)).encode())
        os.close(file)
        os.replace(beside, path)
    except OSError:
        os.unlink(beside)
        raise


def _lines(path: str) -> list[str]:
    with open(path, "rb") as file:
        return file.read(4 * LARGEST).decode("utf-8", "replace").split("\n")


def _distinct(lines: Sequence[str]) -> tuple[str, ...]:
    """The newest first, each once; a line that is not whole or not text is none."""
    return tuple(dict.fromkeys(line for line in reversed(lines) if "://" in line and line.isprintable()))
