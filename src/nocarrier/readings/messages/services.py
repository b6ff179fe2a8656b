"""Clients of databases, queues and RPC: libpq, MySQL, Redis, MongoDB, AMQP, MQTT, Kafka, memcached, Elasticsearch, gRPC."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.readings.messages.common import TEXTS
from nocarrier.readings.messages.errnos import KIND, named, step_of
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, WORDS, ErrorClass, Reading

STEMS = (
    "er_not_supported_auth_mode", "through socket",
    "tcp/ip connections on port",
    "connection to server at", "could not connect to server", "connection to server on socket", "connect to server on", "connect to local server", "pg_hba", "sqlstate", "mysql",
    "mariadb", "redis", "mongo", "server selection", "topology", "amqp", "rabbitmq", "mqtt", "kafka", "no brokers", "nobrokers",
    "broker may not be available", "memcache", "nonodeavailable", "no living connections", "statuscode.", "unavailable", "protocol negotiation", "receive the preface", "rpc error", "grpc",
    "failed to connect to all addresses", "terminating connection", "server closed the connection unexpectedly",
    "too many connections", "too many clients", "remaining connection slots", "max number of clients", "received invalid response to ssl",
    "ora-1", "connection refuse", "ldap", "smtp", "zookeeper", "control socket", "failed: timeout", "bootstrap broker", "rack: null", "tns:", "etcdserver", "clickhouse",
)  # fmt: skip

POSTGRES, MYSQL, REDIS, MONGO, AMQP, KAFKA, GRPC = "postgresql", "mysql", "redis", "mongodb", "amqp", "kafka", "grpc"
LDAP, SMTP = "ldap", "smtp"
UNTOLD = say(
    "The client says the same of a place that refuses, keeps silent, or whose certificate it does not trust."
)
POLLED = say(
    "The client gave up after trying again for a while; the reason of each attempt stands earlier in its log."
)

SAID = (
    Phrase("mqttconnectreturncode.notauthorized", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("mqttconnectreturncode.badusernameorpassword", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("authenticationfailed('", "rejected", "service", "cassandra", worth=MEANT),
    Phrase("no servers available for connection", "unknown", "tcp", "nats", worth=OPAQUE),
    Phrase("none of the specified endpoints were reachable", "unknown", "tcp", "rabbitmq", worth=OPAQUE),
    Phrase("greeting never received", "timed-out", "service", "nodemailer", worth=MEANT),
    Phrase("网络相关的或特定于实例的错误", "unknown", "tcp", "dotnet", worth=OPAQUE),
    Phrase("netzwerkbezogener oder instanzspezifischer fehler", "unknown", "tcp", "dotnet", worth=OPAQUE),
    Phrase("erreur liée au réseau ou spécifique à l'instance", "unknown", "tcp", "dotnet", worth=OPAQUE),
    Phrase("error relacionado con la red o específico de la instancia", "unknown", "tcp", "dotnet", worth=OPAQUE),
    Phrase("erro de rede ou específico da instância", "unknown", "tcp", "dotnet", worth=OPAQUE),
    Phrase("errore di rete o specifico dell'istanza", "unknown", "tcp", "dotnet", worth=OPAQUE),
    Phrase("связанная с сетью или с определенным экземпляром", "unknown", "tcp", "dotnet", worth=OPAQUE),
    Phrase("er_not_supported_auth_mode", "rejected", "service", MYSQL, {"mysql": 1251}, MEANT),
    Phrase(".sock' (2)", "refused", "tcp", MYSQL, {"errno": "ENOENT"}, MEANT),
    Phrase(".sock' (111)", "refused", "tcp", MYSQL, {"errno": "ECONNREFUSED"}, MEANT),
    Phrase("zookeeperserver not running", "closed", "service", "zookeeper", worth=MEANT),
    Phrase("likely server has closed socket", "closed", "service", "zookeeper", worth=MEANT),
    Phrase("timeout (control socket)", "timed-out", "", "ftp", worth=MEANT),
    Phrase("no pg_hba.conf entry", "rejected", "service", POSTGRES, {"sqlstate": "28000"}, MEANT),
    Phrase("password authentication failed for", "rejected", "service", POSTGRES, {"sqlstate": "28P01"}, MEANT),
    Phrase("too many clients already", "rejected", "service", POSTGRES, {"sqlstate": "53300"}, MEANT),
    Phrase("remaining connection slots are reserved", "rejected", "service", POSTGRES, {"sqlstate": "53300"}, MEANT),
    Phrase("the database system is starting up", "rejected", "service", POSTGRES, {"sqlstate": "57P03"}, MEANT),
    Phrase("server closed the connection unexpectedly", "closed", "service", POSTGRES, worth=MEANT),
    Phrase("received invalid response to ssl negotiation", "protocol-mismatch", "service", POSTGRES, worth=MEANT),
    Phrase("failed: timeout expired", "timed-out", "", POSTGRES, worth=MEANT),
    Phrase("could not translate host name", "name-not-resolved", "name", POSTGRES, worth=MEANT),
    Phrase("that the postmaster is accepting tcp/ip", "refused", "tcp", POSTGRES),
    Phrase("ssl syscall error: eof detected", "closed", "service", POSTGRES, worth=MEANT),
    Phrase("ssl syscall error: connection reset", "reset", "service", POSTGRES, worth=MEANT),
    Phrase("ssl connection has been closed unexpectedly", "closed", "service", POSTGRES, worth=MEANT),
    Phrase("redis connection error", "unknown", "tcp", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("is the server running on host", "unknown", "tcp", POSTGRES, worth=OPAQUE),
    Phrase("server does not support ssl, but ssl was required", "tls-failed", "tls", POSTGRES, worth=MEANT),
    Phrase("rejected ssl upgrade", "tls-failed", "tls", POSTGRES, worth=MEANT),
    Phrase("expected authentication request from server", "protocol-mismatch", "service", POSTGRES, worth=MEANT),
    Phrase("error: timeout expired", "timed-out", "", POSTGRES),
    Phrase("connection timeout expired", "timed-out", "tcp", POSTGRES, worth=MEANT),
    Phrase("connection terminated unexpectedly", "closed", "service", POSTGRES),
    Phrase("is not allowed to connect to this", "rejected", "service", MYSQL, {"mysql": 1130}, MEANT),
    Phrase("access denied for user '", "rejected", "service", MYSQL, {"mysql": 1045}, MEANT),
    Phrase("too many connections", "rejected", "service", MYSQL, {"mysql": 1040}, MEANT),
    Phrase("[2002] no such file or directory", "refused", "tcp", MYSQL, {"errno": "ENOENT"}, MEANT),
    Phrase("unknown mysql server host", "name-not-resolved", "name", MYSQL, {"mysql": 2005}, MEANT),
    Phrase("is blocked because of many connection errors", "rejected", "service", MYSQL, {"mysql": 1129}, MEANT),
    Phrase("lost connection to mysql server", "closed", "service", MYSQL, {"mysql": 2013}),
    Phrase("lost connection to server", "closed", "service", MYSQL, {"mysql": 2013}),
    Phrase("mysql server has gone away", "closed", "service", MYSQL, {"mysql": 2006}, MEANT),
    Phrase("server has gone away", "closed", "service", MYSQL, {"mysql": 2006}),
    Phrase("bad handshake", "protocol-mismatch", "service", MYSQL),
    Phrase("packet sequence number wrong", "protocol-mismatch", "service", MYSQL, worth=MEANT),
    Phrase("mysqli_sql_exception: no such file or directory", "refused", "tcp", MYSQL, {"errno": "ENOENT"}, MEANT),
    Phrase("[2002] no such file or directory", "refused", "tcp", MYSQL, {"errno": "ENOENT"}, MEANT),
    Phrase("mysqli_sql_exception: permission denied", "permission-denied", "", MYSQL, {"errno": "EACCES"}, MEANT),
    Phrase("[2002] permission denied", "permission-denied", "", MYSQL, {"errno": "EACCES"}, MEANT),
    Phrase(
        "mysqli_sql_exception: operation not permitted", "permission-denied", "", MYSQL, {"errno": "EPERM"}, MEANT
    ),
    Phrase("[2002] operation not permitted", "permission-denied", "", MYSQL, {"errno": "EPERM"}, MEANT),
    Phrase("unknown server host '", "name-not-resolved", "name", MYSQL, {"mysql": 2005}, MEANT),
    Phrase("can't create tcp/ip socket (24)", "resource-limit", "tcp", MYSQL, {"errno": "EMFILE"}, MEANT),
    Phrase("packets out of order", "protocol-mismatch", "service", MYSQL),
    Phrase("malformed communication packet", "protocol-mismatch", "service", MYSQL),
    Phrase("denied redis is running in protected mode", "rejected", "service", REDIS, worth=MEANT),
    Phrase("noauth authentication required", "rejected", "service", REDIS, worth=MEANT),
    Phrase("wrongpass", "rejected", "service", REDIS, worth=MEANT),
    Phrase("max number of clients reached", "rejected", "service", REDIS, worth=MEANT),
    Phrase("loading redis is loading the dataset", "rejected", "service", REDIS, worth=MEANT),
    Phrase("server closed the connection", "closed", "service", REDIS),
    Phrase("protocol error, got", "protocol-mismatch", "service", REDIS, worth=MEANT),
    Phrase("connection closed by server", "closed", "service", REDIS),
    Phrase("redisexception: read error on connection", "closed", "service", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("redisexception: permission denied", "permission-denied", "", REDIS, {"errno": "EACCES"}, MEANT),
    Phrase("redisexception: operation not permitted", "permission-denied", "", REDIS, {"errno": "EPERM"}, MEANT),
    Phrase("redisexception: socket error on read socket", "unknown", "service", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("redisexception: redis server went away", "unknown", "service", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("error: connection is closed", "closed", "service", REDIS),
    Phrase("socket closed unexpectedly", "closed", "service", REDIS),
    Phrase("unknown resp type", "protocol-mismatch", "service", REDIS, worth=MEANT),
    Phrase("invalidresponse: protocol error: b", "protocol-mismatch", "service", REDIS, worth=MEANT + 1),
    Phrase("timeout connecting to server", "timed-out", "tcp", REDIS),
    Phrase("serverselectiontimeouterror: connection closed", "closed", "", MONGO, worth=MEANT),
    Phrase("got response id ", "protocol-mismatch", "service", MONGO, worth=MEANT),
    Phrase(": connection closed (configured timeouts", "closed", "", MONGO, worth=MEANT),
    Phrase("serverselectiontimeouterror", "timed-out", "", MONGO, worth=2, open=POLLED),
    Phrase(
        "connect to any servers in your mongodb atlas cluster", "unknown", "tcp", MONGO, worth=OPAQUE, open=POLLED
    ),
    Phrase("prematurely reached end of stream", "closed", "", MONGO, worth=MEANT),
    Phrase("mongosocketreadexception", "closed", "", MONGO),
    Phrase("mongonetworktimeouterror", "timed-out", "", MONGO),
    Phrase("mongoserverselectionerror", "unknown", "tcp", MONGO, worth=OPAQUE, open=POLLED),
    Phrase("server selection timed out", "timed-out", "", MONGO, worth=2, open=POLLED),
    Phrase("while waiting for a server that matches", "timed-out", "", MONGO, worth=2, open=POLLED),
    Phrase("authentication failed", "rejected", "service", ""),
    Phrase("access_refused", "rejected", "service", AMQP, worth=MEANT),
    Phrase("not_allowed - ", "rejected", "service", AMQP, worth=MEANT),
    Phrase("amqp version mismatch", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("incompatibleprotocolerror", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("socket closed abruptly during opening handshake", "closed", "service", AMQP, worth=MEANT),
    Phrase("{bad_header,<<22,3,", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("detected_unexpected_tls_header", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("tls client detected on non-tls", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("{bad_header,", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("request detected on amqp port", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("client did not start with amqp protocol header", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("{handshake_timeout,", "timed-out", "service", AMQP, worth=MEANT),
    Phrase("expected connection.start", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("amqpconnectionerror", "unknown", "", AMQP, worth=OPAQUE, open=POLLED),
    Phrase("timeout during amqp handshake", "timed-out", "service", AMQP, worth=MEANT),
    Phrase(
        "incompatibleprotocolerror: streamlosterror: ('transport indicated eof'",
        "closed",
        "service",
        AMQP,
        worth=MEANT + 1,
    ),
    Phrase(
        'incompatibleprotocolerror: streamlosterror: ("stream connection lost: connectionreseterror',
        "reset",
        "service",
        AMQP,
        worth=MEANT + 1,
    ),
    Phrase("exceeds maxframesize", "protocol-mismatch", "service", AMQP, worth=MEANT),
    Phrase("invalid header flag bits", "protocol-mismatch", "service", "mqtt", worth=MEANT),
    Phrase("unable to connect (lookup error", "name-not-resolved", "name", "mosquitto", worth=MEANT),
    Phrase(
        "a network protocol error occurred when communicating with the broker",
        "protocol-mismatch",
        "service",
        "mosquitto",
        worth=MEANT,
    ),
    Phrase("error: the connection was lost.", "closed", "", "mosquitto"),
    Phrase("connack timeout", "timed-out", "service", "mqtt", worth=MEANT),
    Phrase("connack", "rejected", "service", "mqtt"),
    Phrase("connection refused: not authori", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("connection refused: bad user name", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("socket error on client", "closed", "service", "mqtt", worth=2),
    Phrase("disconnected due to protocol error", "protocol-mismatch", "service", "mqtt", worth=MEANT),
    Phrase("disconnected, not authori", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("connection refused: identifier rejected", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("nobrokersavailable", "unknown", "tcp", KAFKA, worth=OPAQUE, open=POLLED),
    Phrase("could not be established. broker may not be available", "refused", "tcp", KAFKA),
    Phrase("could not be established. node may not be available", "refused", "tcp", KAFKA),
    Phrase("terminated during authentication", "closed", "service", KAFKA, worth=MEANT + 1),
    Phrase("disconnected while requesting apiversion", "closed", "service", KAFKA, worth=MEANT),
    Phrase("receive failed: invalid response size", "protocol-mismatch", "service", KAFKA, worth=MEANT),
    Phrase("local: broker transport failure", "unknown", "tcp", KAFKA, worth=OPAQUE, open=POLLED),
    Phrase("brokers are down", "unknown", "tcp", KAFKA, worth=OPAQUE, open=POLLED),
    Phrase("timed out waiting for a node assignment", "timed-out", "", KAFKA, worth=2, open=POLLED),
    Phrase("redisconnectionexception", "unknown", "tcp", REDIS, worth=OPAQUE, open=POLLED),
    Phrase("provider: ssl provider, error", "tls-failed", "tls", "sqlserver", worth=MEANT),
    Phrase("error occurred during the pre-login handshake", "protocol-mismatch", "service", "sqlserver", worth=2),
    Phrase("wait operation timed out", "timed-out", "", "sqlserver", worth=MEANT),
    Phrase("error locating server/instance", "unknown", "name", "sqlserver", worth=OPAQUE, open=UNTOLD),
    Phrase("14-unavailable", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("domain=io.grpc code=14", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("14 unavailable", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("statusruntimeexception: unavailable", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("closed while performing protocol negotiation", "closed", "tls", GRPC, {"grpc": "UNAVAILABLE"}, MEANT),
    Phrase("failed to receive the preface from client", "protocol-mismatch", "http", GRPC, worth=MEANT),
    Phrase("failed to connect to all addresses", "unknown", "tcp", GRPC, worth=OPAQUE),
    Phrase("the server was not found or was not accessible", "unknown", "tcp", "sqlserver", worth=OPAQUE),
    Phrase("unable to revive connection", "unknown", "tcp", "elasticsearch", worth=OPAQUE, open=POLLED),
    Phrase("no living connections", "unknown", "tcp", "elasticsearch", worth=OPAQUE, open=POLLED),
    Phrase("elasticsearch unreachable", "unknown", "tcp", "elasticsearch", worth=OPAQUE, open=POLLED),
    Phrase("there are no living connections", "unknown", "tcp", "elasticsearch", worth=OPAQUE, open=POLLED),
    Phrase("all broker connections are down", "unknown", "tcp", KAFKA, worth=OPAQUE, open=POLLED),
    Phrase("unexpected kafka request of type", "protocol-mismatch", "service", KAFKA),
    Phrase("address lookup failed for", "name-not-resolved", "name", GRPC),
    Phrase(": socket closed", "closed", "", GRPC),
    Phrase("transport indicated eof", "closed", "service", AMQP),
    Phrase("connection closed (configured timeouts", "closed", "", MONGO),
    Phrase(": timed out (configured timeouts", "timed-out", "", MONGO),
    Phrase("statuscode.unavailable", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("statuscode.deadline_exceeded", "timed-out", "", GRPC, {"grpc": "DEADLINE_EXCEEDED"}, CODE),
    Phrase("code = deadlineexceeded", "timed-out", "", GRPC, {"grpc": "DEADLINE_EXCEEDED"}, CODE),
    Phrase("statuscode.unauthenticated", "rejected", "service", GRPC, {"grpc": "UNAUTHENTICATED"}, CODE),
    Phrase("code = unauthenticated", "rejected", "service", GRPC, {"grpc": "UNAUTHENTICATED"}, CODE),
    Phrase("code = unavailable", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("domain name not found]", "name-not-resolved", "name", GRPC, {"errno": "ENOTFOUND"}, MEANT),
    Phrase(
        "dns server returned answer with no data]", "name-not-resolved", "name", GRPC, {"errno": "ENODATA"}, MEANT
    ),
    Phrase("dns server returned general failure]", "name-not-resolved", "name", GRPC, {"errno": "ESERVFAIL"}, MEANT),
    Phrase("timeout while contacting dns servers]", "name-not-resolved", "name", GRPC, {"errno": "EAI_AGAIN"}, MEANT),
    Phrase("name resolution failed for target", "name-not-resolved", "name", GRPC, worth=MEANT),
    Phrase("failed parsing http/2", "protocol-mismatch", "http", GRPC, worth=MEANT),
    Phrase(": socket closed", "closed", "", GRPC),
    Phrase("last error: protocol error", "protocol-mismatch", "http", GRPC, worth=MEANT),
    Phrase("4 deadline_exceeded: ", "timed-out", "", GRPC, {"grpc": "DEADLINE_EXCEEDED"}, CODE),
    Phrase("desc = transport is closing", "closed", "", GRPC),
    Phrase("grpc: the connection is unavailable", "unknown", "", GRPC, worth=OPAQUE),
    Phrase("14 unavailable: ", "unknown", "", GRPC, {"grpc": "UNAVAILABLE"}, OPAQUE),
    Phrase("can't contact ldap server", "unknown", "", LDAP, worth=OPAQUE, open=UNTOLD),
    Phrase("ldap server is unavailable", "unknown", "", LDAP, worth=OPAQUE, open=UNTOLD),
    Phrase("ldap_start_tls: connect error", "tls-failed", "tls", LDAP, worth=MEANT),
    Phrase("data 52e", "rejected", "service", LDAP, worth=MEANT),
    Phrase("could not connect to smtp host", "unknown", "", SMTP, worth=OPAQUE, open=UNTOLD),
    Phrase("smtp connect() failed", "unknown", "", SMTP, worth=OPAQUE, open=UNTOLD),
    Phrase("connection could not be established with host", "unknown", "", SMTP, worth=OPAQUE, open=UNTOLD),
    Phrase("unable to connect to the smtp server", "unknown", "", SMTP, worth=OPAQUE, open=UNTOLD),
    Phrase("got bad greeting from smtp host", "closed", "service", SMTP, worth=MEANT),
    Phrase("smtpserverdisconnected", "closed", "service", SMTP),
    Phrase("535 5.7", "rejected", "service", SMTP),
    Phrase("smtpauthenticationerror", "rejected", "service", SMTP, worth=MEANT),
    Phrase("tns-12541", "refused", "service", "oracle", {"oracle": "TNS-12541"}, MEANT),
    Phrase("tns:no listener", "refused", "service", "oracle", worth=MEANT),
    Phrase("tns-12170", "timed-out", "tcp", "oracle", {"oracle": "TNS-12170"}, MEANT),
    Phrase("tns-12535", "timed-out", "tcp", "oracle", {"oracle": "TNS-12535"}, MEANT),
    Phrase("ora-12545", "name-not-resolved", "name", "oracle", {"oracle": "ORA-12545"}, MEANT),
    Phrase("ora-12543", "unreachable", "route", "oracle", {"oracle": "ORA-12543"}, MEANT),
    Phrase("ora-12537", "closed", "service", "oracle", {"oracle": "ORA-12537"}, MEANT),
    Phrase("ora-03113", "closed", "service", "oracle", {"oracle": "ORA-03113"}, MEANT),
    Phrase("ora-12516", "rejected", "service", "oracle", {"oracle": "ORA-12516"}, MEANT),
    Phrase("ora-12519", "rejected", "service", "oracle", {"oracle": "ORA-12519"}, MEANT),
    Phrase("ora-12505", "rejected", "service", "oracle", {"oracle": "ORA-12505"}, MEANT),
    Phrase("communications link failure", "unknown", "", MYSQL, worth=OPAQUE, open=POLLED),
    Phrase("trying to connect an http1.x server", "protocol-mismatch", "http", GRPC, worth=MEANT),
    Phrase("received http2 header with status", "rejected", "http", GRPC),
    Phrase("error reading server preface", "protocol-mismatch", "http", GRPC, worth=MEANT),
    Phrase("ora-12541", "refused", "service", "oracle", {"oracle": "ORA-12541"}, MEANT),
    Phrase("ora-12514", "rejected", "service", "oracle", {"oracle": "ORA-12514"}, MEANT),
    Phrase("ora-12170", "timed-out", "tcp", "oracle", {"oracle": "ORA-12170"}, MEANT),
    Phrase("ora-12154", "name-not-resolved", "name", "oracle", {"oracle": "ORA-12154"}, MEANT),
)

_PG = re.compile(r"connection to server at \"([^\"]{1,253})\"(?: \([^)]{1,64}\))?, port (\d{1,5}) failed")
_PG_OLD = re.compile(
    r"Is the server running on host \"([^\"]{1,253})\"(?: \([^)]{1,64}\))? and accepting\s{1,8}TCP/IP connections on port (\d{1,5})\?"
)
_PG_HOST = re.compile(r"Is the server running on host \"([^\"]{1,253})\"")
_PG_NAME = re.compile(r"could not translate host name \"([^\"]{1,253})\"")
_MYSQL_ERRNO = re.compile(r"(?i)system error: (\d{1,5})\b|server (?:on|through socket) '[^']{1,260}'\s?\((\d{1,5})\b")
_PG_SOCKET = re.compile(r"connection to server on socket \"([^\"]{1,120})\" failed")
_MYSQL = re.compile(
    r"(?i)can't connect to (?:local |mysql |mariadb )*server (?:on|through socket) '([0-9a-f:]{2,39}(?=')|[^':]{1,253})(?::(\d{1,5}))?'\s*\(?\[?(?:errno )?(\d{1,5})?"
)
_MYSQL_CODE = re.compile(r"\bERROR (20\d\d|1\d{3}) \(|\((20\d\d|10\d\d|11\d\d), ['\"]|\[(20\d\d)\]")
_REDIS_UNIX = re.compile(r"(?i)could not connect to redis at (/[^:]{1,107}): (no such file)?")
_REDIS = re.compile(
    r"(?i)could not connect to redis at ([\w.:\[\]-]{1,253}?):(\d{1,5}):(?:\s|$)|error (-?\d{1,5}) connecting to ([\w.:\[\]-]{1,253}?):(\d{1,5})(?![\d:])"
)
_MONGO = re.compile(
    r"(?i)\bconnection (?:\d{1,9}|<\w{1,20}>) to (\[?[\w.:-]{1,253}?\]?):(\d{1,5}) (closed|timed out)"
)
_SMTP = re.compile(r"(?i)to SMTP host: ([\w.-]{1,253}), (?:port: )?(\d{1,5})(?:[,;] response: (-1))?")
"JavaMail's -1 is the end of the connection in place of a greeting."
_MQTT = re.compile(
    r"(?i)(?:connection refuse|connack|mqtt)[^\n]{0,60}?(?:reason code|return code|result code|\brc)[ :=]{0,3}([1-5])\b"
)
"Return codes of CONNACK (MQTT 3.1.1, section 3.2.2.3)."
_LATE = re.compile(r"Connection to (\[?[\w.:-]{1,253}?\]?):(\d{1,5}) failed: timeout")
_BOOTSTRAP = re.compile(r"[Bb]ootstrap broker ([\w.-]{1,253}):(\d{1,5}) \([^)]{1,64}\) disconnected")
_MYSQL_HOST = re.compile(r"(?i)unknown (?:mysql )?server host '([^']{1,253})'")
_RDKAFKA = re.compile(
    r"\b([\w.-]{1,253}):(\d{1,5})/(?:bootstrap|\d{1,6}): (?:Connect|Failed|Disconnected|Receive|Connection)"
)
_GRPC_NAME = re.compile(r"for target dns:(?:/{2,3})?([\w.-]{1,253}?)(?::(\d{1,5}))?(?:\s|$)")
_GRPC = re.compile(r"ipv[46]:(?:%5B)?(\[?[0-9A-Fa-f:.]{2,45}?\]?)(?:%5D)?:(\d{1,5})\b(?!%5D|:\d)")
_MYSQL_KINDS: dict[int, ErrorClass] = {
    2002: "refused",
    2003: "refused",
    2005: "name-not-resolved",
    2006: "closed",
    2013: "closed",
}
_PSQL_PORT = re.compile(r"TCP/IP connections on port ([1-9]\d{0,3}|[1-5]\d{4})\?")
"The last of libpq's three lines, until version 14."


def read(line: str) -> Iterator[Reading]:
    """Sentences, codes and places."""
    place = _place(line)
    for one in phrases(SAID, line):
        yield replace(one, scheme=place[0], host=place[1], port=place[2]) if place else one
    if place:
        kind: ErrorClass = "refused" if place[0] == MYSQL and "can't connect" in line.lower() else "unknown"
        yield Reading(kind=kind, worth=OPAQUE, client=place[0], scheme=place[0], host=place[1], port=place[2])
    third = _PSQL_PORT.search(line)
    if third is not None and not place:
        yield Reading(
            kind="unknown", worth=OPAQUE, client=POSTGRES, scheme=POSTGRES, port=int(third[1]), at=third.start()
        )
    missing = _REDIS_UNIX.search(line)
    if missing is not None and missing[2]:
        yield Reading(
            kind="refused", worth=MEANT, client=REDIS, step="tcp", code={"errno": "ENOENT"}, scheme="unix", host=missing[1], at=missing.start()
        )  # fmt: skip
    yield from _mysql(line)
    mail = _SMTP.search(line)
    if mail is not None:
        silent = mail[3] is not None
        yield Reading(
            kind="closed" if silent else "unknown", worth=MEANT if silent else OPAQUE, client=SMTP, scheme=SMTP, host=mail[1],
            port=min(int(mail[2]), 65535), step="service" if silent else "", at=mail.start(),
        )  # fmt: skip
    gone = _BOOTSTRAP.search(line)
    if gone is not None:
        port = min(int(gone[2]), 65535)
        yield Reading(
            kind="closed", worth=WORDS, client=KAFKA, scheme=KAFKA, host=gone[1], port=port, at=gone.start()
        )
    turned_away = _MQTT.search(line)
    if turned_away is not None:
        code: dict[str, str | int] = {"mqtt": int(turned_away[1])}
        yield Reading(kind="rejected", worth=MEANT, client="mqtt", step="service", code=code, at=turned_away.start())
    late = _LATE.search(line)
    if late is not None:
        port = min(int(late[2]), 65535)
        yield Reading(
            kind="timed-out", worth=MEANT, client=AMQP, host=late[1].strip("[]"), port=port, at=late.start()
        )
    ended = _MONGO.search(line)
    if ended is not None:
        yield Reading(
            kind="closed" if ended[3].lower() == "closed" else "timed-out", worth=MEANT, client=MONGO, scheme=MONGO,
            host=ended[1].strip("[]"), port=min(int(ended[2]), 65535), at=ended.start(),
        )  # fmt: skip


def _mysql(line: str) -> Iterator[Reading]:
    """An error of the client library (2xxx); the errno behind it says more. MariaDB's 115 is what it was doing, EINPROGRESS."""
    found = _MYSQL_CODE.search(line)
    if found is None or not ("mysql" in line.lower() or "mariadb" in line.lower() or "server " in line):
        return
    behind = _MYSQL_ERRNO.search(line)
    symbol = named(int(behind[1] or behind[2])) if behind is not None else ""
    if behind is not None and symbol:
        code: dict[str, str | int] = {"errno": symbol}
        yield Reading(
            kind=KIND[symbol],
            worth=CODE,
            client=MYSQL,
            step=step_of(symbol),
            code=code,
            scheme=MYSQL,
            at=behind.start(),
        )
    number = int(next(group for group in found.groups() if group))
    kind = _MYSQL_KINDS.get(number)
    lower = line.lower()
    if kind is not None and not any(words in lower for words, _ in TEXTS):  # the system's words say more
        step = "name" if number == 2005 else "tcp" if number in (2002, 2003) else "service"
        yield Reading(
            kind=kind,
            worth=2,
            client=MYSQL,
            step=step,
            code={"mysql": number},
            scheme=MYSQL,
            at=found.start(),
        )


