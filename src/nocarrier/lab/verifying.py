"""Carries out the first fix of a report exactly as printed, and dials again."""

from __future__ import annotations

import shlex
import time
from collections.abc import Callable

import msgspec

from nocarrier.lab.lab import CLIENT, DIAGNOSIS_PATIENCE, Diagnosed, Lab, Process
from nocarrier.model.prose import Prose, say
from nocarrier.model.report import Report, ReportedFix

PATIENCE = 4.0
"Seconds that it may take to connect after the fix: a server starts, a neighbour is found, TIME_WAIT is reused."

IN_ONE_SHELL = """
{{
{fix}
}} >&2
tries=0
until seen=$("$@")
do
    tries=$((tries + 1))
    if [ $tries -ge 8 ]; then printf %s "$seen"; exit 1; fi
    sleep 0.3
done
printf %s "$seen"
"""
"""A fix and the dials after it. In one shell, as a person would type it: a limit or a variable that it sets holds."""

Tell = Callable[[Prose], None]


class CannotVerify(Exception):
    """There is nothing that could be carried out here; ``sentence`` says why."""

    def __init__(self, sentence: Prose) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def verify(lab: Lab, report: Report, tell: Tell, *, both_ends: bool) -> bool:
    """Carry out the first fix of the report; whether it then connects. Raises `CannotVerify`."""
    fix = report.verdict.fixes[0] if report.verdict and report.verdict.fixes else None
    if fix is None:
        raise CannotVerify(say("the report has no fix"))
    tell(say("on {where}: {text}", where=fix.where, text=fix.text))
    if not fix.commands:
        raise CannotVerify(say("the fix is a text for a person to edit in, not a command to carry out"))
    for command in fix.commands:
        tell(_raw(f"  $ {command}"))
    script = "\n".join(fix.commands)
    if _redials(fix):
        status = _start(lab, CLIENT, script).wait(DIAGNOSIS_PATIENCE)
        return status == 0
    if fix.where == "client":
        shell = IN_ONE_SHELL.format(fix=script)
        return _connected(lab.diagnose(both_ends=both_ends, shell=shell), tell)
    process = _start(lab, _host(lab, fix), script)
    deadline = time.monotonic() + PATIENCE
    while True:
        # A fix that does not end is a server in the foreground, as a person would have it in another terminal.
        if status := process.wait(0.1):
            tell(say("the fix ended with status {status}", status=status))
            return False
        again = lab.diagnose(both_ends=both_ends)
        if again.status == 0 or time.monotonic() > deadline:
            return _connected(again, tell)


def _redials(fix: ReportedFix) -> bool:
    """The fix is to dial elsewhere: its commands are this program's own."""
    return all(shlex.split(command)[:1] == ["nocarrier"] for command in fix.commands)


def _host(lab: Lab, fix: ReportedFix) -> str:
    """The host on which a fix is carried out; the network's is the first that is neither end."""
    if lab.confined or fix.where == "server":
        return lab.scenario.server
    between = [host.name for host in lab.scenario.hosts if host.name not in (CLIENT, lab.scenario.server)]
    if not between:
        raise CannotVerify(say("the fix is for the network between, and this scenario has none"))
    return between[0]


def _start(lab: Lab, host: str, script: str) -> Process:
    return lab.spawn(host, ("sh", "-ec", script), stdout=2, stderr=2)


def _connected(again: Diagnosed, tell: Tell) -> bool:
    """Whether it connects now; what stands in the way is told."""
    if again.status == 0:
        return True
    try:
        verdict = again.report.verdict
        tell(say("still: {why}", why=verdict.summary if verdict else again.report.symptom))
    except msgspec.DecodeError:
        said = again.err.decode("utf-8", "replace").strip()
        tell(_raw(said) if said else say("the fix ended with status {status}", status=again.status))
    return False


def _raw(text: str) -> Prose:
    """What is no sentence of ours and is never translated."""
    return Prose("{text}", {"text": text})
