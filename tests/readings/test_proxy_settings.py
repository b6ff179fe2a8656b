"""Which proxy the environment means, for whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.readings.proxy_settings import VARIABLES, choose
from nocarrier.readings.proxy_url import BadProxy, parse_proxy

UPPER, LOWER = "http://upper:3128", "http://lower:3128"

ROWS: list[tuple[dict[str, str], str, str]] = [
    ({"http_proxy": LOWER}, "http", "curl requests go proxy-from-env"),
    ({"http_proxy": LOWER}, "https", ""),
    ({"HTTP_PROXY": UPPER}, "http", "requests go proxy-from-env"),
    ({"HTTP_PROXY": UPPER, "REQUEST_METHOD": "GET"}, "http", "proxy-from-env"),
    ({"http_proxy": LOWER, "REQUEST_METHOD": "GET"}, "http", "curl requests proxy-from-env"),
    ({"HTTPS_PROXY": UPPER}, "https", "curl requests go proxy-from-env"),
    ({"https_proxy": "", "HTTPS_PROXY": UPPER}, "https", "curl go proxy-from-env"),
    ({"ALL_PROXY": "socks5://upper:1080"}, "http", "curl requests proxy-from-env"),
    ({"http_proxy": LOWER, "NODE_USE_ENV_PROXY": "1"}, "https", "undici"),
    ({"http_proxy": LOWER}, "ws", "curl websockets go"),
    ({"https_proxy": LOWER}, "ws", "websockets"),
    ({"https_proxy": LOWER}, "wss", "curl websockets go"),
    ({"all_proxy": LOWER}, "tcp", ""),
]


@pytest.mark.parametrize(("environment", "scheme", "using"), ROWS)
def test_who_uses_it(environment: dict[str, str], scheme: str, using: str) -> None:
    assert " ".join(choose(environment, scheme, "shop.example", 80).using) == using


def test_the_spelling_that_each_prefers() -> None:
    found = choose({"http_proxy": LOWER, "HTTP_PROXY": UPPER}, "http", "shop.example", 80)
    taken = {choice.reader: choice.variable for choice in found.choices}
    assert (taken["curl"], taken["requests"], taken["go"]) == ("http_proxy", "http_proxy", "HTTP_PROXY")


def test_most_of_the_reference_decide() -> None:
    assert choose({"HTTP_PROXY": UPPER}, "http", "shop.example", 80).proxy is not None  # all but curl
    found = choose({"http_proxy": LOWER, "NO_PROXY": "10.0.0.0/8"}, "http", "10.20.0.5", 80)
    assert found.proxy is None  # though Node's libraries know no networks
    assert found.chosen.excluded_by == "10.0.0.0/8"
    assert found.using == ("proxy-from-env",)


def test_a_known_program_decides_alone() -> None:
    environment = {"http_proxy": LOWER, "NO_PROXY": "10.0.0.0/8"}
    assert choose(environment, "http", "10.20.0.5", 80, program="node").proxy is not None
    assert choose(environment, "http", "10.20.0.5", 80, program="curl").proxy is None


def test_go_spares_this_machine_and_the_others_do_not() -> None:
    found = choose({"http_proxy": LOWER}, "http", "localhost", 8080)
    assert "go" in found.direct
    assert found.proxy is not None


def test_a_proxy_for_other_schemes_is_told_beside() -> None:
    found = choose({"all_proxy": "socks5://p:1080"}, "redis", "cache.example", 6379)
    assert found.proxy is None
    assert found.beside == ("all_proxy",)


def test_what_names_no_proxy_is_said_to() -> None:
    found = choose({"http_proxy": "http://"}, "http", "shop.example", 80)
    assert found.chosen.malformed
    assert found.proxy is None


@pytest.mark.parametrize(
    ("text", "url", "credentials"),
    [
        ("proxy.example:3128", "http://proxy.example:3128", False),
        ("http://proxy.example:3128/", "http://proxy.example:3128", False),
        ("http://me:s%40fe@proxy.example", "http://proxy.example:80", True),
        ("socks5h://[fd00::1]", "socks5h://[fd00::1]:1080", False),
        ("socks://10.0.0.1:9050", "socks5://10.0.0.1:9050", False),
        ("HTTPS://Proxy.Example", "https://proxy.example:443", False),
    ],
)
def test_a_proxy_is_read_from(text: str, url: str, credentials: bool) -> None:
    found = parse_proxy(text)
    assert (found.proxy.url, found.proxy.credentials) == (url, credentials)
    assert "s@fe" not in repr(found.proxy)


def test_credentials_are_decoded() -> None:
    found = parse_proxy("http://me:s%40fe@proxy.example")
    assert (found.user, found.password) == ("me", "s@fe")


@pytest.mark.parametrize("text", ["", "ftp://proxy:21", "http://", "http://a b", "http://proxy:0", "http://proxy:x"])
def test_what_is_no_proxy(text: str) -> None:
    with pytest.raises(BadProxy):
        parse_proxy(text)


@given(st.text(max_size=300))
def test_any_text_is_a_proxy_or_none(text: str) -> None:
    try:
        parse_proxy(text)
    except BadProxy:
        return


@given(
    st.dictionaries(st.sampled_from(sorted(VARIABLES)), st.text(max_size=60)),
    st.sampled_from(["http", "https", "ws", "wss", "redis"]),
    st.text(min_size=1, max_size=40),
)
def test_no_environment_breaks_it(environment: dict[str, str], scheme: str, host: str) -> None:
    choose(environment, scheme, host, 80)
