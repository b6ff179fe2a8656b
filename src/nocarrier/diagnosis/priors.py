"""How often each cause is the one, before anything was seen: the order among equally certain ones.

The numbers are weights, not probabilities; only their order matters. They are guesses of people who have read many
such threads, and stand here, in one place, with their reasons, so that they can be argued about.
"""

from __future__ import annotations

USUAL = 10
"The weight of a cause that is not listed."

PRIORS: dict[str, int] = {
    # What was typed or configured wrongly on the client explains everything after it.
    "target-malformed": 95,
    "hosts-file-override": 90,
    "dns-wrong-address": 70,
    "search-domain-surprise": 60,
    # An address in a published range on a port that is not forwarded: seldom by chance.
    "cdn-in-front": 92,
    # It says which half is broken, and the causes beside it why (docs/decisions/0010-family-first.md).
    "address-family-broken": 100,
    # The way was changed on this very machine: seldom, but then it explains whatever came back.
    "local-redirect": 75,
    # What the client saw came of the proxy; what else is found out is about the direct way.
    "proxy-requires-auth": 92,
    "proxy-interferes": 88,
    "captive-portal": 80,
    "dns-fake-address": 72,
    # Refused: most often the program is simply not running.
    "server-not-listening": 80,
    # A client that dials the wrong port usually does so by a digit or by the scheme's default; the rule only
    # speaks up when such a port was seen open, which is already rare by chance.
    "wrong-port": 85,
    # Development servers bind to loopback by default; common, but after "not started".
    "listening-on-loopback-only": 60,
    "container-port-not-published": 50,
    "localhost-inside-container": 55,
    "wrong-address-family": 50,
    "wrong-host": 40,
    "listening-on-other-address": 30,
    # Distributions reject rather than drop rarely; firewalld and some nft templates do.
    "server-firewall-rejects": 35,
    "firewall-rejects-on-path": 25,
    "firewall-blocks-outgoing": 20,
    "firewall-blocks-replies": 20,
    # Silence: host firewalls and the filters in front of them come first.
    "server-firewall-drops": 60,
    # A machine of a cloud lets hardly anything in until its owner says so.
    "security-group-blocks": 65,
    "panel-firewall-blocks": 60,
    "host-down": 55,
    "private-address-unreachable": 58,
    "firewall-drops-on-path": 40,
    # Takes two ways or a broken one; seldom, and told only where both ends are watched.
    "reply-lost": 30,
    # Looks the same from outside, and is rarer: a program that hangs mostly answers nothing before its queue is full.
    "accept-queue-full": 30,
    # Connected, then nothing: most often the program is busy or stuck; without files less often; a limit rarer still.
    "process-hung": 50,
    "server-out-of-files": 40,
    "connection-limited": 30,
    # The server says so itself, and of nothing else.
    "server-refuses-client": 60,
    # A gateway's status says what it is; the other causes around a proxy are told with less.
    "gateway-has-no-backend": 70,
    "proxy-strips-upgrade": 65,
    # Seldom, and where it is, the contrast between two names makes it likely; merely possible it comes last.
    "host-header-rejected": 8,
    "rate-limited": 45,
    # The language: bytes of another protocol are seldom anything else; what a PROXY header opens or upsets is rarer.
    "server-speaks-other-protocol": 48,
    # A client that begins with TLS mostly means a server of TLS.
    "tls-wrong-virtual-host": 49,
    "http-to-websocket-server": 47,
    "http-version-mismatch": 46,
    "proxy-protocol-expected": 45,
    "proxy-protocol-unexpected": 40,
    # A handshake that is answered, but not with 101: what was tried with success explains most; then the classic of a
    # page where a socket was meant; a login is often behind what else is refused. Of subprotocols and versions the server
    # speaks itself, or those are not named.
    "websocket-subprotocol-rejected": 78,
    "websocket-version-unsupported": 78,
    "websocket-wrong-path": 75,
    "engine-io-expected": 72,
    "websocket-origin-rejected": 70,
    "websocket-to-http-server": 65,
    "redirected": 62,
    "websocket-needs-credentials": 60,
    # Ended without an answer: for every request, or for this one.
    "server-closes-at-once": 58,
    "server-crashes-on-request": 52,
    # Ports held by TIME_WAIT are the classic of short connections.
    "time-wait-exhaustion": 50,
    "ephemeral-ports-exhausted": 45,
}


def prior(slug: str) -> int:
    """The weight of one cause."""
    return PRIORS.get(slug, USUAL)
