"""The way to a unix socket through the file system, and who may go it."""

from __future__ import annotations

from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

SEARCH, WRITE = 1, 2
"Permission bits: a directory on the way must be searched, the socket itself written (unix(7), path_resolution(7))."


class PathPart(Record, kw_only=True):
    """One file on the way. ``kind`` is ``directory``, ``socket``, ``file``, ``fifo`` or ``other``, ``mode`` its nine permission
    bits; ``owner`` and ``group`` are names where they are known. ``acl``: further rules apply (acl(5))."""

    path: str
    kind: str
    mode: int
    uid: int
    gid: int
    owner: str = ""
    group: str = ""
    acl: bool = False

    @property
    def wanted(self) -> int:
        """The bit that the client needs."""
        return SEARCH if self.kind == "directory" else WRITE


class UnixPath(Facts, kw_only=True):
    """``path`` from the root on, as far as that is known; ``typed`` as the client dials it, where that begins elsewhere:
    in its working directory. ``parts`` in the order of the way, symbolic links followed; ``missing`` is the first that is not there.

    ``listening`` is whether a socket of that path listens in this network namespace, ``bound`` whether one has the
    path at all; None where the table cannot be read. ``nearby``: paths of the same or a similar name that are
    listened on. ``uid``, ``gids`` and ``user`` are the client's; ``overrides``: it may pass over permissions
    (CAP_DAC_OVERRIDE). ``groups_of_user`` are the groups that /etc/group gives the user, in this session or not.
    """

    path: str
    typed: str = ""
    parts: tuple[PathPart, ...] = ()
    missing: str = ""
    listening: bool | None = None
    bound: bool | None = None
    nearby: tuple[str, ...] = ()
    uid: int = -1
    gids: tuple[int, ...] = ()
    user: str = ""
    overrides: bool = False
    groups_of_user: tuple[str, ...] = ()

    @property
    def last(self) -> PathPart | None:
        """The file that the path leads to, where it is there."""
        return self.parts[-1] if self.parts and not self.missing else None

    def denying(self) -> PathPart | None:
        """The first part whose permissions keep the client out; None where none does."""
        if self.overrides or self.uid < 0:
            return None
        return next((part for part in self.parts if not self.class_of(part)[1] & part.wanted), None)

    def class_of(self, part: PathPart) -> tuple[str, int]:
        """``u``, ``g`` or ``o``, and its three bits: the first that fits decides alone (path_resolution(7))."""
        if part.uid == self.uid:
            return "u", part.mode >> 6 & 7
        if part.gid in self.gids:
            return "g", part.mode >> 3 & 7
        return "o", part.mode & 7
