"""What each configured nameserver says of the target's name, asked directly."""

from __future__ import annotations

from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record

FINAL = frozenset({"NOERROR", "NXDOMAIN"})
"The rcodes after which the C library asks no other server (glibc's resolv/res_send.c)."

NOT_VALIDATED = frozenset({1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 27})
"Extended errors (RFC 8914, section 4) that speak of DNSSEC."


class DnsAnswer(Record, kw_only=True):
    """One question put to one nameserver, and its answer.

    ``name`` has its final dot; ``kind`` is ``A`` or ``AAAA``; ``transport`` ``udp`` or ``tcp``. ``rcode`` is empty
    where no answer came: then ``errno`` says what came in its place, or nothing came (``connected``: over TCP the
    server did take the connection). ``chain`` are the names that CNAMEs lead through, ``ttl`` seconds, ``zone``
    the owner of the SOA record that a negative answer carries (RFC 2308), ``extended`` RFC 8914's codes.
    """

    server: str
    transport: str
    name: str
    kind: str
    checking_disabled: bool = False
    rcode: str = ""
    addresses: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    ttl: int | None = None
    authoritative: bool = False
    truncated: bool = False
    zone: str = ""
    extended: tuple[int, ...] = ()
    errno: str = ""
    connected: bool = False

    @property
    def no_data(self) -> bool:
        """The name exists, but holds no address of this kind (RFC 2308, section 2.2)."""
        return self.rcode == "NOERROR" and not self.addresses and not self.truncated


class Dns(Facts, kw_only=True):
    """The answers of every configured nameserver.

    ``asked`` are the full names in the order in which getaddrinfo(3) asks for them. ``controls`` are the answers
    of otherwise silent servers to a question that any of them can answer by itself: ``localhost``. ``wildcards``
    are the search domains that have an address for every name.
    """

    name: str
    servers: tuple[str, ...]
    asked: tuple[str, ...]
    answers: tuple[DnsAnswer, ...] = ()
    controls: tuple[DnsAnswer, ...] = ()
    wildcards: tuple[str, ...] = ()

    def said(self, server: str, name: str, kind: str) -> DnsAnswer | None:
        """The answer of one server: over TCP where UDP gave none, or not all of it."""
        found = [
            answer
            for answer in self.answers
            if (answer.server, answer.name, answer.kind) == (server, name, kind)
            and answer.rcode
            and not answer.checking_disabled
        ]
        return next((answer for answer in found if not answer.truncated), found[0] if found else None)

    def final(self, name: str, kind: str) -> DnsAnswer | None:
        """What the C library takes for the answer: the first final one, in the order of the servers."""
        said = (self.said(server, name, kind) for server in self.servers)
        return next((answer for answer in said if answer is not None and answer.rcode in FINAL), None)

    def addresses_of(self, name: str, server: str = "") -> tuple[str, ...]:
        """A and AAAA of one full name: the final ones, or those of one server."""
        both = [self.said(server, name, kind) if server else self.final(name, kind) for kind in ("A", "AAAA")]
        return tuple(address for answer in both if answer is not None for address in answer.addresses)

    @property
    def answering_name(self) -> str:
        """The first full name that has an address, or empty: what getaddrinfo(3) ends with."""
        return next((name for name in self.asked if self.addresses_of(name)), "")

    @property
    def addresses(self) -> tuple[str, ...]:
        """What DNS alone makes of the name as it was typed."""
        return self.addresses_of(self.answering_name) if self.answering_name else ()

    @property
    def ttl(self) -> int | None:
        """Seconds for which resolvers may keep the addresses."""
        answers = [self.final(self.answering_name, kind) for kind in ("A", "AAAA")]
        ttls = [answer.ttl for answer in answers if answer is not None and answer.ttl is not None]
        return min(ttls, default=None)

    @property
    def nowhere(self) -> bool:
        """Every full name is said not to exist (NXDOMAIN), whatever kind was asked for."""
        answers = [self.final(name, kind) for name in self.asked for kind in ("A", "AAAA")]
        return bool(self.asked) and all(answer is not None and answer.rcode == "NXDOMAIN" for answer in answers)

    @property
    def answering(self) -> tuple[str, ...]:
        """The servers that answered anything at all, were it a failure."""
        heard = {answer.server for answer in (*self.answers, *self.controls) if answer.rcode or answer.connected}
        return tuple(server for server in self.servers if server in heard)

    @property
    def over_tcp_only(self) -> DnsAnswer | None:
        """A final answer over TCP, where no server answered anything over UDP, which is how programs ask first."""
        spoke = [answer for answer in (*self.answers, *self.controls) if answer.rcode]
        if any(answer.transport == "udp" for answer in spoke):
            return None
        return next((answer for answer in spoke if answer.rcode in FINAL), None)

    @property
    def unheard_kind(self) -> DnsAnswer | None:
        """The question for one kind of address that no server answered at all, while the other kind has addresses over UDP.

        getaddrinfo(3) asks for both and waits for both. Over TCP a server may take one connection after the other.
        """
        for answer in self.answers:
            other = "AAAA" if answer.kind == "A" else "A"
            first = self.final(answer.name, other)
            said = [self.said(server, answer.name, answer.kind) for server in self.servers]
            heard = first is not None and first.transport == "udp" and first.addresses
            if heard and not answer.rcode and not any(said):
                return answer
        return None

    @property
    def asked_in_vain(self) -> tuple[str, ...]:
        """The servers before the first that answers, which were asked twice over UDP and once over TCP: each look-up waits
        for them first."""
        dead: list[str] = []
        for server in self.servers:
            if server in self.answering:
                return tuple(dead)
            if any(answer.server == server and answer.transport == "tcp" for answer in self.answers):
                dead.append(server)
        return ()

    def failure(self, server: str) -> DnsAnswer | None:
        """An answer of this server that is a failure (SERVFAIL, REFUSED …), where it gave no final one."""
        mine = [answer for answer in self.answers if answer.server == server and not answer.checking_disabled]
        if any(answer.rcode in FINAL for answer in mine):
            return None
        return next((answer for answer in mine if answer.rcode), None)

    def unvalidated(self, server: str) -> bool:
        """Whether the server did have an answer, and withheld it because its signatures do not fit (RFC 4035)."""
        return any(
            answer.server == server
            and (
                (answer.checking_disabled and answer.rcode in FINAL)
                or (answer.rcode == "SERVFAIL" and bool(NOT_VALIDATED & set(answer.extended)))
            )
            for answer in self.answers
        )
