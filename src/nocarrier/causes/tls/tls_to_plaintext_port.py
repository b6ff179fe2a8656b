"""The client speaks TLS, and the port does not

What it is
----------
The scheme is wss://, https:// or that of another service over TLS, and the server on this port speaks the same without
TLS. The first bytes of TLS are nonsense to it: it answers in plain, hangs up, or waits for more.

What you see
------------
"wrong version number", "packet length too long", "SSL_ERROR_RX_RECORD_TOO_LONG", "ERR_SSL_PROTOCOL_ERROR", "unexpected
eof", "first record does not look like a TLS handshake", "WebSocket connection to 'wss://…' failed".

How it is told apart
--------------------
By the first bytes that come back: they are no record of TLS. Without any, by the port's silence in TLS and its answer in
plain. An alert, or a certificate that does not hold, is a server that does speak TLS. Where plain words come that are of
another protocol than the client's, the port is another service's.

What to do
----------
Use the scheme without TLS (ws:// for wss://), or let the server speak TLS. From a page that was loaded over https://
browsers allow wss:// only: then the server, or a proxy before it, has to.
"""

from __future__ import annotations

from nocarrier.causes._handshake_lab import websocket_server
from nocarrier.causes._protocol_lab import redis
from nocarrier.causes._speech import SPEECH, Speech, listener_there, speech, whose, whose_name
from nocarrier.causes._tls_lab import CERTIFICATE, TRUSTED, nginx_with_tls, trusting_client
from nocarrier.causes._tls_mix import ROOTS, dial, protocol, same_language, upgrades, without_tls
from nocarrier.causes._workerman import held, listening_fix
from nocarrier.causes._workerman_if_any import WORKERMAN
from nocarrier.causes._workerman_lab import ANSWERING, workerman
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent, Symptom
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, http_server, python_server, router, server


def judge(case: Case) -> Judgement:
    """No TLS came back, and the same language in plain is understood."""
    met = speech(case)
    tls = met.exchange.facts.tls if met is not None else None
    if met is None or tls is None or not met.wrapped:
        return Silent()
    if tls.done or (tls.answered and not tls.plain):
        return RuledOut((met.exchange,), say("it answers in TLS"))
    if met.tls:
        return RuledOut((met.openings,), say("it does answer in TLS"))
    if not met.heard or not same_language(met):
        return Silent()
    sure = whose(case, met)
    return Found(
        certainty=sure,
        summary=_summary(met),
        because=met.because,
        fixes=(dial(case, without_tls(case.target), met), _let_it_speak_tls(case, met)),
        decided_by=() if sure is Certainty.PROVEN else whose_name(case, met),
    )


def _summary(met: Speech) -> Prose:
    if upgrades(met):
        return say("{there} speaks no TLS: there is a WebSocket in plain.", there=met.there)
    return say("{there} speaks no TLS: it speaks {protocol} in plain.", there=met.there, protocol=protocol(met))


def _let_it_speak_tls(case: Case, met: Speech) -> Fix:
    facts = met.openings.facts
    told = held(case, facts.port)
    line = listening_fix(case, told.line.scheme, ssl=True) if told is not None else None
    if line is not None:
        return line
    found = listener_there(case, facts.port, facts.address)
    name = found.program.name if found is not None and found.program is not None else ""
    if name.startswith("nginx") or met.software.lower().startswith("nginx"):
        return Fix(
            where="server",
            text=say("Or let nginx speak TLS there; in that server block:"),
            config=f"listen {facts.port} ssl;\nssl_certificate     /etc/ssl/certs/{case.target.host}.pem;\n"
            f"ssl_certificate_key /etc/ssl/private/{case.target.host}.key;",
        )
    return Fix(
        where="server",
        text=say("Or let the server on {port} speak TLS, itself or by a proxy before it, with a certificate for {host}.",
                 port=facts.port, host=case.target.host),
    )  # fmt: skip


