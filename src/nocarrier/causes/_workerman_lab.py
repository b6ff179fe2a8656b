"""Real Workerman and GatewayWorker for scenarios: start files as their manuals write them."""

from __future__ import annotations

from nocarrier.model.scenario import Daemon

_HEAD = """\
<?php
use Workerman\\Worker;
require_once __DIR__ . '/vendor/autoload.php';
Worker::$pidFile = __DIR__ . '/workerman.pid';
Worker::$logFile = __DIR__ . '/workerman.log';
"""

ANSWERING = "$worker->onMessage = function ($connection, $data) { $connection->send('heard'); };\n"
"For a Worker in the variable ``$worker``: it answers whatever comes."


def workerman(version: int, body: str, port: int, **changes: str) -> Daemon:
    """``php start.php start`` of Workerman 4 or 5; ``body`` makes its Workers, one of which listens on ``port``."""
    return Daemon(
        argv=("php", "start.php", "start"),
        files={"start.php": f"{_HEAD}{body}Worker::runAll();\n"},
        ready=f"tcp:{port}",
        package="php-cli",
        vendor=(f"workerman-{version}",),
        **changes,
    )


_START = f"""\
{_HEAD}define('GLOBAL_START', 1);
foreach (glob(__DIR__ . '/Applications/*/start*.php') as $start_file) {{
    require_once $start_file;
}}
Worker::runAll();
"""

_PART = "<?php\nuse \\Workerman\\Worker;\nuse \\GatewayWorker\\{part};\n{body}if (!defined('GLOBAL_START')) {{\n    Worker::runAll();\n}}\n"

REGISTER = "$register = new Register('text://127.0.0.1:1236');\n"
GATEWAY = """\
$gateway = new Gateway('websocket://0.0.0.0:7272');
$gateway->name = 'ChatGateway';
$gateway->count = 2;
$gateway->lanIp = '127.0.0.1';
$gateway->startPort = 2900;
$gateway->registerAddress = '127.0.0.1:1236';
"""
BUSINESS = """\
require_once __DIR__ . '/Events.php';
$worker = new BusinessWorker();
$worker->name = 'ChatBusinessWorker';
$worker->count = 2;
$worker->registerAddress = '127.0.0.1:1236';
"""
_EVENTS = """\
<?php
use \\GatewayWorker\\Lib\\Gateway;

class Events
{
    public static function onMessage($client_id, $message)
    {
        Gateway::sendToClient($client_id, "heard $message");
    }
}
"""


def gateway_worker(
    version: int = 5,
    *,
    register: str = REGISTER,
    gateway: str = GATEWAY,
    business: str = BUSINESS,
    ready: str = "tcp:7272",
) -> Daemon:
    """GatewayWorker as its own project lays it out; a part that is empty is left out."""
    parts = {"Register": register, "Gateway": gateway, "BusinessWorker": business}
    files = {
        f"Applications/Chat/start_{part.lower()}.php": _PART.format(part=part, body=body)
        for part, body in parts.items()
        if body
    }
    return Daemon(
        argv=("php", "start.php", "start"),
        files={"start.php": _START, "Applications/Chat/Events.php": _EVENTS, **files},
        ready=ready,
        package="php-cli",
        vendor=(f"workerman-{version}", "gatewayworker"),
    )


UNTIL_JOINED = Daemon(
    argv=("sh", "-c", "until ss -Htn state established '( sport = :2901 )' | grep -q .; do sleep 0.05; done"),
    ready="exit",
)
"Waits until a BusinessWorker has joined the second process of the Gateway."
