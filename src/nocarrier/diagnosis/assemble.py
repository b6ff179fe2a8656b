"""The report of a finding, in the reader's language."""

from __future__ import annotations

import time
from collections.abc import Iterable

from nocarrier.diagnosis.rank import Suspect
from nocarrier.diagnosis.run import Finding
from nocarrier.model import report as reported
from nocarrier.model.annotations import Any, cast
from nocarrier.model.evidence import Evidence, Facts, Gap, Where
from nocarrier.model.judgement import Certainty, Decider, Fix, Symptom
from nocarrier.model.prose import Prose, Translate, say
from nocarrier.model.record import Record, fields, plain, replace
from nocarrier.model.secrets import without_secret_arguments, without_secrets
from nocarrier.version import __version__

STEP_OF_PROBE = {
    "proxy_attempt": "proxy",
    "lookup": "name",
    "target_shape": "target",
    "unix_socket": "tcp",
    "udp": "tcp",
}
"Probes whose step has another name in the contract."
MASKED = say("Where *** stands, a secret belongs, which no report shows.")


def report(finding: Finding, translate: Translate = str) -> reported.Report:
    """The contract's report."""
    case, end = finding.case, finding.ending
    failed = end.symptom is not Symptom.NONE and not end.degraded
    verdicts = tuple(_verdict(suspect, translate) for suspect in finding.suspects)
    raw = reported.Report(
        schema="nocarrier.report/1",
        tool=reported.Tool(name="nocarrier", version=__version__),
        target=reported.ReportedTarget(
            input=case.target.input,
            scheme=case.target.scheme,
            host=case.target.scoped_host,
            port=case.target.port,
            path=case.target.path,
        ),
        started_at=_timestamp(finding.duration_ms),
        duration_ms=round(finding.duration_ms, 1),
        outcome="failed" if failed else "degraded" if verdicts else "connected",
        symptom=end.symptom.value,
        failed_step=cast(reported.Step, end.step) if failed and end.step else None,
        verdict=verdicts[0] if verdicts else None,
        alternatives=verdicts[1:],
        ruled_out=tuple(
            reported.Excluded(
                cause=cleared.slug,
                because=_ids(cleared.ruled_out.because),
                why=cleared.ruled_out.why.render(translate),
            )
            for cleared in finding.cleared
        ),
        next=_next(finding, translate),
        steps=_steps(finding, translate),
        evidence=tuple(_evidence(seen, translate) for seen in case.evidence),
    )
    clean: reported.Report = _clean(raw)
    return clean


def _timestamp(ago_ms: float) -> str:
    moment = time.time() - ago_ms / 1e3
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(moment))}.{int(moment % 1 * 1e3):03d}Z"


def _clean(value: Any) -> Any:
    """The same record, text, or collection of such, without secrets: nothing secret stands in a report, wherever it
    came from."""
    if isinstance(value, str):
        return without_secrets(value)
    if isinstance(value, Record):
        return replace(value, **{name: _clean(getattr(value, name)) for name in fields(value)})
    if isinstance(value, dict):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        if value and all(isinstance(item, str) for item in value):
            return type(value)(without_secret_arguments(list(value)))
        return type(value)(_clean(inner) for inner in value)
    return value


def _verdict(suspect: Suspect, translate: Translate) -> reported.Verdict:
    found = suspect.found
    return reported.Verdict(
        cause=suspect.cause.slug,
        certainty=cast(reported.CertaintyWord, found.certainty.name.lower()),
        summary=found.summary.render(translate),
        because=_ids(found.because),
        fixes=tuple(_fix(fix, translate) for fix in found.fixes),
    )


def _fix(fix: Fix, translate: Translate) -> reported.ReportedFix:
    return reported.ReportedFix(
        where=cast(reported.FixSide, fix.where),
        text=fix.text.render(translate),
        commands=fix.commands,
        config=fix.config,
        risk=" ".join(warning.render(translate) for warning in (fix.risk, _left_out(fix)) if warning),
    )


