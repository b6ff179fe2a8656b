"""The line of a start file that mends a case, and what a Gateway lacks."""

from __future__ import annotations

import pytest

from nocarrier.causes._gateway_worker import without_business_worker
from nocarrier.causes._workerman import inner_door, listen_there, listening_fix
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.listeners import Listener, Program
from nocarrier.facts.workerman import Master, Process, Workerman
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Certainty, Fix, Found, RuledOut, Silent
from nocarrier.readings.workerman import read
from tests.causes.cases import made, seen
from tests.readings.test_workerman import GATEWAY, START, USE, whole

PHP = Program(pid=812, name="php", command=(), directory="/srv/chat", executable="/usr/bin/php8.2")


def master(texts: dict[str, str], start: str = START, product: str = "workerman", **more: object) -> Master:
    listening = whole(texts, start).listening
    return Master(
        pid=812,
        product=product,
        start_file=start,
        directory="/srv/chat",
        listening=listening,
        **more,  # type: ignore[arg-type]
    )


def case(
    *masters: Master, target: str = "ws://10.20.0.5:8080", listeners: tuple[Listener, ...] = (), hung_up: bool = False,
    joined: tuple[int, ...] | None = None, own: tuple[str, ...] | None = ("10.20.0.5/24",),
) -> Case:  # fmt: skip
    extra = [seen(Workerman(masters=masters, joined=joined), Where.SERVER, 90)]
    port = int(target.rpartition(":")[2])
    if hung_up:
        extra.append(seen(Exchange(address="10.20.0.5", port=port, protocol="websocket", closed=True), number=92))
    return made({"10.20.0.5": ""}, listeners, own=own, extra=extra, target=target)


def fixed(source: str, scheme: str = "websocket", ssl: bool | None = None, port: int = 8080) -> Fix:
    fix = listening_fix(case(master({START: USE + source}), target=f"ws://10.20.0.5:{port}"), scheme, ssl=ssl)
    assert fix is not None
    return fix


RESTART = "cd /srv/chat && php /srv/chat/start.php restart -d"


def test_another_protocol_is_another_word_in_the_line() -> None:
    fix = fixed("$w = new Worker('http://0.0.0.0:8080');")
    assert str(fix.text) == "In /srv/chat/start.php, line 3:"
    assert fix.config == "$w = new Worker('websocket://0.0.0.0:8080');"
    assert fix.commands == ("sed -i '3s|http|websocket|' /srv/chat/start.php", RESTART)
    assert "HTTP" in str(fix.risk)


def test_the_word_may_stand_elsewhere() -> None:
    fix = fixed("$s = 'text';\n\n$w = new Worker(\"$s://0.0.0.0:8080\");")
    assert (str(fix.text), fix.config) == ("In /srv/chat/start.php, line 3:", "$s = 'websocket';")


def test_without_tls_the_line_of_the_transport_goes() -> None:
    fix = fixed("$w = new Worker('websocket://0.0.0.0:8080', $c);\n$w->transport = 'ssl';", ssl=False)
    assert fix.config == "// $w->transport = 'ssl';"
    assert fix.commands[-1] == RESTART
    assert fix.risk is None


def test_tls_needs_a_certificate_that_only_the_reader_knows() -> None:
    fix = fixed("$chat = new Worker('websocket://0.0.0.0:8080');", ssl=True)
    assert "$chat->transport = 'ssl';" in fix.config
    assert "local_cert" in fix.config
    assert fix.commands == (RESTART,)


def test_webman_keeps_its_http() -> None:
    start, settings = "/srv/web/start.php", "/srv/web/config/process.php"
    texts = {settings: "<?php return ['webman' => ['listen' => 'http://0.0.0.0:8080']];"}
    listening = read(settings, texts, {}).listening
    webman = Master(pid=812, product="webman", start_file=start, directory="/srv/web", listening=listening)
    fix = listening_fix(case(webman), "websocket")
    assert fix is not None
    assert "'listen' => 'websocket://0.0.0.0:8081'" in fix.config


@pytest.mark.parametrize("target", ["ws://10.20.0.5:1238", "ws://10.20.0.5:9"])
def test_no_fix_for_what_is_no_clients_port(target: str) -> None:
    assert listening_fix(case(master(GATEWAY), target=target), "websocket") is None
    assert listening_fix(made({"10.20.0.5": ""}, target=target), "websocket") is None


