"""How a program is ended and started again on the system it runs on."""

from __future__ import annotations

from nocarrier.facts.listeners import Program
from nocarrier.facts.server_program import ServerProgram
from nocarrier.facts.system import System
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.evidence import Case, Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.shell import quoted

if TYPE_CHECKING:
    from nocarrier.facts.programs.kind import Kind

SYSTEM_DIRECTORIES = ("/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin", "/usr/local/sbin")


class Restart:
    """How one program is started again on its system."""

    def __init__(self, case: Case, held: ServerProgram, kind: Kind, program: Program) -> None:
        system = case.seen(System, Where.SERVER)
        self.system = system.facts if system else System()
        self.held, self.kind, self.program = held, kind, program

    @property
    def what(self) -> str | Prose:
        """What a person has to restart where no command is known."""
        if self.program.container:
            return say("container {container}", container=self.program.container[:12])
        return self.kind.label

    @property
    def known(self) -> bool:
        """There are commands for it."""
        return bool(self.commands(self.held.command))

    def commands(self, arguments: tuple[str, ...]) -> tuple[str, ...]:
        """Shell commands that end it and start it again with these arguments."""
        if self.held.unit:
            return (f"systemctl restart {quoted(self.held.unit)}",)
        if self.program.container:
            return ()
        service = self.kind.unit(self.system.family)
        if self.system.init == "openrc" and service and self.program.executable.startswith("/usr/"):
            return (f"rc-service {quoted(service)} restart",)
        own = self._own()
        if own:
            there = self.program.directory if self.kind.restart_there else ""
            return (f"cd {quoted(there)} && {self._as_user(own)}" if there else self._as_user(own),)
        return self._again(arguments) if arguments else ()

    def _own(self) -> str:
        """The program's own command to restart, where everything that it takes is known."""
        import re

        data = re.search(self.kind.data_in, " ".join(self.held.command)) if self.kind.data_in else None
        values = {
            "script": self.held.script,
            "data": data[1] if data else "",
            "bin": self.program.executable.rpartition("/")[0],
            "interpreter": self._program_path("php"),
        }
        needed = [name for name in values if f"{{{name}}}" in self.kind.restart]
        if not self.kind.restart or not all(values[name] for name in needed):
            return ""
        return self.kind.restart.format(**{name: quoted(value) for name, value in values.items()})

    def _again(self, arguments: tuple[str, ...]) -> tuple[str, ...]:
        """End the process, wait until it is gone (a zombie has no exe), and start the command in its directory.

        Arguments that hold a secret stand in no report: they are taken from the process before it ends.
        """
        pid = self.held.pid
        kept = self._secret(arguments)
        words = [quoted(self._program_path(arguments[0])), *map(quoted, arguments[1:])]
        for at in kept:
            words[at] = f'"$argument{at}"'
        command, directory = " ".join(words), self.program.directory or "/"
        return (
            *(f"argument{at}=$(tr '\\0' '\\n' </proc/{pid}/cmdline | sed -n {own + 1}p)" for at, own in kept.items()),
            f"kill {pid}; while [ -e /proc/{pid}/exe ]; do sleep 0.1; done",
            # The shell that waits for it is in the braces, too: else it keeps the caller's output open (ssh HOST '…').
            f"{{ cd {quoted(directory)} && nohup {self._as_user(command)}; }} >/dev/null 2>&1 </dev/null &",
        )

    def _secret(self, arguments: tuple[str, ...]) -> dict[int, int]:
        """Where in the arguments one stands that holds a secret → where the process itself has it."""
        from nocarrier.model.secrets import without_secret_arguments

        clean = without_secret_arguments(list(arguments))
        return {
            at: self.held.command.index(argument)
            for at, argument in enumerate(arguments)
            if argument != clean[at] and argument in self.held.command
        }

    def _program_path(self, word: str) -> str:
        """The word as it was typed where any shell finds the same program by it, else the path of the executable."""
        executable = self.program.executable.removesuffix(" (deleted)")
        found_by_name = executable.rpartition("/")[0] in SYSTEM_DIRECTORIES
        return word if "/" in word or found_by_name or not executable else executable

    def _as_user(self, command: str) -> str:
        """The same command, run as the user that the program runs as (runuser(1))."""
        user = self.held.user
        return f"runuser -u {quoted(user)} -- {command}" if user and not user.startswith("#") else command
