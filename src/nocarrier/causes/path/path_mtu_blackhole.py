"""Full-size packets vanish on the way, and nobody is told

What it is
----------
A link between server and client takes smaller packets than the links beside it: a tunnel, PPPoE, a VPN, an overlay
network. The router in front of it cannot pass the server's full-size packets on, and the ICMP message with which it says
so never reaches the server: a firewall drops it. The server repeats the same packet, in vain.

What you see
------------
The connection is made at once, small answers work, and larger ones hang: a page that never comes, a TLS handshake that
stalls after ClientHello, a database that answers short queries only. In the end a time-out.

How it is told apart
--------------------
The same request over connections that announce smaller segments (the MSS of the SYN) is answered; over those that
announce what the link takes it is not. A program that hangs, or a server that is slow, answers neither. Where the ICMP
message arrives, the server sends smaller packets by itself, and nothing is lost.

What to do
----------
Let the router set the MSS of connections to what the narrow link takes, or tell the route on one of the ends; and let
ICMP "fragmentation needed" (ICMPv6 "packet too big") pass.
"""

from __future__ import annotations

from nocarrier.causes._silence import route_to
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.path_mtu import PathMtu
from nocarrier.facts.route import Route
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent, Symptom, on_client
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.model.scenario import Daemon, Expected, Host, Scenario, client, python_server, router, server
from nocarrier.model.shell import quoted
from nocarrier.model.target import endpoint


def judge(case: Case) -> Judgement:
    """The answer comes in small segments and not in full-size ones."""
    sizes = case.seen(PathMtu)
    silence = next((seen for seen in case.every(Exchange) if seen.facts.silent), None)
    if sizes is None or silence is None or sizes.facts.address != silence.facts.address:
        return Silent()
    if sizes.facts.none_answered:
        return RuledOut((sizes,), say("smaller segments bring no answer either"))
    if not sizes.facts.hole:
        return Silent()
    facts = sizes.facts
    return Found(
        certainty=Certainty.PROVEN,
        summary=say(
            "Packets of {lost} bytes from {there} vanish on the way, and nobody tells the server; those of up to {mtu} bytes"
            " come through, and its answer with them.",
            there=endpoint(facts.address, facts.port),
            lost=facts.lost or 1500,
            mtu=facts.mtu,
        ),
        because=(silence, sizes),
        fixes=(*_on_the_client(facts, route_to(case, facts.address)), _on_the_server(facts), _on_the_router(facts)),
    )


def _on_the_client(facts: PathMtu, route: Evidence[Route] | None) -> tuple[Fix, ...]:
    """Only this destination's route, and gone with the next start: the narrow link itself is mended elsewhere."""
    if route is None or not route.facts.device:
        return ()
    via = f" via {route.facts.gateway}" if route.facts.gateway else ""
    ip = "ip -6" if facts.version == 6 else "ip"
    bare = facts.address.partition("%")[0]
    return (
        Fix(
            where="client",
            text=say(
                "From this client alone, at once: a route to {address} for packets of {mtu} bytes:",
                address=bare,
                mtu=facts.mtu,
            ),
            commands=(
                f"{ip} route replace {bare}{via} dev {quoted(route.facts.device)} mtu {facts.mtu} advmss {facts.largest}",
            ),
            risk=say("It lasts until the network is set up anew, and helps this client only."),
        ),
    )


def _on_the_server(facts: PathMtu) -> Fix:
    return Fix(
        where="server",
        text=say("Or for all clients: let the server find the size out by itself when packets vanish (RFC 4821):"),
        commands=("sysctl -w net.ipv4.tcp_mtu_probing=1",),
        risk=say("Connections into the hole still stall for a few seconds; to keep it, write it to /etc/sysctl.d."),
    )


def _on_the_router(facts: PathMtu) -> Fix:
    """Each of the two mends it; the message is the better one, for it helps UDP as well."""
    message = (
        "icmpv6 type packet-too-big"
        if facts.version == 6
        else "icmp type destination-unreachable icmp code frag-needed"
    )
    return Fix(
        where="network",
        text=say(
            "On the router in front of the narrow link: let {message} pass the rules that drop it, and set the segments of"
            " connections to what the link takes ({largest} bytes):",
            message=message,
            largest=facts.largest,
        ),
        commands=(
            "nft add table inet mss",
            "nft 'add chain inet mss forward { type filter hook forward priority mangle; }'",
            f"nft add rule inet mss forward tcp flags syn tcp option maxseg size gt {facts.largest}"
            f" tcp option maxseg size set {facts.largest}",
        ),
    )


_SERVE = """\
import contextlib, socket, threading, time
answer = b"HTTP/1.1 200 OK\\r\\nContent-Length: 9000\\r\\nConnection: close\\r\\n\\r\\n" + b"x" * 9000
def serve(connection):
    with contextlib.suppress(OSError), connection:
        if connection.recv(4096):
            {before}connection.sendall(answer)
listener = socket.create_server(("::", 8080), family=socket.AF_INET6, dualstack_ipv6=True, backlog=64)
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],)).start()
"""


def _answering(before: str = "") -> Daemon:
    """A server that sends head and body of its answer in one go, as web servers do."""
    return python_server(_SERVE.replace("{before}", before))


def _narrow(mtu: int, *, silent: bool = True) -> Host:
    """A router whose link toward the client takes packets of ``mtu`` bytes; ``silent``: its word about it is dropped."""
    rules = "icmp type destination-unreachable drop\nicmpv6 type packet-too-big drop\n" if silent else ""
    return router(
        nft=f"table inet f {{\nchain o {{\ntype filter hook output priority 0\n{rules}}}\n}}\n",
        commands=(("ip", "link", "set", "eth0", "mtu", str(mtu)),),
    )


def _through(
    name: str, narrow: Host, target: str = "http://10.20.0.5:8080/", serving: Daemon | None = None
) -> Scenario:
    proven = Expected(verdict="path-mtu-blackhole", certainty="proven")
    return Scenario(
        name=name,
        hosts=(client(), narrow, server(daemons=(serving or _answering(),))),
        target=target,
        both_ends=proven,
        client_alone=proven,
    )


SCENARIO = _through("icmp-dropped", _narrow(1300))

VARIANTS = (_through("pppoe", _narrow(1492)), _through("over-ipv6", _narrow(1380), target="http://[fd20::5]:8080/"))

_CONNECTS = Expected(verdict="", outcome="connected")
_SLOW = Expected(verdict="process-hung", certainty="possible")
NEAR_MISSES = (
    replace(
        _through("slow-answer", router(), serving=_answering("time.sleep(9); ")), both_ends=_SLOW, client_alone=_SLOW
    ),
    replace(_through("the-router-says-so", _narrow(1300, silent=False)), both_ends=_CONNECTS, client_alone=_CONNECTS),
)

CAUSE = Cause(
    slug="path-mtu-blackhole",
    title=say("Full-size packets vanish on the way, and nobody is told"),
    symptoms=frozenset({Symptom.NO_ANSWER}),
    look_alikes=frozenset({"process-hung"}),
    needs=on_client(Exchange, PathMtu, Route),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
