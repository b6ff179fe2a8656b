"""What holds a listener: which kind of program, and where it is told to listen where it does."""

from __future__ import annotations

from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

if TYPE_CHECKING:
    from nocarrier.facts.programs.kind import Kind


class Binding(Record, kw_only=True):
    """The place that says where the program listens.

    Of a file: its ``file`` and ``line`` (from 1). Of the command line: ``argument`` (from 0). ``text`` is the line
    or argument as it is now; ``start`` to ``end`` of it is replaced by ``form``. ``own_family``: the address goes to a
    socket that is of IPv4 or of IPv6 already, and takes no address of the other.
    """

    file: str = ""
    line: int = 0
    argument: int = -1
    text: str = ""
    start: int = 0
    end: int = 0
    form: str = "{address}"
    own_family: bool = False

    def rewritten(self, address: str, port: int) -> str:
        """The same line or argument with another address in it; ``address`` as the program wants it written."""
        return self.text[: self.start] + filled(self.form, address, port) + self.text[self.end :]


def filled(form: str, address: str, port: int) -> str:
    """``form`` with ``{address}``, ``{host}`` (with brackets around IPv6), ``{port}`` and ``{endpoint}`` filled in.

    An address that names its port itself (``[::]:{port} ipv6only=off``) is the endpoint as it stands.
    """
    if "{port}" in address:
        endpoint = address.replace("{port}", str(port))
    elif ":" in address and not address.startswith("["):
        endpoint = f"[{address}]:{port}"
    else:
        endpoint = f"{address}:{port}"
    host = f"[{address}]" if ":" in address and not address.startswith("[") else address
    written = form.replace("{endpoint}", endpoint).replace("{host}", host)
    return written.replace("{address}", address).replace("{port}", str(port))


class ServerProgram(Facts, kw_only=True):
    """One program that listens on the target's port.

    ``kind`` is the slug of its `Kind`, empty for an unknown one; ``command`` the arguments it was started with, empty
    where its title hides them. ``unit`` is its systemd unit, where that unit's main process is this one, and
    ``unit_command`` that unit's ExecStart as its file has it. ``user`` is the user it runs as, empty for root and
    where it cannot be seen; ``script`` the program text that it runs.
    """

    pid: int
    kind: str = ""
    command: tuple[str, ...] = ()
    binding: Binding | None = None
    unit: str = ""
    unit_command: str = ""
    user: str = ""
    script: str = ""

    @property
    def known(self) -> Kind | None:
        """Its entry in the table."""
        from nocarrier.facts.programs import kind_of

        return kind_of(self.kind)
