"""Is the program on the target's port a reverse proxy, where does it send this request, and does it get an answer there?

Its configuration is read as it reads it (`_configurations`). Then the server's machine itself asks each back end the
same that the client asked: what the proxy could not get, or did not pass on, is seen from where the proxy stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.front import Asked, Front, Way
from nocarrier.facts.listeners import Listeners, Program
from nocarrier.facts.programs import recognise
from nocarrier.facts.programs.kind import Kind
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.target import endpoint
from nocarrier.probes import Observation, Scene
from nocarrier.probes._backends import Question, ask, look_elsewhere
from nocarrier.probes._configurations import Configuration
from nocarrier.readings.error_log import last_words
from nocarrier.readings.matching import Request

AFTER = (Listeners, Exchange)
PRODUCTS = frozenset({"nginx", "apache", "haproxy", "caddy"})
LOG_BYTES = 32768
"Bytes of an error log that are read, from its end."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, of the first proxy that listens there."""
    listeners, port = scene.case.seen(Listeners, where), scene.case.target.port
    if listeners is None or port is None:
        return
    for listener in listeners.facts.on(port):
        program = listener.program
        kind = recognise(program) if program is not None else None
        if program is not None and kind is not None and kind.slug in PRODUCTS:
            facts = examine(scene, machine, kind, program, listeners.facts)
            yield Observation(facts, summary(facts))
            return


def examine(scene: Scene, machine: Machine, kind: Kind, program: Program, listeners: Listeners) -> Front:
    """The proxy, its way for this request, and the back ends at the end of it."""
    configuration = Configuration(machine, kind, program)
    question = Question.of(scene)
    way = configuration.way(request(scene, question))
    asked = ask(scene, machine, way, question) if way is not None else ()
    facts = Front(
        pid=program.pid,
        product=kind.slug,
        label=kind.label,
        config=configuration.main,
        command=configuration.command,
        unit=program.unit,
        way=way,
        asked=asked,
    )
    log = _log(machine, way, question.path) if way is not None else ("", "")
    elsewhere = look_elsewhere(scene, machine, question, listeners, facts) if facts.all_dead else ()
    return replace(facts, log=log[0], limited_log=log[1], elsewhere=elsewhere)


def request(scene: Scene, question: Question) -> Request:
    """The target's request as the proxy sees it."""
    target = scene.case.target
    exchange = scene.case.seen(Exchange)
    return Request(
        address=exchange.facts.address if exchange is not None else "",
        port=target.port or 0,
        named=question.named,
        target=question.path,
        tls=target.scheme in ("https", "wss"),
        upgrade="websocket" if question.websocket else "",
    )


def _log(machine: Machine, way: Way, path: str) -> tuple[str, str]:
    """What the error log says last of a back end, and of a limit."""
    if not way.error_log:
        return "", ""
    try:
        ran = machine.run(("tail", "-c", str(LOG_BYTES), way.error_log), timeout=1.0)
    except CannotLook:
        return "", ""
    return last_words(ran.text, path.partition("?")[0])


def summary(facts: Front) -> Prose:
    """The way of the request, in a line."""
    way = facts.way
    if way is None:
        return say(
            "{label} (pid {pid}) listens there; its configuration was not found", label=facts.label, pid=facts.pid
        )
    if way.answering is not None:
        return say(
            "{label} (pid {pid}) answers {status} itself, by {place}",
            label=facts.label,
            pid=facts.pid,
            status=way.status,
            place=way.answering.shown,
        )
    if way.proxy is None:
        return say("{label} (pid {pid}) hands this request on to nobody", label=facts.label, pid=facts.pid)
    return say(
        "{label} (pid {pid}) hands it on by {place}; asked directly, {answers}",
        label=facts.label,
        pid=facts.pid,
        place=way.proxy.shown,
        answers=answers(facts.asked),
    )


def answers(asked: tuple[Asked, ...]) -> Prose:
    """What the first back end said."""
    if not asked:
        return say("the back end could not be asked")
    first = next((one for one in asked if one.upgraded), asked[0])
    there = endpoint(first.address, first.port) if first.port else first.address
    if first.upgraded:
        return say("{there} upgrades", there=there)
    if first.taken:
        return say("{there} takes connections", there=there)
    if first.status:
        return say("{there} answers {status}", there=there, status=first.status)
    if first.errno:
        return say("{there} takes no connection ({errno})", there=there, errno=first.errno)
    if first.closed:
        return say("{there} hangs up without an answer", there=there)
    if first.spoke:
        return say("{there} answers in another protocol", there=there)
    return say("{there} does not answer", there=there)
