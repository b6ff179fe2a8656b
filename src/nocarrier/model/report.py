"""The report, one to one as `shared/contract.md` fixes it; the JSON Schema is derived from these types."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec

Outcome = Literal["connected", "failed", "degraded"]
CertaintyWord = Literal["proven", "likely", "possible"]
Status = Literal["ok", "failed", "skipped", "warning"]
Step = Literal["target", "name", "route", "tcp", "tls", "proxy", "http", "websocket", "service", "hold"]
Side = Literal["client", "server"]
FixSide = Literal["client", "server", "network"]
SymptomWord = Literal[
    "refused", "timed-out", "unreachable", "address-unavailable", "reset", "closed", "name-not-resolved",
    "permission-denied", "resource-limit", "tls-failed", "protocol-mismatch", "rejected", "no-answer",
    "dropped", "none",
]  # fmt: skip
Slug = Annotated[str, msgspec.Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
EvidenceId = Annotated[str, msgspec.Meta(pattern="^e[0-9]+$")]
Milliseconds = Annotated[float, msgspec.Meta(ge=0)]


class Tool(msgspec.Struct, frozen=True, kw_only=True):
    """Who wrote the report."""

    name: str
    version: str


class ReportedTarget(msgspec.Struct, frozen=True, kw_only=True):
    """The target as it was understood."""

    input: str
    scheme: str
    host: str
    port: int | None
    path: str


class ReportedFix(msgspec.Struct, frozen=True, kw_only=True):
    """A fix in the reader's language."""

    where: FixSide
    text: str
    commands: tuple[str, ...] = ()
    config: str = ""
    risk: str = ""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """One cause that fits; ``because`` holds the ids of the evidence that it rests on."""

    cause: Slug
    certainty: CertaintyWord
    summary: str
    because: tuple[EvidenceId, ...]
    fixes: tuple[ReportedFix, ...] = ()


class Excluded(msgspec.Struct, frozen=True, kw_only=True):
    """One cause that cannot be it."""

    cause: Slug
    because: tuple[EvidenceId, ...]
    why: str = ""


class NextStep(msgspec.Struct, frozen=True, kw_only=True):
    """What would decide between those that remain."""

    question: str
    command: str


class ReportedStep(msgspec.Struct, frozen=True, kw_only=True):
    """One step of the diagnosis, in the order in which a connection is made."""

    step: str
    status: Status
    took_ms: Milliseconds
    summary: str
    evidence: tuple[EvidenceId, ...] = ()


class ReportedEvidence(msgspec.Struct, frozen=True, kw_only=True):
    """One observation; ``facts`` is shaped by its probe."""

    id: EvidenceId
    probe: str
    where: Side
    took_ms: Milliseconds
    summary: str
    facts: dict[str, Any]


class Report(msgspec.Struct, frozen=True, kw_only=True):
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
