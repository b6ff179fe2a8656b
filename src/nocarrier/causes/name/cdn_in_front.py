"""The address is an edge of a network that does not carry this port or protocol

What it is
----------
The name leads to an edge of a content delivery network, an accelerator or a hosting platform, which stands in front of
the server. The edge forwards HTTP on a few ports. What is dialled on any other port, or speaks another protocol, never
comes to the server, whatever runs there.

What you see
------------
"Connection timed out" or "connection refused" on the server's port, while the website of the same name works. Or the
connection is made and the edge answers in HTTP, or hangs up, where a database or a shell was expected.

How it is told apart
--------------------
The address lies in a range that the provider publishes, the name is an alias of one of its edges, or the address itself,
asked over plain HTTP, answers with the edge's own headers; and the port is none that such an edge forwards. Where
customers can order other ports (Cloudflare's Spectrum), a filter on the way to one that was ordered looks the same. The
server's own address, which takes the connection, decides it.

What to do
----------
Dial a port that the edge forwards, and let it pass on to the server's port. Or go past the edge: dial the server's own
address, or a name that points at it. `nocarrier edges` lists the edges that are known; `nocarrier edges refresh` fetches
their present ranges.
"""

from __future__ import annotations

from nocarrier.causes._firewall import kept_here
from nocarrier.causes._misdirected import unexpected
from nocarrier.causes._name_lab import asking, nameserver
from nocarrier.causes._symptoms import NOT_CONNECTED, NOT_UNDERSTOOD
from nocarrier.facts.edge import Edge
from nocarrier.facts.edges import Provider
from nocarrier.facts.hosts_file import HostsFile
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.leaving import Leaving
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.other_addresses import OtherAddresses
from nocarrier.facts.packet_fate import PacketFate
from nocarrier.facts.private import private_block
from nocarrier.facts.services import PROTOCOL, SHOWN
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.annotations import Any
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
    on_client,
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Host, Scenario, http_server, router, server
from nocarrier.model.shell import call

OVER_HTTP = frozenset({"http", "websocket", "elasticsearch", "clickhouse", "etcd", "docker"})
"Protocols that are HTTP, or begin as such."
WRAPPED = frozenset({"https", "wss", "tls"})
"Schemes of TLS around HTTP, or around what nobody said."


def judge(case: Case) -> Judgement:
    """An edge was dialled, on a port that it does not forward or in a language that it does not speak."""
    edge = case.seen(Edge)
    attempt = None if edge is None else _attempt(case, edge.facts.address)
    if edge is None or attempt is None:
        return Silent()
    one, port = edge.facts.provider, attempt.facts.port
    own = case.seen(Interfaces, Where.SERVER)
    if case.server_named and own is not None and own.facts.has(edge.facts.address):
        return RuledOut((own,), say("{address} is the server's own", address=edge.facts.address))
    if one.ended:
        return _gone(case, edge, attempt) if not attempt.facts.connected else Silent()
    if attempt.facts.connected:
        return _in_another_language(case, edge, attempt)
    if port in one.forwarded:
        return RuledOut((edge,), say("the edges of {provider} do forward {port}", provider=one.label, port=port))
    certainty, because = _certainty(case, edge, attempt)
    return Found(
        certainty=certainty,
        summary=_summary(case, edge.facts, attempt.facts),
        because=(attempt, edge, *because),
        fixes=_fixes(case, edge.facts, port),
        decided_by=() if certainty is Certainty.PROVEN else _what_decides(case, edge.facts, port),
    )


def _attempt(case: Case, address: str) -> Evidence[TcpAttempt] | None:
    return next((seen for seen in case.every(TcpAttempt) if seen.facts.address == address), None)


