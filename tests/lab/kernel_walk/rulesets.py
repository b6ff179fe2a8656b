"""Random rulesets with what real ones have in them; the same for the same seed.

Every rule carries a counter right in front of its verdict, so that the kernel says which rule it was.
"""

from __future__ import annotations

import random

PORTS = range(8001, 8007)
OPEN = 0.03
"How many of the tests are such that no packet's header answers them: the walk declines those."
MARKED = ("prerouting", "input", "forward", "output", "postrouting")
MARKERS = "table inet seen {\n" + "".join(
    f"chain {hook} {{\ntype filter hook {hook} priority 3000;\n"
    "tcp flags & (syn | ack) == syn counter\ntcp flags & (syn | ack) == syn | ack counter\n}\n"
    for hook in MARKED
) + "}\n"  # fmt: skip
"Chains that come last at each hook and count the SYNs and the SYN-ACKs that passed all others."


class Chance(random.Random):
    """Picks words."""

    def of(self, *words: str) -> str:
        return self.choice(words)

    def port(self) -> str:
        return str(self.choice(PORTS))

    def odds(self, share: float) -> bool:
        return self.random() < share


def nft(seed: str) -> str:
    """A ruleset for ``nft -f``, markers included; the kernel may refuse it."""
    chance = Chance(seed)
    parts = ["flush ruleset\n", MARKERS, _table(chance)]
    if chance.odds(0.5):
        parts.append(_nat(chance))
    if chance.odds(0.25):
        parts.append(_table(chance, name="u"))
    if chance.odds(0.15):
        parts.append(_link_table(chance))
    if chance.odds(0.1):
        parts.append(
            "table inet raw {\nchain p {\ntype filter hook "
            f"{chance.of('prerouting', 'output')} priority {chance.of('raw', '-350', '-190')};\n"
            f"{_match(chance, 'inet', early=True)} counter notrack\nct state untracked counter\n}}\n}}\n"
        )
    body = parts[2:]
    chance.shuffle(body)
    return "".join((*parts[:2], *body))


def _table(chance: Chance, name: str = "t") -> str:
    family = chance.of("inet", "inet", "inet", "ip", "ip6")
    sets = (
        f"set ports {{\ntype inet_service\nflags interval\nelements = {{ {chance.port()}, 9000-9009 }}\n}}\n"
        "set near {\ntype ipv4_addr\nflags interval\nelements = { 10.10.0.0/28, 10.20.0.4-10.20.0.5 }\n}\n"
        "set near6 {\ntype ipv6_addr\nflags interval\nelements = { fd10::/120, fd20::5 }\n}\n"
        "set both {\ntypeof ip saddr . tcp dport\nflags interval\n"
        f"elements = {{ 10.10.0.0/24 . {chance.port()}, 10.10.200.0-10.10.200.9 . 8001-8003 }}\n}}\n"
        f"set empty {{\ntype inet_service\n}}\n"
        f"map way {{\ntype inet_service : verdict\nelements = {{ {chance.port()} : drop, 8007 : jump one }}\n}}\n"
    )
    hooks = "".join(_base(chance, family, at) for at in range(chance.randrange(1, 5)))
    return (
        f"table {family} {name} {{\n{sets}"
        f"chain two {{\n{_rules(chance, family, '')}\n}}\nchain one {{\n{_rules(chance, family, '', 'two')}\n}}\n{hooks}}}\n"
    )


def _base(chance: Chance, family: str, at: int) -> str:
    hook = chance.of("input", "input", "prerouting", "forward", "output", "postrouting")
    kind = "filter" if hook != "output" or chance.odds(0.8) else "route"
    priority = chance.of(
        "0", "0", "filter", str(chance.randrange(-190, 150)), "mangle", "-300", "raw", "-201", "-250"
    )
    if priority == "-100" or priority == "100":
        priority = "7"
    inside = "" if chance.odds(0.6) else "ct state established,related accept\n"
    if chance.odds(0.15):
        inside = "counter ct state vmap { established : accept, related : accept, invalid : drop }\n"
    return (
        f"chain c{at} {{\ntype {kind} hook {hook} priority {priority}; policy {chance.of('accept', 'accept', 'drop')};\n"
        f"{inside}{_rules(chance, family, hook, 'one', 'two')}\n}}\n"
    )


