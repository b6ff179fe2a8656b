"""The certificate is not valid yet

What it is
----------
The certificate's time has not begun: mostly because the client's clock is behind, as after a start without a battery or
a network. Seldom because the certificate was made for later.

What you see
------------
"certificate is not yet valid", "CERT_NOT_YET_VALID", "NET::ERR_CERT_DATE_INVALID", "x509: certificate has expired or is not
yet valid".

How it is told apart
--------------------
By the client's own check, and by the date from which the certificate is good: where that lies in the past, it is the clock.

What to do
----------
Set the clock of this machine. Where it is right, the server needs another certificate until then.
"""

from __future__ import annotations

from nocarrier.causes._certificates import AT_TLS, NOT_YET, ROOTS, SECURED, Handshake, distrusted
from nocarrier.causes._tls_lab import FUTURE, nginx_with_tls, trusting_client
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Decider, Fix, Found, Judgement
from nocarrier.model.prose import say
from nocarrier.model.scenario import Expected, Scenario, router, server


def judge(case: Case) -> Judgement:
    """Its time has not begun, by this machine's clock."""
    met = distrusted(case, NOT_YET)
    if not isinstance(met, Handshake):
        return met
    since = met.certificate.not_before
    return Found(
        certainty=Certainty.LIKELY,
        summary=say("The certificate of {there} is good from {since} UTC on, which by this machine's clock is still to come.",
                    there=met.there, since=since)
        if since
        else say("By this machine's clock the certificate of {there} is not valid yet.", there=met.there),
        because=(met.exchange,),
        fixes=(
            Fix(
                where="client",
                text=say("Set this machine's clock, where it is wrong:"),
                commands=("timedatectl set-ntp true",),
            ),
        ),
        decided_by=(Decider(question=say("Is this machine's clock right?"), command="date -u"),),
    )  # fmt: skip


_PLAIN = "server { listen 8443 ssl; return 204; }"
_MINE = Expected(verdict="certificate-not-yet-valid", certainty="likely")

SCENARIO = Scenario(
    name="from-2110-on",
    hosts=(trusting_client(), router(), server(daemons=(nginx_with_tls(_PLAIN, 8443, FUTURE),))),
    target="https://10.20.0.5:8443/",
    client_alone=_MINE,
)

CAUSE = Cause(
    slug="certificate-not-yet-valid",
    title=say("The certificate is not valid yet"),
    symptoms=AT_TLS,
    look_alikes=frozenset({"certificate-expired"}),
    needs=SECURED,
    judge=judge,
    scenario=SCENARIO,
    yields_to=ROOTS,
)
