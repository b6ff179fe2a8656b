"""Where the packets got to and where they stopped, drawn from the report alone.

    you 10.10.0.7 ─→ 10.10.0.1 ─→ 10.20.0.5 ─✗ :2345        127.0.0.1:2345 ← php

Facts that were not gathered are left out, and what the packets met unseen is a ``?``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.model.annotations import Any
from nocarrier.model.record import Record, replace
from nocarrier.model.report import Report
from nocarrier.model.target import WILDCARDS, endpoint
from nocarrier.reports.layout import cells
from nocarrier.reports.pen import Pen

_NEVER_LEFT = frozenset({"address-unavailable", "permission-denied", "resource-limit"})
_TAKEN = frozenset({"no-answer", "reset", "closed"})
"Symptoms after a connection that was made (over UDP there is none)."
_SPOKEN = {"tls": "TLS", "http": "HTTP", "websocket": "WebSocket"}
_OUTGOING, _REPLIES = "firewall-blocks-outgoing", "firewall-blocks-replies"
"Found, they say which packets this machine itself lets go nowhere: the client's, or the answer."
_TAIL_GAP = 8
LONGEST_NAME = 60
"Characters of a hop or a program; whoever chose the name may have chosen a page of text."
SHOWN_AT_EACH_END = 3
"Routers of a long way that are drawn, at its beginning and at its end."


class Picture(Record, kw_only=True):
    """The hops that were reached, what was not, and what waits beyond the break."""

    reached: tuple[str, ...]
    missed: str
    beyond: str = ""


def drawn(report: Report, pen: Pen) -> list[str]:
    """The picture's lines, without indentation; none where nothing was sent anywhere."""
    picture = picture_of(report, pen)
    return [] if picture is None else _lines(picture, pen)


def picture_of(report: Report, pen: Pen) -> Picture | None:
    """What is known of the packets' way; None where the connection worked or the target was no target."""
    if report.failed_step in (None, "target"):
        return None
    if report.failed_step == "proxy":
        return _by_proxy(report, pen)
    tcp = _dialled(report)
    route = next(_facts(report, "route", "client"), {})
    you = " ".join(filter(None, [pen.say("you"), _own(tcp) or _text(route, "source")]))
    address = _text(tcp, "address") or report.target.host
    port = report.target.port
    where = pen.text(report.target.path if port is None else endpoint(address, port))
    if report.failed_step in ("name", "route") or port is None or report.symptom in _NEVER_LEFT:
        return Picture(reached=(you,), missed=report.target.host if report.failed_step == "name" else where)
    hops = next((facts for facts in _facts(report, "hops", "client") if facts.get("address") == address), {})
    path = (you, *(_routers(hops) or filter(None, [_text(route, "gateway")])))
    if report.failed_step == "tcp" and _found(report) == _OUTGOING:
        return Picture(reached=(you,), missed=where)
    if report.failed_step == "tcp" and _found(report) == _REPLIES:
        # The client's packets came there: what is drawn is the way of the answer.
        return Picture(reached=_shortened((where, *reversed(path[1:])), pen), missed=you)
    if report.failed_step != "tcp":
        layer = _SPOKEN.get(report.failed_step or "", report.target.scheme)
        passed_on = any(facts.get("stage") == "exchange" for facts in _facts(report, "proxy_attempt", "client"))
        proxied = _by_proxy(report, pen) if passed_on else None
        if proxied is not None:
            return replace(proxied, reached=(*proxied.reached, proxied.missed), missed=layer)
        return Picture(reached=(*path, where), missed=layer)
    said = tcp.get("said")
    origin = _text(said, "origin") if isinstance(said, dict) else ""
    if origin and origin != address:
        return Picture(reached=_shortened(_up_to(origin, path, tcp), pen), missed=where)
    if report.symptom == "refused" or origin:
        return Picture(reached=(*path, address), missed=f":{port}", beyond=_beyond(report, port, pen))
    unseen = () if _vanish(hops) else ("?",)
    return Picture(reached=(*_shortened(path, pen), *unseen), missed=where, beyond=_beyond(report, port, pen))


def _found(report: Report) -> str:
    """The cause that is more than possible."""
    verdict = report.verdict
    return verdict.cause if verdict is not None and verdict.certainty != "possible" else ""


def _by_proxy(report: Report, pen: Pen) -> Picture | None:
    """The proxy, and what lies behind it; None where no way to one was gone."""
    attempt = next(_facts(report, "proxy_attempt", "client"), {})
    proxy = attempt.get("proxy")
    if not isinstance(proxy, dict) or not isinstance(proxy.get("port"), int):
        return None
    there = endpoint(_text(attempt, "address") or _text(proxy, "host"), proxy["port"])
    you = pen.say("you")
    if attempt.get("stage") in ("name", "connect"):
        return Picture(reached=(you,), missed=there)
    target = endpoint(report.target.host, report.target.port) if report.target.port else report.target.host
    return Picture(reached=(you, there), missed=pen.text(target))


