"""resolv.conf and nsswitch.conf, and the full names that follow from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.resolver_config import ResolverConfig
from nocarrier.readings.resolv_conf import decode_host_sources, decode_resolv_conf, is_dns_name


def config(text: str, hostname: str = "") -> ResolverConfig:
    return decode_resolv_conf(text, "/etc/resolv.conf", hostname)


def test_the_usual_one() -> None:
    read = config("# made by hand\nnameserver 10.0.0.2\nnameserver fd00::2\nsearch a.example B.example.\n")
    assert read.nameservers == ("10.0.0.2", "fd00::2")
    assert read.search == ("a.example", "b.example")
    assert not read.assumed


def test_only_three_nameservers_are_asked() -> None:
    assert config("".join(f"nameserver 10.0.0.{at}\n" for at in range(1, 6))).nameservers == (
        "10.0.0.1",
        "10.0.0.2",
        "10.0.0.3",
    )


def test_without_any_this_machine_is_asked() -> None:
    read = config("nameserver not-an-address\n;nameserver 10.0.0.1\n")
    assert read.nameservers == ("127.0.0.1",)
    assert read.assumed


@pytest.mark.parametrize(
    ("line", "fault", "address"),
    [
        ("nameserver 10.91.2.2:53", "address", "10.91.2.2"),
        ("nameserver 10.91.2.2,10.91.2.3", "address", "10.91.2.2"),
        ('nameserver "10.91.2.2"', "address", "10.91.2.2"),
        ("nameserver [fd91:2::2]:53", "address", "fd91:2::2"),
        ("nameserver dns.corp", "address", ""),
        ("nameserver", "address", ""),
        ("Nameserver 10.91.2.2", "word", "10.91.2.2"),
        ("nameserver=10.91.2.2", "word", "10.91.2.2"),
        ("  nameserver 10.91.2.2", "blank", "10.91.2.2"),
        ("nameserver 10.91.2.2\r", "return", "10.91.2.2"),
    ],
)
def test_a_line_that_glibc_passes_over_is_told(line: str, fault: str, address: str) -> None:
    """Each of them left 127.0.0.1 alone in glibc's own `res_ninit`."""
    read = config(f"# ours\n{line}\n")
    assert read.assumed
    assert read.passed_over is not None
    assert (read.passed_over.number, read.passed_over.fault, read.passed_over.address) == (2, fault, address)


def test_what_is_behind_an_address_does_not_matter() -> None:
    read = config("nameserver\t10.0.0.1   # the router\n  # nameserver 10.0.0.2\n")
    assert read.nameservers == ("10.0.0.1",)
    assert read.passed_over is None


def test_the_last_of_domain_and_search_counts() -> None:
    assert config("search a.example\ndomain b.example\n").search == ("b.example",)
    assert config("domain b.example\nsearch a.example c.example\n").search == ("a.example", "c.example")


def test_without_both_the_machines_own_domain_is_searched() -> None:
    assert config("nameserver 10.0.0.1\n", "web1.shop.example").search == ("shop.example",)
    assert config("nameserver 10.0.0.1\n", "web1").search == ()


@pytest.mark.parametrize(
    ("options", "ndots", "timeout"),
    [("", 1, 5), ("ndots:3 timeout:1", 3, 1), ("ndots:99 timeout:99", 15, 30), ("ndots:x timeout:", 1, 5)],
)
def test_options(options: str, ndots: int, timeout: int) -> None:
    read = config(f"options {options}\n")
    assert (read.ndots, read.timeout) == (ndots, timeout)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("shop", ("shop.a.", "shop.b.", "shop.")),
        ("shop.example", ("shop.example.a.", "shop.example.b.", "shop.example.")),
        ("www.shop.example", ("www.shop.example.", "www.shop.example.a.", "www.shop.example.b.")),
        ("shop.", ("shop.",)),
    ],
)
def test_full_names_in_turn(name: str, asked: tuple[str, ...]) -> None:
    assert config("search a b\noptions ndots:2\n").candidates(name) == asked


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("", ("files", "dns")),
        ("passwd: files\nhosts: files\n", ("files",)),
        (
            "hosts: mymachines resolve [!UNAVAIL=return] files myhostname dns\n",
            ("mymachines", "resolve", "files", "myhostname", "dns"),
        ),
        ("hosts:files mdns4_minimal [NOTFOUND=return]dns # x [\n", ("files", "mdns4_minimal", "dns")),
        ("hosts: files [ dns\n", ("files",)),
    ],
)
def test_sources(text: str, sources: tuple[str, ...]) -> None:
    assert decode_host_sources(text) == sources


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("shop.example", True),
        ("shop.", True),
        ("_sip._tcp.example", True),
        ("localhost", False),
        ("localhost.", False),
        ("app.localhost", False),
        ("10.0.0.1", False),
        ("fd00::1", False),
        ("", False),
    ],
)
def test_names_for_dns(name: str, asked: bool) -> None:
    assert is_dns_name(name) is asked


@given(st.binary(max_size=400))
def test_any_bytes_are_a_configuration(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    read = config(text, text[:20])
    assert 1 <= len(read.nameservers) <= 3
    assert read.candidates("shop.example")
    assert 0 <= read.ndots <= 15
    assert isinstance(decode_host_sources(text), tuple)


def test_of_two_lines_that_are_passed_over_the_first_is_told() -> None:
    read = config("nameserver 10.0.0.1:53\nnameserver dns.corp\n")
    assert read.passed_over is not None
    assert read.passed_over.number == 1


def test_a_link_local_nameserver_names_its_link() -> None:
    assert config("nameserver fe80::1%eth0\n").nameservers == ("fe80::1%eth0",)
