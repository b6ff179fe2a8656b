"""The port speaks another protocol

What it is
----------
The connection is made, and the server answers, but in another language than the client's: a database behind a ws://
address, SSH behind http://, a web server behind redis://, a program with a protocol of its own (raw TCP, Workerman's
text or frame). Scheme and port do not belong together: one of them is wrong.

What you see
------------
"net::ERR_INVALID_HTTP_RESPONSE", "Received HTTP/0.9 when not allowed", "Parse Error: Expected HTTP/", "malformed HTTP
response", "wrong version number", "unexpected packet", "Protocol error, got "H" as reply type byte", garbage, or a
connection that is closed as soon as something is said.

How it is told apart
--------------------
By the first bytes. The port is listened to without a word, and spoken to in a few harmless openings, each on a
connection of its own; what it answers in names the protocol, and mostly the program. Bytes that only one protocol's
servers send are proof. These are not: a short or general word ("+OK", "220 ready"), an echo, the same answer to
everything, silence. Who else could send such bytes? A proxy, an edge of a CDN or a login page in between speak HTTP or
TLS only: an answer in these that owns to one, or leads to another host, is likely and no more. A name may lead to
another machine than the one that was meant: then too, until its address is known to be right. A router may send the port on
to another service: where the server's side is looked at, its socket table tells whether the connection comes to that
port at all. The same protocol inside TLS, or in plain where TLS was meant, is a mismatch of TLS and not this. A rule on
the client that sends the connection elsewhere is the root, where it is seen.

What to do
----------
Dial the port on which the wanted service listens, or speak the protocol that this one does: the right URL is printed.
"""

from __future__ import annotations

from nocarrier.causes._listening import dialled_the_server
from nocarrier.causes._protocol_lab import answering, mariadb, nginx, postgresql, redis, sshd
from nocarrier.causes._speech import (
    OVER_HTTP,
    SPEECH,
    WEB,
    Speech,
    kin,
    listener_there,
    sent_astray,
    shown,
    speech,
    url,
    who_listens,
    whose,
    whose_name,
)
from nocarrier.causes._symptoms import NOT_UNDERSTOOD
from nocarrier.causes._workerman import Held, held, inner_door, listening_fix
from nocarrier.causes._workerman_if_any import WORKERMAN
from nocarrier.causes._workerman_lab import ANSWERING, workerman
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.landing import Landing
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.neighbourhood import Neighbourhood
from nocarrier.facts.services import DEFAULT_PORT, GENERAL, PROGRAMS
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    Symptom,
    on_client,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, http_server, python_server, router, server
from nocarrier.model.shell import call, quoted

OF_ITS_OWN = frozenset({"text", "frame", "tcp"})
"Workerman's schemes whose bytes only the application knows."

SOCKS = ("socks5", "socks4")


def judge(case: Case) -> Judgement:
    """What was heard is no form of what was wanted."""
    met = speech(case)
    if met is None or any(one.choked for one in met.openings.facts.opened):
        return Silent()
    if inner_door(case) is not None:
        return Silent()  # it speaks what it is to speak: to another client than this one
    if met.heard:
        return _known(case, met)
    if met.tls:
        return Silent()  # what is inside is not known: that it is TLS is what there is to say
    return _unknown(case, met)


def _known(case: Case, met: Speech) -> Judgement:
    if not met.wanted and case.target.scheme == "tcp":
        return Silent()
    web = (*WEB, *OVER_HTTP)
    if met.wanted == "tls" or (met.wanted in WEB and met.heard in web):
        return Silent()
    if kin(met.wanted, met.heard) or (met.wanted in OVER_HTTP and met.heard in OVER_HTTP):
        return Silent() if met.tls != met.wrapped else _it_does(met)
    sure, astray = whose(case, met), sent_astray(case)
    return Found(
        certainty=sure,
        summary=_summary(met) if astray is None else _sent_on_there(met, astray.facts),
        because=(*met.because, astray) if astray is not None else met.because,
        fixes=(_send_on(met, astray.facts),) if astray is not None else _fixes(case, met),
        decided_by=() if sure is Certainty.PROVEN else whose_name(case, met),
    )


def _it_does(met: Speech) -> Judgement:
    """It answered in the client's protocol when it was asked again."""
    if not met.sure:
        return Silent()
    return RuledOut((met.openings,), say("it does speak {protocol}", protocol=shown(met.wanted)))


def _summary(met: Speech) -> Prose:
    protocol = shown(met.heard)
    wanted = shown(met.wanted) if met.tls else _first_spoken(met)
    if met.tls:
        return say(
            "{there} speaks TLS, and in it {protocol}, not {wanted}.",
            there=met.there,
            protocol=protocol,
            wanted=wanted,
        )
    if met.software:
        return say(
            "{there} speaks {protocol} ({software}), not {wanted}.",
            there=met.there,
            protocol=protocol,
            software=met.software,
            wanted=wanted,
        )
    return say("{there} speaks {protocol}, not {wanted}.", there=met.there, protocol=protocol, wanted=wanted)


