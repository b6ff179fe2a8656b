"""A local proxy tool answers with a made-up address

What it is
----------
A proxy or VPN tool (Clash, mihomo, sing-box, Surge, V2Ray, Xray …) answers the questions for names itself, with addresses
that it makes up, and takes what is sent there over a TUN device. Where the tool does not run, does not take this
connection, or cannot carry it, the address leads nowhere.

What you see
------------
The name resolves to an address such as 198.18.0.23, and the connection is refused, times out, or is closed at once.
Programs that ask another nameserver reach the target.

How it is told apart
--------------------
The address is of a range that no server has (198.18.0.0/15 is for benchmarks, RFC 2544), and the same nameserver gives
an address of it to names that cannot exist, or another nameserver gives the name another address. In a laboratory in which
such addresses are really used, neither is so.

What to do
----------
Exclude the name in the tool, so that it gets its real address; or start the tool, whose address it is.
"""

from __future__ import annotations

from nocarrier.causes._name_lab import HOSTS, NSSWITCH, SHOP, asking, nameserver, shop
from nocarrier.causes._names import ask_directly
from nocarrier.causes._symptoms import NOT_CONNECTED, NOT_UNDERSTOOD
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.fake_dns import TOOLS, FakeDns
from nocarrier.facts.hosts_file import HostsFile
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.resolver_config import ResolverConfig
from nocarrier.facts.route import Route
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.annotations import Any
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
    on_client,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Host, Scenario, http_server, router
from nocarrier.model.shell import call


def judge(case: Case) -> Judgement:
    """The name's address is of such a range: was it made up, and does what it stands for fail?"""
    fake, lookup, hosts = case.seen(FakeDns), case.seen(Lookup), case.seen(HostsFile)
    if fake is None or lookup is None:
        return Silent()
    if hosts is not None and hosts.facts.giving((fake.facts.address,)) is not None:
        return RuledOut((hosts,), say("{path} gave the address", path=hosts.facts.path))
    if not fake.facts.made_up and not fake.facts.denied:
        return _perhaps(case, fake)
    attempt = next((seen for seen in case.every(TcpAttempt) if seen.facts.address == fake.facts.address), None)
    if attempt is None:
        return Silent()
    certainty, beside = _certainty(case, fake.facts, attempt)
    return Found(
        certainty=certainty,
        summary=_summary(case, fake.facts),
        because=(lookup, fake, *beside),
        fixes=_fixes(case, fake.facts),
        decided_by=() if certainty is Certainty.PROVEN else _deciders(case, fake.facts),
    )


def _perhaps(case: Case, fake: Evidence[FakeDns]) -> Judgement:
    """Nothing but the range speaks for it; a nameserver that knows real names only speaks against it."""
    if fake.facts.server and not fake.facts.controls and not fake.facts.tunnels and not fake.facts.running:
        return RuledOut((fake,), say("names that do not exist get no such address"))
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=_summary(case, fake.facts),
        because=(fake,),
        fixes=_fixes(case, fake.facts),
        decided_by=_deciders(case, fake.facts),
    )


def _certainty(
    case: Case, fake: FakeDns, attempt: Evidence[TcpAttempt]
) -> tuple[Certainty, tuple[Evidence[Any], ...]]:
    """Where it is made up for certain, and no connection comes about there or the real address takes it, that is it.

    That another nameserver knows another address may be a split horizon, in a network that really uses the range.
    """
    if fake.made_up and (fake.real_connects or not attempt.facts.connected):
        return Certainty.PROVEN, (attempt,)
    answer = next((seen for seen in case.every(Exchange)), None)
    return Certainty.LIKELY, (attempt, *((answer,) if answer is not None else ()))


def _summary(case: Case, fake: FakeDns) -> Prose:
    name = case.target.host
    values: dict[str, str | Prose] = {"name": name, "address": fake.address, "server": fake.server or "?"}
    if fake.running:
        values["tool"] = f"{fake.running[0].tool} (pid {fake.running[0].pid})"
        return say("{tool} gives {name} the made-up address {address}, and does not carry the connection.", **values)
    if fake.real:
        values["real"] = ", ".join(fake.real[:2])
        return say(
            "The nameserver {server} gives {name} the made-up address {address} of a proxy tool; it is {real}.",
            **values,
        )
    return say("The nameserver {server} gives {name} the made-up address {address} of a proxy tool.", **values)


