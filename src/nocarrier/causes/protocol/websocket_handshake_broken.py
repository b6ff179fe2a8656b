"""The server accepts the WebSocket handshake wrongly

What it is
----------
The answer has status 101, and yet no client may take it for a yes: Sec-WebSocket-Accept is missing or does not fit the
key, Upgrade or Connection is missing or says something else, or it chooses what was not asked for (RFC 6455, section
4.1). A library of its own, a fixed answer, or something in between that takes fields out of answers.

What you see
------------
"Error during WebSocket handshake: 'Upgrade' header is missing", "Incorrect 'Sec-WebSocket-Accept' header value", "Invalid
Sec-WebSocket-Accept header", "Response must not include 'Sec-WebSocket-Extensions' header if not present in request",
"invalid Connection header".

How it is told apart
--------------------
By the answer itself: every rule of the RFC is checked as browsers do, against a key that a fixed answer cannot fit. With
another status than 101 it is another cause. Who breaks the rule, the server or an intermediary, the answer alone does
not say; asking the server directly does.

What to do
----------
Let the server's WebSocket library answer, a current one, and let nothing in between touch Upgrade and Connection. What
would have been the right answer to this very handshake is printed.
"""

from __future__ import annotations

from nocarrier.causes._handshake_lab import ECHO_KEY, websocket_server
from nocarrier.facts.exchange import Exchange
from nocarrier.model.evidence import Case, Evidence
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
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, router, server
from nocarrier.model.shell import call

SUBPROTOCOL = ("subprotocol-missing", "subprotocol-unasked")
FIELD = {"upgrade": "Upgrade", "connection": "Connection", "accept": "Sec-WebSocket-Accept"}


def judge(case: Case) -> Judgement:
    """The answer is there to be read: nothing else of the catalogue makes a wrong 101."""
    seen = case.seen(Exchange)
    if seen is None or seen.facts.http is None or seen.facts.protocol != "websocket":
        return Silent()
    if seen.facts.http.status != 101:
        return RuledOut((seen,), say("the answer is no 101"))
    faults = tuple(fault for fault in seen.facts.broken if fault not in SUBPROTOCOL)
    if not faults:
        return Silent()
    return Found(
        certainty=Certainty.PROVEN,
        summary=_summary(seen.facts, faults),
        because=(seen,),
        fixes=_fixes(case, seen, faults),
    )


def _summary(facts: Exchange, faults: tuple[str, ...]) -> Prose:
    there = facts.there
    name, _, how = faults[0].partition("-")
    if faults[0] == "http-version":
        return say("{there} accepts the WebSocket in HTTP/1.0, where clients insist on 1.1.", there=there)
    if faults[0] == "extension-unasked":
        return say("{there} accepts the WebSocket with an extension that nobody asked for.", there=there)
    if len(faults) > 1:
        fields = ", ".join(FIELD[fault.partition("-")[0]] for fault in faults if fault.partition("-")[0] in FIELD)
        return say(
            "{there} answers 101, but {fields} are missing or wrong: no client accepts that.",
            there=there,
            fields=fields,
        )
    if how == "missing":
        return say(
            "{there} answers 101, but without {field}: no client accepts that.", there=there, field=FIELD[name]
        )
    if name == "accept":
        return say(
            "{there} answers 101, but its Sec-WebSocket-Accept does not fit the key that was sent: it is not computed from it.",
            there=there,
        )
    value = facts.http.header(name) if facts.http else ""
    return say(
        "{there} answers 101, but {field} says {value}: no client accepts that.",
        there=there,
        field=FIELD[name],
        value=repr(value[:40]),
    )


def _fixes(case: Case, seen: Evidence[Exchange], faults: tuple[str, ...]) -> tuple[Fix, ...]:
    fix = Fix(
        where="server",
        text=say("Let the WebSocket library of the server answer the handshake; to this one it has to be:"),
        config=_right(seen.facts),
    )
    if not any(fault.startswith(("upgrade", "connection")) for fault in faults):
        return (fix,)
    address = seen.facts.address
    between = Fix(
        where="network",
        text=say(
            "Where a proxy stands before it: let the answer's Upgrade and Connection through. Without it, on that machine:"
        ),
        commands=(call(case.target.at(host="127.0.0.1")),) if address != "127.0.0.1" else (),
    )
    return fix, between


def _right(facts: Exchange) -> str:
    """The answer to this very handshake (RFC 6455, section 4.2.2)."""
    return "\n".join((
        "HTTP/1.1 101 Switching Protocols",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Accept: {facts.accept}",
    ))  # fmt: skip


def _answering(name: str, answer: str, target: str = "ws://10.20.0.5:8080/chat") -> Scenario:
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=(websocket_server(answer),))),
        target=target,
        both_ends=Expected(verdict="websocket-handshake-broken", certainty="proven"),
        client_alone=Expected(verdict="websocket-handshake-broken", certainty="proven"),
    )


_HEAD = "HTTP/1.1 101 Switching Protocols\\r\\n"
_BOTH = "Upgrade: websocket\\r\\nConnection: Upgrade\\r\\n"

SCENARIO = _answering(
    "the-example-of-the-rfc", _HEAD + _BOTH + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\\r\\n"
)

VARIANTS = (
    _answering("without-accept", _HEAD + _BOTH),
    _answering("the-key-itself", _HEAD + _BOTH + "Sec-WebSocket-Accept: " + ECHO_KEY + "\\r\\n"),
    _answering("fields-taken-out", _HEAD + "Sec-WebSocket-Accept: {accept}\\r\\n", "ws://[fd20::5]:8080/"),
    _answering(
        "compresses-unasked",
        _HEAD + _BOTH + "Sec-WebSocket-Accept: {accept}\\r\\nSec-WebSocket-Extensions: permessage-deflate\\r\\n",
    ),
)

NEAR_MISSES = (
    Scenario(
        name="odd-and-right",
        hosts=(
            client(),
            router(),
            server(
                daemons=(
                    websocket_server(
                        "HTTP/1.1 101 Why Not\\r\\nUPGRADE: WebSocket\\r\\nconnection: keep-alive, upgrade\\r\\n"
                        "Sec-WebSocket-Accept:{accept}\\r\\nServer: odd\\r\\n"
                    ),
                )
            ),
        ),
        target="ws://10.20.0.5:8080/chat",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="websocket-handshake-broken",
    title=say("The server accepts the WebSocket handshake wrongly"),
    symptoms=frozenset({Symptom.PROTOCOL_MISMATCH}),
    look_alikes=frozenset({"websocket-subprotocol-rejected", "websocket-version-unsupported"}),
    needs=on_client(Exchange),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
