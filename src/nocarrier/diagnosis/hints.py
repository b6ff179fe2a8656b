"""What a text names beside the error, and which causes that speaks for or against."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.diagnosis.hint import (
    FOR_EVERYBODY,
    HTTPS,
    Hint,
    binds,
    is_literal,
    is_loopback,
    of_own_network,
    over_a_unix_socket,
)
from nocarrier.diagnosis.hints_of_form import of_form
from nocarrier.diagnosis.hints_of_host import of_host, of_loopback, of_no_host
from nocarrier.diagnosis.hints_of_port import of_port
from nocarrier.diagnosis.hints_of_way import of_answer, of_detour, of_edge
from nocarrier.diagnosis.surroundings import fetching, of_a_store, sends_mail
from nocarrier.facts.private import private_block
from nocarrier.facts.services import DEFAULT_PORT, WRAPPED
from nocarrier.model.pattern import pattern
from nocarrier.model.prose import Prose, say
from nocarrier.readings.messages.reading import Reading

_TLS_TO_PLAIN = pattern(r"\bssl://[\w.-]{1,253}:(?:21|25|80|110|143|389|587)\b")
_PROXIED = pattern(
    r"系统代理|开启\w{0,6}代理|开了代理|(?i:\bsystem proxy (?:is )?(?:on|enabled)\b)",
    holding=("代理", "system proxy "),
)
_GREETED = pattern(r"(?i)(?:<|\bgot|\breceived|\bresponse|\bread)[: ]{1,3}b?['\"]?SSH-[12]\.\d")
"As programs show what they were sent; ssh(1) itself speaks of version strings."
ASKS = 407
"With this status a proxy asks who the client is, and is in the way of nothing else."
AT_TLS = frozenset({"unknown", "closed", "reset", "protocol-mismatch", "rejected"})
"What comes of plain words at a port that speaks TLS."


def hints(reading: Reading, text: str) -> Iterator[Hint]:
    """All that this text gives."""
    if reading.by_client:
        yield from _of_a_client(reading)
        return
    if reading.through and reading.code.get("http_status") != ASKS:
        proxy = say("the text names a proxy, {proxy}", proxy=reading.through)
        yield Hint("proxy-interferes", 2, proxy, leads=True)
    host = reading.host.lower()
    if host and not reading.through:
        yield from of_detour(reading, text)
    yield from of_answer(reading, text)
    if over_a_unix_socket(reading, text):
        yield from _of_unix(reading)
    elif is_loopback(host):
        yield from of_loopback(reading, text)
    elif not host:
        yield from of_no_host(reading, text)
    else:
        yield from of_host(reading, host, text)
        yield from of_edge(reading)
    if reading.reached and (":" in reading.reached) != _was_six(reading.host, text):
        why = say("the same client got through to {address} right after", address=reading.reached)
        yield Hint("wrong-address-family", 2, why, leads=True)
    if reading.kind == "unknown":
        yield from _of_nothing_told(reading, text)
    yield from _of_services(reading, host, text)
    yield from _of_greeting(reading, text)
    yield from _of_scheme(reading, text)
    if _PROXIED.search(text) is not None:
        yield Hint("proxy-interferes", 2, say("the text says that a proxy is switched on"), leads=True)
    yield from of_form(reading, host, text)
    if "before receiving a handshake response" in text:
        yield from _of_handshake(reading)
    yield from of_port(reading)
    if reading.kind == "tls-failed" or (reading.kind == "protocol-mismatch" and reading.step == "tls"):
        yield from _of_tls(reading, text)
    yield from _of_families(reading, text)
    if reading.kind == "timed-out" and not reading.step:
        yield from _of_waiting(text)
    if reading.kind == "reset" and "handshake" in text.lower():
        yield Hint("idle-timeout", 0.3)  # nothing had been quiet yet
    if not reading.port and reading.kind == "timed-out" and sends_mail(text):
        why = say("many providers let no mail out on port {port}", port=25)
        yield Hint("firewall-drops-on-path", 3, why)
        yield Hint("firewall-blocks-outgoing", 3, why)
    yield from _of_code(reading, text)


def _of_a_client(reading: Reading) -> Iterator[Hint]:
    """What makes a client go without a word, or keep silent, as its server sees it."""
    quiet = say("what passes a quiet connection on cuts it, and each end takes that for the other's doing")
    waited = say("a client goes that has waited for its answer for longer than it wants to")
    foreign = say("a client goes that is greeted in another protocol than its own, or looks for what is open")
    yield Hint("idle-timeout", 1, quiet, leads=True)
    yield Hint("server-speaks-other-protocol", 0.9, foreign, leads=True)
    if reading.client == "ssh":
        why = say("a client goes that has no further key or password to offer")
        yield Hint("server-refuses-client", 1.1, why, leads=True)
    elif reading.kind == "timed-out":
        yield Hint("packet-loss", 0.95, say("what the client sends does not arrive"), leads=True)
    else:
        yield Hint("process-hung", 1.1 if reading.step in ("", "http") else 0.95, waited, leads=True)


_OF_SSH = pattern(r"\bConnection closed by \S{1,80} port \d")


def _of_services(reading: Reading, host: str, text: str) -> Iterator[Hint]:
    """What one service is known to mean by it."""
    if reading.step == "websocket" and "/cable" in text:
        why = say("Rails answers 404 at its cable to pages of an origin that it does not know")
        yield Hint("websocket-origin-rejected", 1, why, leads=True)
    if "webpack-hmr" in text and reading.kind == "unknown" and host and not is_loopback(host):
        why = say("a development server's socket is asked for by a name, as behind a proxy")
        yield Hint("proxy-strips-upgrade", 1.5, why, leads=True)
    if reading.kind == "tls-failed" and "mongo" in text.lower() and "alert internal error" in text:
        why = say("MongoDB Atlas ends the handshake so for an address that is not on its access list")
        yield Hint("server-refuses-client", 2, why, leads=True)
    if reading.kind == "closed" and _OF_SSH.search(text) is not None:
        why = say("an SSH server ends connections so before anybody has logged in where it has too many of them")
        yield Hint("connection-limited", 6, why)
        yield Hint("server-crashes-on-request", 0.2)
    if reading.kind in ("closed", "reset") and "mongodb.net" in text:
        why = say("MongoDB Atlas ends connections of an address that is not on its access list")
        yield Hint("server-refuses-client", 2, why, leads=True)


def _of_greeting(reading: Reading, text: str) -> Iterator[Hint]:
    """What the other end said first stands in the text, and the client speaks something else."""
    if _GREETED.search(text) is not None and reading.kind in AT_TLS and "ssh" not in reading.client:
        why = say("an SSH server greeted the client")
        yield Hint("server-speaks-other-protocol", 4, why, leads=True)
        yield Hint("wrong-port", 3.9, why, leads=True)
    if "<Buffer 00 00" in text and reading.kind == "protocol-mismatch":
        why = say("an answer of HTTP/2 begins with zeros, for its first frame is a short one")
        yield Hint("http-version-mismatch", 2, why, leads=True)


KAFKA_OVER_TLS = 9093
SPEAK_TLS = frozenset({
    KAFKA_OVER_TLS, *(DEFAULT_PORT[scheme] for scheme in ("smtps", "ldaps", "imaps", "pop3s", "amqps", "mqtts")),
})  # fmt: skip
"Ports of services that also have one in plain."


def _of_scheme(reading: Reading, text: str) -> Iterator[Hint]:
    """One that speaks TLS where servers speak in plain, or the reverse."""
    wrapped = reading.scheme in WRAPPED
    if wrapped and reading.kind == "timed-out" and reading.step != "tcp" and reading.port not in (0, HTTPS):
        why = say("a server that does not speak TLS often waits for more when it is greeted in it")
        yield Hint("tls-to-plaintext-port", 1, why, leads=True)
    if wrapped and reading.port == 80 and reading.kind == "unknown":
        why = say("{scheme} was asked of port {port}, where servers speak in plain", scheme=reading.scheme, port=80)
        yield Hint("tls-to-plaintext-port", 1, why, leads=True)
    if reading.scheme in ("http", "ws") and reading.port == HTTPS and reading.kind in AT_TLS:
        why = say("{scheme} was asked of port {port}, where servers speak TLS", scheme=reading.scheme, port=HTTPS)
        yield Hint("plaintext-to-tls-port", 1.5, why, leads=True)
    if _TLS_TO_PLAIN.search(text) is not None:
        why = say("at this port a server speaks in plain first, and takes up TLS when it is asked to (STARTTLS)")
        yield Hint("tls-to-plaintext-port", 2, why, leads=True)
    if reading.scheme in ("http", "ws") and reading.kind == "reset":
        yield Hint("plaintext-to-tls-port", 1.2)
    if wrapped and reading.kind == "reset":
        yield Hint("plaintext-to-tls-port", 0.2)
    if not wrapped and reading.kind == "closed" and ("kafka" in reading.client or reading.port in SPEAK_TLS):
        why = say("a port that expects TLS ends what is said to it in plain like this")
        yield Hint("plaintext-to-tls-port", 3 if reading.port in SPEAK_TLS else 2.4, why)
    if wrapped and reading.kind in ("closed", "reset"):
        why = say("{scheme} was spoken, and a port that does not speak TLS ends it like this", scheme=reading.scheme)
        yield Hint("tls-to-plaintext-port", 3, why)


def _of_unix(reading: Reading) -> Iterator[Hint]:
    """A unix socket has no port, no firewall and no other machine."""
    if reading.kind == "refused":
        why = say("a unix socket was dialled, which is there only while its server runs")
        yield Hint("unix-socket-missing", 2, why, leads=True)
        if reading.client == "mysql":
            home = say(
                "MySQL's clients take localhost for a file on their own machine, which in a container is another's"
            )
            yield Hint("localhost-inside-container", 1.2, home, leads=True)
    elif reading.kind == "name-not-resolved":
        yield Hint("target-malformed", 2, say("the path of a unix socket was looked up as a name"), leads=True)
        return
    elif reading.kind == "unknown":
        why = say("a unix socket was dialled, which is there only while its server runs")
        yield Hint("unix-socket-missing", 2, why, leads=True)
        yield Hint(
            "unix-socket-permission", 1, say("the rights of a unix socket's file decide who may open it"), leads=True
        )
    elif reading.kind == "resource-limit" and reading.code.get("errno") == "EAGAIN":
        why = say("a connect to a unix socket fails so when its queue of connections to accept is full")
        yield Hint("accept-queue-full", 2, why, leads=True)
        yield Hint("process-hung", 1, say("a program that hangs accepts none of them"), leads=True)
    elif reading.kind == "permission-denied":
        why = say("the rights of a unix socket's file decide who may open it")
        yield Hint("unix-socket-permission", 2, why, leads=True)
    for cause in ("wrong-port", "listening-on-loopback-only", "container-port-not-published", "wrong-address-family",
                  "server-firewall-rejects", "firewall-blocks-outgoing", "local-redirect", "listening-on-other-address",
                  "target-malformed", "connection-limited", "panel-firewall-blocks"):  # fmt: skip
        yield Hint(cause, 0)


def _is_a_label(host: str) -> bool:
    """A name without a domain that is not this machine's."""
    return bool(host) and "." not in host and ":" not in host and not is_loopback(host)


