"""The reverse proxy in front does not pass the WebSocket upgrade on

What it is
----------
A WebSocket begins as a request of HTTP that asks for an upgrade. ``Upgrade`` and ``Connection`` are hop-by-hop headers:
a proxy drops them unless it is told to pass them (RFC 9110, section 7.6.1). Then an ordinary request arrives at the
application, which answers it as one, or refuses it for want of an upgrade.

What you see
------------
"Unexpected response code: 400" (or 426, 404, 200), "Connection header must include 'Upgrade'", "Can 'Upgrade' only to
'WebSocket'", "You cannot access a WebSocket server directly with a browser". A proxy that speaks HTTP/1.0 to its back
end, as nginx does by itself, may also answer 502: some libraries hang up on that. Without the proxy it works.

How it is told apart
--------------------
The application says that it never heard of an upgrade which was sent. On the server the proxy's configuration lacks
the lines that pass it, and the back end, asked directly from there, upgrades.

What to do
----------
Let the proxy pass it: nginx wants ``proxy_http_version 1.1`` and the two headers, Apache ``upgrade=websocket`` at its
``ProxyPass`` (2.4.47 and later; before, mod_proxy_wstunnel and ``ws://``). HAProxy, Caddy and Traefik pass it by
themselves, unless a rule of yours takes the header away.
"""

from __future__ import annotations

from nocarrier.causes._front import (
    WHO_ANSWERED,
    Answered,
    answered,
    look_behind,
    place_of,
    url_of,
    who,
)
from nocarrier.causes._front_fixes import for_product, pass_the_upgrade
from nocarrier.causes._front_lab import apache, behind, caddy, haproxy, nginx, node_ws, python_ws
from nocarrier.facts.front import Asked, Front, Way
from nocarrier.facts.testimony import Testimony
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Decider,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    Symptom,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, http_server
from nocarrier.model.shell import call

LACKING: dict[str, str | Prose] = {
    "version": "HTTP/1.1",
    "upgrade": say("the header Upgrade"),
    "connection": say("the header Connection"),
    "whole": say("the upgrade"),
}
NONE_CAME = ("upgrade-missing", "version-changed")
"What an application says where the upgrade did not reach it."
HANDED_ON = frozenset({200, 400, 404, 426})
"Statuses with which an application answers the ordinary request that is left of a handshake."


def judge(case: Case) -> Judgement:
    """A handshake that was answered as an ordinary request: by testimony from outside, by configuration from inside."""
    found = answered(case)
    if (
        found is None
        or not found.status
        or found.exchange.facts.protocol != "websocket"
        or found.exchange.facts.upgraded
    ):
        return Silent()
    way = found.way
    if found.front is None or way is None:
        return _from_outside(case, found)
    return _from_inside(case, found, found.front, way)


def _from_inside(case: Case, found: Answered, front: Evidence[Front], way: Way) -> Judgement:
    if way.answering is not None:
        return RuledOut((front,), say("{label} answers it itself", label=front.facts.label))
    if way.upgrade == "passed" and way.proxy is not None:
        behind = _further_behind(case, found, front)
        return behind or RuledOut((front,), say("{label} passes the upgrade on", label=front.facts.label))
    if way.upgrade != "stripped":
        return Silent()
    upgrading = next((one for one in front.facts.asked if one.upgraded), None)
    if upgrading is not None:
        sure = found.ours and way.whole and _as_seen(upgrading, found.status)
        return _found(case, found, front, way, upgrading, Certainty.PROVEN if sure else Certainty.LIKELY)
    if front.facts.asked:
        return RuledOut((front,), say("the back end does not upgrade either, asked directly"))
    return _found(case, found, front, way, None, Certainty.LIKELY)


