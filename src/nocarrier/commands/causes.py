"""``nocarrier causes [SLUG]``: the catalogue, and a page a cause."""

from __future__ import annotations

import sys

from nocarrier.commands._reader import add_language
from nocarrier.commands._streams import complain, document, tell
from nocarrier.diagnosis.catalogue import cause, causes, family, look_alikes, page
from nocarrier.diagnosis.foreseen import FORESEEN
from nocarrier.locale import language, speak, translator, wanted
from nocarrier.model.annotations import TYPE_CHECKING, Any
from nocarrier.model.judgement import Cause
from nocarrier.model.prose import Prose, Translate, say
from nocarrier.reports import page as pages
from nocarrier.reports.layout import tabulated, wrapped
from nocarrier.reports.pen import Pen, pen_for
from nocarrier.reports.plain import plain

if TYPE_CHECKING:
    from argparse import ArgumentParser

FAMILIES = {
    "name": say("Name resolution"),
    "client": say("The client's own machine"),
    "path": say("Path and host"),
    "server": say("The server's machine"),
    "tls": say("TLS"),
    "protocol": say("Protocol and application"),
}
"Folders of ``causes/`` in the order in which a connection is made."

FROM_A_MESSAGE = say("Named from a message only")
NO_PAGE = say(
    "`nocarrier explain` names it where a message says so; a diagnosis does not look for it, so it has no page."
)


def main(arguments: list[str]) -> int:
    """Print the list, or one page. An unknown slug is answered with the nearest ones, and exit code 2."""
    spoken = language(wanted(arguments))
    translate = translator(spoken)
    speak(spoken)
    words = parser(translate).parse_args(arguments)
    pen = pen_for(sys.stdout, translate)
    if not words.slug:
        _print_json(_entries(translate)) if words.json else _print(listed(pen))
        return 0
    chosen = cause(words.slug)
    if chosen is None and words.slug in FORESEEN:
        entry = _foreseen(words.slug, translate)
        _print_json(entry | {"page": None}) if words.json else _print(_without_page(entry["title"], pen))
        return 0
    if chosen is None:
        complain(unknown(words.slug).render(translate))
        return 2
    read = pages.translated(pages.parsed(page(chosen)), translate)
    if words.json:
        _print_json(_entry(chosen, translate) | {"page": pages.markdown(read, chosen.slug)})
    else:
        _print(pages.terminal(read, chosen.slug, pen))
    return 0


def parser(_: Translate) -> ArgumentParser:
    """The words of this command."""
    from argparse import ArgumentParser

    made = ArgumentParser(prog="nocarrier causes", description=_("The catalogue of causes, and a page a cause."))
    made.add_argument("slug", nargs="?", default="", metavar="SLUG", help=_("the cause whose page is shown"))
    made.add_argument("--json", action="store_true", help=_("the same as JSON"))
    add_language(made, _)
    return made


def listed(pen: Pen) -> list[str]:
    """Every cause with its title, by family."""
    lines: list[str] = []
    for name, title in FAMILIES.items():
        rows = [(each.slug, pen.prose(each.title)) for each in causes() if family(each) == name]
        if rows:
            lines += [""] if lines else []
            lines.append(pen.bold(pen.prose(title)))
            lines += [line for row in tabulated(rows, pen.width, indent=2) for line in row]
    foreseen = [(slug, pen.prose(title)) for slug, (_, title) in FORESEEN.items()]
    lines += ["", pen.bold(pen.prose(FROM_A_MESSAGE))]
    return lines + [line for row in tabulated(foreseen, pen.width, indent=2) for line in row]


def unknown(slug: str) -> Prose:
    """The sentence for a slug that is none."""
    from difflib import get_close_matches

    near = get_close_matches(slug, [*(each.slug for each in causes()), *FORESEEN], n=3, cutoff=0.4)
    shown = plain(slug, 80)
    if near:
        return say("there is no cause {slug}; near to it: {near}", slug=shown, near=", ".join(near))
    return say("there is no cause {slug}; `nocarrier causes` lists them all", slug=shown)


def _entry(each: Cause, translate: Translate) -> dict[str, Any]:
    return {
        "cause": each.slug,
        "family": family(each),
        "title": each.title.render(translate),
        "symptoms": sorted(symptom.value for symptom in each.symptoms),
        "look_alikes": sorted(look_alikes(each)),
    }


def _foreseen(slug: str, translate: Translate) -> dict[str, Any]:
    kinds, title = FORESEEN[slug]
    return {
        "cause": slug,
        "family": None,
        "title": title.render(translate),
        "symptoms": sorted(kinds),
        "look_alikes": [],
    }


def _entries(translate: Translate) -> list[dict[str, Any]]:
    return [*(_entry(each, translate) for each in causes()), *(_foreseen(slug, translate) for slug in FORESEEN)]


def _without_page(title: str, pen: Pen) -> list[str]:
    """What there is to say of a cause that only a message tells."""
    return [pen.bold(title), "", *wrapped(pen.prose(NO_PAGE), pen.width)]


def _print_json(value: Any) -> None:
    import json

    from nocarrier.model.record import plain

    document(json.dumps(plain(value), indent=2, ensure_ascii=False) + "\n")


def _print(lines: list[str]) -> None:
    tell("\n".join(lines) + "\n")