def _rules(chance: Chance, family: str, hook: str, *chains: str) -> str:
    return "\n".join(_rule(chance, family, hook, *chains) for _ in range(chance.randrange(1, 6)))


def _rule(chance: Chance, family: str, hook: str, *chains: str) -> str:
    verdict = _verdict(chance, family, hook, *chains)
    tests = [_match(chance, family) for _ in range(chance.randrange(3))]
    if chance.odds(0.15):
        tests.insert(chance.randrange(len(tests) + 1), _change(chance))
    row = " ".join(tests)
    # nft finds no rule sensible that speaks of IPv6 or UDP and answers as IPv4 or TCP.
    clash = ("ip6 " in row or "ipv6" in row or "udp" in row) and (
        "reject" in verdict or "ip " in row or "tcp" in row + verdict or "th " in row
    )
    return "" if clash else f"{row} counter {verdict}"


def _change(chance: Chance) -> str:
    return chance.of(
        "meta mark set 0x1", "meta mark set mark or 0x10", "meta mark set mark and 0xf", "meta mark set mark xor 0x3",
        "ct mark set 0x2", "ct mark set mark", "meta mark set ct mark", "meta mark set tcp dport map { 8001 : 1, 8002 : 2 }",
        "meta priority set 1:1", "log prefix \"x\"",
    )  # fmt: skip


def _ports(chance: Chance) -> str:
    low, high = sorted((chance.choice(PORTS), chance.choice(PORTS)))
    return chance.of(
        chance.port(), f"!= {chance.port()}", f"{low}-{high + 1}", f"!= {low}-{high + 1}",
        f"{{ {chance.port()}, {low}-{high + 1} }}", f"!= {{ {chance.port()}, 22 }}", f"> {chance.port()}",
        f"<= {chance.port()}", "@ports", "!= @ports", "@empty", "!= @empty", "& 1 == 1", "& 0x6 != 0x2",
    )  # fmt: skip


