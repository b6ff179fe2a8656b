"""ssh_config(5): names of hosts, and includes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nocarrier.readings.ssh_config import SshConfig, decode_ssh_config


def test_hosts_that_are_no_patterns_and_includes() -> None:
    text = """
# Host comment
Host one two *.lan !never on?e   # Host three
  HostName 192.0.2.1
host=four
HOST = "five six" seven
Match host eight
Include ~/.ssh/more.d/* "/etc/a b"
HostKeyAlias nine
"""
    assert decode_ssh_config(text) == SshConfig(
        hosts=("one", "two", "four", "five six", "seven"), includes=("~/.ssh/more.d/*", "/etc/a b")
    )


@given(st.text())
def test_it_takes_any_text(text: str) -> None:
    decode_ssh_config(text)
