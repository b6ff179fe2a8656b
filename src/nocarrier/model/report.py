"""The report, one to one as `shared/contract.md` fixes it; the JSON Schema is derived from these types."""

from __future__ import annotations

from nocarrier.model.annotations import Annotated, Any, Literal, Meta
from nocarrier.model.record import Record

Outcome = Literal["connected", "failed", "degraded"]
CertaintyWord = Literal["proven", "likely", "possible"]
Status = Literal["ok", "failed", "skipped", "warning"]
Step = Literal["target", "name", "route", "tcp", "tls", "proxy", "http", "websocket", "service", "hold"]
STEPS = ("target", "name", "route", "tcp", "tls", "proxy", "http", "websocket", "service", "hold")
"The words of `Step`."
Side = Literal["client", "server"]
FixSide = Literal["client", "server", "network"]
SymptomWord = Literal[
    "refused", "timed-out", "unreachable", "address-unavailable", "reset", "closed", "name-not-resolved",
    "permission-denied", "resource-limit", "tls-failed", "protocol-mismatch", "rejected", "no-answer",
    "dropped", "none",
]  # fmt: skip
Slug = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
EvidenceId = Annotated[str, Meta(pattern="^e[0-9]+$")]
Milliseconds = Annotated[float, Meta(ge=0)]


class Tool(Record, kw_only=True):
    """Who wrote the report."""

    name: str
    version: str


class ReportedTarget(Record, kw_only=True):
    """The target as it was understood."""

    input: str
    scheme: str
    host: str
    port: int | None
    path: str


class ReportedFix(Record, kw_only=True):
    """A fix in the reader's language."""

    where: FixSide
    text: str
    commands: tuple[str, ...] = ()
    config: str = ""
    risk: str = ""


class Verdict(Record, kw_only=True):
    """One cause that fits; ``because`` holds the ids of the evidence that it rests on."""

    cause: Slug
    certainty: CertaintyWord
    summary: str
    because: tuple[EvidenceId, ...]
    fixes: tuple[ReportedFix, ...] = ()


class Excluded(Record, kw_only=True):
    """One cause that cannot be it."""

    cause: Slug
    because: tuple[EvidenceId, ...]
    why: str = ""


class NextStep(Record, kw_only=True):
    """What would decide between those that remain."""

    question: str
    command: str


class ReportedStep(Record, kw_only=True):
    """One step of the diagnosis, in the order in which a connection is made."""

    step: str
    status: Status
    took_ms: Milliseconds
    summary: str
    evidence: tuple[EvidenceId, ...] = ()


class ReportedEvidence(Record, kw_only=True):
    """One observation; ``facts`` is shaped by its probe.

    ``at_ms`` says when looking began, in milliseconds since the diagnosis did; null where that is not known.
    """

    id: EvidenceId
    probe: str
    where: Side
    took_ms: Milliseconds
    summary: str
    facts: dict[str, Any]
    at_ms: Milliseconds | None = None


class Report(Record, kw_only=True):
    """What a diagnosis found out. Times are UTC in ISO 8601, durations in milliseconds."""

    schema: Literal["nocarrier.report/1"]
    tool: Tool
    target: ReportedTarget
    started_at: str
    duration_ms: Milliseconds
    outcome: Outcome
    symptom: SymptomWord
    failed_step: Step | None
    verdict: Verdict | None
    alternatives: tuple[Verdict, ...] = ()
    ruled_out: tuple[Excluded, ...] = ()
    next: tuple[NextStep, ...] = ()
    steps: tuple[ReportedStep, ...] = ()
    evidence: tuple[ReportedEvidence, ...] = ()
