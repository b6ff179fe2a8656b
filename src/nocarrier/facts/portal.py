"""Whether somebody answers in place of every server: a network that wants a login first."""

from __future__ import annotations

from nocarrier.model.annotations import Literal
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

REDIRECTS = frozenset({301, 302, 303, 307, 308})
LOGIN_REQUIRED = 511
"Network Authentication Required (RFC 6585, section 6): for intercepting proxies, never for servers."


class Control(Record, kw_only=True):
    """One request that no server can answer, and who answered it.

    ``kind``: ``address`` is one that nobody has (RFC 5737, RFC 3849), ``name`` one that cannot exist (RFC 6761), and
    ``address`` then what the resolver made of it. ``leads_to`` is the host that its answer sends the client to, empty
    where it sends it nowhere; ``status`` is None where no answer of HTTP came.
    """

    kind: Literal["address", "name"]
    name: str
    address: str
    port: int
    status: int | None = None
    leads_to: str = ""


class Portal(Facts, kw_only=True):
    """What the controls came to. ``login`` is the page that the target's own answer leads to, without its query.

    ``announced`` is the address of the portal's API that the network itself told (RFC 8910).
    """

    controls: tuple[Control, ...] = ()
    login: str = ""
    announced: str = ""

    @property
    def host(self) -> str:
        """The host of the page that the target's answer leads to."""
        return self.login.partition("://")[2].partition("/")[0]

    @property
    def answered(self) -> Control | None:
        """A control that was answered as a portal does: sent on to where the target's own answer leads, where that
        leads anywhere, or told to log in."""
        return next((one for one in self.controls if _by_a_portal(one, self.host)), None)


def _by_a_portal(control: Control, host: str) -> bool:
    if control.status == LOGIN_REQUIRED:
        return True
    return control.status in REDIRECTS and bool(control.leads_to) and (not host or control.leads_to == host)
