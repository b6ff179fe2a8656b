"""Who is let in by what is pasted, as the server sees the client."""

from __future__ import annotations

from nocarrier.causes.protocol import server_refuses_client
from nocarrier.causes.server import connection_limited
from nocarrier.facts.exchange import Exchange, TurnedAway
from nocarrier.facts.listeners import Listener
from nocarrier.model.judgement import Certainty, Found, Silent
from tests.causes.cases import made, seen


def found(target: str, listeners: list[Listener] | None = None, **said: str) -> Found:
    turned = TurnedAway(protocol=target.partition(":")[0], forbidden=True, **{"code": "x", **said})
    answer = Exchange(address="10.20.0.5", port=8080, local_address="10.10.0.7", size=9, turned_away=turned)
    case = made({"10.20.0.5": ""}, listeners, extra=[seen(answer)], target=target)
    assert isinstance(connection_limited.judge(case), Silent)
    judgement = server_refuses_client.judge(case)
    assert isinstance(judgement, Found)
    assert judgement.certainty is Certainty.PROVEN
    return judgement


def listener(address: str) -> Listener:
    return Listener(address=address, port=8080)


def test_redis_takes_a_password_where_its_own_machine_reaches_it() -> None:
    for known in (None, [listener("0.0.0.0")], [listener("10.20.0.5"), listener("127.0.0.1")]):
        assert (
            found("redis://10.20.0.5:8080", known)
            .fixes[0]
            .commands[0]
            .endswith("redis-cli -p 8080 -x CONFIG SET requirepass")
        )
    (only,) = found("redis://10.20.0.5:8080", [listener("10.20.0.5")]).fixes
    assert (only.config, only.commands) == ("requirepass PASSWORD", ())


def test_mysql_makes_an_account_for_whom_it_sees() -> None:
    (fix,) = found("mysql://app@10.20.0.5:8080/shop", seen_as="gate.example").fixes
    assert "CREATE USER 'app'@'gate.example' IDENTIFIED BY" in fix.commands[1]
    assert "GRANT ALL ON shop.* TO" in fix.commands[1]
    (fix,) = found("mysql://a'%22$(x)@10.20.0.5:8080/sh`id`op").fixes
    assert "CREATE USER 'USER'@'10.10.0.7'" in fix.commands[1]
    assert "ON DATABASE.* TO" in fix.commands[1]


def test_postgresql_gets_a_line_above_all_others() -> None:
    (fix,) = found("postgresql://app@10.20.0.5:8080/shop").fixes
    assert fix.config == "host shop app 10.10.0.7/32 scram-sha-256"
    assert fix.commands[0].startswith(f"sed -i '1i {fix.config}' ")
    (fix,) = found("postgresql://all@10.20.0.5:8080").fixes
    assert fix.config == 'host "all" "all" 10.10.0.7/32 scram-sha-256'
