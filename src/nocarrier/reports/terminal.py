"""The report on a terminal: the verdict, the picture, the fix, and only then why.

Every block is a heading and its items. Where the whole does not fit, items that the verdict does not rest on
are left out from the end, and their number is told.
"""

from __future__ import annotations

import msgspec

from nocarrier.model.prose import Prose, say
from nocarrier.model.report import Report, ReportedEvidence, ReportedFix, ReportedStep, Verdict
from nocarrier.reports.layout import cells, padded, tabulated, wrapped
from nocarrier.reports.pen import Pen
from nocarrier.reports.picture import drawn
from nocarrier.reports.places import place_of
from nocarrier.reports.plain import plain_lines
from nocarrier.reports.words import CERTAINTIES, CERTAINTIES_EXPLAINED, SIDES, STATUSES, STEPS, outcome, word

MOST_LINES = 25
MOST_CANDIDATES = 4
_PROTOCOLS = {"tls": "TLS", "http": "HTTP", "websocket": "WebSocket"}


class Block(msgspec.Struct, kw_only=True):
    """A part of the report: ``items`` are lists of lines.

    Where there is no room at least ``keep`` of them stay; ``left_out`` counts the rest.
    """

    heading: list[str]
    items: list[list[str]]
    keep: int = 1 << 30
    left_out: int = 0

    def lines(self, pen: Pen) -> list[str]:
        """The block as it is printed."""
        lines = [*self.heading, *(line for item in self.items for line in item)]
        if self.left_out and self.items:
            lines.append("    " + pen.say("{count} more with -v", count=self.left_out))
        elif self.left_out:
            lines[-1] += "  " + pen.say("({count}, listed with -v)", count=self.left_out)
        return lines


def lines(report: Report, pen: Pen, *, verbose: bool = False, quiet: bool = False) -> list[str]:
    """The report as lines without ends, for a stream like the pen's.

    ``verbose`` leaves nothing out and adds every step with its time; ``quiet`` is one line, however long.
    """
    if quiet:
        return [_one_line(report, pen)]
    blocks = [Block(heading=_headline(report, pen), items=[])]
    if report.outcome != "connected" or report.verdict:
        blocks += _explained(report, pen, verbose)
    if verbose:
        blocks += [_steps(report, pen), _other_evidence(report, pen)]
    blocks = [block for block in blocks if block.heading or block.items]
    if not verbose:
        _fit(blocks, pen)
    parts = [block.lines(pen) for block in blocks]
    return [line for index, part in enumerate(parts) for line in ([""] if index else []) + part]


def _fit(blocks: list[Block], pen: Pen) -> None:
    """Leave out what fits only with more than 25 lines at 80 columns, from the end."""
    room = MOST_LINES * 80 // min(pen.width, 80)

    def size() -> int:
        return sum(len(block.lines(pen)) for block in blocks) + len(blocks) - 1

    for block in reversed(blocks):
        while len(block.items) > block.keep and size() > room:
            block.items.pop()
            block.left_out += 1


def _explained(report: Report, pen: Pen, verbose: bool) -> list[Block]:
    return [
        _verdict(report, pen, verbose),
        Block(heading=["  " + line for line in drawn(report, pen)], items=[]),
        _deciding(report, pen),
        _fixes(report, pen),
        _because(report, pen),
        _ruled_out(report, pen),
    ]


# --- The first lines ------------------------------------------------------------------------------------------


def _headline(report: Report, pen: Pen) -> list[str]:
    mark = pen.marks.bad if report.outcome == "failed" else pen.marks.good
    lines = wrapped(f"{pen.text(report.target.input)} {_outcome(report, pen)}", pen.width, f"{mark} ")
    target = pen.text(report.target.input)
    if len(lines) == 1:
        lines = [f"{mark} {target}  {_outcome(report, pen)}"]
    paint = pen.red if report.outcome == "failed" else str
    return [lines[0].replace(mark, paint(mark), 1), *lines[1:]]


def _outcome(report: Report, pen: Pen) -> str:
    if report.outcome != "connected":
        return pen.prose(outcome(report))
    spoken = [_PROTOCOLS[step.step] for step in report.steps if step.status == "ok" and step.step in _PROTOCOLS]
    connecting = [step.took_ms for step in report.steps if step.status == "ok" and step.step != "route"]
    took = pen.duration(sum(connecting) or report.duration_ms)
    return ", ".join([pen.prose(outcome(report)), *spoken[-1:], took])


def _one_line(report: Report, pen: Pen) -> str:
    mark = pen.marks.bad if report.outcome == "failed" else pen.marks.good
    line = f"{mark} {pen.text(report.target.input)}  {_outcome(report, pen)}"
    if report.verdict is None:
        return line
    return f"{line}: {pen.text(report.verdict.summary)} ({_tag(report.verdict, pen)})"


def _tag(verdict: Verdict, pen: Pen) -> str:
    return f"{verdict.cause} {pen.marks.dot} {_certainty(verdict, pen)}"


def _certainty(verdict: Verdict, pen: Pen) -> str:
    return pen.prose(word(CERTAINTIES, verdict.certainty))


def _verdict(report: Report, pen: Pen, verbose: bool) -> Block:
    if report.verdict is None:
        unknown = pen.say("None of the known causes explains what was seen.")
        return Block(heading=wrapped(unknown, pen.width, "  "), items=[])
    if report.alternatives and report.verdict.certainty != "proven":
        return _ranking(report, report.verdict, pen, len(report.alternatives) + 1 if verbose else MOST_CANDIDATES)
    return Block(heading=_tagged(pen.text(report.verdict.summary), _tag(report.verdict, pen), pen), items=[])


