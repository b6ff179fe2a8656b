"""Does the server answer the same request under another host name?

Asked again are: the client's own name (an answer that changes by itself says nothing), what its hosts file also calls the
address, the address, ``localhost``, and the names in the configuration of a proxy on the server's side. One connection each, all at once; only the value of
Host differs, and nothing is asked under a name that the Origin has: a same-origin check would pass by that alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.front import Front
from nocarrier.facts.openings import Openings
from nocarrier.facts.other_hosts import OtherHosts, UnderName
from nocarrier.facts.upgrades import Upgrades
from nocarrier.machines import Machine, Step, Talk, Talked, Tls
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.probes._backends import Question
from nocarrier.readings.hosts import decode_hosts
from nocarrier.wire.http_reply import decode_http_reply
from nocarrier.wire.requests import host_header
from nocarrier.wire.websocket import faults

AFTER = (Exchange, Front, Openings, Upgrades)
"After the others that ask the same port: a small server takes five connections at once, and drops the sixth."
ASKED_FOR = frozenset({400, 403, 404, 421})
"Statuses with which a name is refused."
MOST_NAMES, EACH = 5, 2
"How many are tried: together with the client's own no more than a small server takes at once."
HOSTS = "/etc/hosts"
LONGEST_FILE = 1 << 16
CONNECT, ANSWER = 0.8, 1.5
"Seconds."
SETTLE = 0.02


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, where the answer may be one to the name."""
    exchange = scene.case.seen(Exchange)
    if exchange is None or exchange.facts.protocol not in ("http", "websocket"):
        return
    facts, question = exchange.facts, Question.of(scene)
    refused = facts.http is not None and facts.http.status in ASKED_FOR
    if not (refused or facts.hung_up) or any(name.lower() == "host" for name, _ in question.headers):
        return
    if facts.hung_up and _another_path_is_answered(scene):
        return
    names = [question.named, *_others(scene, machine, facts, question)]
    heard = machine.converse([_talk(scene, facts, question, name) for name in names])
    again, *tried = [_read(name, talked, question) for name, talked in zip(names, heard, strict=True)]
    found = OtherHosts(
        address=facts.address,
        port=facts.port,
        host=question.named,
        websocket=question.websocket,
        again=again,
        tried=tuple(tried),
    )
    yield Observation(found, summary(found))


def _another_path_is_answered(scene: Scene) -> bool:
    """Under the same name something is answered: it is not the name, and the request is better not repeated."""
    seen = scene.case.seen(Upgrades)
    changes = ("nowhere", "path", "page", "plain-root")
    return seen is not None and any(tried.status for change in changes for tried in seen.facts.of(change))


def _others(scene: Scene, machine: Machine, facts: Exchange, question: Question) -> list[str]:
    """Other values of Host, likeliest first."""
    target = scene.case.target
    front = scene.case.seen(Front, Where.SERVER)
    known = front.facts.way.names if front is not None and front.facts.way is not None else ()
    noted = (
        entry.names
        for entry in decode_hosts(machine.read(HOSTS, LONGEST_FILE).text)
        if entry.address == facts.address
    )
    also = [name for names in noted for name in names if name != target.host]
    hosts = [*known[:EACH], *also[:EACH], facts.address, "localhost"]
    origin = question.origin.partition("://")[2].partition("/")[0]
    values = [host_header(host, target.port, target.scheme) for host in hosts]
    return [value for value in dict.fromkeys(values) if value not in (question.named, origin)][:MOST_NAMES]


def _talk(scene: Scene, facts: Exchange, question: Question, name: str) -> Talk:
    target = scene.case.target
    tls = Tls(server_name=target.host, verify=False) if target.scheme in ("https", "wss") else None
    message = question.message(name, question.path)
    step = Step(tls=tls, send=message, seconds=scene.remaining(ANSWER), settle=SETTLE, most=4096)
    return Talk(
        address=facts.address,
        port=facts.port,
        source=scene.source_toward(facts.address),
        timeout=scene.remaining(CONNECT),
        steps=(step,),
    )


def _read(name: str, talked: Talked, question: Question) -> UnderName:
    reply = decode_http_reply(b"".join(heard.received for heard in talked.heard))
    if reply is None:
        return UnderName(host=name)
    upgraded = question.websocket and reply.status == 101 and not faults(reply, question.key, question.subprotocols)
    return UnderName(host=name, status=reply.status, upgraded=upgraded)


def summary(facts: OtherHosts) -> Prose:
    """What differs, in a line."""
    passing = facts.passing
    if passing is None:
        return say("under {count} other host names the answer is no better", count=len(facts.tried))
    return say(
        "as {host} it is refused, as {other} answered with {status}",
        host=facts.host,
        other=passing.host,
        status=passing.status,
    )
