"""What stands where a host belongs is no host

What it is
----------
The client was given something that cannot be a host: a whole URL inside another, a port inside the host, the word
that a program prints for an unset value (None, null, undefined), a placeholder from a guide, or an address to
listen on (0.0.0.0, ::) as a destination.

What you see
------------
"Name or service not known", "getaddrinfo ENOTFOUND", or a refusal by the own machine, with a strange host in the
message.

How it is told apart
--------------------
By its form alone: no name of that form can exist, so nothing in the network is involved.

What to do
----------
Correct the target. Where it comes from a setting or an environment variable, look at how that one is put together.
"""

from __future__ import annotations

from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.target_shape import TargetShape
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, Silent, Symptom, on_client
from nocarrier.model.prose import say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import call


def judge(case: Case) -> Judgement:
    """The form was seen to be none."""
    shape = case.seen(TargetShape)
    if shape is None:
        return Silent()
    return Found(
        certainty=Certainty.PROVEN,
        summary=shape.summary,
        because=(shape,),
        fixes=(_correct(case, shape),),
    )


def _correct(case: Case, shape: Evidence[TargetShape]) -> Fix:
    if shape.facts.corrected:
        return Fix(
            where="client",
            text=say("Dial {target}.", target=shape.facts.corrected),
            commands=(call(shape.facts.corrected),),
        )
    zones = _zones(case, shape.facts.host)
    if zones:
        return Fix(
            where="client",
            text=say("Name the interface behind which that machine is, for instance:"),
            commands=tuple(call(case.target.at(host=f"{shape.facts.host}%{zone}")) for zone in zones),
        )
    return Fix(
        where="client",
        text=say(
            "Put the server's name or address in its place; where the client builds the target from a setting, that"
            " one is unset or was never filled in."
        ),
    )


def _zones(case: Case, host: str) -> tuple[str, ...]:
    """The client's own links, any of which a link-local address may be meant on (RFC 4007, section 11)."""
    links = case.seen(Interfaces)
    if links is None or not host.lower().startswith("fe80:"):
        return ()
    return tuple(link.name for link in links.facts.interfaces if link.carrier and link.name != "lo")[:4]


_SERVER = server(daemons=(http_server("0.0.0.0", 8080),))

SCENARIO = Scenario(
    name="unset-host",
    hosts=(client(), router(), _SERVER),
    target="http://None:8080",
    both_ends=Expected(verdict="target-malformed", certainty="proven"),
    client_alone=Expected(verdict="target-malformed", certainty="proven"),
)

VARIANTS = (
    Scenario(
        name="wildcard-as-destination",
        hosts=(client(), router(), _SERVER),
        target="http://0.0.0.0:8080",
        client_alone=Expected(verdict="target-malformed", certainty="proven"),
    ),
    Scenario(
        name="link-local-without-its-link",
        hosts=(client(), router(), _SERVER),
        target="tcp://[fe80::1]:8080",
        client_alone=Expected(verdict="target-malformed", certainty="proven"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="a-host-named-none",
        hosts=(client(files={"hosts": "10.20.0.5 none\n"}), router(), _SERVER),
        target="http://none:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="target-malformed",
    title=say("What stands where a host belongs is no host"),
    symptoms=frozenset({Symptom.NAME_NOT_RESOLVED, Symptom.REFUSED, Symptom.TIMED_OUT, Symptom.UNREACHABLE}),
    look_alikes=frozenset({"name-not-found"}),
    needs=on_client(Interfaces),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
