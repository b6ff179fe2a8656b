"""Where probes look. `Machine` is the only door outward, and everything it returns is raw.

Raw enough that a recording of it re-runs today's decoders: bytes of files and of error queues, output of
commands, the bytes a peer sent; never something already understood.
"""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.model.annotations import Literal, Protocol
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record

Transport = Literal["tcp", "udp", "unix", "ping"]
Stage = Literal["socket", "bind", "connect", "exchange"]


class CannotLook(Exception):
    """This machine cannot be asked that, or not with these privileges; ``reason`` is one clear clause.

    ``sentence`` is the same, to be translated. ``privilege`` names what would help (``root``, a package, a tool on
    the far side), or is empty.
    """

    def __init__(self, reason: str | Prose, privilege: str = "") -> None:
        super().__init__(str(reason))
        self.reason = str(reason)
        self.sentence = reason if isinstance(reason, Prose) else Prose("{reason}", {"reason": reason})
        self.privilege = privilege

    @property
    def whole(self) -> Prose:
        """Why it cannot be looked at, and what would help."""
        if self.privilege:
            return say("{reason} (needs {privilege})", reason=self.sentence, privilege=self.privilege)
        return self.sentence


class MachineUnreachable(CannotLook):
    """The machine itself cannot be looked at at all: no such namespace, ssh failed, not permitted."""


def needed(capability: str) -> str:
    """The privilege that helps: root, or for a root that lacks it, the capability (capabilities(7))."""
    import os

    return "root" if os.geteuid() else capability


class Dial(Record, kw_only=True):
    """One socket and what is done with it. Times are seconds.

    ``address`` is an IP address (with ``%zone`` where needed) or the path of a unix socket. ``send`` is written
    once connected; then up to ``receive`` bytes are read for at most ``receive_for`` seconds. ``ttl`` bounds the
    hops of what is sent (IP_TTL / IPV6_UNICAST_HOPS), ``min_ttl`` makes the kernel ignore answers that arrive
    with less (IP_MINTTL / IPV6_MINHOPCOUNT, net/ipv4/tcp_ipv4.c). ``ping`` sends one echo request (RFC 792, RFC 4443),
    over a socket that needs no privilege where icmp(7)'s ping_group_range allows it, else over a raw one.

    Dials with the same ``question`` (other than 0) ask one thing in several packets: an answer to one of them ends
    all. A ``witness`` does not ask it; it only tells whether the host of that question lives, and how fast it answers.
    """

    transport: Transport
    address: str
    port: int = 0
    timeout: float
    source: str = ""
    source_port: int = 0
    ttl: int = 0
    min_ttl: int = 0
    send: bytes = b""
    receive: int = 0
    receive_for: float = 0.0
    settle: float = 0.0
    "Seconds of quiet after which what was read is taken to be all; 0: the whole of ``receive_for`` is waited."
    segment: int = 0
    "The largest segment that the SYN announces (TCP_MAXSEG, tcp(7)); 0: the system's."
    spoilt_at: int = 0
    """The hop (2 to 15) that is to find the packet's options wrong and to say so, whatever its packet filter lets in; 0:
    none. IPv4 only; see `machines/dialling.py`, _spoiling."""
    after: float = 0.0
    "Seconds after the beginning of the call at which it starts."
    question: int = 0
    witness: bool = False
    keep: bool = False
    "Where it is made, the connection stands until a `Talk` goes on with it (``kept``), or another one is held."


class Patience:
    """How long a question (see `Dial`) is waited for once it is known that its host lives.

    Then every packet that asked it has had its time ``round_trips`` times the time of an answer after it was sent, and
    no less than ``at_least`` seconds. Another thread may tell what it learns meanwhile, by `lives` and `end_after`; a
    far machine does not hear of it.
    """

    def __init__(self, *, round_trips: float, at_least: float) -> None:
        self.round_trips = round_trips
        self.at_least = at_least
        self.round_trip: float | None = None
        "Seconds that an answer of a host takes which is known to live, by whatever else was found out."
        self.longest: float | None = None
        "Seconds from the beginning of the call after which nothing more is waited for."

    def lives(self, round_trip: float) -> None:
        """The host lives, and answers take about so many seconds."""
        self.round_trip = round_trip

    def end_after(self, seconds: float) -> None:
        """Wait no longer than so many seconds from the beginning of the call."""
        self.longest = seconds


class Tls(Record, kw_only=True):
    """How the client's side of TLS is begun.

    ``server_name`` is the name that the certificate is to be for; a name, not an address, is also sent (RFC 6066,
    section 3). Empty: neither. ``verify``: what does not hold before the system's trusted roots ends the conversation,
    as it does for an ordinary client; otherwise nothing is verified.
    """

    server_name: str = ""
    alpn: tuple[str, ...] = ()
    verify: bool = True