_BINDS = pattern(
    r"(?i)\bbind(?:ing)?\b|\bfailed to listen\b|\bcannot listen\b|\bunable to listen\b|\bcould not listen\b|\blisten ?(?:failed|error)|\bfailed to (?:create|start) (?:the )?server\b|\bserver start failed\b|\bstartServer\("
)


def _of_nothing_told(reading: Reading, text: str) -> Iterator[Hint]:
    """A browser keeps every reason to itself; what it was asked for is known."""
    if reading.step in ("", "tcp") and _BINDS.search(text) is not None:
        yield Hint(
            "address-in-use", 3, say("a server that cannot have its port finds it taken by another one"), leads=True
        )
    if fetching(f"{reading.host}\n{text}") and not is_loopback(reading.host) and "docker daemon" not in text:
        yield Hint("proxy-interferes", 3, FOR_EVERYBODY, leads=True)
        yield Hint("firewall-drops-on-path", 0.9, leads=True)
        yield Hint("certificate-self-signed", 0.3)
    if "no such file or directory" in text.lower() and of_a_store(text) and not reading.port:
        why = say("of what a client dials only the file of a socket can be missing")
        yield Hint("unix-socket-missing", 2, why, leads=True)
    if "connect ENOENT" in text and reading.port:
        why = say("a file of a socket was looked for where a host and a port were meant")
        yield Hint("target-malformed", 2.2, why, leads=True)
    if reading.scheme in ("ws", "wss") and _is_a_label(reading.host):
        yield Hint("name-not-found", 9, say("{host} is no name that the internet knows", host=reading.host))
        yield Hint("certificate-untrusted-ca", 0.4)
    if reading.scheme == "ws" and reading.port in (0, 80) and not is_loopback(reading.host):
        passes = say("on port 80 there is mostly a proxy, which passes an upgrade on only where it was told to")
        yield Hint("proxy-strips-upgrade", 4.5, passes, leads=True)
    if reading.scheme in WRAPPED:
        yield from _of_wrapped(reading)


