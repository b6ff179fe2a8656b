"""Programs that end in an exception, run as processes of their own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent
from typing import Any

REFUSED = "socket.create_connection(('127.0.0.1', 1))"
"Nobody listens on port 1 (tcpmux)."
NOWHERE = "socket.create_connection(('192.0.2.1', 80), timeout=0.2)"
"A network that is not there (RFC 5737): silence, or an error at once where there is no route."


def run(
    program: str, *options: str, environ: dict[str, str] | None = None, **more: Any
) -> subprocess.CompletedProcess[str]:
    """What a program says and how it ends."""
    return subprocess.run(
        [sys.executable, *options, "-c", "import socket, sys, nocarrier\n" + dedent(program)],
        capture_output=True,
        text=True,
        timeout=60,
        env=_environment(environ),
        **more,
    )


def interrupted(program: str, folder: Path, after: str) -> subprocess.CompletedProcess[str]:
    """The same, with ^C once ``after`` stands on its standard error."""
    path = folder / "said"
    with path.open("w") as said:
        process = subprocess.Popen(
            [sys.executable, "-c", "import socket, sys, nocarrier\n" + dedent(program)],
            stdout=subprocess.PIPE, stderr=said, text=True, env=_environment(None),
        )  # fmt: skip
        while after not in path.read_text() and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    return subprocess.CompletedProcess(process.args, process.returncode, out, path.read_text())


def _environment(more: dict[str, str] | None) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if name not in ("NOCARRIER", "FORCE_COLOR")}
    return {**plain, "LC_ALL": "C.UTF-8", **(more or {})}
