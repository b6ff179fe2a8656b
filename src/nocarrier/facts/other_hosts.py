"""The same request under other host names: whether the answer hangs on the Host header."""

from __future__ import annotations

from nocarrier.model.annotations import ClassVar
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record


class UnderName(Record, kw_only=True):
    """What came back for one value of Host. ``status`` is 0 where no answer of HTTP came."""

    host: str
    status: int = 0
    upgraded: bool = False

    def passes(self, *, websocket: bool) -> bool:
        """The answer is one that the client can work with."""
        return self.upgraded if websocket else 0 < self.status < 400


class OtherHosts(Facts, kw_only=True):
    """``host`` is the value that the client sent, ``again`` what it got for it this time, ``tried`` the others."""

    after_connecting: ClassVar[bool] = True

    address: str
    port: int
    host: str
    websocket: bool
    again: UnderName
    tried: tuple[UnderName, ...] = ()

    @property
    def passing(self) -> UnderName | None:
        """The first other name with which it passes, where it does not with the client's own."""
        if self.again.passes(websocket=self.websocket):
            return None
        return next((one for one in self.tried if one.passes(websocket=self.websocket)), None)
