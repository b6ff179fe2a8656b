"""The service listens on another port

What it is
----------
The program that was meant runs and takes connections, but on another port than the one that was dialled: a digit
slipped, a default was assumed, or the number in the client's settings is an old one.

What you see
------------
"Connection refused" at once on the dialled port, while another port of the same machine takes connections. Or something
else answers there: a web page where a WebSocket was meant ("Unexpected response code: 200"), another service's greeting.

How it is told apart
--------------------
Near numbers, slips of a digit and the usual ports of the scheme are dialled too, and what takes a connection there is
listened to, or asked one harmless question of the target's protocol. A port that answers in it is likely the one that
was meant; one that is merely open is a hint. On the server's side the same is seen from within: nothing on the dialled
port, and exactly one program of that kind elsewhere. Two programs side by side, one of which does not run, look the
same: so a neighbouring number, a number that the server's configuration names, and a kind of program of which a
machine often has several (web servers) are never proof.

What to do
----------
Dial the port on which the service listens, and correct the number where the client has it from. Or make the service
listen where its clients look for it.
"""

from __future__ import annotations

import re

from nocarrier.causes._listening import (
    Meeting,
    Refusal,
    another_row,
    bound,
    certainty,
    deciders,
    dialled_the_server,
    look_at_the_server,
    refusal,
    resting_on,
)
from nocarrier.causes._other_port import OTHER_PORTS, OtherPort, other_port
from nocarrier.causes._workerman_if_any import WORKERMAN, inner_door, listen_there
from nocarrier.causes._workerman_lab import ANSWERING, GATEWAY, REGISTER, gateway_worker, workerman
from nocarrier.causes._ws_lab import PYTHON_WEBSOCKETS, websockets_server
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.neighbourhood import Neighbourhood
from nocarrier.facts.services import PROTOCOL, SHOWN
from nocarrier.facts.upgrades import Upgrades
from nocarrier.model.annotations import TYPE_CHECKING, Any
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
    Symptom,
    on_client,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import call

if TYPE_CHECKING:
    from nocarrier.causes._workerman import InnerDoor

NO_OTHER_DOOR = frozenset({*range(300, 400), 401, 403, 407, 421, 426, 429, 502, 503, 504, 505})
"""Answers of a server that does know what was asked for and minds who asks, or how; or of one that passes it on to
another."""


OF_WEBSOCKET = re.compile(r"(?i)websocket|upgrade|sub-?protocol|\borigin\b")
"What an answer speaks of that knows what was wanted."


def judge(case: Case) -> Judgement:
    """A reset here, and what was meant takes connections there."""
    refused = refusal(case)
    if refused is None:
        return _another_door(case)
    door = inner_door(case) if refused.listeners is not None else None
    if door is not None:
        return _inside(case, refused, door)
    if refused.listeners is not None and refused.met is not Meeting.NOBODY:
        return another_row(refused)
    found = other_port(case, refused)
    if found is None:
        return _nowhere(case)
    return Found(
        certainty=found.certainty,
        summary=_summary(refused, found),
        because=found.because,
        fixes=(_dial(case, found.port), *_move(case)),
        decided_by=() if found.certainty is Certainty.PROVEN else _deciders(case, found),
    )


def _another_door(case: Case) -> Judgement:
    """Something answers on the dialled port, but in another protocol than a port beside it."""
    from nocarrier.causes._handshake import failed

    exchange, around, upgrades = case.seen(Exchange), case.seen(Neighbourhood), case.seen(Upgrades)
    wanted = PROTOCOL.get(case.target.scheme, "")
    if exchange is None or exchange.facts.fine or not exchange.facts.connected or wanted in ("", "tls", "http"):
        return Silent()
    door = inner_door(case)
    if door is not None:
        return _answered_inside(case, exchange, door)
    named = upgrades.facts.other_port if upgrades is not None else None
    if named is not None and upgrades is not None:
        return _elsewhere(case, exchange, upgrades, named.port, named.path)
    handshake = failed(case)
    if wanted == "websocket" and (handshake is None or handshake.speaks or handshake.status in NO_OTHER_DOOR):
        return Silent()
    if around is None or not around.facts.speaking:
        return Silent()
    return _elsewhere(case, exchange, around, around.facts.speaking[0], case.target.path)


def _has_its_reasons(exchange: Exchange) -> bool:
    """What answers here may well be the right door, which says why it turns this client away."""
    return exchange.http is not None and bool(OF_WEBSOCKET.search(exchange.http.body))


