"""The words of the report's fixed vocabulary, as a reader reads them. In JSON they never change."""

from __future__ import annotations

from nocarrier.model.prose import Prose, say
from nocarrier.model.report import Report, ReportedStep

SYMPTOMS: dict[str, Prose] = {
    "refused": say("connection refused"),
    "timed-out": say("no answer in time"),
    "unreachable": say("destination unreachable"),
    "address-unavailable": say("cannot assign requested address"),
    "reset": say("connection reset"),
    "closed": say("connection closed by the other side"),
    "name-not-resolved": say("name not resolved"),
    "permission-denied": say("permission denied"),
    "resource-limit": say("a limit of this machine is reached"),
    "tls-failed": say("TLS handshake failed"),
    "protocol-mismatch": say("the other side speaks another protocol"),
    "rejected": say("the server says no"),
    "no-answer": say("connected, then silence"),
    "dropped": say("worked, then cut"),
    "none": say("connected"),
}

CERTAINTIES: dict[str, Prose] = {
    "proven": say("proven"),
    "likely": say("likely"),
    "possible": say("possible"),
}

CERTAINTIES_EXPLAINED: dict[str, Prose] = {
    "proven": say("no other known cause explains this"),
    "likely": say("fits best, but others are not excluded"),
    "possible": say("fits, and so do others that cannot be told apart from here"),
}

SIDES: dict[str, Prose] = {
    "client": say("client"),
    "server": say("server"),
    "network": say("network"),
}

STEPS: dict[str, Prose] = {
    "target": say("target"),
    "name": say("name"),
    "route": say("route"),
    "tcp": say("connection"),
    "tls": Prose("TLS"),
    "proxy": say("proxy"),
    "http": Prose("HTTP"),
    "websocket": Prose("WebSocket"),
    "service": say("service"),
    "hold": say("staying connected"),
}

STATUSES: dict[str, Prose] = {
    "ok": say("ok"),
    "failed": say("failed"),
    "skipped": say("skipped"),
    "warning": say("warning"),
}


def word(vocabulary: dict[str, Prose], key: str) -> Prose:
    """The entry of ``key``; a word that is not known stands for itself."""
    return vocabulary.get(key) or Prose("{word}", {"word": key})


def unseen_server(report: Report) -> Prose | None:
    """That the server's side, which was asked for, could not be looked at, and why; None where it was, or was not asked for."""
    missed = next((step for step in report.steps if (step.step, step.status) == ("server", "skipped")), None)
    if missed is None:
        return None
    why = missed.summary.removeprefix("server: ").rstrip(".")
    return say("The server's side could not be looked at: {why}.", why=why)


def untried(report: Report) -> ReportedStep | None:
    """The step by which it connects and which says what a client would still have to pass; None where nothing is left."""
    asked = {seen.id for seen in report.evidence if seen.facts.get("untried")}
    return next(
        (step for step in report.steps if step.status == "warning" and asked.intersection(step.evidence)), None
    )


def outcome(report: Report) -> Prose:
    """What became of the connection."""
    if report.outcome == "degraded":
        return say("connects, with a defect")
    if report.symptom == "refused" and _has_no_file(report):
        return say("no such file or directory")
    return word(SYMPTOMS, report.symptom if report.outcome == "failed" else "none")


def _has_no_file(report: Report) -> bool:
    """There is no socket that could refuse, and no client says so (connect(2), ENOENT)."""
    return report.target.scheme == "unix" and any(one.facts.get("errno") == "ENOENT" for one in report.evidence)
