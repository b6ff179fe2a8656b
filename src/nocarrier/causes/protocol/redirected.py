"""The server sends the client on to another address, which a WebSocket client does not follow

What it is
----------
The answer to the handshake is a redirect: to https, to another name, to the same path with a slash at its end. A browser
that opens a page follows it without a word; a WebSocket client must not take it for more than a failure, and browsers and
most libraries do not follow.

What you see
------------
"Unexpected response code: 301" or 302, 307, 308, while the same address opens in a browser.

How it is told apart
--------------------
The status says it, and Location says where to. The same handshake is sent there too: where it is answered with 101, nothing
else was wrong. Where it is not, the redirect may only be what this path is for.

What to do
----------
Dial the new address. Or let the server answer WebSockets where they are dialled.
"""

from __future__ import annotations

from nocarrier.causes._handshake import ANSWERED, LOGIN, VARIED, Failed, answer, dial, failed, look_into
from nocarrier.causes._ws_lab import NODE, node
from nocarrier.facts.upgrades import Tried
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Decider, Fix, Found, Judgement, RuledOut, Silent
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, router, server
from nocarrier.readings.location import Place, place

REDIRECTS = frozenset({301, 302, 303, 307, 308})
"RFC 9110, section 15.4: those that name one other place."


def judge(case: Case) -> Judgement:
    """A redirect, and whether the handshake is taken where it leads."""
    found = failed(case)
    if found is None or found.reply is None:
        return Silent()
    if found.status not in REDIRECTS:
        return RuledOut((found.exchange,), say("the answer is {answer}, no redirect", answer=answer(found)))
    target, facts = case.target, found.upgrades.facts
    asked = Place("wss" if target.scheme == "wss" else "ws", target.host, facts.port, facts.path)
    led = place(found.reply.header("location"), asked)
    if led is None or not found.steady:
        return Silent()
    if led.url == replace(asked, path=asked.path or "/").url:
        return _in_a_circle(found, led, look_into(case, say("Which rule redirects, on {there}?", there=led.shown)))
    followed = facts.of("location")
    taken = followed[-1] if followed and followed[-1].upgraded else None
    if taken is None and facts.elsewhere is not None:
        return Silent()
    return _found(case, found, led, taken, len(followed))


def _in_a_circle(found: Failed, led: Place, decided_by: tuple[Decider, ...]) -> Judgement:
    """What was asked for is what it leads to: no client arrives, whatever it follows."""
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "{there} answers {answer} and sends the client to {url}, which is what was asked for: it goes round in a"
            " circle.",
            there=found.there,
            answer=answer(found),
            url=led.shown,
        ),
        because=found.because,
        fixes=(
            Fix(
                where="server",
                text=say(
                    "Correct the rule that redirects: it does not see that the request is what it wants already. Behind a"
                    " proxy it has to go by X-Forwarded-Proto and X-Forwarded-Host."
                ),
            ),
        ),
        decided_by=decided_by,
    )


def _found(case: Case, found: Failed, led: Place, taken: Tried | None, hops: int) -> Judgement:
    where = _at_last(found, led, taken, hops)
    sure = taken is not None
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=_summary(found, where.shown, sure),
        because=found.because,
        fixes=(_dial(where) if sure or not LOGIN.search(led.path.partition("?")[0]) else _log_in(),),
        decided_by=() if sure else look_into(case, say("What answers WebSockets on {there}?", there=where.shown)),
    )


def _dial(where: Place) -> Fix:
    return dial(where.url, say("Dial {url}, and correct it where the client has it from:", url=where.shown))


def _log_in() -> Fix:
    return Fix(
        where="client",
        text=say("Log in first, and give the client the session that one gets there (a cookie, a token)."),
    )


def _at_last(found: Failed, led: Place, taken: Tried | None, hops: int) -> Place:
    """The address at which the last redirect that was followed ended."""
    if taken is None or hops <= 1:
        return led
    name, _, _ = taken.host.rpartition(":")
    return Place("wss" if taken.tls else "ws", name or taken.host, taken.port, taken.path)


