"""What Workerman's own program text says of the port that was dialled, and the line of it that mends the case.

GatewayWorker listens on more ports than clients are meant to dial: on its Register's, and on one for each process of a
Gateway, where BusinessWorkers join. Those are doors of the house, not of the shop.
"""

from __future__ import annotations

from nocarrier.causes._binding import program_behind, sed
from nocarrier.causes._restarting import Restart
from nocarrier.facts.listeners import Listeners, Program
from nocarrier.facts.server_program import ServerProgram
from nocarrier.facts.services import PROTOCOL
from nocarrier.facts.workerman import Listening, Master, Workerman
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Fix
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record

HTTP_LIKE = frozenset({"http", "https", "ws", "wss", "websocket"})
"Schemes of clients that no inner door of GatewayWorker serves."

WEBMAN_PROCESS = """\
'websocket' => [
    'handler' => app\\process\\Websocket::class,
    'listen' => '{scheme}://0.0.0.0:{port}',
    'count' => 1,
],"""
"An entry of webman's config/process.php; the class has the callbacks onWebSocketConnect, onMessage and onClose."


class Held(Record, kw_only=True):
    """The master and the line that let a port be listened on."""

    seen: Evidence[Workerman]
    master: Master
    line: Listening

    @property
    def place(self) -> str:
        """``start.php:9``."""
        return f"{self.line.file.rpartition('/')[2]}:{self.line.line}"


def held(case: Case, port: int) -> Held | None:
    """What lets a port be listened on, where that is a Workerman and its text says so."""
    seen = case.seen(Workerman, Where.SERVER)
    found = seen.facts.holding(port) if seen else None
    return Held(seen=seen, master=found[0], line=found[1]) if seen and found else None


def listening_fix(case: Case, scheme: str, *, ssl: bool | None = None, port: int = 0) -> Fix | None:
    """Let the Worker on the dialled port (or on ``port``) speak another of Workerman's protocols.

    ``ssl``: also with TLS (True), or without (False). None where the server's side was not looked at, where it is no
    Workerman, or where the port is one that has to speak what it speaks (Register).
    """
    found = held(case, port or case.target.port or 0)
    if found is None or found.line.role not in ("worker", "gateway", "process"):
        return None
    if found.line.role == "process" and found.line.scheme == "http":
        return _beside_webman(case, found, scheme)
    return _edited(case, found, scheme, ssl)


def _edited(case: Case, found: Held, scheme: str, ssl: bool | None) -> Fix:
    line, place = found.line, found.line.scheme_place
    commands: tuple[str, ...] = ()
    shown = f"new {line.constructor}('{scheme}://{line.address}:{line.port}')"
    if line.scheme == scheme:
        shown = ""
    elif place is not None:
        new = place.text[: place.start] + scheme + place.text[place.end :]
        commands, shown = (sed(place, new),), new.strip()
    file, number = (place.file, place.line) if place else (line.file, line.line)
    config = [shown] if shown else []
    if ssl is True and not line.ssl:
        config.append(_with_tls(line, scheme))
        commands = ()  # the certificate's path is the reader's to give
    elif ssl is False and line.ssl and line.ssl_place is not None:
        at = line.ssl_place
        commands = (*commands, sed(at, f"// {at.text.strip()}"))
        config.append(f"// {at.text.strip()}")
    again = restart(case, found.master)
    text = say("In {file}, line {line}:", file=file, line=number)
    if not again:
        text = say("In {file}, line {line}, and then start Workerman again:", file=file, line=number)
    return Fix(
        where="server",
        text=text,
        config="\n".join(config),
        commands=(*commands, *again),
        risk=_risk(line, scheme),
    )


def _with_tls(line: Listening, scheme: str) -> str:
    """Workerman's manual: the certificate stands in the context, and the transport is ssl."""
    name = line.variable or "worker"
    return (
        "$context = ['ssl' => ['local_cert' => '/path/fullchain.pem', 'local_pk' => '/path/privkey.pem']];\n"
        f"${name} = new {line.constructor}('{scheme}://{line.address}:{line.port}', $context);\n"
        f"${name}->transport = 'ssl';"
    )


def _risk(line: Listening, scheme: str) -> Prose | None:
    """What else changes with the protocol."""
    if line.scheme == "http" and scheme != "http":
        return say("Its onMessage is then given text in place of an HTTP request, and what it serves over HTTP ends.")
    if line.scheme != scheme:
        return say("Clients that speak {scheme} to it are then no longer understood.", scheme=f"{line.scheme}://")
    return None


