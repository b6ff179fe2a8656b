"""The targets of iptables (``-j``, ``-g``) as verdicts, by iptables-extensions(8)."""

from __future__ import annotations

from nocarrier.facts.ruleset import Change, Rejection, Verdict
from nocarrier.model.annotations import Literal
from nocarrier.readings.nft_values import ALL_BITS, REJECT_V4, REJECT_V6

IN_PASSING = frozenset(
    ("LOG", "NFLOG", "ULOG", "CONNSECMARK", "SECMARK", "TCPMSS", "CLASSIFY", "DSCP", "TOS", "TTL", "HL", "CHECKSUM",
     "SET", "TRACE", "AUDIT", "RATEEST", "IDLETIMER", "LED", "TEE", "TCPOPTSTRIP", "ECN")
)  # fmt: skip
"Targets after which the packet goes on to the next rule."
PLAIN = {"ACCEPT": "accept", "DROP": "drop", "RETURN": "return"}
OPAQUE = frozenset(("QUEUE", "NFQUEUE", "SYNPROXY", "NETMAP", "TARPIT", "STEAL", "DELUDE", "CHAOS"))
"Targets that hand the packet to something that cannot be read here."
TARGET_OPTIONS = frozenset(
    ("--reject-with", "--to-ports", "--to-port", "--to-destination", "--to-source", "--on-port", "--on-ip", "--to",
     "--log-prefix", "--log-level", "--log-tcp-options", "--log-ip-options", "--log-uid", "--log-tcp-sequence",
     "--log-macdecode", "--nflog-prefix", "--nflog-group", "--nflog-threshold", "--nflog-size", "--set-xmark",
     "--set-mark", "--or-mark", "--and-mark", "--xor-mark", "--save-mark", "--restore-mark", "--nfmask", "--ctmask",
     "--mask", "--queue-num", "--queue-bypass", "--queue-balance", "--notrack", "--zone", "--helper", "--clamp-mss-to-pmtu",
     "--set-mss", "--random", "--persistent", "--random-fully", "--tproxy-mark", "--set-dscp", "--set-tos",
     "--add-set", "--del-set", "--exist", "--timeout", "--type", "--gateway", "--checksum-fill", "--ctevents")
)  # fmt: skip

_WORDS_V4 = {f"icmp-{word}": codes for word, codes in REJECT_V4.items()} | {
    "icmp-proto-unreachable": (3, 2),
    "icmp-admin-prohibited": (3, 13),
}
_WORDS_V6 = {f"icmp6-{word}": codes for word, codes in REJECT_V6.items()} | {
    "icmp6-adm-prohibited": (1, 1),
}
"ip6tables spells the same answers in its own way (extensions/libip6t_REJECT.c)."


def target(
    name: str, jump: str, options: dict[str, list[str]], version: int
) -> tuple[Verdict | None, tuple[Change, ...]]:
    """The verdict of a target, and what it changes in passing. Any other word is the name of a chain."""
    if name in PLAIN:
        return Verdict(kind=PLAIN[name]), ()  # type: ignore[arg-type]
    if not name or name in IN_PASSING:
        return None, ()
    if name in ("MARK", "CONNMARK"):
        return None, (_marked(name, options),)
    if name in ("CT", "NOTRACK"):
        return None, (Change(key="untracked"),) if name == "NOTRACK" or "--notrack" in options else ()
    if name == "REJECT":
        return Verdict(kind="reject", rejection=_rejection(options, version)), ()
    if name in ("DNAT", "REDIRECT", "TPROXY", "SNAT", "MASQUERADE"):
        return _rewrite(name, options), ()
    if name in OPAQUE:
        return Verdict(kind="unknown", what=name), ()
    return Verdict(kind="goto" if jump == "-g" else "jump", chain=name), ()


def _marked(name: str, options: dict[str, list[str]]) -> Change:
    """``--set-xmark V/M``: the bits of M are zeroed, then V is flipped; iptables-save spells all settings so.

    Copies between the two marks are followed where they are whole (net/netfilter/xt_connmark.c).
    """
    key: Literal["meta.mark", "ct.mark"] = "meta.mark" if name == "MARK" else "ct.mark"
    flip, _, mask = _first(options, "--set-xmark").partition("/")
    try:
        if flip:
            return Change(key=key, keep=ALL_BITS & ~int(mask or "0xffffffff", 0), flip=int(flip, 0))
    except ValueError:
        return Change(key=key, known=False)
    copied = {"--save-mark": ("ct.mark", "meta.mark"), "--restore-mark": ("meta.mark", "ct.mark")}
    into, source = next((copied[word] for word in copied if word in options), (key, ""))
    masks = (options[word] for word in ("--nfmask", "--ctmask", "--mask") if word in options)
    whole = bool(source) and all(mask == ["0xffffffff"] for mask in masks)
    return Change(key=into, source=source, keep=ALL_BITS, known=whole)  # type: ignore[arg-type]


def _rejection(options: dict[str, list[str]], version: int) -> Rejection:
    word = _first(options, "--reject-with")
    if word == "tcp-reset":
        return Rejection(tcp_reset=True)
    if version == 4:
        return Rejection(v4=_WORDS_V4.get(word or "icmp-port-unreachable"))
    return Rejection(v6=_WORDS_V6.get(word or "icmp6-port-unreachable"))


def _rewrite(name: str, options: dict[str, list[str]]) -> Verdict:
    address, port = "", _first(options, "--to-ports", "--to-port", "--on-port")
    to = _first(options, "--to-destination", "--to-source", "--on-ip", "--to")
    if to.startswith("["):
        address, _, rest = to[1:].partition("]")
        port = rest.removeprefix(":") or port
    elif to.count(":") == 1:
        address, _, port = to.partition(":")
    else:
        address = to
    ranged = "-" in port or "-" in address or "--random" in options or "--random-fully" in options
    return Verdict(
        kind="snat" if name in ("SNAT", "MASQUERADE") else name.lower(),  # type: ignore[arg-type]
        address="" if "-" in address else address,
        port=int(port) if port.isdecimal() else 0,
        what="range" if ranged else "",
    )


def _first(options: dict[str, list[str]], *names: str) -> str:
    return next((options[name][0] for name in names if options.get(name)), "")
