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
    if report.target.port is None or host in _LOCAL or host.startswith("127.") or _leads_here(report):
        return say("on this machine")
    return say("on {host}", host=host)


def _leads_here(report: Report) -> bool:
    """Whatever the name was meant to be, its addresses are this machine's own: "do this on shop.example" would send
    people to another one."""
    ways = [seen.facts.get("kind") for seen in report.evidence if seen.probe == "route" and seen.where == "client"]
    return bool(ways) and all(kind == "local" for kind in ways)
