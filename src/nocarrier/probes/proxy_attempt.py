"""What does the client's own attempt come to by way of the proxy?

One connection to the proxy's first address that takes one: the proxy is asked for the target, and where it grants it,
the client says over that connection what it would have said directly (`probes/exchange.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.facts.proxies import Proxies, Proxy
from nocarrier.facts.proxy_attempt import ProxyAttempt
from nocarrier.facts.services import WRAPPED
from nocarrier.machines import Heard, Machine, Step, Talk, Talked, Tls
from nocarrier.model.annotations import Literal
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record, replace
from nocarrier.model.target import Target, endpoint
from nocarrier.probes import Observation, Scene
from nocarrier.probes.exchange import read, steps
from nocarrier.probes.proxies import with_credentials
from nocarrier.readings.proxy_url import ProxyUrl
from nocarrier.readings.target import is_address
from nocarrier.wire import socks
from nocarrier.wire.http_reply import decode_http_reply
from nocarrier.wire.proxy_requests import challenges, connect_request, through_a_proxy

AFTER = (Proxies,)
CONNECT_TIME, ANSWER_TIME = 3.0, 6.0
"""Seconds for the connection, and for the proxy's answer: that of a proxy which waits for a target that keeps silent
comes later still (squid's connect_timeout is 60 s), and then says nothing that the direct attempt does not."""
RESOLVE_TIME = 3.0
MOST_ADDRESSES = 4
MOST_OF_AN_ANSWER = 8192
GRANTED = (b"HTTP/1.1 200", b"HTTP/1.0 200")
"How the answer to a CONNECT begins; the second one is that of older proxies (tinyproxy, privoxy)."
Way = Literal["absolute", "tunnel", "socks4", "socks5"]


class _Plan(Record, kw_only=True):
    """The steps up to the target's grant, and what they are."""

    way: Way
    steps: tuple[Step, ...]
    stages: tuple[Literal["greeting", "login", "request"], ...]
    offered: bool = False


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation where a proxy applies."""
    proxies = scene.case.seen(Proxies)
    if proxies is None or proxies.facts.proxy is None:
        return
    facts = _Attempted(scene, machine, with_credentials(scene, machine, proxies.facts.chosen)).facts()
    yield Observation(facts, summary(facts))


class _Attempted:
    """One target by way of one proxy."""

    def __init__(self, scene: Scene, machine: Machine, through: ProxyUrl) -> None:
        self._scene = scene
        self._machine = machine
        self._target = scene.case.target
        self._through = through
        self._proxy = through.proxy
        self._way: Way = way_of(through.proxy, scene.case.target)
        self._blank = ProxyAttempt(proxy=self._proxy, way=self._way, stage="name")

    def facts(self) -> ProxyAttempt:
        """What came of it."""
        addresses = self._addresses()
        if not addresses:
            return replace(self._blank, errno="EAI_NONAME")
        wanted = self._wanted()
        if not wanted:
            return replace(self._blank, stage="request", address=addresses[0], errno="EAI_NONAME")
        found = self._blank
        for address in addresses:
            found = self._through_address(address, wanted)
            if found.stage != "connect":
                break
        return found

    def _addresses(self) -> tuple[str, ...]:
        if is_address(self._proxy.host):
            return (self._proxy.host,)
        resolved = self._machine.resolve(self._proxy.host, self._scene.remaining(RESOLVE_TIME))
        return resolved.addresses[:MOST_ADDRESSES]

    def _wanted(self) -> str:
        """The host that the proxy is asked for; an address, where this machine is to look the name up itself."""
        if self._way == "socks4" and ":" in self._target.host:
            return ""  # SOCKS4 carries no IPv6 address
        if self._proxy.resolves or is_address(self._target.host):
            return self._target.host
        found = self._machine.resolve(self._target.host, self._scene.remaining(RESOLVE_TIME)).addresses
        known = [one for one in found if ":" not in one] or ([] if self._way == "socks4" else list(found))
        return known[0] if known else ""

    def _through_address(self, address: str, wanted: str) -> ProxyAttempt:
        for plan in self._plans(wanted):
            talked = self._talk(address, plan)
            facts = self._read(address, plan, talked)
            if not self._another(plan, talked):
                return facts
        return facts

    def _plans(self, wanted: str) -> Iterator[_Plan]:
        """The usual conversation first, then that which its answer may call for."""
        port = self._target.port or 0
        user, password = self._through.user, self._through.password
        if self._way == "absolute":
            yield _Plan(way="absolute", steps=(), stages=(), offered=self._proxy.credentials)
        elif self._way == "tunnel":
            asked = connect_request(endpoint(wanted, port), user, password)
            for granted in GRANTED:
                step = self._step(asked, until=b"\r\n\r\n", expect=granted)
                yield _Plan(way="tunnel", steps=(step,), stages=("request",), offered=self._proxy.credentials)
        elif self._way == "socks4":
            asked = socks.request_4(wanted, port, user)
            step = self._step(asked, size=socks.REPLY_4_SIZE, expect=bytes((0, socks.GRANTED_4)))
            yield _Plan(way="socks4", steps=(step,), stages=("request",), offered=self._proxy.credentials)
        else:
            yield from self._socks5(wanted, port)

    def _socks5(self, wanted: str, port: int) -> Iterator[_Plan]:
        request = self._step(
            socks.request_5(wanted, port), size=socks.REPLY_5_LEAST, expect=bytes((socks.VERSION_5, 0))
        )
        if self._proxy.credentials:
            hello = self._step(
                socks.greeting(socks.NO_AUTHENTICATION, socks.PASSWORD), size=2, expect=bytes((5, socks.PASSWORD))
            )
            login = self._step(socks.login(self._through.user, self._through.password), size=2, expect=b"\x01\x00")
            yield _Plan(
                way="socks5", steps=(hello, login, request), stages=("greeting", "login", "request"), offered=True
            )
        hello = self._step(socks.greeting(socks.NO_AUTHENTICATION), size=2, expect=b"\x05\x00")
        yield _Plan(way="socks5", steps=(hello, request), stages=("greeting", "request"))
        both = self._step(socks.greeting(socks.NO_AUTHENTICATION, socks.PASSWORD), size=2, expect=b"\x05\x00")
        yield _Plan(way="socks5", steps=(both, request), stages=("greeting", "request"))

    def _another(self, plan: _Plan, talked: Talked) -> bool:
        """Whether the conversation ended at something that another one gets past."""
        if not talked.heard or talked.heard[-1].end != "unmet":
            return False
        last = talked.heard[-1].received
        if self._way == "tunnel":
            return last.startswith(GRANTED[1])
        if self._way != "socks5" or len(talked.heard) != 1:
            return False
        method = socks.decode_method(last)
        # One that picks "none" where a password was offered; one that picks nothing: what would it take?
        return method == (socks.NO_AUTHENTICATION if plan.offered else socks.NONE_ACCEPTABLE)

    def _step(self, said: bytes, *, until: bytes = b"", size: int = 0, expect: bytes) -> Step:
        return Step(
            send=said,
            until=until,
            size=size,
            most=MOST_OF_AN_ANSWER,
            seconds=self._scene.remaining(ANSWER_TIME) * 0.65,
            expect=expect,
        )

    def _talk(self, address: str, plan: _Plan) -> Talked:
        own = steps(self._target, self._scene.options, longest=self._scene.remaining(ANSWER_TIME) * 0.65)
        if plan.way == "absolute":
            origin = f"http://{endpoint(self._target.host, self._target.port or 80)}"
            asked = through_a_proxy(own[0].send, origin, self._through.user, self._through.password)
            own = (replace(own[0], send=asked), *own[1:])
        script = (*plan.steps, *(() if self._nested else own))
        if self._proxy.scheme == "https":
            script = (replace(script[0], tls=Tls(server_name=self._proxy.host)), *script[1:])
        talk = Talk(
            address=address,
            port=self._proxy.port,
            source=self._scene.source_toward(address),
            timeout=min(CONNECT_TIME, self._scene.remaining() * 0.5),
            steps=script,
        )
        return self._machine.converse([talk])[0]

    @property
    def _nested(self) -> bool:
        """TLS to the target inside TLS to the proxy: the tunnel is seen to stand, and what is in it is not."""
        return self._proxy.scheme == "https" and self._target.scheme in WRAPPED

    def _read(self, address: str, plan: _Plan, talked: Talked) -> ProxyAttempt:
        facts = replace(
            self._blank,
            stage="connect",
            address=address,
            offered=plan.offered,
            errno=talked.errno,
            expired=talked.expired,
            waited_ms=round(talked.took_ms, 1),
        )
        if not talked.connected or not talked.heard:
            return facts
        if self._proxy.scheme == "https" and (talked.tls is None or not talked.tls.done) and len(talked.heard) == 1:
            reason = talked.tls.verify_error or talked.tls.alert or talked.tls.reason if talked.tls else ""
            return replace(facts, stage="tls", errno=reason or facts.errno)
        if len(talked.heard) <= len(plan.steps):
            at = len(talked.heard) - 1
            if self._nested and at == len(plan.steps) - 1 and talked.heard[at].end == "enough":
                return replace(facts, stage="exchange")
            return self._refused(replace(facts, stage=plan.stages[at]), talked.heard)
        return self._exchanged(facts, plan, talked)

    def _exchanged(self, facts: ProxyAttempt, plan: _Plan, talked: Talked) -> ProxyAttempt:
        found = replace(
            read(
                self._target,
                self._scene.options,
                talked,
                address=facts.address,
                port=self._proxy.port,
                skip=len(plan.steps),
            ),
            beyond=endpoint(self._target.host, self._target.port or 0),
        )
        whole = replace(facts, stage="exchange", exchange=found)
        if plan.way != "absolute" or found.http is None:
            if plan.way == "absolute" and not found.fine:
                return replace(self._refused(replace(facts, stage="request"), talked.heard))
            return whole
        said = self._own_word(replace(facts, stage="request"), found.http)
        return (
            said if said.challenges or said.surely_the_proxys or found.http.status in (407, 502, 503, 504) else whole
        )

    def _refused(self, facts: ProxyAttempt, heard: Sequence[Heard]) -> ProxyAttempt:
        """The conversation ended before the target was granted."""
        last = heard[-1]
        ended = replace(facts, expired=last.end == "expired", closed=last.end in ("closed", "reset"))
        if not last.received:
            return ended
        reply = decode_http_reply(last.received, closed=ended.closed)
        if reply is not None and self._way in ("absolute", "tunnel"):
            return self._own_word(replace(ended, expired=False, closed=False), reply)
        return self._in_socks(ended, last.received)

    def _own_word(self, facts: ProxyAttempt, reply: object) -> ProxyAttempt:
        from nocarrier.facts.exchange import HttpReply
        from nocarrier.wire.testimony import witnesses

        assert isinstance(reply, HttpReply)
        asked = challenges(reply.header("proxy-authenticate")) if reply.status == 407 else ()
        seen = witnesses(reply.status, list(reply.headers.items()), reply.body)
        return replace(facts, reply=reply, witnesses=seen, challenges=asked or ("?",) * (reply.status == 407))

    def _in_socks(self, facts: ProxyAttempt, received: bytes) -> ProxyAttempt:
        if facts.stage == "greeting":
            method = socks.decode_method(received)
            if method in (socks.PASSWORD, socks.GSSAPI, socks.NONE_ACCEPTABLE):
                names = {socks.PASSWORD: "password", socks.GSSAPI: "GSSAPI"}
                return replace(facts, code=method, challenges=(names.get(method, "?"),))
        elif facts.stage == "login" and socks.decode_status(received) is not None:
            return replace(facts, code=received[1], challenges=("password",))
        elif facts.stage == "request":
            decode = socks.decode_reply_4 if self._way == "socks4" else socks.decode_reply_5
            reply = decode(received) if self._way in ("socks4", "socks5") else None
            if reply is not None:
                return replace(facts, code=reply.code, meaning=reply.meaning)
        from nocarrier.wire.first_bytes import recognise

        return replace(facts, spoke=recognise(received).protocol or "?")


def way_of(proxy: Proxy, target: Target) -> Way:
    """How clients ask such a proxy for such a target: only plain http goes without a tunnel."""
    if proxy.socks:
        return "socks4" if proxy.scheme.startswith("socks4") else "socks5"
    return "absolute" if target.scheme == "http" else "tunnel"


def summary(facts: ProxyAttempt) -> Prose:
    """How far it came, in a line."""
    there, outcome = facts.there, facts.outcome
    if facts.stage == "name":
        return say("the proxy's name {host} has no address", host=facts.proxy.host)
    if outcome == "unreached":
        return say("the proxy {there} is not reached: {errno}", there=there, errno=facts.errno or "ETIMEDOUT")
    if outcome == "silent":
        return _silent(facts)
    if outcome == "no-proxy":
        return say("what answers at {there} is no such proxy", there=there)
    if outcome == "login":
        return say("the proxy {there} wants credentials: {schemes}", there=there, schemes=", ".join(facts.challenges))
    if outcome in ("forbidden", "target", "failed"):
        return say("the proxy {there} says: {words}", there=there, words=words(facts))
    if outcome == "answered":
        return say("the target answers by way of the proxy {there}, and not as it should", there=there)
    return say("the target answers by way of the proxy {there}", there=there)


def _silent(facts: ProxyAttempt) -> Prose:
    if facts.closed:
        return say("the proxy {there} takes the connection and hangs up", there=facts.there)
    if facts.expired:
        return say("the proxy {there} takes the connection and says nothing", there=facts.there)
    return say("the name of the target has no address here, and {proxy} wants one", proxy=facts.proxy.url)


def words(facts: ProxyAttempt) -> str:
    """The proxy's answer as it gave it."""
    if facts.reply is not None:
        text = next((one.text for one in facts.witnesses if one.says and one.text), "")
        line = f"{facts.reply.status} {facts.reply.reason}".strip()
        return f"{line} ({text})" if text else line
    return f"{facts.meaning or '?'} ({facts.code})"
