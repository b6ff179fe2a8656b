"""/proc/PID/limits and /proc/sys/fs/file-nr (proc(5))."""

from __future__ import annotations


def decode_open_files(text: str) -> tuple[int | None, int | None]:
    """Soft and hard limit of the line ``Max open files``; None for ``unlimited`` and where there is no such line."""
    for line in text.splitlines():
        if line.startswith("Max open files"):
            words = line.removeprefix("Max open files").split()
            if len(words) >= 2:
                return _number(words[0]), _number(words[1])
    return None, None


def decode_file_nr(text: str) -> tuple[int | None, int | None]:
    """Files that are open, and the most that may be."""
    words = text.split()
    return (_number(words[0]), _number(words[2])) if len(words) == 3 else (None, None)


def _number(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdigit() else None
