"""The server takes WebSocket connections only

What it is
----------
The client sends an ordinary HTTP request, and the server at that address takes nothing but the handshake of WebSocket: a
server made with Workerman's ``websocket://``, GatewayWorker, Node's ws, python websockets, Ratchet, gorilla.

What you see
------------
"426 Upgrade Required", "400 Bad Request", a page that says just "WebSocket", "This service requires use of the WebSocket
protocol", "Failed to open a WebSocket connection", or a connection that is closed without an answer.

How it is told apart
--------------------
The same path at the same name and port is asked twice: as a plain request it is turned down, as a handshake of WebSocket
it is accepted (101). That proves it where the refusal speaks of the upgrade (426, a version of WebSocket) or there is no
answer on any path. A bare 400 may be an application's, which takes upgrades as well: only where another path is turned down alike is
it likely. A server that merely asks for another version of HTTP names that in ``Upgrade``; one that turns
down the name or the client turns down the handshake, too. One that says that it wants an upgrade and does not accept
ours (because of the origin, a token, a subprotocol) is likely.

What to do
----------
Connect with a WebSocket client: ws:// in place of http://, wss:// in place of https://.
"""

from __future__ import annotations

from nocarrier.causes._speech import SPEECH, Speech, speech, url, whose, whose_name
from nocarrier.causes._symptoms import NOT_UNDERSTOOD
from nocarrier.facts.openings import ELSEWHERE, INSIDE, Opened
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Decider, Fix, Found, Judgement, RuledOut, Silent, Symptom
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.scenario import Expected, Scenario, client, http_server, python_server, router, server
from nocarrier.model.shell import call


def judge(case: Case) -> Judgement:
    """A request is turned down where a handshake is accepted."""
    met = speech(case)
    if met is None or met.wanted != "http" or case.target.scheme not in ("http", "https"):
        return Silent()
    plain, upgrade = _both_ways(met)
    if plain is None or upgrade is None or not _turned_down(plain):
        return Silent()
    if upgrade.status == 101 and not _of_http_itself(met, plain):
        return _found(case, replace(met, heard="websocket", tls=met.wrapped, sure=upgrade.sure, answer=upgrade))
    if plain.protocol == "websocket" and plain.status in (400, 426):
        return _asks_for_it(case, met, upgrade)
    if upgrade.status == 101:
        return Silent()  # an application that turns this request down, and takes upgrades as well
    if plain.status:
        return RuledOut((met.openings,), say("a handshake of WebSocket is turned down, too"))
    return Silent()


def _both_ways(met: Speech) -> tuple[Opened | None, Opened | None]:
    """The plain request and the handshake, inside TLS where the client's is."""
    before = INSIDE if met.wrapped else ""
    return met.openings.facts.at(before + "http"), met.openings.facts.at(before + "websocket")


def _turned_down(plain: Opened) -> bool:
    """It is an error of the request, or nothing came."""
    return 400 <= plain.status < 500 or plain.protocol == "websocket" or plain.hung_up or plain.silent


def _of_http_itself(met: Speech, plain: Opened) -> bool:
    """It is turned down as an application does that speaks HTTP, too: no word of an upgrade, and another path is not."""
    if plain.status == 426 or plain.protocol == "websocket":
        return False
    elsewhere = met.openings.facts.at(ELSEWHERE + "http")
    return elsewhere is None or elsewhere.status != plain.status or elsewhere.hung_up != plain.hung_up


def _found(case: Case, met: Speech) -> Found:
    plain, _ = _both_ways(met)
    told = plain is not None and (not plain.status or plain.status == 426 or plain.protocol == "websocket")
    sure = whose(case, met) if told else Certainty.LIKELY
    return Found(
        certainty=sure,
        summary=_summary(met),
        because=met.because,
        fixes=(_connect(case),),
        decided_by=() if sure is Certainty.PROVEN else whose_name(case, met) if told else (_does_it(case),),
    )


def _does_it(case: Case) -> Decider:
    return Decider(
        question=say("Does it accept a WebSocket client, and what does that one lack?"),
        command=call(_websocket(case)),
    )


