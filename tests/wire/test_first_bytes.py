"""What a port speaks, from bytes that real servers send (their documentation or a capture), and from any bytes."""

from __future__ import annotations

import ssl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.services import PROTOCOL
from nocarrier.wire.first_bytes import recognise
from nocarrier.wire.openings import question

REFUSED_HOST = b"\x45\x00\x00\x00\xffj\x04Host '10.10.0.7' is not allowed to connect to this MariaDB server"

GREETINGS = [
    (b"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n", "ssh"),
    (b"220 mail.example ESMTP Postfix (Debian/GNU)\r\n", "smtp"),
    (b"220-mail.example ESMTP Exim 4.96\r\n220 no spam\r\n", "smtp"),
    (b"220 (vsFTPd 3.0.3)\r\n", "ftp"),
    (b"220---------- Welcome to Pure-FTPd [privsep] [TLS] ----------\r\n", "ftp"),
    (b"220 ready\r\n", ""),
    (b"* OK [CAPABILITY IMAP4rev1 SASL-IR] Dovecot (Debian) ready.\r\n", "imap"),
    (b"+OK Dovecot (Debian) ready.\r\n", "pop3"),
    (b"J\x00\x00\x00\x0a8.0.36-0ubuntu0.22.04.1\x00\x08\x00\x00\x00", "mysql"),
    (REFUSED_HOST, "mysql"),
    (b"RFB 003.008\n", "vnc"),
    (b'INFO {"server_id":"NA","version":"2.9.15"}\r\n', "nats"),
    (b"\xff\xfd\x18\xff\xfd\x20", "telnet"),
    (b":irc.example NOTICE * :*** Looking up your hostname...\r\n", "irc"),
    (b"HTTP/1.1 408 Request Timeout\r\nServer: nginx\r\n\r\n", "http"),
    (b"220 mail.example LMTP Dovecot ready.\r\n", "lmtp"),
    (b"@RSYNCD: 31.0 sha512 sha256\n", "rsync"),
    (b"( success ( 2 2 ( ) ( edit-pipeline svndiff1 ) ) ) ", "svn"),
    (b'"IMPLEMENTATION" "Dovecot Pigeonhole"\r\n', "sieve"),
    (b"200 news.example InterNetNews NNRP server INN 2.7.0 ready\r\n", "nntp"),
    (b"\x05\x00\x00\x00\x0b\x08\x05\x1a\x00", "mysqlx"),
    (b"Asterisk Call Manager/7.0.3\r\n", "asterisk"),
]


@pytest.mark.parametrize(("said", "protocol"), GREETINGS)
def test_greetings(said: bytes, protocol: str) -> None:
    assert recognise(said).protocol == protocol


