"""Which proxy the clients of this machine use for the target, by what the environment holds."""

from __future__ import annotations

from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record
from nocarrier.model.target import endpoint


class Proxy(Record, kw_only=True):
    """One proxy. ``scheme`` is what is spoken to it: http, https, socks4, socks4a, socks5, socks5h.

    ``credentials``: a user is named for it; which one, and the password, stand nowhere in the evidence.
    """

    scheme: str
    host: str
    port: int
    credentials: bool = False

    @property
    def socks(self) -> bool:
        """It speaks SOCKS, not HTTP."""
        return self.scheme.startswith("socks")

    @property
    def resolves(self) -> bool:
        """The target's name is left to it; else the client looks it up (curl(1), ``socks4``, ``socks5``)."""
        return self.scheme not in ("socks4", "socks5")

    @property
    def url(self) -> str:
        """As it is written, without the user."""
        return f"{self.scheme}://{endpoint(self.host, self.port)}"


class Choice(Record, kw_only=True):
    """What one family of clients (``reader``, as `readings.proxy_settings` names them) does for this target.

    ``variable`` is the variable that it takes the proxy from, ``proxy`` what stands there; None: it connects directly.
    ``excluded_by`` is the entry of NO_PROXY (or ``localhost``, which Go never sends to a proxy) that keeps the target
    from the proxy of ``variable``. ``malformed``: what ``variable`` holds names no proxy.
    """

    reader: str
    variable: str = ""
    proxy: Proxy | None = None
    excluded_by: str = ""
    malformed: bool = False


class Proxies(Facts, kw_only=True):
    """The proxy that applies to the target, and who would use which.

    ``chosen`` is what this diagnosis goes by: the ``--proxy`` that was asked for (``reader`` is then empty), or what
    most of the clients do; its ``proxy`` is None where the way is direct. ``no_proxy`` is the variable that holds the
    exceptions and its value. ``beside`` are variables that name a proxy, which no such client reads for this scheme:
    ``all_proxy`` for a target that is not of the web.
    """

    chosen: Choice
    choices: tuple[Choice, ...] = ()
    no_proxy: tuple[str, str] = ("", "")
    beside: tuple[str, ...] = ()
    process: int = 0
    "The process whose environment it is; 0: that of this program."

    @property
    def proxy(self) -> Proxy | None:
        """The proxy that applies."""
        return self.chosen.proxy

    @property
    def asked_for(self) -> bool:
        """It was given on the command line."""
        return not self.chosen.reader

    @property
    def using(self) -> tuple[str, ...]:
        """The clients that use a proxy for this target."""
        return tuple(choice.reader for choice in self.choices if choice.proxy is not None)

    @property
    def direct(self) -> tuple[str, ...]:
        """Those that do not."""
        return tuple(choice.reader for choice in self.choices if choice.proxy is None)