@pytest.mark.parametrize(
    ("source", "target", "line"),
    [
        ("$w = new Worker('websocket://0.0.0.0:2345');", "ws", "$w = new Worker('websocket://0.0.0.0:2346');"),
        ('$p = 2345;\n$w = new Worker("http://0.0.0.0:$p");', "http", "$p = 2346;"),
        ("$w = new Worker('text://0.0.0.0:2345');", "text", "$w = new Worker('text://0.0.0.0:2346');"),
        ("$w = new Worker('websocket://0.0.0.0:2345');", "wss", ""),
        ("$w = new Worker('text://0.0.0.0:2345');", "ws", ""),
        ("$w = new Worker('websocket://127.0.0.1:2345');", "ws", ""),
        ("$w = new Worker('websocket://0.0.0.0:2345');", "tcp", ""),
    ],
)
def test_a_worker_of_another_port_may_move(source: str, target: str, line: str) -> None:
    fix = listen_there(case(master({START: USE + source}), target=f"{target}://10.20.0.5:2346"))
    assert (fix.config if fix else "") == line


def on(port: int, program: Program | None = PHP) -> tuple[Listener, ...]:
    return (Listener(address="0.0.0.0", port=port, program=program),)


@pytest.mark.parametrize(
    ("port", "scheme", "meant"),
    [(1238, "ws", 7272), (2903, "ws", 7272), (2904, "ws", 0), (7272, "ws", 0), (1238, "tcp", 0), (1238, "wss", 0)],
)
def test_doors_of_the_house(port: int, scheme: str, meant: int) -> None:
    door = inner_door(case(master(GATEWAY), target=f"{scheme}://10.20.0.5:{port}", listeners=on(port)))
    assert (door.meant if door else 0) == meant


def test_a_port_that_another_program_holds_is_no_door_of_this_house() -> None:
    other = on(1238, Program(pid=99, name="redis-server"))
    assert inner_door(case(master(GATEWAY), target="ws://10.20.0.5:1238", listeners=other)) is None


WORKER = Process(pid=900, name="BusinessWorker", socket="none")


def gateway(joined: tuple[int, ...] | None, *, listeners: tuple[Listener, ...] = (), **changes: str) -> Case:
    texts = {path: changes.get(path.rpartition("_")[2].removesuffix(".php"), text) for path, text in GATEWAY.items()}
    at = (*on(7272), *listeners)
    return case(
        master(texts, product="gatewayworker", processes=(WORKER,)),
        target="ws://10.20.0.5:7272", listeners=at, hung_up=True, joined=joined,
    )  # fmt: skip


def test_a_gateway_that_workers_have_joined_is_not_it() -> None:
    assert isinstance(without_business_worker(gateway((2901,))), RuledOut)


def test_nothing_is_said_where_it_could_not_be_seen_or_is_no_gateway() -> None:
    assert isinstance(without_business_worker(gateway(None)), Silent)
    plain = case(master({START: USE + "$w = new Worker('websocket://0.0.0.0:7272');"}), target="ws://10.20.0.5:7272",
                 hung_up=True, joined=())  # fmt: skip
    assert isinstance(without_business_worker(plain), Silent)


def test_a_register_on_another_port_is_the_line_to_change() -> None:
    found = without_business_worker(gateway(()))
    assert isinstance(found, Found)
    assert found.certainty is Certainty.PROVEN
    assert "nothing listens at its Register's address 127.0.0.1:1236" in str(found.summary)
    (fix,) = found.fixes
    assert fix.config == "$g->registerAddress = '127.0.0.1:1238';"
    assert fix.commands[0].endswith("/srv/chat/Applications/Chat/start_gateway.php")


def test_a_worker_that_asks_another_register() -> None:
    found = without_business_worker(gateway((), listeners=on(1236)))
    assert isinstance(found, Found)
    assert found.fixes[0].config == "$w->registerAddress = '127.0.0.1:1236';"


def test_no_worker_at_all() -> None:
    found = without_business_worker(gateway((), listeners=on(1236), businessworker="<?php"))
    assert isinstance(found, Found)
    assert "none runs" in str(found.summary)
    assert "new BusinessWorker()" in found.fixes[0].config


def test_workers_that_run_and_do_not_join() -> None:
    business = "<?php use GatewayWorker\\BusinessWorker;\n$w = new BusinessWorker();"
    found = without_business_worker(gateway((), listeners=on(1236), businessworker=business))
    assert isinstance(found, Found)
    assert found.fixes[0].commands[0] == "tail -n 20 /srv/chat/workerman.log"


def test_another_machine_than_the_one_that_was_dialled() -> None:
    texts = case(
        master(GATEWAY),
        target="ws://10.20.0.5:7272",
        listeners=on(7272),
        hung_up=True,
        joined=(),
        own=("10.9.9.9/24",),
    )
    found = without_business_worker(texts)
    assert isinstance(found, Found)
    assert found.certainty is Certainty.LIKELY
    assert found.decided_by
