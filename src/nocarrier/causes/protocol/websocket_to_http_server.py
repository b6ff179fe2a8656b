"""The client speaks WebSocket, and the server there only HTTP

What it is
----------
A WebSocket begins as an HTTP request that asks for an upgrade. A server that knows nothing of that answers it as it answers
any request: with a page. The client needs the answer 101 and takes every other one for a failure.

What you see
------------
"WebSocket connection to 'ws://…' failed: Error during WebSocket handshake: Unexpected response code: 200" (or 404),
"Unexpected server response: 200", "server rejected WebSocket connection: HTTP 200".

How it is told apart
--------------------
The request is answered the very same way with and without the wish for an upgrade, and no usual path, no Engine.IO, and no
other port of that machine takes a WebSocket. From the client alone a proxy in front that strips the wish, and a path that
nobody would guess, look the same. On the server, the program that listens is seen: some cannot take WebSockets at all.

What to do
----------
Let the server listen with the WebSocket protocol, or run one that does. Workerman: ``new Worker('websocket://0.0.0.0:PORT')``,
GatewayWorker: ``new Gateway('websocket://0.0.0.0:PORT')``. Or let the client speak HTTP, where that was meant.
"""

from __future__ import annotations

from nocarrier.causes._binding import WHAT_HOLDS_IT, program_behind, who
from nocarrier.causes._front import passed_on, place_of, url_of
from nocarrier.causes._handshake import ANSWERED, VARIED, Failed, answer, failed, look_into
from nocarrier.causes._listening import WHOSE_ADDRESS, dialled_the_server
from nocarrier.causes._workerman import Held, held, listening_fix
from nocarrier.causes._workerman_if_any import WORKERMAN
from nocarrier.causes._workerman_lab import ANSWERING, workerman
from nocarrier.causes._ws_lab import NODE, node
from nocarrier.facts.front import Front
from nocarrier.facts.listeners import Listener, Listeners
from nocarrier.facts.neighbourhood import Neighbourhood
from nocarrier.facts.programs.upgrading import UPGRADING, kind_by_header
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Decider,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    on_client,
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import call

OTHER_CAUSES = frozenset({101, 401, 402, 407, 421, 426, 429, 502, 503, 504, 505})
"""Answers that other causes explain: credentials, limits, gateways, a server that does ask for an upgrade, and one that gets
the request in another version of HTTP than the client sent."""


class Program(Record):
    """The program that answers, as its machine shows it."""

    listener: Listener
    because: tuple[Evidence[Any], ...]
    kind: str
    ours: bool
    "The address that was dialled is that machine's own."


def judge(case: Case) -> Judgement:
    """Answered as HTTP, whatever is asked for."""
    found = failed(case)
    if found is None or found.reply is None or not found.steady:
        return Silent()
    if found.status in OTHER_CAUSES or 300 <= found.status < 400:
        return Silent()
    facts = found.upgrades.facts
    if facts.anything:
        return RuledOut((found.upgrades,), say("another request on that port is upgraded"))
    if facts.engine is not None or facts.sockjs is not None or facts.other_port is not None or found.speaks:
        return Silent()
    plain = facts.first("plain")
    if plain is None or not found.alike(plain):
        return Silent()
    return _found(case, found)


def _found(case: Case, found: Failed) -> Judgement:
    program = _program(case, found)
    told = held(case, found.exchange.facts.port)
    certainty = _certainty(case, found, program, told)
    front = passed_on(case)
    if front is not None:
        return _behind(case, found, front)
    rest = program.because if program is not None else ()
    if told is not None:
        rest = (*rest[:1], told.seen)
    return Found(
        certainty=certainty,
        summary=_summary(case, found, program),
        because=(*found.because, *(rest if certainty is Certainty.PROVEN else rest[:1])),
        fixes=_fixes(case, found, program),
        decided_by=()
        if certainty is Certainty.PROVEN
        else look_into(case, say("Which program is it, and does it know WebSocket?")),
    )


def _behind(case: Case, found: Failed, front: Evidence[Front]) -> Found:
    """The proxy on the port does its part: it is the back end that answers HTTP only."""
    asked = front.facts.asked[0]
    question = say("On that machine: what is the back end, and does it know WebSocket?")
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "{label} (pid {pid}) passes the WebSocket handshake on to {there}, and that answers HTTP only: {status}, as to any request.",
            label=front.facts.label,
            pid=front.facts.pid,
            there=place_of(asked),
            status=asked.status,
        ),
        because=(*found.because, front),
        decided_by=(Decider(question=question, command=call(url_of(case, front.facts.way))),),
    )


def _program(case: Case, found: Failed) -> Program | None:
    """The one program that takes connections there."""
    listeners = case.seen(Listeners, Where.SERVER)
    address, port = found.exchange.facts.address, found.exchange.facts.port
    if listeners is None:
        return None
    taking = [each for each in listeners.facts.taking(address, port) if each.program is not None]
    if not taking:
        return None
    held = program_behind(case, taking[0])
    shown = [seen for seen in case.every(type(held), Where.SERVER) if seen.facts is held] if held is not None else []
    ours = dialled_the_server(case, address) is True
    return Program(taking[0], (listeners, *shown), held.kind if held is not None else "", ours)


