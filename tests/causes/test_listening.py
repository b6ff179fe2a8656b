"""The rows of the table in causes/_listening.py: every case of a refused connection has exactly one owner."""

from __future__ import annotations

import pytest

from nocarrier.causes._listening import Meeting, meeting, refusal
from nocarrier.causes.server import (
    listening_on_loopback_only,
    listening_on_other_address,
    server_not_listening,
    wrong_address_family,
)
from nocarrier.diagnosis.judge import judge
from nocarrier.diagnosis.rank import rank
from nocarrier.facts.interfaces import Interface, Interfaces
from nocarrier.facts.listeners import Listener, Listeners
from nocarrier.facts.packet_fate import Decision, PacketFate, Passage
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Certainty, Found, RuledOut, Silent
from tests.causes.cases import listening, made, seen

CAUSES = [
    module.CAUSE
    for module in (listening_on_loopback_only, listening_on_other_address, server_not_listening, wrong_address_family)
]
REFUSED = "ECONNREFUSED"
LOOPBACK, OTHER, FAMILY, NOBODY = (
    "listening-on-loopback-only",
    "listening-on-other-address",
    "wrong-address-family",
    "server-not-listening",
)


def verdicts(case: Case) -> dict[str, Certainty]:
    suspects, _ = judge(case, CAUSES)
    return {suspect.cause.slug: suspect.found.certainty for suspect in rank(suspects)}


REMOTE = [
    ("10.20.0.5", (), NOBODY),
    ("10.20.0.5", ("127.0.0.1",), LOOPBACK),
    ("10.20.0.5", ("127.0.0.1", "::1"), LOOPBACK),
    ("10.20.0.5", ("::1",), LOOPBACK),
    ("fd20::5", ("127.0.0.1",), LOOPBACK),
    ("fd20::5", ("::1",), LOOPBACK),
    ("10.20.0.5", ("10.20.0.6",), OTHER),
    ("10.20.0.5", ("127.0.0.1", "10.20.0.6"), OTHER),
    ("10.20.0.5", ("fd20::5", "10.20.0.6"), OTHER),
    ("fd20::5", ("0.0.0.0",), FAMILY),
    ("fd20::5", ("0.0.0.0", "::1"), FAMILY),
    ("fd20::5", ("10.20.0.5",), FAMILY),
    ("fd20::5", ("10.20.0.5", "::1"), FAMILY),
    ("10.20.0.5", ("fd20::5",), FAMILY),
]


@pytest.mark.parametrize(("dialled", "bound", "owner"), REMOTE)
def test_dialled_from_another_machine(dialled: str, bound: tuple[str, ...], owner: str) -> None:
    assert verdicts(made({dialled: REFUSED}, listening(*bound))) == {owner: Certainty.PROVEN}


@pytest.mark.parametrize(("dialled", "bound", "owner"), REMOTE)
def test_own_address_dialled_on_the_machine_itself(dialled: str, bound: tuple[str, ...], owner: str) -> None:
    case = made({dialled: REFUSED}, listening(*bound), same_machine=True)
    assert verdicts(case) == {owner: Certainty.PROVEN}


@pytest.mark.parametrize(
    ("dialled", "bound", "owner"),
    [
        ("::1", ("127.0.0.1",), FAMILY),
        ("::1", ("0.0.0.0",), FAMILY),
        ("::1", ("127.0.0.1", "10.20.0.5"), FAMILY),
        ("127.0.0.1", ("::1",), FAMILY),
        ("::1", ("10.20.0.5",), OTHER),
        ("127.0.0.1", ("10.20.0.5",), OTHER),
        ("127.0.0.1", ("fd20::5",), OTHER),
        ("127.0.0.2", ("127.0.0.1",), LOOPBACK),
        ("127.0.1.1", ("127.0.0.1",), LOOPBACK),
        ("127.0.1.1", ("::1",), LOOPBACK),
        ("127.0.0.1", ("127.0.0.53",), LOOPBACK),
        ("127.0.0.2", ("127.0.0.1", "10.20.0.5"), OTHER),
        ("127.0.0.1", (), NOBODY),
    ],
)
def test_loopback_dialled(dialled: str, bound: tuple[str, ...], owner: str) -> None:
    case = made({dialled: REFUSED}, listening(*bound), same_machine=True)
    assert verdicts(case) == {owner: Certainty.PROVEN}


def test_ipv6_only_socket_dialled_by_ipv4() -> None:
    case = made({"10.20.0.5": REFUSED}, listening("::", v6only=True))
    assert verdicts(case) == {FAMILY: Certainty.PROVEN}


