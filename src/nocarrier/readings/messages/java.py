"""Java and its kin: java.net, javax.net.ssl, Netty, OkHttp, HttpClient."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.record import replace
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, SENTENCE, Reading

STEMS = (
    " refused", "javax.net", "java.net", "connectexception", "unknownhost", "sockettimeout", "noroutetohost", "bindexception",
    "connect timed out", "closedchannel", "unresolvedaddress", "pkix path", "handshake_failure", "cleartext",
)  # fmt: skip

SAID = (
    # clients that keep the reason to themselves, or to the exception below
    Phrase("could not get a resource from the pool", "unknown", "", "jedis", worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed connecting to ", "unknown", "tcp", "", worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to create socket.", "unknown", "tcp", "jedis", worth=OPAQUE, open=NOT_TOLD),
    Phrase("cannot execute request on any known server", "unknown", "", "eureka", worth=OPAQUE, open=NOT_TOLD),
    Phrase("could not reach any contact point", "unknown", "tcp", "cassandra", worth=OPAQUE, open=NOT_TOLD),
    Phrase("host(s) tried for query failed", "unknown", "tcp", "cassandra", worth=OPAQUE, open=NOT_TOLD),
    Phrase("authenticationexception: authentication error on", "rejected", "service", "cassandra", worth=MEANT),
    Phrase("is not reachable", "unknown", "tcp", "", worth=OPAQUE, open=NOT_TOLD),
    Phrase("did not receive x-remoting-capability header", "protocol-mismatch", "websocket", "jenkins", worth=MEANT),
    Phrase("server didn't accept the handshake: http/", "protocol-mismatch", "service", "jenkins", worth=MEANT),
    Phrase("illegalstateexception: websocket is closed", "closed", "websocket", "vert.x", worth=MEANT),
    Phrase("retrying connect to server: ", "unknown", "tcp", "hadoop", {"hadoop": "retrying"}, OPAQUE, NOT_TOLD),
    Phrase("operationtimedout", "timed-out", "service", "cassandra", worth=MEANT),
    Phrase("driverinternalerror: unexpected exception thrown", "unknown", "", "cassandra", worth=OPAQUE),
    Phrase("unable to connect to server (32103)", "unknown", "tcp", "paho", worth=OPAQUE, open=NOT_TOLD),
    Phrase("connection lost (32109)", "closed", "", "paho", worth=MEANT),
    Phrase("timed out waiting for a response from the server (32000)", "timed-out", "service", "paho", worth=MEANT),
    Phrase("client is not connected (32104)", "closed", "", "paho"),
    # what Android lets no program do
    Phrase("cleartext communication not enabled", "permission-denied", "target", "android", worth=MEANT),
    Phrase("cleartext communication not supported", "permission-denied", "target", "android", worth=MEANT),
    Phrase("unknownserviceexception: cleartext", "permission-denied", "target", "android", worth=MEANT),
    # Netty
    Phrase("received plaintext http traffic on an https channel", "protocol-mismatch", "tls", "netty", worth=MEANT),
    Phrase("received plaintext traffic on an encrypted channel", "protocol-mismatch", "tls", "netty", worth=MEANT),
    Phrase("not an ssl/tls record", "tls-failed", "tls", "netty", worth=MEANT),
    # what java.net and those above it say
    Phrase("java.net.connectexception: connection refused", "refused", "tcp", "java", worth=MEANT),
    Phrase("httphostconnectexception", "refused", "tcp", "java", worth=SENTENCE - 1),
    Phrase("java.net.connectexception: connection timed out", "timed-out", "tcp", "java", worth=MEANT),
    Phrase("connectexception: failed to connect to", "refused", "tcp", "java"),
    Phrase("remote host terminated the handshake", "closed", "tls", "java", worth=MEANT + 1),
    Phrase("eof reached while reading", "closed", "", "java"),
    Phrase("sslpeerunverifiedexception", "tls-failed", "tls", "java", worth=MEANT),
    Phrase("connect timed out", "timed-out", "tcp", "java"),
    Phrase("sockettimeoutexception", "timed-out", "", "java"),
    Phrase("httpconnecttimeoutexception", "timed-out", "tcp", "java"),
    Phrase("httptimeoutexception", "timed-out", "", "java"),
    Phrase("connecttimeoutexception", "timed-out", "tcp", "java"),
    Phrase("unknownhostexception", "name-not-resolved", "name", "java", worth=MEANT),
    Phrase("not permitted by network security policy", "permission-denied", "target", "android", worth=MEANT),
    Phrase("unresolvedaddressexception", "name-not-resolved", "name", "java"),
    Phrase("noroutetohostexception", "unreachable", "route", "java", {"errno": "EHOSTUNREACH"}),
    Phrase("java.net.bindexception: address already in use", "address-in-use", "tcp", "java", {"errno": "EADDRINUSE"}, MEANT),
    Phrase("java.net.bindexception: cannot assign", "address-unavailable", "tcp", "java", {"errno": "EADDRNOTAVAIL"}, MEANT),
    Phrase("java.net.socketexception: connection reset", "reset", "", "java", worth=MEANT),
    Phrase("unexpected end of file from server", "closed", "http", "java"),
    Phrase("header parser received no bytes", "closed", "http", "java"),
    Phrase("nohttpresponseexception", "closed", "http", "java"),
    Phrase("closedchannelexception", "closed", "", "java", worth=OPAQUE),
    Phrase("unsupportedaddresstypeexception", "address-unavailable", "tcp", "java", {"errno": "EAFNOSUPPORT"}, MEANT),
    Phrase("protocol family unavailable", "address-unavailable", "tcp", "java", {"errno": "EAFNOSUPPORT"}, MEANT),
    Phrase("java.io.ioexception: invalid http response", "protocol-mismatch", "http", "java", worth=MEANT + 1),
    Phrase("filenotfoundexception: http", "rejected", "http", "java", {"http_status": 404}, MEANT),
    Phrase("prematurecloseexception", "closed", "http", "java"),
    Phrase("unrecognized ssl message", "tls-failed", "tls", "java", worth=MEANT),
    Phrase("unsupported or unrecognized ssl message", "tls-failed", "tls", "java", worth=MEANT),
    Phrase("sslhandshakeexception", "tls-failed", "tls", "java", worth=MEANT),
    Phrase("sslexception", "tls-failed", "tls", "java"),
    Phrase("pkix path building failed", "tls-failed", "tls", "java", worth=MEANT),
    Phrase("unexpected end of stream on", "closed", "http", "okhttp"),
)  # fmt: skip

_UNTOLD = re.compile(r"\bjava\.net\.ConnectException$")
"The JDK's HttpClient gives no text to what SocketChannel.connect said."
_REFUSED = re.compile(r"\bConnection to \S{1,260} refused\b")
"Apache's HttpClient for Java."
_CLEARTEXT = re.compile(
    r"(?i)cleartext (?:http )?(?:traffic|communication) to (\S{1,253}) (?:is )?not (?:permitted|supported)"
)
_NAME = re.compile(
    r"UnknownHostException: (?:Unable to resolve host \"([^\"\s]{1,253})\"|([\w.-]{1,253})(?!\w* to resolve))"
)


def read(line: str) -> Iterator[Reading]:
    """Exceptions by their class and their text."""
    named = _NAME.search(line)
    host = "" if named is None else named[1] or named[2]
    for one in phrases(SAID, line):
        yield replace(one, host=host)
    plain = _CLEARTEXT.search(line)
    if plain is not None:
        yield Reading(
            kind="permission-denied", worth=MEANT, client="android", step="target", host=plain[1], at=plain.start()
        )
    refused = _REFUSED.search(line)
    if refused is not None:
        yield Reading(kind="refused", worth=SENTENCE, client="java", step="tcp", at=refused.start())
    untold = _UNTOLD.search(line)
    if untold is not None:
        yield Reading(kind="refused", worth=SENTENCE - 1, client="java", step="tcp", open=NOT_TOLD, at=untold.start())
    if host:
        yield Reading(kind="unknown", worth=OPAQUE, host=host)
