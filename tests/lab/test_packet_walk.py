"""The walk through a ruleset against the kernel: random rulesets on a real server, real connections, the same fate."""

from __future__ import annotations

import random
import sys

import msgspec
import pytest

from nocarrier import lab
from nocarrier.facts.packet_fate import Decision
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.scenario import Daemon, Scenario, client, router, server

pytestmark = [pytest.mark.lab, pytest.mark.slow]

RULESETS = 25
PORTS = range(8001, 8007)
SERVE = (
    "import select, socket; s = [socket.create_server(('', p)) for p in range(8001, 8007)]; select.select([], [], [])"
)
DIAL = """
import msgspec, sys
from nocarrier.machines import Dial
from nocarrier.machines.local import Local
from nocarrier.probes.tcp import attempt
dials = [Dial(transport="tcp", address="10.20.0.5", port=p, source_port=p + int(sys.argv[1]), timeout=0.4) for p in range(8001, 8007)]
answers = Local().dial(dials)
sys.stdout.buffer.write(msgspec.json.encode([attempt(*pair) for pair in zip(dials, answers)]))
"""
WALK = """
import msgspec, sys
from ipaddress import ip_address
from nocarrier.machines.local import Local
from nocarrier.probes.packet_fate import read_filter
from nocarrier.readings.packet_walk import Packet, walk
rules = read_filter(Local()).ruleset
number = lambda text: int(ip_address(text))
fates = []
for port in range(8001, 8007):
    packet = Packet(version=4, saddr=number("10.10.0.7"), daddr=number("10.20.0.5"), sport=port + int(sys.argv[1]), dport=port,
                    iif="eth0", source_kind="unicast", target_kind="local")
    before, after = walk(rules, packet, "prerouting")
    stopped = [end for end in before.ends if end.fate != "accept"]
    passed = len(stopped) < len(before.ends)
    fates.append([*stopped, *(walk(rules, after, "input")[0].ends if passed else ())])
sys.stdout.buffer.write(msgspec.json.encode(fates))
"""


FIRST_ONLY = "-A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT"
"The walk is about the first packet: what comes after it must not be refused, or the client sees that."


def pick(chance: random.Random, *choices: str) -> str:
    return chance.choice(choices)


def port(chance: random.Random) -> str:
    return str(chance.choice(PORTS))


def nft_ports(chance: random.Random) -> str:
    low, high = sorted((chance.choice(PORTS), chance.choice(PORTS)))
    return pick(
        chance, port(chance), f"!= {port(chance)}", f"{low}-{high + 1}", f"!= {low}-{high + 1}",
        f"{{ {port(chance)}, {low}-{high + 1} }}", f"!= {{ {port(chance)}, 22 }}", f"> {port(chance)}",
        f"<= {port(chance)}", "@ports", "!= @ports",
    )  # fmt: skip


def nft_match(chance: random.Random) -> str:
    return pick(
        chance, f"tcp dport {nft_ports(chance)}", f"tcp dport {nft_ports(chance)}", f"th dport {port(chance)}",
        "tcp sport 20000-20100", f"udp dport {port(chance)}", "ip saddr 10.10.0.0/24", "ip saddr != 10.10.0.0/24",
        "ip saddr @near", "ip daddr 10.20.0.5", "ip daddr != { 10.20.0.5, 10.20.0.9 }", "ip saddr 10.10.0.5-10.10.0.9",
        f"ip saddr . tcp dport {{ 10.10.0.7 . {port(chance)}, 10.10.0.0/25 . 8005-8006 }}", "ip6 saddr != ::1",
        'iifname "eth0"', 'iifname "eth*"', 'iifname != "lo"', "iif lo", 'iifname { "eth1", "lo" }', "ct state new",
        "ct state established,related", "ct state != new", "ct state { new, untracked }", "tcp flags syn",
        "tcp flags & (fin|syn|rst|ack) == syn", "tcp flags ack", "meta l4proto tcp", "meta l4proto { tcp, udp }",
        "meta nfproto ipv6", "meta mark 0", "meta mark & 0x1 == 0x1", "fib daddr type local", "limit rate 1000/second",
        "meta mark set 0x1", "counter", "ip protocol tcp", "ct direction original", "ct status dnat",
    )  # fmt: skip


def nft_verdict(chance: random.Random, *chains: str) -> str:
    plain = [
        "accept", "accept", "drop", "reject", "reject with tcp reset", "reject with icmpx admin-prohibited",
        "reject with icmp host-prohibited", "return", "counter", 'log prefix "x"', "continue",
        f"tcp dport vmap {{ {port(chance)} : drop, 8005-8006 : accept }}",
    ]  # fmt: skip
    return chance.choice(plain + [f"{word} {chain}" for chain in chains for word in ("jump", "goto")])


def nft_rules(chance: random.Random, *chains: str) -> str:
    rows = []
    for _ in range(chance.randrange(1, 5)):
        verdict = nft_verdict(chance, *chains)
        tests = " ".join(nft_match(chance) for _ in range(chance.randrange(3)))
        # nft finds no rule sensible that speaks of IPv6 or UDP and answers as IPv4 or TCP.
        clash = ("ip6 " in tests or "ipv6" in tests or "udp" in tests) and (
            "reject" in verdict or "ip " in tests or "tcp" in tests + verdict
        )
        rows.append("" if clash else f"{tests} {verdict}")
    return "\n".join(rows)


