"""The server breaks on this request

What it is
----------
The program takes the request and then ends the connection without an answer, or in the middle of one: what it does for this
request fails so badly that no error page comes. Other requests are answered.

What you see
------------
"Empty reply from server", "socket hang up", "Connection reset by peer", "transfer closed with … bytes remaining to read",
"Remote end closed connection without response"; for a moment "connection refused", where the program is started again.

How it is told apart
--------------------
The same request ends like that each time, while the same kind of request for another path is answered, and a connection on
which nothing is said stands. Where the processes behind the port are others after it than before, or nobody listens there
any more, one of them did end. A device on the way that looks for words in requests can look the same from outside.

What to do
----------
Send the request once more and read the program's log beside it: the error stands there. A core dump or the kernel's log
(out of memory, segfault) tells where it says nothing.
"""

from __future__ import annotations

from nocarrier.causes._binding import WHAT_HOLDS_IT, program_behind, who
from nocarrier.causes._handshake import ANSWERED, ENDED, look_into
from nocarrier.causes._listening import WHOSE_ADDRESS, dialled_the_server
from nocarrier.causes._unanswered import listener
from nocarrier.facts.exchange import Exchange, TurnedAway
from nocarrier.facts.survivors import Survivors
from nocarrier.facts.upgrades import Tried, Upgrades
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    Symptom,
    on_client,
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, python_server, router, server
from nocarrier.model.shell import quoted

OF_ITS_OWN = frozenset({"1011", "1012", "1014"})
"""Close codes of a server that met something unexpected, starts again, or has nobody behind it (RFC 6455, section 7.4.1;
IANA's registry)."""


def judge(case: Case) -> Judgement:
    """This request ends so, each time, and another is answered."""
    exchange, upgrades = case.seen(Exchange), case.seen(Upgrades)
    if exchange is None or upgrades is None or exchange.facts.protocol not in ("http", "websocket", "tls"):
        return Silent()
    said = exchange.facts.turned_away
    if said is not None and said.protocol == "websocket" and said.code in OF_ITS_OWN:
        return _by_its_own_word(case, exchange, said)
    if not _broke(exchange.facts):
        return Silent()
    facts = upgrades.facts
    again = facts.of("again")
    if any(tried.status and not tried.cut for tried in again):
        return RuledOut((upgrades,), say("asked again, the same request is answered"))
    if not again or any(tried.hung_up for tried in facts.of("mute")) or _otherwise(facts):
        return Silent()
    gone = all(tried.errno == "ECONNREFUSED" for tried in again)
    other = _answered(facts)
    if not gone and other is None:
        return _always_cut(case, exchange, upgrades)
    return _found(case, exchange, upgrades, other, gone)


def _always_cut(case: Case, exchange: Evidence[Exchange], upgrades: Evidence[Upgrades]) -> Judgement:
    """No request that was tried has a whole answer, and this one ends in the midst of its own each time."""
    http = exchange.facts.http
    if http is None or not http.cut or not all(tried.status and tried.cut for tried in upgrades.facts.of("again")):
        return Silent()
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=say(
            "{there} begins its answer ({status}) and ends the connection before all of it has come, each time: the program"
            " breaks off, or announces more than it sends.",
            there=exchange.facts.there,
            status=http.status,
        ),
        because=(exchange, upgrades),
        fixes=(_fix(case, exchange),),
        decided_by=look_into(
            case, say("Does the program break off, or announce more than it sends (Content-Length)?")
        ),
    )


def _by_its_own_word(case: Case, exchange: Evidence[Exchange], said: TurnedAway) -> Judgement:
    """It accepts the WebSocket, and closes it as one that it cannot go on with."""
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "{there} accepts the WebSocket and closes it at once ({words}): by its own word the fault is the server's.",
            there=exchange.facts.there,
            words=f"{said.code} {said.text}".strip(),
        ),
        because=(exchange,),
        fixes=(_fix(case, exchange),),
        decided_by=look_into(case, say("What does the log of the program say of that moment?")),
    )


def _broke(facts: Exchange) -> bool:
    return facts.hung_up or (facts.http is not None and facts.http.cut)


def _otherwise(facts: Upgrades) -> bool:
    """Something else than the request itself was shown to make the difference."""
    other = facts.engine is not None or facts.sockjs is not None
    changed = any(tried.upgraded for tried in facts.of("origin", "host"))
    nowhere = facts.first("nowhere")
    return other or changed or (facts.elsewhere is not None and nowhere is not None and nowhere.hung_up)


def _answered(facts: Upgrades) -> Tried | None:
    """Another request that was answered: of the same kind if there is one."""
    kinds = ("nowhere", "path", "page", "plain-root", "plain")
    tries = [tried for change in kinds for tried in facts.of(change)]
    return next((tried for tried in tries if tried.status and not tried.cut), None)


