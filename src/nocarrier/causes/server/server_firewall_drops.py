"""The server's own firewall swallows the packets

What it is
----------
A rule or the policy of the server's packet filter throws away what is sent to this port, without a word.

What you see
------------
"Connection timed out" (ETIMEDOUT), while other ports of the same machine answer, be it with a refusal.

How it is told apart
--------------------
That other ports answer shows that the host lives and that packets pass both ways; so a filter picks out this port. It
stands most often on the server itself, but from the client one on the way looks the same, and a program that takes no
more connections (a full accept queue) too. Only the server's side decides: the rule, or its counter.

What to do
----------
Let the port pass in the firewall that runs there: ufw, firewalld, nftables or iptables.
"""

from __future__ import annotations

from nocarrier.causes._silence import (
    AROUND_SILENCE,
    SILENCE,
    contrast,
    look_for_its_packets,
    neighbour_toward,
    silent,
    vague,
)
from nocarrier.facts.contrast import Contrast
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server


def judge(case: Case) -> Judgement:
    """Silence here; likely where the host answers elsewhere."""
    attempt = silent(case)
    if attempt is None:
        return Silent()
    address, port = attempt.facts.address, attempt.facts.port
    others, neighbour = contrast(case, address), neighbour_toward(case, address)
    if neighbour is not None and neighbour.facts.missing:
        return RuledOut((neighbour,), say("nobody answers on the link, so no firewall does"))
    if others is None:
        return Silent()
    if others.facts.again != "silent":
        return RuledOut((others,), say("the same port answered a moment later"))
    summary = _ignored(address, port) if vague(attempt) else _summary(address, port, others.facts)
    sure = bool(others.facts.answering) and not vague(attempt)
    return Found(
        certainty=Certainty.LIKELY if sure else Certainty.POSSIBLE,
        summary=summary,
        because=(attempt, others),
        fixes=(_let_pass(case.target.transport, port),),
        decided_by=look_for_its_packets(case, attempt),
    )


def _summary(address: str, port: int, others: Contrast) -> Prose:
    if not others.answering:
        return say(
            "A firewall on {address} swallows what is sent to it, on {port} as on other ports.",
            address=address,
            port=port,
        )
    shown = ", ".join(str(other.port) for other in others.answering[:3])
    return say(
        "{address} is up and answers on {others}, but swallows what is sent to {port}: its firewall drops it.",
        address=address,
        others=shown,
        port=port,
    )


def _ignored(address: str, port: int) -> Prose:
    return say(
        "Nothing comes back from udp/{port} of {address}: its firewall drops it, or the program there ignores a "
        "datagram that it does not understand.",
        port=port,
        address=address,
    )


def _let_pass(transport: str, port: int) -> Fix:
    """Which firewall runs there is not known from here; this shows the rule, whichever wrote it."""
    return Fix(
        where="server",
        text=say(
            "Find the rule that drops {transport}/{port} there, and let it pass:", transport=transport, port=port
        ),
        commands=(f"nft list ruleset | grep -nE 'drop|{port}'", f"iptables-save | grep -nE 'DROP|{port}'"),
    )


SCENARIO = Scenario(
    name="drops-one-port",
    hosts=(
        client(),
        router(),
        server(
            nft="table inet f { chain in { type filter hook input priority 0; tcp dport 8080 drop; }\n}\n",
            daemons=(http_server("0.0.0.0", 8080),),
        ),
    ),
    target="tcp://10.20.0.5:8080",
    client_alone=Expected(verdict="server-firewall-drops", certainty="likely"),
)

NEAR_MISSES = (
    Scenario(
        name="drops-another-port",
        hosts=(
            client(),
            router(),
            server(
                nft="table inet f { chain in { type filter hook input priority 0; tcp dport 8081 drop; }\n}\n",
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="server-firewall-drops",
    title=say("The server's own firewall swallows the packets"),
    symptoms=SILENCE,
    look_alikes=frozenset({"host-down", "firewall-drops-on-path", "private-address-unreachable"}),
    needs=AROUND_SILENCE,
    judge=judge,
    scenario=SCENARIO,
    near_misses=NEAR_MISSES,
)