def _of_wrapped(reading: Reading) -> Iterator[Hint]:
    """TLS was asked for, and nobody says that it failed."""
    if reading.scheme == "wss":
        why = say("a browser shows no warning about the certificate of a socket")
        yield Hint("certificate-self-signed", 2, why)
        yield Hint("certificate-untrusted-ca", 2, why)
    if is_loopback(reading.host):
        plain = say("programs on a developer's own machine seldom speak TLS")
        yield Hint("tls-to-plaintext-port", 2.4, plain)
    elif reading.port in (0, 443) or not of_own_network(reading.host):
        passes = say("behind HTTPS there is mostly a proxy, which passes an upgrade on only where it was told to")
        yield Hint("proxy-strips-upgrade", 4.5, passes)
        yield Hint("proxy-interferes", 4, FOR_EVERYBODY)
    else:
        plain = say("{port} is no port that is known for TLS", port=reading.port)
        yield Hint("tls-to-plaintext-port", 2.1, plain)


def of_a_bind(reading: Reading, text: str) -> tuple[tuple[str, ...], Prose] | None:
    """Why a socket may not be bound: nothing goes out of it yet, so that no filter, route or proxy stands in the way."""
    if reading.kind != "permission-denied" or not binds(reading, text) or over_a_unix_socket(reading, text):
        return None
    return ("permission-denied", "address-in-use"), say(
        "ports below 1024, and ports that Windows reserves, are not given to every program"
    )


