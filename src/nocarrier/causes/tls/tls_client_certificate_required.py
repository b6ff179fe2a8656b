"""The server wants a certificate of the client

What it is
----------
The server takes only clients that show a certificate of their own (mutual TLS), and this one shows none, or one that the
server does not take.

What you see
------------
"tlsv13 alert certificate required", "bad certificate", "handshake failure" after the server's certificate; or a page "400 No
required SSL certificate was sent".

How it is told apart
--------------------
By the alert certificate_required, or by the words of the answer. A handshake failure after the server has shown its
certificate is mostly the same, but need not be.

What to do
----------
Give the client its certificate and the key for it.
"""

from __future__ import annotations

from nocarrier.causes._certificates import AT_TLS, ROOTS, SECURED, broken_off
from nocarrier.causes._proxy_lab import NAMED, proxied, squid
from nocarrier.causes._tls_lab import nginx_with_tls, trusting_client
from nocarrier.facts.exchange import Exchange
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Cause, Certainty, Decider, Fix, Found, Judgement, Silent, Symptom
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, router, server

WORDS = ("No required SSL certificate was sent", "The SSL certificate error")
"nginx' pages (src/http/ngx_http_special_response.c) with 400, where a certificate is missing, or not taken."
REQUIRED = frozenset({"certificate_required"})
REFUSED = frozenset({"handshake_failure", "bad_certificate", "unknown_ca", "certificate_unknown", "access_denied"})


def judge(case: Case) -> Judgement:
    """It says so, in an alert or on a page; or breaks off once it has shown its own."""
    said = _on_a_page(case)
    if said is not None:
        summary = say("{there} answers 400: it wants a certificate of the client.", there=_place(said))
        return _found(said, Certainty.PROVEN, summary)
    met = broken_off(case)
    if met is None or met.tls.verify_code:
        return Silent()
    if met.tls.alert in REQUIRED:
        summary = say("{there} wants a certificate of the client, and got none.", there=met.there)
        return _found(met.exchange, Certainty.PROVEN, summary)
    if met.tls.alert not in REFUSED or not met.tls.version:
        return Silent()
    summary = say(
        "{there} breaks TLS off after it has shown its certificate: mostly it wants one of the client.",
        there=met.there,
    )
    decider = Decider(
        question=say("Does it ask for a certificate of the client, and of which authorities?"),
        command=f"{met.ask} 2>&1 | grep -A3 'Acceptable client certificate CA names'",
    )
    return _found(met.exchange, Certainty.LIKELY, summary, (decider,))


def _place(exchange: Evidence[Exchange]) -> str:
    return exchange.facts.there


def _on_a_page(case: Case) -> Evidence[Exchange] | None:
    exchange = case.seen(Exchange)
    http = exchange.facts.http if exchange is not None else None
    if exchange is None or http is None or http.status != 400 or exchange.facts.tls is None:
        return None
    return exchange if any(words in http.body for words in WORDS) else None


def _found(
    exchange: Evidence[Exchange], certainty: Certainty, summary: Prose, decided_by: tuple[Decider, ...] = ()
) -> Found:
    return Found(
        certainty=certainty,
        summary=summary,
        because=(exchange,),
        fixes=(
            Fix(
                where="client",
                text=say("Give the client its certificate and key (curl: --cert and --key). Of nginx as a proxy:"),
                config="proxy_ssl_certificate     CLIENT.pem;\nproxy_ssl_certificate_key CLIENT.key;",
            ),
        ),
        decided_by=decided_by,
    )


_WANTS = "server { listen 8443 ssl; ssl_verify_client on; ssl_client_certificate {dir}/cert.pem; return 204; }"
_MINE = Expected(verdict="tls-client-certificate-required", certainty="proven")

SCENARIO = Scenario(
    name="nginx-says-400",
    hosts=(trusting_client(), router(), server(daemons=(nginx_with_tls(_WANTS, 8443),))),
    target="https://10.20.0.5:8443/",
    both_ends=_MINE,
    client_alone=_MINE,
)

VARIANTS = (
    proxied(
        "by-way-of-a-proxy",
        squid("http_access allow all"),
        environment=(f"https_proxy={NAMED}",),
        target="https://10.20.0.5:8443/",
        goes=trusting_client(),
        serves=server(daemons=(nginx_with_tls(_WANTS, 8443),)),
        client_alone=_MINE,
    ),
    Scenario(
        name="nginx-says-400-to-a-websocket",
        hosts=(trusting_client(), router(), server(daemons=(nginx_with_tls(_WANTS, 8443),))),
        target="wss://10.20.0.5:8443/chat",
        both_ends=_MINE,
        client_alone=_MINE,
    ),
)

NEAR_MISSES = (
    Scenario(
        name="it-may-have-one",
        hosts=(
            trusting_client(),
            router(),
            server(daemons=(nginx_with_tls(_WANTS.replace("client on", "client optional"), 8443),)),
        ),
        target="https://10.20.0.5:8443/",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="tls-client-certificate-required",
    title=say("The server wants a certificate of the client"),
    symptoms=AT_TLS | {Symptom.REJECTED, Symptom.CLOSED, Symptom.PROTOCOL_MISMATCH},
    look_alikes=frozenset({"tls-cipher-unsupported", "websocket-to-http-server"}),
    needs=SECURED,
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=ROOTS,
)
