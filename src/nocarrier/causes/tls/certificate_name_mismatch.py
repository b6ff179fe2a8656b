"""The certificate is for other names

What it is
----------
The certificate that the server shows does not name what the client dialled: a name that was added later, an address in
place of a name, or the certificate of another site on the same machine. An address has to stand there as one (IP:), not as a
name (DNS:).

What you see
------------
"Hostname mismatch", "ERR_TLS_CERT_ALTNAME_INVALID", "NET::ERR_CERT_COMMON_NAME_INVALID", "no alternative certificate
subject name matches target host name", "certificate is valid for …, not …".

How it is told apart
--------------------
By the client's own check, and by the names that stand in the certificate. A name that leads to another machine shows that
machine's certificate: so it is likely only, until the address is known to be right.

What to do
----------
Dial a name that the certificate has, or let the server have a certificate with the name that is dialled.
"""

from __future__ import annotations

from nocarrier.causes._certificates import (
    AT_TLS,
    OTHER_NAME,
    ROOTS,
    SECURED,
    Handshake,
    distrusted,
    open_questions,
    told_names,
    whose,
)
from nocarrier.causes._tls_lab import CERTIFICATE, TRUSTED, nginx_with_tls, trusting_client
from nocarrier.causes._tls_lab import OTHER_NAME as OTHER_NAMES_CERTIFICATE
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement
from nocarrier.model.prose import say
from nocarrier.model.scenario import Expected, Scenario, router, server
from nocarrier.model.shell import call
from nocarrier.model.target import looks_like_address


def judge(case: Case) -> Judgement:
    """It holds, and names something else."""
    met = distrusted(case, OTHER_NAME)
    if not isinstance(met, Handshake):
        return met
    sure = whose(case, met)
    names = told_names(met)
    return Found(
        certainty=sure,
        summary=say(
            "The certificate of {there} is for {names}, and not for {name}.",
            there=met.there,
            names=names,
            name=met.tls.server_name,
        )
        if names
        else say("The certificate of {there} is not for {name}.", there=met.there, name=met.tls.server_name),
        because=(met.exchange,),
        fixes=(*_dial(case, met), _renew(met)),
        decided_by=() if sure is Certainty.PROVEN else open_questions(case, met),
    )


def _dial(case: Case, met: Handshake) -> tuple[Fix, ...]:
    """A name that it has, and that means one host."""
    others = (name for name in met.certificate.names if name.lower() != met.tls.server_name.lower())
    there = met.exchange.facts.address
    usable = next((name for name in others if name == there or _one_host(name)), "")
    if not usable:
        return ()
    return (
        Fix(
            where="client",
            text=say("Dial {name}, if that is the server that is meant:", name=usable),
            commands=(call(case.target.at(host=usable)),),
        ),
    )


def _one_host(name: str) -> bool:
    """A name, and no pattern; another address than the one that was dialled is another machine's."""
    return "." in name and not any(sign in name for sign in "*:") and not looks_like_address(name)


def _renew(met: Handshake) -> Fix:
    return Fix(
        where="server",
        text=say(
            "Let the server show a certificate with {name} among its names (subjectAltName).",
            name=met.tls.server_name if met.by_name else f"IP:{met.tls.server_name}",
        ),
    )


_PLAIN = "server { listen 8443 ssl; return 204; }"
_KNOWN = {TRUSTED: CERTIFICATE, "hosts": "127.0.0.1 localhost\n10.20.0.5 other.example\n"}
_MINE = Expected(verdict="certificate-name-mismatch", certainty="proven")

SCENARIO = Scenario(
    name="by-address",
    hosts=(
        trusting_client(files=_KNOWN),
        router(),
        server(daemons=(nginx_with_tls(_PLAIN, 8443, OTHER_NAMES_CERTIFICATE),)),
    ),
    target="https://10.20.0.5:8443/",
    both_ends=_MINE,
    client_alone=Expected(verdict="certificate-name-mismatch", certainty="likely"),
)

CAUSE = Cause(
    slug="certificate-name-mismatch",
    title=say("The certificate is for other names"),
    symptoms=AT_TLS,
    look_alikes=frozenset({"tls-wrong-virtual-host"}),
    needs=SECURED,
    judge=judge,
    scenario=SCENARIO,
    yields_to=ROOTS,
)
