"""What the client's own attempt came to by way of a proxy, stage by stage."""

from __future__ import annotations

from nocarrier.facts.exchange import Exchange, HttpReply
from nocarrier.facts.intermediaries import BACKEND
from nocarrier.facts.proxies import Proxy
from nocarrier.facts.testimony import Witness
from nocarrier.model.annotations import Literal
from nocarrier.model.evidence import Facts
from nocarrier.model.target import endpoint

Outcome = Literal["fine", "answered", "unreached", "silent", "no-proxy", "login", "forbidden", "target", "failed"]
"""``fine``: the target answered through it. ``answered``: the target's answer came through it, and speaks against the
connection. ``unreached``: there is no connection to the proxy. ``silent``: it takes the connection and says nothing, or
hangs up. ``no-proxy``: what answers there does not speak the proxy's protocol. ``login``: it wants, or does not take,
credentials. ``forbidden``: it may, and does not want to. ``target``: it says that it could not reach the target.
``failed``: it says no, and not why."""

TARGET_SAID = frozenset({"network-unreachable", "host-unreachable", "refused", "ttl-expired"})
"Replies of SOCKS5 about the target (RFC 1928, section 6)."
NO_METHOD = frozenset({400, 404, 405, 501})
"What a server that is no proxy answers to CONNECT."
GATEWAY = frozenset({502, 503, 504})


class ProxyAttempt(Facts, kw_only=True):
    """One attempt through one proxy.

    ``way``: the request goes to the proxy as it is (``absolute``, RFC 9112, section 3.2.2), or it makes a ``tunnel``
    (CONNECT, RFC 9110, section 9.3.6), or ``socks4``/``socks5``. ``stage`` is how far it came: the proxy's ``name`` was
    looked up, a ``connect`` made, ``tls`` to it, the ``greeting`` and ``login`` of SOCKS, the ``request`` for the
    target, and the ``exchange`` with it. ``errno``, ``expired``, ``closed`` tell how that stage ended where nothing was
    said. ``reply`` is the proxy's own answer in HTTP, ``witnesses`` who speaks in it; ``code`` and ``meaning`` those of
    SOCKS (``meaning``: see `wire/socks.py`). ``challenges`` are the schemes of Proxy-Authenticate with their realms, or
    ``password`` of SOCKS5. ``spoke`` is what was recognised in place of a proxy. ``exchange`` is what came of the
    client's own words, where they reached the target.
    """

    proxy: Proxy
    way: Literal["absolute", "tunnel", "socks4", "socks5"]
    stage: Literal["name", "connect", "tls", "greeting", "login", "request", "exchange"]
    address: str = ""
    errno: str = ""
    expired: bool = False
    closed: bool = False
    waited_ms: float = 0.0
    reply: HttpReply | None = None
    witnesses: tuple[Witness, ...] = ()
    code: int | None = None
    meaning: str = ""
    challenges: tuple[str, ...] = ()
    offered: bool = False
    "Credentials were sent."
    spoke: str = ""
    exchange: Exchange | None = None

    @property
    def outcome(self) -> Outcome:
        """What it came to, in a word."""
        if self.stage in ("name", "connect"):
            return "unreached"
        if self.exchange is not None:
            return "fine" if self.exchange.fine else "answered"
        if self.stage == "login" or self.challenges:
            return "login"
        if self.stage == "exchange":
            return "fine"
        if self.reply is not None:
            return self._of_reply(self.reply)
        if self.code is not None:
            return self._of_code()
        return "no-proxy" if self.spoke or self.stage == "tls" else "silent"

    def _of_reply(self, reply: HttpReply) -> Outcome:
        says = next((one.says for one in self.witnesses if one.says), "")
        if reply.status == 407:
            return "login"
        if says in BACKEND or reply.status in GATEWAY:
            return "target"
        if says == "forbidden" or reply.status in (403, 451):
            return "forbidden"
        if (
            self.way == "tunnel"
            and reply.status in NO_METHOD
            and not any(one.role == "proxy" for one in self.witnesses)
        ):
            return "no-proxy"
        return "failed"

    def _of_code(self) -> Outcome:
        if self.meaning == "not-allowed":
            return "forbidden"
        return "target" if self.meaning in TARGET_SAID else "failed"

    @property
    def fine(self) -> bool:
        """The target answered by way of the proxy, and nothing speaks against it."""
        return self.outcome == "fine"

    @property
    def doubtful(self) -> bool:
        """A refusal in the target's name that a program in its place may have given, which takes any request for one
        of its own pages: only what the target says when it is asked directly tells."""
        http = self.exchange.http if self.exchange is not None else None
        return self.fine and self.way == "absolute" and http is not None and http.status >= 400

    @property
    def its_own(self) -> bool:
        """The proxy itself is what failed: it cannot be used for any target."""
        return self.outcome in ("unreached", "silent", "no-proxy")

    @property
    def surely_the_proxys(self) -> bool:
        """It is the proxy's own word, not one that it passed on.

        Before a tunnel stands nobody else can answer; in other answers the program that speaks has to give itself away.
        """
        return self.way != "absolute" or any(one.own and one.role == "proxy" for one in self.witnesses)

    @property
    def there(self) -> str:
        """``10.0.0.1:3128``, or the name where it has no address."""
        return endpoint(self.address or self.proxy.host, self.proxy.port)
