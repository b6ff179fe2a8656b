"""What the processes do that hold the listener on the target's port."""

from __future__ import annotations

from nocarrier.model.evidence import Facts


class ProcessState(Facts, kw_only=True):
    """One process that holds a socket listening on the port.

    ``state`` is the letter of /proc/PID/stat (proc(5): ``R`` runs, ``S`` sleeps, ``D`` waits for a disk, ``T`` is
    stopped, ``t`` is held by a debugger, ``Z`` has ended), empty where it cannot be read. ``wchan`` names the place in
    the kernel where its first thread sleeps, empty where that is hidden. ``open`` of at most ``soft`` files are open
    (RLIMIT_NOFILE; descriptors numbered above it do not count); None: not readable, or unlimited; ``hard`` is how far it may raise that. ``parent`` is the process that started it.
    """

    pid: int
    name: str = ""
    state: str = ""
    wchan: str = ""
    parent: int = 0
    open: int | None = None
    soft: int | None = None
    hard: int | None = None

    @property
    def stopped(self) -> bool:
        """It was stopped by a signal, and runs again after SIGCONT."""
        return self.state == "T"

    @property
    def out_of_files(self) -> bool:
        """It cannot open another file, and accepting a connection is that."""
        return self.open is not None and self.soft is not None and self.open >= self.soft
