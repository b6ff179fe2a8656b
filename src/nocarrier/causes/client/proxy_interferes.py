"""A configured proxy is in the way

What it is
----------
The client does not connect to the target but to a proxy that its environment (http_proxy, HTTPS_PROXY, ALL_PROXY …) or
an option names, and the proxy fails: it is down, is no proxy, refuses the target, or cannot reach what this machine can.

What you see
------------
"Connection refused" with the address of the proxy, "Failed to connect to proxy", "Received HTTP code 403 from proxy after
CONNECT", "Tunnel connection failed: 503 Service Unavailable", "SOCKS: Connection not allowed by ruleset". Another
program, or another shell, reaches the same target.

How it is told apart
--------------------
The same request is made directly. Where that is answered and the proxy's is not, the proxy is in the way. Where both
fail, and the proxy says that the target does not answer, it is the target. Clients differ in which variables they read,
and in how they read the exceptions in NO_PROXY; which of them go by the proxy stands in the evidence.

What to do
----------
Except the host in NO_PROXY (its exact name is what every client understands), or take the variable out where it is set;
or mend the proxy, if the target is meant to be reached by it.
"""

from __future__ import annotations

from nocarrier.causes._handshake_lab import websocket_server
from nocarrier.causes._proxy_fixes import ask_the_proxy, go_past_it, look_at_the_proxy, past_it
from nocarrier.causes._proxy_lab import NAMED, microsocks, proxied, squid
from nocarrier.facts.exchange import OF_THE_WAY, Exchange
from nocarrier.facts.proxies import Proxies
from nocarrier.facts.proxy_attempt import ProxyAttempt
from nocarrier.facts.proxy_sources import ProxySources
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Decider,
    Found,
    Judgement,
    RuledOut,
    Silent,
    Symptom,
    on_client,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.scenario import Expected, http_server, server


def judge(case: Case) -> Judgement:
    """The attempt by way of the proxy failed: what did the direct one come to?"""
    attempt, proxies = case.seen(ProxyAttempt), case.seen(Proxies)
    if attempt is None and proxies is not None and proxies.facts.chosen.malformed:
        return _no_proxy_named(case, proxies)
    if attempt is None or proxies is None or proxies.facts.proxy is None:
        return Silent()
    facts = attempt.facts
    if facts.doubtful:
        return _in_its_place(case, attempt, proxies)
    if facts.outcome in ("fine", "login"):
        return RuledOut((attempt,), say("the proxy took the request")) if facts.fine else Silent()
    # What comes through it may be changed by it (a TLS that it opens), or differ from one time to the next.
    sure = facts.its_own or (facts.surely_the_proxys and facts.outcome != "answered")
    direct = answered_directly(case) or (
        _spoke(case) if sure and facts.outcome not in ("target", "answered") else None
    )
    if direct is None:
        return _neither(case, attempt, proxies)
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=_summary(case, facts, proxies.facts, direct=True),
        because=(proxies, attempt, direct),
        fixes=past_it(case, proxies.facts),
        decided_by=() if sure else (go_past_it(case),),
    )


def _no_proxy_named(case: Case, proxies: Evidence[Proxies]) -> Judgement:
    """What the variable holds is no proxy: some clients end there, others connect as if it were empty."""
    direct = answered_directly(case)
    if direct is None:
        return Silent()
    variable = proxies.facts.chosen.variable
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "{variable} is set and names no proxy that clients know: curl and Python's requests end there, and others"
            " connect as if it were not.",
            variable=variable,
        ),
        because=(proxies, direct),
        fixes=past_it(case, proxies.facts),
        decided_by=(
            Decider(
                question=say("What does {variable} hold? (scheme://host:port is expected)", variable=variable),
                command=f"printenv {variable}",
            ),
        ),
    )


def _in_its_place(case: Case, attempt: Evidence[ProxyAttempt], proxies: Evidence[Proxies]) -> Judgement:
    """The target's refusal, or that of a web server which was taken for a proxy? Asked directly, it does not refuse."""
    direct = answered_directly(case)
    if direct is None or direct.facts.http is None or direct.facts.http.status >= 400:
        return RuledOut((attempt,), say("the proxy took the request"))
    return Found(
        certainty=Certainty.LIKELY,
        summary=_summary(case, attempt.facts, proxies.facts, direct=True),
        because=(proxies, attempt, direct),
        fixes=past_it(case, proxies.facts),
        decided_by=(ask_the_proxy(case, attempt.facts),),
    )


