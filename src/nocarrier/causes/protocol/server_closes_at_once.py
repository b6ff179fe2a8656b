"""The server ends every connection at once, without a word

What it is
----------
A program takes the connection and ends it before a byte was said on either side: it lets only certain addresses in, has
reached a limit of its own, has lost what it needs to serve anybody (its back end, its database), or breaks while it begins.

What you see
------------
"Connection reset by peer", "Server closed the connection", "Empty reply from server", "socket hang up", "unexpected EOF";
a plain nc returns at once.

How it is told apart
--------------------
A connection on which nothing is said is ended as well, again and again: so it is not what the client says, and neither TLS,
a PROXY header nor another protocol was waited for. From the client alone, a program without files left to open, a limit and
a device in between look the same; on the server its open files exclude the one, and its socket table shows which side ended
the connection.

What to do
----------
Read the program's own log for that moment; see which addresses it lets in, and whether what it relies on runs.
"""

from __future__ import annotations

from nocarrier.causes._binding import WHAT_HOLDS_IT, program_behind, who
from nocarrier.causes._handshake import ENDED
from nocarrier.causes._listening import WHOSE_ADDRESS, dialled_the_server
from nocarrier.causes._unanswered import AT_THE_PROGRAM, all_seen, listener, look_at_the_program, unanswered, workers
from nocarrier.facts.endings import Endings
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.openings import Openings
from nocarrier.facts.upgrades import Upgrades
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent, on_client, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, python_server, router, server
from nocarrier.model.shell import quoted
from nocarrier.model.target import endpoint

RELAYS = frozenset({
    "haproxy", "nginx", "docker-proxy", "rootlessport", "conmon", "pasta", "socat", "rinetd", "redir", "xinetd", "inetd",
    "systemd", "ssh", "sshd", "stunnel", "stunnel4", "envoy", "traefik", "kube-proxy", "tcpd", "php",
})  # fmt: skip
"""Programs that mostly pass connections on, by their short names: what ends one may stand behind them. PHP's among them is
GatewayWorker, which does so while no BusinessWorker is there."""


def judge(case: Case) -> Judgement:
    """Ended while nothing was said, each time."""
    exchange, upgrades = case.seen(Exchange), case.seen(Upgrades)
    if exchange is None or upgrades is None or not exchange.facts.hung_up:
        return Silent()
    mute = upgrades.facts.of("mute")
    if not mute:
        return Silent()
    if not all(tried.hung_up for tried in mute):
        return _only_when_spoken_to(case, exchange, upgrades)
    openings = case.seen(Openings)
    if openings is not None and openings.facts.spoken is not None:
        # To a client of TLS each of its connections began with a hello, also those on which nothing more was said.
        return RuledOut((openings,), say("the server answers where another protocol is spoken"))
    sure = _nothing_else(case, exchange)
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=_summary(case, exchange),
        because=(exchange, upgrades, *sure),
        fixes=(_look(case, exchange),),
        decided_by=() if sure else _deciders(case),
    )


def _only_when_spoken_to(case: Case, exchange: Evidence[Exchange], upgrades: Evidence[Upgrades]) -> Judgement:
    """A connection without a word stands; so it is for what was said."""
    return RuledOut((upgrades,), say("a connection on which nothing is said stands"))


def _nothing_else(case: Case, exchange: Evidence[Exchange]) -> tuple[Evidence[Any], ...]:
    """What excludes, on the server's side, the lack of files, a device in between, and another program behind; empty where
    that is not known."""
    found = unanswered(case)
    address, port = exchange.facts.address, exchange.facts.port
    there = listener(case, address, port)
    if found is None or found.acceptance is None or there is None or there.program is None:
        return ()
    working = workers(case)
    ending = case.seen(Endings, Where.SERVER)
    roomy = all(
        seen.facts.open is not None and (seen.facts.soft is None or seen.facts.open + 1 < seen.facts.soft)
        for seen in working
    )
    if not working or not roomy or not all_seen(case, found) or found.acceptance.facts.machine_full is not False:
        return ()
    if ending is None or not ending.facts.all_of_them or dialled_the_server(case, address) is not True:
        return ()
    held = program_behind(case, there)
    kind = held.known if held else None
    names = {there.program.name, kind.slug if kind else ""}
    return () if names & RELAYS or (kind is not None and kind.forwards) else (found.acceptance, ending, working[0])


