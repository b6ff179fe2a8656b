"""The server takes none of the WebSocket subprotocols that are asked for

What it is
----------
A client may name the languages it wants to speak inside the WebSocket (Sec-WebSocket-Protocol: mqtt, ocpp1.6,
graphql-transport-ws …), and the server chooses one of them. Here it chooses none, or another, or turns the handshake
down for it.

What you see
------------
"Error during WebSocket handshake: Sent non-empty 'Sec-WebSocket-Protocol' header but no response was received", "Server
sent no subprotocol", "Server sent an invalid subprotocol", "unsupported subprotocol", 400 or 403.

How it is told apart
--------------------
By the answer: a right 101 without a subprotocol, or with one that was not asked for. Where the handshake is turned down,
the same one without a subprotocol decides: taken there and not here, it is that. A server that wants a subprotocol from
a client that names none mostly says so in words.

What to do
----------
Ask for the name that the server knows, letter for letter, or let the server know this one.
"""

from __future__ import annotations

from nocarrier.causes._handshake_lab import choosing_server
from nocarrier.causes._ws_lab import PYTHON_WEBSOCKETS, websockets_server
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.handshakes import WITHOUT, Handshakes
from nocarrier.model.evidence import Case
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
    on_client,
)
from nocarrier.model.prose import say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, router, server
from nocarrier.model.shell import call


def judge(case: Case) -> Judgement:
    """By what the server chose, or by the handshake that it takes without."""
    seen = case.seen(Exchange)
    if seen is None or seen.facts.protocol != "websocket" or seen.facts.http is None:
        return Silent()
    if seen.facts.http.status == 101:
        return _chosen(case, seen.facts)
    return _turned_down(case, seen.facts) if seen.facts.subprotocols else _by_its_words(case, seen.facts)


def _chosen(case: Case, facts: Exchange) -> Judgement:
    seen = case.seen(Exchange)
    assert seen is not None
    if not facts.broken or not facts.broken[0].startswith("subprotocol"):
        return RuledOut((seen,), say("it answers 101, and not for want of a subprotocol"))
    there, asked = facts.there, ", ".join(facts.subprotocols)
    chosen = facts.http.header("sec-websocket-protocol")[:60] if facts.http else ""
    if chosen and asked:
        summary = say("{there} chooses the subprotocol {chosen}, but the client asked for {asked}.", there=there,
                      chosen=chosen, asked=asked)  # fmt: skip
    elif chosen:
        summary = say("{there} chooses the subprotocol {chosen}, but the client asked for none.", there=there,
                      chosen=chosen)  # fmt: skip
    else:
        summary = say("{there} accepts the WebSocket, but not the subprotocol {asked}: browsers and Node end it then.",
                      there=there, asked=asked)  # fmt: skip
    return Found(
        certainty=Certainty.PROVEN,
        summary=summary,
        because=(seen,),
        fixes=(_ask_for(case, chosen), _let_it_know(facts)) if chosen else (_without(case), _let_it_know(facts)),
    )


def _turned_down(case: Case, facts: Exchange) -> Judgement:
    seen, again = case.seen(Exchange), case.seen(Handshakes)
    without = again.facts.made(WITHOUT) if again is not None else None
    if seen is None or again is None or without is None or (not without.upgraded and _spoken_of(facts)):
        return _by_its_words(case, facts)
    if not without.upgraded:
        return RuledOut((again,), say("without a subprotocol the handshake is turned down, too"))
    return Found(
        certainty=Certainty.PROVEN,
        summary=say(
            "{there} turns the handshake down ({status}) for its subprotocol {asked}: without it, it is accepted.",
            there=facts.there,
            status=facts.http.status if facts.http else 0,
            asked=", ".join(facts.subprotocols),
        ),
        because=(seen, again),
        fixes=(_without(case), _let_it_know(facts)),
    )


def _spoken_of(facts: Exchange) -> bool:
    """The server's answer speaks of a subprotocol."""
    body = facts.http.body.lower() if facts.http else ""
    return any(word in body for word in ("subprotocol", "sub-protocol", "sec-websocket-protocol"))