def _left_out(fix: Fix) -> Prose | None:
    """That a secret is to be put in by hand, where one stands in what is to be pasted."""
    pasted = (*fix.commands, fix.config)
    return MASKED if any(without_secrets(text) != text for text in pasted) else None


def _ids(evidence: Iterable[Evidence[Any]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(seen.id for seen in evidence))


def _next(finding: Finding, translate: Translate) -> tuple[reported.NextStep, ...]:
    """What would decide, or show more where nothing was found; nothing where the verdict is proven. One entry a command."""
    if finding.suspects and finding.suspects[0].found.certainty is Certainty.PROVEN:
        return ()
    deciders: dict[str, Decider] = {}
    if not finding.suspects and finding.ending.step is not None:
        from nocarrier.diagnosis.unexplained import closer_look

        deciders = {decider.command: decider for decider in closer_look(finding.case)}
    for suspect in finding.suspects:
        for decider in suspect.found.decided_by:
            deciders.setdefault(decider.command, decider)
    done = _seen_there(finding)
    whole = not any(gap.where is Where.SERVER for gap in finding.case.gaps)
    # Where nothing else is known to decide, to look there once more is better than no word.
    unseen = {
        command: one for command, one in deciders.items() if not (done and _looks_there(command, as_root=whole))
    }
    return tuple(
        reported.NextStep(question=decider.question.render(translate), command=decider.command)
        for decider in (unseen or deciders).values()
    )


def _seen_there(finding: Finding) -> bool:
    """The server's side was named and entered."""
    return finding.case.server_named and any(seen.where is Where.SERVER for seen in finding.case.evidence)


def _looks_there(command: str, *, as_root: bool) -> bool:
    """The diagnosis with a look at the server's side, once more; as root it may see what this one did not."""
    return " --server " in command and (as_root or "://root@" not in command)


def _steps(finding: Finding, translate: Translate) -> tuple[reported.ReportedStep, ...]:
    """One step for each probe and side, in the order they were looked at; gaps are skipped steps."""
    groups: dict[tuple[str, str], list[Evidence[Any]]] = {}
    for seen in finding.case.evidence:
        groups.setdefault((seen.probe, seen.where.value), []).append(seen)
    done = [_step(finding, probe, group, translate) for (probe, _), group in groups.items()]
    return (*done, *(_skipped(gap, translate) for gap in finding.case.gaps))


def _step(finding: Finding, probe: str, group: list[Evidence[Any]], translate: Translate) -> reported.ReportedStep:
    step = STEP_OF_PROBE.get(probe, "") or str(getattr(group[0].facts, "step", probe))
    return reported.ReportedStep(
        step=step,
        status=_status(finding, step, group),
        took_ms=round(max(seen.took_ms for seen in group), 3),
        summary="; ".join(seen.summary.render(translate) for seen in group),
        evidence=_ids(group),
    )


def _status(finding: Finding, step: str, group: list[Evidence[Any]]) -> reported.Status:
    fine = [_fine(seen.facts) for seen in group]
    if None in fine:
        fine = [step != finding.ending.step or step not in reported.STEPS]
    if all(fine):
        return "warning" if any(getattr(seen.facts, "untried", "") for seen in group) else "ok"
    return "failed" if step == finding.ending.step and not any(fine) else "warning"


def _fine(facts: Facts) -> bool | None:
    """What the facts say of themselves; None where they say nothing."""
    return getattr(facts, "fine", getattr(facts, "connected", None))


def _skipped(gap: Gap, translate: Translate) -> reported.ReportedStep:
    return reported.ReportedStep(
        step=STEP_OF_PROBE.get(gap.probe, gap.probe),
        status="skipped",
        took_ms=round(gap.took_ms, 3),
        summary=f"{gap.where.value}: {gap.reason.render(translate)}",
    )


def _evidence(seen: Evidence[Any], translate: Translate) -> reported.ReportedEvidence:
    return reported.ReportedEvidence(
        id=seen.id,
        probe=seen.probe,
        where=seen.where.value,
        took_ms=seen.took_ms,
        summary=seen.summary.render(translate),
        facts=plain(seen.facts),
        at_ms=seen.at_ms,
    )
