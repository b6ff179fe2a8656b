"""What the causes share that explain a failed WebSocket handshake: what was answered, and to which changed request.

How the same request is answered when one thing in it is changed, and what that says:

    changed                         answered                       cause
    the path                        101                            websocket-wrong-path
    the Origin                      101                            websocket-origin-rejected
    nothing, and 401 each time      401, whatever is changed       websocket-needs-credentials
    a poll of Engine.IO             its first packet               engine-io-expected
    the place, by a redirect        101                            redirected
    no upgrade asked for            the same as with one           websocket-to-http-server
    nothing is said                 ended at once                  server-closes-at-once
    the path, where this one ends   an answer                      server-crashes-on-request
"""

from __future__ import annotations

import re

from nocarrier.causes._both_ends import with_the_server
from nocarrier.facts.exchange import Exchange, HttpReply
from nocarrier.facts.upgrades import Tried, Upgrades
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Decider, Fix, Need, Symptom, on_client
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record
from nocarrier.model.shell import call

WEBSOCKET = frozenset({"ws", "wss", "websocket"})
"Schemes whose clients ask for an upgrade."
ANSWERED = frozenset({Symptom.PROTOCOL_MISMATCH, Symptom.REJECTED})
"The symptoms of an HTTP answer that is none that was wanted."
ENDED = frozenset({Symptom.CLOSED, Symptom.RESET})
"The symptoms of a connection that the peer ended."
LOGIN = re.compile(
    r"(?i)(?:^|[/_.-])(?:login|log-in|signin|sign-in|sign_in|sso|oauth2?|auth|authenticate|session)(?:$|[/_.?-])"
)
"Paths to which a redirect leads where one has to log in first."
VARIED: tuple[Need, ...] = on_client(Exchange, Upgrades)
"What `failed` reads."


class Failed(Record):
    """A WebSocket handshake that was not answered with an upgrade, and what the variations of it came to."""

    exchange: Evidence[Exchange]
    upgrades: Evidence[Upgrades]

    @property
    def because(self) -> tuple[Evidence[Any], ...]:
        """The observations that it consists of."""
        return (self.exchange, self.upgrades)

    @property
    def reply(self) -> HttpReply | None:
        """The HTTP answer, where one came."""
        return self.exchange.facts.http

    @property
    def status(self) -> int:
        """Its status; 0 where none came."""
        return self.reply.status if self.reply else 0

    @property
    def there(self) -> str:
        """``10.20.0.5:8080``"""
        return self.exchange.facts.there

    @property
    def steady(self) -> bool:
        """Asked again the very same, it was answered the very same each time."""
        again = self.upgrades.facts.of("again")
        return bool(again) and all(self.alike(tried) for tried in again)

    def alike(self, tried: Tried | None) -> bool:
        """Whether a variation was answered like the client's own request: the same status, or ended alike."""
        if tried is None or tried.upgraded:
            return False
        if self.reply is not None:
            return tried.status == self.reply.status
        return tried.hung_up and self.exchange.facts.hung_up

    @property
    def like_nowhere(self) -> bool:
        """The path is answered like one that nobody made."""
        return self.alike(self.upgrades.facts.first("nowhere"))

    @property
    def heeded(self) -> bool:
        """That an upgrade is asked for makes a difference on this path: something there knows WebSocket, or stops it."""
        plain = self.upgrades.facts.first("plain")
        if plain is None or plain.end == "unmade" or not plain.said:
            return False
        return plain.wants_websocket or not self.alike(plain)

    @property
    def speaks(self) -> bool:
        """Some WebSocket server answers here, though not with an upgrade."""
        facts = self.upgrades.facts
        software = (self.reply.header("server") if self.reply else "").lower()
        plain = facts.first("plain")
        return (
            facts.anything
            or "websocket" in software
            or (self.reply is not None and bool(self.reply.header("sec-websocket-version")))
            or (plain is not None and plain.wants_websocket)
        )


def failed(case: Case) -> Failed | None:
    """The WebSocket handshake that failed; None for another target, and where it was not varied."""
    exchange, upgrades = case.seen(Exchange), case.seen(Upgrades)
    if exchange is None or upgrades is None or case.target.scheme not in WEBSOCKET:
        return None
    facts = exchange.facts
    if facts.upgraded or not facts.connected or (facts.http is None and not facts.hung_up):
        return None
    return Failed(exchange, upgrades)


def answer(found: Failed) -> Prose:
    """``404 Not Found``, or that the connection is ended, as a clause's object."""
    reply = found.reply
    if reply is None:
        return say("the end of the connection, without a word")
    return (
        say("{status} {reason}", status=reply.status, reason=reply.reason)
        if reply.reason
        else say("status {status}", status=reply.status)
    )


def url(case: Case, *, path: str, port: int | None = None) -> str:
    """The target with another path or port."""
    moved = case.target.at(port=port)
    return f"{moved.removesuffix(case.target.path) if case.target.path else moved}{path}"


def dial(where: str, text: Prose | None = None) -> Fix:
    """The client dials this address in place of the one it has."""
    return Fix(
        where="client",
        text=text or say("Dial {url}, and correct it where the client has it from:", url=where),
        commands=(call(where),),
    )


def look_into(case: Case, question: Prose) -> tuple[Decider, ...]:
    """The same diagnosis with the server's side, which tells which program answers."""
    return (with_the_server(case, question, user="root"),)
