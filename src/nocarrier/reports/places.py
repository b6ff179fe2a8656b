"""Where a fix is carried out, in words."""

from __future__ import annotations

from nocarrier.model.prose import Prose, say
from nocarrier.model.report import Report, ReportedFix

_LOCAL = ("localhost", "::1", "0.0.0.0", "::")


def place_of(fix: ReportedFix, report: Report) -> Prose:
    """``on 10.20.0.5``, ``on the client``: a clause to put behind "do this"."""
    host = report.target.host
    if fix.where == "network":
        return say("in the network")
    if fix.where == "client":
        return say("on the client")
    if report.target.port is None or host in _LOCAL or host.startswith("127."):
        return say("on this machine")
    return say("on {host}", host=host)
