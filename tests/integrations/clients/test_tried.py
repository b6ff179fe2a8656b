"""Exceptions as programs and libraries hand them on: chains, groups, wrappers, and hostile ones."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import socket
import sys
import traceback
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from socketserver import BaseRequestHandler, TCPServer
from subprocess import CalledProcessError, TimeoutExpired
from types import ModuleType
from typing import Any
from xmlrpc.client import ServerProxy

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nocarrier.integrations.clients as package
from nocarrier.integrations.clients import explained, tried
from nocarrier.integrations.clients.registry import READERS, known
from nocarrier.readings.target import parse_target
from tests.integrations.clients import faults

REFUSED = (errno.ECONNREFUSED, "Connection refused")


def caught(raiser: Any, *arguments: Any) -> BaseException:
    try:
        raiser(*arguments)
    except BaseException as error:
        return error
    pytest.fail("nothing was raised")


def refused_at(port: int) -> BaseException:
    return caught(socket.create_connection, ("127.0.0.1", port), 1)


def made(name: str, *bases: type) -> type:
    """A class as another library would define it, by its full name."""
    module, _, short = name.rpartition(".")
    return type(short, bases or (Exception,), {"__module__": module})


def test_every_file_is_named_and_every_name_has_its_file() -> None:
    helpers = {
        "__init__",
        "calls",
        "client",
        "failure",
        "frames",
        "links",
        "looking",
        "reading",
        "registry",
        "through",
        "tried",
    }
    files = {path.stem for path in Path(package.__file__).parent.glob("*.py")} - helpers
    assert files == set(READERS.values())
    for name in READERS:
        library = known(name)
        assert library is not None
        for frame in library.frames:
            assert known(frame.partition(":")[0]) is library, frame
        for kind in library.classes:
            assert known(kind) is library, kind


def test_no_library_is_imported() -> None:
    """Reading exceptions loads none of them: not even what is installed."""
    import subprocess

    program = (
        "import sys; before = set(sys.modules)\n"
        "from nocarrier.integrations.clients import tried\n"
        "from nocarrier.integrations.clients.registry import READERS, known\n"
        "[known(name) for name in READERS]; tried(OSError(111, 'x'))\n"
        "mine = ('socket ssl asyncio urllib http concurrent contextlib selectors threading builtins dns').split()\n"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print(sorted(new & (set(READERS) - set(mine))))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_a_cause_below_a_programs_own_exception() -> None:
    with faults.refused() as port:
        try:
            try:
                raise refused_at(port)
            except OSError as error:
                raise RuntimeError("the shop is closed") from error
        except RuntimeError as error:
            (one,) = tried(error)
    assert (one.kind, one.step, one.host, one.port) == ("refused", "tcp", "127.0.0.1", port)
    assert one.text.startswith("RuntimeError: the shop is closed\nConnectionRefusedError: ")


def test_what_a_wrapper_repeats_is_said_once() -> None:
    below = made("urllib3.exceptions.MaxRetryError")(
        "HTTPConnectionPool(host='h', port=80): Max retries exceeded: refused"
    )
    wrapper = made("requests.exceptions.ConnectionError", OSError)(below)
    (one,) = tried(wrapper)
    assert one.text.count("Max retries exceeded") == 1


def test_a_context_counts_unless_it_is_suppressed() -> None:
    with faults.refused() as port:
        below = refused_at(port)
    plain = KeyError("fallback")
    plain.__context__ = below
    assert [one.kind for one in tried(plain)] == ["refused"]
    plain.__suppress_context__ = True
    assert tried(plain) == ()


def test_two_failures_one_while_the_other_is_handled_are_two() -> None:
    with faults.refused() as first, faults.refused() as second:
        later, earlier = refused_at(second), refused_at(first)
    later.__context__ = earlier
    assert [one.port for one in tried(later)] == [second, first]


def test_another_server_with_the_same_port_is_another_one() -> None:
    """Whoever falls back to a second server has two failures: neither has the place of the other."""

    def fall_back(first: str, second: str, port: int) -> None:
        try:
            socket.create_connection((first, port))
        except OSError:
            socket.create_connection((second, port))

    with faults.refused() as port:
        for first, second in (("127.0.0.1", "127.0.0.2"), (faults.NAME, "127.0.0.1"), ("127.0.0.1", faults.NAME)):
            told = tried(caught(fall_back, first, second, port))
            assert [one.host for one in told] == [second, first]
            assert [one.kind for one in told] == [
                "name-not-resolved" if host == faults.NAME else "refused" for host in (second, first)
            ]


def test_a_group_holds_one_failure_for_each_target() -> None:
    with faults.refused() as first, faults.refused() as second:
        group = ExceptionGroup("two shops", [refused_at(first), ExceptionGroup("", [refused_at(second)])])
        again = ExceptionGroup("one shop", [refused_at(first), refused_at(first)])
    assert sorted(one.port for one in tried(group)) == sorted((first, second))
    assert [one.port for one in tried(again)] == [first]


def test_a_cycle_and_a_chain_without_end_are_bounded() -> None:
    one, other = ValueError("a"), OSError(*REFUSED)
    one.__cause__, other.__cause__ = other, one
    assert [each.kind for each in tried(one)] == ["refused"]
    first = last = ValueError("0")
    for number in range(10_000):
        last.__context__ = ValueError(str(number))
        last = last.__context__
    last.__context__ = OSError(*REFUSED)
    assert tried(first) == ()
    wide = ExceptionGroup("", [OSError(*REFUSED) for _ in range(10_000)])
    assert len(tried(wide)) == 1
    deep: BaseException = OSError(*REFUSED)
    for _ in range(500):
        deep = ExceptionGroup("", [deep])  # type: ignore[list-item]
    tried(deep)


class Rootless(OSError):
    """Its traceback, its cause and its context raise."""

    __traceback__ = __cause__ = __context__ = property(lambda self: 1 / 0)  # type: ignore[assignment]


class Hostile(OSError):
    """Every attribute raises or lies."""

    errno = property(lambda self: 1 / 0)  # type: ignore[assignment]
    filename = property(lambda self: (_ for _ in ()).throw(RuntimeError))  # type: ignore[assignment]
    request = property(lambda self: self)

    def __str__(self) -> str:
        return 7  # type: ignore[return-value]

    def __getattr__(self, name: str) -> Any:
        raise SystemError(name)


def test_attributes_that_raise_or_lie_do_no_harm() -> None:
    assert tried(Hostile()) == ()
    assert [one.kind for one in tried(Rootless(*REFUSED))] == ["refused"]
    lying = made("requests.exceptions.ConnectionError", OSError)(*REFUSED)
    lying.request = type("R", (), {"url": property(lambda self: [None])})()
    lying.response = type("R", (), {"status_code": "many"})()
    lying.reason = lying
    assert [one.kind for one in tried(lying)] == ["refused"]


def test_what_is_huge_is_cut() -> None:
    huge = made("requests.exceptions.ConnectionError", OSError)("Connection refused " * 1_000_000)
    huge.request = type("R", (), {"url": "http://" + "a" * 1_000_000 + ":80/"})()
    (one,) = tried(huge)
    assert one.host == ""
    assert len(one.text) < 20_000


def test_escapes_do_not_reach_the_host() -> None:
    error = made("aiohttp.client_exceptions.ClientConnectorError", OSError)(*REFUSED)
    error.host, error.port = "evil\x1b[31m.example", 80
    (one,) = tried(error)
    assert one.host == ""


@given(st.text(max_size=200), st.one_of(st.none(), st.integers(), st.text(max_size=20), st.binary(max_size=20)))
def test_anything_may_stand_in_it(words: str, value: Any) -> None:
    for name in ("redis.exceptions.ConnectionError", "grpc.RpcError", "websockets.exceptions.InvalidStatus", "x.Y"):
        error = made(name)(words, value)
        error.host = error.port = error.url = error.uri = error.errors = error.status_code = error.response = value
        tried(error)


class Endless:
    """Whatever is asked of it is it again, and it is equal to nothing."""

    def __getattr__(self, name: str) -> Any:
        return self

    def __getitem__(self, key: Any) -> Any:
        return self

    def __str__(self) -> str:
        raise RuntimeError

    __eq__ = __hash__ = None  # type: ignore[assignment]


ODD: list[Any] = [
    None, True, -1, 1 << 70, 1.5, "", "x" * 100_000, b"\xff" * 10_000, [], {}, Endless(), Endless, len, object(),
    ValueError("inside"), [ValueError("inside")] * 100, {("h", 1): OSError(111, "x")}, {1: ValueError("inside")},
]  # fmt: skip


@pytest.mark.parametrize("file", sorted(set(READERS.values())))
def test_no_value_of_any_attribute_breaks_a_reader(file: str) -> None:
    package_name = next(name for name, value in READERS.items() if value == file)
    library = known(package_name)
    assert library is not None
    ways = [*library.urls, *(way for pair in library.places for way in pair), *library.paths, *library.statuses]
    ways += [*library.beneath, *library.beside, "errno", "code", "details", "sqlstate", "rcvd", "kwargs"]
    for name in [*library.classes, f"{package_name}.Unknown"]:
        for value in ODD:
            error = made(name, OSError)(value, value)
            for way in ways:
                with contextlib.suppress(TypeError, AttributeError):
                    setattr(error, way.partition(".")[0], value)
            for one in tried(error):
                assert len(one.text) < 30_000
                assert one.target is None or parse_target(one.target)


def test_passwords_stay_inside() -> None:
    error = made("psycopg.OperationalError")(
        'connection to server at "10.0.0.5", port 5432 failed: Connection refused (postgresql://app:hunter2@10.0.0.5/x)'
    )
    url = made("urllib.error.URLError", OSError)("http://app:hunter2@10.0.0.5:80/?token=hunter2 Connection refused")
    url.url = "http://app:hunter2@10.0.0.5:80/?token=hunter2"
    for one in (*tried(error), *tried(url)):
        assert "hunter2" not in repr(one)
        assert "hunter2" not in f"{one.target}"
    for told in (*explained(error), *explained(url)):
        assert "hunter2" not in repr(told)


def test_subclasses_and_copies_count() -> None:
    below = made("pip._vendor.urllib3.exceptions.ConnectTimeoutError")
    mine = made("shop.net.Slow", below)("too slow")
    (one,) = tried(mine)
    assert (one.kind, one.step, one.client) == ("timed-out", "tcp", "urllib3")


def test_files_and_pipes_are_no_connections(tmp_path: Path) -> None:
    for error in (
        caught(open, tmp_path / "none"),
        PermissionError(errno.EACCES, "Permission denied", "/etc/shadow"),
        BrokenPipeError(errno.EPIPE, "Broken pipe"),
        OSError(errno.EMFILE, "Too many open files"),
        OSError(errno.EMFILE, "Too many open files", "/tmp/x"),
        TimeoutError(),
        TimeoutError("the job took too long"),
        EOFError(),
        KeyboardInterrupt(),
        made("sqlalchemy.exc.TimeoutError")("QueuePool limit of size 5 reached, connection timed out"),
        AssertionError("expected 3"),
    ):
        assert tried(error) == (), error


def test_words_alone_are_said_to_be_words() -> None:
    (one,) = tried(RuntimeError("could not connect to 10.0.0.5:80: Connection refused"))
    assert one.by_text
    assert (one.kind, one.host, one.port) == ("refused", "10.0.0.5", 80)


def test_a_unix_socket_is_a_target(tmp_path: Path) -> None:
    path = str(tmp_path / "none.sock")

    async def dial() -> None:
        await asyncio.open_unix_connection(path)

    (one,) = tried(caught(asyncio.run, dial()))
    assert one.target == f"unix://{path}"


def test_a_server_that_asks_another_is_not_blamed() -> None:
    """Frames of the HTTP client that called the program in which a database failed say nothing of the database."""

    def application(port: int) -> None:
        socket.create_connection(("127.0.0.1", port), 1)

    outer = ModuleType("httpcore._sync.connection_pool")
    exec(
        "class ConnectionPool:\n    def handle_request(self, request, inner):\n        return inner()\n",
        outer.__dict__,
    )
    url = type("U", (), {"host": b"testserver", "port": 80, "scheme": b"http"})
    request = type("R", (), {"url": url})
    with faults.refused() as port:
        error = caught(outer.ConnectionPool().handle_request, request, lambda: application(port))
    (one,) = tried(error)
    assert (one.host, one.port) == ("127.0.0.1", port)


def test_no_frame_is_kept_alive() -> None:
    with faults.refused() as port:
        error = refused_at(port)
    before = sys.getrefcount(error)
    told = tried(error)
    assert told
    assert sys.getrefcount(error) == before
    traceback.clear_frames(error.__traceback__)
    assert [one.kind for one in tried(error)] == ["refused"]


def test_mysqlclient_by_its_recorded_classes() -> None:
    """No wheel of mysqlclient is to be had: the class and arguments are those its C code makes (_mysql.c)."""
    error = made("MySQLdb.OperationalError", made("MySQLdb.DatabaseError"))(
        2002, "Can't connect to server on '10.0.0.5' (115)"
    )
    (one,) = tried(error)
    assert (one.client, one.code["mysql"], one.host) == ("mysql", 2002, "10.0.0.5")
    denied = made("MySQLdb.OperationalError")(1045, "Access denied for user 'app'@'10.0.0.7' (using password: YES)")
    assert [one.kind for one in tried(denied)] == ["rejected"]


@pytest.mark.parametrize(
    ("name", "attributes", "kind", "code"),
    [
        (
            "dns.resolver.NXDOMAIN",
            {"kwargs": {"qnames": ["shop.example."]}},
            "name-not-resolved",
            {"dns": "NXDOMAIN"},
        ),
        ("websockets.exceptions.ConnectionClosedError", {"rcvd": None}, "closed", {"close_code": 1006}),
        ("asyncpg.exceptions.InvalidPasswordError", {"sqlstate": "28P01"}, "rejected", {"sqlstate": "28P01"}),
        ("psycopg2.OperationalError", {"pgcode": "53300"}, "rejected", {"sqlstate": "53300"}),
        ("smtplib.SMTPConnectError", {"smtp_code": 554}, "rejected", {"smtp": 554}),
        ("paramiko.ssh_exception.AuthenticationException", {}, "rejected", {}),
        ("pika.exceptions.ProbableAuthenticationError", {}, "rejected", {}),
    ],
)
def test_codes_that_only_a_whole_server_would_provoke(
    name: str, attributes: dict[str, Any], kind: str, code: dict[str, Any]
) -> None:
    base = made("websockets.exceptions.ConnectionClosed") if name.startswith("websockets") else Exception
    error = made(name, base)("what it says")
    for attribute, value in attributes.items():
        setattr(error, attribute, value)
    (one,) = tried(error)
    assert one.kind == kind
    assert code.items() <= one.code.items()


NOT_OURS = "192.0.2.1"
"An address that no machine has (RFC 5737)."


def _asyncio_server(address: str) -> None:
    async def serve() -> None:
        await asyncio.start_server(lambda reader, writer: None, address, 4711)

    asyncio.run(serve())


def _bound(address: str) -> None:
    with socket.socket() as listening:
        listening.bind((address, 4711))


@pytest.mark.parametrize(
    ("listen", "host"),
    [
        (lambda address: socket.create_server((address, 4711)), NOT_OURS),
        (_asyncio_server, NOT_OURS),
        (lambda address: TCPServer((address, 4711), BaseRequestHandler), NOT_OURS),
        (lambda address: HTTPServer((address, 4711), BaseHTTPRequestHandler), NOT_OURS),
        (_bound, ""),
    ],
)
def test_an_address_that_cannot_be_bound_was_not_dialled(listen: Any, host: str) -> None:
    error = caught(listen, NOT_OURS)
    (one,) = tried(error)
    assert (one.kind, one.client, one.host, one.bound, one.way) == ("address-unavailable", "", host, True, None)
    (told,) = explained(error)
    assert told.causes[0].cause == "source-address-not-local"
    assert [step.command for step in told.next] == ["ip -br address"]


def test_a_port_that_is_taken_was_not_dialled() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        (one,) = tried(caught(socket.create_server, other.getsockname()))
    assert (one.kind, one.bound, one.way) == ("address-in-use", True, None)


def test_words_of_a_bind_were_not_dialled_either() -> None:
    words = "bind() to 10.0.0.77:80 failed (99: Cannot assign requested address)"
    (one,) = tried(RuntimeError(words))
    assert (one.host, one.bound, one.way) == ("10.0.0.77", True, None)
    (dialled,) = tried(RuntimeError("connect() to 10.0.0.77:80 failed (99: Cannot assign requested address)"))
    assert dialled.target == "tcp://10.0.0.77:80"
    assert dialled.way is not None


def test_what_was_bound_is_not_where_the_connection_was_to_lead() -> None:
    async def dial(port: int) -> None:
        await asyncio.open_connection("127.0.0.1", port, local_addr=(NOT_OURS, 0))

    with faults.refused() as port:
        (one,) = tried(caught(asyncio.run, dial(port)))
    assert one.way is not None
    assert (one.way.target, one.way.source) == (f"tcp://127.0.0.1:{port}", NOT_OURS)


def _denied(method: str) -> BaseException:
    """As a socket raises it, at a call that the program makes itself."""

    class Socket:
        bind = connect = partial(os.kill, 1 << 22)  # raised from C, as a socket's own

    held = Socket()

    def fail() -> None:
        {"bind": lambda: held.bind(0), "connect": lambda: held.connect(0), "kill": lambda: os.kill(1 << 22, 0)}[
            method
        ]()

    return PermissionError(errno.EACCES, "Permission denied").with_traceback(caught(fail).__traceback__)


@pytest.mark.parametrize(("method", "calls"), [("bind", ["bind"]), ("connect", ["connect"]), ("kill", [])])
def test_what_was_denied_is_told_by_the_call_that_failed(method: str, calls: list[str]) -> None:
    assert [one.reading.call for one in tried(_denied(method))] == calls


def test_the_words_of_a_bind_that_was_denied_are_read() -> None:
    words = "Permission denied (while attempting to bind on address ('127.0.0.1', 80))"
    error = PermissionError(errno.EACCES, words)
    (one,) = tried(error)
    assert (one.kind, one.port, one.bound) == ("permission-denied", 80, True)
    (told,) = explained(error)
    assert told.causes[0].cause == "permission-denied"
    assert [step.command for step in told.next] == ["sysctl net.ipv4.ip_unprivileged_port_start"]


def test_what_a_command_printed_is_read_where_it_was_kept() -> None:
    printed = "curl: (7) Failed to connect to 10.0.0.5 port 80 after 0 ms: Couldn't connect to server"
    for stderr in (printed, printed.encode()):
        (one,) = tried(CalledProcessError(7, ["curl"], stderr=stderr))
        assert (one.client, one.kind, one.target) == ("curl", "refused", "tcp://10.0.0.5:80")
    assert tried(CalledProcessError(7, ["curl", "Connection refused"])) == ()
    assert tried(TimeoutExpired(["sleep", "5"], 1)) == ()


def test_notes_are_read() -> None:
    error = RuntimeError("the shop is closed")
    error.add_note("connect ECONNREFUSED 10.0.0.1:80")
    (one,) = tried(error)
    assert (one.kind, one.target) == ("refused", "tcp://10.0.0.1:80")
    error.__notes__ = 7  # type: ignore[assignment]
    assert tried(error) == ()


def test_protected_mode_is_told_of_an_answer_and_other_answers_are_none() -> None:
    answer = made("redis.exceptions.ResponseError")
    (one,) = tried(answer("DENIED Redis is running in protected mode because protected mode is enabled"))
    assert (one.client, one.kind, one.step) == ("redis", "rejected", "service")
    for other in ("WRONGTYPE Operation against a key", "OOM command not allowed when used memory > 'maxmemory'"):
        assert tried(answer(other)) == ()


def test_the_error_of_each_server_has_its_own_place() -> None:
    words = "{}: [Errno -3] Temporary failure in name resolution {configured},127.0.0.1:{}: [Errno 111] Connection refused {configured}"
    both = "Topology Description: <T servers: [<S ('127.0.0.1', {0}), error=AutoReconnect('127.0.0.1:{0}: x')>, <S ('db', 27017)>]>"
    for port in (27018, 27017):
        said = words.format("db:27017", port, configured="(configured timeouts: connectTimeoutMS: 20000.0ms)")
        error = made("pymongo.errors.ServerSelectionTimeoutError")(f"{said}, Timeout: 0.8s, {both.format(port)}")
        (one,) = tried(error)
        assert (one.kind, one.host, one.port) == ("name-not-resolved", "db", 27017)


def test_what_a_client_met_before_at_other_servers_is_told_apart() -> None:
    base = made("elastic_transport.TransportError")
    failed = made("elastic_transport.ConnectionError", base)

    def attempt(message: str, *errors: BaseException) -> Any:
        error = failed(f"Connection error caused by: {errors}")
        error.message, error.errors = message, errors
        return error

    refused = "HTTPConnection(host='127.0.0.1', port=7199): Failed to establish a new connection: [Errno 111] Connection refused"
    unknown = "HTTPConnection(host='db', port=7199): Failed to resolve 'db' ([Errno -3] Temporary failure in name resolution)"
    last = attempt(unknown, attempt(refused))
    assert [(one.kind, one.host) for one in tried(last)] == [("name-not-resolved", "db"), ("refused", "127.0.0.1")]
    once = attempt(refused, attempt(refused))
    assert [(one.kind, one.host) for one in tried(once)] == [("refused", "127.0.0.1")]


def test_an_answer_to_xml_rpc_is_asked_for_where_it_was_given() -> None:
    with faults.not_found() as port:
        (one,) = tried(caught(ServerProxy(f"http://127.0.0.1:{port}/shop/RPC2").sell))
    assert (one.client, one.code) == ("xmlrpc", {"http_status": 404})
    assert one.target == f"http://127.0.0.1:{port}/shop/RPC2"