def _tagged(text: str, tag: str, pen: Pen) -> list[str]:
    """``text`` with ``tag`` at the right of its last line, or of one more."""
    lines = wrapped(text, pen.width, "  ")
    room = pen.width - cells(lines[-1])
    if cells(tag) + 2 > room:
        lines.append("")
        room = pen.width
    lines[-1] += " " * (room - cells(tag)) + tag
    return lines


def _ranking(report: Report, first: Verdict, pen: Pen, most: int) -> Block:
    opening = f"{sentence_of(report, pen)} {pen.say('From here that is one of:')}".strip()
    rows = [
        (verdict.cause, _certainty(verdict, pen), pen.text(verdict.summary))
        for verdict in (first, *report.alternatives)
    ]
    block = Block(heading=wrapped(opening, pen.width, "  "), items=tabulated(rows, pen.width), keep=2)
    block.left_out = max(len(rows) - most, 0)
    del block.items[most:]
    return block


def sentence_of(report: Report, pen: Pen) -> str:
    """What was seen at the step that failed, as a sentence; empty where no step did."""
    seen = next((pen.text(step.summary).rstrip(". ") for step in report.steps if step.status == "failed"), "")
    return f"{seen[0].upper()}{seen[1:]}." if seen else ""


# --- What to do -----------------------------------------------------------------------------------------------


def _deciding(report: Report, pen: Pen) -> Block:
    if not report.next:
        return Block(heading=[], items=[])
    heading = pen.say("One command decides")
    items = [
        [*wrapped(pen.text(step.question), pen.width, "    "), *_pasted(step.command, pen, 6)] for step in report.next
    ]
    return Block(heading=["  " + pen.bold(heading)], items=items, keep=1)


def _fixes(report: Report, pen: Pen) -> Block:
    if report.verdict is None or not report.verdict.fixes:
        return Block(heading=[], items=[])
    first, *others = report.verdict.fixes
    place = place_of(first, report)
    if report.verdict.certainty == "proven":
        heading = say("Do this {place}", place=place)
    else:
        heading = say("If it is {cause}, do this {place}", cause=report.verdict.cause, place=place)
    items = [_fix(first, pen)]
    items += [_heading(say("Or {place}", place=place_of(fix, report)), pen) + _fix(fix, pen) for fix in others]
    return Block(heading=_heading(heading, pen), items=items, keep=1)


def _heading(heading: Prose, pen: Pen) -> list[str]:
    return ["  " + pen.green(line.strip()) for line in wrapped(pen.prose(heading), pen.width, "  ")]


def _fix(fix: ReportedFix, pen: Pen) -> list[str]:
    lines = wrapped(pen.text(fix.text), pen.width, "    ")
    for pasted in (fix.config, *fix.commands):
        lines += _pasted(pasted, pen, 6) if pasted else []
    if fix.risk:
        lines += wrapped(pen.text(fix.risk), pen.width, "    " + pen.say("Risk:") + " ", "    ")
    return lines


def _pasted(text: str, pen: Pen, indent: int) -> list[str]:
    """Words to paste: never broken, however long, so that they stay what they are."""
    return [" " * indent + pen.green(pen.text(line).rstrip()) for line in plain_lines(text)]


# --- Why ------------------------------------------------------------------------------------------------------


def _because(report: Report, pen: Pen) -> Block:
    if report.verdict is None:
        return Block(heading=[], items=[])
    rests_on = [seen for seen in report.evidence if seen.id in report.verdict.because]
    certainty = report.verdict.certainty
    meaning = say("{word}: {meaning}", word=word(CERTAINTIES, certainty), meaning=CERTAINTIES_EXPLAINED[certainty])
    because = pen.say("Because")
    first, *rest = wrapped(f"{because}  ({pen.prose(meaning)})", pen.width, "  ", "    ")
    heading = [first.replace(because, pen.bold(because), 1), *rest]
    return Block(heading=heading, items=_observations(rests_on, pen))


def _observations(evidence: list[ReportedEvidence], pen: Pen) -> list[list[str]]:
    size = max(cells(pen.prose(SIDES[side])) for side in ("client", "server")) + 2
    items = []
    for seen in evidence:
        took = pen.duration(seen.took_ms)
        side = padded(pen.prose(SIDES[seen.where]), size)
        item = wrapped(pen.text(seen.summary), pen.width - 10, "    " + side)
        item[0] = padded(item[0], pen.width - cells(took)) + took
        items.append(item)
    return items


def _ruled_out(report: Report, pen: Pen) -> Block:
    if not report.ruled_out:
        return Block(heading=[], items=[])
    rows = [(excluded.cause, pen.text(excluded.why)) for excluded in report.ruled_out]
    return Block(heading=["  " + pen.bold(pen.say("Ruled out"))], items=tabulated(rows, pen.width), keep=0)


# --- With -v --------------------------------------------------------------------------------------------------


def _steps(report: Report, pen: Pen) -> Block:
    rows = [_step(step, pen) for step in report.steps]
    heading = pen.bold(pen.say("Steps")) + f"  ({pen.duration(report.duration_ms)})"
    return Block(heading=["  " + heading], items=tabulated(rows, pen.width))


def _step(step: ReportedStep, pen: Pen) -> tuple[str, ...]:
    name, status = pen.prose(word(STEPS, step.step)), pen.prose(word(STATUSES, step.status))
    return name, status, pen.duration(step.took_ms), pen.text(step.summary)


def _other_evidence(report: Report, pen: Pen) -> Block:
    named = report.verdict.because if report.verdict else ()
    rest = [seen for seen in report.evidence if seen.id not in named]
    heading = ["  " + pen.bold(pen.say("Also seen"))] if rest else []
    return Block(heading=heading, items=_observations(rest, pen))