def _place(line: str) -> tuple[str, str, int] | None:
    pg = _PG.search(line) or _PG_OLD.search(line)
    if pg is not None:
        return POSTGRES, pg[1], min(int(pg[2]), 65535)
    asked = _PG_HOST.search(line)
    if asked is not None:
        return POSTGRES, asked[1], 0
    unknown = _PG_NAME.search(line)
    if unknown is not None:
        return POSTGRES, unknown[1], 0
    local = _PG_SOCKET.search(line)
    if local is not None:
        return "unix", local[1], 0
    mysql = _MYSQL.search(line)
    if mysql is not None:
        return (
            ("unix", mysql[1], 0) if mysql[1].startswith("/") else (MYSQL, mysql[1], min(int(mysql[2] or 0), 65535))
        )
    local = _REDIS_UNIX.search(line)
    if local is not None:
        return "unix", local[1], 0
    redis = _REDIS.search(line)
    if redis is not None:
        return REDIS, (redis[1] or redis[4]).strip("[]"), min(int(redis[2] or redis[5]), 65535)
    unknown_host = _MYSQL_HOST.search(line)
    if unknown_host is not None:
        return MYSQL, unknown_host[1], 0
    target = _GRPC_NAME.search(line)
    if target is not None:
        return GRPC, target[1], min(int(target[2] or 0), 65535)
    kafka = _RDKAFKA.search(line) or _BOOTSTRAP.search(line)
    if kafka is not None:
        return KAFKA, kafka[1], min(int(kafka[2]), 65535)
    grpc = _GRPC.search(line)
    return (GRPC, grpc[1].strip("[]"), min(int(grpc[2]), 65535)) if grpc is not None else None