def _further_behind(case: Case, found: Answered, front: Evidence[Front]) -> Found | None:
    """This proxy passes it on, and the application says that none reached it: there is another one between."""
    says = found.testimony.facts.saying(*NONE_CAME) if found.testimony is not None else None
    if says is None or found.testimony is None or front.facts.upgrades:
        return None
    question = say("On that machine: who answers there, and does it pass the upgrade on?")
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "{who} passes the upgrade on, and the application says that none reached it: another proxy behind takes it away.",
            who=who(found),
        ),
        because=(found.exchange, found.testimony, front),
        decided_by=(Decider(question=question, command=call(url_of(case, found.way))),),
    )


def _as_seen(asked: Asked, status: int) -> bool:
    """The client saw what the back end says to a request without an upgrade, or the proxy's word that it hung up."""
    return asked.plain == status or (asked.plain_closed and status in (502, 503))


def _found(
    case: Case, found: Answered, front: Evidence[Front], way: Way, asked: Asked | None, certainty: Certainty
) -> Judgement:
    lacking = [LACKING[name] for name in way.lacking if name in LACKING] or [LACKING["whole"]]
    # Where a line prevents it, that one; where lines are missing, the one that they belong to.
    decisive = way.against[0] if way.against and len(way.against) >= len(way.lacking) else way.proxy
    place = decisive.shown if decisive is not None else front.facts.config
    values: dict[str, str | int | Prose] = {"who": who(found), "what": _listed(lacking), "place": place}
    summary = say("{who} does not pass {what} on ({place}).", **values)
    if asked is not None:
        summary = say(
            "{who} does not pass {what} on ({place}). Asked directly, the back end {there} upgrades.",
            there=place_of(asked),
            **values,
        )
    return Found(
        certainty=certainty,
        summary=summary,
        because=found.because,
        fixes=(pass_the_upgrade(front.facts, way),),
        decided_by=() if certainty is Certainty.PROVEN else _decide(case, found, way),
    )


def _listed(names: list[str | Prose]) -> str | Prose:
    if len(names) == 1:
        return names[0]
    *first, last = names
    joined = first[0]
    for one in first[1:]:
        joined = say("{first}, {second}", first=joined, second=one)
    return say("{first} and {last}", first=joined, last=last)


def _decide(case: Case, found: Answered, way: Way) -> tuple[Decider, ...]:
    backend = way.backends[0] if way.backends else None
    if backend is None or backend.unix:
        return look_behind(case, found.exchange.facts.port)
    question = say("On that machine: does the back end upgrade when it is asked directly?")
    return (Decider(question=question, command=call(url_of(case, found.way))),)


def _from_outside(case: Case, found: Answered) -> Judgement:
    seen = found.testimony
    if seen is None:
        return Silent()
    says = seen.facts.saying(*NONE_CAME)
    if says is not None:
        summary = say(
            "The handshake asked {there} for an upgrade, and the application behind says that none reached it: {who} takes it away.",
            there=found.there,
            who=who(found),
        )
        return _possible(case, found, summary, Certainty.LIKELY)
    front = seen.facts.front
    if front is None:
        return Silent()
    if front.own and found.status not in (502, 503):
        return RuledOut((seen,), say("{label} answers it itself", label=front.label))
    if front.own or found.status in HANDED_ON:
        summary = say(
            "{who} stands in front of the application at {there}; whether it passes the upgrade on cannot be seen from here.",
            there=found.there,
            who=front.label,
        )
        return _possible(case, found, summary, Certainty.POSSIBLE)
    return Silent()


def _possible(case: Case, found: Answered, summary: Prose, certainty: Certainty) -> Judgement:
    return Found(
        certainty=certainty,
        summary=summary,
        because=found.from_outside,
        fixes=_of_product(found.testimony, case.target.path),
        decided_by=look_behind(case, found.exchange.facts.port),
    )


def _of_product(seen: Evidence[Testimony] | None, path: str) -> tuple[Fix, ...]:
    front = seen.facts.front if seen is not None else None
    return (for_product(front.product, front.label, path.partition("?")[0]),) if front is not None else ()


