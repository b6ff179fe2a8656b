"""What the two causes share in which one side speaks TLS and the other does not: that the language is otherwise the same.

Both rest on two looks: the client's own attempt, which met the wrong one, and a second look that is answered the other
way (`_speech`). That the port speaks another protocol altogether is another cause's to say.
"""

from __future__ import annotations

from nocarrier.causes._speech import OVER_HTTP, WEB, Speech, kin, shown
from nocarrier.facts.services import DEFAULT_PORT, PLAIN_TWIN
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Fix
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.model.shell import call
from nocarrier.model.target import Target

ROOTS = frozenset({
    "captive-portal", "local-redirect", "proxy-interferes", "proxy-protocol-expected", "proxy-protocol-unexpected",
})  # fmt: skip
"Causes of which this is a consequence: somebody else answers, or something else is to be said first."
TLS_TWIN = {plain: wrapped for wrapped, plain in PLAIN_TWIN.items() if wrapped != "tls"} | {"websocket": "wss"}
"Scheme → the same over TLS."
ENCRYPTED = frozenset({"tcp", "text", "frame"})
"Schemes of which nobody knows what is spoken: over TLS that is ``tls``."


def same_language(met: Speech) -> bool:
    """What is heard, TLS apart, is what the client speaks; or nobody knows what the client would speak."""
    if met.wanted in ("tls", ""):
        return True
    web = met.wanted in WEB or met.wanted in OVER_HTTP
    return kin(met.wanted, met.heard) or (web and (met.heard in WEB or met.heard in OVER_HTTP))


def without_tls(target: Target) -> str:
    """The URL of the same without TLS."""
    return _url(target, PLAIN_TWIN.get(target.scheme, ""))


def with_tls(target: Target) -> str:
    """The URL of the same over TLS; empty where there is no scheme for it."""
    return _url(target, TLS_TWIN.get(target.scheme, "tls" if target.scheme in ENCRYPTED else ""))


def _url(target: Target, scheme: str) -> str:
    if scheme not in DEFAULT_PORT:
        return ""
    path = target.path if scheme in ("ws", "wss", "http", "https") else ""
    return replace(target, path=path).at(scheme=scheme)


def upgrades(met: Speech) -> bool | None:
    """Whether a WebSocket handshake of the client's path was accepted, the other way; None where none is meant."""
    if met.wanted != "websocket":
        return None
    tried = met.openings.facts.at("tls+websocket" if met.tls else "websocket")
    return tried is not None and tried.status == 101


def dial(case: Case, url: str, met: Speech) -> Fix:
    """The right URL, ready to be tried."""
    return Fix(
        where="client",
        text=say("Use {url}, and correct it where the client has it from:", url=url)
        if upgrades(met) is not False
        else say("Use {url}; this path did not accept a WebSocket there, so path or server come next:", url=url),
        commands=(call(url),),
    )


def protocol(met: Speech) -> str:
    """What is spoken, as it is written."""
    return shown(met.heard or met.wanted)
