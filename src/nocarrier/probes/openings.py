"""What does the port speak? Asked by a few harmless openings, each on a connection of its own.

They go out in waves of a few at a time: many a server has room for five waiting connections (the backlog of Python's
http.server), sshd turns away what is above MaxStartups (ten that have not logged in), and each one may be counted
against the client. The first wave listens without a word while it speaks what most ports speak; the next ones are made
only where that told nothing. What a wave is waited for follows the round trip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.openings import AGAIN, BANNER, ELSEWHERE, INSIDE, PROXY_V1, PROXY_V2, Opened, Openings, Turn
from nocarrier.facts.services import PROTOCOL, SHOWN, WRAPPED
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import Machine, Step, Talk, Talked, Tls
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene

AFTER = (TcpAttempt, Exchange)
WAITS = True
FIRST, LATER = 0.35, 0.2
"Seconds that the first and the later waves are waited for where nothing comes; a slow path has four round trips."
SETTLE = 0.06
"Seconds of quiet after first bytes: long enough for what sshd says of a client's first line, after its own."
CONNECT = 0.5
MOST = 2048

COMMON = (BANNER, "http", "websocket", "tls", "http2")
"What most ports answer, one way or another."
RARER = (
    ("redis", "postgresql", "mqtt", "amqp", "mongodb"),
    ("memcached", "kafka", "ldap", "socks5", "rdp"),
    ("dns", "cassandra", "zookeeper", "socks4", "xmpp"),
)
"What is asked where nobody was heard, the likeliest first."
TO_A_SILENT_ONE = ("tls",)
"""What may be answered where a request of HTTP has no answer at all: most that speak something else greet, complain or
hang up. More would only fill the queue of a program that hangs."""
TURNS = (LATER, 0.45, 0.3)
"""Seconds that it is waited for without a PROXY header, in turn. They differ by more than the wait behind one: a server
that greets late, after a while that is always the same, cannot seem to answer the header twice."""
PRINTERS = range(9100, 9108)
"Whatever is said to these ports is printed on paper (JetDirect): there nothing is said."
ANY_PORT = 56324
"Stands for the client's port in a PROXY header (the example of its section 2.1): the server does not dial it."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, of the address that a client would use."""
    attempt = next((seen.facts for seen in scene.case.every(TcpAttempt) if seen.facts.connected), None)
    if attempt is None:
        return
    facts = _Asking(scene, machine, attempt).facts(scene.openings)
    yield Observation(facts, summary(facts))


def speaks_otherwise(scene: Scene, machine: Machine, attempt: TcpAttempt) -> bool:
    """Whether the port is surely heard to speak what the target does not, in the first wave; which is kept."""
    asking = _Asking(scene, machine, attempt)
    scene.openings = asking.first(Openings(address=attempt.address, port=attempt.port))
    return any(one.sure and one.protocol != asking.own for one in scene.openings.outside)


