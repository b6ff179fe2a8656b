"""Something in front sends a PROXY header that the server does not expect

What it is
----------
A proxy or load balancer in front of the server begins every connection with a line or block about the client (the PROXY
protocol: HAProxy ``send-proxy``, nginx ``proxy_protocol on``, a cloud's network load balancer). The server behind it was
not told, and takes the header for the client's first words.

What you see
------------
"400 Bad Request" to every request, "Invalid SSH identification string", "kex_exchange_identification: Connection closed",
"unknown command 'PROXY'", "invalid length of startup packet", "Got packets out of order", "wrong version number".

How it is told apart
--------------------
By a connection on which nothing is said. A server greets there, or waits. One that complains of a bad request, an invalid
identification, an unknown command has read words that this client never said: something in between said them. Where it
quotes them ("PROXY TCP4 …") there is no other explanation. Where it does not, the header is by far the likeliest such
words, and proven where the line of the proxy's configuration is found that sends it. A server that hangs up without a word could do so for many reasons, and is not taken for this.

What to do
----------
Take the header out of the proxy's line, or let the server expect it. On one side only, and at the same time.
"""

from __future__ import annotations

import re

from nocarrier.causes._front_fixes import reload, sed
from nocarrier.causes._protocol_lab import haproxy, nginx, redis, sshd
from nocarrier.causes._speech import SPEECH, Speech, listener_there, speech
from nocarrier.causes._symptoms import NOT_UNDERSTOOD
from nocarrier.facts.front import Front, Place
from nocarrier.facts.openings import BANNER, Opened
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Decider,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, router, server


def judge(case: Case) -> Judgement:
    """A complaint on a connection on which nothing was said."""
    met = speech(case)
    if met is None:
        return Silent()
    silent = met.openings.facts.at(BANNER)
    if silent is None:
        return Silent()
    if silent.silent:
        return RuledOut((met.openings,), say("nobody complains on a connection on which nothing is said"))
    if not silent.choked:
        return Silent()
    quoted = silent.choked == "quoted"
    front, line = _sending(case)
    proven = quoted or line is not None
    return Found(
        certainty=Certainty.PROVEN if proven else Certainty.LIKELY,
        summary=_quoted(met) if proven else _unasked(met, silent),
        because=met.because if quoted or front is None else (*met.because, front),
        fixes=_fixes(case, met) if front is None or line is None else (_take_out(front.facts, line),),
        decided_by=() if proven else (_look(case, met),),
    )


def _sending(case: Case) -> tuple[Evidence[Front] | None, Place | None]:
    """The proxy on the server's side, and its line that says that the header is sent; neither where it says no such."""
    front = case.seen(Front, Where.SERVER)
    way = front.facts.way if front is not None else None
    places = [one.place for one in way.backends if one.place is not None] if way is not None else []
    line = next((place for place in places if "send-proxy" in place.text), None)
    return (front, line) if line is not None else (None, None)


def _take_out(front: Front, line: Place) -> Fix:
    """``server one 127.0.0.1:2222 send-proxy-v2 check`` → the same without that word."""
    return Fix(
        where="server",
        text=say("Take send-proxy out of {place}, and reload {label}:", place=line.shown, label=front.label),
        commands=(sed(line, "s/ send-proxy[-a-z0-9]*//"), *reload(front)),
        config=re.sub(r" send-proxy[-a-z0-9]*", "", line.text),
    )


def _quoted(met: Speech) -> Prose:
    return say(
        "Something in front of {there} sends a PROXY header, and the server behind it takes that for the client's words.",
        there=met.there,
    )


def _unasked(met: Speech, silent: Opened) -> Prose:
    return say(
        "{there} complains of words that no client said ({said}): something in front of it says them, most likely a PROXY"
        " header.",
        there=met.there,
        said=silent.complaint or silent.says,
    )


def _fixes(case: Case, met: Speech) -> tuple[Fix, ...]:
    """The proxy's line, where it is known which proxy; else what it is called in those that can do it."""
    facts = met.openings.facts
    found = listener_there(case, facts.port, facts.address)
    program = found.program.name if found is not None and found.program is not None else ""
    if program == "haproxy":
        return (
            Fix(
                where="server",
                text=say("Take send-proxy (or send-proxy-v2) out of the server line; this finds it:"),
                commands=("grep -rn send-proxy /etc/haproxy/",),
            ),
        )
    if program == "nginx":
        return (
            Fix(
                where="server",
                text=say("Take proxy_protocol out of the block that passes this port on; this finds it:"),
                commands=("nginx -T 2>/dev/null | grep -nE 'proxy_protocol +on'",),
            ),
        )
    return (
        Fix(
            where="network",
            text=say(
                "Switch the PROXY header off in the proxy or load balancer in front (HAProxy: send-proxy; nginx:"
                " proxy_protocol on; a network load balancer of AWS: proxy_protocol_v2.enabled), or let the server behind it"
                " expect one."
            ),
        ),
    )


def _look(case: Case, met: Speech) -> Decider:
    return Decider(
        question=say("Is {there} a proxy that sends a PROXY header to the server behind it?", there=met.there),
        command="grep -rnE 'send-proxy|proxy_protocol' /etc/haproxy /etc/nginx",
    )


def _behind(line: str, *behind: Daemon) -> tuple[Daemon, ...]:
    """HAProxy on 7000, with this server line."""
    return (*behind, haproxy(f"listen front\n  mode tcp\n  bind 0.0.0.0:7000\n  server one {line}\n", 7000))


_NGINX = nginx("  server { listen 127.0.0.1:8088; return 204; }", 8088)

SCENARIO = Scenario(
    name="redis",
    hosts=(client(), router(), server(daemons=_behind("127.0.0.1:6379 send-proxy", redis(6379)))),
    target="redis://10.20.0.5:7000",
    both_ends=Expected(verdict="proxy-protocol-unexpected", certainty="proven"),
    client_alone=Expected(verdict="proxy-protocol-unexpected", certainty="proven"),
)

VARIANTS = (
    Scenario(
        name="ssh",
        hosts=(client(), router(), server(daemons=_behind("127.0.0.1:2222 send-proxy-v2", sshd(2222)))),
        target="ssh://10.20.0.5:7000",
        both_ends=Expected(verdict="proxy-protocol-unexpected", certainty="proven"),
        client_alone=Expected(verdict="proxy-protocol-unexpected", certainty="likely"),
    ),
    Scenario(
        name="nginx",
        hosts=(client(), router(), server(daemons=_behind("127.0.0.1:8088 send-proxy", _NGINX))),
        target="http://10.20.0.5:7000/",
        both_ends=Expected(verdict="proxy-protocol-unexpected", certainty="proven"),
        client_alone=Expected(verdict="proxy-protocol-unexpected", certainty="likely"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="without-the-header",
        hosts=(client(), router(), server(daemons=_behind("127.0.0.1:6379", redis(6379)))),
        target="redis://10.20.0.5:7000",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="expected",
        hosts=(
            client(),
            router(),
            server(
                daemons=_behind(
                    "127.0.0.1:8088 send-proxy",
                    nginx("  server { listen 127.0.0.1:8088 proxy_protocol; return 204; }", 8088),
                )
            ),
        ),
        target="http://10.20.0.5:7000/",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="proxy-protocol-unexpected",
    title=say("Something in front sends a PROXY header that the server does not expect"),
    symptoms=NOT_UNDERSTOOD,
    look_alikes=frozenset({"proxy-protocol-expected", "server-speaks-other-protocol"}),
    needs=(*SPEECH, *on_server(Front)),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
