"""How many files a process has open, and how many it may."""

from __future__ import annotations

from nocarrier.model.evidence import Facts


class ProcessLimits(Facts, kw_only=True):
    """The client's process (``name`` is its short one, ``unit`` its systemd unit): the one that ``--from pid://N`` points out (``pointed_out``), or this one.

    ``soft`` and ``hard`` are RLIMIT_NOFILE (getrlimit(2)), ``open`` the descriptors in use; None: not readable, or
    unlimited. ``system_open`` of ``system_max`` files are open on the whole machine (/proc/sys/fs/file-nr).
    """

    pid: int = 0
    name: str = ""
    unit: str = ""
    pointed_out: bool = False
    soft: int | None = None
    hard: int | None = None
    open: int | None = None
    system_open: int | None = None
    system_max: int | None = None

    @property
    def full(self) -> bool:
        """The process cannot open another file, and a socket is one."""
        return self.soft is not None and self.open is not None and self.open >= self.soft
