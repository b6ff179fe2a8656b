"""What is said after a command that failed to connect."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from types import SimpleNamespace

from nocarrier.diagnosis.asking import find_out, open_place
from nocarrier.diagnosis.assemble import report as assemble
from nocarrier.diagnosis.explaining import SYMPTOMS, explained
from nocarrier.diagnosis.plan import Progress
from nocarrier.diagnosis.run import Finding, silent
from nocarrier.diagnosis.tried import Found, Tried, failures, tried
from nocarrier.facts.private import is_loopback
from nocarrier.machines import Machine, MachineUnreachable
from nocarrier.machines.local import Local
from nocarrier.machines.running.connects import Connect, Seen, seen
from nocarrier.machines.running.ended import Ended, Ran
from nocarrier.machines.running.place import Started, open_kept
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.explanation import Explained
from nocarrier.model.prose import Translate, say
from nocarrier.model.record import replace
from nocarrier.model.report import Report
from nocarrier.model.shell import call
from nocarrier.readings.command_line import SSH_FAILED, Called, called, hints, ssh_login, ssh_words
from nocarrier.readings.detours import proxy, source, undialable
from nocarrier.readings.messages.gathering import Told
from nocarrier.readings.messages.scan import scan
from nocarrier.readings.target import BadTarget, parse_target
from nocarrier.reports.pen import Pen, pen_for

if TYPE_CHECKING:
    from nocarrier.readings.messages.reading import ErrorClass

EVERY_ADDRESS = "0.0.0.0"
MOST = 3
"Targets that are diagnosed; the others are named."
PASSING: tuple[ErrorClass, ...] = ("rejected", "address-in-use", "unknown")
"Errors after which it may well connect: then there is nothing to say."


def find_out_why(ran: Ran[tuple[Told, ...]], words: SimpleNamespace, translate: Translate) -> None:
    """Diagnose what the command tried, and print the reports, on standard error."""
    watched = seen(ran.seen)
    errors = _errors(ran, words.command)
    command = replace(called(words.command, ran.ended.code), hints=hints(os.environ))
    telling = _Telling(words, translate)
    wrong = undialable(command) if ran.ended.code else ""
    if wrong:
        telling.undialable(wrong)
        telling.write_files()
        return
    found = tried(errors, watched, command, ran.ended.code, _resolves, spoke=ran.spoke)
    if command.program == "ssh" and not found.targets and ran.ended.code == SSH_FAILED:
        found = _by_configuration(found, command, watched)
    if ran.ended.interrupted and not any(one.pending for one in failures(watched.connects)):
        found = Found(targets=tuple(one for one in found.targets if _again_and_again(one, watched)))
    for target in found.targets[:MOST]:
        telling.of(target, _Where(target, command, watched, ran.namespaces), ran.ended)
    telling.others(found.targets[MOST:])
    if ran.ended.code:
        for error in found.taken[:MOST]:
            telling.taken(error, _Where(None, command, watched, ran.namespaces))
    if not found.targets and ran.ended.code:
        unplaced = [error for error in found.unplaced if _of_a_connect(error, watched, command)]
        telling.unplaced(unplaced, watched, spoke=ran.spoke)
    telling.write_files()


def _again_and_again(target: Tried, watched: Seen) -> bool:
    """It was tried in vain more than once, and last of all: whoever interrupts such a loop waited for that."""
    often = target.error is not None and target.error.times > 1
    return often and watched.every and target.connect is not None and target.connect == watched.connects[-1]


def _of_a_connect(error: Explained, watched: Seen, command: Called) -> bool:
    """Its words may be those of a connection: where none failed here, "timed out" speaks of something else."""
    if error.kind in PASSING:
        return False
    if error.kind == "address-unavailable":  # it failed before it could dial
        return True
    return bool(error.step == "name" or watched.connects or not watched.heard or command.inside or command.engine)


def _errors(ran: Ran[tuple[Told, ...]], words: Sequence[str]) -> tuple[Explained, ...]:
    """What it printed, the most telling first; of curl, which prints nothing with ``-s``, what its exit code says."""
    told = [one for each in ran.read for one in each]
    program = called(words).program
    if not told and program == "curl" and ran.ended.status:
        told = list(scan([f"curl: ({ran.ended.status})".encode()]))
    return explained(told)


@cache
def _resolves(name: str, address: str) -> bool:
    if name == "localhost":  # for some clients it is both, whatever the hosts file says (RFC 6761, section 6.3)
        return is_loopback(address)
    machine = Local()
    try:
        return address in machine.resolve(name, 2.0).addresses
    finally:
        machine.close()


def _by_configuration(found: Found, command: Called, watched: Seen) -> Found:
    """With the place that ssh's configuration gives its destination, where ssh itself named none.

    From a jump host where it goes by way of one; what a ProxyCommand dials only that knows, and where nothing was
    dialled at all, it was not the destination that failed.
    """
    if found.taken or (watched.every and not watched.connects):
        return found
    machine = Local()
    ran = machine.run(("ssh", "-G", *ssh_words(command.words)))
    machine.close()
    told = dict(line.partition(" ")[::2] for line in ran.text.splitlines())
    host, port = told.get("hostname", ""), told.get("port", "")
    jump = told.get("proxyjump", "none")
    if not (host and port.isdigit()) or told.get("proxycommand", "none") != "none" or "," in jump:
        return found
    error = found.unplaced[0] if found.unplaced else None
    inside = "" if jump == "none" else f"ssh://{jump.removeprefix('ssh://')}"
    login = ssh_login(command.words, "F")  # the other options are for the destination (ssh(1), -J)
    one = Tried(scheme="ssh", host=host, port=int(port), error=error, inside=inside, login=login)
    return replace(found, targets=(one,))


class _Where:
    """The client's side of a diagnosis: where the command tried it, with the environment that it had there."""

    def __init__(self, target: Tried | None, command: Called, watched: Seen, namespaces: Sequence[int]) -> None:
        far = target.inside if target is not None else ""
        self.name = far or command.inside
        self.engine = "" if far else command.engine
        self.source = "" if far else source(command)
        self._login = target.login if target is not None and far else command.login
        self.proxy = proxy(command) or None
        self._connect = target.connect if target is not None else None
        self._environment = _environment(self._connect, command)
        at = self._connect.namespace if self._connect is not None else -1
        self._kept = namespaces[3 * at : 3 * at + 3] if at >= 0 else ()
        self._links = watched.links[at] if 0 <= at < len(watched.links) else ()

    def open(self, timeout: float) -> Machine:
        """Raises `MachineUnreachable`."""
        if self._connect is not None and len(self._kept) == 3 and not (self.name and self.engine):
            return open_kept(self._environment, self._kept, self._links, self._connect.process)
        if self.engine and not self.name:
            raise MachineUnreachable(say("the container is gone, and with it the place where this was tried"))
        if self.name.startswith("ssh://"):
            from nocarrier.machines.open import over_ssh

            return over_ssh(self.name, self._login)(timeout)
        return open_place(self.name, timeout) if self.name else Started(self._environment)


