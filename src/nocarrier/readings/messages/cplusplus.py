"""HTTP libraries of C++: cpprest, cpp-httplib, POCO, Drogon, and Boost.Beast beside its WebSocket."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS: tuple[str, ...] = ()

CPPREST, HTTPLIB, POCO, BEAST = "cpprest", "cpp-httplib", "poco", "beast"
SAID = (
    # http_client_asio.cpp, http_client_winhttp.cpp
    Phrase("failed to connect to any resolved endpoint", "unknown", "tcp", CPPREST, worth=MEANT, open=NOT_TOLD),
    Phrase("failed to connect to any resolved proxy", "proxy", "proxy", CPPREST, worth=MEANT),
    Phrase("error resolving address", "name-not-resolved", "name", CPPREST, worth=MEANT),
    Phrase("error in ssl handshake", "tls-failed", "tls", CPPREST, worth=MEANT),
    Phrase("failed to read http status line", "closed", "http", CPPREST, worth=MEANT),
    Phrase("failed to write request body", "closed", "http", CPPREST),
    Phrase("failed to write request headers", "closed", "http", CPPREST),
    Phrase("set_fail_handler: ", "unknown", "", CPPREST, worth=OPAQUE, open=NOT_TOLD),
    Phrase("web::http::http_exception", "unknown", "", CPPREST, worth=OPAQUE, open=NOT_TOLD),
    Phrase("web::websockets::client::websocket_exception", "unknown", "", CPPREST, worth=OPAQUE, open=NOT_TOLD),
    # libssh2.h
    Phrase("libssh2_error_socket_send", "closed", "service", "libssh2", worth=MEANT),
    Phrase("libssh2_error_socket_recv", "closed", "service", "libssh2", worth=MEANT),
    Phrase("libssh2_error_socket_disconnect", "closed", "service", "libssh2", worth=MEANT),
    Phrase("libssh2_error_socket_timeout", "timed-out", "service", "libssh2", worth=MEANT),
    Phrase("libssh2_error_timeout", "timed-out", "service", "libssh2", worth=MEANT),
    Phrase("libssh2_error_authentication_failed", "rejected", "service", "libssh2", worth=MEANT),
    Phrase("libssh2_error_publickey_unverified", "rejected", "service", "libssh2", worth=MEANT),
    Phrase("libssh2_error_kex_failure", "protocol-mismatch", "service", "libssh2", worth=MEANT),
    Phrase("libssh2_error_banner_recv", "closed", "service", "libssh2", worth=MEANT),
    # X11: xcb, Xlib
    Phrase("can't open display", "unknown", "tcp", "x11", worth=OPAQUE, open=NOT_TOLD),
    Phrase("cannot open display", "unknown", "tcp", "x11", worth=OPAQUE, open=NOT_TOLD),
    Phrase("xlib: connection to ", "rejected", "service", "x11", worth=MEANT),
    # to_string(Error) of httplib.h
    Phrase("ssl server verification failed", "tls-failed", "tls", HTTPLIB, worth=MEANT),
    Phrase("ssl server hostname verification failed", "tls-failed", "tls", HTTPLIB, worth=MEANT),
    Phrase("failed to read connection", "closed", "http", HTTPLIB),
    Phrase("failed to write connection", "closed", "http", HTTPLIB),
    # Drogon's client of databases
    Phrase("timeout, no connection available", "timed-out", "service", "drogon", worth=MEANT),
    # Poco::Net
    Phrase("poco::net::noresponse", "closed", "http", POCO),
    Phrase("nomessageexception: no message received", "closed", "http", POCO, worth=MEANT),
    Phrase("connectionabortedexception", "closed", "", POCO),
    # the examples of Beast print what was done before what became of it
    Phrase("handshake: end of stream", "closed", "websocket", BEAST, worth=MEANT),
    Phrase("read: end of stream", "closed", "", BEAST, worth=MEANT),
    Phrase("end of stream [beast.http", "closed", "http", BEAST, worth=MEANT),
    Phrase("bad version [beast.http", "protocol-mismatch", "http", BEAST, worth=MEANT),
)  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
