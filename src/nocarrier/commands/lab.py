"""``nocarrier lab``: bring a cause about on this machine, look at it, mend it, record it."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import msgspec

from nocarrier.model.scenario import Host

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from nocarrier.lab import Lab

AS_EXPECTED, OTHERWISE, WRONG_CALL, NOT_BUILT = 0, 1, 2, 3


def main(arguments: list[str]) -> int:
    """Read the call and carry it out. Returns the exit code: 3 where the scenario cannot be built here."""
    words = parser().parse_args(arguments)
    if words.what == "list":
        return _list(words)
    from nocarrier.lab import LabFailed, build, scenarios

    scenario = scenarios.everything().get(words.name)
    if scenario is None:
        sys.stderr.write(f"nocarrier: there is no scenario {words.name[:80]!r}; nocarrier lab list shows all\n")
        return WRONG_CALL
    carry_out = {"run": _run}[words.what]
    try:
        with build(scenario) as lab:
            if lab.confined:
                sys.stderr.write("nocarrier: no network namespaces here; on this machine's loopback instead\n")
            return carry_out(lab, words)
    except LabFailed as why:
        sys.stderr.write(f"nocarrier: {why}\n")
        return NOT_BUILT


def parser() -> ArgumentParser:
    """The words of ``nocarrier lab``."""
    from argparse import ArgumentParser

    made = ArgumentParser(prog="nocarrier lab", description="Reproduce a cause on this machine, in namespaces.")
    what = made.add_subparsers(dest="what", required=True, metavar="list|run")
    listing = what.add_parser("list", help="every scenario, and the packages that it lacks here")
    listing.add_argument("--json", action="store_true", help="as JSON on standard output")
    running = what.add_parser("run", help="build a fault, diagnose it as any user would, clean up")
    running.add_argument("name", metavar="SLUG[/NAME]")
    running.add_argument("--json", action="store_true", help="that diagnosis' report as JSON and nothing else")
    running.add_argument("-v", "--verbose", action="store_true", help="every step with its time")
    running.set_defaults(quiet=False)
    running.add_argument("--alone", action="store_true", help="from the client alone, not from both ends")
    return made


def _list(words: Namespace) -> int:
    from nocarrier.lab import packages, scenarios

    rows = [(name, scenarios.title(name), packages.missing(found)) for name, found in scenarios.everything().items()]
    if words.json:
        listed = [{"name": name, "title": title, "missing": missing} for name, title, missing in rows]
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(listed)).decode() + "\n")
        return AS_EXPECTED
    for name, title, missing in rows:
        lacks = f"  (missing: {' '.join(missing)})" if missing else ""
        sys.stdout.write(f"{name:40}  {title}{lacks}\n")
    return AS_EXPECTED


def _run(lab: Lab, words: Namespace) -> int:
    """Diagnose as a user would. 0 where the report says what the scenario expects, 1 where it does not."""
    from nocarrier.commands.diagnose import show
    from nocarrier.lab import scenarios

    both_ends = lab.scenario.both_ends is not None and not words.alone
    expected = lab.expected(both_ends=both_ends)
    if not words.json:
        sys.stderr.write(_shown(lab, lab.command(both_ends=both_ends)))
    diagnosed = lab.diagnose(both_ends=both_ends)
    try:
        report = diagnosed.report
    except msgspec.DecodeError:
        sys.stderr.buffer.write(diagnosed.err or b"nocarrier: the diagnosis printed no report\n")
        return NOT_BUILT
    if words.json:
        sys.stdout.buffer.write(diagnosed.out)
    else:
        show(report, words)
    if expected is None:
        return AS_EXPECTED
    if shortfall := scenarios.shortfall(report, expected):
        sys.stderr.write(f"nocarrier: not what this scenario is for: {shortfall}\n")
        return OTHERWISE
    return AS_EXPECTED


def _shown(lab: Lab, command: tuple[str, ...]) -> str:
    """What was built, in a few lines: the hosts, what was done to them, and the command that is run."""
    rows = []
    for host in lab.scenario.hosts:
        addresses = " ".join(address.partition("/")[0] for address in host.addresses)
        rows.append(f"  {host.name:8} {addresses}{_peculiarities(host)}")
    python = command.index("nocarrier")
    return "\n".join((f"lab: {lab.scenario.name}", *rows, f"  client $ {shlex.join(command[python:])}", "", ""))


def _peculiarities(host: Host) -> str:
    """What runs on a host and what was done to it, shortened."""
    done = ["runs " + " ".join(daemon.argv) for daemon in host.daemons]
    done += [" ".join(command) for command in host.commands]
    done += [f"{name}={value}" for name, value in host.sysctls.items()]
    done += [f"/etc/{name}" for name in host.files]
    done += ["an nft ruleset"] if host.nft else []
    return "".join(f"\n           {_shortened(each)}" for each in done)


def _shortened(text: str) -> str:
    one_line = " ".join(text.replace("{python}", "python").split())
    return one_line if len(one_line) <= 68 else f"{one_line[:67]}…"
