"""One diagnosis from beginning to end: look, judge, rank."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from threading import Event

from nocarrier.diagnosis.plan import Progress, gather, may_be_seen, reason
from nocarrier.diagnosis.rank import Cleared, Suspect
from nocarrier.diagnosis.symptom import Ending, ending
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.process_limits import ProcessLimits
from nocarrier.facts.route import Route
from nocarrier.facts.target_shape import TargetShape
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.udp import UdpAttempt
from nocarrier.facts.unix_socket import UnixAttempt
from nocarrier.machines import CannotLook, Machine, MachineUnreachable, Patience
from nocarrier.model.annotations import TYPE_CHECKING, TypeVar
from nocarrier.model.evidence import Case, Evidence, Facts, Gap, Where
from nocarrier.model.judgement import Cause, Need, Symptom
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record, replace
from nocarrier.model.target import Target
from nocarrier.probes import Options, Scene, probe_of

if TYPE_CHECKING:
    from nocarrier.diagnosis.meanwhile import Meanwhile

T = TypeVar("T")


NAMING_PROXIES = frozenset(f"{name}_proxy" for name in ("http", "https", "all", "ws", "wss", "socks")) | frozenset(
    f"{name}_PROXY" for name in ("HTTP", "HTTPS", "ALL", "WS", "WSS", "SOCKS")
)
"Variables of the environment that name a proxy, for some client or other."


class Finding(Record):
    """Everything a diagnosis came to; `assemble.report` makes the report of it."""

    case: Case
    ending: Ending
    suspects: tuple[Suspect, ...] = ()
    cleared: tuple[Cleared, ...] = ()
    duration_ms: float = 0.0


def silent(_: Prose) -> None:
    """Progress that nobody follows."""


def examine(
    target: Target,
    client: Machine,
    server: Machine | None = None,
    options: Options = Options(),  # noqa: B008 — a frozen record
    progress: Progress = silent,
    open_server: Callable[[], Machine] | None = None,
) -> Finding:
    """Diagnose one target. Ends by itself after ``options.timeout`` seconds, whatever the world does.

    The server's side is either at hand (``server``), or opened by ``open_server`` once something failed: a healthy
    connection does not wait for an ssh session.
    """
    started = time.monotonic()
    case = Case(
        target=target,
        server_named=server is not None or open_server is not None,
        expected_addresses=options.expected_addresses,
        source=options.source,
        source_port=options.source_port,
    )
    scene = Scene(case, options, client, server, started + options.timeout)
    enter = _door(scene, open_server, progress)
    met = _use_the_wait(scene, progress, enter)
    end = _attempt(scene, progress)
    if end.step is None and _only_the_server_tells(scene.case):
        end = _ask_the_server(scene, open_server, progress)
        open_server = None
    suspects: tuple[Suspect, ...] = ()
    cleared: tuple[Cleared, ...] = ()
    if end.symptom is Symptom.NONE and not _misdirected(scene.case) and _looked_up_late(scene.case):
        end = replace(end, only="resolver-unreachable")
    if end.symptom is not Symptom.NONE or end.only or _misdirected(scene.case) or _late(scene.case):
        if end.symptom is Symptom.REFUSED and scene.case.target.transport == "tcp":
            _look_for_filters(scene, progress)
        asked = _beside(enter, lambda: _asked(scene.case, end)) if open_server else _asked(scene.case, end)
        from nocarrier.diagnosis.presumable import with_those_of_no_rule

        suspects, cleared = _find_out(scene, asked, progress, met())
        cleared = with_those_of_no_rule(scene.case, end.symptom, asked, cleared)
        if (end.degraded or end.doubtful) and not suspects:
            end = Ending(Symptom.NONE, None)
        elif end.symptom is Symptom.NONE and suspects:
            end = Ending(Symptom.NONE, None, degraded=True)
    return Finding(scene.case, end, suspects, cleared, (time.monotonic() - started) * 1e3)


def _use_the_wait(scene: Scene, progress: Progress, enter: Callable[[], None]) -> Callable[[], frozenset[Need]]:
    """Nothing of what is done while a target keeps silent is loaded for one that answers.

    What is returned takes what was seen meanwhile into the case, where it holds, and says which needs that met.
    """
    done: list[Meanwhile] = []

    def meanwhile(patience: Patience, addresses: Sequence[str], over: Event) -> None:
        from nocarrier.diagnosis.meanwhile import Meanwhile

        done.append(Meanwhile(scene, progress, enter))
        done[0](patience, addresses, over)

    def met() -> frozenset[Need]:
        ahead = done[0].ahead if done else None
        if ahead is None or not _silent_to_the_end(scene):
            return frozenset()
        known = len(scene.case.evidence)
        evidence = [replace(one, id=f"e{known + at}") for at, one in enumerate(ahead.evidence, 1)]
        scene.case = replace(
            scene.case, evidence=(*scene.case.evidence, *evidence), gaps=(*scene.case.gaps, *ahead.gaps)
        )
        return ahead.needs

    scene.meanwhile = meanwhile
    return met


def _silent_to_the_end(scene: Scene) -> bool:
    """Nothing was heard of any address, neither on its port nor beside."""
    attempts = [seen.facts for seen in scene.case.every(TcpAttempt)]
    return all(attempt.expired for attempt in attempts) and all(facts.silent for facts in scene.contrasts)


def _door(scene: Scene, open_server: Callable[[], Machine] | None, progress: Progress) -> Callable[[], None]:
    """Enters the server's side, once, where one was named."""
    left = [open_server] if open_server is not None else []

    def enter() -> None:
        while left:
            _open(scene, left.pop(), progress)

    return enter