ANSWERS = [
    ("redis", b"+PONG\r\n", "redis"),
    ("redis", b"-NOAUTH Authentication required.\r\n", "redis"),
    ("redis", b"-DENIED Redis is running in protected mode because", "redis"),
    ("redis", b"-ERR unknown command\r\n", "redis"),
    ("redis", b"-ERR something else entirely\r\n", ""),
    ("postgresql", b"N", "postgresql"),
    ("postgresql", b"S", "postgresql"),
    ("postgresql", b"E\x00\x00\x00\x55SFATAL\x00VFATAL\x00", "postgresql"),
    ("postgresql", b"Sorry", ""),
    ("http", b"N", ""),
    ("http", b"HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\n\r\n", "http"),
    ("http", b"<!DOCTYPE HTML>\n<html lang='en'>", "http"),
    ("http", b"\x15\x03\x01\x00\x02\x02\x46", "tls"),
    ("http", b"HTTP/1.1 400 Bad Request\r\n\r\n400 The plain HTTP request was sent to HTTPS port", "tls"),
    ("http", b"HTTP/1.0 200 OK\r\n\r\nIt looks like you are trying to access MongoDB over HTTP on", "mongodb"),
    ("http", b"\x00\x00\x12\x04\x00\x00\x00\x00\x00", "http2"),
    ("http", b"HTTP/1.1 426 Upgrade Required\r\nUpgrade: websocket\r\n\r\n", "websocket"),
    ("websocket", b"HTTP/1.1 101 Switching Protocols\r\nupgrade: WebSocket\r\n\r\n", "websocket"),
    ("websocket", b"HTTP/1.1 400 Bad Request\r\nSec-WebSocket-Version: 13\r\n\r\n", "websocket"),
    ("websocket", b"HTTP/1.1 404 Not Found\r\nServer: nginx\r\n\r\n", "http"),
    ("websocket", b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n", "http"),
    ("amqp", b"\x01\x00\x00\x00\x00\x01\xd9\x00\x0a\x00\x0a\x00\x09", "amqp"),
    ("amqp", b"AMQP\x00\x00\x09\x00", "amqp"),
    ("mqtt", b"\x20\x02\x00\x00", "mqtt"),
    ("mqtt", b"\x20\x02\x00\x09", ""),
    ("memcached", b"VERSION 1.6.18\r\n", "memcached"),
    ("memcached", b"ERROR\r\n", ""),
    ("kafka", b"\x00\x00\x01\x20noca\x00\x00", "kafka"),
    ("cassandra", b"\x84\x00\x00\x00\x06\x00\x00\x00\x66", "cassandra"),
    ("zookeeper", b"ruok is not executed because it is not in the whitelist.", "zookeeper"),
    ("ldap", b"\x30\x0c\x02\x01\x01\x61\x07\x0a\x01\x00\x04\x00\x04\x00", "ldap"),
    ("rdp", b"\x03\x00\x00\x13\x0e\xd0\x00\x00\x124\x00\x02\x1f\x08\x00\x02\x00\x00\x00", "rdp"),
    ("rtsp", b"RTSP/1.0 200 OK\r\nCSeq: 1\r\n\r\n", "rtsp"),
    ("xmpp", b"<?xml version='1.0'?><stream:stream id='1' from='example'>", "xmpp"),
    ("elasticsearch", b"HTTP/1.1 200 OK\r\nX-elastic-product: Elasticsearch\r\n\r\n{}", "elasticsearch"),
    ("elasticsearch", b"HTTP/1.1 404 Not Found\r\nServer: nginx\r\n\r\n", "http"),
    ("clickhouse", b"HTTP/1.1 200 OK\r\nX-ClickHouse-Summary: {}\r\n\r\nOk.\n", "clickhouse"),
    ("etcd", b'HTTP/1.1 200 OK\r\n\r\n{"etcdserver":"3.4.23","etcdcluster":"3.4.0"}', "etcd"),
    ("docker", b"HTTP/1.1 200 OK\r\nServer: Docker/24.0.5 (linux)\r\n\r\nOK", "docker"),
    ("http", b"AMQP\x00\x00\x09\x01", "amqp"),
    ("http", b"-ERR 'Unknown Protocol Operation'\r\n", "nats"),
    ("http", b"\x00\x00\x08\x07\x00\x00\x00\x00\x00" + bytes(8), "http2"),
    ("http2", b"\x00\x00\x00\x04\x00\x00\x00\x00\x00", "http2"),
    (
        "grpc",
        b"\x00\x00\x00\x04\x00\x00\x00\x00\x00\x00\x00\x0e\x01\x04\x00\x00\x00\x01\x88"
        b"\x5f\x8b" + bytes.fromhex("1d75d0620d263d4c4d6564"),
        "grpc",
    ),
    ("socks5", b"\x05\x00", "socks5"),
    ("socks5", b"\x05\xff", "socks5"),
    ("socks5", b"\x05\x03", ""),
    ("socks4", b"\x00\x5b\x00\x00\x00\x00\x00\x00", "socks4"),
    ("dns", b"\x00\x11no\x80\x05\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x01", "dns"),
    ("websocket", b'HTTP/1.1 400 Bad Request\r\n\r\nCan "Upgrade" only to "WebSocket".', "websocket"),
    ("http", b"HTTP/1.0 200 OK\r\nServer: workerman\r\n\r\n<div><h1>WebSocket</h1><hr>workerman</div>", "websocket"),
    ("http", b"You said: GET /chat HTTP/1.1", ""),
]


@pytest.mark.parametrize(("asked", "said", "protocol"), ANSWERS)
def test_answers(asked: str, said: bytes, protocol: str) -> None:
    assert recognise(said, question(asked, "db.example", "/chat")).protocol == protocol


def test_a_real_tls_stack_answers_the_client_hello() -> None:
    """OpenSSL, without a certificate, answers with an alert; a garbled hello would not be read at all."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    server = context.wrap_bio(incoming, outgoing, server_side=True)
    incoming.write(question("tls", "shop.example"))
    with pytest.raises(ssl.SSLError) as failed:
        server.do_handshake()
    assert failed.value.reason == "NO_SHARED_CIPHER"
    assert recognise(outgoing.read(), question("tls", "shop.example")).protocol == "tls"


@pytest.mark.parametrize("protocol", sorted(set(PROTOCOL.values())))
def test_an_echo_is_no_answer(protocol: str) -> None:
    asked = question(protocol, "db.example")
    assert not asked or recognise(asked, asked).protocol == ""


@pytest.mark.parametrize("protocol", sorted(set(PROTOCOL.values())))
def test_an_echo_with_words_around_it_is_no_answer(protocol: str) -> None:
    asked = question(protocol, "db.example")
    if len(asked) > 8:
        assert recognise(b"you said: " + asked + b"\r\n", asked).protocol == ""


BARE = [
    (b"N", "postgresql"),
    (b"+OK hello\r\n", "ftp"),
    (b"* OK\r\n", "http"),
    (b"<html>", "http"),
    (b"220 hi\r\n", ""),
]


@pytest.mark.parametrize(("said", "asked"), BARE)
def test_what_others_might_say_too_is_not_sure(said: bytes, asked: str) -> None:
    assert not recognise(said, question(asked, "h")).sure


@pytest.mark.parametrize(("said", "protocol"), [pair for pair in GREETINGS if pair[1]])
def test_a_greeting_is_told_from_another_cut_off_anywhere(said: bytes, protocol: str) -> None:
    """Part of it is the same protocol, or unknown; never surely another."""
    for length in range(len(said)):
        found = recognise(said[:length], question("http", "h"))
        assert found.protocol in (protocol, "") or not found.sure


@given(st.binary(max_size=2000), st.sampled_from(["", *sorted(set(PROTOCOL.values()))]))
def test_any_bytes_are_read(said: bytes, asked: str) -> None:
    found = recognise(said, question(asked, "host"))
    assert found.software.isascii()
    assert len(found.software) <= 60


@given(
    st.text(max_size=300),
    st.text(max_size=300),
    st.sampled_from(["http", "websocket", "tls", "xmpp", "http2", "grpc"]),
)
def test_nothing_in_a_target_breaks_out_of_the_request(host: str, path: str, protocol: str) -> None:
    asked = question(protocol, host, path)
    if protocol in ("http", "websocket"):
        head, _, rest = asked.partition(b"\r\n\r\n")
        assert rest == b""
        assert len(head.split(b"\r\n")) == (4 if protocol == "http" else 7)


def test_a_query_is_not_sent() -> None:
    assert b"secret" not in question("http", "h", "/chat?token=secret")


def test_what_a_peer_calls_itself_is_bounded_and_printable() -> None:
    found = recognise(b"SSH-2.0-\x1b[31mred\x00" + b"x" * 500 + b"\r\n")
    assert found.protocol == "ssh"
    assert found.software.startswith("[31mred")
    assert len(found.software) == 60
