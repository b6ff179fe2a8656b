"""Which system a machine runs: what its fixes have to fit."""

from __future__ import annotations

from nocarrier.model.evidence import Facts

FAMILIES = ("debian", "rhel", "suse", "arch", "alpine")
"Families of distributions, by the name that their members give in os-release(5)."


class System(Facts, kw_only=True):
    """The distribution and what starts its services.

    ``distribution`` is os-release's ID (``debian``, ``ubuntu``, ``fedora``), ``like`` its ID_LIKE, ``version`` its
    VERSION_ID, ``title`` its PRETTY_NAME. ``init`` is ``systemd``, ``openrc``, or empty where neither runs (most
    containers).
    """

    distribution: str = ""
    like: tuple[str, ...] = ()
    version: str = ""
    title: str = ""
    init: str = ""

    @property
    def family(self) -> str:
        """One of `FAMILIES`, or empty."""
        names = (self.distribution, *self.like)
        if "fedora" in names or "centos" in names:
            return "rhel"
        if any(name.startswith(("opensuse", "sles")) for name in names):
            return "suse"
        return next((family for family in FAMILIES if family in names), "")

    @property
    def package_manager(self) -> str:
        """The command that installs packages: ``apt``, ``dnf``, ``zypper``, ``pacman``, ``apk``; or empty."""
        managers = {"debian": "apt", "rhel": "dnf", "suse": "zypper", "arch": "pacman", "alpine": "apk"}
        return managers.get(self.family, "")
