"""``nocarrier TARGET``: the words of the call, the diagnosis, and what is printed of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from types import SimpleNamespace

from nocarrier.commands._history import remember
from nocarrier.commands._reader import Reader, add_annotations, add_language, add_length
from nocarrier.commands._streams import complain, document, tell
from nocarrier.diagnosis.asking import WrongCall, check_http, check_proxy, check_timeout, find_out
from nocarrier.diagnosis.assemble import report as assemble
from nocarrier.diagnosis.plan import Progress, reason
from nocarrier.diagnosis.run import misdialled, silent
from nocarrier.locale import language, speak, translator, wanted
from nocarrier.machines import MachineUnreachable
from nocarrier.model.annotations import TYPE_CHECKING, Any
from nocarrier.model.prose import Prose, Translate, say
from nocarrier.model.report import Report
from nocarrier.readings.source import bound_family, parse_source
from nocarrier.readings.target import BadTarget, is_address, parse_target

if TYPE_CHECKING:
    from argparse import ArgumentParser


def main(arguments: list[str]) -> int:
    """Read the call, diagnose, print. Returns the exit code of the contract."""
    spoken = language(wanted(arguments))
    translate = translator(spoken)
    speak(spoken)
    words = read(arguments, translate)
    try:
        _check(words)
        target = parse_target(words.target, words.port)
    except BadTarget as error:
        if words.json and error.target is not None:
            show(assemble(misdialled(error.target, error.sentence), translate), words)
        return _complain(error.sentence.render(translate), 2)
    except ValueError as error:
        return _complain(_sentence(error, translate), 2)
    try:
        with _following(translate, words) as progress:
            report = assemble(find_out(target, **asked(words), progress=progress), translate)
    except MachineUnreachable as why:
        sentence = reason(why).render(translate)
        complain(sentence)
        if words.junit:
            from nocarrier.commands._ci import write_junit

            write_junit(words.junit, (), translate, broken=((target.input, sentence),))
        return 3
    except ValueError as error:
        return _complain(_sentence(error, translate), 2)
    whole = show(report, words)
    # Only then: whoever reads the report waits for nothing, and where it cannot be written nothing else is done.
    remember(target)
    return 3 if not whole else 1 if report.outcome == "failed" else 0


def _following(translate: Translate, words: SimpleNamespace) -> AbstractContextManager[Progress]:
    """What tells of the progress, while the block lasts: a line on the terminal, where there is one.

    It names addresses before anybody knows all that is to be redacted, so there is none of a redacted report.
    """
    if words.redact or not sys.stderr.isatty():
        return nullcontext(silent)
    from nocarrier.reports.pen import pen_for
    from nocarrier.reports.progress import Waiting

    return Waiting(sys.stderr, pen_for(sys.stderr, translate), os.environ.get("TERM", ""))


def asked(words: SimpleNamespace) -> dict[str, Any]:
    """The arguments of `diagnose` that the words of a call stand for."""
    return {
        "server": words.server,
        "from_": words.from_,
        "family": words.family,
        "timeout": words.timeout,
        "source": words.source,
        "expected_addresses": words.expect_address,
        "proxy": words.proxy,
        "origin": words.origin,
        "headers": _headers(words.header),
        "subprotocols": words.subprotocol,
    }


def _headers(texts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The pairs that ``Name: value`` stand for. Raises ValueError, with a sentence."""
    if not texts:
        return ()
    from nocarrier.readings.http_options import parse_header

    return tuple(parse_header(text) for text in texts)


def show(report: Report, words: SimpleNamespace) -> bool:
    """Write the files that were asked for, and print the report; whether all of the files could be written.

    Files first: where standard output is full they hold what was found, and where they are, it does.
    """
    spoken = language(words.lang)
    translate = translator(spoken)
    if words.redact:
        from nocarrier.reports.redact import redacted

        report = redacted(report)
    whole = True
    if words.html:
        from nocarrier.commands._files import written
        from nocarrier.reports.html import page

        whole = written(words.html, page((report,), translate, spoken))
    if words.junit:
        from nocarrier.commands._ci import write_junit

        whole = write_junit(words.junit, (report,), translate) and whole
    if words.json:
        from nocarrier.reports.json import encode

        document(encode(report))
    elif "-" not in (words.html, words.junit):
        _show_text(report, words, translate)
        return whole
    if words.annotations:
        from nocarrier.commands._ci import annotate_beside

        annotate_beside((report,), words.annotations, translate)
    return whole


def _show_text(report: Report, words: SimpleNamespace, translate: Translate) -> None:
    from nocarrier.reports.pen import pen_for
    from nocarrier.reports.terminal import lines

    pen = pen_for(sys.stdout, translate)
    told = lines(report, pen, verbose=words.verbose, quiet=words.quiet)
    if words.annotations:
        from nocarrier.reports.annotations import framed

        told = framed(told, report, words.annotations, pen)
    tell("".join(f"{line}\n" for line in told))


