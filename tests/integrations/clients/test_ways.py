"""What was really dialled: TLS from the first byte on, a proxy, a unix socket, an address that was bound before."""

from __future__ import annotations

import ftplib
import imaplib
import logging
import poplib
import smtplib
import socket
import ssl
import warnings
from collections.abc import Callable, Iterator
from http.client import HTTPSConnection
from pathlib import Path
from types import SimpleNamespace
from urllib.request import ProxyHandler, build_opener

import pytest

from nocarrier.integrations.clients import Tried, Way, tried
from nocarrier.integrations.looking import ways
from nocarrier.readings.messages.reading import MEANT, Reading
from tests.integrations.clients import faults, provoking
from tests.integrations.clients.provoking import PATIENCE, _ran

HIDDEN = "hunter2"
Dial = Callable[[int], object]


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No proxy but those of the tests, and none of what libraries log."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "ws_proxy", "wss_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    logging.disable(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
    logging.disable(logging.NOTSET)


def told(dial: Dial, port: int) -> Tried:
    try:
        dial(port)
    except ModuleNotFoundError as missing:
        pytest.skip(f"{missing.name} is not installed")
    except Exception as raised:
        (one,) = tried(raised)
        assert HIDDEN not in repr((one, one.way))
        return one
    pytest.fail("nothing was raised")


def _redis(port: int) -> None:
    import redis

    redis.Redis.from_url(f"rediss://127.0.0.1:{port}", retry=None).ping()


def _redis_async(port: int) -> None:
    import redis.asyncio

    async def talk() -> None:
        async with redis.asyncio.Redis.from_url(f"rediss://127.0.0.1:{port}", retry=None) as client:
            await client.ping()

    _ran(talk())


def _pika(port: int) -> None:
    import pika

    options = pika.SSLOptions(ssl.create_default_context(), "localhost")
    pika.BlockingConnection(pika.ConnectionParameters("127.0.0.1", port, ssl_options=options))


def _paho(port: int) -> None:
    import paho.mqtt.client as mqtt

    client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2)
    client.tls_set()
    client.connect("127.0.0.1", port)


def _pymongo(port: int) -> None:
    import pymongo

    with pymongo.MongoClient(f"mongodb://127.0.0.1:{port}/?tls=true", serverSelectionTimeoutMS=500) as client:
        client.admin.command("ping")


OVER_TLS: dict[str, Dial] = {
    "rediss": _redis,
    "amqps": _pika,
    "mqtts": _paho,
    "smtps": lambda port: smtplib.SMTP_SSL("127.0.0.1", port, timeout=PATIENCE),
    "imaps": lambda port: imaplib.IMAP4_SSL("127.0.0.1", port, timeout=PATIENCE),
    "pop3s": lambda port: poplib.POP3_SSL("127.0.0.1", port, timeout=PATIENCE),
    "https": lambda port: HTTPSConnection("127.0.0.1", port, timeout=PATIENCE).request("GET", "/"),
    "tls": _pymongo,
}


@pytest.mark.parametrize("scheme", OVER_TLS)
def test_what_speaks_tls_is_dialled_so(scheme: str) -> None:
    with faults.not_found(10) as port:
        one = told(OVER_TLS[scheme], port)
    assert one.step == "tls"
    assert one.way == Way(target=f"{scheme}://127.0.0.1:{port}")


@pytest.mark.parametrize("dial", [_redis, _redis_async])
def test_tls_is_known_before_it_begins(dial: Dial) -> None:
    with faults.refused() as port:
        assert told(dial, port).way == Way(target=f"rediss://127.0.0.1:{port}")


def test_tls_that_is_taken_up_later_is_none_from_the_first_byte_on() -> None:
    def starttls(port: int) -> None:
        with ftplib.FTP_TLS() as client:
            client.connect("127.0.0.1", port, timeout=PATIENCE)

    with faults.closed() as port:
        assert told(starttls, port).scheme == "ftp"


def test_tls_that_is_taken_up_later_is_explained_and_not_looked_into() -> None:
    found = Reading(kind="tls-failed", worth=MEANT, step="tls")
    later = Tried(kind="tls-failed", step="tls", scheme="smtp", host="127.0.0.1", port=1, reading=found)
    at_once = Tried(kind="tls-failed", step="tls", scheme="smtps", host="127.0.0.1", port=1, reading=found)
    assert ways([later]) == ()
    assert ways([at_once]) == (Way(target="smtps://127.0.0.1:1"),)