def _match(chance: Chance, family: str, *, early: bool = False) -> str:
    v4 = (
        "ip saddr 10.10.0.0/24", "ip saddr != 10.10.0.0/24", "ip saddr 10.10.0.7", "ip daddr 10.20.0.5",
        "ip daddr != { 10.20.0.5, 10.20.0.9 }", "ip saddr 10.10.0.5-10.10.0.9", "ip daddr 10.10.0.1", "ip protocol tcp",
        "ip saddr { 10.10.0.99, 10.20.0.0/24 }", "ip saddr & 255.255.0.0 == 10.10.0.0", "ip protocol { tcp, udp }",
        f"ip saddr . tcp dport {{ 10.10.0.7 . {chance.port()}, 10.10.0.0/25 . 8005-8006 }}", "ip daddr & 0.0.0.1 == 0.0.0.1",
        f"ip saddr . ip daddr . tcp dport {{ 10.10.0.7 . 10.20.0.5 . {chance.port()} }}", "ip protocol != icmp",
    )  # fmt: skip
    v6 = (
        "ip6 saddr fd10::/64", "ip6 saddr != ::1", "ip6 daddr fd20::5", "ip6 saddr fd10::7", "ip6 daddr { fd10::1, fd20::6 }",
        f"ip6 saddr . tcp dport {{ fd10::7 . {chance.port()} }}", "ip6 nexthdr tcp", "ip6 daddr != fd20::/64",
    )  # fmt: skip
    named = {"inet": ("ip saddr @near", "ip6 saddr @near6", "ip daddr @near", "ip saddr . tcp dport @both"),
             "ip": ("ip saddr @near", "ip saddr . tcp dport @both"), "ip6": ("ip6 daddr @near6",)}  # fmt: skip
    own = {"inet": (*v4, *v6, *named["inet"], "meta nfproto ipv6", "meta nfproto ipv4", "meta protocol ip6"),
           "ip": (*v4, *named["ip"]), "ip6": (*v6, *named["ip6"])}[family]  # fmt: skip
    if early:
        own = tuple(one for one in own if "@" not in one)
    if chance.odds(OPEN):
        return chance.of(
            "limit rate 1000/second", "limit rate over 2/minute", "ct count over 100", "fib saddr . iif oif missing",
            "quota over 1 mbytes", "meta length 40-100", "ct expiration > 1h", 'ct helper "ftp"', "meta iiftype ether",
            "meta cpu 0-100", "socket transparent 1", "tcp option maxseg size 1-2000", "meta random < 0.5",
            "ip ttl > 1" if family != "ip6" else "ip6 hoplimit > 1",
        )  # fmt: skip
    ports = f"tcp dport {_ports(chance)}"
    return chance.of(
        ports, ports, ports, *own, f"th dport {chance.port()}", "tcp sport 20000-30000", "tcp sport > 1023", f"udp dport {chance.port()}",
        f"tcp sport {chance.port()}", 'iifname "eth0"', 'iifname "eth*"', 'iifname != "lo"', "iif lo", "iif eth1",
        'iifname { "eth1", "lo" }', 'oifname "eth1"', 'oifname != "eth0"', 'oifname "e*"', "oif lo",
        "iifname . tcp dport { eth0 . 8001, eth1 . 8002 }", "ct state new", "ct state established,related", "ct state != new",
        "ct state { new, untracked }", "ct state invalid", "ct state untracked", "ct state != established", "ct state != { new, invalid }",
        "ct mark 0", "ct mark 2", "ct direction original", "ct direction reply", "ct status dnat", "ct status ! dnat", "ct status snat",
        "ct status seen-reply", "ct status confirmed", "tcp flags syn", "tcp flags & (fin|syn|rst|ack) == syn",
        "tcp flags ack", "tcp flags & (syn|ack) == syn|ack", "tcp flags != syn", "tcp flags { syn, syn | ack }", "tcp flags ! ack",
        "tcp flags syn / fin,syn,rst,ack", "meta l4proto tcp", "meta l4proto { tcp, udp }", "meta l4proto != icmp",
        "meta mark 0", "meta mark 1", "meta mark & 0x1 == 0x1", "meta mark != 0x2", "meta mark { 0x1, 0x10-0x13 }",
        "fib daddr type local", "fib saddr type != local", "fib daddr type { unicast, local }", "meta skuid 0", "meta skuid 1000",
        "meta skuid != 0", "meta skgid 1000", "meta pkttype host", "meta pkttype { host, multicast }", "ct state new tcp dport 8003",
    )  # fmt: skip


def _verdict(chance: Chance, family: str, hook: str, *chains: str) -> str:
    plain = [
        "accept", "accept", "drop", "drop", "return", "", 'log prefix "x"', "continue",
        f"tcp dport vmap {{ {chance.port()} : drop, 8005-8006 : accept }}", "tcp dport vmap { 8001 : return, * : continue }",
        "ct state vmap { new : continue, established : accept, invalid : drop }",
    ]  # fmt: skip
    if family != "ip6":
        plain.append(
            f"ip saddr . tcp dport vmap {{ 10.10.0.7 . {chance.port()} : accept, 10.10.0.99 . 8003 : drop }}"
        )
    if chains and hook:
        plain += ["tcp dport vmap @way"]
    if hook in ("input", "forward", "output", "prerouting"):
        plain += ["reject", "reject with tcp reset"]
        plain += {
            "inet": ["reject with icmpx admin-prohibited", "reject with icmpx no-route", "reject with icmp host-prohibited",
                     "reject with icmpv6 policy-fail"],
            "ip": ["reject with icmp net-unreachable", "reject with icmp admin-prohibited"],
            "ip6": ["reject with icmpv6 addr-unreachable", "reject with icmpv6 reject-route"],
        }[family]  # fmt: skip
    calls = [f"{word} {chain}" for chain in chains for word in ("jump", "goto")]
    calls += [f"jump {{ tcp dport {chance.port()} counter drop; }}"] if chains and chance.odds(0.3) else []
    return chance.choice(plain + calls)