def _of_code(reading: Reading, text: str) -> Iterator[Hint]:
    symbol = str(reading.code.get("errno", "")).removeprefix("WSA")
    if symbol == "EADDRINUSE":
        yield Hint("address-in-use", 1, say("the local address and port are taken (EADDRINUSE)"))
    if symbol in ("EMFILE", "ENFILE"):
        yield Hint("too-many-open-files", 1, say("no descriptor was left ({symbol})", symbol=symbol))
    if symbol == "ENOBUFS":
        yield Hint("ephemeral-ports-exhausted", 9, say("the system had no room or no port left (ENOBUFS)"))
    if symbol == "EAFNOSUPPORT":
        yield Hint("address-family-disabled", 20, say("the address family is switched off here (EAFNOSUPPORT)"))
    if symbol == "EADDRNOTAVAIL":
        yield from _of_no_address(reading, text)
    yield from _of_call(reading)
    if symbol == "ENETUNREACH" and ":" in reading.host:
        yield Hint("address-family-broken", 3, say("an IPv6 address, and this machine has no way into IPv6"))
    if symbol == "ENETUNREACH" or "INTERNET_DISCONNECTED" in text:
        yield Hint("interface-down", 1.4, say("a machine without a connected interface has no route either"))
        yield Hint("host-down", 0.5)
        yield Hint("server-firewall-rejects", 0.5)
    if symbol == "EHOSTUNREACH":
        told = say("a firewall that rejects says 'no route to host' as well (ICMP, administratively prohibited)")
        yield Hint("server-firewall-rejects", 1.6, told)
        yield Hint("host-down", 1.4)
        yield Hint("interface-down", 0.3)
        if " - Local (" in text and private_block(reading.host):
            yield Hint(
                "permission-denied", 8.5, say("macOS says so, too, of a program that it keeps off the local network")
            )
        if "Errno 65]" in text and not is_literal(reading.host):
            yield Hint("address-family-broken", 2.4, say("macOS says so of an IPv6 address that it has no way to"))
    if reading.code.get("chrome") == "ERR_ADDRESS_UNREACHABLE":
        yield Hint("server-firewall-rejects", 1.5)
    if symbol in ("EAI_NONAME", "ENOTFOUND"):
        yield Hint("name-not-found", 10, say("the name does not exist ({symbol})", symbol=symbol))


def _of_call(reading: Reading) -> Iterator[Hint]:
    """The frames of a stack tell a connect from a bind, where the system's words are the same for both."""
    bound = say("it was a bind that failed, as the frames of the stack show")
    dialled = say("it was a connect that failed, as the frames of the stack show")
    if reading.step == "proxy" and reading.kind != "proxy":
        yield Hint("proxy-interferes", 2, say("it failed at the proxy, as the frames of the stack show"), leads=True)
    elif reading.kind == "address-unavailable" and reading.call == "bind":
        yield Hint("source-address-not-local", 2, bound, leads=True)
        yield Hint("address-family-disabled", 1, leads=True)
    elif reading.kind == "address-unavailable" and reading.call == "connect" and not is_loopback(reading.host):
        yield Hint("ephemeral-ports-exhausted", 1.8, dialled, leads=True)
        yield Hint("time-wait-exhaustion", 1.7, dialled, leads=True)
        yield Hint("address-family-disabled", 1.6, leads=True)
    elif reading.code.get("errno") == "EPERM" and reading.call == "connect":
        yield Hint("firewall-blocks-outgoing", 1.6, dialled)


