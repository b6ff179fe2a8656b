"""The gateway in front gets no answer from its back end

What it is
----------
A reverse proxy, load balancer or CDN took the request and has nobody to hand it to: its back end is not running, not at
the address in its configuration, too slow, or answers nonsense. The fault is between those two, not before.

What you see
------------
"502 Bad Gateway", "503 Service Unavailable", "504 Gateway Timeout", Cloudflare's 521 to 526; in a browser "Unexpected
response code: 502" for a WebSocket.

GatewayWorker's Gateway says nothing at all: without a BusinessWorker it ends every connection at once.

How it is told apart
--------------------
The status together with who says it: error pages, ``Server``, ``Proxy-Status`` (RFC 9209). An application may answer 503
itself, and nginx does where a limit on requests is hit: it says 502 or 504 of a back end. On the server the back end that
the configuration names is asked directly, from the proxy's machine: refused, silent, or hung up decides it. Which
BusinessWorkers have joined a Gateway, the connections to its internal ports say, and its start files why none has.

What to do
----------
Diagnose the back end next: it is an ordinary target, seen from the gateway's machine. Where a program of that machine does
answer, on another port than the configuration names, correct that line.
"""

from __future__ import annotations

from nocarrier.causes._front import (
    WHO_ANSWERED,
    Answered,
    answered,
    look_behind,
    place_of,
    url_of,
    who,
)
from nocarrier.causes._front_fixes import ask_another
from nocarrier.causes._front_lab import apache, behind, caddy, haproxy, nginx, node_ws
from nocarrier.causes._gateway_worker import GATEWAY_WORKER, without_business_worker
from nocarrier.causes._workerman_lab import BUSINESS, UNTIL_JOINED, gateway_worker
from nocarrier.facts.front import Asked, Front, Way
from nocarrier.facts.intermediaries import WORDS
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
from nocarrier.model.shell import call, quoted

STATUSES = frozenset({502, 503, 504, *range(520, 528), 530})
"Those of gateways (RFC 9110, sections 15.6.3 to 15.6.5), and Cloudflare's own."
NGINX = frozenset({"nginx", "openresty", "tengine", "angie"})


def judge(case: Case) -> Judgement:
    """A gateway's status: by its own words from outside, by asking the back end from inside."""
    of_workerman = without_business_worker(case)
    if not isinstance(of_workerman, Silent):
        return of_workerman
    found = answered(case)
    if found is None or (found.status and found.status not in STATUSES):
        return Silent()
    way = found.way
    if found.front is None or way is None:
        return _from_outside(case, found) if found.status else Silent()
    if not found.status:
        return _still_waiting(case, found, found.front, way)
    return _from_inside(case, found, found.front, way)


def _from_inside(case: Case, found: Answered, front: Evidence[Front], way: Way) -> Judgement:
    facts = front.facts
    if way.answering is not None:
        return RuledOut((front,), say("{place} says so, no back end is asked", place=way.answering.shown))
    if way.proxy is None:
        return RuledOut((front,), say("{label} asks no back end for this path", label=facts.label))
    if way.upgrade == "stripped" and facts.upgrades:
        return RuledOut((front,), say("the back end upgrades when it is asked directly"))
    if facts.all_dead:
        return _dead(case, found, front, way)
    if any(one.answers for one in facts.asked):
        if _limited(facts, way, found.status):
            return RuledOut((front,), say("its back end answers; a limit is set for this path"))
        return _answers_now(case, found, front, way)
    return _unclear(case, found, front, way)


def _still_waiting(case: Case, found: Answered, front: Evidence[Front], way: Way) -> Judgement:
    """The gateway takes the request and waits for its back end longer than anybody waits for the gateway."""
    if way.proxy is None or not front.facts.all_dead:
        return Silent()
    return _dead(case, found, front, way)


def _limited(facts: Front, way: Way, status: int) -> bool:
    return any(limit.status == status for limit in way.limits)


def _dead(case: Case, found: Answered, front: Evidence[Front], way: Way) -> Judgement:
    asked = front.facts.asked[0]
    # A proxy may ask another resolver than its machine does.
    sure = found.ours and way.whole and all(one.errno != "EAI_NONAME" for one in front.facts.asked)
    certainty = Certainty.PROVEN if sure else Certainty.LIKELY
    summary = say(
        "{who} hands {path} on to {there} ({place}), and {why}.",
        who=who(found),
        path=case.target.path.partition("?")[0] or "/",
        there=place_of(asked),
        place=way.proxy.shown if way.proxy is not None else "",
        why=why(asked),
    )
    return Found(
        certainty=certainty,
        summary=summary,
        because=found.because,
        fixes=_fixes(case, found, front.facts, way, asked),
        decided_by=() if certainty is Certainty.PROVEN else _next(case, found),
    )


