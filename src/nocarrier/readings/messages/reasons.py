"""A status with the words behind it, as the pages of servers, proxies and edges have them, and as most clients repeat them.

Sources: RFC 9110, section 15, and RFC 6585; the error pages of nginx, Apache httpd, IIS and Cloudflare, which have words of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, Call, Reading
from nocarrier.readings.messages.statuses import answered, of_request

REASONS: dict[int, tuple[str, ...]] = {
    400: ("bad request", "request header or cookie too large", "the ssl certificate error"),
    401: ("unauthorized", "authorization required", "authentication required", "access denied"),
    402: ("payment required",), 403: ("forbidden", "access denied"),
    404: ("not found", "page not found", "file or directory not found"), 405: ("method not allowed", "not allowed"),
    406: ("not acceptable",), 407: ("proxy authentication required",), 408: ("request timeout", "request time-out"),
    409: ("conflict",), 410: ("gone",), 411: ("length required",), 412: ("precondition failed",),
    413: ("request entity too large", "payload too large", "content too large"),
    414: ("request-uri too large", "request-uri too long", "uri too long"), 415: ("unsupported media type",),
    417: ("expectation failed",), 421: ("misdirected request",), 422: ("unprocessable entity", "unprocessable content"), 423: ("locked",),
    426: ("upgrade required",), 428: ("precondition required",), 429: ("too many requests",), 431: ("request header fields too large",),
    451: ("unavailable for legal reasons",), 495: ("ssl certificate error",), 496: ("ssl certificate required",),
    500: ("internal server error",), 501: ("not implemented",), 502: ("bad gateway", "proxy error"),
    503: ("service unavailable", "service temporarily unavailable", "backend fetch failed"), 504: ("gateway timeout", "gateway time-out"),
    505: ("http version not supported",), 507: ("insufficient storage",), 508: ("resource limit is reached", "loop detected"),
    509: ("bandwidth limit exceeded",), 511: ("network authentication required",),
    520: ("origin error",), 521: ("origin down",), 522: ("origin connection time-out",), 523: ("origin unreachable",),
    524: ("origin time-out",), 525: ("origin ssl handshake error",), 526: ("origin ssl certificate error",),
}  # fmt: skip

_SAID = pattern(
    r"(?i)(?:^|(?P<log>HTTP/[\d.]{1,3}\" )|[\s:>(\[\"'|])(?P<status>[45]\d\d)(?: [-–])?:? (?P<reason>[a-z][a-z -]{2,44}[a-z])(?=$|[.:,;<\"'\\)\]}]| [-–(])"
)
_PARSED = pattern(r"\berror parsing HTTP ([45]\d\d) response body\b")
"Docker's registry client of a body that is no JSON."
_CAUSE = pattern(r": (?:error )?(?:dial |connect )")
"What the gateway met itself, which it adds."
STATUS_OF = {reason: status for status in reversed(REASONS) for reason in REASONS[status]}
"The status that words stand for where no number is beside them: of two the lower one."
GATEWAYS = (502, 503, 504)
"Of the lines of a server's own log of requests, only those with these tell of a connection that failed."


def of_page(status: int) -> tuple[str, ...]:
    """A status and its words, one for each way to say it."""
    return tuple(f"{status}{between}{reason}" for between in (" ", " - ", ": ", " – ") for reason in REASONS[status])


STEMS = ("error parsing http ", *(stem for status in REASONS for stem in of_page(status)))


def read(line: str) -> Iterator[Reading]:
    """Every status that stands beside its own words. Traefik says behind them what they were caused by, which tells more."""
    yield from answered(_PARSED.search(line), of_request, MEANT, client="docker")
    for match in _SAID.finditer(line):
        status = int(match["status"])
        if match["reason"].lower() not in REASONS.get(status, ()) or (match["log"] and status not in GATEWAYS):
            continue
        kind, step = of_request(status) or ("rejected", "http")
        caused = line.startswith("' caused by: ", match.end()) or _CAUSE.match(line, match.end()) is not None
        worth = OPAQUE if caused else CODE
        call: Call = "accept" if match["log"] else ""
        yield Reading(
            kind=kind, worth=worth, step=step, code={"http_status": status}, call=call, at=match.start("status")
        )
