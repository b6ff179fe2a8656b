"""Asks the back ends of a proxy, from the machine on which it runs, what the client asked the proxy."""

from __future__ import annotations

from nocarrier.facts.front import Asked, Backend, Elsewhere, Front, Way
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.private import is_loopback
from nocarrier.machines import CannotLook, Machine, Step, Talk, Talked, Tls
from nocarrier.model.record import replace
from nocarrier.model.target import looks_like_address
from nocarrier.probes import Scene
from nocarrier.wire.first_bytes import recognise
from nocarrier.wire.http_reply import decode_http_reply
from nocarrier.wire.requests import host_header, http_request
from nocarrier.wire.websocket import faults, handshake, key_for

MOST_BACKENDS = 4
MOST_ELSEWHERE = 8
CONNECT, ANSWER = 0.6, 1.5
"Seconds; a back end is near, and one that is slower than this keeps its proxy waiting as well."
SETTLE = 0.02
ASKED_IN = frozenset({"http", "https", "tcp"})
"What a back end speaks so that the client's own question can be put to it."
UPGRADED = b"HTTP/1.1 101"


class Question:
    """What the client asked for: enough to ask it again, of whom it may concern."""

    def __init__(self, *, named: str, path: str, websocket: bool, origin: str, subprotocols: tuple[str, ...],
                 headers: tuple[tuple[str, str], ...]) -> None:  # fmt: skip
        self.named, self.path, self.websocket = named, path, websocket
        self.origin, self.subprotocols, self.headers = origin, subprotocols, headers
        self.key = key_for(f"{named}{path}")

    @classmethod
    def of(cls, scene: Scene) -> Question:
        """That of this case's target and options."""
        target, options = scene.case.target, scene.options
        return cls(
            named=host_header(target.host, target.port, target.scheme),
            path=target.path or "/",
            websocket=target.scheme in ("ws", "wss", "websocket"),
            origin=options.origin,
            subprotocols=options.subprotocols,
            headers=options.headers,
        )

    def message(self, named: str, path: str) -> bytes:
        """The request, for another host name and path."""
        if not self.websocket:
            return http_request(named, path, headers=self.headers)
        return handshake(
            named,
            path,
            key=self.key,
            origin=self.origin or None,
            subprotocols=self.subprotocols,
            headers=self.headers,
        )

    def plain(self, named: str, path: str, *, version: str) -> bytes:
        """The request as it arrives where nobody passed the upgrade on: its own headers are dropped, all others stay."""
        said = self.message(named, path)
        for whole, left in ((b"\r\nUpgrade: websocket", b""), (b"\r\nConnection: Upgrade", b"\r\nConnection: close")):
            said = said.replace(whole, left, 1)
        return said.replace(b" HTTP/1.1\r\n", f" HTTP/{version}\r\n".encode(), 1)


def ask(scene: Scene, machine: Machine, way: Way, question: Question) -> tuple[Asked, ...]:
    """Each back end that is in use, all at once; the plain question beside the other where the upgrade is stripped."""
    backends = [one for one in way.backends if one.ready and one.speaks in ASKED_IN] or list(way.backends)
    placed = [
        (backend, address) for backend in backends[:MOST_BACKENDS] for address in _addresses(scene, machine, backend)
    ]
    asked = [
        _talk(scene, backend, address, question.message(backend.named, backend.path)) for backend, address in placed
    ]
    stripped = question.websocket and way.upgrade == "stripped"
    version = "1.0" if "version" in way.lacking else "1.1"
    left = [question.plain(one.named, one.path, version=version) for one, _ in placed] if stripped else []
    plain = [_talk(scene, one, at, said) for (one, at), said in zip(placed, left, strict=False)]
    if not asked:
        return ()
    heard = machine.converse([*asked, *plain])
    found = [
        _read(backend, address, talked, question) for (backend, address), talked in zip(placed, heard, strict=False)
    ]
    for at, talked in enumerate(heard[len(placed) :]):
        reply = decode_http_reply(_received(talked))
        silent = talked.connected and not _received(talked)
        found[at] = replace(found[at], plain=reply.status if reply else 0, plain_closed=silent and _ended(talked))
    return tuple(found)


