"""Tests of `nocarrier run` on a terminal, with a shell that controls jobs on it."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

RUN = f"{sys.executable} -m nocarrier run --"
SIZE = (31, 97)


class Terminal:
    """A shell at the other end of a terminal of ours."""

    def __init__(self) -> None:
        self.shell, self.master = pty.fork()
        if not self.shell:
            os.environ.update(
                LC_ALL="C.UTF-8", PS1="", TERM="xterm", HISTFILE="", BASH_SILENCE_DEPRECATION_WARNING="1"
            )
            os.execvp("bash", ["bash", "--norc", "--noprofile", "--noediting", "-i"])
        termios.tcsetwinsize(self.master, SIZE)
        self.text = ""

    def type(self, keys: str) -> None:
        """Press these keys."""
        os.write(self.master, keys.encode())

    def until(self, pattern: str) -> str:
        """Read until that is there; what stood before it, and it, are then forgotten."""
        deadline = time.monotonic() + 30
        while (found := re.search(pattern, self.text)) is None:
            ready, _, _ = select.select([self.master], [], [], max(0.0, deadline - time.monotonic()))
            assert ready, f"{pattern!r} never came: {self.text!r}"
            self.text += os.read(self.master, 1 << 16).decode(errors="replace")
        told, self.text = self.text[: found.end()], self.text[found.end() :]
        return told

    def modes(self) -> int:
        """c_lflag of the terminal that the user has in front of him."""
        flags: int = termios.tcgetattr(self.master)[3]
        return flags

    def end(self) -> None:
        """Close it; the shell ends with it."""
        os.close(self.master)
        with suppress(ProcessLookupError):
            os.kill(self.shell, signal.SIGKILL)
        os.waitpid(self.shell, 0)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    made = Terminal()
    yield made
    made.end()


def program(tmp_path: Path, text: str) -> str:
    """The command that runs it."""
    (tmp_path / "program.py").write_text(text)
    return f"{RUN} {sys.executable} {tmp_path}/program.py\n"


def test_a_terminal_stays_a_terminal(terminal: Terminal, tmp_path: Path) -> None:
    text = """
import os, sys
print("tty", *(os.isatty(n) for n in (0, 1, 2)), os.get_terminal_size(1), os.tcgetpgrp(0) == os.getpgrp(), os.getsid(0) == os.getsid(os.getppid()))
print("over" + "all")
"""
    terminal.type(program(tmp_path, text))
    told = terminal.until("overall")
    assert "tty True True True os.terminal_size(columns=97, lines=31) True True" in told


def test_what_is_written_comes_out_as_it_was(terminal: Terminal, tmp_path: Path) -> None:
    """The user's terminal adds its carriage returns, and nobody a second time."""
    terminal.type(program(tmp_path, "import os; os.write(1, b'<\\ta\\nb\\xff\\x1b[0m>\\n')"))
    terminal.until(re.escape("<\ta\r\nb\ufffd\x1b[0m>\r\n"))


def test_an_answer_is_typed_and_a_secret_is_not_shown(terminal: Terminal, tmp_path: Path) -> None:
    text = "import getpass; a = input('na' 'me: '); b = getpass.getpass('se' 'cret: '); print('got', a, len(b))"
    terminal.type(program(tmp_path, text))
    terminal.until("name: ")
    terminal.type("ann\n")
    terminal.until("secret: ")
    time.sleep(0.1)
    terminal.type("hunter2\n")
    assert "hunter2" not in terminal.until("got ann 7")


def test_stopped_continued_and_interrupted(terminal: Terminal, tmp_path: Path) -> None:
    text = """
import signal, time
signal.signal(signal.SIGCONT, lambda *_: print("here" + " again", flush=True))
print("rea" + "dy", flush=True)
while True: time.sleep(0.05)
"""
    terminal.type(program(tmp_path, text))
    terminal.until("ready")
    terminal.type("\x1a")
    terminal.until("Stopped")
    terminal.type("jobs; echo listed\n")
    assert "nocarrier run" in terminal.until("listed\r\n(?s:.)*listed")
    terminal.type("fg\n")
    terminal.until("here again")
    terminal.type("\x03")
    terminal.type("echo code=$?\n")
    terminal.until("code=130")