def _nat(chance: Chance) -> str:
    """Targets translated, or sources, or both; IPv4 mostly, as it is."""
    port = chance.port()
    family = chance.of("ip", "ip", "inet", "ip6")
    away = {"ip": "dnat to 10.20.0.5", "inet": "dnat ip to 10.20.0.5", "ip6": "dnat to [fd20::5]"}[family]
    target = chance.of(
        f"redirect to :{chance.port()}", f"{away}:{chance.port()}", away.replace("[", "").replace("]", "")
    )
    source = {
        "ip": ("snat to 10.20.0.77", "masquerade"),
        "inet": ("snat ip to 10.20.0.77", "masquerade"),
        "ip6": ("masquerade",),
    }
    hook = chance.of("prerouting", "prerouting", "output")
    target = f"{away}:{chance.port()}" if hook == "output" and "redirect" in target else target
    test = chance.of(
        f"tcp dport {port}",
        f"tcp dport {port} meta mark 0",
        f'iifname "eth0" tcp dport {{ {port}, 8002 }}',
        f"tcp dport != {port}",
    )
    first = f"chain p {{\ntype nat hook {hook} priority {chance.of('-100', '-100', '-90')};\n{test} counter {target}\n}}\n"
    last = (
        f"chain q {{\ntype nat hook postrouting priority 100;\n{chance.of('', 'oifname eth1 ', f'tcp dport {chance.port()} ')}"
        f"meta l4proto tcp counter {chance.choice(source[family])}\n}}\n"
    )
    shape = chance.random()
    return f"table {family} n {{\n{first if shape < 0.8 else ''}{last if shape > 0.4 else ''}}}\n"


def _link_table(chance: Chance) -> str:
    device = chance.of("eth0", "eth1")
    hook = chance.of("ingress", "ingress", "egress")
    tests = chance.of(
        f"tcp dport {chance.port()}",
        "ip saddr 10.10.0.7",
        "ip6 saddr fd10::7",
        f"tcp sport {chance.port()}",
        "meta protocol ip6",
    )
    kind = f'table netdev l {{\nchain at_{hook} {{\ntype filter hook {hook} device "{device}" priority 0;\n{tests} counter drop\n}}\n}}\n'
    inet = f'table inet l {{\nchain at_ingress {{\ntype filter hook ingress device "{device}" priority 0;\n{tests} counter drop\n}}\n}}\n'
    return kind if hook == "egress" or chance.odds(0.6) else inet


def iptables(seed: str, version: int) -> str:
    """A dump for ``iptables-restore`` or ``ip6tables-restore``, of either back end."""
    chance = Chance(f"{seed} {version}")
    rows = _xt_filter(chance, version)
    if chance.odds(0.3):
        rows += _xt_mangle(chance, version)
    if chance.odds(0.3):
        rows += _xt_nat(chance, version)
    if chance.odds(0.2):
        rows += _xt_raw(chance, version)
    return "\n".join((*rows, ""))


def _xt_filter(chance: Chance, version: int) -> list[str]:
    rows = [
        "*filter",
        *(f":{name} {chance.of('ACCEPT', 'ACCEPT', 'DROP')} [0:0]" for name in ("INPUT", "FORWARD", "OUTPUT")),
    ]
    rows += [":one - [0:0]", ":two - [0:0]"]
    if chance.odds(0.3):
        rows.append("-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT")
    for chain, below in (
        ("two", ()),
        ("one", ("two",)),
        ("INPUT", ("one", "two")),
        ("FORWARD", ("one", "two")),
        ("OUTPUT", ("one", "two")),
    ):
        rows += [f"-A {chain} {_xt_rule(chance, version, chain, *below)}" for _ in range(chance.randrange(0, 5))]
    return [*rows, "COMMIT"]