def why(asked: Asked) -> Prose:
    """Why the back end does not answer, as a clause."""
    if asked.errno == "ECONNREFUSED":
        return say("nothing listens there")
    if asked.errno == "EAI_NONAME":
        return say("that name does not resolve")
    if asked.errno == "ENOENT":
        return say("there is no such socket")
    if asked.errno:
        return say("the connection to it fails ({errno})", errno=asked.errno)
    if asked.expired:
        return say("it does not answer on that port")
    if asked.closed:
        return say("it takes the connection and hangs up without an answer")
    return say("it takes the connection and does not answer")


def _fixes(case: Case, found: Answered, facts: Front, way: Way, asked: Asked) -> tuple[Fix, ...]:
    """The line to correct where the program is known to answer elsewhere, and the next target in any case."""
    following = Fix(
        where="server",
        text=say("The back end is the next target. On the machine of {label}:", label=facts.label),
        commands=(call(url_of(case, found.way)),),
    )
    places = [one.place for one in way.backends if one.place is not None and one.port == asked.port]
    if len(facts.elsewhere) != 1 or not places or not asked.port:
        return (following,)
    other = facts.elsewhere[0]
    if not all(f":{asked.port}" in place.text for place in places):
        return (following,)
    return (ask_another(facts, places, asked.port, other.port, f"{other.program} (pid {other.pid})"), following)


def _answers_now(case: Case, found: Answered, front: Evidence[Front], way: Way) -> Judgement:
    """It answers when it is asked from here, and not the proxy: its log may say why."""
    facts = front.facts
    asked = next(one for one in facts.asked if one.answers)
    there = place_of(asked)
    if facts.log:
        summary = say("{who} got no answer from {there}: {log}.", who=who(found), there=there, log=facts.log)
    else:
        summary = say(
            "{who} says {status} of its back end {there}, which answers when it is asked directly.",
            who=who(found),
            status=found.status,
            there=there,
        )
    log = way.error_log
    question = say("What does {label} say of it?", label=facts.label)
    command = f"tail -n 20 {quoted(log)}" if log else f"journalctl -n 20 _PID={facts.pid}"
    certainty = Certainty.LIKELY if found.status in (502, 504) else Certainty.POSSIBLE
    return Found(
        certainty=certainty,
        summary=summary,
        because=found.because,
        decided_by=(Decider(question=question, command=command), *_next(case, found)),
    )


def _unclear(case: Case, found: Answered, front: Evidence[Front], way: Way) -> Judgement:
    """The back end fails by its own word, or could not be asked."""
    asked = next(iter(front.facts.asked), None)
    if asked is not None and asked.status == found.status:
        summary = say(
            "{there} behind {who} answers {status} itself: it is a gateway too, or says so of itself.",
            there=place_of(asked),
            who=who(found),
            status=found.status,
        )
        certainty = Certainty.POSSIBLE if found.status == 503 else Certainty.LIKELY
        return _outside(case, found, summary, certainty, _next(case, found))
    summary = say(
        "{who} says {status}: its back end does not answer as it should.", who=who(found), status=found.status
    )
    return _outside(case, found, summary, Certainty.LIKELY, _next(case, found))


def _next(case: Case, found: Answered) -> tuple[Decider, ...]:
    question = say("On that machine: what does the back end answer?")
    return (Decider(question=question, command=call(url_of(case, found.way))),)


def _from_outside(case: Case, found: Answered) -> Judgement:
    seen = found.testimony
    says = seen.facts.of_backend if seen is not None else None
    deciders = look_behind(case, found.exchange.facts.port)
    if says is not None:
        summary = say(
            "{who} answers at {there} and says {status}: {words}.",
            who=says.label or who(found),
            there=found.there,
            status=found.status,
            words=WORDS[says.says],
        )
        return _outside(case, found, summary, Certainty.LIKELY, deciders)
    speaker = seen.facts.speaker if seen is not None else None
    if seen is not None and speaker is not None and speaker.product in NGINX and found.status == 503:
        return RuledOut((seen,), say("{label} says 502 or 504 of a back end, never 503", label=speaker.label))
    if seen is not None and speaker is not None and speaker.says:
        return Silent()
    summary = say(
        "{there} answers {status}: what stands there has no answer from behind it, or none of its own.",
        there=found.there,
        status=found.status,
    )
    certainty = Certainty.POSSIBLE if found.status == 503 else Certainty.LIKELY
    return _outside(case, found, summary, certainty, deciders)