def _elsewhere(case: Case, exchange: Evidence[Exchange], seen: Evidence[Any], port: int, path: str) -> Judgement:
    """From outside the two doors are two doors: which of them was meant, the numbers do not say."""
    protocol = PROTOCOL.get(case.target.scheme, "")
    where = f"{case.target.at(port=port).removesuffix(case.target.path) if case.target.path else case.target.at(port=port)}{path}"
    return Found(
        certainty=Certainty.POSSIBLE if _has_its_reasons(exchange.facts) else Certainty.LIKELY,
        summary=say(
            "Port {dialled} does not take this client's {protocol}, but port {port} of the same machine does.",
            dialled=exchange.facts.port,
            protocol=SHOWN.get(protocol, protocol),
            port=port,
        ),
        because=(exchange, seen),
        fixes=(
            Fix(
                where="client",
                text=say("Dial port {port}, and correct it where the client has it from.", port=port),
                commands=(call(where),),
            ),
        ),
        decided_by=look_at_the_server(case),
    )


def _inside(case: Case, refused: Refusal, door: InnerDoor) -> Judgement:
    """A port of GatewayWorker's own: where it is bound does not matter, for clients are not served there."""
    sure = certainty(case, refused)
    return _belongs_to_it(case, door, sure, resting_on(case, refused), deciders(case, refused))


def _answered_inside(case: Case, exchange: Evidence[Exchange], door: InnerDoor) -> Judgement:
    """The same, where it takes connections from everywhere: it says or does what no client understands."""
    listeners, interfaces = case.seen(Listeners, Where.SERVER), case.seen(Interfaces, Where.SERVER)
    address = exchange.facts.address
    ours = listeners is not None and listeners.facts.taking(address, exchange.facts.port)
    sure = Certainty.PROVEN if ours and dialled_the_server(case, address) else Certainty.LIKELY
    seen = tuple(one for one in (exchange, listeners, interfaces) if one is not None)
    return _belongs_to_it(case, door, sure, seen, look_at_the_server(case))


def _belongs_to_it(
    case: Case, door: InnerDoor, sure: Certainty, seen: tuple[Evidence[Any], ...], open_: tuple[Decider, ...]
) -> Judgement:
    return Found(
        certainty=sure,
        summary=say(
            "GatewayWorker has {dialled} for itself: {what}. Its clients are served on {port} ({place}).",
            dialled=case.target.port or 0,
            what=door.what,
            port=door.meant,
            place=f"{door.gateway.file.rpartition('/')[2]}:{door.gateway.line}",
        ),
        because=(*seen, door.seen),
        fixes=(_dial(case, door.meant),),
        decided_by=() if sure is Certainty.PROVEN else open_,
    )


def _nowhere(case: Case) -> Judgement:
    """Nothing hints at another port; that none of them is open is worth a word."""
    around = case.seen(Neighbourhood)
    if around is not None and not around.facts.open:
        return RuledOut(
            (around,), say("{count} ports easily mistaken for it are closed", count=len(around.facts.tried))
        )
    return Silent()


def _summary(refused: Refusal, found: OtherPort) -> Prose:
    dialled, program = refused.port, bound(found.listener) if found.listener else ""
    if program and found.certainty is not Certainty.POSSIBLE:
        return say(
            "Nothing listens on {dialled}; {program} takes connections on {port}.",
            dialled=dialled,
            program=program,
            port=found.port,
        )
    if found.protocol:
        return say(
            "Nobody answers on {dialled}, but port {port} of the same machine speaks {protocol}.",
            dialled=dialled,
            port=found.port,
            protocol=SHOWN.get(found.protocol, found.protocol),
        )
    return say(
        "The service may be on port {port}: it takes connections, and its number is easily taken for {dialled}.",
        dialled=dialled,
        port=found.port,
    )


def _dial(case: Case, port: int) -> Fix:
    return Fix(
        where="client",
        text=say("Dial port {port}, and correct it where the client has it from.", port=port),
        commands=(call(case.target.at(port=port)),),
    )


def _move(case: Case) -> tuple[Fix, ...]:
    """The line of the server's own program text, where that is a Workerman."""
    fix = listen_there(case)
    return (fix,) if fix is not None else ()


def _deciders(case: Case, found: OtherPort) -> tuple[Decider, ...]:
    """From the client alone a look at the server; with that, only who runs the server knows what was meant."""
    if found.listener is None:
        return look_at_the_server(case)
    port = case.target.port or 0
    return (
        Decider(
            question=say("Is a program of that machine meant to listen on {port}?", port=port),
            command=f"grep -rnw {port} /etc /opt /srv",
        ),
    )


