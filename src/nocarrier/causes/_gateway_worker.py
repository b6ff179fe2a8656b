"""A Gateway of GatewayWorker that has nobody to pass its clients on to.

A Gateway answers nothing itself. Each of its processes keeps a port where BusinessWorkers join; a Register tells them
which. As long as none has joined, the Gateway ends every connection at once (Gateway::sendToWorker), before any byte:
from outside that looks like a crash, an allow list or a limit. On the server's side the joined connections decide it,
and what the start files say of the Register tells why there are none.
"""

from __future__ import annotations

from nocarrier.causes._binding import sed
from nocarrier.causes._listening import dialled_the_server
from nocarrier.causes._workerman import Held, held, restart
from nocarrier.causes._workerman_if_any import WORKERMAN
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.workerman import Listening, Master
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import (
    Certainty,
    Decider,
    Fix,
    Found,
    Judgement,
    Need,
    RuledOut,
    Silent,
    on_client,
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.shell import quoted

GATEWAY_WORKER: tuple[Need, ...] = (*on_client(Exchange), *on_server(Interfaces), *WORKERMAN)
"What `without_business_worker` reads."


def without_business_worker(case: Case) -> Judgement:
    """The connection is ended before any byte, and the Gateway that takes it has no BusinessWorker."""
    answer, found = case.seen(Exchange), held(case, case.target.port or 0)
    if answer is None or not answer.facts.hung_up or found is None or found.line.role != "gateway":
        return Silent()
    joined = found.seen.facts.joined
    if joined is None:
        return Silent()
    if any(port in joined for port in found.master.internal_ports(found.line)):
        return RuledOut((found.seen,), say("BusinessWorkers have joined the Gateway"))
    return _judged(case, answer, found)


def _judged(case: Case, answer: Evidence[Exchange], found: Held) -> Found:
    """As sure as it is that the machine that was looked at is the one that was dialled."""
    listeners, interfaces = case.seen(Listeners, Where.SERVER), case.seen(Interfaces, Where.SERVER)
    address, port = answer.facts.address, answer.facts.port
    takes = listeners is not None and bool(listeners.facts.taking(address, port))
    sure = takes and dialled_the_server(case, address) is True
    because: tuple[Evidence[Any] | None, ...] = (answer, found.seen, listeners, interfaces)
    reason, fix = _why(case, found, listeners.facts if listeners else Listeners(listeners=()))
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=say(
            "The Gateway on {port} ({place}) ends every connection at once, because no BusinessWorker has joined it: "
            "{reason}.",
            port=port,
            place=found.place,
            reason=reason,
        ),
        because=tuple(seen for seen in because if seen is not None),
        fixes=(fix,),
        decided_by=() if sure else (_decider(found),),
    )


def _decider(found: Held) -> Decider:
    ports = " or ".join(f"sport = :{port}" for port in list(found.master.internal_ports(found.line))[:4])
    return Decider(
        question=say("Are BusinessWorkers connected to the Gateway's internal ports?"),
        command=f"ss -tnp state established '( {ports} )'",
    )


def _why(case: Case, found: Held, listeners: Listeners) -> tuple[Prose, Fix]:
    """Why none has joined: no Register, another Register, or no BusinessWorker."""
    masters = found.seen.facts.masters
    register = next((address for address in found.line.registers if _nobody_at(listeners, address)), "")
    if register:
        return say("nothing listens at its Register's address {register}", register=register), _lead_to_register(
            case, found, register
        )
    workers = [(master, line) for master in masters for line in master.of("business")]
    for master, line in workers:
        if line.registers and found.line.registers and not set(line.registers) & set(found.line.registers):
            return say(
                "{place} sends them to the Register at {other}, and the Gateway is at {register}",
                place=f"{line.file.rpartition('/')[2]}:{line.line}",
                other=line.registers[0],
                register=found.line.registers[0],
            ), _same_register(case, master, line, found.line.registers[0])
    if not any(_runs(master, line) for master, line in workers):
        return say("none runs"), _start_one(case, found, workers)
    return say("those that run did not find it, or ended"), _look_why(case, found.master)


def _nobody_at(listeners: Listeners, address: str) -> bool:
    """Nothing on this machine takes connections at a loopback address; what another machine does is not known here."""
    host, _, port = address.rpartition(":")
    host = {"localhost": "127.0.0.1"}.get(host, host.strip("[]"))
    return host.startswith("127.") and port.isdecimal() and not listeners.taking(host, int(port[:5]))


def _runs(master: Master, line: Listening) -> bool:
    """A process of the master is this BusinessWorker: it listens nowhere, and has its name (its class without one)."""
    return any(
        one.socket == "none" and one.name in (line.name or "BusinessWorker", "none") for one in master.processes
    )


def _lead_to_register(case: Case, found: Held, address: str) -> Fix:
    """The Register that there is, or one to start."""
    registers = [line for master in found.seen.facts.masters for line in master.of("register") if line.port]
    place = found.line.register_place
    if not registers or place is None or place.form != "{address}":
        return Fix(
            where="server",
            text=say(
                "Start a Register there (GatewayWorker's start_register.php), and then the Gateway and the "
                "BusinessWorkers again:"
            ),
            config=f"$register = new Register('text://{address}');",
        )
    right = f"127.0.0.1:{registers[0].port}"
    new = place.text[: place.start] + right + place.text[place.end :]
    return Fix(
        where="server",
        text=say(
            "Its Register listens on {right}. In {file}, line {line}:", right=right, file=place.file, line=place.line
        ),
        config=new.strip(),
        commands=(sed(place, new), *restart(case, found.master)),
    )


def _same_register(case: Case, master: Master, line: Listening, register: str) -> Fix:
    place = line.register_place
    if place is None or place.form != "{address}":
        return Fix(
            where="server",
            text=say("Give the BusinessWorker the same Register, in {file}:", file=line.file),
            config=f"${line.variable or 'worker'}->registerAddress = '{register}';",
            commands=restart(case, master),
        )
    new = place.text[: place.start] + register + place.text[place.end :]
    return Fix(
        where="server",
        text=say("In {file}, line {line}:", file=place.file, line=place.line),
        config=new.strip(),
        commands=(sed(place, new), *restart(case, master)),
    )


def _start_one(case: Case, found: Held, workers: list[tuple[Master, Listening]]) -> Fix:
    if workers:
        return _look_why(case, found.master)
    register = (found.line.registers or ("127.0.0.1:1236",))[0]
    return Fix(
        where="server",
        text=say("Start a BusinessWorker for it (GatewayWorker's start_businessworker.php), with this Register:"),
        config=f"$worker = new BusinessWorker();\n$worker->registerAddress = '{register}';",
    )


def _look_why(case: Case, master: Master) -> Fix:
    directory = master.start_file.rpartition("/")[0]
    return Fix(
        where="server",
        text=say("See in Workerman's log why the BusinessWorkers end or find no Gateway, and start it again:"),
        commands=(f"tail -n 20 {quoted(f'{directory}/workerman.log')}", *restart(case, master)),
    )
