"""``nocarrier edges [refresh [PROVIDER…]]``: the edges that are known, and their present ranges."""

from __future__ import annotations

import sys

from nocarrier.commands._lists import CannotFetch, refresh
from nocarrier.commands._reader import add_language
from nocarrier.commands._streams import complain, document, tell
from nocarrier.facts.edges import PROVIDERS, Provider, provider
from nocarrier.locale import language, speak, translator, wanted
from nocarrier.model.annotations import TYPE_CHECKING, Any
from nocarrier.model.prose import Prose, Translate, say
from nocarrier.probes._edge_ranges import newest
from nocarrier.reports.layout import tabulated
from nocarrier.reports.pen import Pen, pen_for
from nocarrier.reports.plain import plain

if TYPE_CHECKING:
    from argparse import ArgumentParser


def main(arguments: list[str]) -> int:
    """Print them, or fetch their lists. Exit code 2 for a provider that is not known, 3 where a list was not had."""
    spoken = language(wanted(arguments))
    translate = translator(spoken)
    speak(spoken)
    words = parser(translate).parse_args(arguments)
    if words.action != "refresh":
        pen = pen_for(sys.stdout, translate)
        if words.json:
            document(_json([_entry(each) for each in PROVIDERS]))
        else:
            tell("".join(f"{line}\n" for line in listed(pen)))
        return 0
    chosen = [provider(slug) for slug in words.provider] or [each for each in PROVIDERS if each.lists]
    strange = next((slug for slug, each in zip(words.provider, chosen, strict=False) if each is None), None)
    if strange is not None:
        return _say(
            say("there is no provider {slug}; `nocarrier edges` lists them all", slug=plain(strange, 60)),
            translate,
            2,
        )
    if words.source and len(words.provider) != 1:
        return _say(say("--from is the list of one provider: name it"), translate, 2)
    return max([_refreshed(each, words.source or "", translate) for each in chosen if each is not None], default=0)


def _refreshed(one: Provider, place: str, translate: Translate) -> int:
    try:
        count = refresh(one, place)
    except CannotFetch as why:
        return _say(why.sentence, translate, 3)
    sentence = say("{provider}: {count} ranges", provider=one.label, count=count)
    tell(f"{sentence.render(translate)}\n")
    return 0


def _say(sentence: Prose, translate: Translate, code: int) -> int:
    complain(plain(sentence.render(translate), 400))
    return code


def parser(_: Translate) -> ArgumentParser:
    """The words of this command."""
    from argparse import ArgumentParser

    made = ArgumentParser(
        prog="nocarrier edges",
        description=_("The edges of content delivery networks that are known, and their ranges."),
    )
    made.add_argument(
        "action",
        nargs="?",
        choices=("list", "refresh"),
        default="list",
        help=_("refresh: fetch the lists that the providers publish"),
    )
    made.add_argument("provider", nargs="*", default=[], metavar="PROVIDER", help=_("only these; by default all"))
    made.add_argument(
        "--from", dest="source", metavar="PLACE", help=_("read the list at this address or in this file")
    )
    made.add_argument("--json", action="store_true", help=_("the same as JSON"))
    add_language(made, _)
    return made


def listed(pen: Pen) -> list[str]:
    """Every provider: its ranges and their day, and what it forwards."""
    return [
        line
        for row in tabulated([(each.slug, pen.prose(_row(each))) for each in PROVIDERS], pen.width)
        for line in row
    ]


def _row(one: Provider) -> Prose:
    ports: str | Prose = ", ".join(str(port) for port in sorted(one.forwarded))
    if one.ports == "chosen":
        ports = say("the ports that the customer chose")
    found = newest(one.slug)
    if one.ended:
        return say("{provider}: gone since {month}", provider=one.label, month=one.ended)
    if found is None:
        return say("{provider}: {ports}; known by its names", provider=one.label, ports=ports)
    ranges, own = found
    values: dict[str, str | int | float | Prose] = {
        "provider": one.label,
        "ports": ports,
        "count": ranges.count,
        "date": ranges.as_of,
    }
    if own:
        return say("{provider}: {ports}; {count} ranges of {date} (fetched)", **values)
    return say("{provider}: {ports}; {count} ranges of {date}", **values)


def _entry(one: Provider) -> dict[str, Any]:
    found = newest(one.slug)
    ranges, own = found if found is not None else (None, False)
    return {
        "provider": one.slug,
        "label": one.label,
        "ports": list(one.forwarded),
        "kind": one.kind,
        "any_port": one.other,
        "names": list(one.names),
        "ranges": ranges.count if ranges is not None else 0,
        "as_of": ranges.as_of if ranges is not None else "",
        "source": ranges.source if ranges is not None else "",
        "fetched": own,
        "documented": one.documented,
    }


def _json(value: Any) -> str:
    import json

    return json.dumps(value, indent=2) + "\n"
