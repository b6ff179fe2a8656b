"""Which file of this package knows a library: by the name of the package whose classes and functions are met."""

from __future__ import annotations

from importlib import import_module

from nocarrier.integrations.clients.client import Client

READERS = {
    "builtins": "system", "socket": "system", "_socket": "system", "asyncio": "system", "concurrent": "system",
    "uvloop": "system", "trio": "system", "outcome": "system", "gevent": "system",
    "socketserver": "system", "http.server": "system",
    "contextlib": "system", "multiprocessing": "system", "selectors": "system", "threading": "system",
    "ssl": "tls", "_ssl": "tls", "OpenSSL": "tls",
    "http": "urllib", "urllib": "urllib",
    "xmlrpc": "xmlrpc", "subprocess": "subprocess",
    "urllib3": "urllib3", "requests": "requests", "botocore": "botocore",
    "elastic_transport": "elasticsearch", "elasticsearch": "elasticsearch", "curl_cffi": "curl_cffi",
    "httpx": "httpx", "httpcore": "httpx", "anyio": "anyio", "h11": "httpx",
    "aiohttp": "aiohttp",
    "websockets": "websockets",
    "websocket": "websocket_client",
    "psycopg": "postgresql", "psycopg2": "postgresql", "psycopg_pool": "postgresql", "psycopg_c": "postgresql",
    "psycopg_binary": "postgresql", "asyncpg": "postgresql",
    "pymysql": "mysql", "MySQLdb": "mysql", "aiomysql": "mysql",
    "redis": "redis", "valkey": "redis",
    "pymongo": "mongodb",
    "pika": "amqp", "aio_pika": "amqp", "aiormq": "amqp", "amqp": "amqp", "kombu": "amqp",
    "paho": "mqtt", "aiomqtt": "mqtt",
    "grpc": "grpc",
    "kafka": "kafka", "aiokafka": "kafka", "cimpl": "kafka", "confluent_kafka": "kafka",
    "docker": "docker", "ldap3": "ldap", "pymemcache": "memcached",
    "paramiko": "ssh", "asyncssh": "ssh",
    "smtplib": "mail", "ftplib": "mail", "imaplib": "mail", "poplib": "mail", "nntplib": "mail", "telnetlib": "mail",
    "dns": "dnspython",
    "sqlalchemy": "sqlalchemy",
}  # fmt: skip
"Package → file; of a module that is another thing than the rest of its package the module."


def known(module: str) -> Client | None:
    """What is known of the library that a module belongs to; None where it is none of these."""
    file = READERS.get(module) or READERS.get(module.partition(".")[0])
    if file is None:
        return None
    found = import_module(f"nocarrier.integrations.clients.{file}").CLIENT
    assert isinstance(found, Client)
    return found