def look_elsewhere(
    scene: Scene, machine: Machine, question: Question, listeners: Listeners, front: Front
) -> tuple[Elsewhere, ...]:
    """Other listeners of the machine that take what the back end does not; of a WebSocket only those that upgrade."""
    taken = {(scene.case.target.port or 0)} | {one.port for one in front.asked}
    others = [
        one
        for one in listeners.listeners
        if one.program is not None and one.program.pid != front.pid and one.port not in taken and one.port != 22
    ][:MOST_ELSEWHERE]
    backend = front.way.backends[0] if front.way is not None and front.way.backends else None
    if backend is None or backend.unix or not others or not _own(front):
        return ()
    addresses = ["127.0.0.1" if one.any_address else one.bare for one in others]
    talks = [
        _talk(scene, replace(backend, port=one.port), address, question.message(backend.named, backend.path))
        for one, address in zip(others, addresses, strict=True)
    ]
    found = []
    for one, address, talked in zip(others, addresses, machine.converse(talks), strict=True):
        asked = _read(backend, address, talked, question)
        if one.program is not None and (asked.upgraded if question.websocket else asked.answers):
            found.append(Elsewhere(address=address, port=one.port, program=one.program.name, pid=one.program.pid,
                                   status=asked.status, upgraded=asked.upgraded))  # fmt: skip
    return tuple(found)


def _own(front: Front) -> bool:
    """The back end is on the proxy's own machine."""
    return all(is_loopback(one.address) for one in front.asked)


def _addresses(scene: Scene, machine: Machine, backend: Backend) -> list[str]:
    """Where a back end is, as that machine resolves its name; the first address of it."""
    if backend.unix or looks_like_address(backend.host):
        return [backend.host]
    try:
        resolved = machine.resolve(backend.host, scene.remaining(1.0))
    except CannotLook:
        return []
    # A proxy tries them in turn; localhost is mostly meant as 127.0.0.1.
    return sorted(resolved.addresses, key=lambda address: ":" in address)[:1] or [""]


def _talk(scene: Scene, backend: Backend, address: str, message: bytes) -> Talk:
    tls = Tls(server_name=backend.named.partition(":")[0], verify=False) if backend.speaks == "https" else None
    step = Step(tls=tls, send=message, seconds=scene.remaining(ANSWER), settle=SETTLE, unless=UPGRADED, most=4096)
    return Talk(
        transport="unix" if backend.unix else "tcp",
        address=address or "0.0.0.0",
        port=backend.port,
        timeout=scene.remaining(CONNECT),
        steps=(step,) if backend.speaks in ASKED_IN else (),
    )


def _read(backend: Backend, address: str, talked: Talked, question: Question) -> Asked:
    """What one of them did."""
    received = _received(talked)
    reply = decode_http_reply(received)
    usual = Asked(address=address or backend.host, port=0 if backend.unix else backend.port)
    if not address:
        return replace(usual, errno="EAI_NONAME")
    if not talked.connected:
        return replace(usual, errno="" if talked.expired else talked.errno, expired=talked.expired)
    if backend.speaks not in ASKED_IN:
        return replace(usual, taken=True)
    if reply is None:
        spoke = recognise(received).protocol or ("?" if received else "")
        return replace(
            usual, closed=_ended(talked) and not received, silent=not received and not _ended(talked), spoke=spoke
        )
    upgraded = question.websocket and reply.status == 101 and not faults(reply, question.key, question.subprotocols)
    return replace(usual, status=reply.status, upgraded=upgraded)


def _received(talked: Talked) -> bytes:
    return b"".join(heard.received for heard in talked.heard)


def _ended(talked: Talked) -> bool:
    return any(heard.end in ("closed", "reset", "tls-failed") for heard in talked.heard) or bool(talked.errno)
