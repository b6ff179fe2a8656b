"""Logs of many programs, of any size, the same ones every time: what `explain_logs` measures with."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

AGENTS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{}.0.0.0 Safari/537.36",
    "Mozilla/5.0 (X11; Linux x86_64; rv:{0}.0) Gecko/20100101 Firefox/{0}.0",
    "python-requests/2.{}.3",
    "kube-probe/1.{}",
)
WORDS = [
    "user",
    "order",
    "basket",
    "session",
    "request",
    "handler",
    "worker",
    "queue",
    "cache",
    "batch",
    "upload",
    "report",
    "invoice",
    "item",
    "payment",
    "token",
    "page",
    "index",
    "search",
    "import",
    "export",
    "created",
    "updated",
    "deleted",
    "finished",
    "started",
    "loaded",
    "skipped",
    "stored",
    "sent",
    "received",
]
CHINESE = [
    "用户",
    "订单",
    "登录",
    "成功",
    "处理",
    "完成",
    "服务",
    "启动",
    "连接",
    "池",
    "空闲",
    "端口",
    "监听",
    "请求",
    "时间",
    "毫秒",
    "数据",
    "记录",
    "客户",
    "更新",
    "删除",
    "缓存",
]
FRAMES = (
    "org.springframework.web.client.RestTemplate.doExecute(RestTemplate.java:{})",
    "org.apache.tomcat.util.net.NioEndpoint$SocketProcessor.doRun(NioEndpoint.java:{})",
    "com.example.shop.orders.OrderService.place(OrderService.java:{})",
    "java.base/java.lang.Thread.run(Thread.java:{})",
    "com.zaxxer.hikari.pool.HikariPool.getConnection(HikariPool.java:{})",
)
ERRORS = (
    "connect ECONNREFUSED 10.0.{}.{}:{}",
    "dial tcp 10.0.{}.{}:{}: i/o timeout",
    'psycopg.OperationalError: connection to server at "db{}.example" (10.0.0.{}), port {} failed: Connection refused',
    'upstream timed out (110: Connection timed out) while connecting to upstream, upstream: "http://10.0.{}.{}:{}/"',
)


def access(dice: random.Random) -> str:
    """A line of nginx's access log."""
    path = "/".join(dice.choices(WORDS, k=3))
    agent = dice.choice(AGENTS).format(dice.randrange(90, 130))
    return (
        f"{_address(dice)} - - [28/Nov/2026:12:{dice.randrange(60):02}:{dice.randrange(60):02} +0000] "
        f'"GET /{path}/{dice.randrange(10**6)} HTTP/1.1" 200 {dice.randrange(10**5)} "https://shop.example/{path}" "{agent}"'
    )


def service(dice: random.Random) -> str:
    """A line of JSON, as services write them: levels, identifiers of traces, durations."""
    said = {
        "time": f"2026-11-28T12:{dice.randrange(60):02}:{dice.randrange(60):02}.{dice.randrange(1000):03}Z",
        "level": dice.choice(("info", "info", "info", "debug", "warn")),
        "msg": " ".join(dice.choices(WORDS, k=4)),
        "trace_id": f"{dice.getrandbits(128):032x}",
        "request": {"id": f"{dice.getrandbits(64):016x}", "status": 200, "timeout": 30},
        "duration_ms": dice.randrange(10**5) / 100,
        "error": None,
    }
    return json.dumps(said)


def traces(dice: random.Random) -> str:
    """A Java exception with its frames, which is none of a connection's."""
    frames = "".join(
        f"\n\tat {dice.choice(FRAMES).format(dice.randrange(900))}" for _ in range(dice.randrange(5, 30))
    )
    return (
        f"2026-11-28 12:00:{dice.randrange(60):02}.123 ERROR {dice.randrange(999)} --- [nio-8080-exec-{dice.randrange(9)}] "
        f"c.e.s.o.OrderController : cannot place order {dice.randrange(10**6)}\n"
        f"java.lang.IllegalStateException: basket {dice.randrange(10**6)} is empty{frames}\n\t... 42 more"
    )


def compose(dice: random.Random) -> str:
    """A line of docker compose."""
    return f"{dice.choice(('web-1', 'db-1', 'worker-1')):9} | {' '.join(dice.choices(WORDS, k=9))} {dice.randrange(10**4)}"


def journal(dice: random.Random) -> str:
    """A line of journald."""
    unit = dice.choice(("sshd", "nginx", "systemd", "CRON", "dockerd", "kernel"))
    return f"Nov 28 12:00:{dice.randrange(60):02} web-1 {unit}[{dice.randrange(9999)}]: {' '.join(dice.choices(WORDS, k=10))}"


def errors(dice: random.Random) -> str:
    """A line that is an error, every one."""
    said = dice.choice(ERRORS).format(dice.randrange(3), dice.randrange(3), dice.randrange(5430, 5440))
    return f"2026-11-28T12:{dice.randrange(60):02}:{dice.randrange(60):02}.{dice.randrange(1000):03}Z ERROR [{dice.randrange(99)}] {said}"


def many_errors(dice: random.Random) -> str:
    """A line that is an error with an identifier of its own and a target of its own."""
    said = dice.choice(ERRORS).format(dice.randrange(256), dice.randrange(256), dice.randrange(1024, 65536))
    return f"2026-11-28T12:00:00Z ERROR trace={_token(dice, 12)} {said}"


def chinese(dice: random.Random) -> str:
    """A line in Chinese."""
    said = "，".join("".join(dice.choices(CHINESE, k=5)) for _ in range(3))
    return f"2026-11-28 12:00:{dice.randrange(60):02} {said} 编号={dice.randrange(10**6)}"


def hexadecimal(dice: random.Random) -> str:
    """A line of hexadecimal digits."""
    return f"{dice.getrandbits(512):0128x}"


def encoded(dice: random.Random) -> str:
    """A line of base64."""
    return _token(dice, 90)


def mixed(dice: random.Random) -> str:
    """Something of everything, and an error in a thousand lines."""
    if dice.randrange(1000) == 0:
        return errors(dice)
    return dice.choice((access, access, service, service, traces, compose, journal, chinese))(dice)


KINDS: dict[str, Callable[[random.Random], str]] = {
    "nginx's access log": access,
    "JSON of a service": service,
    "Java's stack traces": traces,
    "docker compose": compose,
    "journald": journal,
    "an error each line": errors,
    "another error each line": many_errors,
    "Chinese": chinese,
    "hexadecimal": hexadecimal,
    "base64": encoded,
    "mixed": mixed,
}
"Name → what makes a line of it."
LINE = "one single line"


def write(kind: str, file: Path, size: int) -> None:
    """Write so many bytes of this kind of log, repeating after 8 MiB what was made with other times."""
    with file.open("wb") as out:
        for piece in _pieces(kind):
            out.write(piece[: size - out.tell()])
            if out.tell() >= size:
                return


def _pieces(kind: str) -> Iterator[bytes]:
    dice = random.Random(6)
    make = KINDS.get(kind, service)
    end = b", " if kind == LINE else b"\n"
    while True:
        yield end.join(make(dice).encode() for _ in range(5000)) + end


def _address(dice: random.Random) -> str:
    return ".".join(str(dice.randrange(1, 255)) for _ in range(4))


def _token(dice: random.Random, size: int) -> str:
    return base64.b64encode(dice.randbytes(size)).decode()