def _outside(
    case: Case, found: Answered, summary: Prose, certainty: Certainty, deciders: tuple[Decider, ...]
) -> Judgement:
    because = found.because if found.front is not None else found.from_outside
    return Found(certainty=certainty, summary=summary, because=because, decided_by=deciders)


NGINX_SITE = """\
server {
    listen 80;
    location / {
        proxy_pass http://127.0.0.1:3000;
        proxy_http_version 1.1;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection "upgrade";
        proxy_connect_timeout 1s;
        proxy_read_timeout 1s;
    }
}
"""

APACHE = """\
<VirtualHost *:80>
    ServerName app.example
    ProxyPass "/" "http://127.0.0.1:3000/" upgrade=websocket
</VirtualHost>
"""

HAPROXY = """\
frontend web
    bind :80
    default_backend app
backend app
    retries 1
    server one 127.0.0.1:3000
"""

CADDY = """\
:80 {
    reverse_proxy unix//run/lab-of-nobody.sock
}
"""

SILENT = """\
import socket, time
server = socket.create_server(("127.0.0.1", 3000))
time.sleep(100000)
"""

BUSY = """\
import http.server

class Busy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(503)
        self.end_headers()

http.server.ThreadingHTTPServer(("0.0.0.0", 8080), Busy).serve_forever()
"""


def _expected(certainty: str) -> Expected:
    return Expected(verdict="gateway-has-no-backend", certainty=certainty)


SCENARIO = behind(
    "nginx-back-end-down",
    nginx(NGINX_SITE),
    target="http://10.20.0.5/shop",
    both_ends=_expected("proven"),
    client_alone=_expected("likely"),
)

_OTHER_REGISTER = BUSINESS.replace("1236", "1238")


def _joined_by_none(name: str, daemon: Daemon) -> Scenario:
    """A Gateway of GatewayWorker that no BusinessWorker has joined."""
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=(daemon,))),
        target="ws://10.20.0.5:7272/chat",
        both_ends=_expected("proven"),
    )


VARIANTS = (
    _joined_by_none("gatewayworker-without-businessworker", gateway_worker(4, business="")),
    _joined_by_none("gatewayworker-without-register", gateway_worker(5, register="")),
    _joined_by_none("gatewayworker-another-register", gateway_worker(5, business=_OTHER_REGISTER)),
    # The program runs, on another port than the proxy was told.
    behind(
        "nginx-wrong-port",
        nginx(NGINX_SITE),
        node_ws(3001),
        both_ends=_expected("proven"),
        client_alone=_expected("likely"),
    ),
    behind(
        "nginx-back-end-silent",
        nginx(NGINX_SITE),
        Daemon(argv=("{python}", "serve.py"), files={"serve.py": SILENT}, ready="tcp:127.0.0.1:3000"),
        target="http://10.20.0.5/",
        both_ends=_expected("proven"),
    ),
    behind("apache-back-end-down", apache(APACHE), both_ends=_expected("proven"), client_alone=_expected("likely")),
    behind(
        "haproxy-back-end-down", haproxy(HAPROXY), both_ends=_expected("proven"), client_alone=_expected("likely")
    ),
    # Until it gives up, which takes nginx a minute, the client hears nothing.
    behind(
        "nginx-still-waiting",
        nginx(NGINX_SITE.replace("timeout 1s", "timeout 60s")),
        Daemon(argv=("{python}", "serve.py"), files={"serve.py": SILENT}, ready="tcp:127.0.0.1:3000"),
        both_ends=_expected("proven"),
    ),
    behind("caddy-no-socket", caddy(CADDY), target="http://10.20.0.5/", both_ends=_expected("proven")),
)

NEAR_MISSES = (
    Scenario(
        name="gatewayworker-complete",
        hosts=(client(), router(), server(daemons=(gateway_worker(5), UNTIL_JOINED))),
        target="ws://10.20.0.5:7272/chat",
        both_ends=Expected(verdict="", outcome="connected"),
    ),
    behind(
        "application-says-so-itself",
        python_server(BUSY),
        target="http://10.20.0.5:8080/",
        both_ends=_expected("possible"),
        client_alone=_expected("possible"),
    ),
    behind(
        "nginx-application-says-not-found",
        nginx(NGINX_SITE),
        http_server("127.0.0.1", 3000),
        target="http://10.20.0.5/nothing",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="gateway-has-no-backend",
    title=say("The gateway in front gets no answer from its back end"),
    symptoms=frozenset({Symptom.REJECTED, Symptom.NO_ANSWER, Symptom.CLOSED, Symptom.RESET}),
    look_alikes=frozenset({"proxy-strips-upgrade", "rate-limited", "process-hung"}),
    needs=(*WHO_ANSWERED, *GATEWAY_WORKER),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
