"""HTTP: statuses as clients print them, and the error pages of servers, proxies and edges."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, WORDS, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    "bad gateway", "gateway time", "service unavailable", "service temporarily unavailable", "status code", "returned error: ",
    "http error ", "http/1.1 4", "http/1.1 5", "http/2 4", "http/2 5", "http/1.0 4", "http/1.0 5", "http/1.0\" 50", "http/1.1\" 50", "http/2.0\" 50",
    "too many requests", "misdirected request", "disallowedhost", "invalid host header",
    "blocked request", "error 52", "error code: 5", "remote server returned an error", "error code 52", "proxy authentication required",
    "http status", "response code", "statustext", "with status", "indicate success", "unexpected status", "bad status", "returned http ", "responded with ",
    "request failed, status", "statuscodeerror", "httpexception", "client error", "server error", "http error!", "<title>4", "<title>5", "<h1>4", "<h1>5", " error 4", " error 5", ", message='", "awaiting response... ", "fehler 4", "fehler 5", "错误 4", "错误 5", "エラー 4", "エラー 5", "non-101 status", "response status is ", "(net::http", "openuri::httperror", "responsestatus=", "a status of ", "400 the plain", "421 ",
)  # fmt: skip

SAID = (
    Phrase("proxy authorization required", "proxy", "proxy", "", {"http_status": 407}, MEANT + 1),
    Phrase("not authorized by proxy", "proxy", "proxy", worth=MEANT + 1),
    Phrase("unsuccessful tunnel", "proxy", "proxy", worth=MEANT),
    Phrase("establishing ssl tunnel failed", "proxy", "proxy", "lwp", worth=MEANT + 1),
    Phrase("server closed connection without sending any data back", "closed", "http", "lwp", worth=MEANT),
    Phrase("500 read timeout", "timed-out", "http", "lwp", worth=MEANT),
    Phrase("bad gateway", "rejected", "http", "", {"http_status": 502}, WORDS + 1),
    Phrase("gateway time-out", "rejected", "http", "", {"http_status": 504}, WORDS + 1),
    Phrase("gateway timeout", "rejected", "http", "", {"http_status": 504}, WORDS + 1),
    Phrase("service temporarily unavailable", "rejected", "http", "", {"http_status": 503}, WORDS + 1),
    Phrase("service unavailable", "rejected", "http", "", {"http_status": 503}, WORDS + 1),
    Phrase("too many requests", "rejected", "http", "", {"http_status": 429}, WORDS + 1),
    Phrase("disallowedhost", "rejected", "http", "django", {"http_status": 400}, MEANT),
    Phrase("(serviceunavailable)", "rejected", "http", "kubectl", {"http_status": 503}, MEANT),
    Phrase("currently unable to handle the request", "rejected", "http", "kubectl", {"http_status": 503}, MEANT),
    Phrase("must be logged in to the server", "rejected", "http", "kubectl", {"http_status": 401}, MEANT),
    Phrase("/v2/: authenticationrequired", "rejected", "http", "docker", {"http_status": 401}, MEANT),
    Phrase("unauthorized: authentication required", "rejected", "http", "docker", {"http_status": 401}, MEANT),
    Phrase("toomanyrequests: ", "rejected", "http", "docker", {"http_status": 429}, MEANT),
    Phrase("no required ssl certificate was sent", "rejected", "tls", "nginx", {"http_status": 400}, MEANT),
    Phrase("the ssl certificate error", "rejected", "tls", "nginx", {"http_status": 400}, MEANT),
    Phrase("blocked request. this host", "rejected", "http", "vite", worth=MEANT),
    Phrase("invalid http_host header", "rejected", "http", "django", {"http_status": 400}, MEANT),
    Phrase("blocked hosts: ", "rejected", "http", "rails", {"http_status": 403}, MEANT),
    Phrase("blocked host: ", "rejected", "http", "rails", {"http_status": 403}, MEANT),
    Phrase("client preface string missing or corrupt", "protocol-mismatch", "http", "netty", worth=MEANT),
    Phrase("invalid host header", "rejected", "http", "webpack", worth=MEANT),
    Phrase("invalid host/origin header", "rejected", "http", "webpack", worth=MEANT),
    Phrase("proxy authentication required", "proxy", "proxy", "", {"http_status": 407}, MEANT),
)

_STATUS = pattern(
    r"(?i)(?:(?:request failed,|failed with|(?:returned|unexpected|bad) http|unexpected|bad) status(?: code)?|returned http|does not indicate success:|status code(?: is| was|:)?|returned error:|http error(?: code)?|http status(?: code)?:?|"
    r"server returned http response code:|remote server returned an error:|response code:?|response status is|responded with(?: a)?(?: status)?(?: code| of)?|status[:=]|\bhttp/[\d.]{1,3})"
    r"[ :=\"'(]{0,3}([1-5]\d\d)\b|\bHTTP/[\d.]{1,3}\" (50[234])\b|\b([45]\d\d) (?:client|server) error\b|\b(?:client|server) error '([45]\d\d)\b|"
    r"\b([45]\d\d) \"[^\"]{1,60}\" \(Net::HTTP\w{4,30}\)|\b([45]\d\d) [A-Z][\w ]{2,40} \(OpenURI::HTTPError\)|"
    r"<(?:title|h1)>\s?([45]\d\d)\b|\bClientResponseError: ([45]\d\d), message='|\bawaiting response\.\.\. ([45]\d\d)\b|"
    r"(?:\d (?:ERROR|FEHLER|错误)|エラー) ([45]\d\d)[:：]|\berror(?: code)?:? (52\d|530)\b|\bError ([45]\d\d) on SERVER\b"
)


NAMED: dict[str, int] = {
    "Moved": 301, "MovedPermanently": 301, "Found": 302, "Redirect": 302, "TemporaryRedirect": 307, "BadRequest": 400, "Unauthorized": 401,
    "Forbidden": 403, "NotFound": 404, "MethodNotAllowed": 405, "ProxyAuthenticationRequired": 407, "RequestTimeout": 408, "TooManyRequests": 429,
    "InternalServerError": 500, "BadGateway": 502, "ServiceUnavailable": 503, "GatewayTimeout": 504,
}  # fmt: skip
".NET's names of statuses."
_NAMED = pattern(rf"(?:HTTP Status|StatusCode|status code|Http response code)[:=]? '?({'|'.join(NAMED)})\b")


def read(line: str) -> Iterator[Reading]:
    """The status that a client complains of, and the sentences of error pages."""
    match = None if "websocket" in line.lower() else _STATUS.search(line)
    if match is not None:
        # a log of requests tells what a gateway said to others; the log of its errors beside it tells why
        logged = match[0].startswith("HTTP/") and '"' in match[0]
        for one in answered(match, of_request, WORDS if logged else CODE):
            yield replace(one, call="accept") if logged else one
    named = _NAMED.search(line)
    if named is not None:
        status = NAMED[named[1]]
        kind, step = of_request(status) or ("rejected", "http")
        yield Reading(kind=kind, worth=CODE, step=step, code={"http_status": status}, at=named.start())
    yield from phrases(SAID, line)
