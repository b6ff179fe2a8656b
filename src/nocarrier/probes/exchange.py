"""What does the client's own attempt come to, once the connection stands?

Over the connection that was made (`probes/tcp.py` leaves it standing where this machine is near), the client begins TLS
where its scheme says so, and says what such a client says first: a handshake of WebSocket, a request, the first message
of the service; or it waits for the greeting. A target without a protocol (``tcp``) promises no byte; there only a peer
that hangs up at once is noticed, or one whose first words are of another protocol.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.exchange import MOST_OF_HTTP, Exchange, HttpReply, TlsHandshake, TurnedAway, Untried
from nocarrier.facts.services import PROTOCOL, WRAPPED
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Dial, Machine, Step, Talk, Talked, Tls
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.target import Target
from nocarrier.probes import Observation, Options, Scene

AFTER = (TcpAttempt,)
PATIENCE = 3.0
"Seconds for the first byte."
TRIES, TRY, ROUND_TRIPS = 7, 0.25, 4.0
"""How often the connection is tried, and the seconds for each, or round trips where that is more: it was made a moment
ago, so what is lost now is lost at random, and the next packet has another chance (`probes/tcp.py`)."""
LONGER = {"smtp": 6.5, "http": 3.6, "websocket": 3.6}
"""HAProxy says that nobody is behind it after three more attempts, a second apart, by its defaults (retries 3). Mail servers
let clients wait before they greet, to tell those that do not: postscreen_greet_wait is 6 s (postconf(5)), sendmail's
greet_pause 5 s."""
SETTLE = 0.001
"Seconds after the first bytes for more of them: what a server says on being asked comes in one piece."
HASTY = 0.6
"Seconds, over four round trips, after which it is asked whether a silent port speaks another language."
REST, LONGEST_REST = 0.02, 0.2
"Seconds, over two round trips, for the body behind a head that is not what was hoped for; and the most."
HANGING_UP, LONGEST_HANGING_UP = 0.004, 0.02
"Seconds, over two round trips, in which a peer that hangs up at once has done it; and the most that is waited."
MOST = 1024
"Bytes that are taken of an answer that is not HTTP's."
MOST_OF_CHAIN = 8
"Certificates that are read; a chain has two to four."
HTTP = ("http", "websocket")
AT_ONCE = {"ssh": b"SSH-2.0-nocarrier\r\n"}
"Both ends send their identification as soon as they are connected (RFC 4253, section 4.2)."
KEYS = 0.3
"""Seconds for what follows an identification, over two round trips: the keys, or a word that it was none (RFC 4253,
section 7.1: both send theirs at once)."""
LISTENING = {"text": b"\n", "frame": b"\0\0\0\4"}
"""Scheme of a Workerman → an empty message (one line; u32 length that counts itself). A program need not answer it, but
a server of another protocol often says at once that it does not understand."""


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, of the address that a client would use."""
    attempt = next((seen.facts for seen in scene.case.every(TcpAttempt) if seen.facts.connected), None)
    if attempt is None:
        return
    talk = planned(scene, attempt)
    facts = _patiently(scene, machine, talk, attempt)
    if facts.hung_up or facts.silent:
        facts = _again(scene, machine, talk, facts, attempt)
    elif facts.protocol == "postgresql" and (facts.untried == "user" or facts.forbidden):
        facts = _encrypted(scene, machine, talk) or facts
    yield Observation(facts, summary(facts))


def _patiently(scene: Scene, machine: Machine, talk: Talk, attempt: TcpAttempt) -> Exchange:
    """What comes within the whole patience; or what does not come soon, where the port speaks another language.

    A web server may take its time. Any other one greets or answers at once, or it waits for words that this client will
    never say: then waiting for the rest of the time would tell nothing.
    """
    hasty = HASTY + ROUND_TRIPS * attempt.waited_ms / 1e3
    protocol = protocol_of(scene.case.target)
    if protocol in ("", "tls", *HTTP) or len(talk.steps) > 1 or hasty >= talk.steps[0].seconds:
        return _tried(scene, machine, talk)
    facts = _tried(scene, machine, replace(talk, steps=(replace(talk.steps[0], seconds=hasty),)))
    if not facts.silent:
        return facts
    from nocarrier.probes.openings import speaks_otherwise

    if speaks_otherwise(scene, machine, attempt):
        return facts
    return _tried(scene, machine, replace(talk, kept=False))


def _tried(scene: Scene, machine: Machine, talk: Talk) -> Exchange:
    for _ in range(TRIES):
        (talked,) = machine.converse([talk])
        if talked.connected or not talked.expired:
            break
    return read(scene.case.target, scene.options, talked, address=talk.address, port=talk.port, waits=talk.timeout)