def _xt_mangle(chance: Chance, version: int) -> list[str]:
    chains = ("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING")
    rows = ["*mangle", *(f":{name} ACCEPT [0:0]" for name in chains)]
    for _ in range(chance.randrange(1, 4)):
        chain = chance.of(*chains)
        target = chance.of("MARK --set-mark 1", "MARK --or-mark 0x10", "MARK --and-mark 0xf", "MARK --xor-mark 0x1", "CONNMARK --set-mark 2",
                           "CONNMARK --save-mark", "CONNMARK --restore-mark", "DROP", "ACCEPT", "TOS --set-tos 0x10", "MARK --set-xmark 0x2/0xf")  # fmt: skip
        rows.append(f"-A {chain} {_xt_tests(chance, version, chain)} -j {target}")
    return [*rows, "COMMIT"]


def _xt_nat(chance: Chance, version: int) -> list[str]:
    rows = ["*nat", *(f":{name} ACCEPT [0:0]" for name in ("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"))]
    there = "10.20.0.5" if version == 4 else "[fd20::5]"
    target = chance.of(f"REDIRECT --to-ports {chance.port()}", f"DNAT --to-destination {there}:{chance.port()}",
                       f"DNAT --to-destination {there.strip('[]')}", f"REDIRECT --to-ports {chance.port()}-8006")  # fmt: skip
    rows.append(f"-A PREROUTING -p tcp -m tcp --dport {chance.port()} -j {target}")
    if chance.odds(0.4):
        source = "SNAT --to-source 10.20.0.77" if version == 4 and chance.odds(0.5) else "MASQUERADE"
        rows.append(f"-A POSTROUTING {chance.of('', '-o eth1', f'-p tcp --dport {chance.port()}')} -j {source}")
    return [*rows, "COMMIT"]


def _xt_raw(chance: Chance, version: int) -> list[str]:
    chain = chance.of("PREROUTING", "OUTPUT")
    target = chance.of("NOTRACK", "CT --notrack", "DROP", "ACCEPT", "CT --zone 0")
    return ["*raw", ":PREROUTING ACCEPT [0:0]", ":OUTPUT ACCEPT [0:0]",
            f"-A {chain} {chance.of('-p tcp', f'-p tcp --dport {chance.port()}', f'-p tcp --sport {chance.port()}')} -j {target}",
            "COMMIT"]  # fmt: skip


