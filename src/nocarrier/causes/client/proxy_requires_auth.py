"""The proxy wants credentials

What it is
----------
The client goes by way of a proxy, and the proxy lets nobody through whom it does not know: a user and a password are
missing, or are not the right ones.

What you see
------------
"407 Proxy Authentication Required", "Received HTTP code 407 from proxy after CONNECT", "Tunnel connection failed: 407",
ERR_PROXY_AUTH_REQUESTED, "SOCKS5 authentication failed", "No authentication method was acceptable".

How it is told apart
--------------------
Status 407 is a proxy's alone (RFC 9110, section 15.5.8), and names in Proxy-Authenticate how it wants to be convinced; a
SOCKS5 proxy refuses every method but that of user and password. In answer to a request for a tunnel nobody but the proxy
speaks. Where the target itself gives the same status when it is asked directly, it is not the proxy.

What to do
----------
Put user and password into the proxy's URL, where it takes Basic. One that takes Negotiate or NTLM only needs a client that
speaks it, or a small proxy on this machine that does.
"""

from __future__ import annotations

from nocarrier.causes._proxy_fixes import past_it
from nocarrier.causes._proxy_lab import NAMED, microsocks, proxied, squid
from nocarrier.causes.client.proxy_interferes import answered_directly
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.proxies import Proxies, Proxy
from nocarrier.facts.proxy_attempt import ProxyAttempt
from nocarrier.facts.proxy_sources import ProxySources
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
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, python_server, server
from nocarrier.model.shell import call, quoted
from nocarrier.model.target import endpoint

SINGLE_SIGN_ON = ("negotiate", "ntlm", "kerberos")
"Schemes for which a user and a password in a URL are of no use."


def judge(case: Case) -> Judgement:
    """The proxy said that it wants credentials."""
    attempt, proxies = case.seen(ProxyAttempt), case.seen(Proxies)
    if attempt is None or proxies is None or proxies.facts.proxy is None:
        return _without_a_proxy(case)
    if attempt.facts.outcome != "login":
        return RuledOut((attempt,), say("the proxy asked for no credentials")) if attempt.facts.fine else Silent()
    own = next((seen for seen in case.every(Exchange) if _wants_it(seen.facts)), None)
    if own is not None and not attempt.facts.surely_the_proxys:
        return RuledOut((own,), say("the target itself answers so, asked directly"))
    return Found(
        certainty=Certainty.PROVEN,
        summary=_summary(attempt.facts, proxies.facts),
        because=(proxies, attempt),
        fixes=(
            _log_in(attempt.facts, proxies.facts),
            *(past_it(case, proxies.facts) if answered_directly(case) else ()),
        ),
    )


def _wants_it(exchange: Exchange) -> bool:
    return exchange.http is not None and exchange.http.status == 407


def _without_a_proxy(case: Case) -> Judgement:
    """No proxy is configured, and yet one answers: in the way, or in the target's place."""
    answer = next((seen for seen in case.every(Exchange) if _wants_it(seen.facts)), None)
    if answer is None or answer.facts.http is None:
        return Silent()
    named = answer.facts.http.header("proxy-authenticate")
    there = answer.facts.there
    return Found(
        certainty=Certainty.LIKELY if named else Certainty.POSSIBLE,
        summary=say(
            "{there} answers as a proxy does that wants credentials (407), and no proxy is configured: either it is one,"
            " or one stands in the way and answers in its place.",
            there=there,
        ),
        because=(answer,),
        decided_by=(_from_elsewhere(case),),
    )


def _from_elsewhere(case: Case) -> Decider:
    return Decider(
        question=say("Does it answer the same from another network?"),
        command=call(case.target.url, "--from", "ssh://HOST"),
    )


def _summary(attempt: ProxyAttempt, proxies: Proxies) -> Prose:
    values: dict[str, str | Prose] = {"proxy": attempt.proxy.url, "variable": proxies.chosen.variable}
    if attempt.offered:
        return say("The proxy {proxy} does not take the credentials that {variable} holds.", **values)
    values["schemes"] = ", ".join(one for one in attempt.challenges if one != "?") or "?"
    return say("The proxy {proxy} wants credentials ({schemes}), and {variable} holds none.", **values)