def _open(scene: Scene, open_server: Callable[[], Machine], progress: Progress) -> None:
    """Enter the server's side; where that fails, the diagnosis goes on from the client alone and says so."""
    progress(say("entering the server's side"))
    try:
        scene.server = open_server()
    except CannotLook as why:
        gap = Gap(probe="server", where=Where.SERVER, reason=reason(why))
        scene.case = replace(scene.case, gaps=(*scene.case.gaps, gap))


def _beside(aside: Callable[[], None], here: Callable[[], T]) -> T:
    """Do ``aside`` in a thread of its own while ``here`` is done; what either raises is raised."""
    from threading import Thread

    broken: list[BaseException] = []

    def work() -> None:
        try:
            aside()
        except BaseException as error:  # it belongs to whoever waits
            broken.append(error)

    helper = Thread(target=work, daemon=True)
    helper.start()
    done = here()
    helper.join()
    if broken:
        raise broken[0]
    return done


def _only_the_server_tells(case: Case) -> bool:
    """It connects, and promises no byte by which the client could see whether a program takes the connection."""
    answer = case.seen(Exchange)
    if answer is None or answer.facts.protocol:
        return False
    return case.server_named or answer.facts.loopback


def _ask_the_server(scene: Scene, open_server: Callable[[], Machine] | None, progress: Progress) -> Ending:
    """Look whether a program on the server takes the connection."""
    from nocarrier.facts.acceptance import Acceptance

    if open_server is not None:
        _open(scene, open_server, progress)
    elif not scene.case.server_named:
        scene.server = scene.client
    if scene.server is not None:
        gather(scene, [Need(Acceptance, Where.SERVER)], progress)
    acceptance = scene.case.seen(Acceptance, Where.SERVER)
    if acceptance is not None and not acceptance.facts.fine:
        return Ending(Symptom.NO_ANSWER, acceptance.facts.step)
    return ending(scene.case)


