"""The server takes WebSockets on another path

What it is
----------
A server has a WebSocket on one path, and pages, files or nothing on the others. The client asks for one of the others: the
path is missing in its address, has a letter too many, or is the default of another framework.

What you see
------------
"Unexpected response code: 404" or 200, 400, 403; of Node's ws and of FastAPI also a connection that ends without an
answer. In a browser's console only "failed".

How it is told apart
--------------------
The very same handshake is sent to the usual paths, and to those that the server's own page and scripts name: one of them
is answered with 101. And the client's path is answered like one that nobody made, so nothing special is there: no login,
no list of origins. Where no path is upgraded, a server that treats an upgrade unlike a plain request does know WebSocket,
and the path stands in its text: on the server's side that is read, and what is found there is tried.

What to do
----------
Correct the path in the client's address.
"""

from __future__ import annotations

from nocarrier.causes._handshake import ANSWERED, ENDED, VARIED, Failed, answer, dial, failed, look_into, url
from nocarrier.causes._ws_lab import NODE, PYTHON_WEBSOCKETS, UVICORN, node, uvicorn, websockets_server
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.server_program import ServerProgram
from nocarrier.facts.upgrades import Tried
from nocarrier.facts.written_paths import WrittenPaths
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Cause, Certainty, Found, Judgement, RuledOut, Silent, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, router, server

NO_UPGRADE_HERE = frozenset({200, 204, 404, 405, 410, 501})
"Answers that no list of origins and no login gives: a page, or nothing, is there."
OF_A_GATEWAY = frozenset({502, 503, 504})


def judge(case: Case) -> Judgement:
    """Not upgraded here, and upgraded there."""
    found = failed(case)
    if found is None or not found.steady:
        return Silent()
    facts, written = found.upgrades.facts, case.seen(WrittenPaths, Where.SERVER)
    there = facts.elsewhere or (written.facts.taken if written is not None else None)
    if there is None:
        return _unknown_path(case, found)
    if any(tried.upgraded for tried in facts.of("origin", "host", "location")):
        return Silent()
    certainty = _certainty(found)
    where = url(case, path=there.path)
    return Found(
        certainty=certainty,
        summary=_summary(found, there),
        because=found.because if facts.elsewhere is not None or written is None else (*found.because, written),
        fixes=(dial(where),),
        decided_by=() if certainty is Certainty.PROVEN else look_into(case, _question(found)),
    )


def _certainty(found: Failed) -> Certainty:
    """Whether something else than its path can be why this one is not upgraded."""
    challenged = found.reply is not None and bool(found.reply.header("www-authenticate"))
    plain = found.upgrades.facts.first("plain")
    if challenged or found.status in OF_A_GATEWAY:
        return Certainty.POSSIBLE
    if found.status in NO_UPGRADE_HERE:
        return Certainty.PROVEN
    if found.status in (400, 426):
        # A proxy that strips the upgrade makes the server say so, too; then a plain request is answered alike.
        return Certainty.LIKELY if found.alike(plain) or not found.like_nowhere else Certainty.PROVEN
    if found.status == 401 or 300 <= found.status < 400:
        return Certainty.LIKELY if found.like_nowhere else Certainty.POSSIBLE
    if found.status >= 500:
        return Certainty.LIKELY
    return Certainty.PROVEN if found.like_nowhere else Certainty.POSSIBLE


def _summary(found: Failed, there: Tried) -> Prose:
    path = found.upgrades.facts.path
    if there.change == "page":
        return say(
            "{there} takes WebSockets on {path}, as its own page says; {dialled} is answered with {answer}.",
            there=found.there,
            path=there.path,
            dialled=path,
            answer=answer(found),
        )
    return say(
        "{there} takes WebSockets on {path}; {dialled} is answered with {answer}.",
        there=found.there,
        path=there.path,
        dialled=path,
        answer=answer(found),
    )


def _question(found: Failed) -> Prose:
    return say("What is {path} to the program on {there}?", path=found.upgrades.facts.path, there=found.there)