def _summary(case: Case, exchange: Evidence[Exchange]) -> Prose:
    address, port = exchange.facts.address, exchange.facts.port
    there = listener(case, address, port)
    name = who(case, there) if there is not None else ""
    if name:
        return say(
            "{program} takes every connection to {there} and ends it at once, whatever is said.",
            program=name,
            there=endpoint(address, port),
        )
    return say(
        "{there} takes every connection and ends it at once, even where nothing is said.",
        there=endpoint(address, port),
    )


def _look(case: Case, exchange: Evidence[Exchange]) -> Fix:
    there = listener(case, exchange.facts.address, exchange.facts.port)
    held = program_behind(case, there) if there is not None else None
    if held is not None and held.unit:
        commands: tuple[str, ...] = (f"journalctl -u {quoted(held.unit)} -n 30 --no-pager",)
    elif there is not None and there.program is not None:
        pid = there.program.pid
        commands = (
            f"ls -l /proc/{pid}/fd/1 /proc/{pid}/fd/2",
            f"timeout 5 strace -f -p {pid} -e trace=network,openat",
        )
    else:
        commands = (f"ss -tlnp 'sport = :{exchange.facts.port}'",)
    return Fix(
        where="server",
        text=say("Read why the program ends it, in its own log: which addresses it lets in, and what it relies on:"),
        commands=commands,
    )


def _deciders(case: Case) -> Any:
    found = unanswered(case)
    return look_at_the_program(case, found) if found is not None else ()


ENDS_ALL = """\
import socket
server = socket.create_server(("0.0.0.0", 8080))
while True:
    connection, _ = server.accept()
    connection.close()
"""

ALLOWED_ONLY = """\
import http.server

class Strict(http.server.ThreadingHTTPServer):
    def verify_request(self, request, address):
        return address[0].startswith(("127.", "192.168."))

Strict(("0.0.0.0", 8080), http.server.SimpleHTTPRequestHandler).serve_forever()
"""

RESETS = """\
import socket, struct
server = socket.create_server(("0.0.0.0", 8080))
while True:
    connection, _ = server.accept()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
"""


def _at(name: str, program: str, target: str, both_ends: str = "proven") -> Scenario:
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=(python_server(program),))),
        target=target,
        both_ends=Expected(verdict="server-closes-at-once", certainty=both_ends),
        client_alone=Expected(verdict="server-closes-at-once", certainty="likely"),
    )


SCENARIO = _at("ends-every-connection", ENDS_ALL, "ws://10.20.0.5:8080/live")

VARIANTS = (
    _at("lets-its-own-network-in", ALLOWED_ONLY, "http://10.20.0.5:8080"),
    _at("resets", RESETS, "ssh://10.20.0.5:8080", "likely"),
)

NEAR_MISSES = (
    Scenario(
        name="one-in-two",
        hosts=(
            client(),
            router(),
            server(
                daemons=(
                    python_server(
                        "import http.server\n"
                        "class Server(http.server.ThreadingHTTPServer):\n"
                        "    count = 0\n"
                        "    def verify_request(self, request, address):\n"
                        "        self.count += 1\n"
                        "        return self.count > 1\n"
                        "Server(('0.0.0.0', 8080), http.server.SimpleHTTPRequestHandler).serve_forever()\n"
                    ),
                )
            ),
        ),
        target="http://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="server-closes-at-once",
    title=say("The server ends every connection at once, without a word"),
    symptoms=ENDED,
    look_alikes=frozenset({"server-out-of-files", "connection-limited", "process-hung", "server-crashes-on-request"}),
    needs=(
        *on_client(Exchange, Openings, Upgrades),
        *on_server(Endings),
        *AT_THE_PROGRAM,
        *WHAT_HOLDS_IT,
        *WHOSE_ADDRESS,
    ),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
