"""The report as one self-contained page for sharing: no scripts, nothing loaded from elsewhere, everything escaped.

It says the same as the terminal, in the same order, and leaves nothing out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from nocarrier.locale import Translate
from nocarrier.model.prose import Prose, say
from nocarrier.model.report import Report, ReportedEvidence, ReportedFix, Verdict
from nocarrier.reports.pen import Pen
from nocarrier.reports.picture import picture_of
from nocarrier.reports.places import place_of
from nocarrier.reports.plain import plain, plain_lines
from nocarrier.reports.terminal import sentence_of
from nocarrier.reports.words import CERTAINTIES, CERTAINTIES_EXPLAINED, SIDES, STATUSES, STEPS, outcome, word

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1e21; --dim: #5d646d; --paper: #fff; --line: #d9dde2; --shade: #f3f5f7;
  --bad: #b3261e; --good: #14713d; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e6e9; --dim: #9aa2ad; --paper: #16181b; --line: #33383f;
  --shade: #1f2327; --bad: #ff8a80; --good: #6fd39a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 52rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.25rem; margin: 0 0 1rem; }
h2 { font-size: 1rem; margin: 1.75rem 0 .4rem; }
p { margin: .4rem 0; }
.verdict { font-size: 1.1rem; }
.tag, .dim, small { color: var(--dim); }
.bad { color: var(--bad); }
.good { color: var(--good); }
code, pre { font-family: ui-monospace, monospace; font-size: .9em; }
pre { background: var(--shade); border-left: 3px solid var(--good); padding: .6rem .8rem; margin: .4rem 0;
  overflow-x: auto; white-space: pre-wrap; }
.picture { border-left-color: var(--bad); }
dl { margin: 0; }
dt { margin-top: .5rem; }
dd { margin: 0 0 0 1rem; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .6rem; color: var(--dim);
  font-size: .85rem; }
"""


def page(reports: Sequence[Report], translate: Translate, language: str) -> str:
    """The whole document; ``language`` is the code of the language that ``translate`` speaks."""
    pen = Pen(translate=translate)
    title = f"{plain(reports[0].target.input)}: {pen.prose(outcome(reports[0]))}"
    parts = [
        part
        for report in reports
        for part in (
            _headline(report, pen),
            *_explained(report, pen),
            _steps(report, pen),
            _seen(report, pen),
            _footer(report),
        )
    ]
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(filter(None, parts))
        + "\n</body>\n</html>\n"
    )


def _text(text: str) -> str:
    return escape(plain(text))


def _pasted(text: str) -> str:
    lines = "\n".join(escape(line) for line in plain_lines(text))
    return f"<pre>{lines}</pre>"


def _heading(prose: Prose, pen: Pen) -> str:
    return f"<h2>{escape(pen.prose(prose))}</h2>"


def _section(heading: str, rows: Iterable[str]) -> str:
    body = "\n".join(rows)
    return f"{heading}\n{body}" if body else ""


def _headline(report: Report, pen: Pen) -> str:
    kind = "bad" if report.outcome == "failed" else "good"
    mark = pen.marks.bad if report.outcome == "failed" else pen.marks.good
    happened = escape(pen.prose(outcome(report)))
    return f'<h1><span class="{kind}">{mark}</span> <code>{_text(report.target.input)}</code> {happened}</h1>'


def _explained(report: Report, pen: Pen) -> list[str]:
    if report.verdict is None:
        unknown = say("None of the known causes explains what was seen.")
        if report.outcome == "connected":
            return []
        seen = [f"<p>{_text(step.summary)}.</p>" for step in report.steps if step.status == "failed"]
        return [*seen[-1:], f"<p>{escape(pen.prose(unknown))}</p>", _deciding(report, pen)]
    return [
        _verdict(report, report.verdict, pen),
        _picture(report, pen),
        _deciding(report, pen),
        _fixes(report, report.verdict, pen),
        _because(report, report.verdict, pen),
        _ruled_out(report, pen),
    ]


def _verdict(report: Report, verdict: Verdict, pen: Pen) -> str:
    if verdict.certainty == "proven" or not report.alternatives:
        return f'<p class="verdict">{_text(verdict.summary)}</p>\n<p class="tag">{_tag(verdict, pen)}</p>'
    rows = [f"<dt>{_tag(each, pen)}</dt><dd>{_text(each.summary)}</dd>" for each in (verdict, *report.alternatives)]
    opening = escape(f"{sentence_of(report, pen)} {pen.say('From here that is one of:')}")
    return f'<p class="verdict">{opening}</p>\n<dl>' + "\n".join(rows) + "</dl>"