class Step(Record, kw_only=True):
    """One move of a conversation: TLS where it is to begin, what is said, and what is then waited for.

    It ends with the first of these: ``until`` came; ``size`` bytes came; ``most`` bytes came; it was quiet for
    ``settle`` seconds once something had come (0: no such rule); ``seconds`` from its beginning are over; the peer ends
    the connection. ``most`` 0: nothing is waited for. What comes must begin with ``expect``: what does not ends the
    conversation, once it is quiet for a moment. What begins with ``unless`` ends it, too: nothing more is wanted then.
    """

    tls: Tls | None = None
    send: bytes = b""
    until: bytes = b""
    size: int = 0
    most: int = 16384
    seconds: float
    settle: float = 0.0
    expect: bytes = b""
    unless: bytes = b""


class Talk(Record, kw_only=True):
    """One connection and its script; ``timeout`` are the seconds to connect, the rest is as in `Dial`."""

    transport: Literal["tcp", "unix"] = "tcp"
    address: str
    port: int = 0
    source: str = ""
    source_port: int = 0
    timeout: float
    kept: bool = False
    "It goes on with the connection that a `Dial` to the same place left standing, where there is one."
    steps: tuple[Step, ...] = ()


End = Literal["enough", "quiet", "expired", "closed", "reset", "unmet", "tls-failed"]


class Heard(Record, kw_only=True):
    """What came at one step, and why it ended; ``first_ms`` and ``took_ms`` from its beginning."""

    received: bytes = b""
    end: End
    first_ms: float = 0.0
    took_ms: float = 0.0


class TlsSeen(Record, kw_only=True):
    """What came of TLS: of the handshake, or of what the peer said in its place.

    ``version`` and ``cipher`` are OpenSSL's names, empty until the handshake was done. ``certificates`` are the peer's,
    in DER, its own first (only that one where Python is older than 3.10). ``verify_code`` is OpenSSL's X509_V_ERR
    number and ``verify_error`` its words, ``alert`` the name of the alert that the peer sent (RFC 8446, section 6),
    ``reason`` OpenSSL's symbol for what went wrong. ``received`` are the first bytes that the peer sent in answer to the
    ClientHello, as they were.
    """

    done: bool = False
    version: str = ""
    cipher: str = ""
    alpn: str = ""
    certificates: tuple[bytes, ...] = ()
    verify_code: int = 0
    verify_error: str = ""
    alert: str = ""
    reason: str = ""
    received: bytes = b""
    took_ms: float = 0.0


class Talked(Record, kw_only=True):
    """What became of one `Talk`: the connection, as in `Dialled`, and every step that was begun."""

    stage: Stage
    errno: str = ""
    expired: bool = False
    local_address: str = ""
    local_port: int = 0
    took_ms: float = 0.0
    queued: tuple[Queued, ...] = ()
    heard: tuple[Heard, ...] = ()
    tls: TlsSeen | None = None

    @property
    def connected(self) -> bool:
        """The connection was made, whatever came after."""
        return self.stage == "exchange"


class Queued(Record, kw_only=True):
    """One entry of a socket's error queue: a ``struct sock_extended_err`` and the offender behind it (ip(7))."""

    level: int
    data: bytes


class Dialled(Record, kw_only=True):
    """What became of one `Dial`.

    ``stage`` is where it ended; ``errno`` the symbolic error (``ECONNREFUSED``), empty where there was none.
    ``expired``: the time ran out at that stage. ``closed``: the peer closed while being read. ``left``: it was ended,
    or never begun, because its question was answered otherwise.
    """

    stage: Stage
    errno: str = ""
    expired: bool = False
    local_address: str = ""
    local_port: int = 0
    took_ms: float = 0.0
    received: bytes = b""
    closed: bool = False
    left: bool = False
    queued: tuple[Queued, ...] = ()

    @property
    def connected(self) -> bool:
        """The connection was made, whatever came after."""
        return self.stage == "exchange"


class FileRead(Record, kw_only=True):
    """A file's first bytes, or the symbolic errno of not reading it."""

    data: bytes = b""
    errno: str = ""

    @property
    def text(self) -> str:
        """The bytes as text; what is no UTF-8 is replaced."""
        return self.data.decode("utf-8", "replace")


