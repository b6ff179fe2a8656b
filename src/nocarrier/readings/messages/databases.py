"""Clients of databases that take few words: Cassandra, Neo4j, ClickHouse, Elasticsearch, Couchbase, Db2, memcached, etcd."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.placed import POLLED, UNTOLD
from nocarrier.readings.messages.reading import MEANT, OPAQUE, WORDS, Reading

STEMS = (
    "memcache", "nonodeavailable", "no living connections", "neo4j", "clickhouse", "db::", "unknown packet ", "etcdserver", "cassandra", "couchbase", "db2", "influxdb", "message send timed out",
)  # fmt: skip

CASSANDRA, NEO4J, CLICKHOUSE, ELASTIC, COUCHBASE, DB2 = (
    "cassandra",
    "neo4j",
    "clickhouse",
    "elasticsearch",
    "couchbase",
    "db2",
)

SAID = (
    Phrase("pulsarclientexception$lookupexception", "unknown", "service", "pulsar", open=UNTOLD),
    Phrase("pulsar error: ", "unknown", "", "pulsar", worth=OPAQUE, open=UNTOLD),
    Phrase("channel was inactive for too", "timed-out", "hold", "activemq", worth=MEANT),
    Phrase("unable to validate user from", "rejected", "service", "artemis", worth=MEANT),
    Phrase("error making call: permission denied", "rejected", "service", "consul", worth=MEANT),
    Phrase("etcdserver: user name is empty", "rejected", "service", "etcd", worth=MEANT),
    Phrase("etcdserver: permission denied", "rejected", "service", "etcd", worth=MEANT),
    Phrase("etcdserver: unhealthy cluster", "rejected", "service", "etcd", worth=MEANT),
    Phrase("etcdserver: server stopped", "closed", "service", "etcd", worth=MEANT),
    Phrase("server is not ready to accept requests", "rejected", "service", "dgraph", worth=MEANT),
    Phrase("lcb_err_timeout", "timed-out", "", COUCHBASE, worth=MEANT),
    Phrase("no cluster leader", "rejected", "service", "consul", worth=WORDS),
    Phrase("not ready or lagging", "rejected", "http", "typesense", {"http_status": 503}, MEANT),
    Phrase("ambiguous timeout", "timed-out", "", COUCHBASE, worth=WORDS),
    Phrase("closing socket connection. attempting reconnect", "unknown", "", "zookeeper", worth=OPAQUE, open=POLLED),
    Phrase("request timeout to broker", "timed-out", "service", "pulsar", worth=MEANT),
    Phrase("to close after keep-alive timeout", "timed-out", "hold", "pulsar", worth=MEANT),
    Phrase("failed to obtain server version", "unknown", "", "qdrant", worth=OPAQUE, open=UNTOLD),
    Phrase("weaviate did not start up in", "unknown", "", "weaviate", worth=OPAQUE, open=POLLED),
    Phrase("] retry timeout: ", "timed-out", "", "milvus", worth=MEANT),
    Phrase("cannot achieve consistency level", "rejected", "service", CASSANDRA, worth=MEANT),
    Phrase("not connected to influxdb", "unknown", "tcp", "influxdb", worth=OPAQUE, open=POLLED),
    Phrase("message send timed out", "timed-out", "service", "pulsar", worth=MEANT),
    Phrase("authenticationfailed('", "rejected", "service", CASSANDRA, worth=MEANT),
    Phrase("provided username and/or password are incorrect", "rejected", "service", CASSANDRA, worth=MEANT),
    Phrase("requires authentication, but no authenticator", "rejected", "service", CASSANDRA, worth=MEANT),
    Phrase("remote end requires authentication", "rejected", "service", CASSANDRA, worth=MEANT),
    Phrase("all host(s) tried for query failed", "unknown", "tcp", CASSANDRA, worth=OPAQUE, open=POLLED),
    Phrase("all hosts tried for query failed", "unknown", "tcp", CASSANDRA, worth=OPAQUE, open=POLLED),
    Phrase("unable to connect to any servers", "unknown", "tcp", CASSANDRA, worth=OPAQUE, open=POLLED),
    Phrase("could not reach any contact point", "unknown", "tcp", CASSANDRA, worth=OPAQUE, open=POLLED),
    Phrase("unable to complete the operation against any hosts", "unknown", "tcp", CASSANDRA, worth=OPAQUE, open=POLLED),
    Phrase("operationtimedout: errors=", "timed-out", "service", CASSANDRA, worth=MEANT),
    Phrase("heartbeat query", "timed-out", "hold", CASSANDRA, worth=WORDS),
    Phrase("could not perform discovery", "unknown", "tcp", NEO4J, worth=OPAQUE, open=UNTOLD),
    Phrase("unable to retrieve routing information", "unknown", "tcp", NEO4J, worth=OPAQUE, open=UNTOLD),
    Phrase("cannot acquire connection to", "unknown", "tcp", NEO4J, worth=OPAQUE, open=UNTOLD),
    Phrase("no routing servers available", "unknown", "tcp", NEO4J, worth=OPAQUE, open=UNTOLD),
    Phrase("failed to establish connection to", "unknown", "tcp", "", worth=OPAQUE),
    Phrase("ensure the database is running", "unknown", "tcp", NEO4J, worth=OPAQUE, open=UNTOLD),
    Phrase("server responded http", "protocol-mismatch", "service", NEO4J, worth=MEANT),
    Phrase("since server responded with http", "protocol-mismatch", "service", NEO4J, worth=MEANT),
    Phrase("(looks like http)", "protocol-mismatch", "service", NEO4J, worth=MEANT),
    Phrase("does not support communication with this driver", "protocol-mismatch", "service", NEO4J, worth=MEANT),
    Phrase("closed without handshake response", "closed", "service", NEO4J, worth=MEANT),
    Phrase("failed to read any data from server", "closed", "service", NEO4J, worth=MEANT),
    Phrase("connection to the database terminated", "closed", "service", NEO4J, worth=MEANT),
    Phrase("timed out trying to establish connection", "timed-out", "tcp", NEO4J, worth=MEANT),
    Phrase("neo.clienterror.security", "rejected", "service", NEO4J, worth=MEANT),
    Phrase("is for clickhouse-client program", "protocol-mismatch", "service", CLICKHOUSE, worth=MEANT),
    Phrase("unexpected packet from server", "protocol-mismatch", "service", CLICKHOUSE, worth=MEANT),
    Phrase("attempt to read after eof", "closed", "service", CLICKHOUSE, worth=WORDS),
    Phrase("all connection tries failed", "unknown", "tcp", CLICKHOUSE, worth=OPAQUE, open=POLLED),
    Phrase("db::netexception: timeout", "timed-out", "", CLICKHOUSE, worth=MEANT),
    Phrase("db::netexception: net exception", "unknown", "", CLICKHOUSE, worth=OPAQUE),
    Phrase("(socket_timeout)", "timed-out", "", CLICKHOUSE, worth=MEANT),
    Phrase("(network_error)", "unknown", "", CLICKHOUSE, worth=OPAQUE),
    Phrase("(authentication_failed)", "rejected", "service", CLICKHOUSE, worth=MEANT),
    Phrase("cannot establish secure connection to insecure server", "tls-failed", "tls", "cockroach", worth=MEANT),
    Phrase("node is running secure mode, ssl connection required", "rejected", "service", "cockroach", worth=MEANT),
    Phrase("\"type\":\"cluster_block_exception\"", "rejected", "http", ELASTIC, {"http_status": 503}, MEANT),
    Phrase("\"type\":\"security_exception\"", "rejected", "http", ELASTIC, worth=MEANT),
    Phrase("kibana server is not ready yet", "rejected", "http", ELASTIC, {"http_status": 503}, MEANT),
    Phrase("this is not an http port", "protocol-mismatch", "service", ELASTIC, worth=MEANT),
    Phrase("this is not a http port", "protocol-mismatch", "service", ELASTIC, worth=MEANT),
    Phrase("received http response on transport port", "protocol-mismatch", "service", ELASTIC, worth=MEANT),
    Phrase("client did not trust this server's certificate", "tls-failed", "tls", ELASTIC, worth=MEANT),
    Phrase("invalid internal transport message format", "protocol-mismatch", "service", ELASTIC, worth=MEANT),
    Phrase("unable to revive connection", "unknown", "tcp", ELASTIC, worth=OPAQUE, open=POLLED),
    Phrase("no living connections", "unknown", "tcp", ELASTIC, worth=OPAQUE, open=POLLED),
    Phrase("elasticsearch unreachable", "unknown", "tcp", ELASTIC, worth=OPAQUE, open=POLLED),
    Phrase("no alive nodes found in your cluster", "unknown", "tcp", ELASTIC, worth=OPAQUE, open=POLLED),
    Phrase("unable to retrieve version information from elasticsearch", "unknown", "", ELASTIC, worth=OPAQUE, open=POLLED),
    Phrase("is either unreachable or not an elasticsearch", "unknown", "tcp", ELASTIC, worth=OPAQUE),
    Phrase("missing authentication credentials for rest request", "rejected", "http", ELASTIC, worth=MEANT),
    Phrase("unable to authenticate user", "rejected", "service", "", worth=WORDS),
    Phrase("received plaintext http traffic on an https channel", "protocol-mismatch", "tls", ELASTIC, worth=MEANT),
    Phrase("server is not enabled for ssl", "tls-failed", "tls", ELASTIC, worth=MEANT),
    Phrase("unambiguoustimeoutexception", "timed-out", "", COUCHBASE, worth=WORDS),
    Phrase("ambiguoustimeoutexception", "timed-out", "", COUCHBASE, worth=WORDS),
    Phrase("errorcode=-4499", "unknown", "", DB2, {"db2": -4499}, OPAQUE),
    Phrase("errorcode=-4222", "unknown", "", DB2, {"db2": -4222}, OPAQUE),
    Phrase("errorcode=-4214", "rejected", "service", DB2, {"db2": -4214}, MEANT),
    Phrase("sql30082n", "rejected", "service", DB2, {"db2": "SQL30082N"}, MEANT),
    Phrase("sql30081n", "unknown", "", DB2, {"db2": "SQL30081N"}, OPAQUE),
    Phrase("sql1336n", "name-not-resolved", "name", DB2, {"db2": "SQL1336N"}, MEANT),
    Phrase("no available server in", "unknown", "tcp", "memcached", worth=OPAQUE),
    Phrase("etcdserver: request timed out", "timed-out", "service", "etcd", worth=MEANT),
    Phrase("zookeeperserver not running", "closed", "service", "zookeeper", worth=MEANT),
    Phrase("likely client has closed socket", "closed", "service", "zookeeper", worth=MEANT),
    Phrase("likely server has closed socket", "closed", "service", "zookeeper", worth=MEANT),
    Phrase("client session timed out", "timed-out", "hold", "zookeeper", worth=MEANT),
    Phrase("have not heard from server in", "timed-out", "hold", "zookeeper", worth=MEANT),
    Phrase("keepererrorcode = connectionloss", "unknown", "", "zookeeper", worth=OPAQUE, open=POLLED),
    Phrase("keepererrorcode = sessionexpired", "closed", "hold", "zookeeper", worth=MEANT),
    Phrase("session expired for", "closed", "hold", "zookeeper", worth=WORDS),
    Phrase("keepererrorcode = authfailed", "rejected", "service", "zookeeper", worth=MEANT),
    Phrase("keepererrorcode = noauth", "rejected", "service", "zookeeper", worth=MEANT),
    Phrase("keepererrorcode = operationtimeout", "timed-out", "", "zookeeper", worth=MEANT),
    Phrase("nodedown: progress not possible", "rejected", "service", "couchdb", worth=MEANT),
    Phrase(",noconnect}", "unknown", "tcp", "couchdb", worth=OPAQUE),
    Phrase("elasticsearch.exceptions.connectionerror", "unknown", "tcp", ELASTIC, worth=OPAQUE, open=UNTOLD),
)  # fmt: skip

_UNKNOWN_PACKET = pattern(r"Unknown packet \d{1,20} from (?:server|one of)")


def read(line: str) -> Iterator[Reading]:
    """Sentences."""
    yield from phrases(SAID, line)
    packet = _UNKNOWN_PACKET.search(line)
    if packet is not None:
        yield Reading(kind="protocol-mismatch", worth=MEANT, client=CLICKHOUSE, step="service", at=packet.start())