def _certainty(case: Case, found: Failed, program: Program | None, told: Held | None) -> Certainty:
    """Whether the program can take WebSockets at all is known of few; of Workerman, whose text says what it speaks there."""
    if program is not None and program.ours and told is not None and told.line.scheme == "http":
        return Certainty.PROVEN
    around = case.seen(Neighbourhood)
    if around is not None and around.facts.speaking:
        return Certainty.POSSIBLE
    if found.status in (400, 403) and found.like_nowhere:
        return Certainty.POSSIBLE
    if program is not None and program.ours and program.kind in UPGRADING and UPGRADING[program.kind].never:
        return Certainty.PROVEN
    return Certainty.LIKELY


def _summary(case: Case, found: Failed, program: Program | None) -> Prose:
    name = who(case, program.listener) if program is not None else ""
    if name:
        return say(
            "{program} on {there} answers HTTP only: to the WebSocket handshake {answer}, as to any request.",
            program=name,
            there=found.there,
            answer=answer(found),
        )
    software = found.reply.header("server")[:40] if found.reply else ""
    if software:
        return say(
            "{there} ({software}) answers HTTP only: to the WebSocket handshake {answer}, as to any request.",
            there=found.there,
            software=software,
            answer=answer(found),
        )
    return say(
        "{there} answers HTTP only: to the WebSocket handshake {answer}, as to any request.",
        there=found.there,
        answer=answer(found),
    )


def _fixes(case: Case, found: Failed, program: Program | None) -> tuple[Fix, ...]:
    """What makes this program take WebSockets; or what does in general."""
    line = listening_fix(case, "websocket")
    if line is not None:
        return (line,)
    reply, facts = found.reply, found.upgrades.facts
    powered = reply.header("x-powered-by") if reply else ""
    kind = (program.kind if program else "") or kind_by_header(reply.header("server") if reply else "", powered)
    way = UPGRADING.get(kind)
    if way is None:
        return (
            Fix(
                where="server",
                text=say(
                    "Let the server listen with the WebSocket protocol on that port; in Workerman or GatewayWorker this line:"
                ),
                config=f"new Worker('websocket://0.0.0.0:{facts.port}')\nnew Gateway('websocket://0.0.0.0:{facts.port}')",
            ),
        )
    config = way.config.format(port=facts.port, path=facts.path.partition("?")[0])
    return (Fix(where="server", text=way.text, config=config),)


PHP = Daemon(
    argv=("php", "-S", "0.0.0.0:8080", "-t", "{dir}"),
    files={"index.php": "<h1>shop</h1>"},
    ready="tcp:8080",
    package="php-cli",
)

HTTP_WORKER = f"""\
$worker = new Worker('http://0.0.0.0:2345');
$worker->count = 2;
{ANSWERING}"""

STATIC = """\
error_log stderr; pid {dir}/pid; events {}
http {
  access_log off;
  server { listen 8088; location / { return 200 'hello'; } }
}
"""


def _at(name: str, daemon: Daemon, target: str, both_ends: str, packages: tuple[str, ...] = ()) -> Scenario:
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=(daemon,), packages=packages)),
        target=target,
        both_ends=Expected(verdict="websocket-to-http-server", certainty=both_ends),
        client_alone=Expected(verdict="websocket-to-http-server", certainty="likely"),
    )


SCENARIO = _at("php-answers-200", PHP, "ws://10.20.0.5:8080", "proven")

VARIANTS = (
    _at("workerman-4", workerman(4, HTTP_WORKER, 2345), "ws://10.20.0.5:2345", "proven"),
    _at("workerman-5", workerman(5, HTTP_WORKER, 2345), "ws://10.20.0.5:2345/chat", "proven"),
    _at("no-such-file", http_server("0.0.0.0", 9090), "ws://10.20.0.5:9090/live", "proven"),
    _at(
        "node-without-upgrades",
        node("http.createServer((request, response) => response.end('hello')).listen(3000);", 3000),
        "ws://10.20.0.5:3000/ws",
        "likely",
        NODE,
    ),
    _at(
        "nginx-of-its-own",
        Daemon(
            argv=("nginx", "-c", "{dir}/nginx.conf", "-g", "daemon off;"),
            files={"nginx.conf": STATIC},
            ready="tcp:8088",
            package="nginx-light",
        ),
        "ws://10.20.0.5:8088",
        "likely",
    ),
)

NEAR_MISSES = (
    Scenario(
        name="http-client",
        hosts=(client(), router(), server(daemons=(PHP,))),
        target="http://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="websocket-to-http-server",
    title=say("The client speaks WebSocket, and the server there only HTTP"),
    symptoms=ANSWERED,
    look_alikes=frozenset(
        {"websocket-wrong-path", "engine-io-expected", "redirected", "wrong-port", "tls-client-certificate-required"}
    ),
    needs=(
        *VARIED,
        *on_client(Neighbourhood),
        *on_server(Listeners, Front),
        *WHAT_HOLDS_IT,
        *WHOSE_ADDRESS,
        *WORKERMAN,
    ),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