def _attempt(scene: Scene, progress: Progress) -> Ending:
    """Do what the client program does, as far as it gets."""
    target = scene.case.target
    if scene.client.where.startswith("pid://"):
        gather(scene, [Need(ProcessLimits, Where.CLIENT)], progress)
    if target.transport == "unix":
        _look(scene, UnixAttempt, progress)
        return ending(scene.case)
    if target.transport == "tcp" and target.misshapen is None and _proxy_named(scene):
        from nocarrier.diagnosis.proxied import by_proxy

        end = by_proxy(scene, progress, lambda: _directly(scene, progress))
        if end is not None:
            return end
    return _directly(scene, progress)


def _proxy_named(scene: Scene) -> bool:
    """Whether some option or variable names a proxy, for whatever target: nothing else of it is loaded for those that
    have none."""
    if scene.options.proxy is not None:
        return bool(scene.options.proxy)
    try:
        return any(value for _, value in scene.client.environment(NAMING_PROXIES))
    except CannotLook:
        return False


def _directly(scene: Scene, progress: Progress) -> Ending:
    target = scene.case.target
    if target.misshapen is None:
        _look(scene, Lookup, progress)
    else:
        gather(scene, [Need(Lookup, Where.CLIENT)], progress)
    lookup = scene.case.seen(Lookup)
    if target.misshapen is not None and (lookup is None or lookup.facts.literal or not lookup.facts.addresses):
        scene.case = _shaped(scene.case, target.misshapen)
    elif lookup is not None and lookup.facts.addresses:
        _look(scene, UdpAttempt if target.transport == "udp" else TcpAttempt, progress)
        if any(seen.facts.connected for seen in scene.case.every(TcpAttempt)):
            gather(scene, [Need(Exchange, Where.CLIENT)], progress)
    return ending(scene.case)


def _look(scene: Scene, kind: type[Facts], progress: Progress) -> None:
    """A look without which there is nothing to diagnose. Raises `MachineUnreachable` where it could not be made."""
    gather(scene, [Need(kind, Where.CLIENT)], progress)
    name = kind.__module__.rpartition(".")[2]
    gap = next((gap for gap in scene.case.gaps if gap.where is Where.CLIENT and gap.probe == name), None)
    if scene.case.seen(kind) is None and gap is not None:
        raise MachineUnreachable(gap.reason)


def misdialled(target: Target, why: Prose) -> Finding:
    """What was typed is no target, but tells what was meant: judged without looking at the world."""
    from nocarrier.diagnosis.catalogue import causes
    from nocarrier.diagnosis.judge import judge
    from nocarrier.diagnosis.rank import rank

    case = _shaped(Case(target=target), why)
    suspects, _ = judge(case, causes())
    return Finding(case, ending(case), rank(suspects))


def _shaped(case: Case, why: Prose) -> Case:
    """What was typed is evidence too."""
    seen = Evidence(
        id="e1",
        probe="target_shape",
        where=Where.CLIENT,
        took_ms=0.0,
        summary=why,
        facts=TargetShape(host=case.target.host, corrected=case.target.corrected),
    )
    rest = [replace(item, id=f"e{at}") for at, item in enumerate(case.evidence, 2)]
    return replace(case, evidence=(seen, *rest))


def _misdirected(case: Case) -> bool:
    """It connects, but to an address that the name is not meant to have."""
    lookup = case.seen(Lookup)
    if lookup is None or lookup.facts.literal or not case.expected_addresses:
        return False
    return not set(lookup.facts.addresses) & set(case.expected_addresses)


def _late(case: Case) -> bool:
    """It connects, but not at the first packet: an earlier one had no answer when a later one had."""
    return any(seen.facts.passed_over for seen in case.every(TcpAttempt))


def _looked_up_late(case: Case) -> bool:
    """It connects, and the look-up took so long that the nameservers were asked themselves (`probes/lookup.py`)."""
    lookup = case.seen(Lookup)
    return lookup is not None and lookup.facts.late and bool(lookup.facts.addresses)


