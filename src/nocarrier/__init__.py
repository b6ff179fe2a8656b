"""nocarrier finds out why a connection cannot be made.

>>> import nocarrier
>>> report = nocarrier.diagnose("tcp://127.0.0.1:1")
>>> report.outcome
'failed'
>>> report.verdict.cause
'server-not-listening'

What stands in ``__all__`` is public, and nothing else is (docs/library.md, docs/api.md).
"""

from __future__ import annotations

TYPE_CHECKING = False
"As in typing, whose loading costs as much as the whole of ``--version`` may (8 ms)."
if TYPE_CHECKING:
    from nocarrier.diagnosis.asking import WrongCall
    from nocarrier.integrations.hook import install, uninstall
    from nocarrier.integrations.log_filter import ConnectionFilter
    from nocarrier.integrations.watching import watch
    from nocarrier.library.asking import diagnose, diagnose_async, explain
    from nocarrier.library.explanation import ExplainedError, Explanation, FittingCause
    from nocarrier.library.report import Report
    from nocarrier.machines import MachineUnreachable
    from nocarrier.model.explanation import NamedTarget
    from nocarrier.model.report import (
        Excluded,
        NextStep,
        ReportedEvidence,
        ReportedFix,
        ReportedStep,
        ReportedTarget,
        Tool,
        Verdict,
    )
    from nocarrier.model.target import Target
    from nocarrier.readings.target import BadTarget, parse_target
    from nocarrier.version import __version__

__all__ = [
    "BadTarget",
    "ConnectionFilter",
    "Excluded",
    "ExplainedError",
    "Explanation",
    "FittingCause",
    "MachineUnreachable",
    "NamedTarget",
    "NextStep",
    "Report",
    "ReportedEvidence",
    "ReportedFix",
    "ReportedStep",
    "ReportedTarget",
    "Target",
    "Tool",
    "Verdict",
    "WrongCall",
    "__version__",
    "diagnose",
    "diagnose_async",
    "explain",
    "install",
    "parse_target",
    "uninstall",
    "watch",
]

_HOMES = {
    "library.asking": ("diagnose", "diagnose_async", "explain"),
    "library.report": ("Report",),
    "integrations.hook": ("install", "uninstall"),
    "integrations.watching": ("watch",),
    "integrations.log_filter": ("ConnectionFilter",),
    "library.explanation": ("Explanation", "ExplainedError", "FittingCause"),
    "model.explanation": ("NamedTarget",),
    "model.report": (
        "Excluded", "NextStep", "ReportedEvidence", "ReportedFix", "ReportedStep", "ReportedTarget", "Tool", "Verdict",
    ),
    "model.target": ("Target",),
    "readings.target": ("BadTarget", "parse_target"),
    "diagnosis.asking": ("WrongCall",),
    "machines": ("MachineUnreachable",),
    "version": ("__version__",),
}  # fmt: skip
"Module → the public names that it holds."


if not TYPE_CHECKING:  # to a type checker a module that has this has every name

    def __getattr__(name):
        """Load on first use: importing nocarrier costs nothing until something is asked of it (PEP 562)."""
        home = next((module for module, names in _HOMES.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module 'nocarrier' has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"nocarrier.{home}"), name)


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted({*globals(), *__all__})
