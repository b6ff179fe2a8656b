"""Real reverse proxies and back ends for scenarios: each on the server, the back end on its loopback."""

from __future__ import annotations

from nocarrier.model.scenario import Daemon, Expected, Scenario, client, router, server

NODE_WS = """\
const { WebSocketServer } = require('/usr/share/nodejs/ws');
new WebSocketServer({ host: '127.0.0.1', port: Number(process.argv[2]) });
"""

PYTHON_WS = """\
import asyncio, sys
from websockets.asyncio.server import serve

async def main():
    async with serve(lambda socket: socket.wait_closed(), "127.0.0.1", int(sys.argv[1])):
        await asyncio.get_running_loop().create_future()

asyncio.run(main())
"""

NGINX = """\
error_log {dir}/error.log;
pid {dir}/nginx.pid;
events {}
http {
  access_log off;
  client_body_temp_path {dir}/b; proxy_temp_path {dir}/p; fastcgi_temp_path {dir}/f;
  uwsgi_temp_path {dir}/u; scgi_temp_path {dir}/s;
  include {dir}/sites/*.conf;
}
"""

APACHE = """\
ServerRoot /usr/lib/apache2
PidFile {dir}/apache.pid
ErrorLog {dir}/error.log
DefaultRuntimeDir {dir}
Mutex file:{dir} default
ServerName lab
LoadModule mpm_event_module modules/mod_mpm_event.so
LoadModule authz_core_module modules/mod_authz_core.so
LoadModule proxy_module modules/mod_proxy.so
LoadModule proxy_http_module modules/mod_proxy_http.so
User www-data
Group www-data
Listen 80
"""

HAPROXY = """\
defaults
    mode http
    timeout connect 2s
    timeout client 30s
    timeout server 30s
"""


def node_ws(port: int = 3000) -> Daemon:
    """Node's ws, as most people's chat has it."""
    return Daemon(
        argv=("node", "serve.js", str(port)),
        files={"serve.js": NODE_WS},
        ready=f"tcp:127.0.0.1:{port}",
        package="nodejs",
    )


def python_ws(port: int = 3000) -> Daemon:
    """Python's websockets. It takes no request of HTTP/1.0."""
    return Daemon(
        argv=("{python}", "serve.py", str(port)), files={"serve.py": PYTHON_WS}, ready=f"tcp:127.0.0.1:{port}"
    )


def nginx(site: str, port: int = 80) -> Daemon:
    """A real nginx, its site in a file of its own that is included."""
    return Daemon(
        argv=("nginx", "-c", "{dir}/nginx.conf", "-g", "daemon off;"),
        files={"nginx.conf": NGINX, "sites/site.conf": site},
        ready=f"tcp:{port}",
        package="nginx-light",
    )


def apache(site: str, port: int = 80) -> Daemon:
    """A real Apache of Debian's, with a configuration of its own."""
    return Daemon(
        argv=("apache2", "-f", "{dir}/apache.conf", "-DFOREGROUND"),
        files={"apache.conf": APACHE + site},
        ready=f"tcp:{port}",
        package="apache2",
    )


def haproxy(sections: str, port: int = 80) -> Daemon:
    """A real HAProxy."""
    return Daemon(
        argv=("haproxy", "-db", "-f", "{dir}/haproxy.cfg"),
        files={"haproxy.cfg": HAPROXY + sections},
        ready=f"tcp:{port}",
        package="haproxy",
    )


def caddy(site: str, port: int = 80) -> Daemon:
    """A real Caddy, without certificates; HOME is where it keeps what it keeps."""
    return Daemon(
        argv=("env", "HOME={dir}", "caddy", "run", "--config", "{dir}/Caddyfile", "--adapter", "caddyfile"),
        files={"Caddyfile": "{\n    auto_https off\n}\n" + site},
        ready=f"tcp:{port}",
    )


def behind(
    name: str,
    front: Daemon,
    *back: Daemon,
    target: str = "ws://10.20.0.5/",
    both_ends: Expected | None = None,
    client_alone: Expected | None = None,
    packages: tuple[str, ...] = (),
) -> Scenario:
    """A proxy, and what stands behind it on the same machine; ``packages`` beside those that their programs tell."""
    daemons = (*back, front)
    needed = {"node": "node-ws", "env": "caddy"}
    implied = (needed[one.argv[0]] for one in daemons if one.argv[0] in needed)
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=daemons, packages=(*packages, *implied))),
        target=target,
        both_ends=both_ends,
        client_alone=client_alone,
    )