def _fixes(case: Case, fake: FakeDns) -> tuple[Fix, ...]:
    name = case.target.host.removesuffix(".")
    running = {one.tool for one in fake.running}
    fixes = [
        Fix(
            where="client",
            text=say("Exclude the name in {tool}, and load its configuration again:", tool=tool.label),
            config=tool.setting.format(name=name),
        )
        for tool in TOOLS
        if tool.label in running
    ]
    if not fixes:
        fixes.append(
            Fix(
                where="client",
                text=say(
                    "Exclude {name} in the tool that gives such addresses (Clash, mihomo: fake-ip-filter; Surge:"
                    " always-real-ip; sing-box, V2Ray, Xray: a DNS rule to a real server), or start the tool again.",
                    name=name,
                ),
            )
        )
    if not fake.real_connects:
        return tuple(fixes)
    meanwhile = Fix(
        where="client",
        text=say("Dial {address} itself, until the tool leaves the name alone:", address=fake.real_connects[0]),
        commands=(call(case.target.at(host=fake.real_connects[0])),),
    )
    # Where the tool is not known, there is nothing to paste but this.
    return (*fixes, meanwhile) if running else (meanwhile, *fixes)


def _deciders(case: Case, fake: FakeDns) -> tuple[Decider, ...]:
    if fake.real and not fake.real_connects:
        return (
            Decider(
                question=say("Does the real address take the connection?"),
                command=call(case.target.at(host=fake.real[0])),
            ),
        )
    return ask_directly(case)


_FAKER = """
import socket, struct
pool = {}
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 53))
while True:
    asked, who = server.recvfrom(512)
    end = asked.index(b"\\0", 12) + 5
    question, kind = asked[12:end], asked[end - 4:end - 2]
    head = asked[:2] + b"\\x81\\x80\\0\\1"
    if kind != b"\\0\\1":
        server.sendto(head + b"\\0\\0\\0\\0\\0\\0" + question, who)
        continue
    address = bytes((198, 18, 0, 2 + pool.setdefault(question, len(pool))))
    answer = b"\\xc0\\x0c\\0\\1\\0\\1\\0\\0\\0\\1\\0\\4" + address
    server.sendto(head + b"\\0\\1\\0\\0\\0\\0" + question + answer, who)
"""
"A DNS server that gives every name the next address of its pool, as the fake-IP mode of Clash does."

_TOOL = Daemon(argv=("{python}", "faker.py"), files={"faker.py": _FAKER}, ready="udp:127.0.0.1:53")


def _asking_the_tool(*commands: tuple[str, ...], upstream: bool = True) -> Host:
    """A client whose nameserver is the tool; the one of before stands where the tool has kept it."""
    from nocarrier.model.record import replace

    files = {"resolv.conf": "nameserver 127.0.0.1\n", "hosts": HOSTS, "nsswitch.conf": NSSWITCH}
    if upstream:
        files["resolv.conf.bak"] = "nameserver 10.10.0.1\n"
    return replace(asking(), files=files, commands=commands, daemons=(_TOOL,))


_PROVEN = Expected(verdict="dns-fake-address", certainty="proven")

SCENARIO = Scenario(
    name="the-tool-carries-nothing",
    hosts=(_asking_the_tool(), router(daemons=(nameserver(SHOP),)), shop()),
    target="http://shop.example:8080",
    both_ends=_PROVEN,
    client_alone=_PROVEN,
)

_GENUINE = "--host-record=shop.example,198.18.0.5"

VARIANTS = (
    Scenario(
        name="no-other-nameserver-known",
        hosts=(_asking_the_tool(upstream=False), router(), shop()),
        target="http://shop.example:8080",
        client_alone=_PROVEN,
    ),
)

NEAR_MISSES = (
    Scenario(
        name="such-addresses-are-really-used",
        hosts=(
            asking(),
            router(addresses=("10.10.0.1/24", "198.18.0.1/24"), daemons=(nameserver(_GENUINE),)),
            Host(name="server", addresses=("198.18.0.5/24",), gateways=("198.18.0.1",)),
        ),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    Scenario(
        name="such-addresses-are-really-used-and-it-works",
        hosts=(
            asking(),
            router(addresses=("10.10.0.1/24", "198.18.0.1/24"), daemons=(nameserver(_GENUINE),)),
            Host(
                name="server",
                addresses=("198.18.0.5/24",),
                gateways=("198.18.0.1",),
                daemons=(http_server("0.0.0.0", 8080),),
            ),
        ),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="dns-fake-address",
    title=say("A local proxy tool answers with a made-up address"),
    symptoms=NOT_CONNECTED | NOT_UNDERSTOOD,
    look_alikes=frozenset({"dns-wrong-address", "host-down", "no-route", "hosts-file-override"}),
    needs=on_client(FakeDns, HostsFile, ResolverConfig, Route),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    presumes=frozenset({"name"}),
    misdirects=True,
)
