"""What is pasted to let a client in again, carried out on no machine, but such that it does something on each."""

from __future__ import annotations

import pytest

from nocarrier.causes._limit_fixes import by_protocol, lift
from nocarrier.facts.exchange import TurnedAway
from nocarrier.facts.limits import Limited, limit_of
from nocarrier.facts.packet_fate import Decision, NamedRule
from nocarrier.facts.server_program import ServerProgram

CLIENT = "10.10.0.7"


def commands(backend: str, text: str, client: str = CLIENT) -> str:
    """The command for a rule with these words."""
    nft = backend == "nft"
    rule = NamedRule(
        backend=backend, family="ip", table="t" if nft else "filter", chain="i" if nft else "INPUT", number=3, handle=7, text=text
    )  # fmt: skip
    limit = limit_of(rule)
    assert limit is not None
    found = Limited(decision=Decision(fate="drop", rule=rule), rule=rule, limit=limit, by=text, certain=True)
    (command,) = lift(found, client).commands
    return command


def test_a_client_whose_network_is_listed_as_one_is_excepted() -> None:
    assert commands("nft", "ip saddr @bad drop") == (
        "nft delete element ip t bad '{ 10.10.0.7 }' 2>/dev/null"
        " || nft insert rule ip t i position 7 ip saddr 10.10.0.7 accept"
    )
    assert commands("iptables", "-A INPUT -m set --match-set bad src -j DROP") == (
        "ipset del bad 10.10.0.7 2>/dev/null || ipset add bad 10.10.0.7 nomatch"
    )


@pytest.mark.parametrize(("number", "raised"), [(0, 10), (3, 30)])
def test_a_limit_of_none_is_raised_too(number: int, raised: int) -> None:
    command = commands("iptables", f"-A INPUT -m connlimit --connlimit-above {number} -j REJECT")
    assert f"--connlimit-above {number} " in command.partition("&&")[0]
    assert f"--connlimit-above {raised} " in command.partition("&&")[2]


def test_an_sshd_on_another_port_is_not_the_systems() -> None:
    said = TurnedAway(protocol="ssh", code="MaxStartups")
    (system,), (other,) = by_protocol(said, 22), by_protocol(said, 7408)
    assert "systemctl reload ssh" in system.commands[1]
    assert not any("systemctl" in command or ":22'" in command for command in other.commands)
    assert "'sport = :7408'" in other.commands[0]


def test_a_redis_that_no_service_manager_started_is_told_by_a_command() -> None:
    said = TurnedAway(protocol="redis", code="maxclients")
    by_unit = ServerProgram(pid=7, kind="redis", unit="redis-server.service")
    for port, held, system in (
        (6379, None, True),
        (6381, None, False),
        (6379, ServerProgram(pid=7, kind="redis"), False),
        (6381, by_unit, True),
    ):
        (fix,) = by_protocol(said, port, held)
        assert any("systemctl" in command for command in fix.commands) is system
        assert any(f"-p {port} CONFIG SET maxclients" in command for command in fix.commands) is (
            not system and port != 6379
        )
