"""The server speaks another version of WebSocket

What it is
----------
Every client of today says version 13 (RFC 6455, of 2011). A server, or the old library in a device, that knows only one
of the drafts before turns that down; and a client that says such a draft is turned down by every server of today.

What you see
------------
"Unexpected response code: 426", or 400; "Unsupported WebSocket version", "Missing or invalid Sec-WebSocket-Version header".

How it is told apart
--------------------
A server that does not know the version says which ones it does know (RFC 6455, section 4.4): where the one that was said
is not among them, that is proof. Where it names none, the same handshake is tried in the other version: taken there and
not here, it is the version. An answer 426 or 400 that names the very version that was said complains of something else.

What to do
----------
Bring the older side up to RFC 6455: the server's library, or the client's.
"""

from __future__ import annotations

from nocarrier.causes._handshake_lab import choosing_server
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.handshakes import VERSION, Handshakes
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
    on_client,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, router, server
from nocarrier.model.shell import call

OURS = "13"


def judge(case: Case) -> Judgement:
    """By the server's own word, or by a handshake in another version that it takes."""
    seen, again = case.seen(Exchange), case.seen(Handshakes)
    if seen is None or seen.facts.protocol != "websocket" or seen.facts.http is None:
        return Silent()
    if seen.facts.http.status == 101:
        return RuledOut((seen,), say("it answers 101"))
    if seen.facts.other_versions:
        return _found(case, seen.facts, Certainty.PROVEN, (seen,), seen.facts.offered_versions)
    if again is not None and again.facts.versions:
        return _found(case, seen.facts, Certainty.PROVEN, (seen, again), again.facts.versions)
    if seen.facts.version in seen.facts.offered_versions:
        return RuledOut((seen,), say("it names version {version} itself", version=seen.facts.version))
    if seen.facts.version != OURS and "version" in seen.facts.http.body.lower():
        return _found(case, seen.facts, Certainty.LIKELY, (seen,), ())
    if again is not None and any(one.change.startswith(VERSION) for one in again.facts.retried):
        return RuledOut((again,), say("another version is not taken either"))
    return Silent()


def _found(
    case: Case,
    facts: Exchange,
    certainty: Certainty,
    shown: tuple[Evidence[Exchange] | Evidence[Handshakes], ...],
    versions: tuple[str, ...],
) -> Found:
    there = facts.there
    if versions:
        summary = say(
            "{there} speaks version {versions} of WebSocket, and not {version}, which the client says.",
            there=there,
            versions=", ".join(versions[:4]),
            version=facts.version,
        )
    else:
        summary = say("{there} turns version {version} of WebSocket down.", there=there, version=facts.version)
    return Found(
        certainty=certainty,
        summary=summary,
        because=shown,
        fixes=(_fix(case, facts),),
        decided_by=() if certainty is Certainty.PROVEN else (_decider(case),),
    )


def _fix(case: Case, facts: Exchange) -> Fix:
    if facts.version != OURS:
        return Fix(
            where="client",
            text=say("Let the client say version 13, as RFC 6455 has it; so it is taken:"),
            commands=(call(case.target.url),),
        )
    text: Prose = say(
        "Bring the server's WebSocket library up to RFC 6455 (version 13): clients of today say nothing else."
    )
    return Fix(where="server", text=text)


def _decider(case: Case) -> Decider:
    return Decider(question=say("Is version 13 taken?"), command=call(case.target.url))


_OLD = """\
if version != "8":
    return "HTTP/1.1 426 Upgrade Required\\r\\nSec-WebSocket-Version: 8\\r\\nConnection: close\\r\\nContent-Length: 0\\r\\n"
return f"HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: {accept}\\r\\n"
"""
_OLD_AND_SHORT = _OLD.replace("426 Upgrade Required\\r\\nSec-WebSocket-Version: 8", "400 Bad Request")
_NAMES_IT = """\
return "HTTP/1.1 400 Bad Request\\r\\nSec-WebSocket-Version: 13\\r\\nConnection: close\\r\\nContent-Length: 0\\r\\n"
"""
NODE = """\
const http = require('http'), ws = require('/usr/share/nodejs/ws');
new ws.Server({ port: 8080 });
"""


def _scenario(name: str, *daemons: Daemon, arguments: tuple[str, ...] = ()) -> Scenario:
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=daemons)),
        target="ws://10.20.0.5:8080/chat",
        arguments=arguments,
        both_ends=Expected(verdict="websocket-version-unsupported", certainty="proven"),
        client_alone=Expected(verdict="websocket-version-unsupported", certainty="proven"),
    )


SCENARIO = _scenario("an-old-server", choosing_server(_OLD))

VARIANTS = (
    _scenario("an-old-server-says-400", choosing_server(_OLD_AND_SHORT)),
    _scenario(
        "an-old-client",
        Daemon(argv=("node", "serve.js"), files={"serve.js": NODE}, ready="tcp:8080", package="nodejs"),
        arguments=("--header", "Sec-WebSocket-Version: 7"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="names-the-very-version",
        hosts=(client(), router(), server(daemons=(choosing_server(_NAMES_IT),))),
        target="ws://10.20.0.5:8080/chat",
        client_alone=Expected(verdict="websocket-wrong-path"),
    ),
)

CAUSE = Cause(
    slug="websocket-version-unsupported",
    title=say("The server speaks another version of WebSocket"),
    symptoms=frozenset({Symptom.PROTOCOL_MISMATCH, Symptom.REJECTED}),
    look_alikes=frozenset({"websocket-handshake-broken", "websocket-subprotocol-rejected"}),
    needs=on_client(Exchange, Handshakes),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