def _first_spoken(met: Speech) -> str:
    """The protocol of the client's first word."""
    return "TLS" if met.wrapped else shown(met.wanted)


def _sent_on_there(met: Speech, landing: Landing) -> Prose:
    words: dict[str, str | int] = {"protocol": shown(met.heard), "wanted": shown(met.wanted), "there": met.there}
    if landing.at:
        return say(
            "{there} is sent on to port {port} of that machine, which speaks {protocol}, not {wanted}.",
            port=landing.at,
            **words,
        )
    return say(
        "{there} speaks {protocol}, not {wanted}, and it is not the program that listens there who does: the port is sent"
        " on elsewhere.",
        **words,
    )


def _unknown(case: Case, met: Speech) -> Judgement:
    """Not the client's protocol, and none that is known."""
    openings, own = met.openings.facts, met.exchange.facts
    if not met.wanted:
        return Silent()
    told = held(case, openings.port)
    if told is not None and told.line.scheme in OF_ITS_OWN and told.line.ssl == met.wrapped:
        return _by_its_text(case, met, told)
    if openings.echoes:
        return _likely(case, met, say("{there} says back whatever is said to it: it does not speak {wanted}.",
                                      there=met.there, wanted=shown(met.wanted)))  # fmt: skip
    if own.foreign and own.size and not openings.mute:
        return _likely(case, met, say("{there} does not speak {wanted}: it says {said}.", there=met.there,
                                      wanted=shown(met.wanted), said=met.said or "…"))  # fmt: skip
    return _hangs_up(case, met)


def _by_its_text(case: Case, met: Speech, told: Held) -> Found:
    """A Worker of Workerman's own protocols cannot be told by its bytes, and is by the line that makes it."""
    address = met.openings.facts.address
    listeners, interfaces = case.seen(Listeners, Where.SERVER), case.seen(Interfaces, Where.SERVER)
    sure = listener_there(case, met.openings.facts.port, address) is not None and dialled_the_server(case, address)
    fix = listening_fix(case, met.wanted) if met.wanted in ("http", "websocket") else None
    seen = (*met.because, told.seen, listeners, interfaces)
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=say(
            "{there} speaks Workerman's {scheme}:// ({place}), not {wanted}.",
            there=met.there,
            scheme=told.line.scheme,
            place=told.place,
            wanted=shown(met.wanted),
        ),
        because=tuple(one for one in seen if one is not None),
        fixes=(*((fix,) if fix is not None else ()), *_elsewhere(case, met)),
        decided_by=() if sure else who_listens(case),
    )


def _likely(case: Case, met: Speech, summary: Prose) -> Found:
    return Found(
        certainty=Certainty.LIKELY,
        summary=summary,
        because=met.because,
        fixes=_elsewhere(case, met),
        decided_by=who_listens(case),
    )


def _hangs_up(case: Case, met: Speech) -> Judgement:
    """It stands while nothing is said, and is ended at the first word in any language that was tried."""
    openings, own = met.openings.facts, met.exchange.facts
    silent = openings.at("")
    talked = [one for one in openings.outside if one.opening]
    behind = [one for one in openings.opened if one.opening.startswith("proxy") and one.answered]
    if behind or not own.hung_up or silent is None or not silent.silent:
        return Silent()
    ended = [one for one in talked if one.hung_up]
    if len(ended) < 3 or 2 * len(ended) < len(talked):
        return Silent()
    made_for = _made_for(case, met)
    if made_for:
        return _likely(case, met, say("{there} ends the connection at the first word of {wanted}: {program} is not made for it.",
                                      there=met.there, wanted=_first_spoken(met), program=made_for))  # fmt: skip
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=say(
            "{there} keeps a silent connection and ends it at the first word of {wanted}, as of every other protocol that"
            " was tried: it may speak one of its own.",
            there=met.there,
            wanted=_first_spoken(met),
        ),
        because=met.because,
        fixes=_elsewhere(case, met),
        decided_by=who_listens(case),
    )


def _made_for(case: Case, met: Speech) -> str:
    """The program that listens there, where it is one made for another protocol."""
    found = listener_there(case, met.openings.facts.port, met.openings.facts.address)
    name = found.program.name if found is not None and found.program is not None else ""
    others = (programs for protocol, programs in PROGRAMS.items() if not kin(protocol, met.wanted))
    return name if any(name in programs for programs in others) else ""


