"""Why TLS was broken off: each reason has one owner, and is proven only of the server that was meant."""

from __future__ import annotations

from typing import Any

import pytest

from nocarrier.diagnosis.catalogue import asked_for
from nocarrier.diagnosis.judge import judge
from nocarrier.diagnosis.rank import rank
from nocarrier.facts.exchange import Certificate, Exchange, HttpReply, TlsHandshake
from nocarrier.facts.landing import Landing
from nocarrier.facts.listeners import Listener, Listeners
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.openings import Opened, Openings
from nocarrier.facts.system import System
from nocarrier.facts.trusted_file import TrustedFile
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Certainty, Found, Symptom
from nocarrier.readings.target import parse_target
from tests.causes.cases import seen

LIKELY, PROVEN, POSSIBLE = Certainty.LIKELY, Certainty.PROVEN, Certainty.POSSIBLE
ADDRESS = "10.20.0.5"
OF_THE_INTERNET = "198.51.100.7"


def found(
    host: str,
    http: HttpReply | None = None,
    symptom: Symptom = Symptom.TLS_FAILED,
    more: tuple[Evidence[Any], ...] = (),
    **tls: Any,
) -> dict[str, Found]:
    """What is found where a handshake with the server ended so."""
    usual = {"done": False, "end": "tls-failed", "answered": True, "server_name": host, **tls}
    address = host if host == OF_THE_INTERNET else ADDRESS
    exchange = Exchange(address=address, port=443, protocol="http", size=9, tls=TlsHandshake(**usual), http=http)
    lookup = Lookup(name=host, addresses=(address,), literal=host == address)
    evidence = (seen(lookup, number=1), seen(exchange, number=2), *more)
    case = Case(target=parse_target(f"https://{host}/"), evidence=evidence)
    suspects, _ = judge(case, asked_for(symptom))
    return {suspect.cause.slug: suspect.found for suspect in rank(suspects)}


@pytest.mark.parametrize(
    ("tls", "owners"),
    [
        ({"verify_code": 10}, {"certificate-expired": LIKELY}),
        ({"verify_code": 9}, {"certificate-not-yet-valid": LIKELY}),
        ({"verify_code": 62}, {"certificate-name-mismatch": LIKELY}),
        ({"verify_code": 64}, {"certificate-name-mismatch": LIKELY}),
        ({"verify_code": 26}, {"certificate-unfit": LIKELY}),
        ({"verify_code": 66}, {"certificate-unfit": LIKELY}),
        ({"verify_code": 68}, {"certificate-unfit": LIKELY}),
        ({"verify_code": 18}, {"certificate-self-signed": LIKELY}),
        ({"verify_code": 19, "chain": 2}, {"certificate-untrusted-ca": LIKELY}),
        ({"verify_code": 20, "chain": 3, "linked": 3}, {"certificate-untrusted-ca": LIKELY}),
        (
            {"verify_code": 20, "chain": 2, "linked": 1},
            {"certificate-chain-incomplete": LIKELY, "certificate-untrusted-ca": POSSIBLE},
        ),
        (
            {"verify_code": 20, "chain": 1},
            {"certificate-chain-incomplete": LIKELY, "certificate-untrusted-ca": POSSIBLE},
        ),
        ({"alert": "unrecognized_name"}, {"tls-wrong-virtual-host": LIKELY}),
        ({"alert": "protocol_version"}, {"tls-version-unsupported": LIKELY}),
        ({"reason": "SSLError", "version": "TLSv1.1"}, {"tls-version-unsupported": LIKELY}),
        ({"alert": "handshake_failure"}, {"tls-cipher-unsupported": LIKELY}),
        ({"alert": "handshake_failure", "version": "TLSv1.2"}, {"tls-client-certificate-required": LIKELY}),
        ({"alert": "certificate_required", "version": "TLSv1.2"}, {"tls-client-certificate-required": PROVEN}),
        ({"alert": "internal_error"}, {}),
        ({"plain": True, "verify_code": 0}, {}),
    ],
)
def test_each_end_of_a_handshake_has_one_owner(tls: dict[str, Any], owners: dict[str, Certainty]) -> None:
    assert {slug: one.certainty for slug, one in found(ADDRESS, **tls).items()} == owners


@pytest.mark.parametrize("tls", [{"verify_code": 18}, {"verify_code": 62}, {"alert": "unrecognized_name"}])
def test_a_name_may_lead_to_another_server(tls: dict[str, Any]) -> None:
    assert [one.certainty for one in found("shop.example", **tls).values()] == [LIKELY]


