"""Tests of what a command dials otherwise than its URL says."""

from __future__ import annotations

import shlex

import pytest

from nocarrier.readings.command_line import called
from nocarrier.readings.detours import forwarded, is_abstract, proxy, source, undialable, unix_socket
from nocarrier.readings.messages.endpoints import Endpoint


@pytest.mark.parametrize(
    ("command", "path"),
    [
        ("curl -s --unix-socket /run/docker.sock http://localhost/info", "/run/docker.sock"),
        ("sh -c 'curl --unix-socket /run/a.sock http://x/ || exit 3'", "/run/a.sock"),
        ("sh -c 'curl --unix-socket /run/a.sock http://x/; curl http://y/'", ""),
        ("sh -c 'curl --unix-socket \\''", ""),
        ("curl http://x/", ""),
        ("wget --unix-socket /run/a.sock", ""),
    ],
)
def test_a_unix_socket_in_place_of_every_host(command: str, path: str) -> None:
    words = shlex.split(command) if command.count("'") != 3 else ["sh", "-c", "curl --unix-socket '"]
    assert unix_socket(called(words)) == path


def test_one_without_a_path() -> None:
    assert is_abstract(called(["curl", "--abstract-unix-socket", "bus", "http://x/"]))
    assert not is_abstract(called(["curl", "http://x/"]))


@pytest.mark.parametrize(
    ("command", "address"),
    [
        ("curl --interface 10.9.9.9 http://x/", "10.9.9.9"),
        ("curl --interface host!10.9.9.9 http://x/", "10.9.9.9"),
        ("curl --interface eth0 http://x/", ""),
        ("ssh -b 10.9.9.9 box", "10.9.9.9"),
        ("ssh -o BindAddress=10.9.9.9 box", "10.9.9.9"),
        ("ssh -oBindAddress=10.9.9.9 box", "10.9.9.9"),
        ("ssh box", ""),
        ("ping -b 10.9.9.9", ""),
    ],
)
def test_the_address_that_is_bound_first(command: str, address: str) -> None:
    assert source(called(command.split(), 255)) == address


@pytest.mark.parametrize(
    ("command", "url"),
    [
        ("curl -x proxy:3128 http://x/", "http://proxy:3128"),
        ("curl --proxy socks5h://proxy:1080 http://x/", "socks5h://proxy:1080"),
        ("curl --socks5 proxy:1080 http://x/", "socks5h://proxy:1080"),
        ("curl --socks4 proxy:1080 http://x/", "socks4a://proxy:1080"),
        ("curl -x proxy:3128 -U me:secret http://x/", ""),
        ("curl http://x/", ""),
    ],
)
def test_the_proxy_that_curl_is_told(command: str, url: str) -> None:
    assert proxy(called(command.split())) == url


@pytest.mark.parametrize(
    ("command", "url"),
    [
        ("curl -s http://10.0.0.1:0/", "http://10.0.0.1:0/"),
        ("curl http://10.0.0.1:99999", "http://10.0.0.1:99999"),
        ("curl http://10.0.0.1:65535/?at=:0", ""),
        ("./app http://10.0.0.1:0/", ""),
    ],
)
def test_a_port_that_nobody_can_dial(command: str, url: str) -> None:
    assert undialable(called(command.split())) == url


def test_what_the_far_machine_is_to_dial() -> None:
    assert forwarded(called(["ssh", "-F", "cfg", "-W", "127.0.0.1:5010", "box"], 255)) == Endpoint("127.0.0.1", 5010)
    assert forwarded(called(["ssh", "box"], 255)) is None
