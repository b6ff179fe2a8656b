"""Real WebSocket servers for the scenarios: Node's ws, and Python's websockets, uvicorn and python-socketio."""

from __future__ import annotations

from nocarrier.model.scenario import Daemon

NODE, UVICORN, PYTHON_WEBSOCKETS, SOCKETIO = ("node-ws",), ("python3-uvicorn", "python3-websockets"), ("python3-websockets",), (
    "python3-socketio", "python3-uvicorn", "python3-websockets",
)  # fmt: skip
"The packages of a host on which such a server runs."


def node(program: str, port: int = 8080) -> Daemon:
    """A program for Node with Debian's module ws (``ws``) and ``http`` at hand."""
    head = "const http = require('http'), ws = require('/usr/share/nodejs/ws');\n"
    return Daemon(
        argv=("node", "serve.js"), files={"serve.js": head + program}, ready=f"tcp:{port}", package="nodejs"
    )


def uvicorn(program: str, port: int = 8000, *arguments: str) -> Daemon:
    """An ASGI application ``app``, in the file app.py."""
    return Daemon(
        argv=("{python}", "-m", "uvicorn", "app:app", "--host", "0.0.0.0", "--port", str(port), *arguments),
        files={"app.py": program},
        ready=f"tcp:{port}",
    )


def websockets_server(body: str, port: int, arguments: str = "") -> Daemon:
    """Python's websockets: ``body`` stands before ``serve`` is called, which gets ``arguments``."""
    program = (
        "import asyncio, http\n"
        "from websockets.asyncio.server import serve\n"
        "async def handler(socket):\n"
        "    async for message in socket:\n"
        "        await socket.send(message)\n"
        f"{body}\n"
        "async def main():\n"
        f"    async with serve(handler, '0.0.0.0', {port}{arguments}):\n"
        "        await asyncio.Future()\n"
        "asyncio.run(main())\n"
    )
    return Daemon(argv=("{python}", "serve.py"), files={"serve.py": program}, ready=f"tcp:{port}")