def _requests(port: int, url: str, account: str = "", **more: object) -> None:
    import requests

    proxy = f"http://{account}127.0.0.1:{port}"
    requests.get(url, proxies={"http": proxy, "https": proxy}, timeout=PATIENCE).raise_for_status()


def _urllib3(port: int, url: str, account: str = "") -> None:
    import urllib3

    headers = urllib3.make_headers(proxy_basic_auth=account.rstrip("@")) if account else None
    urllib3.ProxyManager(f"http://127.0.0.1:{port}", proxy_headers=headers, retries=False).request("GET", url)


def _httpx(port: int, url: str, account: str = "") -> None:
    import httpx

    httpx.get(url, proxy=f"http://{account}127.0.0.1:{port}", timeout=PATIENCE)


def _httpx_async(port: int, url: str, account: str = "") -> None:
    import httpx

    async def get() -> None:
        async with httpx.AsyncClient(proxy=f"http://{account}127.0.0.1:{port}", timeout=PATIENCE) as client:
            await client.get(url)

    _ran(get())


def _aiohttp(port: int, url: str, account: str = "") -> None:
    import aiohttp

    async def get() -> None:
        async with aiohttp.ClientSession() as session, session.get(url, proxy=f"http://{account}127.0.0.1:{port}"):
            pass

    _ran(get())


def _urllib(port: int, url: str, account: str = "") -> None:
    proxy = f"http://{account}127.0.0.1:{port}"
    build_opener(ProxyHandler({"http": proxy, "https": proxy})).open(url, timeout=PATIENCE).close()


def _websockets(port: int, url: str, account: str = "") -> None:
    from websockets.sync.client import connect

    with connect(url.replace("http", "ws"), proxy=f"http://{account}127.0.0.1:{port}", open_timeout=PATIENCE):
        pass


def _websockets_async(port: int, url: str, account: str = "") -> None:
    from websockets.asyncio.client import connect

    async def talk() -> None:
        async with connect(url.replace("http", "ws"), proxy=f"http://{account}127.0.0.1:{port}"):
            pass

    _ran(talk())


def _websocket_client(port: int, url: str, account: str = "") -> None:
    import websocket

    pair = tuple(account.rstrip("@").split(":")) if account else None
    websocket.create_connection(
        url.replace("http", "ws"), timeout=PATIENCE, http_proxy_host="127.0.0.1", http_proxy_port=port,
        http_proxy_auth=pair,
    )  # fmt: skip


BY_PROXY = (
    _requests, _urllib3, _httpx, _httpx_async, _aiohttp, _urllib, _websockets, _websockets_async, _websocket_client,
)  # fmt: skip
SHOPS = ("https://shop.example/", "http://shop.example:8080/")


@pytest.mark.parametrize("client", BY_PROXY)
@pytest.mark.parametrize("url", SHOPS)
def test_a_proxy_that_cannot_be_connected_to_is_what_failed(client: Callable[..., None], url: str) -> None:
    with faults.refused() as port:
        one = told(lambda proxy: client(proxy, url, f"app:{HIDDEN}@"), port)
    assert (one.kind, one.step, one.through) == ("proxy", "proxy", f"127.0.0.1:{port}")
    scheme, _, place = url.partition("://")
    spoken = scheme if one.scheme.startswith("http") else scheme.replace("http", "ws")
    target = f"{spoken}://{place}" if ":" in place else f"{spoken}://{place.rstrip('/')}:443/"
    assert one.way == Way(target=target, proxy=f"http://app:{HIDDEN}@127.0.0.1:{port}")


@pytest.mark.parametrize("client", [_httpx, _aiohttp, _requests])
def test_a_proxy_that_says_no_is_not_the_target(client: Callable[..., None]) -> None:
    with faults.not_found(10) as port:
        one = told(lambda proxy: client(proxy, SHOPS[0]), port)
    assert one.way == Way(target="https://shop.example:443/", proxy=f"http://127.0.0.1:{port}")


def test_the_environments_proxy_is_left_to_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with faults.refused() as port:
        monkeypatch.setenv("https_proxy", f"http://app:{HIDDEN}@127.0.0.1:{port}")
        one = told(lambda _: provoking.requests_proxied("127.0.0.1", port), port)
    assert one.way == Way(target="https://shop.example:443/")


