"""Watching packets on a far machine with the Python that is there, while other questions are asked and answered.

The session is one question at a time, so the watching program runs in the background over there, with the very text
of tapping.py. It hands out what it saw over a unix socket with a name of its own in the abstract namespace (unix(7)):
no file is made, and only the same user is answered. It ends when told to, or when its time is over.
"""

from __future__ import annotations

import contextlib
import math
import secrets

from nocarrier.machines import CannotLook, Captured, Tap
from nocarrier.machines.far_python import decoded, program
from nocarrier.machines.far_script import background_question
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.prose import say
from nocarrier.model.record import Record

if TYPE_CHECKING:
    from nocarrier.machines.far import Far

START = 2.0
"Seconds in which Python is to have started over there."

WATCH = """
import os, socket, struct, time
until = time.monotonic() + asked["seconds"]
door = socket.socket(socket.AF_UNIX)
door.bind("\\0" + asked["name"])
try:
    watch, failure = names["Listening"](Record(**asked["tap"])), 0
except OSError as error:
    watch, failure = None, error.errno
door.listen(4)
told = b""
while told != b"end" and time.monotonic() < until:
    door.settimeout(max(0.01, until - time.monotonic()))
    try:
        asker = door.accept()[0]
    except OSError:
        break
    user = struct.unpack("3i", asker.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[1]
    if user == os.geteuid():
        asker.settimeout(1.0)
        try:
            told = asker.recv(16)
            seen = {} if watch is None or told != b"read" else plain(watch.read())
            asker.sendall(json.dumps({"failure": failure, "seen": seen}).encode())
        except OSError:
            pass
    asker.close()
    if failure:
        break
answer = None
"""

ASK = """
import socket, time
until = time.monotonic() + asked["patience"]
time.sleep(asked["after"])
answer = None
while answer is None and time.monotonic() < until + asked["after"]:
    link = socket.socket(socket.AF_UNIX)
    try:
        link.connect("\\0" + asked["name"])
        link.sendall(asked["word"].encode())
        text = b""
        while True:
            part = link.recv(1 << 16)
            text += part
            if not part:
                break
        answer = json.loads(text.decode())
    except (OSError, ValueError):
        time.sleep(0.005)
    link.close()
if answer is None:
    sys.exit(1)
"""


class Told(Record, kw_only=True):
    """What the watching program answers: the number of its errno, or what it saw."""

    failure: int = 0
    seen: Captured = Captured()


class FarTap:
    """See `Tapping`. Raises CannotLook where nothing can watch there, or not with these rights."""

    def __init__(self, far: Far, tap: Tap) -> None:
        self._far = far
        self._name = f"nocarrier-{secrets.token_hex(16)}"
        seconds = tap.seconds + START
        watching = program(["tapping"], WATCH, {"name": self._name, "seconds": seconds, "tap": tap})
        far.tell(background_question(("python3", "-I", "-"), math.ceil(seconds) + 1, watching))
        told = self._ask("look", START)
        if told.failure:
            raise _refused(far.where, told.failure)

    def read(self, after: float = 0.0) -> Captured:
        """See `Tapping.read`."""
        return self._ask("read", 0.2, after).seen

    def close(self) -> None:
        """Tell the program to end; one that is gone already is fine, and without a session it ends by itself."""
        with contextlib.suppress(CannotLook):
            self._ask("end", 0.05)

    def _ask(self, word: str, patience: float, after: float = 0.0) -> Told:
        asked = {"name": self._name, "word": word, "patience": patience, "after": after}
        ran = self._far.run(
            ("python3", "-I", "-"), stdin=program(["tapping"], ASK, asked), timeout=patience + after + START
        )
        if ran.errno or ran.status:
            raise CannotLook(say("nothing on {where} can watch packets", where=self._far.where), "python3")
        return decoded(self._far, ran, Told)


def _refused(where: str, failure: int) -> CannotLook:
    from errno import EACCES, EPERM

    from nocarrier.machines.connecting import errno_name

    if failure in (EPERM, EACCES):
        return CannotLook(say("watching packets is not permitted on {where}", where=where), "root")
    return CannotLook(say("packets cannot be watched: {why}", why=errno_name(failure)))
