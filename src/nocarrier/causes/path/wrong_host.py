"""The address belongs to another machine than the one that was meant

What it is
----------
An address was typed or configured, and it is not the server's: a digit is wrong, the server has moved, or the
address means the client itself (127.0.0.1) while the server is another machine.

What you see
------------
Refused at once where some other machine lives at the address, unreachable or timed out where nobody does.

How it is told apart
--------------------
The server's own list of addresses does not hold the dialled one, and one that it does hold takes the connection.
A forwarded port or NAT in between could also explain an address that the server does not have.

What to do
----------
Dial one of the server's own addresses.
"""

from __future__ import annotations

from nocarrier.causes._arrival import WATCHED, ends
from nocarrier.causes._misdirected import SYMPTOMS, WHOSE, Clue, by_server, in_question, unexpected
from nocarrier.causes._name_lab import shop
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.other_addresses import OtherAddresses
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Cause, Certainty, Decider, Fix, Found, Judgement, RuledOut, Silent
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, router
from nocarrier.model.shell import call


def judge(case: Case) -> Judgement:
    """The address was given as such, and the server does not have it."""
    lookup = case.seen(Lookup)
    if lookup is None or not lookup.facts.addresses or not _address_was_meant(case, lookup.facts):
        return Silent()
    there = ends(case, in_question(case, lookup.facts)).arrived
    if there is not None:
        return RuledOut((there,), say("what is sent to it does arrive at the server"))
    clue = by_server(case, lookup)
    if isinstance(clue, RuledOut):
        return clue
    if clue is None:
        return _from_here(case, lookup)
    address = in_question(case, lookup.facts)
    proven = clue.certainty is Certainty.PROVEN
    return Found(
        certainty=clue.certainty,
        summary=_summary(case, address, clue),
        because=clue.because,
        fixes=tuple(_dial(case, right) for right in clue.right[:2]),
        decided_by=() if proven else _whose(address),
    )


def _address_was_meant(case: Case, lookup: Lookup) -> bool:
    """An address was typed, or localhost was, or the name has exactly the address that it is meant to have."""
    if lookup.literal or lookup.name.removesuffix(".") == "localhost":
        return True
    return bool(case.expected_addresses) and not unexpected(case, lookup)


def _from_here(case: Case, lookup: Evidence[Lookup]) -> Judgement:
    """Without the server's side: an address one digit away takes connections on that port."""
    other = case.seen(OtherAddresses)
    near = other.facts.connecting("near") if other is not None else ()
    if other is None or not near or case.target.port is None:
        return Silent()
    address = in_question(case, lookup.facts)
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=say(
            "{near} takes connections on {port}; {address} may be a slip for it.",
            near=near[0],
            port=case.target.port,
            address=address,
        ),
        because=(lookup, other),
        fixes=(_dial(case, near[0]),),
        decided_by=(
            Decider(
                question=say("Is {near} the server that was meant?", near=near[0]),
                command=call(case.target.at(host=near[0])),
            ),
        ),
    )


def _summary(case: Case, address: str, clue: Clue) -> Prose:
    server = case.seen(Interfaces, Where.SERVER)
    own = [each for each in server.facts.addresses if not each.startswith(("127.", "fe80:"))] if server else []
    known = ", ".join([*clue.right, *(each for each in own if each != "::1" and each not in clue.right)][:3])
    if not known:
        return say("{address} is not the server's address: it has none but those of loopback.", address=address)
    return say("{address} is not the server's address. The server has {own}.", address=address, own=known)


def _dial(case: Case, right: str) -> Fix:
    return Fix(
        where="client",
        text=say("Dial {address}, which takes connections on {port}.", address=right, port=case.target.port or 0),
        commands=(call(case.target.at(host=right)),),
    )


def _whose(address: str) -> tuple[Decider, ...]:
    return (
        Decider(
            question=say(
                "Is {address} translated to the server on the way: on which machine is it?", address=address
            ),
            command=f"ip address show to {address}",
        ),
    )


SCENARIO = Scenario(
    name="the-router-in-its-place",
    hosts=(client(), router(), shop()),
    target="http://10.20.0.1:8080",
    both_ends=Expected(verdict="wrong-host", certainty="proven"),
    client_alone=Expected(verdict="server-not-listening", certainty="possible"),
)

VARIANTS = (
    Scenario(
        name="localhost-is-the-client",
        hosts=(client(), router(), shop()),
        target="http://localhost:8080",
        both_ends=Expected(verdict="wrong-host", certainty="proven"),
    ),
    Scenario(
        name="nobody-lives-there",
        hosts=(client(), router(), shop()),
        target="http://10.20.0.15:8080",
        both_ends=Expected(verdict="wrong-host", certainty="proven"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="a-forwarded-port-nobody-behind-it",
        hosts=(
            client(),
            router(
                nft="table ip forwarding {\nchain in {\ntype nat hook prerouting priority -100\n"
                "ip daddr 10.10.0.1 tcp dport 8080 dnat to 10.20.0.5:8080\n}\n}\n",
            ),
            shop(9999),
        ),
        target="http://10.10.0.1:8080",
        both_ends=Expected(verdict="server-not-listening", certainty="likely"),
    ),
    Scenario(
        name="a-forwarded-port",
        hosts=(
            client(),
            router(
                nft="table ip forwarding {\nchain in {\ntype nat hook prerouting priority -100\n"
                "ip daddr 10.10.0.1 tcp dport 8080 dnat to 10.20.0.5:8080\n}\n}\n",
            ),
            shop(),
        ),
        target="http://10.10.0.1:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="right-address-nobody-listens",
        hosts=(client(), router(), shop(9999)),
        target="http://10.20.0.5:8080",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
    ),
)

CAUSE = Cause(
    slug="wrong-host",
    title=say("The address belongs to another machine than the one that was meant"),
    symptoms=SYMPTOMS,
    look_alikes=frozenset(
        {
            "hosts-file-override",
            "dns-wrong-address",
            "search-domain-surprise",
            "server-not-listening",
        }
    ),
    needs=(*WHOSE, *WATCHED),
    presumes=frozenset({"elsewhere"}),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    # A container has addresses of its own: those of the machine around it are not its, and yet the right ones.
    yields_to=frozenset({"container-port-not-published", "localhost-inside-container", "cdn-in-front"}),
    misdirects=True,
)
