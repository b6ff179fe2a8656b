"""What /proc/PID/status and bpftool(8) tell of a process' confinement."""

from __future__ import annotations

import json

CONNECTING = ("connect4", "connect6", "cgroup_inet4_connect", "cgroup_inet6_connect", "cgroup_inet_sock_create")


def decode_seccomp(status: str) -> bool:
    """The line ``Seccomp:`` of /proc/PID/status: 1 strict, 2 with a filter."""
    return any(line.split()[1:2] in (["1"], ["2"]) for line in status.splitlines() if line.startswith("Seccomp:"))


def decode_unified_cgroup(text: str) -> str:
    """The control group of version 2 in /proc/PID/cgroup: the line ``0::PATH``."""
    return next((line[3:] for line in text.splitlines() if line.startswith("0::/")), "")


def decode_hooks(text: bytes) -> tuple[str, ...]:
    """``bpftool -j cgroup show PATH effective``: the programs that see a connect, as ``type name``."""
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    if not isinstance(rows, list):
        return ()
    return tuple(
        f"{row.get('attach_type')} {row.get('name') or row.get('id', '')}".strip()
        for row in rows
        if isinstance(row, dict) and row.get("attach_type") in CONNECTING
    )
