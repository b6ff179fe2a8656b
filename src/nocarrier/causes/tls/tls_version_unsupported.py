"""Client and server have no version of TLS in common

What it is
----------
The server speaks old versions of TLS only (1.0, 1.1), which today's clients refuse; or the client is old, and the server
refuses it.

What you see
------------
"unsupported protocol", "TLSV1_ALERT_PROTOCOL_VERSION", "ERR_SSL_VERSION_OR_CIPHER_MISMATCH", "handshake_failure", "legacy
sigalg disallowed or unsupported".

How it is told apart
--------------------
By the version in the server's first words, where it is older than 1.2; or by the alert protocol_version.

What to do
----------
Let the server speak TLS 1.2 and 1.3. To let a client speak an old version is a stopgap for machines that cannot be changed.
"""

from __future__ import annotations

from nocarrier.causes._certificates import AT_TLS, ROOTS, SECURED, broken_off, open_questions, whose
from nocarrier.causes._tls_lab import nginx_with_tls, trusting_client
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent
from nocarrier.model.prose import say
from nocarrier.model.scenario import Expected, Scenario, router, server

OLD = frozenset({"SSLv3", "TLSv1", "TLSv1.1"})
REFUSED = frozenset({"UNSUPPORTED_PROTOCOL", "WRONG_SSL_VERSION", "NO_PROTOCOLS_AVAILABLE"})
"OpenSSL's words of a client that does not take the version which the server chose."


def judge(case: Case) -> Judgement:
    """The server chose an old version, or says that the client's is none."""
    met = broken_off(case)
    if met is None or not met.tls.answered:
        return Silent()
    old = met.tls.version in OLD
    if not old and met.tls.alert != "protocol_version" and met.tls.reason not in REFUSED:
        return RuledOut((met.exchange,), say("the versions fit")) if met.tls.version else Silent()
    sure = whose(case, met)
    return Found(
        certainty=sure,
        summary=say(
            "{there} speaks {version} at most, which this client does not take.",
            there=met.there,
            version=met.tls.version,
        )
        if old
        else say("{there} and this client have no version of TLS in common.", there=met.there),
        because=(met.exchange,),
        fixes=(
            Fix(
                where="server",
                text=say("Let the server speak TLS 1.2 and 1.3 (nginx; Apache: SSLProtocol):"),
                config="ssl_protocols TLSv1.2 TLSv1.3;",
            ),
        ),
        decided_by=() if sure is Certainty.PROVEN else open_questions(case, met),
    )


_MINE = Expected(verdict="tls-version-unsupported", certainty="proven")

SCENARIO = Scenario(
    name="old-versions-only",
    hosts=(
        trusting_client(),
        router(),
        server(
            daemons=(
                nginx_with_tls(
                    "server { listen 8443 ssl; ssl_protocols TLSv1 TLSv1.1; ssl_ciphers ALL:@SECLEVEL=0; return 204; }",
                    8443,
                ),
            )
        ),
    ),
    target="https://10.20.0.5:8443/",
    both_ends=_MINE,
    client_alone=Expected(verdict="tls-version-unsupported", certainty="likely"),
)

CAUSE = Cause(
    slug="tls-version-unsupported",
    title=say("Client and server have no version of TLS in common"),
    symptoms=AT_TLS,
    look_alikes=frozenset({"tls-cipher-unsupported"}),
    needs=SECURED,
    judge=judge,
    scenario=SCENARIO,
    yields_to=ROOTS,
)
