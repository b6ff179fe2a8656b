"""Java and its kin: java.net, javax.net.ssl, Netty, OkHttp, HttpClient."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, SUPPOSED, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    " refused", "certificate for <", "javax.net", "java.net", "connectexception", "unknownhost", "sockettimeout", "noroutetohost", "bindexception",
    "connect timed out", "failed to respond", "closedchannel", "unresolvedaddress", "pkix path", "handshake_failure", "cleartext", "] during [", "httpclienterror", "httpservererror",
)  # fmt: skip

SAID = (
    Phrase("port out of range:", "unknown", "target", "java", worth=OPAQUE),
    Phrase("illegalstateexception: websocket is closed", "closed", "websocket", "vert.x", worth=MEANT),
    # what Android lets no program do
    Phrase("cleartext communication not enabled", "permission-denied", "target", "android", worth=MEANT),
    Phrase("cleartext communication not supported", "permission-denied", "target", "android", worth=MEANT),
    Phrase("unknownserviceexception: cleartext", "permission-denied", "target", "android", worth=MEANT),
    # TLS: JSSE, Conscrypt, Bouncy Castle
    Phrase("sslexception: connection closed by peer", "closed", "tls", "java", worth=MEANT + 1),
    Phrase("remote host closed connection during handshake", "tls-failed", "tls", "java", worth=MEANT + 1),
    Phrase("during system call, software caused connection abort", "reset", "", "java", {"errno": "ECONNABORTED"}, MEANT),
    Phrase("during system call, connection reset by peer", "reset", "", "java", {"errno": "ECONNRESET"}, MEANT),
    Phrase("during system call, broken pipe", "closed", "", "java", {"errno": "EPIPE"}, MEANT),
    Phrase("during system call, connection timed out", "timed-out", "", "java", {"errno": "ETIMEDOUT"}, MEANT),
    Phrase("received fatal alert: ", "tls-failed", "tls", "java", worth=MEANT),
    Phrase("ioexception: broken pipe", "closed", "", "java", {"errno": "EPIPE"}),
    Phrase("unable to tunnel through proxy", "proxy", "proxy", "java", worth=MEANT + 1),
    # java.net.SocksSocketImpl, Netty's and OkHttp's proxies
    Phrase("socketexception: socks", "proxy", "proxy", "java", worth=MEANT + 1),
    Phrase("from socks server", "proxy", "proxy", "java", worth=MEANT + 1),
    Phrase("can't connect to socks proxy", "proxy", "proxy", "java", worth=MEANT + 1),
    Phrase("proxyconnectexception: ", "proxy", "proxy", "netty", worth=MEANT + 1),
    Phrase("unexpected response code for connect: ", "proxy", "proxy", "okhttp", worth=MEANT + 1),
    Phrase("server redirected too many", "rejected", "http", "java", worth=MEANT),
    Phrase("networkonmainthreadexception", "permission-denied", "", "android", worth=MEANT),
    Phrase("ioexception: received rst_stream", "reset", "http", "java", worth=MEANT),
    # WebSocket: OkHttp's reader of frames, the JDK's handshake
    Phrase("protocolexception: control frame", "protocol-mismatch", "websocket", "okhttp", worth=MEANT),
    Phrase("protocolexception: code must be in range", "protocol-mismatch", "websocket", "okhttp", worth=MEANT),
    Phrase("protocolexception: expected continuation opcode", "protocol-mismatch", "websocket", "okhttp", worth=MEANT),
    Phrase("protocolexception: unexpected rsv", "protocol-mismatch", "websocket", "okhttp", worth=MEANT),
    Phrase("server-sent frames must not be masked", "protocol-mismatch", "websocket", "okhttp", worth=MEANT),
    Phrase("java.net.http.websockethandshakeexception", "rejected", "websocket", "java"),
    Phrase("protocolexception: unexpected status line", "protocol-mismatch", "http", "okhttp", worth=MEANT),
    Phrase("adb server didn't ack", "unknown", "tcp", "adb", worth=OPAQUE, open=NOT_TOLD),
    Phrase("missing internet permission", "permission-denied", "", "android", worth=MEANT),
    Phrase(": goaway received", "closed", "http", "java", worth=MEANT),
    Phrase("stream was reset: protocol_error", "protocol-mismatch", "http", "okhttp", worth=MEANT + 1),
    Phrase("streamresetexception: stream was reset", "reset", "http", "okhttp", worth=MEANT),
    Phrase("http2.connectionshutdownexception", "closed", "http", "okhttp", worth=MEANT),
    Phrase("expected ':status' header not present", "protocol-mismatch", "http", "okhttp", worth=MEANT),
    Phrase("interruptedioexception: timeout", "timed-out", "", "okhttp", worth=MEANT),
    Phrase("before receiving peer's close_notify", "closed", "tls", "java", worth=MEANT + 1),
    Phrase("connection pool shut down", "closed", "", "java", worth=MEANT),
    Phrase("peer not authenticated", "tls-failed", "tls", "java", worth=MEANT),
    Phrase("forced the closure of an existing connection", "reset", "", "java", {"errno": "WSAECONNRESET"}, MEANT),
    Phrase("no appropriate protocol, may be no appropriate cipher suite", "tls-failed", "tls", "java", worth=MEANT),
    Phrase("cannot kickstart, the connection is broken or closed", "closed", "tls", "java", worth=MEANT + 1),
    Phrase("no appropriate protocol (protocol is disabled", "tls-failed", "tls", "java", worth=MEANT),
    Phrase("tlsfatalalertreceived", "tls-failed", "tls", "bouncycastle", worth=MEANT),
    Phrase("certpathvalidatorexception", "tls-failed", "tls", "java", worth=MEANT),
    Phrase("socketexception: socket is closed", "closed", "", "java", worth=MEANT),
    Phrase("socketexception: socket closed", "closed", "", "java", worth=MEANT),
    # Netty
    Phrase("http/2 client preface string missing or corrupt", "protocol-mismatch", "http", "netty", worth=MEANT),
    Phrase("first received frame was not settings", "protocol-mismatch", "http", "netty", worth=MEANT),
    Phrase("timeout.readtimeoutexception", "timed-out", "", "netty", worth=MEANT),
    Phrase("timeout.writetimeoutexception", "timed-out", "", "netty", worth=MEANT),
    Phrase("received plaintext http traffic on an https channel", "protocol-mismatch", "tls", "netty", worth=MEANT),
    Phrase("received plaintext traffic on an encrypted channel", "protocol-mismatch", "tls", "netty", worth=MEANT),
    Phrase("not an ssl/tls record", "protocol-mismatch", "tls", "netty", worth=MEANT),
    # what java.net and those above it say
    Phrase("java.net.connectexception: connection refused", "refused", "tcp", "java", worth=MEANT),
    Phrase("httphostconnectexception", "refused", "tcp", "java", worth=SENTENCE - 1),
    Phrase("java.net.connectexception: connection timed out", "timed-out", "tcp", "java", worth=MEANT),
    Phrase("connectexception: failed to connect to", "unknown", "tcp", "okhttp", worth=OPAQUE, open=NOT_TOLD),
    Phrase("connectexception failed to connect to", "unknown", "tcp", "okhttp", worth=OPAQUE, open=NOT_TOLD),
    Phrase("annotatedconnectexception", "unknown", "tcp", "netty", worth=OPAQUE, open=NOT_TOLD),
    Phrase("annotated connectexception", "unknown", "tcp", "netty", worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to respond with a valid http response", "protocol-mismatch", "http", "java", worth=MEANT),
    Phrase("org.apache.http.protocolexception: invalid header", "protocol-mismatch", "http", "java", worth=MEANT),
    Phrase("invalid character found in method name", "protocol-mismatch", "http", "tomcat", worth=MEANT),
    Phrase("idle timeout expired: ", "timed-out", "hold", "jetty", worth=MEANT),
    Phrase("jetty.io.eofexception", "closed", "", "jetty"),
    Phrase("remote host terminated the handshake", "tls-failed", "tls", "java", worth=MEANT + 1),
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
    Phrase("noroutetohostexception: can't assign", "address-unavailable", "tcp", "java", {"errno": "EADDRNOTAVAIL"}, MEANT),
    Phrase("noroutetohostexception: cannot assign", "address-unavailable", "tcp", "java", {"errno": "EADDRNOTAVAIL"}, MEANT),
    Phrase("java.net.bindexception: can't assign", "address-unavailable", "tcp", "java", {"errno": "EADDRNOTAVAIL"}, MEANT),
    Phrase("java.net.bindexception: cannot assign", "address-unavailable", "tcp", "java", {"errno": "EADDRNOTAVAIL"}, MEANT),
    Phrase("java.net.socketexception: connection reset", "reset", "", "java", worth=MEANT),
    Phrase("unexpected end of file from server", "closed", "http", "java", worth=MEANT),
    Phrase("header parser received no bytes", "closed", "http", "java"),
    Phrase("nohttpresponseexception", "closed", "http", "java"),
    Phrase("closedchannelexception", "closed", "", "java", worth=OPAQUE),
    Phrase("unsupportedaddresstypeexception", "address-unavailable", "tcp", "java", {"errno": "EAFNOSUPPORT"}, MEANT),
    Phrase("protocol family unavailable", "address-unavailable", "tcp", "java", {"errno": "EAFNOSUPPORT"}, MEANT),
    Phrase("java.io.ioexception: invalid http response", "protocol-mismatch", "http", "java", worth=MEANT + 1),
    Phrase("filenotfoundexception: http", "rejected", "http", "java", {"http_status": 404}, MEANT),
    Phrase("prematurecloseexception", "closed", "http", "java", worth=MEANT),
    Phrase("unrecognized ssl message", "protocol-mismatch", "tls", "java", worth=MEANT),
    Phrase("sslhandshakeexception", "tls-failed", "tls", "java", worth=MEANT),
    Phrase("sslexception", "tls-failed", "tls", "java"),
    Phrase("pkix path building failed", "tls-failed", "tls", "java", worth=MEANT),
    Phrase("eofexception: \\n not found", "closed", "http", "okhttp"),
    # what may be about a file or a computation, but for the frames
    Phrase("java.io.eofexception", "closed", "", "java", worth=SUPPOSED),
    Phrase("ioexception: stream closed", "closed", "", "java", worth=SUPPOSED),
    Phrase("ioexception: premature eof", "closed", "", "java", worth=SUPPOSED),
    Phrase("java.io.interruptedioexception", "timed-out", "", "java", worth=SUPPOSED),
    Phrase("ioexception: operation not permitted", "permission-denied", "", "java", {"errno": "EPERM"}, SUPPOSED),
    Phrase("ioexception: permission denied", "permission-denied", "", "java", {"errno": "EACCES"}, SUPPOSED),
    Phrase("java.util.concurrent.timeoutexception", "timed-out", "", "java", worth=SUPPOSED),
    Phrase("socketexception: invalid argument", "unknown", "", "java", {"errno": "EINVAL"}, SUPPOSED),
    Phrase("ioexception: shutdown", "closed", "http", "okhttp"),
    Phrase("ioexception:shutdown", "closed", "http", "okhttp"),
    Phrase("unexpected end of stream on", "closed", "http", "okhttp"),
)  # fmt: skip

_UNTOLD = pattern(r"\bjava\.net\.ConnectException$")
"The JDK's HttpClient gives no text to what SocketChannel.connect said."
_STATUS = pattern(
    r"\[([45]\d\d)[^\]]{0,40}\] during \[[A-Z]{3,7}\] to \[|\bHttp(?:Client|Server)ErrorException[$A-Za-z]{0,30}: ([45]\d\d)\b"
)
"Feign's way to print a status, and Spring's."
_REFUSED = pattern(r"\bConnection to \S{1,260} refused\b")
"Apache's HttpClient for Java."
_NO_RESPONSE = pattern(r"\b(?:server|:\d{1,5}) failed to respond\b(?! in time| within)")
"HttpClient's NoHttpResponseException: the connection ended before the first byte of an answer."
_CLEARTEXT = pattern(
    r"(?i)cleartext (?:http )?(?:traffic|communication) to (\S{1,253}) (?:is )?not (?:permitted|supported)"
)
_NAME = pattern(
    r"UnknownHostException: (?:Unable to resolve host \"([^\"\s]{1,253})\"|([\w.-]{1,253})(?!\w* to resolve))"
)


_MISNAMED = pattern(r"\bCertificate for <[^>\s]{1,253}> doesn't\b")
"Apache's HttpClient for Java, whose sentence terminals break."


def read(line: str) -> Iterator[Reading]:
    """Exceptions by their class and their text."""
    if (misnamed := _MISNAMED.search(line)) is not None:
        yield Reading(kind="tls-failed", worth=MEANT, client="java", step="tls", at=misnamed.start())
    named = _NAME.search(line)
    host = "" if named is None else named[1] or named[2]
    for one in phrases(SAID, line):
        yield replace(one, host=host)
    dropped = _NO_RESPONSE.search(line)
    if dropped is not None:
        yield Reading(kind="closed", worth=SENTENCE, client="java", step="http", at=dropped.start())
    plain = _CLEARTEXT.search(line)
    if plain is not None:
        yield Reading(
            kind="permission-denied", worth=MEANT, client="android", step="target", host=plain[1], at=plain.start()
        )
    yield from answered(_STATUS.search(line), of_request, CODE, client="java")
    refused = _REFUSED.search(line)
    if refused is not None:
        yield Reading(kind="refused", worth=SENTENCE, client="java", step="tcp", at=refused.start())
    untold = _UNTOLD.search(line)
    if untold is not None:
        yield Reading(kind="refused", worth=SENTENCE - 1, client="java", step="tcp", open=NOT_TOLD, at=untold.start())
    if host:
        yield Reading(kind="unknown", worth=OPAQUE, host=host)
