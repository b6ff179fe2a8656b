"""``iptables-save -c`` and ``ip6tables-save -c``, of both back ends → `Ruleset`.

The format is that of iptables-save(8): tables, chains with their policy, and rules in the words of
iptables-extensions(8). A match that only the kernel can answer (``limit``, ``recent``, ``set`` …) is `Unreadable`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from ipaddress import ip_address, ip_network

from nocarrier.facts.ruleset import (
    CT_STATES,
    NAT_STATES,
    TCP_FLAGS,
    Backend,
    Chain,
    Comparison,
    InSet,
    Rule,
    Ruleset,
    Span,
    Step,
    Unreadable,
)
from nocarrier.readings.iptables_targets import TARGET_OPTIONS, target

HOOKS = {"PREROUTING": "prerouting", "INPUT": "input", "FORWARD": "forward", "OUTPUT": "output",
         "POSTROUTING": "postrouting"}  # fmt: skip
PRIORITIES = {"raw": -300, "mangle": -150, "nat": -100, "filter": 0, "security": 50}
"include/uapi/linux/netfilter_ipv4.h, enum nf_ip_hook_priorities."

_TOKEN = r'"((?:\\.|[^"\\])*)"|(\S+)'
_CHAIN = r":(\S+) (\S+) \[(\d+):\d+\]"
_COUNTED = r"\[(\d+):\d+\] (?=-A )"


def decode_iptables_save(text: str, version: int) -> Ruleset:
    """The dump of one family (``version`` 4 or 6). The header tells which back end it is of."""
    chains: dict[tuple[str, str], Chain] = {}
    rules: dict[tuple[str, str], list[Rule]] = {}
    table, backend = "", _backend(text)
    for line in text.splitlines():
        if line.startswith("*"):
            table = line[1:].strip()
        elif line.startswith(":"):
            declared = re.match(_CHAIN, line)
            if declared:
                chains[table, declared[1]] = _chain(backend, version, table, declared)
        else:
            counted = re.match(_COUNTED, line)
            spec = line[counted.end() :] if counted else line
            if spec.startswith("-A "):
                here = rules.setdefault((table, spec.split(" ", 2)[1]), [])
                here.append(_rule(spec, version, len(here) + 1, int(counted[1]) if counted else None))
    return Ruleset(chains=tuple(_filled(chain, rules.get(key, [])) for key, chain in chains.items()))


def _backend(text: str) -> Backend:
    """Since 1.8 the header names the nftables back end; everything else is the legacy one."""
    return "iptables" if "(nf_tables)" in text.partition("\n")[0] else "iptables-legacy"


def _chain(backend: Backend, version: int, table: str, declared: re.Match[str]) -> Chain:
    name, policy = declared[1], declared[2]
    built_in = policy != "-" and name in HOOKS
    priority = PRIORITIES.get(table, 0)
    return Chain(
        backend=backend,
        family="ip" if version == 4 else "ip6",
        table=table,
        name=name,
        hook=HOOKS[name] if built_in else "",
        priority=100 if table == "nat" and name in ("POSTROUTING", "INPUT") else priority,
        policy=policy.lower() if built_in else "accept",
        type="nat" if table == "nat" else "filter",
        packets=int(declared[3]) if built_in else None,
    )


def _filled(chain: Chain, rules: list[Rule]) -> Chain:
    from nocarrier.model.record import replace

    return replace(chain, rules=tuple(rules))


def _rule(spec: str, version: int, number: int, packets: int | None) -> Rule:
    steps: list[Step] = []
    options: dict[str, list[str]] = {}
    verdict, jump, module = "", "", ""
    for name, negated, values in _options(spec):
        if name in ("-A", "--comment"):
            continue
        if name in ("-j", "-g"):
            verdict, jump = (values[0] if values else ""), name
        elif verdict and name in TARGET_OPTIONS:
            options[name] = values
        elif name == "-m":
            module = values[0] if values else ""
            steps += [Unreadable(module)] if module not in _MODULES else []
        elif name == "--match-set" and len(values) == 2:
            steps.append(InSet(values[0], tuple(values[1].split(",")), negated))
        else:
            steps += _test(f"{module} {name}" if module == "connmark" else name, negated, values, version)
    ending, changes = target(verdict, jump, options, version)
    return Rule(text=spec, number=number, packets=packets, steps=(*steps, *changes), verdict=ending)


def _options(spec: str) -> Iterator[tuple[str, bool, list[str]]]:
    """The options with their values, and whether a ``!`` stands before them."""
    name, negated, values, coming = "", False, list[str](), False
    for found in re.finditer(_TOKEN, spec):
        quoted = found[1] is not None
        word = re.sub(r"\\(.)", r"\1", found[1]) if quoted else found[2]
        if not quoted and word == "!":
            coming = True
        elif not quoted and re.match(r"--?[a-zA-Z]", word):
            if name:
                yield name, negated, values
            name, negated, values, coming = word, coming, [], False
        else:
            values.append(word)
    if name:
        yield name, negated, values


_MODULES = frozenset(
    ("tcp", "udp", "icmp", "icmp6", "multiport", "comment", "conntrack", "state", "iprange", "mark", "addrtype",
     "owner", "limit", "recent", "connlimit", "hashlimit", "set", "rt", "hl", "ttl", "mac", "length", "string",
     "physdev", "pkttype", "statistic", "time", "u32", "bpf", "connmark", "dscp", "tos", "geoip", "quota",
     "connbytes", "helper", "cgroup", "ipv6header", "frag", "esp", "ah", "sctp", "dccp", "policy", "realm",
     "nfacct", "cluster", "cpu", "devgroup", "ecn", "tcpmss", "ipvs", "osf", "quota2")
)  # fmt: skip
"Modules whose test stands in their options; of any other the name alone may be the whole test (``socket``)."


def _test(name: str, negated: bool, values: list[str], version: int) -> list[Comparison | Unreadable]:
    """The tests of one option; an option that is not known here cannot be read."""
    make = _TESTS.get(name)
    try:
        made = make(values, version) if make else None
    except (ValueError, KeyError, IndexError):
        made = None
    if made is None:
        return [Unreadable(name.lstrip("-"))]
    keys, items, mask = made
    return [Comparison(keys=keys, items=tuple((Span(*one),) for one in items), negated=negated, mask=mask)]


Bounds = tuple[int, int] | tuple[str, str]
Made = tuple[tuple[str, ...], list[Bounds], int | None]


def _address(side: str) -> Callable[[list[str], int], Made]:
    def make(values: list[str], version: int) -> Made:
        network = ip_network(values[0], strict=False)
        return (_ip(version, side),), [(int(network.network_address), int(network.broadcast_address))], None

    return make


def _address_range(side: str) -> Callable[[list[str], int], Made]:
    def make(values: list[str], version: int) -> Made:
        low, _, high = values[0].partition("-")
        return (_ip(version, side),), [(int(ip_address(low)), int(ip_address(high or low)))], None

    return make


def _ip(version: int, side: str) -> str:
    return f"{'ip' if version == 4 else 'ip6'}.{side}"


def _link(key: str) -> Callable[[list[str], int], Made]:
    def make(values: list[str], _: int) -> Made:
        name = values[0][:-1] + "*" if values[0].endswith("+") else values[0]
        return (key,), [(name, name)], None

    return make


def _protocol(values: list[str], _: int) -> Made:
    name = {"6": "tcp", "17": "udp", "1": "icmp", "58": "ipv6-icmp", "tcp": "tcp", "all": "*"}.get(
        values[0], values[0]
    )
    return ("meta.l4proto",), [(name, name)], None


def _ports(key: str) -> Callable[[list[str], int], Made]:
    """``22``, ``1024:65535``, ``:1023``, and lists of them (multiport)."""

    def make(values: list[str], _: int) -> Made:
        bounds: list[Bounds] = []
        for part in values[0].split(","):
            low, colon, high = part.partition(":")
            bounds.append((int(low or 0), int(high or 65535) if colon else int(low)))
        return (key,), bounds, None

    return make


def _states(values: list[str], _: int) -> Made:
    words = [word.lower() for word in values[0].split(",")]
    bits = 0
    for word in words:
        bits |= CT_STATES[word] if word in CT_STATES else NAT_STATES[word]
    # Passed when one of the bits is set: that is, when the masked value is 1 or more.
    return ("ct.states" if NAT_STATES.keys() & words else "ct.state",), [(1, bits)], bits


def _flags(values: list[str], _: int) -> Made:
    mask, wanted = (_flag_bits(word) for word in values[:2])
    return ("tcp.flags",), [(wanted, wanted)], mask


def _flag_bits(word: str) -> int:
    if word in ("NONE", "ALL"):
        return 0 if word == "NONE" else 63
    bits = 0
    for flag in word.split(","):
        bits |= TCP_FLAGS[flag.lower()]
    return bits


def _mark(key: str) -> Callable[[list[str], int], Made]:
    def make(values: list[str], _: int) -> Made:
        value, _slash, mask = values[0].partition("/")
        return (key,), [(int(value, 0), int(value, 0))], int(mask, 0) if mask else None

    return make


def _kind(side: str) -> Callable[[list[str], int], Made]:
    """``--src-type``; of IPv6 addresses, unicast is a matter of the address alone (net/netfilter/xt_addrtype.c,
    `match_type6`), so that local ones are unicast too, and several types are all demanded."""

    def make(values: list[str], version: int) -> Made:
        if version == 6:
            if values[0] not in ("LOCAL", "UNICAST"):
                raise ValueError(values[0])
            if values[0] == "UNICAST":
                return (f"fib.{side}.type",), [(word, word) for word in ("unicast", "local")], None
        return (f"fib.{side}.type",), [(word, word) for word in values[0].lower().split(",")], None

    return make


def _owner(key: str) -> Callable[[list[str], int], Made]:
    def make(values: list[str], _: int) -> Made:
        low, _dash, high = values[0].partition("-")
        return (key,), [(int(low), int(high or low))], None

    return make


def _packet_type(values: list[str], _: int) -> Made:
    name = {"unicast": "host"}.get(values[0], values[0])
    return ("meta.pkttype",), [(name, name)], None


def _routing_header(_: list[str], __: int) -> Made:
    """``-m rt``: a connection's first packet has no routing header."""
    return ("absent",), [(0, 0)], None


def _direction(values: list[str], _: int) -> Made:
    return ("ct.direction",), [(values[0].lower(), values[0].lower())], None


_TESTS: dict[str, Callable[[list[str], int], Made]] = {
    "-s": _address("saddr"), "-d": _address("daddr"), "-i": _link("meta.iifname"), "-o": _link("meta.oifname"),
    "-p": _protocol, "--sport": _ports("th.sport"), "--dport": _ports("th.dport"), "--sports": _ports("th.sport"),
    "--dports": _ports("th.dport"), "--src-range": _address_range("saddr"), "--dst-range": _address_range("daddr"),
    "--ctstate": _states, "--state": _states, "--tcp-flags": _flags, "--mark": _mark("meta.mark"), "connmark --mark": _mark("ct.mark"), "--src-type": _kind("saddr"),
    "--dst-type": _kind("daddr"), "--uid-owner": _owner("meta.skuid"), "--gid-owner": _owner("meta.skgid"),
    "--pkt-type": _packet_type, "--rt-type": _routing_header, "--ctdir": _direction,
}  # fmt: skip
