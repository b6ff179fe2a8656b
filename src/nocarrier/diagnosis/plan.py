"""What to look at, and looking: the needs of the causes that the symptom leaves, in as few rounds as they allow."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Sequence

from nocarrier.facts.tcp import TcpAttempt
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Facts, Gap, Where
from nocarrier.model.judgement import Cause, Need
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.probes import Observation, Scene, looker, probe_of

GRACE = 0.3
"Seconds by which a probe may overrun the deadline before it is left behind."

Progress = Callable[[Prose], None]


def wanted(causes: Iterable[Cause], case: Case, server: Machine | None) -> tuple[Need, ...]:
    """The needs of these causes that were not met yet, each once, in the order of the catalogue."""
    needs = dict.fromkeys(need for cause in causes for need in cause.needs)
    return tuple(
        need
        for need in needs
        if case.seen(need.kind, need.where) is None
        and (need.where is Where.CLIENT or server is not None)
        and may_be_seen(need.kind, case)
    )


def may_be_seen(kind: type[Facts], case: Case) -> bool:
    """False for what comes over a connection, where every address was dialled and none took one."""
    dialled = [seen.facts.connected for seen in case.every(TcpAttempt)]
    return not kind.after_connecting or not dialled or any(dialled)


def gather(scene: Scene, needs: Sequence[Need], progress: Progress) -> Case:
    """Meet the needs, both sides at once, and return the case with all that was seen."""
    _prefetch(scene, needs)
    waiting = list(needs)
    while waiting:
        pending = {need.kind for need in waiting}
        # Two probes that wait for each other would be a mistake in their AFTER; then both are let go.
        ready = [need for need in waiting if not _waits(need, pending)] or waiting
        waiting = [need for need in waiting if need not in ready]
        progress(say("looking at what may explain it"))
        scene.case = _round(scene, ready)
    return scene.case


def _waits(need: Need, pending: set[Any]) -> bool:
    return any(kind in pending and kind is not need.kind for kind in getattr(probe_of(need.kind), "AFTER", ()))


def _prefetch(scene: Scene, needs: Sequence[Need]) -> None:
    """One round trip for everything on a far machine that depends on no answer."""
    for where in Where:
        machine = _machine(scene, where)
        modules = [probe_of(need.kind) for need in needs if need.where is where]
        files = [path for module in modules for path in getattr(module, "FILES", ())]
        commands = [command for module in modules for command in getattr(module, "COMMANDS", ())]
        links = [path for module in modules for path in getattr(module, "LINKS", ())]
        if machine is not None and (files or commands or links):
            try:
                machine.prefetch(files, commands, links)
            except CannotLook:
                continue  # each probe will say so for itself


def _round(scene: Scene, ready: Sequence[Need]) -> Case:
    """Probes of one round: each side in a thread of its own, for one side must not wait for the other.

    So have those that do little but wait for the network, unless they count what others send.
    """
    sides = {where: [need for need in ready if need.where is where] for where in Where}
    seen: dict[Need, list[Evidence[Any] | Gap]] = {}

    def work(needs: Sequence[Need]) -> None:
        for need in needs:
            seen[need] = list(_carry_out(scene, need))

    beside = [need for need in ready if getattr(probe_of(need.kind), "WAITS", False)] if len(ready) > 1 else []
    apart = [[need] for need in beside]
    rest = [[need for need in needs if need not in beside] for needs in sides.values()]
    if scene.server is scene.client:
        rest = [[need for need in ready if need not in beside]]
    first, *others = [needs for needs in (*rest, *apart) if needs]
    helpers = [threading.Thread(target=work, args=(needs,), daemon=True) for needs in others]
    for helper in helpers:
        helper.start()
    work(first)
    for helper in helpers:
        helper.join(scene.remaining() + GRACE)
    return _collected(scene.case, ready, dict(seen))


def _collected(case: Case, ready: Sequence[Need], seen: dict[Need, list[Evidence[Any] | Gap]]) -> Case:
    evidence, gaps = list(case.evidence), list(case.gaps)
    for need in ready:
        for item in seen.get(need, [_late(need)]):
            if isinstance(item, Gap):
                gaps.append(item)
            else:
                evidence.append(replace(item, id=f"e{len(evidence) + 1}"))
    return replace(case, evidence=tuple(evidence), gaps=tuple(gaps))


def _late(need: Need) -> Gap:
    return Gap(probe=_name(need), where=need.where, reason=say("it took too long"))


def _carry_out(scene: Scene, need: Need) -> Iterable[Evidence[Any] | Gap]:
    """One probe, which may fail without stopping the others."""
    machine = _machine(scene, need.where)
    name = _name(need)
    if machine is None:
        return
    if time.monotonic() >= scene.deadline:
        yield _late(need)
        return
    at = time.monotonic() - (scene.deadline - scene.options.timeout)
    started = time.perf_counter()
    try:
        for observation in looker(probe_of(need.kind)).look(scene, machine, need.where):
            took = (time.perf_counter() - started) * 1e3
            yield observation if isinstance(observation, Gap) else _evidence(observation, name, need.where, took, at)
            at += took / 1e3
            started = time.perf_counter()
    except CannotLook as why:
        yield Gap(probe=name, where=need.where, reason=reason(why), took_ms=(time.perf_counter() - started) * 1e3)
    except Exception as error:  # fail forward: one probe that breaks must not take the answer with it
        yield Gap(probe=name, where=need.where, reason=say("the probe broke ({error})", error=repr(error)[:200]))


def _evidence(observation: Observation, name: str, where: Where, took: float, at: float) -> Evidence[Any]:
    return Evidence(
        id="",
        probe=name,
        where=observation.where or where,
        took_ms=round(took if observation.took_ms is None else observation.took_ms, 3),
        summary=observation.summary,
        facts=observation.facts,
        at_ms=round(max(at, 0.0) * 1e3, 3),
    )


def reason(why: CannotLook) -> Prose:
    """Why it could not be looked at, and what would help."""
    return why.whole


def _machine(scene: Scene, where: Where) -> Machine | None:
    return scene.client if where is Where.CLIENT else scene.server


def _name(need: Need) -> str:
    return need.kind.__module__.rpartition(".")[2]