class Ran(Record, kw_only=True):
    """A command that ended (or was ended: ``expired``). ``errno`` is set where it could not be started."""

    status: int = -1
    out: bytes = b""
    err: bytes = b""
    errno: str = ""
    expired: bool = False

    @property
    def text(self) -> str:
        """Its standard output as text."""
        return self.out.decode("utf-8", "replace")


class Resolved(Record, kw_only=True):
    """What the system's resolver (getaddrinfo(3)) said: addresses in its order, or its EAI_ error."""

    addresses: tuple[str, ...] = ()
    canonical: str = ""
    error: str = ""
    took_ms: float = 0.0


class Answered(Record, kw_only=True):
    """The raw datagrams with which the kernel answered a netlink request, joined; or an errno."""

    data: bytes = b""
    errno: str = ""


class Tap(Record, kw_only=True):
    """Which packets of a machine's links are kept, and how long they are waited for (``seconds``, at most).

    Over ``tcp`` those that open or refuse a connection (SYN or RST is set) and have one of ``ports`` at either end, or
    that announce one of ``segments`` as their largest segment, which survives every translation of addresses and
    ports; over ``udp`` those with one of ``ports`` at either end. And every ICMP error.
    """

    transport: Literal["tcp", "udp"]
    ports: tuple[int, ...]
    segments: tuple[int, ...] = ()
    seconds: float = 3.0
    packets: int = 256
    "How many are kept."


class Packet(Record, kw_only=True):
    """The first bytes of one packet, from its IP header on, as a link carried it.

    What comes in is seen before any packet filter but XDP (net/core/dev.c: __netif_receive_skb_core), what goes out
    after every one of them (dev_queue_xmit_nit). ``kind`` is the link layer's word on it (packet(7), sll_pkttype);
    ``sender`` the link address of the neighbour that it came in from.
    """

    device: str
    kind: Literal["here", "broadcast", "multicast", "other", "out"]
    data: bytes
    sender: bytes = b""


class Captured(Record, kw_only=True):
    """All that a tap saw so far; ``missed`` packets had no room left."""

    packets: tuple[Packet, ...] = ()
    missed: int = 0


class Tapping(Protocol):
    """A tap in place. What passes meanwhile is kept until it is read."""

    def read(self, after: float = 0.0) -> Captured:
        """All that was seen until now, once ``after`` more seconds have passed. Raises `CannotLook`."""

    def close(self) -> None:
        """Take it away."""


class Machine(Protocol):
    """One machine's view of the world. Methods block, end by themselves, and raise `CannotLook`."""

    where: str
    "As the user wrote it: ``local://``, ``netns://server``, ``ssh://db1``."

    def prefetch(self, files: Sequence[str], commands: Sequence[tuple[str, ...]], links: Sequence[str] = ()) -> None:
        """Fetch all of these in one round trip; the next `read`, `run`, `readlink` of each then costs nothing.

        A machine that is near does nothing.
        """

    def read(self, path: str, limit: int = 1 << 20) -> FileRead:
        """At most ``limit`` bytes of a file. ``/proc/net`` is that of this machine."""

    def run(self, command: tuple[str, ...], *, stdin: bytes = b"", timeout: float = 3.0) -> Ran:
        """Run a command without a terminal, in the C locale; output is bounded at 8 MiB."""

    def listdir(self, path: str) -> tuple[str, ...]:
        """The names in a directory, sorted; empty where it cannot be read."""

    def readlink(self, path: str) -> str:
        """Where a symbolic link points; empty where it cannot be read."""

    def owners(self, inodes: frozenset[int], *, oldest: bool = False) -> tuple[tuple[int, int], ...]:
        """Pairs (socket inode, pid) of the processes that hold these sockets; only those this user may see.

        ``oldest``: of several that hold the same one, only that with the lowest number need be named.
        """

    def called(self, names: frozenset[str]) -> tuple[int, ...]:
        """The pids of the processes that have one of these short names (proc_pid_comm(5), 15 characters)."""

    def environment(self, names: frozenset[str]) -> tuple[tuple[str, str], ...]:
        """Those of these environment variables that are set for a program there, by name: never any other one."""

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        """All of them at once; returns when the last has ended."""

    def converse(self, talks: Sequence[Talk]) -> tuple[Talked, ...]:
        """All of them at once; returns when the last has ended."""

    def resolve(self, name: str, timeout: float) -> Resolved:
        """What a program on this machine gets for a name."""

    def netlink(self, protocol: int, request: bytes) -> Answered:
        """One netlink request (netlink(7)) and all of its answer."""

    def tap(self, tap: Tap) -> Tapping:
        """Watch this machine's links from now on: whoever is dialled after this is seen."""

    def close(self) -> None:
        """Let go of threads, connections and helpers."""