@pytest.mark.parametrize("tls", [{"verify_code": 18}, {"verify_code": 62}, {"alert": "protocol_version"}])
def test_on_the_way_to_the_internet_another_one_may_answer(tls: dict[str, Any]) -> None:
    assert [one.certainty for one in found(OF_THE_INTERNET, **tls).values()] == [LIKELY]


def test_whose_it_is_the_servers_own_side_tells() -> None:
    listening = seen(Listeners(listeners=(Listener(address=OF_THE_INTERNET, port=443),)), Where.SERVER, 3)

    def certainty(at: int, *, ours: bool = True) -> Certainty:
        landing = seen(Landing(address=OF_THE_INTERNET, port=443, at=at, ours=ours), Where.SERVER, 4)
        (own,) = found(OF_THE_INTERNET, verify_code=18, more=(listening, landing)).values()
        return own.certainty

    assert (certainty(at=443), certainty(at=8443), certainty(at=0)) == (PROVEN, LIKELY, LIKELY)
    assert certainty(at=443, ours=False) is LIKELY


@pytest.mark.parametrize("host", ["shop.example", OF_THE_INTERNET])
def test_a_server_of_many_names_may_have_none_for_this_one(host: str) -> None:
    certainties = {slug: one.certainty for slug, one in found(host, alert="handshake_failure").items()}
    assert certainties == {"tls-cipher-unsupported": POSSIBLE, "tls-wrong-virtual-host": POSSIBLE}


def test_ciphers_that_are_too_weak_are_no_matter_of_names() -> None:
    assert list(found("shop.example", alert="insufficient_security")) == ["tls-cipher-unsupported"]


@pytest.mark.parametrize(
    ("system", "line"),
    [
        (System(distribution="debian"), "update-ca-certificates"),
        (System(distribution="rocky", like=("rhel", "centos", "fedora")), "update-ca-trust"),
    ],
)
def test_the_machine_is_told_in_its_own_way(system: System, line: str) -> None:
    (own,) = found(ADDRESS, verify_code=18, more=(seen(system, number=3),)).values()
    assert own.fixes[0].commands[-1].endswith(f" && {line}")


def test_a_system_that_is_not_known_is_told_nothing() -> None:
    (own,) = found(ADDRESS, verify_code=18).values()
    assert len(own.fixes[0].commands) == 1


def test_the_file_that_the_environment_names_is_the_one_that_counts() -> None:
    named = seen(TrustedFile(path="/srv/our roots.pem", count=3), number=3)
    (own,) = found(ADDRESS, verify_code=18, more=(named, seen(System(distribution="debian"), number=4))).values()
    assert own.fixes[0].commands[-1].endswith("| openssl x509 >>'/srv/our roots.pem'")
    (unknown,) = found(ADDRESS, verify_code=19, more=(named,)).values()
    assert unknown.fixes[0].commands == ()
    assert "put its root into /srv/our roots.pem, as PEM." in str(unknown.fixes[0].text)


@pytest.mark.parametrize("idle", [TrustedFile(path="/nowhere.pem", errno="ENOENT"), TrustedFile(path="/nowhere.pem")])
def test_a_named_file_by_which_nobody_is_trusted_is_told_first(idle: TrustedFile) -> None:
    (unknown,) = found(ADDRESS, verify_code=19, more=(seen(idle, number=3),)).values()
    assert "Correct SSL_CERT_FILE, which names /nowhere.pem" in str(unknown.fixes[0].text)
    assert [one.facts for one in unknown.because][-1] == idle


def test_the_names_that_it_has_are_told_and_one_is_offered() -> None:
    certificate = Certificate(names=("*.other.example", "other.example"))
    (mismatch,) = found(ADDRESS, verify_code=62, certificate=certificate).values()
    assert str(mismatch.summary) == (
        "The certificate of 10.20.0.5:443 is for *.other.example, other.example, and not for 10.20.0.5."
    )
    assert mismatch.fixes[0].commands == ("nocarrier https://other.example:443/",)


def test_an_address_is_offered_as_one_and_only_that_which_was_dialled() -> None:
    certificate = Certificate(names=("DNS:10.20.0.5", "10.20.0.9"), more=2)
    (mismatch,) = found(ADDRESS, verify_code=64, certificate=certificate).values()
    assert "is for DNS:10.20.0.5, 10.20.0.9 and 2 more, and not for 10.20.0.5." in str(mismatch.summary)
    assert [fix.where for fix in mismatch.fixes] == ["server"]
    assert "with IP:10.20.0.5 among its names" in str(mismatch.fixes[0].text)
    (by_name,) = found("shop.example", verify_code=62, certificate=Certificate(names=("10.20.0.9", ADDRESS))).values()
    assert by_name.fixes[0].commands == ("nocarrier https://10.20.0.5:443/",)