def answered_directly(case: Case) -> Evidence[Exchange] | None:
    """The same target, dialled without the proxy, did answer."""
    direct = next((seen for seen in case.every(Exchange) if seen.facts.connected), None)
    if direct is None or not any(seen.facts.connected for seen in case.every(TcpAttempt)):
        return None
    return direct if direct.facts.fine and not direct.facts.doubtful else None


def _spoke(case: Case) -> Evidence[Exchange] | None:
    """The target did answer, though not as it should: its certificate does not hold, it refuses this request.

    That is a fault of its own, behind the proxy's: a client that goes by the proxy never heard of it.
    """
    for seen in case.every(Exchange):
        tls, http = seen.facts.tls, seen.facts.http
        if tls is not None and not tls.done and tls.answered and tls.verify_code:
            return seen
        if http is not None and seen.facts.protocol == "http" and http.status not in OF_THE_WAY:
            return seen
    return None


def _neither(case: Case, attempt: Evidence[ProxyAttempt], proxies: Evidence[Proxies]) -> Judgement:
    """Both ways fail. Whose fault it is, only the proxy's own word tells, and that only where it is about itself."""
    facts = attempt.facts
    dialled = next(case.every(TcpAttempt), None)
    if facts.outcome == "answered":
        return _the_same(case, attempt)
    if facts.outcome == "target":
        return RuledOut(
            (attempt, *((dialled,) if dialled is not None else ())),
            say("the proxy works, and says itself that the target does not"),
        )
    # A proxy that waits for a target which keeps silent says nothing either.
    waits = facts.outcome == "silent" and facts.stage == "request"
    if waits and facts.proxy.socks and dialled is not None and dialled.facts.expired:
        return Silent()  # it answered the greeting: it lives
    return Found(
        certainty=Certainty.POSSIBLE if waits else Certainty.LIKELY,
        summary=_summary(case, facts, proxies.facts, direct=False),
        because=(proxies, attempt),
        fixes=(),
        decided_by=_deciders(case, facts, proxies.facts),
    )


def _the_same(case: Case, attempt: Evidence[ProxyAttempt]) -> Judgement:
    """The target's answer came through, and speaks against the connection. Directly too, where it could be dialled so?"""
    through, seen = attempt.facts.exchange, case.seen(Exchange)
    if through is None or seen is None or through.ended != seen.facts.ended:
        return Silent()
    if seen.facts.beyond:
        return RuledOut((attempt,), say("the target's answer comes through the proxy"))
    return RuledOut((attempt, seen), say("by way of the proxy the target fails as it does without"))


def _deciders(case: Case, facts: ProxyAttempt, proxies: Proxies) -> tuple[Decider, ...]:
    return (look_at_the_proxy(proxies),) if facts.its_own else (ask_the_proxy(case, facts),)


def _summary(case: Case, facts: ProxyAttempt, proxies: Proxies, *, direct: bool) -> Prose:
    what = _what(facts)
    values: dict[str, str | Prose] = {"proxy": facts.proxy.url, "what": what}
    if proxies.asked_for:
        if direct:
            return say("The proxy {proxy} is in the way: {what}. Without it the target answers.", **values)
        return say("The proxy {proxy} is in the way: {what}.", **values)
    values["variable"] = proxies.chosen.variable
    if direct:
        return say(
            "{variable} sends the client to the proxy {proxy}, and {what}. Without it the target answers.", **values
        )
    return say("{variable} sends the client to the proxy {proxy}, and {what}.", **values)


def _what(facts: ProxyAttempt) -> Prose:
    if facts.stage == "name":
        return say("its name has no address")
    if facts.outcome == "unreached":
        return _unreached(facts)
    if facts.outcome == "silent":
        if facts.closed:
            return say("it hangs up")
        return say("it says nothing") if facts.expired else say("the target's name has no address here")
    if facts.outcome == "no-proxy":
        return say("what answers there is no such proxy")
    if facts.outcome == "forbidden":
        return say("it refuses this target ({words})", words=said(facts))
    if facts.outcome == "target":
        return say("it cannot reach the target ({words})", words=said(facts))
    if facts.outcome in ("answered", "fine"):
        return say("what comes through it is not the target's answer")
    return say("it fails ({words})", words=said(facts))


def _unreached(facts: ProxyAttempt) -> Prose:
    if facts.errno == "ECONNREFUSED":
        return say("it refuses the connection: nothing listens there")
    if facts.expired:
        return say("it does not answer")
    return say("it cannot be reached ({errno})", errno=facts.errno)


