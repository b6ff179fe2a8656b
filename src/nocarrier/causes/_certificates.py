"""What the causes share that explain why a client breaks TLS off: what it found wanting in the server's certificate.

Which of them it is, is OpenSSL's own word (x509_vfy.h, X509_V_ERR_*), by which every client fails alike; the certificate
itself tells the names and dates. That the address is not the server's explains all of them, too, and so does somebody on the
way to the Internet who answers in the server's place (a portal, an antivirus): what is said of the server is proven only
where the address is known to be right (`_speech.meant`), and is of this machine, or the connection was seen to end there.
"""

from __future__ import annotations

from nocarrier.causes._listening import elsewhere, look_at_the_server
from nocarrier.causes._speech import listener_there, meant, sent_astray
from nocarrier.causes._tls_mix import ROOTS
from nocarrier.facts.exchange import OTHER_NAME, Certificate, Exchange, TlsHandshake
from nocarrier.facts.identity import Identity
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.landing import Landing
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.private import is_loopback, means_only_near
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Certainty, Decider, Need, RuledOut, Silent, Symptom, on_client, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record
from nocarrier.model.shell import joined
from nocarrier.model.target import endpoint, looks_like_address

__all__ = ["OTHER_NAME", "ROOTS"]

SECURED: tuple[Need, ...] = (
    *on_client(Exchange, Identity, Lookup),
    *on_server(Identity, Interfaces, Landing, Listeners),
)
"What is read."
AT_TLS = frozenset({Symptom.TLS_FAILED})
EXPIRED, NOT_YET, SELF_SIGNED, UNKNOWN_ROOT, NO_ISSUER = (10,), (9,), (18,), (19,), (2, 20, 21)
SHORT_KEY, OTHER_PURPOSE, WEAK_CHAIN = (66,), (24, 25, 26, 79), (67, 68)
"Of the server's own: EE_KEY_TOO_SMALL; INVALID_CA (two numbers), PATH_LENGTH_EXCEEDED, INVALID_PURPOSE; CA_KEY_, CA_MD_TOO_WEAK."
CHAIN = (*NO_ISSUER, *SELF_SIGNED, *UNKNOWN_ROOT)
CHECKED = (SHORT_KEY, CHAIN, (*OTHER_PURPOSE, *WEAK_CHAIN), OTHER_NAME, (*NOT_YET, *EXPIRED))
"""In this order (crypto/x509/x509_vfy.c, X509_verify_cert and verify_chain); the first that fails ends it, and what comes
after was not looked at."""
FOR_NO_NAME = frozenset({"handshake_failure", "internal_error", "close_notify"})
"Alerts of servers that have no certificate for a name: of CDNs, of Caddy and other programs in Go, and an end in due form."


MOST_NAMES = 4
"That are told."


class Handshake(Record):
    """A handshake of TLS that was not completed."""

    exchange: Evidence[Exchange]
    tls: TlsHandshake

    @property
    def there(self) -> str:
        """``10.20.0.5:443``"""
        return self.exchange.facts.there

    @property
    def certificate(self) -> Certificate:
        """What the server's own says of itself; nothing where it could not be read."""
        return self.tls.certificate or Certificate()

    @property
    def show(self) -> str:
        """The command that shows the certificate."""
        return f"{self.ask} 2>/dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName"

    @property
    def by_name(self) -> bool:
        """The server was told a name. A literal address is none (RFC 6066, section 3)."""
        return not looks_like_address(self.tls.server_name)

    @property
    def ask(self) -> str:
        """The command that shakes hands once more."""
        return self._ask()

    @property
    def show_all(self) -> str:
        """The command that shows every certificate which comes: ``s:`` is whose it is, ``i:`` who signed it."""
        return self._ask("-showcerts")

    @property
    def whole(self) -> bool:
        """Its issuer's certificate came along, and nothing that does not belong to it."""
        return self.tls.chain > 1 and self.tls.linked == self.tls.chain

    def _ask(self, *options: str) -> str:
        named = ("-servername", self.tls.server_name) if self.by_name else ()
        return self.said(*named, *options)

    def said(self, *options: str) -> str:
        """The command that shakes hands with these options alone."""
        facts = self.exchange.facts
        proxy = ("-proxy", endpoint(facts.address, facts.port)) if facts.beyond else ()
        return f"{joined(('openssl', 's_client', *proxy, '-connect', self.there, *options))} </dev/null"


def broken_off(case: Case) -> Handshake | None:
    """The client's handshake that failed, with a peer that does speak TLS."""
    exchange = case.seen(Exchange)
    tls = exchange.facts.tls if exchange is not None else None
    if exchange is None or tls is None or tls.done or tls.plain:
        return None
    return Handshake(exchange, tls)


def may_miss_the_name(met: Handshake) -> bool:
    """Turned down before a certificate came, as some servers do that have none for the name: a name was given, or the
    server is one of the Internet's, which may serve by name alone."""
    tls = met.tls
    if tls.alert not in FOR_NO_NAME or tls.version:
        return False
    return met.by_name or not means_only_near(met.exchange.facts.address)


def distrusted(case: Case, codes: tuple[int, ...]) -> Handshake | RuledOut | Silent:
    """The handshake that failed for one of these; ruled out where that was looked at before what the certificate fails for."""
    met = broken_off(case)
    if met is None or not met.tls.verify_code:
        return Silent()
    if met.tls.verify_code in codes:
        return met
    failed = next((rank for rank, group in enumerate(CHECKED) if met.tls.verify_code in group), 0)
    held = {code for group in CHECKED[:failed] for code in group}
    if held.issuperset(codes):
        return RuledOut((met.exchange,), say("that held; what failed is: {error}", error=met.tls.verify_error))
    if met.tls.verify_code in CHAIN and any(code in CHAIN for code in codes):
        return RuledOut(
            (met.exchange,), say("the certificate fails for another reason: {error}", error=met.tls.verify_error)
        )
    return Silent()


def also_of_others(met: Handshake) -> Prose | str:
    """That it names others besides, where that was not looked at; empty where it is good for the name."""
    names, name = met.certificate.names, met.tls.server_name
    if not names or met.certificate.more or met.certificate.is_for(name):
        return ""
    return say(" And it is for {names}, not for {name}.", names=told_names(met), name=name)


def told_names(met: Handshake) -> Prose | str:
    """The first names that it is good for, and how many more."""
    names = ", ".join(met.certificate.names[:MOST_NAMES])
    more = len(met.certificate.names[MOST_NAMES:]) + met.certificate.more
    return say("{names} and {count} more", names=names, count=more) if more else names


def whose(case: Case, met: Handshake) -> Certainty:
    """How surely it is the server that was meant."""
    address = met.exchange.facts.address
    if met.exchange.facts.beyond:
        return Certainty.LIKELY
    if elsewhere(case, address) or sent_astray(case) is not None or not meant(case, address):
        return Certainty.LIKELY
    landing = case.seen(Landing, Where.SERVER)
    ends_there = (
        landing is not None
        and landing.facts.ours
        and listener_there(case, case.target.port or 0, address) is not None
    )
    return Certainty.PROVEN if is_loopback(address) or ends_there else Certainty.LIKELY


def open_questions(case: Case, met: Handshake) -> tuple[Decider, ...]:
    """What decides where that is only likely."""
    show = Decider(
        question=say("Which certificate does it show, and is it that of the server that was meant?"), command=met.show
    )
    return (show, *look_at_the_server(case)[:1])
