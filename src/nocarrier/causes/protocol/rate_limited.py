"""A limit on requests turns the client away

What it is
----------
The server, or a proxy before it, counts requests or connections of a client in a while, and refuses those above its
limit. The next one that comes late enough is served.

What you see
------------
"429 Too Many Requests", often with ``Retry-After``; from nginx "503 Service Temporarily Unavailable", which is what
``limit_req`` and ``limit_conn`` answer unless told otherwise; Cloudflare's error 1015. It works now and then.

How it is told apart
--------------------
429 means just this (RFC 6585, section 4). A 503 may also be a gateway without a back end: nginx says 502 or 504 of that,
so its own 503 is a limit or a ``return``. On the server the limit stands in the configuration for the very path, and the
back end answers when it is asked directly.

What to do
----------
Wait as long as it says, and ask less often: retry with growing pauses, keep one WebSocket instead of opening many. Where
the limit is yours and too tight, raise its rate or its burst.
"""

from __future__ import annotations

import re

from nocarrier.causes._front import WHO_ANSWERED, Answered, answered, look_behind, who
from nocarrier.causes._front_fixes import reload, sed
from nocarrier.causes._front_lab import behind, haproxy, nginx, node_ws
from nocarrier.facts.front import Front, Limit, Way
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Decider,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    Symptom,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, http_server, python_server, router, server
from nocarrier.model.shell import call

TOO_MANY = 429
NGINX = frozenset({"nginx", "openresty", "tengine", "angie"})
GUARDS = say("The limit protects what stands behind it: raise it no further than that bears.")
RAISED = 10
"By how much a rate is multiplied in the fix: enough to see that it was the limit."


def judge(case: Case) -> Judgement:
    """429 by itself; another status by the limit that stands in the configuration."""
    found = answered(case)
    if found is None or not found.status or found.exchange.facts.upgraded:
        return Silent()
    limit = _limit(found)
    if found.status == TOO_MANY:
        return _said(case, found, limit)
    says = found.testimony.facts.saying("rate-limited") if found.testimony is not None else None
    if says is not None:
        return _said(case, found, limit)
    if limit is not None and found.front is not None and found.way is not None:
        return _by_configuration(case, found, found.front, found.way, limit)
    return _from_outside(case, found)


def _limit(found: Answered) -> Limit | None:
    """The limit that answers with the status that was seen."""
    way = found.way
    return next((limit for limit in way.limits if limit.status == found.status), None) if way is not None else None


def _said(case: Case, found: Answered, limit: Limit | None) -> Judgement:
    wait = found.testimony.facts.retry_after if found.testimony is not None else None
    summary = say("{who} at {there} says {status}: too many requests.", who=_speaker(found), there=found.there,
                  status=found.status)  # fmt: skip
    if wait is not None:
        summary = say(
            "{who} at {there} says {status}: too many requests, and to come back in {seconds} s.",
            who=_speaker(found),
            there=found.there,
            status=found.status,
            seconds=int(wait),
        )
    return Found(
        certainty=Certainty.PROVEN,
        summary=summary,
        because=(found.exchange,),
        fixes=(*_raise(found, limit), _wait(case, wait)),
    )


def _speaker(found: Answered) -> str | Prose:
    testimony = found.testimony.facts if found.testimony is not None else None
    speaker = testimony.saying("rate-limited") or testimony.front if testimony is not None else None
    return speaker.label if speaker is not None and speaker.label else say("The server")


def _by_configuration(case: Case, found: Answered, front: Evidence[Front], way: Way, limit: Limit) -> Judgement:
    if way.answering is not None:
        return RuledOut((front,), say("{place} answers so always", place=way.answering.shown))
    facts = front.facts
    answers = any(one.answers for one in facts.asked)
    if facts.all_dead:
        return RuledOut((front,), say("its back end does not answer, asked directly"))
    sure = found.ours and way.whole and (answers or bool(facts.limited_log))
    summary = say(
        "{who} turns away what comes too often: {limit} ({place}).",
        who=who(found),
        limit=limit.place.text,
        place=limit.place.shown,
    )
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=summary,
        because=found.because,
        fixes=(*_raise(found, limit), _wait(case, None)),
        decided_by=() if sure else (_once_more(case),),
    )


def _from_outside(case: Case, found: Answered) -> Judgement:
    seen = found.testimony
    if seen is None or found.status != 503:
        return Silent()
    if found.front is not None and found.way is not None:
        return RuledOut((found.front,), say("no limit is set for this path"))
    speaker, wait = seen.facts.speaker, seen.facts.retry_after
    nginx = speaker is not None and speaker.product in NGINX
    if not nginx and (wait is None or (speaker is not None and speaker.says)):
        return Silent()
    summary = say("{who} at {there} says 503 and to come back later: a limit on requests, or maintenance.",
                  who=_speaker(found), there=found.there)  # fmt: skip
    if nginx:
        summary = say(
            "{who} at {there} says 503 itself, which it does where a limit on requests is hit, or where it is told to.",
            who=_speaker(found),
            there=found.there,
        )
    return Found(
        certainty=Certainty.LIKELY if nginx else Certainty.POSSIBLE,
        summary=summary,
        because=found.from_outside,
        fixes=(_wait(case, wait),),
        decided_by=(_once_more(case), *look_behind(case, found.exchange.facts.port)),
    )


