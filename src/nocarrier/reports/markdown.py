"""The report as Markdown for an issue tracker: the verdict first, the fix ready to copy, what it rests on folded away.

It is written for GitHub's and GitLab's dialects. What stands in a report may be hostile: nothing of it becomes markup, a
link, a mention of somebody or a reference to another issue. Trackers look for those in the finished text, where no
backslash keeps them off, but not in code: a word that they would make something of is set as code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from nocarrier.locale import Translate
from nocarrier.model.prose import Prose, say
from nocarrier.model.report import Report, ReportedEvidence, ReportedFix, Verdict
from nocarrier.reports.pen import Pen
from nocarrier.reports.picture import drawn
from nocarrier.reports.places import place_of
from nocarrier.reports.plain import shown, shown_lines
from nocarrier.reports.terminal import sentence, sentence_of
from nocarrier.reports.words import (
    CERTAINTIES,
    CERTAINTIES_EXPLAINED,
    SIDES,
    STEPS,
    outcome,
    unseen_server,
    untried,
    word,
)

MOST = 60_000
"Characters of a report; GitHub takes 65,536 in one comment."
MOST_ROWS = 100
"Rows of a list."

_ACTIVE = re.compile(r"[\\`*\[\]<>|~&]|(?<![^\W_])_|_(?![^\W_])")
"What CommonMark or a dialect reads as markup in the middle of a line, and a backslash makes a character."
_AT_START = re.compile(r"^(\d*)([-+=#:.)/])")
"What makes a line a list, a heading, a rule, the underlining of one, or for GitLab a command (``/title``)."
_NOTICED = re.compile(
    r"""(?ix) ://
    | @ | \$
    | ^\W* (?: www\. | mailto: | xmpp: )
    | [\#!%&~^] \w | \b gh-\d
    | : [\w+-]+ :
    | ^\W* [0-9a-f]{7,40} \W* $ """
)
"A word that a tracker makes something of: a link, a mention, a formula, an issue, a label, an emoji, a commit."


def markdown(reports: Sequence[Report], translate: Translate) -> str:
    """All reports, with a rule between them."""
    return "\n---\n\n".join(_document(report, Pen(translate=translate)) for report in reports)


def words(text: str) -> str:
    """Words from elsewhere as text in the middle of a line."""
    return " ".join(_word(one) for one in shown(text).split(" "))


def code(text: str) -> str:
    """Words from elsewhere as code in a line, whatever backquotes they hold (CommonMark, section 6.1)."""
    clean = shown(text)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", clean)), default=0))
    room = " " if clean[:1] in "` " or clean[-1:] in "` " else ""
    return f"{fence}{room}{clean}{room}{fence}"


def fenced(text: str, language: str = "sh") -> str:
    """A block to paste (CommonMark, section 4.5)."""
    clean = shown_lines(text)
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", clean)), default=0))
    return f"{fence}{language}\n{clean}\n{fence}"


def _word(word_: str) -> str:
    if not _NOTICED.search(word_):
        return _ACTIVE.sub(lambda found: "\\" + found[0], word_)
    inner = word_.rstrip(".,;:!?)") or word_
    return code(inner) + _ACTIVE.sub(lambda found: "\\" + found[0], word_[len(inner) :])


def _paragraph(text: str) -> str:
    """Words that stand at the beginning of a line."""
    return _AT_START.sub(lambda found: f"{found[1]}\\{found[2]}", words(text).lstrip())


def _document(report: Report, pen: Pen) -> str:
    parts = list(filter(None, (_headline(report, pen), *_explained(report, pen), *_folded(report, pen))))
    end = _paragraph(f"{report.tool.name} {report.tool.version} · {report.started_at}")
    if sum(map(len, parts)) > MOST:
        while len(parts) > 1 and sum(map(len, parts)) > MOST:
            parts.pop()
        end = f"{pen.say('The rest is left out for its length.')}\n\n{end}"
    return "\n\n".join((*parts, end)) + "\n"


def _headline(report: Report, pen: Pen) -> str:
    mark = pen.marks.bad if report.outcome == "failed" else pen.marks.good
    return f"### {mark} {code(report.target.input)} {pen.prose(outcome(report))}"


def _unseen(report: Report, pen: Pen) -> str:
    missing = unseen_server(report)
    return _paragraph(missing.render(pen.translate)) if missing is not None else ""


def _explained(report: Report, pen: Pen) -> Iterator[str]:
    if report.verdict is None:
        if report.outcome != "connected":
            yield _paragraph(sentence_of(report, pen))
            yield pen.say("None of the known causes explains what was seen.")
        elif (step := untried(report)) is not None:
            yield _paragraph(sentence(step, report, pen))
        yield _unseen(report, pen)
        yield from _deciding(report, pen)
        return
    yield from _verdict(report, report.verdict, pen)
    yield _unseen(report, pen)
    picture = drawn(report, pen)
    yield fenced("\n".join(picture), "text") if picture else ""
    yield from _deciding(report, pen)
    yield from _fixes(report, report.verdict, pen)


def _verdict(report: Report, verdict: Verdict, pen: Pen) -> Iterator[str]:
    if verdict.certainty == "proven" or not report.alternatives:
        yield _paragraph(verdict.summary)
        yield f"{_tag(verdict, pen)}: {pen.prose(CERTAINTIES_EXPLAINED[verdict.certainty])}"
        others = report.alternatives
        if others:
            yield f"**{pen.say('What may have broken it')}**"
    else:
        yield f"{_paragraph(sentence_of(report, pen))} {pen.say('From here that is one of:')}".strip()
        others = (verdict, *report.alternatives)
    yield "\n".join(f"- {_tag(each, pen)}: {words(each.summary)}" for each in others[:MOST_ROWS])


def _tag(verdict: Verdict, pen: Pen) -> str:
    return f"**{code(verdict.cause)}** · {pen.prose(word(CERTAINTIES, verdict.certainty))}"


def _deciding(report: Report, pen: Pen) -> Iterator[str]:
    if report.next:
        yield f"**{pen.say('One command decides')}**"
    for step in report.next[:MOST_ROWS]:
        yield _paragraph(step.question)
        yield fenced(step.command)


def _fixes(report: Report, verdict: Verdict, pen: Pen) -> Iterator[str]:
    for number, fix in enumerate(verdict.fixes[:MOST_ROWS]):
        place = place_of(fix, report)
        if number:
            heading = say("Or {place}", place=place)
        elif verdict.certainty == "proven":
            heading = say("Do this {place}", place=place)
        else:
            heading = say("If it is {cause}, do this {place}", cause=verdict.cause, place=place)
        yield f"**{words(heading.render(pen.translate))}**"
        yield from _fix(fix, pen)


def _fix(fix: ReportedFix, pen: Pen) -> Iterator[str]:
    yield _paragraph(fix.text)
    if fix.config:
        yield fenced(fix.config, "")
    if fix.commands:
        yield fenced("\n".join(fix.commands))
    if fix.risk:
        yield f"{pen.say('Risk:')} {words(fix.risk)}"


def _folded(report: Report, pen: Pen) -> Iterator[str]:
    """What can be unfolded, the most telling first."""
    rests_on = report.verdict.because if report.verdict else ()
    yield from _details(say("Because"), [_seen(one, pen) for one in report.evidence if one.id in rests_on], pen)
    excluded = [f"{code(each.cause)}: {words(each.why)}" for each in report.ruled_out]
    yield from _details(say("Ruled out"), excluded, pen)
    yield from _details(say("Also seen"), [_seen(one, pen) for one in report.evidence if one.id not in rests_on], pen)
    skipped = [
        f"{words(pen.prose(word(STEPS, step.step)))}: {words(step.summary)}"
        for step in report.steps
        if step.status == "skipped"
    ]
    yield from _details(say("Not looked at"), skipped, pen)


def _seen(seen: ReportedEvidence, pen: Pen) -> str:
    return f"{pen.prose(SIDES[seen.where])}: {words(seen.summary)} ({pen.duration(seen.took_ms)})"


def _details(title: Prose, rows: Sequence[str], pen: Pen) -> Iterator[str]:
    if not rows:
        return
    told = [f"- {row}" for row in rows[:MOST_ROWS]]
    if len(rows) > MOST_ROWS:
        told.append("- " + pen.say("{count} more", count=len(rows) - MOST_ROWS))
    listed = "\n".join(told)
    yield f"<details><summary>{escape(pen.prose(title))} ({len(rows)})</summary>\n\n{listed}\n\n</details>"
