"""What a failed exchange came to, in a line; loaded only then."""

from __future__ import annotations

from nocarrier.facts.exchange import MOST_OF_HTTP, Exchange, TlsHandshake
from nocarrier.facts.services import SHOWN
from nocarrier.model.prose import Prose, say

BROKEN = {
    "http-version": say("it is HTTP/1.0"),
    "upgrade-missing": say("Upgrade is missing"),
    "upgrade-wrong": say("Upgrade does not say websocket"),
    "connection-missing": say("Connection is missing"),
    "connection-wrong": say("Connection does not say Upgrade"),
    "accept-missing": say("Sec-WebSocket-Accept is missing"),
    "accept-wrong": say("Sec-WebSocket-Accept does not fit the key"),
    "extension-unasked": say("it chooses an extension that was not asked for"),
    "subprotocol-unasked": say("it chooses a subprotocol that was not asked for"),
    "subprotocol-missing": say("it chooses none of the subprotocols that were asked for"),
}
"Rule of RFC 6455, section 4.1 (`wire/websocket.py: faults`) → that it is broken, as a clause."


def of_untried(facts: Exchange, there: str) -> Prose:
    """An answer, and what it does not tell."""
    if facts.untried == "user":
        from nocarrier.wire.openings import NOBODY

        return say(
            "{there} answers, and by its pg_hba.conf lets no user called {user} in from here; no other user was tried,"
            " for the target names none",
            there=there,
            user=NOBODY,
        )
    if facts.untried == "login":
        return say("{there} answers, and wants a login first; none was tried", there=there)
    return say("{there} answers; whether it takes the target's password was not tried", there=there)


def told(facts: Exchange, there: str) -> Prose:
    """One line, whatever it is."""
    if not facts.connected:
        return say(
            "a second connection to {there} is not made: {errno}", there=there, errno=facts.errno or "ETIMEDOUT"
        )
    if facts.hung_up and facts.errno:
        return say("{there} takes the connection and resets it, without a word", there=there)
    if facts.hung_up:
        return say("{there} takes the connection and closes it, without a word", there=there)
    if facts.silent:
        return _silence(facts)
    if facts.turned_away is not None and facts.turned_away.protocol == "websocket":
        said = f"{facts.turned_away.code} {facts.turned_away.text}".strip()
        return say("{there} accepts the WebSocket handshake and closes at once: {said}", there=there, said=said)
    if facts.turned_away is not None:
        return say("{there} says: {text}", there=there, text=facts.turned_away.text or facts.turned_away.code)
    if facts.tls is not None and not facts.tls.done:
        return _no_tls(facts.tls, facts, there)
    return _of_http(facts, there) if facts.http is not None else _foreign(facts, there)


def _silence(facts: Exchange) -> Prose:
    protocol = "TLS" if facts.tls is not None and not facts.tls.done else SHOWN.get(facts.protocol, facts.protocol)
    seconds = round(facts.waited_ms / 1e3, 1)
    if facts.asked:
        return say(
            "no byte came back in {seconds} s after a first message of {protocol}", seconds=seconds, protocol=protocol
        )
    return say("no greeting of {protocol} in {seconds} s", seconds=seconds, protocol=protocol)


def _no_tls(tls: TlsHandshake, facts: Exchange, there: str) -> Prose:
    if tls.plain:
        if facts.spoke:
            protocol = SHOWN.get(facts.spoke, facts.spoke)
            return say("{there} answers the beginning of TLS in plain {protocol}", there=there, protocol=protocol)
        return say(
            "{there} answers the beginning of TLS with something else: {excerpt}", there=there, excerpt=facts.excerpt
        )
    if tls.verify_error:
        return say("the certificate of {there} does not hold: {error}", there=there, error=tls.verify_error)
    if tls.alert:
        return say("{there} breaks TLS off with the alert {alert}", there=there, alert=tls.alert)
    if tls.end == "expired":
        return say("the TLS handshake with {there} stops half-way", there=there)
    if tls.end in ("closed", "reset"):
        return say("{there} ends the connection in the middle of the TLS handshake", there=there)
    return say("the TLS handshake with {there} fails: {reason}", there=there, reason=tls.reason)


def _of_http(facts: Exchange, there: str) -> Prose:
    http = facts.http
    assert http is not None
    if not http.whole and facts.size < MOST_OF_HTTP:
        return say("the answer of {there} breaks off in its head", there=there)
    if facts.broken:
        return say(
            "{there} accepts the WebSocket handshake wrongly: {fault}", there=there, fault=BROKEN[facts.broken[0]]
        )
    if facts.protocol == "websocket":
        return say(
            "{there} answers the WebSocket handshake with {status} {reason}",
            there=there,
            status=http.status,
            reason=http.reason,
        )
    return say("{there} answers with {status} {reason}", there=there, status=http.status, reason=http.reason)


def _foreign(facts: Exchange, there: str) -> Prose:
    if facts.spoke:
        return say("{there} answers in {protocol}", there=there, protocol=SHOWN.get(facts.spoke, facts.spoke))
    return say("{there} answers with something else: {excerpt}", there=there, excerpt=facts.excerpt)
