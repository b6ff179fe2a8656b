"""The certificate is not made for a server, or too weak for this client

What it is
----------
Somebody whom the client trusts signed the certificate, but for another use: for clients only, say. Or its key, or the hash
with which it was signed, is one that today's clients do not take any more: RSA of 1024 bits, SHA-1.

What you see
------------
"unsuitable certificate purpose", "unsupported certificate purpose", "certificate is not permitted for this usage", "ee key
too small", "EE certificate key too weak", "ca md too weak", "ERR_CERT_WEAK_KEY", "extended key usage is not permitted".

How it is told apart
--------------------
By the client's own check, which comes to it before it compares names and dates. How weak is too weak is the client's policy
(OpenSSL's security level): an older one may take the same certificate.

What to do
----------
Let the server have a certificate that is made for servers, with a key of an elliptic curve or of RSA with 2048 bits or more,
signed with SHA-256.
"""

from __future__ import annotations

from nocarrier.causes._certificates import (
    AT_TLS,
    OTHER_PURPOSE,
    ROOTS,
    SECURED,
    SHORT_KEY,
    WEAK_CHAIN,
    Handshake,
    distrusted,
    open_questions,
    whose,
)
from nocarrier.causes._tls_lab import FOR_CLIENTS, nginx_with_tls, trusting_client
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, router, server


def judge(case: Case) -> Judgement:
    """It is of somebody who is trusted, and not for this."""
    met = distrusted(case, (*OTHER_PURPOSE, *SHORT_KEY, *WEAK_CHAIN))
    if not isinstance(met, Handshake):
        return met
    sure = whose(case, met)
    return Found(
        certainty=sure,
        summary=_summary(met),
        because=(met.exchange,),
        fixes=(_another(met),),
        decided_by=() if sure is Certainty.PROVEN else open_questions(case, met),
    )


def _summary(met: Handshake) -> Prose:
    code, there = met.tls.verify_code, met.there
    if code in SHORT_KEY:
        return say("The key of the certificate of {there} is too short for this client.", there=there)
    if code in WEAK_CHAIN:
        return say(
            "The certificate of {there} is signed in a way that is too weak for this client: {error}.",
            there=there,
            error=met.tls.verify_error,
        )
    return say("The certificate of {there}, or one that it rests on, is not made for a server.", there=there)


def _another(met: Handshake) -> Fix:
    if met.tls.verify_code in OTHER_PURPOSE:
        text = say("Let the server show a certificate that is made for servers (extendedKeyUsage: serverAuth).")
    elif met.tls.verify_code in SHORT_KEY:
        text = say(
            "Let a new certificate be made, for a key of an elliptic curve or of RSA with 2048 bits or more"
            " (certbot: --key-type ecdsa)."
        )
    else:
        text = say(
            "Let the server show one that is signed with SHA-256 by an authority with a key of 2048 bits or more."
        )
    return Fix(where="server", text=text)


_MINE = Expected(verdict="certificate-unfit", certainty="proven")

SCENARIO = Scenario(
    name="made-for-clients",
    hosts=(
        trusting_client(),
        router(),
        server(daemons=(nginx_with_tls("server { listen 8443 ssl; return 204; }", 8443, FOR_CLIENTS),)),
    ),
    target="https://10.20.0.5:8443/",
    both_ends=_MINE,
    client_alone=Expected(verdict="certificate-unfit", certainty="likely"),
)

CAUSE = Cause(
    slug="certificate-unfit",
    title=say("The certificate is not made for a server, or too weak for this client"),
    symptoms=AT_TLS,
    look_alikes=frozenset({"certificate-untrusted-ca"}),
    needs=SECURED,
    judge=judge,
    scenario=SCENARIO,
    yields_to=ROOTS,
)
