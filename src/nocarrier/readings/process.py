"""What /proc/PID says of a process (proc(5))."""

from __future__ import annotations


def decode_command(raw: bytes) -> tuple[str, ...]:
    """/proc/PID/cmdline: arguments that end in NUL, or a title the program set itself."""
    return tuple(part.decode("utf-8", "replace") for part in raw.rstrip(b"\0").split(b"\0") if part)


def decode_cgroup(text: str) -> tuple[str, str]:
    """/proc/PID/cgroup → systemd unit and container id, each empty where there is none.

    systemd names the unit in the path (``/system.slice/nginx.service``); podman, docker, containerd and CRI-O put
    the 64 hexadecimal digits of the container into the last parts.
    """
    unit = container = ""
    for line in text.splitlines():
        path = line.rpartition(":")[2]
        for part in path.split("/"):
            if part.endswith(".service"):
                unit = part
            digits = part.removesuffix(".scope").rpartition("-")[2]
            if len(digits) == 64 and all(digit in "0123456789abcdef" for digit in digits):
                container = digits
    return unit, container


def decode_status(text: str) -> tuple[int, int]:
    """/proc/PID/status → the effective user id and the parent's process id; -1 and 0 where they are not there."""
    fields = {name: rest.split() for name, _, rest in (line.partition(":") for line in text.splitlines())}
    uid, parent = fields.get("Uid", []), fields.get("PPid", [])
    return (
        int(uid[1]) if len(uid) > 1 and uid[1].isdigit() else -1,
        int(parent[0]) if parent and parent[0].isdigit() else 0,
    )


def decode_stat(text: str) -> tuple[str, str, int]:
    """/proc/PID/stat → short name, state (one letter), parent's process id; empty and 0 where it is not such a line.

    The name stands in parentheses and may hold any character, parentheses too.
    """
    before, _, after = text.rpartition(")")
    fields = after.split()
    name = before.partition("(")[2]
    if len(fields) < 2 or len(fields[0]) != 1 or not fields[1].isdigit():
        return "", "", 0
    return "".join(character for character in name if character.isprintable()), fields[0], int(fields[1])


def decode_wchan(text: str) -> str:
    """/proc/PID/wchan → the kernel's function that it sleeps in; empty where it runs, and where that is hidden."""
    word = text.strip()
    return word if word.isidentifier() else ""
