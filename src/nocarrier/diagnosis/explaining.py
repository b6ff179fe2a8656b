"""What the errors of a text mean: which causes of the catalogue fit, likeliest first, and what would decide.

Nothing is looked at and no cause is loaded: which of them a text leaves possible follows from what they say of themselves
(their symptoms and what they presume, `causes/_asked.py`) and how usual they are (`priors`). What the text names beside
the error, a loopback address, a container's prefix, a proxy, changes that order as it does for whoever reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nocarrier.causes._asked import ASKED
from nocarrier.causes._titles import TITLES
from nocarrier.diagnosis.deciding import deciding
from nocarrier.diagnosis.foreseen import FORESEEN
from nocarrier.diagnosis.hint import DYNAMIC, WEB, is_literal, is_loopback, over_a_unix_socket
from nocarrier.diagnosis.hints import hints, of_a_bind
from nocarrier.diagnosis.sayings import sayings, settled
from nocarrier.diagnosis.unseen import BEHIND, situation, weight
from nocarrier.facts.private import private_block
from nocarrier.facts.services import WRAPPED
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.explanation import Explained, Fitting, NamedTarget
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.model.secrets import without_secrets, without_userinfo
from nocarrier.readings.messages.gathering import Told, says_only_closed
from nocarrier.readings.messages.reading import ErrorClass, Reading

if TYPE_CHECKING:
    from nocarrier.model.symptom import Presumption

MOST_CAUSES, FEWEST = 6, 3
"Of a class of error alone; and of a text whose words tell of causes, which are then all that is worth reading, or nearly."
FIRST, STEP = 1000.0, 10.0
"Weights of causes that the words of the text tell of: above all others, each a step below the one before."
SYMPTOMS: dict[ErrorClass, tuple[str, ...]] = {
    "refused": ("refused",),
    "timed-out": ("timed-out", "no-answer"),
    "unreachable": ("unreachable",),
    "address-unavailable": ("address-unavailable",),
    "address-in-use": ("address-unavailable",),
    "name-not-resolved": ("name-not-resolved",),
    "reset": ("reset",),
    "closed": ("closed", "dropped"),
    "tls-failed": ("tls-failed",),
    "protocol-mismatch": ("protocol-mismatch",),
    "rejected": ("rejected",),
    "proxy": (),
    "permission-denied": ("permission-denied",),
    "resource-limit": ("resource-limit",),
}
"Class of an error → what the catalogue calls it: values of `model.symptom.Symptom`, which takes longer to load than all of this."

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
UNIX_OPEN = say(
    "Whether the server is down or has its socket elsewhere does not stand in the text; in a container the file is the container's."
)
CLIENT_OPEN = say(
    "A server says this of its client, which ended the connection or kept silent; why is in the client's own log, if anywhere."
)
RESOLVER_OPEN = say("The resolver gave no answer, so that nobody knows yet whether the name exists.")


def explained(told: Sequence[Told]) -> tuple[Explained, ...]:
    """Every distinct error, the most telling first."""
    ordered = sorted(
        told,
        key=lambda one: (
            -one.reading.worth,
            one.reading.kind == "unknown",
            says_only_closed(one.reading),
            not one.reading.host,
            one.first,
        ),
    )
    return tuple(_explained(one) for one in ordered)


def _explained(told: Told) -> Explained:
    reading, text = _nameable(told.reading), without_secrets("\n".join(told.lines))
    return Explained(
        text=text,
        client=reading.client or None,
        kind=reading.kind,
        step=reading.step or None,
        code=reading.code,
        target=_target(reading),
        causes=tuple(_fitting(reading, text, without_secrets(told.around))),
        cannot_tell=reading.open or _left_open(reading, text),
        next=tuple(deciding(reading, text)),
        times=told.times,
        more=told.more,
    )


def _left_open(reading: Reading, text: str) -> Prose | None:
    """What a text of this class leaves open, unless its words or its step settle it."""
    if reading.by_client:
        return CLIENT_OPEN
    if reading.reached:
        return say(
            "A line below says that the client got through to {address}, so that this try did no harm but the time it took.",
            address=reading.reached,
        )
    if over_a_unix_socket(reading, text) and reading.kind == "refused":
        return UNIX_OPEN
    if reading.kind == "rejected" and reading.step == "service":
        return None  # it said so in its own protocol, which nothing in front of it speaks
    if reading.code.get("errno") == "EAI_AGAIN":
        return RESOLVER_OPEN
    return OPEN.get(reading.kind)


def _nameable(reading: Reading) -> Reading:
    """Its places without the users and passwords that a text has before them."""
    if "@" not in reading.host and "@" not in reading.through:
        return reading
    return replace(reading, host=without_userinfo(reading.host), through=without_userinfo(reading.through))


def _target(reading: Reading) -> NamedTarget | None:
    """Whom the text names; of a whole URL in a host's place whom that names."""
    if not (reading.scheme or reading.host or reading.port):
        return None
    if "://" in reading.host:
        from nocarrier.readings.messages.endpoints import endpoints

        meant = next((place for place in endpoints(reading.host) if place.host), None)
        if meant is not None:
            return NamedTarget(scheme=meant.scheme, host=meant.host, port=reading.port or meant.port or None)
    return NamedTarget(scheme=reading.scheme or None, host=reading.host or None, port=reading.port or None)


