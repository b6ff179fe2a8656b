"""Platforms and edges that answer in a server's place: Heroku, AWS, Cloudflare, Vercel, Render."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, ErrorClass, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    "heroku[router]",
    "heroku/router",
    "heroku router",
    "cloudflare",
    "googleapi: error ",
    "error code: 1",
    "error 10",
    "error 11",
    "health checks failed with",
    " app/",
    "origin ssl",
    "origin dns",
    "web server is",
    "a timeout occurred",
    "invalid ssl certificate",
)

AWS, CLOUDFLARE = "aws", "cloudflare"

SAID = (
    Phrase("unable to establish an ssl connection to the origin", "tls-failed", "tls", CLOUDFLARE, {"http_status": 525}, MEANT + 1),
    Phrase("error 522 ray id", "timed-out", "http", CLOUDFLARE, {"http_status": 522}, MEANT + 1),
    Phrase("web server is down", "rejected", "http", CLOUDFLARE, {"http_status": 521}, MEANT),
    Phrase("origin is unreachable", "rejected", "http", CLOUDFLARE, {"http_status": 523}, MEANT),
    Phrase("web server is returning an unknown error", "rejected", "http", CLOUDFLARE, {"http_status": 520}, MEANT),
    Phrase("argo tunnel error", "rejected", "http", CLOUDFLARE, {"http_status": 530}, MEANT),
    Phrase("error r10 (boot timeout)", "timed-out", "service", "heroku", worth=MEANT),
    Phrase("error shutting down control stream", "closed", "hold", CLOUDFLARE, worth=MEANT),
    Phrase("endpoint request timed out", "timed-out", "http", AWS, {"http_status": 504}, MEANT),
    Phrase("network error communicating with endpoint", "unknown", "http", AWS, worth=OPAQUE),
    Phrase("missing authentication token", "rejected", "http", AWS, {"http_status": 403}, MEANT),
    Phrase("the request could not be satisfied", "rejected", "http", "cloudfront", worth=MEANT),
    Phrase("error from cloudfront", "rejected", "http", "cloudfront", worth=MEANT),
    Phrase("wasn't able to connect to the origin", "rejected", "http", "cloudfront", worth=MEANT),
    Phrase("target.responsecodemismatch", "rejected", "http", AWS, worth=MEANT),
    Phrase("failed elb health checks", "unknown", "", AWS, worth=OPAQUE),
    Phrase("failed container health checks", "unknown", "", AWS, worth=OPAQUE),
    Phrase("target.timeout", "timed-out", "http", AWS, worth=MEANT),
    Phrase("target.failedhealthchecks", "unknown", "", AWS, worth=OPAQUE),
    Phrase("unhealthythreshold number of health checks", "unknown", "", AWS, worth=OPAQUE),
    Phrase("(targetnotconnected)", "rejected", "service", AWS, worth=MEANT),
    Phrase("unable to connect to your instance", "unknown", "tcp", AWS, worth=OPAQUE),
    Phrase("function_invocation_timeout", "rejected", "http", "vercel", {"http_status": 504}, MEANT),
    Phrase("function_invocation_failed", "rejected", "http", "vercel", {"http_status": 500}, MEANT),
    Phrase("application failed to respond", "rejected", "http", "railway", {"http_status": 502}, MEANT),
)  # fmt: skip

_HEROKU = pattern(r"\bheroku[\[/ ]router\b.{0,40}?\b(?:code=|Error )(H\d\d)\b")
ENDED = frozenset({"H13"})
"Heroku's code for a server that ended the connection before it answered."
_STATUS = pattern(r"\bstatus=(\d{3})\b")
_CHECKS = pattern(r"[Hh]ealth checks failed with these codes: \[(\d{3})")
_ORIGIN = pattern(
    r"(?i)\b(52[0-7]|530)\b[: ]{1,2}(?:origin|web server|connection timed out|a timeout occurred|ssl handshake|invalid ssl)"
)
"The title of Cloudflare's page."
_BALANCED = pattern(r"\bapp/[\w-]{1,64}/[0-9a-f]{16} \S+ \S+ \S+ \S+ \S+ ([45]\d\d) ")
"The access log of an application load balancer."
_GOOGLE = pattern(r"\bgoogleapi: Error ([45]\d\d): ")
"Go's client of Google's services."
_EDGE = pattern(r"(?i)\berror(?: code)?:? (10[0-4]\d|11[01]\d|1200)\b")
"Cloudflare's own errors, which it sends with a status of 403, 409, 429 or 530."
_ONLY = pattern(r"(?i)(?:^[\s\"'`]{0,4}|: )error code: 1\d{3}[\s\"'`]{0,4}$")
"All that its page for programs says, or what somebody quotes of it behind a colon."


def read(line: str) -> Iterator[Reading]:
    """Codes of the platforms, and their sentences."""
    yield from phrases(SAID, line)
    router = _HEROKU.search(line)
    if router is not None:
        status = _STATUS.search(line)
        code: dict[str, str | int] = {
            "heroku": router[1],
            "http_status": int(status[1]) if status is not None else 503,
        }
        kind: ErrorClass = "closed" if router[1] in ENDED else "rejected"
        yield Reading(kind=kind, worth=CODE, client="heroku", step="http", code=code, at=router.start())
    checked = _CHECKS.search(line)
    if checked is not None:
        code = {"http_status": int(checked[1])}
        yield Reading(kind="rejected", worth=CODE, client=AWS, step="http", code=code, at=checked.start())
    for form, client in ((_ORIGIN, CLOUDFLARE), (_BALANCED, AWS), (_GOOGLE, "google")):
        match = form.search(line)
        if match is not None:
            yield from answered(match, of_request, MEANT, client=client)
    edge = _EDGE.search(line)
    if edge is not None and ("cloudflare" in line.lower() or _ONLY.search(line)):
        code = {"cloudflare": int(edge[1])}
        yield Reading(kind="rejected", worth=CODE, client=CLOUDFLARE, step="http", code=code, at=edge.start())