def _once_more(case: Case) -> Decider:
    question = say("Is it answered otherwise after a pause?")
    return Decider(question=question, command=f"sleep 60; {call(case.target.url)}")


def _wait(case: Case, seconds: float | None) -> Fix:
    pause = min(int(seconds) + 1, 3600) if seconds is not None else 60
    return Fix(
        where="client",
        text=say("Wait, and ask less often:"),
        commands=(f"sleep {pause}; {call(case.target.url)}",),
    )


def _raise(found: Answered, limit: Limit | None) -> tuple[Fix, ...]:
    """The limit's own line, made wider; nothing where it is not understood."""
    if limit is None or found.front is None:
        return ()
    front = found.front.facts
    rate = re.search(r"rate=(\d{1,6})r/([sm])", limit.rate.text) if limit.rate is not None else None
    text = say("Where the limit is too tight, raise it in {place}:", place=limit.place.shown)
    above = re.search(r" gt (\d{1,6})\b", limit.place.text)
    if front.product == "haproxy" and above is not None:
        wider = f" gt {int(above[1]) * RAISED + RAISED}"
        return (
            Fix(
                where="server",
                text=text,
                config=limit.place.text.replace(above[0], wider),
                commands=(sed(limit.place, f"s|{above[0]}|{wider}|"), *reload(front)),
                risk=GUARDS,
            ),
        )
    if front.product not in NGINX or rate is None or limit.rate is None:
        config = "\n".join(place.text for place in (limit.rate, limit.place) if place is not None)
        return (Fix(where="server", text=text, config=config, risk=GUARDS),)
    # A rate of less than one in a second is a pause between two requests, whatever the burst.
    faster = f"rate={max(int(rate[1]) * RAISED, 10)}r/s"
    return (
        Fix(
            where="server",
            text=say("Where the limit is too tight, raise its rate in {place}:", place=limit.rate.shown),
            config=limit.rate.text.replace(rate[0], faster),
            commands=(sed(limit.rate, f"s|rate=[0-9]*r/[sm]|{faster}|"), *reload(front)),
            risk=GUARDS,
        ),
    )


NGINX_LIMIT = """\
limit_req_zone $server_port zone=all:1m rate=1r/m;
server {
    listen 80;
    location / {
        limit_req zone=all;
        proxy_pass http://127.0.0.1:3000;
        proxy_http_version 1.1;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection "upgrade";
    }
}
"""

HAPROXY = """\
frontend web
    bind :80
    stick-table type ip size 1m expire 60s store http_req_rate(60s)
    http-request track-sc0 src
    http-request deny deny_status 429 if { sc_http_req_rate(0) gt 0 }
    default_backend app
backend app
    server one 127.0.0.1:3000
"""

TELLING = """\
import http.server

class Telling(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(429)
        self.send_header("Retry-After", "30")
        self.end_headers()

http.server.ThreadingHTTPServer(("0.0.0.0", 8080), Telling).serve_forever()
"""

MAINTENANCE = """\
server {
    listen 80;
    location / { return 503; }
}
"""


def _expected(certainty: str) -> Expected:
    return Expected(verdict="rate-limited", certainty=certainty)


# One request a minute for the whole site, and somebody else has just made it.
_SOMEBODY = Daemon(
    argv=("{python}", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1/')"), ready="exit"
)

SCENARIO = Scenario(
    name="nginx-limit-req",
    hosts=(client(), router(), server(daemons=(http_server("127.0.0.1", 3000), nginx(NGINX_LIMIT), _SOMEBODY))),
    target="http://10.20.0.5/",
    both_ends=_expected("proven"),
    client_alone=_expected("likely"),
)

VARIANTS = (
    behind(
        "haproxy-429", haproxy(HAPROXY), node_ws(), both_ends=_expected("proven"), client_alone=_expected("proven")
    ),
    behind(
        "retry-after", python_server(TELLING), target="http://10.20.0.5:8080/api", client_alone=_expected("proven")
    ),
)

NEAR_MISSES = (
    # The same page of nginx, which says so to everybody, always.
    behind(
        "nginx-maintenance",
        nginx(MAINTENANCE),
        target="http://10.20.0.5/",
        both_ends=Expected(verdict=""),
        client_alone=_expected("likely"),
    ),
)

CAUSE = Cause(
    slug="rate-limited",
    title=say("A limit on requests turns the client away"),
    symptoms=frozenset({Symptom.REJECTED}),
    look_alikes=frozenset({"gateway-has-no-backend"}),
    needs=WHO_ANSWERED,
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