def _xt_tests(chance: Chance, version: int, chain: str) -> str:
    tcp = "-p tcp -m tcp"
    v4 = ("-s 10.10.0.0/24", "! -s 10.10.0.7/32", "-d 10.20.0.5", "! -d 10.10.0.1", "-m iprange --src-range 10.10.0.5-10.10.0.9",
          "-m iprange ! --dst-range 10.20.0.1-10.20.0.5", "-m set --match-set near4 src", "-m set ! --match-set near4 dst",
          "-m set --match-set both4 src,dst", "-m set --match-set nets4 src", "-s 10.10.0.0/255.255.0.255")  # fmt: skip
    v6 = ("-s fd10::/64", "! -s fd10::7", "-d fd20::5", "-m iprange --src-range fd10::5-fd10::9", "-m set --match-set near6 src",
          "-m set ! --match-set near6 dst", "-m rt --rt-type 0", "-m hl --hl-gt 1")  # fmt: skip
    links = {"INPUT": ("-i eth0", "-i eth+", "! -i lo", "-i eth1"), "PREROUTING": ("-i eth0", "! -i eth1"),
             "OUTPUT": ("-o eth1", "! -o eth1", "-m owner --uid-owner 0", "-m owner ! --uid-owner 0", "-m owner --uid-owner 999-1001",
                        "-m owner --gid-owner 1000", "-m owner --socket-exists", "-o e+"),
             "FORWARD": ("-i eth0", "-o eth1", "-i eth1", "! -o eth0"), "POSTROUTING": ("-o eth1",)}.get(chain, ("-i e+", "-o eth1"))  # fmt: skip
    if chain in ("one", "two"):
        links = ()
    if chance.odds(OPEN):
        return chance.of(
            "-m limit --limit 1000/s", "-m recent --name r --set", "-m recent --name r --update --seconds 60 --hitcount 4",
            f"-p tcp -m connlimit --connlimit-above 100 --connlimit-mask {32 if version == 4 else 128}", "-m cpu --cpu 0",
            "-m hashlimit --hashlimit-upto 1000/sec --hashlimit-name h", "-m statistic --mode random --probability 0.5",
            "-m length --length 40:80", "-m string --string GET --algo bm", "-m time --timestart 00:00", "-m dscp --dscp 0",
        )  # fmt: skip
    return chance.of(
        f"{tcp} --dport {chance.port()}", f"{tcp} ! --dport {chance.port()}", f"{tcp} --dport 8002:8004", f"{tcp} --dport :8003",
        f"-p tcp -m multiport --dports {chance.port()},8005:8006", f"-p tcp -m multiport ! --dports 22,{chance.port()}",
        f"-p tcp -m multiport --ports {chance.port()},22", f"{tcp} --sport 20000:30000", f"{tcp} ! --sport {chance.port()}", "-p udp", "! -p udp",
        *(v4 if version == 4 else v6), *links, "-m conntrack --ctstate NEW", "-m conntrack ! --ctstate NEW",
        "-m conntrack --ctstate INVALID", "-m conntrack --ctstate UNTRACKED", "-m conntrack --ctdir REPLY", "-m conntrack --ctstatus SEEN_REPLY",
        "-m conntrack --ctstate DNAT", "-m conntrack --ctstate SNAT",
        "-m conntrack --ctstate RELATED,ESTABLISHED,DNAT", "-m conntrack ! --ctstate DNAT,INVALID", "-m conntrack --ctproto tcp", "-m state --state RELATED,ESTABLISHED", "-m state ! --state ESTABLISHED",
        f"{tcp} --tcp-flags FIN,SYN,RST,ACK SYN", f"{tcp} ! --syn", f"{tcp} --syn --dport {chance.port()}", f"{tcp} --tcp-flags SYN,ACK SYN,ACK",
        "-m addrtype --dst-type LOCAL", "-m addrtype ! --dst-type LOCAL", "-m addrtype --src-type UNICAST", "-m mark --mark 0x1/0x1",
        "-m mark ! --mark 0x1", "-m connmark --mark 2", "-m connmark ! --mark 0x0", "-m comment --comment \"it's x\"",
        "-m pkttype --pkt-type unicast",
        f"{tcp} --dport {chance.port()} -m mac --mac-source 02:00:00:00:00:01" if chain in ("INPUT", "PREROUTING", "FORWARD") else "", "",
        f"-p {'icmp' if version == 4 else 'icmpv6'}",
    )  # fmt: skip


def _xt_rule(chance: Chance, version: int, chain: str, *below: str) -> str:
    tests = _xt_tests(chance, version, chain)
    if chance.odds(0.4):
        more = _xt_tests(chance, version, chain)
        words = {word for word in more.split() if word.startswith("-")}
        if not words & {word for word in tests.split() if word.startswith("-")}:
            tests = f"{tests} {more}"
    word = "icmp" if version == 4 else "icmp6"
    targets = ["ACCEPT", "ACCEPT", "DROP", "DROP", "REJECT", "RETURN", "LOG", f"REJECT --reject-with {word}-port-unreachable",
               f"REJECT --reject-with {'icmp-admin-prohibited' if version == 4 else 'icmp6-adm-prohibited'}",
               f"REJECT --reject-with {'icmp-host-unreachable' if version == 4 else 'icmp6-addr-unreachable'}"]  # fmt: skip
    if tests.startswith("-p tcp") and "! -p" not in tests:
        targets.append("REJECT --reject-with tcp-reset")
    if chain in ("INPUT", "FORWARD", "OUTPUT") and chance.odds(0.3):
        return f"{tests} -g {chance.choice(below)}"
    return f"{tests} -j {chance.choice(targets + list(below))}"


SETS = """\
create near4 hash:ip family inet
add near4 10.10.0.7
add near4 10.20.0.5
create nets4 hash:net family inet
add nets4 10.10.0.0/25
add nets4 10.10.200.0/24
create both4 hash:ip,port family inet
add both4 10.10.0.7,tcp:8001
add both4 10.10.0.7,tcp:8004-8005
add both4 10.10.0.99,udp:8002
create near6 hash:net family inet6
add near6 fd10::/122
add near6 fd20::5
"""
"For ``ipset restore``; rules above name these."