def _certainty(
    case: Case, edge: Evidence[Edge], attempt: Evidence[TcpAttempt]
) -> tuple[Certainty, tuple[Evidence[Any], ...]]:
    """How sure it is that the edge is the reason, and what that rests on beside the edge itself.

    Where the ports are the same for every customer, no connection to this port can ever be made there, whatever else
    stands in the way: two signs that deceive in different ways (a list may be old, a name may be overridden, a header may
    be passed on) prove it. Elsewhere a RST from the edge, and the server that was meant taking the connection, do; or
    that the user expects another address.
    """
    facts = edge.facts
    if _another_reason(case, attempt):
        return Certainty.POSSIBLE, ()
    if private_block(facts.address):
        # No edge has such an address to the outside: a nameserver of one's own leads there, or to a copy.
        return (Certainty.LIKELY if facts.word else Certainty.POSSIBLE), ()
    if facts.provider.ports == "fixed" and facts.signs > 1:
        return Certainty.PROVEN, ()
    meant = _meant(case, facts.address)
    expectation = _unexpected(case, facts.address)
    if (facts.prefix or facts.word) and (expectation or (meant and attempt.facts.reset)):
        return Certainty.PROVEN, expectation or meant
    return Certainty.LIKELY, meant


def _another_reason(case: Case, attempt: Evidence[TcpAttempt]) -> bool:
    """Something else was seen to stop this very connection, or to have given the address."""
    said, address = attempt.facts.said, attempt.facts.address
    hosts = case.seen(HostsFile)
    return (
        (said is not None and said.origin != address)
        or kept_here(case, address) is not None
        or (hosts is not None and hosts.facts.giving((address,)) is not None)
    )


def _unexpected(case: Case, address: str) -> tuple[Evidence[Lookup], ...]:
    """The look-up, where the name is meant to have other addresses than this one (``--expect-address``)."""
    lookup = case.seen(Lookup)
    if not case.expected_addresses or lookup is None:
        return ()
    return (lookup,) if address in unexpected(case, lookup.facts) else ()


def _meant(case: Case, address: str) -> tuple[Evidence[Any], ...]:
    """What shows that another machine was meant: the server does not have the address, and takes the connection at its own."""
    server, other = case.seen(Interfaces, Where.SERVER), case.seen(OtherAddresses)
    if not case.server_named or server is None or server.facts.has(address) is not False:
        return ()
    return (server, other) if other is not None and other.facts.connecting("server") else ()


def _own_addresses(case: Case) -> tuple[str, ...]:
    """Those in place of the edge's that were seen to take the connection: the expected ones, the server's own."""
    other = case.seen(OtherAddresses)
    return other.facts.connecting("expected", "server") if other is not None else ()


def _summary(case: Case, edge: Edge, attempt: TcpAttempt) -> Prose:
    one, scheme = edge.provider, case.target.scheme
    carrying = _carrying(one, scheme)
    values: dict[str, str | int | float | Prose] = {
        "name": _subject(case),
        "provider": one.label,
        "port": attempt.port,
        "scheme": scheme,
        "ports": _listed(carrying or one.forwarded),
    }
    if one.ports == "chosen":
        return say(
            "{name} leads to {provider}, which takes connections only on the ports that were configured there; {port} does"
            " not seem to be one.",
            **values,
        )
    if one.kind == "platform":
        return say(
            "{name} leads to the router of {provider}, which takes connections on {ports} only; {port} never comes to the"
            " program.",
            **values,
        )
    if carrying:
        return say(
            "{name} leads to an edge of {provider}, which carries {scheme} on {ports} only; {port} never comes to the"
            " server behind it.",
            **values,
        )
    return say(
        "{name} leads to an edge of {provider}, which carries HTTP alone, on {ports}; {port} never comes to the server"
        " behind it.",
        **values,
    )


def _carrying(one: Provider, scheme: str) -> tuple[int, ...]:
    """The ports on which its edges carry what the client speaks; none where that is no HTTP."""
    if scheme in WRAPPED:
        return one.https
    return one.http if PROTOCOL.get(scheme, "") in OVER_HTTP else ()


def _subject(case: Case) -> str:
    """What the user calls it; an address is called by itself."""
    return case.target.host