def nft(chance: random.Random) -> str:
    hooks = [
        f"chain c{at} {{\ntype filter hook {pick(chance, 'input', 'prerouting')} priority {chance.randrange(-150, 50)}; "
        f"policy {pick(chance, 'accept', 'accept', 'drop')};\nct state established accept\n{nft_rules(chance, 'one', 'two')}\n}}\n"
        for at in range(chance.randrange(1, 4))
    ]
    nat = f"table ip n {{\nchain p {{\ntype nat hook prerouting priority -100;\ntcp dport {port(chance)} redirect to :{port(chance)}\n}}\n}}\n"
    return (
        "flush ruleset\ntable inet t {\n"
        f"set ports {{\ntype inet_service\nflags interval\nelements = {{ {port(chance)}, 9000-9009 }}\n}}\n"
        "set near {\ntype ipv4_addr\nflags interval\nelements = { 10.10.0.0/28 }\n}\n"
        f"chain two {{\n{nft_rules(chance)}\n}}\nchain one {{\n{nft_rules(chance, 'two')}\n}}\n{''.join(hooks)}}}\n"
        + (nat if chance.random() < 0.3 else "")
    )


def iptables_rule(chance: random.Random, *chains: str) -> str:
    tcp = "-p tcp -m tcp"
    tests = pick(
        chance, f"{tcp} --dport {port(chance)}", f"{tcp} ! --dport {port(chance)}", f"{tcp} --dport 8002:8004",
        f"-p tcp -m multiport --dports {port(chance)},8005:8006", f"-p tcp -m multiport ! --dports 22,{port(chance)}",
        f"{tcp} --sport 20000:20100", "-p udp", "! -p udp", "-s 10.10.0.0/24", "! -s 10.10.0.7/32", "-i eth0",
        "-i eth+", "! -i lo", "-m conntrack --ctstate NEW", "-m conntrack ! --ctstate NEW",
        "-m state --state RELATED,ESTABLISHED", f"{tcp} --tcp-flags FIN,SYN,RST,ACK SYN", f"{tcp} ! --syn",
        "-m iprange --src-range 10.10.0.5-10.10.0.9", "-m addrtype --dst-type LOCAL", "-m mark --mark 0x1/0x1",
        "-m addrtype ! --dst-type LOCAL", "-m limit --limit 1000/s", "-m comment --comment x", "",
    )  # fmt: skip
    targets = ["ACCEPT", "ACCEPT", "DROP", "REJECT", "RETURN", "LOG", "REJECT --reject-with icmp-admin-prohibited"]
    if tests.startswith("-p tcp"):
        targets.append("REJECT --reject-with tcp-reset")
    return f"{tests} -j {chance.choice(targets + list(chains))}"


def iptables(chance: random.Random) -> str:
    rows = ["*filter", f":INPUT {pick(chance, 'ACCEPT', 'DROP')} [0:0]", ":one - [0:0]", ":two - [0:0]", FIRST_ONLY]
    for chain, below in (("two", ()), ("one", ("two",)), ("INPUT", ("one", "two"))):
        rows += [f"-A {chain} {iptables_rule(chance, *below)}" for _ in range(chance.randrange(1, 5))]
    return "\n".join((*rows, "COMMIT", ""))


def agrees(attempt: TcpAttempt, ends: list[Decision]) -> bool:
    """Whether what the client met is one of the ends."""
    if attempt.connected:
        return any(end.fate == "accept" for end in ends)
    if attempt.expired:
        return any(end.fate == "drop" for end in ends)
    icmp = (attempt.said.type, attempt.said.code) if attempt.said else None
    return any(end.answers(icmp) for end in ends)


def place() -> Scenario:
    daemon = Daemon(argv=("{python}", "-c", SERVE), ready="tcp:8006")
    # A limit on ICMP messages would turn a reject into a drop.
    unlimited = {"net.ipv4.icmp_ratelimit": "0", "net.ipv4.icmp_ratemask": "0"}
    return Scenario(
        name="walk",
        hosts=(client(), router(), server(daemons=(daemon,), sysctls=unlimited)),
        target="tcp://10.20.0.5:8001",
    )


@pytest.mark.parametrize("tool", ["nft", "iptables-restore", "iptables-legacy-restore"])
def test_the_walk_agrees_with_the_kernel(tool: str) -> None:
    chance = random.Random(f"{tool} 7")
    compared = decided = 0
    with lab.build(place()) as standing:
        while compared < RULESETS:
            text = nft(chance) if tool == "nft" else iptables(chance)
            loading = standing.run("server", (tool, "-f", "-") if tool == "nft" else (tool,), stdin=text.encode())
            if loading.status != 0:
                assert tool == "nft", (text, loading.err)
                continue  # nft refuses what can never match
            compared += 1
            ports = str(12000 + 10 * compared)
            walked = standing.run("server", (sys.executable, "-c", WALK, ports))
            dialled = standing.run("client", (sys.executable, "-c", DIAL, ports))
            assert walked.status == 0, walked.err
            assert dialled.status == 0, dialled.err
            fates = msgspec.json.decode(walked.out, type=list[list[Decision]])
            attempts = msgspec.json.decode(dialled.out, type=list[TcpAttempt])
            for attempt, ends in zip(attempts, fates, strict=True):
                assert agrees(attempt, ends), (text, attempt, ends)
                decided += len(ends) == 1
    assert decided > 4 * RULESETS, "most fates are to be certain"