def test_in_the_background_until_it_reads(terminal: Terminal) -> None:
    terminal.type(f"{RUN} sh -c 'read line; echo got $line' &\n")
    terminal.until(r"\[1\]")
    time.sleep(1.0)
    terminal.type("\n")
    terminal.until("Stopped")
    terminal.type("fg\n")
    terminal.until("fg")
    time.sleep(0.3)
    terminal.type("typed\n")
    terminal.until("got typed")


def test_a_command_that_minds_no_interruption(terminal: Terminal) -> None:
    terminal.type(f"{RUN} sh -c \"trap 'echo tr''apped' INT; echo rea''dy; sleep 1; sleep 1; echo ov''er\"\n")
    terminal.until("ready")
    terminal.type("\x03")
    terminal.until("trapped")
    terminal.until("over")


def test_a_new_size_is_told_once_it_can_be_read(terminal: Terminal, tmp_path: Path) -> None:
    text = """
import os, signal, time
signal.signal(signal.SIGWINCH, lambda *_: print("size", *os.get_terminal_size(1), flush=True))
print("rea" + "dy", flush=True)
while True: time.sleep(0.05)
"""
    terminal.type(program(tmp_path, text))
    terminal.until("ready")
    termios.tcsetwinsize(terminal.master, (40, 101))
    terminal.until("size 101 40")
    terminal.type("\x03")


def test_keys_are_as_the_program_wants_them_even_where_it_asks_by_its_output(
    terminal: Terminal, tmp_path: Path
) -> None:
    """As curses does: the modes are set on what it writes to, the keys come from what it reads."""
    text = """
import os, sys, termios, tty
before = termios.tcgetattr(1)
tty.setcbreak(1)
print("pre" + "ss", flush=True)
key = os.read(0, 1)
termios.tcsetattr(1, termios.TCSADRAIN, before)
print("key", key, flush=True)
"""
    terminal.type(program(tmp_path, text))
    terminal.until("press")
    deadline = time.monotonic() + 10
    while terminal.modes() & termios.ICANON and time.monotonic() < deadline:
        time.sleep(0.02)
    terminal.type("q")
    terminal.until("key b'q'")
    terminal.type("echo co''de=$?\n")
    terminal.until("code=0")


def test_the_report_comes_after_the_output(terminal: Terminal) -> None:
    terminal.type(f"{RUN[:-2]}-q -- sh -c 'echo connect ECONNREFUSED 127.0.0.1:9; exit 3'; echo co''de=$?\n")
    told = terminal.until("code=3")
    assert re.search(r"ECONNREFUSED 127.0.0.1:9\r\n(?s:.)*✗ tcp://127.0.0.1:9", told)


def test_a_pager_has_its_keys(terminal: Terminal, tmp_path: Path) -> None:
    """less opens the terminal that its standard error is, by its name."""
    if shutil.which("less") is None:
        pytest.skip("less is not installed")
    (tmp_path / "long").write_text("".join(f"line {at}\n" for at in range(1, 200)))
    terminal.type(f"LESS= {RUN} less {tmp_path}/long; echo le''ft\n")
    terminal.until("line 30")
    terminal.type(" ")
    terminal.until("line 60")
    terminal.type("q")
    terminal.until("left")


def test_standard_error_can_be_opened_by_its_name(terminal: Terminal) -> None:
    terminal.type(f"{RUN} sh -c 'echo wri''tten > /dev/stderr; echo wri''tten >> /dev/stdout; tty'; echo co''de=$?\n")
    assert terminal.until("code=0").count("written") == 2


def test_a_shell_in_it_controls_its_jobs(terminal: Terminal) -> None:
    terminal.type(f"{RUN} bash --norc --noprofile --noediting -i\n")
    time.sleep(1)
    terminal.type("PS1=; echo in''side; sleep 50\n")
    terminal.until("inside")
    time.sleep(0.3)
    terminal.type("\x1a")
    terminal.until("Stopped +sleep 50")
    terminal.type("kill %1; wait %1; exec sh -c 'exit 3'\n")
    terminal.type("echo co''de=$?\n")
    terminal.until("code=3")