def _again(scene: Scene, machine: Machine, talk: Talk, first: Exchange, attempt: TcpAttempt) -> Exchange:
    """A second connection, where the first brought nothing.

    Where it is not made either, that is what there is to tell. A listener that takes one connection only (``nc -l``) is
    gone after that of the attempt, and resets what came just before.
    """
    steps = talk.steps if first.hung_up else ()
    second = _tried(scene, machine, replace(talk, kept=False, steps=steps))
    if second.connected:
        return second if first.hung_up else first
    same = first.local_port == attempt.local_port
    return first if same and not second.expired else second


def _encrypted(scene: Scene, machine: Machine, talk: Talk) -> Exchange | None:
    """The same session inside TLS, as libpq begins it where it can (sslmode=prefer verifies nothing): a line of pg_hba.conf
    may be for those only. None where the server has no TLS, its handshake was not done, or nothing came of it."""
    from nocarrier.wire.openings import SSL_REQUEST

    (said,) = talk.steps
    ask = Step(send=SSL_REQUEST, size=1, seconds=said.seconds, expect=b"S")
    wrapped = replace(said, tls=Tls(server_name=scene.case.target.host, verify=False))
    (talked,) = machine.converse([replace(talk, kept=False, steps=(ask, wrapped))])
    if talked.tls is not None and not talked.tls.done:
        return None  # what came is no word of PostgreSQL's
    facts = read(scene.case.target, scene.options, talked, address=talk.address, port=talk.port, skip=1)
    return facts if facts.size else None


def protocol_of(target: Target) -> str:
    """What the client speaks, inside TLS where that is there; empty where the scheme does not say."""
    protocol = WRAPPED.get(target.scheme) or PROTOCOL.get(target.scheme, "")
    if protocol in (*HTTP, "tls", ""):
        return protocol
    from nocarrier.wire.openings import GREETING, opening

    return protocol if protocol in GREETING or opening(protocol, target.host) else ""


def planned(scene: Scene, attempt: TcpAttempt) -> Talk:
    """The connection of the attempt, or another one to the same address, and what is said over it."""
    source, source_port = _source(scene, attempt)
    # Something must be left of the whole diagnosis to find out why nothing came.
    longest = scene.remaining() * 0.65
    return Talk(
        address=attempt.address,
        port=attempt.port,
        timeout=min(PATIENCE, longest, max(TRY, ROUND_TRIPS * attempt.waited_ms / 1e3)),
        source=source,
        source_port=source_port,
        kept=True,
        steps=steps(scene.case.target, scene.options, longest=longest, round_trip=attempt.waited_ms / 1e3),
    )


def _source(scene: Scene, attempt: TcpAttempt) -> tuple[str, int]:
    source = scene.options.source
    bound = bool(source) and (":" in source) == (":" in attempt.address)
    return (source, scene.options.source_port) if bound else ("", 0)


def opened(scene: Scene, attempt: TcpAttempt) -> Dial:
    """Another connection to the same address, with the client's first message, of which the answer is not examined."""
    source, source_port = _source(scene, attempt)
    protocol = PROTOCOL.get(scene.case.target.scheme, "") and protocol_of(scene.case.target)
    said = b""
    if protocol:
        wrapped = scene.case.target.scheme in WRAPPED
        said = _opening("tls" if wrapped else protocol, scene.case.target)
    longest = scene.remaining() * 0.65
    return Dial(
        transport="tcp",
        address=attempt.address,
        port=attempt.port,
        timeout=min(PATIENCE, longest, max(TRY, ROUND_TRIPS * attempt.waited_ms / 1e3)),
        source=source,
        source_port=source_port,
        send=said,
        receive=MOST,
        receive_for=min(PATIENCE, longest) if protocol else _hanging_up(attempt.waited_ms / 1e3),
        settle=SETTLE,
    )


def _hanging_up(round_trip: float) -> float:
    return min(HANGING_UP + 2 * round_trip, LONGEST_HANGING_UP)


def steps(
    target: Target, options: Options, *, longest: float = PATIENCE, round_trip: float = 0.0
) -> tuple[Step, ...]:
    """What the client says once it has its connection, and waits for; no part takes longer than ``longest`` seconds."""
    protocol = protocol_of(target)
    seconds = min(LONGER.get(protocol, PATIENCE), longest)
    tls = _tls(target, protocol)
    if protocol in HTTP:
        # Nothing more is wanted of an upgrade. Of a page the rest is, for a server may break in the middle of it; it was
        # asked to close behind it.
        hoped = b"HTTP/1.1 101" if protocol == "websocket" else b""
        head = Step(
            tls=tls,
            send=request(target, options),
            until=b"\r\n\r\n",
            most=MOST_OF_HTTP,
            seconds=seconds,
            expect=b"HTTP/1.",
            unless=hoped,
        )
        return head, Step(most=MOST_OF_HTTP, seconds=min(REST + 2 * round_trip, LONGEST_REST))
    if protocol == "tls":
        return (Step(tls=tls, most=0, seconds=seconds),)
    if not protocol:
        said = LISTENING.get(target.scheme, b"")
        return (Step(send=said, most=MOST, seconds=_hanging_up(round_trip), settle=SETTLE),)
    said = AT_ONCE.get(protocol) or _opening(protocol, target)
    first = Step(tls=tls, send=said, most=MOST, seconds=seconds, settle=SETTLE)
    if protocol in AT_ONCE:
        return first, Step(size=1, most=MOST, seconds=min(KEYS + 2 * round_trip, longest), settle=SETTLE)
    return (first,)