def _listed(ports: tuple[int, ...]) -> str:
    """All of them: a user will look for their own."""
    return ", ".join(str(port) for port in sorted(ports))


def _in_another_language(case: Case, edge: Evidence[Edge], attempt: Evidence[TcpAttempt]) -> Judgement:
    """The edge took the connection, which was to carry something else than HTTP."""
    one, port = edge.facts.provider, attempt.facts.port
    scheme = case.target.scheme
    protocol = PROTOCOL.get(scheme, "")
    plain = protocol in OVER_HTTP or scheme in WRAPPED
    if not protocol or plain or one.ports == "chosen" or port not in one.forwarded or edge.facts.signs < 1:
        return Silent()
    sure = one.ports == "fixed" and edge.facts.signs > 1 and not private_block(edge.facts.address)
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=say(
            "{name} leads to an edge of {provider}, which speaks HTTP on {port}; {protocol} never comes to the server"
            " behind it.",
            name=_subject(case),
            provider=one.label,
            port=port,
            protocol=SHOWN.get(protocol, scheme) if protocol != "tls" else scheme,
        ),
        because=(attempt, edge),
        fixes=(_past_it(case, edge.facts), *_other_product(edge.facts, port)),
        decided_by=() if sure else _what_decides(case, edge.facts, port),
    )


def _gone(case: Case, edge: Evidence[Edge], attempt: Evidence[TcpAttempt]) -> Judgement:
    """The provider runs no edges any more, and the name still points at one."""
    one = edge.facts.provider
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "{name} still points at {edge}, an edge of {provider}, which has run none since {month}.",
            name=_subject(case),
            edge=edge.facts.name or edge.facts.address,
            provider=one.label,
            month=one.ended,
        ),
        because=(attempt, edge),
        fixes=(_past_it(case, edge.facts),),
        decided_by=_what_decides(case, edge.facts, attempt.facts.port),
    )


def _fixes(case: Case, edge: Edge, port: int) -> tuple[Fix, ...]:
    """The server's own address where it is known to take the connection; else a forwarded port first, for web protocols."""
    direct = tuple(_dial_the_server(case, address) for address in _own_addresses(case)[:1])
    return (*direct, *_forwarded_port(case, edge, port), _past_it(case, edge), *_other_product(edge, port))


def _dial_the_server(case: Case, address: str) -> Fix:
    return Fix(
        where="client",
        text=say("Dial {address}, the server itself.", address=address),
        commands=(call(case.target.at(host=address)),),
    )


def _forwarded_port(case: Case, edge: Edge, port: int) -> tuple[Fix, ...]:
    """A port of the edge that carries what the client speaks; none where it speaks no HTTP, or the ports are chosen."""
    one = edge.provider
    ports = _carrying(one, case.target.scheme)
    forward = (
        Prose(one.forward.template, {"port": port})
        if one.forward is not None
        else say("There, let it pass on to the server's port {port}.", port=port)
    )
    if one.ports == "chosen":
        return (Fix(where="network", text=forward),)
    if not ports:
        return ()
    if one.kind == "platform":
        text = say("Dial {port}; the program has to listen on the port that the platform tells it.", port=ports[0])
    else:
        text = say("Dial {forwarded}. {how}", forwarded=ports[0], how=forward)
    return (Fix(where="client", text=text, commands=(call(case.target.at(port=ports[0])),)),)


def _past_it(case: Case, edge: Edge) -> Fix:
    """The way to the server that does not lead through the edge."""
    one, lookup = edge.provider, case.seen(Lookup)
    if lookup is not None and lookup.facts.literal:
        text = say(
            "Dial the server's own address: {address} is the network's, which stands in front of many.",
            address=edge.address,
        )
    elif one.ended:
        text = say("Point {name} at the server's own address, or at another network's edge.", name=_subject(case))
    elif one.bypass is not None:
        text = Prose(one.bypass.template, {"name": _subject(case)})
    else:
        text = say(
            "To go past {provider}, make a second name that points at the server's own address, and dial that.",
            provider=one.label,
        )
    return Fix(where="network", text=text)


