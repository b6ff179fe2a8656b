"""What podman and docker say of their containers: real output, cut to what is read, and anything else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.containers import Published
from nocarrier.readings.containers import decode_engines, decode_inspected

PODMAN = {
    "State": {"Running": True, "Pid": 15726, "ConmonPid": 15711},
    "ImageName": "localhost/web:latest",
    "Name": "web",
    "NetworkSettings": {
        "IPAddress": "10.88.0.3",
        "Ports": {"8080/tcp": [{"HostIp": "127.0.0.1", "HostPort": "18080"}], "9000/tcp": None},
        "Networks": {"podman": {"IPAddress": "10.88.0.3"}},
    },
    "Config": {
        "Env": ["DB_PASSWORD=hunter2"],
        "CreateCommand": ["podman", "run", "-e", "DB_PASSWORD=hunter2", "--env=KEY=abc", "-e", "HOME", "web"],
    },
    "HostConfig": {"NetworkMode": "bridge"},
}
DOCKER = {
    "State": {"Running": True, "Pid": 812},
    "Name": "/shop-api-1",
    "Config": {
        "Image": "shop/api:3",
        "Labels": {
            "com.docker.compose.service": "api",
            "com.docker.compose.project.config_files": "/srv/shop/compose.yaml",
        },
    },
    "HostConfig": {"NetworkMode": "shop_default"},
    "NetworkSettings": {
        "IPAddress": "",
        "Ports": {"3000/tcp": [{"HostIp": "0.0.0.0", "HostPort": "3000"}, {"HostIp": "::", "HostPort": "3000"}]},
        "Networks": {"shop_default": {"IPAddress": "172.18.0.2", "GlobalIPv6Address": ""}},
    },
}


def test_podman() -> None:
    (one,) = decode_inspected(json.dumps([PODMAN]).encode(), "podman")
    assert (one.name, one.engine, one.pid, one.image) == ("web", "podman", 15726, "localhost/web:latest")
    assert one.addresses == ("10.88.0.3",)
    assert one.published == (Published(address="127.0.0.1", host_port=18080, port=8080),)
    assert not one.shares_network


def test_no_value_of_the_environment_is_kept() -> None:
    (one,) = decode_inspected(json.dumps([PODMAN]).encode(), "podman")
    assert one.made_by == ("podman", "run", "-e", "DB_PASSWORD", "--env=KEY", "-e", "HOME", "web")


def test_docker_with_compose() -> None:
    (one,) = decode_inspected(json.dumps([DOCKER]).encode(), "docker")
    assert (one.name, one.compose, one.compose_files) == ("shop-api-1", "api", "/srv/shop/compose.yaml")
    assert [place.address for place in one.publishes(3000)] == ["0.0.0.0", "::"]
    assert one.publishes(3001) == ()


@pytest.mark.parametrize("mode", ["host", "container:4e2f98949ec1"])
def test_a_shared_network(mode: str) -> None:
    (one,) = decode_inspected(json.dumps([{**PODMAN, "HostConfig": {"NetworkMode": mode}}]).encode(), "podman")
    assert one.shares_network


def test_one_that_does_not_run_is_left_out() -> None:
    assert decode_inspected(json.dumps([{**PODMAN, "State": {"Running": False}}]).encode(), "podman") == ()


def test_two_engines_and_one_that_is_the_other() -> None:
    podman, docker = json.dumps([PODMAN], indent=5), json.dumps([DOCKER, PODMAN], indent=5)
    found = decode_engines(f"== podman\n{podman}\n== docker\n{docker}\n".encode())
    assert [(one.name, one.engine) for one in found] == [("web", "podman"), ("shop-api-1", "docker")]


@given(st.binary(max_size=300))
def test_any_output_is_read(raw: bytes) -> None:
    assert decode_engines(raw) == ()
    assert decode_engines(b"== podman\n" + raw) == ()


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["State", "Running", "NetworkSettings", "Ports", "8080/tcp", "Config", "Labels"]),
                inner,
                max_size=4,
            )
        ),
        max_leaves=20,
    )
)
def test_any_json_is_read(found: object) -> None:
    running = {"State": {"Running": True}, "NetworkSettings": found, "Config": found, "HostConfig": found}
    assert len(decode_inspected(json.dumps([running]).encode(), "podman")) == 1
