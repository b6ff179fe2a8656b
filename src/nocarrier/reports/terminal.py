"""The report on a terminal: the verdict, the picture, the fix, and only then why.

Every block has items. Where the whole does not fit, items that the verdict does not rest on
are left out from the end, and their number is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nocarrier.model.prose import say
from nocarrier.model.report import Report, ReportedEvidence, ReportedFix, ReportedStep, Verdict
from nocarrier.reports.layout import cells, padded, tabulated, wrapped
from nocarrier.reports.pen import Pen
from nocarrier.reports.picture import drawn
from nocarrier.reports.places import place_of
from nocarrier.reports.words import (
    CERTAINTIES,
    CERTAINTIES_EXPLAINED,
    SIDES,
    STATUSES,
    STEPS,
    outcome,
    unseen_server,
    untried,
    word,
)

MOST_LINES = 25
MOST_CANDIDATES = 4
_PROTOCOLS = {"tls": "TLS", "http": "HTTP", "websocket": "WebSocket"}


class Block:
    """A part of the report: lines that stand as they are, or a title, and then ``items``, which are lists of lines.

    Where there is no room at least ``keep`` items stay, and ``at_last`` where that is still too much; ``left_out``
    counts the rest. What is ``dear`` keeps the former until nothing else can be left out.
    """

    def __init__(
        self,
        *,
        opening: Sequence[str] = (),
        title: str = "",
        paint: Callable[[str], str] = str,
        items: Sequence[list[str]] = (),
        keep: int = 1 << 30,
        at_last: int = 1 << 30,
        dear: bool = False,
        long: bool = False,
        close: bool = False,
    ) -> None:
        self.opening = list(opening)
        self.title = title
        self.paint = paint
        self.items = list(items)
        self.keep = keep
        self.at_last = at_last
        self.dear = dear
        self.left_out = 0
        self.long = long
        "Each item says enough with its first line, where the others do not fit."
        self.close = close
        "Without a blank line before it."

    def lines(self, pen: Pen) -> list[str]:
        """The block as it is printed; what was left out is told with the title, where there is one."""
        told = [line for item in self.items for line in item]
        if not self.title:
            return [*self.opening, *told, *(["    " + self._more(pen)] if self.left_out else [])]
        title = f"{self.title} ({self._more(pen)})" if self.left_out else self.title
        return [*titled(title, self.paint, pen), *told]

    def _more(self, pen: Pen) -> str:
        if self.items:
            return pen.say("{count} more with -v", count=self.left_out)
        return pen.say("{count}, listed with -v", count=self.left_out)


def titled(title: str, paint: Callable[[str], str], pen: Pen) -> list[str]:
    """A title, on more than one line where it is long."""
    return ["  " + paint(line.strip()) for line in wrapped(title, pen.width, "  ")]


def lines(report: Report, pen: Pen, *, verbose: bool = False, quiet: bool = False) -> list[str]:
    """The report as lines without ends, for a stream like the pen's.

    ``verbose`` leaves nothing out and adds every step with its time; ``quiet`` is one line, however long.
    """
    if quiet:
        return [_one_line(report, pen)]
    blocks = [Block(opening=_headline(report, pen))]
    if report.outcome != "connected" or report.verdict:
        blocks += _explained(report, pen, verbose)
    else:
        blocks.append(_untried(report, pen))
    blocks.insert(2, _unseen(report, pen))
    if verbose:
        blocks += [_steps(report, pen), _other_evidence(report, pen)]
    blocks = [block for block in blocks if block.opening or block.items]
    if not verbose:
        _fit(blocks, pen)
    return _printed(blocks, pen)


def _printed(blocks: list[Block], pen: Pen) -> list[str]:
    """All blocks, with a blank line between them."""
    lines: list[str] = []
    for block in blocks:
        lines += ["", *block.lines(pen)] if lines and not block.close else block.lines(pen)
    return lines


def _fit(blocks: list[Block], pen: Pen) -> None:
    """Leave out, from the end, what does not fit on 25 lines of 80 columns."""
    room = MOST_LINES * 80 // min(pen.width, 80)
    _leave_out(blocks, pen, room, lambda block: block.keep)
    for block in reversed(blocks):
        if block.long and len(_printed(blocks, pen)) > room:
            block.items = [_first_line(item, pen) for item in block.items]
    _leave_out(blocks, pen, room, lambda block: block.keep if block.dear else block.at_last)
    _close_up(blocks, pen, room)
    _leave_out(blocks, pen, room, lambda block: block.at_last)
    _close_up(blocks, pen, room)


def _leave_out(blocks: list[Block], pen: Pen, room: int, least: Callable[[Block], int]) -> None:
    for block in reversed(blocks):
        while len(block.items) > least(block) and len(_printed(blocks, pen)) > room:
            block.items.pop()
            block.left_out += 1


def _close_up(blocks: list[Block], pen: Pen, room: int) -> None:
    """A title that only tells how much was left out may stand close to what is before it, and the last one is let go."""
    for block in reversed(blocks):
        if not (block.opening or block.items) and len(_printed(blocks, pen)) > room:
            block.close = True
    if len(_printed(blocks, pen)) > room and not (blocks[-1].opening or blocks[-1].items):
        blocks.pop()


def _first_line(item: list[str], pen: Pen) -> list[str]:
    """An observation in one line: that it goes on is told before its time."""
    if len(item) == 1:
        return item
    told, took = item[0][: pen.width - 10].rstrip(), item[0][pen.width - 10 :]
    return [padded(f"{told[: pen.width - 14].rstrip()} {pen.marks.more}", pen.width - 10) + took]


def _explained(report: Report, pen: Pen, verbose: bool) -> list[Block]:
    return [
        _verdict(report, pen, verbose),
        Block(opening=["  " + line for line in drawn(report, pen)]),
        _behind_it(report, pen),
        _deciding(report, pen),
        _fixes(report, pen),
        _because(report, pen),
        _ruled_out(report, pen),
    ]


# --- The first lines ------------------------------------------------------------------------------------------


def _headline(report: Report, pen: Pen) -> list[str]:
    mark = pen.marks.bad if report.outcome == "failed" else pen.marks.good
    lines = wrapped(f"{pen.text(report.target.input)} {outcome_of(report, pen)}", pen.width, f"{mark} ")
    target = pen.text(report.target.input)
    if len(lines) == 1:
        lines = [f"{mark} {target}  {outcome_of(report, pen)}"]
    paint = pen.red if report.outcome == "failed" else str
    return [lines[0].replace(mark, paint(mark), 1), *lines[1:]]


def outcome_of(report: Report, pen: Pen) -> str:
    """What became of the connection, and what was spoken on it and how soon where it works."""
    if report.outcome != "connected":
        return pen.prose(outcome(report))
    made = [step for step in report.steps if step.status == "ok" or step is untried(report)]
    spoken = [_PROTOCOLS[step.step] for step in made if step.step in _PROTOCOLS]
    connecting = [step.took_ms for step in made if step.step != "route"]
    took = pen.duration(sum(connecting) or report.duration_ms)
    return ", ".join([pen.prose(outcome(report)), *spoken[-1:], took])


def _one_line(report: Report, pen: Pen) -> str:
    mark = pen.marks.bad if report.outcome == "failed" else pen.marks.good
    line = f"{mark} {pen.text(report.target.input)}  {outcome_of(report, pen)}"
    if report.verdict is None:
        step = untried(report)
        return f"{line}: {pen.text(step.summary)}" if step is not None and report.outcome == "connected" else line
    return f"{line}: {pen.text(report.verdict.summary)} ({_tag(report.verdict, pen)}{_or_else(report, pen)})"


def _or_else(report: Report, pen: Pen) -> str:
    """What it may be in place of a verdict that is not proven."""
    if report.verdict is None or report.verdict.certainty == "proven" or not report.alternatives:
        return ""
    return pen.say("; or {causes}", causes=", ".join(other.cause for other in report.alternatives[:MOST_CANDIDATES]))


def _tag(verdict: Verdict, pen: Pen) -> str:
    return f"{verdict.cause} {pen.marks.dot} {_certainty(verdict, pen)}"


def _certainty(verdict: Verdict, pen: Pen) -> str:
    return pen.prose(word(CERTAINTIES, verdict.certainty))


def _verdict(report: Report, pen: Pen, verbose: bool) -> Block:
    if report.verdict is None:
        unknown = pen.say("None of the known causes explains what was seen.")
        told = filter(None, (sentence_of(report, pen), unknown))
        return Block(opening=[line for text in told for line in wrapped(text, pen.width, "  ")])
    if report.alternatives and report.verdict.certainty != "proven":
        return _ranking(report, report.verdict, pen, len(report.alternatives) + 1 if verbose else MOST_CANDIDATES)
    return Block(opening=_tagged(pen.text(report.verdict.summary), _tag(report.verdict, pen), pen))


def _behind_it(report: Report, pen: Pen) -> Block:
    """What stands beside a verdict that is proven: it is sure what is broken, and these may be why."""
    if report.verdict is None or report.verdict.certainty != "proven" or not report.alternatives:
        return Block()
    rows = [(other.cause, _certainty(other, pen), pen.text(other.summary)) for other in report.alternatives]
    return Block(title=pen.say("What may have broken it"), paint=pen.bold, items=tabulated(rows, pen.width), keep=1)


def _tagged(text: str, tag: str, pen: Pen) -> list[str]:
    """``text`` with ``tag`` at the right of its last line, or of one more."""
    lines = wrapped(text, pen.width, "  ")
    room = pen.width - cells(lines[-1])
    if cells(tag) + 2 > room:
        lines.append("")
        room = pen.width
    lines[-1] += " " * (room - cells(tag)) + tag
    return lines


def _unseen(report: Report, pen: Pen) -> Block:
    """What was asked for and is missing, before anything is read from what there is."""
    missing = unseen_server(report)
    return Block(opening=wrapped(pen.prose(missing), pen.width, "  ") if missing is not None else ())


def _untried(report: Report, pen: Pen) -> Block:
    """It connects, and this is what a client would still have to pass."""
    step = untried(report)
    return Block(opening=wrapped(sentence(step, report, pen), pen.width, "  ") if step is not None else ())


def _ranking(report: Report, first: Verdict, pen: Pen, most: int) -> Block:
    opening = f"{sentence_of(report, pen)} {pen.say('From here that is one of:')}".strip()
    rows = [
        (verdict.cause, _certainty(verdict, pen), pen.text(verdict.summary))
        for verdict in (first, *report.alternatives)
    ]
    block = Block(opening=wrapped(opening, pen.width, "  "), items=tabulated(rows, pen.width), keep=2, at_last=1)
    block.left_out = max(len(rows) - most, 0)
    del block.items[most:]
    return block


def sentence_of(report: Report, pen: Pen) -> str:
    """What was seen at the step that failed, as a sentence; empty where no step did. A name that it begins with stays as it is."""
    failed = next((step for step in report.steps if step.status == "failed"), None)
    return sentence(failed, report, pen) if failed is not None else ""


def sentence(step: ReportedStep, report: Report, pen: Pen) -> str:
    """What was seen at this step."""
    seen = pen.text(step.summary).rstrip(". ")
    first = seen.partition(" ")[0]
    if first.isalpha() and first != report.target.host:
        seen = f"{seen[0].upper()}{seen[1:]}"
    return f"{seen}." if seen else ""


# --- What to do -----------------------------------------------------------------------------------------------


def _deciding(report: Report, pen: Pen) -> Block:
    items = [
        [*wrapped(pen.text(step.question), pen.width, "    "), *_pasted(step.command, pen, 6)] for step in report.next
    ]
    return Block(title=pen.say("One command decides"), paint=pen.bold, items=items, keep=1)


def _fixes(report: Report, pen: Pen) -> Block:
    if report.verdict is None or not report.verdict.fixes:
        return Block()
    first, *others = report.verdict.fixes
    place = place_of(first, report)
    proven = report.verdict.certainty == "proven"
    if proven:
        title = say("Do this {place}", place=place)
    else:
        title = say("If it is {cause}, do this {place}", cause=report.verdict.cause, place=place)
    items = [_fix(first, pen)]
    for fix in others:
        items.append(titled(pen.say("Or {place}", place=place_of(fix, report)), pen.green, pen) + _fix(fix, pen))
    return Block(title=pen.prose(title), paint=pen.green, items=items, keep=1, at_last=1 if proven else 0, dear=True)


def _fix(fix: ReportedFix, pen: Pen) -> list[str]:
    lines = wrapped(pen.text(fix.text), pen.width, "    ")
    for pasted in (fix.config, *fix.commands):
        lines += _pasted(pasted, pen, 6) if pasted else []
    if fix.risk:
        lines += wrapped(pen.text(fix.risk), pen.width, "    " + pen.say("Risk:") + " ", "    ")
    return lines


def _pasted(text: str, pen: Pen, indent: int) -> list[str]:
    """Words to paste: never broken, however long, so that they stay what they are."""
    return [" " * indent + pen.green(line.rstrip()) for line in pen.pasted(text)]


# --- Why ------------------------------------------------------------------------------------------------------


def _because(report: Report, pen: Pen) -> Block:
    if report.verdict is None:
        return Block()
    rests_on = [seen for seen in report.evidence if seen.id in report.verdict.because]
    certainty = report.verdict.certainty
    meaning = say("{word}: {meaning}", word=word(CERTAINTIES, certainty), meaning=CERTAINTIES_EXPLAINED[certainty])
    title = f"{pen.say('Because')} ({pen.prose(meaning)})"
    return Block(title=title, paint=pen.bold, items=_observations(rests_on, pen), long=True)


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
    rows = [(excluded.cause, pen.text(excluded.why)) for excluded in report.ruled_out]
    return Block(title=pen.say("Ruled out"), paint=pen.bold, items=tabulated(rows, pen.width), keep=0)


# --- With -v --------------------------------------------------------------------------------------------------


def _steps(report: Report, pen: Pen) -> Block:
    rows = [_step(step, pen) for step in report.steps]
    title = f"{pen.say('Steps')} ({pen.duration(report.duration_ms)})"
    return Block(title=title, paint=pen.bold, items=tabulated(rows, pen.width))


def _step(step: ReportedStep, pen: Pen) -> tuple[str, ...]:
    name, status = pen.prose(word(STEPS, step.step)), pen.prose(word(STATUSES, step.status))
    return name, status, pen.duration(step.took_ms), pen.text(step.summary)


def _other_evidence(report: Report, pen: Pen) -> Block:
    named = report.verdict.because if report.verdict else ()
    rest = [seen for seen in report.evidence if seen.id not in named]
    return Block(title=pen.say("Also seen"), paint=pen.bold, items=_observations(rest, pen))
