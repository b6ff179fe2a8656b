"""What the processes of one test run share: which targets are taken, and how much of the run's time is spent.

The workers of pytest-xdist, and the children of pytest-forked, know nothing of each other but a folder. A target is
taken by whoever makes its file first (``O_EXCL``, open(2)); nobody waits for anybody. The time is an account that is only
ever appended to (``O_APPEND``): whoever needs some books it, and then reads what was booked before.
"""

from __future__ import annotations

import os
from hashlib import sha256

from nocarrier.model.record import Record


class Entry(Record):
    """A target that is taken: by which test, and what was found out, empty as long as that takes."""

    test: str
    line: str = ""
    text: str = ""


class Ledger:
    """``folder`` is made when something is written first; ``budget`` is in seconds, for all processes together."""

    def __init__(self, folder: str, budget: float) -> None:
        self._folder = folder
        self._budget = budget

    def take(self, target: str, test: str) -> Entry | None:
        """None: this target is now this test's. Else who has it, and what is known by now. Raises OSError."""
        try:
            self._write(self._path(target), test, os.O_EXCL)
        except FileExistsError:
            return self._entry(target)
        return None

    def look_up(self, target: str) -> Entry:
        """Who has a target that is taken, and what is known by now. Raises OSError."""
        return self._entry(target)

    def fill(self, target: str, line: str, text: str) -> None:
        """What was found out about a target: in a line, and in full. Raises OSError."""
        made = self._path(target, f".{os.getpid()}")
        self._write(made, f"{line}\n{text}")
        os.replace(made, self._path(target, ".found"))

    def book(self, seconds: float) -> float:
        """As many of these seconds as the run has left. Raises OSError."""
        name = os.urandom(8).hex()
        self._account(f"{name} {seconds}\n")
        before = 0.0
        for line in self._read(self._path("", "account")).splitlines():
            booked, _, amount = line.partition(" ")
            if booked == name:
                break
            before += float(amount)
        return max(0.0, min(seconds, self._budget - before))

    def settle(self, booked: float, spent: float) -> None:
        """Of what was booked only this much was needed. Raises OSError."""
        self._account(f"back {min(spent, booked) - booked}\n")

    def clear(self) -> None:
        """Take the folder away; what cannot be taken away stays."""
        from shutil import rmtree

        rmtree(self._folder, ignore_errors=True)

    def _entry(self, target: str) -> Entry:
        test = self._read(self._path(target))
        try:
            line, _, text = self._read(self._path(target, ".found")).partition("\n")
        except FileNotFoundError:
            return Entry(test)
        return Entry(test, line, text)

    def _path(self, target: str, ending: str = "") -> str:
        name = sha256(target.encode("utf-8", "replace")).hexdigest()[:32] if target else ""
        return os.path.join(self._folder, name + ending)

    def _account(self, line: str) -> None:
        self._write(self._path("", "account"), line, os.O_APPEND)

    def _write(self, path: str, text: str, flags: int = os.O_TRUNC) -> None:
        os.makedirs(self._folder, 0o700, exist_ok=True)
        number = os.open(path, os.O_WRONLY | os.O_CREAT | flags, 0o600)
        try:
            os.write(number, text.encode("utf-8", "replace"))
        finally:
            os.close(number)

    def _read(self, path: str) -> str:
        with open(path, encoding="utf-8", errors="replace", newline="") as file:
            return file.read()
