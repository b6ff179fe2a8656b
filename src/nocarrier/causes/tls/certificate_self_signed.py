"""The certificate is signed by itself, and the client was not told to trust it

What it is
----------
No authority vouches for the server's certificate: it was made on the machine itself, as installers and development servers
do. Whoever is to trust it has to be given it.

What you see
------------
"self-signed certificate", "DEPTH_ZERO_SELF_SIGNED_CERT", "NET::ERR_CERT_AUTHORITY_INVALID", "x509: certificate signed by
unknown authority".

How it is told apart
--------------------
By the client's own check: the certificate is its own issuer. One that an unknown authority signed is another matter.

What to do
----------
Give the client the certificate, after its fingerprint was compared; or let the server have one of an authority that
clients know.
"""

from __future__ import annotations

from nocarrier.causes._certificates import (
    AT_TLS,
    ROOTS,
    SECURED,
    SELF_SIGNED,
    Handshake,
    also_of_others,
    distrusted,
    open_questions,
    whose,
)
from nocarrier.causes._tls_lab import nginx_with_tls
from nocarrier.causes._trust import TRUST, trust_store
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, router, server


def judge(case: Case) -> Judgement:
    """It is its own issuer."""
    met = distrusted(case, SELF_SIGNED)
    if not isinstance(met, Handshake):
        return met
    sure = whose(case, met)
    return Found(
        certainty=sure,
        summary=_summary(met),
        because=(met.exchange,),
        fixes=(_trust(case, met), _another()),
        decided_by=() if sure is Certainty.PROVEN else open_questions(case, met),
    )


def _summary(met: Handshake) -> Prose:
    subject = next(filter(None, (met.certificate.subject, *met.certificate.names)), "")
    if not subject:
        return say(
            "The certificate of {there} is signed by itself, and this client was not told to trust it.",
            there=met.there,
        )
    return say(
        "The certificate of {there} ({subject}) is signed by itself, and this client was not told to trust it.{besides}",
        there=met.there,
        besides=also_of_others(met),
        subject=subject,
    )


def _trust(case: Case, met: Handshake) -> Fix:
    """The fingerprint is shown first: trusted is what the server showed, be it whose it may."""
    store = trust_store(case)
    keep = (store.with_it(f"{met.ask} 2>/dev/null | openssl x509"),) if store is not None else ()
    return Fix(
        where="client",
        text=say("Compare its fingerprint with the server's own, and then let this machine trust it:"),
        commands=(f"{met.ask} 2>/dev/null | openssl x509 -noout -fingerprint -sha256", *keep),
        risk=say("Whoever has its key is trusted from then on."),
    )


def _another() -> Fix:
    return Fix(where="server", text=say("Let the server have a certificate of an authority that its clients know."))


_MINE = Expected(verdict="certificate-self-signed", certainty="proven")

SCENARIO = Scenario(
    name="nobody-was-told",
    hosts=(
        client(),
        router(),
        server(daemons=(nginx_with_tls("server { listen 8443 ssl; return 204; }", 8443),)),
    ),
    target="https://10.20.0.5:8443/",
    both_ends=_MINE,
    client_alone=Expected(verdict="certificate-self-signed", certainty="likely"),
)

CAUSE = Cause(
    slug="certificate-self-signed",
    title=say("The certificate is signed by itself, and the client was not told to trust it"),
    symptoms=AT_TLS,
    look_alikes=frozenset({"certificate-untrusted-ca"}),
    needs=(*SECURED, *TRUST),
    judge=judge,
    scenario=SCENARIO,
    yields_to=ROOTS,
)
