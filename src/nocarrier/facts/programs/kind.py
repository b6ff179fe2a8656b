"""What is known of one server program, as data."""

from __future__ import annotations

import re

from nocarrier.facts.listeners import Program
from nocarrier.model.prose import Prose
from nocarrier.model.record import NOTHING, Record


class Flag(Record, kw_only=True):
    """The command-line argument that says where the program listens.

    Read as ``--bind X`` and ``--bind=X`` for each of ``names``. ``form`` writes its value: ``{address}`` the address
    as the program wants it, ``{port}`` the port, ``{endpoint}`` both, with brackets around IPv6. ``added`` are the
    arguments that say it where none did, put at the end; empty: it cannot be added.
    """

    names: tuple[str, ...]
    form: str = "{address}"
    added: tuple[str, ...] = ()


class Line(Record, kw_only=True):
    """A line of a file that says where the program listens.

    ``pattern`` is a regular expression for one line, in which ``{port}`` is the port and ``{bound}`` any way to
    write the address that is bound; its group ``v`` is what is replaced by ``form`` (as in `Flag`). ``weak`` marks a
    line that may mean something else, or that says it by its absence (a call without a host, a setting that is
    commented out): it counts only where there is no better one, and one such line only.

    A line of program text without ``{port}`` must be seen to mean this port: by the name in its group ``p``, which the
    text gives that number; by a port beside it, whose name begins as that of its address (group ``of``); or by
    ``ports``, those that are meant where none is named. ``own_family``: the address is handed to a socket that is of
    IPv4 or of IPv6 already (socket(2)), and takes no address of the other.
    """

    pattern: str
    form: str = "{address}"
    weak: bool = False
    ports: tuple[int, ...] = ()
    own_family: bool = False


def called(name: str) -> str:
    """The mark of a command by its own name, wherever it lies: no folder of that name, and no part of another one."""
    return rf"(?:^|[\s/]){name}(?=[\s:]|$)"


def host_named(*, own_family: bool) -> Line:
    """A constant or option, alone on its line, that is named like a host and holds it: ``HOST = '127.0.0.1'``."""
    return Line(
        pattern=(
            r"(?i)^\s*(?:export\s+)?(?:(?:const|let|var)\s+|define\(\s*)?['\"$]?(?P<of>\w*?)"
            r"(?:hostname|host|address|addr|bind|interface|listen)\b['\"]?\s*[:=,]>?\s*['\"`](?P<v>{bound})['\"`]"
        ),
        weak=True,
        own_family=own_family,
    )


class Kind(Record, kw_only=True):
    """One server program.

    It is known by the name of its process or executable (``names``) and, where that is an interpreter's, by regular
    expressions found in its command line (``marks``, any of them). ``every4`` and ``every6`` is how it is told to
    listen on every IPv4 address, and on every address of both families.

    Its settings stand in its command line (``flag``), in one of ``files`` (``lines``; ``{dir}`` is its working
    directory, ``{script_dir}`` that of its script, ``*`` any name), or in the program text itself (``source``: the
    endings of its files): the script, and of those beside it the ones that a line like ``loads`` names, where
    ``{stem}`` is the file's name without ending. What follows ``as_script`` runs in the script alone. ``config_in``
    are pairs of a regular expression on the command line and the path that its group makes. ``port_lines`` are
    patterns of the lines that name the port.

    ``starts`` are commands that start it where no service manager does, by the name of the executable that is there
    (``""`` for the others); ``{config}`` is the file that names its port, ``{binary}`` the executable. Where ``data``, a
    directory, is missing, it was never set up, and one of ``prepares`` does that first.

    It is restarted by its unit (``units``: family of distributions → name, ``""`` for the others), or by
    ``restart``, which is told in its working directory where ``restart_there``; ``live`` changes the address while it
    runs. Both are templates with ``{script}``, ``{interpreter}``, ``{bin}`` (the directory of its executable), ``{data}`` (the group of ``data_in`` on its command line), ``{port}``, ``{bound}``,
    ``{address}``. ``titled`` is a regular expression that finds its command in the title it gives itself; a program
    with an empty group there hides it.
    ``schemes`` and ``ports`` are what it usually serves; ``note`` is what else stands between it and a client.
    """

    slug: str
    label: str
    names: frozenset[str] = frozenset()
    marks: tuple[str, ...] = ()
    schemes: frozenset[str] = frozenset()
    ports: tuple[int, ...] = ()
    port_lines: tuple[str, ...] = ()
    every4: str = "0.0.0.0"
    every6: str = "::"
    flag: Flag | None = None
    lines: tuple[Line, ...] = ()
    files: tuple[str, ...] = ()
    config_in: tuple[tuple[str, str], ...] = ()
    source: tuple[str, ...] = ()
    loads: str = ""
    as_script: str = ""
    units: dict[str, str] = NOTHING
    binaries: tuple[str, ...] = ()
    starts: dict[str, str] = NOTHING
    data: str = ""
    prepares: dict[str, str] = NOTHING
    restart: str = ""
    restart_there: bool = False
    data_in: str = ""
    live: str = ""
    titled: str = ""
    note: Prose | None = None
    forwards: bool = False
    "It listens for a container: where it listens is decided when the container is made."

    def matches(self, program: Program) -> bool:
        """Whether the program is of this kind."""
        if self.names and not self.names & _names(program):
            return False
        text = " ".join(program.command)
        return not self.marks or any(re.search(mark, text) for mark in self.marks)

    def unit(self, family: str) -> str:
        """Its unit on a family of distributions."""
        return self.units.get(family, self.units.get("", ""))


def of_binary(commands: dict[str, str], binary: str) -> str:
    """The command for this executable; empty where none is known."""
    return commands.get(binary.rpartition("/")[2], commands.get("", ""))


def _names(program: Program) -> frozenset[str]:
    """What a program may be called: its short name, its executable, the first word of its title.

    Versions are left out (``python3.11`` is ``python``); a short name has at most 15 characters (TASK_COMM_LEN).
    """
    title = program.command[0].partition(" ")[0].rstrip(":") if program.command else ""
    full = (program.name, program.executable.removesuffix(" (deleted)"), title)
    names = {re.split(r"[\s(]", name.rpartition("/")[2])[0].lower() for name in full}
    return frozenset(names | {re.sub(r"[\d.]+$", "", name) for name in names})
