"""Who refused: the causes about packet filters, on cases put together by hand."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from nocarrier.causes._firewall_fixes import let_in, let_itself_in, let_out
from nocarrier.causes.client import firewall_blocks_outgoing, firewall_blocks_replies
from nocarrier.causes.path import firewall_rejects_on_path, host_down
from nocarrier.causes.server import (
    connection_limited,
    server_firewall_drops,
    server_firewall_rejects,
    server_not_listening,
)
from nocarrier.diagnosis.judge import judge
from nocarrier.diagnosis.rank import rank
from nocarrier.facts.hops import Hops, Way
from nocarrier.facts.interfaces import Interface, Interfaces
from nocarrier.facts.leaving import Leaving
from nocarrier.facts.packet_fate import Decision, NamedRule, PacketFate, Passage
from nocarrier.facts.tcp import IcmpWord, TcpAttempt
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Certainty, Found, RuledOut
from nocarrier.model.record import replace
from tests.causes.cases import listening, made, seen

CAUSES = [
    module.CAUSE
    for module in (
        firewall_blocks_outgoing,
        firewall_blocks_replies,
        firewall_rejects_on_path,
        server_firewall_drops,
        server_firewall_rejects,
        server_not_listening,
    )
]
CLIENT, SERVER, ROUTER = "10.10.0.7", "10.20.0.5", "10.10.0.1"
RULE = NamedRule(
    backend="nft", family="inet", table="filter", chain="input", text="tcp dport 8080 reject", handle=4, number=1
)
OWN, SERVERS, PATH, DROPS = (
    "firewall-blocks-outgoing",
    "server-firewall-rejects",
    "firewall-rejects-on-path",
    "server-firewall-drops",
)
PROVEN, LIKELY, POSSIBLE = Certainty.PROVEN, Certainty.LIKELY, Certainty.POSSIBLE


def fate(
    where: Where, *ends: Decision, hook: str = "", doubts: tuple[str, ...] = (), whole: bool = True
) -> Evidence[Any]:
    at = hook or ("input" if where is Where.SERVER else "output")
    passage = Passage(hook=at, what="syn", ends=ends or (Decision(fate="accept"),), doubts=doubts)
    return seen(PacketFate(address=SERVER, port=8080, passages=(passage,), whole=whole), where)


def rejects(icmp: tuple[int, int] | None, rule: NamedRule = RULE) -> Decision:
    return Decision(fate="reject", rule=rule, icmp=icmp, tcp_reset=icmp is None)


def refused_by(
    origin: str, code: int = 13, *extra: Evidence[Any], errno: str = "EHOSTUNREACH", waited_ms: float = 0.3,
    bound: tuple[str, ...] | None = None,
) -> Case:  # fmt: skip
    """The attempt was answered by ICMP 3/``code`` from ``origin`` (empty: by a RST)."""
    case = made({SERVER: errno}, None if bound is None else listening(*bound), extra=extra)
    said = IcmpWord(origin=origin, version=4, type=3, code=code) if origin else None
    attempt = next(case.every(TcpAttempt))
    heard = replace(attempt.facts, said=said, local_address=CLIENT, local_port=40000, waited_ms=waited_ms)
    return replace(
        case,
        evidence=tuple(replace(one, facts=heard) if one is attempt else one for one in case.evidence),
    )


def reset(*extra: Evidence[Any], bound: tuple[str, ...] | None = ("0.0.0.0",)) -> Case:
    return refused_by("", 0, *extra, errno="ECONNREFUSED", bound=bound)


def verdicts(case: Case) -> dict[str, Certainty]:
    suspects, _ = judge(case, CAUSES)
    return {suspect.cause.slug: suspect.found.certainty for suspect in rank(suspects)}


@pytest.mark.parametrize("code", [2, 3, 9, 10, 13])
def test_from_the_client_alone_the_sender_of_a_filters_word_tells(code: int) -> None:
    assert verdicts(refused_by(SERVER, code)) == {SERVERS: LIKELY}
    assert verdicts(refused_by(CLIENT, code)) == {OWN: LIKELY}
    assert verdicts(refused_by(ROUTER, code)) == {PATH: LIKELY}


def test_a_device_is_proven_to_be_one_once_it_was_seen_to_forward() -> None:
    hops = seen(Hops(address=SERVER, port=8080, own=Way(transport="tcp", port=8080, routers=((ROUTER,),))))
    assert verdicts(refused_by(ROUTER, 13, hops)) == {PATH: PROVEN}
    elsewhere = seen(
        Hops(address=SERVER, port=8080, own=Way(transport="tcp", port=8080, routers=(("10.10.0.254",),)))
    )
    assert verdicts(refused_by(ROUTER, 13, elsewhere)) == {PATH: LIKELY}


def test_what_routers_say_of_an_absent_host_accuses_no_filter() -> None:
    assert verdicts(refused_by(ROUTER, 1)) == {}
    assert verdicts(refused_by(ROUTER, 0, errno="ENETUNREACH")) == {}
    assert verdicts(refused_by(CLIENT, 1, waited_ms=3070.0)) == {}


def test_host_unreachable_at_once_from_the_own_address_may_be_a_rule() -> None:
    assert verdicts(refused_by(CLIENT, 1)) == {OWN: POSSIBLE}
    ruled = fate(Where.CLIENT, rejects((3, 1)))
    assert verdicts(refused_by(CLIENT, 1, ruled)) == {OWN: PROVEN}


def test_a_rule_that_sends_just_this_answer_proves_it() -> None:
    case = refused_by(SERVER, 13, fate(Where.SERVER, rejects((3, 13))), bound=("0.0.0.0",))
    assert verdicts(case) == {SERVERS: PROVEN}
    case = refused_by(CLIENT, 13, fate(Where.CLIENT, rejects((3, 13))))
    assert verdicts(case) == {OWN: PROVEN}


def test_a_rule_that_sends_another_answer_does_not() -> None:
    case = refused_by(SERVER, 13, fate(Where.SERVER, rejects((3, 3))), bound=("0.0.0.0",))
    assert verdicts(case) == {SERVERS: LIKELY}


def test_the_answer_picks_its_rule_among_the_possible_ends() -> None:
    ends = (Decision(fate="accept"), rejects((3, 13)))
    case = refused_by(
        SERVER, 13, fate(Where.SERVER, *ends, doubts=("meta length > 1000 accept",)), bound=("0.0.0.0",)
    )
    assert verdicts(case) == {SERVERS: PROVEN}


def test_a_limit_that_was_hit_and_a_ban_are_no_rule_about_the_port() -> None:
    limited = fate(Where.SERVER, Decision(fate="accept"), rejects((3, 13)), doubts=(RULE.text,))
    assert verdicts(refused_by(SERVER, 13, limited, bound=("0.0.0.0",))) == {SERVERS: LIKELY}
    ban = replace(
        RULE, backend="iptables", family="ip", chain="f2b-sshd", text="-A f2b-sshd -s 10.10.0.7/32 -j REJECT"
    )
    banned = fate(Where.SERVER, rejects((3, 3), ban))
    case = refused_by(SERVER, 3, banned, bound=("0.0.0.0",))
    assert verdicts(case) == {}
    found = connection_limited.judge(case)
    assert isinstance(found, Found)
    assert (found.certainty, found.fixes[0].commands[0]) == (PROVEN, "fail2ban-client set sshd unbanip 10.10.0.7")


def test_a_reset_by_a_rule_is_no_word_about_listeners() -> None:
    ruled = fate(Where.SERVER, rejects(None))
    assert verdicts(reset(ruled)) == {SERVERS: PROVEN}
    assert verdicts(reset(ruled, bound=())) == {SERVERS: PROVEN}
    assert verdicts(reset(fate(Where.CLIENT, rejects(None)), bound=())) == {OWN: PROVEN}


def test_a_reset_is_nothing_for_a_rule_that_only_may_have_sent_it() -> None:
    perhaps = fate(Where.SERVER, Decision(fate="accept"), rejects(None), doubts=("limit rate 5/second accept",))
    assert verdicts(reset(perhaps, bound=())) == {"server-not-listening": PROVEN}
    assert verdicts(reset(perhaps)) == {SERVERS: LIKELY}


def test_a_reset_although_a_program_listens() -> None:
    assert verdicts(reset(fate(Where.SERVER), fate(Where.CLIENT))) == {PATH: LIKELY}
    assert verdicts(reset()) == {SERVERS: LIKELY}
    assert verdicts(reset(fate(Where.SERVER, whole=False))) == {SERVERS: LIKELY}


def test_a_reset_from_the_client_alone_accuses_no_filter() -> None:
    assert verdicts(reset(bound=None)) == {"server-not-listening": POSSIBLE}


def test_rules_of_a_machine_that_was_not_dialled_say_nothing() -> None:
    ruled = fate(Where.SERVER, rejects((3, 13)))
    case = refused_by(SERVER, 13, ruled, bound=("0.0.0.0",))
    links = seen(Interfaces(interfaces=(Interface(name="eth0", up=True, carrier=True, addresses=("10.99.0.1/24",)),)))
    other = replace(
        case,
        evidence=tuple(
            replace(one, facts=links.facts) if isinstance(one.facts, Interfaces) else one for one in case.evidence
        ),
    )
    assert verdicts(other) == {SERVERS: LIKELY}


def silence(*extra: Evidence[Any], bound: tuple[str, ...] | None = ("0.0.0.0",)) -> Case:
    case = made({SERVER: ""}, None if bound is None else listening(*bound), extra=extra)
    attempt = next(case.every(TcpAttempt))
    quiet = replace(attempt.facts, connected=False, expired=True, waited_ms=3500.0, local_address=CLIENT)
    return replace(
        case, evidence=tuple(replace(one, facts=quiet) if one is attempt else one for one in case.evidence)
    )


def test_a_drop_is_proven_by_the_rule_at_the_end_where_it_stands() -> None:
    drop = Decision(fate="drop", rule=replace(RULE, text="tcp dport 8080 drop"))
    assert verdicts(silence(fate(Where.CLIENT, drop), fate(Where.SERVER))) == {OWN: PROVEN}
    assert verdicts(silence(fate(Where.CLIENT), fate(Where.SERVER, drop))) == {DROPS: PROVEN}
    assert verdicts(silence(fate(Where.CLIENT), fate(Where.SERVER, drop, hook="forward"))) == {DROPS: PROVEN}
    assert verdicts(silence(fate(Where.CLIENT), fate(Where.SERVER))) == {}


def test_a_rule_that_drops_every_answer() -> None:
    drop = Decision(fate="drop", rule=replace(RULE, text="policy drop", policy=True))
    both = fate(Where.CLIENT)
    back = Passage(hook="input", what="answer", ends=(drop,))
    case = silence(seen(replace(both.facts, passages=(*both.facts.passages, back))), bound=None)
    assert verdicts(case) == {"firewall-blocks-replies": PROVEN}


def test_the_fix_names_the_port_behind_a_translation() -> None:
    passage = Passage(hook="input", what="syn", ends=(rejects((3, 3)),), port=8081)
    translated = seen(PacketFate(address=SERVER, port=8080, passages=(passage,)), Where.SERVER)
    suspects, _ = judge(refused_by(SERVER, 3, translated, bound=("0.0.0.0",)), CAUSES)
    assert suspects[0].found.fixes[0].commands == (
        "nft insert rule inet filter input position 4 tcp dport 8081 accept",
    )


def test_behind_the_filter_nobody_may_listen() -> None:
    case = refused_by(SERVER, 13, fate(Where.SERVER, rejects((3, 13))), bound=())
    suspects, _ = judge(case, CAUSES)
    assert [fix.text.template for fix in suspects[0].found.fixes][1].startswith("Then start the program")


def test_a_device_is_no_address_of_the_servers() -> None:
    assert verdicts(refused_by(ROUTER, 13, bound=("0.0.0.0",))) == {PATH: PROVEN}
    assert verdicts(refused_by("10.20.0.6", 13, bound=("0.0.0.0",))) == {SERVERS: LIKELY}


def test_without_the_rules_the_own_counters_tell_that_nothing_leaves() -> None:
    kept = seen(Leaving(address=SERVER, port=8080, rounds=3, held_back=3, noise=0))
    noisy = seen(Leaving(address=SERVER, port=8080, rounds=3, held_back=3, noise=1))
    assert verdicts(silence(kept, bound=None)) == {OWN: LIKELY}
    assert verdicts(silence(noisy, bound=None)) == {}
    assert verdicts(reset(kept, bound=None)) == {OWN: LIKELY, "server-not-listening": POSSIBLE}


@pytest.mark.parametrize(
    "case",
    [
        refused_by(SERVER, 13, fate(Where.SERVER, rejects((3, 13))), bound=("0.0.0.0",)),
        refused_by(CLIENT, 13, fate(Where.CLIENT, rejects((3, 13)))),
        refused_by(
            ROUTER,
            13,
            seen(Hops(address=SERVER, port=8080, own=Way(transport="tcp", port=8080, routers=((ROUTER,),)))),
        ),
        reset(fate(Where.SERVER, rejects(None))),
        silence(fate(Where.SERVER, Decision(fate="drop", rule=RULE))),
    ],
)
def test_no_proof_survives_the_loss_of_what_it_rests_on(case: Case) -> None:
    suspects, _ = judge(case, CAUSES)
    first = rank(suspects)[0]
    assert first.found.certainty is PROVEN
    for evidence in first.found.because:
        after = first.cause.judge(case.without(evidence))
        assert not isinstance(after, Found) or after.certainty is not PROVEN


def iptables(chain: str, text: str, **more: Any) -> NamedRule:
    return NamedRule(backend="iptables", family="ip", table="filter", chain=chain, text=text, number=3, **more)


POLICY = NamedRule(backend="nft", family="inet", table="filter", chain="in put", text="policy drop", policy=True)


@pytest.mark.parametrize(
    ("rule", "manager", "commands"),
    [
        (RULE, "none", ("nft delete rule inet filter input handle 4",)),
        (
            replace(RULE, text="tcp dport { 8080, 9090 } reject"),
            "none",
            ("nft insert rule inet filter input position 4 tcp dport 8080 accept",),
        ),
        (
            replace(RULE, text="tcp dport 8080-8090 reject"),
            "none",
            ("nft insert rule inet filter input position 4 tcp dport 8080 accept",),
        ),
        (POLICY, "none", ("nft add rule inet filter 'in put' tcp dport 8080 accept",)),
        (iptables("INPUT", "-A INPUT -j REJECT"), "none", ("iptables -I INPUT 3 -p tcp --dport 8080 -j ACCEPT",)),
        (iptables("web", "-A web -p tcp -m tcp --dport 8080 -j REJECT"), "none", ("iptables -D web 3",)),
        (
            iptables("ufw-user-input", "-A ufw-user-input -p tcp -m tcp --dport 8080 -j REJECT"),
            "ufw",
            ("ufw prepend allow 8080/tcp", "ufw allow 8080/tcp"),
        ),
        (iptables("INPUT", "policy drop", policy=True), "ufw", ("ufw allow 8080/tcp",)),
        (
            iptables("ufw-before-input", "-A ufw-before-input -p tcp -j DROP"),
            "ufw",
            ("iptables -I ufw-before-input 3 -p tcp --dport 8080 -j ACCEPT",),
        ),
        (
            replace(RULE, table="firewalld", chain="filter_INPUT", text="reject with icmpx admin-prohibited"),
            "firewalld",
            ("firewall-cmd --add-port=8080/tcp", "firewall-cmd --permanent --add-port=8080/tcp"),
        ),
        (
            replace(RULE, table="firewalld", chain="filter_IN_work", text="reject with icmpx admin-prohibited"),
            "firewalld",
            (
                "firewall-cmd --zone=work --add-port=8080/tcp",
                "firewall-cmd --permanent --zone=work --add-port=8080/tcp",
            ),
        ),
    ],
)
def test_the_fix_is_in_the_words_of_what_manages_the_rules(
    rule: NamedRule, manager: Any, commands: tuple[str, ...]
) -> None:
    assert let_in(rule, manager, 8080, 4).commands == commands


def test_on_the_way_out_only_this_destination_is_let_through() -> None:
    general = replace(RULE, chain="output", text="reject")
    assert let_out(general, "none", SERVER, 8080).commands == (
        f"nft insert rule inet filter output position 4 ip daddr {SERVER} tcp dport 8080 accept",
    )
    assert let_out(general, "none", "fd20::5", 8080).commands == (
        "nft insert rule inet filter output position 4 ip6 daddr fd20::5 tcp dport 8080 accept",
    )
    ufw = iptables("OUTPUT", "policy drop", policy=True)
    assert let_out(ufw, "ufw", SERVER, 8080).commands == (f"ufw prepend allow out proto tcp to {SERVER} port 8080",)


@pytest.mark.parametrize(
    ("bound", "behind"),
    [
        ((), "Behind it no program listens on 8080."),
        (("127.0.0.1",), "Behind it a program listens on 127.0.0.1:8080 only, and not on 10.20.0.5."),
        (("0.0.0.0",), ""),
    ],
)
def test_what_is_behind_the_filter_is_told_where_it_would_refuse_too(bound: tuple[str, ...], behind: str) -> None:
    found = server_firewall_rejects.judge(reset(fate(Where.SERVER, rejects(None)), bound=bound))
    assert isinstance(found, Found)
    assert str(found.summary).partition("). ")[2] == behind


LO = NamedRule(
    backend="iptables", family="ip", table="filter", chain="INPUT", number=1, text="-A INPUT -i lo -j DROP"
)
HERE = "127.0.0.1"


def dialled_itself(*fates: Evidence[Any]) -> Case:
    """A machine whose own address does not answer it."""
    case = made({HERE: "ETIMEDOUT"}, listening("0.0.0.0"), same_machine=True, extra=fates)
    attempt = next(case.every(TcpAttempt))
    silent = replace(attempt.facts, expired=True, errno="", local_address=HERE)
    return replace(
        case, evidence=tuple(replace(one, facts=silent) if one is attempt else one for one in case.evidence)
    )


def at_home(where: Where, what: Literal["syn", "answer"], fate_: Literal["drop", "accept"]) -> Evidence[Any]:
    passage = Passage(hook="input", what=what, ends=(Decision(fate=fate_, rule=LO),))
    return seen(PacketFate(address=HERE, port=8080, passages=(passage,)), where)


def test_a_machine_that_keeps_itself_out_is_let_in_over_lo() -> None:
    case = dialled_itself(at_home(Where.SERVER, "syn", "drop"), at_home(Where.CLIENT, "answer", "drop"))
    found = server_firewall_drops.judge(case)
    assert isinstance(found, Found)
    assert found.fixes[0].commands == ("iptables -I INPUT 1 -i lo -j ACCEPT",)
    assert isinstance(firewall_blocks_replies.judge(case), RuledOut)


def test_what_it_answers_itself_may_be_thrown_away_alone() -> None:
    case = dialled_itself(at_home(Where.SERVER, "syn", "accept"), at_home(Where.CLIENT, "answer", "drop"))
    assert isinstance(firewall_blocks_replies.judge(case), Found)
    assert isinstance(host_down.judge(case), RuledOut)


def test_by_nftables_it_is_let_in_over_lo_too() -> None:
    rule = NamedRule(backend="nft", family="inet", table="f", chain="in", handle=7, text="iifname lo drop")
    assert let_itself_in(rule).commands == ("nft insert rule inet f in position 7 iifname lo accept",)
    policy = replace(rule, policy=True)
    assert let_itself_in(policy).commands == ("nft add rule inet f in iifname lo accept",)
