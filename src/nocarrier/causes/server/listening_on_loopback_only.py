"""The program listens for its own machine only

What it is
----------
The program is bound to a loopback address (127.0.0.1 or ::1). Only clients on the same machine reach it there; to
everybody else the port is closed.

What you see
------------
"Connection refused" from another machine, while the same client on the server itself connects to localhost.

How it is told apart
--------------------
The server's table of listeners shows the port bound to 127.0.0.0/8 or ::1 and to nothing else. Without a look at
the server it cannot be told from a program that does not run.

What to do
----------
Bind the program to 0.0.0.0 (every IPv4 address) or [::] (IPv6, and mostly IPv4 too), or to the one address that
clients use, and restart it. Then a firewall decides who may reach it; before, nobody could.
"""

from __future__ import annotations

from nocarrier.causes._binding import WHAT_HOLDS_IT, dial, listen_everywhere, who
from nocarrier.causes._listening import (
    WHOSE_ADDRESS,
    Meeting,
    Refusal,
    another_row,
    judged,
    perhaps,
    refusal,
)
from nocarrier.causes._sent_on import SentOn, sent_on
from nocarrier.causes._workerman_if_any import inner_door
from nocarrier.causes._workerman_lab import ANSWERING, GATEWAY, gateway_worker, workerman
from nocarrier.facts.containers import Containers
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.private import is_loopback
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Found, Judgement, Silent, Symptom, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, http_server, router, server
from nocarrier.model.target import endpoint


def judge(case: Case) -> Judgement:
    """A reset, and on the port only listeners that are bound to loopback."""
    refused = refusal(case)
    if refused is None:
        return Silent()
    moved = sent_on(case, refused)
    if moved is not None:
        return _where_it_is_sent(case, refused, moved)
    if refused.listeners is None:
        if is_loopback(refused.address):
            return Silent()
        return perhaps(
            case, refused, say("A program runs on {port}, but for its own machine only.", port=refused.port)
        )
    if refused.met is not Meeting.LOOPBACK_ONLY:
        return another_row(refused)
    if inner_door(case) is not None:
        return Silent()  # clients are served on another port, wherever this one is bound
    bind = listen_everywhere(case, refused.nearest, refused.attempt.facts.family)
    # A client on the machine itself needs no program that the whole network reaches.
    fixes = (dial(case, refused.nearest.bare), bind) if is_loopback(refused.address) else (bind,)
    return judged(case, refused, _summary(case, refused), fixes)


def _where_it_is_sent(case: Case, refused: Refusal, moved: SentOn) -> Judgement:
    """A rule of the server sends the connection on, and what listens there takes it from its own machine only."""
    if not moved.listeners or not all(listener.loopback for listener in moved.listeners):
        return Silent()
    bound = ", ".join(endpoint(listener.address, listener.port) for listener in moved.listeners)
    where = say("the container {name}", name=moved.container.name) if moved.container else refused.address
    return Found(
        certainty=Certainty.PROVEN,
        summary=say(
            "What comes for {port} of {address} is sent on to {there}, and the program there ({where}) listens on "
            "{bound} only.",
            port=refused.port,
            address=refused.address,
            there=moved.there,
            where=where,
            bound=bound,
        ),
        because=(refused.attempt, *moved.because),
        fixes=(listen_everywhere(case, moved.listeners[0], refused.attempt.facts.family),),
    )


def _summary(case: Case, refused: Refusal) -> Prose:
    program = who(case, refused.nearest)
    if is_loopback(refused.address):
        if program:
            return say(
                "{program} listens on {there} only, and {address} is another address.",
                program=program,
                there=refused.shown,
                address=refused.address,
            )
        return say(
            "The program listens on {there} only, and {address} is another address.",
            there=refused.shown,
            address=refused.address,
        )
    if program:
        return say(
            "{program} listens on {there} only. Clients on other machines cannot reach it.",
            program=program,
            there=refused.shown,
        )
    return say("The program listens on {there} only. Clients on other machines cannot reach it.", there=refused.shown)


SCENARIO = Scenario(
    name="bound-to-loopback",
    hosts=(client(), router(), server(daemons=(http_server("127.0.0.1", 8080),))),
    target="tcp://10.20.0.5:8080",
    both_ends=Expected(verdict="listening-on-loopback-only", certainty="proven"),
    client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    confined=Scenario(
        name="bound-to-loopback-confined",
        hosts=(client(daemons=(http_server("127.0.0.1", 8080),)),),
        target="tcp://127.0.0.2:8080",
        both_ends=Expected(verdict="listening-on-loopback-only", certainty="proven"),
        server="client",
    ),
)


def _through(name: str, daemon: Daemon, target: str) -> Scenario:
    """The same fault with another program, which has its address in another place."""
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=(daemon,))),
        target=target,
        both_ends=Expected(verdict="listening-on-loopback-only", certainty="proven"),
    )


NGINX = """\
error_log stderr;
pid {dir}/nginx.pid;
events {}
http {
  access_log off;
  server {
    listen 127.0.0.1:8088;
    return 204;
  }
}
"""

WORKERMAN = f"""\
$worker = new Worker('websocket://127.0.0.1:2345');
$worker->count = 2;
{ANSWERING}"""

BY_CONSTANTS = f"""\
define('HOST', '127.0.0.1');
$port = 2347;
$worker = new Worker('websocket://' . HOST . ":$port");
$worker->reusePort = true;
{ANSWERING}"""

VARIANTS = (
    Scenario(
        name="redirected",
        hosts=(
            client(),
            router(),
            server(
                nft="table ip n { chain p { type nat hook prerouting priority -100; tcp dport 8080 redirect to :9080; }\n}\n",
                daemons=(http_server("127.0.0.1", 9080),),
            ),
        ),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="listening-on-loopback-only", certainty="proven"),
    ),
    _through(
        "redis",
        Daemon(
            argv=("redis-server", "--port", "7379", "--bind", "127.0.0.1", "--save", "", "--dir", "{dir}"),
            ready="tcp:7379",
            package="redis-server",
        ),
        "redis://10.20.0.5:7379",
    ),
    _through(
        "nginx",
        Daemon(
            argv=("nginx", "-c", "{dir}/nginx.conf", "-g", "daemon off;"),
            files={"nginx.conf": NGINX},
            ready="tcp:8088",
            package="nginx-light",
        ),
        "http://10.20.0.5:8088",
    ),
    _through(
        "php-built-in",
        Daemon(argv=("php", "-S", "localhost:8090", "-t", "{dir}"), ready="tcp:8090", package="php-cli"),
        "http://10.20.0.5:8090",
    ),
    _through("workerman-4", workerman(4, WORKERMAN, 2345), "ws://10.20.0.5:2345/chat"),
    _through("workerman-5", workerman(5, BY_CONSTANTS, 2347, user="nobody"), "ws://10.20.0.5:2347/chat"),
    _through(
        "gatewayworker",
        gateway_worker(gateway=GATEWAY.replace("0.0.0.0", "127.0.0.1")),
        "ws://10.20.0.5:7272",
    ),
)

NEAR_MISSES = (
    Scenario(
        name="bound-to-everything",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="listening-on-loopback-only",
    title=say("The program listens for its own machine only"),
    symptoms=frozenset({Symptom.REFUSED}),
    look_alikes=frozenset(
        {
            "container-port-not-published",
            "server-not-listening",
            "wrong-port",
            "listening-on-other-address",
            "wrong-address-family",
        }
    ),
    needs=(*on_server(Listeners, Containers), *WHOSE_ADDRESS, *WHAT_HOLDS_IT),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"container-port-not-published"}),
)