def test_of_more_names_than_are_kept_nothing_is_said_that_was_not_looked_at() -> None:
    many = Certificate(subject="box", names=("a.example",), more=376)
    (own,) = found("shop.example", verify_code=18, certificate=many).values()
    assert "And it is" not in str(own.summary)


def test_who_has_no_subject_is_called_by_its_name_or_by_none() -> None:
    (named,) = found("shop.example", verify_code=18, certificate=Certificate(names=("shop.example",))).values()
    assert "443 (shop.example) is signed by itself" in str(named.summary)
    (nameless,) = found("shop.example", verify_code=18, certificate=Certificate()).values()
    assert "443 is signed by itself" in str(nameless.summary)


def test_a_page_that_misses_the_clients_certificate() -> None:
    page = HttpReply(
        version="1.1", status=400, headers={}, body="<center>No required SSL certificate was sent</center>"
    )
    told = found(ADDRESS, page, Symptom.REJECTED, done=True)
    assert told["tls-client-certificate-required"].certainty is PROVEN
    other = HttpReply(version="1.1", status=400, headers={}, body="Bad Request")
    assert "tls-client-certificate-required" not in found(ADDRESS, other, Symptom.REJECTED, done=True)


def test_the_command_names_the_server_only_where_it_is_a_name() -> None:
    (by_address,) = found(ADDRESS, verify_code=19, chain=2).values()
    assert by_address.decided_by[0].command.startswith(
        "openssl s_client -connect 10.20.0.5:443 -showcerts </dev/null"
    )
    (by_name,) = found("shop.example", verify_code=19, chain=2).values()
    assert "-servername shop.example -showcerts </dev/null" in by_name.decided_by[0].command


def test_behind_a_proxy_the_target_is_named_and_the_proxy_asked_for_it() -> None:
    exchange = Exchange(
        address="10.10.0.1",
        port=3128,
        beyond="shop.example:443",
        size=9,
        tls=TlsHandshake(done=False, answered=True, server_name="shop.example", verify_code=18),
    )
    case = Case(target=parse_target("https://shop.example/"), evidence=(seen(exchange),))
    (own,) = (suspect.found for suspect in judge(case, asked_for(Symptom.TLS_FAILED))[0])
    assert own.certainty is LIKELY
    assert "certificate of shop.example:443" in str(own.summary)
    assert own.decided_by[0].command.startswith(
        "openssl s_client -proxy 10.10.0.1:3128 -connect shop.example:443 -servername shop.example </dev/null"
    )


def ruled_out(**tls: Any) -> set[str]:
    exchange = Exchange(
        address=ADDRESS, port=443, protocol="http", tls=TlsHandshake(done=False, server_name=ADDRESS, **tls)
    )
    case = Case(target=parse_target(f"https://{ADDRESS}/"), evidence=(seen(exchange),))
    _, out = judge(case, asked_for(Symptom.TLS_FAILED))
    return {one.slug for one in out if one.slug.startswith("certificate-")}


def test_what_is_checked_later_is_not_ruled_out() -> None:
    chain = {"certificate-self-signed", "certificate-untrusted-ca", "certificate-chain-incomplete"}
    assert ruled_out(verify_code=18) == chain - {"certificate-self-signed"}
    assert ruled_out(verify_code=66) == set()
    assert ruled_out(verify_code=26) == chain
    assert ruled_out(verify_code=62) == chain | {"certificate-unfit"}
    assert ruled_out(verify_code=10) == chain | {"certificate-name-mismatch", "certificate-unfit"}
    assert ruled_out(verify_code=23) == set()  # revoked: whether that is asked before or after, a client may choose


def test_one_that_is_trusted_by_nobody_and_of_others_besides() -> None:
    other = Certificate(subject="box", names=("*.Other.example",), not_after="2030-01-01 00:00:00")
    (own,) = found("shop.example", verify_code=18, certificate=other).values()
    assert str(own.summary).endswith(" And it is for *.Other.example, not for shop.example.")
    (own,) = found("Shop.other.example", verify_code=18, certificate=other).values()
    assert "And it is" not in str(own.summary)


def test_which_of_a_chain_ends_first() -> None:
    own = Certificate(subject=ADDRESS, not_after="2030-01-01 00:00:00")
    authority = Certificate(subject="Old CA", not_after="2021-01-01 00:00:00")
    (mine,) = found(ADDRESS, verify_code=10, certificate=own, first_to_end=own).values()
    assert (
        str(mine.summary)
        == "The certificate of 10.20.0.5:443 has expired: it was good until 2030-01-01 00:00:00 UTC."
    )
    (theirs,) = found(ADDRESS, verify_code=10, certificate=own, first_to_end=authority).values()
    assert "rests on that of Old CA, which has expired: it was good until 2021" in str(theirs.summary)


