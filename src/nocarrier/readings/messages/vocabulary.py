"""Words in which people tell what became of a connection: who, and what befell it. `complaints` puts them together."""

from __future__ import annotations

from nocarrier.model.record import Record
from nocarrier.readings.messages.reading import ErrorClass

Words = frozenset[str]


def _of(text: str) -> Words:
    return frozenset(text.split())


LINE = _of("connection connections conn connexion socket websocket tcp transport connectivity")
"What is itself a connection."
DIAL = _of("connect connecting dial dialing dialling")
SPAN = _of(
    "session stream channel tunnel link pipe handshake network communication communications contact negotiation io"
)
"What may be one, and may be something inside a program."
PEER = _of(
    "server servers host peer remote broker brokers database node endpoint upstream backend daemon cluster gateway origin machine destination"
    " foreign far party registry nameserver mysql mariadb postgres postgresql redis mongo mongodb kafka ldap smtp imap ftp ssh rabbitmq"
    " amqp mqtt elasticsearch relay target site"
)
"Who is at the other end."
REQUEST = _of(
    "req fetching request requests query call operation read reading write writing recv receive receiving send sending response reply handshake"
    " login command ping rpc fetch download upload connect connecting dial io accept negotiation poll get post put heartbeat ack dialing"
    " dialling http https tcp url api select selection exchange authentication net curl probe waiting communication rendezvous"
)
"What one does over a connection."
DENIES = _of(
    "not no never cannot can't couldn't couldnt cant can’t unable failed fail fails failing failure without isn't wasn't hasn't haven't didn't"
    " doesn't don't won't error errors problem problems trouble impossible neither didnt doesnt incapable err"
)
NOT = _of("not never no didn't wasn't")
"Right before a word they say that it was not so."
FAILS = _of(
    "failed fail fails failing failure failures error errors unsuccessful unsuccessfully exception problem err trouble fatal"
)
SUPPOSES = _of(
    "fix fixes fixed bugfix feature retries suppress treat translate implement rename increase closes added such maybe perhaps causes if unless whether whenever should would might may will shall until ensure avoid prevent"
)
"Behind one of these stands what might be."
IN_PEACE = _of(
    "gracefully cleanly successfully normally normal graceful clean properly successful success idle stale unused finished logout intentionally"
    " expected ok okay pool pooled inactive deliberately voluntarily"
)
SUDDEN = _of(
    "unexpected unexpectedly premature prematurely abnormal abnormally abrupt abruptly sudden suddenly forcibly forcefully error errors failed"
    " failure fatal exception warn warning remote peer cannot unable retry retrying reconnect reconnecting err critical severe panic unhandled"
    " uncaught foreign lost aborted without before during while mid midway early unclean uncleanly"
)
"Beside one of these a connection was not closed in good order."
AUTH = _of(
    "authorized authorised authorization authentication password username credentials unauthorized identifier unacceptable login logon"
)
SETTING = _of(
    "set is of to value must option parameter config seconds sec default configured max min maximum minimum limit should property setting settings"
)


USUAL = 4
"The weight of most fates."


class Fate(Record):
    """What became of ``who``, one of whom stands at most ``before`` words before and ``after`` words after one of ``words``.

    ``denied``: they tell of a failure only beside a no or a failure (``could not resolve``). ``unless`` has the words beside
    which they mean something else, ``beside`` those without which they may mean anything. ``who`` is empty where the words
    need nobody. Of a line's complaints those with the greatest ``weight`` count: what a program says last of a connection
    that was lost is that it was closed.
    """

    kind: ErrorClass
    step: str
    words: Words
    who: Words = frozenset()
    before: int = 8
    after: int = 4
    denied: bool = False
    unless: Words = frozenset()
    beside: Words = frozenset()
    weight: int = USUAL


