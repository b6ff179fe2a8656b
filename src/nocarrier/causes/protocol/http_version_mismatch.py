"""The server speaks another version of HTTP

What it is
----------
Both sides speak HTTP, but not the same one. The server takes HTTP/2 only and without negotiation (h2c: a gRPC server, an
``http2`` listener without TLS), and the client says HTTP/1.1; or the client opens with the preface of HTTP/2 (gRPC, prior
knowledge), and the server knows HTTP/1 only. Over TLS the two agree by ALPN; where they have no version in common the
handshake fails.

What you see
------------
"Received HTTP/0.9 when not allowed", "malformed HTTP response "\\x00\\x00\\x06\\x04…"", "Parse Error", "HTTP/2 client
preface string missing or corrupt", "http2: frame too large", "error reading server preface", "no application protocol".

How it is told apart
--------------------
Asked in HTTP/1.1 the port answers with frames of HTTP/2 (SETTINGS, GOAWAY) or hangs up, and with the preface of HTTP/2 it
answers the request; or the reverse: to the preface comes a line "HTTP/1.1 400" or 505, and HTTP/1.1 works. No other
protocol has these bytes. In TLS: the alert says that no protocol is in common, and a handshake that offers h2 succeeds. An
answer in HTTP/1 that speaks of a proxy in between may be that proxy's: likely and no more.

What to do
----------
Let the client speak the version that the server does, or let the server take both.
"""

from __future__ import annotations

from nocarrier.causes._protocol_lab import nginx
from nocarrier.causes._speech import SPEECH, Speech, listener_there, shown, speech, url, whose, whose_name
from nocarrier.causes._symptoms import NOT_UNDERSTOOD
from nocarrier.facts.openings import INSIDE, Opened
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Fix, Found, Judgement, Silent, Symptom
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.scenario import Expected, Scenario, client, http_server, python_server, router, server
from nocarrier.model.shell import call, quoted

NEWER = ("http2", "grpc")
NO_COMMON_PROTOCOL = ("no_application_protocol", "tlsv1 alert no application protocol")


def judge(case: Case) -> Judgement:
    """One version is answered, and the client's is not."""
    met = speech(case)
    if met is None or any(one.choked for one in met.openings.facts.opened):
        return Silent()
    if met.wrapped:
        return _by_alpn(case, met)
    openings = met.openings.facts
    older, newer = openings.at("http"), openings.at("http2")
    if older is None or newer is None:
        return Silent()
    if met.wanted in ("http", "websocket") and newer.protocol in NEWER and not _is_http1(older):
        grpc = openings.at("grpc")
        if grpc is not None and grpc.protocol == "grpc":
            newer = grpc
        return _found(case, replace(met, heard=newer.protocol, sure=newer.sure, answer=newer))
    if met.wanted in NEWER and _is_http1(older) and newer.protocol not in NEWER:
        return _found(case, replace(met, heard="http", sure=older.sure, answer=older))
    return Silent()


def _is_http1(answer: Opened) -> bool:
    return bool(answer.status)


def _by_alpn(case: Case, met: Speech) -> Judgement:
    """The handshake ended for want of a protocol in common, and with HTTP/2 on offer it did not."""
    tls, newer = met.exchange.facts.tls, met.openings.facts.at(INSIDE + "http2")
    if tls is None or newer is None or met.wanted not in ("http", "websocket") or newer.protocol not in NEWER:
        return Silent()
    older = met.openings.facts.at(INSIDE + "http")
    if tls.alert not in NO_COMMON_PROTOCOL and (tls.done is False or older is None or _is_http1(older)):
        return Silent()
    return _found(case, replace(met, heard=newer.protocol, tls=True, sure=newer.sure, answer=newer))


def _found(case: Case, met: Speech) -> Found:
    sure = whose(case, met)
    return Found(
        certainty=sure,
        summary=_summary(met),
        because=met.because,
        fixes=_fixes(case, met),
        decided_by=() if sure is Certainty.PROVEN else whose_name(case, met),
    )


def _summary(met: Speech) -> Prose:
    if met.heard in NEWER:
        spoken = say("HTTP/1.1") if met.wanted == "http" else say("WebSocket over HTTP/1.1")
        if met.heard == "grpc":
            return say(
                "{there} speaks HTTP/2 only (gRPC); the client speaks {spoken}.", there=met.there, spoken=spoken
            )
        return say("{there} speaks HTTP/2 only; the client speaks {spoken}.", there=met.there, spoken=spoken)
    return say("{there} speaks HTTP/1 only; the client speaks {wanted}.", there=met.there, wanted=shown(met.wanted))