def _opening(protocol: str, target: Target) -> bytes:
    from nocarrier.wire.openings import opening

    return opening(protocol, target.host, target.path, target.user)


def _tls(target: Target, protocol: str) -> Tls | None:
    if target.scheme not in WRAPPED:
        return None
    return Tls(server_name=target.host, alpn=("http/1.1",) if protocol in HTTP else ())


def request(target: Target, options: Options) -> bytes:
    """The client's request, or handshake."""
    from nocarrier.wire.requests import host_header, http_request

    host = host_header(target.host, target.port, target.scheme)
    if protocol_of(target) == "websocket":
        from nocarrier.wire.websocket import handshake

        return handshake(
            host,
            target.path or "/",
            key=_key(target),
            origin=options.origin or None,
            subprotocols=options.subprotocols,
            headers=options.headers,
        )
    origin = (("Origin", options.origin),) if options.origin else ()
    return http_request(host, target.path or "/", headers=(*origin, *options.headers))


def _key(target: Target) -> str:
    from nocarrier.wire.websocket import key_for

    return key_for(f"{target.host}:{target.port}")


def read(
    target: Target,
    options: Options,
    talked: Talked,
    *,
    address: str,
    port: int,
    skip: int = 0,
    waits: float = 0.0,
) -> Exchange:
    """The facts of one conversation, whose first ``skip`` steps were not those of `steps`.

    ``waits`` seconds were given to each try of the connection.
    """
    protocol = protocol_of(target)
    heard = talked.heard[skip:]
    facts = Exchange(
        address=address,
        port=port,
        protocol=protocol,
        asked=bool(talked.connected and any(step.send or step.tls for step in steps(target, options))),
        connected=talked.connected,
        errno=talked.errno,
        expired=talked.expired,
        waited_ms=round(waits * TRIES * 1e3 if talked.expired else sum(one.took_ms for one in heard), 1),
        local_address=talked.local_address,
        local_port=talked.local_port,
        origin=options.origin if protocol in HTTP else "",
        subprotocols=options.subprotocols if protocol == "websocket" else (),
        version=_version(options) if protocol == "websocket" else "",
    )
    if not talked.connected or not heard:
        return facts
    tls = _handshake(target, talked, heard[-1].end) if target.scheme in WRAPPED else None
    received = b"".join(one.received for one in heard)
    refusal = _turned_away(received, protocol)
    untried = _untried(target, received, protocol, refusal)
    said = received if received or (tls is not None and tls.done) or talked.tls is None else talked.tls.received
    done = protocol == "tls" and tls is not None and tls.done
    ended = heard[-1].end in ("closed", "reset")
    return _read_words(
        replace(
            facts,
            tls=tls,
            errno=talked.errno if not said and not done else "",
            expired=not said and not done and heard[-1].end == "expired",
            closed=not said and not done and ended,
            size=len(said) + done,
            turned_away=None if untried == "user" else refusal,
            untried=untried,
        ),
        target,
        said,
        received,
        talked.errno or ended * "closed",
    )


def _version(options: Options) -> str:
    """The version that the handshake names: 13 (RFC 6455), unless the user wants another."""
    given = [value for name, value in options.headers if name.lower() == "sec-websocket-version"]
    return given[-1] if given and given[-1].isdigit() and len(given[-1]) <= 3 else "13"


def _handshake(target: Target, talked: Talked, end: str) -> TlsHandshake:
    seen = talked.tls
    if seen is None:
        return TlsHandshake(done=False, end=end, server_name=target.host)
    plain = bool(seen.received) and not (0x14 <= seen.received[0] <= 0x17 and seen.received[1:2] in (b"\3", b""))
    # In TLS 1.3 a server says only then that it misses the client's certificate (RFC 8446, section 4.4.2.4).
    done = seen.done and end != "tls-failed"
    return TlsHandshake(
        done=done,
        end="" if done else end,
        version=seen.version or _chosen_version(seen.received),
        cipher=seen.cipher,
        alpn=seen.alpn,
        server_name=target.host,
        verify_code=seen.verify_code,
        verify_error=seen.verify_error,
        alert=seen.alert,
        reason=seen.reason,
        answered=bool(seen.received),
        plain=plain,
        took_ms=seen.took_ms,
        **({} if done else _certificates(tuple(dict.fromkeys(seen.certificates)))),
    )