TIMED = LINE | DIAL | SPAN | REQUEST | _of("server network socket failed error err connack client ping response")
"Before ``timeout`` these make it something that happened."
PASSED = _of(
    "error errors exception expired exceeded elapsed reached occurred occured while waiting when connecting during before reading writing on from after at awaiting fetching trying contacting was retrying happened"
)
"And behind it these."
OCCURS = FAILS | _of("occurred occurs occured happened happens timeout timedout thrown raised encountered received")
"What stands before a ``when`` that tells at what, not under which condition."
NO_TIMEOUT = _of("lock transaction statement test script job build lease step keepalive watchdog idle")
"Of these a timeout is none of a connection."
RESOLVERS = _of("dns resolver nameserver lookup resolve resolving resolution")
NAMES = _of(
    "host hosts hostname hostnames address addresses domain domains dns name ip nameserver servername fqdn server endpoint url lookup"
)
NO_NAMES = _of(
    "module modules import dependency dependencies package reference symbol path file variable type class plugin template conflict conflicts entity alias bean service field id page artifact configuration version ref workspace identifier property issue incident"
)
CERTIFICATES = _of("certificate certificates cert certs x509 pkix")
TLS = _of("ssl tls dtls")
ENDS = _of("syscall zero timedout timeout closed eof reset refused endof terminated disconnected aborted lost")
"What a handshake ends by that no certificate or version is to blame for."
BAD = _of(
    "invalid unexpected malformed bad illegal wrong unrecognized unrecognised unsupported garbage unparsable unparseable incorrect corrupt corrupted improper mismatched incompatible mismatch"
)

