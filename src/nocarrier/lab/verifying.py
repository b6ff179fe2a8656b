"""Carries out the first fix of a report exactly as printed, and dials again."""

from __future__ import annotations

import shlex
import time
from collections.abc import Callable

import msgspec

from nocarrier.lab.lab import CLIENT, Lab
from nocarrier.model.report import Report, ReportedFix

STAYS = 3.0
"Seconds after which a fix that has not ended is taken for a server in the foreground, and left running."
PATIENCE = 8.0
"Seconds that a server may take to be there after the fix."

Tell = Callable[[str], None]


class CannotVerify(Exception):
    """There is nothing that could be carried out here; the text says why."""


def verify(lab: Lab, report: Report, tell: Tell, *, both_ends: bool) -> bool:
    """Carry out the first fix of the report; whether it then connects. Raises `CannotVerify`."""
    fix = report.verdict.fixes[0] if report.verdict and report.verdict.fixes else None
    if fix is None:
        raise CannotVerify("the report has no fix")
    tell(f"{fix.where}: {fix.text}")
    if not fix.commands:
        raise CannotVerify("the fix is a text for a person to edit in, not a command to carry out")
    for command in fix.commands:
        tell(f"  $ {command}")
    if _redials(fix):
        return _carried_out(lab, CLIENT, "\n".join(fix.commands), tell)
    if fix.where == "client":
        # In one shell with the dial, as a person would type it: a limit or a variable that the fix sets holds.
        return _connects(lab, tell, both_ends=both_ends, shell="\n".join(fix.commands))
    if not _carried_out(lab, _host(lab, fix), "\n".join(fix.commands), tell):
        return False
    return _connects(lab, tell, both_ends=both_ends)


def _redials(fix: ReportedFix) -> bool:
    """The fix is to dial elsewhere: its commands are this program's own."""
    return all(shlex.split(command)[:1] == ["nocarrier"] for command in fix.commands)


def _host(lab: Lab, fix: ReportedFix) -> str:
    """The host on which a fix is carried out; the network's is the first that is neither end."""
    if lab.confined or fix.where == "server":
        return lab.scenario.server
    between = [host.name for host in lab.scenario.hosts if host.name not in (CLIENT, lab.scenario.server)]
    if not between:
        raise CannotVerify("the fix is for the network between, and this scenario has none")
    return between[0]


def _carried_out(lab: Lab, host: str, script: str, tell: Tell) -> bool:
    """Run a fix by a shell; False where it fails."""
    process = lab.spawn(host, ("sh", "-ec", script), stdout=2, stderr=2)
    status = process.wait(STAYS)
    if status:
        tell(f"the fix ended with status {status}")
    return not status


def _connects(lab: Lab, tell: Tell, *, both_ends: bool, shell: str = "") -> bool:
    """Dial with nocarrier until it connects or patience ends."""
    deadline = time.monotonic() + PATIENCE
    while True:
        again = lab.diagnose(both_ends=both_ends, shell=shell)
        if again.status == 0:
            return True
        if time.monotonic() > deadline or shell:
            break
        time.sleep(0.2)
    try:
        verdict = again.report.verdict
        tell(f"still: {verdict.summary if verdict else again.report.symptom}")
    except msgspec.DecodeError:
        tell(again.err.decode("utf-8", "replace").strip())
    return False