def _fitting(reading: Reading, text: str, around: str) -> Iterable[Fitting]:
    """The causes that are left, likeliest first."""
    only = settled(reading, text) or of_a_bind(reading, text)
    if only is not None:
        causes, why = only
        for slug in causes:
            yield Fitting(cause=slug, why=why if slug == causes[0] else title(slug))
        return
    weights = _left(reading)
    reasons: dict[str, Prose] = {}
    told: set[str] = set()
    for causes, why in sayings(reading, text):
        if reading.kind == "refused" and reading.port and not over_a_unix_socket(reading, text):
            causes = tuple(slug for slug in causes if slug not in OF_SOCKET_FILES)
        if not causes:
            continue
        before = len(told)
        for rank, slug in enumerate(causes):
            weights[slug] = max(weights.get(slug, 0.0), FIRST - STEP * (rank + before))
        told.update(causes)
        reasons.setdefault(causes[0], why)
    for hint in hints(reading, around or text):
        if hint.leads:
            told.add(hint.cause)
            weights[hint.cause] = max(weights.get(hint.cause, 0.0), FIRST) * hint.times
        elif hint.cause in weights:
            weights[hint.cause] *= hint.times
        if hint.why is not None:
            reasons[hint.cause] = hint.why
    if over_a_unix_socket(reading, text):
        weights = {slug: often for slug, often in weights.items() if slug in OF_UNIX_SOCKETS}
    if reading.code.get("openssl") == "WRONG_VERSION_NUMBER":  # what is no TLS shows no certificate
        weights = {slug: often for slug, often in weights.items() if not slug.startswith("certificate-")}
        told.intersection_update(weights)
    ordered = sorted((slug for slug in weights if weights[slug]), key=lambda slug: (-weights[slug], slug))
    for slug in ordered[: max(len(told), FEWEST) if told else MOST_CAUSES]:
        yield Fitting(cause=slug, why=reasons.get(slug) or title(slug))


def title(slug: str) -> Prose:
    """What a cause is, in half a line."""
    return Prose(TITLES[slug]) if slug in TITLES else FORESEEN[slug][1]


def _left(reading: Reading) -> dict[str, float]:
    """The causes of this class that presume no more than may be so, with their weights."""
    words = frozenset(SYMPTOMS.get(reading.kind, ()))
    may_be = presumed(reading)
    usual = BEHIND.get(situation(reading), {})
    weights: dict[str, float] = {}
    for place, (symptoms, presumes) in ASKED.items():
        slug = place.rpartition("/")[2].replace("_", "-")
        if (words.intersection(symptoms) or slug in usual) and may_be.issuperset(presumes):
            weights[slug] = weight(slug, usual)
    if reading.kind == "unknown" and reading.scheme not in WRAPPED:
        usual = {slug: often for slug, often in usual.items() if slug not in OF_TLS}
    unfit = _unfit(reading)
    weights = {slug: often for slug, often in weights.items() if slug not in unfit}
    foreseen = {
        slug: weight(slug, usual) for slug, (kinds, _) in FORESEEN.items() if reading.kind in kinds or slug in usual
    }
    return weights | foreseen