def _of_no_address(reading: Reading, text: str) -> Iterator[Hint]:
    """No local address for a socket: whether it listened, dialled IPv6, or dialled once too often."""
    if ":" in reading.host:
        yield Hint(
            "address-family-disabled",
            3,
            say("{host} is an IPv6 address, and this machine may have none", host=reading.host),
            leads=True,
        )
    elif is_loopback(reading.host):
        why = say("{host} is tried as ::1 last, which a container mostly does not have", host=reading.host)
        yield Hint(
            "localhost-inside-container", 1, why, leads="connect" in text.lower() and reading.host == "localhost"
        )
    if reading.port and "connect" in text.lower() and reading.call != "bind":
        for cause in ("time-wait-exhaustion", "ephemeral-ports-exhausted"):
            yield Hint(cause, 2, say("a connect to a fixed place fails so when no local port is left for it"))


_QUIET = pattern(r"(?i)\b(?:pings?|heartbeats?|dead peer|recv(?:from|msg)?|receiv(?:e|ed|ing))\b")
_AWAITED = pattern(r"(?i)\b(?:requests?|responses?|read|reading|query|answer)\b")


def _of_waiting(text: str) -> Iterator[Hint]:
    """What was waited for comes over a connection that stood already."""
    if "connect" in text.lower():
        return
    if _QUIET.search(text) is not None:
        yield Hint("packet-loss", 5.4, say("a connection that stood brought nothing any more"))
    elif _AWAITED.search(text) is not None:
        yield Hint("process-hung", 4.5, say("it was an answer that was waited for, not the connection"))


def _of_handshake(reading: Reading) -> Iterator[Hint]:
    """The server ended the connection before it answered the handshake of a browser."""
    first = "tls-to-plaintext-port" if reading.scheme in WRAPPED else "engine-io-expected"
    why = say("the server ended the connection once it had read the handshake")
    for times, cause in ((4.2, first), (4.1, "server-closes-at-once"), (4.0, "server-crashes-on-request")):
        yield Hint(cause, times, why, leads=True)


SIX = r"(?<![\w:])[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}::[0-9a-f]"
"The beginning of an IPv6 address."


def _was_six(host: str, text: str) -> bool:
    """An address of IPv6 was dialled."""
    return ":" in host or "(::1)" in text or re.search(SIX, text.lower()) is not None


def _of_families(reading: Reading, text: str) -> Iterator[Hint]:
    """Node tries the addresses of a name one after another, a quarter of a second each, IPv6 among them."""
    lower = text.lower()
    if reading.kind == "address-unavailable" and not is_literal(reading.host) and re.search(SIX, lower):
        why = say("an address of IPv6 was dialled, and a machine without one has none to dial it from")
        yield Hint("address-family-disabled", 1, why, leads=True)
    if reading.kind not in ("timed-out", "unreachable") or is_loopback(reading.host) or private_block(reading.host):
        return
    if reading.kind == "unreachable" and ("ipv6" in lower or re.search(SIX, lower)):
        why = say("the text speaks of IPv6, and many a machine has an address of it and no way")
        yield Hint("address-family-broken", 1, why, leads=True)
    if "undici" in lower or "internalconnectmultiple" in lower:
        why = say("Node gives each address of a name a quarter of a second, those of IPv6 as well")
        yield Hint("address-family-broken", 4.2, why)


PLAIN_PORTS = frozenset({80, 2375, 3000, 5000, 8000, 8008, 8080, 8081, 8888, 9000, 9090, 9200})
"Where programs of the web speak in plain, unless told otherwise."
NEVER_SET = ("1970-01-01", "jan 1 1970", "jan  1 1970", "1980-01-01", "2000-01-01")
"What the clock of a machine shows that has no battery for it and has not asked the network yet."


def _of_tls(reading: Reading, text: str) -> Iterator[Hint]:
    """A port that usually speaks in plain, and a clock that was never set."""
    lower = text.lower()
    if reading.port in PLAIN_PORTS and "certificate" not in lower:
        why = say("TLS was spoken to port {port}, where most programs speak in plain", port=reading.port)
        yield Hint("tls-to-plaintext-port", 1, why, leads=True)
    if any(moment in lower for moment in NEVER_SET):
        yield Hint("clock-wrong", 1.5, say("the text was printed by a machine whose clock was never set"), leads=True)
