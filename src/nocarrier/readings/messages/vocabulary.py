"""Words in which people tell what became of a connection, in sets that have a name: who, what is done, and what it is not.

A name in capitals stands for its words, in these sets themselves as in the table that is made of them (`fates`).
"""

from __future__ import annotations

Words = frozenset[str]

NAMED: dict[str, str] = {
    # What is itself a connection.
    "LINE": "connection connections conn connexion socket websocket ws tcp transport connectivity",
    # What one does to have one.
    "DIAL": "connect connecting dial dialing dialling",
    # What may be one, and may be something inside a program.
    "SPAN": "session stream channel tunnel link pipe handshake network communication communications contact negotiation io",
    # Who is at the other end.
    "PEER": "server servers host peer remote broker brokers database node endpoint upstream backend daemon cluster "
    "gateway origin machine destination foreign far party registry nameserver mysql mariadb postgres postgresql "
    "redis mongo mongodb kafka ldap smtp imap ftp ssh rabbitmq amqp mqtt elasticsearch clickhouse cassandra etcd consul zookeeper memcached influxdb opensearch relay target site @place",
    # Who may be, where it is said of them that they do not answer or cannot be reached.
    "ANYONE": "PEER url device service website api pool printer hub router tracker cloud controller provider instance bridge "
    "agent camera miner worker modem dns app network internet assistant nodes hosts peers endpoints upstreams replicas "
    "coordinator master leader primary sentinel",
    # What one does over a connection.
    "REQUEST": "req fetching request requests query call operation read reading write writing recv receive receiving send "
    "sending response reply handshake login command ping rpc fetch download upload connect connecting dial io "
    "accept negotiation poll get post put heartbeat ack dialing dialling http https tcp url api select "
    "selection exchange authentication net curl probe waiting communication rendezvous",
    # Near what ought to be these say that it was not so.
    "DENIES": "not no never cannot can't couldn't couldnt cant can’t unable failed fail fails failing failure without "
    "isn't wasn't hasn't haven't didn't doesn't don't won't error errors problem problems trouble impossible "
    "neither didnt doesnt incapable err",
    # And right before what ought not to be.
    "NOT": "not never no didn't wasn't",
    # That something failed, and nothing of how.
    "FAILS": "failed fail fails failing failure failures error errors errored unsuccessful unsuccessfully exception problem err "
    "trouble fatal",
    # Behind one of these stands what might be, or was changed in a program.
    "SUPPOSES": "fix fixes fixed bugfix feature retries suppress treat translate implement rename increase closes added "
    "such maybe typically usually perhaps causes if unless whether whenever should would might may will shall until ensure avoid "
    "prevent",
    # And beside these it is about a program's own text.
    "OTHERWISE": "SUPPOSES IN_PEACE where module import syntax undefined null function passed tests test borrow moved over "
    "class except catch",
    # Beside these a connection was closed in good order.
    "IN_PEACE": "gracefully cleanly successfully normally normal graceful clean properly successful success idle stale "
    "unused finished manually logout intentionally expected ok okay connectionpool pooled inactive deliberately voluntarily",
    # And beside these it was not.
    "SUDDEN": "unexpected unexpectedly premature prematurely abnormal abnormally abrupt abruptly sudden suddenly forcibly "
    "forcefully error errors failed failure fatal exception warn warning remote peer cannot unable retry "
    "retrying reconnect reconnecting err critical severe panic unhandled uncaught foreign lost aborted without "
    "before during while mid midway early unclean uncleanly",
    # Who one is, and may do.
    "AUTH": "authorized authorised authorization authentication password username credentials unauthorized identifier "
    "unacceptable login logon",
    # Behind a timeout these make it a setting.
    "SETTING": "set is of to value must option parameter config seconds sec default configured max min maximum minimum "
    "limit should property setting settings",
    # Before a timeout these make it something that happened.
    "TIMED": "LINE DIAL SPAN REQUEST RESOLVERS server network socket failed error err connack client ping response",
    # And behind it these.
    "PASSED": "error errors exception expired exceeded elapsed reached occurred occured while waiting when connecting "
    "during before reading writing dialing dialling on from after at awaiting fetching trying contacting was retrying happened triggered fired performing "
    "resolving",
    # What stands before a ``when`` that tells at what, not under which condition.
    "OCCURS": "FAILS occurred occurs occured happened happens timeout timedout thrown raised encountered received",
    # And before it these, where nothing is behind.
    "SAYS": "says said reason",
    # Of these a timeout is none of a connection.
    "NO_TIMEOUT": "lock transaction statement test script job build lease step keepalive watchdog idle finalize",
    # What looks names up.
    "RESOLVERS": "dns resolver nameserver lookup resolve resolving resolution",
    # What is looked up.
    "NAMES": "host hosts hostname hostnames address addresses domain domains dns name ip nameserver servername fqdn "
    "server endpoint url lookup @place",
    # What is resolved or found elsewhere.
    "NO_NAMES": "topic topics partition snapshot offset table tables collection shard bindings binding divert plan roles relation timezone module modules import dependency dependencies package reference symbol path file variable type class "
    "plugin template conflict conflicts index key entity alias bean service field id page artifact configuration version "
    "ref workspace identifier property issue incident symbols relocation relocations reloc references revision head commit "
    "expression constraint ens table image images manifest layers digest checksum maps archive playback rootfs platform token authentication credential credentials bearer canonical abi schema mapping env struct definition definitions formatter constructor subgraph executable binary sandbox model tool tools instrument span",
    # What proves who one is.
    "CERTIFICATES": "certificate certificates cert certs x509 pkix",
    # What carries it.
    "TLS": "ssl tls dtls starttls",
    # What a handshake ends by that no certificate or version is to blame for.
    "ENDS": "syscall zero timedout timeout closed eof reset refused endof terminated disconnected aborted lost",
    # Not as the protocol has it.
    "BAD": "invalid unexpected malformed bad illegal wrong unrecognized unrecognised unsupported garbage unparsable "
    "unparseable incorrect corrupt corrupted improper mismatched incompatible mismatch",
    # What is reset elsewhere.
    "NO_RESET": "counter counters timer state pool backoff settings attempt attempts hard soft headers",
    # What comes to an end elsewhere.
    "PARSING": "parsing json looking zlib gzip archive xml tar yaml string token syntax expecting script file",
    # Who goes when a server tells it.
    "NO_CLIENT": "client user player use access rpc",
}  # fmt: skip
_known: dict[str, Words] = {}


def of(text: str) -> Words:
    """The words of a text in which names stand for theirs, and one behind a minus is none of them."""
    found = _known.get(text)
    if found is None:
        words: set[str] = set()
        less: set[str] = set()
        for word in text.split():
            if word in NAMED:
                words |= of(NAMED[word])
            elif word[0] == "-":
                less.add(word[1:])
            else:
                words.add(word)
        found = _known[text] = frozenset(words - less)
    return found
