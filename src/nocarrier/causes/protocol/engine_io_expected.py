"""One side speaks Socket.IO, the other plain WebSocket

What it is
----------
Socket.IO is no WebSocket: it has a protocol of its own (Engine.IO) in the messages, its own path, and a handshake before the
first of them. A plain WebSocket client cannot talk to its server, nor its client to a plain WebSocket server, nor one of
version 2 to a server of version 4 that is not told to allow it.

What you see
------------
"Unexpected response code: 400" or 404; a connection that ends after a second; in the Socket.IO client only
"xhr poll error" or "websocket error", again and again. "The client is using an unsupported version of the Socket.IO or
Engine.IO protocols" in the server's log.

How it is told apart
--------------------
A request for the first packet (``/socket.io/?EIO=4&transport=polling``) is answered with one by an Engine.IO server and by
no other. The plain handshake is not upgraded, and no usual path of a plain WebSocket is: where one is, the path alone may
be wrong.

What to do
----------
Use the client library of what the server speaks, in its version; or, on the server, open a plain WebSocket beside.
"""

from __future__ import annotations

from nocarrier.causes._handshake import ANSWERED, ENDED, VARIED, WEBSOCKET, dial, look_into, url
from nocarrier.causes._ws_lab import NODE, PYTHON_WEBSOCKETS, SOCKETIO, node, uvicorn, websockets_server
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.upgrades import Tried, Upgrades
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, router, server


def judge(case: Case) -> Judgement:
    """Engine.IO answers, and the client asked otherwise; or the client asks for it, and a plain WebSocket is there."""
    exchange, upgrades = case.seen(Exchange), case.seen(Upgrades)
    if exchange is None or upgrades is None or exchange.facts.upgraded:
        return Silent()
    engine = upgrades.facts.engine
    if engine is None:
        return _no_engine(case, exchange, upgrades)
    if _asked_for_it(case):
        return _other_version(case, exchange, upgrades, engine)
    return _raw_client(case, exchange, upgrades, engine)


def _asked_for_it(case: Case) -> bool:
    """The client's own address is Engine.IO's."""
    path, _, query = case.target.path.partition("?")
    return "EIO=" in query or path.rstrip("/").endswith(("/socket.io", "/engine.io"))


def _raw_client(case: Case, exchange: Evidence[Exchange], upgrades: Evidence[Upgrades], engine: Tried) -> Judgement:
    if case.target.scheme not in WEBSOCKET:
        return Silent()
    certainty = Certainty.LIKELY if upgrades.facts.elsewhere is not None else Certainty.PROVEN
    version = abs(engine.engine) if engine.engine > 0 else 0
    path = engine.path.partition("?")[0]
    return Found(
        certainty=certainty,
        summary=say(
            "{there} speaks Socket.IO (on {path}), which a plain WebSocket client cannot: {dialled} is answered with {answer}.",
            there=_there(exchange),
            path=path,
            dialled=upgrades.facts.path,
            answer=_answer(exchange),
        ),
        because=(exchange, upgrades),
        fixes=_use_its_client(case, path, version),
        decided_by=() if certainty is Certainty.PROVEN else look_into(case, _which(exchange)),
    )


def _use_its_client(case: Case, path: str, version: int) -> tuple[Fix, ...]:
    """Its own library; and the address by which its transport can be looked at."""
    at = (
        url(case, path="")
        .replace("wss://", "https://")
        .replace("ws://", "http://")
        .replace("websocket://", "http://")
    )
    library = {4: "socket.io-client@4", 3: "socket.io-client@2"}.get(version, "socket.io-client")
    option = f", {{ path: '{path}' }}" if path != "/socket.io/" else ""
    transport = url(case, path=f"{path}?EIO={version or 4}&transport=websocket")
    return (
        Fix(
            where="client",
            text=say(
                "Let the client use the library of Socket.IO in place of WebSocket (npm install {library}):",
                library=library,
            ),
            config=f"const socket = io('{at}'{option});",
        ),
        dial(transport, say("Its own WebSocket, which carries Engine.IO's packets, is this address:")),
    )


def _other_version(
    case: Case, exchange: Evidence[Exchange], upgrades: Evidence[Upgrades], engine: Tried
) -> Judgement:
    """It asked for Engine.IO, and in a version or by a path that the server does not take."""
    asked = _version(case.target.path)
    takes = sorted({tried.engine for tried in upgrades.facts.of("engine") if tried.engine > 0})
    if not takes:
        return Silent()
    path = engine.path.partition("?")[0]
    if asked and asked not in takes:
        right = url(case, path=f"{path}?EIO={takes[-1]}&transport=websocket")
        return Found(
            certainty=Certainty.PROVEN,
            summary=say(
                "{there} speaks Engine.IO {takes} (Socket.IO {library}), and the client version {asked} of it.",
                there=_there(exchange),
                takes=takes[-1],
                library="3, 4" if takes[-1] == 4 else "2",
                asked=asked,
            ),
            because=(exchange, upgrades),
            fixes=(
                Fix(
                    where="client",
                    text=say("Use the version of the client that the server speaks:"),
                    commands=(f"npm install socket.io-client@{'4' if takes[-1] == 4 else '2'}",),
                ),
                *((_allow_old(),) if asked == 3 else ()),
                dial(right, say("With it the address becomes:")),
            ),
        )
    dialled = case.target.path.partition("?")[0]
    if path.rstrip("/") == dialled.rstrip("/"):
        return Silent()
    right = url(case, path=f"{path}?{case.target.path.partition('?')[2] or 'EIO=4&transport=websocket'}")
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "{there} has its Socket.IO on {path}, not on {dialled}.",
            there=_there(exchange),
            path=path,
            dialled=dialled,
        ),
        because=(exchange, upgrades),
        fixes=(dial(right),),
        decided_by=look_into(case, _which(exchange)),
    )


