"""Names that do not resolve, and names that lead to the wrong machine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from nocarrier.causes._names import shown
from nocarrier.causes.name import (
    dns_wrong_address,
    hosts_file_override,
    name_has_no_address,
    name_not_found,
    resolver_failing,
    resolver_unreachable,
    search_domain_surprise,
    target_malformed,
)
from nocarrier.causes.path import wrong_host
from nocarrier.causes.server import server_not_listening
from nocarrier.diagnosis.judge import judge as judge_all
from nocarrier.diagnosis.presumable import presumable
from nocarrier.diagnosis.rank import Suspect, rank
from nocarrier.facts.dns import Dns, DnsAnswer
from nocarrier.facts.exchange import Exchange, TlsHandshake
from nocarrier.facts.hosts_file import HostsEntry, HostsFile
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.near_names import NearName, NearNames
from nocarrier.facts.other_addresses import OtherAddress, OtherAddresses
from nocarrier.facts.resolver_config import ResolverConfig
from nocarrier.facts.target_shape import TargetShape
from nocarrier.model.evidence import Case, Evidence, Facts, Where
from nocarrier.model.judgement import Cause, Certainty, Found, Judgement, RuledOut, Silent
from nocarrier.model.record import replace
from nocarrier.readings.target import parse_target

from .cases import listening, made, seen

CAUSES = [
    module.CAUSE
    for module in (
        dns_wrong_address, hosts_file_override, name_has_no_address, name_not_found, resolver_failing,
        resolver_unreachable, search_domain_surprise, target_malformed, wrong_host,
    )
]  # fmt: skip
WEB = "http://shop.example:8080"


def says(server: str, name: str = "shop.example.", **kinds: str) -> list[DnsAnswer]:
    """What one server says: ``A="10.20.0.5"``, ``AAAA="NXDOMAIN"``, ``A="-"`` for NODATA, ``A=""`` for silence."""
    answers = []
    for kind in ("A", "AAAA"):
        text = kinds.get(kind, kinds.get("both", "-"))
        asked = DnsAnswer(server=server, transport="udp", name=name, kind=kind)
        if not text or text == "ECONNREFUSED":
            answers.append(replace(asked, errno=text))
        elif text[0].isdigit() or ":" in text:
            answers.append(replace(asked, rcode="NOERROR", addresses=tuple(text.split()), ttl=60))
        else:
            answers.append(replace(asked, rcode="NOERROR" if text == "-" else text))
    return answers


def over_tcp(**kinds: str) -> list[DnsAnswer]:
    """The same, asked over TCP."""
    return [replace(answer, transport="tcp", connected=bool(answer.rcode)) for answer in says("10.0.0.2", **kinds)]


def dns(*answers: DnsAnswer, asked: Sequence[str] = ("shop.example.",), **more: Any) -> Dns:
    servers = tuple(dict.fromkeys(answer.server for answer in answers))
    return Dns(name="shop.example", servers=servers, asked=tuple(asked), answers=answers, **more)


def failed(error: str, *facts: Facts, target: str = WEB) -> Case:
    """The name did not resolve."""
    parsed = parse_target(target)
    config = ResolverConfig(path="/etc/resolv.conf", nameservers=("10.0.0.2",))
    hosts = HostsFile(path="/etc/hosts", name=parsed.host)
    own = [] if any(isinstance(each, HostsFile) for each in facts) else [hosts]
    everything = (Lookup(name=parsed.host, error=error), config, *own, *facts)
    return Case(target=parsed, evidence=tuple(seen(each, number=at) for at, each in enumerate(everything, 1)))


def verdict(case: Case) -> tuple[str, Certainty] | None:
    """What these causes together name first."""
    ranked = rank(judge_all(case, CAUSES)[0])
    return (ranked[0].cause.slug, ranked[0].found.certainty) if ranked else None


def certainty(judgement: Judgement) -> Certainty | None:
    return judgement.certainty if isinstance(judgement, Found) else None


@pytest.mark.parametrize(
    ("error", "matrix", "expected"),
    [
        ("EAI_NONAME", dns(*says("10.0.0.2", both="NXDOMAIN")), ("name-not-found", Certainty.PROVEN)),
        ("EAI_NONAME", dns(*says("10.0.0.2", both="-")), ("name-has-no-address", Certainty.PROVEN)),
        ("", dns(*says("10.0.0.2", A="10.20.0.5")), ("name-has-no-address", Certainty.PROVEN)),
        ("EAI_AGAIN", dns(*says("10.0.0.2", both="SERVFAIL")), ("resolver-failing", Certainty.PROVEN)),
        ("EAI_AGAIN", dns(*says("10.0.0.2", both="REFUSED")), ("resolver-failing", Certainty.PROVEN)),
        ("EAI_AGAIN", dns(*says("10.0.0.2", both="ECONNREFUSED")), ("resolver-unreachable", Certainty.PROVEN)),
        ("EAI_TIMEOUT", dns(*says("10.0.0.2", both="")), ("resolver-unreachable", Certainty.PROVEN)),
        (
            "EAI_AGAIN",
            dns(*says("10.0.0.2", both=""), *says("10.0.0.3", both="SERVFAIL")),
            ("resolver-failing", Certainty.PROVEN),
        ),
        (
            "EAI_NONAME",
            dns(*says("10.0.0.2", both="SERVFAIL"), *says("10.0.0.3", both="NXDOMAIN")),
            ("name-not-found", Certainty.PROVEN),
        ),
        (
            "EAI_NONAME",
            dns(*says("10.0.0.2", both="NXDOMAIN"), *says("10.0.0.3", A="10.20.0.5")),
            ("name-not-found", Certainty.LIKELY),
        ),
        ("EAI_TIMEOUT", dns(*says("10.0.0.2", A="10.20.0.5", AAAA="")), ("resolver-failing", Certainty.LIKELY)),
        (
            "EAI_AGAIN",
            dns(*says("10.0.0.2", both=""), *over_tcp(A="10.20.0.5")),
            ("resolver-unreachable", Certainty.LIKELY),
        ),
        # The library could not ask, and asked directly the server does say so: it may be a fault that comes and goes.
        ("EAI_AGAIN", dns(*says("10.0.0.2", both="NXDOMAIN")), ("name-not-found", Certainty.LIKELY)),
    ],
)
def test_unresolved(error: str, matrix: Dns, expected: tuple[str, Certainty]) -> None:
    assert verdict(failed(error, matrix)) == expected


def test_a_server_that_is_there_and_silent_is_not_unreachable() -> None:
    control = DnsAnswer(server="10.0.0.2", transport="udp", name="localhost.", kind="A", rcode="NOERROR")
    case = failed("EAI_TIMEOUT", dns(*says("10.0.0.2", both=""), controls=(control,)))
    assert verdict(case) == ("resolver-failing", Certainty.LIKELY)
    assert isinstance(resolver_unreachable.judge(case), RuledOut)


def test_aliases_that_go_round_in_a_circle_are_called_so() -> None:
    ring = [
        replace(one, chain=("www.example.", "shop.example.", "www.example.")) for one in says("10.0.0.2", both="-")
    ]
    found = name_has_no_address.judge(failed("EAI_NONAME", dns(*ring)))
    assert isinstance(found, Found)
    assert "in a circle: shop.example → www.example → shop.example." in str(found.summary)
    assert "A record" not in str(found.fixes[0].text)
    dangling = [replace(one, chain=("www.example.",)) for one in says("10.0.0.2", both="-")]
    found = name_has_no_address.judge(failed("EAI_NONAME", dns(*dangling)))
    assert isinstance(found, Found)
    assert str(found.fixes[0].text).startswith("Add the address of the server to www.example,")


def test_a_dead_server_is_one_that_was_asked_over_tcp_too() -> None:
    once = dns(*says("10.0.0.2", both=""), *says("10.0.0.3", A="10.20.0.5"))
    again = dns(*says("10.0.0.2", both=""), *over_tcp(both=""), *says("10.0.0.3", A="10.20.0.5"))
    assert (once.asked_in_vain, again.asked_in_vain) == ((), ("10.0.0.2",))


def test_icmp_that_is_held_back_does_not_make_a_refusal_silence() -> None:
    over_udp = says("10.0.0.2", A="ECONNREFUSED", AAAA="")
    some = resolver_unreachable.judge(failed("EAI_AGAIN", dns(*over_udp, *over_tcp(both="ECONNREFUSED"))))
    none = resolver_unreachable.judge(
        failed("EAI_AGAIN", dns(*says("10.0.0.2", both=""), *over_tcp(both="ECONNREFUSED")))
    )
    assert isinstance(some, Found)
    assert isinstance(none, Found)
    assert str(some.summary) == "No nameserver runs at 10.0.0.2: port 53 is refused over UDP and TCP."
    assert "refused over TCP, and silent over UDP" in str(none.summary)


def test_a_name_that_is_there_in_one_search_domain_without_an_address() -> None:
    matrix = dns(
        *says("10.0.0.2", "shop.a.", both="-"),
        *says("10.0.0.2", "shop.", both="NXDOMAIN"),
        asked=("shop.a.", "shop."),
    )
    assert verdict(failed("EAI_NODATA", matrix, target="http://shop:8080")) == (
        "name-has-no-address",
        Certainty.PROVEN,
    )


def test_withheld_for_its_signatures() -> None:
    withheld = says("10.0.0.2", both="SERVFAIL")
    unchecked = DnsAnswer(
        server="10.0.0.2", transport="udp", name="shop.example.", kind="A", checking_disabled=True,
        rcode="NOERROR", addresses=("10.20.0.5",),
    )  # fmt: skip
    found = resolver_failing.judge(failed("EAI_AGAIN", dns(*withheld, unchecked)))
    assert isinstance(found, Found)
    assert "DNSSEC" in str(found.summary)


def test_only_the_hosts_file_is_asked() -> None:
    hosts = HostsFile(path="/etc/hosts", name="shop.example", sources=("files",))
    assert verdict(failed("EAI_NONAME", hosts)) == ("name-not-found", Certainty.PROVEN)


@pytest.mark.parametrize("error", ["EAI_AGAIN", "EAI_TIMEOUT", "EAI_NONAME"])
def test_without_the_nameservers_word_nothing_is_proven(error: str) -> None:
    for cause in CAUSES:
        assert certainty(cause.judge(failed(error))) in (None, Certainty.LIKELY, Certainty.POSSIBLE)


def test_a_near_name_that_takes_no_connection_is_not_the_first_fix() -> None:
    near = NearNames(names=(NearName(name="shop.example", addresses=("10.20.0.5",), source="dns"),))
    found = name_not_found.judge(
        failed("EAI_NONAME", dns(*says("10.0.0.2", both="NXDOMAIN")), near, target="http://shpo.example:8080")
    )
    assert isinstance(found, Found)
    assert [fix.where for fix in found.fixes] == ["network", "client"]


def test_the_nearest_name_that_takes_connections_is_the_first_fix() -> None:
    near = NearNames(names=(NearName(name="shop.example", addresses=("10.20.0.5",), source="dns", connects=True),))
    found = name_not_found.judge(
        failed("EAI_NONAME", dns(*says("10.0.0.2", both="NXDOMAIN")), near, target="http://shpo.example:8080")
    )
    assert isinstance(found, Found)
    assert found.fixes[0].commands == ("nocarrier http://shop.example:8080",)


def test_an_alias_into_nowhere_is_named() -> None:
    answers = [replace(each, chain=("lb.example.",)) for each in says("10.0.0.2", both="NXDOMAIN")]
    found = name_not_found.judge(failed("EAI_NONAME", dns(*answers)))
    assert isinstance(found, Found)
    assert "alias of lb.example" in str(found.summary)


def test_a_literal_of_the_other_family() -> None:
    target = parse_target("tcp://10.20.0.5:80")
    case = Case(target=target, evidence=(seen(Lookup(name="10.20.0.5", literal=True), number=1),))
    assert verdict(case) == ("name-has-no-address", Certainty.PROVEN)


def test_a_literal_of_another_family_than_what_the_client_binds() -> None:
    target = parse_target("tcp://10.20.0.5:8080")
    lookup = Lookup(name="10.20.0.5", literal=True)
    judgement = name_has_no_address.judge(Case(target=target, evidence=(seen(lookup),), source="::1"))
    assert isinstance(judgement, Found)
    assert str(judgement.summary) == "10.20.0.5 is an IPv4 address, and the client binds ::1, one of IPv6."
    assert judgement.fixes[0].commands == ("nocarrier tcp://10.20.0.5:8080",)


def test_a_target_that_is_none_is_no_question_of_names() -> None:
    case = failed("EAI_NONAME", TargetShape(host="none"), dns(*says("10.0.0.2", both="NXDOMAIN")))
    assert verdict(case) == ("target-malformed", Certainty.PROVEN)
    assert isinstance(name_not_found.judge(case), Silent)


def test_idn_is_shown_in_its_own_letters() -> None:
    assert shown("xn--mnchen-3ya.example") == "xn--mnchen-3ya.example (münchen.example)"
    assert shown("shop.example") == "shop.example"
    assert shown("xn--\x80") == "xn--\x80"


# --- a name that leads to the wrong machine ---


def hosts_line(address: str, *names: str, sources: tuple[str, ...] = ("files", "dns")) -> HostsFile:
    entry = HostsEntry(line=2, address=address, names=names or ("shop.example",))
    return HostsFile(path="/etc/hosts", name="shop.example", entries=(entry,), total=2, sources=sources)


def dialled(**origins: str) -> OtherAddresses:
    """``dns="10.20.0.5"``: an address of that origin which takes connections."""
    return OtherAddresses(
        port=8080,
        attempts=tuple(
            OtherAddress(address=address, origin=origin, connects=True) for origin, address in origins.items()
        ),
    )


def wrong(
    address: str, *facts: Facts, outcome: str = "ECONNREFUSED", server: bool = False, target: str = WEB,
    expected: tuple[str, ...] = (), listeners: Sequence[Any] = (),
) -> Case:  # fmt: skip
    """The name is ``address``, and that does not connect."""
    extra: list[Evidence[Any]] = [seen(each) for each in facts]
    extra.append(seen(ResolverConfig(path="/etc/resolv.conf", nameservers=("10.0.0.2",), search=("corp.example",))))
    case = made({address: outcome}, listeners if server else None, extra=extra, target=target)
    return replace(case, expected_addresses=expected, server_named=server)


RIGHT = dns(*says("10.0.0.2", A="10.20.0.5"))
WRONG = dns(*says("10.0.0.2", A="10.20.0.99"))
NO_LINE = HostsFile(path="/etc/hosts", name="shop.example")


def test_hosts_line_where_dns_gives_an_address_that_connects() -> None:
    case = wrong("10.20.0.99", hosts_line("10.20.0.99"), RIGHT, dialled(dns="10.20.0.5"))
    assert verdict(case) == ("hosts-file-override", Certainty.PROVEN)
    found = hosts_file_override.judge(case)
    assert isinstance(found, Found)
    assert found.fixes[0].commands == ("text=$(sed 2d /etc/hosts) && printf '%s\\n' \"$text\" > /etc/hosts",)


def test_hosts_line_where_dns_gives_one_that_does_not_connect_either() -> None:
    case = wrong("10.20.0.99", hosts_line("10.20.0.99"), RIGHT, OtherAddresses(port=8080))
    assert verdict(case) == ("hosts-file-override", Certainty.POSSIBLE)


def test_hosts_line_equal_to_dns() -> None:
    assert isinstance(hosts_file_override.judge(wrong("10.20.0.5", hosts_line("10.20.0.5"), RIGHT)), RuledOut)


def test_hosts_line_and_nothing_to_compare_with() -> None:
    assert verdict(wrong("10.20.0.99", hosts_line("10.20.0.99"))) is None


def test_a_line_for_one_family_hides_the_other_one_of_dns() -> None:
    case = wrong("::1", hosts_line("::1"), RIGHT, dialled(dns="10.20.0.5"))
    assert verdict(case) == ("hosts-file-override", Certainty.PROVEN)


# --- a name that leads to this machine itself ---

HERE = {"hosts": hosts_line("127.0.0.1"), "dns": dns(*says("10.0.0.2", A="127.0.0.1"))}


def here(*facts: Facts, hostname: str = "desk", target: str = WEB, **more: Any) -> dict[str, Certainty]:
    """What is found where the name is 127.0.0.1 and nothing listens there."""
    config = ResolverConfig(path="/etc/resolv.conf", nameservers=("10.0.0.2",), hostname=hostname)
    extra = [seen(each) for each in (*facts, config)]
    case = made({"127.0.0.1": "ECONNREFUSED"}, [], same_machine=True, extra=extra, target=target)
    suspects, _ = judge_all(replace(case, **more), [*CAUSES, server_not_listening.CAUSE])
    return {suspect.cause.slug: suspect.found.certainty for suspect in suspects}


@pytest.mark.parametrize(
    ("facts", "doubt"),
    [
        ((HERE["hosts"],), "hosts-file-override"),
        ((HERE["hosts"], RIGHT), "hosts-file-override"),
        ((NO_LINE, HERE["dns"]), "dns-wrong-address"),
    ],
    ids=["a line of the hosts file", "and DNS knows better", "DNS says so"],
)
def test_nothing_is_proven_of_this_machine_while_another_may_be_meant(facts: tuple[Facts, ...], doubt: str) -> None:
    assert here(*facts) == {"server-not-listening": Certainty.LIKELY, doubt: Certainty.POSSIBLE}


def test_this_machine_is_meant_where_that_is_known() -> None:
    proven = {"server-not-listening": Certainty.PROVEN}
    assert here(HERE["hosts"], hostname="shop.example") == proven
    assert here(HERE["hosts"], hostname="shop.example.org", target="http://shop:8080") == proven
    assert here(HERE["hosts"], expected_addresses=("127.0.0.1",)) == proven
    assert here(HERE["hosts"], target="http://localhost:8080") == proven
    assert here(target="http://127.0.0.1:8080") == proven


# --- files that this user may not read ---

CLOSED = HostsFile(path="/etc/hosts", name="shop.example", errno="EACCES")


def test_a_hosts_file_that_may_not_be_read_may_name_it() -> None:
    for error, both in (
        ("EAI_NONAME", "NXDOMAIN"),
        ("EAI_NONAME", "-"),
        ("EAI_AGAIN", "SERVFAIL"),
        ("EAI_AGAIN", ""),
    ):
        found = verdict(failed(error, dns(*says("10.0.0.2", both=both)), CLOSED))
        assert found is not None
        assert found[1] is Certainty.LIKELY
    judgement = name_not_found.judge(failed("EAI_NONAME", dns(*says("10.0.0.2", both="NXDOMAIN")), CLOSED))
    assert isinstance(judgement, Found)
    assert judgement.fixes[0].commands == ("chmod a+r /etc/hosts",)
    assert isinstance(hosts_file_override.judge(wrong("10.20.0.99", CLOSED, RIGHT)), Silent)


def test_a_resolv_conf_that_may_not_be_read_does_not_name_none() -> None:
    silent = dns(*says("127.0.0.1", both="ECONNREFUSED"))
    closed = ResolverConfig(path="/etc/resolv.conf", nameservers=("127.0.0.1",), assumed=True, errno="EACCES")
    judgement = resolver_unreachable.judge(failed("EAI_AGAIN", closed, silent))
    assert isinstance(judgement, Found)
    assert judgement.certainty is Certainty.PROVEN
    assert "may not read /etc/resolv.conf (EACCES)" in str(judgement.summary)
    assert judgement.fixes[0].commands == ("chmod a+r /etc/resolv.conf",)
    absent = resolver_unreachable.judge(failed("EAI_AGAIN", replace(closed, errno="ENOENT"), silent))
    assert isinstance(absent, Found)
    assert "names no nameserver" in str(absent.summary)


def test_hosts_file_that_is_not_asked_gave_nothing() -> None:
    case = wrong("10.20.0.99", hosts_line("10.20.0.99", sources=("dns",)), RIGHT, dialled(dns="10.20.0.5"))
    assert isinstance(hosts_file_override.judge(case), Silent)


def test_localhost_is_no_override() -> None:
    lines = HostsFile(
        path="/etc/hosts", name="localhost", entries=(HostsEntry(line=1, address="127.0.0.1", names=("localhost",)),)
    )
    assert isinstance(hosts_file_override.judge(wrong("127.0.0.1", lines, target="http://localhost:8080")), Silent)


def test_the_name_is_taken_out_of_a_line_with_others() -> None:
    case = wrong("10.20.0.99", hosts_line("10.20.0.99", "gate", "shop.example"), RIGHT, dialled(dns="10.20.0.5"))
    found = hosts_file_override.judge(case)
    assert isinstance(found, Found)
    assert r"sed '2s/[[:space:]]shop\.example\([[:space:]]\|$\)/\1/I'" in found.fixes[0].commands[0]


UP = listening("0.0.0.0")


@pytest.mark.parametrize(
    ("outcome", "sure"),
    [("ECONNREFUSED", Certainty.PROVEN), ("EHOSTUNREACH", Certainty.PROVEN), ("ETIMEDOUT", Certainty.LIKELY)],
)
def test_not_the_servers_address_while_its_own_connects(outcome: str, sure: Certainty) -> None:
    """Silence may come from a filter in front of the same server, reached by another of its addresses."""
    own = dialled(server="10.20.0.5")
    by_name = wrong("10.20.0.99", NO_LINE, WRONG, own, outcome=outcome, server=True, listeners=UP)
    assert verdict(by_name) == ("dns-wrong-address", sure)
    literal = wrong("10.20.0.99", own, outcome=outcome, server=True, listeners=UP, target="http://10.20.0.99:8080")
    assert verdict(literal) == ("wrong-host", sure)


def test_a_server_with_no_address_but_loopbacks_is_told_as_one() -> None:
    case = wrong("10.20.0.99", server=True, listeners=UP, target="http://10.20.0.99:8080")
    evidence = tuple(
        seen(Interfaces(interfaces=()), Where.SERVER, 9) if isinstance(one.facts, Interfaces) else one
        for one in case.evidence
    )
    judged = wrong_host.judge(replace(case, evidence=evidence))
    assert isinstance(judged, Found)
    assert str(judged.summary) == "10.20.0.99 is not the server's address: it has none but those of loopback."


def test_not_the_servers_address_may_be_translated() -> None:
    case = wrong("10.20.0.99", NO_LINE, WRONG, server=True, listeners=UP)
    assert verdict(case) == ("dns-wrong-address", Certainty.LIKELY)
    nobody_listens = wrong("10.20.0.99", NO_LINE, WRONG, server=True)
    assert verdict(nobody_listens) == ("dns-wrong-address", Certainty.POSSIBLE)


def test_the_servers_own_address_clears_the_name() -> None:
    case = wrong("10.20.0.5", NO_LINE, RIGHT, server=True)
    assert isinstance(dns_wrong_address.judge(case), RuledOut)
    literal = wrong("10.20.0.5", server=True, target="http://10.20.0.5:8080")
    assert isinstance(wrong_host.judge(literal), RuledOut)


def test_from_the_client_alone_a_name_is_not_accused() -> None:
    assert verdict(wrong("10.20.0.5", NO_LINE, RIGHT)) is None


@pytest.mark.parametrize("outcome", ["ECONNREFUSED", ""])
def test_another_address_than_the_expected_one(outcome: str) -> None:
    case = wrong("10.20.0.99", NO_LINE, WRONG, outcome=outcome, expected=("10.20.0.5",))
    assert verdict(case) == ("dns-wrong-address", Certainty.PROVEN)
    line = wrong("10.20.0.99", hosts_line("10.20.0.99"), outcome=outcome, expected=("10.20.0.5",))
    assert verdict(line) == ("hosts-file-override", Certainty.PROVEN)
    assert verdict(wrong("10.20.0.5", NO_LINE, RIGHT, outcome=outcome, expected=("10.20.0.5",))) is None


def test_expected_addresses_are_compared_in_one_form() -> None:
    six = dns(*says("10.0.0.2", AAAA="fd20::5"))
    assert verdict(wrong("fd20::5", NO_LINE, six, expected=("FD20:0:0::0005",))) is None


def test_nameservers_that_disagree() -> None:
    both = dns(*says("10.0.0.2", A="10.20.0.99"), *says("10.0.0.3", A="10.20.0.5"))
    assert verdict(wrong("10.20.0.99", NO_LINE, both, dialled(dns="10.20.0.5"))) == (
        "dns-wrong-address",
        Certainty.LIKELY,
    )


def test_a_name_that_the_nameserver_blocks() -> None:
    case = wrong("0.0.0.0", NO_LINE, dns(*says("10.0.0.2", A="0.0.0.0")))
    assert verdict(case) == ("dns-wrong-address", Certainty.PROVEN)


def completed(typed: str, of: str, plain: str, **more: Any) -> Dns:
    """``typed`` in corp.example is the address ``of``, by itself it is ``plain``."""
    return dns(
        *says("10.0.0.2", f"{typed}.corp.example.", A=of),
        *says("10.0.0.2", f"{typed}.", A=plain, AAAA="-" if plain[0].isdigit() else plain),
        asked=(f"{typed}.corp.example.", f"{typed}."),
        **more,
    )


def test_completed_although_it_exists_by_itself() -> None:
    both = completed("shop.example", "10.10.0.1", "10.20.0.5")
    case = wrong("10.10.0.1", NO_LINE, both, dialled(dns="10.20.0.5"))
    assert verdict(case) == ("search-domain-surprise", Certainty.PROVEN)


def test_completed_by_a_wildcard() -> None:
    caught = completed("shop.example", "10.10.0.1", "NXDOMAIN", wildcards=("corp.example",))
    assert verdict(wrong("10.10.0.1", NO_LINE, caught)) == ("search-domain-surprise", Certainty.LIKELY)
    meant = completed("shop.example", "10.10.0.1", "NXDOMAIN")
    assert verdict(wrong("10.10.0.1", NO_LINE, meant)) == ("search-domain-surprise", Certainty.POSSIBLE)


def test_a_short_name_is_there_to_be_completed() -> None:
    case = wrong("10.10.0.1", NO_LINE, completed("shop", "10.10.0.1", "NXDOMAIN"), target="http://shop:8080")
    assert verdict(case) is None


def test_a_completed_name_with_the_expected_address_is_right() -> None:
    both = completed("shop.example", "10.10.0.1", "10.20.0.5")
    assert verdict(wrong("10.10.0.1", NO_LINE, both, expected=("10.10.0.1",))) is None
    assert verdict(wrong("10.10.0.1", NO_LINE, both, expected=("10.20.0.5",))) == (
        "search-domain-surprise",
        Certainty.PROVEN,
    )


def test_a_near_address_is_only_a_hint() -> None:
    case = wrong("10.20.0.6", dialled(near="10.20.0.5"), target="http://10.20.0.6:8080")
    assert verdict(case) == ("wrong-host", Certainty.POSSIBLE)


def test_found_misdirected_hides_what_was_found_out_about_the_wrong_machine() -> None:
    def cause(slug: str, sure: Certainty, misdirects: bool) -> tuple[Cause, Found]:
        known = hosts_file_override.CAUSE
        found = hosts_file_override.judge(
            wrong("10.20.0.99", hosts_line("10.20.0.99"), RIGHT, dialled(dns="10.20.0.5"))
        )
        assert isinstance(found, Found)
        decided = wrong_host._whose("10.20.0.99")
        return (
            replace(known, slug=slug, misdirects=misdirects, yields_to=frozenset()),
            replace(found, certainty=sure, decided_by=decided),
        )

    likely = Suspect(*cause("astray", Certainty.LIKELY, True))
    same, surer = (Suspect(*cause("other", sure, False)) for sure in (Certainty.LIKELY, Certainty.PROVEN))
    assert [each.cause.slug for each in rank([likely, same])] == ["astray"]
    assert [each.cause.slug for each in rank([likely, surer])] == ["other"]
    possible = Suspect(*cause("astray", Certainty.POSSIBLE, True))
    assert len(rank([possible, Suspect(*cause("other", Certainty.POSSIBLE, False))])) == 2


def at_a_site(*expected: str, **tls: Any) -> Case:
    """The hosts file's line leads to somebody who answers in TLS; DNS gives another address."""
    answer = Exchange(address="10.20.0.9", port=443, size=9, tls=TlsHandshake(done=False, answered=True, **tls))
    facts: list[Facts] = [
        Lookup(name="shop.example", addresses=("10.20.0.9",)),
        HostsFile(
            path="/etc/hosts",
            name="shop.example",
            entries=(HostsEntry(line=2, address="10.20.0.9", names=("shop.example",)),),
        ),
        dns(*says("10.10.0.1", A="10.20.0.5")),
        OtherAddresses(port=443, attempts=(OtherAddress(address="10.20.0.5", origin="dns", connects=True),)),
        answer,
    ]
    evidence = tuple(seen(one, number=number) for number, one in enumerate(facts, 1))
    return Case(target=parse_target("https://shop.example"), evidence=evidence, expected_addresses=expected)


def test_where_somebody_answers_only_what_is_expected_proves_that_the_line_is_wrong() -> None:
    def certainty(case: Case) -> Certainty | None:
        judgement = hosts_file_override.judge(case)
        return judgement.certainty if isinstance(judgement, Found) else None

    assert certainty(at_a_site(verify_code=62)) is Certainty.POSSIBLE
    assert certainty(at_a_site("10.20.0.5", verify_code=62)) is Certainty.PROVEN
    assert certainty(at_a_site("10.20.0.9", verify_code=62)) is None


def test_a_wrong_machine_is_asked_about_where_something_speaks_for_one() -> None:
    assert "astray" in presumable(at_a_site(verify_code=62))
    assert "astray" in presumable(at_a_site(alert="unrecognized_name"))
    assert "astray" in presumable(at_a_site("10.20.0.5", verify_code=10))
    assert "astray" not in presumable(at_a_site(verify_code=10))
    assert "astray" in presumable(replace(at_a_site(verify_code=10), server_named=True))