class _Asking:
    """The waves to one port."""

    def __init__(self, scene: Scene, machine: Machine, attempt: TcpAttempt) -> None:
        self.scene = scene
        self.machine = machine
        self.attempt = attempt
        scheme = scene.case.target.scheme
        self.wrapped = scheme in WRAPPED
        self.own = WRAPPED.get(scheme) or PROTOCOL.get(scheme, "")
        self.source = ""
        self.one_by_one = False
        self.round_trip = attempt.waited_ms / 1e3

    def first(self, seen: Openings) -> Openings:
        """The first wave."""
        if seen.port in PRINTERS or self._was_greeted():
            return self._with(seen, (BANNER,), FIRST)
        if self._was_silent() and self.own in ("http", "websocket") and not self.wrapped:
            return self._with(seen, TO_A_SILENT_ONE, FIRST)
        return self._with(seen, tuple(dict.fromkeys((*COMMON, *self._spoken_to()))), FIRST)

    def facts(self, heard: Openings | None) -> Openings:
        """Ask until it is known, or nothing is left to ask; ``heard`` is what was already."""
        seen = self._tls_alone(self.first(heard or Openings(address=self.attempt.address, port=self.attempt.port)))
        if seen.at("http") is None:
            return self._closer(seen)
        if _turned_down(seen):
            said = self._said_behind()
            seen = self._in_turns(self._with(seen, (PROXY_V1 + said, PROXY_V2 + said, AGAIN + said), LATER))
        seen = self._in_its_own_words(seen)
        for wave in RARER:
            if _told(seen) or (self._was_silent() and not any(one.size or one.hung_up for one in seen.opened)):
                break
            seen = self._with(seen, wave, LATER)
        return self._closer(seen)

    def _in_turns(self, seen: Openings) -> Openings:
        """Where a header opened it: once more without and with, one after the other, as long as that stays so.

        At once they are no comparison: a server that answers some connections late, or has room for one only, answers
        now this one and now that.
        """
        opened = next((one for one in seen.opened if one.opening.startswith((PROXY_V1, PROXY_V2)) and one.well), None)
        again = seen.at(AGAIN + self._said_behind())
        if opened is None or again is None or again.well:
            return seen
        turns: list[Turn] = []
        for seconds in TURNS:
            if self.scene.remaining() <= seconds + LATER:
                break
            turns.append(self._turn(opened.opening, seconds))
            if not turns[-1].opens:
                break
        return replace(seen, turns=tuple(turns))

    def _turn(self, behind: str, seconds: float) -> Turn:
        from nocarrier.wire.openings import GREETING

        said = self._said_behind()
        if said in GREETING:
            talk = self._talk(behind, self._long(LATER))
            talk = replace(talk, steps=(*self._talk(BANNER, self._long(seconds)).steps, *talk.steps))
            (talked,) = self.machine.converse([talk])
            then = read(behind, talked, talk, step=1) if len(talked.heard) > 1 else None
            return Turn(without=read(BANNER, talked, talk), behind=then)
        return Turn(without=self._alone(AGAIN + said, seconds), behind=self._alone(behind, LATER))

    def _alone(self, opening: str, seconds: float) -> Opened:
        talk = self._talk(opening, self._long(seconds))
        (talked,) = self.machine.converse([talk])
        return read(opening, talked, talk)

    def _tls_alone(self, seen: Openings) -> Openings:
        """TLS with nothing beside it, where a server that does end connections let it wait: one that serves a connection at
        a time was kept busy by the silent one."""
        exchange, waiting = self.scene.case.seen(Exchange), seen.at("tls")
        if exchange is None or not exchange.facts.hung_up or not seen.mute or waiting is None:
            return seen
        if waiting.hung_up or len(seen.opened) == 1:
            return seen
        self.one_by_one = True
        return self._with(
            replace(seen, opened=tuple(one for one in seen.opened if one is not waiting)), ("tls",), FIRST
        )

    def _was_greeted(self) -> bool:
        """The attempt heard a greeting that leaves no doubt: whoever greets says so to everybody, and some of them count
        clients that do not log in (sshd's PerSourcePenalties, MySQL's max_connect_errors)."""
        from nocarrier.wire.openings import GREETING

        exchange = self.scene.case.seen(Exchange)
        return exchange is not None and exchange.facts.sure and exchange.facts.spoke in GREETING

    def _was_silent(self) -> bool:
        """The attempt had no answer: a program that hangs has none for anybody."""
        exchange = self.scene.case.seen(Exchange)
        return exchange is not None and exchange.facts.silent

    def _spoken_to(self) -> tuple[str, ...]:
        """What the client itself says first, where that is to be said at all."""
        from nocarrier.wire.openings import GREETING

        return (self.own,) if self.own and self.own not in GREETING else ()

    def _in_its_own_words(self, seen: Openings) -> Openings:
        """What is not sure yet is asked in the protocol that it looks like."""
        from nocarrier.wire.openings import question

        spoken = seen.spoken
        if spoken is None or spoken.sure or not question(spoken.protocol, "h"):
            return seen
        return self._with(seen, (spoken.protocol,), LATER)

    def _said_behind(self) -> str:
        """What is said behind a PROXY header: the client's own words; a greeting comes without any."""
        return ("tls" if self.wrapped else self.own) or "http"

    def _closer(self, seen: Openings) -> Openings:
        """A second conversation with what was met: inside TLS, or in the frames of HTTP/2."""
        spoken = seen.spoken
        if spoken is not None and spoken.protocol == "tls" and spoken.sure:
            if self.one_by_one:
                return self._with(seen, (INSIDE + (*self._spoken_to(), "http")[0],), FIRST)
            said = dict.fromkeys((BANNER, "http", "websocket", "http2", *self._spoken_to()))
            return self._with(seen, tuple(INSIDE + one for one in said if one != "tls"), FIRST)
        if spoken is not None and spoken.protocol == "http2":
            return self._with(seen, ("grpc",), LATER)
        plain, upgrade = seen.at("http"), seen.at("websocket")
        turned_down = plain is not None and (plain.status == 400 or plain.hung_up)
        if turned_down and upgrade is not None and upgrade.status == 101:
            return self._with(seen, (ELSEWHERE + "http",), LATER)
        return seen

    def _with(self, seen: Openings, openings: Sequence[str], seconds: float) -> Openings:
        """These openings too, all at once; none that was made already."""
        new = [one for one in openings if seen.at(one) is None]
        if not new or self.scene.remaining() <= seconds:
            return seen
        talks = [self._talk(one, self._long(seconds)) for one in new]
        talked = self.machine.converse(talks)
        self.source = next((one.local_address for one in talked if one.local_address), self.source)
        opened = [read(one, talk, said) for one, talk, said in zip(new, talked, talks, strict=True)]
        return replace(seen, opened=(*seen.opened, *opened))

    def _long(self, seconds: float) -> float:
        """So long, or four round trips where that is more."""
        return max(seconds, 4 * self.round_trip)

    def _talk(self, opening: str, seconds: float) -> Talk:
        tls = None
        if opening.startswith(INSIDE):
            alpn = ("h2",) if opening == INSIDE + "http2" else ()
            tls = Tls(server_name=self.scene.case.target.host, alpn=alpn, verify=False)
        step = Step(tls=tls, send=self._words(opening), seconds=seconds, settle=SETTLE, most=MOST)
        return Talk(
            address=self.attempt.address,
            port=self.attempt.port,
            source=self.scene.source_toward(self.attempt.address),
            timeout=max(CONNECT, 4 * self.round_trip),
            steps=(step,),
        )

    def _words(self, opening: str) -> bytes:
        from nocarrier.wire.openings import opening as first_words
        from nocarrier.wire.proxy_header import version_1, version_2

        target = self.scene.case.target
        for prefix, header in ((PROXY_V1, version_1), (PROXY_V2, version_2)):
            if opening.startswith(prefix):
                address = self.attempt.address.partition("%")[0]
                sender = self.source.partition("%")[0] or address
                head = header(sender, ANY_PORT, address, self.attempt.port)
                return head + first_words(opening.removeprefix(prefix), target.host, target.path)
        path = "/robots.txt" if opening.startswith(ELSEWHERE) else target.path
        bare = opening.removeprefix(AGAIN).removeprefix(INSIDE).removeprefix(ELSEWHERE)
        return first_words(bare, target.host, path)