def _by_its_words(case: Case, facts: Exchange) -> Judgement:
    """It says that it wants a subprotocol, and none was asked for, or one that it does not know."""
    seen = case.seen(Exchange)
    if seen is None or not _spoken_of(facts):
        return Silent()
    there, asked = facts.there, ", ".join(facts.subprotocols)
    return Found(
        certainty=Certainty.LIKELY,
        summary=say("{there} turns the handshake down and speaks of a subprotocol: the client asks for {asked}.",
                    there=there, asked=asked)
        if asked
        else say("{there} turns the handshake down and speaks of a subprotocol: the client asks for none.", there=there),
        because=(seen,),
        fixes=(Fix(where="client", text=say("Ask for the subprotocol that the server's documentation names.")),),
        decided_by=(
            Decider(
                question=say("Is the handshake accepted with the subprotocol that the server's documentation names?"),
                command=call(case.target.url, "--subprotocol", "NAME"),
            ),
        ),
    )  # fmt: skip


def _ask_for(case: Case, chosen: str) -> Fix:
    return Fix(
        where="client",
        text=say("Ask for the subprotocol that the server speaks:"),
        commands=(call(case.target.url, "--subprotocol", chosen),)
        if chosen.isascii() and chosen.replace("-", "").replace(".", "").isalnum()
        else (),
    )


def _without(case: Case) -> Fix:
    return Fix(
        where="client",
        text=say("Where the application does without, ask for none; else for the name that the server knows:"),
        commands=(call(case.target.url),),
    )


def _let_it_know(facts: Exchange) -> Fix:
    return Fix(
        where="server",
        text=say(
            "Let the server choose the subprotocol {asked} where it is asked for.",
            asked=", ".join(facts.subprotocols) or "…",
        ),
    )


NODE = """\
const http = require('http'), ws = require('/usr/share/nodejs/ws');
new ws.Server({ port: 8080, handleProtocols: (protocols) => false });
"""
_OTHER = """\
return f"HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: {accept}\\r\\nSec-WebSocket-Protocol: v2.chat\\r\\n"
"""
_STRICT = """\
if "mqtt" not in protocols and protocols:
    return "HTTP/1.1 400 Bad Request\\r\\nConnection: close\\r\\nContent-Length: 0\\r\\n"
return f"HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: {accept}\\r\\n" + ("Sec-WebSocket-Protocol: mqtt\\r\\n" if protocols else "")
"""
_WANTS = """\
if not protocols:
    return "HTTP/1.1 400 Bad Request\\r\\nConnection: close\\r\\nContent-Length: 21\\r\\n\\r\\nmissing subprotocol.\\n"
return f"HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: {accept}\\r\\nSec-WebSocket-Protocol: {protocols[0]}\\r\\n"
"""


def _scenario(name: str, daemon: Daemon, *arguments: str, verdict: str = "websocket-subprotocol-rejected",
              certainty: str = "proven", packages: tuple[str, ...] = ()) -> Scenario:  # fmt: skip
    expected = Expected(verdict=verdict, certainty=certainty)
    if not verdict:
        expected = Expected(verdict="", outcome="connected")
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=(daemon,), packages=packages)),
        target="ws://10.20.0.5:8080/chat",
        arguments=arguments,
        both_ends=expected,
        client_alone=expected,
    )


SCENARIO = _scenario(
    "node-chooses-none",
    Daemon(argv=("node", "serve.js"), files={"serve.js": NODE}, ready="tcp:8080", package="nodejs"),
    "--subprotocol",
    "ocpp1.6",
)

VARIANTS = (
    _scenario("chooses-another", choosing_server(_OTHER), "--subprotocol", "v1.chat"),
    _scenario("turns-it-down", choosing_server(_STRICT), "--subprotocol", "wamp.2.json"),
    _scenario("wants-one", choosing_server(_WANTS), certainty="likely"),
    _scenario(
        "python-wants-another",
        websockets_server("", 8080, ", subprotocols=['mqtt']"),
        "--subprotocol",
        "graphql-ws",
        certainty="likely",
        packages=PYTHON_WEBSOCKETS,
    ),
)

NEAR_MISSES = (
    _scenario(
        "knows-it", choosing_server(_STRICT), "--subprotocol", "wamp.2.json", "--subprotocol", "mqtt", verdict=""
    ),
    _scenario("asked-for-none", choosing_server(_STRICT), verdict=""),
)

CAUSE = Cause(
    slug="websocket-subprotocol-rejected",
    title=say("The server takes none of the WebSocket subprotocols that are asked for"),
    symptoms=frozenset({Symptom.PROTOCOL_MISMATCH, Symptom.REJECTED}),
    look_alikes=frozenset({"websocket-handshake-broken", "websocket-version-unsupported"}),
    needs=on_client(Exchange, Handshakes),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
