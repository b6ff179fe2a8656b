"""A server of WebSocket that says to a handshake what a scenario wants, right or wrong."""

from __future__ import annotations

from nocarrier.model.scenario import Daemon, python_server

ECHO_KEY = "{key}"
"In an answer: the key of the client, as it came."

_PROGRAM = """\
import base64, hashlib, socket, threading

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

def serve(connection):
    try:
        said = b""
        while b"\\r\\n\\r\\n" not in said:
            more = connection.recv(4096)
            if not more:
                return
            said += more
        head = said.decode("latin-1").split("\\r\\n\\r\\n")[0]
        fields = dict(line.lower().split(":", 1) for line in head.split("\\r\\n")[1:] if ":" in line)
        keys = [line.split(":", 1)[1].strip() for line in head.split("\\r\\n") if line.lower().startswith("sec-websocket-key:")]
        key = keys[0] if keys else ""
        accept = base64.b64encode(hashlib.sha1(key.encode() + GUID).digest()).decode()
        version = fields.get("sec-websocket-version", "").strip()
        protocols = [name.strip() for name in fields.get("sec-websocket-protocol", "").split(",") if name.strip()]
        if not keys:
            answer = "HTTP/1.1 426 Upgrade Required\\r\\nUpgrade: websocket\\r\\nConnection: close\\r\\n"
        else:
            answer = reply(accept, key, version, protocols)
        connection.sendall(answer.encode("latin-1") + b"\\r\\n")
        while answer.startswith("HTTP/1.1 101") and connection.recv(4096):
            pass
    except OSError:
        pass
    finally:
        connection.close()

{reply}
server = socket.create_server(("", 8080), family=socket.AF_INET6, dualstack_ipv6=True)
while True:
    threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
"""


def websocket_server(answer: str) -> Daemon:
    """It answers every handshake so; ``{accept}`` in it is what is right for the key, ``{key}`` the key itself."""
    reply = f'def reply(accept, key, version, protocols):\n    return f"{answer}"\n'
    return python_server(_PROGRAM.replace("{reply}", reply))


def choosing_server(body: str) -> Daemon:
    """The body of ``reply(accept, key, version, protocols)`` decides on the answer: lines of Python."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return python_server(_PROGRAM.replace("{reply}", "def reply(accept, key, version, protocols):\n" + lines))
