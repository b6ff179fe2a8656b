"""How a handshake ended is named, by the peer's alert where it sent one."""

from __future__ import annotations

import pytest

from nocarrier.machines import Tls
from nocarrier.machines.securing import Secured


@pytest.mark.parametrize(
    ("record", "alert", "failed"),
    [
        (b"\x15\x03\x03\x00\x02\x01\x00", "close_notify", "closed"),
        (b"\x15\x03\x03\x00\x02\x02\x28", "handshake_failure", "tls-failed"),
        (b"", "", "closed"),
    ],
)
def test_the_peers_alert_is_named(record: bytes, alert: str, failed: str) -> None:
    secured = Secured(Tls(server_name="shop.example"))
    assert not secured.shake()
    secured.feed(record)
    assert not secured.shake()
    assert (secured.seen().alert, secured.failed) == (alert, failed)