def _environment(connect: Connect | None, command: Called) -> Mapping[str, str]:
    """What was seen of it where it dialled, else what was handed to it."""
    if connect is not None and connect.environment is not None:
        return connect.environment
    return {**({} if command.cleared else os.environ), **command.assigned}


class _Telling:
    """Prints on standard error, with a blank line before each part."""

    def __init__(self, words: SimpleNamespace, translate: Translate) -> None:
        self._words = words
        self._translate = translate
        self._pen = pen_for(sys.stderr, translate)
        self._reports: list[Report] = []

    def of(self, target: Tried, where: _Where, ended: Ended) -> None:
        """The report on one target."""
        try:
            with _following(self._pen, self._words) as progress:
                report = self._diagnosed(target, where, progress)
        except MachineUnreachable as why:
            self._part(self._unreachable(target, where, why))
            return
        except (BadTarget, ValueError):  # what the output names is none
            return
        fine = report.outcome == "connected"
        if fine and (not ended.code or (target.error is not None and target.error.kind in PASSING)):
            return
        if target.overheard and not self._words.quiet:
            self._part(
                self._wrapped(
                    self._pen.say("The output names no target. While the command ran, this one could not be reached:")
                )
            )
        if target.unsaid:
            self._part(
                self._wrapped(
                    self._pen.say(
                        "The command does not say that it failed for this. While it ran, this one could not be reached:"
                    )
                )
            )
        self._show(report)
        if fine:
            self._say_it_connects_now(target)
        elif _otherwise(target, report) and not self._words.quiet:
            self._met(target)

    def _show(self, report: Report) -> None:
        from nocarrier.reports.terminal import lines

        self._reports.append(report)
        told = lines(report, self._pen, verbose=self._words.verbose, quiet=self._words.quiet)
        if self._words.annotations:
            from nocarrier.reports.annotations import framed

            told = framed(told, report, self._words.annotations, self._pen)
        self._part(told)

    def _diagnosed(self, target: Tried, where: _Where, progress: Progress) -> Report:
        def opening(place: str | None, timeout: float) -> Machine:
            return where.open(timeout) if place is None else open_place(place, timeout)

        finding = find_out(
            parse_target(target.text),
            server=self._words.server,
            timeout=self._words.timeout,
            progress=progress,
            opening=opening,
            source=where.source,
            proxy=where.proxy,
        )
        return self._assembled(finding)

    def _assembled(self, finding: Finding) -> Report:
        report = assemble(finding, self._translate)
        if self._words.redact:
            from nocarrier.reports.redact import redacted

            report = redacted(report)
        return report

    def _say_it_connects_now(self, target: Tried) -> None:
        if self._words.quiet or target.error is None:
            return
        if target.connect is not None and target.connect.made:
            self._met(target)
            return
        sentence = self._pen.say(
            "Now it connects. When the command tried, it did not: {text}", text=target.error.text
        )
        self._lines(self._wrapped(sentence))

    def _met(self, target: Tried) -> None:
        """What the command itself saw, where the report sees something else."""
        if target.error is not None:
            self._lines(self._wrapped(self._pen.say("The command met this: {text}", text=target.error.text)))

    def _unreachable(self, target: Tried, where: _Where, why: MachineUnreachable) -> list[str]:
        sentence = self._pen.say(
            "The command tried {target}, which cannot be looked at from there: {why}",
            target=target.text,
            why=why.sentence,
        )
        told = self._wrapped(f"{self._pen.marks.bad} {sentence}")
        if where.engine:
            engine = "podman" if where.engine == "podman" else "docker"
            told += self._wrapped(self._pen.say("While a container of it runs:"), "  ")
            told.append(f"    {call(target.text, '--from', where.name or f'{engine}://NAME')}")
        if target.error is not None and not self._words.quiet:
            from nocarrier.reports.explanation import lines

            told += ["", *lines([replace(target.error, next=())], self._pen)]
        return told

    def others(self, targets: Sequence[Tried]) -> None:
        """Those that there is no room for."""
        if targets:
            names = ", ".join(target.text for target in targets[:20])
            self._part(self._wrapped(self._pen.say("Not looked at: {targets}", targets=names)))

    def undialable(self, url: str) -> None:
        """The report on a target that is none, whoever dials it."""
        from nocarrier.diagnosis.run import misdialled
        from nocarrier.model.target import Target

        try:
            parse_target(url)
        except BadTarget as why:
            scheme, _, rest = url.partition("://")
            host = rest.partition("/")[0].rpartition(":")[0]
            target = Target(input=url, scheme=scheme, host=host, port=None, misshapen=why.sentence)
            self._show(self._assembled(misdialled(target, why.sentence)))

    def taken(self, error: Explained, where: _Where) -> None:
        """Who holds the port that the command wanted to have; nothing where it is free by now."""
        from nocarrier.probes.bound_port import holders, summary

        named = error.target
        try:
            machine = where.open(self._words.timeout)
        except MachineUnreachable:
            return
        found = holders(machine, (named.host if named else "") or EVERY_ADDRESS, (named.port if named else 0) or 0)
        machine.close()
        if found.holders:
            self._part(self._wrapped(f"{self._pen.marks.bad} {self._pen.prose(summary(found))}"))

    def unplaced(self, errors: Sequence[Explained], watched: Seen, *, spoke: bool) -> None:
        """What its output says, where nobody knows which connection it speaks of."""
        if not errors:
            return
        from nocarrier.reports.explanation import lines

        if self._words.quiet:
            text = errors[0].text
            sentence = say("The output names no target: {text}", text=text)
            if not spoke:
                sentence = say("The exit code names no target: {text}", text=text)
            self._part(self._wrapped(self._pen.prose(sentence)))
            return
        told = lines(errors[:1], self._pen)
        if not watched.every and sys.platform == "linux":
            told += ["", *self._wrapped(self._pen.say("The output names no target. To see what it dials:"))]
            told += ["    nocarrier run --connects always -- …"]
        self._part(told)

    def write_files(self) -> None:
        """The report files that were asked for. One that cannot be written is told, and keeps no other from it."""
        from nocarrier.commands._files import written

        if self._words.json:
            from nocarrier.reports.json import encode

            written(self._words.json, "[" + ",".join(encode(report).strip() for report in self._reports) + "]\n")
        if self._words.junit:
            from nocarrier.commands._ci import write_junit

            write_junit(self._words.junit, self._reports, self._translate)
        if self._words.html and self._reports:
            from nocarrier.locale import language
            from nocarrier.reports.html import page

            written(self._words.html, page(self._reports, self._translate, language(self._words.lang)))

    def _wrapped(self, text: str, indent: str = "") -> list[str]:
        from nocarrier.reports.layout import wrapped

        return wrapped(text, self._pen.width, indent, indent)

    def _part(self, lines: Sequence[str]) -> None:
        self._lines(["", *lines])

    def _lines(self, lines: Sequence[str]) -> None:
        sys.stderr.write("".join(f"{line}\n" for line in lines))
        sys.stderr.flush()


def _otherwise(target: Tried, report: Report) -> bool:
    """The command saw something else than the report tells: by a code, for words of many clients are vague."""
    error = target.error
    symptoms = SYMPTOMS.get(error.kind, ()) if error is not None and "errno" in error.code else ()  # type: ignore[call-overload]
    return bool(symptoms) and report.symptom not in symptoms


def _following(pen: Pen, words: SimpleNamespace) -> AbstractContextManager[Progress]:
    if words.redact or not sys.stderr.isatty():
        return nullcontext(silent)
    from nocarrier.reports.progress import Waiting

    return Waiting(sys.stderr, pen, os.environ.get("TERM", ""))