def said(facts: ProxyAttempt) -> str:
    """The proxy's answer as it gave it: a status line with the program's own words, or a reply of SOCKS."""
    if facts.reply is not None:
        text = next((one.text for one in facts.witnesses if one.says and one.text), "")
        return f"{facts.reply.status} {facts.reply.reason}".strip() + (f", {text}" if text else "")
    return f"{facts.meaning or '?'}, {facts.code}"


_PROVEN = Expected(verdict="proxy-interferes", certainty="proven")
_LIKELY = Expected(verdict="proxy-interferes", certainty="likely")
_WORKS = Expected(verdict="", outcome="connected")
_ALLOWED = "http_access allow all"

SCENARIO = proxied("down", both_ends=_PROVEN, client_alone=_PROVEN)

_TUNNELS_FOR_TLS = ("acl tls port 443", "http_access deny CONNECT !tls", _ALLOWED)
"As Debian's squid comes: a tunnel to port 443 only, so no WebSocket to any other one."
_CHAT = websocket_server(
    r"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"
)

VARIANTS = (
    proxied("forbids-the-target", squid("http_access deny all"), client_alone=_PROVEN),
    proxied(
        "no-tunnel-to-this-port",
        squid(*_TUNNELS_FOR_TLS),
        target="ws://10.20.0.5:8080/chat",
        serves=server(daemons=(_CHAT,)),
        client_alone=_PROVEN,
    ),
    proxied("a-socks-proxy-that-is-down", environment=("all_proxy=socks5h://10.10.0.1:1080",), client_alone=_PROVEN),
    proxied(
        "a-web-server-for-a-proxy",
        http_server("10.10.0.1", 3128),
        target="ws://10.20.0.5:8080/chat",
        serves=server(daemons=(_CHAT,)),
        client_alone=_PROVEN,
    ),
    proxied(
        "a-web-server-that-takes-it-for-its-own",
        http_server("10.10.0.1", 3128),
        target="http://10.20.0.5:8080/hello",
        serves=server(daemons=(replace(http_server("0.0.0.0", 8080), files={"hello": "hello"}),)),
        client_alone=_LIKELY,
    ),
    proxied(
        "a-variable-that-names-none",
        environment=("http_proxy=garbage://x",),
        client_alone=Expected(verdict="proxy-interferes", certainty="likely", outcome="degraded"),
    ),
    proxied("its-name-has-no-address", environment=("http_proxy=http://proxy.invalid:3128",), client_alone=_PROVEN),
)

NEAR_MISSES = (
    proxied("excepted-by-no-proxy", environment=(f"http_proxy={NAMED}", "NO_PROXY=10.20.0.5"), client_alone=_WORKS),
    proxied("excepted-by-network", environment=(f"HTTP_PROXY={NAMED}", "no_proxy=10.0.0.0/8"), client_alone=_WORKS),
    proxied("another-scheme", environment=(f"https_proxy={NAMED}",), client_alone=_WORKS),
    proxied("a-proxy-that-works", squid(_ALLOWED), client_alone=_WORKS),
    proxied(
        "a-websocket-through-a-tunnel",
        squid(_ALLOWED),
        target="ws://10.20.0.5:8080/chat",
        serves=server(daemons=(_CHAT,)),
        client_alone=_WORKS,
    ),
    proxied(
        "a-socks-proxy-that-works",
        microsocks(),
        environment=("ALL_PROXY=socks5h://10.10.0.1:1080",),
        client_alone=_WORKS,
    ),
    proxied(
        "the-target-is-down",
        squid(_ALLOWED),
        serves=server(),
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    proxied(
        "the-target-is-down-behind-socks",
        microsocks(),
        environment=("all_proxy=socks5://10.10.0.1:1080",),
        serves=server(),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    proxied("left-out-by-option", arguments=("--no-proxy",), client_alone=_WORKS),
)

CAUSE = Cause(
    slug="proxy-interferes",
    title=say("A configured proxy is in the way"),
    symptoms=frozenset(
        {
            Symptom.REFUSED,
            Symptom.TIMED_OUT,
            Symptom.UNREACHABLE,
            Symptom.ADDRESS_UNAVAILABLE,
            Symptom.PERMISSION_DENIED,
            Symptom.RESET,
            Symptom.CLOSED,
            Symptom.NO_ANSWER,
            Symptom.NAME_NOT_RESOLVED,
            Symptom.TLS_FAILED,
            Symptom.PROTOCOL_MISMATCH,
            Symptom.REJECTED,
        }
    ),
    look_alikes=frozenset({"server-not-listening"}),
    needs=on_client(Proxies, ProxyAttempt, ProxySources),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    presumes=frozenset({"proxied"}),
)
