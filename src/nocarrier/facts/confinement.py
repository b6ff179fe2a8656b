"""What confines the client's process, as far as the kernel tells."""

from __future__ import annotations

from nocarrier.model.evidence import Facts


class Confinement(Facts, kw_only=True):
    """``seccomp``: a system-call filter is active (seccomp(2)). ``label`` is the AppArmor profile or SELinux context
    (/proc/PID/attr/current), ``selinux_enforcing`` whether SELinux enforces (None: there is none).

    ``cgroup`` is its control group (v2), ``hooks`` the BPF programs that see its connects there (``connect4
    NAME``), where they could be listed.
    """

    seccomp: bool = False
    label: str = ""
    selinux_enforcing: bool | None = None
    cgroup: str = ""
    unit: str = ""
    hooks: tuple[str, ...] = ()

    @property
    def apparmor(self) -> str:
        """The AppArmor profile that confines it (``name (enforce)``); empty where none does."""
        return self.label.removesuffix(" (enforce)") if self.label.endswith(" (enforce)") else ""
