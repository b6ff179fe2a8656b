"""What the causes share that come after the handshake: the kernel of the server made the connection, and then nothing.

Who owns a connection without an answer, as the server's socket table and the processes behind the listener show it:

    the connection stands in the queue, and …    the program holds all the files it may        server-out-of-files
                                                 it is stopped, or takes no connection         process-hung
    taken, and what was sent is not read                                                       process-hung
    taken and read                               the program is slow, or the answer was lost   not decided there
    the peer ends it before any byte             it turns this client away, or has no room
"""

from __future__ import annotations

from nocarrier.causes._both_ends import with_the_server
from nocarrier.causes._waiting import culprit
from nocarrier.facts.acceptance import Acceptance
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.listeners import Listener, Listeners
from nocarrier.facts.process_state import ProcessState
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Decider, Need, Symptom, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record

AFTER_CONNECTING = frozenset({Symptom.NO_ANSWER, Symptom.RESET, Symptom.CLOSED})
"The symptoms under which these causes are asked."
AT_THE_PROGRAM: tuple[Need, ...] = on_server(Listeners, Acceptance, ProcessState, Interfaces)
"What is looked at for all of them."


class Unanswered(Record):
    """A connection that was made and brought no byte, and what became of another one on the server."""

    answer: Evidence[Exchange]
    acceptance: Evidence[Acceptance] | None

    @property
    def there(self) -> tuple[str, int]:
        """The address and port that were dialled."""
        return self.answer.facts.address, self.answer.facts.port

    @property
    def waiting(self) -> bool:
        """No program on the server took it."""
        return self.acceptance is not None and self.acceptance.facts.left_waiting

    @property
    def unread(self) -> bool:
        """A program took it and read nothing of what was sent."""
        return self.acceptance is not None and self.acceptance.facts.left_unread

    @property
    def seen_there(self) -> bool:
        """The server's socket table shows what became of it."""
        return self.acceptance is not None and (self.acceptance.facts.found or self.waiting)

    @property
    def because(self) -> tuple[Evidence[Any], ...]:
        """The observations that it consists of."""
        shown = () if self.answer.facts.fine else (self.answer,)
        return (*shown, *((self.acceptance,) if self.acceptance and self.seen_there else ()))


def unanswered(case: Case) -> Unanswered | None:
    """The connection after which nothing came; None where a byte came, or none was due and a program took it."""
    answer, acceptance = case.seen(Exchange), case.seen(Acceptance, Where.SERVER)
    if answer is None or not answer.facts.connected or answer.facts.turned_away is not None:
        return None
    left = acceptance is not None and acceptance.facts.left_waiting
    if answer.facts.silent or answer.facts.hung_up or (left and not answer.facts.size):
        return Unanswered(answer, acceptance)
    return None


def processes(case: Case) -> tuple[Evidence[ProcessState], ...]:
    """The processes that hold the listener."""
    return tuple(case.every(ProcessState, Where.SERVER))


def workers(case: Case) -> tuple[Evidence[ProcessState], ...]:
    """Those of them that are to take connections: not a master, which is the parent of others."""
    all_of_them = processes(case)
    parents = {seen.facts.parent for seen in all_of_them}
    return tuple(seen for seen in all_of_them if seen.facts.pid not in parents and seen.facts.state != "Z")


def all_seen(case: Case, found: Unanswered) -> bool:
    """What every process does that holds the listener is known."""
    holders = found.acceptance.facts.holders if found.acceptance else ()
    return bool(holders) and set(holders) <= {seen.facts.pid for seen in processes(case)}


def listener(case: Case, address: str, port: int) -> Listener | None:
    """The listener that takes connections to the address."""
    seen = case.seen(Listeners, Where.SERVER)
    return next(iter(seen.facts.taking(address, port) or seen.facts.on(port)), None) if seen else None


def program_name(case: Case, *, first: bool = False) -> Prose:
    """``python3 (pid 812)``, or the program; ``first`` in its sentence."""
    process = culprit(case)
    if process is None:
        return say("The program") if first else say("the program")
    return say("{name} (pid {pid})", name=process.name, pid=process.pid)


def waited(found: Unanswered) -> Prose:
    """What was waited for and how long, as a clause."""
    facts = found.answer.facts
    if facts.silent:
        return say("nothing came back in {seconds} s", seconds=round(facts.waited_ms / 1e3, 1))
    if facts.hung_up:
        return say("the connection is ended before a byte comes")
    held = found.acceptance.facts.held_ms if found.acceptance else 0.0
    return say("no program takes the connection in {seconds} s", seconds=round(held / 1e3, 1))


def look_at_the_program(case: Case, found: Unanswered) -> tuple[Decider, ...]:
    """The command that decides: the same diagnosis with the server's side, or a look there."""
    address, port = found.there
    return (
        with_the_server(
            case,
            say("Does the program on {address} take the connection, and what does it do?", address=address),
            address=address,
            user="root",
        ),
        Decider(
            question=say("Or, on that machine: do connections wait (Recv-Q), and for which program?"),
            command=f"ss -tlnp 'sport = :{port}'",
        ),
    )
