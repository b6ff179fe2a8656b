"""nocarrier finds out why a connection cannot be made.

>>> import nocarrier
>>> report = nocarrier.diagnose("tcp://127.0.0.1:1")
>>> report.outcome
'failed'
>>> report.verdict.cause
'server-not-listening'

Public: `install`, `uninstall`, `watch`, `ConnectionFilter`, `diagnose`, `Report` and the types in it, `Target`, `BadTarget`, `parse_target`. Nothing else is.
"""

from __future__ import annotations

TYPE_CHECKING = False
"As in typing, whose loading costs as much as the whole of ``--version`` may (8 ms)."
if TYPE_CHECKING:
    from nocarrier.diagnosis.asking import diagnose
    from nocarrier.integrations.hook import install, uninstall
    from nocarrier.integrations.log_filter import ConnectionFilter
    from nocarrier.integrations.watching import watch
    from nocarrier.model.annotations import Any
    from nocarrier.model.report import Report
    from nocarrier.model.target import Target
    from nocarrier.readings.target import BadTarget, parse_target

__all__ = [
    "BadTarget",
    "ConnectionFilter",
    "Report",
    "Target",
    "diagnose",
    "install",
    "parse_target",
    "uninstall",
    "watch",
]

_HOMES = {
    "diagnose": "nocarrier.diagnosis.asking",
    "Report": "nocarrier.model.report",
    "Target": "nocarrier.model.target",
    "BadTarget": "nocarrier.readings.target",
    "parse_target": "nocarrier.readings.target",
    "install": "nocarrier.integrations.hook",
    "uninstall": "nocarrier.integrations.hook",
    "watch": "nocarrier.integrations.watching",
    "ConnectionFilter": "nocarrier.integrations.log_filter",
}


def __getattr__(name: str) -> Any:
    """Load on first use: importing nocarrier costs nothing until something is asked of it (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'nocarrier' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
