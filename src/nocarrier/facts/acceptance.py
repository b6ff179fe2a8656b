"""What became of the client's connection on the server: did the program take it, and read what was sent?"""

from __future__ import annotations

from nocarrier.model.annotations import ClassVar
from nocarrier.model.evidence import Facts


class Acceptance(Facts, kw_only=True):
    """One connection of the client's as the server's socket table shows it (net/ipv4/tcp_ipv4.c, net/ipv4/tcp_diag.c).

    ``held_ms``: how long it had been held when it was looked at; 0: none was, for the queue of the listening socket was
    empty. ``made``: it came about at all. ``found``: the very 4-tuple is in the table. A connection that no program has
    accepted has no inode: ``accepted`` is that it has one (``inode``). The client wrote ``sent`` bytes, of which the
    program left ``unread``; ``answered``: something came back. ``waiting`` connections stand in the queue, of which
    ``backlog`` is the length, and ``before`` stood there before ours was made; the programs that listen hold ``taken``
    others, to this port or to another one of theirs. ``listeners`` are the inodes of the sockets that listen on the port,
    ``holders`` the processes that have them open, as far as this user may see them. ``open_files`` of ``most_files`` are
    open on the whole machine (/proc/sys/fs/file-nr; None: not readable).
    """

    address: str
    port: int
    made: bool = False
    found: bool = False
    accepted: bool = False
    sent: int = 0
    unread: int = 0
    answered: bool = False
    held_ms: float = 0.0
    taken: int = 0
    before: int = 0
    waiting: int = 0
    backlog: int = 0
    inode: int = 0
    listeners: tuple[int, ...] = ()
    holders: tuple[int, ...] = ()
    open_files: int | None = None
    most_files: int | None = None

    step: ClassVar[str] = "tcp"
    "The step of the contract that this is."

    @property
    def fine(self) -> bool:
        """A program takes connections, as far as could be seen."""
        return not self.left_waiting

    @property
    def machine_full(self) -> bool | None:
        """No program there but root's may open another file (ENFILE); None where that cannot be read."""
        if self.open_files is None or self.most_files is None:
            return None
        return self.open_files >= self.most_files

    @property
    def left_waiting(self) -> bool:
        """The kernel made the connection, and no program takes it; or it made none, for the queue has no more room."""
        if not self.made:
            return self.held_ms > 0 and self.waiting > self.backlog > 0
        return self.found and not self.accepted and not self.answered

    @property
    def none_taken(self) -> bool:
        """No program took any of the connections (at least two) that this diagnosis made, nor does one hold any other."""
        return self.left_waiting and self.made and not self.taken and self.waiting >= 2 and self.waiting > self.before

    @property
    def left_unread(self) -> bool:
        """A program took the connection, and does not read what was sent."""
        return self.found and self.accepted and 0 < self.sent <= self.unread and not self.answered