HTTP_ONLY = "server { listen 8443; location / { return 200 'shop'; } }"
UPGRADES = "HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: {accept}\\r\\n"
SILENT_AT_TLS = """\
import socket, threading

def serve(connection):
    try:
        said = connection.recv(4096)
        if said.startswith(b"*1"):
            connection.sendall(b"+PONG\\r\\n")
        connection.recv(4096)
    except OSError:
        pass
    connection.close()

server = socket.create_server(("0.0.0.0", 8080))
while True:
    threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
"""
_PROVEN = Expected(verdict="tls-to-plaintext-port", certainty="proven")

SCENARIO = Scenario(
    name="wss-to-a-plain-websocket",
    hosts=(trusting_client(), router(), server(daemons=(websocket_server(UPGRADES),))),
    target="wss://10.20.0.5:8080/chat",
    both_ends=_PROVEN,
    client_alone=_PROVEN,
)

WORKER = f"$worker = new Worker('websocket://0.0.0.0:2345');\n{ANSWERING}"

VARIANTS = (
    Scenario(
        name="workerman-4",
        hosts=(client(), router(), server(daemons=(workerman(4, WORKER, 2345),))),
        target="wss://10.20.0.5:2345/chat",
        both_ends=Expected(verdict="tls-to-plaintext-port", certainty="proven"),
        client_alone=Expected(verdict="tls-to-plaintext-port", certainty="proven"),
    ),
    # The name may lead elsewhere: only the server's side shows that it does not.
    Scenario(
        name="by-name",
        hosts=(
            trusting_client(files={TRUSTED: CERTIFICATE, "hosts": "127.0.0.1 localhost\n10.20.0.5 chat.example\n"}),
            router(),
            server(daemons=(websocket_server(UPGRADES),)),
        ),
        target="wss://chat.example:8080/chat",
        both_ends=_PROVEN,
        client_alone=Expected(verdict="tls-to-plaintext-port", certainty="likely"),
    ),
    Scenario(
        name="https-to-plain-nginx",
        hosts=(trusting_client(), router(), server(daemons=(nginx_with_tls(HTTP_ONLY, 8443),))),
        target="https://10.20.0.5:8443/",
        both_ends=_PROVEN,
        client_alone=_PROVEN,
    ),
    Scenario(
        name="https-to-python",
        hosts=(trusting_client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="https://10.20.0.5:8080/",
        client_alone=_PROVEN,
    ),
    Scenario(
        name="rediss-to-plain-redis",
        hosts=(trusting_client(), router(), server(daemons=(redis(),))),
        target="rediss://10.20.0.5",
        both_ends=_PROVEN,
        client_alone=_PROVEN,
    ),
    Scenario(
        name="silent-when-spoken-to-in-tls",
        hosts=(trusting_client(), router(), server(daemons=(python_server(SILENT_AT_TLS),))),
        target="rediss://10.20.0.5:8080",
        client_alone=_PROVEN,
    ),
)

NEAR_MISSES = (
    Scenario(
        name="it-does-speak-tls",
        hosts=(
            trusting_client(),
            router(),
            server(daemons=(nginx_with_tls("server { listen 8443 ssl; return 204; }", 8443),)),
        ),
        target="https://10.20.0.5:8443/",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="another-protocol-in-plain",
        hosts=(trusting_client(), router(), server(daemons=(redis(8443),))),
        target="https://10.20.0.5:8443/",
        client_alone=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
    ),
)

CAUSE = Cause(
    slug="tls-to-plaintext-port",
    title=say("The client speaks TLS, and the port does not"),
    symptoms=frozenset({Symptom.TLS_FAILED, Symptom.NO_ANSWER, Symptom.CLOSED, Symptom.RESET}),
    look_alikes=frozenset({"plaintext-to-tls-port", "server-speaks-other-protocol"}),
    needs=(*SPEECH, *WORKERMAN),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=ROOTS,
)
