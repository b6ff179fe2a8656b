"""How the server programs that people run are made to take WebSockets, as data. Each line is from its own manual."""

from __future__ import annotations

from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record


class Upgrading(Record, kw_only=True):
    """One kind of program. ``never``: it cannot take a WebSocket at all, whatever is set. ``config`` is what is added to it,
    or run in its place; ``{port}`` is the port."""

    text: Prose
    config: str
    never: bool = False


PYTHON = (
    "from websockets.sync.server import serve\n"
    "def handler(socket): [socket.send(message) for message in socket]\n"
    "serve(handler, '0.0.0.0', {port}).serve_forever()"
)
NODE = "const {{ WebSocketServer }} = require('ws');\nnew WebSocketServer({{ server }});  // server: http.createServer(…)"
WORKERMAN = "$worker = new Worker('websocket://0.0.0.0:{port}');"
TO_BACK_END = (
    "proxy_pass http://127.0.0.1:BACKEND;\nproxy_http_version 1.1;\n"
    "proxy_set_header Upgrade $http_upgrade;\nproxy_set_header Connection upgrade;"
)

UPGRADING: dict[str, Upgrading] = {
    "php-built-in": Upgrading(
        text=say(
            "PHP's built-in web server takes no WebSockets: run a WebSocket server in its place, such as Workerman's:"
        ),
        config=WORKERMAN,
        never=True,
    ),
    "php-fpm": Upgrading(
        text=say("PHP-FPM takes no WebSockets: run a WebSocket server beside it, such as Workerman's:"),
        config=WORKERMAN,
        never=True,
    ),
    "http-server": Upgrading(
        text=say(
            "Python's http.server takes no WebSockets: run a WebSocket server in its place (pip install websockets):"
        ),
        config=PYTHON,
        never=True,
    ),
    "busybox-httpd": Upgrading(
        text=say("BusyBox httpd takes no WebSockets: run a WebSocket server in its place (pip install websockets):"),
        config=PYTHON,
        never=True,
    ),
    "python": Upgrading(
        text=say("Let the program take WebSockets on that port (pip install websockets):"), config=PYTHON
    ),
    "flask": Upgrading(
        text=say("Give the application a WebSocket route (pip install flask-sock):"),
        config="from flask_sock import Sock\nsock = Sock(app)\n@sock.route('{path}')\ndef live(ws):\n    ws.send(ws.receive())",
    ),
    "django": Upgrading(
        text=say("Serve the project over ASGI, with Channels (pip install channels daphne):"),
        config="INSTALLED_APPS = ['daphne', …]\nASGI_APPLICATION = 'PROJECT.asgi.application'",
    ),
    "gunicorn": Upgrading(
        text=say("Let Gunicorn run an ASGI application, with a worker that takes WebSockets:"),
        config="gunicorn -k uvicorn.workers.UvicornWorker APP:app --bind 0.0.0.0:{port}",
    ),
    "uvicorn": Upgrading(
        text=say(
            "Uvicorn takes WebSockets once a library for them is installed, and where the application has a route for it:"
        ),
        config="pip install 'uvicorn[standard]'\n@app.websocket('{path}')\nasync def live(socket): await socket.accept()",
    ),
    "hypercorn": Upgrading(
        text=say("Give the application a WebSocket route:"),
        config="@app.websocket('{path}')\nasync def live(socket): await socket.accept()",
    ),
    "node": Upgrading(text=say("Let the program take upgrades on its HTTP server (npm install ws):"), config=NODE),
    "next": Upgrading(
        text=say("Next.js serves no WebSockets of its own: start it from a server that takes them (npm install ws):"),
        config=NODE,
    ),
    "php": Upgrading(
        text=say("Let the program listen with the WebSocket protocol, in Workerman so:"), config=WORKERMAN
    ),
    "workerman": Upgrading(text=say("Let the program listen with the WebSocket protocol:"), config=WORKERMAN),
    "nginx": Upgrading(
        text=say("nginx itself takes no WebSockets: pass this path on to a WebSocket server, with the upgrade:"),
        config="location {path} {{\n" + TO_BACK_END + "\n}}",
    ),
    "apache": Upgrading(
        text=say("Apache itself takes no WebSockets: pass this path on to a WebSocket server:"),
        config='ProxyPass "{path}" "http://127.0.0.1:BACKEND{path}" upgrade=websocket',
    ),
    "caddy": Upgrading(
        text=say("Caddy itself takes no WebSockets: pass this path on to a WebSocket server:"),
        config="reverse_proxy {path}* 127.0.0.1:BACKEND",
    ),
    "lighttpd": Upgrading(
        text=say("lighttpd itself takes no WebSockets: pass this path on to a WebSocket server:"),
        config='$HTTP["url"] =^ "{path}" {{ proxy.server = (("host" => "127.0.0.1", "port" => BACKEND))\n'
        'proxy.header = ("upgrade" => "enable") }}',
    ),
}
"Kind of program (`Kind.slug`) → how it takes WebSockets."

SOFTWARE: tuple[tuple[str, str], ...] = (
    ("simplehttp", "http-server"), ("werkzeug", "flask"), ("uvicorn", "uvicorn"), ("hypercorn", "hypercorn"),
    ("gunicorn", "gunicorn"), ("wsgiserver", "python"), ("nginx", "nginx"), ("apache", "apache"), ("caddy", "caddy"),
    ("lighttpd", "lighttpd"), ("workerman", "workerman"), ("busybox", "busybox-httpd"), ("php/", "php-built-in"),
)  # fmt: skip
"A word of a Server or X-Powered-By header, in lower case → the kind of program that sends it."


def kind_by_header(server: str, powered_by: str) -> str:
    """The kind of program that calls itself so; empty where none is known."""
    for name in (server.lower(), powered_by.lower()):
        found = next((kind for word, kind in SOFTWARE if word in name), "")
        if found:
            return found
    return "node" if powered_by.lower().startswith(("express", "next.js", "koa")) else ""
