"""What the client program saw: from errno, and from whether anything came over the connection."""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.facts.exchange import Exchange
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.process_limits import ProcessLimits
from nocarrier.facts.target_shape import TargetShape
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.facts.udp import UdpAttempt
from nocarrier.facts.unix_socket import UnixAttempt
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Symptom
from nocarrier.model.record import Record

OF_ERRNO = {
    "ECONNREFUSED": Symptom.REFUSED,
    "ETIMEDOUT": Symptom.TIMED_OUT,
    "ENETUNREACH": Symptom.UNREACHABLE,
    "EHOSTUNREACH": Symptom.UNREACHABLE,
    "ENETDOWN": Symptom.UNREACHABLE,
    "EHOSTDOWN": Symptom.UNREACHABLE,
    "ENONET": Symptom.UNREACHABLE,
    "EINVAL": Symptom.UNREACHABLE,  # a blackhole route (net/ipv4/route.c: dst_discard, -EINVAL)
    "ENODEV": Symptom.UNREACHABLE,
    "EADDRNOTAVAIL": Symptom.ADDRESS_UNAVAILABLE,
    "EADDRINUSE": Symptom.ADDRESS_UNAVAILABLE,
    "EAFNOSUPPORT": Symptom.ADDRESS_UNAVAILABLE,
    "EACCES": Symptom.PERMISSION_DENIED,
    "EPERM": Symptom.PERMISSION_DENIED,
    "EMFILE": Symptom.RESOURCE_LIMIT,
    "ENFILE": Symptom.RESOURCE_LIMIT,
    "ENOBUFS": Symptom.RESOURCE_LIMIT,
    "ENOMEM": Symptom.RESOURCE_LIMIT,
    "EAGAIN": Symptom.RESOURCE_LIMIT,
    "ECONNRESET": Symptom.RESET,
    "ENOENT": Symptom.REFUSED,
    "ENOTSOCK": Symptom.REFUSED,
    "ENOTDIR": Symptom.REFUSED,
    "EPROTOTYPE": Symptom.PROTOCOL_MISMATCH,
    "EPROTO": Symptom.REFUSED,
    "ENOPROTOOPT": Symptom.REFUSED,
}

TELLING = (
    Symptom.RESOURCE_LIMIT,
    Symptom.REFUSED,
    Symptom.RESET,
    Symptom.TIMED_OUT,
    Symptom.PERMISSION_DENIED,
    # A port is looked for once there is a route (net/ipv4/tcp_ipv4.c: tcp_v4_connect).
    Symptom.ADDRESS_UNAVAILABLE,
    Symptom.UNREACHABLE,
)
"Of several addresses that fail in different ways, the first of these is the symptom: it got furthest."


Attempt = TcpAttempt | UdpAttempt


class Ending(Record):
    """How the attempt ended: the symptom, and the step of the contract at which it failed.

    ``degraded``: it works, with a defect. ``doubtful``: it failed only where a cause is found; else it works.
    ``beside``: by way of a proxy it ended so; this is what the direct attempt ended with, `Symptom.NONE` where only what
    is about proxies is asked.
    """

    symptom: Symptom
    step: str | None
    degraded: bool = False
    doubtful: bool = False
    beside: Symptom | None = None
    only: str = ""
    "The one cause that is asked."


def ending(case: Case) -> Ending:
    """The end of the attempt that the case holds."""
    if case.seen(TargetShape) is not None:
        return Ending(Symptom.NAME_NOT_RESOLVED, "target")
    limits = case.seen(ProcessLimits)
    if limits is not None and limits.facts.pointed_out and limits.facts.full:
        # What was dialled, this program did; the process it stands in for could not have opened the socket.
        return Ending(Symptom.RESOURCE_LIMIT, "tcp")
    local = case.seen(UnixAttempt)
    if local is not None:
        if local.facts.connected:
            return Ending(Symptom.NONE, None)
        return Ending(of_errno(local.facts.errno, local.facts.expired), "tcp")
    attempts: list[Attempt] = [seen.facts for seen in case.every(TcpAttempt)]
    attempts += [seen.facts for seen in case.every(UdpAttempt)]
    if attempts:
        return _after_connecting(case) or _of_attempts(attempts)
    lookup = case.seen(Lookup)
    if lookup is not None and lookup.facts.literal:
        # The only family allowed (-4 or -6) is not the address's.
        return Ending(Symptom.ADDRESS_UNAVAILABLE, "target")
    return Ending(Symptom.NAME_NOT_RESOLVED, "name")


def _after_connecting(case: Case) -> Ending | None:
    """The connection was made; None where nothing that came after speaks against it."""
    answer = case.seen(Exchange)
    if answer is not None and answer.facts.doubtful:
        return Ending(Symptom.REJECTED, answer.facts.step, doubtful=True)
    if answer is not None and _sent_away(case, answer.facts):
        return Ending(Symptom.REJECTED, answer.facts.step, doubtful=True, only="captive-portal")
    if answer is None or answer.facts.fine:
        return None
    return Ending(_of_answer(answer.facts), answer.facts.step)


def _sent_away(case: Case, answer: Exchange) -> bool:
    """A redirect to a host that has nothing to do with the target: the server has moved, or somebody else answered."""
    if answer.protocol != "http" or answer.http is None or answer.http.status not in (302, 303, 307):
        return False
    from nocarrier.readings.redirects import leads_away

    return leads_away(answer.http.header("location"), case.target.host)


OF_END = {
    "turned-away": Symptom.REJECTED,
    "rejected": Symptom.REJECTED,
    "silent": Symptom.NO_ANSWER,
    "closed": Symptom.CLOSED,
    "reset": Symptom.RESET,
    "tls-failed": Symptom.TLS_FAILED,
    "foreign": Symptom.PROTOCOL_MISMATCH,
}
"How an exchange ended (`facts.exchange.Exchange.ended`) → what the client saw."


def _of_answer(answer: Exchange) -> Symptom:
    return OF_END.get(answer.ended) or of_errno(answer.errno, answer.expired)


def _of_attempts(attempts: Sequence[Attempt]) -> Ending:
    failed = [attempt for attempt in attempts if not attempt.connected]
    if not failed:
        return Ending(Symptom.NONE, None)
    symptoms = [_of_attempt(attempt) for attempt in failed]
    telling = min(symptoms, key=lambda symptom: TELLING.index(symptom) if symptom in TELLING else len(TELLING))
    if len(failed) == len(attempts):
        return Ending(telling, "tcp" if telling is not Symptom.UNREACHABLE or _said(failed) else "route")
    # Some client will try the first address and give up there.
    first = attempts[0]
    bites = not first.connected and (symptoms[0] in (Symptom.REFUSED, Symptom.TIMED_OUT) or first.said is not None)
    return Ending(symptoms[0] if bites else Symptom.NONE, None, degraded=bites)


def _said(failed: Sequence[Attempt]) -> bool:
    """Some packet left and some machine answered: it did not fail for want of a route here."""
    return any(attempt.said is not None for attempt in failed)


def _of_attempt(attempt: Attempt) -> Symptom:
    if isinstance(attempt, UdpAttempt) and attempt.expired and not attempt.asked:
        return Symptom.NO_ANSWER  # nobody was asked anything: docs/decisions/0006-udp.md
    return of_errno(attempt.errno, attempt.expired)


def of_errno(errno: str, expired: bool) -> Symptom:
    """What a connection that was not made shows."""
    return Symptom.TIMED_OUT if expired else OF_ERRNO.get(errno, Symptom.UNREACHABLE)