def _unknown_path(case: Case, found: Failed) -> Judgement:
    """No path was found: still, one may be missing where the server knows WebSocket and this path is nobody's."""
    facts, written = found.upgrades.facts, case.seen(WrittenPaths, Where.SERVER)
    if written is not None and written.facts.allowed is not None:
        return Silent()
    if found.alike(facts.first("plain")) and not found.speaks and found.status in NO_UPGRADE_HERE:
        tried = len(facts.of("path", "page"))
        if tried and facts.engine is None:
            return RuledOut((found.upgrades,), say("none of {count} usual paths is upgraded", count=tried))
        return Silent()
    if facts.engine is not None or not found.like_nowhere or found.status in (401, 407, 429, *OF_A_GATEWAY):
        return Silent()
    if not (found.speaks or found.heeded) or any(tried.upgraded for tried in facts.tries):
        return Silent()
    # 400 is what servers say to much else in a handshake, too.
    sure = found.speaks and found.status == 404
    return Found(
        certainty=Certainty.LIKELY if sure else Certainty.POSSIBLE,
        summary=say(
            "{there} knows WebSocket, but takes none on {path}, nor on the usual paths: it is on one of its own.",
            there=found.there,
            path=facts.path,
        ),
        because=found.because,
        decided_by=look_into(case, say("Which path does the program on {there} name?", there=found.there)),
    )


SOME_PATHS = """\
const sockets = new ws.WebSocketServer({ noServer: true });
const server = http.createServer((request, response) => response.end(
    '<script src="/app.js"></script>'.repeat(request.url === '/')
    + "const socket = new WebSocket(`ws://${location.host}/prices/v2`);".repeat(request.url === '/app.js')));
server.on('upgrade', (request, socket, head) => {
    if (request.url === '/prices/v2') sockets.handleUpgrade(request, socket, head, () => {});
    else socket.destroy();
});
server.listen(8080);
"""
"As the manual of ws shows it for several paths: what is none of them is ended without a word."

ONE_ROUTE = """\
def route(connection, request):
    if request.path != '/chat':
        return connection.respond(http.HTTPStatus.NOT_FOUND, 'no such room\\n')
"""

ASGI = """\
async def app(scope, receive, send):
    if scope['type'] == 'websocket':
        await receive()
        known = scope['path'] == '/ws'
        await send({'type': 'websocket.accept'} if known else {'type': 'websocket.close', 'code': 1000})
        while known and (await receive())['type'] != 'websocket.disconnect':
            pass
    elif scope['type'] == 'http':
        await send({'type': 'http.response.start', 'status': 404, 'headers': []})
        await send({'type': 'http.response.body', 'body': b'{"detail":"Not Found"}'})
"""
"What Starlette and FastAPI do: to a WebSocket on a path that they do not know, uvicorn says 403."


def _at(name: str, daemon: object, packages: tuple[str, ...], target: str, alone: str = "proven") -> Scenario:
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=(daemon,), packages=packages)),
        target=target,
        both_ends=Expected(verdict="websocket-wrong-path", certainty="proven"),
        client_alone=Expected(verdict="websocket-wrong-path", certainty=alone),
    )


SCENARIO = _at(
    "one-route",
    websockets_server(ONE_ROUTE, 8765, ", process_request=route"),
    PYTHON_WEBSOCKETS,
    "ws://10.20.0.5:8765/room",
)

VARIANTS = (
    _at("named-by-its-script", node(SOME_PATHS), NODE, "ws://10.20.0.5:8080"),
    _at("unknown-route-of-an-application", uvicorn(ASGI), UVICORN, "ws://10.20.0.5:8000/socket"),
    _at(
        "path-of-its-own",
        node("new ws.WebSocketServer({ port: 9300, path: '/k7/in' });", 9300),
        NODE,
        "ws://10.20.0.5:9300/in",
        alone="possible",
    ),
)

NEAR_MISSES = (
    Scenario(
        name="right-path",
        hosts=(client(), router(), server(daemons=(node(SOME_PATHS),), packages=NODE)),
        target="ws://10.20.0.5:8080/prices/v2",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="websocket-wrong-path",
    title=say("The server takes WebSockets on another path"),
    symptoms=ANSWERED | ENDED,
    look_alikes=frozenset({
        "websocket-to-http-server", "websocket-origin-rejected", "websocket-needs-credentials", "engine-io-expected",
        "redirected", "server-crashes-on-request",
    }),
    needs=(*VARIED, *on_server(Listeners, ServerProgram, WrittenPaths)),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"engine-io-expected"}),
)  # fmt: skip
