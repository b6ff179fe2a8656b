"""The fix that lets a program listen on every address: where its setting stands, and how it is started again."""

from __future__ import annotations

from nocarrier.causes._restarting import Restart
from nocarrier.facts.listeners import Listener
from nocarrier.facts.server_program import Binding, ServerProgram, filled
from nocarrier.facts.system import System
from nocarrier.facts.workerman import Workerman
from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Fix, Need, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.shell import call, quoted
from nocarrier.model.target import endpoint

if TYPE_CHECKING:
    from nocarrier.facts.programs.kind import Kind

WHAT_HOLDS_IT: tuple[Need, ...] = on_server(ServerProgram, System, Workerman)
"What `listen_everywhere` reads."


def program_behind(case: Case, listener: Listener) -> ServerProgram | None:
    """What was found out about the program that holds a listener."""
    pid = listener.program.pid if listener.program else None
    return next((seen.facts for seen in case.every(ServerProgram, Where.SERVER) if seen.facts.pid == pid), None)


def who(case: Case, listener: Listener) -> str:
    """``php (pid 812, Workerman, start.php:9)``: who holds a listener and where that is set; empty if not seen."""
    program = listener.program
    if program is None:
        return ""
    held = program_behind(case, listener)
    known = [f"pid {program.pid}"]
    if held is not None and held.known is not None and held.known.label.lower() not in (program.name, "python"):
        known.append(held.known.label)
    if held is not None and held.binding is not None and held.binding.file:
        known.append(f"{held.binding.file.rpartition('/')[2]}:{held.binding.line}")
    return f"{program.name} ({', '.join(known)})"


def listen_everywhere(case: Case, listener: Listener, family: int) -> Fix:
    """Let the program listen on every address: IPv4's for ``family`` 4, those of both families for 6."""
    held, program = program_behind(case, listener), listener.program
    kind = held.known if held else None
    if listener.device:
        return _on_every_link(listener, kind)
    if held is None or program is None or kind is None:
        return _by_hand(listener, family)
    if kind.forwards:
        return _publish(kind, listener)
    six = family == 6 or _takes_both(listener)
    address = kind.every6 if six else kind.every4
    restart = Restart(case, held, kind, program)
    if held.binding is not None and held.binding.own_family and six != (listener.family == 6):
        return _other_socket(held.binding, listener, family)
    if held.binding is not None and held.binding.file:
        return _edit(held.binding, kind, listener, address, restart)
    if kind.live:
        return _live(kind, listener, address)
    if held.binding is not None or (kind.flag is not None and kind.flag.added and held.command):
        return _start_with(held, kind, listener, address, restart)
    return _by_hand(listener, family, kind)


def _takes_both(listener: Listener) -> bool:
    """A socket of IPv6 that takes IPv4 too: bound to every address it serves both, and 0.0.0.0 would end IPv6's."""
    return listener.family == 6 and listener.v6only is False


def _other_socket(binding: Binding, listener: Listener, family: int) -> Fix:
    """Of the line alone nothing comes but an error: the socket that it binds takes no address of that family (ip(7))."""
    there = endpoint("::" if family == 6 else "0.0.0.0", listener.port)
    text = say(
        "In {file}, line {line}, bind a socket of IPv{family} to {there}: the one there now is of IPv{other}.",
        file=binding.file,
        line=binding.line,
        family=family,
        there=there,
        other=listener.family,
    )
    return Fix(where="server", text=text, risk=_risk())


def _on_every_link(listener: Listener, kind: Kind | None) -> Fix:
    """It asked the kernel itself for one link only; which setting of its own that is differs from program to program."""
    name = listener.program.name if listener.program else ""
    return Fix(
        where="server",
        text=say(
            "{label} binds its socket to {device} (SO_BINDTODEVICE) and hears nothing of other links. Take that out of its"
            " settings and restart it; for a socket of systemd's it is this line:",
            label=kind.label if kind else name or say("the program"),
            device=listener.device,
        ),
        commands=("grep -rn BindToDevice /etc/systemd/system /usr/lib/systemd/system",),
        risk=_risk(kind),
    )


def dial(case: Case, address: str) -> Fix:
    """Let the client dial another address of the same program."""
    return Fix(
        where="client",
        text=say("Dial {address}, where it listens.", address=address),
        commands=(call(case.target.at(host=address)),),
    )


def _risk(kind: Kind | None = None) -> Prose:
    everywhere = say("Then it answers on every address of that machine; a firewall decides who may.")
    return say("{risk} {note}", risk=everywhere, note=kind.note) if kind and kind.note else everywhere


def _by_hand(listener: Listener, family: int, kind: Kind | None = None) -> Fix:
    """Where the setting is not known: what it has to become. Whose program it is, root sees (ss(8))."""
    there = endpoint("::" if family == 6 else "0.0.0.0", listener.port)
    if listener.program is None:
        text = say(
            "Bind the program to {there} in place of {bound}, and restart it. Root sees which one it is:",
            there=there,
            bound=listener.bare,
        )
        return Fix(where="server", text=text, commands=(f"sudo ss -ltnp 'sport = :{listener.port}'",), risk=_risk())
    text = say(
        "Bind {label} to {there} in place of {bound}, and restart it.",
        label=kind.label if kind else listener.program.name or say("the program"),
        there=there,
        bound=listener.bare,
    )
    return Fix(where="server", text=text, risk=_risk(kind))