def _allow_old() -> Fix:
    return Fix(
        where="server",
        text=say("Or let the server take clients of Socket.IO 2 as well:"),
        config="new Server(httpServer, { allowEIO3: true })",
    )


def _no_engine(case: Case, exchange: Evidence[Exchange], upgrades: Evidence[Upgrades]) -> Judgement:
    """No Engine.IO here: the client of Socket.IO may have met a plain WebSocket server."""
    if not upgrades.facts.of("engine"):
        return Silent()
    if not _asked_for_it(case):
        return RuledOut((upgrades,), say("no Engine.IO server answers there"))
    facts = upgrades.facts
    plain = facts.elsewhere or next((tried for tried in facts.of("path", "upgrade", "page") if tried.upgraded), None)
    if plain is None:
        return Silent()
    scheme = "wss" if plain.tls else "ws"
    right = url(case, path=plain.path).partition("://")[2]
    return Found(
        certainty=Certainty.PROVEN,
        summary=say(
            "The client asks for Socket.IO, and {there} is a plain WebSocket server: it answers {answer} to that, and takes a WebSocket on {path}.",
            there=_there(exchange),
            answer=_answer(exchange),
            path=plain.path,
        ),
        because=(exchange, upgrades),
        fixes=(
            dial(
                f"{scheme}://{right}", say("Let the client use plain WebSocket in place of the library of Socket.IO:")
            ),
            Fix(
                where="server",
                text=say("Or let the server speak Socket.IO, with its library:"),
                config="import { Server } from 'socket.io'; new Server(httpServer)",
            ),
        ),
    )


def _version(path: str) -> int:
    digits = path.partition("EIO=")[2][:1]
    return int(digits) if digits.isdigit() else 0


def _there(exchange: Evidence[Exchange]) -> str:
    return exchange.facts.there


def _answer(exchange: Evidence[Exchange]) -> Prose:
    reply = exchange.facts.http
    if reply is None:
        return say("the end of the connection, without a word")
    return say("{status} {reason}", status=reply.status, reason=reply.reason)


def _which(exchange: Evidence[Exchange]) -> Prose:
    return say("Which of them is the program on {there} meant to speak?", there=_there(exchange))


APPLICATION = """\
import socketio
app = socketio.ASGIApp(socketio.AsyncServer(async_mode='asgi'){more})
"""

ENGINE = """\
const sockets = new ws.WebSocketServer({ noServer: true });
const open = '0{"sid":"Gx1","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}';
const server = http.createServer((request, response) => {
    const ours = request.url.startsWith('/socket.io/');
    response.statusCode = ours ? 200 : 404;
    response.end(ours ? open : 'not here');
});
server.on('upgrade', (request, socket, head) => {
    if (request.url.startsWith('/socket.io/')) sockets.handleUpgrade(request, socket, head, socket => socket.send(open));
    else setTimeout(() => socket.destroy(), 1000);
});
server.listen(3000);
"""
"What Node's engine.io does: an upgrade that is not its own is ended after a second (engine.io, destroyUpgradeTimeout)."


def _at(name: str, daemon: Daemon, packages: tuple[str, ...], target: str) -> Scenario:
    expected = Expected(verdict="engine-io-expected", certainty="proven")
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=(daemon,), packages=packages)),
        target=target,
        both_ends=expected,
        client_alone=expected,
    )


SCENARIO = _at("plain-client", uvicorn(APPLICATION.replace("{more}", "")), SOCKETIO, "ws://10.20.0.5:8000")

VARIANTS = (
    _at(
        "another-path",
        uvicorn(APPLICATION.replace("{more}", ", socketio_path='/live/io'"), 8100),
        SOCKETIO,
        "ws://10.20.0.5:8100/live/io",
    ),
    _at("ended-after-a-second", node(ENGINE, 3000), NODE, "ws://10.20.0.5:3000"),
    _at(
        "older-client",
        uvicorn(APPLICATION.replace("{more}", "")),
        SOCKETIO,
        "ws://10.20.0.5:8000/socket.io/?EIO=3&transport=websocket",
    ),
    _at(
        "its-client-to-a-plain-server",
        websockets_server(
            "def route(connection, request):\n"
            "    if request.path != '/ws':\n"
            "        return connection.respond(http.HTTPStatus.NOT_FOUND, '')",
            8765,
            ", process_request=route",
        ),
        PYTHON_WEBSOCKETS,
        "ws://10.20.0.5:8765/socket.io/?EIO=4&transport=websocket",
    ),
)

NEAR_MISSES = (
    Scenario(
        name="its-own-client",
        hosts=(
            client(),
            router(),
            server(daemons=(uvicorn(APPLICATION.replace("{more}", "")),), packages=SOCKETIO),
        ),
        target="ws://10.20.0.5:8000/socket.io/?EIO=4&transport=websocket",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="engine-io-expected",
    title=say("One side speaks Socket.IO, the other plain WebSocket"),
    symptoms=ANSWERED | ENDED,
    look_alikes=frozenset({"websocket-to-http-server", "server-crashes-on-request"}),
    needs=VARIED,
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
