"""The certificate has expired

What it is
----------
The server shows a certificate whose time is over: it was not renewed, or it was, and the server still holds the old one.
Or one of those expired that it rests on.

What you see
------------
"certificate has expired", "CERT_HAS_EXPIRED", "NET::ERR_CERT_DATE_INVALID", "x509: certificate has expired or is not yet
valid", all of a sudden and for every client.

How it is told apart
--------------------
By the client's own check of the certificate. A client whose clock runs ahead sees the same of a good one, so the clock is
to be looked at first.

What to do
----------
Renew the certificate, and let the server load it: most servers read it when they start or are told to reload.
"""

from __future__ import annotations

from nocarrier.causes._certificates import AT_TLS, EXPIRED, ROOTS, SECURED, Handshake, distrusted
from nocarrier.causes._proxy_lab import NAMED, proxied, squid
from nocarrier.causes._tls_lab import EXPIRED as EXPIRED_CERTIFICATE
from nocarrier.causes._tls_lab import nginx_with_tls, trusting_client
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Decider, Fix, Found, Judgement
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, router, server


def judge(case: Case) -> Judgement:
    """Its time is over, by this machine's clock."""
    met = distrusted(case, EXPIRED)
    if not isinstance(met, Handshake):
        return met
    return Found(
        certainty=Certainty.LIKELY,
        summary=_summary(met),
        because=(met.exchange,),
        fixes=(Fix(where="server", text=say("Renew the certificate, and let the server load it.")),),
        decided_by=(Decider(question=say("Is this machine's clock right?"), command="date -u"),),
    )


def _summary(met: Handshake) -> Prose:
    """Of those that came, the one that ends first has ended; that one of the client's own has is rare, and not to be seen from here."""
    own, first = met.certificate, met.tls.first_to_end
    if first is not None and first != own:
        return say(
            "The certificate of {there} rests on that of {authority}, which has expired: it was good until {until} UTC.",
            there=met.there,
            authority=first.subject or "-",
            until=first.not_after,
        )
    if not own.not_after:
        return say("The certificate of {there} has expired.", there=met.there)
    return say(
        "The certificate of {there} has expired: it was good until {until} UTC.", there=met.there, until=own.not_after
    )


_PLAIN = "server { listen 8443 ssl; return 204; }"
_MINE = Expected(verdict="certificate-expired", certainty="likely")

SCENARIO = Scenario(
    name="since-2021",
    hosts=(trusting_client(), router(), server(daemons=(nginx_with_tls(_PLAIN, 8443, EXPIRED_CERTIFICATE),))),
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
        serves=server(daemons=(nginx_with_tls(_PLAIN, 8443, EXPIRED_CERTIFICATE),)),
        client_alone=_MINE,
    ),
)

NEAR_MISSES = (
    Scenario(
        name="good-for-long",
        hosts=(trusting_client(), router(), server(daemons=(nginx_with_tls(_PLAIN, 8443),))),
        target="https://10.20.0.5:8443/",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="certificate-expired",
    title=say("The certificate has expired"),
    symptoms=AT_TLS,
    look_alikes=frozenset({"certificate-not-yet-valid"}),
    needs=SECURED,
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=ROOTS,
)
