"""``nocarrier TARGET``, and the library's `diagnose`: two ways to the same diagnosis."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from nocarrier.diagnosis.assemble import report as assemble
from nocarrier.diagnosis.plan import Progress
from nocarrier.diagnosis.run import examine, misdialled, silent
from nocarrier.machines import Machine, MachineUnreachable
from nocarrier.model.prose import Translate
from nocarrier.model.report import Report
from nocarrier.model.target import Target
from nocarrier.probes import Options
from nocarrier.readings.source import parse_source
from nocarrier.readings.target import BadTarget, is_address, parse_target

PLACES = ("local", "netns", "pid", "podman", "docker", "ssh")

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def diagnose(
    target: str | Target,
    *,
    server: str | None = None,
    from_: str | None = None,
    family: int | None = None,
    timeout: float = 10.0,
    source: str = "",
    expected_addresses: Sequence[str] = (),
    translate: Translate = str,
    progress: Progress = silent,
    opening: Callable[[str | None, float], Machine] | None = None,
) -> Report:
    """Find out whether ``target`` can be connected to, and if not, why.

    ``source`` is the address to bind before connecting, with a port where the client program uses a fixed one
    (``10.0.0.7:5000``, ``[fd00::7]:5000``).

    ``server`` and ``from_`` say where the server's and the client's side are (``local://``, ``netns://NAME``,
    ``pid://N``, ``podman://NAME``, ``docker://NAME``, ``ssh://[user@]host[:port]``). ``family`` is 4 or 6 to
    use only that one. ``timeout`` is the longest the whole may take, in seconds.

    ``opening`` gives the machine for a place in place of `open_place`: a recording, or one that is being made.

    Raises `BadTarget` where the text is no target, `ValueError` where a place is malformed, and
    `machines.MachineUnreachable` where the client's side cannot be entered. A server's side that cannot be entered
    is a skipped step of the report.
    """
    parsed = parse_target(target) if isinstance(target, str) else target
    address, port = parse_source(source)
    options = Options(
        family=family,
        timeout=timeout,
        source=address,
        source_port=port,
        expected_addresses=tuple(expected_addresses),
    )
    if server is not None:
        check_place(server)
    opening = opening or open_place
    client = opening(from_, timeout)
    opened: list[Machine] = []

    def open_server() -> Machine:
        opened.append(opening(server, timeout))
        return opened[0]

    try:
        finding = examine(
            parsed, client, options=options, progress=progress, open_server=open_server if server else None
        )
    finally:
        for machine in (client, *opened):
            machine.close()
    return assemble(finding, translate)


def open_place(where: str | None, timeout: float) -> Machine:
    """The machine that ``where`` names; this one where it is None."""
    if where is None or where == "local://":
        from nocarrier.machines.local import Local

        return Local()
    from nocarrier.machines.open import open_machine

    return open_machine(where, timeout)


def check_place(where: str) -> None:
    """Raises ValueError where the form of ``where`` is wrong: before anything is tried, for that is a wrong call."""
    kind, mark, _ = where.partition("://")
    if not mark or kind not in PLACES:
        raise ValueError(f"{where[:80]!r} names no machine: {', '.join(f'{place}://' for place in PLACES)} are known")


def main(arguments: list[str]) -> int:
    """Read the call, diagnose, print. Returns the exit code of the contract."""
    words = parser().parse_args(arguments)
    try:
        _check(words)
        target = parse_target(*words.target)
    except BadTarget as error:
        if words.json and error.target is not None:
            show(assemble(misdialled(error.target, error.sentence)), words)
        return _complain(str(error.sentence), 2)
    except ValueError as error:
        return _complain(str(error), 2)
    try:
        report = diagnose(target, **asked(words))
    except MachineUnreachable as why:
        return _complain(f"{why.reason}{f' (needs {why.privilege})' if why.privilege else ''}", 3)
    except ValueError as error:
        return _complain(str(error), 2)
    show(report, words)
    return 1 if report.outcome == "failed" else 0


def asked(words: Namespace) -> dict[str, Any]:
    """The arguments of `diagnose` that the words of a call stand for."""
    return {
        "server": words.server,
        "from_": words.from_,
        "family": words.family,
        "timeout": words.timeout,
        "source": words.source,
        "expected_addresses": words.expect_address,
    }


def show(report: Report, words: Namespace) -> None:
    """Print the report as it was asked for."""
    if words.json:
        from nocarrier.reports.json import encode

        sys.stdout.write(encode(report))
        return
    from nocarrier.reports.pen import pen_for
    from nocarrier.reports.terminal import lines

    for line in lines(report, pen_for(sys.stdout, str), verbose=words.verbose, quiet=words.quiet):
        sys.stdout.write(f"{line}\n")


def _complain(sentence: str, code: int) -> int:
    sys.stderr.write(f"nocarrier: {sentence}\n")
    return code


def _check(words: Namespace) -> None:
    """Options whose form argparse cannot judge; raises ValueError with one sentence."""
    if len(words.target) > 2:
        raise ValueError("one target is expected: scheme://host:port, host:port, or host port")
    if not 0.1 <= words.timeout <= 3600:
        raise ValueError("--timeout takes seconds from 0.1 to 3600")
    parse_source(words.source)
    for address in words.expect_address:
        if not is_address(address):
            raise ValueError(f"{address[:80]!r} is no IP address")


def parser() -> ArgumentParser:
    """The options of a diagnosis."""
    from argparse import ArgumentParser

    made = ArgumentParser(prog="nocarrier", description="Find out why a connection cannot be made.")
    made.add_argument(
        "target", nargs="+", metavar="TARGET", help="scheme://host[:port][/path], host:port, host port, unix:///path"
    )
    made.add_argument("--json", action="store_true", help="the report as JSON on standard output")
    length = made.add_mutually_exclusive_group()
    length.add_argument("-v", "--verbose", action="store_true", help="every step with its time, and nothing left out")
    length.add_argument("-q", "--quiet", action="store_true", help="one line")
    made.add_argument(
        "--server", metavar="WHERE", help="look at the server's side too: ssh://[user@]host[:port], netns://NAME, …"
    )
    made.add_argument("--from", dest="from_", metavar="WHERE", help="put the client's side elsewhere (same forms)")
    made.add_argument(
        "--expect-address", action="append", default=[], metavar="IP", help="an address the name is meant to have"
    )
    family = made.add_mutually_exclusive_group()
    family.add_argument("-4", dest="family", action="store_const", const=4, help="IPv4 only")
    family.add_argument("-6", dest="family", action="store_const", const=6, help="IPv6 only")
    made.add_argument("--timeout", type=float, default=10.0, metavar="SECONDS", help="the longest it may take")
    made.add_argument("--source", default="", metavar="IP[:PORT]", help="bind the client to this address")
    return made