def test_whoever_goes_by_no_proxy_is_followed_past_the_environments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    with faults.refused() as port:
        one = told(lambda _: provoking.httpx_get("127.0.0.1", port), port)
    assert one.way == Way(target=f"http://127.0.0.1:{port}", proxy="")


def test_the_tunnel_of_http_client_leads_to_the_target() -> None:
    def tunnelled(port: int) -> None:
        connection = HTTPSConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.set_tunnel("shop.example", 443)
        connection.request("GET", "/")

    with faults.refused() as port:
        one = told(tunnelled, port)
    assert one.way == Way(target="https://shop.example:443", proxy=f"http://127.0.0.1:{port}")


def test_a_socket_that_somebody_else_dialled_leads_nowhere() -> None:
    def paramiko(port: int) -> None:
        import paramiko

        with socket.create_connection(("127.0.0.1", port)) as dialled, paramiko.SSHClient() as client:
            client.connect("behind.example", sock=dialled)

    with faults.closed() as port:
        one = told(paramiko, port)
    assert (one.host, one.way) == ("", None)


def test_an_address_in_the_names_place_is_what_is_dialled() -> None:
    def psycopg(port: int) -> None:
        import psycopg

        psycopg.connect(f"host=nowhere.invalid hostaddr=127.0.0.1 port={port} user=app")

    with faults.refused() as port:
        assert told(psycopg, port).way == Way(target=f"postgresql://127.0.0.1:{port}")


@pytest.mark.parametrize(
    ("url", "way"),
    [
        ("http+unix://%2Frun%2Fdocker.sock/info", Way(target="unix:///run/docker.sock")),
        ("http+docker://localhost/info", None),
    ],
)
def test_a_url_over_a_unix_socket_names_no_machine(url: str, way: Way | None) -> None:
    kind = type("ConnectionError", (OSError,), {"__module__": "requests.exceptions"})
    error = kind("('Connection aborted.', FileNotFoundError(2, 'No such file or directory'))")
    error.request = SimpleNamespace(url=url)  # type: ignore[attr-defined]
    (one,) = tried(error)
    assert one.way == way


def test_a_proxy_that_said_407_and_is_not_known_is_not_gone_without() -> None:
    import httpx

    answer = httpx.Response(407, request=httpx.Request("GET", "http://shop.example/"))
    one = told(lambda _: answer.raise_for_status(), 0)
    assert one.target is not None
    assert one.way is None


def _httpx_unix(path: str) -> None:
    import httpx

    with httpx.Client(transport=httpx.HTTPTransport(uds=path)) as client:
        client.get("http://docker/")


def _aiohttp_unix(path: str) -> None:
    import aiohttp

    async def get() -> None:
        async with aiohttp.ClientSession(connector=aiohttp.UnixConnector(path)) as session:
            await session.get("http://docker/info")

    _ran(get())


def _pymysql_unix(path: str) -> None:
    import pymysql

    pymysql.connect(unix_socket=path, user="app")


@pytest.mark.parametrize("client", [_httpx_unix, _aiohttp_unix, _pymysql_unix])
def test_a_unix_socket_is_dialled_whatever_host_is_named_over_it(
    client: Callable[[str], None], tmp_path: Path
) -> None:
    path = f"{tmp_path}/s"
    one = told(lambda _: client(path), 0)
    assert one.kind == "refused"
    assert one.way == Way(target=f"unix://{path}")


def test_the_folder_of_a_unix_socket_is_not_the_socket(tmp_path: Path) -> None:
    def psycopg(_: int) -> None:
        import psycopg

        psycopg.connect(f"host={tmp_path} user=app")

    assert told(psycopg, 0).way == Way(target=f"unix://{tmp_path}/.s.PGSQL.5432")


def _httpx_bound(port: int) -> None:
    import httpx

    with httpx.Client(transport=httpx.HTTPTransport(local_address="192.0.2.1")) as client:
        client.get(f"http://127.0.0.1:{port}/")


def _socket_bound(port: int) -> None:
    socket.create_connection(("127.0.0.1", port), source_address=("192.0.2.1", 0))


@pytest.mark.parametrize("client", [_httpx_bound, _socket_bound])
def test_the_address_that_was_bound_is_bound_again(client: Dial) -> None:
    with faults.refused() as port:
        one = told(client, port)
    assert one.kind == "address-unavailable"
    assert one.way is not None
    assert one.way.source == "192.0.2.1"
