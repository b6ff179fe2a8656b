"""``nocarrier lab``: bring a cause about on this machine, look at it, mend it, record it."""

from __future__ import annotations

import shlex
import sys
from types import SimpleNamespace

import msgspec

from nocarrier.commands._streams import complain, document, tell
from nocarrier.locale import LANGUAGES, language, speak, translator, wanted
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.prose import Prose, Translate, say
from nocarrier.model.scenario import Host, Scenario

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from nocarrier.lab import Lab

AS_EXPECTED, OTHERWISE, WRONG_CALL, NOT_BUILT = 0, 1, 2, 3


def main(arguments: list[str]) -> int:
    """Read the call and carry it out. Returns the exit code: 3 where the scenario cannot be built here."""
    spoken = language(wanted(arguments))
    speak(spoken)
    words = parser(translator(spoken)).parse_args(arguments)
    words.translate, words.lang = translator(spoken), spoken
    if not sys.platform.startswith("linux"):
        _complain(say("the lab is made of Linux's namespaces, and this is another system"), words)
        return NOT_BUILT
    if words.what == "list":
        return _list(words)
    from nocarrier.lab import scenarios

    known = scenarios.everything()
    if words.what == "record":
        chosen = {name: known[name] for name in known if words.name in (None, name, name.partition("/")[0])}
    else:
        chosen = {name: known[name] for name in known if name == words.name}
    if not chosen:
        asked = repr(words.name[:80])
        _complain(say("there is no scenario {name}; nocarrier lab list shows all", name=asked), words)
        return WRONG_CALL
    if len(chosen) > 1:
        chosen = _possible(chosen, words)
    return max((_carry_out(name, scenario, words) for name, scenario in chosen.items()), default=NOT_BUILT)


def _possible(chosen: dict[str, Scenario], words: Namespace) -> dict[str, Scenario]:
    """Of several scenarios those whose programs are here; the others are counted and named."""
    from nocarrier.lab import packages

    skipped = {name: missing for name, found in chosen.items() if (missing := packages.missing(found))}
    if skipped:
        named = "; ".join(f"{name}: {' '.join(missing)}" for name, missing in skipped.items())
        _complain(say("{count} skipped, for what is missing here: {named}", count=len(skipped), named=named), words)
    return {name: found for name, found in chosen.items() if name not in skipped}


def _carry_out(name: str, scenario: Scenario, words: Namespace) -> int:
    """Build one scenario and do what was asked for with it."""
    from nocarrier.lab import LabFailed, build

    try:
        with build(scenario, bare=words.what == "record") as lab:
            if lab.confined:
                _complain(say("no network namespaces here; on this machine's loopback instead"), words)
            match words.what:
                case "run":
                    return _run(lab, words)
                case "shell":
                    return _shell(lab, words)
                case "verify":
                    return _verify(lab, words)
            return _record(lab, name, words)
    except LabFailed as why:
        _complain(why.sentence, words)
        return NOT_BUILT


def _complain(sentence: Prose, words: Namespace) -> None:
    complain(sentence.render(words.translate))


def parser(_: Translate) -> ArgumentParser:
    """The words of ``nocarrier lab``; their help is translated."""
    from argparse import ArgumentParser

    made = ArgumentParser(
        prog="nocarrier lab", description=_("Reproduce a cause on this machine, in network namespaces.")
    )
    what = made.add_subparsers(dest="what", required=True, metavar="list|run|shell|verify|record")
    listing = what.add_parser("list", help=_("every scenario, and the packages that it lacks here"))
    listing.add_argument("--json", action="store_true", help=_("the same as JSON"))
    running = what.add_parser("run", help=_("build a fault, diagnose it as any user would, clean up"))
    running.add_argument("--json", action="store_true", help=_("the report as JSON on standard output"))
    length = running.add_mutually_exclusive_group()
    length.add_argument(
        "-v", "--verbose", action="store_true", help=_("every step with its time, and nothing left out")
    )
    length.add_argument("-q", "--quiet", action="store_true", help=_("one line"))
    running.set_defaults(html=None, junit=None, annotations=None, redact=False)
    entering = what.add_parser("shell", help=_("a prompt on a host, with the fault in place"))
    entering.add_argument("--on", default="client", metavar="HOST", help=_("the host of the prompt (the client)"))
    verifying = what.add_parser("verify", help=_("carry out the first fix as printed, and dial again"))
    recording = what.add_parser("record", help=_("write the recordings that the tests judge"))
    recording.add_argument("--into", default="tests/recordings", metavar="DIRECTORY", help=_("where to"))
    for each in (running, verifying):
        each.add_argument("--alone", action="store_true", help=_("from the client alone, not from both ends"))
    for each in (running, entering, verifying, recording):
        each.add_argument(
            "name",
            metavar="SLUG[/NAME]",
            nargs="?" if each is recording else None,
            help=_("a cause's own scenario, or another of its scenarios"),
        )
    for each in (listing, running, entering, verifying, recording):
        each.add_argument("--lang", choices=LANGUAGES, help=_("the language of the prose; by default the locale's"))
    return made


