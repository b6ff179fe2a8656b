"""Real lines of nginx 1.22 and Apache 2.4, and what is kept of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.readings.error_log import LONGEST, last_words

REFUSED = (
    "2026/11/28 17:34:45 [error] 24669#24669: *5 connect() failed (111: Connection refused) while connecting to upstream, "
    'client: 127.0.0.1, server: , request: "GET {} HTTP/1.1", upstream: "http://127.0.0.1:1/", host: "127.0.0.1:18081"'
)
LIMITED = (
    '2026/11/28 17:34:45 [error] 24669#24669: *6 limiting requests, excess: 0.999 by zone "one", client: 127.0.0.1, '
    'server: , request: "GET {} HTTP/1.1", host: "127.0.0.1:18081"'
)
APACHE = """\
[Sat Nov 28 17:34:42 2026] [core:notice] [pid 1:tid 1] AH00094: Command line: 'apache2'
[Sat Nov 28 17:34:50 2026] [proxy:error] [pid 2:tid 3] (111)Connection refused: AH00957: http: attempt to connect to 127.0.0.1:1 (127.0.0.1:1) failed
"""
SLOW = (
    "[Sat Nov 28 17:34:51 2026] [proxy_http:error] [pid 2:tid 4] (70007)The timeout specified has expired: "
    "[client 127.0.0.1:53476] AH01102: error reading status line from remote server 127.0.0.1:18099\n"
)


@pytest.mark.parametrize(
    ("text", "backend", "limit"),
    [
        (REFUSED.format("/ws"), "connect() failed (111: Connection refused) while connecting to upstream", ""),
        (REFUSED.format("/ws?token=s3cret"), "connect() failed (111: Connection refused) while connecting to upstream", ""),
        (REFUSED.format("/other"), "", ""),
        (LIMITED.format("/ws"), "", 'limiting requests, excess: 0.999 by zone "one"'),
        (APACHE, "(111)Connection refused: AH00957: http: attempt to connect to 127.0.0.1:1 (127.0.0.1:1) failed", ""),
        (APACHE + SLOW, "(70007)The timeout specified has expired: AH01102: error reading status line from remote server "
         "127.0.0.1:18099", ""),
        ("nothing of the kind", "", ""),
    ],
)  # fmt: skip
def test_the_last_reason(text: str, backend: str, limit: str) -> None:
    assert last_words(text, "/ws") == (backend, limit)


@given(st.text(max_size=300), st.text(max_size=20))
def test_nothing_breaks_it(text: str, path: str) -> None:
    for line in (text, REFUSED.format(text), LIMITED.format(text), APACHE + text):
        assert all(len(said) <= LONGEST and said.isprintable() for said in last_words(line, path))