def _unfit(reading: Reading) -> frozenset[str]:
    """Causes that its class would fit, and what was asked for does not."""
    unfit: frozenset[str] = OF_STREAMS if reading.scheme == "udp" else frozenset()
    if reading.kind == "address-in-use" or reading.call == "bind":
        return unfit | OF_DIALLING
    if situation(reading) == "service-rejected" and "http_status" not in reading.code and reading.scheme not in WEB:
        return unfit | OF_HTTP
    if reading.kind != "unknown":
        return unfit
    if reading.scheme not in WRAPPED:
        unfit |= OF_TLS
    if reading.scheme not in ("ws", "wss") and reading.step != "websocket":
        unfit |= OF_WEBSOCKETS
    return unfit


OF_STREAMS = frozenset({
    "plaintext-to-tls-port", "tls-to-plaintext-port", "server-speaks-other-protocol", "accept-queue-full", "connection-limited",
})  # fmt: skip
"UDP has no connection, and what is asked over it is seldom wrapped."
OF_HTTP = frozenset({
    "proxy-requires-auth", "captive-portal", "cdn-in-front", "host-header-rejected", "redirected", "proxy-strips-upgrade", "engine-io-expected",
    "http-to-websocket-server", "websocket-to-http-server", "websocket-subprotocol-rejected", "websocket-origin-rejected", "websocket-wrong-path", "websocket-needs-credentials",
    "websocket-version-unsupported",
})  # fmt: skip
"What says no in its own protocol speaks no HTTP, and nothing that does has answered in its place."
OF_DIALLING = frozenset({"proxy-interferes", "interface-down", "no-route"})
"A socket that is bound meets no proxy, and its address is there."
OF_TLS = frozenset({"certificate-self-signed", "certificate-untrusted-ca", "tls-to-plaintext-port"})
OF_WEBSOCKETS = frozenset({"websocket-to-http-server", "proxy-strips-upgrade"})
"Of an error that says nothing, these are likely only where the text asked for TLS, or for a WebSocket."

OF_SOCKET_FILES = frozenset({"unix-socket-missing", "unix-socket-permission"})
"What a port refused was no file of a socket."
OF_UNIX_SOCKETS = frozenset({
    "unix-socket-missing", "unix-socket-permission", "server-not-listening", "localhost-inside-container", "permission-denied",
    "too-many-open-files", "server-out-of-files", "target-malformed", "server-refuses-client", "process-hung", "accept-queue-full", "address-in-use",
    "server-closes-at-once", "server-speaks-other-protocol", "http-version-mismatch",
})  # fmt: skip
"A unix socket has no network, and so no firewall, route, port or name before it."


FILTERS: frozenset[Presumption] = frozenset({"client-filter", "path-filter", "server-filter"})
"No text says that there is no rule."


ANSWERED = frozenset({"tls-failed", "protocol-mismatch", "rejected", "closed"})
"Classes of errors that somebody's answer is, or its end: of an address that is wrong a text seldom tells so much."


def presumed(reading: Reading) -> frozenset[Presumption]:
    """What may be so of a target that a text names; of what it does not name, everything."""
    host = reading.host
    unseen: frozenset[Presumption] = FILTERS if reading.kind in ANSWERED else FILTERS | {"astray"}
    if over_a_unix_socket(reading, ""):
        return frozenset({"unix"})
    if not host:
        return unseen | {"name", "network", "unix", "loopback", "elsewhere", "anywhere", "proxied"}
    literal = is_literal(host)
    loopback = is_loopback(host)
    known: dict[Presumption, bool] = {
        "network": True, "name": not literal, "loopback": loopback or not literal, "elsewhere": not loopback,
        "anywhere": not loopback and not private_block(host), "proxied": bool(reading.through) or reading.kind == "proxy" or not loopback or reading.port >= DYNAMIC,
    }  # fmt: skip
    return unseen | {what for what, holds in known.items() if holds}