def _fixes(case: Case, met: Speech) -> tuple[Fix, ...]:
    """The port where the wanted one is spoken, if it was met; and the URL in which this one is spoken to."""
    right = url(case, met.heard, tls=met.tls)
    spoken_to = (_as_proxy(met),) if met.heard in SOCKS else (_speak(met, right),) if right else ()
    near = _near(case, met)
    return (*near, *spoken_to) if near else (*spoken_to, _find(case, met))


def _send_on(met: Speech, landing: Landing) -> Fix:
    """It is not said by who listens on that port of the server: the way there is to be changed."""
    port, wanted = landing.port, shown(met.wanted)
    if landing.at:
        text = say(
            "A device on the way, or a rule of that machine, sends port {port} on to its port {other}: have it sent to the"
            " port on which {wanted} is served.",
            port=port,
            other=landing.at,
            wanted=wanted,
        )
    else:
        text = say(
            "A device on the way sends port {port} on to another machine, or that machine to a container: have it sent to"
            " where {wanted} is served.",
            port=port,
            wanted=wanted,
        )
    return Fix(where="network", text=text)


def _speak(met: Speech, right: str) -> Fix:
    return Fix(
        where="client",
        text=say("To talk to what listens there, speak {protocol}:", protocol=shown(met.heard)),
        commands=(call(right),),
    )


def _as_proxy(met: Speech) -> Fix:
    scheme = "socks5h" if met.heard == "socks5" else "socks4a"
    return Fix(
        where="client",
        text=say("It is a proxy: ask for the server that is meant, and name this one as the proxy:"),
        commands=(f"curl --proxy {quoted(f'{scheme}://{met.there}')} URL",),
    )


def _elsewhere(case: Case, met: Speech) -> tuple[Fix, ...]:
    return _near(case, met) or (_find(case, met),)


def _near(case: Case, met: Speech) -> tuple[Fix, ...]:
    """The port of the same machine on which the wanted protocol was heard."""
    around = case.seen(Neighbourhood)
    if around is None or not around.facts.speaking:
        return ()
    port = around.facts.speaking[0]
    return (
        Fix(
            where="client",
            text=say(
                "{wanted} is spoken on port {port} of that machine: dial that.", wanted=shown(met.wanted), port=port
            ),
            commands=(call(case.target.at(port=port)),),
        ),
    )


def _find(case: Case, met: Speech) -> Fix:
    """Where on the server the wanted one is served; a service of its own has a usual port, and programs made for it."""
    usual = DEFAULT_PORT.get(case.target.scheme) if met.wanted not in GENERAL else None
    programs = "|".join(sorted(PROGRAMS.get(met.wanted, ())))
    text = say("Find the port on which {wanted} is served there:", wanted=shown(met.wanted))
    if usual and usual != met.openings.facts.port:
        text = say(
            "Find the port on which {wanted} is served there; {usual} is its usual one:",
            wanted=shown(met.wanted),
            usual=usual,
        )
    command = f"ss -ltnp | grep -E '{programs}|:{usual}'" if programs and usual else "ss -ltnp"
    return Fix(where="server", text=text, commands=(command,), risk=_if_sent_on(case, met))


def _if_sent_on(case: Case, met: Speech) -> Prose | None:
    """What it means where the program turns out to listen on the very port: only a look at both ends tells it before."""
    if case.seen(Landing, Where.SERVER) is not None:
        return None
    return say(
        "Where it is served on {port} itself, a device on the way sends that port on to another machine.",
        port=met.openings.facts.port,
    )


SCENARIO = Scenario(
    name="websocket-to-ssh",
    hosts=(client(), router(), server(daemons=(sshd(2222),))),
    target="ws://10.20.0.5:2222/chat",
    both_ends=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
    client_alone=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
)


def _own_protocol(version: int, scheme: str, client_alone: str) -> Scenario:
    """A Worker of one of Workerman's own protocols, dialled by a WebSocket client."""
    body = f"$worker = new Worker('{scheme}://0.0.0.0:2345');\n{ANSWERING}"
    return Scenario(
        name=f"workerman-{version}-{scheme}",
        hosts=(client(), router(), server(daemons=(workerman(version, body, 2345),))),
        target="ws://10.20.0.5:2345/chat",
        both_ends=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
        client_alone=Expected(verdict="server-speaks-other-protocol", certainty=client_alone),
    )


