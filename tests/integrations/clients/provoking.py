"""Every client library, doing what its users do first: one function each, which raises what the library raises.

A function takes where to connect to, and imports its library itself.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable

PATIENCE = 5.0
"Seconds that a client is told to wait for an answer; less where none will come."
GIVES_UP = 0.5
"Seconds after which those are told to give up that would try again and again."


def _ran(work: Awaitable[object]) -> object:
    async def within() -> object:
        return await work

    return asyncio.run(within())


def socket_connect(host: str, port: int) -> None:
    with socket.create_connection((host, port), timeout=PATIENCE) as connection:
        connection.sendall(b"hello\n")
        if not connection.recv(1):
            raise EOFError


def ssl_wrap(host: str, port: int) -> None:
    context = ssl.create_default_context()
    with socket.create_connection((host, port), timeout=PATIENCE) as plain:
        context.wrap_socket(plain, server_hostname=host).close()


def asyncio_streams(host: str, port: int) -> None:
    async def talk() -> None:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection(host, port)
            try:
                writer.write(b"hello\n")
                await reader.readexactly(1)
            finally:
                writer.close()

    _ran(talk())


def asyncio_tls(host: str, port: int) -> None:
    async def talk() -> None:
        _, writer = await asyncio.open_connection(
            host, port, ssl=ssl.create_default_context(), ssl_handshake_timeout=PATIENCE
        )
        writer.close()

    _ran(talk())


def uvloop_streams(host: str, port: int) -> None:
    import uvloop

    async def talk() -> None:
        reader, writer = await asyncio.wait_for(asyncio.open_connection(host, port), PATIENCE)
        try:
            writer.write(b"hello\n")
            await asyncio.wait_for(reader.readexactly(1), PATIENCE)
        finally:
            writer.close()

    uvloop.run(talk())


def trio_stream(host: str, port: int) -> None:
    import trio

    async def talk() -> None:
        with trio.fail_after(PATIENCE):
            async with await trio.open_tcp_stream(host, port) as stream:
                await stream.send_all(b"hello\n")
                if not await stream.receive_some(1):
                    raise EOFError

    trio.run(talk)


def gevent_connect(host: str, port: int) -> None:
    import gevent.socket

    with gevent.socket.create_connection((host, port), timeout=PATIENCE) as connection:
        connection.sendall(b"hello\n")
        if not connection.recv(1):
            raise EOFError


def urllib_open(host: str, port: int) -> None:
    from urllib.request import ProxyHandler, build_opener

    build_opener(ProxyHandler({})).open(f"http://{host}:{port}/path", timeout=PATIENCE).close()


def urllib_https(host: str, port: int) -> None:
    from urllib.request import ProxyHandler, build_opener

    build_opener(ProxyHandler({})).open(f"https://{host}:{port}/path", timeout=PATIENCE).close()


def http_client(host: str, port: int) -> None:
    from http.client import HTTPConnection

    connection = HTTPConnection(host, port, timeout=PATIENCE)
    try:
        connection.request("GET", "/")
        connection.getresponse()
    finally:
        connection.close()


def smtplib_client(host: str, port: int) -> None:
    import smtplib

    smtplib.SMTP(host, port, timeout=PATIENCE)


def smtplib_tls(host: str, port: int) -> None:
    import smtplib

    smtplib.SMTP_SSL(host, port, timeout=PATIENCE)


def ftplib_client(host: str, port: int) -> None:
    import ftplib

    ftplib.FTP().connect(host, port, timeout=PATIENCE)


def imaplib_client(host: str, port: int) -> None:
    import imaplib

    imaplib.IMAP4(host, port, timeout=PATIENCE)


def poplib_client(host: str, port: int) -> None:
    import poplib

    poplib.POP3(host, port, timeout=PATIENCE)


def urllib3_pool(host: str, port: int) -> None:
    import urllib3

    with urllib3.PoolManager(timeout=PATIENCE, retries=False) as pool:
        pool.request("GET", f"http://{host}:{port}/")


def requests_get(host: str, port: int) -> None:
    import requests

    with requests.Session() as session:
        session.trust_env = False
        session.get(f"http://{host}:{port}/path?token=hidden", timeout=PATIENCE).raise_for_status()


def requests_https(host: str, port: int) -> None:
    import requests

    with requests.Session() as session:
        session.trust_env = False
        session.get(f"https://user:hunter2@{host}:{port}/", timeout=PATIENCE)


def requests_proxied(host: str, port: int) -> None:
    import requests

    with requests.Session() as session:
        session.trust_env = False
        proxy = f"http://{host}:{port}"
        session.get("https://shop.example/", timeout=PATIENCE, proxies={"http": proxy, "https": proxy})


def httpx_get(host: str, port: int) -> None:
    import httpx

    with httpx.Client(timeout=PATIENCE, trust_env=False) as client:
        client.get(f"http://{host}:{port}/path").raise_for_status()


def httpx_https(host: str, port: int) -> None:
    import httpx

    with httpx.Client(timeout=PATIENCE, trust_env=False) as client:
        client.get(f"https://{host}:{port}/path")


def httpx_async(host: str, port: int) -> None:
    import httpx

    async def get() -> None:
        async with httpx.AsyncClient(timeout=PATIENCE, trust_env=False) as client:
            (await client.get(f"http://{host}:{port}/path")).raise_for_status()

    _ran(get())


def aiohttp_get(host: str, port: int) -> None:
    import aiohttp

    async def get() -> None:
        patience = aiohttp.ClientTimeout(total=PATIENCE)
        async with (
            aiohttp.ClientSession(timeout=patience) as session,
            session.get(f"http://{host}:{port}/") as answer,
        ):
            answer.raise_for_status()

    _ran(get())


def aiohttp_https(host: str, port: int) -> None:
    import aiohttp

    async def get() -> None:
        patience = aiohttp.ClientTimeout(total=PATIENCE)
        async with aiohttp.ClientSession(timeout=patience) as session, session.get(f"https://{host}:{port}/"):
            pass

    _ran(get())


def aiohttp_websocket(host: str, port: int) -> None:
    import aiohttp

    async def get() -> None:
        patience = aiohttp.ClientTimeout(total=PATIENCE)
        async with aiohttp.ClientSession(timeout=patience) as session, session.ws_connect(f"ws://{host}:{port}/chat"):
            pass

    _ran(get())


def websockets_async(host: str, port: int) -> None:
    from websockets.asyncio.client import connect

    async def talk() -> None:
        async with connect(f"ws://{host}:{port}/chat", open_timeout=PATIENCE, proxy=None):
            pass

    _ran(talk())


def websockets_sync(host: str, port: int) -> None:
    from websockets.sync.client import connect

    with connect(f"ws://{host}:{port}/chat", open_timeout=PATIENCE, proxy=None):
        pass


def websockets_tls(host: str, port: int) -> None:
    from websockets.sync.client import connect

    with connect(f"wss://{host}:{port}/chat", open_timeout=PATIENCE, proxy=None):
        pass


def websocket_client(host: str, port: int) -> None:
    import websocket

    websocket.create_connection(f"ws://{host}:{port}/chat", timeout=PATIENCE, http_no_proxy=["*"]).close()


def psycopg_connect(host: str, port: int) -> None:
    import psycopg

    # connect_timeout counts whole seconds, 2 at least: its own default applies where nothing is silent
    psycopg.connect(f"postgresql://app:hunter2@{host}:{port}/shop", connect_timeout=2).close()


def psycopg_async(host: str, port: int) -> None:
    import psycopg

    async def talk() -> None:
        await psycopg.AsyncConnection.connect(f"postgresql://app:hunter2@{host}:{port}/shop", connect_timeout=2)

    _ran(talk())


def psycopg2_connect(host: str, port: int) -> None:
    import psycopg2

    psycopg2.connect(f"postgresql://app:hunter2@{host}:{port}/shop", connect_timeout=2).close()


def asyncpg_connect(host: str, port: int) -> None:
    import asyncpg

    async def talk() -> None:
        await asyncpg.connect(f"postgresql://app:hunter2@{host}:{port}/shop", timeout=PATIENCE)

    _ran(talk())


def pymysql_connect(host: str, port: int) -> None:
    import pymysql

    pymysql.connect(
        host=host, port=port, user="app", password="hunter2", connect_timeout=PATIENCE, read_timeout=PATIENCE
    ).close()


def redis_ping(host: str, port: int) -> None:
    import redis
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    at_once = Retry(NoBackoff(), 0)
    with redis.Redis(
        host=host, port=port, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE, retry=at_once
    ) as client:
        client.ping()


def redis_async(host: str, port: int) -> None:
    import redis.asyncio
    from redis.asyncio.retry import Retry
    from redis.backoff import NoBackoff

    async def talk() -> None:
        at_once = Retry(NoBackoff(), 0)
        async with redis.asyncio.Redis(host=host, port=port, socket_timeout=PATIENCE, retry=at_once) as client:
            await client.ping()

    _ran(talk())


def pymongo_ping(host: str, port: int) -> None:
    import pymongo

    patience = int(GIVES_UP * 1000)
    url = f"mongodb://app:hunter2@{host}:{port}/"
    with pymongo.MongoClient(url, serverSelectionTimeoutMS=patience, connectTimeoutMS=patience // 3) as client:
        client.admin.command("ping")


def pika_connect(host: str, port: int) -> None:
    import pika

    pika.BlockingConnection(
        pika.ConnectionParameters(
            host, port, socket_timeout=PATIENCE, stack_timeout=PATIENCE, blocked_connection_timeout=PATIENCE
        )
    ).close()


def aio_pika_connect(host: str, port: int) -> None:
    import aio_pika

    async def talk() -> None:
        await aio_pika.connect(f"amqp://app:hunter2@{host}:{port}/", timeout=PATIENCE)

    _ran(talk())


def paho_connect(host: str, port: int) -> None:
    import paho.mqtt.client as mqtt

    client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2)
    client.connect_timeout = PATIENCE
    client.connect(host, port)
    client.disconnect()


def grpc_call(host: str, port: int) -> None:
    import grpc

    with grpc.insecure_channel(f"{host}:{port}") as channel:
        channel.unary_unary("/shop.Shop/Buy")(b"", timeout=PATIENCE)


def grpc_async(host: str, port: int) -> None:
    import grpc

    async def talk() -> None:
        async with grpc.aio.insecure_channel(f"{host}:{port}") as channel:
            await channel.unary_unary("/shop.Shop/Buy")(b"", timeout=PATIENCE)

    _ran(talk())


def kafka_producer(host: str, port: int) -> None:
    import kafka

    patience = int(GIVES_UP * 1000)
    kafka.KafkaProducer(bootstrap_servers=f"{host}:{port}", bootstrap_timeout_ms=patience).close()


def aiokafka_producer(host: str, port: int) -> None:
    import aiokafka

    async def talk() -> None:
        producer = aiokafka.AIOKafkaProducer(
            bootstrap_servers=f"{host}:{port}", request_timeout_ms=int(PATIENCE * 1000)
        )
        try:
            await producer.start()
        finally:
            await producer.stop()

    _ran(talk())


def confluent_list(host: str, port: int) -> None:
    from confluent_kafka.admin import AdminClient

    AdminClient({"bootstrap.servers": f"{host}:{port}", "log_level": 0}).list_topics(timeout=GIVES_UP)


def paramiko_connect(host: str, port: int) -> None:
    import paramiko

    with paramiko.SSHClient() as client:
        client.connect(
            host, port, "app", "hunter2", timeout=PATIENCE + 5, banner_timeout=PATIENCE, allow_agent=False,
            look_for_keys=False,
        )  # fmt: skip


def asyncssh_connect(host: str, port: int) -> None:
    import asyncssh

    async def talk() -> None:
        await asyncssh.connect(
            host, port, username="app", password="hunter2", known_hosts=None, login_timeout=PATIENCE
        )

    _ran(talk())


def dnspython_resolve(host: str, port: int) -> None:
    import dns.resolver

    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers = ["127.0.0.1"]
    resolver.port = port
    resolver.resolve("shop.example", lifetime=GIVES_UP)


def sqlalchemy_psycopg(host: str, port: int) -> None:
    import sqlalchemy

    engine = sqlalchemy.create_engine(
        f"postgresql+psycopg://app:hunter2@{host}:{port}/shop", connect_args={"connect_timeout": 2}
    )
    with engine.connect():
        pass


def sqlalchemy_pymysql(host: str, port: int) -> None:
    import sqlalchemy

    engine = sqlalchemy.create_engine(
        f"mysql+pymysql://app:hunter2@{host}:{port}/shop",
        connect_args={"connect_timeout": PATIENCE, "read_timeout": PATIENCE},
    )
    with engine.connect():
        pass
