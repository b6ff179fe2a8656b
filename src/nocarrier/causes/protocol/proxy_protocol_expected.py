"""The server expects a PROXY header first

What it is
----------
The listener is made for a load balancer that begins every connection with a line or block about the client (the PROXY
protocol: nginx ``listen … proxy_protocol``, HAProxy ``accept-proxy``, Postfix, Dovecot, Traefik, Envoy). A client that
comes directly does not send it.

What you see
------------
"Empty reply from server", "Connection reset by peer", "400 Bad Request", or no greeting. In the server's log: "broken
header … while reading PROXY protocol".

How it is told apart
--------------------
The same first words are said at the same time with the header (version 1, version 2) and without: with it the server
answers, without it hangs up, keeps silent, or says 400. Then three times more, in turn, without and with: a server that
refuses some connections, has room for one only, or greets some clients late (MySQL, which looks up the name of each
client) answers now this one and now that. Where the server is the one to greet, the header comes on a connection that was
silent for a while, which is never the same: what then comes at once comes of the header. Nor does it answer any other
opening in plain (a multiplexer of protocols would).

What to do
----------
Connect through the load balancer; or take the header out of the listener, or give direct clients a listener without it.
"""

from __future__ import annotations

from nocarrier.causes._front_fixes import reload
from nocarrier.causes._protocol_lab import haproxy
from nocarrier.causes._protocol_lab import nginx as nginx_lab
from nocarrier.causes._speech import SPEECH, Speech, listener_there, speech, who_listens
from nocarrier.causes._symptoms import NOT_UNDERSTOOD
from nocarrier.facts.front import Front
from nocarrier.facts.openings import AGAIN, PROXY_V1, PROXY_V2, Opened
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import quoted

OPTIONS = {
    "nginx": ("proxy_protocol", "listen", "/etc/nginx"),
    "haproxy": ("accept-proxy", "bind", "/etc/haproxy"),
}
"Product → the option that has it expect the header, the directive that has this option, and where its files are."


ENOUGH = 3
"Turns without and with a header, one after the other, that all came out alike."


def judge(case: Case) -> Judgement:
    """With the header it answers, without it does not."""
    met = speech(case)
    if met is None:
        return Silent()
    opened = met.openings.facts.opened
    behind = [one for one in opened if one.opening.startswith((PROXY_V1, PROXY_V2))]
    again = next((one for one in opened if one.opening.startswith(AGAIN)), None)
    if not behind or again is None:
        return Silent()
    if not any(one.well for one in behind):
        return RuledOut((met.openings,), say("it does not answer behind a PROXY header either"))
    turns = met.openings.facts.turns
    if again.well or any(turn.without.well for turn in turns):
        return RuledOut((met.openings,), say("it answers without a PROXY header, too"))
    if not all(turn.opens for turn in turns):
        return Silent()
    certainty = Certainty.PROVEN if len(turns) >= ENOUGH else Certainty.LIKELY if turns else Certainty.POSSIBLE
    return Found(
        certainty=certainty,
        summary=_summary(met, again),
        because=met.because,
        fixes=_fixes(case, met),
        decided_by=() if certainty is Certainty.PROVEN else who_listens(case),
    )


def _summary(met: Speech, again: Opened) -> Prose:
    there = met.there
    if again.status:
        return say(
            "{there} expects a PROXY header: with one it answers, without it says {status}.",
            there=there,
            status=again.status,
        )
    if again.hung_up:
        return say("{there} expects a PROXY header: with one it answers, without it hangs up.", there=there)
    return say("{there} expects a PROXY header: with one it answers, without it says nothing.", there=there)


def _fixes(case: Case, met: Speech) -> tuple[Fix, ...]:
    direct = (_try_it(case),) if case.target.scheme in ("http", "https") else ()
    return (_listener(case, met), *direct)


