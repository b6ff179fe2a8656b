"""What a machine prints about unix sockets and the files on the way to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nocarrier.facts.unix_path import PathPart
from nocarrier.model.record import Record

ACCEPTS = 0x10000
"__SO_ACCEPTCON: the socket listens (proc(5), /proc/net/unix)."
KINDS = {"d": "directory", "s": "socket", "-": "file", "p": "fifo"}
DAC_OVERRIDE = 1
"CAP_DAC_OVERRIDE (capabilities(7)) as a bit number."


class UnixSocket(Record):
    """One row of /proc/net/unix that has a path; an abstract name begins with ``@``."""

    path: str
    listening: bool
    inode: int


def decode_proc_net_unix(text: str) -> Iterator[UnixSocket]:
    """``Num RefCount Protocol Flags Type St Inode Path``; rows of another shape are passed over."""
    for line in text.splitlines()[1:]:
        fields = line.split(None, 7)
        if len(fields) < 8:
            continue
        try:
            yield UnixSocket(fields[7], bool(int(fields[3], 16) & ACCEPTS), int(fields[6]))
        except ValueError:
            continue


def decode_ls(text: str, users: Mapping[int, str], groups: Mapping[int, str]) -> dict[str, PathPart]:
    """``ls -ldn PATH…``: each path and its permissions. A ``+`` after the mode means an access control list."""
    found: dict[str, PathPart] = {}
    for line in text.splitlines():
        fields = line.split(None, 8)
        if len(fields) < 9 or len(fields[0]) < 10 or not (fields[2].isdigit() and fields[3].isdigit()):
            continue
        mode, uid, gid, path = fields[0], int(fields[2]), int(fields[3]), fields[8]
        found[path] = PathPart(
            path=path,
            kind=KINDS.get(mode[0], "other"),
            mode=sum(1 << 8 - at for at, letter in enumerate(mode[1:10]) if letter not in "-ST"),
            uid=uid,
            gid=gid,
            owner=users.get(uid, ""),
            group=groups.get(gid, ""),
            acl=mode[10:11] == "+",
        )
    return found


class Identity(Record):
    """Who a process is for the file system: /proc/PID/status."""

    uid: int
    gids: tuple[int, ...]
    overrides: bool


def decode_identity(status: str) -> Identity | None:
    """The file-system ids of ``Uid:`` and ``Gid:`` (the fourth of each), ``Groups:`` and ``CapEff:``."""
    told = {name: rest.split() for name, _, rest in (line.partition(":") for line in status.splitlines())}
    try:
        gids = (int(told["Gid"][3]), *(int(word) for word in told.get("Groups", [])))
        return Identity(int(told["Uid"][3]), gids, bool(int(told["CapEff"][0], 16) >> DAC_OVERRIDE & 1))
    except (KeyError, IndexError, ValueError):
        return None


def decode_names(text: str) -> dict[int, str]:
    """/etc/passwd or /etc/group: id → name."""
    rows = [line.split(":") for line in text.splitlines()]
    return {int(row[2]): row[0] for row in rows if len(row) > 3 and row[2].isdigit()}


def decode_memberships(text: str, user: str) -> tuple[str, ...]:
    """The groups of /etc/group that list the user."""
    rows = [line.split(":") for line in text.splitlines()]
    return tuple(row[0] for row in rows if len(row) > 3 and user and user in row[3].split(","))
