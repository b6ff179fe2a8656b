"""What ``--junit`` and ``--annotations`` do, for every command that tells reports. Loaded only where one of them is asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from nocarrier.commands._files import written
from nocarrier.model.prose import Translate
from nocarrier.model.report import Report
from nocarrier.reports.annotations import workflow_commands
from nocarrier.reports.junit import document
from nocarrier.reports.pen import pen_for


def write_junit(
    name: str, reports: Sequence[Report], translate: Translate, broken: Sequence[tuple[str, str]] = ()
) -> bool:
    """Write the file that ``--junit`` names; ``broken`` is what could not be carried out, and why. As `_files.written`."""
    return written(name, document(reports, translate, broken))


def annotate_beside(reports: Sequence[Report], service: str, translate: Translate) -> None:
    """Beside what is no report for people: GitHub reads commands from standard error too, GitLab has none."""
    if service == "github":
        pen = pen_for(sys.stderr, translate)
        sys.stderr.writelines(f"{line}\n" for report in reports for line in workflow_commands(report, pen))
