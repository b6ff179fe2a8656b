"""Clients of databases, queues, mail, LDAP and DNS that are written in Python, as far as the words are theirs alone."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.errnos import numbered
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, Reading

STEMS = (
    "psycopg2.operationalerror",
    "dpy-",
    "tcp provider: error code 0x",
    "smtpconnecterror: (",
    "smtpsenderrefused: (",
    "smtpdataerror: (",
    "connectionforced",
)

NOT_SAID = say("The client keeps the reason to itself; the exception or the line before it may have it.")
EITHER = say("The Salt minion says the same of a name that it could not look up and of a master that did not answer.")
SAID = (
    # python-oracledb, pyodbc, mysql, psycopg
    Phrase("dpy-6005", "unknown", "", "oracledb", {"oracle": "DPY-6005"}, OPAQUE),
    Phrase("dpy-4011", "closed", "service", "oracledb", {"oracle": "DPY-4011"}, MEANT),
    Phrase("dpy-6000", "rejected", "service", "oracledb", {"oracle": "DPY-6000"}, MEANT),
    Phrase("dpy-6001", "rejected", "service", "oracledb", {"oracle": "DPY-6001"}, MEANT),
    Phrase("dpy-6003", "rejected", "service", "oracledb", {"oracle": "DPY-6003"}, MEANT),
    Phrase("dpy-6006", "tls-failed", "tls", "oracledb", {"oracle": "DPY-6006"}, MEANT),
    Phrase("dpy-3010", "rejected", "service", "oracledb", {"oracle": "DPY-3010"}, MEANT),
    Phrase("dpy-3015", "rejected", "service", "oracledb", {"oracle": "DPY-3015"}, MEANT),
    Phrase("dpy-4024", "timed-out", "service", "oracledb", {"oracle": "DPY-4024"}, MEANT),
    Phrase("dpy-4000", "name-not-resolved", "name", "oracledb", {"oracle": "DPY-4000"}, MEANT),
    Phrase("[08s01]", "closed", "service", "odbc", {"sqlstate": "08S01"}, OPAQUE),
    Phrase("mysql connection not available", "closed", "service", "mysql"),
    Phrase("interfaceerror: connection already closed", "closed", "service", "postgresql"),
    Phrase("couldn't get a connection after", "timed-out", "", "postgresql", worth=MEANT),
    # AMQP, MQTT, Redis, Elasticsearch
    Phrase("too many heartbeats missed", "timed-out", "hold", "amqp", worth=MEANT + 1),
    Phrase("connection_forced", "closed", "service", "amqp"),
    Phrase("recoverableconnectionerror", "closed", "service", "amqp", worth=OPAQUE),
    Phrase("server unexpectedly closed connection", "closed", "service", "amqp"),
    Phrase("disconnected during message iteration", "closed", "service", "mqtt"),
    Phrase("[code:135] not authorized", "rejected", "service", "mqtt", worth=MEANT),
    Phrase("[code:7] the connection was lost", "closed", "service", "mqtt"),
    Phrase("masternotfounderror", "unknown", "", "redis", worth=OPAQUE, open=NOT_SAID),
    Phrase("client sent auth, but no password is set", "rejected", "service", "redis", worth=MEANT),
    Phrase("no alive nodes found in your cluster", "unknown", "", "elasticsearch", worth=OPAQUE, open=NOT_SAID),
    Phrase("[status:n/a request:", "unknown", "", "elasticsearch", worth=OPAQUE, open=NOT_SAID),
    Phrase("noticed that the server is not elasticsearch", "protocol-mismatch", "service", "elasticsearch", worth=MEANT),
    Phrase("is loading the dataset in memory", "rejected", "service", "redis", worth=MEANT),
    Phrase("redis cluster cannot be connected", "unknown", "tcp", "redis", worth=OPAQUE, open=NOT_SAID),
    Phrase("called on closed connection", "closed", "service", "amqp"),
    Phrase("defunct connection", "closed", "service", "neo4j", worth=MEANT),
    Phrase("no snmp response received before timeout", "timed-out", "service", "snmp", worth=MEANT),
    Phrase("blocking cross origin ", "rejected", "http", "jupyter"),
    Phrase(" never showed up at http", "timed-out", "http", "jupyterhub"),
    Phrase("websocket handshake error, ", "protocol-mismatch", "websocket", "paho", worth=MEANT),
    Phrase("interfaceerror: pool is clos", "closed", "", "postgresql"),
    # ldap3
    Phrase("ldapsocketopenerror", "unknown", "tcp", "ldap", worth=OPAQUE, open=NOT_SAID),
    Phrase("session terminated by server", "closed", "service", "ldap"),
    Phrase("automatic bind not successful", "rejected", "service", "ldap", worth=MEANT),
    Phrase("socket ssl wrapping error", "tls-failed", "tls", "ldap", worth=MEANT),
    # smtplib, imaplib
    Phrase("connection unexpectedly closed: timed out", "timed-out", "service", "smtp", worth=MEANT),
    Phrase("smtpnotsupportederror", "rejected", "service", "smtp", worth=MEANT),
    Phrase("[authenticationfailed]", "rejected", "service", "imap", worth=MEANT),
    Phrase("imap4.abort: socket error: eof", "closed", "service", "imap"),
    Phrase("=> socket error: eof", "closed", "service", "imap"),
    # ZeroMQ (EAGAIN is what comes of RCVTIMEO), STOMP, Kafka
    Phrase("zmq.error.again", "timed-out", "service", "zeromq"),
    Phrase("stomp.exception.notconnected", "closed", "service", "stomp", worth=OPAQUE, open=NOT_SAID),
    Phrase("nodenotreadyerror", "unknown", "", "kafka", worth=OPAQUE, open=NOT_SAID),
    # Supervisor's command, Thrift
    Phrase(".sock no such file", "refused", "tcp", "supervisor", {"errno": "ENOENT"}, MEANT),
    Phrase("tsocket read 0 bytes", "closed", "service", "thrift", worth=MEANT),
    Phrase("tsocket: timed out reading", "timed-out", "service", "thrift", worth=MEANT),
    # dnspython, aiodns, Salt
    Phrase("all nameservers failed to answer", "name-not-resolved", "name", "dnspython", worth=MEANT),
    Phrase("dns.resolver.noanswer", "name-not-resolved", "name", "dnspython", worth=MEANT),
    Phrase("the resolution lifetime expired", "name-not-resolved", "name", "dnspython", worth=MEANT + 1),
    Phrase("could not contact dns servers", "name-not-resolved", "name", "aiodns", worth=MEANT),
    Phrase("'domain name not found'", "name-not-resolved", "name", "aiodns", worth=MEANT),
    Phrase("dns lookup or connection check of '", "name-not-resolved", "name", "salt"),
    Phrase("not found or not responsive. retrying", "unknown", "", "salt", worth=MEANT, open=EITHER),
    Phrase("is master at ", "unknown", "tcp", "salt", worth=OPAQUE),
    Phrase("minion did not return", "timed-out", "service", "salt"),
    Phrase("master has rejected this minion", "rejected", "service", "salt", worth=MEANT),
    Phrase("attempt to authenticate with the salt master failed", "unknown", "service", "salt", worth=OPAQUE),
)  # fmt: skip

_SMTP = pattern(
    r"\bSMTP(?:Connect|Data|Response)?(?:Error|SenderRefused|Exception): \(([45]\d\d), b?['\"]|SMTPSenderRefused: \(([45]\d\d)"
)
_EMPTY = pattern(r"^(?:[\w.]{1,40}: )?psycopg2\.OperationalError:?$")
"What psycopg raises where libpq gave no message: on Windows in another language than English, mostly."
_ODBC = pattern(r"TCP Provider: Error code 0x[0-9A-Fa-f]{1,8} \((\d{1,5})\)")
"Microsoft's driver on Linux: the system's number, in both bases."


def read(line: str) -> Iterator[Reading]:
    """Exceptions, codes and numbers."""
    yield from phrases(SAID, line)
    mail = _SMTP.search(line)
    if mail is not None:
        code: dict[str, str | int] = {"smtp": int(mail[1] or mail[2])}
        yield Reading(kind="rejected", worth=CODE, client="smtp", step="service", code=code, at=mail.start())
    if _EMPTY.search(line):
        yield Reading(kind="unknown", worth=OPAQUE, client="postgresql", open=NOT_SAID)
    yield from numbered(_ODBC.search(line), CODE, client="odbc")
