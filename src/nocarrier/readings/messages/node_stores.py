"""Clients of databases and queues in Node: Prisma, pg, mysql, Sequelize, Knex, Mongoose, ioredis, node-redis, amqplib, MQTT.js, kafkajs."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = ("database server at", "connection refused: ", "buffering timed out", "failed to connect to ")

RETRIED = say("The client gave up after trying again for a while; the reason stands with its earlier attempts.")
UNREACHED = say("Prisma says the same of a place that refuses, keeps silent, or closes the connection.")

SAID = (
    Phrase("reach database server", "unknown", "tcp", "prisma", worth=OPAQUE, open=UNREACHED),
    Phrase(
        "authentication failed against database server", "rejected", "service", "prisma", {"prisma": "P1000"}, MEANT
    ),
    Phrase("was reached but timed out", "timed-out", "service", "prisma", {"prisma": "P1002"}, MEANT),
    Phrase("operations timed out after", "timed-out", "service", "prisma", {"prisma": "P1008"}, MEANT),
    Phrase("does not exist on the database server at", "rejected", "service", "prisma", {"prisma": "P1003"}, MEANT),
    Phrase("error opening a tls connection", "tls-failed", "tls", "prisma", {"prisma": "P1011"}, MEANT),
    Phrase("server has closed the connection", "closed", "service", "prisma", {"prisma": "P1017"}),
    Phrase(
        "timed out fetching a new connection from the",
        "resource-limit",
        "service",
        "prisma",
        {"prisma": "P2024"},
        MEANT,
    ),
    Phrase("error { kind: closed", "closed", "service", "prisma"),
    Phrase("knex: timeout acquiring a connection", "resource-limit", "", "knex", worth=MEANT),
    Phrase("sequelizeconnectionacquiretimeouterror", "timed-out", "", "sequelize", worth=MEANT),
    Phrase("handshake inactivity timeout", "timed-out", "service", "mysql", worth=MEANT),
    Phrase("protocol_connection_lost", "closed", "service", "mysql", worth=MEANT),
    Phrase("new command when connection is in closed state", "closed", "service", "mysql", worth=MEANT),
    Phrase("terminated due to connection timeout", "timed-out", "tcp", "pg", worth=MEANT),
    Phrase("timeout exceeded when trying to connect", "timed-out", "tcp", "pg", worth=MEANT),
    Phrase("connection is insecure (try", "rejected", "service", "pg", worth=MEANT),
    Phrase("server does not support ssl connections", "tls-failed", "tls", "pg", worth=MEANT),
    Phrase("client has encountered a connection error", "closed", "service", "pg"),
    Phrase("client was closed and is not queryable", "closed", "service", "pg", worth=MEANT),
    Phrase("final-message: server returned error", "rejected", "service", "pg", worth=MEANT),
    Phrase("server does not support secure connection", "tls-failed", "tls", "mysql", worth=MEANT),
    Phrase("error: queue limit reached", "resource-limit", "", "mysql", worth=MEANT),
    Phrase("buffering timed out after", "timed-out", "", "mongoose", worth=MEANT),
    Phrase(
        "client must be connected before running operations", "unknown", "", "mongodb", worth=OPAQUE, open=RETRIED
    ),
    Phrase("uri must include hostname, domain name, and tld", "name-not-resolved", "target", "mongodb", worth=MEANT),
    Phrase("uri does not have hostname, domain name and tld", "name-not-resolved", "target", "mongodb", worth=MEANT),
    Phrase("no addresses found at host", "name-not-resolved", "name", "mongodb", worth=MEANT),
    Phrase("reports maximum wire version", "protocol-mismatch", "service", "mongodb", worth=MEANT),
    Phrase("reports minimum wire version", "protocol-mismatch", "service", "mongodb", worth=MEANT),
    Phrase("kms request closed", "closed", "service", "mongodb"),
    Phrase("ended moretocome unexpectedly", "closed", "service", "mongodb"),
    Phrase("topology is closed", "closed", "", "mongodb"),
    Phrase("topology was destroyed", "closed", "", "mongodb"),
    Phrase("server instance pool was destroyed", "closed", "", "mongodb"),
    Phrase("[ioredis] unhandled error event", "unknown", "", "redis", worth=OPAQUE, open=RETRIED),
    Phrase("ready check failed: undefined", "unknown", "", "redis", worth=OPAQUE, open=RETRIED),
    Phrase("max retries per request limit", "unknown", "", "redis", worth=OPAQUE, open=RETRIED),
    Phrase("stream isn't writeable and enableofflinequeue", "closed", "", "redis"),
    Phrase("failed to refresh slots cache", "unknown", "", "redis", worth=OPAQUE, open=RETRIED),
    Phrase("login failed; one or more errormessage", "rejected", "service", "mssql", worth=MEANT),
    Phrase("kafkajsnumberofretriesexceeded: timeout", "timed-out", "", "kafka", worth=MEANT),
    Phrase("clusterallfailederror", "unknown", "", "redis", worth=OPAQUE, open=RETRIED),
    Phrase("all sentinels are unreachable", "unknown", "", "redis", worth=OPAQUE, open=RETRIED),
    Phrase("clientclosederror: ", "closed", "", "redis"),
    Phrase("error: the client is closed", "closed", "", "redis"),
    Phrase("socket closed abruptly during opening handshake", "closed", "service", "amqp", worth=MEANT),
    Phrase("broker within a timeout of", "timed-out", "", "amqp", worth=MEANT),
    Phrase("disconnected from rmq", "closed", "", "amqp"),
    Phrase("handshake terminated by server", "rejected", "service", "amqp", worth=MEANT),
    Phrase("error: heartbeat timeout", "timed-out", "hold", "amqp", worth=MEANT),
    Phrase("error: unexpected close", "closed", "", "amqp"),
    Phrase("error: connack timeout", "timed-out", "service", "mqtt", worth=MEANT),
    Phrase("error: client disconnecting", "closed", "service", "mqtt"),
    Phrase("kafkajs: connection timeout", "timed-out", "tcp", "kafka"),
    Phrase(
        "connect to seed broker, trying another broker from the list: connection timeout", "timed-out", "tcp", "kafka"
    ),
    Phrase("kafkajsnumberofretriesexceeded: connection timeout", "timed-out", "tcp", "kafka", worth=MEANT),
    Phrase("kafkajslocktimeout", "timed-out", "", "kafka", worth=MEANT),
    Phrase("unable to revive connection: ", "unknown", "tcp", "elasticsearch", worth=OPAQUE, open=RETRIED),
    Phrase("none of startup nodes is available", "unknown", "tcp", "redis", worth=OPAQUE, open=RETRIED),
    Phrase("noavailablenode", "unknown", "tcp", "", worth=OPAQUE, open=RETRIED),
    Phrase("all host(s) tried for query failed", "unknown", "tcp", "cassandra", worth=OPAQUE, open=RETRIED),
)

_PLACE = pattern(r"(?i)\bdatabase server at [`'\"]?([\w.-]{1,253})[`'\"]?(?::[`'\"]?(\d{1,5}))?")
"Prisma writes both in back quotes, apart or together."
_CONNACK = pattern(
    r"(?i)\bconnection refused: (?:unacceptable protocol version|(?:client )?identifier |server (?:unavailable|busy|moved)|bad |not authorized|banned|unspecified|"
    r"malformed|protocol error|implementation specific|unsupported protocol|topic name|packet too large|quota exceeded|use another|connection rate)"
)
"MQTT's answers to a CONNECT (MQTT 5.0, section 3.2.2.2), as MQTT.js words them."

_LATE = pattern(r"\bFailed to connect to ([\w.-]{1,253})(?:\\[\w$]{1,64})?(?:[:,] ?(\d{1,5}))? in \d{1,7} ?ms\b")
"Tedious: the server, a named instance of it perhaps, the port, and how long it waited."


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    place = _PLACE.search(line)
    for one in phrases(SAID, line):
        if place is not None and one.client == "prisma":
            yield replace(one, host=place[1], port=min(int(place[2] or 0), 65535))
        else:
            yield one
    late = _LATE.search(line)
    if late is not None:
        port = min(int(late[2] or 0), 65535)
        yield Reading(
            kind="timed-out", worth=MEANT, client="mssql", step="tcp", host=late[1], port=port, at=late.start()
        )
    refused = _CONNACK.search(line)
    if refused is not None:
        yield Reading(kind="rejected", worth=MEANT, client="mqtt", step="service", at=refused.start())
