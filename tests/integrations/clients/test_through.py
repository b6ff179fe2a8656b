"""What a client told its proxy of its user, and whether anybody else could tell it the same."""

from __future__ import annotations

import pytest

from nocarrier.integrations.clients.through import through

PROXY = "http://proxy.example:3128"


@pytest.mark.parametrize(
    ("said", "withheld"),
    [
        ("Basic Ym9iOmh1bnRlcjI=", False),
        ("Bearer hunter2", True),
        ("Basic not-base64!", True),
    ],
)
def test_only_a_name_and_a_password_can_be_told_again(said: str, withheld: bool) -> None:
    found = through(PROXY, [{"Proxy-Authorization": said}])
    assert found is not None
    assert found.withheld is withheld
    assert found.url == (PROXY if withheld else "http://bob:hunter2@proxy.example:3128")