def _sent_on(name: str, to: str, on_the_router: tuple[Daemon, ...], on_the_server: tuple[Daemon, ...]) -> Scenario:
    """A router sends the port of a web server on to where Redis lives."""
    forwarding = (
        "table ip forwarding {\nchain in {\ntype nat hook prerouting priority -100\n"
        f"ip daddr 10.20.0.5 tcp dport 8080 dnat to {to}\n}}\n}}\n"
    )
    web = http_server("0.0.0.0", 8080)
    return Scenario(
        name=name,
        hosts=(client(), router(nft=forwarding, daemons=on_the_router), server(daemons=(web, *on_the_server))),
        target="http://10.20.0.5:8080/",
        both_ends=Expected(verdict="server-speaks-other-protocol", certainty="likely"),
    )


VARIANTS = (
    _sent_on("sent-on-to-another-port", "10.20.0.5:7001", (), (redis(7001),)),
    _sent_on("sent-on-to-another-machine", "10.20.0.1:7001", (redis(7001),), ()),
    Scenario(
        name="from-a-client-that-is-translated",
        hosts=(
            client(),
            router(
                nft="table ip leaving {\nchain out {\ntype nat hook postrouting priority 100\n"
                "ip saddr 10.10.0.0/24 masquerade\n}\n}\n",
            ),
            server(daemons=(redis(7001),)),
        ),
        target="http://10.20.0.5:7001/",
        both_ends=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
    ),
    _own_protocol(4, "text", "likely"),
    _own_protocol(5, "frame", "possible"),
    _own_protocol(5, "tcp", "likely"),
    Scenario(
        name="http-to-redis",
        hosts=(client(), router(), server(daemons=(redis(7001),))),
        target="http://10.20.0.5:7001/",
        both_ends=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
        client_alone=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
    ),
    Scenario(
        name="redis-to-postgresql",
        hosts=(client(), router(), server(packages=("postgresql",), daemons=(postgresql(5432), redis(6379)))),
        target="redis://10.20.0.5:5432",
        both_ends=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
        client_alone=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
    ),
    Scenario(
        name="websocket-to-mariadb",
        hosts=(client(), router(), server(packages=("mariadb-server-core",), daemons=(mariadb(3307),))),
        target="ws://10.20.0.5:3307/chat",
        both_ends=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
        client_alone=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
    ),
    Scenario(
        name="ssh-to-http",
        hosts=(client(), router(), server(daemons=(nginx("  server { listen 8088; return 204; }", 8088),))),
        target="ssh://10.20.0.5:8088",
        both_ends=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
        client_alone=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
    ),
    Scenario(
        name="mqtt-to-http",
        hosts=(client(), router(), server(daemons=(http_server("0.0.0.0", 8080),))),
        target="mqtt://10.20.0.5:8080",
        client_alone=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
    ),
    Scenario(
        name="https-to-redis",
        hosts=(client(), router(), server(daemons=(redis(8443),))),
        target="https://10.20.0.5:8443/",
        client_alone=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
    ),
    Scenario(
        name="a-program-of-its-own",
        hosts=(client(), router(), server(daemons=(python_server(answering('connection.sendall(b"ERR what\\n")')),))),
        target="ws://10.20.0.5:8080/",
        both_ends=Expected(verdict="server-speaks-other-protocol", certainty="likely"),
        client_alone=Expected(verdict="server-speaks-other-protocol", certainty="likely"),
    ),
    Scenario(
        name="an-echo",
        hosts=(client(), router(), server(daemons=(python_server(answering("connection.sendall(said)")),))),
        target="http://10.20.0.5:8080/",
        both_ends=Expected(verdict="server-speaks-other-protocol", certainty="likely"),
        client_alone=Expected(verdict="server-speaks-other-protocol", certainty="likely"),
    ),
    Scenario(
        name="by-a-name-that-may-be-wrong",
        hosts=(
            client(files={"hosts": "10.20.0.5 chat.example\n"}),
            router(),
            server(daemons=(redis(7001),)),
        ),
        target="ws://chat.example:7001/",
        both_ends=Expected(verdict="server-speaks-other-protocol", certainty="proven"),
        client_alone=Expected(verdict="server-speaks-other-protocol", certainty="likely"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="the-protocol-that-was-wanted",
        hosts=(client(), router(), server(packages=("mariadb-server-core",), daemons=(mariadb(3306),))),
        target="mysql://10.20.0.5:3306",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="no-protocol-named",
        hosts=(client(), router(), server(daemons=(redis(7001),))),
        target="tcp://10.20.0.5:7001",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="server-speaks-other-protocol",
    title=say("The port speaks another protocol"),
    symptoms=NOT_UNDERSTOOD - {Symptom.REJECTED},
    look_alikes=frozenset(
        {
            "http-to-websocket-server",
            "http-version-mismatch",
            "proxy-protocol-expected",
            "proxy-protocol-unexpected",
        }
    ),
    needs=(*SPEECH, *on_client(Neighbourhood), *WORKERMAN),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"local-redirect", "proxy-interferes", "captive-portal", "dns-fake-address"}),
)
