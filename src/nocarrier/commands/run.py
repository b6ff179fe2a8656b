"""``nocarrier run -- COMMAND…``: run a command untouched; where it fails to connect, find out why."""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from types import SimpleNamespace

from nocarrier.commands._reader import Reader, add_annotations, add_language, add_length
from nocarrier.locale import language, speak, translator, wanted
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.prose import Translate, say

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterable

    from nocarrier.machines.running.ended import Ended, Ran
    from nocarrier.readings.messages.gathering import Told

PLACE = "COMMAND"
WRONG_CALL = 2
LONGEST = 10.0


def main(arguments: list[str]) -> int:
    """Run the command, say why it could not connect, and end as it ended."""
    environment = _environment()
    translate = translator(language(wanted(arguments)))
    speak(language(wanted(arguments)))
    words = read(arguments, translate)
    try:
        _check(words)
    except ValueError as wrong:
        sentence = getattr(wrong, "sentence", None)
        sys.stderr.write(f"nocarrier: {sentence.render(translate) if sentence else wrong}\n")
        return WRONG_CALL
    ran = _run(words, environment)
    try:
        with _reachable(ran):
            _tell(ran, words, translate)
            sys.stderr.flush()
    except KeyboardInterrupt:
        _last_word("\n")
    except OSError as error:  # a file for the report that cannot be written; the command was carried out all the same
        _last_word(f"nocarrier: {error.strerror or error}{f': {error.filename}' if error.filename else ''}\n")
    except Exception as error:  # whatever fails in here, the end of the command is told
        _last_word(f"nocarrier: why it failed could not be found out: {type(error).__name__}: {error}\n")
    return _end_like(ran.ended)


def _last_word(text: str) -> None:
    """Say it, if there is still anybody to say it to; Python is not to try again at exit, for it would end otherwise."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _check(words: SimpleNamespace) -> None:
    """Options whose form argparse cannot judge, before the command runs; raises ValueError with a sentence."""
    files = {"--json": words.json, "--html": words.html, "--junit": words.junit}
    if words.server is None and words.timeout == LONGEST and not any(name is not None for name in files.values()):
        return
    from nocarrier.commands._files import STANDARD_OUTPUT, unusable
    from nocarrier.diagnosis.asking import WrongCall, check_place, check_timeout

    if STANDARD_OUTPUT in files.values():
        raise WrongCall(say("standard output is the command's: a report goes to a file of its own, not to -"))
    if (sentence := unusable(files)) is not None:
        raise WrongCall(sentence)
    check_timeout(words.timeout)
    if words.server is not None:
        check_place(words.server)


def _environment() -> dict[bytes, bytes]:
    """What the command is to have: ours, before anything of it is changed here."""
    if not hasattr(os, "fork"):
        return {}
    from nocarrier.machines.running.command import first_environment

    return first_environment()


def _run(words: SimpleNamespace, environment: dict[bytes, bytes]) -> Ran[tuple[Told, ...]]:
    if not hasattr(os, "fork"):
        from nocarrier.machines.running import elsewhere

        return elsewhere.run(words.command, scanned)
    from nocarrier.machines.running.run import run

    return run(words.command, environment, words.connects, scanned)


def _reachable(ran: Ran[tuple[Told, ...]]) -> AbstractContextManager[None]:
    if not hasattr(os, "fork"):
        return nullcontext()
    from nocarrier.machines.running.command import reachable

    return reachable(ran.blocked)


def _end_like(ended: Ended) -> int:
    if not hasattr(os, "fork"):
        return ended.code
    from nocarrier.machines.running.command import end_like

    return end_like(ended)


def scanned(pieces: Iterable[bytes]) -> tuple[Told, ...]:
    """The errors in what the command printed. Loaded only when it prints something."""
    first = next(iter_pieces := iter(pieces), b"")
    if not first:
        return ()
    from itertools import chain

    from nocarrier.readings.messages.scan import scan

    return scan(chain([first], iter_pieces))


def _tell(ran: Ran[tuple[Told, ...]], words: SimpleNamespace, translate: Translate) -> None:
    """What there is to say of it."""
    if ran.ended.missing:
        sys.stderr.write(f"nocarrier: {words.command[0]}: {ran.ended.missing}\n")
    tried_nothing = ran.ended.missing or (not ran.ended.code and not any(ran.read))
    if tried_nothing and not words.json and not words.junit:
        return
    from nocarrier.commands._tried import find_out_why

    find_out_why(ran, words, translate)


def read(arguments: list[str], translate: Translate = str) -> SimpleNamespace:
    """The words of a call, those of the command in ``command``. Ends the program where it is none, as argparse does."""
    reader = Reader()
    define(reader, str)
    at = _beginning(arguments, reader)
    own, command = arguments[:at], arguments[at:]
    command = command[1:] if command[:1] == ["--"] else command
    placed = [*own, PLACE] if command else own
    words = (reader.read(placed) if command else None) or _read_by_argparse(placed, parser(translate))
    words.command = command
    return words


def _read_by_argparse(placed: list[str], made: ArgumentParser) -> SimpleNamespace:
    words = SimpleNamespace(**vars(made.parse_args(placed)))
    if words.command != [PLACE]:  # it takes -4 for a number, and that for a word of the command
        from gettext import gettext

        made.error(gettext("unrecognized arguments: %s") % " ".join(words.command[:-1]))
    return words


def _beginning(arguments: list[str], reader: Reader) -> int:
    """Where the command begins: after ``--``, or at the first word that is no option of ours and no value of one."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("-") and arguments[at] != "--":
        at += 2 if "=" not in arguments[at] and reader.takes_value(arguments[at]) else 1
    return min(at, len(arguments))


def parser(_: Translate) -> ArgumentParser:
    """The words of this command; their help is translated."""
    from argparse import ArgumentParser

    made = ArgumentParser(
        prog="nocarrier run",
        usage="nocarrier run [OPTIONS] [--] COMMAND…",
        description=_(
            "Run a command untouched, and where it fails to connect find out why. The connection that it tried is diagnosed "
            "afterwards, on standard error. The exit code is the command's."
        ),
    )
    define(made, _)
    return made


def define(made: ArgumentParser | Reader, _: Translate) -> None:
    """Every option and argument."""
    made.add_argument("command", nargs="+", metavar="COMMAND", help=_("the command and its words"))
    add_length(made, _)
    made.add_argument(
        "--server",
        metavar="WHERE",
        help=_(
            "look at the server's side too: ssh://[user@]host[:port], podman://NAME, docker://NAME, netns://NAME, "
            "pid://N, local://"
        ),
    )
    made.add_argument(
        "--timeout", type=float, default=LONGEST, metavar="SECONDS", help=_("the longest a diagnosis may take")
    )
    made.add_argument(
        "--connects",
        choices=("auto", "always", "never"),
        default="auto",
        help=_(
            "see every connection that it tries (Linux): where that changes nothing for the command; always: even if "
            "sudo and the like then do not work in it; never"
        ),
    )
    made.add_argument(
        "--json", metavar="FILE", help=_("write the reports as JSON, too: a list, empty where none is made")
    )
    made.add_argument("--html", metavar="FILE", help=_("write the reports as a page for sharing, too"))
    made.add_argument("--junit", metavar="FILE", help=_("write the results as JUnit XML for a CI service"))
    add_annotations(made, _)
    add_language(made, _)
