"""The server does not know the name that is asked for, and answers with another certificate or an alert

What it is
----------
Many sites share an address, and the client says in the handshake which one it means (SNI). The server has none of that name:
it was not set up there, or the name leads to another server.

What you see
------------
"tlsv1 unrecognized name", "TLSV1_UNRECOGNIZED_NAME", "ERR_SSL_UNRECOGNIZED_NAME_ALERT", or the certificate of another site.

How it is told apart
--------------------
By the alert unrecognized_name, which says just that; handshake_failure or internal_error before any certificate may mean it, too. A server that shows its default certificate instead has a certificate
for other names. That the name leads to another server is told only where its address is known to be right.

What to do
----------
Set the name up on the server, or let the name lead to the server that has it.
"""

from __future__ import annotations

from nocarrier.causes._certificates import (
    AT_TLS,
    ROOTS,
    SECURED,
    Handshake,
    broken_off,
    may_miss_the_name,
    open_questions,
    whose,
)
from nocarrier.causes._tls_lab import nginx_with_tls, trusting_client
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Decider, Fix, Found, Judgement, Silent
from nocarrier.model.prose import say
from nocarrier.model.scenario import Expected, Scenario, router, server


def judge(case: Case) -> Judgement:
    """It says that it does not know the name."""
    met = broken_off(case)
    if met is not None and may_miss_the_name(met):
        return _perhaps(met)
    if met is None or met.tls.alert != "unrecognized_name":
        return Silent()
    sure = whose(case, met)
    name = met.tls.server_name
    return Found(
        certainty=sure,
        summary=say(
            "{there} breaks the handshake off: it has no site of the name {name}.", there=met.there, name=name
        ),
        because=(met.exchange,),
        fixes=(
            Fix(
                where="server",
                text=say(
                    "Set {name} up on the server, with a certificate of its own (nginx: server_name).", name=name
                ),
            ),
        ),
        decided_by=() if sure is Certainty.PROVEN else open_questions(case, met),
    )


def _perhaps(met: Handshake) -> Found:
    """The alert is also that of a server which takes none of the ciphers."""
    name = met.tls.server_name
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=say(
            "{there} turns the handshake down before it shows a certificate: it may have none for {name}.",
            there=met.there,
            name=name,
        ),
        because=(met.exchange,),
        fixes=(Fix(where="server", text=say("Set {name} up on the server, with a certificate.", name=name)),),
        decided_by=(_other_name(met),),
    )


def _other_name(met: Handshake) -> Decider:
    if met.by_name:
        return Decider(
            question=say("Does it show a certificate where no name is given?"),
            command=f"openssl s_client -connect {met.there} -noservername </dev/null",
        )
    return Decider(
        question=say("Does it show a certificate where a name is given that it surely has?"),
        command=f"openssl s_client -connect {met.there} -servername NAME </dev/null",
    )


_REJECTS = (
    "server { listen 8443 ssl default_server; ssl_reject_handshake on; }"
    " server { listen 8443 ssl; server_name shop.example; return 204; }"
)

SCENARIO = Scenario(
    name="nobody-of-that-name",
    hosts=(
        trusting_client(files={"hosts": "127.0.0.1 localhost\n10.20.0.5 other.example\n"}),
        router(),
        server(daemons=(nginx_with_tls(_REJECTS, 8443),)),
    ),
    target="https://other.example:8443/",
    both_ends=Expected(verdict="tls-wrong-virtual-host", certainty="proven"),
    client_alone=Expected(verdict="tls-wrong-virtual-host", certainty="likely"),
)

CAUSE = Cause(
    slug="tls-wrong-virtual-host",
    title=say(
        "The server does not know the name that is asked for, and answers with another certificate or an alert"
    ),
    symptoms=AT_TLS,
    look_alikes=frozenset({"certificate-name-mismatch", "tls-cipher-unsupported"}),
    needs=SECURED,
    judge=judge,
    scenario=SCENARIO,
    yields_to=ROOTS,
)