def _beside_webman(case: Case, found: Held, scheme: str) -> Fix:
    """webman's own port serves its HTTP; another protocol is a process of its own."""
    file = found.line.file.rpartition("/")[0] + "/process.php"
    return Fix(
        where="server",
        text=say(
            "webman serves HTTP on {port}. Give {scheme} a process and a port of its own, in {file}:",
            port=found.line.port,
            scheme=f"{scheme}://",
            file=file,
        ),
        config=WEBMAN_PROCESS.format(scheme=scheme, port=found.line.port + 1),
        commands=restart(case, found.master),
    )


def restart(case: Case, master: Master) -> tuple[str, ...]:
    """The commands that start a master again: a changed address or protocol takes more than ``reload``."""
    from nocarrier.facts.programs import kind_of

    kind = kind_of(master.product)
    listeners = case.seen(Listeners, Where.SERVER)
    holding = (
        [one for one in listeners.facts.listeners if one.program and one.program.pid == master.pid]
        if listeners
        else []
    )
    known = program_behind(case, holding[0]) if holding else None
    behind = known or ServerProgram(pid=master.pid, kind=master.product, user=master.user, script=master.start_file)
    program = holding[0].program if holding else None
    program = program or Program(
        pid=master.pid,
        name="php",
        directory=master.directory,
        executable=master.executable,
        container=master.container,
    )
    return Restart(case, behind, kind, program).commands(()) if kind else ()


def listen_there(case: Case) -> Fix | None:
    """Let a Worker that speaks what the client speaks listen on the dialled port, where it now has another."""
    seen, port = case.seen(Workerman, Where.SERVER), case.target.port or 0
    for master in seen.facts.masters if seen else ():
        lines = (one for one in master.listening if one.role in ("worker", "gateway") and one.port_place is not None)
        line = next((one for one in lines if _serves(one, case.target.scheme) and not one.loopback), None)
        if line is not None and line.port_place is not None:
            place, new = line.port_place, line.port_place.rewritten("", port)
            return Fix(
                where="server",
                text=say(
                    "Let {label} listen on {port} in place of {now}. In {file}, line {line}:",
                    label=master.label,
                    port=port,
                    now=line.port,
                    file=place.file,
                    line=place.line,
                ),
                config=new.strip(),
                commands=(sed(place, new), *restart(case, master)),
                risk=say("Clients that dial {port} no longer find it.", port=line.port),
            )
    return None


class InnerDoor(Record, kw_only=True):
    """A port of GatewayWorker that clients have no business at, and the Gateway that they mean."""

    seen: Evidence[Workerman]
    what: Prose
    gateway: Listening

    @property
    def meant(self) -> int:
        """The port where its clients are served."""
        return self.gateway.port


def inner_door(case: Case) -> InnerDoor | None:
    """Whether the dialled port is one of those, and there is a Gateway that speaks what the client speaks."""
    seen, port = case.seen(Workerman, Where.SERVER), case.target.port or 0
    if seen is None or case.target.scheme not in HTTP_LIKE:
        return None
    gateways = [
        one
        for master in seen.facts.masters
        for one in master.of("gateway")
        if one.port and _serves(one, case.target.scheme)
    ]
    for master in seen.facts.masters:
        what = _what(master, port)
        if what is not None and gateways and not _of_another(case, seen.facts, master, port):
            return InnerDoor(
                seen=seen, what=what, gateway=next((one for one in gateways if one in master.listening), gateways[0])
            )
    return None


def _of_another(case: Case, workerman: Workerman, master: Master, port: int) -> bool:
    """Another program is seen to hold the port, whatever the text says."""
    listeners = case.seen(Listeners, Where.SERVER)
    pids = [one.program.pid for one in listeners.facts.on(port) if one.program] if listeners else []
    return any(workerman.master_of(pid) is not master for pid in pids)


def _what(master: Master, port: int) -> Prose | None:
    if any(one.port == port for one in master.of("register")):
        return say("its Register, where only its own processes meet")
    if any(port in master.internal_ports(one) for one in master.of("gateway")):
        return say("an internal port of its Gateway, where only BusinessWorkers join")
    return None


def _serves(line: Listening, scheme: str) -> bool:
    """It speaks the client's own protocol, with TLS or without as the client does."""
    wrapped = {"wss": "websocket", "https": "http"}
    wanted = wrapped.get(scheme) or PROTOCOL.get(scheme, "") or (scheme if scheme in ("text", "frame") else "")
    return bool(wanted) and line.scheme == wanted and line.ssl == (scheme in wrapped)
