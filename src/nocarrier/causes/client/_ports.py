"""What the causes about local ports share: the failed attempt, whether the range is full, and how it is widened."""

from __future__ import annotations

from nocarrier.facts.local_ports import LocalPorts, PortUse
from nocarrier.facts.tcp import TcpAttempt
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import Certainty, Decider, Fix, Found, Judgement, RuledOut, Silent
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, http_server, router, server
from nocarrier.model.target import endpoint

WIDEST_LOW, WIDEST_HIGH = 10000, 65535
"The range that is advised: it leaves the ports below 10000 to servers."


class Shortage(Record):
    """An attempt that was given no local port, and what holds the ports. ``counted`` is None where nobody could
    count."""

    attempt: Evidence[TcpAttempt]
    counted: Evidence[LocalPorts] | None
    use: PortUse | None

    @property
    def full(self) -> bool:
        """The count agrees: nothing is left of the range.

        Ports that were bound without a connection keep an early bind from succeeding too: that is address-in-use.
        """
        if self.counted is None or self.use is None or not self.counted.facts.full(self.use):
            return False
        return self.attempt.facts.stage == "connect" or self.use.bound * 2 <= self.use.ports


def shortage(case: Case) -> Shortage | None:
    """The first attempt that ended for want of a port; None where none did.

    ``connect`` says EADDRNOTAVAIL then, a ``bind`` to a source address with port 0 says EADDRINUSE
    (net/ipv4/inet_hashtables.c: __inet_hash_connect; inet_connection_sock.c: inet_csk_get_port).
    """
    counted = case.seen(LocalPorts)
    for attempt in case.every(TcpAttempt):
        if not lacks_a_port(attempt.facts, case):
            continue
        use = counted.facts.toward(attempt.facts.address, attempt.facts.port) if counted else None
        if counted is not None and use is not None and not counted.facts.full(use):
            use = _whole_range(counted.facts, attempt.facts) or use
        return Shortage(attempt, counted, use)
    return None


def uncounted(found: Shortage, summary: Prose) -> Judgement:
    """Nobody could count the ports: the error fits, and so does what else gives it."""
    attempt = found.attempt.facts
    if attempt.family == 6 or attempt.stage == "bind":
        return Silent()
    return Found(
        certainty=Certainty.POSSIBLE,
        summary=summary,
        because=(found.attempt,),
        fixes=(keep_connections(None),),
        decided_by=(count_them(attempt),),
    )


def judged(found: Shortage, use: PortUse, *, mine: bool, summary: Prose, fixes: tuple[Fix, ...]) -> Judgement:
    """The ports were counted; ``mine`` says whether most are held in the state that this cause is about."""
    assert found.counted is not None
    usable = found.counted.facts.usable
    if not found.full:
        return RuledOut(
            (found.counted,), say("{held} of {usable} local ports are held", held=use.ports, usable=usable)
        )
    if not mine:
        return RuledOut(
            (found.counted,), say("{count} of {held} are in TIME_WAIT", count=use.time_wait, held=use.ports)
        )
    return Found(certainty=Certainty.PROVEN, summary=summary, because=(found.attempt, found.counted), fixes=fixes)


def lacks_a_port(attempt: TcpAttempt, case: Case) -> bool:
    """Whether the error is one that also a full range gives."""
    if attempt.stage == "bind":
        return attempt.errno == "EADDRINUSE" and not case.source_port
    return attempt.stage == "connect" and attempt.errno == "EADDRNOTAVAIL"


def _whole_range(ports: LocalPorts, attempt: TcpAttempt) -> PortUse | None:
    """On connect, sockets toward other destinations matter where they were bound before they connected: such a port
    is lent to nobody else. They cannot be told from the others, but they fill the whole range."""
    whole = ports.of_source
    return whole if attempt.stage == "connect" and whole is not None and ports.full(whole) else None


def widen(ports: LocalPorts) -> Fix | None:
    """A wider range; None where it is wide already."""
    low, high = min(ports.low, WIDEST_LOW), max(ports.high, WIDEST_HIGH)
    if (low, high) == (ports.low, ports.high):
        return None
    commands = [f"sysctl -w net.ipv4.ip_local_port_range='{low} {high}'"]
    config = f"net.ipv4.ip_local_port_range = {low} {high}\n"
    kept = ",".join(map(str, (port for port in ports.listening if port >= low)))
    if kept and not ports.reserved:
        commands.append(f"sysctl -w net.ipv4.ip_local_reserved_ports={kept}")
        config += f"net.ipv4.ip_local_reserved_ports = {kept}\n"
    return Fix(
        where="client",
        text=say(
            "Lend out {count} ports in place of {usable}; to keep it, put the lines into "
            "/etc/sysctl.d/90-local-ports.conf:",
            count=high - low + 1,
            usable=ports.usable,
        ),
        commands=tuple(commands),
        config=config,
        risk=say(
            "A server that is started later and listens between {low} and {high} can find its port lent out; "
            "net.ipv4.ip_local_reserved_ports keeps such ports free.",
            low=low,
            high=high,
        ),
    )


def keep_connections(ports: LocalPorts | None) -> Fix:
    """The lasting remedy is in the program."""
    holder = ports.holder if ports else None
    if holder is None:
        text = say("Let the client program keep its connections and use them again: keep-alive, a bounded pool.")
    else:
        text = say(
            "Let {program} (pid {pid}) keep its connections and use them again: keep-alive, a bounded pool.",
            program=holder.name,
            pid=holder.pid,
        )
    return Fix(where="client", text=text)


def more_sources(use: PortUse | None) -> Fix:
    """Each further source address has the whole range for itself."""
    return Fix(
        where="client",
        text=say(
            "Or spread the connections over more source addresses ({source} has used up its ports toward this "
            "destination), or over more addresses or ports of the server: each combination has the whole range.",
            source=(use.source if use else "") or "this one",
        ),
    )


def count_them(attempt: TcpAttempt) -> Decider:
    """The command that shows what holds the ports."""
    there = endpoint(attempt.address.partition("%")[0], attempt.port)
    return Decider(
        question=say("How many sockets toward {there} are there, and in which states?", there=there),
        command=f"ss -Htan dst '{there}' | awk '{{n[$1]++}} END {{for (s in n) print n[s], s}}'",
    )


def use_up(how: str, address: str, port: int, *, count: str = "") -> Daemon:
    """A program of the lab that uses up local ports (nocarrier/lab/hold.py)."""
    words = ("{python}", "-m", "nocarrier.lab.hold", how, address, str(port), *((count,) if count else ()))
    return Daemon(argv=words, ready="exit")


FEW_PORTS = {"net.ipv4.ip_local_port_range": "40000 40019"}
"A range that is quickly used up."


def crowded(
    name: str,
    how: str,
    expected: Expected,
    *,
    toward: tuple[str, int] = ("10.20.0.5", 8080),
    target: str = "tcp://10.20.0.5:8080",
    sysctls: dict[str, str] = FEW_PORTS,
    count: str = "",
    arguments: tuple[str, ...] = (),
) -> Scenario:
    """A client whose program uses up the ports toward one destination, and a server that listens on two ports."""
    daemons = (http_server("::", 8080), http_server("::", 8081))
    return Scenario(
        name=name,
        hosts=(
            server(daemons=daemons),
            router(),
            client(sysctls=sysctls, daemons=(use_up(how, *toward, count=count),)),
        ),
        target=target,
        arguments=arguments,
        both_ends=expected,
        client_alone=expected,
    )