def test_where_v6only_cannot_be_seen_the_family_is_only_likely() -> None:
    case = made({"10.20.0.5": REFUSED}, listening("::", v6only=None))
    assert verdicts(case) == {FAMILY: Certainty.LIKELY}


@pytest.mark.parametrize(
    ("dialled", "bound"),
    [("10.20.0.5", "0.0.0.0"), ("10.20.0.5", "10.20.0.5"), ("10.20.0.5", "::"), ("fd20::5", "::")],
)
def test_a_listener_that_takes_the_address_clears_all_of_them(dialled: str, bound: str) -> None:
    case = made({dialled: REFUSED}, listening(bound))
    assert all(isinstance(cause.judge(case), RuledOut) for cause in CAUSES)


def test_every_row_has_one_owner_and_the_rest_say_why_not() -> None:
    for dialled, bound, owner in REMOTE:
        case = made({dialled: REFUSED}, listening(*bound))
        for cause in CAUSES:
            judgement = cause.judge(case)
            assert isinstance(judgement, Found if cause.slug == owner else RuledOut), (dialled, bound, cause.slug)


def test_from_the_client_alone_nothing_is_more_than_possible() -> None:
    found = verdicts(made({"10.20.0.5": REFUSED}))
    assert set(found) == {NOBODY, LOOPBACK, OTHER}
    assert set(found.values()) == {Certainty.POSSIBLE}


def test_from_the_client_alone_ipv6_may_be_what_is_not_listened_on() -> None:
    found = verdicts(made({"fd20::5": REFUSED}))
    assert found == dict.fromkeys((NOBODY, LOOPBACK, OTHER, FAMILY), Certainty.POSSIBLE)
    assert FAMILY not in verdicts(made({"fd20::5": REFUSED, "10.20.0.5": REFUSED}, target="tcp://app.example:8080"))
    assert FAMILY not in verdicts(made({"::1": REFUSED}))


def test_from_the_client_alone_a_family_that_connects_points_to_the_family() -> None:
    case = made({"fd20::5": REFUSED, "10.20.0.5": ""}, target="tcp://app.example:8080")
    judgement = wrong_address_family.judge(case)
    assert isinstance(judgement, Found)
    assert judgement.certainty is Certainty.POSSIBLE
    assert [decider.command for decider in judgement.decided_by] == [
        "nocarrier tcp://app.example:8080 --server ssh://app.example",
        "ss -ltnp 'sport = :8080'",
    ]


def test_localhost_that_is_ipv6_first_is_proven_on_the_machine_itself() -> None:
    case = made(
        {"::1": REFUSED, "127.0.0.1": ""}, listening("127.0.0.1"), same_machine=True, target="http://localhost:8080"
    )
    judgement = wrong_address_family.judge(case)
    assert isinstance(judgement, Found)
    assert judgement.certainty is Certainty.PROVEN
    assert judgement.fixes[0].commands == ("nocarrier http://127.0.0.1:8080",)


def test_another_address_that_fails_otherwise_leaves_it_likely() -> None:
    """IPv4 is listened on and yet refused there: a second thing is wrong, and dialling IPv4 does not help."""
    case = made({"fd20::5": REFUSED, "10.20.0.5": REFUSED}, listening("0.0.0.0"), target="tcp://app.example:8080")
    assert verdicts(case) == {FAMILY: Certainty.LIKELY}


def test_two_addresses_that_fail_alike_are_one_fault() -> None:
    case = made({"fd20::5": REFUSED, "10.20.0.5": REFUSED}, listening("127.0.0.1"), target="tcp://app.example:8080")
    assert verdicts(case) == {LOOPBACK: Certainty.PROVEN}


@pytest.mark.parametrize(("bound", "owner"), [(("127.0.0.1",), LOOPBACK), ((), NOBODY)])
def test_an_address_that_is_not_the_servers_own_leaves_it_likely(bound: tuple[str, ...], owner: str) -> None:
    """It may be translated to the server (NAT), or be the wrong host."""
    case = made({"203.0.113.9": REFUSED}, listening(*bound))
    assert verdicts(case) == {owner: Certainty.LIKELY}


def test_which_address_it_may_be_translated_to_is_not_guessed() -> None:
    case = made({"203.0.113.9": REFUSED}, listening("10.20.0.6"))
    assert verdicts(case) == {}


def test_unknown_addresses_of_the_server_leave_it_likely() -> None:
    case = made({"10.20.0.5": REFUSED}, listening("127.0.0.1"), own=None)
    assert verdicts(case) == {LOOPBACK: Certainty.LIKELY}


def test_loopback_dialled_on_another_machine_than_the_server_says_nothing_about_it() -> None:
    case = made({"127.0.0.1": REFUSED}, listening("::1"))
    assert verdicts(case) == {NOBODY: Certainty.POSSIBLE}
    assert isinstance(wrong_address_family.judge(case), Silent)


