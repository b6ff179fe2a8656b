"""The server takes no WebSocket from pages of this origin

What it is
----------
A browser says in the header Origin which page opens a WebSocket, and servers keep a list of the pages that may: without it
any page that a user visits could use the user's login. The page's origin is not on that list; or the client is no browser,
sends none, and the server wants one.

What you see
------------
"Unexpected response code: 403" in the browser (400, 401 or 404 of some servers), while the same address works from a test
program, or the other way round.

How it is told apart
--------------------
The very same handshake with another Origin, or without one, is answered with 101, again and again, and the client's own
never is: nothing else differs between the two. Where the list holds only origins that cannot be guessed, some servers say
in the answer that it was the Origin; and on the server's side those that stand in the program's text are tried.

What to do
----------
Put the page's origin (scheme, host, port, without a path) on the server's list. A client that is no browser can send an
Origin that is on it.
"""

from __future__ import annotations

import re

from nocarrier.causes._handshake import ANSWERED, ENDED, VARIED, Failed, answer, failed, look_into
from nocarrier.causes._ws_lab import NODE, PYTHON_WEBSOCKETS, node, websockets_server
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.server_program import ServerProgram
from nocarrier.facts.upgrades import Tried
from nocarrier.facts.written_paths import WrittenPaths
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, router, server
from nocarrier.model.shell import call

REFUSALS = frozenset({400, 401, 403, 404})
"What servers answer to an Origin that they do not like (404: Action Cable)."

WORDS = re.compile(
    r"(?i)\b(?:invalid|missing|bad|forbidden|disallowed|unauthori[sz]ed|unknown|untrusted)\s+(?:websocket\s+)?origin\b"
    r"|\borigin\b[^.<>\n]{0,120}\b(?:not allowed|not authori[sz]ed|not permitted|not accepted|forbidden|denied|rejected)\b"
    r"|\bcross[- ]origin websockets? not allowed\b"
)
"How servers say that it was the Origin: websockets, gorilla/websocket, coder/websocket, Tornado, Spring and others."

LISTS = (
    ("websockets", "websockets", "serve(handler, host, port, origins=['{origin}'])"),
    ("uvicorn", "Starlette", "app.add_middleware(…)  # the check of scope['headers'] for origin: '{origin}'"),
    ("daphne", "Django Channels", "OriginValidator(application, ['{origin}'])"),
    ("tornado", "Tornado", "def check_origin(self, origin): return origin == '{origin}'"),
    ("cowboy", "Phoenix", "check_origin: ['{origin}']"),
    ("puma", "Action Cable", "config.action_cable.allowed_request_origins = ['{origin}']"),
    ("jetty", "Spring", "registry.addHandler(handler, path).setAllowedOrigins('{origin}')"),
)
"What a Server header has in it → the framework, and the line of it that is the list."


def judge(case: Case) -> Judgement:
    """Refused with this Origin, taken with another; or refused in words."""
    found = failed(case)
    if found is None or not found.steady:
        return Silent()
    facts = found.upgrades.facts
    taken = tuple(tried for tried in facts.of("origin") if tried.upgraded)
    if taken:
        return _found(case, found, taken, Certainty.PROVEN if _surely(found, taken) else Certainty.LIKELY)
    if found.reply is not None and found.status in REFUSALS and WORDS.search(found.reply.body):
        return _found(case, found, (), Certainty.PROVEN)
    written = case.seen(WrittenPaths, Where.SERVER)
    if written is not None and written.facts.allowed is not None:
        return _found(case, found, (written.facts.allowed,), Certainty.PROVEN, (written,))
    return _not_seen(case, found)


def _surely(found: Failed, taken: tuple[Tried, ...]) -> bool:
    """The one Origin was taken each time, and the client's own never."""
    tries = found.upgrades.facts.of("origin")
    same = [tried for tried in tries if tried.origin == taken[0].origin]
    return len(same) > 1 and all(tried.upgraded for tried in same)


def _not_seen(case: Case, found: Failed) -> Judgement:
    """No Origin that was tried made a difference."""
    facts = found.upgrades.facts
    if not facts.of("origin"):
        return Silent()
    if found.status == 403 and facts.elsewhere is None:
        # Who gives an Origin does so because it may matter; most lists let clients pass that send none. Where every
        # path is answered so, the list may be that of the whole server.
        sure = facts.origin is not None and not found.like_nowhere
        return Found(
            certainty=Certainty.LIKELY if sure else Certainty.POSSIBLE,
            summary=say(
                "{there} may take WebSockets from pages of certain origins only; none of the {count} tried is one.",
                there=found.there,
                count=len(facts.of("origin")),
            ),
            because=found.because,
            decided_by=look_into(case, say("Which origins may open a WebSocket there?")),
        )
    if found.status in (200, 404) and facts.elsewhere is None:
        return RuledOut((found.upgrades,), say("no Origin makes a difference"))
    return Silent()


def _found(
    case: Case, found: Failed, taken: tuple[Tried, ...], certainty: Certainty, more: tuple[Evidence[Any], ...] = ()
) -> Judgement:
    return Found(
        certainty=certainty,
        summary=_summary(found, taken),
        because=(*found.because, *more),
        fixes=_fixes(case, found, taken),
        decided_by=()
        if certainty is Certainty.PROVEN
        else look_into(case, say("Which origins may open a WebSocket there?")),
    )


