"""What the errors of a text mean: which causes of the catalogue fit, likeliest first, and what would decide.

Nothing is looked at and no cause is loaded: which of them a text leaves possible follows from what they say of themselves
(their symptoms and what they presume, `causes/_asked.py`) and how usual they are (`priors`). What the text names beside
the error, a loopback address, a container's prefix, a proxy, changes that order as it does for whoever reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nocarrier.causes._asked import ASKED
from nocarrier.causes._titles import TITLES
from nocarrier.diagnosis.hints import hints, is_loopback
from nocarrier.diagnosis.priors import PRIORS, USUAL
from nocarrier.facts.services import DEFAULT_PORT
from nocarrier.model.explanation import Explained, Fitting, NamedTarget, Next
from nocarrier.model.judgement import Presumption, Symptom
from nocarrier.model.prose import Prose, say
from nocarrier.readings.messages.reading import OPAQUE, ErrorClass, Reading
from nocarrier.readings.messages.scan import Told

MOST_CAUSES = 6
SYMPTOMS: dict[ErrorClass, tuple[Symptom, ...]] = {
    "refused": (Symptom.REFUSED,),
    "timed-out": (Symptom.TIMED_OUT, Symptom.NO_ANSWER),
    "unreachable": (Symptom.UNREACHABLE,),
    "address-unavailable": (Symptom.ADDRESS_UNAVAILABLE,),
    "address-in-use": (Symptom.ADDRESS_UNAVAILABLE,),
    "name-not-resolved": (Symptom.NAME_NOT_RESOLVED,),
    "reset": (Symptom.RESET,),
    "closed": (Symptom.CLOSED, Symptom.DROPPED),
    "tls-failed": (Symptom.TLS_FAILED,),
    "protocol-mismatch": (Symptom.PROTOCOL_MISMATCH,),
    "rejected": (Symptom.REJECTED,),
    "proxy": (),
    "permission-denied": (Symptom.PERMISSION_DENIED,),
    "resource-limit": (Symptom.RESOURCE_LIMIT,),
}
"Class of an error → what the catalogue calls it."

OPEN: dict[ErrorClass, Prose] = {
    "refused": say(
        "A refusal says that some machine answered at once and that no socket took the connection. It does not say whether "
        "the program is down, listens on another port or address, or a firewall refused in its place."
    ),
    "timed-out": say(
        "Silence has no sender: a firewall on either machine or between, a host that is down, a full queue and a wrong "
        "address look the same from here."
    ),
    "unreachable": say(
        "Whether this machine has no route, or a router on the way said so, does not stand in the text."
    ),
    "reset": say(
        "Who reset the connection, the program, its kernel or a device between, does not stand in the text."
    ),
    "closed": say("Why the other side closed the connection does not stand in the text."),
    "name-not-resolved": say("Whether the name is wrong or the resolver fails does not stand in the text."),
    "rejected": say("Whether the server itself or something in front of it said no does not stand in the text."),
    "unknown": say("The text does not say what failed: any step of the connection may have."),
}
"What a text of each class leaves open, where its reader knows no better."

WRITTEN_FOR: dict[ErrorClass, dict[str, float]] = {
    "address-in-use": {"address-in-use": 1000},
    "proxy": {"proxy-interferes": 90, "proxy-requires-auth": 60},
}
"Weights beside those of `priors`, for classes that are no symptom of the catalogue or only a part of one."


UNSEEN: dict[str, float] = {
    "target-malformed": 0.05,
    "hosts-file-override": 0.15,
    "dns-wrong-address": 0.3,
    "search-domain-surprise": 0.1,
    "cdn-in-front": 0.3,
    "address-family-broken": 0.15,
    "wrong-host": 0.5,
    "wrong-port": 0.9,
    "security-group-blocks": 0.8,
    "panel-firewall-blocks": 0.3,
    "localhost-inside-container": 0.6,
    "container-port-not-published": 0.7,
}
"""What is left of the weight of a cause whose rule speaks up only when it has seen something, which no text shows: its
weight in `priors` is that of the cause once it was seen."""


def explained(told: Sequence[Told]) -> tuple[Explained, ...]:
    """Every distinct error, the most telling first."""
    ordered = sorted(
        told, key=lambda one: (-one.reading.worth, one.reading.kind == "unknown", not one.reading.host, one.first)
    )
    return tuple(_explained(one) for one in ordered)


def _explained(told: Told) -> Explained:
    reading = told.reading
    return Explained(
        text="\n".join(told.lines),
        client=reading.client or None,
        kind=reading.kind,
        step=reading.step or None,
        code=reading.code,
        target=_target(reading),
        causes=tuple(_fitting(reading, told.lines)),
        cannot_tell=reading.open or OPEN.get(reading.kind),
        next=_next(reading),
        times=told.times,
    )


def _target(reading: Reading) -> NamedTarget | None:
    if not (reading.scheme or reading.host or reading.port):
        return None
    return NamedTarget(scheme=reading.scheme or None, host=reading.host or None, port=reading.port or None)


def _next(reading: Reading) -> tuple[Next, ...]:
    host = f"[{reading.host}]" if ":" in reading.host else reading.host
    if not host:
        return ()
    scheme = reading.scheme if reading.scheme in DEFAULT_PORT else "tcp"
    port = f":{reading.port}" if reading.port else "" if DEFAULT_PORT.get(scheme) else ":PORT"
    return (Next(question=say("Which of these is it?"), command=f"nocarrier {scheme}://{host}{port}"),)


def _fitting(reading: Reading, lines: Sequence[str]) -> Iterable[Fitting]:
    """The causes that are left, likeliest first. Of what nothing is known, nothing is named."""
    if reading.worth == OPAQUE or reading.kind == "unknown":
        return
    weights = _left(reading)
    reasons: dict[str, Prose] = {}
    for hint in hints(reading, " ".join(lines)):
        weights[hint.cause] = weights.get(hint.cause, USUAL) * hint.times
        if hint.why is not None:
            reasons[hint.cause] = hint.why
    for slug in sorted((slug for slug in weights if weights[slug]), key=lambda slug: (-weights[slug], slug))[
        :MOST_CAUSES
    ]:
        if slug in TITLES:
            yield Fitting(cause=slug, why=reasons.get(slug, Prose(TITLES[slug])))


def _left(reading: Reading) -> dict[str, float]:
    """The causes of this class that presume no more than may be so, with their weights."""
    words = {symptom.value for symptom in SYMPTOMS.get(reading.kind, ())}
    may_be = presumed(reading)
    weights: dict[str, float] = {}
    for place, (symptoms, presumes) in ASKED.items():
        slug = place.rpartition("/")[2].replace("_", "-")
        if words.intersection(symptoms) and may_be.issuperset(presumes):
            weights[slug] = PRIORS.get(slug, USUAL) * UNSEEN.get(slug, 1.0)
    return weights | WRITTEN_FOR.get(reading.kind, {})


def presumed(reading: Reading) -> frozenset[Presumption]:
    """What may be so of a target that a text names; of what it does not name, everything."""
    host = reading.host
    if not host:
        return frozenset({"name", "network", "unix", "loopback", "elsewhere"})
    literal = ":" in host or host.replace(".", "").isdigit()
    loopback = is_loopback(host)
    known: dict[Presumption, bool] = {
        "network": True, "name": not literal, "loopback": loopback or not literal, "elsewhere": not loopback,
    }  # fmt: skip
    return frozenset(what for what, holds in known.items() if holds)