def _found(
    case: Case, exchange: Evidence[Exchange], upgrades: Evidence[Upgrades], other: Tried | None, gone: bool
) -> Judgement:
    died = _died(case, exchange)
    alike = other is not None and other.change in ("nowhere", "path", "page")
    certainty = Certainty.PROVEN if died and (alike or gone) else Certainty.LIKELY
    if not died and not gone and not alike and upgrades.facts.websocket:
        certainty = Certainty.POSSIBLE
    return Found(
        certainty=certainty,
        summary=_summary(case, exchange, other, gone),
        because=(exchange, upgrades, *died),
        fixes=(_fix(case, exchange),),
        decided_by=()
        if certainty is Certainty.PROVEN
        else look_into(case, say("Does a process of the program end with that request?")),
    )


def _died(case: Case, exchange: Evidence[Exchange]) -> tuple[Evidence[Any], ...]:
    """What shows that a process behind the port ended with the request; empty where none was seen to."""
    seen = case.seen(Survivors, Where.SERVER)
    if seen is None or not seen.facts.died or dialled_the_server(case, exchange.facts.address) is not True:
        return ()
    return (seen,)


def _summary(case: Case, exchange: Evidence[Exchange], other: Tried | None, gone: bool) -> Prose:
    there = exchange.facts.there
    path = (case.target.path or "/").partition("?")[0]
    seen = case.seen(Survivors, Where.SERVER)
    if seen is not None and seen.facts.died:
        return say(
            "The request for {path} ends a process behind {there} (pid {pid}), each time it is sent.",
            path=path,
            there=there,
            pid=seen.facts.died[0],
        )
    if gone:
        return say(
            "{there} ends the connection on the request for {path}, and then nobody listens there any more.",
            there=there,
            path=path,
        )
    ends = say("in the middle of its answer") if exchange.facts.http is not None else say("without an answer")
    return say(
        "{there} ends the connection on the request for {path} {ends}, each time; {other} it answers.",
        there=there,
        path=path,
        ends=ends,
        other=(other.path if other is not None else "/").partition("?")[0],
    )


def _fix(case: Case, exchange: Evidence[Exchange]) -> Fix:
    there = listener(case, exchange.facts.address, exchange.facts.port)
    held = program_behind(case, there) if there is not None else None
    unit = f"-u {quoted(held.unit)} " if held is not None and held.unit else ""
    name = who(case, there) if there is not None else ""
    text = (
        say("Send it once more and read what {program} says of it at that moment:", program=name)
        if name
        else say("Send it once more and read what the program's log says of that moment:")
    )
    return Fix(
        where="server",
        text=text,
        commands=(
            f"journalctl {unit}-n 30 --no-pager --since -1min",
            "dmesg -T | grep -E 'segfault|Out of memory' | tail -3",
        ),
    )


WORKERS = """\
import http.server, os

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.startswith("/report"):
            os.abort()
        self.send_response(200)
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"hello")

server = http.server.HTTPServer(("0.0.0.0", 8080), Handler)
while True:
    if os.fork():
        os.wait()
    else:
        server.serve_forever()
"""
"A master that starts a worker again whenever one ends, as most servers have it."

CUT = """\
import http.server

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "5000" if self.path == "/export" else "5")
        self.end_headers()
        self.wfile.write(b"hello")

http.server.ThreadingHTTPServer(("0.0.0.0", 8080), Handler).serve_forever()
"""

RAISES = """\
import http.server

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/stats":
            raise KeyError("since")
        self.send_error(404)

http.server.ThreadingHTTPServer(("0.0.0.0", 8080), Handler).serve_forever()
"""


def _at(name: str, program: str, target: str, both_ends: str) -> Scenario:
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=(python_server(program),))),
        target=target,
        both_ends=Expected(verdict="server-crashes-on-request", certainty=both_ends),
        client_alone=Expected(verdict="server-crashes-on-request", certainty="likely"),
    )


SCENARIO = _at("worker-aborts", WORKERS, "http://10.20.0.5:8080/report", "proven")

VARIANTS = (
    _at("raises-without-an-answer", RAISES, "http://10.20.0.5:8080/stats", "likely"),
    _at("breaks-off-in-its-answer", CUT, "http://10.20.0.5:8080/export", "likely"),
    Scenario(
        name="breaks-off-in-every-answer",
        hosts=(
            client(),
            router(),
            server(daemons=(python_server(CUT.replace('if self.path == "/export" else "5"', "")),)),
        ),
        target="http://10.20.0.5:8080/",
        both_ends=Expected(verdict="server-crashes-on-request", certainty="possible"),
        client_alone=Expected(verdict="server-crashes-on-request", certainty="possible"),
    ),
    _at("aborts-on-a-handshake", WORKERS, "ws://10.20.0.5:8080/report/live", "proven"),
)

NEAR_MISSES = (
    Scenario(
        name="another-request",
        hosts=(client(), router(), server(daemons=(python_server(WORKERS),))),
        target="http://10.20.0.5:8080/other",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="server-crashes-on-request",
    title=say("The server breaks on this request"),
    symptoms=ENDED | ANSWERED | {Symptom.DROPPED},
    look_alikes=frozenset({"server-out-of-files", "connection-limited"}),
    needs=(*on_client(Exchange, Upgrades), *on_server(Survivors), *WHAT_HOLDS_IT, *WHOSE_ADDRESS),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