def _summary(found: Failed, taken: tuple[Tried, ...]) -> Prose:
    sent = found.upgrades.facts.origin
    if not taken:
        return say("{there} says itself that it is the Origin: {answer}.", there=found.there, answer=answer(found))
    with_what = say("without one") if taken[0].origin is None else say("with {origin}", origin=taken[0].origin)
    if sent is None:
        return say(
            "{there} takes no WebSocket without an Origin ({answer}); {with_what} it does.",
            there=found.there,
            answer=answer(found),
            with_what=with_what,
        )
    return say(
        "{there} takes no WebSocket with the Origin {origin} ({answer}); {with_what} it does.",
        there=found.there,
        origin=sent,
        answer=answer(found),
        with_what=with_what,
    )


def _fixes(case: Case, found: Failed, taken: tuple[Tried, ...]) -> tuple[Fix, ...]:
    sent = found.upgrades.facts.origin
    usable = next((tried.origin for tried in taken if tried.origin), None)
    fixes = []
    if sent is not None:
        fixes.append(_allow(found, sent))
    if usable is not None:
        fixes.append(
            Fix(
                where="client",
                text=say("A client that is no browser sends an Origin that is on the list:"),
                commands=(call(case.target.url, "--origin", usable),),
            )
        )
    if not fixes:
        fixes.append(_allow(found, "https://YOUR-PAGE"))
    return tuple(fixes)


def _allow(found: Failed, origin: str) -> Fix:
    software = found.reply.header("server").lower() if found.reply else ""
    line = next((line for mark, _, line in LISTS if mark in software), "")
    return Fix(
        where="server",
        text=say("Put {origin} on the list of origins that the server's program keeps:", origin=origin),
        config=line.format(origin=origin),
        risk=say("Whoever is on that list can act for every user who visits its pages."),
    )


def _at(name: str, daemon: object, packages: tuple[str, ...], target: str, *arguments: str) -> Scenario:
    expected = Expected(verdict="websocket-origin-rejected", certainty="proven")
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=(daemon,), packages=packages)),
        target=target,
        arguments=arguments,
        both_ends=expected,
        client_alone=expected,
    )


SAME_HOST = """\
new ws.WebSocketServer({ port: 8080, verifyClient: info =>
    !info.origin || new URL(info.origin).host === info.req.headers.host });
"""
"What most frameworks do by default: pages of the same host, and clients that are no browsers."

ONE_PAGE = """\
new ws.WebSocketServer({ port: 8889, path: '/socket',
    verifyClient: (info, done) => done(info.origin === 'https://desk.kite.example', 403, 'Forbidden') });
"""

SCENARIO = _at("same-host-only", node(SAME_HOST), NODE, "ws://10.20.0.5:8080", "--origin", "https://shop.example")

VARIANTS = (
    Scenario(
        name="a-list-that-cannot-be-guessed",
        hosts=(client(), router(), server(daemons=(node(ONE_PAGE, 8889),), packages=NODE)),
        target="ws://10.20.0.5:8889/socket",
        arguments=("--origin", "https://shop.example"),
        both_ends=Expected(verdict="websocket-origin-rejected", certainty="proven"),
        client_alone=Expected(verdict="websocket-origin-rejected", certainty="likely"),
    ),
    _at(
        "an-origin-is-wanted",
        websockets_server("", 8765, ", origins=['http://10.20.0.5:8765']"),
        PYTHON_WEBSOCKETS,
        "ws://10.20.0.5:8765",
    ),
    _at(
        "says-so-itself",
        websockets_server("", 8765, ", origins=['https://app.kite.example', None]"),
        PYTHON_WEBSOCKETS,
        "ws://10.20.0.5:8765/quotes",
        "--origin",
        "https://www.kite.example",
    ),
    _at(
        "ends-without-a-word",
        node(
            "const sockets = new ws.WebSocketServer({ noServer: true });\n"
            "const server = http.createServer((request, response) => response.end('hello'));\n"
            "server.on('upgrade', (request, socket, head) => {\n"
            "    if (request.headers.origin) socket.destroy();\n"
            "    else sockets.handleUpgrade(request, socket, head, () => {});\n"
            "});\n"
            "server.listen(8080);\n"
        ),
        NODE,
        "ws://10.20.0.5:8080/feed",
        "--origin",
        "http://10.20.0.5:8080",
    ),
)

NEAR_MISSES = (
    Scenario(
        name="origin-on-the-list",
        hosts=(client(), router(), server(daemons=(node(SAME_HOST),), packages=NODE)),
        target="ws://10.20.0.5:8080",
        arguments=("--origin", "http://10.20.0.5:8080"),
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="websocket-origin-rejected",
    title=say("The server takes no WebSocket from pages of this origin"),
    symptoms=ANSWERED | ENDED,
    look_alikes=frozenset({"websocket-needs-credentials", "server-crashes-on-request"}),
    needs=(*VARIED, *on_server(Listeners, ServerProgram, WrittenPaths)),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
