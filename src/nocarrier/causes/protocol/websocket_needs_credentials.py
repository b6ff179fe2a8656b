"""The server takes WebSockets only from who is logged in

What it is
----------
The handshake of a WebSocket is an HTTP request, and the server wants to know whose it is: by a session cookie, by a token in
the address or a header, or by a name and password. The client gave none, or one that is not valid (any more).

What you see
------------
"Unexpected response code: 401", or 403. Or the WebSocket opens and is closed at once, with 1008 or a code of the program's
own. It works in a browser in which one is logged in, and not elsewhere.

How it is told apart
--------------------
The refusal is the same whatever the Origin and the Host are, and a WWW-Authenticate header names what is wanted: only a
server that wants credentials sends one. 403 without it may as well be a filter, or a path that the server does not know
(frameworks answer so); then a made-up path is answered alike.

What to do
----------
Give the client what the server wants. Browsers cannot add headers to a WebSocket: there it is a cookie of the same site, or
a short-lived token in the address or in the subprotocol.
"""

from __future__ import annotations

import re

from nocarrier.causes._handshake import ANSWERED, LOGIN, VARIED, Failed, answer, failed, look_into
from nocarrier.causes._handshake_lab import websocket_server
from nocarrier.causes._ws_lab import NODE, PYTHON_WEBSOCKETS, node, websockets_server
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.server_program import ServerProgram
from nocarrier.facts.written_paths import WrittenPaths
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, router, server
from nocarrier.model.shell import call

WORDS = re.compile(
    r"(?i)\b(?:auth(?:entication|entifi|enticate|orization)?|unauthori[sz]ed|token|jwt|credentials?|log[- ]?in|sign[- ]?in|"
    r"session|api[- _]?key|bearer|cookie|not logged)\b"
)
"What answers speak of that want to know who asks."


OF_WHO_ASKS = frozenset({"1008", "3000", "3003"})
"Close codes (RFC 6455, section 7.4.1, and IANA's registry): policy violation, unauthorized, forbidden. 4xxx are a program's own."
OF_THE_SERVER = frozenset({"1011", "1012", "1013", "1014"})
"An error of its own, a restart, too many clients, nobody behind the gateway."


def judge(case: Case) -> Judgement:
    """Refused, whatever is changed in the handshake but who asks."""
    closed = _closed_at_once(case)
    if closed is not None:
        return closed
    found = failed(case)
    if found is None or not found.steady:
        return Silent()
    facts = found.upgrades.facts
    if any(tried.upgraded for tried in facts.of("origin", "host", "location")):
        return RuledOut((found.upgrades,), say("with one other header the same client is taken"))
    written = case.seen(WrittenPaths, Where.SERVER)
    if written is not None and written.facts.allowed is not None:
        return RuledOut((written,), say("with one other header the same client is taken"))
    certainty = _certainty(found)
    if certainty is None:
        return Silent()
    return Found(
        certainty=certainty,
        summary=_summary(found),
        because=found.because,
        fixes=_fixes(case, found),
        decided_by=()
        if certainty is Certainty.PROVEN
        else look_into(case, say("What does the program there want to see?")),
    )


def _closed_at_once(case: Case) -> Found | None:
    """The upgrade is accepted and the WebSocket closed with it: so programs do that see only then who asks."""
    answer = case.seen(Exchange)
    said = answer.facts.turned_away if answer is not None else None
    if answer is None or said is None or said.protocol != "websocket" or said.code in OF_THE_SERVER:
        return None
    there = answer.facts.there
    words = f"{said.code} {said.text}".strip()
    policy = said.code in OF_WHO_ASKS or (len(said.code) == 4 and said.code[0] == "4")
    return Found(
        certainty=Certainty.LIKELY if policy else Certainty.POSSIBLE,
        summary=say(
            "{there} accepts the WebSocket and closes it at once ({words}): it does not take this client as it comes.",
            there=there,
            words=words,
        ),
        because=(answer,),
        fixes=(_with_credentials(case, "Authorization"),),
        decided_by=look_into(case, say("What does the program there want to see?")),
    )


def _certainty(found: Failed) -> Certainty | None:
    reply = found.reply
    if reply is None:
        return None
    challenged = bool(reply.header("www-authenticate"))
    elsewhere = found.upgrades.facts.elsewhere is not None
    if reply.status == 401:
        if challenged:
            return Certainty.PROVEN
        return Certainty.POSSIBLE if elsewhere and found.like_nowhere else Certainty.LIKELY
    if reply.status == 403:
        if elsewhere and found.like_nowhere:
            return None
        said = bool(WORDS.search(_words(reply.body)))
        return Certainty.LIKELY if said or not found.like_nowhere else Certainty.POSSIBLE
    if 300 <= reply.status < 400 and LOGIN.search(reply.header("location").partition("?")[0]):
        return Certainty.POSSIBLE
    return None