NO_RESET = _of("counter counters timer state pool backoff settings attempt attempts hard soft headers")
PARSING = _of("parsing json looking zlib gzip archive xml tar yaml string token syntax expecting script file")
NO_CLIENT = _of("client user player use access rpc")
FATES: tuple[Fate, ...] = (
    Fate("rejected", "service", _of("refused rejected denied declined"), AUTH | _of("bad"), 3, 4, unless=_of("bind socket file directory open port publickey"), beside=LINE | PEER | _of("login user client smtp ftp"), weight=5),
    Fate("rejected", "", _of("rejects"), LINE, 0, 2),
    Fate("refused", "tcp", _of("refused refuses refuse"), LINE | DIAL | _of("port host server"), 8, 5, unless=AUTH | _of("policy stream key directive")),
    Fate("reset", "", _of("reset resets"), LINE | _of("peer remote server"), 4, 0, unless=NO_RESET),
    Fate("reset", "", _of("reset resets"), LINE | _of("peer"), 0, 3, unless=NO_RESET),
    Fate("reset", "", _of("forcibly forcefully"), LINE | PEER, 8, 8),
    Fate("closed", "", _of("closed closes terminated dropped disconnected broken severed interrupted ended disconnect died shutdown dropping torn"), LINE, 8, 5, beside=SUDDEN, unless=NO_CLIENT, weight=2),
    Fate("closed", "", _of("closed terminated dropped broken"), _of("connection socket"), 3, 0, weight=2, unless=_of("rpc use access")),
    Fate("closed", "", _of("aborted"), LINE, 3, 0, weight=2, beside=_of("was been remote peer server host"), unless=NO_CLIENT),
    Fate("closed", "", _of("disconnected"), _of("server host peer broker"), 0, 3, weight=2, unless=NO_CLIENT, beside=_of("from")),
    Fate("closed", "", _of("disconnected disconnects"), _of("server peer remote broker"), 2, 0, weight=2, unless=NO_CLIENT),
    Fate("closed", "", _of("closed terminated dropped disconnected broken severed interrupted aborted"), LINE | SPAN | PEER, 6, 4, beside=_of("unexpected unexpectedly premature prematurely abnormal abnormally abrupt abruptly suddenly forcibly foreign"), unless=_of("rpc"), weight=2),
    Fate("closed", "", _of("closed terminated aborted dropped disconnected interrupted ended"), LINE | _of("session tunnel stream channel handshake"), 6, 4, beside=_of("remote peer server host broker foreign endpoint upstream other party"), unless=NO_CLIENT, weight=2),
    Fate("closed", "", _of("lost loses losing"), LINE | _of("contact communication connectivity link"), 5, 4, weight=2),
    Fate("closed", "", _of("close closure"), _of("premature unexpected abnormal"), 1, 0, weight=2),
    Fate("closed", "", _of("goneaway hangup vanished"), LINE | PEER, 6, 4, weight=2),
    Fate("closed", "", _of("open connected"), _of("connection socket websocket"), 3, 0, denied=True, beside=_of("not isn't nolonger"), weight=2),
    Fate("closed", "", _of("truncated"), _of("stream"), 1, 0, beside=TLS, weight=2),
    Fate("closed", "", _of("eof"), LINE | PEER | _of("unexpected got premature early failed unable error closed received read recv post get"), 6, 0, unless=PARSING),
    Fate("closed", "", _of("eof"), LINE | PEER, 0, 4, unless=PARSING),
    Fate("closed", "", _of("endof"), _of("file stream"), 0, 2, beside=_of("server peer remote connection socket reached unexpected unexpectedly prematurely premature communication"), unless=PARSING - _of("file") | _of("input"), weight=2),
    Fate("closed", "", _of("empty"), _of("got received server peer remote host upstream http"), 3, 4, beside=_of("reply response"), weight=2),
    Fate("closed", "", _of("received"), _of("no"), 2, 0, beside=_of("data bytes"), unless=_of("since"), weight=2),
    Fate("timed-out", "", _of("timedout timeouted timesout"), _of("client tracker player device url") | LINE | DIAL | PEER | REQUEST | SPAN, 10, 8, unless=NO_TIMEOUT | RESOLVERS),
    Fate("timed-out", "", _of("timeoutexception timeouterror"), unless=NO_TIMEOUT),
    Fate("timed-out", "", _of("complete completed finish"), _of("handshake connection connect"), 4, 0, denied=True, beside=_of("seconds within time")),
    Fate("timed-out", "", _of("missed"), _of("heartbeat heartbeats ping pings pong pongs"), 3, 3),
    Fate("name-not-resolved", "name", _of("timedout"), RESOLVERS, 8, 8),
    Fate("timed-out", "", _of("deadline"), _of("exceeded expired elapsed reached"), 0, 3, unless=_of("job build")),
    Fate("timed-out", "", _of("toolong"), LINE | DIAL | PEER | REQUEST, 8, 8, beside=_of("took takes taking taken"), unless=_of("query transaction slow name")),
    Fate("timed-out", "", _of("respond responding answer answering replying responded answered"), LINE | PEER | _of("device service website"), 8, 3, denied=True, beside=_of("not didn't doesn't failed didnt doesnt never fails isn't"), unless=_of("correctly")),
    Fate("timed-out", "", _of("response reply answer"), _of("no without"), 2, 0, beside=LINE | PEER | _of("device received within after from"), unless=_of("or body valid closed ended disconnected connection sending") ),
    Fate("unknown", "", _of("unreachable"), PEER | _of("tracker service"), 3, 3, unless=_of("host network net destination address route"), weight=0),
    Fate("unreachable", "route", _of("unreachable"), _of("host network net destination address route"), 3, 1, unless=_of("via changed")),
    Fate("unreachable", "route", _of("reachable"), _of("host network destination address"), 3, 1, denied=True, beside=_of("not isn't no")),
    Fate("unreachable", "route", _of("internet"), _of("connection access connectivity network"), 0, 2, denied=True, beside=_of("no not without offline")),
    Fate("unreachable", "route", _of("offline"), _of("internet network"), 5, 0),
    Fate("name-not-resolved", "name", _of("resolve resolved resolving resolution lookup resolves translate resolver"), NAMES, 4, 5, denied=True, unless=NO_NAMES | _of("inverse reverse")),
    Fate("name-not-resolved", "name", _of("nonexistent nonexisting unresolved unresolvable nxdomain servfail unresolveable misbehaving"), NAMES | _of("response"), 3, 3, unless=NO_NAMES),
    Fate("name-not-resolved", "name", _of("unknown"), _of("host hostname"), 0, 2, unless=_of("key")),
    Fate("name-not-resolved", "name", _of("notfound"), _of("host hostname server domain dns"), 4, 0, unless=NO_NAMES | _of("key http accessible status 404")),
    Fate("name-not-resolved", "name", _of("host hostname domain"), _of("such"), 1, 0, beside=_of("no")),
    Fate("name-not-resolved", "name", _of("dns"), FAILS, 2, 2),
    Fate("name-not-resolved", "name", _of("found known exist"), _of("hostname host domain"), 6, 0, denied=True, beside=_of("not doesn't cannot can't could"), unless=NO_NAMES | _of("key header")),
    Fate("tls-failed", "tls", FAILS | _of("invalid unsupported rejected alert fail wrong"), TLS, 3, 3, unless=ENDS | _of("support compiled response http within default connecting getaddrinfo tcp")),
    Fate("tls-failed", "tls", _of("establish established establishing negotiate"), TLS, 3, 5, denied=True, unless=_of("before timedout timeout")),
    Fate("tls-failed", "tls", FAILS | BAD | _of("expired revoked selfsigned untrusted trusted verify verified verification validate validation denied rejected"), CERTIFICATES, 5, 5, denied=True, unless=ENDS | _of("signing provisioning push")),
    Fate("tls-failed", "tls", _of("expired mismatch untrusted revoked selfsigned mismatched invalid bad"), CERTIFICATES, 4, 4, unless=_of("signing provisioning push")),
    Fate("tls-failed", "tls", _of("match matches recognized"), CERTIFICATES, 10, 4, denied=True, unless=_of("subject")),
    Fate("tls-failed", "tls", BAD, _of("record packet message version"), 0, 3, beside=TLS, unless=ENDS),
    Fate("tls-failed", "tls", FAILS, CERTIFICATES, 3, 0, unless=ENDS | _of("signing provisioning push")),
    Fate("tls-failed", "tls", _of("cipher ciphers ciphersuite"), _of("no common shared unsupported"), 2, 0),
    Fate("tls-failed", "tls", _of("cipher ciphers ciphersuite"), _of("inappropriate mismatch"), 0, 3),
    Fate("rejected", "websocket", _of("declined rejected refused"), _of("handshake upgrade"), 3, 0),
    Fate("rejected", "service", _of("unauthorized unauthorised unauthenticated"), FAILS | _of("401 response server request http status client"), 8, 3, weight=3),
    Fate("rejected", "service", _of("forbidden"), LINE | PEER | REQUEST | _of("403"), 6, 3, weight=3),
    Fate("rejected", "service", _of("login logon"), _of("failed"), 0, 1, beside=_of("user"), weight=3),
    Fate("rejected", "service", _of("login logon authentication authenticate credentials authenticating password"), _of("failed failure error fail incorrect invalid denied rejected refused wrong unsuccessful"), 0, 3, beside=LINE | PEER, unless=_of("key module plugin code"), weight=3),
    Fate("rejected", "service", _of("login logon authenticate credentials password"), _of("failed unable invalid incorrect wrong bad cannot not"), 2, 0, beside=LINE | PEER, unless=_of("key module plugin code"), weight=3),
    Fate("rejected", "", _of("toomany"), _of("connections requests clients sessions logins"), 0, 4, weight=5),
    Fate("rejected", "", _of("ratelimit ratelimited ratelimiting quota throttled"), _of("exceeded reached hit") | FAILS, 3, 4, unless=_of("disk file memory")),
    Fate("rejected", "", _of("maximum max limit"), _of("connections clients sessions"), 4, 4, beside=_of("reached exceeded exceeds hit"), unless=_of("set")),
    Fate("rejected", "service", _of("host"), _of("banned blocked"), 0, 3, beside=_of("many because not")),
    Fate("rejected", "service", _of("allowed"), _of("connect"), 0, 2, denied=True, weight=5),
    Fate("protocol-mismatch", "", BAD, _of("greeting banner preamble statusline magic handshake"), 0, 3, unless=CERTIFICATES | TLS | ENDS | _of("response")),
    Fate("protocol-mismatch", "", BAD - _of("unsupported"), _of("http protocol"), 0, 1, unless=CERTIFICATES | TLS | ENDS | _of("supported file header code status")),
    Fate("protocol-mismatch", "", _of("malformed"), _of("http response reply frame packet"), 0, 2),
    Fate("protocol-mismatch", "", BAD, _of("response reply frame packet message"), 0, 2, beside=PEER | _of("protocol http from received"), unless=CERTIFICATES | TLS | _of("json status code error argument parameter parameters 400 401 403 404 500 502 503 504")),
    Fate("protocol-mismatch", "", _of("look looks"), _of("like"), 0, 1, denied=True, beside=_of("protocol header handshake response http"), unless=TLS),
    Fate("protocol-mismatch", "", _of("preface"), BAD | _of("missing corrupt"), 4, 4),
    Fate("protocol-mismatch", "", _of("protocol"), _of("error violation mismatch violated"), 0, 1, unless=CERTIFICATES | TLS, beside=LINE | PEER | _of("http"), weight=1),
    Fate("address-in-use", "tcp", _of("inuse taken occupied used bound listening"), _of("port address socket endpoint ports"), 5, 3, beside=_of("already inuse another occupied being"), unless=_of("email mail username memory trying")),
    Fate("address-in-use", "tcp", _of("inuse"), _of("address port"), 2, 0, unless=_of("email mail memory trying")),
    Fate("resource-limit", "", _of("toomany"), _of("files sockets descriptors handles"), 0, 4, beside=_of("open descriptors sockets")),
    Fate("resource-limit", "", _of("memory descriptors buffers"), LINE, 8, 8, denied=True, beside=_of("out no cannot insufficient")),
    Fate("permission-denied", "tcp", _of("denied permitted forbidden"), _of("socket bind connect listen port binding listening"), 6, 4, beside=_of("permission access not operation"), unless=_of("publickey password file directory")),
    Fate("permission-denied", "target", _of("cleartext"), _of("permitted allowed enabled"), 0, 8, beside=_of("not isn't")),
    Fate("protocol-mismatch", "", _of("plaintext cleartext unencrypted"), _of("https tls ssl"), 2, 6, beside=_of("received got traffic")),
    Fate("permission-denied", "", _of("csp policy"), _of("violates"), 6, 0),
    Fate("unknown", "", DIAL | _of("reach contact communicate reconnect"), denied=True, weight=0),
    Fate("unknown", "", _of("connected"), PEER | _of("printer device"), 3, 0, denied=True, beside=_of("not isn't"), weight=0),
    Fate("unknown", "", _of("output"), _of("url"), 6, 0, beside=_of("input"), weight=0),
    Fate("unknown", "", _of("loss"), _of("connection"), 1, 0, weight=0),
    Fate("timed-out", "", _of("progress"), _of("now"), 2, 0, beside=LINE | DIAL, weight=1),
    Fate("unknown", "", _of("fetch"), _of("failed unable attempting"), 3, 0, beside=_of("resource dynamically error"), weight=0),
    Fate("unknown", "", _of("available alive living healthy"), _of("node nodes host hosts server servers broker brokers connection connections upstream backend endpoint endpoints"), 4, 2, beside=_of("no none"), weight=0),
    Fate("unknown", "", _of("open opening establish established establishing make made create obtain acquire"), _of("connection connections socket session tunnel websocket communication contact link"), 10, 5, denied=True, weight=0),
    Fate("unknown", "", _of("connection connectivity communication connect websocket"), FAILS, 0, 4, weight=0),
    Fate("unknown", "", _of("network"), FAILS, 0, 2, weight=0),
)  # fmt: skip