def _fixes(case: Case, met: Speech) -> tuple[Fix, ...]:
    if met.heard not in NEWER:
        return (
            Fix(
                where="client",
                text=say(
                    "Speak HTTP/1.1 to it, or dial the port on which {wanted} is served:", wanted=shown(met.wanted)
                ),
                commands=(call(url(case, "http")),),
            ),
        )
    return (_newer(case, met), *_both(case, met))


def _newer(case: Case, met: Speech) -> Fix:
    """The client's side: curl by prior knowledge (curl(1)), a client of gRPC."""
    scheme = "https" if met.tls else "http"
    place = quoted(case.target.at(scheme=scheme))
    spoken_to = () if met.tls else (call(url(case, met.heard)),)
    if met.heard == "grpc":
        plain = "" if met.tls else "-plaintext "
        return Fix(
            where="client",
            text=say("Use a client of gRPC:"),
            commands=(*spoken_to, f"grpcurl {plain}{quoted(case.target.endpoint)} list"),
        )
    if met.tls:
        return Fix(where="client", text=say("Let the client offer HTTP/2:"), commands=(f"curl --http2 {place}",))
    return Fix(
        where="client",
        text=say("Let the client speak HTTP/2, without asking first:"),
        commands=(*spoken_to, f"curl --http2-prior-knowledge {place}"),
    )


def _both(case: Case, met: Speech) -> tuple[Fix, ...]:
    """The server's side, where the program is known and its listener is made so."""
    facts = met.openings.facts
    found = listener_there(case, facts.port, facts.address)
    program = found.program.name if found is not None and found.program is not None else ""
    software = met.software or (met.answer.software if met.answer is not None else "")
    if not program.startswith("nginx") and not software.startswith("nginx"):
        return ()
    return (
        Fix(
            where="server",
            text=say(
                "Or let nginx take HTTP/1.1 there, too: before version 1.25.1 a listener with http2 and without ssl takes"
                " nothing else. This finds the line, which is to read:"
            ),
            commands=(f"nginx -T 2>/dev/null | grep -nE 'listen.*{facts.port}.*http2'",),
            config=f"listen {facts.port};",
        ),
    )


_HTTP2_ONLY = nginx("  server { listen 8088 http2; return 204; }", 8088)

GRPC = """\
import socket, threading

HEADERS = b"\\x88\\x5f\\x10application/grpc"

def serve(connection):
    connection.sendall(b"\\x00\\x00\\x00\\x04\\x00\\x00\\x00\\x00\\x00")
    said = b""
    while more := connection.recv(4096):
        said += more
        if not b"PRI * HTTP/2.0".startswith(said[:14]):
            break
        if b"grpc" in said:
            connection.sendall(len(HEADERS).to_bytes(3, "big") + b"\\x01\\x04\\x00\\x00\\x00\\x01" + HEADERS)
    connection.close()

server = socket.create_server(("0.0.0.0", 8080))
while True:
    threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
"""

SCENARIO = Scenario(
    name="http2-only",
    hosts=(client(), router(), server(daemons=(_HTTP2_ONLY,))),
    target="http://10.20.0.5:8088/",
    both_ends=Expected(verdict="http-version-mismatch", certainty="proven"),
    client_alone=Expected(verdict="http-version-mismatch", certainty="proven"),
)

VARIANTS = (
    Scenario(
        name="websocket-to-http2-only",
        hosts=(client(), router(), server(daemons=(_HTTP2_ONLY,))),
        target="ws://10.20.0.5:8088/chat",
        client_alone=Expected(verdict="http-version-mismatch", certainty="proven"),
    ),
    Scenario(
        name="grpc-to-http1-only",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="grpc://10.20.0.5:8080",
        both_ends=Expected(verdict="http-version-mismatch", certainty="proven"),
        client_alone=Expected(verdict="http-version-mismatch", certainty="proven"),
    ),
    Scenario(
        name="a-grpc-server",
        hosts=(client(), router(), server(daemons=(python_server(GRPC),))),
        target="http://10.20.0.5:8080/",
        client_alone=Expected(verdict="http-version-mismatch", certainty="proven"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="prior-knowledge",
        hosts=(client(), router(), server(daemons=(_HTTP2_ONLY,))),
        target="h2c://10.20.0.5:8088/",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="http-version-mismatch",
    title=say("The server speaks another version of HTTP"),
    symptoms=NOT_UNDERSTOOD - {Symptom.REJECTED},
    look_alikes=frozenset({"server-speaks-other-protocol", "http-to-websocket-server"}),
    needs=SPEECH,
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
