"""Who answered, by the answer's own word: the programs that it passed, and what they say of the request."""

from __future__ import annotations

from nocarrier.facts.intermediaries import BACKEND
from nocarrier.model.annotations import ClassVar
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

BETWEEN = frozenset({"edge", "gateway", "proxy"})
"Roles of what stands between the client and the application."


class Witness(Record, kw_only=True):
    """One program that had its hands on the answer.

    ``product`` is the slug of its `Intermediary` (empty: an unknown one that calls itself ``label``), ``sign`` the
    header that gives it away, or ``body``. ``own``: the answer is its own word, not one that it passed on; ``says`` is
    what that says of the request, a word of `intermediaries.WORDS`. ``text`` is how it says so.
    """

    product: str
    label: str
    role: str
    sign: str
    own: bool = False
    says: str = ""
    text: str = ""
    serves: bool = False

    @property
    def between(self) -> bool:
        """It stands between the client and the application, or may."""
        return self.role in BETWEEN


class Testimony(Facts, kw_only=True):
    """What one HTTP answer says of those who handled it. ``retry_after`` is in seconds, None where nothing is said."""

    after_connecting: ClassVar[bool] = True

    address: str
    port: int
    status: int
    reason: str = ""
    witnesses: tuple[Witness, ...] = ()
    retry_after: float | None = None

    @property
    def speaker(self) -> Witness | None:
        """Whose own word the answer is, where one says so."""
        return next((one for one in self.witnesses if one.own), None)

    @property
    def front(self) -> Witness | None:
        """The likeliest one between the client and the application: who speaks, else who is named first."""
        between = [one for one in self.witnesses if one.between]
        return next((one for one in between if one.own), between[0] if between else None)

    def saying(self, *words: str) -> Witness | None:
        """The first that says one of these of the request."""
        return next((one for one in self.witnesses if one.says in words), None)

    @property
    def of_backend(self) -> Witness | None:
        """Who says that its back end fails."""
        return self.saying(*BACKEND)