def test_what_is_sent_in_an_issuers_place() -> None:
    own = Certificate(issuer="Issuing CA 1")
    told = found(ADDRESS, verify_code=20, chain=2, linked=1, certificate=own)["certificate-chain-incomplete"]
    assert str(told.summary) == (
        "10.20.0.5:443 sends 2 certificates, and none of them is that of Issuing CA 1, which signed its own."
    )
    gap = found(ADDRESS, verify_code=20, chain=3, linked=2, certificate=own)["certificate-chain-incomplete"]
    assert "3 certificates that do not hang together" in str(gap.summary)


@pytest.mark.parametrize(
    ("place", "command"),
    [
        ("http://ca.example/1.crt", "curl -sS http://ca.example/1.crt | openssl x509 -inform der -noout -subject -issuer"),
        ("http://ca.example/;id", "curl -sS 'http://ca.example/;id' | openssl x509 -inform der -noout -subject -issuer"),
        ("file:///etc/passwd", "openssl s_client -connect 10.20.0.5:443 -showcerts </dev/null"),
        ("", "openssl s_client -connect 10.20.0.5:443 -showcerts </dev/null"),
    ],
)  # fmt: skip
def test_whether_its_issuer_is_a_root_its_own_certificate_tells(place: str, command: str) -> None:
    own = Certificate(issuer="Issuing CA 1", issuer_at=place)
    told = found(ADDRESS, verify_code=20, chain=1, linked=1, certificate=own)["certificate-chain-incomplete"]
    assert told.decided_by[0].command == command


def test_servers_that_break_off_for_a_name_that_they_have_not() -> None:
    for alert in ("internal_error", "close_notify"):
        assert list(found("shop.example", alert=alert)) == ["tls-wrong-virtual-host"]


def ended_at_once(*opened: Opened, host: str = "shop.example") -> dict[str, Found]:
    """The connection is closed at the client's first word of TLS."""
    exchange = Exchange(
        address=ADDRESS, port=443, protocol="http", closed=True, tls=TlsHandshake(done=False, end="closed", server_name=host)
    )  # fmt: skip
    openings = Openings(address=ADDRESS, port=443, opened=opened)
    lookup = Lookup(name=host, addresses=(ADDRESS,), literal=host == ADDRESS)
    evidence = (seen(lookup, number=1), seen(exchange, number=2), seen(openings, number=3))
    suspects, _ = judge(Case(target=parse_target(f"https://{host}/"), evidence=evidence), asked_for(Symptom.CLOSED))
    return {suspect.cause.slug: suspect.found for suspect in rank(suspects)}


STANDS, ENDS = Opened(opening=""), tuple(Opened(opening=one, end="closed") for one in ("tls", "http", "redis"))


def test_what_sends_on_by_name_ends_those_whose_name_it_has_not() -> None:
    told = ended_at_once(STANDS, *ENDS)
    assert next(iter(told)) == "tls-wrong-virtual-host"
    assert "may have no shop.example" in str(told["tls-wrong-virtual-host"].summary)
    assert "at the first word of TLS, as of every other" in str(told["server-speaks-other-protocol"].summary)
    assert "it may want to be told a name" in str(
        ended_at_once(STANDS, *ENDS, host=ADDRESS)["tls-wrong-virtual-host"].summary
    )


def test_who_ends_every_connection_or_speaks_in_plain_goes_by_no_name() -> None:
    assert "tls-wrong-virtual-host" not in ended_at_once(Opened(opening="", end="closed"), *ENDS)
    plain = Opened(opening="http", size=9, protocol="http", sure=True)
    assert "tls-wrong-virtual-host" not in ended_at_once(STANDS, ENDS[0], plain)


@pytest.mark.parametrize("alert", ["unrecognized_name", "internal_error"])
def test_who_dials_an_address_tells_no_name_whatever_the_server_has(alert: str) -> None:
    told = found(OF_THE_INTERNET, alert=alert)["tls-wrong-virtual-host"]
    assert told.fixes[0].where == "client"
    assert str(told.fixes[0].text) == "Dial it by a name that it has, not by its address."
    assert not any("server_name" in str(fix.text) for fix in told.fixes)
    named = found("shop.example", alert=alert)["tls-wrong-virtual-host"]
    assert [fix.where for fix in named.fixes] == ["server"]
