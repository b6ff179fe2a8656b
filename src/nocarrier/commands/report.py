"""``nocarrier report FILE…``: saved reports told again, on a terminal, as a page, or for an issue tracker."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from types import SimpleNamespace

from nocarrier.commands._files import STANDARD_OUTPUT, unusable, written
from nocarrier.commands._reader import add_annotations, add_language, add_length
from nocarrier.commands._streams import complain, document, tell
from nocarrier.locale import language, speak, translator, wanted
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.prose import Translate, say
from nocarrier.model.report import Report
from nocarrier.reports.plain import plain
from nocarrier.reports.saved import MOST_BYTES, BadReport, reports

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from nocarrier.commands._reader import Reader

STANDARD_INPUT = "-"
TOLD, WRONG, NOT_WRITTEN = 0, 2, 3
"Exit codes."


def main(arguments: list[str]) -> int:
    """Read the reports, and tell them. 2: one of the files holds no report, 3: one cannot be written (all else is told)."""
    spoken = language(wanted(arguments))
    translate = translator(spoken)
    speak(spoken)
    words = SimpleNamespace(**vars(parser(translate).parse_intermixed_args(arguments)))
    printed = words.json or words.markdown or words.text
    wrong = unusable({"--html": words.html, "--junit": words.junit}, read=words.file, printed=printed)
    if wrong is not None:
        complain(wrong.render(translate))
        return WRONG
    found: list[Report] = []
    broken: list[tuple[str, str]] = []
    for name in words.file:
        try:
            found += reports(_bytes(name))
        except BadReport as why:
            broken.append(_complain(name, why.sentence.render(translate), translate))
        except OSError as why:
            broken.append(_complain(name, why.strerror or str(why), translate))
    if words.redact:
        from nocarrier.reports.redact import redacted_together

        found = list(redacted_together(found))
    whole = True
    if words.junit:
        from nocarrier.commands._ci import write_junit

        whole = write_junit(words.junit, found, translate, broken)
    if found:
        whole = show(found, words, translate, spoken) and whole
    return WRONG if broken else TOLD if whole else NOT_WRITTEN


def show(found: Sequence[Report], words: SimpleNamespace, translate: Translate, spoken: str) -> bool:
    """Tell the reports in the wanted form; whether the page, where one is wanted, could be written."""
    whole = True
    if words.html:
        from nocarrier.reports.html import page

        whole = written(words.html, page(found, translate, spoken))
    if words.markdown:
        from nocarrier.reports.markdown import markdown

        document(markdown(found, translate))
    elif words.json:
        from nocarrier.reports.json import encode

        document("".join(encode(report) for report in found))
    elif words.text or not (words.html or words.junit == STANDARD_OUTPUT):
        tell("".join(_on_terminal(found, words, translate)))
        return whole
    if words.annotations:
        from nocarrier.commands._ci import annotate_beside

        annotate_beside(found, words.annotations, translate)
    return whole


def _on_terminal(found: Sequence[Report], words: SimpleNamespace, translate: Translate) -> Iterator[str]:
    from nocarrier.reports.pen import pen_for
    from nocarrier.reports.terminal import lines

    pen = pen_for(sys.stdout, translate)
    for number, report in enumerate(found):
        told = lines(report, pen, verbose=words.verbose, quiet=words.quiet)
        if words.annotations:
            from nocarrier.reports.annotations import framed

            told = framed(told, report, words.annotations, pen)
        yield from (f"{line}\n" for line in (["", *told] if number and not words.quiet else told))


def _bytes(name: str) -> bytes:
    """The file, or standard input; one byte more than may be read tells that it is too large. Raises OSError."""
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with open(name, "rb") as file:
        return file.read(MOST_BYTES + 1)


def _complain(name: str, why: str, translate: Translate) -> tuple[str, str]:
    """Say what is wrong with a file; returns its name and that."""
    place = say("standard input").render(translate) if name == STANDARD_INPUT else plain(os.fsdecode(name), 300)
    complain(f"{place}: {why}")
    return place, why


def parser(_: Translate) -> ArgumentParser:
    """The words of this command; their help is translated."""
    from argparse import ArgumentParser

    made = ArgumentParser(
        prog="nocarrier report",
        description=_("Tell saved reports again: on the terminal, as a page, or as Markdown for an issue tracker."),
        epilog=_(
            "Exit code: 0; 2 where a file holds no report; 3 where one cannot be written. What a report says stays in its own "
            "language."
        ),
    )
    define(made, _)
    return made


def define(made: ArgumentParser | Reader, _: Translate) -> None:
    """Every option and argument."""
    made.add_argument(
        "file", nargs="+", metavar="FILE", help=_("a report as --json prints it, or several; - for standard input")
    )
    form = made.add_mutually_exclusive_group()
    form.add_argument("--text", action="store_true", help=_("as on the terminal; what is done by default"))
    form.add_argument("--markdown", action="store_true", help=_("as Markdown for an issue tracker"))
    form.add_argument("--json", action="store_true", help=_("as JSON again, for --redact"))
    made.add_argument(
        "--html", metavar="FILE", help=_("write the reports as a page for sharing; - for standard output")
    )
    made.add_argument(
        "--junit", metavar="FILE", help=_("write the results as JUnit XML for a CI service; - for standard output")
    )
    add_annotations(made, _)
    add_length(made, _)
    add_language(made, _)