def _words(body: str) -> str:
    """The text without its tags and their attributes."""
    return re.sub(r"<[^<>]{0,400}>", " ", body)


def _summary(found: Failed) -> Prose:
    reply = found.reply
    challenge = reply.header("www-authenticate").partition(" ")[0] if reply else ""
    if challenge:
        return say(
            "{there} wants credentials ({challenge}) for {path}: it answers {answer}.",
            there=found.there,
            challenge=challenge[:20],
            path=found.upgrades.facts.path,
            answer=answer(found),
        )
    if found.status not in (401, 403):
        return say(
            "{there} sends who asks for {path} to where one logs in: it wants a session first.",
            there=found.there,
            path=found.upgrades.facts.path,
        )
    words: dict[str, str | int | float | Prose] = {
        "there": found.there,
        "answer": answer(found),
        "path": found.upgrades.facts.path,
    }
    tried = len(found.upgrades.facts.of("origin"))
    if not tried:
        return say("{there} answers {answer} for {path}: it may want to know who asks.", **words)
    return say(
        "{there} answers {answer} for {path}, with {count} other Origins as well: it may want to know who asks.",
        count=tried,
        **words,
    )


def _fixes(case: Case, found: Failed) -> tuple[Fix, ...]:
    reply = found.reply
    challenge = (reply.header("www-authenticate").partition(" ")[0] if reply else "").lower()
    if challenge in ("digest", "negotiate", "ntlm"):
        return (
            Fix(
                where="client", text=say("Let the client log in with {scheme}, which it asks for.", scheme=challenge)
            ),
        )
    return (_with_credentials(case, "Cookie" if found.status not in (401, 403) else "Authorization"),)


def _with_credentials(case: Case, header: str) -> Fix:
    return Fix(
        where="client",
        text=say(
            "Give the client the header that the server wants ({header}). To try it, enter the whole of it, unseen:",
            header=header,
        ),
        commands=(f'read -rs HEADER; {call(case.target.url)} --header "$HEADER"',),
    )


def _at(
    name: str, daemon: Daemon, packages: tuple[str, ...], target: str, certainty: str, *arguments: str
) -> Scenario:
    expected = Expected(verdict="websocket-needs-credentials", certainty=certainty)
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=(daemon,), packages=packages)),
        target=target,
        arguments=arguments,
        both_ends=expected,
        client_alone=expected,
    )


TOKEN = """\
def route(connection, request):
    if request.headers.get('Authorization') != 'Bearer 7c1f':
        answer = connection.respond(http.HTTPStatus.UNAUTHORIZED, 'who are you?\\n')
        answer.headers['WWW-Authenticate'] = 'Bearer realm="feed"'
        return answer
"""

COOKIE = """\
const sockets = new ws.WebSocketServer({ noServer: true });
const server = http.createServer((request, response) => response.end('hello'));
server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/feed' || /session=/.test(request.headers.cookie || ''))
        sockets.handleUpgrade(request, socket, head, () => {});
    else socket.end('HTTP/1.1 403 Forbidden\\r\\nConnection: close\\r\\n\\r\\n');
});
server.listen(8080);
"""

SCENARIO = _at(
    "bearer",
    websockets_server(TOKEN, 8765, ", process_request=route"),
    PYTHON_WEBSOCKETS,
    "ws://10.20.0.5:8765/feed",
    "proven",
)

CLOSES_WITH_1008 = (
    "HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\n"
    "Sec-WebSocket-Accept: {accept}\\r\\n\\r\\n\\x88\\x02\\x03\\xf0"
)

VARIANTS = (
    _at("closed-as-soon-as-it-is-open", websocket_server(CLOSES_WITH_1008), (), "ws://10.20.0.5:8080/feed", "likely"),
    _at("session-on-one-path", node(COOKIE), NODE, "ws://10.20.0.5:8080/feed", "likely"),
    _at(
        "without-a-challenge",
        node(
            "new ws.WebSocketServer({ port: 8080, verifyClient: (info, done) =>"
            " done(/token=/.test(info.req.url), 401, 'Unauthorized') });"
        ),
        NODE,
        "ws://10.20.0.5:8080/stream",
        "likely",
        "--origin",
        "https://shop.example",
    ),
)

NEAR_MISSES = (
    Scenario(
        name="with-the-token",
        hosts=(
            client(),
            router(),
            server(daemons=(websockets_server(TOKEN, 8765, ", process_request=route"),), packages=PYTHON_WEBSOCKETS),
        ),
        target="ws://10.20.0.5:8765/feed",
        arguments=("--header", "Authorization: Bearer 7c1f"),
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="websocket-needs-credentials",
    title=say("The server takes WebSockets only from who is logged in"),
    symptoms=ANSWERED,
    look_alikes=frozenset({"websocket-origin-rejected", "websocket-wrong-path", "redirected"}),
    needs=(*VARIED, *on_server(Listeners, ServerProgram, WrittenPaths)),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
