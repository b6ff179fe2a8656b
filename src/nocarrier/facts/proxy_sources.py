"""Where a machine's proxies are set: lines of files, and the settings of its desktop."""

from __future__ import annotations

from nocarrier.facts.proxies import Proxy
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class Setting(Record, kw_only=True):
    """One line (from 1) of a file that sets a variable about proxies; ``proxy`` is None where it names none (NO_PROXY,
    or nothing that is understood). What it is set to, with a user and a password perhaps, is not kept."""

    name: str
    file: str
    line: int
    proxy: Proxy | None = None


class Desktop(Record, kw_only=True):
    """What a desktop's settings say, which browsers go by and programs of the shell do not.

    ``of`` is whose they are (``GNOME``, ``macOS``, ``Windows``), ``pac`` the URL of a file that decides for each target
    (its script is not evaluated here), ``proxies`` those that are named for every target.
    """

    of: str
    pac: str = ""
    proxies: tuple[Proxy, ...] = ()
    exceptions: tuple[str, ...] = ()


class ProxySources(Facts, kw_only=True):
    """What was found of either."""

    settings: tuple[Setting, ...] = ()
    desktops: tuple[Desktop, ...] = ()

    def setting(self, variable: str, proxy: Proxy | None) -> tuple[Setting, ...]:
        """The lines that set this variable, to this proxy where one is given."""
        return tuple(
            one for one in self.settings if one.name == variable and (proxy is None or _same(one.proxy, proxy))
        )


def _same(one: Proxy | None, other: Proxy) -> bool:
    return one is not None and (one.host, one.port) == (other.host, other.port)
