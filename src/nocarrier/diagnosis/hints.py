"""What a text names beside the error, and which causes that speaks for or against."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.diagnosis.surroundings import (
    fetching,
    in_a_browser,
    in_a_container,
    of_a_store,
    on_a_device,
    rented,
    sends_mail,
)
from nocarrier.facts.private import is_loopback as loopback_address
from nocarrier.facts.private import private_block
from nocarrier.facts.services import DEFAULT_PORT, USUAL_PORTS, WRAPPED
from nocarrier.model.pattern import pattern
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record
from nocarrier.readings.messages.reading import Reading

PROXY_PORTS = frozenset({1080, 1087, 3128, 7890, 7897, 8000, 8080, 8087, 8118, 8888, 9090, 10808, 10809, 20171})
"Where HTTP and SOCKS proxies usually listen, and the local tools that offer one."
LOCAL_PROXIES = frozenset({
    1080, 1081, 1087, 2080, 3128, 3142, 4780, 6152, 6153, 7890, 7891, 7897, 8118, 9666, 10808, 10809, 12334, 20170, 20171, 20172,
})  # fmt: skip
"Of these, those at which hardly anything else listens."
STORES = frozenset({
    "postgresql", "postgres", "mysql", "mariadb", "redis", "mongodb", "amqp", "kafka", "elasticsearch", "memcached", "zookeeper",
})  # fmt: skip
"Services that a developer runs in a container beside the program that dials them."
ANSWERED = frozenset({"protocol-mismatch", "rejected", "tls-failed", "closed", "reset"})
"Classes of error before which something was reached."
PUBLIC_PORTS = frozenset({0, 22, 80, 443, 9418})
"Where what is on the internet for everybody is found."
MAIL_PORTS = frozenset({25, 465, 587})
HTTPS = 443
EPHEMERAL = 32768
"Ports from here on are given out to clients (net.ipv4.ip_local_port_range); a server seldom has one."


SWAPPED = "172.0.0.1"
"What is typed for 127.0.0.1 oftener than anything else."


class Hint(Record):
    """The weight of a cause is taken so many ``times``, because of what stands in the text (``why``, where it is more).

    One that ``leads`` comes before all that the text does not tell of, be it of this class of error or not.
    """

    cause: str
    times: float
    why: Prose | None = None
    leads: bool = False


def is_loopback(host: str) -> bool:
    """By its form (RFC 6761, section 6.3: all names under ``localhost`` are this machine)."""
    name = host.lower()
    return (
        name in ("localhost", "ip6-localhost", "localhost.localdomain")
        or name.endswith(".localhost")
        or loopback_address(host)
    )


def is_literal(host: str) -> bool:
    """An address, and no name."""
    return ":" in host or (host.replace(".", "").isdigit() and "." in host)


_SOCKET_FILE = pattern(r"(?i)\bunix:|unix connect failed|/[\w.-]{1,100}\.sock\b")


def over_a_unix_socket(reading: Reading, text: str) -> bool:
    """The text speaks of the file of a socket, and of no port."""
    if reading.scheme == "unix" or reading.host.startswith("/") or reading.code.get("errno") == "ENOENT":
        return True  # of what one dials only a file can be missing
    return not reading.port and _SOCKET_FILE.search(text) is not None


_PORT_IN_NAME = pattern(r"(?i)\bhost lookup:\s{1,9}'[\w.-]{1,253}:\d{2,5}'")
"Dart's form of it."
_TWO_PORTS = pattern(r"://[\w.-]{1,253}:\d{1,5}:\d{1,5}\b", holding=("://",))
_TWO_URLS = pattern(r"://[\w.-]{1,253}:[a-z]{2,9}://", holding=("://",))
"As an environment of Kubernetes' makes it, in which REDIS_PORT is a whole URL."
_PORT_IN_PATH = pattern(r"\b(?:wss?|https?)://[\w.-]{1,253}/[\w-]{1,60}:\d{2,5}/", holding=("://",))
_PORT_NO_NUMBER = pattern(r"\(port [A-Za-z]", holding=("(port ",))
"""Git's form of a URL of SSH with a user's name where the port belongs (``ssh://git@host:user/repo``)."""
_NO_HOST = pattern(r"\b(?:mqtts?|wss?|https?)://(?:/(?!var|run|tmp)|:\d)", holding=(":///", "://:"))
MISSHAPEN = (
    (_NO_HOST, say("no host stands in the URL")),
    (_TWO_PORTS, say("two ports stand behind the host")),
    (_TWO_URLS, say("a whole URL stands where the port belongs")),
    (_PORT_IN_PATH, say("the port stands behind the path, and belongs behind the host")),
    (_PORT_NO_NUMBER, say("what stands where the port belongs is no number")),
)
_TLS_TO_PLAIN = pattern(r"\bssl://[\w.-]{1,253}:(?:21|25|80|110|143|389|587)\b", holding=("ssl://",))
_PROXIED = pattern(
    r"系统代理|开启\w{0,6}代理|开了代理|(?i:\bsystem proxy (?:is )?(?:on|enabled)\b)", holding=("代理", "roxy")
)


def hints(reading: Reading, text: str) -> Iterator[Hint]:
    """All that this text gives."""
    if reading.through:
        proxy = say("the text names a proxy, {proxy}", proxy=reading.through)
        yield Hint("proxy-interferes", 2, proxy, leads=True)
    host = reading.host.lower()
    if host and not reading.through:
        yield from _of_detour(reading, text)
    yield from _of_answer(reading, text)
    if over_a_unix_socket(reading, text):
        yield from _of_unix(reading)
    elif is_loopback(host):
        yield from _of_loopback(reading, text)
    elif not host:
        yield from _of_no_host(reading, text)
    else:
        yield from _of_host(reading, host, text)
        yield from _of_edge(reading)
    if reading.step == "websocket" and "/cable" in text:
        why = say("Rails answers 404 at its cable to pages of an origin that it does not know")
        yield Hint("websocket-origin-rejected", 1, why, leads=True)
    if reading.kind == "unknown":
        yield from _of_nothing_told(reading, text)
    if "webpack-hmr" in text and reading.kind == "unknown" and host and not is_loopback(host):
        why = say("a development server's socket is asked for by a name, as behind a proxy")
        yield Hint("proxy-strips-upgrade", 1.5, why, leads=True)
    if "dial tcp :" in text and reading.kind in ("refused", "timed-out", "address-unavailable"):
        why = say("no host stands where the target was dialled: an empty variable, or a URL without its strokes")
        yield Hint("target-malformed", 4, why, leads=True)
    if reading.kind == "tls-failed" and "mongo" in text.lower() and "alert internal error" in text:
        why = say("MongoDB Atlas ends the handshake so for an address that is not on its access list")
        yield Hint("server-refuses-client", 2, why, leads=True)
    if reading.kind in ("closed", "reset") and "mongodb.net" in text:
        why = say("MongoDB Atlas ends connections of an address that is not on its access list")
        yield Hint("server-refuses-client", 2, why, leads=True)
    if reading.scheme in WRAPPED and reading.kind == "timed-out" and reading.port not in (0, HTTPS):
        why = say("a server that does not speak TLS often waits for more when it is greeted in it")
        yield Hint("tls-to-plaintext-port", 1, why, leads=True)
    if reading.scheme in WRAPPED and reading.port == 80 and reading.kind == "unknown":
        yield Hint(
            "tls-to-plaintext-port",
            1,
            say("{scheme} was asked of port {port}, where servers speak in plain", scheme=reading.scheme, port=80),
            leads=True,
        )
    if (
        reading.scheme in ("http", "ws")
        and reading.port == HTTPS
        and reading.kind in ("unknown", "closed", "reset", "protocol-mismatch", "rejected")
    ):
        why = say("{scheme} was asked of port {port}, where servers speak TLS", scheme=reading.scheme, port=HTTPS)
        yield Hint("plaintext-to-tls-port", 1.5, why, leads=True)
    if _TLS_TO_PLAIN.search(text) is not None:
        why = say("at this port a server speaks in plain first, and takes up TLS when it is asked to (STARTTLS)")
        yield Hint("tls-to-plaintext-port", 2, why, leads=True)
    if reading.scheme in WRAPPED and reading.kind == "reset":
        yield Hint("plaintext-to-tls-port", 0.2)
    if reading.scheme in WRAPPED and reading.kind in ("closed", "reset"):
        why = say("{scheme} was spoken, and a port that does not speak TLS ends it like this", scheme=reading.scheme)
        yield Hint("tls-to-plaintext-port", 3, why)
    if reading.kind == "name-not-resolved" and _PORT_IN_NAME.search(text) is not None:
        yield Hint("target-malformed", 4, say("the name that was looked up has a port in it"), leads=True)
    if _PROXIED.search(text) is not None:
        yield Hint("proxy-interferes", 2, say("the text says that a proxy is switched on"), leads=True)
    if (reading.kind in ("unknown", "protocol-mismatch") and reading.step == "target") or (
        host and f" at {host}:0: " in text
    ):
        yield Hint("target-malformed", 3, say("what was given has not the form of a target"), leads=True)
    for form, why in MISSHAPEN:
        if form.search(text) is not None:
            yield Hint("target-malformed", 3, why, leads=True)
    if "before receiving a handshake response" in text:
        yield from _of_handshake(reading)
    yield from _of_port(reading)
    if reading.kind == "tls-failed" or (reading.kind == "protocol-mismatch" and reading.step == "tls"):
        yield from _of_tls(reading, text)
    yield from _of_families(reading, text)
    if not reading.port and reading.kind == "timed-out" and sends_mail(text):
        why = say("many providers let no mail out on port {port}", port=25)
        yield Hint("firewall-drops-on-path", 3, why)
        yield Hint("firewall-blocks-outgoing", 3, why)
    yield from _of_code(reading, text)


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


def _of_detour(reading: Reading, text: str) -> Iterator[Hint]:
    """One place was asked for and another dialled: a proxy stands between."""
    asked = _asked(text)
    near = is_loopback(reading.host) or bool(private_block(reading.host)) or reading.host.isdigit()
    if not asked or reading.host.lower() in asked or "upstream" in text or not _may_be_a_proxy(reading, asked[0]):
        return
    elsewhere = is_literal(reading.host) and reading.port in LOCAL_PROXIES | {8080}
    if (near or elsewhere) and not any(is_loopback(host) or is_literal(host) for host in asked):
        why = say(
            "{asked} was asked for, and {host} dialled: a proxy",
            asked=asked[0],
            host=f"{reading.host}:{reading.port}",
        )
        yield Hint("proxy-interferes", 2, why, leads=True)


def _may_be_a_proxy(reading: Reading, asked: str) -> bool:
    """By its port; or what is there for everybody was asked for, and a machine of the own network dialled."""
    own = bool(private_block(reading.host))
    return reading.port in PROXY_PORTS or (own and reading.port not in (0, 80, HTTPS) and fetching(asked))


def _asked(text: str) -> list[str]:
    """The hosts of the web addresses that the text names."""
    if "://" not in text:
        return []
    found = re.findall(r"(?i)\bhttps?://(?:[^\s/@'\"]{1,200}@)?([\w.-]{1,253})", text)
    return [host.lower() for host in found if host != MANUAL]


MANUAL = "nodejs.org"
"Where what explains Node's codes is: named beside them, and not asked."
AT_HOME = (
    r"\b((?!localhost)[\w-]{1,63}\.[\w.-]{1,190}[a-zA-Z])(?:/|\"? \()"
    r"(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|0\.0\.0\.0|0:0:0:0:0:0:0:1|::1)\b"
)
"A name, and the address of this machine that it led to, as Java and libpq print them."


def _of_answer(reading: Reading, text: str) -> Iterator[Hint]:
    """The address that a name led to stands beside it."""
    near = "/127." in text or "(127." in text or "/0" in text or "(::1" in text
    at_home = re.search(AT_HOME, text) if near else None
    if at_home is not None and not at_home[1].endswith((".local", ".localhost", ".localdomain", ".test")):
        yield from _of_a_name_led_home(at_home[1], at_home[2])
    elif reading.host.startswith(FILTERED):
        why = say("{host} is what the filters of Iran answer for names that they bar", host=reading.host)
        yield Hint("dns-wrong-address", 2, why, leads=True)
    elif _led_home(reading) and (name := _name_asked(text)):
        yield from _of_a_name_led_home(name, reading.host)
    elif reading.host.startswith(("198.18.", "198.19.")):
        why = say(
            "{host} is of a block that nothing is in (RFC 2544): local proxy tools answer with it", host=reading.host
        )
        yield Hint("dns-fake-address", 2, why, leads=True)


def _of_a_name_led_home(name: str, address: str) -> Iterator[Hint]:
    why = say("{name} led to {address}, which is this machine", name=name, address=address)
    yield Hint("hosts-file-override", 1.6, why, leads=True)
    yield Hint("dns-wrong-address", 1.5, why, leads=True)
    yield Hint("dns-fake-address", 1.4, why, leads=True)


NOWHERE = frozenset({"0.0.0.0", "::"})
"Nobody dials these on purpose: blockers of advertisements answer so to names that they do not like."


FILTERED = ("10.10.34.34", "10.10.34.35", "10.10.34.36")


def _led_home(reading: Reading) -> bool:
    """This machine was dialled, at a port where no local proxy listens."""
    web = reading.port in (0, 80, HTTPS)
    return not reading.through and (reading.host in NOWHERE or (web and loopback_address(reading.host)))


def _name_asked(text: str) -> str:
    """The name in the first web address of the text, if it is one of the internet."""
    asked = next(iter(_asked(text)), "")
    return "" if not asked or is_literal(asked) or "." not in asked or asked.endswith(OWN) else asked


def _is_a_label(host: str) -> bool:
    """A name without a domain that is not this machine's."""
    return bool(host) and "." not in host and ":" not in host and not is_loopback(host)


def _of_own_network(host: str) -> bool:
    """A name or an address that only machines near by know."""
    return "." not in host or host.endswith((".local", ".lan", ".home", ".internal")) or bool(private_block(host))


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
        why = say(
            "{scheme} was asked for: a browser shows no warning about the certificate of a socket",
            scheme=reading.scheme,
        )
        yield Hint("certificate-self-signed", 2, why)
        if is_loopback(reading.host):
            plain = say("programs on a developer's own machine seldom speak TLS")
            yield Hint("tls-to-plaintext-port", 2.4, plain)
        elif reading.port in (0, 443) or not _of_own_network(reading.host):
            yield Hint("certificate-untrusted-ca", 2, why)
            passes = say("behind HTTPS there is mostly a proxy, which passes an upgrade on only where it was told to")
            yield Hint("proxy-strips-upgrade", 4.5, passes)
        else:
            plain = say("{port} is no port that is known for TLS", port=reading.port)
            yield Hint("tls-to-plaintext-port", 2.1, plain)


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
    if symbol == "EHOSTUNREACH":
        told = say("a firewall that rejects says 'no route to host' as well (ICMP, administratively prohibited)")
        yield Hint("server-firewall-rejects", 1.6, told)
        yield Hint("host-down", 1.4)
        yield Hint("interface-down", 0.3)
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
    elif reading.kind == "permission-denied" and reading.call == "bind":
        yield Hint("permission-denied", 2, bound)
        yield Hint("address-in-use", 4, bound)
        yield Hint("firewall-blocks-outgoing", 0.1)
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


_ADVERTISED = pattern(r"\b[Cc]onnection to node \d{1,10} \(", holding=("onnection to node ",))
"Kafka's client numbers the nodes below zero that it was given, and the others as the cluster does that named them."


def _of_loopback(reading: Reading, text: str) -> Iterator[Hint]:
    host = reading.host
    if _ADVERTISED.search(text) is not None:
        why = say("the broker itself named this address to its client (advertised.listeners)")
        yield Hint("listening-on-other-address", 1.5, why, leads=True)
        yield Hint("localhost-inside-container", 1.4, leads=True)
    if reading.kind == "refused" and reading.port in LOCAL_PROXIES and not reading.through:
        why = say(
            "port {port} is where a local proxy listens, and the client was told to go through it", port=reading.port
        )
        yield Hint("proxy-interferes", 1, why, leads=True)
    for cause in ("server-firewall-rejects", "server-firewall-drops", "host-down", "wrong-host", "listening-on-loopback-only",
                  "security-group-blocks", "firewall-drops-on-path", "proxy-interferes", "gateway-has-no-backend"):  # fmt: skip
        yield Hint(cause, 0.2)
    for cause in ("private-address-unreachable", "address-family-broken"):
        yield Hint(cause, 0)
    if reading.kind == "unknown":
        yield Hint("name-not-found", 0)
    yield Hint("wrong-port", 0.85)
    browser = in_a_browser(text)
    if browser:
        for cause in ("localhost-inside-container", "wrong-address-family"):  # it tries both families
            yield Hint(cause, 0.2)
        published = say("a browser reaches a program in a container by its published port only")
        yield Hint("container-port-not-published", 1.6 if reading.kind == "refused" else 20, published)
    elif on_a_device(text):
        yield Hint(
            "localhost-inside-container", 3, say("on a phone or an emulator, {host} is that device itself", host=host)
        )
    elif in_a_container(text):
        yield Hint("localhost-inside-container", 4, say("in a container, {host} is the container itself", host=host))
    else:
        yield Hint(
            "localhost-inside-container",
            1,
            say("if the client runs in a container, {host} is that container", host=host),
        )
    if host.lower() == "localhost" and reading.client == "curl":
        yield Hint("wrong-address-family", 0.5, say("curl tries both families"))
    elif host.lower() == "localhost" and not browser:
        yield Hint(
            "wrong-address-family",
            1.8 if reading.kind == "unknown" else 2.6,
            say("{host} may be ::1 while the server listens on 127.0.0.1, or the reverse", host=host),
        )
    elif ":" in host:
        yield Hint(
            "wrong-address-family", 4, say("{host} was dialled, and many servers listen on 127.0.0.1 only", host=host)
        )
    if reading.kind in ("closed", "reset") and reading.step in ("", "http") and "upstream" not in text:
        yield from _of_a_published_port(text)


def _of_a_published_port(text: str) -> Iterator[Hint]:
    """What takes a connection and ends it, without the program behind having seen it."""
    why = say(
        "a container engine takes connections for a published port even where the program inside listens on its own loopback only, or on another port"
    )
    yield Hint("listening-on-loopback-only", 3, why, leads=True)
    if "curl" in text.lower():
        yield Hint("wrong-port", 2.9, why, leads=True)


_MQTT = pattern(r"(?i)\bmqtt|mosquitto", holding=("qtt", "QTT", "osquitto"))


def _of_no_host(reading: Reading, text: str) -> Iterator[Hint]:
    if reading.kind == "address-unavailable" and in_a_container(text) and "bind" not in text.lower():
        why = say("{host} is tried as ::1 last, which a container mostly does not have", host="localhost")
        yield Hint("localhost-inside-container", 1, why, leads=True)
    if reading.kind == "refused" and (reading.scheme in STORES or of_a_store(text)):
        yield Hint("localhost-inside-container", 1.2)
    if reading.kind == "reset" and reading.step != "tls" and "recv failure" in text.lower():
        yield from _of_a_published_port(text)
    if reading.kind in ("unknown", "refused") and not reading.code.get("sqlstate") and _MQTT.search(text) is not None:
        why = say("Mosquitto listens on its own loopback only unless it is told otherwise, since version 2")
        yield Hint("listening-on-loopback-only", 1.15 if reading.kind == "refused" else 22, why)
        yield Hint("wrong-port", 0.8)
    if fetching(text):
        yield from _of_fetching(reading)


def _of_host(reading: Reading, host: str, text: str) -> Iterator[Hint]:
    yield Hint("localhost-inside-container", 0)
    if host == GATEWAY_NAME and reading.kind in ("unknown", "refused"):
        yield from _of_the_host_of_a_container(reading)
    if host == SWAPPED:
        why = say("{host} is 127.0.0.1 with two digits swapped, and belongs to somebody", host=host)
        yield Hint("wrong-host", 2, why, leads=True)
    shape = misshape(host)
    reached = reading.kind in ANSWERED and host not in SCHEMES
    if shape is not None and not reached and not _listened(reading, host):
        yield Hint("target-malformed", 3, shape, leads=True)
    block = private_block(host)
    if block:
        told = say("{host} is private ({block})", host=reading.host, block=block)
        if reading.kind in ("timed-out", "unreachable"):
            yield Hint("private-address-unreachable", 2.2, told)
            yield Hint("firewall-drops-on-path", 0.7)
        yield Hint(
            "proxy-interferes", 2.4 if reading.kind == "timed-out" and reading.port in LOCAL_PROXIES | {8080} else 0.5
        )
        yield Hint("security-group-blocks", 0.3 if block == "192.168.0.0/16" else 0.85)
    elif is_literal(host):
        yield Hint("private-address-unreachable", 0)
        if reading.port in PUBLIC_PORTS and fetching(text):
            yield from _of_fetching(reading)
        else:
            yield from _of_a_public_address(reading)
        if ":" in host and reading.kind in ("timed-out", "unreachable", "unknown"):
            why = say("an IPv6 address: a program that tries IPv6 first fails where its way is broken")
            yield Hint("address-family-broken", 1, why, leads=True)
    else:
        yield Hint("private-address-unreachable", 0.3)
        if "." not in host:
            yield from _of_short_name(reading, host)
        elif reading.kind == "timed-out" and reading.scheme in WEB and reading.port not in EVERY_EDGE:
            yield Hint(
                "cdn-in-front",
                9,
                say("an edge in front of {host} may not forward port {port}", host=reading.host, port=reading.port),
            )
        elif rented(host):
            yield Hint("security-group-blocks", 2.5, say("{host} is a rented machine of a cloud", host=reading.host))
        elif fetching(f"{host}\n{text}") and reading.port in PUBLIC_PORTS:
            yield from _of_fetching(reading)
        elif reading.kind == "timed-out" and reading.port == 443 and not host.endswith(OWN):
            yield Hint("proxy-interferes", 2.2, FOR_EVERYBODY)
            yield Hint("firewall-drops-on-path", 1.4)
        elif reading.kind == "refused" and (reading.port or DEFAULT_PORT.get(reading.scheme)) == HTTPS:
            why = say(
                "port {port} of a public name is seldom closed: a proxy, a filter or a wrong answer to the name comes before it",
                port=HTTPS,
            )
            yield Hint("proxy-interferes", 5, why)
            yield Hint("wrong-port", 0.3)
            yield Hint("listening-on-loopback-only", 0.5)
            yield Hint("container-port-not-published", 0.4)
            yield Hint("firewall-rejects-on-path", 5)


GATEWAY_NAME = "host.docker.internal"


def _of_the_host_of_a_container(reading: Reading) -> Iterator[Hint]:
    """Its name there, which Docker Desktop gives, and Docker on Linux only when it is told to (``--add-host``)."""
    why = say(
        "{host} is the machine that the container runs on, whose programs often listen on its loopback only",
        host=reading.host,
    )
    yield Hint("listening-on-loopback-only", 2, why, leads=True)
    yield Hint("server-not-listening", 1.9, leads=True)
    if reading.kind == "unknown":
        unknown = say(
            "Docker on Linux gives {host} only to a container that asks for it (--add-host)", host=reading.host
        )
        yield Hint("name-not-found", 1.8, unknown, leads=True)


def _of_a_public_address(reading: Reading) -> Iterator[Hint]:
    """No name stands beside it: what is at 443 is mostly there for everybody, at other ports it is somebody's own."""
    if reading.port == HTTPS and reading.kind == "unreachable":
        yield Hint("firewall-rejects-on-path", 2.4, FOR_EVERYBODY)
        yield Hint("host-down", 0.6)
    if reading.port != HTTPS or reading.kind not in ("timed-out", "refused"):
        yield Hint("proxy-interferes", 0.4)
        return
    yield Hint("proxy-interferes", 2.4 if reading.kind == "timed-out" else 5, FOR_EVERYBODY)
    yield Hint("firewall-drops-on-path", 1.2)
    yield Hint("firewall-rejects-on-path", 12, FOR_EVERYBODY)


OWN = (".local", ".lan", ".internal", ".home", ".arpa", ".localdomain", ".test")
"Names that mean something in one network only."


def _of_short_name(reading: Reading, host: str) -> Iterator[Hint]:
    """A name without a dot: of a compose file, of the own network, or of a hosts file."""
    if reading.kind == "name-not-resolved":
        why = say(
            "a short name such as {host} exists only in its own network: that of a compose file, of a cluster, or a hosts file",
            host=reading.host,
        )
        yield Hint("name-not-found", 1.1, why)
    elif reading.kind == "unknown":
        yield Hint("name-not-found", 13)
        yield Hint("server-firewall-drops", 0.3)
    if _CONTAINER_ID.fullmatch(host) and reading.kind in ("unknown", "name-not-resolved", "timed-out"):
        why = say(
            "{host} looks like the id of a container, by which only its own network knows it", host=reading.host
        )
        yield Hint("name-not-found", 2, why, leads=True)
    for cause in ("security-group-blocks", "proxy-interferes"):
        yield Hint(cause, 0.3)


_CONTAINER_ID = pattern(r"(?=[a-f]*\d)[0-9a-f]{12}")
"The name that a container has for itself, and that servers in it (Kafka) tell their clients."
FOR_EVERYBODY = say(
    "what is there for everybody is seldom down; a proxy, or a firewall that wants one, often stands before it"
)


def _of_fetching(reading: Reading) -> Iterator[Hint]:
    why = FOR_EVERYBODY
    if reading.kind in ("timed-out", "refused", "reset", "closed", "unreachable", "name-not-resolved"):
        yield Hint("proxy-interferes", 4, why)
    yield Hint("firewall-drops-on-path", 2)
    yield Hint("firewall-rejects-on-path", 6 if reading.kind == "refused" else 2)
    if reading.kind == "refused":
        yield Hint("server-firewall-rejects", 0.3)
    yield Hint("address-family-broken", 2.5)
    for cause in ("server-firewall-drops", "security-group-blocks", "server-not-listening", "host-down", "wrong-port",
                  "listening-on-loopback-only", "container-port-not-published"):  # fmt: skip
        yield Hint(cause, 0.4)


def _of_somebody(host: str) -> bool:
    """A name or an address that is not of the own machine or network."""
    return bool(host) and not is_loopback(host) and not _of_own_network(host)


def _listened(reading: Reading, host: str) -> bool:
    """A server was to listen at all addresses of the machine, and nobody was dialled."""
    return host in NOWHERE and (reading.kind == "address-in-use" or reading.call == "bind")


def misshape(host: str) -> Prose | None:
    """Why this is no host, where it is none: what the target's own reader knows of forms. A name that was masked may be any."""
    if "*" in host or set(host) <= set("x."):
        return None
    if "://" in host:
        return say("{host} is a whole URL, and no host", host=host)
    if host.startswith("0.") and is_literal(host) and host != "0.0.0.0":
        return say("{host} is no address of anybody", host=host)
    if "." in host and host.lower().endswith(("http", "https")):
        return say("the beginning of a second URL stands in {host}", host=host)
    if any(label.startswith("-") or label.endswith("-") for label in host.split(".")):
        return say("a part of {host} is empty, as where a variable was not set", host=host)
    if host.lower() in SCHEMES:
        return say("{host} is the beginning of a URL, and no host", host=host)
    if "/" in host or "," in host or (":" in host and not is_literal(host)):
        return say("{host} is no host", host=host)
    from nocarrier.readings.target import BadTarget, parse_target

    try:
        return parse_target(f"tcp://[{host}]:1" if ":" in host else f"tcp://{host}:1").misshapen
    except BadTarget:
        return say("{host} is no host", host=host)


TUNNELS = 7844
"Where Cloudflare takes the tunnels of `cloudflared`, at addresses of its edge."


def _of_edge(reading: Reading) -> Iterator[Hint]:
    """The host is an edge by its name or its published range, and it does not forward the port."""
    if not reading.host or not reading.port or reading.kind not in ("refused", "timed-out"):
        return
    if is_loopback(reading.host) or private_block(reading.host):
        return  # no edge; the ranges need not be loaded
    from nocarrier.probes.edge import recognised
    from nocarrier.readings.edge_ranges import numbered

    is_address = numbered(reading.host)[0] != 0
    edge = recognised(reading.host if is_address else "", () if is_address else (reading.host,))
    if edge is not None and reading.port not in edge.provider.forwarded and reading.port != TUNNELS:
        yield Hint(
            "cdn-in-front",
            1.5,
            say("{host} is an edge of {provider}", host=reading.host, provider=edge.provider.label),
            leads=True,
        )


def _of_handshake(reading: Reading) -> Iterator[Hint]:
    """The server ended the connection before it answered the handshake of a browser."""
    first = "tls-to-plaintext-port" if reading.scheme in WRAPPED else "engine-io-expected"
    why = say("the server ended the connection once it had read the handshake")
    for times, cause in ((4.2, first), (4.1, "server-closes-at-once"), (4.0, "server-crashes-on-request")):
        yield Hint(cause, times, why, leads=True)


WEB = frozenset({"http", "https", "ws", "wss"})
"What a browser can ask for."
EVERY_EDGE = frozenset({0, 80, 443, 8080, 8443})
"Ports that every edge forwards."
WEB_TOO = frozenset({"elasticsearch", "clickhouse", "etcd", "docker"})
"Services that speak HTTP themselves."


def _of_foreign_port(reading: Reading) -> Iterator[Hint]:
    """The web's protocols were spoken to the port of another one."""
    if reading.scheme not in WEB or reading.kind not in (
        "protocol-mismatch",
        "closed",
        "reset",
        "unknown",
        "tls-failed",
    ):
        return
    for name, number in DEFAULT_PORT.items():
        if number == reading.port and name not in WEB | WEB_TOO and name != "h2c":
            why = say("port {port} is usually {other}", port=reading.port, other=name)
            yield Hint("wrong-port", 5, why, leads=True)
            yield Hint("server-speaks-other-protocol", 4.9, why, leads=True)
            return


SIX = r"(?<![\w:])[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}::[0-9a-f]"
"The beginning of an IPv6 address."


def _of_families(reading: Reading, text: str) -> Iterator[Hint]:
    """Node tries the addresses of a name one after another, a quarter of a second each, IPv6 among them."""
    lower = text.lower()
    if reading.kind not in ("timed-out", "unreachable") or is_loopback(reading.host) or private_block(reading.host):
        return
    if reading.kind == "unreachable" and ("ipv6" in lower or re.search(SIX, lower)):
        why = say("the text speaks of IPv6, and many a machine has an address of it and no way")
        yield Hint("address-family-broken", 1, why, leads=True)
    if "undici" in lower or "internalconnectmultiple" in lower:
        why = say("Node gives each address of a name a quarter of a second, those of IPv6 as well")
        yield Hint("address-family-broken", 4.2, why)


SCHEMES = frozenset({"http", "https", "ws", "wss", "tcp", "ssh"})
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


OF_A_PAGE = {
    15672: "RabbitMQ Management",
    8161: "ActiveMQ Web Console",
    18083: "EMQX Dashboard",
    8123: "ClickHouse's HTTP interface",
    7474: "Neo4j Browser",
}
"Ports at which a server shows its pages (HTTP), beside the one for its own protocol."


USED = frozenset({*DEFAULT_PORT.values(), *(port for ports in USUAL_PORTS.values() for port in ports)})


def _shuffled(port: int) -> int:
    """The port that has these digits in another order, as 3306 has those of ``3360``; 0 where none has."""
    digits = sorted(str(port))
    return next(
        (known for known in DEFAULT_PORT.values() if known and known > 1000 and sorted(str(known)) == digits), 0
    )


def _of_port(reading: Reading) -> Iterator[Hint]:
    port = reading.port
    yield from _of_foreign_port(reading)
    if port in MAIL_PORTS and reading.kind == "unreachable":
        yield Hint("firewall-rejects-on-path", 2.2)
    if port in MAIL_PORTS and reading.kind in ("timed-out", "unreachable", "unknown", "refused"):
        why = say("many providers let no mail out on port {port}", port=port)
        yield Hint("firewall-drops-on-path", 3, why)
        yield Hint(
            "firewall-blocks-outgoing", 50 if reading.kind == "refused" and _of_somebody(reading.host) else 3, why
        )
    if not port or reading.kind not in ("refused", "timed-out", "protocol-mismatch", "closed", "reset"):
        return
    usual = {DEFAULT_PORT.get(reading.scheme), *USUAL_PORTS.get(reading.scheme, ())}
    others = [name for name, number in DEFAULT_PORT.items() if number == port and name != reading.scheme]
    if (
        port in OF_A_PAGE
        and reading.scheme not in WEB
        and (reading.scheme not in ("", "tcp") or reading.kind != "refused")
    ):
        why = say("port {port} is usually {other}", port=port, other=OF_A_PAGE[port])
        yield Hint("wrong-port", 3, why, leads=True)
        yield Hint("server-speaks-other-protocol", 2.9, why, leads=True)
    elif reading.scheme not in ("", "tcp") and port not in usual and others:
        yield Hint("wrong-port", 1.5, say("port {port} is usually {other}", port=port, other=others[0]))
    elif port not in USED and (meant := _shuffled(port)):
        yield Hint(
            "wrong-port", 1.7, say("{port} has the digits of {meant} in another order", port=port, meant=meant)
        )
    elif port >= EPHEMERAL:
        yield Hint("wrong-port", 1.2, say("port {port} is one that clients are given, seldom a server's", port=port))