def _chosen_version(received: bytes) -> str:
    """What the server chose in a handshake that came to nothing."""
    from nocarrier.wire.tls_record import chosen_version

    return chosen_version(received)


def _certificates(sent: tuple[bytes, ...]) -> dict[str, Any]:
    """How many came and hang together; the server's own, and the one whose time is over first."""
    from nocarrier.wire.certificate import decode_certificate, hanging_together

    read = [decode_certificate(der) for der in sent[:MOST_OF_CHAIN]]
    dated = [one for one in read if one is not None and one.not_after]
    return {
        "chain": len(sent),
        "linked": hanging_together(sent) if len(sent) <= MOST_OF_CHAIN else len(sent),
        "certificate": read[0] if read else None,
        "first_to_end": min(dated, key=lambda one: one.not_after, default=None),
    }


def _read_words(facts: Exchange, target: Target, said: bytes, received: bytes, ended: str) -> Exchange:
    """With what the bytes are that came; ``ended`` is the errno of the end, ``closed``, or empty."""
    if not said or (facts.tls is not None and not facts.tls.done and not facts.tls.plain):
        return facts
    http = _reply(received, bool(ended)) if received.startswith(b"HTTP/") else None
    if facts.protocol == "websocket" and http is not None and http.status == 101:
        from nocarrier.wire.websocket import accept_for, faults

        broken = faults(http, _key(target), facts.subprotocols)
        right = accept_for(_key(target)) if broken else ""
        turned = _closed_with_it(received) if not broken else None
        return replace(facts, http=http, spoke="websocket", broken=broken, accept=right, turned_away=turned)
    if facts.protocol == "http" and http is not None and 200 <= http.status < 300:
        return replace(facts, http=http, spoke="http")
    broken_off = http is not None and not http.whole and ended != "closed"
    return _recognised(replace(facts, http=http, errno=ended if broken_off else ""), target, said)


def _closed_with_it(received: bytes) -> TurnedAway | None:
    """The server upgrades, and closes the WebSocket in the same breath: no client has anything of it."""
    from nocarrier.wire.first_bytes import printable
    from nocarrier.wire.websocket import closing

    closed = closing(received)
    if closed is None:
        return None
    code, reason = closed
    return TurnedAway(protocol="websocket", code=str(code), text=printable(reason.encode())[:200])


def _reply(received: bytes, ended: bool) -> HttpReply | None:
    from nocarrier.wire.http_reply import decode_http_reply

    return decode_http_reply(received, closed=ended)


def _recognised(facts: Exchange, target: Target, said: bytes) -> Exchange:
    from nocarrier.wire.first_bytes import printable, recognise
    from nocarrier.wire.own_words import allowed
    from nocarrier.wire.unprompted import understood

    asked = b"" if facts.protocol in ("tls", "") else _opening(facts.protocol, target)
    found = recognise(said, asked)
    return replace(
        facts,
        spoke=found.protocol,
        sure=found.sure,
        excerpt=printable(said.split(b"\n", 1)[0]) or printable(said),  # no header, which may be secret
        foreign=facts.turned_away is None
        and not (
            allowed(target.scheme, facts.protocol, found, facts.http, said) and understood(facts.protocol, said)
        ),
    )


def _turned_away(received: bytes, protocol: str) -> TurnedAway | None:
    if not received or not protocol or protocol in HTTP:
        return None
    from nocarrier.wire.turned_away import turned_away

    return turned_away(received, protocol)


def _untried(target: Target, received: bytes, protocol: str, refusal: TurnedAway | None) -> Untried:
    """Empty where nothing is left to try."""
    if refusal is not None:
        return "user" if refusal.forbidden and protocol == "postgresql" and not target.user else ""
    if not received or protocol in ("", "tls"):
        return ""
    if protocol == "redis":
        from nocarrier.wire.turned_away import wants_a_login

        if wants_a_login(received, protocol):
            return "login"
    return "password" if target.password else ""


def summary(facts: Exchange) -> Prose:
    """What came, in a line."""
    there = facts.there
    if facts.fine and facts.untried:
        from nocarrier.probes._exchange_words import of_untried

        return of_untried(facts, there)
    if facts.upgraded:
        return say("{there} accepts the WebSocket handshake", there=there)
    if facts.fine and facts.size:
        return say("{there} answers", there=there)
    if facts.fine and facts.connected:
        return say("{there} keeps the connection", there=there)
    from nocarrier.probes._exchange_words import told

    return told(facts, there)
