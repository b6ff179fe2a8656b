"""Python itself: OSError and its kinds, getaddrinfo(3), asyncio; and the loops that stand in for asyncio's: uvloop, trio,
gevent.

`OSError` holds the errno and, for files, a name; whom a socket was dialling it does not hold. `asyncio` puts the address
into the text, and where it gave up waiting the frames of what was cancelled tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.integrations.clients.looking import at, names
from nocarrier.integrations.clients.reading import errno_reading
from nocarrier.readings.messages.errnos import GAI, WINSOCK, named
from nocarrier.readings.messages.reading import OPAQUE, Reading


def symbol(exception: BaseException) -> str:
    """The symbol of its error number; empty where it has none, or one of another kind (OpenSSL's, a file's)."""
    called = names(exception)
    if not isinstance(exception, OSError) or "ssl.SSLError" in called or at(exception, "filename") is not None:
        return ""
    number = at(exception, "errno")
    if not isinstance(number, int) or isinstance(number, bool):
        return ""
    if "socket.gaierror" in called:
        return GAI.get(number, WINSOCK.get(number, ""))
    return WINSOCK.get(at(exception, "winerror") or 0, "") or named(number)


def _read(exception: BaseException) -> Iterator[Reading]:
    found = errno_reading(symbol(exception))
    if found is not None:
        yield found


HANDSHAKE = "asyncio.base_events:BaseEventLoop._create_connection_transport"
CLIENT = Client(
    classes={
        "builtins.EOFError": Meaning("closed"),
        "builtins.TimeoutError": Meaning("timed-out"),
        "builtins.ConnectionRefusedError": Meaning("refused", "tcp"),
        "builtins.ConnectionResetError": Meaning("reset"),
        "builtins.ConnectionAbortedError": Meaning("closed"),
        "builtins.BrokenPipeError": Meaning("closed"),
        "builtins.ConnectionError": Meaning("unknown", "", OPAQUE),
        "socket.gaierror": Meaning("name-not-resolved", "name"),
        "socket.herror": Meaning("name-not-resolved", "name"),
        "asyncio.exceptions.IncompleteReadError": Meaning("closed"),
    },
    frames={
        "socket:create_connection": Frame(host="address.0", port="address.1", step="tcp", source="source_address"),
        "socket:create_server": Frame(host="address.0", port="address.1", step="tcp", listens=True),
        "socketserver:TCPServer.server_bind": Frame(
            host="self.server_address.0", port="self.server_address.1", step="tcp", listens=True
        ),
        "socket:getaddrinfo": Frame(host="host", port="port", step="name"),
        "asyncio.streams:open_connection": Frame(host="host", port="port"),
        "asyncio.streams:open_unix_connection": Frame(path="path", step="tcp"),
        "asyncio.base_events:BaseEventLoop.create_connection": Frame(host="host", port="port", source="local_addr"),
        "asyncio.base_events:BaseEventLoop.create_server": Frame(host="host", port="port", step="tcp", listens=True),
        "asyncio.selector_events:BaseSelectorEventLoop.sock_connect": Frame(
            host="address.0", port="address.1", step="tcp"
        ),
        "asyncio.selector_events:BaseSelectorEventLoop._sock_connect": Frame(
            host="address.0", port="address.1", step="tcp"
        ),
        "asyncio.selector_events:BaseSelectorEventLoop._sock_connect_cb": Frame(
            host="address.0", port="address.1", step="tcp"
        ),
        "asyncio.unix_events:_UnixSelectorEventLoop.create_unix_connection": Frame(path="path", step="tcp"),
        "multiprocessing.connection:SocketClient": Frame(
            host="address.0", port="address.1", path="address", step="tcp"
        ),
        "trio._highlevel_open_tcp_stream:open_tcp_stream": Frame(host="host", port="port", step="tcp"),
        "trio._highlevel_open_unix_stream:open_unix_socket": Frame(path="filename", step="tcp"),
        "gevent._socketcommon:create_connection": Frame(host="address.0", port="address.1", step="tcp"),
        "gevent.socket:create_connection": Frame(host="address.0", port="address.1", step="tcp"),
        "gevent._socketcommon:SocketMixin.connect": Frame(host="address.0", port="address.1", step="tcp"),
        HANDSHAKE: Frame(only_if="ssl", step="tls"),
    },
    read=_read,
)
