"""curl_cffi: libcurl, whose error codes stand in the texts."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame

CLIENT = Client(
    name="curl_cffi",
    frames={
        "curl_cffi.requests.session:Session.request": Frame(url="url"),
        "curl_cffi.requests.session:AsyncSession.request": Frame(url="url"),
    },
)