def _asked(case: Case, end: Ending) -> tuple[Cause, ...]:
    """The causes that are asked. Something failed: only now are they loaded, and the probes that they need."""
    from nocarrier.diagnosis.catalogue import asked_for, causes
    from nocarrier.diagnosis.presumable import presumable
    from nocarrier.facts.families import broken_family

    partly = end.degraded or end.symptom is Symptom.NONE
    split = broken_family([seen.facts for seen in case.every(TcpAttempt)]) is not None
    candidates = causes() if partly else asked_for(end.symptom, presumable(case))
    if end.only:
        candidates = tuple(one for one in candidates if one.slug == end.only)
    if end.beside is not None:
        candidates = _beside_the_proxy(case, candidates, end.beside)
    asked = tuple(cause for cause in candidates if _concerns(cause, end, split=split))
    for cause in asked:
        for need in cause.needs:
            if (need.where is Where.CLIENT or case.server_named) and may_be_seen(need.kind, case):
                probe_of(need.kind)
    return asked


def _look_for_filters(scene: Scene, progress: Progress) -> None:
    """Before the causes of a refusal are loaded: a fifth of them is about rules that mostly are not there.

    Not of a far machine: its filter is asked for in the one round with all the rest.
    """
    from nocarrier.diagnosis.presumable import says_only_reset
    from nocarrier.facts.packet_fate import PacketFate

    if not says_only_reset([seen.facts for seen in scene.case.every(TcpAttempt)]):
        return
    _look_at_own_server(scene, progress)
    if scene.client.where == "local://":
        sides = (Where.CLIENT, Where.SERVER) if scene.server is scene.client else (Where.CLIENT,)
        gather(scene, [Need(PacketFate, where) for where in sides], progress)


def _beside_the_proxy(case: Case, candidates: Sequence[Cause], direct: Symptom) -> tuple[Cause, ...]:
    """What reads how the proxy was gone through, and what is asked of the direct attempt."""
    from nocarrier.diagnosis.catalogue import asked_for
    from nocarrier.diagnosis.presumable import presumable
    from nocarrier.facts.proxy_attempt import ProxyAttempt

    reading = (one for one in candidates if any(need.kind is ProxyAttempt for need in one.needs))
    more = asked_for(direct, presumable(case)) if direct is not Symptom.NONE else ()
    return tuple(dict(sorted({one.slug: one for one in (*reading, *more)}.items())).values())


def _find_out(
    scene: Scene, asked: Sequence[Cause], progress: Progress, met: frozenset[Need]
) -> tuple[tuple[Suspect, ...], tuple[Cleared, ...]]:
    """Look at what these causes need, and let them judge."""
    from nocarrier.diagnosis.judge import judge
    from nocarrier.diagnosis.plan import wanted
    from nocarrier.diagnosis.rank import rank

    _look_at_own_server(scene, progress, met)
    needs = [need for need in wanted(asked, scene.case, scene.server) if need not in met]
    gather(scene, needs, progress)
    suspects, cleared = judge(scene.case, asked)
    return rank(suspects), tuple(cleared)


def _concerns(cause: Cause, end: Ending, *, split: bool) -> bool:
    """``split``: one family fails as a whole, which has causes of its own, though the other one connects."""
    if end.only:
        return True
    if end.symptom is Symptom.NONE or (end.degraded and not split):
        return cause.degrades
    if end.degraded and cause.degrades:
        return True
    return end.symptom in cause.symptoms or end.beside in cause.symptoms


def _look_at_own_server(scene: Scene, progress: Progress, met: frozenset[Need] = frozenset()) -> None:
    """When what was dialled belongs to this machine, its server side is here too: the route tells."""
    route = Need(Route, Where.CLIENT)
    dialled = any(scene.case.every(TcpAttempt)) or any(scene.case.every(UdpAttempt))
    if dialled and route not in met and scene.case.seen(Route) is None:
        gather(scene, [route], progress)
    if scene.server is not None:
        return
    routes = [seen.facts for seen in scene.case.every(Route)]
    if scene.case.target.transport == "unix" or (routes and all(route.is_here for route in routes)):
        scene.server = scene.client
