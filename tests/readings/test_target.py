"""What users type, and what it is taken for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.model.record import replace
from nocarrier.readings.target import BadTarget, parse_target


@pytest.mark.parametrize(
    ("words", "url"),
    [
        (["tcp://1.2.3.4:80"], "tcp://1.2.3.4:80"),
        (["localhost", "80"], "tcp://localhost:80"),
        (["LocalHost:80"], "tcp://localhost:80"),
        (["[::1]:80"], "tcp://[::1]:80"),
        (["::1", "80"], "tcp://[::1]:80"),
        (["fe80::1%eth0", "80"], "tcp://[fe80::1%eth0]:80"),
        (["ws://shop.example:2345/chat?x=1#f"], "ws://shop.example:2345/chat?x=1"),
        (["redis://cache"], "redis://cache:6379"),
        (["https://user:secret@shop.example/"], "https://shop.example:443/"),
        (["unix:///run/app.sock"], "unix:///run/app.sock"),
        (["websocket://0.0.0.0:2345"], "websocket://0.0.0.0:2345"),
        (["http://m%C3%BCnchen.example"], "http://xn--mnchen-3ya.example:80"),
        (["http://shop%2Eexample:8080"], "http://shop.example:8080"),
        (["http://[fe80::1%25eth0]:8080/"], "http://[fe80::1%eth0]:8080/"),
        (["http://[fe80::1%25]:8080/"], "http://[fe80::1%25]:8080/"),
        (["http://münchen.example"], "http://xn--mnchen-3ya.example:80"),
    ],
)
def test_understood(words: list[str], url: str) -> None:
    target = parse_target(*words)
    assert target.url == url
    assert target.misshapen is None


@pytest.mark.parametrize(
    ("text", "user", "password"),
    [
        ("postgresql://app@db/shop", "app", False),
        ("postgresql://ap%40p:s3cret@db/shop", "ap@p", True),
        ("redis://:s3cret@cache", "", True),
        ("redis://cache", "", False),
    ],
)
def test_of_who_logs_in_the_password_is_not_kept(text: str, user: str, password: bool) -> None:
    target = parse_target(text)
    assert (target.user, target.password) == (user, password)
    assert "s3cret" not in repr(replace(target, input=""))


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "gopher://h:1", "tcp://h", "tcp://h:0", "tcp://h:70000", "tcp://h:http", "tcp://:80", "h:-1",
        "tcp://h\x1b[2J:80", "tcp://" + "a" * 10_000 + ":80", "tcp://" + "a" * 64 + ":80", "::1:80 ", "[::1:80",
        "unix://", "tcp://http://shop.example:80", "tcp://h:８０", "tcp://a b:80", "tcp://\ud800:80",
    ],
)  # fmt: skip
def test_no_target_at_all(text: str) -> None:
    if text == "::1:80 ":  # as an address it is a good one, but then the port is missing
        text = "tcp://::1:80"
    with pytest.raises(BadTarget):
        parse_target(text)


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("None:80", ""),
        ("tcp://<host>:80", ""),
        ("tcp://%HOST%:80", ""),
        ("tcp://a%2Fb:80", ""),
        ("tcp://a%FF.example:80", ""),
        ("tcp://0.0.0.0:80", "tcp://127.0.0.1:80"),
        ("tcp://[::]:80", "tcp://[::1]:80"),
        ("tcp://10.0.0.5:80:8080", "tcp://10.0.0.5:80"),
        ("tcp://10.0.0.500:80", ""),
        ("tcp://a..b:80", ""),
        ("tcp://[fe80::1]:80", ""),
    ],
)
def test_form_of_a_target_without_a_host(text: str, corrected: str) -> None:
    target = parse_target(text)
    assert target.misshapen is not None
    assert target.corrected == corrected


def test_a_url_as_host_tells_what_was_meant() -> None:
    with pytest.raises(BadTarget) as caught:
        parse_target("tcp://http://shop.example:8080/x")
    assert caught.value.target is not None
    assert caught.value.target.corrected == "http://shop.example:8080/x"


@given(st.text(max_size=80), st.sampled_from(["", "80", "x"]))
def test_never_anything_but_a_target_or_a_sentence(text: str, port: str) -> None:
    try:
        parse_target(text, port)
    except BadTarget as error:
        assert str(error)


@given(st.from_regex(r"\A(tcp|ws|http)://[a-z][a-z0-9]{0,20}(\.[a-z]{2,9})?:[1-9][0-9]{0,3}(/[a-z]*)?\Z"))
def test_a_targets_url_is_the_target_again(text: str) -> None:
    target = parse_target(text)
    assert parse_target(target.url).url == target.url
