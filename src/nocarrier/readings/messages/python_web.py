"""Python's HTTP and WebSocket clients beside urllib3, and what is made of them: SDKs of clouds and models, bots, the event loops."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, WORDS, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    "error code: ",
    "error responses",
    "when calling the ",
    "<response [",
    "jiraerror http ",
    "apiexception: (",
    "apierror: [",
    "httpx.",
    "httpcore.",
    "trio.",
    "websocket closed with 4",
    "anyio.",
    "gevent.",
    ", message='",
    "unexpected response: ",
    " http response",
    "<protocolerror for ",
    " != 200",
    " more expected",
    "<httperror ",
    "exceptions.",
    "warning: 40",
    "restexception: http ",
    " batch code: ",
    "http 40",
    "http 50",
)

IN_CAUSE = say("The client gives no reason here; the exception that it was raised from has it.")
SAID = (
    Phrase("python_socks._protocols.errors.replyerror", "proxy", "proxy", "python-socks", worth=MEANT + 1),
    Phrase("clientoserror: [errno none] can not write request body", "closed", "http", "aiohttp", worth=MEANT),
    Phrase("missing either an 'http://' or 'https://' protocol", "unknown", "target", "httpx", worth=MEANT),
    Phrase("missing an 'http://' or 'https://' protocol", "unknown", "target", "httpx", worth=MEANT),
    Phrase("unsupported url protocol", "unknown", "target", "httpx", worth=MEANT),
    Phrase("request url has an unsupported protocol", "unknown", "target", "httpx", worth=MEANT),
    Phrase(": no host supplied", "unknown", "target", "requests", worth=MEANT),
    Phrase(": no schema supplied", "unknown", "target", "requests", worth=MEANT),
    Phrase("unsupported upgrade request", "rejected", "websocket", "uvicorn"),
    Phrase("invalid close opcode", "protocol-mismatch", "websocket", "websocket-client", worth=MEANT),
    Phrase("rsv is not implemented, yet", "protocol-mismatch", "websocket", "websocket-client", worth=MEANT),
    # httpx, httpcore, requests, aiohttp, tornado
    Phrase("httpx.connecterror", "unknown", "tcp", "httpx", worth=OPAQUE, open=IN_CAUSE),
    Phrase("httpcore.connecterror", "unknown", "tcp", "httpx", worth=OPAQUE, open=IN_CAUSE),
    Phrase("httpx.readerror", "closed", "http", "httpx", worth=OPAQUE),
    Phrase("httpcore.readerror", "closed", "http", "httpx", worth=OPAQUE),
    Phrase("httpx.writeerror", "closed", "http", "httpx", worth=OPAQUE),
    Phrase("httpcore.writeerror", "closed", "http", "httpx", worth=OPAQUE),
    Phrase("httpx.pooltimeout", "resource-limit", "", "httpx"),
    Phrase("httpcore.pooltimeout", "resource-limit", "", "httpx"),
    Phrase("peer closed connection without sending complete", "closed", "http", "httpx", worth=MEANT),
    Phrase("illegal request line", "protocol-mismatch", "http", "httpx", worth=MEANT),
    Phrase("connection broken: invalidchunklength", "closed", "http", "urllib3", worth=MEANT),
    Phrase("chunkedencodingerror", "closed", "http", "requests", worth=WORDS),
    Phrase("attempt to decode json with unexpected mimetype", "protocol-mismatch", "http", "aiohttp"),
    Phrase("'idna' codec", "unknown", "target", "python", worth=MEANT),  # what stands where a name belongs is none
    Phrase("ssh session not active", "closed", "service", "paramiko"),
    Phrase("response payload is not completed", "closed", "http", "aiohttp", worth=MEANT),
    Phrase("cannot write to closing transport", "closed", "", "aiohttp", worth=MEANT),
    Phrase("serverfingerprintmismatch", "tls-failed", "tls", "aiohttp", worth=MEANT),
    Phrase("clientproxyconnectionerror", "proxy", "proxy", "aiohttp", worth=MEANT + 1),
    Phrase("streamclosederror", "closed", "", "tornado"),
    Phrase("websocketerror: socket is dead", "closed", "websocket", "gevent", worth=MEANT),
    Phrase("websocketclosederror", "closed", "websocket", "tornado"),
    Phrase("http 599: timeout", "timed-out", "http", "tornado", worth=MEANT),
    Phrase("toomanyredirects", "rejected", "http", "requests", worth=MEANT),
    Phrase("failed connect via proxy", "proxy", "proxy", "websocket-client", worth=MEANT + 1),
    Phrase("pool is empty and a new connection", "resource-limit", "", "urllib3", worth=MEANT),
    Phrase("connector is closed", "closed", "", "aiohttp"),
    Phrase("runtimeerror: session is closed", "closed", "", "aiohttp"),
    Phrase("data after `connection: close`", "protocol-mismatch", "http", "aiohttp", worth=MEANT),
    Phrase("invalid http method in status line", "protocol-mismatch", "http", "aiohttp", worth=MEANT),
    # websockets
    Phrase("cannot follow redirect to ", "rejected", "websocket", "websockets", worth=MEANT),
    Phrase("cannot follow cross-origin redirect", "rejected", "websocket", "websockets", worth=MEANT),
    Phrase("line without crlf", "protocol-mismatch", "websocket", "websockets", worth=MEANT),
    Phrase("connection closed while reading http", "closed", "websocket", "websockets", worth=MEANT),
    Phrase("unsupported protocol; expected http/1.1", "protocol-mismatch", "websocket", "websockets", worth=MEANT),
    Phrase("invalidorigin", "rejected", "websocket", "websockets", worth=MEANT),
    Phrase("keepalive ping timeout", "timed-out", "hold", "websockets", worth=MEANT),
    Phrase("connectionclosedok", "closed", "websocket", "websockets"),
    Phrase("socket is already closed", "closed", "", "websocket-client"),
    # trio, anyio, gevent
    Phrase("trio.brokenresourceerror", "closed", "", "trio"),
    Phrase("anyio.brokenresourceerror", "closed", "", "anyio"),
    Phrase("anyio.closedresourceerror", "closed", "", "anyio"),
    Phrase("anyio.endofstream", "closed", "", "anyio"),
    Phrase("all attempts to connect to ", "unknown", "tcp", "trio", worth=OPAQUE, open=IN_CAUSE),
    # clouds and models
    Phrase("requesttimetooskewed", "rejected", "http", "aws", worth=MEANT),
    Phrase("auth.exceptions.transporterror", "unknown", "", "google", worth=OPAQUE, open=IN_CAUSE),
    Phrase("the server is overloaded", "rejected", "http", "openai", worth=MEANT),
    Phrase("overloaded_error", "rejected", "http", "anthropic", worth=MEANT),
    Phrase("web3.exceptions.cannothandlerequest", "unknown", "", "web3", worth=OPAQUE, open=IN_CAUSE),
    Phrase("apiconnectionerror", "unknown", "", "openai", worth=OPAQUE, open=IN_CAUSE),
    Phrase("exception - connection error", "unknown", "", "litellm", worth=OPAQUE, open=IN_CAUSE),
    Phrase("localentrynotfounderror: connection error", "unknown", "", "huggingface", worth=OPAQUE, open=IN_CAUSE),
    Phrase("trying to locate the file on the hub", "unknown", "", "huggingface", worth=OPAQUE, open=IN_CAUSE),
    Phrase("trying to locate the files on the hub", "unknown", "", "huggingface", worth=OPAQUE, open=IN_CAUSE),
    Phrase(" not found for url: http", "rejected", "http", "huggingface", {"http_status": 404}, MEANT),
    Phrase("cannot access gated repo for url", "rejected", "http", "huggingface", worth=MEANT),
    Phrase("because not enough bytes were received", "closed", "http", "pip", worth=MEANT),
    Phrase("got data loss in http", "closed", "http", "scrapy", worth=MEANT),
    Phrase("tunnel could not be established by the proxy", "proxy", "proxy", "scrapy", worth=MEANT + 1),
    Phrase("unable to find the server at", "name-not-resolved", "name", "httplib2", worth=MEANT),
    Phrase("failed to connect to proxy url", "proxy", "proxy", "botocore", worth=MEANT + 1),
    Phrase("connection was closed before we received a valid response", "closed", "http", "botocore", worth=MEANT),
    Phrase("condahttperror: http 000 connection failed", "unknown", "", "conda", worth=OPAQUE, open=IN_CAUSE),
    Phrase("hvac.exceptions.forbidden", "rejected", "http", "vault", {"http_status": 403}, MEANT),
    Phrase("hvac.exceptions.unauthorized", "rejected", "http", "vault", {"http_status": 401}, MEANT),
    Phrase("hvac.exceptions.vaultdown", "rejected", "http", "vault", {"http_status": 503}, MEANT),
    Phrase("answer from java side is empty", "closed", "", "py4j", worth=MEANT),
    Phrase("'connection aborted.', oserror(0", "closed", "", "urllib3", worth=MEANT),
    Phrase("protocolerror('connection aborted", "closed", "http", "urllib3", worth=WORDS),
    Phrase("too many users have viewed or downloaded", "rejected", "http", "google", {"http_status": 403}, MEANT),
    Phrase("cannot retrieve the public link", "unknown", "http", "gdown", worth=OPAQUE, open=IN_CAUSE),
    Phrase("authorization failed - please check your credentials", "rejected", "http", "n8n", {"http_status": 401}, MEANT),
    Phrase("forbidden - perhaps check your credentials", "rejected", "http", "n8n", {"http_status": 403}, MEANT),
    # Superset tells the kinds of a database's error apart in its own words
    Phrase("might be down, and can't be reached on port", "unknown", "tcp", "superset", worth=OPAQUE, open=IN_CAUSE),
    Phrase("error: the port is closed.", "refused", "tcp", "superset"),
    Phrase("or the password is incorrect", "rejected", "service", "superset"),
    Phrase("health check against weaviate could not", "unknown", "", "weaviate", worth=OPAQUE, open=IN_CAUSE),
    Phrase("open webui backend required", "unknown", "", "open-webui", worth=OPAQUE),
    Phrase("('invalid_grant: ", "rejected", "http", "google", worth=MEANT),
    # by the exception's name alone
    Phrase("exceptions.connecttimeout", "timed-out", "tcp", "requests", worth=WORDS),
    Phrase("exceptions.readtimeout", "timed-out", "", "requests", worth=WORDS),
    Phrase("requests.exceptions.timeout", "timed-out", "", "requests", worth=WORDS),
    Phrase("exceptions.proxyerror", "proxy", "proxy", "requests", worth=MEANT + 1),
    Phrase("requests.exceptions.missingschema", "unknown", "target", "requests", worth=MEANT),
    Phrase("requests.exceptions.invalidschema", "unknown", "target", "requests", worth=SENTENCE),
    Phrase("requests.exceptions.invalidurl", "unknown", "target", "requests", worth=MEANT),
    Phrase("httpx.unsupportedprotocol", "unknown", "target", "httpx", worth=MEANT),
    Phrase("exceptions.maxretryerror", "unknown", "", "urllib3", worth=OPAQUE, open=IN_CAUSE),
    Phrase("urllib3.exceptions.protocolerror", "unknown", "", "urllib3", worth=OPAQUE, open=IN_CAUSE),
    Phrase("clientconnectorerror", "unknown", "tcp", "aiohttp", worth=OPAQUE, open=IN_CAUSE),
    Phrase("clientoserror", "unknown", "", "aiohttp", worth=OPAQUE, open=IN_CAUSE),
    Phrase("clientpayloaderror", "closed", "http", "aiohttp", worth=WORDS),
    Phrase("wsserverhandshakeerror", "rejected", "websocket", "aiohttp", worth=WORDS),
    Phrase("clienthttpproxyerror", "proxy", "proxy", "aiohttp", worth=MEANT + 1),
    Phrase("exceptions.invalidstatus", "rejected", "websocket", "websockets", worth=WORDS),
    Phrase("exceptions.invalidmessage", "protocol-mismatch", "websocket", "websockets", worth=WORDS),
    Phrase("websocketbadstatusexception", "rejected", "websocket", "websocket-client", worth=WORDS),
    Phrase("errors.autoreconnect", "closed", "", "pymongo", worth=OPAQUE),
    Phrase("streamlosterror", "closed", "", "pika", worth=WORDS),
    Phrase("kombu.exceptions.operationalerror", "unknown", "", "kombu", worth=OPAQUE, open=IN_CAUSE),
    Phrase("dns.resolver.nxdomain", "name-not-resolved", "name", "dnspython", worth=WORDS),
    Phrase("resolver.lifetimetimeout", "timed-out", "name", "dnspython", worth=WORDS),
    # bots
    Phrase("was rejected by the server", "rejected", "http", "telegram", worth=SENTENCE),
    Phrase("flood control exceeded", "rejected", "http", "telegram", {"http_status": 429}, MEANT),
    Phrase("telegramunauthorizederror", "rejected", "http", "aiogram", worth=MEANT),
    Phrase("terminated by other getupdates request", "rejected", "http", "telegram", worth=MEANT),
    Phrase(" seconds is required (caused by ", "rejected", "service", "telethon", worth=MEANT),
    Phrase("says: [420 flood_wait", "rejected", "service", "pyrogram", worth=MEANT),
    Phrase("improper token has been passed", "rejected", "http", "discord", worth=MEANT),
    Phrase("connection to telegram failed", "unknown", "tcp", "telethon", worth=OPAQUE, open=IN_CAUSE),
)  # fmt: skip

_STATUS = pattern(
    r"\btoo many ([45]\d\d) error responses|\bAn error occurred \(([45]\d\d)\) when calling |\bError code: ([45]\d\d) - "
    r"|\bApiException: \(([45]\d\d)\)|\bAPIError: \[([45]\d\d)\]|<Response \[([45]\d\d)(?: [\w ]{1,40})?\]>|\bJiraError HTTP ([45]\d\d)\b"
    r"|<HttpError ([45]\d\d) when |\bexceptions\.\w{3,40}: ([45]\d\d)[: ]|\bWARNING: ([45]\d\d) Error, |\bHTTP ([45]\d\d) [A-Z ]{3,40} for "
    r"|\b([45]\d\d), message='(?!Invalid response status)|\bUnexpected Response: ([45]\d\d) \(|\breceived ([45]\d\d) HTTP response\b"
    r"|<ProtocolError for \S{1,300}: ([45]\d\d)\b|\bfailed with error code ([45]\d\d) != 200|\bTwilioRestException: HTTP ([45]\d\d)\b|\bFailed to export \w{3,20} batch code: ([45]\d\d)\b"
)
"""urllib3's retries, AWS', OpenAI's and Anthropic's SDKs, that of Kubernetes, those of Google; what requests and httpx print of
a response; Jira; Google again, and GitLab; pip, conda; aiohttp, Qdrant, Reddit's, XML-RPC, MLflow, Twilio, OpenTelemetry."""
_INCOMPLETE = pattern(r"\b\d{1,15} bytes read, \d{1,15} more expected\b")
_CLOSED = pattern(r"\bWebSocket closed with (4\d{3})\b")
"discord.py: a code of Discord's own."
_GEVENT = pattern(r"\bgevent\.(?:timeout\.)?Timeout: \d")


def read(line: str) -> Iterator[Reading]:
    """Exceptions as they print themselves, and the status in them."""
    yield from phrases(SAID, line)
    answer = _STATUS.search(line)
    if answer is not None and not _of_grpc(line):
        yield from answered(answer, of_request, CODE, client="python")
    less = _INCOMPLETE.search(line)
    if less is not None:
        yield Reading(kind="closed", worth=WORDS, client="python", step="http", at=less.start())
    closed = _CLOSED.search(line)
    if closed is not None:
        code: dict[str, str | int] = {"close_code": int(closed[1])}
        yield Reading(kind="closed", worth=CODE, client="discord", step="websocket", code=code, at=closed.start())
    late = _GEVENT.search(line)
    if late is not None:
        yield Reading(kind="timed-out", worth=SENTENCE, client="gevent", at=late.start())


def _of_grpc(line: str) -> bool:
    """Whether Google's library made a status of what gRPC said of a connection: nobody answered so."""
    unanswered = any(word in line for word in ("onnect", "Socket closed", "resolution failed"))
    return "DeadlineExceeded: 504" in line or ("ServiceUnavailable: 503" in line and unanswered)
