"""The completions, each in its own shell: what a user is offered who types a line and presses Tab."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from nocarrier.causes._titles import TITLES
from nocarrier.commands import COMMANDS
from nocarrier.commands._kinds import NOTHING, kind
from nocarrier.commands._table import commands
from nocarrier.commands._words import words

NEEDED = [
    pytest.param(shell, marks=pytest.mark.skipif(not shutil.which(shell), reason=f"{shell} is not here"))
    for shell in ("bash", "zsh", "fish")
]
PATIENCE = 30.0
"Seconds; only how long a test that fails takes."


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A user with hosts in ssh's files, a history, and the program under its name."""
    (tmp_path / ".ssh" / "more.d").mkdir(parents=True)
    (tmp_path / ".ssh" / "config").write_text(
        'Host jump bastion *.lan !no\nInclude more.d/*\nMatch host x\n  User y\nhost = "with blank"\n'
    )
    (tmp_path / ".ssh" / "more.d" / "one").write_text("Host deep\n  HostName 192.0.2.1\nInclude ../config\n")
    (tmp_path / ".ssh" / "known_hosts").write_text(
        "|1|bm90aGluZw==|bm90aGluZw== ssh-ed25519 AAAA\nknown.example,192.0.2.7 ssh-ed25519 AAAA\n[odd.example]:2222 ssh-rsa AAAA\n"
    )
    state = tmp_path / ".local" / "state" / "nocarrier"
    state.mkdir(parents=True)
    (state / "targets").write_text(
        "tcp://db.example:5432\nws://shop.example:2345/chat\nhttp://x.example/$(touch${IFS}owned)\n"
    )
    (tmp_path / "report.json").write_text("{}")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "nocarrier"
    program.write_text(f'#!/bin/sh\necho "$@" >>"$HOME/asked"\nexec {sys.executable} -m nocarrier "$@"\n')
    program.chmod(0o755)
    return tmp_path


def environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
    path = f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return kept | {"HOME": str(home), "PATH": path, "LC_ALL": "C.UTF-8", "TERM": "dumb", "SHELL": "/bin/sh"}


def script(shell: str, home: Path, *more: str) -> Path:
    """The script as a user would keep it, and make it once."""
    path = home / f"completion.{shell}"
    if not path.exists():
        ran = subprocess.run(
            [sys.executable, "-m", "nocarrier", "completion", shell, *more],
            capture_output=True,
            text=True,
            check=True,
        )
        path.write_text(ran.stdout)
    return path


def in_fish(line: str, home: Path) -> set[str]:
    program = 'source $argv[1]; complete -C "$argv[2]"'
    ran = subprocess.run(
        ["fish", "--no-config", "-c", program, str(script("fish", home)), line],
        cwd=home, env=environment(home), capture_output=True, text=True, timeout=PATIENCE, check=True,
    )  # fmt: skip
    assert ran.stderr == ""
    return {each.partition("\t")[0] for each in ran.stdout.splitlines()}


def typed(argv: list[str], keys: str, home: Path) -> str:
    """What an interactive shell on a terminal of its own writes to the file ``seen``, once it has."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(home)
        os.execvpe(argv[0], argv, environment(home))
    deadline = time.monotonic() + PATIENCE
    seen = home / "seen"
    try:
        os.write(terminal, keys.encode())
        while not seen.exists() and time.monotonic() < deadline:
            if select.select([terminal], [], [], 0.05)[0]:
                with contextlib.suppress(OSError):
                    os.read(terminal, 1 << 16)
        return seen.read_text() if seen.exists() else ""
    finally:
        os.close(terminal)
        os.kill(pid, 9)
        os.waitpid(pid, 0)
        seen.unlink(missing_ok=True)


def line_of_bash(keys: str, home: Path) -> str:
    """The line that comes of keys; the last of them writes it down."""
    rc = home / "bashrc"
    rc.write_text(
        f"source {script('bash', home)}\nseen() {{ printf '%s' \"$READLINE_LINE\" >seen.part; mv seen.part seen; }}\n"
        "bind -x '\"\\C-g\": seen'\n"
    )
    return typed(["bash", "--noprofile", "--rcfile", str(rc), "-i"], f"{keys}\x07", home)


def in_bash(line: str, home: Path) -> set[str]:
    """``Esc *`` inserts every completion."""
    told = line_of_bash(f"{line}\x1b*", home)
    if told == line:
        return set()
    begun = line[: max(map(line.rfind, " :=@")) + 1]
    assert told.startswith(begun), told
    lead = begun.rpartition(" ")[2]
    return {lead + re.sub(r"\\(.)", r"\1", word) for word in told.removeprefix(begun).split()}


def in_zsh(line: str, home: Path) -> set[str]:
    """What is handed to ``compadd``, by one that writes it down first."""
    rc = home / ".zshrc"
    rc.write_text(f"""
