"""Reports made by hand, one for each way in which a report can read."""

from __future__ import annotations

from typing import Any

from nocarrier.model.record import replace
from nocarrier.model.report import (
    Excluded,
    NextStep,
    Report,
    ReportedEvidence,
    ReportedFix,
    ReportedStep,
    ReportedTarget,
    Tool,
    Verdict,
)

WORKERMAN = ReportedTarget(input="ws://10.20.0.5:2345", scheme="ws", host="10.20.0.5", port=2345, path="")

ROUTE = ReportedEvidence(
    id="e1",
    probe="route",
    where="client",
    took_ms=0.1,
    summary="to 10.20.0.5 by 10.10.0.1 on eth0, from 10.10.0.7",
    facts={
        "address": "10.20.0.5",
        "kind": "unicast",
        "gateway": "10.10.0.1",
        "device": "eth0",
        "source": "10.10.0.7",
    },
)
RESET = ReportedEvidence(
    id="e2",
    probe="tcp",
    where="client",
    took_ms=0.4,
    summary="RST from 10.20.0.5 itself, no firewall message",
    facts={"address": "10.20.0.5", "port": 2345, "local_address": "10.10.0.7", "errno": "ECONNREFUSED"},
)
LISTENERS = ReportedEvidence(
    id="e3",
    probe="listeners",
    where="server",
    took_ms=8.1,
    summary="one listener on 2345, bound to 127.0.0.1",
    facts={"listeners": [{"address": "127.0.0.1", "port": 2345, "program": {"pid": 812, "name": "php"}}]},
)
RULES = ReportedEvidence(
    id="e4", probe="ruleset", where="server", took_ms=6.0, summary="no rule touches tcp/2345", facts={}
)
BOTH_STEPS = (
    ReportedStep(step="route", status="ok", took_ms=0.1, summary=ROUTE.summary, evidence=("e1",)),
    ReportedStep(step="tcp", status="failed", took_ms=0.4, summary=RESET.summary, evidence=("e2",)),
    ReportedStep(step="websocket", status="skipped", took_ms=0, summary="there is no connection to speak on"),
)


def report(**changes: Any) -> Report:
    """A refused connection, with what is given replaced."""
    usual: dict[str, Any] = {
        "schema": "nocarrier.report/1",
        "tool": Tool(name="nocarrier", version="0.1.0"),
        "target": WORKERMAN,
        "started_at": "2026-11-24T03:00:00.000Z",
        "duration_ms": 41.7,
        "outcome": "failed",
        "symptom": "refused",
        "failed_step": "tcp",
        "verdict": None,
    }
    return Report(**{**usual, **changes})


BOTH_ENDS = report(
    verdict=Verdict(
        cause="listening-on-loopback-only",
        certainty="proven",
        summary="php (pid 812, Workerman, start.php:9) listens on 127.0.0.1:2345 only. Clients on other machines "
        "cannot reach it.",
        because=("e2", "e3"),
        fixes=(
            ReportedFix(
                where="server",
                text="In /srv/chat/start.php, line 9, let it listen on every address of that machine; a firewall "
                "decides who may:",
                config="new Worker('websocket://0.0.0.0:2345');",
                commands=("php /srv/chat/start.php restart -d",),
                risk="Whoever reaches that machine can then reach port 2345.",
            ),
        ),
    ),
    ruled_out=(
        Excluded(cause="server-not-listening", because=("e3",), why="php listens"),
        Excluded(
            cause="server-firewall-rejects",
            because=("e4",),
            why="no rule touches tcp/2345; counters did not move",
        ),
    ),
    steps=BOTH_STEPS,
    evidence=(ROUTE, RESET, LISTENERS, RULES),
)

ASK_THE_SERVER = NextStep(
    question="Does a program listen on 2345 there, and on which address?",
    command="nocarrier ws://10.20.0.5:2345 --server ssh://10.20.0.5",
)

CLIENT_ALONE = report(
    verdict=Verdict(
        cause="server-not-listening",
        certainty="likely",
        summary="nothing runs on 2345 there",
        because=("e2",),
        fixes=(
            ReportedFix(
                where="server",
                text="See whether the server program runs, and start it.",
                commands=("ss -ltnp 'sport = :2345'",),
            ),
        ),
    ),
    alternatives=(
        Verdict(
            cause="listening-on-loopback-only",
            certainty="possible",
            summary="it runs, for its own machine only",
            because=("e2",),
        ),
        Verdict(
            cause="wrong-port",
            certainty="possible",
            summary="2346 and 7272 are open, neither speaks WebSocket",
            because=("e2",),
        ),
    ),
    ruled_out=(Excluded(cause="firewall-blocks-outgoing", because=("e2",), why="the answer came from 10.20.0.5"),),
    next=(
        ASK_THE_SERVER,
        NextStep(question="Or, on that machine:", command="ss -ltnp 'sport = :2345'"),
    ),
    steps=BOTH_STEPS,
    evidence=(ROUTE, RESET),
)

HEALTHY = report(
    outcome="connected",
    symptom="none",
    failed_step=None,
    steps=(
        ReportedStep(step="route", status="ok", took_ms=0.1, summary=ROUTE.summary, evidence=("e1",)),
        ReportedStep(step="tcp", status="ok", took_ms=0.6, summary="connected to 10.20.0.5:2345"),
        ReportedStep(step="websocket", status="ok", took_ms=11.4, summary="101 Switching Protocols"),
    ),
    evidence=(ROUTE,),
)

