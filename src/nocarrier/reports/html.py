"""The report as one self-contained page for sharing, and as a piece of one.

It says the same as the terminal, in the same order, and leaves nothing out. Nothing is loaded from elsewhere, and it is
whole without its only script, which copies a command when its button is pressed. What the report says is hostile until it is
escaped; a policy (`web.look.policy`) holds should that ever fail.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from html import escape

from nocarrier.locale import Translate
from nocarrier.model.report import Report
from nocarrier.reports.pen import Pen
from nocarrier.reports.plain import shown
from nocarrier.reports.terminal import outcome_of
from nocarrier.reports.web.article import article, headline
from nocarrier.reports.web.look import SCRIPT, STYLE, policy
from nocarrier.reports.web.text import Place


def page(reports: Sequence[Report], translate: Translate, language: str) -> str:
    """The whole document; ``language`` is the code of the language that ``translate`` speaks."""
    pen = Pen(translate=translate)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(), quote=False)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(_title(reports, pen))}</title>\n<style>{STYLE}</style>\n</head>\n"
        f'<body class="nocarrier">\n<main>\n{_main(reports, pen)}\n</main>\n'
        f'<div role="status" class="unseen"></div>\n<script>{SCRIPT}</script>\n</body>\n</html>\n'
    )


def fragment(report: Report, translate: Translate, level: int = 3) -> str:
    """The report as a piece of another page, with its look and without script: for notebooks.

    ``level`` is that of its heading.
    """
    name = sha256(f"{report.started_at} {report.target.input} {report.duration_ms}".encode("utf-8", "replace"))
    place = Place(Pen(translate=translate), f"nocarrier-{name.hexdigest()[:8]}", level)
    return f'<div class="nocarrier">\n<style>{STYLE}</style>\n{article(report, place)}\n</div>\n'


def _title(reports: Sequence[Report], pen: Pen) -> str:
    if len(reports) > 1:
        return pen.say("{count} reports", count=len(reports))
    return f"{shown(reports[0].target.input)}: {outcome_of(reports[0], pen)}"


def _main(reports: Sequence[Report], pen: Pen) -> str:
    """One article, or a list of what they say and then all of them."""
    if len(reports) == 1:
        return article(reports[0], Place(pen, "r1"))
    top = Place(pen, "all")
    places = [Place(pen, f"r{number}", 2) for number, _ in enumerate(reports, 1)]
    links = "\n".join(
        f'<li><a href="#{place.prefix}-report">{headline(report, place)}</a></li>'
        for report, place in zip(reports, places, strict=True)
    )
    heading = top.heading(escape(_title(reports, pen)), 0)
    contents = f'<nav aria-label="{top.say("Contents")}">\n<ol>\n{links}\n</ol>\n</nav>'
    articles = (article(report, place) for report, place in zip(reports, places, strict=True))
    return "\n".join((heading, contents, *articles))
