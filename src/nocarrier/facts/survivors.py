"""Which processes behind the target's port are still there after the client's request was sent once more."""

from __future__ import annotations

from nocarrier.model.annotations import ClassVar
from nocarrier.model.evidence import Facts


class Survivors(Facts, kw_only=True):
    """The processes that had a socket open which listens on the port, before the request and after it.

    ``times`` the request was sent, and each time one of the ``before``, who had been there for a while, was gone
    afterwards: these are ``died``. It is empty where that did not happen each time. ``listening``: somebody listens on the
    port in the end.
    """

    after_connecting: ClassVar[bool] = True

    port: int
    times: int = 0
    before: tuple[int, ...] = ()
    died: tuple[int, ...] = ()
    listening: bool = True