_REDIS = Daemon(
    argv=(
        "redis-server",
        "--port",
        "7391",
        "--bind",
        "0.0.0.0",
        "--protected-mode",
        "no",
        "--save",
        "",
        "--dir",
        "{dir}",
    ),
    ready="tcp:7391",
    package="redis-server",
)

_WORKER = f"const PORT = 2354;\n$worker = new Worker('websocket://0.0.0.0:' . PORT);\n{ANSWERING}"

SCENARIO = Scenario(
    name="redis-digits-swapped",
    hosts=(client(), router(), server(daemons=(_REDIS,))),
    target="redis://10.20.0.5:7931",
    both_ends=Expected(verdict="wrong-port", certainty="proven"),
    client_alone=Expected(verdict="wrong-port", certainty="likely"),
)

VARIANTS = (
    Scenario(
        name="digits-swapped",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 4791),))),
        target="http://10.20.0.5:4971",
        both_ends=Expected(verdict="wrong-port", certainty="likely"),
        client_alone=Expected(verdict="wrong-port", certainty="likely"),
    ),
    Scenario(
        name="a-page-where-a-socket-was-meant",
        hosts=(
            client(),
            router(),
            server(daemons=(http_server("0.0.0.0", 8080), websockets_server("", 8282)), packages=PYTHON_WEBSOCKETS),
        ),
        target="ws://10.20.0.5:8080/live",
        both_ends=Expected(verdict="wrong-port", certainty="likely"),
        client_alone=Expected(verdict="wrong-port", certainty="likely"),
    ),
    Scenario(
        name="workerman-digits-swapped",
        hosts=(client(), router(), server(daemons=(workerman(5, _WORKER, 2354),))),
        target="ws://10.20.0.5:2534/chat",
        both_ends=Expected(verdict="wrong-port", certainty="likely"),
        client_alone=Expected(verdict="wrong-port", certainty="likely"),
    ),
    Scenario(
        name="gatewayworker-internal-port",
        hosts=(client(), router(), server(daemons=(gateway_worker(),))),
        target="ws://10.20.0.5:2900/chat",
        both_ends=Expected(verdict="wrong-port", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    Scenario(
        name="gatewayworker-register",
        hosts=(client(), router(), server(daemons=(gateway_worker(4),))),
        target="ws://10.20.0.5:1236",
        both_ends=Expected(verdict="wrong-port", certainty="proven"),
    ),
    Scenario(
        name="gatewayworker-register-for-all",
        hosts=(
            client(),
            router(),
            server(daemons=(gateway_worker(register=REGISTER.replace("127.0.0.1", "0.0.0.0")),)),
        ),
        target="ws://10.20.0.5:1236/chat",
        both_ends=Expected(verdict="wrong-port", certainty="proven"),
        client_alone=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
    ),
    Scenario(
        name="gatewayworker-internal-port-for-all",
        hosts=(
            client(),
            router(),
            server(daemons=(gateway_worker(gateway=GATEWAY.replace("127.0.0.1'", "10.20.0.5'", 1)),)),
        ),
        target="ws://10.20.0.5:2901",
        both_ends=Expected(verdict="wrong-port", certainty="proven"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="next-port",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="http://10.20.0.5:8081",
        both_ends=Expected(verdict="wrong-port", certainty="likely"),
        client_alone=Expected(verdict="wrong-port", certainty="likely"),
    ),
    Scenario(
        name="next-port-of-unknown-protocol",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="tcp://10.20.0.5:8081",
        both_ends=Expected(verdict="wrong-port", certainty="likely"),
        client_alone=Expected(verdict="wrong-port", certainty="possible"),
    ),
    Scenario(
        name="redis-beside",
        hosts=(client(), router(), server(daemons=(_REDIS,))),
        target="redis://10.20.0.5:7392",
        both_ends=Expected(verdict="wrong-port", certainty="likely"),
        client_alone=Expected(verdict="wrong-port", certainty="likely"),
    ),
    Scenario(
        name="only-another-protocol-beside",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 7392),))),
        target="redis://10.20.0.5:7391",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    Scenario(
        name="some-web-server-far-off",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="http://10.20.0.5:9123",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
)

CAUSE = Cause(
    slug="wrong-port",
    title=say("The service listens on another port"),
    symptoms=frozenset({Symptom.REFUSED, Symptom.PROTOCOL_MISMATCH, Symptom.REJECTED, Symptom.CLOSED, Symptom.RESET}),
    look_alikes=frozenset(
        {
            "container-port-not-published",
            "server-not-listening",
            "listening-on-loopback-only",
            "listening-on-other-address",
            "wrong-address-family",
        }
    ),
    needs=(*OTHER_PORTS, *on_client(Exchange, Upgrades), *WORKERMAN),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"container-port-not-published"}),
)