def _list(words: Namespace) -> int:
    from nocarrier.lab import packages, scenarios

    rows = [
        (name, scenarios.title(name).render(words.translate), packages.missing(found))
        for name, found in scenarios.everything().items()
    ]
    if words.json:
        listed = [{"name": name, "title": title, "missing": missing} for name, title, missing in rows]
        document(msgspec.json.format(msgspec.json.encode(listed)).decode() + "\n")
        return AS_EXPECTED
    for name, title, missing in rows:
        packages_here = say("missing: {packages}", packages=" ".join(missing)).render(words.translate)
        lacks = f"  ({packages_here})" if missing else ""
        tell(f"{name:40}  {title}{lacks}\n")
    return AS_EXPECTED


def _run(lab: Lab, words: Namespace) -> int:
    """Diagnose as a user would. 0 where the report says what the scenario expects, 1 where it does not."""
    from nocarrier.commands.diagnose import show
    from nocarrier.lab import scenarios

    both_ends = _both_ends(lab, words)
    expected = lab.expected(both_ends=both_ends)
    if not words.json:
        sys.stderr.write(_shown(lab, lab.command(both_ends=both_ends)))
    diagnosed = lab.diagnose(both_ends=both_ends, more=("--lang", words.lang))
    try:
        report = diagnosed.report
    except msgspec.DecodeError:
        sys.stderr.buffer.write(diagnosed.err or b"nocarrier: the diagnosis printed no report\n")
        return NOT_BUILT
    if words.json:
        document(diagnosed.out.decode())
    else:
        show(report, SimpleNamespace(**vars(words)))
    if expected is None:
        return AS_EXPECTED
    if shortfall := scenarios.shortfall(report, expected):
        _complain(say("not what this scenario is for: {shortfall}", shortfall=shortfall), words)
        return OTHERWISE
    return AS_EXPECTED


def _both_ends(lab: Lab, words: Namespace) -> bool:
    return lab.scenario.both_ends is not None and not words.alone


def _shell(lab: Lab, words: Namespace) -> int:
    """A prompt; what it ends with does not matter."""
    from nocarrier.lab.shell import shell, ways_in

    if words.on not in {host.name for host in lab.scenario.hosts}:
        _complain(say("this scenario has no host {host}", host=repr(words.on[:80])), words)
        return WRONG_CALL
    sys.stderr.write(_shown(lab, lab.command(both_ends=False)))
    for line in (ways_in(lab), say("exit ends the lab")):
        sys.stderr.write(f"{line.render(words.translate)}\n")
    shell(lab, words.on)
    return AS_EXPECTED


def _verify(lab: Lab, words: Namespace) -> int:
    """0 where it connects after the fix, 1 where it does not, 3 where the fix cannot be carried out by a machine."""
    from nocarrier.lab.verifying import CannotVerify, verify

    both_ends = _both_ends(lab, words)
    diagnosed = lab.diagnose(both_ends=both_ends, more=("--lang", words.lang))
    if not diagnosed.out:
        sys.stderr.buffer.write(diagnosed.err)
        return NOT_BUILT
    report = diagnosed.report
    if report.verdict is None:
        _complain(say("nothing is wrong here, so there is nothing to mend"), words)
        return NOT_BUILT

    def say_it(line: Prose) -> None:
        tell(f"{line.render(words.translate)}\n")

    verdict = report.verdict
    say_it(
        say("before: {summary} ({cause})", summary=verdict.summary, cause=f"{verdict.cause} · {verdict.certainty}")
    )
    try:
        mended = verify(lab, report, say_it, both_ends=both_ends)
    except CannotVerify as why:
        _complain(why.sentence, words)
        return NOT_BUILT
    say_it(say("after: it connects") if mended else say("after: it does not connect"))
    return AS_EXPECTED if mended else OTHERWISE


def _record(lab: Lab, name: str, words: Namespace) -> int:
    """Both recordings of a scenario, where it is to be run both ways."""
    from pathlib import Path

    from nocarrier.commands.recording import NotAsExpected, record
    from nocarrier.machines.recorded import save

    if lab.confined:
        _complain(say("{name} can be recorded in network namespaces only", name=name), words)
        return NOT_BUILT
    status = AS_EXPECTED
    for both_ends, file in ((True, "both-ends.json"), (False, "client-alone.json")):
        if lab.expected(both_ends=both_ends) is None:
            continue
        path = Path(words.into, name.partition("/")[0], lab.scenario.name, file)
        try:
            save(record(lab, both_ends=both_ends), path)
            tell(f"{path}\n")
        except NotAsExpected as why:
            _complain(say("{path} is not written: {why}", path=str(path), why=str(why)), words)
            status = OTHERWISE
    return status


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
