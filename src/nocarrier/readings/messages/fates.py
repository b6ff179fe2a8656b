"""What becomes of connections, and the words for it: a table that `complaints` reads sentences by.

Each row has words for what happened, who it must have happened to and how many words before or behind may lie between, and
what must (``beside``) or must not (``unless``) stand near. Capitals are names of `vocabulary`.
"""

from __future__ import annotations

from nocarrier.model.record import Record
from nocarrier.readings.messages.reading import ErrorClass
from nocarrier.readings.messages.vocabulary import Words, of

USUAL = 4
"The weight of most fates."


class Fate(Record):
    """What became of ``who``, one of whom stands at most ``before`` words before or ``after`` words after the word for it.

    ``denied``: it is told by a no or a failure (``could not resolve``). ``beside`` has the words without which it may mean anything,
    ``unless`` those beside which it means something else. ``who`` is empty where nobody need be named. Of a line's
    complaints those with the greatest ``weight`` count: what a program says last of a connection that was lost is that it was
    closed.
    """

    kind: ErrorClass
    step: str
    who: Words
    before: int
    after: int
    denied: bool
    unless: Words
    beside: Words
    weight: int


Row = tuple[ErrorClass, str, str, str, int, int, bool, str, str, int]
"As `Fate`, with its words third, and none of the sets made: most of them are of other lines."


def row(
    kind: ErrorClass, step: str, words: str, who: str = "", before: int = 8, after: int = 4, *,
    denied: bool = False, unless: str = "", beside: str = "", weight: int = USUAL,
) -> Row:  # fmt: skip
    """One row of a table; its parameters are those of `Fate`, in words."""
    return kind, step, words, who, before, after, denied, unless, beside, weight


