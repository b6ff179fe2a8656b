"""systemctl's properties, and unit files."""

from __future__ import annotations

import pytest

from nocarrier.readings.systemd import decode_show, exec_start


def test_properties_of_several_units() -> None:
    text = "MainPID=812\nFragmentPath=/lib/systemd/system/redis.service\n\nMainPID=0\nExecStart={ path=/a ; argv[]=/a -b=c }\n"
    assert decode_show(text) == (
        {"MainPID": "812", "FragmentPath": "/lib/systemd/system/redis.service"},
        {"MainPID": "0", "ExecStart": "{ path=/a ; argv[]=/a -b=c }"},
    )
    assert decode_show("") == ()


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("[Service]\nExecStart=/usr/bin/app --host 127.0.0.1\n", "/usr/bin/app --host 127.0.0.1"),
        ("[Service]\nExecStart=-/usr/bin/app \\\n  --host 127.0.0.1\n", "/usr/bin/app --host 127.0.0.1"),
        ("[Service]\nExecStartPre=/bin/true\nExecStart=/usr/bin/app\n", "/usr/bin/app"),
        ("[Service]\nExecStart=/a\nExecStart=/b\n", ""),
        ("", ""),
    ],
)
def test_exec_start(text: str, command: str) -> None:
    assert exec_start(text) == command
