"""Pseudonyms: the same for the same thing everywhere, and nothing of the original left."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.model.record import replace
from nocarrier.model.report import Report
from nocarrier.reports.json import encode
from nocarrier.reports.redact import Pseudonyms, redacted
from tests.reports.examples import BOTH_ENDS, EVERY, NAME_FAILURE, report

ORDINARY = [name for name in EVERY if name != "hostile"]


def applied(text: str) -> str:
    pseudonyms = Pseudonyms()
    pseudonyms.learn(text)
    return pseudonyms.apply(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.0.0.5 and 10.0.0.6, not 10.0.1.5", "private-a-1 and private-a-2, not private-b-1"),
        ("10.0.0.5/24 10.0.0.5:80 [2001:4860::5]:443", "private-a-1/24 private-a-1:80 [public6-b-1]:443"),
        ("8.8.8.8 100.64.0.1 169.254.169.254", "public-a-1 shared-b-1 linklocal-c-1"),
        ("fe80::1%eth0 ::ffff:10.0.0.5", "linklocal6-b-1%eth0 ::ffff:private-a-1"),
        ("127.0.0.1 127.0.0.53 0.0.0.0 ::1 [::]:80 ::", "127.0.0.1 127.0.0.53 0.0.0.0 ::1 [::]:80 ::"),
        ("ssh://alice@db1:22 alice", "ssh://user-1@host-1:22 user-1"),
        ("shop.example, SHOP.EXAMPLE. and pay.shop.example", "host-1, host-1. and host-2"),
        ("/home/alice/app.php owned by alice", "/home/user-1/app.php owned by user-1"),
        ("root@10.0.0.5:/root www-data@db1", "root@private-a-1:/root www-data@db1"),
        ("aa:bb:cc:dd:ee:ff is not 03:00:00", "mac-1 is not 03:00:00"),
        ("localhost http://localhost:80", "localhost http://localhost:80"),
        (
            "sysctl -w net.ipv4.ip_local_port_range='10000 65535' net.core.somaxconn=4096 server.port=80",
            "sysctl -w net.ipv4.ip_local_port_range='10000 65535' net.core.somaxconn=4096 server.port=80",
        ),
        (
            "python3 -m http.server, nginx.service, /etc/resolv.conf, start.php:9, app.js",
            "python3 -m http.server, nginx.service, /etc/resolv.conf, start.php:9, app.js",
        ),
    ],
)
def test_examples(text: str, expected: str) -> None:
    assert applied(text) == expected


@given(st.lists(st.ip_addresses(), min_size=1, max_size=6))
def test_no_address_remains(addresses: list[object]) -> None:
    text = " ".join(map(str, addresses))
    clean = applied(text)
    for address in addresses:
        stays = address.is_loopback or address.is_unspecified or address.is_multicast  # type: ignore[attr-defined]
        assert (str(address) in clean.split()) == stays


@pytest.mark.parametrize("name", ORDINARY)
def test_a_redacted_report_is_a_report(name: str) -> None:
    clean = redacted(EVERY[name])
    assert msgspec.json.decode(encode(clean), type=Report) == clean
    for original in ("10.20.0", "10.10.0", "2001:db8", "shop.example", "shpo.example", "192.0.2"):
        assert original not in encode(clean)


@pytest.mark.parametrize("name", ORDINARY)
def test_the_vocabulary_stays(name: str) -> None:
    told, clean = EVERY[name], redacted(EVERY[name])
    assert clean.symptom == told.symptom
    assert clean.started_at == told.started_at
    assert [excluded.cause for excluded in clean.ruled_out] == [excluded.cause for excluded in told.ruled_out]
    assert [seen.id for seen in clean.evidence] == [seen.id for seen in told.evidence]


def test_facts_commands_and_prose_agree() -> None:
    clean = redacted(BOTH_ENDS)
    address = clean.target.host
    assert address == "private-a-1"
    assert clean.target.input == f"ws://{address}:2345"
    assert clean.evidence[1].facts["address"] == address
    assert address in clean.evidence[1].summary


def test_a_short_name_that_was_the_target_is_found_everywhere() -> None:
    target = replace(BOTH_ENDS.target, input="tcp://db:80", host="db")
    clean = redacted(report(target=target, steps=NAME_FAILURE.steps, verdict=None))
    assert clean.target.input == "tcp://host-1:80"


def test_users_in_facts_are_found_in_prose() -> None:
    evidence = replace(
        BOTH_ENDS.evidence[1],
        summary="owned by carol",
        facts={"owner": "carol", "names": ["mailhub"], "at": "mailhub"},
    )
    clean = redacted(report(evidence=(evidence,))).evidence[0]
    assert clean.summary == "owned by user-1"
    assert clean.facts == {"owner": "user-1", "names": ["host-1"], "at": "host-1"}
