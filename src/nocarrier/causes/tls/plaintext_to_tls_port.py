"""The client speaks in plain, and the port speaks TLS

What it is
----------
The scheme is ws://, http:// or that of a service without TLS, and the server on this port expects TLS. It answers with
an alert, with a page that says so, or hangs up.

What you see
------------
"400 The plain HTTP request was sent to HTTPS port", "Client sent an HTTP request to an HTTPS server", "Empty reply from
server", "socket hang up", "net::ERR_INVALID_HTTP_RESPONSE", "Connection reset by peer", garbage.

How it is told apart
--------------------
By the other way: asked in TLS the same port completes the handshake, and inside TLS it speaks what the client wants. A
port that hangs up on plain words alone may be many things. Where something else is spoken inside TLS, the port is
another service's.

What to do
----------
Use the scheme with TLS (wss:// for ws://), with a name that stands in the certificate.
"""

from __future__ import annotations

from nocarrier.causes._speech import SPEECH, Speech, speech, whose, whose_name
from nocarrier.causes._symptoms import NOT_UNDERSTOOD
from nocarrier.causes._tls_lab import (
    CERTIFICATE,
    TRUSTED,
    nginx_with_tls,
    one_at_a_time,
    python_with_tls,
    trusting_client,
)
from nocarrier.causes._tls_mix import ROOTS, dial, protocol, same_language, upgrades, with_tls
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, RuledOut, Silent, Symptom
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, http_server, router, server


def judge(case: Case) -> Judgement:
    """The client's plain words got no answer of their kind, and the port completes a handshake of TLS."""
    met = speech(case)
    if met is None or met.wrapped:
        return Silent()
    if not met.tls:
        return RuledOut((met.openings,), say("it does not answer in TLS")) if met.heard else Silent()
    if met.heard and not same_language(met):
        return Silent()
    sure = _certainty(case, met)
    url = with_tls(case.target)
    return Found(
        certainty=sure,
        summary=_summary(met),
        because=met.because,
        fixes=(*((dial(case, url, met),) if url else ()), *(() if url else (_find(met),))),
        decided_by=() if sure is Certainty.PROVEN else whose_name(case, met),
    )


def _certainty(case: Case, met: Speech) -> Certainty:
    """Where nothing was heard inside TLS it may be another service's."""
    return whose(case, met) if met.heard and met.wanted else Certainty.LIKELY


def _summary(met: Speech) -> Prose:
    if upgrades(met):
        return say("{there} speaks TLS, and the client does not: inside TLS there is the WebSocket.", there=met.there)
    if met.heard:
        return say(
            "{there} speaks TLS, and the client does not: inside TLS it speaks {protocol}.",
            there=met.there,
            protocol=protocol(met),
        )
    return say("{there} speaks TLS, and the client does not.", there=met.there)


def _find(met: Speech) -> Fix:
    return Fix(
        where="client",
        text=say("Let the client begin with TLS, or dial the port on which the server speaks without."),
    )


TLS_HTTP = "server { listen 8443 ssl; location / { return 200 'shop'; } }"
TLS_WEBSOCKET = """\
import base64, hashlib, socket, ssl, threading

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain("cert.pem", "key.pem")

def serve(connection):
    try:
        with context.wrap_socket(connection, server_side=True) as secured:
            said = secured.recv(4096).decode("latin-1")
            keys = [line.split(": ", 1)[1] for line in said.split("\\r\\n") if line.lower().startswith("sec-websocket-key: ")]
            if keys:
                accept = base64.b64encode(
                    hashlib.sha1((keys[0] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()
                ).decode()
                secured.sendall(
                    b"HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\n"
                    b"Sec-WebSocket-Accept: " + accept.encode() + b"\\r\\n\\r\\n"
                )
                secured.recv(4096)
            else:
                secured.sendall(b"HTTP/1.1 426 Upgrade Required\\r\\nUpgrade: websocket\\r\\nContent-Length: 0\\r\\n\\r\\n")
    except OSError:
        pass

server = socket.create_server(("0.0.0.0", 8443))
while True:
    threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
"""
_PROVEN = Expected(verdict="plaintext-to-tls-port", certainty="proven")

SCENARIO = Scenario(
    name="ws-to-a-websocket-over-tls",
    hosts=(trusting_client(), router(), server(daemons=(python_with_tls(TLS_WEBSOCKET),))),
    target="ws://10.20.0.5:8443/chat",
    both_ends=_PROVEN,
    client_alone=_PROVEN,
)

VARIANTS = (
    Scenario(
        name="by-name",
        hosts=(
            trusting_client(files={TRUSTED: CERTIFICATE, "hosts": "127.0.0.1 localhost\n10.20.0.5 shop.example\n"}),
            router(),
            server(daemons=(nginx_with_tls(TLS_HTTP, 8443),)),
        ),
        target="http://shop.example:8443/",
        both_ends=_PROVEN,
        client_alone=Expected(verdict="plaintext-to-tls-port", certainty="likely"),
    ),
    Scenario(
        name="http-to-nginx-with-tls",
        hosts=(trusting_client(), router(), server(daemons=(nginx_with_tls(TLS_HTTP, 8443),))),
        target="http://10.20.0.5:8443/",
        both_ends=_PROVEN,
        client_alone=_PROVEN,
    ),
    Scenario(
        name="to-one-that-serves-one-connection-at-a-time",
        hosts=(trusting_client(), router(), server(daemons=(one_at_a_time(8443),))),
        target="http://10.20.0.5:8443/",
        client_alone=_PROVEN,
    ),
    Scenario(
        name="ws-to-nginx-with-tls",
        hosts=(trusting_client(), router(), server(daemons=(nginx_with_tls(TLS_HTTP, 8443),))),
        target="ws://10.20.0.5:8443/chat",
        client_alone=_PROVEN,
    ),
)

NEAR_MISSES = (
    Scenario(
        name="plain-after-all",
        hosts=(trusting_client(), router(), server(daemons=(http_server("0.0.0.0", 8443),))),
        target="http://10.20.0.5:8443/",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="another-protocol-inside",
        hosts=(
            trusting_client(),
            router(),
            server(daemons=(nginx_with_tls(TLS_HTTP.replace("8443", "6380"), 6380),)),
        ),
        target="redis://10.20.0.5:6380",
        client_alone=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
    ),
)
CAUSE = Cause(
    slug="plaintext-to-tls-port",
    title=say("The client speaks in plain, and the port speaks TLS"),
    symptoms=NOT_UNDERSTOOD - {Symptom.TLS_FAILED},
    look_alikes=frozenset({"tls-to-plaintext-port", "server-speaks-other-protocol"}),
    needs=SPEECH,
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=ROOTS,
)