BARE = """\
server {
    listen 80;
    listen [::]:80;
    location / {
        proxy_pass http://127.0.0.1:3000;
    }
}
"""

# The headers stand outside, where most of them are set; the one inside ends their inheritance.
NO_LONGER_INHERITED = """\
map $http_upgrade $connection_upgrade { default upgrade; '' close; }
upstream rooms { server 127.0.0.1:3000; }
server {
    listen 80;
    server_name 10.20.0.5;
    proxy_http_version 1.1;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Connection $connection_upgrade;
    location /chat/ {
        proxy_set_header X-Real-IP $remote_addr;
        proxy_pass http://rooms/;
    }
}
"""

APACHE = """\
<VirtualHost *:80>
    ServerName chat.example
    ProxyPass "/ws" "http://127.0.0.1:3000/"
</VirtualHost>
"""

HAPROXY = """\
frontend web
    bind :80
    http-request del-header Upgrade
    default_backend app
backend app
    server one 127.0.0.1:3000
"""

CADDY = """\
:80 {
    reverse_proxy 127.0.0.1:3000 {
        header_up -Upgrade
    }
}
"""

PASSING = """\
server {
    listen 80;
    location / {
        proxy_pass http://127.0.0.1:3000;
        proxy_http_version 1.1;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection "upgrade";
    }
}
"""

_PROVEN = Expected(verdict="proxy-strips-upgrade", certainty="proven")
_LIKELY = Expected(verdict="proxy-strips-upgrade", certainty="likely")
_FINE = Expected(verdict="", outcome="connected")

SCENARIO = behind("nginx-bare", nginx(BARE), node_ws(), both_ends=_PROVEN, client_alone=_LIKELY)

VARIANTS = (
    behind(
        "nginx-no-longer-inherited",
        nginx(NO_LONGER_INHERITED),
        node_ws(),
        target="ws://10.20.0.5/chat/",
        both_ends=_PROVEN,
        client_alone=_LIKELY,
    ),
    # It speaks HTTP/1.0 to a library that takes only 1.1: 505, from older ones no answer at all.
    behind(
        "nginx-bare-before-websockets",
        nginx(BARE),
        python_ws(),
        both_ends=_PROVEN,
        client_alone=_LIKELY,
        packages=("python3-websockets",),
    ),
    behind("apache", apache(APACHE), node_ws(), target="ws://10.20.0.5/ws", both_ends=_PROVEN, client_alone=_LIKELY),
    behind("haproxy-takes-it-away", haproxy(HAPROXY), node_ws(), both_ends=_PROVEN, client_alone=_LIKELY),
    # The first one is right, the second is not: which it is, the next target tells.
    behind(
        "nginx-behind-nginx",
        nginx(PASSING.replace("3000", "8081")),
        node_ws(),
        nginx(BARE.replace("listen 80;", "listen 8081;").replace("listen [::]:80;", ""), 8081),
        both_ends=_LIKELY,
    ),
    behind("caddy-takes-it-away", caddy(CADDY), node_ws(), both_ends=_PROVEN),
)

NEAR_MISSES = (
    behind("nginx-passes-it", nginx(PASSING), node_ws(), both_ends=_FINE, client_alone=_FINE),
    # The same proxy before a server that knows nothing of WebSocket: no header would help.
    behind(
        "nginx-passes-it-to-plain-http",
        nginx(PASSING),
        http_server("127.0.0.1", 3000),
        both_ends=Expected(verdict="websocket-to-http-server", certainty="likely"),
    ),
)

CAUSE = Cause(
    slug="proxy-strips-upgrade",
    title=say("The reverse proxy in front does not pass the WebSocket upgrade on"),
    symptoms=frozenset({Symptom.PROTOCOL_MISMATCH, Symptom.REJECTED}),
    look_alikes=frozenset({"gateway-has-no-backend"}),
    needs=WHO_ANSWERED,
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
