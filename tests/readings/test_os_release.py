"""os-release(5), as distributions ship it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.readings.os_release import decode_os_release

UBUNTU = """\
PRETTY_NAME="Ubuntu 24.04.1 LTS"
NAME="Ubuntu"
VERSION_ID="24.04"
ID=ubuntu
ID_LIKE=debian
"""
ROCKY = 'NAME="Rocky Linux"\nID="rocky"\nID_LIKE="rhel centos fedora"\nVERSION_ID="9.4"\n'


def test_ubuntu() -> None:
    system = decode_os_release(UBUNTU, "systemd")
    assert (system.distribution, system.like, system.version) == ("ubuntu", ("debian",), "24.04")
    assert system.title == "Ubuntu 24.04.1 LTS"
    assert (system.family, system.package_manager, system.init) == ("debian", "apt", "systemd")


@pytest.mark.parametrize(
    ("text", "family", "manager"),
    [
        ("ID=debian\n", "debian", "apt"),
        (ROCKY, "rhel", "dnf"),
        ("ID=fedora\n", "rhel", "dnf"),
        ("ID=alpine\nVERSION_ID=3.20.1\n", "alpine", "apk"),
        ("ID=arch\n", "arch", "pacman"),
        ("ID='opensuse-leap'\nID_LIKE='suse opensuse'\n", "suse", "zypper"),
        ("ID=sles\n", "suse", "zypper"),
        ("ID=void\n", "", ""),
        ("", "", ""),
    ],
)
def test_families(text: str, family: str, manager: str) -> None:
    system = decode_os_release(text)
    assert (system.family, system.package_manager) == (family, manager)


def test_quotes_and_escapes() -> None:
    assert decode_os_release('# a comment\nPRETTY_NAME="A \\"B\\" \\$C"\nnonsense\n').title == 'A "B" $C'


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert decode_os_release(text).init == ""
