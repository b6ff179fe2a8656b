"""The client's attempt by way of a proxy, where one applies; and the direct one, as its contrast.

What the client saw is what came of the proxy. The same target is then dialled directly: where that works, the proxy is
in the way; where it does not, either the target fails, which the proxy may have said, or the network lets nobody out
but by the proxy, and then what the direct attempt met means nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from nocarrier.diagnosis.plan import Progress, gather
from nocarrier.diagnosis.symptom import OF_END, Ending, of_errno
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.proxies import Proxies
from nocarrier.facts.proxy_attempt import ProxyAttempt
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Evidence, Where
from nocarrier.model.judgement import Need, Symptom
from nocarrier.model.record import replace
from nocarrier.probes import Scene
from nocarrier.probes.exchange import summary

SETTLED = ("login", "forbidden")
"What a proxy says that does not depend on the target's machine: how that fares explains nothing."


def by_proxy(scene: Scene, progress: Progress, directly: Callable[[], Ending]) -> Ending | None:
    """The end of the attempt, where a proxy applies to the target; None where the client connects directly."""
    gather(scene, [Need(Proxies, Where.CLIENT)], progress)
    proxies = scene.case.seen(Proxies)
    if proxies is not None and proxies.facts.chosen.malformed:
        end = directly()
        # Clients that read that variable end there; who connects all the same pays it no heed.
        return replace(end, only="proxy-interferes") if end.symptom is Symptom.NONE and end.step is None else end
    if proxies is None or proxies.facts.proxy is None:
        return None
    gather(scene, [Need(ProxyAttempt, Where.CLIENT)], progress)
    attempt = scene.case.seen(ProxyAttempt)
    if attempt is None:
        return None
    through = attempt.facts.exchange
    refused = through is not None and through.doubtful
    if attempt.facts.fine and not (attempt.facts.doubtful or refused):
        return Ending(Symptom.NONE, None)
    end = directly()
    if attempt.facts.doubtful and not (refused and end.doubtful):
        return Ending(Symptom.REJECTED, "proxy", doubtful=True, beside=Symptom.NONE)
    if through is not None:
        return _answered(scene, through, end)
    return Ending(_symptom(attempt.facts), "proxy", beside=_beside(attempt.facts, end))


def _answered(scene: Scene, exchange: Exchange, direct: Ending) -> Ending:
    """The target's answer came through. It is judged as seen directly, where it can be seen so."""
    connected = any(seen.facts.connected for seen in scene.case.every(TcpAttempt))
    if connected and direct.symptom is not Symptom.NONE:
        return direct
    if not connected:
        number = len(scene.case.evidence) + 1
        seen = Evidence(
            id=f"e{number}",
            probe="exchange",
            where=Where.CLIENT,
            took_ms=exchange.waited_ms,
            summary=summary(exchange),
            facts=exchange,
        )
        scene.case = replace(scene.case, evidence=(*scene.case.evidence, seen))
    return Ending(OF_END.get(exchange.ended, Symptom.REJECTED), exchange.step, doubtful=exchange.doubtful)


def _beside(attempt: ProxyAttempt, direct: Ending) -> Symptom | None:
    """What else is asked about: what the direct attempt met, where that may be what the proxy met too.

    A name that is not known here may well be known where the proxy is.
    """
    if direct.symptom is Symptom.NONE or direct.degraded:
        return Symptom.NONE
    if attempt.outcome in SETTLED or (direct.symptom is Symptom.NAME_NOT_RESOLVED and attempt.outcome != "target"):
        return Symptom.NONE
    return direct.symptom


def _symptom(attempt: ProxyAttempt) -> Symptom:
    """What a client saw that goes through it."""
    if attempt.stage == "name" or attempt.errno.startswith("EAI_"):
        return Symptom.NAME_NOT_RESOLVED
    if attempt.outcome == "unreached":
        return of_errno(attempt.errno, attempt.expired)
    if attempt.outcome == "silent":
        return Symptom.CLOSED if attempt.closed else Symptom.NO_ANSWER
    if attempt.outcome == "no-proxy":
        return Symptom.TLS_FAILED if attempt.stage == "tls" else Symptom.PROTOCOL_MISMATCH
    return Symptom.REJECTED
