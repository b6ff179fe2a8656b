"""A machine that is reached through a subprocess speaking plain sh: ssh, or a container engine's ``exec``.

What is prefetched comes in one round trip and is then at hand. Files of /proc and /sys and the output of commands
change, so each is handed out once; asked for again, they are fetched again.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from nocarrier.machines import (
    Answered,
    CannotLook,
    Dial,
    Dialled,
    FileRead,
    Patience,
    Ran,
    Resolved,
    Talk,
    Talked,
    Tap,
    Tapping,
)
from nocarrier.machines.commands import OUTPUT_LIMIT
from nocarrier.machines.contained import Contained
from nocarrier.machines.far_script import (
    command_question,
    environment_question,
    file_question,
    link_question,
    names_question,
    owners_question,
)
from nocarrier.machines.session import Answer, Session
from nocarrier.model.prose import say

READ_LIMIT = 1 << 20
ROUND_TIME = 3.0
"Seconds for a round of files, names and links, and over what commands are given."
COMMAND_TIME = 3.0
LONGEST_ROUND = 12.0
KILLED = "137"
"The exit status after SIGKILL, with which commands that take too long are ended."
MANY = 40
"Sockets whose owners are picked out over there; of more, all are sent and picked out here."

_OWNER = re.compile(rb"^/proc/(?P<pid>[0-9]+)/fd:|-> socket:\[(?P<inode>[0-9]+)\]$", re.MULTILINE)


class Far(Contained):
    """The machine at the other end of ``session``."""

    def __init__(self, where: str, session: Session) -> None:
        self.where = where
        self._session = session
        self._files: dict[str, FileRead] = {}
        self._commands: dict[tuple[str, ...], Ran] = {}
        self._links: dict[str, str] = {}

    def prefetch(self, files: Sequence[str], commands: Sequence[tuple[str, ...]], links: Sequence[str] = ()) -> None:
        """See `Machine.prefetch`: one script, one round."""
        paths, asked, targets = _sayable(files), tuple(dict.fromkeys(commands)), _sayable(links)
        questions = [
            *(file_question(path, READ_LIMIT) for path in paths),
            *(command_question(command, math.ceil(COMMAND_TIME)) for command in asked),
            *(link_question(path) for path in targets),
        ]
        if not questions:
            return
        answers = iter(self._ask(questions, min(LONGEST_ROUND, ROUND_TIME + COMMAND_TIME * len(asked))))
        self._files |= {path: _file(next(answers)) for path in paths}
        self._commands |= {command: _ran(next(answers)) for command in asked}
        self._links |= {path: _link(next(answers)) for path in targets}

    def read(self, path: str, limit: int = READ_LIMIT) -> FileRead:
        """See `Machine.read`."""
        known = self._files.get(path)
        if known is not None and path.startswith(("/proc/", "/sys/")):
            self._files.pop(path, None)
        if known is None or len(known.data) == READ_LIMIT < limit:
            try:
                known = _file(self._ask_one(file_question(path, limit)))
            except ValueError:
                return FileRead(errno="EINVAL")
        return FileRead(data=known.data[:limit], errno=known.errno)

    def run(self, command: tuple[str, ...], *, stdin: bytes = b"", timeout: float = COMMAND_TIME) -> Ran:
        """See `Machine.run`. The far side ends the command; ``timeout`` is rounded up to seconds."""
        known = None if stdin else self._commands.pop(command, None)
        if known is not None:
            return known
        limit = max(1, math.ceil(timeout))
        try:
            return _ran(self._ask_one(command_question(command, limit, stdin), limit + ROUND_TIME))
        except ValueError:
            return Ran(errno="EINVAL")

    def listdir(self, path: str) -> tuple[str, ...]:
        """See `Machine.listdir`."""
        try:
            answer = self._ask_one(names_question(path))
        except ValueError:
            return ()
        names = answer.out.decode("utf-8", "surrogateescape").split("\0")
        return tuple(sorted(name for name in names if name and "/" not in name))

    def readlink(self, path: str) -> str:
        """See `Machine.readlink`."""
        known = self._links.pop(path, None)
        if known is not None:
            return known
        try:
            return _link(self._ask_one(link_question(path)))
        except ValueError:
            return ""

    def owners(self, inodes: frozenset[int], *, oldest: bool = False) -> tuple[tuple[int, int], ...]:
        """See `Machine.owners`. One round tells of all."""
        if not inodes:
            return ()
        picked = sorted(inodes) if len(inodes) <= MANY else ()
        answer = self._ask_one(owners_question(picked))
        found: list[tuple[int, int]] = []
        pid = 0
        for match in _OWNER.finditer(answer.out):
            if match["pid"]:
                pid = int(match["pid"])
            elif pid and int(match["inode"]) in inodes:
                found.append((int(match["inode"]), pid))
        return tuple(dict.fromkeys(found))

    def called(self, names: frozenset[str]) -> tuple[int, ...]:
        """See `Machine.called`: no question of its own, a round more would cost more than it saves."""
        raise CannotLook("processes are not gone through from here")

    def environment(self, names: frozenset[str]) -> tuple[tuple[str, str], ...]:
        """See `Machine.environment`: that of the far shell."""
        answer = self._ask_one(environment_question(sorted(names)))
        pairs = (entry.partition("=") for entry in answer.out.decode("utf-8", "replace").split("\0"))
        return tuple((name, value) for name, mark, value in pairs if mark and name in names)

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        """See `Machine.dial`: with the far side's Python, for no other program there reads an error queue."""
        from nocarrier.machines.far_python import dial

        return dial(self, dials, patience)

    def converse(self, talks: Sequence[Talk]) -> tuple[Talked, ...]:
        """See `Machine.converse`: with the far side's Python, and its OpenSSL where TLS is spoken."""
        from nocarrier.machines.far_python import converse

        return converse(self, talks)

    def resolve(self, name: str, timeout: float) -> Resolved:
        """See `Machine.resolve`."""
        from nocarrier.machines.far_python import resolve

        return resolve(self, name, timeout)

    def netlink(self, protocol: int, request: bytes) -> Answered:
        """See `Machine.netlink`: not from here."""
        raise CannotLook(say("netlink cannot be asked on {where}", where=self.where))

    def tap(self, tap: Tap) -> Tapping:
        """See `Machine.tap`: with the far side's Python, in the background."""
        from nocarrier.machines.far_tap import FarTap

        return FarTap(self, tap)

    def tell(self, question: bytes) -> None:
        """Ask something to which there is no answer but that it was done."""
        self._ask_one(question)

    def close(self) -> None:
        """End the session."""
        self._session.close()
        self.close_host()

    def _ask_one(self, question: bytes, timeout: float = ROUND_TIME) -> Answer:
        return self._ask([question], timeout)[0]

    def _ask(self, questions: Sequence[bytes], timeout: float) -> list[Answer]:
        return self._session.ask(questions, timeout)


def _sayable(paths: Sequence[str]) -> tuple[str, ...]:
    """Each once; a path that holds a NUL is no path."""
    return tuple(path for path in dict.fromkeys(paths) if "\0" not in path)


def _file(answer: Answer) -> FileRead:
    return FileRead(data=answer.out) if answer.status == "0" else FileRead(errno=_symbol(answer.status))


def _ran(answer: Answer) -> Ran:
    out, err = answer.out[:OUTPUT_LIMIT], answer.err[:OUTPUT_LIMIT]
    if not answer.status.isdigit():
        return Ran(errno=_symbol(answer.status))
    if answer.status == KILLED:
        return Ran(out=out, err=err, expired=True)
    return Ran(status=int(answer.status), out=out, err=err)


def _link(answer: Answer) -> str:
    target = answer.out.decode("utf-8", "surrogateescape").removesuffix("\n")
    return target if answer.status == "0" else ""


def _symbol(status: str) -> str:
    """An errno's symbol; EIO for anything else that is no answer to the question."""
    return status if re.fullmatch(r"E[A-Z0-9]{2,15}", status) else "EIO"
