"""The server does not know the name that is asked for, and answers with another certificate or an alert

What it is
----------
Many sites share an address, and the client says in the handshake which one it means (SNI). The server has none of that name:
it was not set up there, or the name leads to another server. Or the client dials an address, and so names none.

What you see
------------
"tlsv1 unrecognized name", "TLSV1_UNRECOGNIZED_NAME", "ERR_SSL_UNRECOGNIZED_NAME_ALERT", or the certificate of another site.

How it is told apart
--------------------
By the alert unrecognized_name, which says just that; handshake_failure or internal_error before any certificate may mean it,
too, and so may an end without a word at the first word of TLS, as of what sends connections on by their names. A server that shows its default certificate instead has a certificate for other names. That the name leads to another
server is told only where its address is known to be right.

What to do
----------
Set the name up on the server, or let the name lead to the server that has it. Dial such a server by a name, never by its
address.
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
from nocarrier.causes._protocol_lab import haproxy
from nocarrier.causes._tls_lab import nginx_with_tls, trusting_client
from nocarrier.facts.openings import BANNER, Openings
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Decider,
    Fix,
    Found,
    Judgement,
    Silent,
    Symptom,
    on_client,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, router, server


def judge(case: Case) -> Judgement:
    """It says that it does not know the name."""
    met = broken_off(case)
    if met is not None and may_miss_the_name(met):
        return _perhaps(met, (met.exchange,), _turned_down(met), _fixes(met))
    if met is not None and met.exchange.facts.hung_up:
        return _ended(case, met)
    if met is None or met.tls.alert != "unrecognized_name":
        return Silent()
    sure = whose(case, met)
    return Found(
        certainty=sure,
        summary=_summary(met),
        because=(met.exchange,),
        fixes=_fixes(met),
        decided_by=() if sure is Certainty.PROVEN else open_questions(case, met),
    )


def _summary(met: Handshake) -> Prose:
    if met.by_name:
        return say(
            "{there} breaks the handshake off: it has no site of the name {name}.",
            there=met.there,
            name=met.tls.server_name,
        )
    return say(
        "{there} breaks the handshake off: it wants to be told a name, and who dials an address tells none.",
        there=met.there,
    )


def _fixes(met: Handshake) -> tuple[Fix, ...]:
    """To a literal address no name is ever told, so none that the server gets would help."""
    name = met.tls.server_name
    if met.by_name:
        text = say("Set {name} up on the server, with a certificate of its own (nginx: server_name).", name=name)
        return (Fix(where="server", text=text),)
    return (
        Fix(where="client", text=say("Dial it by a name that it has, not by its address.")),
        Fix(
            where="server",
            text=say(
                "Let it show a certificate with {name} in it to those that tell no name"
                " (nginx: in the block of default_server; HAProxy: without strict-sni).",
                name=name,
            ),
        ),
    )


def _ended(case: Case, met: Handshake) -> Judgement:
    """Who sends connections on by the name in their first words ends those whose name he has not: HAProxy by req_ssl_sni,
    nginx by ssl_preread, sniproxy. A program with a limit, and one with a language of its own, do the same."""
    openings = case.seen(Openings)
    silent = openings.facts.at(BANNER) if openings is not None else None
    if openings is None or silent is None or not silent.silent or any(one.answered for one in openings.facts.opened):
        return Silent()
    return _perhaps(met, (met.exchange, openings), _hung_up(met), _where_it_is_sent_on(met))


def _hung_up(met: Handshake) -> Prose:
    if met.by_name:
        return say(
            "{there} keeps a silent connection and ends it at the first word of TLS: if it sends on by name, it may have no"
            " {name}.",
            there=met.there,
            name=met.tls.server_name,
        )
    return say(
        "{there} keeps a silent connection and ends it at the first word of TLS: it may want to be told a name.",
        there=met.there,
    )


def _turned_down(met: Handshake) -> Prose:
    if met.by_name:
        return say(
            "{there} turns the handshake down before it shows a certificate: it may have none for {name}.",
            there=met.there,
            name=met.tls.server_name,
        )
    return say(
        "{there} turns the handshake down before it shows a certificate: it may want to be told a name.",
        there=met.there,
    )


def _where_it_is_sent_on(met: Handshake) -> tuple[Fix, ...]:
    if not met.by_name:
        return _fixes(met)[:1]
    text = say(
        "Set {name} up where connections are sent on by name (HAProxy: req_ssl_sni; nginx: ssl_preread).",
        name=met.tls.server_name,
    )
    return (Fix(where="server", text=text),)


def _perhaps(met: Handshake, because: tuple[Evidence[Any], ...], summary: Prose, fixes: tuple[Fix, ...]) -> Found:
    """It ends so for other reasons, too: the alert is also that of a server which takes none of the ciphers."""
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=summary,
        because=because,
        fixes=fixes,
        decided_by=(_other_name(met),),
    )


def _other_name(met: Handshake) -> Decider:
    if met.by_name:
        return Decider(
            question=say("Does it show a certificate where no name is given?"),
            command=met.said("-noservername"),
        )
    return Decider(
        question=say("Does it show a certificate where a name is given that it surely has?"),
        command=met.said("-servername", "NAME"),
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

_SENDS_ON_BY_NAME = """\
frontend in
  mode tcp
  bind :8443
  tcp-request inspect-delay 2s
  tcp-request content accept if { req_ssl_hello_type 1 }
  use_backend site if { req_ssl_sni -i shop.example }
backend site
  mode tcp
  server one 127.0.0.1:9443
"""

VARIANTS = (
    Scenario(
        name="what-sends-on-has-none",
        hosts=(
            trusting_client(files={"hosts": "127.0.0.1 localhost\n10.20.0.5 other.example\n"}),
            router(),
            server(daemons=(haproxy(_SENDS_ON_BY_NAME, 8443),)),
        ),
        target="https://other.example:8443/",
        client_alone=Expected(verdict="tls-wrong-virtual-host", certainty="possible"),
    ),
    Scenario(
        name="by-address",
        hosts=(trusting_client(), router(), server(daemons=(nginx_with_tls(_REJECTS, 8443),))),
        target="https://10.20.0.5:8443/",
        both_ends=Expected(verdict="tls-wrong-virtual-host", certainty="proven"),
        client_alone=Expected(verdict="tls-wrong-virtual-host", certainty="likely"),
    ),
)

CAUSE = Cause(
    slug="tls-wrong-virtual-host",
    title=say(
        "The server does not know the name that is asked for, and answers with another certificate or an alert"
    ),
    symptoms=AT_TLS | {Symptom.CLOSED, Symptom.RESET},
    look_alikes=frozenset({"certificate-name-mismatch", "tls-cipher-unsupported", "server-speaks-other-protocol"}),
    needs=(*SECURED, *on_client(Openings)),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    yields_to=ROOTS,
)
