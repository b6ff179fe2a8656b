"""Missing programs, by the packages that hold them."""

from __future__ import annotations

import pathlib

import pytest

from nocarrier.lab import packages, php_sources
from nocarrier.model.scenario import Daemon, Host, Scenario


def scenario(**host: object) -> Scenario:
    return Scenario(name="s", hosts=(Host(name="client", **host),), target="tcp://127.0.0.1:1")  # type: ignore[arg-type]


@pytest.fixture
def _bare_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "search_path", lambda: "/nowhere")


@pytest.mark.usefixtures("_bare_machine")
@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ({}, ()),
        ({"nft": "flush ruleset"}, ("nftables",)),
        ({"commands": (("ip", "link"), ("iptables", "-L"))}, ("iproute2", "iptables")),
        ({"packages": ("php-cli",)}, ("php-cli",)),
        ({"packages": ("node-ws", "python3-websockets")}, ("node-ws",)),
        ({"daemons": (Daemon(argv=("nginx",), ready="tcp:80", package="nginx-light"),)}, ("nginx-light",)),
        ({"daemons": (Daemon(argv=("sshd",), ready="tcp:22"),)}, ("openssh-server",)),
        ({"daemons": (Daemon(argv=("{python}", "-m", "http.server"), ready="tcp:80"),)}, ()),
    ],
)
def test_every_way_to_need_a_program_is_seen(host: dict[str, object], expected: tuple[str, ...]) -> None:
    assert packages.missing(scenario(**host)) == expected


def test_what_is_here_is_not_missing() -> None:
    assert packages.missing(scenario(commands=(("sh", "-c", "true"),))) == ()


def test_the_administrator_s_directories_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/usr/bin")
    assert packages.search_path().split(":")[0] == "/usr/bin"
    assert "/usr/sbin" in packages.search_path().split(":")


def test_a_missing_module_is_named_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "find_spec", lambda name: None)
    assert packages.missing(scenario(packages=("python3-uvicorn",))) == ("python3-uvicorn",)


def test_php_libraries_are_found_where_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path
) -> None:
    daemon = Daemon(argv=("sh",), ready="exit", vendor=("workerman-4", "gatewayworker"))
    needing = scenario(daemons=(daemon,))
    monkeypatch.delenv("WORKERMAN_SRC", raising=False)
    monkeypatch.delenv("GATEWAYWORKER_SRC", raising=False)
    assert packages.missing(needing) == ("workerman-4 ($WORKERMAN_SRC)", "gatewayworker ($GATEWAYWORKER_SRC)")

    project = tmp_path / "it's"
    for mark in ("workerman/workerman/Worker.php", "workerman/gateway-worker/src/Gateway.php"):
        (project / "vendor" / mark).parent.mkdir(parents=True)
        (project / "vendor" / mark).touch()
    monkeypatch.setenv("WORKERMAN_SRC", f"/nowhere:{project}")
    monkeypatch.setenv("GATEWAYWORKER_SRC", str(project / "vendor"))
    assert packages.missing(needing) == ()
    places = php_sources.autoload(daemon.vendor)
    assert (
        f"['Workerman\\\\', '{str(project).replace(chr(39), chr(92) + chr(39))}/vendor/workerman/workerman']"
        in places
    )


def test_workerman_5_is_not_there_without_what_it_requires(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path
) -> None:
    for mark in ("five/src/Worker.php", "coroutine/src/Coroutine.php"):
        (tmp_path / mark).parent.mkdir(parents=True)
        (tmp_path / mark).touch()
    monkeypatch.setenv("WORKERMAN_SRC", str(tmp_path / "five"))
    assert php_sources.found("workerman-5") == ""
    monkeypatch.setenv("WORKERMAN_SRC", f"{tmp_path / 'five'}:{tmp_path / 'coroutine'}")
    assert php_sources.found("workerman-5") == str(tmp_path / "five")
    assert php_sources.found("workerman-4") == ""
