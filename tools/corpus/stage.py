"""The lab in which all of the symptoms stand at once: as data, for `nocarrier.lab.build`."""

from __future__ import annotations

from pathlib import Path

from nocarrier.causes._name_lab import nameserver
from nocarrier.causes._protocol_lab import haproxy, mariadb, nginx, postgresql, redis, sshd
from nocarrier.causes._tls_lab import CERTIFICATE, KEY, TRUSTED
from nocarrier.causes._ws_lab import PYTHON_WEBSOCKETS, websockets_server
from nocarrier.model.record import replace
from nocarrier.model.scenario import Daemon, Host, Scenario, client, http_server, router, server
from tools.corpus import symptoms as at
from tools.corpus.certificates import EXPIRED, OTHER_NAME, SELF_SIGNED

HERE = Path(__file__).parent
AUTHORITY = f"/etc/{TRUSTED}"
"The lab's authority, as every client finds it."
PATIENCE = {"net.ipv4.tcp_syn_retries": "1"}
"The kernel gives up on a silent peer after 3 s (tcp(7))."
FEW_PORTS = {"net.ipv4.ip_local_port_range": "40000 40003"}

RULES = f"""
table inet shop {{
  chain input {{
    type filter hook input priority 0;
    tcp dport {at.DROPPED} drop
    tcp dport {at.PROHIBITED} reject with icmpx admin-prohibited
    tcp dport {at.RESET_BY_RULE} reject with tcp reset
    ip saddr 10.10.0.8 udp dport 53 drop
    ip saddr 10.10.0.8 tcp dport 53 drop
  }}
}}
"""

STATUSES = "".join(
    f"    location = /{number} {{ return {number}; }}\n" for number in (400, 401, 403, 404, 429, 500, 503, 504)
)
SITES = f"""
  client_header_timeout 1h;
  server {{
    listen {at.HTTP}; listen [::]:{at.HTTP};
{STATUSES}    location = /301 {{ return 301 http://shop.example:{at.HTTP}/; }}
    location = /proxied {{ proxy_pass http://127.0.0.1:9; }}
    location / {{ return 200 "<html><body>Welcome</body></html>"; }}
  }}
"""


def _secure(port: int, certificate: str, more: str = "") -> str:
    return (
        f"  server {{\n    listen {port} ssl;\n    ssl_certificate {{dir}}/{certificate}.pem;\n    {more}\n"
        '    location / { return 200 "ok"; }\n  }\n'
    )


WEB = SITES + "".join((
    "  ssl_certificate_key {dir}/key.pem;\n",
    _secure(at.HTTPS, "good"),
    _secure(at.EXPIRED, "expired"),
    _secure(at.SELF_SIGNED, "self-signed"),
    _secure(at.WRONG_NAME, "other-name"),
    _secure(at.OLD_TLS, "good", "ssl_protocols TLSv1; ssl_ciphers ALL:@SECLEVEL=0;"),
))  # fmt: skip
HELD = f"""
import socket, time
kept = [socket.create_connection(("{at.SERVER}", {at.HTTP})) for _ in range(4)]
ready = socket.create_server(("127.0.0.1", 2100))
time.sleep(86400)
"""
"Every local port of a machine of four, toward one destination."
STALE = "mkdir -p /run/shop && exec {python} -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"/run/shop/stale.sock\")'"


def _faults(name: str) -> Daemon:
    return Daemon(argv=("{python}", str(HERE / "faults.py"), name), ready="tcp:2100")


def _web() -> Daemon:
    usual = nginx(WEB, at.HTTP)
    certificates = {
        "good.pem": CERTIFICATE,
        "expired.pem": EXPIRED,
        "self-signed.pem": SELF_SIGNED,
        "other-name.pem": OTHER_NAME,
    }
    return replace(usual, files={**usual.files, **certificates, "key.pem": KEY})


def _dialling(name: str, address: str, *, nameserver: str = "10.10.0.1", **changes: object) -> Host:
    files = {
        "resolv.conf": f"nameserver {nameserver}\noptions timeout:1 attempts:1\n",
        "hosts": "127.0.0.1 localhost\n::1 localhost ip6-localhost\n",
        "nsswitch.conf": "hosts: files dns\n",
        TRUSTED: CERTIFICATE,
    }
    usual: dict[str, object] = {
        "name": name,
        "addresses": (address,),
        "gateways": ("10.10.0.1",),
        "files": files,
        "sysctls": PATIENCE,
    }
    return client(**{**usual, **changes})


def scenario() -> Scenario:
    """All hosts: the machines that clients run on, the router, which is name server and proxy, and the server."""
    taken = Daemon(argv=("sh", "-c", STALE), ready="exit")
    hosts = (
        server(
            nft=RULES,
            daemons=(
                _faults("server"), _web(), sshd(at.SSH), redis(at.REDIS), mariadb(at.MYSQL), postgresql(at.POSTGRESQL),
                websockets_server("", at.WEBSOCKET),
                haproxy(f"frontend shop\n  bind :{at.HAPROXY}\n  mode http\n  default_backend none\nbackend none\n  mode http\n  server one 127.0.0.1:9\n", at.HAPROXY),
            ),
            packages=PYTHON_WEBSOCKETS,
        ),
        router(
            daemons=(
                nameserver(
                    "--host-record=shop.example,10.20.0.5", "--txt-record=empty.example,nothing else",
                    "--server=/broken.example/10.20.0.5",
                ),
                _faults("router"),
            )
        ),
        _dialling(
            "client", "10.10.0.7/24", addresses=("10.10.0.7/24", "fd10::7/64"), gateways=("10.10.0.1", "fd10::1"),
            commands=(("ip", "route", "add", "prohibit", "10.20.0.66/32"),),
            daemons=(http_server("0.0.0.0", at.TAKEN), taken),
        ),
        _dialling("mute", "10.10.0.8/24", nameserver=at.SERVER),
        _dialling("full", "10.10.0.9/24", sysctls=PATIENCE | FEW_PORTS, daemons=(Daemon(argv=("{python}", "-c", HELD), ready="tcp:127.0.0.1:2100"),)),
        _dialling("island", "10.10.0.10/24", gateways=(), sysctls={"net.ipv6.conf.all.disable_ipv6": "1"}),
    )  # fmt: skip
    return Scenario(name="corpus", hosts=hosts, target=f"tcp://{at.SERVER}:{at.HTTP}")