def test_no_piece_of_the_evidence_can_be_spared() -> None:
    for dialled, bound, owner in REMOTE:
        for same_machine in (False, True):
            case = made({dialled: REFUSED}, listening(*bound), same_machine=same_machine)
            (cause,) = [cause for cause in CAUSES if cause.slug == owner]
            found = cause.judge(case)
            assert isinstance(found, Found)
            for piece in found.because:
                assert verdicts(case.without(piece)).get(owner) is not Certainty.PROVEN, (dialled, bound, piece.facts)


def test_an_ipv4_mapped_listener_is_an_ipv4_listener() -> None:
    mapped = Listeners(listeners=(Listener(address="::ffff:127.0.0.1", port=8080),))
    assert meeting(mapped, "10.20.0.5", 8080) is Meeting.LOOPBACK_ONLY
    assert meeting(mapped, "127.0.0.1", 8080) is Meeting.TAKEN
    other = Listeners(listeners=(Listener(address="::ffff:10.20.0.6", port=8080),))
    assert meeting(other, "10.20.0.5", 8080) is Meeting.OTHER_ADDRESS
    assert meeting(other, "fd20::5", 8080) is Meeting.OTHER_FAMILY


def fate(address: str, end: Decision, *, sent_to: str = "") -> PacketFate:
    passage = Passage(hook="input", what="syn", ends=(end,), sent_to=sent_to)
    return PacketFate(address=address, port=8080, passages=(passage,))


PASSES = Decision(fate="accept")
RESETS = Decision(fate="reject", tcp_reset=True)


@pytest.mark.parametrize("bound", [("127.0.0.1",), ("10.20.0.6",), ()])
@pytest.mark.parametrize("where", Where)
def test_a_rule_that_answers_or_sends_it_on_leaves_it_likely(bound: tuple[str, ...], where: Where) -> None:
    for facts in (fate("10.20.0.5", RESETS), fate("10.20.0.5", PASSES, sent_to="172.17.0.2:80")):
        case = made({"10.20.0.5": REFUSED}, listening(*bound), extra=(seen(facts, where),))
        assert set(verdicts(case).values()) == {Certainty.LIKELY}
        (found,) = [judged for cause in CAUSES if isinstance(judged := cause.judge(case), Found)]
        assert [decider.command for decider in found.decided_by] == ["nft list ruleset | grep -nw 8080"]


def test_rules_that_let_it_pass_change_nothing() -> None:
    case = made({"10.20.0.5": REFUSED}, listening(), extra=(seen(fate("10.20.0.5", PASSES), Where.SERVER),))
    assert verdicts(case) == {NOBODY: Certainty.PROVEN}


def test_links_to_containers_whose_rules_cannot_be_read_leave_it_likely() -> None:
    links = tuple(
        Interface(name=name, up=True, carrier=True, addresses=addresses)
        for name, addresses in (("eth0", ("10.20.0.5/24",)), ("docker0", ("172.17.0.1/16",)))
    )
    extra = (seen(Interfaces(interfaces=links), Where.SERVER),)
    assert verdicts(made({"10.20.0.5": REFUSED}, listening(), extra=extra)) == {NOBODY: Certainty.LIKELY}
    read = (*extra, seen(fate("10.20.0.5", PASSES), Where.SERVER))
    assert verdicts(made({"10.20.0.5": REFUSED}, listening(), extra=read)) == {NOBODY: Certainty.PROVEN}


def test_an_address_that_is_not_the_servers_asks_where_it_leads() -> None:
    judgement = server_not_listening.judge(made({"203.0.113.9": REFUSED}, listening()))
    assert isinstance(judgement, Found)
    assert [decider.command for decider in judgement.decided_by] == ["tcpdump -ni any tcp port 8080"]


@pytest.mark.parametrize(
    ("dialled", "bound", "nearest"),
    [
        ("10.20.0.5", ("::1", "127.0.0.1"), "127.0.0.1"),
        ("fd20::5", ("127.0.0.1", "::1"), "::1"),
        ("10.20.0.5", ("127.0.0.1", "fd20::5"), "fd20::5"),
        ("10.20.0.5", ("fd20::5", "10.20.0.6"), "10.20.0.6"),
    ],
)
def test_the_setting_that_is_to_change_is_that_of_the_dialled_family(
    dialled: str, bound: tuple[str, ...], nearest: str
) -> None:
    refused = refusal(made({dialled: REFUSED}, listening(*bound)))
    assert refused is not None
    assert refused.nearest.bare == nearest