def _summary(met: Speech) -> Prose:
    http = met.exchange.facts.http
    if http is None:
        return say(
            "{there} speaks WebSocket: it gives a plain request no answer, and accepts a handshake.", there=met.there
        )
    return say(
        "{there} speaks WebSocket: it turns a plain request down ({status}), and accepts a handshake.",
        there=met.there,
        status=http.status,
    )


def _asks_for_it(case: Case, met: Speech, upgrade: Opened) -> Found:
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "{there} asks for a WebSocket handshake in place of a plain request; the one that was tried it answers with"
            " {status}.",
            there=met.there,
            status=upgrade.status or "-",
        ),
        because=met.because,
        fixes=(_connect(case),),
        decided_by=(_does_it(case),),
    )


def _websocket(case: Case) -> str:
    return url(case, "websocket", tls=case.target.scheme == "https")


def _connect(case: Case) -> Fix:
    return Fix(
        where="client",
        text=say("Connect with a WebSocket client:"),
        commands=(call(_websocket(case)),),
    )


SERVED = """\
import base64, hashlib, socket, threading

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

def serve(connection):
    head = b""
    while b"\\r\\n\\r\\n" not in head:
        head += connection.recv(4096) or b"\\r\\n\\r\\n"
    fields = dict(line.lower().split(b": ", 1)[:1] + line.split(b": ", 1)[1:] for line in head.split(b"\\r\\n") if b": " in line)
    key = fields.get(b"sec-websocket-key")
    if key is None or b"{path}" not in head.split(b"\\r\\n")[0]:
        connection.sendall({otherwise})
    else:
        accept = base64.b64encode(hashlib.sha1(key + GUID).digest())
        connection.sendall(b"HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\n"
                           b"Sec-WebSocket-Accept: " + accept + b"\\r\\n\\r\\n")
        connection.recv(4096)
    connection.close()

server = socket.create_server(("0.0.0.0", 8080))
while True:
    threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
"""


def _serving(otherwise: str, path: str = "/chat") -> Scenario:
    program = SERVED.replace("{otherwise}", otherwise).replace("{path}", path)
    return Scenario(
        name="426",
        hosts=(client(), router(), server(daemons=(python_server(program),))),
        target="http://10.20.0.5:8080/chat",
        both_ends=Expected(verdict="http-to-websocket-server", certainty="proven"),
        client_alone=Expected(verdict="http-to-websocket-server", certainty="proven"),
    )


SCENARIO = _serving('b"HTTP/1.1 426 Upgrade Required\\r\\nUpgrade: websocket\\r\\nContent-Length: 0\\r\\n\\r\\n"')

VARIANTS = (
    replace(
        _serving('b"HTTP/1.1 400 Bad Request\\r\\nSec-WebSocket-Version: 13\\r\\nConnection: close\\r\\n\\r\\n"'),
        name="400",
    ),
    replace(_serving('b""'), name="closes-without-an-answer"),
    replace(
        _serving('b"HTTP/1.1 400 Bad Request\\r\\nContent-Length: 0\\r\\n\\r\\n"'),
        name="a-bare-400-everywhere",
        both_ends=Expected(verdict="http-to-websocket-server", certainty="likely"),
        client_alone=Expected(verdict="http-to-websocket-server", certainty="likely"),
    ),
)

NEAR_MISSES = (
    replace(
        _serving(
            'b"HTTP/1.1 426 Upgrade Required\\r\\nUpgrade: websocket\\r\\nContent-Length: 0\\r\\n\\r\\n"', "/live"
        ),
        name="not-on-this-path",
        both_ends=Expected(verdict="http-to-websocket-server", certainty="likely"),
        client_alone=Expected(verdict="http-to-websocket-server", certainty="likely"),
    ),
    replace(
        _serving(
            'b"HTTP/1.1 400 Bad Request\\r\\n\\r\\n" if b"/chat" in head else b"HTTP/1.1 404 Not Found\\r\\n\\r\\n"'
        ),
        name="an-application-that-takes-upgrades-too",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="a-web-server",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="http://10.20.0.5:8080/nothing-here",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="http-to-websocket-server",
    title=say("The server takes WebSocket connections only"),
    symptoms=NOT_UNDERSTOOD - {Symptom.TLS_FAILED},
    look_alikes=frozenset({"server-speaks-other-protocol", "http-version-mismatch"}),
    needs=SPEECH,
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