def _log_in(attempt: ProxyAttempt, proxies: Proxies) -> Fix:
    proxy, schemes = attempt.proxy, [one.partition(" ")[0].lower() for one in attempt.challenges]
    if schemes and all(one in SINGLE_SIGN_ON for one in schemes):
        return Fix(
            where="client",
            text=say(
                "It takes {schemes} only, for which a password in the URL is of no use. curl speaks it; for programs that"
                " do not, a small proxy on this machine does, such as cntlm or px:",
                schemes=", ".join(attempt.challenges),
            ),
            commands=(f"curl --proxy {quoted(proxy.url)} --proxy-anyauth --proxy-user USER TARGET",),
        )
    if proxies.asked_for:
        return Fix(
            where="client",
            text=say(
                "With a user and a password that it knows in place of USER and ***; what is no letter or digit as %XX:"
            ),
            commands=(call("--proxy", _with_user(proxy), "TARGET"),),
        )
    variable = proxies.chosen.variable
    return Fix(
        where="client",
        text=say(
            "With a user and a password that it knows in place of USER and ***; what is no letter or digit as %XX:"
        ),
        commands=(f"export {variable}={quoted(_with_user(proxy))}",),
        risk=say(
            "Every program that is started from there can read the password; a file with it is to be for one user."
        ),
    )


def _with_user(proxy: Proxy) -> str:
    return f"{proxy.scheme}://USER:PASSWORD@{endpoint(proxy.host, proxy.port)}"


_KNOWN_ONLY = (
    "auth_param basic program /bin/sh {dir}/nobody.sh",
    "auth_param basic realm the proxy of this house",
    "auth_param basic children 1 startup=0 idle=1",
    "acl known proxy_auth REQUIRED",
    "http_access allow known",
    "http_access deny all",
)
_NOBODY = {"nobody.sh": "while read line; do echo ERR; done\n"}
_PROVEN = Expected(verdict="proxy-requires-auth", certainty="proven")

SCENARIO = proxied("basic", squid(*_KNOWN_ONLY, files=_NOBODY), client_alone=_PROVEN)

VARIANTS = (
    proxied(
        "a-tunnel",
        squid(*_KNOWN_ONLY, files=_NOBODY),
        target="wss://10.20.0.5:8080/chat",
        environment=(f"https_proxy={NAMED}",),
        client_alone=_PROVEN,
    ),
    proxied(
        "a-wrong-password",
        squid(*_KNOWN_ONLY, files=_NOBODY),
        environment=("http_proxy=http://me:wrong@10.10.0.1:3128",),
        client_alone=_PROVEN,
    ),
    proxied(
        "socks",
        microsocks("-u", "me", "-P", "right"),
        environment=("all_proxy=socks5h://10.10.0.1:1080",),
        client_alone=_PROVEN,
    ),
    proxied(
        "socks-with-a-wrong-password",
        microsocks("-u", "me", "-P", "right"),
        environment=("all_proxy=socks5h://me:wrong@10.10.0.1:1080",),
        client_alone=_PROVEN,
    ),
)

_SAYS_407 = """
import http.server
class Odd(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(407)
        self.send_header("Content-Length", "0")
        self.end_headers()
http.server.ThreadingHTTPServer(("0.0.0.0", 8080), Odd).serve_forever()
"""

NEAR_MISSES = (
    proxied(
        "the-right-password",
        microsocks("-u", "me", "-P", "right"),
        environment=("all_proxy=socks5h://me:right@10.10.0.1:1080",),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    proxied(
        "the-target-itself-says-so",
        environment=(),
        serves=server(daemons=(python_server(_SAYS_407),)),
        client_alone=Expected(verdict="proxy-requires-auth", certainty="possible"),
    ),
)

CAUSE = Cause(
    slug="proxy-requires-auth",
    title=say("The proxy wants credentials"),
    symptoms=frozenset({Symptom.REJECTED}),
    look_alikes=frozenset({"proxy-interferes"}),
    needs=on_client(Proxies, ProxyAttempt, ProxySources),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
