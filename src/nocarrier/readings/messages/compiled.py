"""Go, Rust, Java and its kin, .NET, Ruby, PHP, Erlang and Elixir: what their standard libraries print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.facts.services import DEFAULT_PORT
from nocarrier.model.prose import say
from nocarrier.readings.messages.errnos import KIND, step_of
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, Reading
from nocarrier.readings.messages.statuses import of_request

STEMS = (
    "external resolution failed",
    " refused",
    "dial tcp", "dial udp", "dial unix", "i/o timeout", "no such host", "context deadline exceeded", "server gave http response",
    "malformed http", "unexpected eof", "use of closed network", "tls: ", "x509: ", "connectionrefused", "timedout", "kind: ",
    "hyper::", "reqwest", "dns error", "tcp connect error", "javax.net", "java.net", "connectexception", "unknownhost",
    "sockettimeout", "noroutetohost", "bindexception", "connect timed out", "closedchannel", "unresolvedaddress",
    "actively refused", "did not properly respond", "no such host is known", "forcibly closed", "socketexception",
    "name or service not known", "errno::", "net::opentimeout", "net::readtimeout", "socketerror", "eoferror", "openssl::ssl",
    'get "http', "{:error, :e", "{error,e", "stream_socket_client", "fsockopen", "php_network_getaddresses", "failed to open stream", "sqlstate[", ":econnrefused",
    ":nxdomain", ":timeout", "unable to connect to ", "handshake_failure", "pkix path", ": eof", "dial:eof", "failed to get reader: ",
    ":econnrefused", "tcp connect: e",
)  # fmt: skip

NOT_TOLD = say(
    "The message is the same for every failure to connect; its inner exception or the log beside it says which it was."
)

SAID = (
    # Go: net, crypto/tls, net/http
    Phrase("no such host", "name-not-resolved", "name", "go", {"errno": "EAI_NONAME"}),
    Phrase("status = statuspolicyviolation", "rejected", "websocket", "go", {"close_code": 1008}, CODE),
    Phrase("status = statusinternalerror", "closed", "websocket", "go", {"close_code": 1011}, CODE),
    Phrase("server misbehaving", "name-not-resolved", "name", "go"),
    Phrase("use of closed network connection", "unknown", "", "go", worth=OPAQUE),
    Phrase("external resolution failed", "name-not-resolved", "name", "docker", worth=MEANT),
    Phrase("i/o timeout", "timed-out", "", "go"),
    Phrase("context deadline exceeded", "timed-out", "", "go"),
    Phrase("client.timeout exceeded while awaiting headers", "timed-out", "http", "go", worth=MEANT),
    Phrase("tls handshake timeout", "timed-out", "tls", "go", worth=MEANT),
    Phrase("server gave http response to https client", "tls-failed", "tls", "go", worth=MEANT),
    Phrase("first record does not look like a tls handshake", "tls-failed", "tls", "go", worth=MEANT),
    Phrase("malformed http response", "protocol-mismatch", "http", "go", worth=MEANT),
    Phrase("malformed http status code", "protocol-mismatch", "http", "go", worth=MEANT),
    Phrase("request canceled while waiting for connection", "timed-out", "tcp", "go", worth=MEANT),
    Phrase("x509: ", "tls-failed", "tls", "go", worth=MEANT),
    Phrase("remote error: tls:", "tls-failed", "tls", "go", worth=MEANT),
    Phrase("connect: no such file or directory", "refused", "tcp", "go", {"errno": "ENOENT"}),
    Phrase("connect: permission denied", "permission-denied", "tcp", "go", {"errno": "EACCES"}),
    Phrase("connect: operation not permitted", "permission-denied", "tcp", "go", {"errno": "EPERM"}),
    Phrase("connect: connection refused", "refused", "tcp", "go", {"errno": "ECONNREFUSED"}),
    Phrase("connection refused (os error", "refused", "tcp", "rust", {"errno": "ECONNREFUSED"}),
    # Rust: std::io, hyper, reqwest
    Phrase("kind: connectionrefused", "refused", "tcp", "rust"),
    Phrase("kind: timedout", "timed-out", "", "rust"),
    Phrase("kind: wouldblock", "timed-out", "", "rust"),
    Phrase("resource temporarily unavailable (os error 11)", "timed-out", "", "rust"),
    Phrase("tls connection init failed: ", "tls-failed", "tls", "rust"),
    Phrase("tls connection init failed: unexpected end of file", "closed", "tls", "rust", worth=MEANT),
    Phrase("network error: unexpected eof", "closed", "http", "rust"),
    Phrase("wrong number of tokens in status line", "protocol-mismatch", "http", "rust", worth=MEANT),
    Phrase("http version did not start with http/", "protocol-mismatch", "http", "rust", worth=MEANT),
    Phrase("kind: permissiondenied, message", "permission-denied", "", "rust", {"errno": "EACCES"}),
    Phrase("kind: connectionreset", "reset", "", "rust"),
    Phrase("kind: connectionaborted", "closed", "", "rust"),
    Phrase("kind: unexpectedeof", "closed", "", "rust"),
    Phrase("kind: addrinuse", "address-in-use", "tcp", "rust"),
    Phrase("kind: addrnotavailable", "address-unavailable", "tcp", "rust"),
    Phrase("failed to lookup address information", "name-not-resolved", "name", "rust"),
    Phrase("connection closed before message completed", "closed", "http", "rust"),
    Phrase("hyper::error(incompletemessage)", "closed", "http", "rust", worth=MEANT),
    Phrase("hyper::error(channelclosed)", "closed", "http", "rust"),
    Phrase("hyper::error(parse(", "protocol-mismatch", "http", "rust", worth=MEANT),
    Phrase("invalid http version parsed", "protocol-mismatch", "http", "rust"),
    Phrase("operation timed out", "timed-out", "", ""),
    Phrase("source: timedout", "timed-out", "", "rust"),
    Phrase("kind: invaliddata, error: ", "tls-failed", "tls", "rust"),
    Phrase("invalid peer certificate", "tls-failed", "tls", "rust", worth=MEANT),
    # Java, Kotlin, Scala: java.net, javax.net.ssl, netty, okhttp, HttpClient
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
    Phrase(
        "java.net.bindexception: address already in use",
        "address-in-use",
        "tcp",
        "java",
        {"errno": "EADDRINUSE"},
        MEANT,
    ),
    Phrase(
        "java.net.bindexception: cannot assign",
        "address-unavailable",
        "tcp",
        "java",
        {"errno": "EADDRNOTAVAIL"},
        MEANT,
    ),
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
    # .NET
    Phrase("target machine actively refused it", "refused", "tcp", "", {"errno": "WSAECONNREFUSED"}, MEANT),
    Phrase(
        "did not properly respond after a period of time", "timed-out", "tcp", "", {"errno": "WSAETIMEDOUT"}, MEANT
    ),
    Phrase("no such host is known", "name-not-resolved", "name", "", {"errno": "WSAHOST_NOT_FOUND"}, MEANT),
    Phrase("forcibly closed by the remote host", "reset", "", "", {"errno": "WSAECONNRESET"}, MEANT),
    Phrase(
        "established connection was aborted by the software in your host",
        "closed",
        "",
        "",
        {"errno": "WSAECONNABORTED"},
        MEANT,
    ),
    Phrase("unreachable host", "unreachable", "route", "", {"errno": "WSAEHOSTUNREACH"}, MEANT),
    Phrase("unreachable network", "unreachable", "route", "", {"errno": "WSAENETUNREACH"}, MEANT),
    Phrase("only one usage of each socket address", "address-in-use", "tcp", "", {"errno": "WSAEADDRINUSE"}, MEANT),
    Phrase(
        "requested address is not valid in its context",
        "address-unavailable",
        "tcp",
        "",
        {"errno": "WSAEADDRNOTAVAIL"},
        MEANT,
    ),
    Phrase(
        "in a way forbidden by its access permissions", "permission-denied", "tcp", "", {"errno": "WSAEACCES"}, MEANT
    ),
    Phrase("the ssl connection could not be established", "tls-failed", "tls", "dotnet"),
    Phrase("remotecertificatenamemismatch", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("remotecertificatechainerrors", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("cannot determine the frame size", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("the remote certificate was rejected", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("authentication failed because the remote party", "closed", "tls", "dotnet", worth=MEANT),
    Phrase("authentication failed, see inner exception", "tls-failed", "tls", "dotnet"),
    Phrase("the remote certificate is invalid", "tls-failed", "tls", "dotnet"),
    Phrase(
        "the request was canceled due to the configured httpclient.timeout", "timed-out", "", "dotnet", worth=MEANT
    ),
    Phrase("the response ended prematurely", "closed", "http", "dotnet"),
    Phrase("received an invalid status line", "protocol-mismatch", "http", "dotnet", worth=MEANT),
    Phrase("unable to connect to the remote server", "unknown", "", "dotnet", worth=OPAQUE, open=NOT_TOLD),
    Phrase("an error occurred while sending the request", "unknown", "", "dotnet", worth=OPAQUE, open=NOT_TOLD),
    Phrase("the remote name could not be resolved", "name-not-resolved", "name", "dotnet", worth=MEANT),
    Phrase("could not establish trust relationship", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase(
        "impossibile stabilire una relazione di trust per il canale sicuro ssl/tls",
        "tls-failed",
        "tls",
        "dotnet",
        worth=MEANT,
    ),
    Phrase("vertrauensstellung für den sicheren ssl/tls-kanal", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("relation de confiance pour le canal sécurisé ssl/tls", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("relación de confianza para el canal seguro ssl/tls", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("ssl/tls 安全通道建立信任关系", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("доверительные отношения для защищенного канала ssl/tls", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("could not create ssl/tls secure channel", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("an unexpected error occurred on a send", "closed", "", "dotnet", worth=MEANT),
    Phrase("an unexpected error occurred on a receive", "closed", "", "dotnet", worth=MEANT),
    Phrase("tcp connect to (", "unknown", "tcp", "powershell", worth=OPAQUE, open=NOT_TOLD),
    Phrase("cannot resolve destination host", "name-not-resolved", "name", "unity"),
    Phrase("cannot connect to destination host", "unknown", "", "unity", worth=OPAQUE, open=NOT_TOLD),
    # .NET Framework and Mono: System.Net.WebExceptionStatus
    Phrase("proxynameresolutionfailure", "proxy", "proxy", "dotnet", worth=MEANT),
    Phrase("error: nameresolutionfailure", "name-not-resolved", "name", "dotnet", worth=MEANT),
    Phrase("securechannelfailure", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("trustfailure", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("serverprotocolviolation", "protocol-mismatch", "http", "dotnet", worth=MEANT),
    Phrase("receivefailure", "closed", "http", "dotnet"),
    Phrase("keepalivefailure", "closed", "http", "dotnet"),
    Phrase("error: connectfailure", "refused", "tcp", "dotnet", worth=OPAQUE, open=NOT_TOLD),
    Phrase("webexception: the operation has timed out", "timed-out", "", "dotnet", worth=MEANT),
    Phrase("socketexception: access denied", "permission-denied", "", "dotnet", {"errno": "EACCES"}, MEANT),
    Phrase(
        "socketexception (0x80004005): access denied", "permission-denied", "", "dotnet", {"errno": "EACCES"}, MEANT
    ),
    Phrase(
        "requested address is not valid in this context",
        "address-unavailable",
        "tcp",
        "dotnet",
        {"errno": "EADDRNOTAVAIL"},
        MEANT,
    ),
    # Ruby
    Phrase("net::httpbadresponse", "protocol-mismatch", "http", "ruby", worth=MEANT),
    Phrase("execution expired", "timed-out", "", "ruby"),
    Phrase("got invalid response type", "protocol-mismatch", "service", "redis"),
    Phrase("connectionfailed: end of file reached", "closed", "", "ruby", worth=MEANT),
    Phrase("eoferror: end of file reached", "closed", "", "ruby", worth=MEANT),
    Phrase("errno::econnrefused", "refused", "tcp", "ruby", {"errno": "ECONNREFUSED"}, MEANT),
    Phrase("failed to open tcp connection to", "unknown", "tcp", "ruby", worth=OPAQUE),
    Phrase("net::opentimeout", "timed-out", "tcp", "ruby", worth=MEANT),
    Phrase("net::readtimeout", "timed-out", "http", "ruby", worth=MEANT),
    Phrase("getaddrinfo: name or service not known", "name-not-resolved", "name", "", {"errno": "EAI_NONAME"}),
    Phrase("end of file reached", "closed", "", "ruby"),
    Phrase("openssl::ssl::sslerror", "tls-failed", "tls", "ruby", worth=MEANT),
    # PHP
    Phrase("php_network_getaddresses", "name-not-resolved", "name", "php", worth=MEANT),
    Phrase("failed to open stream: http invalid response", "protocol-mismatch", "http", "php", worth=MEANT),
    Phrase("failed to open stream: http request failed!", "unknown", "http", "php", worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to enable crypto", "tls-failed", "tls", "php", worth=MEANT),
    Phrase("ssl operation failed with code", "tls-failed", "tls", "php"),
    Phrase("failed to parse address", "unknown", "target", "php", worth=SENTENCE),
    # Dart
    Phrase("failed host lookup: ", "name-not-resolved", "name", "dart", worth=MEANT),
    # Erlang, Elixir
    Phrase(",econnrefused", "refused", "tcp", "erlang", {"errno": "ECONNREFUSED"}, MEANT),
    Phrase(",etimedout", "timed-out", "tcp", "erlang", {"errno": "ETIMEDOUT"}, MEANT),
    Phrase(",nxdomain", "name-not-resolved", "name", "erlang", {"errno": "EAI_NONAME"}, MEANT),
    Phrase("tcp recv: closed", "closed", "", "elixir"),
    Phrase("tcp recv: timeout", "timed-out", "service", "elixir"),
    Phrase("tcp send: closed", "closed", "", "elixir"),
    Phrase("tcp connect: econnrefused", "refused", "tcp", "elixir", {"errno": "ECONNREFUSED"}),
    Phrase("tcp connect: etimedout", "timed-out", "tcp", "elixir", {"errno": "ETIMEDOUT"}),
    Phrase("tcp connect: nxdomain", "name-not-resolved", "name", "elixir", {"errno": "EAI_NONAME"}),
    Phrase(":econnrefused", "refused", "tcp", "elixir", {"errno": "ECONNREFUSED"}),
    Phrase(":nxdomain", "name-not-resolved", "name", "elixir", {"errno": "EAI_NONAME"}, MEANT),
    Phrase(":etimedout", "timed-out", "tcp", "elixir", {"errno": "ETIMEDOUT"}),
    Phrase("{:error, :timeout}", "timed-out", "", "elixir"),
    Phrase("{:error, :closed}", "closed", "", "elixir"),
)

_GO = re.compile(
    r"\bdial (tcp[46]?|udp[46]?|unix) (?:(?:\S{1,64})->)?(\[[^\]]{2,64}\]|/[^\s:]{1,107}|[\w.-]{0,253})(?::(\d{1,5}))?(?::|$)"
)
_READ = re.compile(
    r"\b(?:read|write) (?:tcp|udp)[46]? \S{1,64}->(\[[^\]\s]{2,64}\]|[\w.-]{1,253}):(\d{1,5}): (?:read|write|i/o)"
)
_LOOKUP = re.compile(r"\blookup (?!(?:failure|error)\b)([\w.-]{1,253})(?: on (\[?[0-9A-Fa-f.:]{2,45}\]?):53)? ?:")
_NAME = re.compile(
    r"getaddrinfo for ([\w.-]{1,253}) failed:|host lookup: '([\w.-]{1,253})'|could not be resolved: '([\w.-]{1,253})'"
)
_ATOM = re.compile(r"\{:?error, ?:?(e[a-z]{3,14})\}")
"inet:posix()."
_REQWEST = re.compile(
    r"url: Url \{ scheme: \"([a-z]{2,12})\".{1,200}?host: Some\((?:Domain\(\"([\w.-]{1,253})\"\)|Ipv[46]\(([0-9A-Fa-f:.]{2,45})\))\), port: (?:Some\((\d{1,5})\)|None)"
)
_STATUS = re.compile(r"reqwest::Error \{ kind: Status\((\d{3})\)")
_UNTOLD = re.compile(r"\bjava\.net\.ConnectException$")
"The JDK's HttpClient gives no text to what SocketChannel.connect said."
_TUNNEL = re.compile(
    r"(?:Get|Post|Put|Head|Patch|Delete|Options) \"?https://[^\s\"]{1,1024}\"?: (?:Forbidden|Bad Gateway|Bad Request|Not Found|Method Not Allowed|"
    r"Service Unavailable|Gateway Timeout|Proxy Authentication Required|Internal Server Error)$"
)
"net/http says no more than the proxy's words where it refuses the tunnel."
_EOF = re.compile(
    r"(?:\b(?:Get|Post|Put|Head|Patch|Delete|Options) \"?https?://[^\s\"]{1,1024}\"?|TLS handshake error from \S{1,64}|websocket\.Dial \S{1,1024}): (?:unexpected )?EOF$|\bdial: ?(?:unexpected )?EOF$"
)
_PHP = re.compile(
    r"(?i)(?:unable to connect to|stream_socket_client\(\)?:? ?|fsockopen\(\)?:? ?).{0,40}?((?:tcp|ssl|tls|unix|udp)://)?([\w.-]{1,253}):(\d{1,5}) \(([^)]{1,120})\)"
)
_DART = re.compile(r"\bOS Error: .{0,200}?, address = ([\w.:-]{1,253}), port = (\d{1,5})")
GIVEN_OUT = 32768
"Of a refused connection Dart prints the client's own port; those from here on are given to clients."
_REFUSED = re.compile(r"\bConnection to \S{1,260} refused\b")
"Apache's HttpClient for Java."
_ERLANG = re.compile(
    r"to_address,\{\\?\"([^\"\\]{1,253})\\?\",(\d{1,5})\}|TCP connect to \(([\w.:-]{1,253}) : (\d{1,5})\)"
)
"Erlang's httpc; PowerShell's Test-NetConnection."
_RUST = re.compile(
    r"scheme: \"(\w{1,20})\".{0,120}?host: Some\(Domain\(\"([\w.-]{1,253})\"\)\), port: (?:Some\((\d{1,5})\)|None)"
)
_JAVA = re.compile(
    r"UnknownHostException: (?:Unable to resolve host \"([^\"\s]{1,253})\"|([\w.-]{1,253})(?!\w* to resolve))|CLEARTEXT communication to (\S{1,253}) not"
)


def read(line: str) -> Iterator[Reading]:
    """Sentences, with the place that their library puts beside them."""
    host, port, scheme, through = _place(line)
    from nocarrier.model.record import replace

    looked_up = _LOOKUP.search(line) is not None
    for one in phrases(SAID, line):
        if one.step == "http" and one.kind == "timed-out" and "dial tcp" in line:
            one = replace(one, step="tcp")  # it waited for headers in so far as it waited for the connection
        if looked_up and one.kind != "name-not-resolved":
            continue  # said of the name server
        yield replace(one, host=one.host or host, port=one.port or port, scheme=one.scheme or scheme, through=through)
    if looked_up:
        name = Reading(kind="name-not-resolved", worth=MEANT, client="go", step="name", host=host, port=port)
        yield replace(name, through=through)
    refused = _REFUSED.search(line)
    if refused is not None:
        yield Reading(kind="refused", worth=SENTENCE, client="java", step="tcp", at=refused.start())
    status = _STATUS.search(line)
    if status is not None and (meant := of_request(int(status[1]))) is not None:
        yield Reading(
            kind=meant[0], worth=MEANT, client="rust", step=meant[1], code={"http_status": int(status[1])},
            host=host, port=port, scheme=scheme, at=status.start(),
        )  # fmt: skip
    untold = _UNTOLD.search(line)
    if untold is not None:
        yield Reading(kind="refused", worth=SENTENCE - 1, client="java", step="tcp", open=NOT_TOLD, at=untold.start())
    tunnel = _TUNNEL.search(line)
    if tunnel is not None:
        yield Reading(kind="proxy", worth=MEANT + 1, client="go", step="proxy", at=tunnel.start())
    for match in _ATOM.finditer(line):
        symbol = match[1].upper()
        if symbol in KIND:
            yield Reading(
                kind=KIND[symbol], worth=CODE, client="elixir", step=step_of(symbol), code={"errno": symbol}, at=match.start()
            )  # fmt: skip
    ended = _EOF.search(line)
    if ended is not None:
        yield Reading(kind="closed", worth=SENTENCE, client="go", at=ended.start())
    if host:
        yield Reading(kind="unknown", worth=OPAQUE, host=host, port=port, scheme=scheme, at=0)


def _place(line: str) -> tuple[str, int, str, str]:
    go = _GO.search(line)
    lookup = _LOOKUP.search(line)
    if lookup is not None:
        port = int(go[3]) if go is not None and go[3] and go[2] == lookup[1] else 0
        return lookup[1], port, "", ""
    if go is not None and go[2]:
        if go[1] == "unix":
            return go[2], 0, "unix", ""
        through = f"{go[2]}:{go[3]}" if "proxyconnect" in line else ""
        return go[2].strip("[]"), min(int(go[3] or 0), 65535), "", through
    spoken = _READ.search(line)
    if spoken is not None:
        return spoken[1].strip("[]"), min(int(spoken[2]), 65535), "", ""
    url = _REQWEST.search(line)
    if url is not None:
        return url[2] or url[3], min(int(url[4] or DEFAULT_PORT.get(url[1]) or 0), 65535), url[1], ""
    php = _PHP.search(line)
    if php is not None:
        return php[2], min(int(php[3]), 65535), "", ""
    erlang = _ERLANG.search(line)
    if erlang is not None:
        return erlang[1] or erlang[3], min(int(erlang[2] or erlang[4]), 65535), "", ""
    name = _NAME.search(line)
    if name is not None:
        return name[1] or name[2] or name[3], 0, "", ""
    dart = _DART.search(line)
    if dart is not None:
        return dart[1], int(dart[2]) if int(dart[2]) < GIVEN_OUT else 0, "", ""
    rust = _RUST.search(line)
    if rust is not None:
        return rust[2], min(int(rust[3] or DEFAULT_PORT.get(rust[1]) or 0), 65535), rust[1], ""
    java = _JAVA.search(line)
    return (java[1] or java[2] or java[3], 0, "", "") if java is not None else ("", 0, "", "")