def _tag(verdict: Verdict, pen: Pen) -> str:
    return f"<code>{escape(verdict.cause)}</code> · {escape(pen.prose(word(CERTAINTIES, verdict.certainty)))}"


def _picture(report: Report, pen: Pen) -> str:
    picture = picture_of(report, pen)
    if picture is None:
        return ""
    way = f" {pen.marks.link} ".join(map(_text, picture.reached))
    beyond = f"        {_text(picture.beyond)}" if picture.beyond else ""
    cut = f'<span class="bad">{pen.marks.cut}</span>'
    return f'<pre class="picture">{way} {cut} {_text(picture.missed)}{beyond}</pre>'


def _deciding(report: Report, pen: Pen) -> str:
    heading = _heading(say("One command decides"), pen)
    return _section(heading, (f"<p>{_text(step.question)}</p>\n{_pasted(step.command)}" for step in report.next))


def _fixes(report: Report, verdict: Verdict, pen: Pen) -> str:
    parts = []
    for number, fix in enumerate(verdict.fixes):
        place = place_of(fix, report)
        heading = say("Or {place}", place=place) if number else say("Do this {place}", place=place)
        if not number and verdict.certainty != "proven":
            heading = say("If it is {cause}, do this {place}", cause=verdict.cause, place=place)
        parts.append(_section(_heading(heading, pen), _fix(fix, pen)))
    return "\n".join(parts)


def _fix(fix: ReportedFix, pen: Pen) -> list[str]:
    parts = [f"<p>{_text(fix.text)}</p>"]
    parts += [_pasted(pasted) for pasted in (fix.config, *fix.commands) if pasted]
    parts += [f'<p class="dim">{escape(pen.say("Risk:"))} {_text(fix.risk)}</p>'] if fix.risk else []
    return parts


def _because(report: Report, verdict: Verdict, pen: Pen) -> str:
    meaning = escape(pen.prose(CERTAINTIES_EXPLAINED[verdict.certainty]))
    certainty = escape(pen.prose(word(CERTAINTIES, verdict.certainty)))
    heading = _heading(say("Because"), pen) + f'\n<p class="dim">{certainty}: {meaning}</p>'
    return _section(heading, [_evidence((seen for seen in report.evidence if seen.id in verdict.because), pen)])


def _evidence(evidence: Iterable[ReportedEvidence], pen: Pen) -> str:
    rows = [
        f"<dt>{_text(seen.summary)}</dt>"
        f"<dd><small>{escape(pen.prose(SIDES[seen.where]))}, {pen.duration(seen.took_ms)}</small></dd>"
        for seen in evidence
    ]
    return "<dl>" + "\n".join(rows) + "</dl>" if rows else ""


def _ruled_out(report: Report, pen: Pen) -> str:
    rows = (f"<dt><code>{escape(each.cause)}</code></dt><dd>{_text(each.why)}</dd>" for each in report.ruled_out)
    body = "\n".join(rows)
    return _section(_heading(say("Ruled out"), pen), [f"<dl>{body}</dl>"] if body else [])


def _steps(report: Report, pen: Pen) -> str:
    rows = [
        f"<dt>{escape(pen.prose(word(STEPS, step.step)))}: {escape(pen.prose(word(STATUSES, step.status)))}, "
        f"<small>{pen.duration(step.took_ms)}</small></dt><dd>{_text(step.summary)}</dd>"
        for step in report.steps
    ]
    return _section(_heading(say("Steps"), pen), ["<dl>" + "\n".join(rows) + "</dl>"] if rows else [])


def _seen(report: Report, pen: Pen) -> str:
    named = report.verdict.because if report.verdict else ()
    rest = _evidence((seen for seen in report.evidence if seen.id not in named), pen)
    return _section(_heading(say("Also seen"), pen), [rest] if rest else [])


def _footer(report: Report) -> str:
    tool = f"{report.tool.name} {report.tool.version}"
    return f"<footer>{_text(tool)} · {_text(report.started_at)}</footer>"