autoload -Uz compinit && compinit -u -d {home}/dump
source {script("zsh", home)}
compadd() {{
    if [[ ${{@[1,(i)(-|--)]}} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return $?; fi
    local -a __hits
    builtin compadd -O __hits "$@"
    (( $#__hits )) && print -rl -- $IPREFIX$^__hits >>part
    builtin compadd "$@"
}}
seen() {{ : >>part; mv part seen }}
zle -N seen
bindkey '^G' seen
bindkey '^I' complete-word
""")
    return set(typed(["zsh", "-d", "-i"], f"{line}\t\x07", home).split("\n")) - {"", "-default-"}


OFFERED: dict[str, Callable[[str, Path], set[str]]] = {"bash": in_bash, "zsh": in_zsh, "fish": in_fish}


@pytest.mark.parametrize("shell", NEEDED)
def test_what_is_offered(shell: str, home: Path) -> None:
    def offered(line: str) -> set[str]:
        return OFFERED[shell](f"nocarrier {line}", home)

    first = offered("")
    assert set(COMMANDS) <= first
    assert "ws://shop.example:2345/chat" in first
    assert offered("--serv") == {"--server"}
    assert offered("--lang ") == {"en", "de"}
    assert offered("explain --lang ") == {"en", "de"}
    assert offered("--server ss") == {"ssh://"}
    assert offered("--server ssh://") >= {
        "ssh://jump",
        "ssh://bastion",
        "ssh://deep",
        "ssh://known.example",
        "ssh://odd.example",
    }
    assert offered("--server ssh://me@ju") == {"ssh://me@jump"}
    assert offered("--from=ssh://ju") == {"--from=ssh://jump"} or offered("--from=ssh://ju") == {"ssh://jump"}
    assert offered("ws://sh") == {"ws://shop.example:2345/chat"}
    assert offered("tcp://be") == set()
    assert {"tcp://deep", "tcp://db.example:5432"} <= offered("tcp://d")
    assert offered("--html rep") == {"report.json"}
    assert offered("--html=rep") in ({"report.json"}, {"--html=report.json"})
    assert {folder.rstrip("/") for folder in offered("lab record --into bi")} == {"bin"}
    assert offered("causes dns-") == {slug for slug in TITLES if slug.startswith("dns-")}
    assert offered("lab ver") == {"verify"}
    assert offered("lab run accept-q") == {"accept-queue-full"}
    assert "wrong-port/next-port" in offered("lab run wrong-port/")
    assert offered("-v causes") == set()
    assert "readlink" in offered("run -- readl")
    assert "report.json" in offered("run -- cat rep")
    assert offered("run --connects al") == {"always"}


@pytest.mark.parametrize("shell", NEEDED)
def test_known_words_start_no_python_and_no_word_is_carried_out(shell: str, home: Path) -> None:
    script(shell, home)
    for line in ("--jso", "causes dns-", "lab ", "explain --lang ", "--server n", "edges refresh cloudfl"):
        assert OFFERED[shell](f"nocarrier {line}", home)
        assert not (home / "asked").exists(), line
    assert OFFERED[shell]("nocarrier http://x", home)
    assert (home / "asked").exists()
    assert not (home / "owned").exists()


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not here")
def test_what_bash_puts_on_the_line_is_quoted(home: Path) -> None:
    line = line_of_bash("nocarrier http://x\t", home)
    assert "touch" in line
    ran = subprocess.run(
        ["bash", "-c", line.replace("nocarrier", "echo", 1)], cwd=home, capture_output=True, text=True
    )
    assert ran.stdout == "http://x.example/$(touch${IFS}owned)\n"
    assert not (home / "owned").exists()


def test_files_that_include_one_another_end(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        (home / ".ssh" / "more.d" / str(number)).write_text(f"Host host{number}\nInclude more.d/* ~/.ssh/config\n")
    monkeypatch.setenv("HOME", str(home))
    found = list(words("places", "ssh://"))
    assert {f"ssh://host{number}" for number in range(30)} <= set(found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_and_option_is_in_every_script(shell: str, tmp_path: Path) -> None:
    text = script(shell, tmp_path).read_text()
    for command in (each for one in commands(str) for each in one.each()):
        assert command.words[-1] in text
        for option in command.options:
            for name in option.names:
                assert (name.lstrip("-") if shell == "fish" else name) in text, (command.name, name)


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_descriptions_are_translated(shell: str, tmp_path: Path) -> None:
    assert "nur IPv4" in script(shell, tmp_path, "--lang", "de").read_text()


UNKNOWN = {"SECONDS", "IP", "IP[:PORT]", "URL", "NAME", "NAME:VALUE", "HOST", "PORT"}
"What only the user knows."


def test_every_value_is_completed_or_known_to_nobody() -> None:
    for command in (each for one in commands(str) for each in one.each()):
        for taken in (*(option for option in command.options if option.metavar), *command.arguments):
            assert (kind(taken) == NOTHING) == (taken.metavar in UNKNOWN), (command.name, taken)
