"""The proxy that a client dialled in place of its target, and what it told it of its user."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from nocarrier.integrations.clients.looking import Place, at, plain_text, text, whole
from nocarrier.model.annotations import Any
from nocarrier.model.record import Record
from nocarrier.model.target import endpoint
from nocarrier.readings.proxy_url import BadProxy, ProxyUrl, parse_proxy
from nocarrier.readings.target import is_address

PARTS = (("scheme", "host", "port"), ("proxy_protocol", "proxy_host", "proxy_port"))
"The attributes of an object that stands for a URL: those of every library's own, and websocket-client's."
HEADER = "proxy-authorization"


class Account(str):
    """``user:password`` as a URL has it, or the URL, which is in the hands of whoever dials, and in no text."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'***'"


class Through(Record, kw_only=True):
    """One proxy. ``usual``: it was written without a port; ``withheld``: it was told of its user in a way that no URL can
    repeat."""

    scheme: str
    host: str
    port: int
    usual: bool = False
    account: Account = Account()
    withheld: bool = False

    @property
    def named(self) -> str:
        """``host:port``, with the scheme before it where that is not http."""
        place = endpoint(self.host, self.port)
        return place if self.scheme == "http" else f"{self.scheme}://{place}"

    @property
    def url(self) -> str:
        """As `diagnose` takes it, with its user, and then as much a secret as that."""
        if not self.account:
            return f"{self.scheme}://{endpoint(self.host, self.port)}"
        return Account(f"{self.scheme}://{self.account}@{endpoint(self.host, self.port)}")

    def is_of(self, target: Place) -> bool:
        """Whether it is the target's own host, with its port or none: what urllib dials stands in the same place, proxy or not."""
        return self.host == target.host.lower() and (self.usual or self.port == target.port)

    def is_at(self, place: Place) -> bool:
        """Whether a place is the proxy's: by its name, or as the address that the name became."""
        if not place.host or place.port != self.port:
            return False
        return place.host == self.host or (place.scheme in ("", "tcp") and is_address(place.host))


def through(value: Any, accounts: Iterable[Any]) -> Through | None:
    """The proxy that a client's variable holds; None where it holds none."""
    written = _written(value)
    try:
        found = parse_proxy(written)
    except BadProxy:
        return None
    account, withheld = _account(found, accounts)
    return Through(
        scheme=found.proxy.scheme,
        host=found.proxy.host,
        port=found.proxy.port,
        usual=not written.rstrip("/")[-1:].isdigit() or ":" not in written.rpartition("://")[2],
        account=account,
        withheld=withheld,
    )


def _written(value: Any) -> str:
    if value is None or isinstance(value, (str, bytes)):
        return plain_text(value)
    whole_url = text(value)
    if whole_url.partition("://")[0].isalnum():
        return whole_url
    for scheme, host, port in PARTS:
        if named := plain_text(at(value, host)):
            number = whole(at(value, port), 65535)
            place = endpoint(named.strip("[]"), number) if number else named
            return f"{plain_text(at(value, scheme)) or 'http'}://{place}"
    return ""


def _account(found: ProxyUrl, accounts: Iterable[Any]) -> tuple[Account, bool]:
    """``user:password``, from the URL or from beside it, and whether there is one that cannot be had."""
    if found.user:
        return _pair(found.user, found.password), False
    for one in accounts:
        if isinstance(one, (tuple, list)) and len(one) == 2 and all(isinstance(part, (str, bytes)) for part in one):
            return _pair(plain_text(one[0]), plain_text(one[1])), False
        said = _header(one)
        if said:
            return _basic(said)
    return Account(), False


def _header(headers: Any) -> str:
    """What headers, a mapping or a sequence of pairs, tell the proxy."""
    try:
        pairs: Sequence[Any] = list(headers.items()) if hasattr(headers, "items") else list(headers or ())
    except Exception:  # whatever a foreign mapping raises
        return ""
    return next((plain_text(at(one, "1")) for one in pairs if plain_text(at(one, "0")).lower() == HEADER), "")


def _basic(said: str) -> tuple[Account, bool]:
    """RFC 7617, section 2."""
    from base64 import b64decode

    scheme, _, held = said.partition(" ")
    if scheme.lower() != "basic":
        return Account(), True
    try:
        user, _, password = b64decode(held).decode().partition(":")
    except ValueError:
        return Account(), True
    return _pair(user, password), False


def _pair(user: str, password: str) -> Account:
    return Account(f"{quote(user, safe='')}:{quote(password, safe='')}")