def _summary(found: Failed, where: str, sure: bool) -> Prose:
    if sure:
        return say(
            "{there} answers {answer} and sends the client to {url}, where the WebSocket is; WebSocket clients do not follow.",
            there=found.there,
            answer=answer(found),
            url=where,
        )
    hidden = {
        "private": say("a private address, which is not dialled on a stranger's word"),
        "unknown": say("a name that has no address here"),
        "many": say("one redirect after the other"),
    }.get(found.upgrades.facts.hidden, say("where no WebSocket answered either"))
    return say(
        "{there} answers {answer} and sends the client to {url}, which WebSocket clients do not follow ({hidden}).",
        there=found.there,
        answer=answer(found),
        url=where,
        hidden=hidden,
    )


SLASH = """\
const sockets = new ws.WebSocketServer({ noServer: true });
const server = http.createServer();
server.on('request', (request, response) => response.end('hello'));
server.on('upgrade', (request, socket, head) => {
    if (request.url === '/live/') sockets.handleUpgrade(request, socket, head, () => {});
    else socket.end(`HTTP/1.1 301 Moved Permanently\\r\\nLocation: ${request.url}/\\r\\nConnection: close\\r\\n\\r\\n`);
});
server.listen(8080);
"""

TO_TLS = """\
error_log stderr; pid {dir}/pid; events {}
http {
  access_log off;
  server { listen 80; return 301 https://$host$request_uri; }
  server { listen 443; return 404; }
}
"""

TO_ANOTHER_PORT = """\
error_log stderr; pid {dir}/pid; events {}
http {
  access_log off;
  server { listen 80; return 307 http://$host:8080/live/; }
}
"""


TO_ITSELF = """\
error_log stderr; pid {dir}/pid; events {}
http {
  access_log off;
  server { listen 80; return 301 http://$host$request_uri; }
}
"""


def _nginx(config: str, port: int) -> Daemon:
    return Daemon(
        argv=("nginx", "-c", "{dir}/nginx.conf", "-g", "daemon off;"),
        files={"nginx.conf": config},
        ready=f"tcp:{port}",
        package="nginx-light",
    )


def _at(name: str, daemons: tuple[Daemon, ...], packages: tuple[str, ...], target: str, certainty: str) -> Scenario:
    expected = Expected(verdict="redirected", certainty=certainty)
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=daemons, packages=packages)),
        target=target,
        both_ends=expected,
        client_alone=expected,
    )


SCENARIO = _at("slash-at-the-end", (node(SLASH),), NODE, "ws://10.20.0.5:8080/live", "proven")

VARIANTS = (
    _at("to-tls-where-none-is", (_nginx(TO_TLS, 80),), (), "ws://10.20.0.5/feed", "likely"),
    _at("to-itself", (_nginx(TO_ITSELF, 80),), (), "ws://10.20.0.5/feed", "likely"),
    _at("to-another-port", (node(SLASH), _nginx(TO_ANOTHER_PORT, 80)), NODE, "ws://10.20.0.5/live", "proven"),
)

NEAR_MISSES = (
    Scenario(
        name="a-page-moved-and-the-socket-elsewhere",
        hosts=(
            client(),
            router(),
            server(
                daemons=(
                    node(
                        SLASH.replace("'/live/'", "'/ws'").replace("${request.url}/", "/login.html"),
                    ),
                ),
                packages=NODE,
            ),
        ),
        target="ws://10.20.0.5:8080",
        both_ends=Expected(verdict="websocket-wrong-path", certainty="likely"),
        client_alone=Expected(verdict="websocket-wrong-path", certainty="likely"),
    ),
)

CAUSE = Cause(
    slug="redirected",
    title=say("The server sends the client on to another address, which a WebSocket client does not follow"),
    symptoms=ANSWERED,
    look_alikes=frozenset({"websocket-to-http-server", "websocket-wrong-path"}),
    needs=VARIED,
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
