"""Erlang and Elixir: reasons as atoms, in terms and in exceptions, their texts (``inet:format_error/1``), RabbitMQ's server."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.errnos import KIND, of_symbol
from nocarrier.readings.messages.malformed import UNDIALLED
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, ErrorClass, Reading

STEMS = (
    "inet], :", "error, :", "error,{", "{error,", "reason: ", "original: ", "error) ", "reason :", ",timeout}", ":timeout", "tcp recv", "tcp send", "tcp connect: ",
    "ssl recv", "ssl send", ":econn", ":nxdomain", ":etimedout", ",econn", ",nxdomain", ",etimedout", ":ehost", ":enet", ":eaddr", "failed_connect", "to_address", "tls_alert", "tls_failed", "requesterror{code: ", "a proper response from the server. the response", ":gen_tcp.connect/", "connect error - ", "recv error - ", "send error - ",
)  # fmt: skip

ATOMS: dict[str, tuple[ErrorClass, str]] = {
    "closed": ("closed", ""), "socket_closed_remotely": ("closed", ""), "connection_closed": ("closed", ""),
    "nxdomain": ("name-not-resolved", "name"), "connect_timeout": ("timed-out", "tcp"), "timeout": ("timed-out", ""),
    "checkout_timeout": ("timed-out", ""), "recv_timeout": ("timed-out", "http"), "req_timedout": ("timed-out", "http"),
    "conn_failed": ("unknown", "tcp"), "tls_failed": ("tls-failed", "tls"), "tls_alert": ("tls-failed", "tls"),
}  # fmt: skip
"Reasons of gen_tcp, ssl, hackney, ibrowse, gun and gen_smtp beside those of errno (inet:posix())."

SAID = (
    Phrase("'stream reset by server.'", "reset", "http", "gun", worth=MEANT + 1),
    Phrase("a system limit was hit, probably not enough ports", "resource-limit", "tcp", "erlang", worth=MEANT),
    Phrase("non-existing domain", "name-not-resolved", "name", "elixir", {"errno": "EAI_NONAME"}),
    Phrase("transporterror) socket closed", "closed", "", "elixir", worth=MEANT),
    Phrase("transporterror) timeout", "timed-out", "", "elixir", worth=MEANT),
    Phrase("(postgrex.error) ssl not available", "tls-failed", "tls", "elixir", worth=MEANT),
    Phrase("the connection to redis is closed", "closed", "service", "elixir"),
    Phrase("no function clause matching in :inet_tcp.do_connect", "unknown", "target", "elixir", worth=OPAQUE, open=UNDIALLED),
    Phrase(":gen_tcp.connect/", "unknown", "target", "elixir", worth=OPAQUE, open=UNDIALLED),
    Phrase("disconnected from redis", "closed", "service", "elixir", worth=OPAQUE),
    Phrase("could not check origin for phoenix", "rejected", "websocket", "phoenix", worth=MEANT),
    Phrase("unable to provide a connection within the timeout", "timed-out", "", "elixir", worth=MEANT),
    Phrase("error when establishing the tunnel proxy", "proxy", "proxy", "mint", worth=MEANT + 1),
    # RabbitMQ, the server
    Phrase("connection_closed_abruptly", "closed", "service", "rabbitmq", worth=MEANT),
    Phrase("client unexpectedly closed tcp connection", "closed", "service", "rabbitmq", worth=MEANT),
    Phrase("{writer,send_failed,timeout}", "timed-out", "service", "rabbitmq", worth=MEANT),
    Phrase("missed heartbeats from client", "timed-out", "hold", "rabbitmq", worth=MEANT),
    Phrase("{heartbeat_timeout,", "timed-out", "hold", "rabbitmq", worth=MEANT),
    Phrase("plain login refused", "rejected", "service", "rabbitmq", worth=MEANT),
    Phrase("unable to perform an operation on node", "unknown", "", "rabbitmq", worth=OPAQUE),
    # nodes among themselves
    Phrase(",noconnection}", "unknown", "", "erlang", worth=OPAQUE),
    Phrase("rejected by the remote node", "rejected", "service", "erlang", worth=MEANT),
    Phrase("rejected. invalid challenge reply", "rejected", "service", "erlang", worth=MEANT),
    Phrase("seems to be in use by another erlang node", "address-in-use", "service", "erlang", worth=MEANT),
    Phrase("net_tick_timeout", "timed-out", "hold", "erlang", worth=MEANT),
)  # fmt: skip

_ATOM = pattern(
    r"(?:\{:?error, ?\{?:?|\b(?:reason|original): ?\{?:?|\breason :|Error\) :|\{:?inet, ?\[:?inet6?\], ?:?|^:(?=\w+$)|\b(?:connect|recv|send) error - |\b(?:tcp|ssl) (?:recv|send|connect)(?: \(\w{1,20}\))?: |\{:?\w{1,40}, \"[^\"]{1,253}\", \{?:?)([a-z][a-z_]{3,30})\b"
)
_POSIX = pattern(r"[:,]((?:econn|ehost|enet|eaddr)[a-z]{2,10}|etimedout|enotconn|epipe|emfile|nxdomain)\b")
"Atoms that tell by themselves, whatever stands around them."
_PLACE = pattern(r"to_address, ?\{(?:~c)?\\?[\"']([^\"'\\]{1,253})\\?[\"'], ?(\d{1,5})\}")
_REFUSED = pattern(
    r"\bRequestError\{code: ([45]\d\d)\b|\ba proper response from the server\. The response was: \{([45]\d\d)\b"
)
"WebSockex: the status that came in place of 101."


def read(line: str) -> Iterator[Reading]:
    """Sentences and atoms."""
    place = _PLACE.search(line)
    host, port = ("", 0) if place is None else (place[1], min(int(place[2]), 65535))
    for one in phrases(SAID, line):
        yield replace(one, host=host, port=port)
    for atom in (*_ATOM.finditer(line), *_POSIX.finditer(line)):
        yield from _of(atom, host, port)
    if host:
        yield Reading(kind="unknown", worth=OPAQUE, host=host, port=port)
    refused = _REFUSED.search(line)
    if refused is not None:
        from nocarrier.readings.messages.statuses import answered, of_upgrade

        yield from answered(refused, of_upgrade, CODE, client="elixir")


def _of(atom: re.Match[str], host: str, port: int) -> Iterator[Reading]:
    symbol = atom[1].upper()
    if symbol in KIND:
        yield of_symbol(symbol, CODE, client="elixir", host=host, port=port, at=atom.start())
    elif atom[1] in ATOMS:
        kind, step = ATOMS[atom[1]]
        step = "service" if atom[0].startswith(("tcp recv", "ssl recv")) else step
        yield Reading(kind=kind, worth=SENTENCE, client="elixir", step=step, host=host, port=port, at=atom.start())
