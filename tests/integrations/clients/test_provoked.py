"""Real client libraries against real faults on loopback: what their exceptions tell."""

from __future__ import annotations

import inspect
import logging
import warnings
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from importlib.util import find_spec

import pytest

from nocarrier.integrations.clients import Tried, tried
from tests.integrations.clients import faults, provoking

Provoke = Callable[[str, int], None]
CLIENTS: dict[str, Provoke] = {
    name: function
    for name, function in vars(provoking).items()
    if inspect.isfunction(function) and function.__module__ == provoking.__name__ and not name.startswith("_")
}
FAULTS = ("refused", "silent", "closed", "reset", "not_found", "name")
PORT = 4711
"For the fault of a name, where nothing is dialled."

KINDS = {
    "refused": "refused",
    "silent": "timed-out",
    "closed": "closed",
    "reset": "reset",
    "name": "name-not-resolved",
}
"What a client meets, where it says so."
OVER_TLS = frozenset({
    "ssl_wrap", "asyncio_tls", "urllib_https", "smtplib_tls", "requests_https", "httpx_https", "aiohttp_https",
    "websockets_tls",
})  # fmt: skip
SAYS_NO_MORE: dict[str, dict[str, str]] = {
    # asyncio closes its own transport while TLS is being set up, and says that it was reset
    "asyncio_tls": {"closed": "reset"},
    "aiohttp_https": {"closed": "reset"},
    # what the kernel says is swallowed by the library
    "websockets_async": {"reset": "closed"},
    "websockets_sync": {"reset": "closed"},
    "psycopg_connect": {"reset": "closed"},
    "psycopg_async": {"reset": "closed"},
    "psycopg2_connect": {"reset": "closed"},
    "sqlalchemy_psycopg": {"reset": "closed"},
    # a proxy failed, whatever it was that it did
    "requests_proxied": {"refused": "proxy", "name": "proxy", "not_found": "proxy"},
    # they try again until they give up, and say only that
    "kafka_producer": dict.fromkeys(FAULTS, "unknown"),
    "aiokafka_producer": dict.fromkeys(FAULTS, "unknown"),
    "confluent_list": dict.fromkeys(FAULTS, "unknown"),
    # it asked for a name, and no server of the list of resolvers answered
    "dnspython_resolve": dict.fromkeys(FAULTS, "name-not-resolved"),
}
"Client → fault → what it says, where that is not what it met."
NOT_FOUND: dict[str, tuple[str, str] | None] = {
    **dict.fromkeys(("urllib_open", "requests_get", "httpx_get", "httpx_async", "aiohttp_get"), ("rejected", "http")),
    **dict.fromkeys(
        ("aiohttp_websocket", "websockets_async", "websockets_sync", "websocket_client"),
        ("rejected", "websocket"),
    ),
    **dict.fromkeys(OVER_TLS, ("tls-failed", "tls")),
    **dict.fromkeys(
        (
            "smtplib_client", "ftplib_client", "imaplib_client", "poplib_client", "psycopg_connect", "psycopg_async",
            "psycopg2_connect", "pymysql_connect", "redis_ping", "redis_async", "sqlalchemy_psycopg", "sqlalchemy_pymysql",
        ),
        ("protocol-mismatch", "service"),
    ),
    "requests_proxied": ("proxy", "proxy"),
    "grpc_call": ("protocol-mismatch", "http"),
    "grpc_async": ("protocol-mismatch", "http"),
}  # fmt: skip
"What clients say of an HTTP server that answers 404; those that are not here say less or take it."
OWN_SOCKET = ("socket_connect", "asyncio_streams", "uvloop_streams", "trio_stream", "gevent_connect")
"Programs that hold the connected socket themselves: its exceptions do not say where it leads."
WAITS_FOR_THE_SERVER = frozenset({
    "smtplib_client", "ftplib_client", "imaplib_client", "poplib_client", "pymysql_connect", "sqlalchemy_pymysql",
    "aiokafka_producer", "paho_connect",
})  # fmt: skip
"Clients of protocols in which the server speaks first."
NOWHERE_TOLD = {
    ("ssl_wrap", "silent"), ("ssl_wrap", "closed"), ("ssl_wrap", "reset"), ("ssl_wrap", "not_found"),
    *((client, fault) for client in OWN_SOCKET for fault in ("silent", "reset")),
    ("grpc_async", "silent"), ("pymongo_ping", "not_found"),
    ("grpc_async", "name"), ("pymongo_ping", "name"),  # in their text no such name is taken for one
}  # fmt: skip
"Neither object, text nor frame knows the target: the program held the connected socket itself."
RAISES_NOTHING = {
    *((client, "not_found") for client in OWN_SOCKET), ("http_client", "not_found"),
    ("urllib3_pool", "not_found"), *(("paho_connect", fault) for fault in ("silent", "closed", "reset", "not_found")),
}  # fmt: skip
"They are content with what they get, or say so elsewhere."
NOT_TOLD = {
    *((client, "closed") for client in OWN_SOCKET), ("asyncio_streams", "silent"), ("uvloop_streams", "silent"),
    ("trio_stream", "silent"),
}  # fmt: skip
"A bare EOFError, IncompleteReadError or TimeoutError of the program's own, which may be about anything."


