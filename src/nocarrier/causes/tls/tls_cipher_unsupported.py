"""Client and server have no cipher or curve in common

What it is
----------
The server was told to take certain ciphers only, and the client offers none of them: a list that was copied from an old
guide, a key of a kind that the list does not serve, or a client whose policy is stricter.

What you see
------------
"sslv3 alert handshake failure", "handshake_failure", "no shared cipher", "ERR_SSL_VERSION_OR_CIPHER_MISMATCH".

How it is told apart
--------------------
By the alert handshake_failure in answer to the client's first words, before any certificate came. Servers give the same alert
for other reasons too: those that have a site for each name (CDNs above all) where they have none of that name. So it is
likely only, and no more than possible where that is not excluded; insufficient_security says it outright.

What to do
----------
Let the server take what today's clients offer.
"""

from __future__ import annotations

from nocarrier.causes._certificates import AT_TLS, ROOTS, SECURED, broken_off, may_miss_the_name
from nocarrier.causes._tls_lab import nginx_with_tls, trusting_client
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Decider, Fix, Found, Judgement, RuledOut, Silent
from nocarrier.model.prose import say
from nocarrier.model.scenario import Expected, Scenario, router, server

ALERTS = frozenset({"handshake_failure", "insufficient_security"})


def judge(case: Case) -> Judgement:
    """The server turns the client's offer down."""
    met = broken_off(case)
    if met is None:
        return Silent()
    if met.tls.version:
        return RuledOut((met.exchange,), say("the server chose a cipher"))
    if met.tls.alert not in ALERTS:
        return Silent()
    return Found(
        certainty=Certainty.POSSIBLE if may_miss_the_name(met) else Certainty.LIKELY,
        summary=say(
            "{there} turns down what this client offers, before it shows a certificate: they have no cipher or curve in"
            " common.",
            there=met.there,
        ),
        because=(met.exchange,),
        fixes=(
            Fix(
                where="server",
                text=say("Let the server take what today's clients offer (nginx; Apache: SSLCipherSuite):"),
                config="ssl_ciphers HIGH:!aNULL:!MD5;",
            ),
        ),
        decided_by=(
            Decider(
                question=say("What does it say to every cipher that there is?"), command=f"{met.ask} -cipher ALL"
            ),
        ),
    )


_MINE = Expected(verdict="tls-cipher-unsupported", certainty="likely")

SCENARIO = Scenario(
    name="none-in-common",
    hosts=(
        trusting_client(),
        router(),
        server(
            daemons=(
                nginx_with_tls(
                    "server { listen 8443 ssl; ssl_protocols TLSv1.2; ssl_ciphers ECDHE-ECDSA-CAMELLIA128-SHA256;"
                    " return 204; }",
                    8443,
                ),
            )
        ),
    ),
    target="https://10.20.0.5:8443/",
    client_alone=_MINE,
)

CAUSE = Cause(
    slug="tls-cipher-unsupported",
    title=say("Client and server have no cipher or curve in common"),
    symptoms=AT_TLS,
    look_alikes=frozenset({"tls-version-unsupported", "tls-client-certificate-required", "tls-wrong-virtual-host"}),
    needs=SECURED,
    judge=judge,
    scenario=SCENARIO,
    yields_to=ROOTS,
)
