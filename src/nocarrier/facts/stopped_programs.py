"""Programs that belong on the target's port and do not run."""

from __future__ import annotations

from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

if TYPE_CHECKING:
    from nocarrier.facts.programs.kind import Kind


class Stopped(Record, kw_only=True):
    """One program, or unit, that would listen on the port if it ran.

    ``kind`` is the slug of its `Kind`, empty for an unknown one; ``config`` the file that names the port for it,
    empty where the port is only its usual one; ``binary`` its executable; ``unready``: it has no data yet.

    ``unit`` is its systemd unit, with what systemctl(1) says of it: ``active`` (``inactive``, ``failed``,
    ``activating``), ``sub`` (``dead``, ``auto-restart``), ``enabled`` (``enabled``, ``disabled``, ``masked``),
    ``result`` (``success``, ``exit-code``, ``signal``, ``oom-kill``, ``start-limit-hit``), ``status`` the exit status
    (or number of the signal), ``restarts`` how often it was started again.
    """

    kind: str = ""
    config: str = ""
    binary: str = ""
    unready: bool = False
    unit: str = ""
    active: str = ""
    sub: str = ""
    enabled: str = ""
    result: str = ""
    status: int = 0
    restarts: int = 0

    @property
    def known(self) -> Kind | None:
        """Its entry in the table."""
        from nocarrier.facts.programs import kind_of

        return kind_of(self.kind)

    @property
    def crashing(self) -> bool:
        """It ends again and again, and is started again each time."""
        return self.sub == "auto-restart" or self.result == "start-limit-hit"

    @property
    def failed(self) -> bool:
        """It ran, or tried to, and ended with an error."""
        return self.active == "failed" or self.crashing


class StoppedPrograms(Facts, kw_only=True):
    """What belongs on the port and does not run, the most telling first."""

    port: int
    programs: tuple[Stopped, ...] = ()
