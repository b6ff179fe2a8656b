"""One report as an article: the verdict, the picture, what to do, why, and all that was seen, at both ends."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from nocarrier.model.annotations import Any
from nocarrier.model.prose import say
from nocarrier.model.report import Report, ReportedEvidence, ReportedFix, Verdict
from nocarrier.reports.picture import picture_of
from nocarrier.reports.places import place_of
from nocarrier.reports.terminal import outcome_of, sentence, sentence_of
from nocarrier.reports.web.drawing import figure
from nocarrier.reports.web.line import line
from nocarrier.reports.web.text import MOST_ROWS, Place, code, isolated, pasted, text
from nocarrier.reports.words import CERTAINTIES, CERTAINTIES_EXPLAINED, STEPS, unseen_server, untried, word

LONGEST_FACTS = 6000
"Characters of the facts of one observation."


def article(report: Report, place: Place) -> str:
    """The whole of it."""
    parts = [_headline(report, place), *_explained(report, place), *_seen(report, place), _footer(report, place)]
    body = "\n".join(filter(None, parts))
    return f'<article aria-labelledby="{place.prefix}-title"{place.named("report")}>\n{body}\n</article>'


def headline(report: Report, place: Place) -> str:
    """What became of which target, in a line of markup."""
    failed = report.outcome == "failed"
    mark = place.pen.marks.bad if failed else place.pen.marks.good
    kind = "bad" if failed else "good"
    return (
        f'<span class="{kind}" aria-hidden="true">{mark}</span> {code(report.target.input)} '
        f"{text(outcome_of(report, place.pen))}"
    )


def _headline(report: Report, place: Place) -> str:
    level = place.level
    return f'<h{level} class="outcome"{place.named("title")}>{headline(report, place)}</h{level}>'


def _unseen(report: Report, place: Place) -> str:
    missing = unseen_server(report)
    return f"<p>{text(missing.render(place.pen.translate))}</p>" if missing is not None else ""


def _explained(report: Report, place: Place) -> Iterator[str]:
    if report.verdict is None:
        if report.outcome != "connected":
            yield f'<p class="verdict">{text(sentence_of(report, place.pen))}</p>'
            yield f"<p>{place.say('None of the known causes explains what was seen.')}</p>"
        elif (step := untried(report)) is not None:
            yield f"<p>{text(sentence(step, report, place.pen))}</p>"
        yield _unseen(report, place)
        yield _deciding(report, place)
        return
    yield _verdict(report, report.verdict, place)
    yield _unseen(report, place)
    picture = picture_of(report, place.pen)
    yield figure(picture, place) if picture else ""
    yield _deciding(report, place)
    yield from _fixes(report, report.verdict, place)
    if report.verdict.certainty == "proven":
        behind = place.say("What may have broken it")
        yield place.section(behind, [_ranked(report.alternatives, place)])
    yield _because(report, report.verdict, place)
    excluded = (f"<dt>{code(each.cause)}</dt><dd>{text(each.why)}</dd>" for each in report.ruled_out[:MOST_ROWS])
    yield place.section(place.say("Ruled out"), [_terms(excluded)])


# --- The verdict and what to do --------------------------------------------------------------------------------


def _verdict(report: Report, verdict: Verdict, place: Place) -> str:
    if verdict.certainty == "proven" or not report.alternatives:
        meaning = text(place.pen.prose(CERTAINTIES_EXPLAINED[verdict.certainty]))
        return f'<p class="verdict">{text(verdict.summary)}</p>\n<p>{_tag(verdict, place)}: {meaning}</p>'
    opening = text(f"{sentence_of(report, place.pen)} {place.pen.say('From here that is one of:')}".strip())
    return f'<p class="verdict">{opening}</p>\n{_ranked((verdict, *report.alternatives), place)}'


def _ranked(verdicts: Iterable[Verdict], place: Place) -> str:
    return _terms(
        f"<dt>{_tag(each, place)}</dt><dd>{text(each.summary)}</dd>" for each in tuple(verdicts)[:MOST_ROWS]
    )


def _tag(verdict: Verdict, place: Place) -> str:
    return f"{code(verdict.cause)} · <strong>{text(place.pen.prose(word(CERTAINTIES, verdict.certainty)))}</strong>"


def _terms(rows: Iterable[str]) -> str:
    body = "\n".join(rows)
    return f"<dl>\n{body}\n</dl>" if body else ""


def _deciding(report: Report, place: Place) -> str:
    rows = (f"<p>{text(step.question)}</p>\n{pasted(step.command, place)}" for step in report.next[:MOST_ROWS])
    return place.section(place.say("One command decides"), rows)


def _fixes(report: Report, verdict: Verdict, place: Place) -> Iterator[str]:
    for number, fix in enumerate(verdict.fixes[:MOST_ROWS]):
        there = place_of(fix, report)
        if number:
            heading = say("Or {place}", place=there)
        elif verdict.certainty == "proven":
            heading = say("Do this {place}", place=there)
        else:
            heading = say("If it is {cause}, do this {place}", cause=verdict.cause, place=there)
        yield place.section(text(heading.render(place.pen.translate)), _fix(fix, place), "fix")


def _fix(fix: ReportedFix, place: Place) -> Iterator[str]:
    yield f"<p>{text(fix.text)}</p>"
    for block in (fix.config, *fix.commands[:MOST_ROWS]):
        yield pasted(block, place) if block else ""
    if fix.risk:
        yield f'<p class="dim">{place.say("Risk:")} {text(fix.risk)}</p>'


# --- Why, and what else was seen -------------------------------------------------------------------------------


def _because(report: Report, verdict: Verdict, place: Place) -> str:
    rests_on = [seen for seen in report.evidence if seen.id in verdict.because]
    return place.section(
        place.say("Because"), [_both_ends(rests_on, place, server_seen=_server_seen(report), always=True)]
    )


def _server_seen(report: Report) -> bool:
    return any(seen.where == "server" for seen in report.evidence)


def _both_ends(evidence: Iterable[ReportedEvidence], place: Place, *, server_seen: bool, always: bool) -> str:
    """What was seen at the client's end beside what was seen at the server's.

    ``always``: both have a column, though one was not looked at (``server_seen``).
    """
    by_end: dict[str, list[ReportedEvidence]] = {"client": [], "server": []}
    for seen in evidence:
        by_end[seen.where].append(seen)
    if not any(by_end.values()):
        return ""
    columns = []
    for end, rows in by_end.items():
        looked_at = end == "client" or server_seen
        if not looked_at and not always:
            continue
        nothing = place.say("nothing of this") if looked_at else place.say("it was not looked at")
        told = place.listed((_observation(seen, place) for seen in rows), "seen") or f'<p class="dim">{nothing}</p>'
        columns.append(f"<div>{place.heading(_end(end, place), 2)}\n{told}</div>")
    return '<div class="ends">\n' + "\n".join(columns) + "\n</div>"


def _end(end: str, place: Place) -> str:
    words = place.say("On the client's side") if end == "client" else place.say("On the server's side")
    return f'<span class="{end}">{words}</span>'


def _observation(seen: ReportedEvidence, place: Place) -> str:
    return (
        f'<li{place.named(seen.id)}>{text(seen.summary)} <span class="took">{place.pen.duration(seen.took_ms)}</span>'
        f"{_facts(seen.facts, place)}</li>"
    )


def _facts(facts: dict[str, Any], place: Place) -> str:
    """What the observation holds, folded away; as far as a reader can be expected to go."""
    if not facts:
        return ""
    told = json.dumps(facts, indent=2, ensure_ascii=False)
    lines = "\n".join(text(row) for row in told[:LONGEST_FACTS].split("\n"))
    more = " …" if len(told) > LONGEST_FACTS else ""
    summary = place.say("as data")
    return f'<details><summary>{summary}</summary><pre dir="ltr"><code>{lines}{more}</code></pre></details>'


def _seen(report: Report, place: Place) -> Iterator[str]:
    yield place.section(f"{place.say('Time line')} ({place.pen.duration(report.duration_ms)})", [line(report, place)])
    named = report.verdict.because if report.verdict else ()
    rest = (seen for seen in report.evidence if seen.id not in named)
    both = _both_ends(rest, place, server_seen=_server_seen(report), always=False)
    yield place.section(place.say("Also seen"), [both])
    skipped = (
        f"<li>{text(place.pen.prose(word(STEPS, step.step)).replace('_', ' '))}: {text(step.summary)}</li>"
        for step in report.steps
        if step.status == "skipped"
    )
    yield place.section(place.say("Not looked at"), [place.listed(skipped)])


def _footer(report: Report, place: Place) -> str:
    tool = text(f"{report.tool.name} {report.tool.version}")
    return f'<p class="dim">{tool} · {isolated(report.started_at)}</p>'