def _turned_down(seen: Openings) -> bool:
    """Nothing came of anything, or a plain request is called a bad one: is a PROXY header missing?"""
    asked = seen.at("http")
    bad = asked is not None and asked.status == 400
    return (
        (seen.mute or bad)
        and any(one.connected for one in seen.opened)
        and not any(one.choked for one in seen.opened)
    )


def _told(seen: Openings) -> bool:
    """Whether it is known what the port speaks, or that its answers tell nothing."""
    if seen.echoes or seen.same_words or any(one.choked for one in seen.opened):
        return True
    if any(one.answered for one in seen.opened if one.opening.startswith((PROXY_V1, PROXY_V2))):
        return True
    spoken = seen.spoken
    return spoken is not None and spoken.sure


def read(opening: str, talked: Talked, talk: Talk, step: int = 0) -> Opened:
    """What came of one opening, which was made at that step."""
    from nocarrier.wire.first_bytes import excerpt, is_echo, recognise
    from nocarrier.wire.unprompted import choked_on, complaint

    heard = talked.heard[step] if talked.heard else None
    if not talked.connected or heard is None:
        return Opened(opening=opening, connected=False, took_ms=round(talked.took_ms, 1))
    said, received = talk.steps[step].send, heard.received
    found = recognise(received, said)
    choked = choked_on(received) if opening in (BANNER, INSIDE) else ""
    status, location, intermediary = _of_http(received)
    return Opened(
        opening=opening,
        end=heard.end if heard.end in ("closed", "reset") else "open",
        size=len(received),
        took_ms=round(heard.first_ms if received else heard.took_ms, 1),
        protocol=found.protocol,
        software=found.software,
        sure=found.sure,
        echo=is_echo(received, said),
        choked=choked,
        complaint=complaint(received) if choked else "",
        status=status,
        location=location,
        intermediary=intermediary,
        says=excerpt(received),
    )


def _of_http(received: bytes) -> tuple[int, str, str]:
    """Status, host of ``Location``, and the header that owns to something in between."""
    from nocarrier.wire.http_answers import headers_of, in_between, redirected_to, status_of

    status = status_of(received)
    if not status:
        return 0, "", ""
    headers = headers_of(received.partition(b"\r\n\r\n")[0])
    return status, redirected_to(headers), in_between(headers)


def summary(facts: Openings) -> Prose:
    """What it speaks, in a line."""
    there = endpoint(facts.address, facts.port)
    count = len(facts.opened)
    spoken, inside = facts.spoken, facts.inside
    if facts.echoes:
        return say("{there} says back whatever is said to it", there=there)
    if spoken is not None and inside is not None:
        return say(
            "{there} speaks TLS, and in it {protocol}",
            there=there,
            protocol=SHOWN.get(inside.protocol, inside.protocol),
        )
    if spoken is not None:
        protocol = SHOWN.get(spoken.protocol, spoken.protocol)
        if spoken.software:
            return say(
                "{there} speaks {protocol}: {software}", there=there, protocol=protocol, software=spoken.software
            )
        return say("{there} speaks {protocol}", there=there, protocol=protocol)
    if not facts.mute:
        said = next((one.says for one in facts.outside if one.size), "")
        return say("{there} says something unknown: {said}", there=there, said=said or "…")
    if any(one.hung_up for one in facts.outside):
        return say("{there} answers none of {count} openings, and hangs up on some", there=there, count=count)
    return say("{there} answers none of {count} openings", there=there, count=count)
