"""The client's own request again, with exactly one thing changed: what is the one thing that it fails for?

In rounds, each of them bounded and some at once, on sockets of their own: first the same again, and what is quick to
change (the upgrade left out, other Origins, another Host, a path that hardly exists, Engine.IO's door, nothing said at
all); a redirect is followed; only where none of that tells are the usual paths tried, and those that the server's own
page and scripts name.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.openings import Openings
from nocarrier.facts.private import means_only_near
from nocarrier.facts.upgrades import Tried, Upgrades
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import looks_like_address
from nocarrier.probes import Observation, Scene
from nocarrier.probes._variations import Ask, Asker
from nocarrier.readings.location import Place, place
from nocarrier.readings.page_sockets import Named, links_named, scripts_named, sockets_named

AFTER = (Exchange, Openings)
WAITS = True
AT_ONCE = 6
"""Connections at a time: a server that was given a backlog of 5 (Python's socketserver) keeps one more waiting, and what is
beyond that takes a second more (net/ipv4/tcp_input.c: sk_acceptq_is_full)."""
LEAST, MOST_SECONDS, TIMES = 1.0, 2.0, 6.0
"Seconds for an answer: so many times what the client's own took, within these bounds."
MUTE = 0.25
"Seconds in which a server that ends every connection has ended one on which nothing is said."
CONNECT = 0.7
"Seconds to connect once more to what took a connection a moment ago."
HOPS = 3
"Redirects that are followed."
MOST_SCRIPTS = 4


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, where the client's request did not come to what it was to."""
    seen = scene.case.seen(Exchange)
    if seen is None or not seen.facts.connected:
        return
    rounds = _Rounds(scene, machine, seen.facts)
    rounds.first()
    rounds.confirm()
    rounds.follow()
    if not rounds.settled():
        rounds.usual()
    facts = rounds.facts()
    yield Observation(facts, summary(facts))


class _Rounds:
    """What was tried so far, and what the server's pages said."""

    def __init__(self, scene: Scene, machine: Machine, exchange: Exchange) -> None:
        self.scene, self.machine, self.exchange = scene, machine, exchange
        self.asker = Asker(scene.case.target, scene.options, exchange)
        self.tries: list[Tried] = []
        self.named: dict[Named, None] = {}
        self.scripts: dict[str, None] = {}
        self.hidden = ""
        self.quickest = exchange.waited_ms
        "Milliseconds that the quickest answer took."

    @property
    def seconds(self) -> float:
        """Seconds for an answer."""
        return self.scene.remaining(min(MOST_SECONDS, max(LEAST, TIMES * self.quickest / 1e3)))

    def ask(self, asks: Sequence[Ask], *, until_upgraded: bool = False) -> list[Tried]:
        """All of these, some at once; with ``until_upgraded`` no more of them once one is."""
        found: list[Tried] = []
        for at in range(0, len(asks), AT_ONCE):
            if self.scene.deadline - time.monotonic() < 0.1 or (
                until_upgraded and any(one.upgraded for one in found)
            ):
                break
            found += self._wave(asks[at : at + AT_ONCE])
        return found

    def _wave(self, asks: Sequence[Ask]) -> list[Tried]:
        source, seconds, connect = self.scene.options.source, self.seconds, self.scene.remaining(CONNECT)
        talks = [self.asker.talk(ask, source, connect, seconds if ask.send else MUTE) for ask in asks]
        talked = list(self.machine.converse(talks))
        # Where the queue was full of what others ask beside, there is room a moment later.
        late = [at for at, outcome in enumerate(talked) if not outcome.connected and outcome.expired]
        if late and len(late) < len(asks):
            for at, outcome in zip(late, self.machine.converse([talks[at] for at in late]), strict=True):
                talked[at] = outcome
        found = [self.asker.read(ask, outcome) for ask, outcome in zip(asks, talked, strict=True)]
        self.tries += found
        for ask, outcome in zip(asks, talked, strict=True):
            if outcome.heard and outcome.heard[0].received:
                self.quickest = min(self.quickest, outcome.heard[0].first_ms)
                if ask.talks_at_length:
                    self._read_page(outcome.heard[0].received)
        return found

    def _read_page(self, received: bytes) -> None:
        head, _, body = received.decode("utf-8", "replace").partition("\r\n\r\n")
        links = [line.partition(":")[2] for line in head.splitlines() if line.lower().startswith("link:")]
        for named in (*(one for link in links for one in links_named(link)), *sockets_named(body)):
            self.named.setdefault(named)
        if "<script" in body.lower():
            for script in scripts_named(body):
                self.scripts.setdefault(script)

    def first(self) -> None:
        """What tells most. That nothing is said tells where the connection was ended."""
        self.ask(self.asker.first_round())
        if self.exchange.hung_up:
            # Last: a server that attends to one client at a time waits for this one in vain.
            self.ask([Ask(change="mute", path="")] * 2)

    def confirm(self) -> None:
        """What made the difference once is asked once more, beside the client's own request: chance makes none twice."""
        taken = next((tried for tried in self.tries if tried.change == "origin" and tried.upgraded), None)
        if taken is not None:
            self.ask([self.asker.upgrade("origin", origin=taken.origin), self.asker.again()])

    def settled(self) -> bool:
        """Nothing more needs to be tried."""
        origins = [tried for tried in self.tries if tried.change in ("origin", "host", "location") and tried.upgraded]
        challenged = any(tried.change == "again" and tried.challenge for tried in self.tries)
        if not self.asker.websocket or origins or challenged:
            return True
        return any(tried.change == "again" and tried.upgraded for tried in self.tries)

    def follow(self) -> None:
        """The same handshake where a redirect leads."""
        reply = self.exchange.http
        if reply is None or not 300 <= reply.status < 400 or not self.asker.websocket:
            return
        target = self.scene.case.target
        at = Place("wss" if self.asker.secure else "ws", target.host, self.exchange.port, self.asker.path)
        location = reply.header("location")
        for _ in range(HOPS):
            led = place(location, at)
            if led is None:
                return
            address = self._address(led)
            if not address:
                return
            (tried,) = self.ask([self.asker.of_location(led, address)]) or (None,)
            if tried is None or not tried.location or not 300 <= tried.status < 400:
                return
            at, location = led, tried.location
        self.hidden = "many"

    def _address(self, led: Place) -> str:
        """The address of the place; empty where it is not to be dialled: no public server sends us to private ones."""
        if led.host == self.scene.case.target.host:
            return self.exchange.address
        found = (
            (led.host,) if looks_like_address(led.host) else self.machine.resolve(led.host, self.seconds).addresses
        )
        if not found:
            self.hidden = "unknown"
            return ""
        if means_only_near(found[0]) and not means_only_near(self.exchange.address):
            self.hidden = "private"
            return ""
        return found[0]

    def usual(self) -> None:
        """Usual paths, and those that pages and scripts name."""
        engine = next((tried for tried in self.tries if tried.engine > 0), None)
        if engine is not None:
            self.ask([self.asker.of_engine_upgrade(engine.path)])
            return
        self.ask([self.asker.plain("script", path) for path in list(self.scripts)[:MOST_SCRIPTS]])
        if not any(tried.upgraded for tried in self.ask(self.of_named())):
            self.ask(self.asker.of_usual_paths(), until_upgraded=True)

    def of_named(self) -> list[Ask]:
        """Addresses of this server that were named and not tried yet."""
        done = {(tried.path, tried.port) for tried in self.tries if tried.change in ("page", "path", "again")}
        own = {"", self.scene.case.target.host, self.exchange.address}
        asks = []
        for named in self.named:
            port = named.port or self.exchange.port
            if named.host in own and (named.path, port) not in done:
                asks.append(self.asker.upgrade("page", path=named.path, port=port))
        return asks

    def facts(self) -> Upgrades:
        """All of it."""
        target = self.scene.case.target
        shown = tuple(f"{named.host}{f':{named.port}' if named.port else ''}{named.path}" for named in self.named)
        return Upgrades(
            address=self.exchange.address,
            port=self.exchange.port,
            path=target.path or "/",
            origin=self.asker.origin,
            websocket=self.asker.websocket,
            tries=tuple(tried for tried in self.tries if tried.change != "script"),
            named=shown,
            hidden=self.hidden,
        )


def summary(facts: Upgrades) -> Prose:
    """What was found, in a line."""
    changed = [tried for tried in facts.tries if tried.change not in ("again", "mute")]
    found = next((tried for tried in changed if tried.upgraded), None)
    if not facts.websocket:
        answered = sum(bool(tried.status) and not tried.cut for tried in facts.tries)
        return say(
            "{answered} of {count} variations of the request are answered", answered=answered, count=len(facts.tries)
        )
    if facts.engine is not None:
        return say("an Engine.IO server answers at {path}", path=facts.engine.path)
    if found is None:
        return say("none of {count} variations of the request is upgraded", count=len(changed))
    if found.change == "origin" and found.origin is None:
        return say("without an Origin the same request is upgraded")
    if found.change == "origin":
        return say("with the Origin {origin} the same request is upgraded", origin=found.origin or "")
    if found.change == "host":
        return say("with {host} in Host the same request is upgraded", host=found.host)
    if found.change == "location":
        return say("where the redirect leads, the same request is upgraded")
    return say("the same request for {path} is upgraded", path=found.path)