DEGRADED = report(
    target=ReportedTarget(input="https://shop.example", scheme="https", host="shop.example", port=443, path="/"),
    outcome="degraded",
    symptom="none",
    failed_step=None,
    verdict=Verdict(
        cause="address-family-broken",
        certainty="likely",
        summary="shop.example answers over IPv4, but not at its IPv6 address 2001:db8::5; clients that try that one "
        "first wait 2 seconds.",
        because=("e2",),
        fixes=(
            ReportedFix(
                where="network",
                text="Remove the AAAA record until the address answers.",
            ),
        ),
    ),
    next=(
        NextStep(
            question="Does the server have that address?",
            command="nocarrier https://shop.example -6 --server ssh://shop.example",
        ),
    ),
    steps=(
        ReportedStep(step="name", status="ok", took_ms=3.2, summary="two addresses"),
        ReportedStep(step="tcp", status="warning", took_ms=2004.0, summary="one of two addresses connects"),
    ),
    evidence=(
        ReportedEvidence(
            id="e2",
            probe="tcp",
            where="client",
            took_ms=2004.0,
            summary="no answer from [2001:db8::5]:443",
            facts={"address": "2001:db8::5", "port": 443},
        ),
    ),
)

NAME_FAILURE = report(
    target=ReportedTarget(
        input="https://shpo.example/basket", scheme="https", host="shpo.example", port=443, path="/basket"
    ),
    symptom="name-not-resolved",
    failed_step="name",
    verdict=Verdict(
        cause="name-not-found",
        certainty="proven",
        summary="The name shpo.example does not exist; shop.example does.",
        because=("e1",),
        fixes=(
            ReportedFix(
                where="client",
                text="Correct the name:",
                commands=("nocarrier https://shop.example/basket",),
            ),
        ),
    ),
    ruled_out=(
        Excluded(cause="resolver-unreachable", because=("e1",), why="192.0.2.53 answers"),
        Excluded(cause="resolver-failing", because=("e1",), why="its answer is NXDOMAIN, with authority"),
        Excluded(cause="hosts-file-override", because=("e1",), why="/etc/hosts does not name it"),
    ),
    steps=(ReportedStep(step="name", status="failed", took_ms=1.2, summary="NXDOMAIN", evidence=("e1",)),),
    evidence=(
        ReportedEvidence(
            id="e1",
            probe="lookup",
            where="client",
            took_ms=1.2,
            summary="192.0.2.53 says NXDOMAIN for shpo.example",
            facts={"rcode": "NXDOMAIN"},
        ),
    ),
)

_HOSTILE = (
    "SSH-2.0\x1b[2J\x1b]0;owned\x07 \u202egnirts\u202c \x9b31m\r\nverdict: fine \ud800 <script>alert(1)</script>"
)

HOSTILE = replace(
    BOTH_ENDS,
    target=replace(WORKERMAN, input="ws://10.20.0.5:2345/\x1b[31m"),
    verdict=Verdict(
        cause="server-speaks-other-protocol",
        certainty="proven",
        summary=f"It answered {_HOSTILE}",
        because=("e2",),
        fixes=(
            ReportedFix(
                where="client", text=_HOSTILE, commands=(f"echo '{_HOSTILE}'",), config=_HOSTILE, risk=_HOSTILE
            ),
        ),
    ),
    alternatives=(),
    ruled_out=(Excluded(cause="wrong-port", because=("e2",), why=_HOSTILE),),
    next=(NextStep(question=_HOSTILE, command=_HOSTILE),),
    steps=(ReportedStep(step="tcp", status="failed", took_ms=1, summary=_HOSTILE),),
    evidence=(
        ReportedEvidence(
            id="e2",
            probe="tcp",
            where="client",
            took_ms=1,
            summary=_HOSTILE,
            facts={"address": "10.20.0.5", "port": 2345, "local_address": _HOSTILE, "banner": _HOSTILE},
        ),
        ReportedEvidence(
            id="e3",
            probe="listeners",
            where="server",
            took_ms=1,
            summary=_HOSTILE,
            facts={"listeners": [{"address": "127.0.0.1", "port": 2345, "program": {"pid": 1, "name": _HOSTILE}}]},
        ),
    ),
)

TIMED_OUT = report(
    symptom="timed-out",
    verdict=Verdict(
        cause="server-firewall-drops",
        certainty="likely",
        summary="10.20.0.5 is up, but what is sent to its port 2345 is swallowed, while port 22 answers.",
        because=("e2",),
    ),
    alternatives=tuple(
        Verdict(cause=cause, certainty="possible", summary="silence looks the same from here", because=("e2",))
        for cause in (
            "security-group-blocks",
            "firewall-drops-on-path",
            "accept-queue-full",
            "reply-lost",
            "panel-firewall-blocks",
        )
    ),
    ruled_out=tuple(
        Excluded(cause=cause, because=("e2",), why="port 22 of the same address answers within 0.6 ms")
        for cause in ("host-down", "no-route", "private-address-unreachable", "routing-loop", "interface-down")
    ),
    next=(ASK_THE_SERVER,),
    steps=(
        ReportedStep(step="tcp", status="failed", took_ms=3300, summary="no answer from 10.20.0.5:2345 in 3.3 s"),
    ),
    evidence=(
        ROUTE,
        ReportedEvidence(
            id="e2",
            probe="tcp",
            where="client",
            took_ms=3300,
            summary="no answer from 10.20.0.5:2345 to three SYNs in 3.3 s",
            facts={"address": "10.20.0.5", "port": 2345, "local_address": "10.10.0.7"},
        ),
    ),
)

EVERY = {
    "both-ends": BOTH_ENDS,
    "client-alone": CLIENT_ALONE,
    "healthy": HEALTHY,
    "degraded": DEGRADED,
    "name-failure": NAME_FAILURE,
    "hostile": HOSTILE,
    "timed-out": TIMED_OUT,
}