def _listener(case: Case, met: Speech) -> Fix:
    """The server's line, by the program that is known to listen there, or says so."""
    port = met.openings.facts.port
    found = listener_there(case, port, met.openings.facts.address)
    program = found.program.name if found is not None and found.program is not None else ""
    software = next((one.software for one in met.openings.facts.opened if one.software), "").lower()
    front = case.seen(Front, Where.SERVER)
    if front is not None and front.facts.config and front.facts.product in OPTIONS:
        return _take_out(front.facts, port)
    product = "haproxy" if program == "haproxy" else "nginx" if "nginx" in (program, software[:5]) else ""
    if product:
        option, directive, folder = OPTIONS[product]
        return Fix(
            where="server",
            text=say("Clients that come directly need a {line} line without {option}; this finds the one:",
                     line=directive, option=option),
            commands=(f"grep -rnE '{directive}.*{port}.*{option}' {folder}",),
            risk=say("The load balancer that sends the header is then no longer understood on that line."),
        )  # fmt: skip
    return Fix(
        where="server",
        text=say(
            "Connect through the load balancer in front of it, or switch the PROXY protocol off for this listener; the"
            " program that has it:"
        ),
        commands=(f"ss -ltnp 'sport = :{port}'",),
    )


def _take_out(front: Front, port: int) -> Fix:
    """The option is taken out of the lines of this port, in the main file or in those beside and below it."""
    option, directive, _ = OPTIONS[front.product]
    folder = quoted(front.config.rpartition("/")[0] or "/")
    lines = f"{directive}.*\\b{port}\\b.*{option}"
    return Fix(
        where="server",
        text=say("Take {option} out of the line of this port, and reload {label}:", option=option, label=front.label),
        commands=(
            f"grep -rlE '{lines}' {folder} | xargs sed -i -E '/{directive}.*\\b{port}\\b/s/ {option}//'",
            *reload(front),
        ),
        risk=say("The load balancer that sends the header is then no longer understood on that line."),
    )


def _try_it(case: Case) -> Fix:
    return Fix(
        where="client",
        text=say("To see it work from here, send the header along:"),
        commands=(f"curl --haproxy-protocol {quoted(case.target.url)}",),
    )


_NGINX = nginx_lab("  server { listen 8088 proxy_protocol; return 204; }", 8088)
_HAPROXY = haproxy(
    "listen web\n  mode tcp\n  bind 0.0.0.0:8087 accept-proxy\n  server one 127.0.0.1:8080\n", 8087
)  # fmt: skip

SCENARIO = Scenario(
    name="nginx",
    hosts=(client(), router(), server(daemons=(_NGINX,))),
    target="http://10.20.0.5:8088/",
    both_ends=Expected(verdict="proxy-protocol-expected", certainty="proven"),
    client_alone=Expected(verdict="proxy-protocol-expected", certainty="proven"),
)

VARIANTS = (
    Scenario(
        name="haproxy",
        hosts=(client(), router(), server(daemons=(http_server("127.0.0.1", 8080), _HAPROXY))),
        target="http://10.20.0.5:8087/",
        both_ends=Expected(verdict="proxy-protocol-expected", certainty="proven"),
    ),
    Scenario(
        name="websocket-to-nginx",
        hosts=(client(), router(), server(daemons=(_NGINX,))),
        target="ws://10.20.0.5:8088/chat",
        client_alone=Expected(verdict="proxy-protocol-expected", certainty="proven"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="not-for-this-listener",
        hosts=(
            client(),
            router(),
            server(daemons=(nginx_lab("  server { listen 8087 proxy_protocol; listen 8088; return 204; }", 8088),)),
        ),
        target="http://10.20.0.5:8088/",
        both_ends=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="proxy-protocol-expected",
    title=say("The server expects a PROXY header first"),
    symptoms=NOT_UNDERSTOOD,
    look_alikes=frozenset({"proxy-protocol-unexpected", "server-speaks-other-protocol"}),
    needs=(*SPEECH, *on_server(Front)),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