class Table:
    """Rows by their words, the sets of each made when a line has one of them."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        self._of: dict[str, list[int]] = {}
        self._made: dict[str, tuple[Fate, ...]] = {}
        for number, words in enumerate(rows):
            for word in of(words[2]):
                self._of.setdefault(word, []).append(number)

    def fates(self, word: str) -> tuple[Fate, ...]:
        """Those that a word may tell of, in the order of the table."""
        made = self._made.get(word)
        if made is None and word in self._of:
            made = self._made[word] = tuple(_fate(self._rows[number]) for number in self._of[word])
        return made or ()


def _fate(row: Row) -> Fate:
    kind, step, _, who, before, after, denied, unless, beside, weight = row
    return Fate(kind, step, of(who), before, after, denied, of(unless), of(beside), weight)


EVERYWHERE = Table((
    row("rejected", "service", "refused rejected denied declined", "AUTH bad", 3, 4,
        unless="bind socket file directory open port publickey", beside="LINE PEER login user client smtp ftp", weight=5),
    row("rejected", "", "rejects", "LINE", 0, 2),
    row("rejected", "", "rejected", "LINE", 2, 0, unless="CERTIFICATES TLS"),
    row("rejected", "", "rejected", "server host peer broker", 2, 0, beside="connection login client"),
    row("rejected", "", "denied", "access", 2, 0, beside="server host broker remote printer share"),
    row("timed-out", "", "waiting", "gave gives giving given", 2, 0),
    row("refused", "tcp", "refused refuses refuse", "LINE DIAL port host server", 8, 5,
        unless="AUTH policy stream key directive"),
    row("reset", "", "reset resets", "LINE peer remote server", 4, 0, unless="NO_RESET"),
    row("reset", "", "reset resets", "LINE peer", 0, 3, unless="NO_RESET"),
    row("reset", "", "forcibly forcefully", "LINE PEER", 8, 8),
    row("closed", "", "closed closes terminated dropped disconnected broken severed interrupted ended disconnect died "
        "shutdown dropping torn destroyed", "LINE", 8, 5, unless="NO_CLIENT", beside="SUDDEN", weight=2),
    row("closed", "", "closed terminated dropped broken", "connection socket", 3, 0, unless="rpc use access", weight=2),
    row("closed", "", "aborted", "LINE", 3, 0, unless="NO_CLIENT", beside="was been remote peer server host", weight=2),
    row("closed", "", "disconnected", "server host peer broker services service", 0, 4, unless="NO_CLIENT", beside="from", weight=2),
    row("closed", "", "disconnected disconnects", "server peer remote broker node gateway", 2, 0, unless="NO_CLIENT", weight=2),
    row("closed", "", "closed terminated dropped disconnected broken severed interrupted aborted", "LINE SPAN PEER", 6,
        4, unless="rpc",
        beside="unexpected unexpectedly premature prematurely abnormal abnormally abrupt abruptly suddenly forcibly foreign",
        weight=2),
    row("closed", "", "closed terminated aborted dropped disconnected interrupted ended",
        "LINE session tunnel stream channel handshake", 6, 4, unless="NO_CLIENT",
        beside="remote peer server host broker foreign endpoint upstream other party", weight=2),
    row("closed", "", "lost loses losing", "LINE contact communication connectivity link", 5, 4, weight=2),
    row("closed", "", "disconnected", "client", 1, 0, beside="before during", weight=2),
    row("closed", "", "disconnection disconnections", "unexpected abnormal sudden", 2, 0, weight=2),
    row("closed", "", "interruption", "connection", 1, 0, weight=2),
    row("closed", "", "close closure termination", "premature unexpected abnormal", 2, 0, weight=2),
    row("closed", "", "goneaway hangup vanished", "LINE PEER", 6, 4, weight=2),
    row("closed", "", "open connected", "connection socket websocket", 3, 0, denied=True, beside="not isn't nolonger",
        weight=2),
    row("closed", "", "close", "server host peer remote broker", 1, 0, beside="connection socket",
        unless="to failed cannot unable could not will must", weight=2),
    row("closed", "", "invalid", "connection", 0, 1, weight=1,
        unless="value string strings url uri parameter parameters setting settings type name id handle option options object "
        "attributes request header info details"),
    row("closed", "", "bytes", "zero", 1, 0, beside="received", weight=2),
    row("closed", "", "truncated", "stream", 1, 0, beside="TLS", weight=2),
    row("closed", "", "eof",
        "LINE PEER unexpected got premature early failed unable error closed received read recv post get", 6, 0,
        unless="PARSING"),
    row("closed", "", "eof", "LINE PEER", 0, 4, unless="PARSING"),
    row("closed", "", "endof", "file stream", 0, 2, unless="PARSING -file input",
        beside="server peer remote connection socket reached unexpected unexpectedly prematurely premature communication",
        weight=2),
    row("closed", "", "empty", "got received server peer remote host upstream http", 3, 4, beside="reply response",
        weight=2),
    row("closed", "", "received", "no", 2, 0, unless="since", beside="data bytes", weight=2),
    row("timed-out", "", "timedout timeouted timesout", "client tracker player device route port url LINE DIAL PEER REQUEST SPAN",
        10, 8, unless="NO_TIMEOUT RESOLVERS"),
    row("timed-out", "", "timeoutexception timeouterror", unless="NO_TIMEOUT"),
    row("timed-out", "", "complete completed finish", "handshake connection connect request operation call", 4, 0, denied=True,
        beside="seconds within time"),
    row("timed-out", "", "established", "LINE", 4, 0, denied=True, beside="ms milliseconds seconds within",
        unless="retry retrying retries again"),
    row("timed-out", "", "missed", "heartbeat heartbeats ping pings pong pongs", 3, 3),
    row("name-not-resolved", "name", "timedout", "RESOLVERS", 8, 8),
    row("timed-out", "", "deadline timelimit", "exceeded expired elapsed reached", 0, 3, unless="job build"),
    row("timed-out", "", "deadline", "before within", 3, 0, denied=True, beside="LINE DIAL"),
    row("timed-out", "", "longer more", "took taking", 1, 0, unless="query transaction slow",
        beside="LINE DIAL REQUEST url"),
    row("timed-out", "", "toolong", "LINE DIAL PEER REQUEST", 8, 8, unless="query transaction slow name",
        beside="took takes taking taken"),
    row("name-not-resolved", "name", "respond responding answer", "dns resolver nameserver", 4, 0, denied=True, beside="not didn't doesn't failed never isn't"),
    row("timed-out", "", "respond responding answer answering replying responded answered",
        "LINE PEER device service website", 8, 3, denied=True, unless="correctly failure",
        beside="not didn't doesn't failed didnt doesnt never fails isn't"),
    row("timed-out", "", "responding", "stopped ceased", 1, 0, beside="LINE PEER device gateway"),
    row("timed-out", "", "response reply answer", "no without", 2, 0,
        unless="or body valid closed ended disconnected sending",
        beside="LINE PEER device received within after from"),
    row("unknown", "", "unreachable", "PEER tracker service device targets", 3, 3, unless="host network net destination address route",
        weight=0),
    row("unreachable", "route", "unreachable", "host network net destination address route", 3, 1, unless="via changed"),
    row("unknown", "", "reachable", "server servers service device node broker endpoint site", 4, 1, denied=True, beside="not isn't", weight=0),
    row("unreachable", "route", "reachable", "host network destination address", 3, 1, denied=True,
        beside="not isn't no"),
    row("unreachable", "route", "internet", "connection access connectivity network route", 1, 2, denied=True,
        beside="no not without offline"),
    row("unreachable", "route", "offline", "internet network", 5, 0),
    row("name-not-resolved", "name", "resolve resolved resolving resolution lookup resolves translate resolver",
        "NAMES", 4, 5, denied=True, unless="NO_NAMES inverse reverse"),
    row("name-not-resolved", "name",
        "nonexistent nonexisting unresolved unresolvable nxdomain servfail unresolveable misbehaving", "NAMES response",
        3, 3, unless="NO_NAMES"),
    row("name-not-resolved", "name", "unknown", "host hostname", 0, 2, unless="key"),
    row("name-not-resolved", "name", "notfound", "host hostname server domain dns", 4, 0,
        unless="NO_NAMES key http accessible status 404 settings topology steam mcp index executable binary instance cluster"),
    row("name-not-resolved", "name", "host hostname domain", "such", 1, 0, beside="no", unless="group groups"),
    row("name-not-resolved", "name", "dns", "FAILS", 2, 2,
        unless="api record records zone txt add create config configuration registration dynamic dyn"),
    row("name-not-resolved", "name", "found known exist", "hostname host domain", 6, 0, denied=True,
        unless="NO_NAMES key header", beside="not doesn't cannot can't could"),
    row("name-not-resolved", "name", "find", "host hostname server domain ip", 0, 3, denied=True,
        unless="NO_NAMES key config binary executable entry profile installation process any suitable online tutorial master available executable", beside="cannot can't could couldn't"),
    row("protocol-mismatch", "tls", "wrong", "version", 0, 1, beside="number", weight=5),
    row("protocol-mismatch", "tls", "unexpected unrecognized unrecognised", "record packet message", 0, 3,
        unless="ENDS alert", beside="TLS", weight=5),
    row("tls-failed", "tls", "FAILS invalid unsupported rejected alert fail wrong", "TLS", 3, 3,
        unless="ENDS support compiled response http within default connecting getaddrinfo tcp esp"),
    row("tls-failed", "tls", "FAILS", "TLS", 9, 0, unless="ENDS", beside="handshake"),
    row("tls-failed", "tls", "error errors failure", "TLS", 1, 0, unless="ENDS", beside="while during when"),
    row("tls-failed", "tls", "secure", "connection", 0, 1, denied=True, unless="ENDS proxy"),
    row("tls-failed", "tls", "establish established establishing negotiate", "TLS", 3, 5, denied=True,
        unless="before timedout timeout"),
    row("tls-failed", "tls",
        "FAILS BAD expired revoked selfsigned untrusted trusted verify verified verification validate "
        "validating verifying validated validation valid denied rejected", "CERTIFICATES", 8, 5, denied=True, unless="ENDS signing provisioning push"),
    row("tls-failed", "tls", "expired mismatch untrusted revoked selfsigned mismatched invalid bad", "CERTIFICATES", 7,
        4, unless="signing provisioning push"),
    row("tls-failed", "tls", "match matches recognized", "CERTIFICATES", 10, 4, denied=True, unless="subject"),
    row("tls-failed", "tls", "BAD", "record packet message version", 0, 3, unless="ENDS", beside="TLS"),
    row("tls-failed", "tls", "FAILS", "CERTIFICATES", 3, 0, unless="ENDS signing provisioning push"),
    row("tls-failed", "tls", "cipher ciphers ciphersuite", "no common shared unsupported", 2, 0,
        beside="shared common match matching available suites unsupported"),
    row("tls-failed", "tls", "cipher ciphers ciphersuite", "inappropriate mismatch", 0, 3),
    row("proxy", "proxy", "proxy", "failed", 0, 1, beside="DIAL"),
    row("tls-failed", "tls", "secure", "connection channel", 0, 1, denied=True, beside="failed establish", unless="timedout timeout refused reset closed before"),
    row("rejected", "websocket", "declined rejected refused", "handshake upgrade", 3, 0),
    row("rejected", "service", "unauthorized unauthorised unauthenticated",
        "FAILS 401 response server request http status client", 8, 3, weight=3),
    row("rejected", "service", "forbidden", "LINE PEER REQUEST 403", 6, 3, weight=3),
    row("rejected", "service", "login logon", "failed", 0, 1, beside="user", weight=3),
    row("rejected", "service", "login logon authentication authenticate credentials authenticating password",
        "failed failure error fail incorrect invalid denied rejected refused wrong unsuccessful", 0, 3,
        unless="key module plugin code", beside="LINE PEER", weight=3),
    row("rejected", "service", "authentication", "failed", 1, 0, beside="user client", unless="for", weight=3),
    row("rejected", "service", "login logon authenticate credentials password",
        "failed unable invalid incorrect wrong bad cannot not", 2, 0, unless="key module plugin code",
        beside="LINE PEER device", weight=3),
    row("rejected", "", "toomany", "connections request requests clients sessions logins redirects redirections", 0, 4, unless="parameters headers", weight=5),
    row("rejected", "", "ratelimit ratelimited ratelimiting quota throttled", "exceeded reached hit FAILS", 3, 4,
        unless="disk file memory"),
    row("rejected", "service", "authenticated authorized authorised", "not", 2, 0, unless="module key code yet",
        beside="LINE PEER token user client request access url perform", weight=3),
    row("rejected", "", "refused", "session channel stream", 2, 0, unless="file directory"),
    row("rejected", "", "exhausted", "limit quota quotas credits", 6, 0, beside="api calls requests quota"),
    row("rejected", "", "limit", "connection", 1, 0, beside="reached exceeded exceeds hit"),
    row("rejected", "", "maximum max limit", "connections clients sessions", 4, 4, unless="set",
        beside="reached exceeded exceeds hit"),
    row("rejected", "service", "kicked", "you", 3, 0, weight=3),
    row("rejected", "service", "host", "banned blocked", 0, 3, beside="many because not"),
    row("rejected", "service", "allowed", "connect", 0, 2, denied=True, weight=5),
    row("protocol-mismatch", "", "BAD", "greeting banner preamble statusline magic handshake", 0, 3,
        unless="CERTIFICATES TLS ENDS response"),
    row("protocol-mismatch", "", "BAD -unsupported", "http protocol", 0, 1,
        unless="CERTIFICATES TLS ENDS supported file header code status"),
    row("protocol-mismatch", "", "malformed", "http response reply frame packet", 0, 2),
    row("protocol-mismatch", "", "BAD", "response reply frame packet message", 0, 2,
        unless="CERTIFICATES TLS went json body status code error argument parameter parameters 400 401 403 404 500 502 503 504",
        beside="PEER protocol http from received"),
    row("protocol-mismatch", "", "look looks", "like", 0, 1, denied=True, unless="TLS",
        beside="protocol header handshake response http"),
    row("protocol-mismatch", "", "preface", "BAD missing corrupt", 4, 4),
    row("protocol-mismatch", "", "protocol", "error violation mismatch violated", 0, 1, unless="CERTIFICATES TLS",
        beside="LINE PEER http", weight=1),
    row("address-in-use", "tcp", "inuse taken occupied used bound listening", "port address socket endpoint ports", 5,
        3, unless="email mail username memory trying", beside="already inuse another occupied being"),
    row("address-in-use", "tcp", "inuse", "address port", 2, 0, unless="email mail memory trying"),
    row("resource-limit", "", "toomany", "files sockets descriptors handles", 0, 4, beside="open descriptors sockets"),
    row("resource-limit", "", "memory descriptors buffers", "LINE", 8, 8, denied=True,
        beside="out no cannot insufficient"),
    row("permission-denied", "tcp", "denied permitted forbidden", "socket bind connect listen port binding listening network",
        6, 4, unless="publickey password file directory", beside="permission access not operation"),
    row("permission-denied", "target", "cleartext", "permitted allowed enabled", 0, 8, beside="not isn't"),
    row("protocol-mismatch", "", "plaintext cleartext unencrypted", "https tls ssl", 2, 6,
        beside="received got traffic"),
    row("permission-denied", "", "csp policy", "violates", 6, 0),
    row("unknown", "", "DIAL reach contact contacting communicating communicate reconnect", denied=True, unless="don't won't please insist required me", weight=0),
    row("unknown", "", "response reply answer", "read get receive obtain", 4, 0, denied=True, beside="PEER", weight=0),
    row("unknown", "tcp", "bind", "port socket address", 0, 4, denied=True, weight=0),
    row("unknown", "", "connection", "no", 1, 0, beside="PEER", weight=0),
    row("unknown", "", "connected", "PEER printer device", 3, 3, denied=True, beside="not isn't", weight=0),
    row("unknown", "", "available", "LINE database", 5, 0, denied=True, beside="not isn't",
        unless="feature option support command module method key", weight=0),
    row("unknown", "", "problem problems trouble", "connection network connectivity communication", 1, 0,
        beside="due got exception error failed because", weight=0),
    row("unknown", "", "handshake", "FAILS", 0, 1, unless="cause reports report map associate alerts handling other flag", weight=0),
    row("unknown", "", "reached contacted", "PEER device printer hub api website service address", 8, 3, denied=True,
        weight=0),
    row("unknown", "", "output", "url", 6, 0, beside="input", weight=0),
    row("unknown", "", "loss", "connection", 1, 0, weight=0),
    row("timed-out", "", "progress", "now", 2, 0, beside="LINE DIAL", weight=1),
    row("unknown", "", "send sending", "request requests", 0, 3, denied=True, weight=0),
    row("unknown", "", "fetch", "failed unable attempting", 3, 0, beside="resource dynamically error", weight=0),
    row("unknown", "", "available alive living healthy", "no none", 4, 0,
        beside="node nodes host hosts server servers broker brokers connection connections upstream backend endpoint "
        "endpoints peers", weight=0),
    row("unknown", "", "open opening opened establish established establishing make made create obtain acquire",
        "connection connections socket session tunnel websocket communication contact link", 10, 5, denied=True,
        weight=0),
    row("unknown", "", "connection connectivity communication connect websocket", "FAILS", 0, 4, weight=0),
    row("unknown", "", "connection", "failed fails failure", 0, 9, beside="PEER", weight=0),
    row("unknown", "", "connection connecting", "error problem failure", 4, 0, beside="while during", weight=0),
    row("unknown", "", "connection", "FAILS", 5, 0, beside="occurred occured happened encountered", weight=0),
    row("unknown", "", "network", "FAILS", 0, 2, weight=0),
))  # fmt: skip
"Told in any text."
