"""PHP: its streams, extensions and SOAP client, and what stands on them: Guzzle on Swoole, Symfony, Predis, php-amqplib."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.errnos import numbered
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, WORDS, ErrorClass, Reading

STEMS = (
    "failed. error: (null)[",
    "errcode",
    "errorcode=10",
    "errorcode=11",
    "redis server ",
    "error while sending ",
    "error while reading ",
    "operation now in progress",
    "failed to open stream",
    "unable to connect to ",
    "failed with errno=100",
    "sqlstate[hy000] [2002]",
    "(hy000/2002): ",
    "stream_socket_client",
    "could not connect: http/1.",
    "fsockopen",
    "bytes failed with errno=",
    "pusher error: ",
    "pusher:error",
    "resulted in a `",
    "(error 100",
    "(errno 100",
    "session#",
)

SAID = (
    Phrase("unable to connect with tls encryption", "tls-failed", "tls", "swiftmailer", worth=MEANT),
    # streams
    Phrase("failed to open stream: http invalid response", "protocol-mismatch", "http", "php", worth=MEANT),
    Phrase("failed to open stream: http request failed!", "unknown", "http", "php", worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to open stream: operation failed", "unknown", "http", "php", worth=OPAQUE, open=NOT_TOLD),
    Phrase("cannot connect to https server through proxy", "proxy", "proxy", "php", worth=MEANT + 1),
    Phrase("php_network_getaddresses", "name-not-resolved", "name", "php", worth=MEANT),
    Phrase("file could not be downloaded", "unknown", "http", "composer", worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to parse address", "unknown", "target", "php", worth=SENTENCE),
    Phrase("ssl: handshake timed out", "timed-out", "tls", "php", worth=MEANT),
    Phrase("ssl: crypto enabling timeout", "timed-out", "tls", "php", worth=MEANT),
    Phrase("ssl: connection reset by peer", "reset", "tls", "php", {"errno": "ECONNRESET"}, MEANT),
    Phrase("ssl operation failed with code", "tls-failed", "tls", "php"),
    Phrase("' did not match expected cn=`", "tls-failed", "tls", "php", worth=MEANT),
    Phrase(" did not match expected name `", "tls-failed", "tls", "php", worth=MEANT),
    Phrase("unable to complete ssl/tls handshake", "tls-failed", "tls", "react", worth=WORDS),
    Phrase("unable to locate peer certificate cn", "tls-failed", "tls", "php", worth=MEANT),
    Phrase("failed to enable crypto", "tls-failed", "tls", "php", worth=WORDS),  # what comes of any of these
    # servers of WebSocket: Hyperf's words for a path that no class of it serves
    Phrase("websocket hande shake failed", "rejected", "websocket", "hyperf", worth=MEANT),
    Phrase("websocket handshake failed, because the class does not exists", "rejected", "websocket", "hyperf", worth=MEANT),
    # WordPress, which keeps what it met to itself; Composer, where GitHub answers 401 or 403
    Phrase("something may be wrong with wordpress.org", "unknown", "http", "wordpress", worth=OPAQUE, open=NOT_TOLD),
    Phrase("could not authenticate against ", "rejected", "http", "composer", worth=SENTENCE),
    Phrase("unable to select [4]", "unknown", "", "php", worth=WORDS),  # a signal came, and nothing is known of the peer
    # SoapClient
    Phrase("soap-error: parsing wsdl: couldn't load from", "unknown", "http", "php", worth=OPAQUE, open=NOT_TOLD),
    Phrase("error fetching http headers", "unknown", "http", "php", worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed sending http soap request", "closed", "http", "php"),
    Phrase("looks like we got no xml document", "protocol-mismatch", "http", "php"),
    # databases
    Phrase("error while reading line from the server", "closed", "service", "redis"),
    Phrase("error while writing bytes to the server", "closed", "service", "redis"),
    Phrase("error while reading bytes from the server", "closed", "service", "redis"),
    Phrase("unknown response prefix: ", "protocol-mismatch", "service", "redis", worth=MEANT),
    Phrase("as a valid length for a ", "protocol-mismatch", "service", "redis", worth=MEANT),
    Phrase("read error on connection", "closed", "service", "redis", worth=OPAQUE),
    Phrase("mysqli_connect(): (hy000/2002):", "unknown", "", "mysql", worth=OPAQUE, open=NOT_TOLD),
    Phrase("server has failed and is disabled until timed retry", "unknown", "", "memcached", worth=OPAQUE, open=NOT_TOLD),
    # imap_open (c-client)
    Phrase("couldn't open stream {", "unknown", "", "imap", worth=OPAQUE, open=NOT_TOLD),
    Phrase("certificate failure for ", "tls-failed", "tls", "imap", worth=MEANT),
    Phrase("tls/ssl failure for ", "tls-failed", "tls", "imap", worth=MEANT),
    Phrase("no such host as ", "name-not-resolved", "name", "imap", worth=MEANT),
    Phrase("imap connection broken", "closed", "service", "imap"),
    Phrase("pop3 connection broken", "closed", "service", "pop3"),
    Phrase("can not authenticate to imap server", "rejected", "service", "imap", worth=MEANT),
    Phrase("can not authenticate to pop3 server", "rejected", "service", "pop3", worth=MEANT),
    Phrase("failed to retrieve master information from ", "unknown", "service", "redis", worth=OPAQUE, open=NOT_TOLD),
    # AMQP
    Phrase("amqpconnectionclosedexception", "closed", "service", "amqp", worth=WORDS),
    Phrase("missed server heartbeat", "timed-out", "hold", "amqp", worth=MEANT),
    Phrase("error reading data. received 0 instead of expected", "closed", "service", "amqp"),
    Phrase("error reading data. requested ", "closed", "service", "amqp"),
    Phrase("could not enable socket crypto", "tls-failed", "tls", "amqp", worth=MEANT),
    Phrase("potential login failure", "closed", "service", "amqp", worth=WORDS),
    # php-mqtt
    Phrase("socket failed. has it been closed", "closed", "service", "mqtt"),
    Phrase("enabling tls on the connection with ", "tls-failed", "tls", "mqtt"),
    Phrase("expected connect acknowledgement; received a different", "protocol-mismatch", "service", "mqtt"),
    # Laravel's broadcasting
    Phrase("\\broadcastexception]", "unknown", "", "laravel", worth=OPAQUE, open=NOT_TOLD),
    Phrase("\\broadcastexception in ", "unknown", "", "laravel", worth=OPAQUE, open=NOT_TOLD),
    Phrase("pusher error: <!doctype", "rejected", "http", "pusher", worth=MEANT),
    Phrase("failed to connect to pusher", "unknown", "", "pusher", worth=OPAQUE, open=NOT_TOLD),
    # Symfony
    Phrase("idle timeout reached for \"", "timed-out", "http", "symfony", worth=MEANT),
    Phrase("but got an empty response", "closed", "service", "smtp", worth=MEANT),
    Phrase("\" has been closed unexpectedly", "closed", "service", "smtp", worth=MEANT),
    Phrase("failed to find an authenticator supported by", "rejected", "service", "smtp", worth=MEANT),
    Phrase("smtp error: could not authenticate", "rejected", "service", "smtp", worth=MEANT),
    Phrase("could not instantiate mail function", "unknown", "", "phpmailer", worth=OPAQUE, open=NOT_TOLD),
    Phrase("no compatible key exchange algorithms", "protocol-mismatch", "service", "phpseclib", worth=MEANT),
    Phrase("no compatible server host key algorithms", "protocol-mismatch", "service", "phpseclib", worth=MEANT),
    Phrase("ftp_login(): ", "rejected", "service", "ftp"),
    Phrase("failed getting banner", "closed", "service", "ssh", worth=MEANT),
)  # fmt: skip

_PLACE = pattern(
    r"(?i)(?:unable to connect to|stream_socket_client\(\)?:? ?|fsockopen\(\)?:? ?).{0,40}?((?:tcp|ssl|tls|unix|udp)://)?([\w.-]{1,253}):(\d{1,5}) \(([^)]{1,120})\)"
)
_LOOKED_UP = pattern(r"getaddrinfo for ([\w.-]{1,253}) failed:")
_NUMBER = pattern(r"(?i)\berrcode[ =:]{1,3}(\d{1,3})\b|\berrorcode=(1[01]\d)\b")
"Swoole's, Hyperf's and Swoft's: an errno of Linux's."
_NULL = pattern(r"\] failed\. Error: \(null\)\[(\d{1,3})\]")
"Swoole on a system that has no words for it."
_PACKET = pattern(r"(?i)\berror while (?:sending|reading) \w{1,30} packet\b")
"mysqlnd's warning, where a query went into a connection that the server had ended."
_WAITING = pattern(r"(?i)\b(?:failed|connect|2002)\b.{0,40}\boperation now in progress\b")
"EINPROGRESS: what a socket that does not block was doing; whether it failed, and how, does not stand there."
_SENT = pattern(r"\b(?:send|read) of \d{1,10} bytes failed with errno=(\d{1,5})\b")
"Its streams' notice; in a function that an exception handler made an error of it, nothing else speaks of a socket."
_ANSWER = pattern(r"\bresulted in a `([45]\d\d) ")
"Guzzle's."
_CLOSING = pattern(r"\bpusher:error\b.{1,300}?\bcode\W{1,6}(4[0-3]\d\d)\b")
"Pusher's protocol: with a code from 4200 to 4299 a client may come back at once."
_GONE = pattern(r"\((?:ERROR|ERRNO) 100[1-7]\)|\b[Ss]ession#\d{1,12} (?:is closed|(?:is|does) not exists?)\b")
"Swoole's log: its own numbers for a session that is closed, is closing or is not there."
_PUSHER = pattern(r"\bPusher error: (?!cURL error )\S")
"Laravel's, with the body of the answer; or with curl's own error, which others read."
_REDIS = pattern(r"(?i)\bredis server (?:([\w.-]{1,253}):(\d{1,5}) )?went away")


_ANSWERED = pattern(r"Could not connect: HTTP/1\.[01] (\d{3})\b")
"Pawl: the answer that came in place of 101."


def read(line: str) -> Iterator[Reading]:
    """Warnings and exceptions, with the place that a warning of the streams names."""
    host, port = _place(line)
    for one in phrases(SAID, line):
        yield replace(one, host=host, port=port)
    if host:
        yield Reading(kind="unknown", worth=OPAQUE, host=host, port=port, scheme="mysql" if "[2002]" in line else "")
    yield from numbered(_NUMBER.search(line) or _SENT.search(line) or _NULL.search(line), CODE, client="php")
    waiting = _WAITING.search(line)
    if waiting is not None and "timed out" not in line:
        yield Reading(kind="unknown", worth=SENTENCE, client="php", step="tcp", at=waiting.start(), open=NOT_TOLD)
    answered = _ANSWERED.search(line)
    if answered is not None:
        from nocarrier.readings.messages.statuses import of_upgrade

        kind, step = of_upgrade(int(answered[1])) if int(answered[1]) >= 300 else ("protocol-mismatch", "websocket")
        yield Reading(
            kind=kind,
            worth=MEANT,
            client="pawl",
            step=step,
            code={"http_status": int(answered[1])},
            at=answered.start(),
        )
    packet = _PACKET.search(line)
    if packet is not None:
        yield Reading(kind="closed", worth=SENTENCE, client="mysql", step="service", at=packet.start())
    yield from _of_the_answer(line)
    yield from _of_windows(line)
    ended = _GONE.search(line)
    if ended is not None:
        yield Reading(kind="closed", worth=SENTENCE, client="swoole", step="service", at=ended.start())
    no = _PUSHER.search(line)
    if no is not None:
        yield Reading(kind="rejected", worth=WORDS, client="pusher", step="http", at=no.start())
    gone = _REDIS.search(line)
    if gone is not None:
        yield Reading(
            kind="closed", worth=SENTENCE, client="redis", step="service", host=gone[1] or "",
            port=min(int(gone[2] or 0), 65535), at=gone.start(),
        )  # fmt: skip


def _of_windows(line: str) -> Iterator[Reading]:
    """Windows' words, which PHP prints as they come, in the code page of the system."""
    if not line.isascii():
        from nocarrier.readings.messages import legacy

        yield from legacy.read(line)


def _of_the_answer(line: str) -> Iterator[Reading]:
    """What a server said in place of what was asked for."""
    from nocarrier.readings.messages.statuses import answered, of_request

    yield from answered(_ANSWER.search(line), of_request, CODE, client="guzzle")
    closing = _CLOSING.search(line)
    if closing is not None:
        code: dict[str, str | int] = {"close_code": int(closing[1])}
        kind: ErrorClass = "closed" if closing[1].startswith("42") else "rejected"
        yield Reading(kind=kind, worth=CODE, client="pusher", step="websocket", code=code, at=closing.start())


def _place(line: str) -> tuple[str, int]:
    place = _PLACE.search(line)
    if place is not None:
        return place[2], min(int(place[3]), 65535)
    name = _LOOKED_UP.search(line)
    return (name[1], 0) if name is not None else ("", 0)