def _complain(sentence: str, code: int) -> int:
    complain(sentence)
    return code


def _sentence(error: ValueError, translate: Translate) -> str:
    sentence = getattr(error, "sentence", None)
    return sentence.render(translate) if isinstance(sentence, Prose) else str(error)


def _check(words: SimpleNamespace) -> None:
    """Options whose form argparse cannot judge; raises ValueError with one sentence."""
    if set(words.port) & set(":./"):
        raise WrongCall(say("one target is expected: scheme://host:port, host:port, or host port"))
    check_timeout(words.timeout)
    if words.html is not None or words.junit is not None:
        _check_files(words)
    bound_family(parse_source(words.source)[0], words.family)
    if words.proxy:
        check_proxy(words.proxy)
    if words.origin or words.header or words.subprotocol:
        check_http(words.origin, _headers(words.header), words.subprotocol)
    for address in words.expect_address:
        if not is_address(address):
            raise WrongCall(say("{address} is no IP address", address=repr(address[:80])))


def _check_files(words: SimpleNamespace) -> None:
    from nocarrier.commands._files import unusable

    sentence = unusable({"--html": words.html, "--junit": words.junit}, printed=words.json)
    if sentence is not None:
        raise WrongCall(sentence)


def read(arguments: list[str], translate: Translate = str) -> SimpleNamespace:
    """The words of a call. Ends the program where it is none, or asks for help, as argparse does."""
    reader = Reader()
    define(reader, str)
    return reader.read(arguments) or SimpleNamespace(**vars(parser(translate).parse_args(arguments)))


def parser(_: Translate = str) -> ArgumentParser:
    """The options of a diagnosis; their help is translated."""
    from nocarrier.commands._overview import OverviewParser
    from nocarrier.version import __version__

    made = OverviewParser(_, prog="nocarrier", description=_("Find out why a connection cannot be made."))
    made.add_argument(
        "-V", "--version", action="version", version=f"nocarrier {__version__}", help=_("the version of this program")
    )
    define(made, _)
    return made


def define(made: ArgumentParser | Reader, _: Translate) -> None:
    """Every option and argument of a diagnosis, for both readers."""
    made.add_argument(
        "target",
        metavar="TARGET",
        help=_("scheme://host[:port][/path], host:port, host port, unix:///path"),
    )
    made.add_argument(
        "port", nargs="?", default="", metavar="PORT", help=_("the port, where it is no part of the target")
    )
    made.add_argument("--json", action="store_true", help=_("the report as JSON on standard output"))
    add_length(made, _)
    made.add_argument(
        "--server",
        metavar="WHERE",
        help=_(
            "look at the server's side too: ssh://[user@]host[:port], podman://NAME, docker://NAME, netns://NAME, pid://N, local://"
        ),
    )
    made.add_argument("--from", dest="from_", metavar="WHERE", help=_("put the client's side elsewhere (same forms)"))
    made.add_argument(
        "--expect-address",
        action="append",
        default=[],
        metavar="IP",
        help=_("an address the name is meant to have; more than once for several"),
    )
    family = made.add_mutually_exclusive_group()
    family.add_argument("-4", dest="family", action="store_const", const=4, help=_("IPv4 only"))
    family.add_argument("-6", dest="family", action="store_const", const=6, help=_("IPv6 only"))
    made.add_argument(
        "--timeout", type=float, default=10.0, metavar="SECONDS", help=_("the longest it may take (10)")
    )
    through = made.add_mutually_exclusive_group()
    through.add_argument(
        "--proxy", metavar="URL", help=_("through this proxy, in place of the one that the environment names")
    )
    through.add_argument(
        "--no-proxy",
        dest="proxy",
        action="store_const",
        const="",
        help=_("directly, whatever proxy the environment names"),
    )
    made.add_argument(
        "--origin", default="", metavar="URL", help=_("the Origin of a WebSocket handshake or HTTP request")
    )
    made.add_argument(
        "--header",
        action="append",
        default=[],
        metavar="NAME:VALUE",
        help=_("one more header of it, as often as there are any; its value never stands in a report"),
    )
    made.add_argument(
        "--subprotocol",
        action="append",
        default=[],
        metavar="NAME",
        help=_("a WebSocket subprotocol to ask for; more than once for several"),
    )
    made.add_argument(
        "--html",
        metavar="FILE",
        help=_("write the report as a page for sharing, too; - for standard output, in place of the text"),
    )
    made.add_argument(
        "--junit",
        metavar="FILE",
        help=_("write the result as JUnit XML for a CI service, too; - for standard output"),
    )
    add_annotations(made, _)
    add_language(made, _)
    made.add_argument(
        "--source",
        default="",
        metavar="IP[:PORT]",
        help=_("bind the client to this address, and dial addresses of its family only"),
    )
