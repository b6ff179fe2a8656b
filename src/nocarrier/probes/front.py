"""Is the program on the target's port a reverse proxy, where does it send this request, and does it get an answer there?

Its configuration is read as it reads it (`_configurations`). Then the server's machine itself asks each back end the
same that the client asked: what the proxy could not get, or did not pass on, is seen from where the proxy stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.front import Asked, Front, Way
from nocarrier.facts.listeners import Listeners, Program
from nocarrier.facts.programs import kind_of, recognise
from nocarrier.facts.programs.kind import Kind
from nocarrier.facts.testimony import Testimony
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
from nocarrier.readings.process import decode_command

AFTER = (Listeners, Exchange, Testimony)
PRODUCTS = frozenset({"nginx", "apache", "haproxy", "caddy"})
MOST_PROCESSES = 16
LOG_BYTES = 32768
"Bytes of an error log that are read, from its end."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation, of the first proxy that listens there."""
    listeners, port = scene.case.seen(Listeners, where), scene.case.target.port
    if listeners is None or port is None:
        return
    seen = [one.program for one in listeners.facts.on(port) if one.program is not None]
    first: Front | None = None
    for program in _candidates(scene, machine, seen) if listeners.facts.on(port) else ():
        kind = recognise(program)
        if kind is None or kind.slug not in PRODUCTS:
            continue
        facts = examine(scene, machine, kind, program, listeners.facts)
        first = first or (facts if program in seen else None)
        if facts.way is not None:
            first = facts
            break
    if first is not None:
        yield Observation(first, summary(first))


def _candidates(scene: Scene, machine: Machine, seen: list[Program]) -> Iterator[Program]:
    """Who holds the socket, as far as that can be seen; and who else it may be.

    An ordinary user sees no sockets of others, and of nginx, if he is the same user, the workers only, whose titles do
    not say with which configuration they were started.
    """
    yield from seen
    if not seen or any("worker process" in word for program in seen for word in program.command):
        yield from _by_name(scene, machine)


def _by_name(scene: Scene, machine: Machine) -> list[Program]:
    """Where the sockets of others cannot be seen: the processes that are called like the one which answered, one for
    each command line. Which of them it is shows in its configuration: it must listen on the port."""
    testimony = scene.case.seen(Testimony)
    front = testimony.facts.front if testimony is not None else None
    kind = kind_of(front.product) if front is not None else None
    if kind is None:
        return []
    try:
        pids = machine.called(kind.names)
    except CannotLook:
        return []
    found: dict[tuple[str, ...], Program] = {}
    for pid in sorted(pids)[:MOST_PROCESSES]:
        command = decode_command(machine.read(f"/proc/{pid}/cmdline", 1 << 14).data)
        name = machine.read(f"/proc/{pid}/comm", 64).text.strip()
        # A worker's title does not say with which configuration it was started.
        if not any("worker process" in word for word in command):
            found.setdefault(command, Program(pid=pid, name=name, command=command))
    return list(found.values())


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