def _up_to(origin: str, path: tuple[str, ...], tcp: dict[str, Any]) -> tuple[str, ...]:
    """The way to the machine that answered in the target's place, which may be the client itself."""
    if origin in (_text(tcp, "local_address"), path[0].rpartition(" ")[2]):
        return path[:1]
    if len(set(path)) < len(path):
        return _once_round(path)
    return path[: path.index(origin) + 1] if origin in path else (*path, origin)


def _once_round(path: tuple[str, ...]) -> tuple[str, ...]:
    """A way that comes to a router for the second time, up to there."""
    for at, router in enumerate(path):
        if router != "?" and router in path[:at]:
            return path[: at + 1]
    return path


def _routers(hops: dict[str, Any]) -> tuple[str, ...]:
    """The routers that named themselves, by distance; all that stand at one, and a ``?`` where none did."""
    own = hops.get("own")
    rows = own.get("routers") if isinstance(own, dict) else None
    return tuple("|".join(map(str, row)) or "?" for row in _listed(rows) if isinstance(row, list | tuple))


def _vanish(hops: dict[str, Any]) -> bool:
    """Whether others were seen to go on where the packets to the port were not: nothing unseen lies between."""
    own = hops.get("own")
    beyond = len(_routers(hops))
    return isinstance(own, dict) and any(
        each.get("beside") and not each.get("own") and _number(each, "distance") > beyond
        for each in _listed(hops.get("compared"))
        if isinstance(each, dict)
    )


def _shortened(path: tuple[str, ...], pen: Pen) -> tuple[str, ...]:
    """A long way without its middle."""
    you, *routers = path
    if len(routers) <= 2 * SHOWN_AT_EACH_END:
        return path
    return (you, *routers[:SHOWN_AT_EACH_END], pen.marks.more, *routers[-SHOWN_AT_EACH_END:])


def _facts(report: Report, probe: str, side: str) -> Iterator[dict[str, Any]]:
    return (seen.facts for seen in report.evidence if seen.probe == probe and seen.where == side)


def _text(facts: dict[str, Any], name: str) -> str:
    value = facts.get(name)
    return value if isinstance(value, str) else ""


def _number(facts: dict[str, Any], name: str) -> float:
    value = facts.get(name)
    return value if isinstance(value, int | float) else 0


def _listed(value: Any) -> Sequence[Any]:
    """What should be a list; a saved report may hold anything in its place."""
    return value if isinstance(value, list | tuple) else ()


def _own(tcp: dict[str, Any]) -> str:
    """The address that the client had; none where its socket never got one."""
    address = _text(tcp, "local_address")
    return "" if address in WILDCARDS else address


def _dialled(report: Report) -> dict[str, Any]:
    """The attempt on the target's own port; among several, one that the verdict rests on."""
    rests_on = report.verdict.because if report.verdict else ()
    attempts = [
        seen
        for seen in report.evidence
        if seen.probe in ("tcp", "udp") and seen.where == "client" and seen.facts.get("port") == report.target.port
    ]
    return next((seen.facts for seen in sorted(attempts, key=lambda seen: seen.id not in rests_on)), {})


def _beyond(report: Report, port: int, pen: Pen) -> str:
    """Who listens on the port on the server, as far as it was looked at."""
    for facts in _facts(report, "listeners", "server"):
        for listener in _listed(facts.get("listeners")):
            if isinstance(listener, dict) and listener.get("port") == port:
                there = endpoint(_text(listener, "address"), port)
                program = listener.get("program")
                name = _text(program, "name") if isinstance(program, dict) else ""
                return pen.text(f"{there} {pen.marks.back} {name[:LONGEST_NAME]}" if name else there)
    return ""


def _lines(picture: Picture, pen: Pen) -> list[str]:
    marks = pen.marks
    you, *hops = (pen.text(hop[:LONGEST_NAME]) for hop in picture.reached)
    parts = [you, *(f" {marks.link} {hop}" for hop in hops), f" {marks.cut} {pen.text(picture.missed)}"]
    lines = [""]
    for part in parts:
        if lines[-1] and cells(lines[-1] + part) > pen.width - 2:
            lines.append("   ")
        lines[-1] += part
    if picture.beyond:
        room = pen.width - 2 - cells(lines[-1]) - cells(picture.beyond)
        if room >= 2:
            lines[-1] += " " * min(room, _TAIL_GAP) + picture.beyond
        else:
            lines.append("    " + picture.beyond)
    return [line.replace(marks.cut, pen.red(marks.cut)) for line in lines]
