"""The client does not know the authority that signed the certificate

What it is
----------
An authority of a company's own, or one that is too new or too old for this client, signed the certificate. Or something on
the way (a proxy, an antivirus) shows a certificate of its own, signed by itself.

What you see
------------
"unable to get local issuer certificate", "self-signed certificate in certificate chain", "SELF_SIGNED_CERT_IN_CHAIN",
"NET::ERR_CERT_AUTHORITY_INVALID", "PKIX path building failed", "x509: certificate signed by unknown authority".

How it is told apart
--------------------
By the client's own check: the chain ends at a root that is not among those that it trusts. Its name tells whether that is
the authority that was expected, or somebody on the way.

What to do
----------
Give the client the root of that authority, where it is the expected one.
"""

from __future__ import annotations

from nocarrier.causes._certificates import (
    AT_TLS,
    NO_ISSUER,
    ROOTS,
    SECURED,
    UNKNOWN_ROOT,
    Handshake,
    also_of_others,
    distrusted,
)
from nocarrier.causes._tls_lab import BELOW_IT, CERTIFICATE, INTERMEDIATE, nginx_with_tls
from nocarrier.causes._trust import TRUST, TrustStore, idle_file, name_another, trust_store
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Decider, Fix, Found, Judgement
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, router, server


def judge(case: Case) -> Judgement:
    """The chain ends at nobody that is known."""
    met = distrusted(case, (*UNKNOWN_ROOT, *NO_ISSUER))
    if not isinstance(met, Handshake):
        return met
    whole = met.tls.verify_code in UNKNOWN_ROOT or met.whole
    return Found(
        certainty=Certainty.LIKELY if whole else Certainty.POSSIBLE,
        summary=say(
            "The certificate of {there} is signed by {issuer}, and this client does not know the authority behind it.{besides}",
            there=met.there,
            besides=also_of_others(met),
            issuer=met.certificate.issuer or "-",
        ),
        because=(met.exchange, *idle_file(case)),
        fixes=(*name_another(case), _trust(case)),
        decided_by=(
            Decider(
                question=say("Is that the server's authority, or somebody's on the way who shows one of his own?"),
                command=met.show_all,
            ),
        ),
    )


def _trust(case: Case) -> Fix:
    """Its root is not what the server sends, so nothing is there to be taken over."""
    store = trust_store(case)
    return Fix(
        where="client",
        text=_put_it(store),
        commands=(store.update,) if store is not None and store.update else (),
        risk=say("Whoever has its key can sign for every name."),
    )


def _put_it(store: TrustStore | None) -> Prose:
    if store is None:
        return say("Where that authority is the expected one, give this machine its root.")
    if not store.update:
        return say("Where that authority is the expected one, put its root into {file}, as PEM.", file=store.file)
    return say(
        "Where that authority is the expected one, put its root into {file}, as PEM, and let it be read in:",
        file=store.file,
    )


_MINE = Expected(verdict="certificate-untrusted-ca", certainty="likely")

_SERVES = "server { listen 8443 ssl; return 204; }"

SCENARIO = Scenario(
    name="an-authority-of-ones-own",
    hosts=(
        client(),
        router(),
        server(daemons=(nginx_with_tls(_SERVES, 8443, BELOW_IT + INTERMEDIATE + CERTIFICATE),)),
    ),
    target="https://10.20.0.5:8443/",
    client_alone=_MINE,
)

VARIANTS = (
    Scenario(
        name="a-file-that-is-not-there",
        hosts=(client(), router(), server(daemons=(nginx_with_tls(_SERVES, 8443, BELOW_IT + INTERMEDIATE),))),
        target="https://10.20.0.5:8443/",
        client_alone=_MINE,
        client_command=("env", "SSL_CERT_FILE=/etc/no-such-roots.pem"),
    ),
)

CAUSE = Cause(
    slug="certificate-untrusted-ca",
    title=say("The client does not know the authority that signed the certificate"),
    symptoms=AT_TLS,
    look_alikes=frozenset({"certificate-self-signed", "certificate-chain-incomplete"}),
    needs=(*SECURED, *TRUST),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    yields_to=ROOTS,
)
