"""The picture of the way as a drawing (SVG) with the break in it, and in words.

Drawn twice where it is short: in one row, and in one column for narrow screens. The words beside it say the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.model.prose import Prose, say
from nocarrier.reports.layout import cells
from nocarrier.reports.picture import LONGEST_NAME, Picture
from nocarrier.reports.plain import shown
from nocarrier.reports.web.text import Place, text

CELL = 8.5
"Units that a character of 14 units takes in a font of equal widths."
LINK, CUT, PADDING, HIGH = 30, 54, 10, 34
"Units: a link, the broken one, the room in a box beside its text, and the height of a box."
WIDEST = 860
"Units of a row; what is longer is drawn in a column."
COLUMN, CELLS_IN_COLUMN, ROW = 330, 34, 20
"Units of a column, characters in one of its lines, and the height of such a line."


def figure(picture: Picture, place: Place) -> str:
    """The drawing with its words."""
    labels = [shown(hop)[:LONGEST_NAME] for hop in picture.reached]
    missed, beyond = shown(picture.missed)[: 2 * LONGEST_NAME], shown(picture.beyond)[: 2 * LONGEST_NAME]
    row, column = _row(labels, missed, beyond), _column(labels, missed, beyond)
    name = f"{place.prefix}-way"
    drawn = [_svg(column, "narrow" if row else "", name)]
    if row:
        drawn.insert(0, _svg(row, "wide", name))
    words = text(in_words(picture).render(place.pen.translate))
    return "<figure>\n" + "\n".join(drawn) + f'\n<figcaption id="{name}" class="dim">{words}</figcaption>\n</figure>'


def in_words(picture: Picture) -> Prose:
    """What the drawing shows."""
    first, *hops = (say("something that was not seen") if hop == "?" else hop for hop in picture.reached)
    if not hops:
        went = say("Nothing got from {first} to {missed}.", first=first, missed=picture.missed)
    elif len(hops) == 1:
        went = say(
            "It got from {first} to {last}, and stopped before {missed}.",
            first=first,
            last=hops[0],
            missed=picture.missed,
        )
    else:
        went = say(
            "It got from {first} by {way} to {last}, and stopped before {missed}.",
            first=first,
            way=_joined(hops[:-1]),
            last=hops[-1],
            missed=picture.missed,
        )
    return say("{went} Beyond: {beyond}", went=went, beyond=picture.beyond) if picture.beyond else went


def _joined(hops: Sequence[str | Prose]) -> str | Prose:
    joined, *rest = hops
    for hop in rest:
        joined = Prose("{before}, {hop}", {"before": joined, "hop": hop})
    return joined


class _Drawing:
    """Shapes, and the room that they take."""

    def __init__(self, width: float, height: float, shapes: Sequence[str]) -> None:
        self.width = width
        self.height = height
        self.shapes = shapes


def _svg(drawing: _Drawing, kind: str, name: str) -> str:
    size = f"{drawing.width:.0f} {drawing.height:.0f}"
    return (
        f'<svg class="{kind}" role="img" aria-labelledby="{name}" width="{drawing.width:.0f}" '
        f'height="{drawing.height:.0f}" viewBox="0 0 {size}">' + "".join(drawing.shapes) + "</svg>"
    )


def _row(labels: Sequence[str], missed: str, beyond: str) -> _Drawing | None:
    """Boxes from left to right; None where they do not fit."""
    shapes: list[str] = []
    at = 1.0
    for number, label in enumerate(labels):
        if number:
            shapes.append(f'<path d="M{at:.0f} 18h{LINK - 6}m-6 -5l6 5l-6 5"/>')
            at += LINK
        at = _box(shapes, at, label)
    end = at + CUT
    middle = (at + end) / 2
    shapes.append(
        f'<g class="bad"><path stroke-dasharray="4 4" d="M{at:.0f} 18H{end:.0f}"/>'
        f'<path d="M{middle - 7:.0f} 11l14 14m0 -14l-14 14"/></g>'
    )
    at = _box(shapes, end, missed)
    if beyond:
        shapes.append('<g class="dim">')
        at = _box(shapes, at + LINK, beyond)
        shapes.append("</g>")
    return _Drawing(at + 1, HIGH + 2, shapes) if at < WIDEST else None


def _box(shapes: list[str], at: float, label: str) -> float:
    """A box with its label; returns where it ends."""
    width = cells(label) * CELL + 2 * PADDING
    shapes.append(
        f'<rect x="{at:.0f}" y="1" width="{width:.0f}" height="{HIGH}" rx="6"/>'
        f'<text x="{at + PADDING:.0f}" y="23">{text(label)}</text>'
    )
    return at + width


def _column(labels: Sequence[str], missed: str, beyond: str) -> _Drawing:
    """Points from top to bottom, each with its label at the right."""
    shapes: list[str] = []
    at = 0.0
    for number, label in enumerate(labels):
        if number:
            shapes.append(f'<path d="M10 {at - 6:.0f}v14"/>')
            at += 14
        at = _point(shapes, at, label)
    shapes.append(
        f'<g class="bad"><path stroke-dasharray="4 4" d="M10 {at - 6:.0f}v30"/>'
        f'<path d="M4 {at + 3:.0f}l12 12m0 -12l-12 12"/></g>'
    )
    at = _point(shapes, at + 28, missed)
    if beyond:
        shapes.append('<g class="dim">')
        at = _point(shapes, at + 10, beyond)
        shapes.append("</g>")
    return _Drawing(COLUMN, at, shapes)


def _point(shapes: list[str], at: float, label: str) -> float:
    """A point with its label, on as many lines as it needs; returns where it ends."""
    shapes.append(f'<circle cx="10" cy="{at + 10:.0f}" r="5"/>')
    size = CELLS_IN_COLUMN if cells(label) <= len(label) else CELLS_IN_COLUMN // 2
    for start in range(0, max(len(label), 1), size):
        shapes.append(f'<text x="26" y="{at + 15:.0f}">{text(label[start : start + size])}</text>')
        at += ROW
    return at