def _other_product(edge: Edge, port: int) -> tuple[Fix, ...]:
    one = edge.provider
    if not one.other:
        return ()
    return (
        Fix(
            where="network",
            text=say("Let {product} of {provider} forward {port}.", product=one.other, provider=one.label, port=port),
        ),
    )


def _what_decides(case: Case, edge: Edge, port: int) -> tuple[Decider, ...]:
    """The server's own address, dialled in place of the edge's; where that connects, how far the packets come."""
    if not _own_addresses(case):
        return (
            Decider(
                question=say("Does the server take it at its own address?"),
                command=call(case.target.at(host="ADDRESS")),
            ),
        )
    return (
        Decider(
            question=say(
                "Do packets to {port} come as far as those to {other}?",
                port=port,
                other=443,
            ),
            command=f"traceroute -n -T -p {port} {edge.address}",
        ),
    )


EDGE = """\
import base64, hashlib, http.server, socketserver, sys

NAME, HEADER = sys.argv[1], sys.argv[2]

class Edge(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def version_string(self): return NAME
    def do_HEAD(self): self.answer(b"")
    def do_GET(self):
        key = self.headers.get("Sec-WebSocket-Key")
        if key is None: return self.answer(b"hello")
        word = hashlib.sha1(key.encode() + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest()
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", base64.b64encode(word).decode())
        self.end_headers()
        self.wfile.flush()
        self.rfile.read(1)
    def answer(self, body):
        self.send_response(200)
        if HEADER: self.send_header(*HEADER.split(": ", 1))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

Server(("", 80), Edge).serve_forever()
"""
"What the lab has in an edge's place: it signs its answers as one, and takes WebSocket handshakes on."

_CLOSED = "table inet f {{ chain in {{ type filter hook input priority 0; tcp dport {ports} drop; }}\n}}\n"


def _edge(address: str, *signature: str, ports: str = "", extra: int = 0) -> Host:
    """A machine with one address that signs as an edge does, and drops what comes to these ports (nft's words)."""
    beside = (http_server("0.0.0.0", extra),) if extra else ()
    return Host(
        name="edge",
        addresses=(f"{address}/24",),
        gateways=(_leg(address),),
        nft=_CLOSED.format(ports=ports) if ports else "",
        daemons=(
            Daemon(argv=("{python}", "edge.py", *signature, ""), files={"edge.py": EDGE}, ready="tcp:80"),
            *beside,
        ),
    )


def _leg(address: str) -> str:
    return address.rpartition(".")[0] + ".1"


def _way(address: str, *records: str) -> Host:
    """The usual router with a leg to the edge, and the nameserver."""
    return router(
        addresses=("10.10.0.1/24", "10.20.0.1/24", f"{_leg(address)}/24", "fd10::1/64", "fd20::1/64"),
        daemons=(nameserver(*(records or (f"--host-record=shop.example,{address},60",))),),
    )


_CLOUDFLARE, _CLOUDFRONT, _ELSEWHERE, _COMPUTE = "104.21.32.7", "13.33.88.7", "192.0.2.7", "3.5.6.7"
_SIGNED = ("cloudflare", "CF-RAY: 8f2d0c1b2a3d4e5f-FRA")
_NOT_HTTP = "!= { 80, 443, 8080, 8443 }"
_THERE = server(daemons=(http_server("0.0.0.0", 2345),))


def _seen(certainty: str) -> Expected:
    return Expected(verdict="cdn-in-front", certainty=certainty)


SCENARIO = Scenario(
    name="cloudflare-times-out",
    hosts=(asking(), _way(_CLOUDFLARE), _edge(_CLOUDFLARE, *_SIGNED, ports=_NOT_HTTP), _THERE),
    target="ws://shop.example:2345/chat",
    both_ends=_seen("likely"),
    client_alone=_seen("likely"),
)

