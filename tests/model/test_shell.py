"""Words as a shell takes them, held against a shell."""

from __future__ import annotations

import subprocess

import pytest

from nocarrier.machines.open import understood
from nocarrier.model.shell import call, joined, quoted
from nocarrier.model.target import ssh_place

WORDS = ("ws://10.20.0.5/x;touch x;$(id)?a=1&b=2", "it's", '"', "", "~", "a b\nc", "\\", "ü", "[::1]:80", "*", "`id`")


@pytest.mark.parametrize("word", WORDS)
def test_a_shell_has_the_word_as_it_is(word: str) -> None:
    told = subprocess.run(["sh", "-c", f"printf %s {quoted(word)}"], capture_output=True, check=True)
    assert told.stdout.decode() == word


@pytest.mark.parametrize("word", ["tcp://10.20.0.5:8080", "--server", "ssh://root@db", "/run/a.sock", "fe80::1%eth0"])
def test_what_needs_no_quotes_has_none(word: str) -> None:
    assert quoted(word) == word


def test_commands() -> None:
    assert joined(("ls", "a b")) == "ls 'a b'"
    assert call("tcp://[::1]:80", "-6") == "nocarrier 'tcp://[::1]:80' -6"


@pytest.mark.parametrize("host", ["db", "10.20.0.5", "fd20::5", "::ffff:10.20.0.5", "fe80::1%eth0"])
@pytest.mark.parametrize("user", ["", "root"])
def test_the_program_takes_the_place_that_it_names(host: str, user: str) -> None:
    assert understood(ssh_place(host, user))
