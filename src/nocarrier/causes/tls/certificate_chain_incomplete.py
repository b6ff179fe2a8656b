"""The server does not send the certificates between its own and the root

What it is
----------
Authorities sign with certificates of a second rank, and the server has to send these along. Where it sends its own alone,
clients that do not happen to know them cannot tell who signed it.

What you see
------------
"unable to get local issuer certificate", "unable to verify the first certificate", "UNABLE_TO_VERIFY_LEAF_SIGNATURE", while
browsers, which fetch or keep such certificates, connect.

How it is told apart
--------------------
The server sends its own certificate alone, or with others of which none is its issuer's (the root in its place, or what an
authority had given that has been changed since), and the issuer is not known. An authority of one's own that signs without
a second rank looks the same: whether the client is to know the issuer tells.

What to do
----------
Let the server send the whole chain, its own certificate first: certbot's fullchain.pem, not cert.pem.
"""

from __future__ import annotations

from nocarrier.causes._certificates import AT_TLS, NO_ISSUER, ROOTS, SECURED, Handshake, also_of_others, distrusted
from nocarrier.causes._tls_lab import BELOW_IT, CERTIFICATE, INTERMEDIATE, nginx_with_tls, trusting_client
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Decider, Fix, Found, Judgement, Silent
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, router, server
from nocarrier.model.shell import joined


def judge(case: Case) -> Judgement:
    """What comes does not lead from its own to a root, and the issuer is not known."""
    met = distrusted(case, NO_ISSUER)
    if not isinstance(met, Handshake):
        return met
    if met.whole:
        return Silent()  # one further up may be missing; or it is the root, which is never sent
    return Found(
        certainty=Certainty.LIKELY,
        summary=_summary(met),
        because=(met.exchange,),
        fixes=(
            Fix(
                where="server",
                text=say(
                    "Let the server send the whole chain, its own certificate first (nginx: in the file of"
                    " ssl_certificate; certbot: fullchain.pem)."
                ),
            ),
        ),
        decided_by=(_decider(met),),
    )


def _summary(met: Handshake) -> Prose:
    issuer, besides = met.certificate.issuer or "-", also_of_others(met)
    if met.tls.chain <= 1:
        return say(
            "{there} sends its own certificate alone, and this client does not know its issuer, {issuer}.{besides}",
            there=met.there,
            besides=besides,
            issuer=issuer,
        )
    if met.tls.linked <= 1:
        return say(
            "{there} sends {count} certificates, and none of them is that of {issuer}, which signed its own.{besides}",
            there=met.there,
            besides=besides,
            count=met.tls.chain,
            issuer=issuer,
        )
    return say(
        "{there} sends {count} certificates that do not hang together: one between its own and the root is missing.{besides}",
        there=met.there,
        besides=besides,
        count=met.tls.chain,
    )


def _decider(met: Handshake) -> Decider:
    """A root names itself as its issuer, one of a second rank another."""
    place = met.certificate.issuer_at
    if not place.startswith(("http://", "https://")):
        return Decider(
            question=say("Is its issuer an authority of one's own, which clients have to be told of?"),
            command=met.show_all,
        )
    return Decider(
        question=say("Who signed its issuer's certificate: another authority, or is it a root, which clients have to know?"),
        command=f"{joined(('curl', '-sS', place))} | openssl x509 -inform der -noout -subject -issuer",
    )  # fmt: skip


_PLAIN = "server { listen 8443 ssl; return 204; }"
_MINE = Expected(verdict="certificate-chain-incomplete", certainty="likely")

SCENARIO = Scenario(
    name="the-second-rank-is-missing",
    hosts=(trusting_client(), router(), server(daemons=(nginx_with_tls(_PLAIN, 8443, BELOW_IT),))),
    target="https://10.20.0.5:8443/",
    client_alone=_MINE,
)

VARIANTS = (
    Scenario(
        name="the-root-in-its-place",
        hosts=(
            trusting_client(),
            router(),
            server(daemons=(nginx_with_tls(_PLAIN, 8443, BELOW_IT + CERTIFICATE),)),
        ),
        target="https://10.20.0.5:8443/",
        client_alone=_MINE,
    ),
)

NEAR_MISSES = (
    Scenario(
        name="the-whole-chain",
        hosts=(
            trusting_client(),
            router(),
            server(daemons=(nginx_with_tls(_PLAIN, 8443, BELOW_IT + INTERMEDIATE),)),
        ),
        target="https://10.20.0.5:8443/",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="certificate-chain-incomplete",
    title=say("The server does not send the certificates between its own and the root"),
    symptoms=AT_TLS,
    look_alikes=frozenset({"certificate-untrusted-ca"}),
    needs=SECURED,
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=ROOTS,
)