VARIANTS = (
    Scenario(
        name="cloudflare-refuses",
        hosts=(asking(), _way(_CLOUDFLARE), _edge(_CLOUDFLARE, *_SIGNED), _THERE),
        target="http://shop.example:2345",
        both_ends=_seen("proven"),
    ),
    Scenario(
        name="not-the-expected-one",
        hosts=(asking(), _way(_CLOUDFLARE), _edge(_CLOUDFLARE, *_SIGNED, ports=_NOT_HTTP), _THERE),
        target="ws://shop.example:2345",
        arguments=("--expect-address", "10.20.0.5"),
        client_alone=_seen("proven"),
    ),
    Scenario(
        name="cloudfront-refuses",
        hosts=(asking(), _way(_CLOUDFRONT), _edge(_CLOUDFRONT, "CloudFront")),
        target="http://shop.example:2345",
        client_alone=_seen("proven"),
    ),
    Scenario(
        name="fastly-by-its-name",
        hosts=(
            asking(),
            _way(
                _ELSEWHERE,
                "--cname=shop.example,shop.map.fastly.net",
                f"--host-record=shop.map.fastly.net,{_ELSEWHERE},60",
            ),
            _edge(_ELSEWHERE, "Varnish", ports="7272"),
        ),
        target="redis://shop.example:7272",
        client_alone=_seen("likely"),
    ),
    Scenario(
        name="redis-through-an-edge",
        hosts=(asking(), _way(_CLOUDFLARE), _edge(_CLOUDFLARE, *_SIGNED)),
        target="redis://shop.example:80",
        client_alone=_seen("likely"),
    ),
    Scenario(
        name="an-edge-that-nobody-listed",
        hosts=(asking(), _way(_ELSEWHERE), _edge(_ELSEWHERE, "BunnyCDN-DE1-1081", "CDN-PullZone: 77", ports="8282")),
        target="ws://shop.example:8282",
        client_alone=_seen("likely"),
    ),
    Scenario(
        name="a-platforms-router",
        hosts=(
            asking(),
            _way(_ELSEWHERE, f"--host-record=shop.herokuapp.com,{_ELSEWHERE},60"),
            _edge(_ELSEWHERE, "Heroku"),
        ),
        target="ws://shop.herokuapp.com:5001",
        client_alone=_seen("proven"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="a-machine-of-the-same-cloud",
        hosts=(asking(), _way(_COMPUTE), _edge(_COMPUTE, "nginx", "Via: 1.1 shop.cloudfront.net (CloudFront)")),
        target="http://shop.example:2345",
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    Scenario(
        name="the-servers-own-address",
        hosts=(asking(), _way(_CLOUDFLARE), _edge(_CLOUDFLARE, "nginx")),
        target="http://shop.example:2345",
        server="edge",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
    ),
    Scenario(
        name="a-port-that-is-forwarded",
        hosts=(asking(), _way(_CLOUDFLARE), _edge(_CLOUDFLARE, *_SIGNED, ports="8443")),
        target="https://shop.example:8443",
        client_alone=Expected(verdict="server-firewall-drops", certainty="possible"),
    ),
    Scenario(
        name="an-edge-with-that-port-ordered",
        hosts=(asking(), _way(_CLOUDFLARE), _edge(_CLOUDFLARE, *_SIGNED, extra=2345)),
        target="http://shop.example:2345",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="cdn-in-front",
    title=say("The address is an edge of a network that does not carry this port or protocol"),
    symptoms=NOT_CONNECTED | NOT_UNDERSTOOD,
    look_alikes=frozenset(
        {"dns-wrong-address", "wrong-host", "wrong-port", "firewall-drops-on-path", "server-firewall-drops",
         "host-down", "server-not-listening"}
    ),
    needs=(
        *on_client(Edge, HostsFile, OtherAddresses, PacketFate, Leaving),
        *on_server(Interfaces),
    ),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    misdirects=True,
    degrades=True,
    presumes=frozenset({"anywhere"}),
)  # fmt: skip