def _publish(kind: Kind, listener: Listener) -> Fix:
    text = say(
        "{label} publishes the port on {bound} only. Make the container again with:",
        label=kind.label,
        bound=listener.bare,
    )
    arguments = " ".join(listener.program.command) if listener.program else ""
    _, _, after = arguments.partition("-container-port ")
    inside = after.split()[0] if after.split() else str(listener.port)
    return Fix(where="server", text=text, config=f"-p {listener.port}:{inside}", risk=_risk())


def _edit(binding: Binding, kind: Kind, listener: Listener, address: str, restart: Restart) -> Fix:
    """Change the line, and start the program again."""
    new = binding.rewritten(address, listener.port)
    commands = (sed(binding, new), *restart.commands(restart.held.command))
    text = say("In {file}, line {line}:", file=binding.file, line=binding.line)
    if not restart.known:
        text = say(
            "In {file}, line {line}, and then restart {label}:",
            file=binding.file,
            line=binding.line,
            label=restart.what,
        )
    return Fix(where="server", text=text, config=new.strip(), commands=commands, risk=_risk(kind))


def _live(kind: Kind, listener: Listener, address: str) -> Fix:
    command = kind.live.format(
        bound=quoted(listener.bare), port=listener.port, address=quoted(address), script="", bin="", data=""
    )
    text = say("Let {label} listen on {address}, until it is started again:", label=kind.label, address=address)
    return Fix(where="server", text=text, commands=(command,), risk=_risk(kind))


def _start_with(held: ServerProgram, kind: Kind, listener: Listener, address: str, restart: Restart) -> Fix:
    """Start it with another argument: in its unit, or by the same command line."""
    old, new, arguments = _arguments(held, kind, listener.port, address)
    if held.unit:
        return _in_unit(held, kind, restart, old, new)
    text = say("Start {label} with {argument}:", label=kind.label, argument=new)
    return Fix(where="server", text=text, commands=restart.commands(arguments), risk=_risk(kind))


def _arguments(held: ServerProgram, kind: Kind, port: int, address: str) -> tuple[str, str, tuple[str, ...]]:
    """The part of the command line that says it now (empty: none does), what it becomes, and the whole then."""
    binding = held.binding
    if binding is None:
        added = tuple(filled(part, address, port) for part in (kind.flag.added if kind.flag else ()))
        return "", " ".join(added), (*held.command, *added)
    at, new = binding.argument, binding.rewritten(address, port)
    arguments = (*held.command[:at], new, *held.command[at + 1 :])
    if binding.start:
        return binding.text, new, arguments
    return f"{held.command[at - 1]} {binding.text}", f"{held.command[at - 1]} {new}", arguments


def _in_unit(held: ServerProgram, kind: Kind, restart: Restart, old: str, new: str) -> Fix:
    """A unit's command line is replaced by a drop-in, which outlives updates (systemd.unit(5))."""
    before = held.unit_command
    if not before or old not in before:
        text = say("Start {label} with {argument}, in {unit}:", label=kind.label, argument=new, unit=held.unit)
        edit = f"systemctl edit --full {quoted(held.unit)}"
        return Fix(where="server", text=text, commands=(edit, *restart.commands(())), risk=_risk(kind))
    after = before.replace(old, new, 1) if old else f"{before} {new}"
    lines = ("[Service]", "ExecStart=", f"ExecStart={after}")
    directory = quoted(f"/etc/systemd/system/{held.unit}.d")
    written = " ".join(quoted(line) for line in lines)
    commands = (
        f"mkdir -p {directory} && printf '%s\\n' {written} >{directory}/listen.conf",
        "systemctl daemon-reload",
        *restart.commands(()),
    )
    text = say(
        "Start {label} with {argument}, by a drop-in of {unit}:", label=kind.label, argument=new, unit=held.unit
    )
    return Fix(where="server", text=text, commands=commands, risk=_risk(kind))


def sed(binding: Binding, new: str) -> str:
    """The command that makes a line of a file read ``new``: by what changes in it, or as a whole."""
    old_part = binding.text[binding.start : binding.end]
    new_part = new[binding.start : len(new) - (len(binding.text) - binding.end)]
    if old_part not in ("", binding.text) and binding.text.find(old_part) == binding.start:
        script = f"{binding.line}s|{_pattern(old_part)}|{_replacement(new_part)}|"
    else:
        script = f"{binding.line}s|.*|{_replacement(new)}|"
    return f"sed -i {quoted(script)} {quoted(binding.file)}"


def _pattern(text: str) -> str:
    """Text as a basic regular expression (POSIX, section 9.3) between bars."""
    return "".join(f"\\{char}" if char in r".[]*^$\|" else char for char in text)


def _replacement(text: str) -> str:
    """Text as the replacement of sed's ``s`` between bars."""
    return "".join(f"\\{char}" if char in r"\&|" else char for char in text)