def provoked(client: str, fault: str) -> tuple[BaseException, str, int]:
    """What the client raises, and whom it dialled. Skips where its library is not here."""
    place = _place(client, fault)
    host = faults.NAME if fault == "name" else "127.0.0.1"
    with place as port, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logging.disable(logging.CRITICAL)
        provoking.PATIENCE = {"silent": 0.4, "name": 60.0}.get(fault, 5.0)  # a resolver may take its time
        try:
            CLIENTS[client](host, port)
        except ModuleNotFoundError as missing:
            pytest.skip(f"{missing.name} is not installed")
        except Exception as raised:
            return raised, host, port
        finally:
            logging.disable(logging.NOTSET)
    pytest.fail(f"{client} raised nothing")


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("fault", FAULTS)
def test_an_exception_tells_how_and_whom(client: str, fault: str) -> None:
    if (client, fault) in RAISES_NOTHING:
        pytest.skip("raises nothing")
    exception, host, port = provoked(client, fault)
    told = tried(exception)
    if (client, fault) in NOT_TOLD:
        assert told == ()
        return
    assert len(told) == 1, told
    (one,) = told
    _check_kind(one, client, fault)
    _check_place(one, client, fault, host, port)
    assert "hunter2" not in repr(one)
    assert "hidden" not in repr(one)
    assert not one.by_text


def _place(client: str, fault: str) -> AbstractContextManager[int]:
    """The fault in place: a server that speaks first where a client waits for that, and else when the client spoke."""
    if fault == "name":
        return nullcontext(PORT)
    wait = () if fault in ("refused", "silent") else (0.1 if client in WAITS_FOR_THE_SERVER else 10.0,)
    made: AbstractContextManager[int] = getattr(faults, fault)(*wait)
    return made


def _check_kind(one: Tried, client: str, fault: str) -> None:
    if fault == "not_found" and fault not in SAYS_NO_MORE.get(client, {}):
        if client in NOT_FOUND:
            assert (one.kind, one.step) == NOT_FOUND[client]
        return
    assert one.kind in {SAYS_NO_MORE.get(client, {}).get(fault, KINDS.get(fault)), KINDS.get(fault, "unknown")}
    if one.kind == "refused":
        assert one.step == "tcp"
        assert one.code["errno"] == "ECONNREFUSED"
    elif one.kind == "name-not-resolved":
        assert one.step == "name"
    elif client in OVER_TLS:
        assert one.step == "tls" or (fault == "silent" and not one.step)  # its patience may be over before it begins


def _check_place(one: Tried, client: str, fault: str, host: str, port: int) -> None:
    if client == "requests_proxied":
        assert (one.host, one.port) == ("shop.example", 443)
        assert one.through in ("", f"{host}:{port}")
        return
    if client == "dnspython_resolve":
        assert one.host == "shop.example"
        return
    if client == "confluent_list" or (client, fault) in NOWHERE_TOLD:
        assert one.host in ("", host)  # a wrong one would be worse than none
        return
    assert one.host == host
    if (client, fault) != ("psycopg2_connect", "name"):
        assert one.port == port
        assert one.target is not None


def test_libraries_that_are_not_installed_are_named(request: pytest.FixtureRequest) -> None:
    """The skips of this file say it each; this says it once."""
    needed = (
        "aio_pika", "gevent", "trio", "uvloop", "aiohttp", "aiokafka", "asyncpg", "asyncssh", "confluent_kafka", "dns", "grpc", "httpx", "kafka",
        "paho", "paramiko", "pika", "psycopg", "psycopg2", "pymongo", "pymysql", "redis", "requests", "sqlalchemy",
        "websocket", "websockets",
    )  # fmt: skip
    missing = [name for name in needed if find_spec(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
