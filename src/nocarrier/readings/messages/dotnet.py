""".NET, Mono, Unity and PowerShell: Winsock's words as they print them, and their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.errnos import numbered
from nocarrier.readings.messages.phrases import NOT_TOLD, POLLED, Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SUPPOSED, WORDS, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STATUSES = {
    "BadRequest": 400, "Unauthorized": 401, "Forbidden": 403, "NotFound": 404, "MethodNotAllowed": 405, "ProxyAuthenticationRequired": 407,
    "RequestTimeout": 408, "Gone": 410, "UpgradeRequired": 426, "TooManyRequests": 429, "InternalServerError": 500, "NotImplemented": 501,
    "BadGateway": 502, "ServiceUnavailable": 503, "GatewayTimeout": 504,
}  # fmt: skip
"System.Net.HttpStatusCode."
REFUSED = (
    "server returned an error: (", "fehler zurückgegeben: (", "distant a retourné une erreur : (", "error en el servidor remoto: (",
    "errore del server remoto: (", "remoto retornou um erro: (", "远程服务器返回错误: (", "リモート サーバーがエラーを返しました: (", "сервер возвратил ошибку: (",
)  # fmt: skip
"What WebException says of a status, in the languages of .NET Framework."
STEMS = (
    "actively refused", "did not properly respond", "no such host is known", "forcibly closed", "socketexception", ", reasonphrase: ", "does not indicate success: ", *REFUSED,
    "resource temporarily unavailable (",
    *(f"{number}{between}{name.lower()}" for name, number in STATUSES.items() for between in ".:"),
    *(f"{before}{name.lower()}" for name in STATUSES for before in ("status code: ", "statuscode: ", "statuscode [", "status code [", "response status ")),
)  # fmt: skip

SAID = (
    Phrase("certificate failed chain validation", "tls-failed", "tls", "dotnet", worth=MEANT + 1),
    Phrase("received an unexpected eof or 0 bytes from the transport stream", "closed", "tls", "dotnet", worth=MEANT + 1),
    Phrase("no space character found after method in request line", "protocol-mismatch", "http", "kestrel", worth=MEANT),
    Phrase("extendedsocketexception: no such device or address", "name-not-resolved", "name", "dotnet", worth=MEANT),
    Phrase("timeout while waiting for packet of type", "timed-out", "service", "mqttnet", worth=MEANT + 1),
    Phrase("within the allowed timeout of", "timed-out", "", "polly", worth=MEANT),
    Phrase("circuit is now open and is not allowing calls", "unknown", "", "polly", worth=OPAQUE),
    Phrase("key exchange negotiation failed", "protocol-mismatch", "service", "ssh.net", worth=MEANT),
    Phrase("connection must be started before data can be sent", "unknown", "", "signalr", worth=OPAQUE),
    # clients of services
    Phrase("not possible to connect to the redis server", "unknown", "tcp", "redis", worth=OPAQUE, open=NOT_TOLD),
    Phrase("unabletoconnect on ", "unknown", "tcp", "redis", worth=OPAQUE, open=NOT_TOLD),
    Phrase("disable abortonconnectfail. timeout", "timed-out", "", "redis", worth=MEANT),
    Phrase("redis server(s). connecttimeout", "timed-out", "tcp", "redis", worth=MEANT),
    Phrase("redis server(s). authenticationfailure", "rejected", "service", "redis", worth=MEANT),
    Phrase("authenticationfailure on ", "rejected", "service", "redis", worth=MEANT),
    Phrase("there was an authentication failure", "rejected", "service", "redis", worth=MEANT),
    Phrase("timeout performing ", "timed-out", "service", "redis", worth=MEANT),
    Phrase("proxyauthenticationrequired", "proxy", "proxy", "dotnet", worth=MEANT + 1),
    # Strings.resx of System.Net
    Phrase("with version policy requestversion", "protocol-mismatch", "http", "dotnet", worth=MEANT),
    Phrase("chunk header length could not be parsed", "protocol-mismatch", "http", "dotnet", worth=MEANT),
    Phrase("was missing the required header", "protocol-mismatch", "websocket", "dotnet", worth=MEANT),
    Phrase("protocol(s), but server is only accepting", "protocol-mismatch", "websocket", "dotnet", worth=MEANT),
    Phrase("frame with one or more reserved bits set", "protocol-mismatch", "websocket", "dotnet", worth=MEANT),
    Phrase(". the server response was: ", "rejected", "service", "dotnet", worth=MEANT),
    # SSH.NET, MailKit, FluentFTP
    Phrase("socks4: client", "proxy", "proxy", "ssh.net", worth=MEANT + 1),
    Phrase("no suitable authentication method found", "rejected", "service", "ssh.net", worth=MEANT),
    Phrase("hmac algorithm not found", "protocol-mismatch", "service", "ssh.net", worth=MEANT),
    Phrase("encryption algorithm not found", "protocol-mismatch", "service", "ssh.net", worth=MEANT),
    Phrase("failed to negotiate key exchange", "protocol-mismatch", "service", "ssh.net", worth=MEANT),
    Phrase("was denied by the remote host", "rejected", "service", "ssh.net", worth=MEANT),
    Phrase("proxyprotocolexception", "proxy", "proxy", "mailkit", worth=MEANT + 1),
    Phrase("syntax error in imap server greeting", "protocol-mismatch", "service", "mailkit", worth=MEANT),
    Phrase("unable to parse status code returned by the server", "protocol-mismatch", "service", "mailkit", worth=MEANT),
    Phrase("ftps security is not available", "rejected", "service", "fluentftp", worth=MEANT),
    Phrase("ftps security could not be established", "tls-failed", "tls", "fluentftp", worth=MEANT),
    Phrase("no client requested methods are acceptable", "proxy", "proxy", "fluentftp", worth=MEANT + 1),
    Phrase("socketclosed on ", "closed", "", "redis", worth=MEANT),
    Phrase("socketclosed (", "closed", "", "redis", worth=MEANT),
    Phrase("unabletoresolvephysicalconnection on ", "unknown", "", "redis", worth=OPAQUE, open=NOT_TOLD),
    Phrase("selecting a server using ", "timed-out", "", "mongodb", worth=WORDS, open=POLLED),
    Phrase("likely due to a network timeout", "timed-out", "service", "rabbitmq", worth=MEANT),
    Phrase("unable to load the service index for source", "unknown", "", "nuget", worth=OPAQUE, open=NOT_TOLD),
    Phrase("a non-blocking socket operation could not be completed immediately", "unknown", "", "", worth=OPAQUE, open=NOT_TOLD),
    Phrase("socketexception (00000001, 11)", "name-not-resolved", "name", "dotnet", {"errno": "EAI_AGAIN"}, MEANT),
    Phrase("socketexception (11): resource temporarily", "name-not-resolved", "name", "dotnet", {"errno": "EAI_AGAIN"}, MEANT),
    Phrase("reading from the stream has failed", "closed", "service", "mysql", worth=MEANT),
    Phrase("endofstreamexception: expected to read 4 header bytes", "closed", "service", "mysql", worth=MEANT),
    Phrase("endofstreamexception: attempted to read past the end of the stream", "closed", "", "dotnet"),
    # WCF and gRPC
    Phrase("there was no endpoint listening at ", "unknown", "", "wcf", worth=OPAQUE, open=NOT_TOLD),
    Phrase("no ipendpoints were found for host", "unknown", "", "wcf", worth=OPAQUE, open=NOT_TOLD),
    Phrase("could not connect to net.tcp://", "unknown", "tcp", "wcf", worth=OPAQUE, open=NOT_TOLD),
    Phrase("server did not complete the http/2 handshake", "protocol-mismatch", "http", "dotnet", worth=WORDS),
    Phrase("request using http/2.0 version, but the server only", "protocol-mismatch", "http", "dotnet", worth=MEANT),
    Phrase("socketexception: connection reset by peer", "reset", "", "dotnet", {"errno": "ECONNRESET"}, MEANT),
    Phrase("ioexception: pipe is broken", "closed", "", "dotnet", worth=MEANT),
    Phrase("the request was aborted: the request was canceled", "unknown", "", "dotnet", worth=OPAQUE, open=NOT_TOLD),
    Phrase("name is valid, but no data of the requested type", "name-not-resolved", "name", "", {"errno": "WSANO_DATA"}, MEANT),
    Phrase("name is valid and was found in the database, but it does not have the correct associated data", "name-not-resolved", "name", "", {"errno": "WSANO_DATA"}, MEANT),
    Phrase("expected to be kept alive was closed by the server", "closed", "http", "dotnet", worth=MEANT),
    Phrase("response protocol downgraded to http/1.1", "protocol-mismatch", "http", "grpc", worth=MEANT),
    Phrase("the request was aborted: the connection was closed", "closed", "", "dotnet", worth=MEANT),
    # what may be about any work that takes long, but for the frames
    Phrase("taskcanceledexception", "timed-out", "", "dotnet", worth=SUPPOSED),
    Phrase("system.objectdisposedexception", "closed", "", "dotnet", worth=SUPPOSED),
    Phrase("disconnection happened, type: lost", "closed", "websocket", "websocket-client", worth=MEANT),
    Phrase("disconnection happened, type: byserver", "closed", "websocket", "websocket-client", worth=MEANT),
    Phrase("disconnection happened, type: nomessagereceived", "timed-out", "hold", "websocket-client", worth=MEANT),
    Phrase("disconnection happened, type: error", "unknown", "websocket", "websocket-client", worth=OPAQUE, open=NOT_TOLD),
    Phrase("a task was canceled", "timed-out", "", "dotnet", worth=SUPPOSED),
    Phrase("the operation was canceled", "timed-out", "", "dotnet", worth=SUPPOSED),
    Phrase("timeoutexception: the operation has timed out", "timed-out", "", "dotnet", worth=SUPPOSED),
    Phrase("unable to read beyond the end of the stream", "closed", "", "dotnet", worth=SUPPOSED),
    Phrase("unable to read data from the transport connection", "closed", "", "dotnet", worth=SUPPOSED),
    Phrase("cannot access a disposed object", "closed", "", "dotnet", worth=SUPPOSED),
    # Windows' words, and .NET's own; the fronts of those that chats and logs cut off
    Phrase("could be made because the target machine", "refused", "tcp", "", {"errno": "WSAECONNREFUSED"}, MEANT),
    Phrase("attempt failed because the connected party did", "timed-out", "tcp", "", {"errno": "WSAETIMEDOUT"}, MEANT),
    Phrase("connected host has failed to respond", "timed-out", "tcp", "", {"errno": "WSAETIMEDOUT"}, MEANT),
    Phrase("an existing connection was for", "reset", "", "", {"errno": "WSAECONNRESET"}, MEANT),
    Phrase("an established connection was ab", "reset", "", "", {"errno": "WSAECONNABORTED"}, MEANT),
    Phrase("attempt was made to access a socket in a way", "permission-denied", "tcp", "", {"errno": "WSAEACCES"}, MEANT),
    Phrase("no connection could be made because the target mac", "refused", "tcp", "", {"errno": "WSAECONNREFUSED"}),
    Phrase("target machine actively refused it", "refused", "tcp", "", {"errno": "WSAECONNREFUSED"}, MEANT),
    Phrase("did not properly respond after a period of time", "timed-out", "tcp", "", {"errno": "WSAETIMEDOUT"}, MEANT ),
    Phrase("no such host is known", "name-not-resolved", "name", "", {"errno": "WSAHOST_NOT_FOUND"}, MEANT),
    Phrase("forcibly closed by the remote host", "reset", "", "", {"errno": "WSAECONNRESET"}, MEANT),
    Phrase("established connection was aborted by the software in your host", "reset", "", "", {"errno": "WSAECONNABORTED"}, MEANT),
    Phrase("unreachable host", "unreachable", "route", "", {"errno": "WSAEHOSTUNREACH"}, MEANT),
    Phrase("unreachable network", "unreachable", "route", "", {"errno": "WSAENETUNREACH"}, MEANT),
    Phrase("normally only one use of each socket address", "address-in-use", "tcp", "", {"errno": "EADDRINUSE"}, MEANT),
    Phrase("only one usage of each socket address", "address-in-use", "tcp", "", {"errno": "WSAEADDRINUSE"}, MEANT),
    Phrase("requested address is not valid in its context", "address-unavailable", "tcp", "", {"errno": "WSAEADDRNOTAVAIL"}, MEANT),
    Phrase("in a way forbidden by its access permissions", "permission-denied", "tcp", "", {"errno": "WSAEACCES"}, MEANT ),
    Phrase("the ssl connection could not be established", "tls-failed", "tls", "dotnet"),
    Phrase("remotecertificatenamemismatch", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("remotecertificatechainerrors", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("cannot determine the frame size", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("the remote certificate was rejected", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("the socks server failed to", "proxy", "proxy", "dotnet", worth=MEANT + 1),
    Phrase("received an invalid header name", "protocol-mismatch", "http", "dotnet", worth=MEANT),
    Phrase("received an invalid header line", "protocol-mismatch", "http", "dotnet", worth=MEANT),
    Phrase("received an invalid chunk header", "protocol-mismatch", "http", "dotnet", worth=MEANT),
    Phrase("websocket is in an invalid state ('aborted')", "closed", "websocket", "dotnet", worth=MEANT),
    Phrase("websocket is in an invalid state ('closed')", "closed", "websocket", "dotnet", worth=MEANT),
    Phrase("handshake failed due to an unexpected packet format", "protocol-mismatch", "tls", "dotnet", worth=MEANT),
    Phrase("does not support proxies with the", "proxy", "proxy", "dotnet", worth=MEANT),
    Phrase("they do not possess a common algorithm", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("the socket has been shut down", "closed", "", "dotnet", worth=MEANT),
    Phrase("object name: 'system.net.sockets.", "closed", "", "dotnet", worth=MEANT),
    Phrase("object name: 'system.net.security.", "closed", "", "dotnet", worth=MEANT),
    Phrase("the remote party sent a tls alert", "tls-failed", "tls", "dotnet", worth=MEANT + 1),
    Phrase("does not match the content type of the binding", "protocol-mismatch", "http", "wcf", worth=MEANT),
    Phrase("the socket connection was aborted. this could be caused", "closed", "", "wcf", worth=MEANT + 1),
    Phrase("the access key id you provided does not exist", "rejected", "service", "s3", worth=MEANT),
    Phrase("connecting with mqtt server failed (", "rejected", "service", "mqttnet", worth=MEANT),
    Phrase("does not contain ssh protocol identification", "protocol-mismatch", "service", "ssh.net", worth=MEANT),
    Phrase("smtpexception: failure sending mail", "unknown", "", "dotnet", worth=OPAQUE, open=NOT_TOLD),
    Phrase("managedidentitycredential authentication unavailable", "unknown", "", "azure", worth=OPAQUE, open=NOT_TOLD),
    Phrase("authentication failed because the remote party", "closed", "tls", "dotnet", worth=MEANT),
    Phrase("authentication failed, see inner exception", "tls-failed", "tls", "dotnet"),
    Phrase("the remote certificate is invalid", "tls-failed", "tls", "dotnet"),
    Phrase("the request was canceled due to the configured httpclient.timeout", "timed-out", "", "dotnet", worth=MEANT ),
    Phrase("the response ended prematurely", "closed", "http", "dotnet"),
    Phrase("received an invalid status line", "protocol-mismatch", "http", "dotnet", worth=MEANT),
    Phrase("was closed: unable to connect to the remote server", "unknown", "", "dotnet", worth=WORDS + 1, open=NOT_TOLD),
    Phrase("unable to connect to the remote server", "unknown", "", "dotnet", worth=OPAQUE, open=NOT_TOLD),
    Phrase("extendedsocketexception", "unknown", "", "dotnet", worth=OPAQUE, open=NOT_TOLD),
    Phrase("net.sockets.socketexception:", "unknown", "", "dotnet", worth=OPAQUE, open=NOT_TOLD),
    Phrase("net.sockets.socketexception (", "unknown", "", "dotnet", worth=OPAQUE, open=NOT_TOLD),
    Phrase("net.http.httprequestexception:", "unknown", "", "dotnet", worth=OPAQUE, open=NOT_TOLD),
    Phrase("an error occurred while sending the request", "unknown", "", "dotnet", worth=OPAQUE, open=NOT_TOLD),
    Phrase("the remote name could not be resolved", "name-not-resolved", "name", "dotnet", worth=MEANT),
    Phrase("could not establish trust relationship", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("impossibile stabilire una relazione di trust per il canale sicuro ssl/tls", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("vertrauensstellung für den sicheren ssl/tls-kanal", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("relation de confiance pour le canal sécurisé ssl/tls", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("relación de confianza para el canal seguro ssl/tls", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("ssl/tls 安全通道建立信任关系", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("доверительные отношения для защищенного канала ssl/tls", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("could not create ssl/tls secure channel", "tls-failed", "tls", "dotnet", worth=MEANT),
    Phrase("an unexpected error occurred on a send", "closed", "", "dotnet"),
    Phrase("an unexpected error occurred on a receive", "closed", "", "dotnet"),
    # SignalR
    Phrase("couldn't reconnect within the configured timeout", "timed-out", "", "signalr", worth=MEANT),
    Phrase("tcp connect to (", "unknown", "tcp", "powershell", worth=OPAQUE, open=NOT_TOLD),
    Phrase("cannot resolve destination host", "name-not-resolved", "name", "unity"),
    Phrase("unable to complete ssl connection", "tls-failed", "tls", "unity", worth=MEANT),
    Phrase("amqp transport failed to open because the inner transport", "closed", "", "amqp"),
    Phrase("lacked sufficient buffer space or because a queue was full", "resource-limit", "", "", {"errno": "WSAENOBUFS"}, MEANT),
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
    Phrase("socketexception (0x80004005): access denied", "permission-denied", "", "dotnet", {"errno": "EACCES"}, MEANT ),
    Phrase("requested address is not valid in this context", "address-unavailable", "tcp", "dotnet", {"errno": "EADDRNOTAVAIL"}, MEANT),
)  # fmt: skip

_NAME = pattern(r"could not be resolved: '([\w.-]{1,253})'")
_NUMBER = pattern(r"\bSocketException \((\d{1,5})\)")
"On Unix the system's number, on Windows Winsock's."
_ANSWERED = pattern(
    r"\bStatusCode: (\d{3}), ReasonPhrase: |[Ss]tatus code does not indicate success: (\d{3})\b"
    rf"|(?i:{'|'.join(map(re.escape, REFUSED))})(\d{{3}})\)"
)
"How HttpResponseMessage prints itself, and what EnsureSuccessStatusCode and WebException say."
_STATUS = pattern(r"\b(4\d\d|50[0-4])[.:]([A-Z][A-Za-z]{3,26})\b")
"A status beside its name there: ``400.BadRequest``, ``[502:BadGateway]``."
_NAMED = pattern(rf"(?i:\bstatus ?code(?:: | \[)|\bresponse status '?)({'|'.join(STATUSES)})\b")
"The name alone, as string interpolation prints the enumeration."
_LATER = pattern(r"Resource temporarily unavailable \(([\w.-]{1,253}):(\d{1,5})\)")
"EAI_AGAIN, whose number has the errno's words in .NET."
_TESTED = pattern(r"TCP connect to \(([\w.:-]{1,253}) : (\d{1,5})\)")
"PowerShell's Test-NetConnection."


def read(line: str) -> Iterator[Reading]:
    """Sentences, with the place that some name."""
    name, tested = _NAME.search(line), _TESTED.search(line)
    host = name[1] if name is not None else tested[1] if tested is not None else ""
    port = min(int(tested[2]), 65535) if tested is not None else 0
    for one in phrases(SAID, line):
        yield replace(one, host=host, port=port)
    yield from numbered(_NUMBER.search(line), CODE, client="dotnet")
    status = _STATUS.search(line)
    if status is not None and STATUSES.get(status[2]) == int(status[1]):
        yield from answered(status, of_request, CODE, client="dotnet")
    yield from answered(_ANSWERED.search(line), of_request, CODE, client="dotnet")
    named = _NAMED.search(line)
    if named is not None and (meant := of_request(number := STATUSES[named[1]])) is not None:
        yield Reading(
            kind=meant[0], worth=CODE, client="dotnet", step=meant[1], code={"http_status": number}, at=named.start()
        )
    later = _LATER.search(line)
    if later is not None:
        yield Reading(
            kind="name-not-resolved", worth=MEANT, client="dotnet", step="name", code={"errno": "EAI_AGAIN"},
            host=later[1], port=min(int(later[2]), 65535), at=later.start(),
        )  # fmt: skip
    if host:
        yield Reading(kind="unknown", worth=OPAQUE, host=host, port=port)
